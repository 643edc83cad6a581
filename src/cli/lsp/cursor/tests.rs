//! Places in whole and in broken YAML.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::yaml::fields;
use super::*;

/// The place of `│` in a text: the path, what may stand there, the word.
fn at(marked: &str) -> String {
    let offset = marked.find('│').unwrap();
    let text = marked.replace('│', "");
    let Some(cursor) = cursor(&text, 0..text.len(), offset) else {
        return "nothing".to_owned();
    };
    let Cursor { path, at, word, colon, glued, .. } = cursor;
    let marks = [(colon, ":"), (glued, "!")];
    let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, m)| *m).collect();
    format!("{} {at:?} `{}`{marks}", path.join("/"), &text[word])
}

#[test]
fn the_place_is_known_whatever_is_broken() {
    for (text, wanted) in [
        ("│", " Key ``"),
        ("số: 1\n│", " Key ``"),
        ("số: 1\ntrí│", " Key `trí`"),
        ("số: 1\ntrí│ch yếu: a", " Key `trích yếu`:"),
        ("ký:\n  │", "ký Key ``"),
        ("ký:\n  họ│\nsố: 1", "ký Key `họ`"),
        ("ký:\n  họ tên: A\n│", " Key ``"),
        ("ký:\n  họ tên: A\n  │", "ký Key ``"),
        ("độ khẩn: │", "độ khẩn Value ``"),
        ("độ khẩn:│", "độ khẩn Value ``!"),
        ("độ khẩn: khẩ│n # x", "độ khẩn Value `khẩn`"),
        ("số: 1 # a│", "nothing"),
        ("#│", "nothing"),
        ("cuộc họp:\n  dự họp:\n    - │", "cuộc họp/dự họp Entry ``"),
        ("cuộc họp:\n  dự họp:\n    -│", "cuộc họp/dự họp Entry ``!"),
        ("cuộc họp:\n  dự họp:\n  - A│", "cuộc họp/dự họp Entry `A`"),
        ("nơi nhận:\n- a\n- b│\nký:", "nơi nhận Entry `b`"),
        ("kết luận:\n  - nội dung: a\n    │", "kết luận Key ``"),
        ("kết luận:\n  - nội dung: a\n  │", "kết luận Key ``"),
        ("kết luận:\n  - nội dung: a\n    giao: │", "kết luận/giao Value ``"),
        ("ký: {│", "ký Key ``"),
        ("ký: {họ tên: A, │", "ký Key ``"),
        ("ký: {họ tên: A, ch│ức vụ: B}", "ký Key `chức vụ`:"),
        ("ký: {họ tên: │", "ký/họ tên Value ``"),
        ("ký: {họ tên: A│, x: y}", "ký/họ tên Value `A`"),
        ("kính gửi: [A, B│ c, D]", "kính gửi Value `B c`"),
        ("kính gửi: [A,\n  │", "kính gửi Value ``"),
        ("kính gửi: [A\nsố│: 1", " Key `số`:"),
        ("kính gửi: [A\n  B│ c]", "kính gửi Value `B c`"),
        ("kính gửi: [A\nsố│", " Key `số`"),
        ("kính gửi: [A] │", "nothing"),
        ("mở đầu: |\n  a: │", "nothing"),
        ("mở đầu: |\n  a: b\n│", " Key ``"),
        ("mở đầu: |│", "nothing"),
        ("ký: \"A\n  b│", "ký Key `b`"),
        ("a: b: c│", "a Value `b: c`"),
        ("- │", " Entry ``"),
    ] {
        assert_eq!(at(text), wanted, "{text}");
    }
}

#[rustfmt::skip]
const BITS: &[&str] = &[
    "\n", "\r\n", "\r", "  ", "\t", ":", ": ", "- ", "-", "{", "}", "[", "]", ", ", "#", " #", "\"",
    "'", "|", ">", "số", "ký hiệu", "o\u{302}\u{301}", "😀", "\u{feff}", "\u{a0}", "---", "a: b",
];

proptest! {
    /// Every place of whatever is typed is one of a line, with the word that is typed there.
    #[test]
    fn any_text_has_places(bits in vec(select(BITS), 0..60)) {
        let text = bits.concat();
        for field in fields(&text, 0..text.len()) {
            prop_assert!(text.get(field.key.clone()).is_some(), "{text:?} {field:?}");
            prop_assert!(text.get(field.value.clone()).is_some(), "{text:?} {field:?}");
        }
        for offset in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let Some(Cursor { word, .. }) = cursor(&text, 0..text.len(), offset) else {
                continue;
            };
            let typed = text.get(word.clone());
            prop_assert!(typed.is_some_and(|typed| !typed.contains('\n')), "{text:?} {word:?}");
            prop_assert!((word.start..=word.end).contains(&offset), "{text:?} {word:?}");
        }
    }
}
