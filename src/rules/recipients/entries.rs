//! The entries of the recipients stand without the dash that is printed before each.

use super::super::Draft;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::Text;
use crate::document::entry::behind_bullet;
use crate::document::outline::Line;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&RECIPIENT_DASH];

/// A dash before an entry of the list.
static RECIPIENT_DASH: Rule = Rule {
    id: "recipient-dash",
    family: Family::Recipients,
    clause: Some("HD 05-HD/VPTW, 9.2.5; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9"),
    explanation: Bilingual {
        vi: "Dấu gạch đầu dòng của mỗi nơi nhận được tự in; gõ thêm thì in hai lần.",
        en: "The dash before each recipient is printed by itself; one that is typed is printed as \
             well.",
    },
    wrong: Example::fields("nơi nhận: ['- Các chi bộ', Lưu Văn phòng Đảng ủy]"),
    right: Example::fields("nơi nhận: ['Các chi bộ', Lưu Văn phòng Đảng ủy]"),
    ..Rule::WARNING
};

fn recipient_dash(fit: &str) -> Problem {
    RECIPIENT_DASH.problem(
        both!("dấu gạch trước nơi nhận sẽ in hai lần", "this dash is printed twice"),
        both!("dấu gạch gõ thêm", "a dash that is typed"),
        both!("viết `{fit}`", "write `{fit}`"),
    )
}

/// Says where an entry begins with a dash.
pub(super) fn check_mark(draft: &Draft<'_>, entry: &Text, found: &mut Diagnostics) {
    let line = Line::of_text(entry, draft.sources);
    let start = line.text.len() - line.text.trim_start().len();
    let Some(rest) = behind_bullet(&line.text[start..]) else { return };
    let end = line.text.len() - rest.len();
    let fix =
        line.written(start..end).map(|span| Fix::from_iter([(span, String::new())]));
    let dash = line.text[start..end].trim_end().len();
    found.push_fixed(recipient_dash(rest), line.span(start..start + dash), fix);
}
