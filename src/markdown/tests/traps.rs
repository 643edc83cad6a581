//! Where Markdown and the habits of secretaries meet.

use super::sketch::marked;
use super::*;

/// Asserts the problems that are found in a body.
#[track_caller]
fn finds(text: &str, expected: &[(&str, &str)]) {
    assert_eq!(body(text).problems(), expected, "{text:?}");
}

#[test]
fn a_line_under_a_text_makes_no_heading() {
    reads("Chữ\n-----\nTiếp", "opening\n  Chữ\n  separator\n  Tiếp");
    reads("Chữ\n===\ntiếp", "opening\n  Chữ === tiếp");
    reads("Chữ\n=", "opening\n  Chữ =");
    reads("Chữ\n-", "opening\n  Chữ -");
    reads("> Chữ\n> ---", "opening\n  quotation\n    Chữ\n    separator");
}

#[test]
fn lone_marks_are_printed() {
    reads("1.", "body\n  1.");
    reads("-", "opening\n  -");
    reads("+", "opening\n  +");
    reads("*", "opening\n  *");
    reads("•", "opening\n  •");
    reads("#", "opening\n  #");
    reads("Họ tên:\n\n_____", "opening\n  Họ tên:\n  _____");
    reads("=", "opening\n  =");
    reads("Chữ\n/", "opening\n  Chữ /");
}

#[test]
fn indented_text_is_text() {
    let indented = "\tĐoạn một\n\tvẫn đoạn một\n\n    Đoạn hai **đậm**\n\n\t\t1. Mục\n";
    reads(
        indented,
        "opening\n  Đoạn một vẫn đoạn một\n  Đoạn hai <b>đậm</b>\nbody\n  1. Mục",
    );
    reads("- a\n\n      sâu\n\n-     b", "body\n  -\u{20}a\n    sâu\n  - b");
    reads(">     chữ", "opening\n  quotation\n    chữ");
    reads("1. a\n\n\t\tchữ", "body\n  1. a\n    chữ");
    let outcome = body("Đầu\n\n    Đoạn hai *nghiêng*");
    let BlockKind::Paragraph(text) = &outcome.outline.opening[1].kind else { panic!() };
    let [Inline::Text(text), Inline::Emphasis(_)] = &text[..] else { panic!() };
    assert_eq!(outcome.sources.slice(text.span), "Đoạn hai ");
}

#[test]
fn what_looks_like_other_syntax_is_text() {
    for text in [
        "dưới <1% và > 5%",
        "@ai, http://a_b.vn/x~y, $x$, ~0~, #read(\"x\"), ... --- 'x' \"y\"",
        "giảm ~~3~~ {#a} a[x] x[ ] [] [y] x^2^ a--b -> c <- d",
        "-> Đề nghị nộp",
        "Điều 5*3 = 15, a * b, 2 ** 3",
        "Số: ____/TB-UBND ngày ___ tháng ___",
        "tệp a_b_c.docx và x__y",
        "#không phải đề mục",
    ] {
        let outcome = body(text);
        assert_eq!(marked(outcome.paragraph()), text);
        assert_eq!(outcome.problems(), [], "{text}");
    }
}

#[test]
fn blanks_collapse_and_no_break_spaces_stay() {
    reads(
        "Số   5\u{a0}\u{a0}triệu \t **x**  y",
        "opening\n  Số 5\u{a0}\u{a0}triệu <b>x</b> y",
    );
    reads("một\r\nhai\r\n\r\nba", "opening\n  một hai\n  ba");
    reads("một  \nhai\\\nba", "opening\n  một<br>hai<br>ba");
}

#[test]
fn the_room_for_a_number_keeps_its_width() {
    let gap = |count: usize| "\u{a0}".repeat(count);
    for count in [4, 8] {
        let typed = format!("Số:{}/QĐ-UBND", " ".repeat(count));
        reads(&typed, &format!("opening\n  Số:{}/QĐ-UBND", gap(count)));
        let form = format!("-> {typed} <-> *ngày .... tháng .... năm 2026* <-");
        assert!(body(&form).sketch().contains(&format!("Số:{}/QĐ", gap(count))));
    }
    // Elsewhere, and where it is no room to write, one blank is as good as many.
    for (typed, printed) in [
        ("Số:   /QĐ-UBND", "Số: /QĐ-UBND"),
        ("Số:      12/QĐ-UBND", "Số: 12/QĐ-UBND"),
        ("Ngày:      /6/2026", "Ngày: /6/2026"),
        ("Số:     ", "Số:"),
        ("Số      liệu", "Số liệu"),
    ] {
        reads(typed, &format!("opening\n  {printed}"));
    }
}

#[test]
fn escapes_entities_and_normal_forms_keep_their_place() {
    let outcome = body("1\\*2 &amp; Hue\u{302}\u{301} *x*");
    let [Inline::Text(text), Inline::Emphasis(_)] = outcome.paragraph() else { panic!() };
    assert_eq!(text.value, "1*2 & Huế ");
    assert_eq!(outcome.sources.slice(text.span), "1\\*2 &amp; Hue\u{302}\u{301} ");
}

