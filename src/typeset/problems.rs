//! What can be wrong with the laid-out page.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, both, of_template,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[
    &WORD_TOO_WIDE,
    &OUTSIDE_MARGINS,
    &TABLE_TOO_WIDE,
    &STAMP_TOO_FULL,
    &TYPESET_USER,
    &TYPESET_TEMPLATE,
    &TEMPLATE_FILE,
];

/// How many places with characters that have no glyph are shown: more help nobody.
pub(crate) const MOST_PLACES: usize = 200;

/// A name with a word that is longer than its place on the page.
pub(crate) static WORD_TOO_WIDE: Rule = Rule {
    id: "word-too-wide",
    family: Family::Page,
    explanation: Bilingual {
        vi: "Một chữ viết liền dài hơn chỗ in của nó thì không ngắt dòng được và đè lên \
             phần bên cạnh.",
        en: "A word longer than its place cannot be broken and would run into what \
             stands beside it.",
    },
    wrong: Example::fields("địa danh: Lụcbìnhbạchthôngbắckạnviệtnamđôngnamá"),
    right: Example::fields("địa danh: Lục Bình"),
    ..Rule::ERROR
};

pub(crate) fn word_too_wide(field: &str, word: &str) -> Problem {
    WORD_TOO_WIDE.problem(
        both!(
            "`{field}` có chữ `{word}` dài hơn chỗ in",
            "`{field}` has a word longer than its place, `{word}`"
        ),
        both!("chữ này không ngắt dòng được", "no line end may cut this word"),
        both!(
            "viết rời các tiếng ra, hoặc viết gọn lại",
            "write its syllables apart, or shorten it"
        ),
    )
}

/// A text that leaves the margins of the page: a word too long, a block too high.
pub(crate) static OUTSIDE_MARGINS: Rule = Rule {
    id: "outside-margins",
    family: Family::Page,
    explanation: Bilingual {
        vi: "Không gì được tràn ra ngoài lề: phần tràn không in được hoặc bị xén mất.",
        en: "Nothing leaves the margins: what does is not printed or cut off.",
    },
    wrong: Example::body(
        "Các thôn báo cáo: \
         aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.",
    ),
    right: Example::body("Các thôn báo cáo tiến độ."),
    ..Rule::ERROR
};

/// Most characters that are shown of a text.
const SHOWN: usize = 60;

/// A `text`, or the line of it, leaves the margins.
pub(crate) fn outside_margins(text: &str) -> Problem {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    OUTSIDE_MARGINS.problem(
        both!(
            "`{shown}` không vừa trang giấy, tràn ra ngoài lề",
            "`{shown}` does not fit on the page: it leaves the margins"
        ),
        both!("không đủ chỗ in", "no room for this"),
        both!(
            "viết gọn lại; chữ dài thì viết rời các tiếng ra",
            "make it shorter; write the parts of a long word apart"
        ),
    )
}

/// A table with words that the page is not wide enough for.
pub(crate) static TABLE_TOO_WIDE: Rule = Rule {
    id: "table-too-wide",
    family: Family::Tables,
    explanation: Bilingual {
        vi: "Bảng có nhiều cột chữ dài thì không đủ chỗ ngang; phụ lục khổ ngang rộng \
             hơn.",
        en: "A table of many long words does not fit across the page; an appendix across \
             the sheet is wider.",
    },
    wrong: Example::body(
        "| Nghiêngnghiêngnghiêng | Nghiêngnghiêngnghiêng | Nghiêngnghiêngnghiêng | \
         Nghiêngnghiêngnghiêng |\n|---|---|---|---|\n| a | b | c | d |",
    ),
    right: Example::body("| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |"),
    ..Rule::ERROR
};

pub(crate) fn table_too_wide() -> Problem {
    TABLE_TOO_WIDE.problem(
        both!("bảng rộng hơn khổ giấy", "the table is wider than the page"),
        both!("bảng này", "this table"),
        both!(
            "bớt cột, tách bảng, hoặc đưa bảng vào `phụ lục` với `ngang: có`",
            "take out columns, divide the table, or put it into `phụ lục` with `ngang: \
             có`"
        ),
    )
}

/// The stamp of a copy in which not all finds room that is to be written into it.
pub(crate) static STAMP_TOO_FULL: Rule = Rule {
    id: "stamp-too-full",
    family: Family::Copies,
    regimes: Regimes::Party,
    clause: Some("HD 05-HD/VPTW, Phụ lục 3, 1"),
    explanation: Bilingual {
        vi: "Dấu `Bản sao văn bản` chỉ có 80 mm x 50 mm, trong đó ghi cả nơi nhận bản sao.",
        en: "The stamp `Bản sao văn bản` has 80 mm x 50 mm, and holds the recipients of the copy as \
             well.",
    },
    wrong: Example::fields(
        "sao: {hình thức: sao y, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, nơi nhận: [Chi bộ \
         thôn Nà Chuông và các đồng chí trong Ban Công tác Mặt trận thôn, Chi bộ thôn Cao Lộc và \
         các đồng chí trong Ban Công tác Mặt trận thôn, Chi bộ thôn Nà Nghịu và các đồng chí trong \
         Ban Công tác Mặt trận thôn, Chi bộ thôn Nà Lầu và các đồng chí trong Ban Công tác Mặt trận \
         thôn, Chi bộ thôn Bản Piềng và các đồng chí trong Ban Công tác Mặt trận thôn]}",
    ),
    right: Example::fields(
        "sao: {hình thức: sao y, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, nơi nhận: [Các chi \
         bộ trực thuộc]}",
    ),
    ..Rule::ERROR
};

