//! Changes to a document, as slips of the hand and of the editor make them, and worse.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// One change; places are found anew in whatever text it meets.
#[derive(Debug, Clone)]
pub(super) enum Mutation {
    Delete(Index, usize),
    Duplicate(Index, usize, Index),
    Insert(Index, String),
    Replace(Index, usize, String),
    Line(Index, Line),
}

/// A change to a whole line.
#[derive(Debug, Clone)]
pub(super) enum Line {
    Drop,
    Double,
    Swap(Index),
    Indent(usize),
    Outdent,
    /// The line with all that is set in under it.
    DropKey,
    /// Another value behind the key.
    Value(String),
    /// Another key before the value.
    Key(&'static str),
}

/// Bits that mean something to YAML, Markdown or Typst, or are hard to print.
#[rustfmt::skip]
const BITS: &[&str] = &[
    "\n", "\n\n", "\r\n", "\r", "\t", "    ", " ", ": ", ":", " #", "- ", "-", "---\n",
    "...\n", "\"", "'", "“", "[", "]", "{", "}", "|", ">", "&a ", "*a", "!x ", "? ", "%",
    "@", "`", "~", "null", "true", "1.50", "0x1F", "2023-13-01", "31/02/2023", "5/6/2023",
    "hạn: ", "<<: ", "**", "*", "__", "_", "```\n", "> ", "# ", "## ", "1. ", "2.1. ",
    "a) ", "I. ", "(i) ", "+ ", "[^1]", "[^1]: ", "![a](b.png)", "[a](http://b.vn)",
    "[a]: b\n", "<b>", "<!--", "-->", "\\", "|a|b|\n|-|-|\n", "&amp;", "#read(\"a\")",
    "$x$", "\u{feff}", "\u{0}", "\u{1b}", "\u{a0}", "\u{ad}", "\u{200b}", "\u{200d}",
    "\u{202e}", "\u{2028}", "\u{85}", "\u{301}", "\u{323}", "\u{e000}0\u{e001}",
    "\u{e002}", "\u{fffd}", "\u{ffff}", "\u{10ffff}", "😀", "漢", "e\u{323}\u{302}", "ﬁ",
    "........", "………………", "________", "2026 2027 2028 ", "0912 345 678 ", "số 5/QĐ-UBND",
    "\u{2060}", "\u{fe0f}", "\u{2067}", "\u{e0001}", "\u{3164}", "\u{200b}\u{200b}\u{200b}",
    "![](", "kèm theo: ", "phụ lục:\n  - ", "Điều 1.", "Chương I", "./.", "Kính gửi:",
    "{giao: a; hạn: b}", "ß", "\u{1680}", "\u{ac00}\u{11a8}", "\u{5d0}", "\u{600}",
];

#[rustfmt::skip]
const KEYS: &[&str] = &[
    "mẫu", "thể thức", "ký", "nơi nhận", "nơi nhân", "trích yếu", "Trich_Yeu", "ngày ký",
    "kết luận", "cuộc họp", "họ tên", "chức vụ", "hạn", "giao", "mục", "x", "\"số\"",
    "? a", "",
];

#[rustfmt::skip]
const VALUES: &[&str] = &[
    "", "~", "[]", "{}", "[a, b]", "[[a]]", "{a: b}", "{họ tên: a}", "12", "012", "1.10",
    "true", "có", "\"\"", "\" \"", "'a", "\"a\\u0041\\n\"", "|\n  a\n  b", ">-\n  a",
    "&x a", "*x", "!y a", "2023-06-31", "6/2023", "đảng", "nhà nước", "**đậm**", "[a]: b",
    "😀", "a: b", "a #b", "-a",
];

fn bit() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(BITS).prop_map(str::to_owned),
        1 => prop::collection::vec(select(BITS), 2..6).prop_map(|bits| bits.concat()),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// A text of such bits with words among them.
pub(super) fn text() -> impl Strategy<Value = String> {
    let words =
        select(&["Giao", "xã", "một", " ", "\n", "\n\n"][..]).prop_map(str::to_owned);
    let bits = prop_oneof![2 => words, 1 => select(BITS).prop_map(str::to_owned)];
    prop::collection::vec(bits, 0..40).prop_map(|bits| bits.concat())
}

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![
        Just(Line::Drop),
        Just(Line::Double),
        any::<Index>().prop_map(Line::Swap),
        (1_usize..5).prop_map(Line::Indent),
        Just(Line::Outdent),
        Just(Line::DropKey),
        select(VALUES).prop_map(|value| Line::Value(value.to_owned())),
        bit().prop_map(Line::Value),
        select(KEYS).prop_map(Line::Key),
    ]
}

/// Any change.
pub(super) fn mutation() -> impl Strategy<Value = Mutation> {
    let place = any::<Index>;
    let length = || prop_oneof![3 => 1_usize..4, 2 => 4_usize..40, 1 => 40_usize..2_000];
    prop_oneof![
        2 => (place(), length()).prop_map(|(at, length)| Mutation::Delete(at, length)),
        2 => (place(), length(), place())
            .prop_map(|(at, length, to)| Mutation::Duplicate(at, length, to)),
        4 => (place(), bit()).prop_map(|(at, text)| Mutation::Insert(at, text)),
        2 => (place(), length(), bit())
            .prop_map(|(at, length, text)| Mutation::Replace(at, length, text)),
        8 => (place(), line()).prop_map(|(at, change)| Mutation::Line(at, change)),
    ]
}

impl Mutation {
    /// The text with this change.
    pub(super) fn apply(&self, text: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        let place = |at: &Index| at.index(text.chars().count() + 1);
        let end =
            |start: usize, length: usize| (start + length).min(text.chars().count());
        match self {
            Self::Delete(at, length) => {
                let start = place(at);
                chars.drain(start..end(start, *length));
            }
            Self::Duplicate(at, length, to) => {
                let start = place(at);
                let part = chars[start..end(start, *length)].to_vec();
                let to = place(to);
                chars.splice(to..to, part);
            }
            Self::Insert(at, more) => {
                let start = place(at);
                chars.splice(start..start, more.chars());
            }
            Self::Replace(at, length, more) => {
                let start = place(at);
                chars.splice(start..end(start, *length), more.chars());
            }
            Self::Line(at, change) => return change.apply(text, *at),
        }
        chars.into_iter().collect()
    }
}

impl Line {
    fn apply(&self, text: &str, at: Index) -> String {
        let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let at = at.index(lines.len());
        let indent = |line: &str| line.len() - line.trim_start().len();
        match self {
            Self::Drop => {
                lines.remove(at);
            }
            Self::Double => lines.insert(at, lines[at].clone()),
            Self::Swap(other) => {
                let other = other.index(lines.len());
                lines.swap(at, other);
            }
            Self::Indent(by) => lines[at].insert_str(0, &" ".repeat(*by)),
            Self::Outdent => {
                lines[at] = lines[at].trim_start().into();
            }
            Self::DropKey => {
                let depth = indent(&lines[at]);
                let below =
                    lines[at + 1..].iter().take_while(|line| indent(line) > depth);
                let count = below.count();
                lines.drain(at..=at + count);
            }
            Self::Value(value) => {
                let key = lines[at].split(':').next().unwrap_or_default();
                lines[at] = format!("{key}: {value}");
            }
            Self::Key(key) => {
                let depth = indent(&lines[at]);
                let value = lines[at].split_once(':').map_or("", |(_, value)| value);
                lines[at] = format!("{}{key}:{value}", " ".repeat(depth));
            }
        }
        lines.join("\n")
    }
}
