//! Templates that cannot be run to their end.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[
    &TEMPLATE_SYNTAX,
    &TEMPLATE_UNDEFINED,
    &TEMPLATE_RUNAWAY,
    &TEMPLATE_CYCLE,
    &TEMPLATE_LACKS,
    &TEMPLATE_FAILED,
];

/// A template that cannot be read.
pub(crate) static TEMPLATE_SYNTAX: Rule = Rule {
    id: "template-syntax",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mẫu viết bằng minijinja: `{{ tên }}` in một giá trị, `{% … %}` là một lệnh.",
        en: "Templates are written in minijinja: `{{ name }}` prints a value, `{% … %}` \
             is a statement.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: \
             [đảng]\n",
        ),
        (
            "mẫu/thu/main.typ.j2",
            "{% extends \"base.typ.j2\" %}\n{% block than %}{{ so }{% endblock %}\n",
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

/// `detail` is what the template engine says.
pub(crate) fn template_syntax(detail: &str) -> Problem {
    let problem = TEMPLATE_SYNTAX.problem(
        both!("mẫu văn bản viết sai cú pháp", "the template is malformed: {detail}"),
        both!("sai ở dòng này", "in this line"),
        both!(
            "sửa dòng này trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có sẵn",
            "mend the template, or remove the file to get the built-in one back"
        ),
    );
    problem.with_detail(detail)
}

/// A template uses a name that the document does not have.
pub(crate) static TEMPLATE_UNDEFINED: Rule = Rule {
    id: "template-undefined",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Một tên không có trong văn bản sẽ in ra chỗ trống, nên mẫu gọi tên lạ thì \
             bị từ chối.",
        en: "A name that the document does not have would print as a gap, so it is \
             refused.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[("mẫu/thu/template.yaml", "tên: thử\ntóm \
                                                                           tắt: Mẫu để \
                                                                           thử\ntên \
                                                                           loại: \
                                                                           Thử\nphiên \
                                                                           bản: 1\nthể \
                                                                           thức: \
                                                                           [đảng]\n"), ("mẫu/thu/main.typ.j2", "{% \
                                                                                                                                                                                      extends \
                                                                                                                                                                                      \"base.typ.j2\" \
                                                                                                                                                                                      %}\n{% \
                                                                                                                                                                                      set \
                                                                                                                                                                                      x \
                                                                                                                                                                                      = \
                                                                                                                                                                                      khong_co_ten_nay.y \
                                                                                                                                                                                      %}\n{% \
                                                                                                                                                                                      block \
                                                                                                                                                                                      body \
                                                                                                                                                                                      %}{{ \
                                                                                                                                                                                      khong_co_ten_nay \
                                                                                                                                                                                      }}{% \
                                                                                                                                                                                      endblock \
                                                                                                                                                                                      %}\n")]),
    right: Example::fields("mẫu: thử").beside(&[("mẫu/thu/template.yaml", "tên: thử\ntóm \
                                                                           tắt: Mẫu để \
                                                                           thử\ntên \
                                                                           loại: \
                                                                           Thử\nphiên \
                                                                           bản: 1\nthể \
                                                                           thức: \
                                                                           [đảng]\n"), ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n")]),
};

pub(crate) fn template_undefined(name: &str) -> Problem {
    TEMPLATE_UNDEFINED.problem(
        both!(
            "mẫu văn bản dùng tên `{name}` mà văn bản không có",
            "the template uses `{name}`, which the document does not have"
        ),
        both!("không có tên này", "undefined"),
        both!(
            "sửa tên trong mẫu, hoặc khai báo mục đó trong văn bản",
            "mend the name in the template, or give the field in the document"
        ),
    )
}

/// A template that does not come to an end.
pub(crate) static TEMPLATE_RUNAWAY: Rule = Rule {
    id: "template-runaway",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mẫu có hạn về số bước, để một vòng lặp sai không làm treo máy.",
        en: "A template has a limit of steps, so that a wrong loop does not hang the \
             machine.",
    },
    wrong: Example::described("một vòng lặp không có chỗ dừng", "a loop that never ends"),
    right: Example::described(
        "một vòng lặp qua một danh sách của văn bản",
        "a loop over a list of the document",
    ),
};

