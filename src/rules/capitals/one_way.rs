//! One name has the same capitals through the whole paper.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::super::Draft;
use super::super::places::{line_numbers, place};
use super::super::words::{Word, is_start, words};
use super::CutLine;
use super::bodies::names_body;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::outline::Line;
use crate::source::{Span, is_alphabetic};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CAPITALS_DIFFER];

/// One name with two ways of capitals.
static CAPITALS_DIFFER: Rule = Rule {
    id: "capitals-differ",
    family: Family::Capitals,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, IV.1.a"),
    explanation: Bilingual {
        vi: "Một tên cơ quan, chức danh viết hoa một cách trong cả văn bản: `Văn hóa - Xã hội` ở \
             chỗ này mà `Văn hóa - xã hội` ở chỗ kia thì người đọc ngờ là hai nơi khác nhau.",
        en: "A name of a body or a post has the same capitals through the whole paper; two ways \
             look like two bodies.",
    },
    wrong: Example::body(
        "Giao công chức Văn hóa - Xã hội rà soát.\n\nCác thôn gửi công chức Văn hóa - xã hội.",
    ),
    right: Example::body(
        "Giao công chức Văn hóa - Xã hội rà soát.\n\nCác thôn gửi công chức Văn hóa - Xã hội.",
    ),
    ..Rule::WARNING
};

fn capitals_differ(
    (written, lines): (&str, &str),
    (other, others): (&str, &str),
    is_tie: bool,
) -> Problem {
    let problem = CAPITALS_DIFFER.problem(
        both!(
            "viết hoa hai cách: `{written}` ở dòng {lines}, `{other}` ở dòng {others}",
            "two ways of capitals: `{written}` on line {lines}, `{other}` on line {others}"
        ),
        both!("cách viết khác", "another way"),
        if is_tie {
            both!("chọn một cách cho cả văn bản", "keep to one through the whole paper")
        } else {
            both!(
                "chọn một cách; nhiều hơn ở đây là `{other}`",
                "keep to one; the more common one here is `{other}`"
            )
        },
    );
    problem.with_related(both!("cách kia", "the other way"))
}

/// A part of a line.
struct Use<'d> {
    line: &'d Line<'d>,
    range: Range<usize>,
}

impl Use<'_> {
    fn written(&self) -> &str {
        &self.line.text[self.range.clone()]
    }

    /// Its first words.
    fn cut(&self, count: usize) -> Self {
        let words = words(self.written());
        let last = words.get(count.saturating_sub(1)).or(words.last());
        let end = last.map_or(0, |word| word.range.end);
        Self { line: self.line, range: self.range.start..self.range.start + end }
    }

    fn span(&self) -> Span {
        place(self.line, self.range.clone())
    }
}

/// Words of a name that are compared: that which differs, one before it, one behind it.
const LEAST: usize = 3;
/// Longest name that is compared.
const LONGEST: usize = 6;

/// Says which names are written in two ways. Both begin with a capital that is none of a sentence,
/// and differ in a capital within; the word that differs is not the last, so that `Bí thư Chi bộ` and
/// `Bí thư chi đoàn` are two.
pub(super) fn check(lines: &[CutLine<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let mut uses: BTreeMap<Vec<Cow<'_, str>>, Vec<Use<'_>>> = BTreeMap::new();
    for CutLine { line, words } in lines {
        let text = line.text.as_str();
        for at in 0..words.len() {
            let first = &words[at];
            let inner = || {
                !is_start(text, first.range.start)
                    || has_inner_capital(&words[at..], text)
            };
            if !first.is_capital() || first.is_all_capitals() || !inner() {
                continue;
            }
            for end in at + LEAST..=(at + LONGEST).min(words.len()) {
                let name = &words[at..end];
                // Of all but the shortest name only the last word was not looked at.
                let new = if end == at + LEAST { name } else { &words[end - 2..end] };
                if !joins(new, text) {
                    break;
                }
                let key = name.iter().map(Word::small).collect();
                let range = first.range.start..name[name.len() - 1].range.end;
                uses.entry(key).or_default().push(Use { line, range });
            }
        }
    }
    let mut said: Vec<Span> = Vec::new();
    // The most common and the longest first: what is said of them is not said of their parts.
    let mut names: Vec<_> = uses.into_iter().collect();
    names.sort_by_key(|(key, uses)| (usize::MAX - uses.len(), usize::MAX - key.len()));
    for (key, uses) in names {
        // Most names stand there once.
        if uses.len() < 2 || names_body(&key.join(" ")) {
            continue;
        }
        let mut ways: Vec<(Vec<bool>, Vec<&Use<'_>>)> = Vec::new();
        for one in &uses {
            let capitals: Vec<bool> =
                words(one.written()).iter().map(Word::is_capital).collect();
            match ways.iter_mut().find(|(way, _)| *way == capitals) {
                Some((_, same)) => same.push(one),
                None => ways.push((capitals, vec![one])),
            }
        }
        ways.sort_by_key(|(_, same)| usize::MAX - same.len());
        let [(common, right), (rare, wrong), ..] = &ways[..] else { continue };
        let last = key.len() - 1;
        let differ: Vec<usize> =
            (0..key.len()).filter(|at| common[*at] != rare[*at]).collect();
        if differ.contains(&last) || differ.is_empty() {
            continue;
        }
        // No further than the word whose last capital it is: `Hội Liên hiệp Phụ nữ`, not `… xã`.
        let ends = (0..key.len()).rfind(|at| common[*at] || rare[*at]).unwrap_or(last);
        let count = (ends + 1).min(last) + 1;
        let is_tie = right.len() == wrong.len();
        let right: Vec<Use<'_>> = right.iter().map(|one| one.cut(count)).collect();
        let wrong: Vec<Use<'_>> = wrong.iter().map(|one| one.cut(count)).collect();
        let spans: Vec<Span> = wrong.iter().map(Use::span).collect();
        let others: Vec<Span> = right.iter().map(Use::span).collect();
        let overlaps = |span: &Span| {
            said.iter().any(|told| {
                told.file == span.file && told.start < span.end && span.start < told.end
            })
        };
        if spans.iter().chain(&others).any(overlaps) {
            continue;
        }
        said.extend(spans.iter().chain(&others));
        let problem = capitals_differ(
            (wrong[0].written(), &line_numbers(&spans, draft.sources)),
            (right[0].written(), &line_numbers(&others, draft.sources)),
            is_tie,
        );
        found.push_related(problem, spans[0], others[0]);
    }
}

/// Whether a name that begins a sentence shows by a capital within that it is a name.
fn has_inner_capital(words: &[Word<'_>], text: &str) -> bool {
    let name = &words[..words.len().min(LEAST)];
    joins(name, text) && name.iter().skip(1).any(Word::is_capital)
}

/// Whether nothing but blanks and hyphens stands between the words, and none is a number or in
/// capitals.
fn joins(words: &[Word<'_>], text: &str) -> bool {
    let tight = words.windows(2).all(|pair| {
        let between = &text[pair[0].range.end..pair[1].range.start];
        matches!(between, " " | "-" | "–" | " - " | " – " | "- " | " -")
    });
    tight
        && words
            .iter()
            .all(|word| word.text.chars().all(is_alphabetic) && !word.is_all_capitals())
}