pub(crate) fn stamp_too_full() -> Problem {
    STAMP_TOO_FULL.problem(
        both!(
            "dấu `Bản sao văn bản` không đủ chỗ",
            "the stamp `Bản sao văn bản` has no room for all of this"
        ),
        both!("không vừa dấu 80 mm x 50 mm", "does not fit into 80 mm x 50 mm"),
        both!(
            "ghi gọn nơi nhận bản sao, ví dụ gộp thành nhóm: `nơi nhận: [Các chi bộ trực thuộc]`",
            "name the recipients of the copy in fewer words, as a group: `nơi nhận: [Các chi bộ \
             trực thuộc]`"
        ),
    )
}

/// Typst refuses something that stands in the user's text.
pub(crate) static TYPESET_USER: Rule = Rule {
    id: "typeset-user",
    family: Family::Page,
    explanation: Bilingual {
        vi: "Phần trình bày trang từ chối giá trị này.",
        en: "The layout refuses this value.",
    },
    wrong: Example::described(
        "một giá trị mà phần trình bày trang không nhận",
        "a value that the layout does not take",
    ),
    right: Example::described(
        "giá trị viết lại cho đơn giản hơn",
        "the value in a simpler form",
    ),
    ..Rule::ERROR
};

/// `detail` is what Typst says of the user's text.
pub(crate) fn typeset_user(detail: &str) -> Problem {
    let problem = TYPESET_USER.problem(
        both!(
            "không trình bày được nội dung này trên trang",
            "this cannot be set on the page"
        ),
        both!("ở đây", "here"),
        both!("viết lại cho đơn giản hơn", "write it in a simpler way"),
    );
    problem.with_detail(detail)
}

/// Typst refuses something that the template wrote.
pub(crate) static TYPESET_TEMPLATE: Rule = Rule {
    id: "typeset-template",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mẫu viết ra mã Typst sai. Đây là lỗi của mẫu, không phải của văn bản.",
        en: "The template writes Typst that is not valid. The fault is the template's, \
             not the document's.",
    },
    wrong: of_template!(
        "{% extends \"base.typ.j2\" %}\n{% block body %}#khong-co-ham-nay(){% endblock %}\n"
    ),
    right: of_template!(),
    ..Rule::ERROR
};

/// `detail` is what Typst says of what the template wrote.
pub(crate) fn typeset_template(detail: &str) -> Problem {
    let problem = TYPESET_TEMPLATE.problem(
        both!(
            "mẫu văn bản có lỗi ở phần trình bày trang",
            "the template cannot be set on the page"
        ),
        both!("mẫu viết ra dòng này", "the template writes this line"),
        both!(
            "đây là lỗi của mẫu, không phải của văn bản: sửa mẫu theo lý do trên, hoặc báo cho người \
             giữ mẫu",
            "the fault is the template's, not the document's: mend it, or tell who keeps the \
             template"
        ),
    );
    problem.with_detail(detail)
}

/// A template reads a file that it may not see.
pub(crate) static TEMPLATE_FILE: Rule = Rule {
    id: "template-file",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mẫu có thể là của người khác viết. Mã Typst của mẫu chỉ thấy ảnh (PNG, JPEG, GIF, WebP, \
             SVG) trong thư mục của văn bản: không thấy tệp khác, gói trên mạng hay phần bổ trợ.",
        en: "A template may be somebody else's. Its Typst code sees pictures (PNG, JPEG, GIF, WebP, \
             SVG) of the document's folder only: no other file, package or plugin.",
    },
    wrong: of_template!(
        "{% extends \"base.typ.j2\" %}\n{% block opening %}\n  paragraph(read(\"vanban.yaml\")),\n{{ super() }}\n{% endblock %}\n"
    ),
    right: of_template!(),
    ..Rule::ERROR
};

/// A template reads `file`.
pub(crate) fn template_file(file: &str) -> Problem {
    TEMPLATE_FILE.problem(
        both!(
            "mẫu văn bản không được đọc `{file}`",
            "a template may not read `{file}`"
        ),
        both!("mẫu chỉ thấy ảnh trong thư mục của văn bản", "only pictures can be seen"),
        both!(
            "chép nội dung cần dùng vào chính tệp mẫu; tệp mẫu khác thì gọi bằng `{{% include %}}` \
             hoặc `{{% import %}}`",
            "copy what is needed into the template itself; take in other templates by `{{% include \
             %}}` or `{{% import %}}`"
        ),
    )
}
