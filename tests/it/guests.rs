//! Templates of an office's own are guests: whatever stands in one, the program says so and goes
//! on.

mod engine;
mod pages;
pub(crate) mod program;
mod random;

use crate::support::{notice, said};
use vanban::rooms::source::Source;
use vanban::{Format, Input, Outcome, Report, compile};

pub(crate) const MANIFEST: &str = "\
tên: thử
phiên bản: 1
tóm tắt: Mẫu để thử
thể thức: [đảng]
tên loại: Thử
";

/// A document set in the office's template.
pub(crate) fn document(template: &str) -> String {
    notice("Một.\n\nHai.").replacen("---\n", &format!("---\nmẫu: {template}\n"), 1)
}

/// A template that writes `code` before the opening.
pub(crate) fn template(code: &str) -> String {
    format!(
        "{{% extends 'base.typ.j2' %}}\n{{% block opening %}}\n{code}\n{{{{ super() }}}}\n{{% endblock %}}\n"
    )
}

/// A document with such a template.
fn input(template: &str) -> Input<'static> {
    let mut input = Input::new("tb.md", document("thử"));
    for (path, text) in [("thu/template.yaml", MANIFEST), ("thu/main.typ.j2", template)] {
        input.templates.insert(path, Source::new(format!("mẫu/{path}"), text));
    }
    input
}

/// What the library says of a document with such a template, in a thread as deep as the
/// program's.
fn outcome(template: &str) -> Outcome<Vec<Vec<u8>>> {
    let run = || compile(&input(template), Format::Pdf);
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(16 * 1024 * 1024);
        builder.spawn_scoped(scope, run).unwrap().join().unwrap()
    })
}

fn report(code: &str) -> Report {
    let Outcome { output, report } = outcome(&template(code));
    assert_eq!(output.is_none(), report.diagnostics.has_errors(), "{}", said(&report));
    report
}

/// The rules of the errors, and whether each stands in the template.
fn errors(report: &Report) -> Vec<(&'static str, bool)> {
    let place = |file| report.sources.get(file).name() == "mẫu/thu/main.typ.j2";
    let all = report.diagnostics.iter();
    all.map(|d| (d.rule().id, place(d.span.file))).collect()
}
