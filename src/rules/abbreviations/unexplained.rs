//! An abbreviation stands in brackets behind its words where it comes first.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::Draft;
use super::super::places::place;
use super::known::{is_known, is_known_recipient};
use super::scan::Initials;
use super::{Kind, Read, is_joint, key, own_codes};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Regime;
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&ABBREVIATION_UNEXPLAINED];

/// An abbreviation that was not written out before.
static ABBREVIATION_UNEXPLAINED: Rule = Rule {
    id: "abbreviation-unexplained",
    family: Family::Abbreviations,
    clause: Some("HD 05-HD/VPTW, 6.1.3"),
    explanation: Bilingual {
        vi: "Cụm từ dùng nhiều lần có thể viết tắt; lần đầu viết đủ, chữ viết tắt đặt trong ngoặc \
             đơn ngay sau: `Chương trình mục tiêu quốc gia (MTQG)`. Những chữ ai cũng biết (`UBND`, \
             `HĐND`, `THPT`, `GDP`…), chữ có trong ký hiệu của chính văn bản và chữ trong bảng thì \
             không cần.",
        en: "Words that come again and again may be abbreviated; at first they are written out, the \
             abbreviation in brackets behind them: `Chương trình mục tiêu quốc gia (MTQG)`. What \
             everybody knows (`UBND`, `HĐND`, `THPT`, `GDP`), what is in the paper's own symbol and \
             what stands in tables needs none.",
    },
    wrong: Example::body("Các Chương trình MTQG được triển khai ở 08 thôn."),
    right: Example::body(
        "Các Chương trình mục tiêu quốc gia (MTQG) được triển khai ở 08 thôn; vốn MTQG đã phân bổ.",
    ),
    ..Rule::WARNING
};

fn abbreviation_unexplained(short: &str, words: Option<&str>, later: bool) -> Problem {
    let message = if later {
        both!(
            "chữ viết tắt `{short}` dùng trước khi giải thích",
            "abbreviation `{short}` is used before it is explained"
        )
    } else {
        both!(
            "chữ viết tắt `{short}` chưa được viết đủ lần nào trước đó",
            "abbreviation `{short}` was not written out before"
        )
    };
    let help = match words {
        Some(words) => both!(
            "lần đầu viết đủ rồi đặt chữ viết tắt trong ngoặc, ví dụ `{words} ({short})`; chỉ dùng một \
             lần thì viết đủ",
            "write it out at first with the short form in brackets, for example `{words} \
             ({short})`; what comes once only is written out"
        ),
        None => both!(
            "lần đầu viết đủ rồi đặt `({short})` ngay sau; chỉ dùng một lần thì viết đủ",
            "write it out at first with `({short})` behind it; what comes once only is written out"
        ),
    };
    let label = both!("lần đầu gặp", "here for the first time");
    let problem = ABBREVIATION_UNEXPLAINED.problem(message, label, help);
    if later {
        problem.with_related(both!("ở đây mới giải thích", "it is explained here"))
    } else {
        problem
    }
}

/// Says which abbreviations come before their words, each once, where it comes first.
pub(super) fn check(lines: &[Read<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let own = own_codes(draft);
    let explained = gather_explained(lines);
    let own: Vec<String> = own.into_iter().map(key).collect();
    let own_words = || {
        let texts = lines.iter().filter(|read| read.kind != Kind::Quoted);
        Initials::of(texts.map(|read| read.line.text.as_str()))
    };
    let initials = OnceCell::new();
    let mut said: BTreeSet<String> = BTreeSet::new();
    for (at, read) in lines.iter().enumerate() {
        for range in &joined(read) {
            let short = read.text(range);
            let known = match read.kind {
                Kind::Words => is_known(short),
                // The State's clause speaks of the text; its recipients are short by habit.
                Kind::Recipient => {
                    draft.document.regime.value == Regime::State
                        || is_known_recipient(short)
                }
                Kind::Narrow | Kind::Name | Kind::Quoted => true,
            };
            // One form of several is told where they are compared.
            let letters = key(short);
            if known || own.contains(&letters) || said.contains(&letters) {
                continue;
            }
            let first = explained.get(short);
            let before = first.is_some_and(|(line, start, _)| {
                (*line, *start) <= (at, range.start) || lines[*line].kind == Kind::Narrow
            });
            if before {
                continue;
            }
            said.insert(letters);
            let words = initials.get_or_init(own_words).spelt_out(short);
            let problem = abbreviation_unexplained(short, words, first.is_some());
            let span = place(read.line, range.clone());
            match first {
                Some((_, _, explained)) => {
                    found.push_related(problem, span, *explained);
                }
                None => found.push(problem, span),
            }
        }
    }
}

/// The abbreviations of a line, those that belong together as one: `VH - XH`.
fn joined(read: &Read<'_>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for short in &read.shorts {
        let unknown = |range: &Range<usize>| !is_known_recipient(read.text(range));
        match all.last_mut() {
            Some(last)
                if is_joint(&read.line.text[last.end..short.start])
                    && unknown(last)
                    && unknown(short) =>
            {
                last.end = short.end;
            }
            Some(_) | None => all.push(short.clone()),
        }
    }
    all
}

/// Where each abbreviation is explained first: the line, the place in it. A cell that is nothing
/// else stands in a list of them.
fn gather_explained<'r>(
    lines: &'r [Read<'_>],
) -> BTreeMap<&'r str, (usize, usize, Span)> {
    let mut all = BTreeMap::new();
    for (at, read) in lines.iter().enumerate() {
        let whole = read.line.text.trim();
        if read.kind == Kind::Narrow
            && read.shorts.len() == 1
            && read.text(&read.shorts[0]) == whole
        {
            let span = place(read.line, read.shorts[0].clone());
            all.entry(whole).or_insert((at, 0, span));
        }
        for range in &read.explained {
            let span = place(read.line, range.clone());
            let start = range.start;
            all.entry(read.text(range)).or_insert((at, start, span));
        }
    }
    all
}
