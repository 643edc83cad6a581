//! Pictures.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&PICTURE_OUTSIDE, &PICTURE_BLANK, &PICTURE_WITHOUT_TEXT];

/// A picture outside the document's folder, or on the network.
pub(crate) static PICTURE_OUTSIDE: Rule = Rule {
    id: "picture-outside",
    family: Family::Pictures,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Ảnh nằm trong thư mục của văn bản, để văn bản chép đi nơi khác vẫn lập \
             được.",
        en: "Pictures lie in the folder of the document, so that it can be built \
             wherever it is copied.",
    },
    wrong: Example::body("![sơ đồ](../so-do.svg)"),
    right: Example::body("![sơ đồ](so-do.svg)"),
};

pub(crate) fn picture_outside(path: &str) -> Problem {
    PICTURE_OUTSIDE.problem(
        both!(
            "ảnh `{path}` nằm ngoài thư mục của văn bản",
            "picture `{path}` lies outside the document's folder"
        ),
        both!("ảnh này", "this picture"),
        both!(
            "chép tệp ảnh vào cùng thư mục với văn bản rồi chỉ viết tên tệp",
            "copy the file into the document's folder and write its name only"
        ),
    )
}

/// A blank in the path of a picture, which keeps it from being one.
pub(crate) static PICTURE_BLANK: Rule = Rule {
    id: "picture-blank",
    family: Family::Pictures,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Theo Markdown, đường dẫn có dấu cách phải đặt trong `< >`; nếu không, cả \
             dòng bị in ra thành chữ.",
        en: "In Markdown a path with a blank stands between `<` and `>`; else the line \
             is printed as text.",
    },
    wrong: Example::body("![sơ đồ](so do.svg)"),
    right: Example::body("![sơ đồ](<so do.svg>)"),
};

pub(crate) fn picture_blank(path: &str) -> Problem {
    PICTURE_BLANK.problem(
        both!(
            "đường dẫn của ảnh có dấu cách nên ảnh không được in",
            "a blank in the path keeps this from being a picture"
        ),
        both!("đường dẫn này", "this path"),
        both!(
            "đặt đường dẫn trong dấu `<` `>`: `![mô tả](<{path}>)`",
            "put the path between `<` and `>`: `![description](<{path}>)`"
        ),
    )
}

/// A picture without a description for those who cannot see it.
pub(crate) static PICTURE_WITHOUT_TEXT: Rule = Rule {
    id: "picture-without-text",
    family: Family::Pictures,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Lời mô tả thay cho ảnh với người không nhìn thấy nó; chuẩn PDF/UA bắt buộc \
             có.",
        en: "The description stands for the picture for those who cannot see it; PDF/UA \
             demands it.",
    },
    wrong: Example::body("![](so-do.svg)"),
    right: Example::body("![sơ đồ tuyến đường](so-do.svg)"),
};

pub(crate) fn picture_without_text() -> Problem {
    PICTURE_WITHOUT_TEXT.problem(
        both!("ảnh chưa có lời mô tả", "the picture has no description"),
        both!("ảnh này", "this picture"),
        both!(
            "viết lời mô tả trong ngoặc vuông: `![sơ đồ tuyến đường](anh.png)`",
            "describe it in the brackets: `![plan of the road](plan.png)`"
        ),
    )
}
