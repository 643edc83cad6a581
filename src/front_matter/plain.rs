//! Marks of Markdown in values that are plain text: they would be printed as they are typed.

use std::ops::Range;

use super::node::{Kind, Node};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::field;
use crate::source::{Sources, Span, offset_map};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&NOTE_IN_FIELD, &TAG_IN_FIELD, &MARKS_IN_FIELD];

/// The fields that take Markdown, and those whose values are not printed.
const EXEMPT: [&str; 8] = [
    field::TEMPLATE.key,
    field::REGIME.key,
    field::PRESENTATION.key,
    field::CHECKS.key,
    field::OPENING.key,
    field::CLOSING.key,
    field::PROCEEDINGS.key,
    field::TEXT.key,
];

/// The fields that list conclusions.
const CONCLUSIONS: [&str; 2] = [field::CONCLUSIONS.key, field::ITEMS.key];

/// The tags that secretaries know from web pages.
const TAGS: [&str; 9] = ["br", "b", "i", "u", "p", "strong", "em", "sup", "sub"];

/// Says where the plain values of a front matter have marks of Markdown.
pub(super) fn check(tree: &Node, sources: &Sources) -> Diagnostics {
    let mut search = Search { sources, found: Diagnostics::default() };
    search.node(tree);
    search.found
}

struct Search<'a> {
    sources: &'a Sources,
    found: Diagnostics,
}

impl Search<'_> {
    fn node(&mut self, node: &Node) {
        match &node.kind {
            Kind::Null => {}
            Kind::Scalar(text) => self.text(text, node.span),
            Kind::List(list) => list.iter().for_each(|node| self.node(node)),
            Kind::Map(map) => {
                for (key, node) in map {
                    match key.name.as_str() {
                        name if CONCLUSIONS.contains(&name) => self.conclusions(node),
                        name if name == field::RECIPIENTS.key => self.recipients(node),
                        name if EXEMPT.contains(&name) => {}
                        _ => self.node(node),
                    }
                }
            }
        }
    }

    /// A conclusion that is nothing but a text takes Markdown.
    fn conclusions(&mut self, node: &Node) {
        let Kind::List(list) = &node.kind else { return };
        for one in list {
            match &one.kind {
                Kind::Map(_) => self.node(one),
                Kind::Null | Kind::Scalar(_) | Kind::List(_) => {}
            }
        }
    }

    /// The names of groups are printed, too.
    fn recipients(&mut self, node: &Node) {
        if let Some(groups) = node.fields() {
            for (name, _) in groups {
                self.text(&name.text, name.span);
            }
        }
        self.node(node);
    }

    fn text(&mut self, text: &str, span: Span) {
        let marks = marks(text);
        if marks.is_empty() {
            return;
        }
        let map = offset_map(text, self.sources.slice(span));
        let place = |at: usize| span.start + map.get(at).copied().unwrap_or_default();
        for (mark, range) in marks {
            // Every mark ends with a sign of one byte.
            let (start, end) = (place(range.start), place(range.end - 1) + 1);
            let end = end.clamp(start, span.end.max(start));
            let problem = match mark {
                Mark::Note => note_in_field(&text[range]),
                Mark::Tag => tag_in_field(&text[range]),
                Mark::Emphasis(marks) => marks_in_field(marks),
            };
            self.found.push(problem, Span::new(span.file, start..end));
        }
    }
}

/// What would be more than text in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `[^1]`
    Note,
    /// `<br>`
    Tag,
    /// Words between these marks.
    Emphasis(&'static str),
}

/// The marks in a text, in their order.
fn marks(text: &str) -> Vec<(Mark, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let mark = match c {
            '[' => note(&text[at..]).map(|length| (Mark::Note, length)),
            '<' => tag(&text[at..]).map(|length| (Mark::Tag, length)),
            '*' | '_' => emphasis(text, at),
            _ => None,
        };
        let length = mark.map_or(c.len_utf8(), |(_, length)| length);
        found.extend(mark.map(|(mark, length)| (mark, at..at + length)));
        at += length;
    }
    found
}

