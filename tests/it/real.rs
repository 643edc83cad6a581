//! Documents as offices write them, whole: each is built, loses nothing, and has pages that a chief
//! of office lets pass. `UPDATE_EXPECT=1` writes what is said of them and how many pages they have
//! to `tests/real/expected`, to be read before it is kept.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use vanban::rooms::typeset::geometry::Line;
use vanban::rooms::typeset::{Files, Pages};
use vanban::{Report, typeset};

use crate::support::{TOP, input, lines_of, path, said};

/// The folder of the documents.
const FOLDER: &str = "tests/real";

/// The margins in mm that both layouts have, and what is a rounding.
const LEFT: f64 = 30.0 - 0.25;
const RIGHT: f64 = 15.0 - 0.25;
const BOTTOM: f64 = 15.0;

/// So near to the lowest line that may be, in mm, a line stands at the foot of its page.
const FOOT: f64 = 12.0;

/// The files beside a document.
struct Beside(PathBuf);

impl Files for Beside {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(path)).ok()
    }
}

/// A document, and what became of it.
struct Paper {
    name: String,
    folder: PathBuf,
    text: String,
    pages: Pages,
    report: Report,
}

/// Every document below the folder, by name.
fn papers() -> Vec<Paper> {
    let mut found = Vec::new();
    let mut folders = vec![path(FOLDER)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let file = entry.unwrap().path();
            if file.is_dir() {
                folders.push(file);
            } else if file.extension().is_some_and(|end| end == "md") {
                found.push(file);
            }
        }
    }
    found.sort();
    found.into_iter().filter_map(|file| paper(&file)).collect()
}

/// A file as a document; none where it is a part of another one.
fn paper(file: &Path) -> Option<Paper> {
    let text = fs::read_to_string(file).unwrap();
    if !text.starts_with("---\n") {
        return None;
    }
    let name = file.strip_prefix(path(FOLDER)).unwrap().display().to_string();
    let folder = file.parent().unwrap().to_owned();
    let outcome = typeset(&input(&text, &Beside(folder.clone())));
    let report = outcome.report;
    let pages = outcome.output.unwrap_or_else(|| panic!("{name}: {}", said(&report)));
    vanban::rooms::typeset::evict_cache();
    Some(Paper { name, folder, text, pages, report })
}

#[test]
fn papers_of_offices_are_whole_and_tidy() {
    let papers = papers();
    assert!(papers.len() >= 16, "{}", papers.len());
    let mut expected = String::new();
    for paper in &papers {
        is_whole(paper);
        is_within_margins(paper);
        is_tidy(paper);
        expected.push_str(&told(paper));
    }
    let kept = path(FOLDER).join("expected");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&kept, &expected).unwrap();
    }
    assert_eq!(expected, fs::read_to_string(kept).unwrap());
}

/// How many pages a document has, and what is said of it.
fn told(paper: &Paper) -> String {
    let mut told = format!("{}: {} pages\n", paper.name, paper.pages.count());
    let Report { sources, diagnostics, .. } = &paper.report;
    for found in diagnostics {
        let line = sources.get(found.span.file).position(found.span.start).line;
        let first = sources.slice(found.span).lines().next().unwrap_or_default();
        let _ = writeln!(told, "  {line} {} `{first}`", found.rule().id);
    }
    told
}

/// The letters and digits of a text: marks of Markdown, bullets and blanks may change, and the
/// layout has capitals of its own.
fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The letters on the pages in the order in which they are drawn, without the numbers of pages.
fn printed(pages: &Pages) -> Vec<char> {
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let runs = pages.texts().into_iter();
    let runs = runs.filter(|run| run.baseline_mm > TOP || !is_number(run.text.trim()));
    letters(&runs.map(|run| run.text).collect::<String>())
}