#[test]
fn stray_marks_are_pointed_at() {
    reads("chữ**(x)**", "opening\n  chữ<b>(x)</b>");
    reads("**Nơi nhận:**chữ", "opening\n  <b>Nơi nhận:</b>chữ");
    finds("x**2 + y**2", &[("stray-marks", "**"), ("stray-marks", "**")]);
    finds("**1. Giao", &[("stray-marks", "**")]);
    assert_eq!(body("**1. Giao").sketch(), "opening\n  **1. Giao");
    finds("**quên đóng", &[("stray-marks", "**")]);
    finds("_quên đóng", &[("stray-marks", "_")]);
    finds("Số liệu* tăng", &[("stray-marks", "*")]);
    finds("\\*\\*không\\*\\* `**mã**` (*) a_b", &[]);
}

#[test]
fn html_is_refused_and_comments_print_nothing() {
    for tag in ["<br>", "<br/>", "<br />", "<BR>"] {
        reads(&format!("a{tag}b"), "opening\n  a<br>b");
        reads(&format!("a.\n{tag}\nb"), "opening\n  a.<br>b");
    }
    finds("<b><i>chữ</i></b>", &[("raw-html", "<b>"), ("raw-html", "</i>")]);
    finds("<div>\nchữ\n</div>", &[("raw-html", "<div>"), ("raw-html", "</div>")]);
    reads("Chữ\n\n<!-- ghi chú\nnhiều dòng -->\n\nTiếp", "opening\n  Chữ\n  Tiếp");
    reads("Chữ <!-- ghi chú --> tiếp", "opening\n  Chữ tiếp");
    finds("Chữ\n\n<!-- quên\n\nđóng", &[("comment-swallows", "<!-- quên\n\nđóng")]);
    reads("<!-- x --> Giao", "opening\n  Giao");
    reads("Chữ <!-- dài\n\nhai đoạn --> tiếp", "opening\n  Chữ tiếp");
    reads("1<!-- x -->. Giao `<!--`", "opening\n  1. Giao <!--");
}

#[test]
fn links_lead_to_the_network_only() {
    reads("[a](https://a.vn)", "opening\n  <https://a.vn|a>");
    reads(
        "<http://a.vn> <a@b.vn>",
        "opening\n  <http://a.vn|http://a.vn> <mailto:a@b.vn|a@b.vn>",
    );
    reads("[a](b.docx) [c]()", "opening\n  a c");
    finds("Chữ\n\n[1]: Nghị-quyết", &[("definition-unused", "[1]: Nghị-quyết")]);
    reads("[a][1]\n\n[1]: http://x.vn", "opening\n  <http://x.vn|a>");
}

#[test]
fn code_is_text_and_fences_keep_their_lines() {
    reads("dùng `a  *b*` thôi", "opening\n  dùng a *b* thôi");
    reads("~~~ ghi chú\n\nChữ", "opening\n  ~~~ ghi chú\n  Chữ");
    reads("```\na\n\tb\n\n c\n```", "opening\n  `a`\n  `    b`\n  ``\n  ` c`");
}

#[test]
fn pictures_stand_on_lines_of_their_own() {
    reads("![sơ đồ](anh%20m%E1%BB%9Bi.png)", "opening\n  picture anh mới.png");
    reads("Xem ![a](.\\ảnh\\b.png) sau", "opening\n  Xem sau\n  picture ảnh/b.png");
    finds("![](a.png)", &[("picture-without-text", "![](a.png)")]);
    for path in
        ["/a.png", "../a.png", "http://x.vn/a.png", "C:/a.png", "data:x", "a/../b"]
    {
        let outcome = body(&format!("![a]({path})"));
        assert_eq!(outcome.problems(), [("picture-outside", path)]);
        assert!(outcome.outline.is_empty());
    }
}

#[test]
fn tables_have_equal_rows() {
    reads(
        "| A | B |\n|:-:|--:|\n| 1. x | **b** |\n| c |\n",
        "opening\n  | A | B |\n  | 1. x | <b>b</b> |\n  | c |  |",
    );
    finds("|A|B|\n|-|-|\n|a|b|rơi mất|\n", &[("table-row-too-long", "rơi mất")]);
}

