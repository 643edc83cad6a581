//! What is wrong with a template, at its file and line.

use minijinja::{Error, ErrorKind};

use super::environment::traced;
use super::files::Templates;
use super::marks::{SharedMarks, lock};
use super::problems::running;
use super::trace::Traced;
use crate::diagnostic::{Diagnostics, Problem};
use crate::source::{FileId, Source, Sources, Span};

/// Reports an error of the template engine; the template joins the sources, to be shown.
pub(super) fn report(
    error: &Error,
    main: &str,
    templates: &Templates,
    marks: &SharedMarks,
    sources: &mut Sources,
) -> Diagnostics {
    let error = innermost(error);
    let path = error.name().unwrap_or(main);
    let source = templates.get(path).cloned().unwrap_or_else(|| Source::new(path, ""));
    let file = sources.add(source);
    let traced = || {
        let number = templates.shared(path).map(|source| lock(marks).file(source));
        traced(path, sources.get(file).text(), number.unwrap_or_default())
    };
    let span = place(error, file, sources.get(file), traced);
    let problem = problem(error, sources.slice(span));
    [(problem, span)].into_iter().collect()
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

fn problem(error: &Error, written: &str) -> Problem {
    let detail = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::UndefinedError => {
            let name = detail.split('`').nth(1).unwrap_or(written).trim().to_owned();
            running::template_undefined(&name)
        }
        ErrorKind::SyntaxError | ErrorKind::BadEscape => {
            running::template_syntax(&error.to_string())
        }
        ErrorKind::OutOfFuel => running::template_runaway(),
        _ if detail.contains("recursion limit") || detail.starts_with("cycle") => {
            running::template_cycle()
        }
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownFunction
        | ErrorKind::TemplateNotFound => running::template_lacks(&name(detail, written)),
        _ => running::template_failed(&error.to_string()),
    }
}

/// The name in `filter x is unknown` and `x is unknown`; of a file, as it was `written`.
fn name(detail: &str, written: &str) -> String {
    let quoted = written.split(['\'', '"']).nth(1).map(str::to_owned);
    let words = || detail.split(' ').rev().nth(2).unwrap_or(written).to_owned();
    quoted.unwrap_or_else(words)
}
