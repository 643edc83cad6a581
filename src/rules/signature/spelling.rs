//! The names of people are written one way throughout a paper.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use super::super::Draft;
use super::super::words::{Word, words};
use super::name::bare;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Rule, Severity, both,
};
use crate::document::{Text, fold, is_collective};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&NAME_TWO_WAYS];

/// A name that stands in the paper with another letter, tone mark or capital.
static NAME_TWO_WAYS: Rule = Rule {
    id: "name-two-ways",
    family: Family::Signature,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, I"),
    explanation: Bilingual {
        vi: "Tên một người viết một cách trong cả văn bản; khác nhau một dấu, một chữ, chữ hoa \
             thì thường là gõ nhầm. Hai người chỉ khác tên một dấu thì chỉ được nhắc.",
        en: "A person's name is written one way throughout a paper; another tone mark, letter or \
             capital is most often a slip. Two people may differ by one mark in their given \
             names, so that is only a note.",
    },
    wrong: Example::body("Đồng chí Hoàng Hửu Khôi theo dõi, đôn đốc."),
    right: Example::body("Đồng chí Hoàng Hữu Khôi theo dõi, đôn đốc."),
    ..Rule::WARNING
};

fn name_two_ways(typed: &str, known: &str, doubtful: bool) -> Problem {
    let problem = NAME_TWO_WAYS.problem(
        both!(
            "tên `{typed}` ở chỗ khác viết là `{known}`",
            "the name `{typed}` is elsewhere written `{known}`"
        ),
        both!("khác một chút", "a little different"),
        both!(
            "nếu là một người thì viết một cách ở mọi chỗ; là hai người thì bỏ qua",
            "if this is one person, write the name one way everywhere; two people may stay"
        ),
    );
    let severity = if doubtful { Severity::Note } else { problem.severity };
    problem.with_related(both!("viết thế này", "written so")).of_severity(severity)
}

/// A name that the directory of the office has otherwise.
fn name_of_directory(typed: &str, known: &str, doubtful: bool) -> Problem {
    let problem = NAME_TWO_WAYS.problem(
        both!(
            "tên `{typed}` trong danh bạ của cơ quan viết là `{known}`",
            "the directory of the office writes the name `{typed}` as `{known}`"
        ),
        both!("khác danh bạ một chút", "a little different"),
        both!(
            "nếu là một người thì viết `{known}`, hoặc sửa `danh bạ`; là hai người thì bỏ qua",
            "if this is one person, write `{known}`, or mend `danh bạ`; two people may stay"
        ),
    );
    let severity = if doubtful { Severity::Note } else { problem.severity };
    problem.with_related(both!("trong danh bạ", "in the directory")).of_severity(severity)
}

/// A name that is known from the fields of the document, or from the directory.
struct Known {
    name: Text,
    words: Vec<String>,
    in_directory: bool,
}

/// Looks for the names that are known in everything that is printed.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let known = known(draft);
    if known.is_empty() {
        return;
    }
    let mut said: BTreeSet<(Span, String)> = BTreeSet::new();
    let values = draft.values().iter().map(|value| &value.line);
    let lines = draft.lines().iter().filter(|line| !line.quoted).map(|line| &line.line);
    for line in values.chain(lines) {
        let all = words(&line.text);
        for at in (0..all.len()).filter(|at| all[*at].is_capital()) {
            for count in SYLLABLES {
                let Some(range) = run(&line.text, &all[at..], count) else { break };
                if !may_be_known(&all[at..at + count], &known) {
                    continue;
                }
                let typed = spelled(&line.text[range.clone()]);
                let Some((one, doubtful)) = other_spelling(&typed, &known) else {
                    continue;
                };
                let place = line.span(range.clone());
                if said.insert((place, one.name.value.clone())) {
                    let say =
                        if one.in_directory { name_of_directory } else { name_two_ways };
                    let problem = say(&line.text[range], one.name.as_str(), doubtful);
                    found.push_related(problem, place, one.name.span);
                }
            }
        }
    }
}

/// Whether some words may nearly be a known name: of the first two at most one is another.
fn may_be_known(words: &[Word<'_>], known: &[Known]) -> bool {
    let is_near = |one: &Known| {
        let same = |at: usize| one.words[at] == words[at].text;
        one.words.len() == words.len() && (same(0) || same(1))
    };
    known.iter().any(is_near)
}

/// The known name that a name is nearly, and whether they may well be two people; nothing for one
/// that is known itself. Where the directory has either, it is the measure of what else is known.
fn other_spelling<'k>(typed: &[String], known: &'k [Known]) -> Option<(&'k Known, bool)> {
    for in_directory in [true, false] {
        let known = || known.iter().filter(|one| one.in_directory == in_directory);
        if known().any(|one| one.words == typed) {
            return None;
        }
        let near = known().find_map(|one| Some((one, differs(typed, &one.words)?)));
        if near.is_some() {
            return near;
        }
    }
    None
}

/// So many syllables a name has that is looked for: of two others are too many.
const SYLLABLES: RangeInclusive<usize> = 3..=5;

