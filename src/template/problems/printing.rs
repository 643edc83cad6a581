//! What a template does not print.

use crate::diagnostic::phrases::{did_you_mean, quoted};
use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&TEXT_NOT_PRINTED, &VALUE_NOT_PRINTED, &TEMPLATE_BLOCK];

/// A part of the text that the template does not print.
pub(crate) static TEXT_NOT_PRINTED: Rule = Rule {
    id: "text-not-printed",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Điều gì đã viết thì phải có trên giấy: mẫu bỏ sót một phần nội dung thì bị \
             từ chối.",
        en: "What is written stands on the paper: a template that leaves out a part of \
             the text is refused.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: \
             [đảng]\n",
        ),
        (
            "mẫu/thu/main.typ.j2",
            "{% extends \"base.typ.j2\" %}\n{% block opening %}{% endblock %}\n",
        ),
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

pub(crate) fn text_not_printed(template: &str) -> Problem {
    TEXT_NOT_PRINTED.problem(
        both!("mẫu `{template}` không in phần này", "template `{template}` does not \
                                                     print this"),
        both!("phần này không có trên giấy", "not on the paper"),
        both!("bỏ phần này, dùng mẫu khác, hoặc sửa mẫu để in `mo_dau`, `than_bai`, \
               `ket_thuc`, `phu_luc`", "remove \
                                                                                                             it, \
                                                                                                             take \
                                                                                                             another \
                                                                                                             template, \
                                                                                                             or \
                                                                                                             make \
                                                                                                             the \
                                                                                                             template \
                                                                                                             print \
                                                                                                             `mo_dau`, \
                                                                                                             `than_bai`, \
                                                                                                             `ket_thuc`, \
                                                                                                             `phu_luc`"),
    )
}

/// A value that the template does not print.
pub(crate) static VALUE_NOT_PRINTED: Rule = Rule {
    id: "value-not-printed",
    family: Family::Fields,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Một mục đã khai báo mà mẫu không in thì người ký tưởng nó có trên giấy.",
        en: "A field that is given and not printed is thought to stand on the paper by \
             who signs it.",
    },
    wrong: Example::fields(
        "mẫu: công văn\nthể thức: nhà nước\nký hiệu: UBND-VP\nkính \
                            gửi: Các thôn\ntên loại: Thông báo khẩn",
    )
    .with_body("Các thôn thực hiện./."),
    right: Example::fields(
        "mẫu: công văn\nthể thức: nhà nước\nký hiệu: UBND-VP\nkính \
                            gửi: Các thôn",
    )
    .with_body("Các thôn thực hiện./."),
};

pub(crate) fn value_not_printed(field: &str, template: &str) -> Problem {
    VALUE_NOT_PRINTED.problem(
        both!(
            "mục `{field}` không in ra trong mẫu `{template}`",
            "the template `{template}` does not print this `{field}`"
        ),
        both!("không có trên giấy", "not on the paper"),
        both!(
            "bỏ mục này; nếu dành cho mẫu khác thì ghi dưới tên mẫu ấy trong `theo mẫu`",
            "leave it out; what is for another template goes below its name in `theo mẫu`"
        ),
    )
}

/// A template fills a block that the template which it extends does not have.
pub(crate) static TEMPLATE_BLOCK: Rule = Rule {
    id: "template-block",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Khối lạ tên sẽ không được in, vì mẫu gốc không có chỗ cho nó.",
        en: "A block of an unknown name would not be printed: the base has no place for \
             it.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: \
             [đảng]\n",
        ),
        (
            "mẫu/thu/main.typ.j2",
            "{% extends \"base.typ.j2\" %}\n{% block bodi %}{% endblock %}\n",
        ),
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

/// The template that is extended has no block `name`; `near` is nearly that, `known` are all that
/// it has.
pub(crate) fn template_block(
    name: &str,
    near: Option<&str>,
    known: &[String],
) -> Problem {
    let known = quoted(known);
    let help = near.map_or_else(
        || both!("các khối có thể thay: {known}", "the blocks are {known}"),
        did_you_mean,
    );
    let problem = TEMPLATE_BLOCK.problem(
        both!(
            "mẫu gốc không có khối `{name}` nên phần này không được in",
            "the template extended has no block `{name}`, so this is not printed"
        ),
        both!("không có khối này", "no such block"),
        help,
    );
    problem.suggesting(near)
}
