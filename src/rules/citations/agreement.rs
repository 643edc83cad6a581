//! What is said of one document agrees: its year, its date, its body.

use std::collections::{HashMap, HashSet};

use super::Cited;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::fold;
use chrono::{Datelike, NaiveDate};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CITATION_CONFLICT, &CITATION_YEAR];

/// Two citations of one document that say different things of it.
static CITATION_CONFLICT: Rule = Rule {
    id: "citation-conflict",
    family: Family::Citations,
    explanation: Bilingual {
        vi: "Một văn bản chỉ có một ngày ban hành và một cơ quan ban hành; hai chỗ viện dẫn khác \
             nhau thì một chỗ đã gõ nhầm.",
        en: "A document has one date and one issuing body; where two citations differ, one of \
             them is a slip.",
    },
    wrong: Example::body(
        "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về nông thôn mới, các thôn \
         báo cáo.\n\nCác thôn gửi báo cáo theo Thông báo số 857-TB/HU, ngày 10/6/2023 của Huyện ủy.",
    ),
    right: Example::body(
        "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về nông thôn mới, các thôn \
         báo cáo.\n\nCác thôn gửi báo cáo theo Thông báo số 857-TB/HU.",
    ),
    ..Rule::WARNING
};

fn citation_conflict(name: &str, first: &str, second: &str) -> Problem {
    let problem = CITATION_CONFLICT.problem(
        both!(
            "`{name}`: hai chỗ ghi khác nhau, `{first}` và `{second}`",
            "`{name}`: two places differ, `{first}` and `{second}`"
        ),
        both!("ở đây là `{second}`", "`{second}` here"),
        both!(
            "xem lại văn bản đó, sửa chỗ sai",
            "look at that document and mend the wrong place"
        ),
    );
    problem.with_related(both!("ở đây là `{first}`", "`{first}` here"))
}

/// A date of another year than the symbol says.
static CITATION_YEAR: Rule = Rule {
    id: "citation-year",
    family: Family::Citations,
    explanation: Bilingual {
        vi: "Năm trong số, ký hiệu của văn bản quy phạm pháp luật là năm ban hành.",
        en: "The year in the symbol of a legal document is the year in which it was issued.",
    },
    wrong: Example::body(
        "Thực hiện Nghị định số 30/2020/NĐ-CP, ngày 05/3/2021 của Chính phủ về công tác văn thư.",
    ),
    right: Example::body(
        "Thực hiện Nghị định số 30/2020/NĐ-CP, ngày 05/3/2020 của Chính phủ về công tác văn thư.",
    ),
    ..Rule::WARNING
};

fn citation_year(name: &str, year: i32) -> Problem {
    CITATION_YEAR.problem(
        both!(
            "`{name}` có ngày ban hành của năm {year}",
            "`{name}` has a date in the year {year}"
        ),
        both!(
            "năm trong ký hiệu khác năm của ngày ban hành",
            "the symbol has another year"
        ),
        both!(
            "xem lại văn bản đó, sửa chỗ sai",
            "look at that document and mend the wrong place"
        ),
    )
}

/// Says where citations of one document, or the parts of one citation, disagree.
pub(super) fn check(all: &[Cited<'_>], found: &mut Diagnostics) {
    let mut by_key: HashMap<String, Before<'_, '_>> = HashMap::new();
    for cited in all {
        let before = by_key.entry(cited.citation.symbol.key()).or_default();
        check_one(cited, &before.different, found);
        if before.said.insert(said(cited)) {
            before.different.push(cited);
        }
    }
}

/// The citations of one number and symbol so far: of those that say the same only the first.
#[derive(Default)]
struct Before<'c, 'd> {
    different: Vec<&'c Cited<'d>>,
    said: HashSet<Said<'c>>,
}

/// What a citation says: its kind, its date, its body, its symbol letter by letter.
type Said<'c> = (&'static str, Option<NaiveDate>, Option<&'c str>, Vec<&'c str>);

fn said<'c>(cited: &'c Cited<'_>) -> Said<'c> {
    let citation = &cited.citation;
    let day = citation.date.as_ref().and_then(|date| date.day);
    let body = citation.body.as_ref().map(|body| cited.text(body));
    let groups = citation.symbol.groups.iter();
    let letters = groups.map(|group| group.letters.as_str()).collect();
    (citation.kind.name, day, body, letters)
}

/// Compares a citation with those of the same number and symbol before it.
fn check_one(cited: &Cited<'_>, before: &[&Cited<'_>], found: &mut Diagnostics) {
    let citation = &cited.citation;
    let day = citation.date.as_ref().and_then(|date| date.day);
    if let (Some(year), Some(day)) = (citation.symbol.year, day)
        && year != day.year()
    {
        found.push(citation_year(cited.name(), day.year()), cited.span());
        return;
    }
    if citation.symbol.is_open() {
        return;
    }
    let before = before.iter().filter(|before| same_document(before, cited));
    let mut differs =
        before.filter_map(|before| Some((before, difference(before, cited)?)));
    if let Some((before, (first, second))) = differs.next() {
        let problem = citation_conflict(cited.name(), &first, &second);
        found.push_related(problem, cited.span(), before.span());
    }
}

/// Whether two citations of one number and symbol are of one document for certain: of one kind and
/// year, and of one body where others may have the same number.
fn same_document(first: &Cited<'_>, second: &Cited<'_>) -> bool {
    let (a, b) = (&first.citation, &second.citation);
    let day = |cited: &Cited<'_>| cited.citation.date.as_ref().and_then(|date| date.day);
    let body = |cited: &Cited<'_>| {
        cited.citation.body.as_ref().map(|body| fold(cited.text(body)))
    };
    if a.kind != b.kind || !a.symbol.has_letters() {
        return false;
    }
    let same_year = match (day(first), day(second)) {
        (Some(one), Some(two)) => one.year() == two.year(),
        (_, _) => false,
    };
    let same_body = match (body(first), body(second)) {
        (Some(one), Some(two)) => one == two,
        (_, _) => false,
    };
    a.symbol.is_unique() || (same_year && same_body)
}

/// The dates or the bodies of two citations where they differ.
fn difference(first: &Cited<'_>, second: &Cited<'_>) -> Option<(String, String)> {
    let day = |cited: &Cited<'_>| cited.citation.date.as_ref().and_then(|date| date.day);
    if let (Some(one), Some(two)) = (day(first), day(second))
        && one != two
    {
        // A number of the Party's comes again in the next term.
        let far = first.citation.symbol.year.is_none() && one.year() != two.year();
        let show = |day: chrono::NaiveDate| day.format("%d/%-m/%Y").to_string();
        return (!far).then(|| (show(one), show(two)));
    }
    let body = |cited: &Cited<'_>| {
        cited.citation.body.as_ref().map(|body| cited.text(body).to_owned())
    };
    let (one, two) = (body(first)?, body(second)?);
    let central =
        |name: &str| CENTRAL.iter().find(|body| name.starts_with(**body)).copied();
    let (a, b) = (central(&one)?, central(&two)?);
    (a != b).then(|| (a.to_owned(), b.to_owned()))
}

/// Bodies of the centre, whose documents share one symbol.
const CENTRAL: [&str; 6] = [
    "Bộ Chính trị",
    "Ban Bí thư",
    "Ban Chấp hành Trung ương",
    "Chính phủ",
    "Thủ tướng",
    "Quốc hội",
];
