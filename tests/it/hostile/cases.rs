//! Documents that nobody means well with, and what is to be said of each. Shared with the
//! benchmark, which measures how long that takes.

#[path = "pictures.rs"]
mod pictures;

/// One hostile document.
pub(crate) struct Case {
    /// What is hostile about it.
    pub(crate) name: &'static str,
    /// The rule that refuses it; `None` where it is done.
    pub(crate) rule: Option<&'static str>,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// The picture beside it.
    pub(crate) picture: Option<(&'static str, Vec<u8>)>,
}

/// So many levels, as the worst of inputs has them.
const DEEP: usize = 100_000;

const SENTENCE: &str =
    "Giao các thành viên Ban Chỉ đạo xã chủ động tham mưu, báo cáo tiến độ. ";

fn document(fields: &str, body: &str) -> String {
    format!(
        "---\ncơ quan chủ quản: Đảng ủy xã Lục Bình\ncơ quan ban hành: Ban Chỉ đạo\n\
         ký hiệu: TB/BCĐ\nđịa danh: Lục Bình\nngày ký: 6/2023\ntrích yếu: kết luận cuộc họp\n\
         nơi nhận: [Thành viên BCĐ xã, Lưu Đảng ủy xã]\nký: {{chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}}\n\
         {fields}---\n\n{body}\n"
    )
}

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let mut all = yaml();
    all.extend(markdown());
    all.extend(sizes());
    all.extend(rows());
    all.extend(unseen());
    all.extend(encodings());
    all.extend(pictures::pictures());
    all
}

fn case(
    name: &'static str,
    rule: impl Into<Option<&'static str>>,
    bytes: impl Into<Vec<u8>>,
) -> Case {
    Case { name, rule: rule.into(), bytes: bytes.into(), picture: None }
}

fn yaml() -> Vec<Case> {
    let refers = |n: usize| {
        format!("b{n}: &b{n} [{}]\n", vec![format!("*b{}", n - 1); 10].join(", "))
    };
    let bomb: String = (1..10).map(refers).collect();
    let front = |name, rule, fields: String| case(name, rule, document(&fields, "Một."));
    let open = |unit: &str| format!("mở đầu: {}\n", unit.repeat(DEEP));
    let steps: String = (1..1_500).map(|n| " ".repeat(n) + "a:\n").collect();
    let keys =
        |count: usize| (0..count).map(|n| format!("k{n}: v\n")).collect::<String>();
    vec![
        front("yaml: alias bomb", "yaml-syntax", format!("b0: &b0 [a, a]\n{bomb}")),
        front("yaml: alias of itself", "yaml-syntax", "a: &a [*a]\n".into()),
        front("yaml: [ 100,000 times", "yaml-syntax", open("[")),
        front(
            "yaml: [] 100,000 times",
            "yaml-syntax",
            open("[").trim_end().to_owned() + &"]".repeat(DEEP) + "\n",
        ),
        front("yaml: {a: 100,000 times", "yaml-syntax", open("{a: ")),
        front(
            "yaml: - 100,000 times",
            "yaml-syntax",
            format!("mở đầu:\n  {}a\n", "- ".repeat(DEEP)),
        ),
        front(
            "yaml: ? 100,000 times",
            "yaml-syntax",
            format!("mở đầu:\n  {}a\n", "? ".repeat(DEEP)),
        ),
        front("yaml: 1,500 levels set in", "yaml-syntax", format!("mở đầu:\n{steps}")),
        front("yaml: 5,000 unknown keys", "unknown-field", keys(5_000)),
        front("yaml: 100,000 keys", "yaml-syntax", keys(100_000)),
        front("yaml: 5,000 times one key", "duplicate-key", "a: b\n".repeat(5_000)),
        front(
            "yaml: a value of 3 MB",
            "too-long",
            format!("liên hệ: {}\n", "a".repeat(3_000_000)),
        ),
        front(
            "yaml: a running text of 3 MB",
            "too-large",
            format!("mở đầu: {}\n", "Một hai. ".repeat(300_000)),
        ),
    ]
}

