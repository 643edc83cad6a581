//! A law among the grounds has its date (State), its year (Party).

use super::super::Draft;
use super::super::places::place;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Regime, field};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&LAW_UNDATED];

/// A law among the grounds without the time at which it was passed.
static LAW_UNDATED: Rule = Rule {
    id: "law-undated",
    family: Family::Citations,
    clause: Some("HD 05-HD/VPTW, 6.2.3; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.a"),
    explanation: Bilingual {
        vi: "Luật, pháp lệnh ở phần căn cứ không ghi số, ký hiệu, cơ quan ban hành, nhưng phải có \
             thời gian: văn bản nhà nước ghi ngày tháng năm, văn bản của Đảng ghi năm ban hành. \
             Một luật được ban hành nhiều lần, thiếu năm thì không rõ là luật nào. Trong câu văn \
             chỉ cần tên luật.",
        en: "A law among the grounds (`căn cứ`) has neither number nor body, but its time: with \
             the State the date, with the Party the year. A law is passed anew every few years; \
             without the year nobody knows which one is meant. In running text its name is enough.",
    },
    wrong: Example::fields("căn cứ: [Căn cứ Luật Đất đai]"),
    right: Example::fields("căn cứ: [Căn cứ Luật Đất đai năm 2024]"),
    ..Rule::WARNING
};

fn law_undated(name: &str, regime: Regime) -> Problem {
    let help = match regime {
        Regime::Party => both!(
            "thêm năm ban hành: `{name} năm …`",
            "add the year in which it was passed: `{name} năm …`"
        ),
        Regime::State => both!(
            "thêm ngày tháng năm ban hành: `{name} ngày … tháng … năm …`",
            "add the date on which it was passed: `{name} ngày … tháng … năm …`"
        ),
    };
    LAW_UNDATED.problem(
        both!(
            "căn cứ `{name}` không ghi thời gian ban hành",
            "`{name}` stands without its time"
        ),
        both!("luật năm nào?", "the law of which year?"),
        help,
    )
}

/// What laws begin with.
const LAWS: [&str; 3] = ["Luật ", "Bộ luật ", "Pháp lệnh "];

/// Says which grounds name a law without a year.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let grounds = draft.values().iter();
    for value in
        grounds.filter(|value| value.field == field::GROUNDS && value.group.is_none())
    {
        let text = value.line.text.as_str();
        let rest = text.trim_start_matches(['-', ' ']);
        let rest = rest.strip_prefix("Căn cứ ").unwrap_or(rest);
        let dated = rest.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
        if dated || !LAWS.iter().any(|law| rest.starts_with(law)) {
            continue;
        }
        let end = rest.find([';', ',', '(', '.']).unwrap_or(rest.len());
        // A comma belongs to a name: `Luật Phòng, chống thiên tai`.
        let closed = rest.trim_end().trim_end_matches([';', ',', '.']);
        let name = if rest.contains('(') { &rest[..end] } else { closed };
        let name = name.trim_end();
        let start = text.len() - rest.len();
        let regime = draft.document.regime.value;
        found.push(
            law_undated(name, regime),
            place(&value.line, start..start + name.len()),
        );
    }
}
