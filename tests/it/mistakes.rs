//! The catalogue of mistakes: every broken input below `tests/mistakes` with exactly what is
//! said of it.
//!
//! `NAME.md` stands alone; a folder `NAME/` holds `tb.md` and what lies about it (`vanban.yaml`,
//! pictures, templates in `mẫu/`, in `template` the template that the command line names, `for-issue`
//! where it is checked as a paper that is to be issued, `khach.csv` the table with the row over it).
//! What is expected stands in `NAME.expected` or
//! `NAME/expected`, a line for each problem: line, column, rule, the text underlined, and the
//! related place where there is one. `UPDATE_EXPECT=1` writes what is found.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use vanban::rooms::diagnostic::{
    Diagnostic, Diagnostics, HumanOptions, Lang, Severity, render_human, render_json,
    render_sarif,
};
use vanban::rooms::source::{FileId, Source, Span};
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::Files;
use vanban::{Format, Input, Report, Row, all_rules, compile, typeset};

use crate::support::path;

/// One input of the catalogue.
struct Case {
    name: String,
    document: PathBuf,
    expected: PathBuf,
}

/// The folder about a document.
struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(path)).ok()
    }
}

fn cases() -> Vec<Case> {
    let folder = path("tests/mistakes");
    let mut cases: Vec<Case> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() || path.extension().is_some_and(|e| e == "md"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let (document, expected) = if path.is_dir() {
                (path.join("tb.md"), path.join("expected"))
            } else {
                (path.clone(), path.with_extension("expected"))
            };
            Case { name, document, expected }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// The templates, with those of the folder in the place of the built-in ones.
fn templates(folder: &Path) -> Templates {
    let mut templates = Templates::built_in();
    let own = folder.join("mẫu");
    for entry in fs::read_dir(&own).into_iter().flatten() {
        let entry = entry.unwrap().path();
        let files = match fs::read_dir(&entry) {
            Ok(files) => files.map(|file| file.unwrap().path()).collect(),
            Err(_) => vec![entry],
        };
        for file in files {
            let path = file.strip_prefix(&own).unwrap().to_str().unwrap().to_owned();
            let shown = format!("mẫu/{path}");
            templates.insert(path, Source::new(shown, fs::read_to_string(file).unwrap()));
        }
    }
    templates
}

fn check(case: &Case) -> Report {
    with_input(case, |input| typeset(input).report)
}

/// Does something with the input of a case.
fn with_input<T>(case: &Case, work: impl FnOnce(&Input<'_>) -> T) -> T {
    let folder = case.document.parent().unwrap();
    let alone = case.expected.extension().is_some();
    let name = case.document.file_name().unwrap().to_str().unwrap();
    let defaults = fs::read(folder.join("vanban.yaml")).ok().filter(|_| !alone);
    let template = fs::read_to_string(folder.join("template")).ok().filter(|_| !alone);
    let row = fs::read(folder.join("khach.csv")).ok().filter(|_| !alone);
    let input = Input {
        document: (name, fs::read(&case.document).unwrap()),
        defaults: defaults.map(|bytes| ("vanban.yaml", bytes)),
        files: &Folder(folder.to_owned()),
        templates: templates(folder),
        template: template.as_deref(),
        fonts: None,
        for_issue: !alone && folder.join("for-issue").exists(),
        row: row.map(|bytes| Row { table: ("khach.csv", bytes), name_column: None }),
        // As the program reads one document; other tests read theirs in one thread.
        alone: true,
    };
    work(&input)
}

/// A place as the catalogue writes it; the name of another file than the document's comes first.
fn place(span: Span, report: &Report) -> String {
    let source = report.sources.get(span.file);
    let position = source.position(span.start);
    let file = if span.file == FileId::DOCUMENT {
        String::new()
    } else {
        format!("{}:", source.name())
    };
    format!("{file}{}:{}", position.line, position.column)
}

fn line(diagnostic: &Diagnostic, report: &Report) -> String {
    let text = report.sources.slice(diagnostic.span);
    let text =
        text.replace('\0', "␀").replace('\n', "⏎").replace('\r', "␍").replace('\t', "⇥");
    let mut line =
        format!("{} {} `{text}`", place(diagnostic.span, report), diagnostic.rule().id);
    if let Some(related) = diagnostic.related {
        let _ = write!(line, " <- {}", place(related, report));
    }
    line
}

/// Looks at what is found in each input.
pub(crate) fn each(look: impl FnMut(Report)) {
    cases().iter().map(check).for_each(look);
}

#[test]
fn every_mistake_is_told_at_its_place_and_nothing_else_is() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = String::new();
    for case in cases() {
        let report = check(&case);
        let found: Vec<String> =
            report.diagnostics.iter().map(|d| line(d, &report)).collect();
        if update {
            fs::write(&case.expected, found.join("\n") + "\n").unwrap();
            continue;
        }
        let expected = fs::read_to_string(&case.expected).unwrap_or_default();
        let expected: Vec<&str> = expected.lines().filter(|l| !l.is_empty()).collect();
        for line in expected.iter().filter(|line| !found.iter().any(|f| f == **line)) {
            let _ = writeln!(wrong, "{}: missing: {line}", case.name);
        }
        for line in found.iter().filter(|line| !expected.contains(&line.as_str())) {
            let _ = writeln!(wrong, "{}: unexpected: {line}", case.name);
        }
        if found.len() != expected.len() {
            let _ = writeln!(wrong, "{}: {} problems", case.name, found.len());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_check_refuses_is_written_neither_as_pdf_nor_typst() {
    let (mut refused, mut done) = (0, 0);
    for case in cases() {
        let errors = with_input(&case, vanban::check).report.diagnostics;
        let sound = !errors.has_errors();
        for format in [Format::Pdf, Format::Typst] {
            let outcome = with_input(&case, |input| compile(input, format));
            let rules = |found: &Diagnostics| -> Vec<_> {
                found.iter().map(|d| (d.rule().id, d.span)).collect()
            };
            let name = &case.name;
            assert_eq!(outcome.output.is_some(), sound, "{name} as {format:?}");
            assert_eq!(rules(&outcome.report.diagnostics), rules(&errors), "{name}");
        }
        *(if sound { &mut done } else { &mut refused }) += 1;
    }
    assert!(refused > 50 && done > 20, "{refused} refused, {done} done");
}

/// The stage that finds what breaks a rule.
fn stage(rule: &str) -> &'static str {
    match rule {
        "not-utf8" | "utf16" | "nul-byte" | "legacy-encoding" => "text",
        rule if rule.starts_with("front-matter") => "front matter",
        "yaml-syntax" | "duplicate-key" | "cut-by-comment" => "front matter",
        "missing-field" | "unknown-field" | "wrong-type" | "wrong-choice"
        | "empty-field" | "too-long" | "invalid-value" | "date-form"
        | "date-impossible" | "no-date" | "person-unknown" | "missing-borrowed" => {
            "schema"
        }
        rule if rule.starts_with("template") || rule.starts_with("layout") => "template",
        "glyph-missing" | "typeset-user" | "typeset-template" | "picture-missing"
        | "picture-broken" | "picture-format" | "picture-too-large"
        | "picture-content" | "picture-letters" => "page",
        _ => "body",
    }
}

#[test]
fn the_catalogue_is_wide_enough() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} inputs", cases.len());
    let mut rules = BTreeSet::new();
    let mut mixed = 0;
    for case in &cases {
        let report = check(case);
        assert!(!report.diagnostics.is_empty(), "{} has no mistake", case.name);
        let own: BTreeSet<_> = report.diagnostics.iter().map(|d| d.rule().id).collect();
        let stages: BTreeSet<_> = own.iter().map(|rule| stage(rule)).collect();
        mixed += usize::from(report.diagnostics.iter().count() >= 5 && stages.len() >= 2);
        rules.extend(own);
    }
    assert!(mixed >= 10, "{mixed} inputs with many mistakes of several stages");
    // The program's own fault, what no schema has, and what only the program stops.
    let without = ["internal", "invalid-value", "template-stopped"];
    // What holds between several documents.
    let series = [
        "number-used-twice",
        "number-out-of-order",
        "number-skipped",
        "citation-other-day",
    ];
    // What concerns a whole table (`merge`).
    let tables = ["table-empty", "table-encoding"];
    for rule in vanban::all_rules() {
        let id = rule.id;
        let others = [&without[..], &series, &tables].concat();
        assert!(rules.contains(id) || others.contains(&id), "no input for {id}");
    }
}

#[test]
fn every_report_of_the_catalogue_is_sound() {
    let schema =
        fs::read_to_string(path("tests/schemas/sarif-schema-2.1.0.json")).unwrap();
    // A bracket that only JavaScript's expressions take as it is.
    let schema = schema.replace("[a-zA-Z]{2}]?$", r"[a-zA-Z]{2}\\]?$");
    let schema = serde_json::from_str(&schema).unwrap();
    let schema = jsonschema::options().build(&schema).unwrap();
    for case in cases() {
        let report = check(&case);
        let Report { diagnostics: found, sources, .. } = &report;
        for diagnostic in found {
            for span in [Some(diagnostic.span), diagnostic.related].into_iter().flatten()
            {
                let text = sources.get(span.file).text();
                assert!(text.get(span.range()).is_some(), "{}: {span:?}", case.name);
            }
        }
        for lang in [Lang::Vi, Lang::En] {
            let human =
                render_human(found, sources, HumanOptions { lang, colour: false });
            for diagnostic in found {
                let label = diagnostic.words(lang).label;
                assert!(human.contains(label), "{}: {label}\n{human}", case.name);
            }
            assert!(!human.contains('\u{10fffe}'), "{human}");
            let sarif = render_sarif([(found, sources)], all_rules(), lang);
            let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
            let errors: Vec<_> =
                schema.iter_errors(&sarif).map(|e| e.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", case.name);
            let json = render_json([(found, sources)], lang);
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            assert_eq!(json.as_array().unwrap().len(), found.iter().count());
        }
        let errors = found.count(Severity::Error);
        assert_eq!(errors > 0, found.has_errors());
    }
}
