//! Where a text points to an appendix: by its number, or as something that comes along.

use std::ops::Range;

use super::super::wording::{Word, begins, has, words};
use crate::document::numeral::read_roman;

/// Where a text says that an appendix comes with the paper: `Phụ lục II kèm theo`.
pub(super) fn attached(text: &str) -> Vec<Range<usize>> {
    if !text.contains("hụ") {
        return Vec::new();
    }
    let all = words(text);
    let mut found = Vec::new();
    for at in 0..all.len() {
        let rest = &all[at..];
        if !text[rest[0].range.clone()].ends_with('ụ')
            || begins(rest, "phu luc").is_none()
        {
            continue;
        }
        for count in [2, 3] {
            let last = rest.get(count..).and_then(|behind| begins(behind, "kem theo"));
            let numeral =
                rest.get(2).is_some_and(|word| word.folded().chars().count() < 5);
            let number = count == 2 || numeral;
            // `Phụ lục kèm theo Nghị định số …` is of another paper.
            if last.is_some() && number && rest.len() == count + 2
                || last.is_some_and(|_| {
                    text[rest[count + 1].range.end..].starts_with([')', '.', ';', ','])
                })
            {
                found.push(rest[0].range.start..rest[count + 1].range.end);
            }
        }
    }
    found
}

/// Where a text points to an appendix of this paper by its number.
pub(super) struct Pointer {
    /// All of it: `Phụ lục II`.
    pub(super) whole: Range<usize>,
    /// Its number.
    pub(super) number: Range<usize>,
    /// What that is worth.
    pub(super) value: u32,
}

/// The appendices of this paper that a text names; those of other papers are left out: `Phụ lục III
/// Nghị định số 30/2020/NĐ-CP`.
pub(super) fn pointers(text: &str) -> Vec<Pointer> {
    const OF_OTHERS: [&str; 12] = [
        "nghi dinh",
        "thong tu",
        "luat",
        "quyet dinh",
        "huong dan",
        "thong bao",
        "ke hoach",
        "cong van",
        "ban hanh",
        "quy dinh",
        "nghi quyet",
        "quy che",
    ];
    let all = words(text);
    let mut found = Vec::new();
    for at in 0..all.len().saturating_sub(2) {
        let [one, two, number] = [&all[at], &all[at + 1], &all[at + 2]];
        if !text[one.range.clone()].starts_with(['P', 'p'])
            || one.folded() != "phu"
            || two.folded() != "luc"
        {
            continue;
        }
        let typed = &text[number.range.clone()];
        let digits = typed.bytes().all(|b| b.is_ascii_digit()) && typed.len() < 3;
        let value = if digits { typed.parse().ok() } else { read_roman(typed) };
        let apart = &text[two.range.end..number.range.start];
        let Some(value) = value.filter(|value| *value > 0 && apart.trim().is_empty())
        else {
            continue;
        };
        let rest = &all[at + 3..];
        let is_within = |word: &&Word<'_>| {
            !text[number.range.end..word.range.end].contains(['.', ';', ')', ':'])
        };
        let near = &rest[..rest.iter().take(8).take_while(is_within).count()];
        let others = OF_OTHERS.iter().any(|paper| has(near, paper));
        if !others {
            let whole = one.range.start..number.range.end;
            found.push(Pointer { whole, number: number.range.clone(), value });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{attached, pointers};

    #[test]
    fn appendices_of_this_paper_are_told_from_those_of_others() {
        for (text, found) in [
            ("theo Phụ lục II.", &[2][..]),
            ("(Chi tiết tại phụ lục 3 kèm theo)", &[3]),
            ("Phụ lục I, Phụ lục 02", &[1, 2]),
            ("Phụ lục III Nghị định số 30/2020/NĐ-CP", &[]),
            ("Phụ lục I ban hành kèm theo Thông tư số 5", &[]),
            ("Phụ lục kèm theo", &[]),
            ("Phụ lục: 2 trang", &[]),
            ("Phụ lục 2026", &[]),
        ] {
            let values: Vec<u32> = pointers(text).iter().map(|one| one.value).collect();
            assert_eq!(values, found, "{text}");
        }
    }

    #[test]
    fn what_comes_with_this_paper_is_told_apart() {
        for (text, found) in [
            ("(có Phụ lục II kèm theo)", Some("Phụ lục II kèm theo")),
            ("theo phụ lục kèm theo.", Some("phụ lục kèm theo")),
            ("Phụ lục kèm theo", Some("Phụ lục kèm theo")),
            ("Phụ lục kèm theo Nghị định số 30", None),
            ("(có danh sách kèm theo)", None),
            ("Phụ lục II", None),
        ] {
            let range = attached(text).into_iter().next();
            assert_eq!(range.map(|range| &text[range]), found, "{text}");
        }
    }
}
