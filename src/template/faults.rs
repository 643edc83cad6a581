//! What is wrong with a template, at its file and line.

use minijinja::value::Value;
use minijinja::{Error, ErrorKind};

use super::depth::template_too_deep;
use super::environment::traced;
use super::files::Templates;
use super::known_names::{near_call, near_value};
use super::marks::{SharedMarks, lock};
use super::trace::Traced;
use crate::diagnostic::phrases::did_you_mean;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Rule, both, of_template, whole_file,
};
use crate::source::{FileId, Source, Sources, Span};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[
    &TEMPLATE_SYNTAX,
    &TEMPLATE_UNDEFINED,
    &TEMPLATE_RUNAWAY,
    &TEMPLATE_CYCLE,
    &TEMPLATE_LACKS,
    &TEMPLATE_FAILED,
];

/// Reports an error of the template engine over `values`; the template joins the sources, to be
/// shown.
pub(super) fn report(
    error: &Error,
    main: &str,
    templates: &Templates,
    values: &Value,
    marks: &SharedMarks,
    sources: &mut Sources,
) -> Diagnostics {
    if let Some((source, place)) = lock(marks).refused() {
        let span = Span::new(sources.add((*source).clone()), place);
        return [(template_too_deep(), span)].into_iter().collect();
    }
    let error = innermost(error);
    let path = error.name().unwrap_or(main);
    let source = templates.get(path).cloned().unwrap_or_else(|| Source::new(path, ""));
    let file = sources.add(source);
    let traced = || {
        let number = templates.shared(path).map(|source| lock(marks).file(source));
        traced(sources.get(file).text(), number.unwrap_or_default())
    };
    let span = place(error, file, sources.get(file), traced);
    let problem = problem(error, sources.slice(span), values, templates);
    [(problem, span)].into_iter().collect()
}

/// Reports that a template wrote too much; it joins the sources, to be shown.
pub(super) fn too_much(
    main: &str,
    templates: &Templates,
    sources: &mut Sources,
) -> Diagnostics {
    let source = templates.get(main).cloned().unwrap_or_else(|| Source::new(main, ""));
    let file = sources.add(source);
    [(template_runaway(), whole_file(file))].into_iter().collect()
}

/// The error that the errors of includes and blocks around it were caused by.
fn innermost(error: &Error) -> &Error {
    let cause = std::error::Error::source(error).and_then(|e| e.downcast_ref::<Error>());
    cause.filter(|cause| cause.line().is_some()).map_or(error, innermost)
}

fn place(
    error: &Error,
    file: FileId,
    source: &Source,
    traced: impl FnOnce() -> Traced,
) -> Span {
    if let Some(range) = error.range() {
        let traced = traced();
        let clip = |offset| traced.original(offset).min(source.text().len());
        return Span::new(file, clip(range.start)..clip(range.end));
    }
    let line = error.line().and_then(|line| source.line_range(line));
    Span::new(file, line.unwrap_or(0..0))
}

fn problem(
    error: &Error,
    written: &str,
    values: &Value,
    templates: &Templates,
) -> Problem {
    let detail = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::UndefinedError => {
            let name = detail.split('`').nth(1).unwrap_or(written).trim().to_owned();
            template_undefined(&name, near_value(&name, values).as_deref())
        }
        ErrorKind::SyntaxError | ErrorKind::BadEscape => template_syntax(&reason(error)),
        ErrorKind::OutOfFuel => template_runaway(),
        _ if detail.contains("recursion limit") || detail.starts_with("cycle") => {
            template_cycle()
        }
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownFunction
        | ErrorKind::TemplateNotFound => {
            let name = name(error, written);
            template_lacks(&name, near_call(&name, templates).as_deref())
        }
        _ => template_failed(&reason(error)),
    }
}

/// What the engine says, without the place, which stands beside it.
fn reason(error: &Error) -> String {
    match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    }
}

/// The name in `filter x is unknown` and `x is unknown`; of a file, as it was `written`.
fn name(error: &Error, written: &str) -> String {
    let detail = error.detail().unwrap_or_default();
    let is_file = error.kind() == ErrorKind::TemplateNotFound;
    let quoted = is_file.then(|| written.split(['\'', '"']).nth(1)).flatten();
    let name = quoted.or_else(|| detail.split(' ').rev().nth(2)).unwrap_or(written);
    name.to_owned()
}

/// A template that cannot be read.
pub(crate) static TEMPLATE_SYNTAX: Rule = Rule {
    id: "template-syntax",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mẫu viết bằng minijinja: `{{ tên }}` in một giá trị, `{% … %}` là một lệnh.",
        en: "Templates are written in minijinja: `{{ name }}` prints a value, `{% … %}` \
             is a statement.",
    },
    wrong: of_template!(
        "{% extends \"base.typ.j2\" %}\n{% block than %}{{ so }{% endblock %}\n"
    ),
    right: of_template!(),
    ..Rule::ERROR
};