pub(crate) fn template_runaway() -> Problem {
    TEMPLATE_RUNAWAY.problem(
        both!("mẫu văn bản chạy mãi không dừng", "the template does not come to an end"),
        both!("đến đây vẫn chưa xong", "still running here"),
        both!(
            "sửa vòng lặp ở dòng này trong mẫu để nó có chỗ dừng",
            "mend the loop in the template"
        ),
    )
}

/// Templates that extend or include each other without end.
pub(crate) static TEMPLATE_CYCLE: Rule = Rule {
    id: "template-cycle",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Một tệp mẫu thay cho tệp có sẵn gọi tệp ấy bằng `co-san/…`; gọi chính nó \
             thì không bao giờ xong.",
        en: "A file in the place of a built-in one calls that as `co-san/…`; one that \
             calls itself never ends.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: \
             [đảng]\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"thu/main.typ.j2\" %}\n"),
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

pub(crate) fn template_cycle() -> Problem {
    TEMPLATE_CYCLE.problem(
        both!("các tệp mẫu gọi nhau vòng quanh không \
               dứt", "the templates call each other without end"),
        both!("gọi vòng ở đây", "round again here"),
        both!("bỏ một lần gọi; tệp thay cho một tệp có sẵn thì gọi tệp ấy bằng tên có \
               `co-san/` ở trước, ví dụ `{{% extends \"co-san/base.typ.j2\" %}}`", "drop \
                                                                                                                                                           one \
                                                                                                                                                           of \
                                                                                                                                                           the \
                                                                                                                                                           calls; \
                                                                                                                                                           a \
                                                                                                                                                           file \
                                                                                                                                                           in \
                                                                                                                                                           the \
                                                                                                                                                           place \
                                                                                                                                                           of \
                                                                                                                                                           a \
                                                                                                                                                           built-in \
                                                                                                                                                           one \
                                                                                                                                                           calls \
                                                                                                                                                           that \
                                                                                                                                                           with \
                                                                                                                                                           `co-san/` \
                                                                                                                                                           before \
                                                                                                                                                           its \
                                                                                                                                                           name, \
                                                                                                                                                           as \
                                                                                                                                                           in \
                                                                                                                                                           `{{% \
                                                                                                                                                           extends \
                                                                                                                                                           \"co-san/base.typ.j2\" \
                                                                                                                                                           %}}`"),
    )
}

/// A template calls for a filter, a function or a file that there is not.
pub(crate) static TEMPLATE_LACKS: Rule = Rule {
    id: "template-lacks",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Bộ lọc, hàm hay tệp mà mẫu gọi đến phải có.",
        en: "Filters, functions and files that a template calls for must exist.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: \
             [đảng]\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"khong-co.typ.j2\" %}\n"),
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

pub(crate) fn template_lacks(name: &str) -> Problem {
    TEMPLATE_LACKS.problem(
        both!("mẫu văn bản gọi đến `{name}` mà không có gì tên như vậy", "the template \
                                                                          calls for \
                                                                          `{name}`, and \
                                                                          there is \
                                                                          nothing of \
                                                                          that name"),
        both!("không có tên này", "no such name"),
        both!("sửa tên ở dòng này trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có \
               sẵn", "mend \
                                                                                              the \
                                                                                              name \
                                                                                              in \
                                                                                              the \
                                                                                              template, \
                                                                                              or \
                                                                                              remove \
                                                                                              the \
                                                                                              file \
                                                                                              to \
                                                                                              get \
                                                                                              the \
                                                                                              built-in \
                                                                                              one \
                                                                                              back"),
    )
}

/// A template that fails in another way.
pub(crate) static TEMPLATE_FAILED: Rule = Rule {
    id: "template-failed",
    family: Family::Templates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mẫu dừng giữa chừng khi chạy trên văn bản này.",
        en: "The template stops half-way over this document.",
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
                                                                           [đảng]\n",
        ),
        (
            "mẫu/thu/main.typ.j2",
            "{% extends \"base.typ.j2\" %}\n{% block body %}{{ 1 / 0 }}{% endblock %}\n",
        ),
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
                                                                           [đảng]\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
};

/// `detail` is what the template engine says.
pub(crate) fn template_failed(detail: &str) -> Problem {
    let problem = TEMPLATE_FAILED.problem(
        both!("mẫu văn bản không chạy được", "the template fails: {detail}"),
        both!("hỏng ở dòng này", "in this line"),
        both!(
            "sửa dòng này trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có sẵn",
            "mend the template, or remove the file to get the built-in one back"
        ),
    );
    problem.with_detail(detail)
}