/// Where a part stands in the whole, from a place on.
fn find(whole: &[char], part: &[char], from: usize) -> Option<usize> {
    let rest = whole.get(from..)?;
    rest.windows(part.len())
        .position(|window| window == part)
        .map(|at| at + from + part.len())
}

/// Every line of the text, of appendices in the front matter and of files beside is on the pages,
/// one below the other; every value of the front matter is, somewhere.
fn is_whole(paper: &Paper) {
    let pages = printed(&paper.pages);
    let (front, body) = paper.text[4..].split_once("\n---\n").unwrap();
    let mut texts = vec![body.to_owned()];
    for (at, _) in front.match_indices("    nội dung: |\n") {
        let block = front[at..].lines().skip(1);
        let block =
            block.take_while(|line| line.is_empty() || line.starts_with("      "));
        texts.push(block.collect::<Vec<_>>().join("\n"));
    }
    for file in front.lines().filter_map(|line| line.trim().strip_prefix("tệp: ")) {
        texts.push(fs::read_to_string(paper.folder.join(file)).unwrap());
    }
    for text in &texts {
        stands_in_order(paper, &pages, text);
    }
    let silent =
        ["mẫu", "thể thức", "ký hiệu", "ngang", "tệp", "ngày", "không phổ biến", "số"];
    let mut in_appendix = false;
    for line in front.lines() {
        in_appendix = line.ends_with("    nội dung: |")
            || (in_appendix && (line.is_empty() || line.starts_with("      ")));
        if in_appendix {
            continue;
        }
        let line = line.trim().trim_start_matches("- ");
        let key = line.split_once(": ").map(|(key, _)| key.trim_start_matches('{'));
        if key.is_some_and(|key| silent.contains(&key) || key == "ngày ký") {
            continue;
        }
        for part in values(line) {
            let shown: String = part.iter().collect();
            assert!(find(&pages, &part, 0).is_some(), "{}: {shown}", paper.name);
        }
    }
}

/// What is typed on each line stands below what is typed above it. Cells that are joined are drawn
/// behind others: in a table only what is below it has to be below.
#[track_caller]
fn stands_in_order(paper: &Paper, pages: &[char], text: &str) {
    let (mut from, mut below) = (0, 0);
    for line in text.lines() {
        let is_row = line.trim_start().starts_with('|');
        if !is_row {
            from = from.max(below);
        }
        for part in parts(line) {
            let shown: String = part.iter().collect();
            let missing = || panic!("{}: {shown} is not printed", paper.name);
            let end = find(pages, &part, from).unwrap_or_else(missing);
            below = below.max(end);
            from = if is_row { from } else { end };
        }
    }
}

/// What is typed on a line and in each of its cells, but for the numbers that the layout writes anew
/// (`CHƯƠNG 2`), marks of columns, and cells that say that they are joined.
fn parts(line: &str) -> Vec<Vec<char>> {
    let bare = line.trim().trim_matches('*').to_lowercase();
    let is_division =
        ["chương ", "mục ", "phần "].iter().any(|word| bare.starts_with(word));
    let name = || line.split_once(". ").map_or("", |(_, name)| name);
    let line = if is_division { name() } else { line };
    let cells = line.split(['|', ';']).flat_map(|cell| cell.split("<->"));
    let cells = cells.flat_map(|cell| cell.split("[x]"));
    cells.map(letters).filter(|part| !part.is_empty()).collect()
}

/// The values on a line of the front matter.
fn values(line: &str) -> Vec<Vec<char>> {
    let fields = line.split(['{', '}', '[', ']', ',', '"', ';', '|']);
    let value = |field: &str| {
        let keyed = field.split_once(": ").filter(|(key, _)| is_key(key.trim()));
        letters(keyed.map_or(field, |(_, value)| value))
    };
    let whole = line.ends_with(':') || line.ends_with("không") || line.ends_with("có");
    if whole {
        return Vec::new();
    }
    fields.map(value).filter(|part| part.len() > 1).collect()
}

