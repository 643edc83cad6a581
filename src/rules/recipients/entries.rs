//! The entries of the recipients: without the dash that is printed before each, nobody twice.

use super::super::Draft;
use super::super::wording::{begins, words};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::entry::behind_bullet;
use crate::document::outline::Line;
use crate::document::{RecipientGroup, Text, mark};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&RECIPIENT_DASH, &RECIPIENT_TWICE];

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

/// A recipient that stands in the list already.
static RECIPIENT_TWICE: Rule = Rule {
    id: "recipient-twice",
    family: Family::Recipients,
    clause: Some("NĐ 30/2020/NĐ-CP, Điều 17"),
    explanation: Bilingual {
        vi: "Mỗi nơi nhận ghi một lần, vì văn bản được phát hành đúng số lượng ghi ở đó. Một nơi \
             có ở cả hai nhóm (bản giấy, bản điện tử) thì được.",
        en: "Each recipient is named once, as so many copies are sent out. One may stand in two \
             groups (on paper, by wire).",
    },
    wrong: Example::fields("nơi nhận: [Các chi bộ, Chi bộ, Lưu Văn phòng Đảng ủy]"),
    right: Example::fields("nơi nhận: [Các chi bộ, Lưu Văn phòng Đảng ủy]"),
    ..Rule::WARNING
};

fn recipient_twice() -> Problem {
    let problem = RECIPIENT_TWICE.problem(
        both!("nơi nhận này đã có ở trên", "this recipient stands above already"),
        both!("lần thứ hai", "the second time"),
        both!("bỏ một trong hai dòng", "leave one of the two lines out"),
    );
    problem.with_related(both!("lần đầu", "the first time"))
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

/// Says which recipients of a group stand in it twice.
pub(super) fn check_twice(group: &RecipientGroup, found: &mut Diagnostics) {
    let mut seen: Vec<(Vec<String>, &Text)> = Vec::new();
    let written = |entry: &&Text| mark::marks(entry.as_str()).is_empty();
    for entry in group.entries.iter().filter(written) {
        let key = key(entry.as_str());
        match seen.iter().find(|(other, _)| *other == key) {
            Some((_, first)) => {
                found.push_related(recipient_twice(), entry.span, first.span);
            }
            None if !key.is_empty() => seen.push((key, entry)),
            None => {}
        }
    }
}

/// The words that say who receives it: without `các`, `đồng chí`, and what for.
fn key(entry: &str) -> Vec<String> {
    const PURPOSES: [&str; 8] = [
        "b c",
        "bc",
        "de b c",
        "de bao cao",
        "bao cao",
        "de biet",
        "de thuc hien",
        "de phoi hop",
    ];
    let mut all = words(entry);
    if let Some(bracket) = entry.rfind('(') {
        let behind = words(&entry[bracket..]);
        let says = |purpose: &&str| begins(&behind, purpose) == Some(behind.len());
        if PURPOSES.iter().any(says) {
            all.retain(|word| word.range.end <= bracket);
        }
    }
    let mut rest = &all[..];
    for phrase in ["cac", "dong chi"] {
        rest = &rest[begins(rest, phrase).unwrap_or_default()..];
    }
    rest.iter().map(|word| word.folded().to_owned()).collect()
}
