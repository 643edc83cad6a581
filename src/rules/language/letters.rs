//! Letters that only look like ours, that are in two pieces, or that an old encoding left behind.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::super::places::line_numbers;
use super::reading::Reading;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, Severity, both,
};
use crate::language::{self, Case, Traits, Word};
use crate::source::{FileId, Sources, Span, as_composed, legacy_word, letter};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] =
    &[&LOOK_ALIKE_LETTER, &LEGACY_LETTER, &NOT_COMPOSED];

/// Where the regulations ask for Unicode as TCVN 6909:2001 has it.
const CLAUSE: &str = "HD 05-HD/VPTW, IV.1; NĐ 30/2020/NĐ-CP, Phụ lục I, I.4";

/// A letter of another alphabet in the place of one of ours.
static LOOK_ALIKE_LETTER: Rule = Rule {
    id: "look-alike-letter",
    family: Family::Language,
    clause: Some(CLAUSE),
    explanation: Bilingual {
        vi: "Chữ Nga, chữ Hy Lạp, `Ɖ`, `ƣ` trông giống chữ Việt nhưng là chữ khác: tìm kiếm không \
             thấy, máy đọc sai. Thường lẫn vào khi chép từ tệp PDF, trang web.",
        en: "Letters of Russian and Greek, `Ɖ` and `ƣ` look like ours and are others: nobody finds \
             the word, and machines read it wrong. They come with text that is copied from PDF \
             files and web pages.",
    },
    wrong: Example::body("Ɖảng ủy xã đã đƣợc báo cáo hằng tháng."),
    right: Example::body("Đảng ủy xã đã được báo cáo hằng tháng."),
    ..Rule::BINDING
};

fn look_alike_letter(typed: &str, meant: &str) -> Problem {
    LOOK_ALIKE_LETTER.problem(
        both!(
            "`{typed}` có chữ cái của bảng chữ khác, trông giống chữ Việt",
            "`{typed}` has letters of another alphabet that look like ours"
        ),
        both!("chữ khác bảng mã", "other letters"),
        both!("gõ lại: `{meant}`", "type it anew: `{meant}`"),
    )
}

/// The Icelandic letter, which is read as `Đ`.
fn eth(lines: &str) -> Problem {
    let problem = LOOK_ALIKE_LETTER.problem(
        both!(
            "tệp có cả `Đ` và `Ð` (U+00D0), trông giống nhưng là chữ khác",
            "the file has `Đ` and `Ð` (U+00D0), which looks like it and is another letter"
        ),
        both!("được in thành `Đ`", "printed as `Đ`"),
        both!(
            "bản in đã đúng; để tìm kiếm được trong tệp thì gõ lại `Đ` hoặc chạy `vanban check \
             --fix`, ở các dòng: {lines}",
            "the paper is right; so that the file can be searched, type `Đ` anew or run `vanban \
             check --fix`, in the lines: {lines}"
        ),
    );
    problem.of_severity(Severity::Note)
}

/// A word in an old encoding among Unicode.
static LEGACY_LETTER: Rule = Rule {
    id: "legacy-letter",
    family: Family::Language,
    clause: Some(CLAUSE),
    explanation: Bilingual {
        vi: "Chữ này còn ở bảng mã cũ (VNI, TCVN3), thường do dán từ văn bản cũ; in ra không thành \
             chữ Việt.",
        en: "The word is in an old encoding (VNI, TCVN3), as text from old papers is; it does not \
             print as Vietnamese.",
    },
    wrong: Example::body("Các Ñoàng chí báo cáo ñoàng thời hằng tháng."),
    right: Example::body("Các đồng chí báo cáo đồng thời hằng tháng."),
    ..Rule::BINDING
};

fn legacy_letter(typed: &str, meant: &str) -> Problem {
    LEGACY_LETTER.problem(
        both!("`{typed}` còn ở bảng mã cũ", "`{typed}` is in an old encoding"),
        both!("không phải Unicode", "not Unicode"),
        both!("gõ lại: `{meant}`", "type it anew: `{meant}`"),
    )
}

/// Some letters are in one piece, of others the accents are characters of their own.
static NOT_COMPOSED: Rule = Rule {
    id: "not-composed",
    family: Family::Language,
    clause: Some(CLAUSE),
    explanation: Bilingual {
        vi: "Tệp có chữ dựng sẵn, lại có chữ và dấu tách rời (Unicode tổ hợp): tìm chữ này không ra \
             chữ kia. Bản in tự ghép lại theo TCVN 6909:2001; tệp thì `check --fix` ghép được.",
        en: "The file has letters in one piece, and others whose accents stand apart (decomposed \
             Unicode): who searches for the one does not find the other. They are composed in print, \
             as TCVN 6909:2001 has them; `check --fix` composes the file.",
    },
    wrong: Example::body("Ca\u{301}c thôn báo cáo hằng tháng."),
    right: Example::body("Các thôn báo cáo hằng tháng."),
    ..Rule::NOTE
};

