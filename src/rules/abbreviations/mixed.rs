//! What has an abbreviation is not written out again and again.

use std::ops::Range;

use super::super::Draft;
use super::super::places::{line_numbers, place};
use super::super::words::{all_capitals, is_whole};
use super::known::is_known;
use super::scan::defined;
use super::{Kind, Read};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::source::{Span, lowercase, lowercase_in_place};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&ABBREVIATION_AND_WORDS];

/// Words and their abbreviation, side by side.
static ABBREVIATION_AND_WORDS: Rule = Rule {
    id: "abbreviation-and-words",
    family: Family::Abbreviations,
    clause: Some("HD 05-HD/VPTW, 6.1.3"),
    explanation: Bilingual {
        vi: "Đã đặt chữ viết tắt thì từ đó viết tắt; lúc viết tắt, lúc viết đủ làm người đọc tưởng \
             là hai thứ. Chỉ nhắc khi mỗi cách dùng từ hai chỗ trở lên; chữ viết tắt ai cũng biết \
             (`UBND`) thì không nhắc.",
        en: "What has an abbreviation is abbreviated from there on; a reader may take words and \
             abbreviation for two things. Told where each comes twice or more; what everybody \
             knows (`UBND`) is not looked at.",
    },
    wrong: Example::body(
        "Chương trình giảm nghèo bền vững (GNBV) có 05 dự án. Vốn GNBV đã giao; hồ sơ GNBV đã \
         duyệt. Vốn giảm nghèo bền vững giải ngân 40%. Hồ sơ giảm nghèo bền vững lưu tại xã.",
    ),
    right: Example::body(
        "Chương trình giảm nghèo bền vững (GNBV) có 05 dự án. Vốn GNBV đã giao; hồ sơ GNBV đã \
         duyệt. Vốn GNBV giải ngân 40%. Hồ sơ GNBV lưu tại xã.",
    ),
    ..Rule::NOTE
};

fn abbreviation_and_words(
    words: &str,
    short: &str,
    count: usize,
    shorts: usize,
    lines: &str,
) -> Problem {
    let problem = ABBREVIATION_AND_WORDS.problem(
        both!(
            "đã đặt chữ viết tắt `{short}` mà {count} chỗ vẫn viết đủ `{words}`, {shorts} chỗ viết tắt",
            "`{words}` has the abbreviation `{short}`, and is written out in {count} places and \
             abbreviated in {shorts}"
        ),
        both!("ở đây viết đủ", "written out here"),
        both!(
            "viết `{short}`; muốn viết đủ thì bỏ chữ viết tắt; những dòng viết đủ: {lines}",
            "write `{short}`, or do without the abbreviation; the lines that write it out: {lines}"
        ),
    );
    problem
        .with_related(both!("đặt chữ viết tắt ở đây", "the abbreviation is given here"))
}

/// So often each of them comes before it is told: once it may be meant so.
const OFTEN: usize = 2;

/// Says which words are written out and abbreviated behind the place of their abbreviation.
pub(super) fn check(lines: &[Read<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let mut told: Vec<&str> = Vec::new();
    for (at, read) in
        lines.iter().enumerate().filter(|(_, read)| read.kind == Kind::Words)
    {
        for (words, short) in defined(&read.line.text, &read.runs) {
            let (given, short) = (short.clone(), read.text(&short));
            if is_known(short) || told.contains(&short) {
                continue;
            }
            told.push(short);
            let words = lowercase(read.text(&words)).into_owned();
            let (mut spans, mut shorts) = (Vec::<Span>::new(), 0);
            for (index, later) in lines.iter().enumerate().skip(at) {
                if later.kind != Kind::Words {
                    continue;
                }
                let from = if index == at { given.end } else { 0 };
                let is_it = |range: &&Range<usize>| {
                    range.start >= from && later.text(range) == short
                };
                shorts += later.shorts.iter().filter(is_it).count();
                spans.extend(written_out(later, &words, from));
            }
            if spans.len() >= OFTEN && shorts >= OFTEN {
                let numbers = line_numbers(&spans, draft.sources);
                let problem =
                    abbreviation_and_words(&words, short, spans.len(), shorts, &numbers);
                found.push_related(problem, spans[0], place(read.line, given));
            }
        }
    }
}

/// Where a line has the words, behind a place; not in titles, nor where they are given an
/// abbreviation again.
fn written_out(read: &Read<'_>, words: &str, from: usize) -> Vec<Span> {
    let text = &read.line.text;
    let small = lowercase_in_place(text);
    let places = small[from..]
        .match_indices(words)
        .map(|(at, _)| from + at..from + at + words.len());
    let counts = |range: &Range<usize>| {
        is_whole(text, range)
            && !all_capitals(&text[range.clone()])
            && !text[range.end..].trim_start().starts_with('(')
    };
    places.filter(counts).map(|range| place(read.line, range)).collect()
}
