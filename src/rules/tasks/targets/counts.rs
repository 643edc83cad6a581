//! Counts of a whole: `08/08 thôn`.

use std::collections::HashSet;
use std::ops::Range;

use super::above::Above;
use super::aimed::{Found, sentences};
use super::generic::{first_word, particular, years};
use crate::rules::text_lines::TextLine;
use crate::source::{is_alphanumeric, lowercase};

/// How many of a whole: `07/08 thôn`.
#[derive(Debug, Clone)]
pub(super) struct Count {
    said: Range<usize>,
    pub(super) total: u32,
    pub(super) noun: &'static str,
    /// Whether it says that these are all: `100% (08/08) thôn`.
    all: bool,
    /// What is said of them, up to the end of the clause.
    predicate: String,
}

/// What a commune counts as a whole.
const NOUNS: [&str; 9] =
    ["thôn", "xóm", "bản", "ấp", "buôn", "khu phố", "tổ dân phố", "khu dân cư", "chi bộ"];

/// The words with which something is said of all; others make them fewer ("thôn vùng cao").
const PREDICATES: [&str; 9] =
    ["có", "đạt", "đã", "được", "đều", "hoàn thành", "tổ chức", "thành lập", "duy trì"];

/// Words before or behind a count that make the whole another one.
#[rustfmt::skip]
const FEWER: &[&str] = &[
    "trong số", "trong đó", "riêng", "đối với", "khu vực", "vùng", "khó khăn", "dân tộc",
    "miền núi", "còn lại", "làm điểm", "thí điểm", "dự án", "mô hình", "đăng ký", "lựa chọn",
    "được chọn", "kế hoạch", "giao", "thuộc", "giai đoạn", "loại", "nhóm", "cụm", "đợt",
    "cũ", "đầu tư",
];

/// Words of a paper in which villages become others: their number is not one.
const MERGED: [&str; 4] = ["sáp nhập", "hợp nhất", "chia tách", "sắp xếp"];

/// So many counts of one line are compared.
const MOST: usize = 20;

/// So many slashes of one line are looked at.
const SLASHES: usize = 100;

/// The counts in a text in small letters.
pub(super) fn read(small: &str) -> Vec<Count> {
    let slashes = small.match_indices('/').map(|(at, _)| at).take(SLASHES);
    slashes.filter_map(|at| one(small, at)).take(MOST).collect()
}

fn one(small: &str, slash: usize) -> Option<Count> {
    let is_digit = |c: char| c.is_ascii_digit();
    let before = small[..slash].trim_end_matches(is_digit);
    let behind = small[slash + 1..].trim_start_matches(is_digit);
    let (start, end) = (before.len(), small.len() - behind.len());
    let (done, total) = (&small[start..slash], &small[slash + 1..end]);
    let short = |digits: &str| (1..=3).contains(&digits.len());
    if !short(done) || !short(total) || before.ends_with(['/', ',', '.', '-']) {
        return None;
    }
    let (done, total): (u32, u32) = (done.parse().ok()?, total.parse().ok()?);
    let named = behind.trim_start_matches([')', ' ']);
    let noun = NOUNS.iter().find(|noun| {
        named.strip_prefix(**noun).is_some_and(|rest| !rest.starts_with(is_alphanumeric))
    })?;
    let rest = &named[noun.len()..];
    let bracketed = behind.starts_with(')');
    let said = start..if bracketed { end } else { small.len() - rest.len() };
    let percent = rest.trim_start().strip_prefix("(100%)");
    let rest = percent.unwrap_or(rest);
    let lead = before.trim_end_matches(['(', ' ']);
    let full = ["100%", "cả", "tất cả", "toàn bộ", "100% số thôn"];
    let all = done == total
        && (percent.is_some() || full.iter().any(|word| lead.ends_with(word)));
    let clause = rest.find([',', '.', ';', ':', '(', ')']).unwrap_or(rest.len());
    let predicate = rest[..clause].trim();
    let begins = |word: &str| {
        predicate
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(is_alphanumeric))
    };
    if !(predicate.is_empty() || PREDICATES.into_iter().any(begins)) {
        return None;
    }
    (total > 2 && done <= total && !is_fewer(predicate) && !is_clause_of_some(predicate))
        .then(|| Count { said, total, noun, all, predicate: predicate.to_owned() })
}

/// Whether a text speaks of some of a whole.
fn is_fewer(small: &str) -> bool {
    FEWER.iter().any(|word| small.contains(word))
}