#[test]
fn cells_are_joined_upwards_and_to_the_left() {
    let table = |rows: &str| format!("| A | B | C |\n|---|---|---|\n{rows}\n");
    reads(
        &table("| 1 | 2 | 3 |\n| ^^ | 5 | << |\n|^^|  8|\\^^|\n"),
        "opening\n  | A | B | C |\n  | 1 3×1 | 2 | 3 |\n  | … | 5 1×2 | … |\n  | … | 8 | ^^ |",
    );
    for (second, third) in [("^^ | ^^", "^^ | ^^"), ("^^ | <<", "^^ | <<")] {
        let rows = format!("| 1 | << | 3 |\n| {second} | 6 |\n| {third} | \\<< |\n");
        reads(
            &table(&rows),
            "opening\n  | A | B | C |\n  | 1 3×2 | … | 3 |\n  | … | … | 6 |\n  | … | … | << |",
        );
    }
    reads(
        "| A | << |\n|---|---|\n| ^^x | `^^` |\n| **^^a** | << << |\n",
        "opening\n  | A 1×2 | … |\n  | ^^x | ^^ |\n  | <b>^^a</b> | << << |",
    );
    reads(
        &table(
            "| 1 | 2 | 3 |\n| ^^ | ^^ | ^^ |\n| ^^ | 5 | 6 |\n| 7 | << | << |\n|^^|^^|^^|\n",
        ),
        "opening\n  | A | B | C |\n  | 1 2×1 | 2 | 3 |\n  | … | 5 | 6 |\n  | 7 1×3 | … | … |",
    );
    let quoted = "> | A | B |\r\n> |---|---|\r\n> | 1 | 2 |\r\n> | ^^ | 3 |\r\n";
    let outcome = body(quoted);
    let BlockKind::Quotation(inner) = &outcome.outline.opening[0].kind else { panic!() };
    let BlockKind::Table(table) = &inner[0].kind else { panic!() };
    assert_eq!(table.rows[0][0].rows, 2);
    assert_eq!(table.rows[1][0], Cell::covered());
}

#[test]
fn cells_that_cannot_be_joined_are_pointed_at() {
    let table = |rows: &str| format!("| A | B |\n|---|---|\n{rows}\n");
    let lone = "cell-without-neighbour";
    // A second row of the head.
    finds(&table("| ^^ | 2 |"), &[]);
    finds(&table("| 1 | 2 |\n| << | ^^ |"), &[(lone, "<<")]);
    finds(&table("| << | 2 |\n| << | ^^ |"), &[(lone, "<<"), (lone, "<<")]);
    finds("| ^^ | B |\n|---|---|\n| 1 | 2 |\n", &[(lone, "^^")]);
    finds("| << | B |\n|---|---|\n| 1 | 2 |\n", &[(lone, "<<")]);
    let shape = "cells-not-rectangular";
    finds(&table("| 1 | << |\n| ^^ | 4 |"), &[(shape, "^^")]);
    finds(&table("| 1 | << |\n| 3 | ^^ |"), &[(shape, "^^")]);
    finds(&table("| 1 | 2 |\n| ^^ | << |"), &[(shape, "<<")]);
}

#[test]
fn footnotes_stand_where_they_are_referred_to_first() {
    reads(
        "Chữ[^1] và[^1].\n\n[^1]: Một.\n\n    Hai.\n",
        "opening\n  Chữ<note>Một. Hai.</note> và<same note>.",
    );
    reads(
        "| Cột[^1] |\n|---|\n| ô[^1] |\n\n# I. Mục[^1]\n\n[^1]: Một.\n",
        "opening\n  | Cột<note>Một.</note> |\n  | ô<same note> |\nbody\n  I.# Mục<same note>",
    );
    finds("Chữ[^thiếu].", &[("footnote-missing", "[^thiếu]")]);
    finds("Chữ.\n\n[^thừa]: Một.", &[("footnote-unused", "[^thừa]:")]);
}

#[test]
fn footnotes_within_footnotes_are_kept() {
    reads(
        "Chữ[^a]\n\n[^a]: A[^b]\n\n[^b]: B[^c]\n\n[^c]: C[^a]",
        "opening\n  Chữ<note>A<note>B<note>C<same note></note></note></note>",
    );
    reads("Chữ[^a]\n\n[^a]: A[^a]", "opening\n  Chữ<note>A<same note></note>");
    reads(
        "Chữ[^a] và[^b]\n\n[^a]: A[^b]\n\n[^b]: B",
        "opening\n  Chữ<note>A<note>B</note></note> và<same note>",
    );
    let chain = |count: usize| {
        let notes = (1..=count).map(|n| format!("[^{n}]: Chú thích {n}[^{}]\n\n", n + 1));
        format!("Chữ[^1]\n\n{}[^{}]: Hết\n", notes.collect::<String>(), count + 1)
    };
    finds(&chain(7), &[]);
    finds(&chain(8), &[("nesting-too-deep", "[^9]")]);
}

#[test]
fn nesting_has_a_limit() {
    for text in [
        ">".repeat(100_000) + "chữ",
        "> ".repeat(100_000) + "chữ",
        (0..60).map(|depth| " ".repeat(2 * depth) + "- mục\n").collect(),
    ] {
        let rules: Vec<_> = body(&text).found.iter().map(|d| d.rule().id).collect();
        assert_eq!(rules, ["nesting-too-deep"], "{}", &text[..20]);
    }
    reads(&"- ".repeat(100), "opening\n  separator");
    finds(&("- ".repeat(100) + "chữ"), &[]);
    let deep = (0..24).map(|depth| " ".repeat(2 * depth) + "- mục\n").collect::<String>();
    finds(&deep, &[]);
}

#[test]
fn a_body_without_text_is_reported() {
    for text in ["", "\n \n", "<!-- chỉ có ghi chú -->"] {
        finds(text, &[("nothing-to-print", "")]);
    }
}