fn markdown() -> Vec<Case> {
    let deep = |name, rule: Option<&'static str>, unit: &str| {
        case(name, rule, document("", &unit.repeat(DEEP)))
    };
    let both = |name, rule, open: &str, close: &str| {
        let text = open.repeat(DEEP) + "chữ" + &close.repeat(DEEP);
        case(name, rule, document("", &text))
    };
    let indented: String = (0..1_000).map(|n| "  ".repeat(n) + "- a\n").collect();
    vec![
        deep("markdown: > 100,000 times", Some("nesting-too-deep"), "> "),
        deep("markdown: >> 100,000 times", Some("nesting-too-deep"), ">"),
        deep("markdown: 1. 100,000 times", Some("too-large"), "1. "),
        deep("markdown: - 100,000 times", None, "- "),
        both("markdown: - a 100,000 times", "too-large", "- ", ""),
        case("markdown: 1,000 lists set in", "nesting-too-deep", document("", &indented)),
        deep("markdown: *a 100,000 times", Some("too-large"), "*a"),
        deep("markdown: **a 100,000 times", Some("too-large"), "**a "),
        both("markdown: *_ _* 100,000 times", "too-large", "*_", "_*"),
        both("markdown: ** ** 100,000 times", "too-large", "**a ", " b**"),
        deep("markdown: [ 100,000 times", Some("too-large"), "["),
        deep("markdown: ![ 100,000 times", Some("too-large"), "!["),
        both("markdown: [](a) 100,000 times", "too-large", "[", "](a)"),
        deep("markdown: [a]( 100,000 times", Some("too-large"), "[a]("),
        deep("markdown: ` 100,000 times", Some("nothing-to-print"), "`"),
        deep("markdown: <a 100,000 times", Some("too-large"), "<a "),
        deep("markdown: <!-- 100,000 times", Some("comment-swallows"), "<!--"),
        deep("markdown: [^a] 100,000 times", Some("footnote-missing"), "[^a]"),
        deep("markdown: &amp 100,000 times", Some("too-large"), "&amp"),
    ]
}

fn sizes() -> Vec<Case> {
    let body =
        |name, rule: &'static str, text: String| case(name, rule, document("", &text));
    let prose = |bytes: usize| SENTENCE.repeat(bytes / SENTENCE.len());
    let notes: String = (0..5_000).map(|n| format!("[^{n}]: chú thích\n\n")).collect();
    let marks: String = (0..5_000).map(|n| format!("a[^{n}] ")).collect();
    let appendix =
        |text: &str| format!("phụ lục:\n  - tiêu đề: Danh mục\n    nội dung: |\n{text}");
    let spread: String = (0..5_000).map(|n| format!("a[^{n}]\n\n")).collect();
    vec![
        body("size: 50 MB", "too-large", prose(50_000_000)),
        body("size: a line of 10 MB", "too-large", "a".repeat(10_000_000)),
        body("size: a paragraph of 5 MB", "too-large", prose(5_000_000)),
        body("size: a paragraph of 3 MB", "too-large", prose(3_000_000)),
        body(
            "size: 3 MB in paragraphs",
            "too-large",
            format!("{SENTENCE}\n\n").repeat(30_000),
        ),
        body("size: a word of 1 MB", "too-large", "a".repeat(1_000_000)),
        body(
            "size: a letter of 1 MB",
            "too-large",
            "a".to_owned() + &"\u{301}".repeat(500_000),
        ),
        body("size: 500,000 emoji", "too-large", "😀 ".repeat(500_000)),
        body(
            "size: 20,000 rows",
            "too-large",
            "|a|b|\n|-|-|\n".to_owned() + &"|a|b|\n".repeat(20_000),
        ),
        body(
            "size: 5,000 footnotes in a line",
            "too-large",
            format!("{marks}\n\n{notes}"),
        ),
        body("size: 5,000 footnotes", "too-large", format!("{spread}{notes}")),
        body("size: 50,000 items", "too-large", "- a\n".repeat(50_000)),
        body("size: 100,000 line breaks", "too-large", "a\\\n".repeat(100_000)),
        case(
            "size: 990 appendices across",
            "too-large",
            document(
                &format!(
                    "phụ lục:\n{}",
                    "  - {tiêu đề: Danh mục, ngang: có, nội dung: Một.}\n".repeat(990)
                ),
                "Một.",
            ),
        ),
        case(
            "size: 300 appendices across",
            None,
            document(
                &format!(
                    "phụ lục:\n{}",
                    "  - {tiêu đề: Danh mục, ngang: có, nội dung: Một.}\n".repeat(300)
                ),
                "Một.",
            ),
        ),
        case(
            "size: 3,000 line breaks in an appendix",
            "too-large",
            document(&appendix(&"      a\\\n".repeat(3_000)), "Một."),
        ),
        body(
            "size: 100,000 lines of code",
            "too-large",
            "```\n".to_owned() + &"a\n".repeat(100_000) + "```",
        ),
        body("size: 3,000,000 empty lines", "nothing-to-print", "\n".repeat(3_000_000)),
    ]
}

