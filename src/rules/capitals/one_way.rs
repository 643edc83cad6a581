//! One name has the same capitals through the whole paper.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::super::Draft;
use super::super::places::{line_numbers, place};
use super::super::words::{Word, is_start};
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

/// Some words of a line, one at least.
#[derive(Clone, Copy)]
struct Use<'w, 'd> {
    line: &'d Line<'d>,
    words: &'w [Word<'d>],
}

impl<'d> Use<'_, 'd> {
    fn range(&self) -> Range<usize> {
        self.words[0].range.start..self.words[self.words.len() - 1].range.end
    }

    fn written(&self) -> &'d str {
        &self.line.text[self.range()]
    }

    /// Its words in small letters.
    fn key(&self) -> Vec<Cow<'d, str>> {
        self.words.iter().map(Word::small).collect()
    }

    /// Its first words.
    fn cut(&self, count: usize) -> Self {
        Self { words: &self.words[..count], ..*self }
    }

    fn span(&self) -> Span {
        place(self.line, self.range())
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
    let mut said: Vec<Span> = Vec::new();
    // The most common and the longest first: what is said of them is not said of their parts.
    let mut names: Vec<_> = differing(lines).into_iter().collect();
    names.sort_by_key(|(key, uses)| (usize::MAX - uses.len(), usize::MAX - key.len()));
    for (key, uses) in names {
        let mut ways: Vec<(Vec<bool>, Vec<&Use<'_, '_>>)> = Vec::new();
        for one in &uses {
            let capitals: Vec<bool> = one.words.iter().map(Word::is_capital).collect();
            match ways.iter_mut().find(|(way, _)| *way == capitals) {
                Some((_, same)) => same.push(one),
                None => ways.push((capitals, vec![one])),
            }
        }
        ways.sort_by_key(|(_, same)| usize::MAX - same.len());
        let [(common, right), (rare, wrong), ..] = &ways[..] else { continue };
        if names_body(&key.join(" ")) {
            continue;
        }
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
        let right: Vec<Use<'_, '_>> = right.iter().map(|one| one.cut(count)).collect();
        let wrong: Vec<Use<'_, '_>> = wrong.iter().map(|one| one.cut(count)).collect();
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

/// The names of some lines by their words in small letters, each where it stands. Nearly all whose
/// capitals are always the same are left out.
fn differing<'w, 'd>(
    lines: &'w [CutLine<'d>],
) -> BTreeMap<Vec<Cow<'d, str>>, Vec<Use<'w, 'd>>> {
    let mut uses: Vec<(Look, Use<'w, 'd>)> = Vec::new();
    for CutLine { line, words, .. } in lines {
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
            let mut look = Look::default();
            for end in at + LEAST..=(at + LONGEST).min(words.len()) {
                let name = &words[at..end];
                // Of all but the shortest name only the last word was not looked at.
                let is_shortest = end == at + LEAST;
                let joint = if is_shortest { name } else { &words[end - 2..end] };
                if !joins(joint, text) {
                    break;
                }
                let new = if is_shortest { name } else { &words[end - 1..end] };
                look = new.iter().fold(look, Look::with);
                uses.push((look, Use { line, words: name }));
            }
        }
    }
    let mut looks: Vec<Look> = uses.iter().map(|(look, _)| *look).collect();
    looks.sort_unstable();
    looks.dedup();
    let two = looks.windows(2).filter(|pair| pair[0].words == pair[1].words);
    let two: Vec<u64> = two.map(|pair| pair[0].words).collect();
    let mut names = BTreeMap::<_, Vec<_>>::new();
    for (look, one) in uses {
        if two.binary_search(&look.words).is_ok() {
            names.entry(one.key()).or_default().push(one);
        }
    }
    names
}

/// How a name looks, in numbers, which are compared sooner than the name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Look {
    /// The same for the same words, whatever their capitals.
    words: u64,
    /// Which of them begin with a capital, each one bit.
    capitals: u8,
}

impl Look {
    /// That of a name with one more word.
    fn with(self, word: &Word<'_>) -> Self {
        let bytes = word.small();
        let words = bytes.bytes().chain([b' ']).fold(self.words, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self { words, capitals: self.capitals << 1 | u8::from(word.is_capital()) }
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
