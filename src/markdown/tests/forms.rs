//! Lines between arrows, and check boxes.

use super::*;

/// Asserts the arrows that are told to be printed.
#[track_caller]
fn tells(text: &str, expected: &[&str]) {
    let wanted: Vec<_> = expected.iter().map(|arrow| ("arrow-alone", *arrow)).collect();
    assert_eq!(body(text).problems(), wanted, "{text:?}");
}

#[test]
fn arrows_set_a_line() {
    reads("-> Chữ <-", "opening\n  -> Chữ <-");
    reads("->Chữ<-", "opening\n  -> Chữ <-");
    reads("  ->\t**Chữ**  <-  ", "opening\n  -> <b>Chữ</b> <-");
    reads("-> Chữ ->", "opening\n  -> Chữ ->");
    reads("-> A <-> B <-", "opening\n  -> A <-> B <-");
    reads("-> A <-> B <-> C <-", "opening\n  -> A <-> B <-> C <-");
    reads("-> <-> B <-", "opening\n  ->  <-> B <-");
    reads("> -> Chữ <-", "opening\n  quotation\n    -> Chữ <-");
    reads("-> 1. Thu <-<!-- ghi chú -->", "opening\n  -> 1. Thu <-");
    reads("-> # Thu ->", "opening\n  -> # Thu ->");
}

#[test]
fn lines_one_below_the_other_are_one_block() {
    let text = "Chữ trên\n-> A ->\n-> *(Ký)* ->\n-> ->\n-><-\n-> B ->\nChữ dưới";
    reads(
        text,
        "opening\n  Chữ trên\n  -> A ->\n  -> <i>(Ký)</i> ->\n  room\n  -> B ->\n  Chữ dưới",
    );
    let count = |text: &str| body(text).outline.opening.len();
    assert_eq!(count(text), 3);
    assert_eq!(count("-> A <-\n\n-> B <-"), 2);
    assert_eq!(count("-> A <-\n> -> B <-"), 2);
    let outcome = body("Đầu\n\n-> A <-\n-> B <-> C <-\n\nCuối");
    let span = outcome.outline.opening[1].span;
    assert_eq!(outcome.sources.slice(span), "-> A <-\n-> B <-> C <-");
}

#[test]
fn arrows_in_sentences_are_signs() {
    for text in [
        "-> Đề nghị nộp",
        "Lào Cai -> Hà Nội",
        "A <-> B",
        "\\-> Chữ <\\-",
        "--> A",
        "a -> b <- c",
        "x<-",
        "->",
        "<->",
    ] {
        let outcome = body(text);
        let printed: String = outcome.outline.texts().map(Text::as_str).collect();
        assert_eq!(printed, text.replace('\\', ""));
        assert_eq!(outcome.problems(), [], "{text}");
    }
    reads("-> A \\<-> B <-", "opening\n  -> A <-> B <-");
    assert_eq!(body("-> A \\<-> B <-").outline.opening.len(), 1);
    reads("-> `a <-> b` <-", "opening\n  -> a <-> b <-");
}

#[test]
fn arrows_without_a_fellow_are_told() {
    tells("-> A ->\n-> B", &["->"]);
    tells("-> A\n-> B <-", &["->"]);
    tells("Kết quả <-", &["<-"]);
    tells("- -> Thu <-", &["<-"]);
    tells("# -> Thu <-", &["<-"]);
    tells("-> A <-> B ->\n-> C <-", &["->"]);
    tells("-> A <-\n\\-> B", &[]);
    tells("Kết quả \\<-", &[]);
}

#[test]
fn pictures_between_arrows_stand_below_the_line() {
    let text = "-> ![Sơ đồ](a.png) <-\n-> Hình 1 <-";
    reads(text, "opening\n  picture a.png\n  -> Hình 1 <-");
    reads("-> A ![Sơ đồ](a.png) <-> B <-", "opening\n  -> A <-> B <-\n  picture a.png");
}

#[test]
fn dots_to_fill_in_may_be_italic() {
    reads(
        "-> *…, ngày … tháng … năm …* ->",
        "opening\n  -> <i>…, ngày … tháng … năm …</i> ->",
    );
    reads("*........, ngày ...*", "opening\n  <i>........, ngày ...</i>");
    let stars = [("stray-marks", "*"), ("stray-marks", "*")];
    assert_eq!(body("Số liệu*, … đã có*").problems(), stars);
}

#[test]
fn brackets_with_a_blank_or_an_x_are_boxes() {
    reads("Nam [ ] Nữ [x]", "opening\n  Nam ☐ Nữ ☒");
    reads("- [ ] Có\n- [X] Không", "body\n  - ☐ Có\n  - ☒ Không");
    reads("1. Chọn: **[x]** Đạt", "body\n  1. Chọn: <b>☒</b> Đạt");
    reads("[ ] Có\n[ ] Không", "opening\n  ☐ Có\n  ☐ Không");
    reads("-> [ ] Có <-> [\u{a0}] Không <-", "opening\n  -> ☐ Có <-> ☐ Không <-");
    let table = "| Đạt | Ghi |\n|---|---|\n| [ ] | [x] |";
    reads(table, "opening\n  | Đạt | Ghi |\n  | ☐ | ☒ |");
    reads("☐ Có ☑ Không", "opening\n  ☐ Có ☑ Không");
}

#[test]
fn other_brackets_are_signs() {
    for text in ["a[x] x[ ]b", "[] [y] [xx]", "\\[ ] \\[x] [x\\]", "`[ ]`", "[ ", "x]"] {
        let outcome = body(text);
        let printed: String = outcome.outline.texts().map(Text::as_str).collect();
        assert_eq!(printed, text.replace(['\\', '`'], "").trim_end());
    }
    let outcome = body("&#91; ] và [ ]");
    let printed: String = outcome.outline.texts().map(Text::as_str).collect();
    assert_eq!(printed.matches(['[', '☐']).count(), 2);
}