/// Rows of signs and numbers, and what keeps words together.
fn rows() -> Vec<Case> {
    let body = |name, rule: Option<&'static str>, text: String| {
        case(name, rule, document("", &text))
    };
    let dated =
        |n: usize| format!("Ngày {:02} tháng 6 năm 2026, số {n}/UBND-VP. ", n % 28 + 1);
    let task = |n: usize| {
        format!("  - nội dung: Việc {n}\n    giao: Phòng Kinh tế\n    hạn: 10/6/2026\n")
    };
    let tasks: String = (0..2_859).map(task).collect();
    vec![
        body("rows: 2,000 sentences with a date", None, (0..2_000).map(dated).collect()),
        body("rows: 10,000 years", None, "2026 ".repeat(10_000)),
        body("rows: 5,000 telephone numbers", None, "0912 345 678 ".repeat(5_000)),
        body("rows: 20,000 ends of codes", None, "a/b- ".repeat(19_000)),
        body("rows: 2,000 dots", None, format!("Họ tên: {}", ".".repeat(2_000))),
        body("rows: 100,000 dots", Some("too-large"), ".".repeat(100_000)),
        body("rows: 100,000 dots, parted", Some("too-large"), "........ ".repeat(12_000)),
        body("rows: 300 lines to fill in", None, "Họ tên: ........\n\n".repeat(300)),
        body(
            "rows: 40 words of 200 letters",
            Some("outside-margins"),
            format!("{} ", "a".repeat(200)).repeat(40),
        ),
        case(
            "rows: a name 1,100 times",
            "outside-margins",
            document("", "Một.")
                .replace("kết luận cuộc họp", "Việt Nam ".repeat(1_100).trim_end()),
        ),
        case(
            "rows: 2,859 conclusions",
            "yaml-syntax",
            document(&format!("kết luận:\n{tasks}"), "Một."),
        ),
    ]
}

/// Characters that are not seen.
fn unseen() -> Vec<Case> {
    let body = |name, rule: Option<&'static str>, unit: &str, count: usize| {
        case(name, rule, document("", &format!("Thôn {}.", unit.repeat(count))))
    };
    vec![
        body("unseen: U+200E a", Some("bidi-control"), "\u{200e} a", 8_000),
        body("unseen: U+2067 a", Some("bidi-control"), "\u{2067} a", 95),
        body("unseen: U+202E", Some("bidi-control"), "\u{202e}", 100_000),
        body("unseen: U+200D a", None, "\u{200d} a", 8_000),
        body("unseen: U+200B", None, "\u{200b}", 100_000),
        body("unseen: a U+00AD", None, "a\u{ad} ", 8_000),
        body("unseen: U+FE0F a", None, "\u{fe0f} a", 8_000),
        body("unseen: U+E0001 a", None, "\u{e0001} a", 8_000),
        body("unseen: U+E003 in a word", Some("glyph-missing"), "aaaaaaaaaa\u{e003}", 20),
    ]
}

/// Letters of one byte each: bytes as Latin-1 shows them.
fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c).expect("Latin-1")).collect()
}

fn encodings() -> Vec<Case> {
    const TCVN3: &str =
        "---\nc¬ quan ban hµnh: ñy ban nh©n d©n x·\n---\n\nCéng hßa x· héi chñ nghÜa.\n";
    const VNI: &str =
        "---\ncô quan ban haønh: uûy ban nhaân daân xaõ\n---\n\nCoäng hoøa xaõ hoäi.\n";
    let text = document("", "Một.");
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xff\xfe", &utf16[..]].concat();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    vec![
        case("encoding: a zero byte", "nul-byte", document("", "a\0b")),
        case("encoding: 3 MB of zero bytes", "nul-byte", vec![0; 3_000_000]),
        case(
            "encoding: 3 MB of 0xFF",
            "not-utf8",
            [b"---\n", &[0xff; 3_000_000][..]].concat(),
        ),
        case("encoding: UTF-16", "utf16", marked),
        case("encoding: UTF-16 without a mark", "utf16", utf16),
        case("encoding: UTF-16, big end first", "utf16", big),
        case("encoding: TCVN3", "legacy-encoding", latin1(TCVN3)),
        case("encoding: VNI", "legacy-encoding", latin1(VNI)),
        case("encoding: TCVN3 taken for Latin-1", "legacy-encoding", TCVN3),
        case("encoding: VNI taken for Latin-1", "legacy-encoding", VNI),
        case(
            "encoding: TCVN3 pasted in",
            "legacy-encoding",
            document("", "Độc lập.\n\nCéng hßa x· héi.\n"),
        ),
    ]
}
