//! Words that stand where a deadline should: `kịp thời`, `sớm`.

use std::ops::Range;

use super::bodies::NAMES;
use super::spaced::{Spaced, begins, has_any};

/// Words for a time that is none.
const VAGUE: [&str; 6] = [
    "kịp thời",
    "trong thời gian tới",
    "thời gian sớm nhất",
    "sớm nhất",
    "sớm",
    "khẩn trương",
];

/// The first of these words in the work of a task that names no time at all.
pub(super) fn vague(work: &Spaced) -> Option<&'static str> {
    VAGUE.into_iter().find(|word| work.has(word))
}

/// What is done `kịp thời` as the case arises: that says how, and no day could be named.
const AS_IT_ARISES: [&str; 28] = [
    "xử lý",
    "xử lí",
    "giải quyết",
    "tháo gỡ",
    "khắc phục",
    "phát hiện",
    "ngăn chặn",
    "phòng ngừa",
    "báo cáo",
    "thông báo",
    "phản ánh",
    "phản hồi",
    "cung cấp",
    "cập nhật",
    "biểu dương",
    "khen thưởng",
    "động viên",
    "chấn chỉnh",
    "can thiệp",
    "ứng phó",
    "hỗ trợ",
    "thăm hỏi",
    "điều chỉnh",
    "bổ sung",
    "sửa chữa",
    "nắm",
    "trao đổi",
    "đề xuất",
];

/// So many words before `kịp thời` belong to what is done so.
const REACH: usize = 8;

/// The word that stands where a deadline should, behind its work: "vệ sinh môi trường kịp thời,".
/// `work` has the words of `text`.
pub(super) fn vague_deadline(text: &str, work: &Spaced) -> Option<&'static str> {
    if !work.has_any(&["kịp thời", "sớm"]) || !may_be_vague(text) {
        return None;
    }
    if work.has("trong thời gian sớm nhất") {
        return Some("thời gian sớm nhất");
    }
    if work.has("sớm hoàn thành") {
        return Some("sớm");
    }
    let work = work.text();
    let in_time = work.match_indices(" kịp thời ").any(|(at, found)| {
        let behind = work[at + found.len()..].chars().next();
        let ends = behind.is_none_or(|next| ",.;".contains(next));
        let clause = work[..at].rsplit([',', ';', '.']).next().unwrap_or_default();
        let words: Vec<&str> = clause.split_whitespace().rev().take(REACH).collect();
        let before =
            words.into_iter().rev().fold(String::from(" "), |all, word| all + word + " ");
        ends && !has_any(&before, &AS_IT_ARISES) && !before.contains(" để ")
    });
    in_time.then_some("kịp thời")
}

/// Words of those who report or speak with others: that these act `kịp thời` is in other hands.
const TELLS_OTHERS: [&str; 20] = [
    "báo cáo",
    "phản ánh",
    "phản hồi",
    "trao đổi",
    "thông báo",
    "thông tin",
    "cung cấp",
    "kiến nghị",
    "đề xuất",
    "đề nghị",
    "phối hợp",
    "cập nhật",
    "gửi",
    "trình",
    "liên hệ",
    "chuyển",
    "nắm",
    "theo dõi",
    "kiểm tra",
    "giám sát",
];

/// The vague time for which work is done by those charged with it: "tham mưu các giải pháp để kịp
/// thời tháo gỡ"; not "báo cáo để kịp thời chỉ đạo".
pub(super) fn vague_aim(text: &str, work: &Spaced) -> Option<&'static str> {
    if !text.contains("để kịp") {
        return None;
    }
    let work = work.text();
    let aims = work.match_indices(" để kịp thời ").any(|(at, _)| {
        let clause = work[..at].rsplit([';', '.']).next().unwrap_or_default();
        let clause = format!("{clause} ");
        !has_any(&clause, &TELLS_OTHERS)
    });
    aims.then_some("kịp thời")
}

/// Whether a text has parts of `kịp` or `sớm` in any case, also with accents that stand by
/// themselves.
fn may_be_vague(text: &str) -> bool {
    let parts = ["ịp", "ỊP", "ớm", "ỚM", "\u{323}", "\u{301}"];
    parts.iter().any(|part| text.contains(part))
}

