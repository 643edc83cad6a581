//! Words that have two right spellings are written in one of them.

use super::consistency::{Mixture, Place};
use super::reading::Reading;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::language::{self, Spelling};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&TONE_MARK_STYLE, &I_OR_Y, &WORDING_MIXED];

/// Two places of the tone mark in one paper.
static TONE_MARK_STYLE: Rule = Rule {
    id: "tone-mark-style",
    family: Family::Language,
    explanation: Bilingual {
        vi: "`hòa` và `hoà`, `ủy` và `uỷ` đều dùng được, nhưng cả văn bản chỉ theo một kiểu. Tên \
             riêng thì giữ như người ta viết.",
        en: "Both `hòa` and `hoà`, `ủy` and `uỷ` are right, but a paper keeps to one of them. Names \
             stay as they are written.",
    },
    wrong: Example::body("Tổ hòa giải và Đảng uỷ xã báo cáo cấp ủy hằng tháng."),
    right: Example::body("Tổ hòa giải và Đảng ủy xã báo cáo cấp ủy hằng tháng."),
    ..Rule::WARNING
};

fn tone_mark_style(rarer: &str, other: &str, usual: &str, lines: &str) -> Problem {
    let problem = TONE_MARK_STYLE.problem(
        both!(
            "đặt dấu thanh hai kiểu: `{rarer}`, trong khi chỗ khác như `{usual}`",
            "the tone mark has two places: `{rarer}`, and elsewhere as in `{usual}`"
        ),
        both!("kiểu ít dùng hơn", "the rarer place"),
        both!(
            "viết `{other}` cho thống nhất; những dòng cần sửa: {lines}",
            "write `{other}`; the lines to be mended: {lines}"
        ),
    );
    problem.with_related(both!("kiểu dùng nhiều hơn", "the usual place"))
}

/// i and y of one word in one paper.
static I_OR_Y: Rule = Rule {
    id: "i-or-y",
    family: Family::Language,
    explanation: Bilingual {
        vi: "`kỹ` và `kĩ`, `lý` và `lí` đều dùng được; một tiếng thì cả văn bản viết một cách. Tên \
             riêng thì giữ như người ta viết.",
        en: "Both `kỹ` and `kĩ`, `lý` and `lí` are right; a paper writes one word in one way. Names \
             stay as they are written.",
    },
    wrong: Example::body("Nâng cao kỹ năng; rèn luyện kĩ năng hằng tháng."),
    right: Example::body("Nâng cao kỹ năng; rèn luyện kỹ năng hằng tháng."),
    ..Rule::NOTE
};

fn i_or_y(rarer: &str, usual: &str, lines: &str) -> Problem {
    let problem = I_OR_Y.problem(
        both!(
            "có chỗ viết `{rarer}`, có chỗ viết `{usual}`",
            "both `{rarer}` and `{usual}`"
        ),
        both!("cách ít dùng hơn", "the rarer spelling"),
        both!(
            "viết một cách trong cả văn bản; những dòng khác với số đông: {lines}",
            "write one of them; the lines with the rarer one: {lines}"
        ),
    );
    problem.with_related(both!("cách dùng nhiều hơn", "the usual spelling"))
}

/// `bảo đảm` and `đảm bảo` in one paper.
static WORDING_MIXED: Rule = Rule {
    id: "wording-mixed",
    family: Family::Language,
    clause: Some("HD 05-HD/VPTW"),
    explanation: Bilingual {
        vi: "`bảo đảm` và `đảm bảo` cùng nghĩa; các văn bản hướng dẫn thể thức viết `bảo đảm`. Một \
             văn bản nên dùng một từ.",
        en: "`bảo đảm` and `đảm bảo` mean the same; the regulations write `bảo đảm`. A paper should \
             have one of them.",
    },
    wrong: Example::body("Bảo đảm an toàn và đảm bảo tiến độ hằng tháng."),
    right: Example::body("Bảo đảm an toàn và tiến độ hằng tháng."),
    ..Rule::NOTE
};

fn wording_mixed(rarer: &str, usual: &str, lines: &str) -> Problem {
    let problem = WORDING_MIXED.problem(
        both!(
            "có chỗ viết `{rarer}`, có chỗ viết `{usual}`",
            "both `{rarer}` and `{usual}`"
        ),
        both!("từ ít dùng hơn", "the rarer word"),
        both!(
            "dùng một từ trong cả văn bản; những dòng khác với số đông: {lines}",
            "use one of them; the lines with the rarer one: {lines}"
        ),
    );
    problem.with_related(both!("từ dùng nhiều hơn", "the usual word"))
}

/// A spelling, and the place where it stands.
type Found<'r, 'd> = (Spelling, Place<'r, 'd>);

/// The words of all lines that have two spellings.
fn gather<'r, 'd>(
    readings: &'r [Reading<'d>],
    find: fn(&[language::Word<'_>]) -> Vec<Spelling>,
) -> Vec<Found<'r, 'd>> {
    let all = readings.iter().flat_map(|reading| {
        find(&reading.words).into_iter().map(move |spelling| {
            let (range, second) = (spelling.range.clone(), spelling.way);
            (spelling, Place { reading, range, second })
        })
    });
    all.filter(|(_, place)| !place.reading.is_cited(&place.range)).collect()
}

/// Says which words are written in two ways.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: &Sources,
    found: &mut Diagnostics,
) {
    tone_marks(&gather(readings, language::tone_marks), sources, found);
    let mut words = gather(readings, language::y_or_i);
    while let Some((first, _)) = words.first() {
        let pair = first.pair.clone();
        let (same, other) = words.into_iter().partition(|(word, _)| word.pair == pair);
        pairs(same, i_or_y, sources, found);
        words = other;
    }
    pairs(gather(readings, language::ensuring), wording_mixed, sources, found);
}

fn tone_marks(words: &[Found<'_, '_>], sources: &Sources, found: &mut Diagnostics) {
    let places = words.iter().map(|(_, place)| place.clone()).collect();
    let Some(mixture) = Mixture::of(places) else { return };
    let rarer: Vec<&Found<'_, '_>> =
        words.iter().filter(|(_, place)| place.second != mixture.usual.second).collect();
    let edits = rarer
        .iter()
        .filter_map(|(word, place)| place.reading.edit(place.range.clone(), &word.other));
    let fix: Fix = edits.collect();
    let Some((word, place)) = rarer.first() else { return };
    let lines = mixture.lines(sources);
    let problem =
        tone_mark_style(place.text(), &word.other, mixture.usual.text(), &lines);
    // Of two ways that are equally common neither is the right one.
    let is_certain = mixture.count > rarer.len() && fix.iter().len() > 0;
    found.push_related_fixed(
        problem,
        place.span(),
        mixture.usual.span(),
        is_certain.then_some(fix),
    );
}

/// Says it of one pair of words.
fn pairs(
    words: Vec<Found<'_, '_>>,
    problem: fn(&str, &str, &str) -> Problem,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let places = words.into_iter().map(|(_, place)| place).collect();
    let Some(mixture) = Mixture::of(places) else { return };
    let lines = mixture.lines(sources);
    let Some(place) = mixture.rarer.first() else { return };
    let problem = problem(place.text(), mixture.usual.text(), &lines);
    found.push_related(problem, place.span(), mixture.usual.span());
}