/// The length of a reference to a note at the start of a text.
fn note(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[^")?;
    let end = name.find(']')?;
    let stands = end > 0 && !name[..end].contains([' ', '\n', '[']);
    stands.then_some("[^".len() + end + 1)
}

/// The length of a tag at the start of a text.
fn tag(text: &str) -> Option<usize> {
    let end = text.find('>')?;
    let name = text[1..end].trim_matches(['/', ' ']).to_lowercase();
    TAGS.contains(&name.as_str()).then_some(end + 1)
}

/// The length of words between marks of emphasis, where the marks start at `at`: these stand
/// against the words inside and against none outside, so that `5*3`, `(*)` and `____` are nothing.
fn emphasis(text: &str, at: usize) -> Option<(Mark, usize)> {
    let rest = &text[at..];
    let marks = ["**", "__", "*"].into_iter().find(|marks| rest.starts_with(marks))?;
    let inside = &rest[marks.len()..];
    let opens = |c: char| c.is_alphanumeric() || "“\"'([".contains(c);
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if !inside.starts_with(opens) || is_word(text[..at].chars().next_back()) {
        return None;
    }
    let closes = |end: &usize| {
        let (before, after) = (&inside[..*end], &inside[*end + marks.len()..]);
        !before.ends_with(|c: char| c.is_whitespace() || c == '*')
            && !is_word(after.chars().next())
            && !after.starts_with('*')
    };
    let end = inside.match_indices(marks).map(|(end, _)| end).find(closes)?;
    let words = inside[..end].chars().any(char::is_alphabetic);
    words.then_some((Mark::Emphasis(marks), 2 * marks.len() + end))
}

/// A reference to a note in a value that is plain text.
pub(crate) static NOTE_IN_FIELD: Rule = Rule {
    id: "note-in-field",
    family: Family::Notes,
    explanation: Bilingual {
        vi: "Các mục khai báo là chữ thường; chú thích cuối trang chỉ đặt trong nội \
             dung.",
        en: "Fields are plain text; footnotes belong to the text.",
    },
    wrong: Example::fields("trích yếu: kết luận cuộc họp[^1]"),
    right: Example::fields("trích yếu: kết luận cuộc họp"),
    ..Rule::ERROR
};

pub(crate) fn note_in_field(note: &str) -> Problem {
    NOTE_IN_FIELD.problem(
        both!(
            "mục này không nhận chú thích cuối trang `{note}`",
            "this field takes no footnote `{note}`"
        ),
        both!("chú thích ở đây", "a note here"),
        both!(
            "xóa `{note}` ở đây; cần chú thích thì đặt `{note}` vào phần nội dung",
            "remove `{note}` here; put it into the text where a note is needed"
        ),
    )
}

/// A tag of HTML in a value that is plain text.
pub(crate) static TAG_IN_FIELD: Rule = Rule {
    id: "tag-in-field",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Thẻ HTML trong mục khai báo được in nguyên từng ký tự. Muốn xuống dòng thì \
             dùng `|`.",
        en: "A tag of HTML in a field is printed character by character. For a line \
             break use `|`.",
    },
    wrong: Example::fields("trích yếu: kết luận<br>cuộc họp"),
    right: Example::fields("trích yếu: |\n  kết luận\n  cuộc họp"),
    ..Rule::WARNING
};

pub(crate) fn tag_in_field(tag: &str) -> Problem {
    TAG_IN_FIELD.problem(
        both!(
            "`{tag}` được in nguyên ra giấy, không có tác dụng",
            "`{tag}` is printed as it is and does nothing"
        ),
        both!("thẻ này", "this tag"),
        both!(
            "xóa thẻ này; muốn xuống dòng thì viết `|` sau dấu hai chấm rồi viết giá \
             trị ở các dòng dưới, thụt vào",
            "remove it; for a line break write `|` behind the colon and the value on \
             indented lines below"
        ),
    )
}

/// Marks of emphasis about words of a value that is plain text.
pub(crate) static MARKS_IN_FIELD: Rule = Rule {
    id: "marks-in-field",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Kiểu chữ của tên cơ quan, trích yếu, chữ ký do thể thức đặt ra; dấu `**` ở \
             đó được in nguyên.",
        en: "The layout sets how names, subjects and signatures look; `**` in them is \
             printed as it is.",
    },
    wrong: Example::fields("trích yếu: \"**kết luận cuộc họp**\""),
    right: Example::fields("trích yếu: kết luận cuộc họp"),
    ..Rule::WARNING
};

pub(crate) fn marks_in_field(marks: &str) -> Problem {
    MARKS_IN_FIELD.problem(
        both!(
            "dấu `{marks}` được in nguyên ra giấy, không làm đậm hay nghiêng chữ",
            "`{marks}` is printed as it is and makes nothing bold or italic"
        ),
        both!("mục này chỉ là chữ thường", "this field is plain text"),
        both!(
            "xóa dấu `{marks}` ở hai đầu; mục này được in theo thể thức",
            "remove `{marks}` at both ends; the layout sets this field"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_signs() {
        for (text, found) in [
            ("**Đảng ủy**", &["**Đảng ủy**"][..]),
            ("Ban *Chỉ đạo*, xã", &["*Chỉ đạo*"]),
            ("__Lưu__: VT", &["__Lưu__"]),
            ("A<br>B<BR />C", &["<br>", "<BR />"]),
            ("các thôn[^1]", &["[^1]"]),
            ("5*3*2 m", &[]),
            ("A * B * C", &[]),
            ("(*) ghi chú (*)", &[]),
            ("Ngày ____ tháng ____", &[]),
            ("a_b__c__d", &[]),
            ("*", &[]),
            ("** 5 **", &[]),
            ("*Ghi chú", &[]),
            ("nhỏ hơn <1% và >", &[]),
            ("[^ ]", &[]),
        ] {
            let marks: Vec<_> =
                marks(text).into_iter().map(|(_, at)| &text[at]).collect();
            assert_eq!(marks, found, "{text}");
        }
    }
}
