//! One abbreviation is written in one way: `BCĐ` or `BCD`, `VH - XH` or `VH XH`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::Draft;
use super::super::places::{also, fix, place, replaced};
use super::known::is_known;
use super::scan::is_plain;
use super::{Kind, Read, is_joint, key, own_codes};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&ABBREVIATION_FORMS];

/// One abbreviation in two forms.
static ABBREVIATION_FORMS: Rule = Rule {
    id: "abbreviation-forms",
    family: Family::Abbreviations,
    explanation: Bilingual {
        vi: "Một cụm từ có một chữ viết tắt trong cả văn bản: `BCD` và `BCĐ`, `VH XH` và `VH - XH` \
             làm người đọc tưởng là hai. Dạng đúng là dạng trong ký hiệu, dạng ai cũng dùng, hoặc \
             dạng đã giải thích.",
        en: "Words have one abbreviation through the whole paper: `BCD` and `BCĐ`, `VH XH` and \
             `VH - XH` look like two. The right one is that of the symbol, that which everybody \
             uses, or that which was explained.",
    },
    wrong: Example::fields(
        "nơi nhận: [Thành viên BCD xã, Các thôn, Lưu Văn phòng Đảng ủy]",
    ),
    right: Example::fields(
        "nơi nhận: [Thành viên BCĐ xã, Các thôn, Lưu Văn phòng Đảng ủy]",
    ),
    ..Rule::WARNING
};

fn abbreviation_forms(
    wrong: &str,
    right: &str,
    certain: bool,
    also: &Bilingual,
) -> Problem {
    let Bilingual { vi, en } = also;
    ABBREVIATION_FORMS.problem(
        both!(
            "một chữ viết tắt viết hai cách: `{wrong}` và `{right}`{vi}",
            "one abbreviation has two forms: `{wrong}` and `{right}`{en}"
        ),
        both!("cách viết khác", "another form"),
        if certain {
            both!("viết `{right}`", "write `{right}`")
        } else {
            both!("chọn một cách, ví dụ `{right}`", "keep to one, for example `{right}`")
        },
    )
}

/// A place where an abbreviation stands.
struct Use<'r, 'd> {
    read: &'r Read<'d>,
    range: Range<usize>,
}

impl Use<'_, '_> {
    fn text(&self) -> &str {
        self.read.text(&self.range)
    }
}

/// Letters that make an abbreviation long enough to be known for the same: `HD` and `HĐ` are two.
const LEAST: usize = 3;

/// Says which abbreviations are written in more than one way.
pub(super) fn check(lines: &[Read<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let mut uses: BTreeMap<String, Vec<Use<'_, '_>>> = BTreeMap::new();
    for read in lines.iter().filter(|read| read.kind != Kind::Quoted) {
        for (at, first) in read.shorts.iter().enumerate() {
            let mut range = first.clone();
            let mut add = |range: &Range<usize>| {
                let key = key(read.text(range));
                let short = Use { read, range: range.clone() };
                uses.entry(key).or_default().push(short);
            };
            add(&range);
            for next in read.shorts.iter().skip(at + 1).take(2) {
                if !is_joint(&read.line.text[range.end..next.start]) {
                    break;
                }
                range.end = next.end;
                add(&range);
            }
        }
    }
    let own = own_codes(draft);
    let told: BTreeSet<&str> = lines
        .iter()
        .flat_map(|read| {
            read.explained.iter().map(|range| &read.line.text[range.clone()])
        })
        .collect();
    for (key, uses) in uses.into_iter().filter(|(key, _)| key.chars().count() >= LEAST) {
        let is_same = |code: &&&str| is_plain(code) && super::key(code) == key;
        let code = own.iter().find(is_same).copied();
        let mut forms: Vec<(&str, usize)> = Vec::new();
        for one in &uses {
            match forms.iter_mut().find(|(form, _)| *form == one.text()) {
                Some((_, count)) => *count += 1,
                None => forms.push((one.text(), 1)),
            }
        }
        let spelt = forms.iter().map(|(form, _)| *form);
        let certain = code
            .or_else(|| spelt.clone().find(|form| is_known(form)))
            .or_else(|| spelt.clone().find(|form| told.contains(form)));
        // The first of those that are used most.
        let most = forms.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let common =
            forms.iter().find(|(_, count)| *count == most).map(|(form, _)| *form);
        let Some(right) = certain.or(common) else { continue };
        let wrong: Vec<&Use<'_, '_>> =
            uses.iter().filter(|one| one.text() != right).collect();
        let Some(first) = wrong.first() else { continue };
        let spans: Vec<Span> =
            wrong.iter().map(|one| place(one.read.line, one.range.clone())).collect();
        let edits =
            wrong.iter().map(|one| replaced(one.read.line, one.range.clone(), right));
        let fix = certain.and_then(|_| fix(edits));
        let also = also(&spans, draft.sources);
        let problem = abbreviation_forms(first.text(), right, certain.is_some(), &also);
        found.push_fixed(problem, spans[0], fix);
    }
}
