//! What holds for any input: no panic, no fault of ours, every place inside its file, problems
//! in order and said once; and a front matter that the schema accepts can be read.

use std::io::Write;
use std::process::Command;
use std::process::Stdio;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use vanban::rooms::diagnostic::{
    HumanOptions, Lang, Severity, render_human, render_json, render_sarif,
};
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::NoFiles;
use vanban::{Format, Input, Outcome, Report, all_rules, compile, renew};

use crate::support::{FRONT, notice, read};

mod corpus;
mod mutation;
mod values;

use mutation::{Mutation, mutation};

/// Rules that blame the program or its templates: nothing a user writes may break them.
const OURS: [&str; 7] = [
    "internal",
    "template-failed",
    "template-runaway",
    "template-syntax",
    "template-undefined",
    "template-lacks",
    "typeset-template",
];

/// So many cases, or as many as `PROPTEST_CASES` says.
fn cases(cases: u32) -> ProptestConfig {
    let default =
        ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default,
        None => ProptestConfig { cases, ..default },
    }
}

fn run(document: Vec<u8>, defaults: Option<&str>) -> Outcome<Vec<Vec<u8>>> {
    compile(&input(document, defaults), Format::Pdf)
}

fn input(document: Vec<u8>, defaults: Option<&str>) -> Input<'static> {
    let defaults = defaults.map(|text| ("vanban.yaml", text.as_bytes().to_vec()));
    let templates = Templates::built_in();
    Input {
        document: ("a.md", document),
        defaults,
        files: &NoFiles,
        templates,
        template: None,
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    }
}

/// Everything that must hold, whatever was compiled.
fn judge(outcome: &Outcome<Vec<Vec<u8>>>) -> Result<(), TestCaseError> {
    let Outcome { output, report } = outcome;
    prop_assert_eq!(output.is_none(), report.diagnostics.has_errors());
    judge_report(report)
}

/// What must hold of all that is said.
fn judge_report(report: &Report) -> Result<(), TestCaseError> {
    let Report { sources, diagnostics: found, .. } = report;
    for diagnostic in found {
        prop_assert!(!OURS.contains(&diagnostic.rule().id), "{:?}", diagnostic);
        for span in std::iter::once(diagnostic.span).chain(diagnostic.related) {
            let inside = sources.get(span.file).text().get(span.range()).is_some();
            prop_assert!(inside, "{:?}", diagnostic);
        }
    }
    let all: Vec<_> = found.iter().collect();
    let place = |index: usize| {
        let diagnostic = all[index];
        (diagnostic.span.file, diagnostic.span.start, diagnostic.span.end)
    };
    for index in 1..all.len() {
        prop_assert!(place(index - 1) <= place(index), "{:?}", &all[index - 1..=index]);
        prop_assert!(!all[..index].contains(&all[index]), "{:?}", all[index]);
    }
    let _ = render_human(found, sources, HumanOptions::default());
    let _ = render_json([(found, sources)], Lang::Vi);
    let _ = render_sarif([(found, sources)], all_rules(), Lang::En);
    Ok(())
}

/// Documents that are changed: the examples, old notices, and the skeleton of `new`.
fn seeds() -> Vec<String> {
    let files = [
        "examples/thong-bao-2023-06.md",
        "examples/thong-bao-2023-06-du-lieu.md",
        "tests/notices/co-so.md",
        "tests/notices/du-lieu.md",
        "tests/notices/khong-so.md",
        "tests/notices/nguyen-van.md",
        "templates/thong-bao-ket-luan/skeleton.md",
    ];
    files.map(read).into_iter().chain([notice("Một.\n\nHai.")]).collect()
}

/// Defaults of an office, with a directory of people.
const DEFAULTS: &str = "\
cơ quan chủ quản: Đảng ủy xã Lục Bình
nơi nhận:
  Gửi bản giấy: [Thành viên BCĐ xã]
ký:
  chức vụ: Bí thư
danh bạ:
  - họ tên: Hoàng Hữu Khôi
    chức vụ: [Bí thư, Trưởng Ban Chỉ đạo]
";

fn changed(seed: Index, changes: &[Mutation]) -> String {
    let seeds = seeds();
    let mut text = seed.get(&seeds).clone();
    for change in changes {
        text = change.apply(&text);
    }
    text
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_bytes_end_well(bytes in any::<Vec<u8>>(), fenced in any::<bool>()) {
        let start = if fenced { FRONT.as_bytes() } else { b"" };
        judge(&run([start, &bytes].concat(), None))?;
    }

    #[test]
    fn any_text_ends_well(front in any::<String>(), body in any::<String>(), part in 0..3) {
        let text = match part {
            0 => front + &body,
            1 => format!("---\n{front}\n---\n{body}"),
            _ => notice(&body),
        };
        judge(&run(text.into_bytes(), None))?;
    }

    #[test]
    fn any_defaults_end_well(
        changes in prop::collection::vec(mutation(), 1..4),
        own in any::<Index>(),
    ) {
        let fence = format!("---\n{DEFAULTS}---\n");
        let changed = changes.iter().fold(fence, |text, change| change.apply(&text));
        let seeds = seeds();
        judge(&run(own.get(&seeds).clone().into_bytes(), Some(&changed.replace("---\n", ""))))?;
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_change_to_a_document_ends_well(
        seed in any::<Index>(),
        changes in prop::collection::vec(mutation(), 1..6),
        office in any::<bool>(),
    ) {
        let text = changed(seed, &changes);
        judge(&run(text.into_bytes(), office.then_some(DEFAULTS)))?;
    }

    #[test]
    fn any_sound_document_has_a_sound_one_after_it(
        seed in any::<Index>(),
        changes in prop::collection::vec(mutation(), 0..3),
    ) {
        let text = changed(seed, &changes);
        let renewal = renew(&input(text.clone().into_bytes(), None), None).output;
        if let Some(renewal) = renewal {
            let after = run(renewal.text.clone().into_bytes(), None);
            judge(&after)?;
            let open = |rule| rule == "to-fill";
            let mut errors = after.report.diagnostics.iter().filter(|d| d.severity() == Severity::Error);
            let wrong = errors.find(|diagnostic| !open(diagnostic.rule().id));
            prop_assert!(wrong.is_none(), "{:?}\n{}\n-----\n{}", wrong, text, renewal.text);
        }
    }

    #[test]
    fn any_body_ends_well(body in mutation::text()) {
        judge(&run(notice(&body).into_bytes(), None))?;
    }

    #[test]
    fn what_the_schema_accepts_can_be_read(fields in values::front_matter()) {
        judge(&run(format!("---\n{fields}---\n\nMột.\n").into_bytes(), None))?;
    }
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn the_program_ends_with_0_or_1(
        seed in any::<Index>(),
        changes in prop::collection::vec(mutation(), 0..4),
        arguments in select(vec![
            ["build", "-", "-o", "-"],
            ["check", "-", "--format", "json"],
            ["check", "-", "--format", "sarif"],
            ["check", "-", "--format", "human"],
        ]),
    ) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_vanban"))
            .args(arguments)
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let text = changed(seed, &changes);
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        prop_assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}", output);
        prop_assert!(String::from_utf8(output.stderr).is_ok());
    }
}
