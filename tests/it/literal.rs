//! User text is never code: every field and the body print what was written.

use proptest::prelude::*;

use crate::support::{notice, pages, printed_words, problems, words};
/// Texts that would act as code in Typst, minijinja or Markdown if anything let them.
pub(crate) const HOSTILE: [&str; 28] = [
    "**a**; b",
    "`x`.len",
    "**b**(y)",
    "2023. c",
    "/ d",
    "= e",
    "// x",
    "/* x */",
    "http://a_b.vn/x~y",
    "<1%",
    "@ai",
    "#read(\"/etc/passwd\")",
    "#include \"x\"",
    "$x$",
    "a~b",
    "a\\b",
    "...",
    "a---b",
    "\"thẳng\" 'đơn'",
    "“cong” ‘đơn’",
    "một\u{a0}hai",
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "{# ghi #}",
    "#set text(red)",
    "\\u{41}",
    "]#panic()[",
    "\";panic();\"",
];

/// A YAML double-quoted text.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Words as printed: a no-break space is a blank too.
fn printed(text: &str) -> String {
    printed_words(&pages(text)).join(" ")
}

#[track_caller]
fn prints(text: &str, wanted: &str) {
    let wanted = words(wanted).join(" ");
    let found = printed(text);
    assert!(found.contains(&wanted), "{wanted:?} is not in {found:?}");
}

#[test]
fn every_field_prints_what_was_written() {
    for hostile in HOSTILE {
        let value = quoted(hostile);
        let upper = hostile.to_uppercase();
        let text = format!(
            "---\ncơ quan chủ quản: {value}\ncơ quan ban hành: {value}\nsố: 12\n\
             ký hiệu: TB/B\nđịa danh: {value}\nngày ký: 6/2023\ntên loại: {value}\n\
             trích yếu: {value}\nkết luận: [{{tiêu đề: {value}, giao: {value}, hạn: {value}}}]\n\
             nơi nhận: {{{value}: [{value}, b]}}\n\
             ký: {{quyền hạn: {value}, chức vụ: {value}, họ tên: {value}}}\n---\n"
        );
        let found = printed(&text);
        let plain = words(hostile).join(" ");
        let upper = words(&upper).join(" ");
        let count = |wanted: &str| found.matches(wanted).count();
        // Superior, issuer, kind, authority and post are printed in capitals.
        assert!(count(&upper) >= 5, "{hostile}: {found}");
        let case = usize::from(plain == upper) * 5;
        assert!(count(&plain) >= 6 + case, "{hostile}: {found}");
    }
}

#[test]
fn the_body_prints_what_no_mark_of_markdown_claims() {
    for (body, wanted) in [
        ("x `` `y`.len `` z", "x `y`.len z"),
        ("dòng\n2023. sau", "dòng 2023. sau"),
        ("5*3*2 m, (2*3)+(4*5), A*B*C, x_1_y", "5*3*2 m, (2*3)+(4*5), A*B*C, x_1_y"),
        ("dưới 1%\n> 5% là", "dưới 1% > 5% là"),
        ("____", "____"),
        ("dòng\n/ sau", "dòng / sau"),
        ("dòng\n=", "dòng ="),
        ("dòng\n= sau", "dòng = sau"),
        ("/ đầu", "/ đầu"),
        ("= đầu", "= đầu"),
        ("+", "+"),
        ("-", "-"),
        ("1.", "1."),
        ("// x", "// x"),
        ("/* x \\*/", "/* x */"),
        ("http://a_b.vn/x~y", "http://a_b.vn/x~y"),
        ("dưới <1% là", "dưới <1% là"),
        ("@ai", "@ai"),
        ("#read(\"/etc/passwd\")", "#read(\"/etc/passwd\")"),
        ("#include \"x\"", "#include \"x\""),
        ("$x$ và ~ và ... và --- và \\\\", "$x$ và ~ và ... và --- và \\"),
        ("\"thẳng\" “cong” 'a' ‘b’", "\"thẳng\" “cong” 'a' ‘b’"),
        ("một\u{a0}hai", "một hai"),
        ("{{ 7*7 }} {% include 'x' %}", "{{ 7*7 }} {% include 'x' %}"),
        ("**a**; b", "a; b"),
        ("**b**(y)", "b(y)"),
        ("*`x`*.len", "x.len"),
        ("**Nơi nhận:**chữ", "Nơi nhận:chữ"),
    ] {
        prints(&notice(&format!("Trước.\n\n{body}\n\nSau.")), wanted);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn words_of_a_field_are_printed_whatever_stands_between_them(
        text in "([a-zA-Z0-9#$*_`~@<>\\[\\](){}=+/\\\\|;:,.!?&%'\"-]{1,12} ?){1,8}"
    ) {
        let document = notice("Thân.\n\nBài.")
            .replace("họ tên: Hoàng Hữu Khôi", &format!("họ tên: {}", quoted(text.trim())));
        // What no line has room for is refused.
        let refused = problems(&document);
        let too_wide =
            |p: &String| p.contains(" word-too-wide ") || p.contains(" outside-margins ");
        prop_assume!(!refused.iter().any(too_wide));
        // A long word may go over two lines.
        let found = printed(&document).replace(' ', "");
        let wanted = words(&text).concat();
        prop_assert!(found.contains(&wanted), "{:?} is not in {:?}", wanted, found);
    }
}
