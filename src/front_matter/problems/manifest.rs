//! What a template's manifest says of the template and of the fields of its own.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&TEMPLATE_FOLDER, &OWN_FIELD_KNOWN, &OWN_FIELD_NAME, &OWN_FIELD_WORD];

/// A manifest whose template is called otherwise than its folder.
pub(crate) static TEMPLATE_FOLDER: Rule = Rule {
    id: "template-folder",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Thư mục của mẫu mang tên mẫu viết không dấu, nối bằng gạch ngang: mẫu được \
             tìm theo tên ấy.",
        en: "The folder of a template has its name without accents, joined by hyphens: \
             by that it is found.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử nghiệm\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể \
             thức: [đảng]\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
    right: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: \
             [đảng]\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
};

pub(crate) fn template_folder(folder: &str, expected: &str) -> Problem {
    TEMPLATE_FOLDER.problem(
        both!(
            "tên mẫu không khớp với thư mục `{folder}`",
            "the template's name does not fit its folder `{folder}`"
        ),
        both!("tên này", "this name"),
        both!(
            "đổi tên thư mục thành `{expected}`, hoặc sửa tên mẫu",
            "call the folder `{expected}`, or change the name"
        ),
    )
}

/// A field of a kind's own that every document has, or that means something else in
/// templates.
pub(crate) static OWN_FIELD_KNOWN: Rule = Rule {
    id: "own-field-known",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mục riêng của mẫu không được trùng tên với mục mà mọi văn bản đều có.",
        en: "A field of a template's own cannot have the name of one that all documents \
             have.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm \
                                                                           tắt: Mẫu để \
                                                                           thử\ntên \
                                                                           loại: \
                                                                           Thử\nphiên \
                                                                           bản: 1\nthể \
                                                                           thức: \
                                                                           [đảng]\ncác \
                                                                           mục:\n  số: \
                                                                           {type: \
                                                                           string}\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
    right: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm \
                                                                           tắt: Mẫu để \
                                                                           thử\ntên \
                                                                           loại: \
                                                                           Thử\nphiên \
                                                                           bản: 1\nthể \
                                                                           thức: \
                                                                           [đảng]\ncác \
                                                                           mục:\n  số hồ \
                                                                           sơ: {type: \
                                                                           string}\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
};

pub(crate) fn own_field_known(name: &str) -> Problem {
    OWN_FIELD_KNOWN.problem(
        both!(
            "mục `{name}` đã có sẵn trong mọi văn bản",
            "every document has a field `{name}` already"
        ),
        both!("trùng tên", "taken"),
        both!(
            "đặt tên khác cho mục riêng của mẫu",
            "call the template's own field otherwise"
        ),
    )
}

/// A field of a kind's own with a name that no template can use.
pub(crate) static OWN_FIELD_NAME: Rule = Rule {
    id: "own-field-name",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Trong tệp mẫu, mục được gọi bằng tên không dấu nối bằng `_`; tên có ký tự \
             khác thì không gọi được.",
        en: "Templates call a field by its name without accents, joined by `_`; other \
             characters cannot be called.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm \
                                                                           tắt: Mẫu để \
                                                                           thử\ntên \
                                                                           loại: \
                                                                           Thử\nphiên \
                                                                           bản: 1\nthể \
                                                                           thức: \
                                                                           [đảng]\ncác \
                                                                           mục:\n  a/b: \
                                                                           {type: \
                                                                           string}\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
    right: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm \
                                                                           tắt: Mẫu để \
                                                                           thử\ntên \
                                                                           loại: \
                                                                           Thử\nphiên \
                                                                           bản: 1\nthể \
                                                                           thức: \
                                                                           [đảng]\ncác \
                                                                           mục:\n  a b: \
                                                                           {type: \
                                                                           string}\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
};

pub(crate) fn own_field_name(name: &str) -> Problem {
    OWN_FIELD_NAME.problem(
        both!(
            "không dùng `{name}` làm tên mục được",
            "`{name}` cannot be the name of a field"
        ),
        both!("tên này", "this name"),
        both!(
            "chỉ dùng chữ cái, chữ số và dấu cách; bắt đầu bằng chữ cái",
            "use letters, digits and blanks only, a letter first"
        ),
    )
}

/// A word in the definition of a field that does not go with the others.
pub(crate) static OWN_FIELD_WORD: Rule = Rule {
    id: "own-field-word",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Khai báo một mục riêng dùng các từ của JSON Schema; từ nào đi với kiểu nào \
             là do chuẩn ấy đặt ra.",
        en: "A field of a template's own is defined in the words of JSON Schema, which \
             says what goes with what.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm \
                                                                           tắt: Mẫu để \
                                                                           thử\ntên \
                                                                           loại: \
                                                                           Thử\nphiên \
                                                                           bản: 1\nthể \
                                                                           thức: \
                                                                           [đảng]\ncác \
                                                                           mục:\n  loại: \
                                                                           {type: \
                                                                           string, \
                                                                           items: {type: \
                                                                           string}}\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
    right: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm \
                                                                           tắt: Mẫu để \
                                                                           thử\ntên \
                                                                           loại: \
                                                                           Thử\nphiên \
                                                                           bản: 1\nthể \
                                                                           thức: \
                                                                           [đảng]\ncác \
                                                                           mục:\n  loại: \
                                                                           {type: array, \
                                                                           items: {type: \
                                                                           string}}\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
};

pub(crate) fn own_field_word(field: &str, keyword: &str) -> Problem {
    OWN_FIELD_WORD.problem(
        both!("mục `{field}` khai báo `{keyword}` không hợp với các phần \
               khác", "in field `{field}`, `{keyword}` does not go with the rest"),
        both!("mục này", "this field"),
        both!("`enum` và `format` chỉ đi với một đoạn chữ, `items` đi với `type: array`, \
               `properties` và `required` đi với `type: object` (phải \
               có)", "`enum` and `format` go with a text, `items` with `type: array`, `properties` and `required` with `type: object` (which needs them)"),
    )
}
