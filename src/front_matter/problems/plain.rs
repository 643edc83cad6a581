//! What has no meaning in a value that is plain text.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&NOTE_IN_FIELD, &TAG_IN_FIELD, &MARKS_IN_FIELD];

/// A reference to a note in a value that is plain text.
pub(crate) static NOTE_IN_FIELD: Rule = Rule {
    id: "note-in-field",
    family: Family::Notes,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Các mục khai báo là chữ thường; chú thích cuối trang chỉ đặt trong nội \
             dung.",
        en: "Fields are plain text; footnotes belong to the text.",
    },
    wrong: Example::fields("trích yếu: kết luận cuộc họp[^1]"),
    right: Example::fields("trích yếu: kết luận cuộc họp"),
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
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Thẻ HTML trong mục khai báo được in nguyên từng ký tự. Muốn xuống dòng thì \
             dùng `|`.",
        en: "A tag of HTML in a field is printed character by character. For a line \
             break use `|`.",
    },
    wrong: Example::fields("trích yếu: kết luận<br>cuộc họp"),
    right: Example::fields("trích yếu: |\n  kết luận\n  cuộc họp"),
};

pub(crate) fn tag_in_field(tag: &str) -> Problem {
    TAG_IN_FIELD.problem(
        both!("`{tag}` được in nguyên ra giấy, không có tác \
               dụng", "`{tag}` is printed as it is and does nothing"),
        both!("thẻ này", "this tag"),
        both!("xóa thẻ này; muốn xuống dòng thì viết `|` sau dấu hai chấm rồi viết giá \
               trị ở các dòng dưới, thụt \
               vào", "remove it; for a line break write `|` behind the colon and the value on indented lines below"),
    )
}

/// Marks of emphasis about words of a value that is plain text.
pub(crate) static MARKS_IN_FIELD: Rule = Rule {
    id: "marks-in-field",
    family: Family::Fields,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Kiểu chữ của tên cơ quan, trích yếu, chữ ký do thể thức đặt ra; dấu `**` ở \
             đó được in nguyên.",
        en: "The layout sets how names, subjects and signatures look; `**` in them is \
             printed as it is.",
    },
    wrong: Example::fields("trích yếu: \"**kết luận cuộc họp**\""),
    right: Example::fields("trích yếu: kết luận cuộc họp"),
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
