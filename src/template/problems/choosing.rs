//! Which template a document is set in.

use crate::diagnostic::phrases::{did_you_mean, quoted};
use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&TEMPLATE_UNKNOWN, &TEMPLATE_VERSION, &MANIFEST_MISSING, &LAYOUT_UNSUPPORTED];

/// A template that does not exist.
pub(crate) static TEMPLATE_UNKNOWN: Rule = Rule {
    id: "template-unknown",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mẫu được tìm theo tên, trong thư mục `mẫu/` của cơ quan rồi trong các mẫu \
             có sẵn.",
        en: "Templates are found by name, in the office's folder `mẫu/` and then among \
             the built-in ones.",
    },
    wrong: Example::fields("mẫu: thông báo kết lụn"),
    right: Example::fields("mẫu: thông báo kết luận"),
};

/// There is no template `name`; `near` is nearly that, `known` are all that there are.
pub(crate) fn template_unknown(
    name: &str,
    near: Option<&str>,
    known: &[String],
) -> Problem {
    let known = quoted(known);
    let help = near.map_or_else(
        || both!("các mẫu hiện có: {known}", "the templates are {known}"),
        did_you_mean,
    );
    let problem = TEMPLATE_UNKNOWN.problem(
        both!("không có mẫu văn bản `{name}`", "there is no template `{name}`"),
        both!("mẫu này", "unknown template"),
        help,
    );
    problem.suggesting(near)
}

/// A template whose version is another one than the document asks for.
pub(crate) static TEMPLATE_VERSION: Rule = Rule {
    id: "template-version",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Văn bản ghi `@phiên-bản` thì chỉ lập theo đúng phiên bản ấy của mẫu, để văn \
             bản cũ không đổi khi mẫu đổi.",
        en: "A document that says `@version` is built by that version of its template \
             alone, so that it does not change when the template does.",
    },
    wrong: Example::fields("mẫu: thông báo kết luận@9"),
    right: Example::fields("mẫu: thông báo kết luận"),
};

pub(crate) fn template_version(template: &str, version: &str) -> Problem {
    TEMPLATE_VERSION.problem(
        both!(
            "mẫu `{template}` hiện là phiên bản `{version}`",
            "template `{template}` \
                                                                 has version `{version}` \
                                                                 now"
        ),
        both!("không có phiên bản này", "no such version"),
        both!(
            "xem lại văn bản theo mẫu hiện có rồi ghi `@{version}`, hoặc bỏ phần từ \
               dấu \
               `@`",
            "look the document over and write `@{version}`, or drop the part from `@`"
        ),
    )
}

/// A folder of a template without a manifest.
pub(crate) static MANIFEST_MISSING: Rule = Rule {
    id: "manifest-missing",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "`template.yaml` nói mẫu tên gì, dùng cho thể thức nào, có mục riêng gì.",
        en: "`template.yaml` says how a template is called, which layouts it has and \
             which fields of its own.",
    },
    wrong: Example::fields("mẫu: thử")
        .beside(&[("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n")]),
    right: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: \
             [đảng]\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
};

pub(crate) fn manifest_missing(path: &str) -> Problem {
    MANIFEST_MISSING.problem(
        both!(
            "thư mục mẫu này thiếu tệp `{path}`",
            "the folder of this template lacks \
                                                     `{path}`"
        ),
        both!("mẫu này", "this template"),
        both!(
            "thêm tệp ấy vào thư mục của mẫu (gõ `vanban templates show \"thông báo \
               kết luận\"` để xem một tệp như \
               vậy)",
            "add that file (`vanban templates show` prints one)"
        ),
    )
}

/// A template that has no such layout.
pub(crate) static LAYOUT_UNSUPPORTED: Rule = Rule {
    id: "layout-unsupported",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mẫu chỉ lập được các thể thức ghi trong `template.yaml` của nó.",
        en: "A template sets documents in the layouts that its `template.yaml` lists.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: [nhà \
             nước]\n",
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

pub(crate) fn layout_unsupported(template: &str, layout: &str) -> Problem {
    LAYOUT_UNSUPPORTED.problem(
        both!(
            "mẫu `{template}` chưa có thể thức `{layout}`",
            "template `{template}` has no layout `{layout}` yet"
        ),
        both!("thể thức này", "this layout"),
        both!("chọn thể thức khác", "choose another layout"),
    )
}