/// Whether a word before a colon is the name of a field.
fn is_key(word: &str) -> bool {
    let few = word.split_whitespace().count() <= 4;
    few && word.chars().all(|c| c.is_lowercase() || c == ' ')
}

fn is_within_margins(paper: &Paper) {
    for run in paper.pages.texts().iter().filter(|run| !run.text.trim().is_empty()) {
        let (width, height) = paper.pages.size_mm(run.page);
        let within = run.x_mm >= LEFT && run.end_mm() <= width - RIGHT;
        let above_foot = run.baseline_mm <= height - BOTTOM
            || run.text.contains("Không phổ biến")
            || run.size_pt < 12.5;
        assert!(within && above_foot, "{}, page {}: {}", paper.name, run.page, run.text);
    }
    // No text of a cell crosses one of the lines between two columns.
    let rules = paper.pages.rules();
    let upright = rules.iter().filter(|rule| rule.y1 - rule.y0 > 3.0);
    let uprights: Vec<_> = upright.collect();
    for run in paper.pages.texts().iter().filter(|run| !run.text.trim().is_empty()) {
        let middle = run.baseline_mm - 1.0;
        let crosses = uprights.iter().any(|rule| {
            rule.page == run.page
                && (rule.y0..rule.y1).contains(&middle)
                && run.x_mm < rule.x0 - 0.1
                && run.end_mm() > rule.x1 + 0.1
        });
        assert!(!crosses, "{}, page {}: {}", paper.name, run.page, run.text);
    }
}

/// No page ends with a heading, with what introduces something, or begins with the last line of a
/// paragraph.
fn is_tidy(paper: &Paper) {
    let count = paper.pages.count();
    let body = |page| -> Vec<Line> {
        let lines = lines_of(&paper.pages, page).into_iter();
        lines.filter(|line| line.baseline_mm > TOP).collect()
    };
    // The first page of an appendix has no number, and the page before it ends where it may.
    let goes_on = |page: &usize| {
        lines_of(&paper.pages, page + 1).iter().any(|line| line.baseline_mm < TOP)
    };
    for page in (1..count).filter(goes_on) {
        let (lines, next) = (body(page), body(page + 1));
        let (_, height) = paper.pages.size_mm(page);
        let Some(last) =
            lines.last().filter(|line| line.baseline_mm > height - 20.0 - FOOT * 4.0)
        else {
            continue;
        };
        let what = format!("{}, foot of page {page}: {}", paper.name, last.text);
        let bold = last.runs.iter().all(|run| run.bold);
        let in_table = paper.pages.rules().iter().any(|rule| {
            rule.page == page
                && rule.y0 > last.baseline_mm
                && rule.y0 < last.baseline_mm + 5.0
        });
        assert!(!bold || in_table, "{what}");
        assert!(!last.text.ends_with(':'), "{what}");
        // A paragraph is set in: what is not goes on.
        let is_later = |line: &Line| (line.x_mm - 30.0).abs() < 0.5;
        if let [first, second, ..] = &next[..] {
            let is_text = |line: &Line| line.runs.iter().all(|run| run.size_pt > 12.5);
            let alone = is_later(first)
                && !is_later(second)
                && is_text(first)
                && is_text(second)
                && (second.baseline_mm - first.baseline_mm) > 7.0;
            assert!(!alone, "{}, top of page {}: {}", paper.name, page + 1, first.text);
        }
        let numbered = |line: &Line| {
            let mut parts = line.text.splitn(2, ['.', ')']);
            let number = parts.next().unwrap_or_default();
            number.len() <= 4
                && parts.next().is_some()
                && number.chars().all(char::is_alphanumeric)
        };
        let closed = last.text.ends_with(['.', ';', ',', ')', '”', '/']);
        let named = numbered(last) && !is_later(last) && !closed && last.end_mm() < 150.0;
        assert!(!named || in_table, "{what}");
    }
}
