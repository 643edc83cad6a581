//! The documents of a folder against each other: one number for one paper, in the order of the
//! days of signing; the days of those that others cite.

mod cited;
mod issuer;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use self::issuer::Issuer;
use super::Draft;
use super::citations::{Reference, key, references};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{date, fold};
use crate::source::{FileId, Span, composed};

/// The rules of this folder.
pub(super) const RULES: &[&Rule] =
    &[&NUMBER_USED_TWICE, &NUMBER_OUT_OF_ORDER, &NUMBER_SKIPPED, &cited::CITED_DAY];

/// The clauses by which papers are numbered: those of one kind, in the order in which they are
/// issued, within a term (Party) or a year (State).
const CLAUSE: Option<&str> =
    Some("HD 05-HD/VPTW, 3.1.1; NĐ 30/2020/NĐ-CP, Điều 15; Phụ lục I, II.3");

/// Two papers of one body, kind and year with one number.
static NUMBER_USED_TWICE: Rule = Rule {
    id: "number-used-twice",
    family: Family::Number,
    clause: CLAUSE,
    explanation: Bilingual {
        vi: "Mỗi số chỉ dùng cho một văn bản cùng loại của một cơ quan trong năm. Chỉ xem khi kiểm \
             tra nhiều tệp một lần; bản dự thảo không tính.",
        en: "A number is used for one paper of a kind, a body and a year. Looked at only where \
             several files are checked at once; drafts do not count.",
    },
    wrong: Example::described(
        "hai tệp của một cơ quan cùng ghi `số: 12`, `ký hiệu: TB-UBND`, ký trong năm 2026",
        "two files of one body with `số: 12`, `ký hiệu: TB-UBND`, signed in 2026",
    ),
    right: Example::fields("số: 12"),
    ..Rule::BINDING
};

fn number_used_twice(number: &str, other: &str) -> Problem {
    NUMBER_USED_TWICE.problem(
        both!(
            "số `{number}` đã dùng cho văn bản ở tệp {other}",
            "the number `{number}` is that of the document in {other}"
        ),
        both!("số này", "this number"),
        both!(
            "xem lại sổ đăng ký văn bản đi rồi sửa số ở một trong hai tệp; tệp này là bản dự thảo \
             thì thêm `dự thảo: 1`",
            "look it up in the register and correct one of the two; if this is a draft, add `dự \
             thảo: 1`"
        ),
    )
}

/// A paper with a higher number that was signed before one with a lower.
static NUMBER_OUT_OF_ORDER: Rule = Rule {
    id: "number-out-of-order",
    family: Family::Number,
    clause: CLAUSE,
    explanation: Bilingual {
        vi: "Số được cấp theo thứ tự ban hành: văn bản có số lớn hơn không ký trước văn bản có số \
             nhỏ hơn cùng loại, cùng cơ quan. Chỉ xem khi kiểm tra nhiều tệp một lần.",
        en: "Numbers are given in the order of issue: a paper with a higher number is not signed \
             before one of the same kind and body with a lower one. Looked at only where several \
             files are checked at once.",
    },
    wrong: Example::described(
        "số 13 ký ngày 02/6/2026, số 12 ký ngày 05/6/2026",
        "number 13 signed on 02/6/2026, number 12 on 05/6/2026",
    ),
    right: Example::fields("số: 12"),
    ..Rule::WARNING
};

fn number_out_of_order(number: &str, other: &Entry<'_>) -> Problem {
    let (name, before) = (other.name, &other.paper.written);
    let day = date::in_words(other.paper.day);
    NUMBER_OUT_OF_ORDER.problem(
        both!(
            "số `{number}` ký trước số `{before}` ({day}, tệp {name})",
            "number `{number}` is signed before number `{before}` ({name})"
        ),
        both!("số này", "this number"),
        both!(
            "xem lại số hoặc ngày ký của hai văn bản",
            "look at number and date of both"
        ),
    )
}

/// A number that no file of the folder has, between two that are there.
static NUMBER_SKIPPED: Rule = Rule {
    id: "number-skipped",
    family: Family::Number,
    clause: CLAUSE,
    explanation: Bilingual {
        vi: "Trong thư mục có từ ba văn bản cùng loại của một cơ quan trong năm mà thiếu một vài số \
             ở giữa thì có thể cấp nhầm số, hoặc văn bản đó để ở nơi khác.",
        en: "Where a folder has three papers and more of a kind, a body and a year, and a few \
             numbers between them are missing, a number may be wrong, or a paper may lie elsewhere.",
    },
    wrong: Example::described(
        "thư mục có các số 11, 12, 14 của năm 2026",
        "a folder with the numbers 11, 12, 14 of 2026",
    ),
    right: Example::fields("số: 12"),
    ..Rule::NOTE
};

fn number_skipped(missing: &str, other: &str) -> Problem {
    NUMBER_SKIPPED.problem(
        both!(
            "không có văn bản số {missing} giữa văn bản này và tệp {other}",
            "no document has the number {missing}, between this one and {other}"
        ),
        both!("số này", "this number"),
        both!(
            "xem lại số trong sổ đăng ký văn bản đi; văn bản đó để ở nơi khác thì không cần sửa",
            "look it up in the register; if that paper lies elsewhere, nothing is wrong"
        ),
    )
}

