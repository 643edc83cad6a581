//! Words that stand where a deadline should: `kịp thời`, `sớm`.

use std::ops::Range;

use super::bodies::NAMES;
use super::spaced;

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
pub(super) fn vague(work: &str) -> Option<&'static str> {
    let work = spaced(work);
    VAGUE.into_iter().find(|word| work.contains(&format!(" {word} ")))
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
pub(super) fn vague_deadline(work: &str) -> Option<&'static str> {
    // Parts of `kịp` and `sớm` in any case, also with accents that stand by themselves.
    let parts = ["ịp", "ỊP", "ớm", "ỚM", "\u{323}", "\u{301}"];
    if !parts.iter().any(|part| work.contains(part)) {
        return None;
    }
    let work = spaced(work);
    let sooner = [" trong thời gian sớm nhất ", " sớm hoàn thành "];
    if sooner.iter().any(|words| work.contains(words)) {
        return Some(if work.contains(sooner[0]) {
            "thời gian sớm nhất"
        } else {
            "sớm"
        });
    }
    let in_time = work.match_indices(" kịp thời ").any(|(at, found)| {
        let behind = work[at + found.len()..].chars().next();
        let ends = behind.is_none_or(|next| ",.;".contains(next));
        let clause = work[..at].rsplit([',', ';', '.']).next().unwrap_or_default();
        let words: Vec<&str> = clause.split_whitespace().rev().take(REACH).collect();
        let before =
            words.into_iter().rev().fold(String::from(" "), |all, word| all + word + " ");
        let arises =
            AS_IT_ARISES.iter().any(|verb| before.contains(&format!(" {verb} ")));
        ends && !arises && !before.contains(" để ")
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
pub(super) fn vague_aim(work: &str) -> Option<&'static str> {
    if !work.contains("để kịp") {
        return None;
    }
    let work = spaced(work);
    let aims = work.match_indices(" để kịp thời ").any(|(at, _)| {
        let clause = work[..at].rsplit([';', '.']).next().unwrap_or_default();
        let clause = format!("{clause} ");
        !TELLS_OTHERS.iter().any(|verb| clause.contains(&format!(" {verb} ")))
    });
    aims.then_some("kịp thời")
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
    let assesses = |line: &&str| {
        let line = spaced(line);
        ASSESSMENT.iter().any(|word| line.contains(&format!(" {word} ")))
    };
    let mut start = 0;
    let found = text.split_inclusive(". ").find_map(|sentence| {
        let range = start..start + sentence.trim_end().len();
        start += sentence.len();
        let word = vague_deadline(sentence)?;
        let small = spaced(sentence);
        let begins = NAMES.iter().any(|name| small.starts_with(&format!(" {name} ")));
        if !begins {
            return None;
        }
        let before = small.split(&format!(" {word} ")).next().unwrap_or_default();
        let before = format!("{before} ");
        let tells = TELLS.iter().any(|word| before.contains(&format!(" {word} ")));
        (!tells).then_some((range, word))
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
            assert_eq!(vague_deadline(work), Some(word), "{work}");
        }
        for work in [
            "báo cáo Ủy ban nhân dân xã để kịp thời chỉ đạo, giải quyết",
            "kịp thời phát hiện, xử lý vi phạm",
            "xử lý các vi phạm kịp thời, nghiêm minh",
            "biểu dương, khen thưởng kịp thời.",
            "thường xuyên cập nhật số liệu kịp thời",
            "rà soát danh sách",
        ] {
            assert_eq!(vague_deadline(work), None, "{work}");
        }
    }

    #[test]
    fn an_aim_in_time_is_that_of_whoever_works() {
        let work =
            "báo cáo hằng tháng; chủ động tham mưu các giải pháp để kịp thời tháo gỡ";
        assert_eq!(vague_aim(work), Some("kịp thời"));
        for work in [
            "báo cáo Ủy ban nhân dân xã để kịp thời chỉ đạo, giải quyết",
            "tổng hợp khó khăn, phản ánh với Phòng Kinh tế để kịp thời xử lý",
            "báo cáo tiến độ, nêu rõ vướng mắc để kịp thời tháo gỡ",
            "phối hợp với các thôn để kịp thời hỗ trợ",
            "kịp thời tháo gỡ khó khăn",
        ] {
            assert_eq!(vague_aim(work), None, "{work}");
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