/// Whether a predicate is one of those that something else is said of: "có đồng bào Dao sinh sống
/// đạt …".
fn is_clause_of_some(predicate: &str) -> bool {
    let words = predicate.split(' ').skip(1);
    let more = ["đã", "đều", "được", "hoàn thành"];
    words.into_iter().any(|word| more.contains(&word))
}

/// The counts for certain, with what must be the same of one that is compared.
pub(super) fn whole(
    lines: &[TextLine<'_>],
    counts: &[(usize, &str, Vec<Count>)],
    above: &Above<'_>,
) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, text, counts) in counts {
        if counts.is_empty() {
            continue;
        }
        let heads = above.heads(*at);
        if heads.is_long() || is_fewer(&heads.words) {
            continue;
        }
        let sentences = sentences(text);
        let fewer = FEWER.iter().filter_map(|word| text.find(word)).min();
        for count in counts {
            let index = sentences.partition_point(|one| one.end <= count.said.start);
            let Some(sentence) = sentences.get(index) else { break };
            if fewer.is_some_and(|fewer| fewer < count.said.start) {
                break;
            }
            let before = &text[sentence.start..count.said.start];
            let words = particular(before).into_iter().filter(|word| *word != "100");
            let words = words.collect::<Vec<_>>().join(" ");
            let years = years(&text[sentence.clone()]).join(" ");
            let names = &heads.words;
            let mut says = vec![count.predicate.as_str()];
            says.retain(|predicate| predicate.contains(' '));
            says.extend(count.all.then_some("all"));
            found.extend(says.into_iter().map(|says| Found {
                at: *at,
                sentence: sentence.clone(),
                said: count.said.clone(),
                number: count.total.to_string(),
                what: count.noun.to_owned(),
                year: years.clone(),
                key: format!("{}|{says}|{years}|{words}|{names}", count.noun),
            }));
        }
    }
    let totals: HashSet<&str> = found.iter().map(|one| one.number.as_str()).collect();
    if totals.len() < 2 || !stays(lines, &found) { Vec::new() } else { found }
}

/// Whether nothing in the paper says that there are other wholes: villages that become others,
/// some of them counted by themselves ("05 thôn đặc biệt khó khăn").
fn stays(lines: &[TextLine<'_>], found: &[Found]) -> bool {
    let totals: HashSet<u32> =
        found.iter().filter_map(|one| one.number.parse().ok()).collect();
    lines.iter().all(|line| {
        let small = lowercase(line.text());
        let merged = MERGED.iter().any(|word| small.contains(word));
        !merged && !counts_some(&small, &totals)
    })
}

/// Whether a text counts as many by themselves as one of these wholes has.
fn counts_some(small: &str, totals: &HashSet<u32>) -> bool {
    let mut places = NOUNS.iter().flat_map(|noun| small.match_indices(noun));
    places.any(|(at, noun)| {
        let before = small[..at].trim_end();
        let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let number: Option<u32> = before[rest.len()..].parse().ok();
        let whole = ["xã có", "toàn xã có", "gồm", "xã gồm"];
        let behind = first_word(small[at + noun.len()..].trim_start());
        number.is_some_and(|number| totals.contains(&number))
            && !rest.ends_with(['/', ',', '.'])
            && !(behind.is_empty()
                && whole.iter().any(|word| rest.trim_end().ends_with(word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_a_whole_are_read() {
        let said = |text: &str| {
            let show = |count: Count| {
                let all = if count.all { " all" } else { "" };
                format!("{} {}{all} {}", count.total, count.noun, count.predicate)
            };
            read(text).into_iter().map(show).collect::<Vec<_>>()
        };
        for (text, wanted) in [
            ("08/08 thôn có nhà văn hóa.", "8 thôn có nhà văn hóa"),
            ("100% (08/08) thôn đạt chuẩn, báo cáo", "8 thôn all đạt chuẩn"),
            ("cả 09/09 thôn hoàn thành", "9 thôn all hoàn thành"),
            ("07/08 chi bộ (100%) đạt", "8 chi bộ đạt"),
            ("08/08 tổ dân phố", "8 tổ dân phố "),
        ] {
            assert_eq!(said(text), [wanted], "{text}");
        }
        for text in [
            "05/05 thôn đặc biệt khó khăn có đường",
            "03/05 thôn vùng cao đạt",
            "ngày 08/6, thôn họp",
            "24/24 giờ",
            "08/8/2026 thôn",
            "05/05 thôn có đồng bào dao được hỗ trợ",
            "01/02 thôn có đường",
        ] {
            assert!(said(text).is_empty(), "{text}: {:?}", said(text));
        }
    }
}
