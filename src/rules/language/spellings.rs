//! Words that have two right spellings are written in one of them.

use super::super::Draft;
use super::super::places::line_numbers;
use super::consistency::{Mixture, Place};
use super::reading::Reading;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::{Choice, ToneMarks};
use crate::language::{self, Spelling};
use crate::source::{Sources, Span};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] =
    &[&TONE_MARK_STYLE, &I_OR_Y, &WORDING_MIXED, &WORDING_OF_OFFICES];

/// Two places of the tone mark in one paper.
static TONE_MARK_STYLE: Rule = Rule {
    id: "tone-mark-style",
    family: Family::Language,
    explanation: Bilingual {
        vi: "`hòa` và `hoà`, `ủy` và `uỷ` đều dùng được, nhưng cả văn bản chỉ theo một kiểu. Tên \
             riêng thì giữ như người ta viết. Cơ quan chọn hẳn một kiểu thì ghi `dấu thanh: kiểu \
             cũ` (`hòa`, `ủy`) hoặc `dấu thanh: kiểu mới` (`hoà`, `uỷ`) trong `vanban.yaml`.",
        en: "Both `hòa` and `hoà`, `ủy` and `uỷ` are right, but a paper keeps to one of them. Names \
             stay as they are written. An office that keeps to one of them in all of its papers \
             says so in `vanban.yaml`: `dấu thanh: kiểu cũ` (`hòa`, `ủy`) or `dấu thanh: kiểu mới` \
             (`hoà`, `uỷ`).",
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

/// The tone mark is not where the office wants it, by the style that it chose.
fn other_tone_marks(typed: &str, other: &str, style: &str, lines: &str) -> Problem {
    let problem = TONE_MARK_STYLE.problem(
        both!(
            "`{typed}` không theo kiểu đặt dấu thanh mà cơ quan chọn (`{style}`)",
            "the tone mark of `{typed}` is not where the office puts it (`{style}`)"
        ),
        both!("viết là `{other}`", "written `{other}`"),
        both!(
            "viết `{other}`, hoặc chạy `vanban check --fix`; những dòng cần sửa: {lines}",
            "write `{other}`, or run `vanban check --fix`; the lines to be mended: {lines}"
        ),
    );
    problem.with_related(both!("kiểu của cơ quan", "as the office has it"))
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

fn wording_mixed(typed: &str, other: &str, lines: &str) -> Problem {
    let problem = WORDING_MIXED.problem(
        both!(
            "có chỗ viết `{typed}`, có chỗ viết `{other}`",
            "both `{typed}` and `{other}`"
        ),
        both!("ở đây là `{typed}`", "`{typed}` here"),
        both!(
            "dùng một từ trong cả văn bản, nên là `{other}`; những dòng viết `{typed}`: {lines}",
            "use one of them, `{other}` for choice; the lines with `{typed}`: {lines}"
        ),
    );
    problem.with_related(both!("ở đây là `{other}`", "`{other}` here"))
}

/// `đảm bảo` throughout a paper, where the regulations have `bảo đảm`.
static WORDING_OF_OFFICES: Rule = Rule {
    id: "wording-ensure",
    family: Family::Language,
    clause: Some("HD 05-HD/VPTW; NĐ 30/2020/NĐ-CP"),
    explanation: Bilingual {
        vi: "`đảm bảo` không sai, nhưng văn bản của Đảng và Nhà nước viết `bảo đảm`. Chỉ nhắc một \
             lần cho cả văn bản; cơ quan quen viết `đảm bảo` thì ghi `kiểm tra: {wording-ensure: \
             tắt}` trong `vanban.yaml`.",
        en: "`đảm bảo` is not wrong, but papers of Party and State write `bảo đảm`. It is told once \
             for a paper; an office that prefers `đảm bảo` says `kiểm tra: {wording-ensure: tắt}` \
             in `vanban.yaml`.",
    },
    wrong: Example::body("Các thôn đảm bảo an toàn, trật tự trong mùa lễ hội."),
    right: Example::body("Các thôn bảo đảm an toàn, trật tự trong mùa lễ hội."),
    ..Rule::NOTE
};

fn wording_of_offices(typed: &str, other: &str, count: usize, lines: &str) -> Problem {
    WORDING_OF_OFFICES.problem(
        both!(
            "văn bản viết `{typed}` ({count} chỗ); văn bản của Đảng, Nhà nước viết `{other}`",
            "`{typed}` (places: {count}), where papers of Party and State have `{other}`"
        ),
        both!("nên viết `{other}`", "better `{other}`"),
        both!(
            "nên thay bằng `{other}`, ở các dòng: {lines}; cơ quan quen viết `{typed}` thì cứ để \
             nguyên",
            "better write `{other}`, in the lines: {lines}; an office that prefers `{typed}` lets \
             it stand"
        ),
    )
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
    draft: &Draft<'_>,
    found: &mut Diagnostics,
) {
    let sources = draft.sources;
    let words = gather(readings, language::tone_marks);
    match &draft.document.tone_marks {
        Some(style) => of_office(&words, style, sources, found),
        None => tone_marks(&words, sources, found),
    }
    let mut words = gather(readings, language::y_or_i);
    while let Some((first, _)) = words.first() {
        let pair = first.pair.clone();
        let (same, other) = words.into_iter().partition(|(word, _)| word.pair == pair);
        pairs(same, i_or_y, sources, found);
        words = other;
    }
    ensuring(&gather(readings, language::ensuring), sources, found);
}

/// Says it of all words whose tone mark is not where the office puts it.
fn of_office(
    words: &[Found<'_, '_>],
    style: &Choice<ToneMarks>,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let is_other =
        |(word, _): &&Found<'_, '_>| word.way != (style.name() == ToneMarks::NEW);
    let other: Vec<&Found<'_, '_>> = words.iter().filter(is_other).collect();
    let Some((word, place)) = other.first() else { return };
    let lines = lines(&other, sources);
    let problem = other_tone_marks(place.text(), &word.other, style.name(), &lines);
    let edits = other
        .iter()
        .filter_map(|(word, place)| place.reading.edit(place.range.clone(), &word.other));
    let fix: Fix = edits.collect();
    let fix = (fix.iter().len() > 0).then_some(fix);
    found.push_related_fixed(problem, place.span(), style.span(), fix);
}

/// The lines in which some words stand.
fn lines(words: &[&Found<'_, '_>], sources: &Sources) -> String {
    let mut spans: Vec<Span> = words.iter().map(|(_, place)| place.span()).collect();
    spans.sort_unstable();
    line_numbers(&spans, sources)
}

/// Says it of `đảm bảo`: beside `bảo đảm`, or alone.
fn ensuring(words: &[Found<'_, '_>], sources: &Sources, found: &mut Diagnostics) {
    let (typed, fit): (Vec<_>, Vec<_>) = words.iter().partition(|(word, _)| word.way);
    let Some((word, place)) = typed.first() else { return };
    let lines = lines(&typed, sources);
    if let Some((_, usual)) = fit.first() {
        let problem = wording_mixed(place.text(), &word.other, &lines);
        found.push_related(problem, place.span(), usual.span());
    } else {
        let count = typed.len();
        let problem = wording_of_offices(place.text(), &word.other, count, &lines);
        found.push(problem, place.span());
    }
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