/// Words of a sentence that tells how things are, not what is to be done.
const TELLS: [&str; 7] = ["đã", "chưa", "chậm", "còn", "luôn", "là", "được"];

/// Headings above such sentences.
const ASSESSMENT: [&str; 7] =
    ["đánh giá", "kết quả", "tình hình", "ưu điểm", "hạn chế", "tồn tại", "khó khăn"];

/// The sentence of a line, under those `above`, that charges whom it begins with ("Các ban, ngành, đoàn
/// thể …") and sets a vague time.
pub(super) fn charged(
    text: &str,
    above: &[&str],
) -> Option<(Range<usize>, &'static str)> {
    let assesses = |line: &&str| Spaced::of(line).has_any(&ASSESSMENT);
    let mut start = 0;
    let found = text.split_inclusive(". ").find_map(|sentence| {
        let range = start..start + sentence.trim_end().len();
        start += sentence.len();
        if !may_be_vague(sentence) {
            return None;
        }
        let small = Spaced::of(sentence);
        let word = vague_deadline(sentence, &small)?;
        let small = small.text();
        let first = small.trim_start();
        if !NAMES.iter().any(|name| begins(first, name)) {
            return None;
        }
        let before = small.split(&format!(" {word} ")).next().unwrap_or_default();
        let before = format!("{before} ");
        (!has_any(&before, &TELLS)).then_some((range, word))
    });
    found.filter(|_| !above.iter().any(assesses))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vague_deadline_is_told_from_how_work_is_done() {
        for (work, word) in [
            (
                "tham mưu triển khai các dự án; vệ sinh môi trường kịp thời, góp phần",
                "kịp thời",
            ),
            ("hoàn thành hồ sơ kịp thời.", "kịp thời"),
            (
                "tiếp tục rà soát, gửi kết quả trong thời gian sớm nhất",
                "thời gian sớm nhất",
            ),
            ("tiếp tục đôn đốc để sớm hoàn thành công trình", "sớm"),
        ] {
            assert_eq!(vague_deadline(work, &Spaced::of(work)), Some(word), "{work}");
        }
        for work in [
            "báo cáo Ủy ban nhân dân xã để kịp thời chỉ đạo, giải quyết",
            "kịp thời phát hiện, xử lý vi phạm",
            "xử lý các vi phạm kịp thời, nghiêm minh",
            "biểu dương, khen thưởng kịp thời.",
            "thường xuyên cập nhật số liệu kịp thời",
            "rà soát danh sách",
        ] {
            assert_eq!(vague_deadline(work, &Spaced::of(work)), None, "{work}");
        }
    }

    #[test]
    fn an_aim_in_time_is_that_of_whoever_works() {
        let work =
            "báo cáo hằng tháng; chủ động tham mưu các giải pháp để kịp thời tháo gỡ";
        assert_eq!(vague_aim(work, &Spaced::of(work)), Some("kịp thời"));
        for work in [
            "báo cáo Ủy ban nhân dân xã để kịp thời chỉ đạo, giải quyết",
            "tổng hợp khó khăn, phản ánh với Phòng Kinh tế để kịp thời xử lý",
            "báo cáo tiến độ, nêu rõ vướng mắc để kịp thời tháo gỡ",
            "phối hợp với các thôn để kịp thời hỗ trợ",
            "kịp thời tháo gỡ khó khăn",
        ] {
            assert_eq!(vague_aim(work, &Spaced::of(work)), None, "{work}");
        }
    }

    #[test]
    fn who_begins_a_sentence_is_charged_with_it() {
        let text =
            "Nội dung chung. Các ban, ngành tích cực tham mưu kịp thời, đúng thời gian.";
        let (range, word) = charged(text, &["5. Tiêu chí số 18"]).unwrap();
        assert_eq!((&text[range], word), (&text["Nội dung chung. ".len()..], "kịp thời"));
        for (text, above) in [
            ("Các thôn đã triển khai kịp thời, đúng quy định.", "1. Về nông thôn mới"),
            ("Các thôn triển khai kịp thời, đúng quy định.", "I. Kết quả thực hiện"),
            ("Việc triển khai kịp thời, đúng quy định.", "1. Về nông thôn mới"),
        ] {
            assert_eq!(charged(text, &[above]), None, "{text}");
        }
    }
}