/// Most numbers in a row that are told to be missing: of more the folder is only a part.
const MOST_MISSING: u32 = 3;

/// Fewest papers of a series whose gaps are told.
const FEWEST: usize = 3;

/// What of a paper is compared with the others of its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its number; nothing for a draft, and where number or day are still open.
    number: Option<Numbered>,
    issuer: Issuer,
    /// The papers that it cites.
    references: Vec<Reference>,
    /// Where its office keeps its papers.
    home: String,
}

impl Compared {
    /// That of a document with its text, which lies in the `home` of its office.
    #[must_use]
    pub fn of(draft: &Draft<'_>, home: &str) -> Self {
        let mut references = references(draft);
        references.retain(|reference| reference.place.file == FileId::DOCUMENT);
        let number = Numbered::of(draft);
        let (issuer, home) = (Issuer::of(draft.document), home.to_owned());
        Self { number, issuer, references, home }
    }
}

/// A paper with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Numbered {
    /// Body, kind, symbol and year, as they are compared.
    series: (String, String, String, i32),
    /// Number and symbol, as citations of it have them.
    key: Option<String>,
    number: u32,
    /// The number as it was written.
    written: String,
    day: NaiveDate,
    /// Where the number stands, in the document itself.
    span: Span,
}

impl Numbered {
    fn of(draft: &Draft<'_>) -> Option<Self> {
        let document = draft.document;
        // A copy is the paper that it is a copy of.
        let is_one = document.draft.is_none() && document.copy.is_none();
        let number = document.number.as_ref().filter(|_| is_one)?;
        let day = document.signing_date.day()?;
        let issuer = fold(document.issuer.first.as_str());
        // Two kinds may have one code: `TB` is a notice (thông báo) and, with the Party, a statement
        // (tuyên bố).
        let kind = draft.kind().map(|kind| fold(kind.as_str())).unwrap_or_default();
        // `ĐA` is a scheme (đề án), `DA` a project (dự án): each has its numbers.
        let written = document.symbol.as_ref()?;
        let symbol = composed(written.as_str()).to_uppercase();
        let symbol = symbol.split_whitespace().collect();
        Some(Self {
            series: (issuer, kind, symbol, day.year()),
            key: key(&number.value, &written.value),
            number: number.value.trim().parse().ok()?,
            written: number.value.trim().to_owned(),
            day,
            span: number.span,
        })
        .filter(|paper| paper.span.file == FileId::DOCUMENT)
    }
}

/// A paper among the others.
#[derive(Clone, Copy)]
struct Entry<'a> {
    index: usize,
    name: &'a str,
    paper: &'a Numbered,
    whole: &'a Compared,
}

/// Whether a rule is about several papers, and cannot be broken by one.
#[must_use]
pub fn is_of_series(rule: &Rule) -> bool {
    RULES.contains(&rule)
}

/// What is wrong with some papers against each other, each with the name of its file: by their
/// places in the list.
#[must_use]
pub fn check_series(papers: &[(&str, &Compared)]) -> BTreeMap<usize, Diagnostics> {
    let mut found: BTreeMap<usize, Diagnostics> = BTreeMap::new();
    let numbered: Vec<Entry<'_>> = papers
        .iter()
        .enumerate()
        .filter_map(|(index, (name, one))| {
            let paper = one.number.as_ref()?;
            Some(Entry { index, name, paper, whole: one })
        })
        .collect();
    let mut series: BTreeMap<_, Vec<Entry<'_>>> = BTreeMap::new();
    for entry in &numbered {
        series.entry(&entry.paper.series).or_default().push(*entry);
    }
    for entries in series.values_mut() {
        entries.sort_by_key(|entry| (entry.paper.number, entry.index));
        let several = is_dense(entries);
        for pair in entries.windows(2) {
            let [before, after] = pair else { continue };
            if let Some(problem) = between(before, after, several) {
                let found = found.entry(after.index).or_default();
                found.push(problem, after.paper.span);
            }
        }
    }
    cited::check(papers, &numbered, &mut found);
    found
}

/// Whether a series is kept in this folder: at least three quarters of its numbers are there.
fn is_dense(entries: &[Entry<'_>]) -> bool {
    let [first, .., last] = entries else { return false };
    let span = last.paper.number - first.paper.number + 1;
    let there = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    entries.len() >= FEWEST && there.saturating_mul(4) >= span.saturating_mul(3)
}

/// What is wrong with a paper behind the one `before` it in the series.
fn between(before: &Entry<'_>, after: &Entry<'_>, several: bool) -> Option<Problem> {
    let (number, other) = (&after.paper.written, before.paper.number);
    match after.paper.number - other {
        0 => Some(number_used_twice(number, before.name)),
        _ if after.paper.day < before.paper.day => {
            Some(number_out_of_order(number, before))
        }
        gap @ 2.. if several && gap - 1 <= MOST_MISSING => {
            let missing: Vec<String> = (other + 1..after.paper.number)
                .map(|number| number.to_string())
                .collect();
            Some(number_skipped(&missing.join(", "), before.name))
        }
        _ => None,
    }
}
