//! Blanks about the marks of a sentence, and blanks that stand twice.

use super::super::places::line_numbers;
use super::reading::Reading;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::language::{self, Signs};
use crate::source::{FileId, Sources, Span};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] =
    &[&BLANK_BEFORE_MARK, &BLANK_BEHIND_MARK, &BLANK_DOUBLED];

/// A blank before a mark that belongs to the word before it.
static BLANK_BEFORE_MARK: Rule = Rule {
    id: "blank-before-mark",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Dấu phẩy, chấm, chấm phẩy, hai chấm, ngoặc đóng và dấu phần trăm viết liền với chữ \
             trước nó; có dấu cách thì dấu dễ rơi xuống đầu dòng.",
        en: "Commas, stops, semicolons, colons, closing brackets and percent signs follow the word \
             before them directly; behind a blank they may begin a line.",
    },
    wrong: Example::body("Các thôn , tổ dân phố đạt 98,5 % hằng tháng."),
    right: Example::body("Các thôn, tổ dân phố đạt 98,5% hằng tháng."),
    ..Rule::WARNING
};

fn blank_before_mark(mark: &str) -> Problem {
    BLANK_BEFORE_MARK.problem(
        both!("thừa dấu cách trước `{mark}`", "a blank before `{mark}`"),
        both!("thừa dấu cách", "a blank too much"),
        both!("xóa dấu cách", "delete the blank"),
    )
}

/// No blank behind a mark.
static BLANK_BEHIND_MARK: Rule = Rule {
    id: "blank-behind-mark",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Sau dấu phẩy, chấm, chấm phẩy, hai chấm có một dấu cách. Số, giờ, chữ viết tắt, địa chỉ \
             thì không xét.",
        en: "A blank follows commas, stops, semicolons and colons. Numbers, times, abbreviations and \
             addresses are not looked at.",
    },
    wrong: Example::body("Các thôn,tổ dân phố báo cáo hằng tháng."),
    right: Example::body("Các thôn, tổ dân phố báo cáo hằng tháng."),
    ..Rule::WARNING
};

fn blank_behind_mark(mark: &str) -> Problem {
    BLANK_BEHIND_MARK.problem(
        both!("thiếu dấu cách sau `{mark}`", "no blank behind `{mark}`"),
        both!("thiếu dấu cách", "a blank is missing"),
        both!("thêm một dấu cách", "add a blank"),
    )
}

/// Blanks that stand twice between words.
static BLANK_DOUBLED: Rule = Rule {
    id: "blank-doubled",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Giữa hai chữ chỉ có một dấu cách. Bản in tự rút lại còn một; tệp thì `check --fix` sửa \
             được.",
        en: "One blank stands between two words. More are printed as one; `check --fix` mends the \
             file.",
    },
    wrong: Example::body("Các  thôn báo cáo hằng tháng."),
    right: Example::body("Các thôn báo cáo hằng tháng."),
    ..Rule::NOTE
};

fn blank_doubled(count: usize, lines: &str) -> Problem {
    BLANK_DOUBLED.problem(
        both!("có {count} chỗ thừa dấu cách giữa hai chữ", "blanks that stand twice: {count}"),
        both!("thừa dấu cách", "a blank too much"),
        both!(
            "bản in đã rút lại còn một; muốn sửa tệp thì chạy `vanban check --fix`, ở các dòng: {lines}",
            "one is printed; `vanban check --fix` mends the file, in the lines: {lines}"
        ),
    )
}

/// Says where a line has a blank before a mark, or none behind one.
pub(super) fn check(reading: &Reading<'_>, found: &mut Diagnostics) {
    if reading.prose && reading.signs.have(Signs::BEFORE_MARKS) {
        before_marks(reading, found);
    }
    if reading.prose && reading.signs.have(Signs::BEHIND_MARKS) {
        behind_marks(reading, found);
    }
}

fn before_marks(reading: &Reading<'_>, found: &mut Diagnostics) {
    let text = reading.text();
    for blank in language::before_marks(text) {
        let with_mark = blank.start..blank.end + 1;
        let span = reading.span(with_mark.clone());
        // What is not seen there has a message of its own.
        let seen = span.end - span.start == with_mark.len();
        if reading.is_cited(&with_mark) || !seen {
            continue;
        }
        let mark = &text[blank.end..=blank.end];
        let fix = reading.fix(with_mark.clone(), mark);
        found.push_fixed(blank_before_mark(mark), span, fix);
    }
}

fn behind_marks(reading: &Reading<'_>, found: &mut Diagnostics) {
    let text = reading.text();
    for at in language::behind_marks(text) {
        if reading.is_cited(&(at - 1..at)) {
            continue;
        }
        let mark = &text[at - 1..at];
        let fix = reading.fix(at - 1..at, &format!("{mark} "));
        found.push_fixed(blank_behind_mark(mark), reading.span(at - 1..at), fix);
    }
}

/// Says once where blanks stand twice in the document's file.
pub(super) fn check_doubled(
    readings: &[Reading<'_>],
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let mut places: Vec<Span> = Vec::new();
    for reading in readings.iter().filter(|reading| reading.prose) {
        if reading.text().is_empty() {
            continue;
        }
        let span = reading.span(0..reading.text().len());
        if span.file != FileId::DOCUMENT {
            continue;
        }
        let written = sources.slice(span);
        if !written.contains("  ") {
            continue; // as in nearly all
        }
        let mut start = span.start;
        for line in written.split_inclusive('\n') {
            let blanks = language::doubled_blanks(line).into_iter();
            places.extend(blanks.map(|blank| {
                Span::new(span.file, start + blank.start..start + blank.end)
            }));
            start += line.len();
        }
    }
    let Some(first) = places.first() else { return };
    let fix: Fix = places.iter().map(|place| (*place, " ".to_owned())).collect();
    let problem = blank_doubled(places.len(), &line_numbers(&places, sources));
    found.push_fixed(problem, *first, Some(fix));
}