/// The names of those who sign and who are at the meeting, and those of the directory, each once.
fn known(draft: &Draft<'_>) -> Vec<Known> {
    let document = draft.document;
    let copy = document.copy.as_ref().and_then(|copy| copy.signature.as_ref());
    let signers = document.signatures.iter().chain(&document.confirmation).chain(copy);
    let signers = signers.filter_map(crate::document::Signature::bare_name);
    let meeting = document.meeting.iter();
    let people = meeting.flat_map(|meeting| {
        let lists = meeting.attendees.iter().chain(meeting.absentees.iter());
        std::iter::once(&meeting.chair).chain(&meeting.secretary).chain(lists)
    });
    let people = people.map(crate::document::Person::bare_name);
    let own = signers.chain(people).map(|name| (bare(&name, draft.sources), false));
    let directory = document.directory.iter().map(|name| (name.clone(), true));
    let mut known: Vec<Known> = Vec::new();
    for (name, in_directory) in own.chain(directory) {
        let words = spelled(name.as_str());
        let is_name = SYLLABLES.contains(&words.len())
            && words.iter().all(|one| one.starts_with(char::is_uppercase))
            && words.iter().any(|one| one.chars().any(char::is_lowercase))
            && name.as_str().chars().all(|c| c.is_alphabetic() || c.is_whitespace())
            && !is_collective(name.as_str());
        let same = |one: &Known| one.words == words && one.in_directory == in_directory;
        if is_name && !known.iter().any(same) {
            known.push(Known { name, words, in_directory });
        }
    }
    known
}

/// The syllables of a name as they are written.
fn spelled(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_owned).collect()
}

/// So many words that stand behind one another with nothing but blanks between.
fn run(text: &str, from: &[Word<'_>], count: usize) -> Option<Range<usize>> {
    let all = from.get(..count)?;
    let blank = |pair: &[Word<'_>]| {
        let between = &text[pair[0].range.end..pair[1].range.start];
        !between.is_empty() && between.chars().all(char::is_whitespace)
    };
    let range = all.first()?.range.start..all.last()?.range.end;
    all.windows(2).all(blank).then_some(range)
}

/// Whether two names are nearly one, and whether they may well be two people: nothing where they
/// are too different, or one where all letters are capitals.
fn differs(typed: &[String], known: &[String]) -> Option<bool> {
    let loud = |one: &String| one.chars().all(char::is_uppercase);
    let pairs = || typed.iter().zip(known);
    // One difference only: more are of two people.
    let same = pairs().filter(|(one, two)| one == two).count();
    if typed.len() != known.len() || same + 1 != known.len() || typed.iter().all(loud) {
        return None;
    }
    let index = pairs().position(|(one, two)| one != two)?;
    let (one, two) = (&typed[index], &known[index]);
    if fold(one) != fold(two) && !one_letter(one, two) {
        return None;
    }
    let given = index + 1 == typed.len();
    let same = one.to_lowercase() == two.to_lowercase() || old_and_new(one, two);
    // `Nguyễn Văn Anh` and `Nguyễn Vân Anh` are two people.
    let both = [one, two].map(|word| fold(word));
    let doubtful = given || both[0] != both[1] || both[0] == "van";
    Some(doubtful && !same)
}

/// Whether two syllables differ by where the tone mark stands alone: `Hoà`, `Hòa`.
fn old_and_new(one: &str, two: &str) -> bool {
    use unicode_normalization::UnicodeNormalization;
    let letters = |text: &str| {
        let mut all: Vec<char> = text.to_lowercase().nfd().collect();
        all.sort_unstable();
        all
    };
    fold(one) == fold(two) && letters(one) == letters(two)
}

/// Whether two syllables differ by one letter that is put in, left out or another.
fn one_letter(one: &str, two: &str) -> bool {
    let letters = |text: &str| fold(text).chars().collect::<Vec<char>>();
    let (one, two) = (letters(one), letters(two));
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let rest = &long[same + usize::from(same < long.len())..];
    match long.len() - short.len() {
        0 => short[(same + 1).min(short.len())..] == *rest,
        1 => short[same..] == *rest,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_nearly_one_are_told_apart() {
        for (typed, known, said) in [
            ("Hoàng Hửu Khôi", "Hoàng Hữu Khôi", Some(false)),
            ("Hoàng hữu Khôi", "Hoàng Hữu Khôi", Some(false)),
            ("Hoàng Hữu khôi", "Hoàng Hữu Khôi", Some(false)),
            ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa", Some(false)),
            ("Nguyễn Thị Hoa", "Nguyễn Thị Hòa", Some(true)),
            ("Nguyễn Thị Hoan", "Nguyễn Thị Hoa", Some(true)),
            ("Nguyên Thị Hòa", "Nguyễn Thị Hòa", Some(false)),
            ("Nguyễn Vân Hòa", "Nguyễn Văn Hòa", Some(true)),
            ("Nguyễn Văn Hòa", "Nguyễn Thị Hòa", None),
            ("Nguyễn Thị Lan", "Nguyễn Thị Hòa", None),
            ("HOÀNG HỮU KHÔI", "Hoàng Hữu Khôi", None),
            ("Hoàng Hửu Khối", "Hoàng Hữu Khôi", None),
        ] {
            assert_eq!(differs(&spelled(typed), &spelled(known)), said, "{typed}");
        }
        for (one, two, near) in
            [("Hoa", "Hoan", true), ("Ho", "Hoan", false), ("Lan", "Lam", true)]
        {
            assert_eq!(one_letter(one, two), near, "{one}, {two}");
        }
    }
}
