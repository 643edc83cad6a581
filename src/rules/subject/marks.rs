//! A subject is a title: no mark ends it, no quotation marks stand about it.

use super::super::Draft;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::Text;
use crate::document::entry::without_end;
use crate::document::outline::Line;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SUBJECT_ENDED, &SUBJECT_QUOTED];

/// A mark at the end of a subject.
static SUBJECT_ENDED: Rule = Rule {
    id: "subject-ended",
    family: Family::Subject,
    clause: Some("HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5"),
    explanation: Bilingual {
        vi: "Trích yếu là tiêu đề, không có dấu chấm, dấu `./.` ở cuối.",
        en: "A subject is a title: no full stop and no `./.` ends it.",
    },
    wrong: Example::fields("trích yếu: kết luận cuộc họp tháng 5 năm 2023./."),
    right: Example::fields("trích yếu: kết luận cuộc họp tháng 5 năm 2023"),
    ..Rule::WARNING
};

fn subject_ended(end: &str) -> Problem {
    SUBJECT_ENDED.problem(
        both!("cuối trích yếu có dấu `{end}`", "the subject ends with `{end}`"),
        both!("thừa dấu này", "this mark is too much"),
        both!("bỏ dấu này", "leave it out"),
    )
}

/// Quotation marks about a whole subject.
static SUBJECT_QUOTED: Rule = Rule {
    id: "subject-quoted",
    family: Family::Subject,
    clause: Some("HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5"),
    explanation: Bilingual {
        vi: "Cả trích yếu không đặt trong ngoặc kép; cặp nháy của YAML thì không in.",
        en: "A whole subject does not stand in quotation marks; those of YAML are not printed.",
    },
    wrong: Example::fields("trích yếu: “kết luận cuộc họp tháng 5 năm 2023”"),
    right: Example::fields("trích yếu: kết luận cuộc họp tháng 5 năm 2023"),
    ..Rule::WARNING
};

fn subject_quoted() -> Problem {
    SUBJECT_QUOTED.problem(
        both!(
            "cả trích yếu nằm trong ngoặc kép",
            "the whole subject is in quotation marks"
        ),
        both!("ngoặc kép này sẽ được in", "these marks are printed"),
        both!("bỏ hai dấu ngoặc kép", "leave the two marks out"),
    )
}

/// Checks the marks about a subject.
pub(super) fn check(draft: &Draft<'_>, subject: &Text, found: &mut Diagnostics) {
    let line = Line::of_text(subject, draft.sources);
    let text = line.text.as_str();
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    if let Some(inner) = within_quotes(&text[start..end]) {
        let all = start..end;
        let fix = line.written(all.clone());
        let fix = fix.map(|span| Fix::from_iter([(span, inner.to_owned())]));
        found.push_fixed(subject_quoted(), line.span(all), fix);
        return;
    }
    let bare = without_end(text).len();
    // `v.v` and the like keep their stop, an ellipsis is left to its writer.
    if bare < end && bare > start {
        let place = bare..end;
        let fix = line
            .written(place.clone())
            .map(|span| Fix::from_iter([(span, String::new())]));
        found.push_fixed(
            subject_ended(text[place.clone()].trim()),
            line.span(place),
            fix,
        );
    }
}

/// What stands between two quotation marks that hold a whole text.
fn within_quotes(text: &str) -> Option<&str> {
    [('“', '”'), ('"', '"'), ('«', '»'), ('‘', '’')].into_iter().find_map(
        |(open, close)| {
            let inner = text.strip_prefix(open)?.strip_suffix(close)?;
            (!inner.contains([open, close]) && !inner.trim().is_empty()).then_some(inner)
        },
    )
}