fn not_composed(count: usize) -> Problem {
    NOT_COMPOSED.problem(
        both!(
            "tệp có cả chữ dựng sẵn và chữ tổ hợp: {count} chữ có dấu tách rời",
            "composed and decomposed Unicode: letters with their accents apart: {count}"
        ),
        both!("chữ và dấu tách rời", "letter and accent apart"),
        both!(
            "bản in đã tự ghép; muốn tệp dựng sẵn thì chạy `vanban check --fix`",
            "they are composed in print; `vanban check --fix` composes the file"
        ),
    )
}

/// Says which letters of the document's file are others than they look, or in pieces.
pub(super) fn check(
    sources: &Sources,
    readings: &[Reading<'_>],
    found: &mut Diagnostics,
) {
    let mut known = HashMap::new();
    for reading in readings {
        let is_foreign = |word: &Word<'_>| word.traits.has(Traits::FOREIGN);
        let foreign = reading.words.iter().any(is_foreign);
        let text = if foreign { reading.text() } else { "" };
        for (range, meant) in language::look_alikes(text) {
            let problem = look_alike_letter(&reading.text()[range.clone()], &meant);
            let fix = reading.fix(range.clone(), &meant);
            found.push_fixed(problem, reading.span(range), fix);
        }
        old_words(reading, &mut known, found);
    }
    let text = sources.get(FileId::DOCUMENT).text();
    if matches!(as_composed(text), Cow::Borrowed(_)) {
        return; // as most files
    }
    icelandic(text, sources, found);
    apart(text, found);
}

/// Says which words are of an old encoding; `known` are those that were looked at so far.
fn old_words<'r>(
    reading: &'r Reading<'_>,
    known: &mut HashMap<&'r str, Option<String>>,
    found: &mut Diagnostics,
) {
    for word in reading.own_words().filter(|word| word.traits.has(Traits::OLD)) {
        let meant = known.entry(&word.text).or_insert_with(|| {
            legacy_word(&word.text).filter(|meant| language::is_known(meant))
        });
        if let Some(meant) = meant {
            let meant = Case::of(&word.text).write(meant);
            let problem = legacy_letter(&word.text, &meant);
            found.push(problem, reading.span(word.range.clone()));
        }
    }
}

/// Says it once of all `Ð` and `ð` in a file that has `Đ` as well.
fn icelandic(text: &str, sources: &Sources, found: &mut Diagnostics) {
    if !text.contains(['Đ', 'đ']) {
        return;
    }
    let places: Vec<(Span, char)> = text
        .char_indices()
        .filter(|(_, c)| letter(*c) != *c)
        .map(|(at, c)| (here(at..at + c.len_utf8()), c))
        .collect();
    let Some((first, _)) = places.first() else { return };
    let spans: Vec<Span> = places.iter().map(|(span, _)| *span).collect();
    let lines = line_numbers(&spans, sources);
    let fix: Fix =
        places.iter().map(|(span, c)| (*span, letter(*c).to_string())).collect();
    found.push_fixed(eth(&lines), *first, Some(fix));
}

/// Says it once of all letters whose accents stand apart, where others are in one piece. A file
/// that has all of them apart is one that a program writes so.
fn apart(text: &str, found: &mut Diagnostics) {
    let in_one = |c: char| !c.is_ascii() && c.nfd().nth(1).is_some();
    if is_nfc(text) || !text.chars().any(in_one) {
        return;
    }
    let mut count = 0;
    // Edits that touch each other are one.
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for range in clusters(text) {
        let composed: String = text[range.clone()].nfc().collect();
        if composed == text[range.clone()] {
            continue;
        }
        count += 1;
        match edits.last_mut().filter(|(last, _)| last.end == range.start) {
            Some((last, joined)) => {
                last.end = range.end;
                joined.push_str(&composed);
            }
            None => edits.push((range, composed)),
        }
    }
    let Some((first, _)) = edits.first() else { return };
    let first = here(first.clone());
    let fix: Fix = edits.into_iter().map(|(range, text)| (here(range), text)).collect();
    found.push_fixed(not_composed(count), first, Some(fix));
}

/// The letters of a text that have accents behind them, each with these.
fn clusters(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_accent = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, c) = chars.next()?;
            if !is_accent(c) {
                start = at;
                if !chars.peek().is_some_and(|(_, next)| is_accent(*next)) {
                    continue;
                }
            }
            let mut end = at + c.len_utf8();
            while let Some((at, c)) = chars.next_if(|(_, c)| is_accent(*c)) {
                end = at + c.len_utf8();
            }
            return Some(start..end);
        }
    })
}

fn here(range: Range<usize>) -> Span {
    Span::new(FileId::DOCUMENT, range)
}
