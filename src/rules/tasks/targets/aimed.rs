//! Which measures of a line are targets: those that its sentence or the lines above set as goals.

use std::ops::Range;

use super::above::{Above, Heads};
use super::generic::{particular, years};
use super::reading::Measured;

/// A number at its place, with what must be the same of all that are compared with it.
pub(super) struct Found {
    pub(super) at: usize,
    /// The sentence of the line in which it stands.
    pub(super) sentence: Range<usize>,
    pub(super) said: Range<usize>,
    pub(super) number: String,
    pub(super) what: String,
    /// The year that is named for it, if one is.
    pub(super) year: String,
    pub(super) key: String,
}

/// A target of a line before what stands above it is looked at.
pub(super) struct Raw<'t> {
    measured: Measured<'t>,
    sentence: Range<usize>,
    /// Whether its own sentence sets a goal.
    aims: bool,
    /// The words before it in its line that say whose it is.
    words: Vec<&'t str>,
}

/// So many words before a target say whose it is at most: more are another matter.
const WORDS: usize = 24;

/// Those measures of a line in small letters that may be targets.
pub(super) fn raw<'t>(small: &'t str, all: Vec<Measured<'t>>) -> Vec<Raw<'t>> {
    if all.is_empty() {
        return Vec::new();
    }
    let sentences = sentences(small);
    let mut found = Vec::new();
    let (mut words, mut behind): (Vec<&str>, usize) = (Vec::new(), 0);
    let mut known: Option<(Range<usize>, bool, bool)> = None;
    for measured in all {
        if behind < measured.range.start {
            words.extend(particular(&small[behind..measured.range.start]));
        }
        behind = measured.range.end;
        if words.len() > WORDS {
            break;
        }
        let index = sentences.partition_point(|one| one.end <= measured.said.start);
        let Some(sentence) = sentences.get(index) else { break };
        let known = match &known {
            Some(known) if known.0 == *sentence => known,
            Some(_) | None => {
                let text = &small[sentence.clone()];
                known.insert((sentence.clone(), is_other(text), is_goal(text)))
            }
        };
        if !known.1 {
            let (sentence, aims) = (sentence.clone(), known.2);
            found.push(Raw { measured, sentence, aims, words: words.clone() });
        }
    }
    found
}

/// The sentences of a text, and the parts of them between semicolons.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', ';', '!', '?']) {
        if text[at + 1..].starts_with(char::is_whitespace) {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found.push(start..text.len());
    found
}

/// Words of a sentence that tells what was reached, what others set, or what holds of a part, of
/// a shorter time, or on a condition.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    " đã ", "kết quả", " hiện nay", " hiện có", " hiện tại", " hiện đạt", "hiện trạng",
    " ước ", " mới đạt", " chỉ đạt", "cùng kỳ", " so với", "năm trước", "trước đây",
    " nay ", " giao", "quý ", " tháng ", "nhiệm kỳ", "giai đoạn", "hằng năm", "hàng năm",
    "mỗi ", " từng ", "trong đó", "riêng ", "phương án", "kịch bản", "tầm nhìn", " nếu ",
    " vượt ", "tăng thêm", "tối đa", "định hướng", "dự kiến", "trường hợp", "tương ứng",
    "bình quân chung", "mức chung", "điều chỉnh", "thay cho", "đăng ký", "nghị quyết",
    "đại hội", " khi ", " do ", "công nhận",
    "tính đến",
];

fn is_other(sentence: &str) -> bool {
    let padded = format!(" {sentence} ");
    OTHER.iter().any(|words| padded.contains(words))
}

/// Whether a sentence sets a goal.
fn is_goal(sentence: &str) -> bool {
    ["phấn đấu", "phân đấu", "mục tiêu", "đến năm ", "đến cuối năm ", "đến hết năm "]
        .iter()
        .any(|words| sentence.contains(words))
}

/// The targets of a line for certain, with what must be the same of one that is compared.
pub(super) fn whole(
    at: usize,
    text: &str,
    raw: Vec<Raw<'_>>,
    above: &Above<'_>,
) -> Vec<Found> {
    if raw.is_empty() {
        return Vec::new();
    }
    let heads = above.heads(at);
    if heads.tells || heads.is_long() {
        return Vec::new();
    }
    let raw = raw.into_iter().filter(|raw| raw.aims || heads.aims);
    raw.filter_map(|raw| found(at, text, raw, &heads, above)).collect()
}

fn found(
    at: usize,
    text: &str,
    raw: Raw<'_>,
    heads: &Heads,
    above: &Above<'_>,
) -> Option<Found> {
    let Raw { measured, sentence, words, .. } = raw;
    let Measured { said, number, what, kind, .. } = measured;
    let income = || {
        let named =
            heads.words.contains("thu nhập") || words.join(" ").contains("thu nhập");
        (named && kind.starts_with("triệu đồng/người|")).then(|| "thu nhập".to_owned())
    };
    let what = if what.is_empty() { income()? } else { what };
    if !what.contains(' ') {
        return None;
    }
    let own: Vec<&str> = what.split(' ').chain(["thu", "nhập", "bình", "quân"]).collect();
    let left = |words: &[&str]| {
        let left = words.iter().filter(|word| !own.contains(word));
        left.copied().collect::<Vec<_>>().join(" ")
    };
    let of_line = left(&words);
    let of_heads = left(&heads.words.split([' ', '|']).collect::<Vec<_>>());
    let of_heads = of_heads.trim().to_owned();
    let year = year(at, text, &sentence, heads, above)?;
    let key = format!("{what}|{kind}|{year}|{of_line}|{of_heads}");
    let number = number.to_owned();
    Some(Found { at, sentence, said, number, what, year, key })
}

/// The year of a target in a sentence; nothing where it has several.
fn year(
    at: usize,
    text: &str,
    sentence: &Range<usize>,
    heads: &Heads,
    above: &Above<'_>,
) -> Option<String> {
    match years(&text[sentence.clone()]).as_slice() {
        [year] => return Some((*year).to_owned()),
        [_, _, ..] => return None,
        [] => {}
    }
    Some(match years(&text[..sentence.start]).last() {
        Some(year) => format!("{year} in {at}"),
        None => above.year(at, heads),
    })
}
