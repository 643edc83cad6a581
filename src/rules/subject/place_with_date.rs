//! The place (địa danh) is a name alone: `, ngày … tháng … năm …` is printed behind it.

use super::super::Draft;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::outline::Line;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&PLACE_WITH_DATE];

/// A comma or the date behind the place.
static PLACE_WITH_DATE: Rule = Rule {
    id: "place-with-date",
    family: Family::Fields,
    clause: Some("HD 05-HD/VPTW, 4.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4"),
    explanation: Bilingual {
        vi: "Dấu phẩy và ngày tháng năm sau địa danh được in từ `ngày ký`; gõ thêm thì in hai lần.",
        en: "The comma and the date behind the place are printed from `ngày ký`; what is typed is \
             printed as well.",
    },
    wrong: Example::fields("địa danh: Lục Bình, ngày 05 tháng 6 năm 2023"),
    right: Example::fields("địa danh: Lục Bình"),
    ..Rule::WARNING
};

fn place_with_date(fit: &str) -> Problem {
    PLACE_WITH_DATE.problem(
        both!(
            "`địa danh` ghi cả ngày hoặc dấu phẩy",
            "`địa danh` has the date or a comma"
        ),
        both!("sẽ in hai lần", "printed twice"),
        both!(
            "viết `địa danh: {fit}`, còn ngày ghi ở `ngày ký`",
            "write `địa danh: {fit}`, and the date in `ngày ký`"
        ),
    )
}

/// Checks the place.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let line = Line::of_text(&draft.document.place, draft.sources);
    let text = line.text.as_str();
    let end = text.trim_end().len();
    let small = text.to_lowercase();
    // A capital that is longer or shorter as a small letter would shift the places.
    let date = small.find("ngày").filter(|_| small.len() == text.len());
    let date = date.filter(|at| {
        let rest = small[at + "ngày".len()..].trim_start();
        let dated = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphabetic());
        dated && !small[..*at].ends_with(char::is_alphanumeric)
    });
    let behind = text[..date.unwrap_or(end)].trim_end_matches([' ', ',', '\n']).len();
    if behind == 0 || (date.is_none() && behind == end) {
        return;
    }
    let place = behind..end;
    let fix =
        line.written(place.clone()).map(|span| Fix::from_iter([(span, String::new())]));
    let shown = text[place].trim_start().len();
    let fit = text[..behind].trim();
    found.push_fixed(place_with_date(fit), line.span(end - shown..end), fix);
}
