//! What the tests share: documents compiled, pages read, words compared.

pub(crate) mod office_prose;
mod pdf_text;

pub(crate) use pdf_text::pdf_text;

use std::fs;
use std::path::{Path, PathBuf};

use vanban::rooms::diagnostic::{Family, HumanOptions, render_human};
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::geometry::{Line, TextRun};
use vanban::rooms::typeset::{Files, NoFiles, Pages};
use vanban::{Format, Input, Outcome, Report, all_rules, compile, typeset};

/// A path below the project's folder.
pub(crate) fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file of the project.
pub(crate) fn read(relative: &str) -> String {
    fs::read_to_string(path(relative)).unwrap()
}

/// A document without any files.
pub(crate) fn input<'a>(text: &str, files: &'a dyn Files) -> Input<'a> {
    let document = ("a.md", text.as_bytes().to_vec());
    Input {
        document,
        defaults: None,
        files,
        templates: Templates::built_in(),
        template: None,
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    }
}

/// What is said of a document, as a person sees it.
pub(crate) fn said(report: &Report) -> String {
    render_human(&report.diagnostics, &report.sources, HumanOptions::default())
}

/// The pages of a document that must have no errors.
#[track_caller]
pub(crate) fn pages(text: &str) -> Pages {
    let Outcome { output: pages, report } = typeset(&input(text, &NoFiles));
    pages.unwrap_or_else(|| panic!("{}", said(&report)))
}

/// What is found wrong with a document: line, column, rule, the text underlined.
pub(crate) fn problems(text: &str) -> Vec<String> {
    let report = typeset(&input(text, &NoFiles)).report;
    let Report { sources, diagnostics: found, .. } = report;
    found
        .iter()
        .map(|d| {
            let at = sources.get(d.span.file).position(d.span.start);
            format!(
                "{}:{} {} `{}`",
                at.line,
                at.column,
                d.rule().id,
                sources.slice(d.span)
            )
        })
        .collect()
}

/// The families of rules that judge the words of a paper, not how it is read and printed.
const OF_WORDS: [Family; 9] = [
    Family::Recipients,
    Family::Signature,
    Family::Subject,
    Family::Tasks,
    Family::Citations,
    Family::Abbreviations,
    Family::Capitals,
    Family::Language,
    Family::Government,
];

/// Whether a rule judges the words of a paper.
pub(crate) fn is_of_words(id: &str) -> bool {
    all_rules().iter().any(|rule| rule.id == id && OF_WORDS.contains(&rule.family))
}

/// What is found wrong with a document but for its words: line, column, rule, the text underlined.
pub(crate) fn misread(text: &str) -> Vec<String> {
    let mut found = problems(text);
    found.retain(|one| !is_of_words(one.split(' ').nth(1).unwrap_or_default()));
    found
}

/// One result of a document that must have no errors.
#[track_caller]
pub(crate) fn built(text: &str, format: Format) -> Vec<Vec<u8>> {
    built_with(text, format, &NoFiles)
}

/// The same with the files that the document names.
#[track_caller]
pub(crate) fn built_with(text: &str, format: Format, files: &dyn Files) -> Vec<Vec<u8>> {
    let Outcome { output, report } = compile(&input(text, files), format);
    output.unwrap_or_else(|| panic!("{}", said(&report)))
}

/// The front matter of the smallest notice, with its fences.
pub(crate) const FRONT: &str = "\
---
cơ quan chủ quản: Đảng ủy xã Lục Bình
cơ quan ban hành: Ban Chỉ đạo thực hiện các Chương trình Mục tiêu quốc gia
ký hiệu: TB/BCĐ
địa danh: Lục Bình
ngày ký: 6/2023
trích yếu: kết luận cuộc họp
nơi nhận: [Thành viên BCĐ xã, Lưu Đảng ủy xã]
ký:
  chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo]
  họ tên: Hoàng Hữu Khôi
---

";

/// The smallest notice with this body.
pub(crate) fn notice(body: &str) -> String {
    format!("{FRONT}{body}\n")
}

/// The words of a text, however they are spaced.
pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Above this, in mm, only the number of the page may stand.
pub(crate) const TOP: f64 = 19.0;

/// The words on the pages of a document, in the order in which they are drawn, without the
/// numbers of the pages.
pub(crate) fn printed_words(pages: &Pages) -> Vec<String> {
    let mut text = String::new();
    let mut last: Option<TextRun> = None;
    for run in pages.texts().into_iter().filter(|run| run.baseline_mm > TOP) {
        if let Some(last) = &last {
            let same =
                last.page == run.page && (last.baseline_mm - run.baseline_mm).abs() < 0.1;
            let near = (run.x_mm - last.end_mm()).abs() < 0.2;
            if !(same && near) {
                text.push(' ');
            }
        }
        text.push_str(&run.text);
        last = Some(run);
    }
    text.split_whitespace().map(str::to_owned).collect()
}

/// The text lines of a page (from 1), from the top.
pub(crate) fn lines_of(pages: &Pages, page: usize) -> Vec<Line> {
    let mut lines: Vec<Line> =
        pages.lines().into_iter().filter(|l| l.page == page).collect();
    lines.sort_by(|a, b| a.baseline_mm.total_cmp(&b.baseline_mm));
    lines
}

/// The first line that starts with these characters.
#[track_caller]
pub(crate) fn line<'a>(lines: &'a [Line], start: &str) -> &'a Line {
    let shown: Vec<_> = lines.iter().map(|l| &l.text).collect();
    lines
        .iter()
        .find(|line| line.text.starts_with(start))
        .unwrap_or_else(|| panic!("no line starts with {start:?} in {shown:#?}"))
}