/// `detail` is what the template engine says.
pub(crate) fn template_syntax(detail: &str) -> Problem {
    let problem = TEMPLATE_SYNTAX.problem(
        both!("mẫu văn bản viết sai cú pháp", "the template is malformed"),
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
    explanation: Bilingual {
        vi: "Một tên không có trong văn bản sẽ in ra chỗ trống, nên mẫu gọi tên lạ thì \
             bị từ chối.",
        en: "A name that the document does not have would print as a gap, so it is \
             refused.",
    },
    wrong: of_template!(
        "{% extends \"base.typ.j2\" %}\n{% set x = khong_co_ten_nay.y %}\n{% block body %}{{ khong_co_ten_nay }}{% endblock %}\n"
    ),
    right: of_template!(),
    ..Rule::ERROR
};

/// `near` is the name that was probably meant.
pub(crate) fn template_undefined(name: &str, near: Option<&str>) -> Problem {
    let help = near.map_or_else(
        || {
            both!(
                "sửa tên trong mẫu, hoặc khai báo mục đó trong văn bản",
                "mend the name in the template, or give the field in the document"
            )
        },
        did_you_mean,
    );
    let problem = TEMPLATE_UNDEFINED.problem(
        both!(
            "mẫu văn bản dùng tên `{name}` mà văn bản không có",
            "the template uses `{name}`, which the document does not have"
        ),
        both!("không có tên này", "undefined"),
        help,
    );
    problem.suggesting(near)
}

/// A template that does not come to an end.
pub(crate) static TEMPLATE_RUNAWAY: Rule = Rule {
    id: "template-runaway",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mẫu có hạn về số bước và số chữ làm ra, để một vòng lặp sai không làm treo máy.",
        en: "A template has a limit of steps and of what it makes, so that a wrong loop does not \
             hang the machine.",
    },
    wrong: Example::described("một vòng lặp không có chỗ dừng", "a loop that never ends"),
    right: Example::described(
        "một vòng lặp qua một danh sách của văn bản",
        "a loop over a list of the document",
    ),
    ..Rule::ERROR
};

pub(crate) fn template_runaway() -> Problem {
    TEMPLATE_RUNAWAY.problem(
        both!(
            "mẫu văn bản chạy mãi không dừng hoặc làm ra quá nhiều chữ",
            "the template does not come to an end, or makes too much text"
        ),
        both!("đến đây vẫn chưa xong", "still running here"),
        both!(
            "sửa vòng lặp hoặc phép nối chữ trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có \
             sẵn",
            "mend the loop or what joins texts in the template, or remove the file to get the \
             built-in one back"
        ),
    )
}

/// Templates that extend or include each other without end.
pub(crate) static TEMPLATE_CYCLE: Rule = Rule {
    id: "template-cycle",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Một tệp mẫu thay cho tệp có sẵn gọi tệp đó bằng `co-san/…`; gọi chính nó \
             thì không bao giờ xong.",
        en: "A file in the place of a built-in one calls that as `co-san/…`; one that \
             calls itself never ends.",
    },
    wrong: of_template!("{% extends \"thu/main.typ.j2\" %}\n"),
    right: of_template!(),
    ..Rule::ERROR
};

pub(crate) fn template_cycle() -> Problem {
    TEMPLATE_CYCLE.problem(
        both!(
            "các tệp mẫu gọi nhau vòng quanh không dứt",
            "the templates call each other without end"
        ),
        both!("gọi vòng ở đây", "round again here"),
        both!(
            "bỏ một lần gọi; tệp thay cho một tệp có sẵn thì gọi tệp đó bằng tên có \
             `co-san/` ở trước, ví dụ `{{% extends \"co-san/base.typ.j2\" %}}`",
            "drop one of the calls; a file in the place of a built-in one calls that \
             with `co-san/` before its name, as in `{{% extends \"co-san/base.typ.j2\" \
             %}}`"
        ),
    )
}

/// A template calls for a filter, a function or a file that there is not.
pub(crate) static TEMPLATE_LACKS: Rule = Rule {
    id: "template-lacks",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Bộ lọc, hàm hay tệp mà mẫu gọi đến phải có.",
        en: "Filters, functions and files that a template calls for must exist.",
    },
    wrong: of_template!("{% extends \"khong-co.typ.j2\" %}\n"),
    right: of_template!(),
    ..Rule::ERROR
};

/// `near` is the name that was probably meant.
pub(crate) fn template_lacks(name: &str, near: Option<&str>) -> Problem {
    let help = near.map_or_else(
        || {
            both!(
                "sửa tên ở dòng này trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có \
                 sẵn",
                "mend the name in the template, or remove the file to get the built-in one \
                 back"
            )
        },
        did_you_mean,
    );
    let problem = TEMPLATE_LACKS.problem(
        both!(
            "mẫu văn bản gọi đến `{name}` mà không có gì tên như vậy",
            "the template calls for `{name}`, and there is nothing of that name"
        ),
        both!("không có tên này", "no such name"),
        help,
    );
    problem.suggesting(near)
}

/// A template that fails in another way.
pub(crate) static TEMPLATE_FAILED: Rule = Rule {
    id: "template-failed",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mẫu dừng giữa chừng khi chạy trên văn bản này.",
        en: "The template stops half-way over this document.",
    },
    wrong: of_template!(
        "{% extends \"base.typ.j2\" %}\n{% block body %}{{ 1 / 0 }}{% endblock %}\n"
    ),
    right: of_template!(),
    ..Rule::ERROR
};

/// `detail` is what the template engine says.
pub(crate) fn template_failed(detail: &str) -> Problem {
    let problem = TEMPLATE_FAILED.problem(
        both!("mẫu văn bản không chạy được", "the template fails"),
        both!("lỗi ở dòng này", "in this line"),
        both!(
            "sửa dòng này trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có sẵn",
            "mend the template, or remove the file to get the built-in one back"
        ),
    );
    problem.with_detail(detail)
}
