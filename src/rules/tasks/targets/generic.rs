//! Words that say nothing of whose target it is; what is left of a text without them does.

use std::sync::LazyLock;

use crate::document::phrases::{Phrases, word_starts};
use crate::source::is_alphanumeric;

/// Words of goals, work and headings as they stand about any target.
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    // Goals and times.
    "phấn đấu", "phân đấu", "quyết tâm", "mục tiêu", "chỉ tiêu", "tiêu chí", "kế hoạch",
    "phương hướng", "nhiệm vụ", "giải pháp", "trọng tâm", "chủ yếu", "cụ thể", "chung",
    "tổng quát", "cơ bản", "đến", "cuối", "hết", "năm", "trong", "vào", "trước", "tới",
    // Work.
    "tiếp tục", "đẩy mạnh", "tăng cường", "thực hiện", "triển khai", "tổ chức", "tập trung",
    "lãnh đạo", "chỉ đạo", "tích cực", "chủ động", "quan tâm", "chú trọng", "duy trì",
    "hoàn thành", "nâng cao", "nâng", "đưa", "tăng", "giảm", "xây dựng", "phát triển", "làm",
    "tốt", "có hiệu quả", "hiệu quả", "công tác", "phong trào", "chất lượng", "đồng bộ",
    "bảo đảm", "đảm bảo", "bền vững", "nhanh", "chương trình", "đời sống", "vật chất",
    "tinh thần", "phải", "cần", "đạt", "các", "những", "một số", "nội dung",
    // Fields of work.
    "kinh tế", "xã hội", "văn hóa", "môi trường", "an sinh", "nông thôn mới", "giảm nghèo",
    "quốc phòng", "an ninh", "đa chiều", "về", "cho", "người dân", "nhân dân",
    // The whole.
    "toàn xã", "của xã", "trên địa bàn xã", "trên địa bàn", "xã ta", "cả xã",
    // Small words.
    "số", "là", "và", "của", "để", "nhằm", "với", "theo", "được", "thì", "mà", "sau đây",
    "sau", "như", "chưa", "đối với", "góp phần", "từng bước", "ổn định",
];

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(GENERIC));

/// The words of a text in small letters that are neither generic, nor a year, nor the number of a
/// `tiêu chí`: those that say whose it is, or of what kind.
pub(super) fn particular(small: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut behind = 0;
    for start in word_starts(small) {
        if start < behind {
            continue;
        }
        let rest = &small[start..];
        let whole = |phrase: &&str| !rest[phrase.len()..].starts_with(is_alphanumeric);
        if let Some(phrase) = PHRASES.beginning(rest).find(whole) {
            behind = start + phrase.len() + number(phrase, &rest[phrase.len()..]);
            continue;
        }
        let word = first_word(rest);
        if !is_year(word) {
            found.push(word);
        }
        behind = start + word.len();
    }
    found
}

/// The length of the number behind `tiêu chí số` or `tiêu chí`.
fn number(phrase: &str, behind: &str) -> usize {
    let rest = behind.trim_start();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let counts = ["số", "tiêu chí"].contains(&phrase) && digits > 0;
    if counts { behind.len() - rest.len() + digits } else { 0 }
}

/// The letters and digits with which a text begins.
pub(super) fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !is_alphanumeric(c)).unwrap_or(text.len());
    &text[..end]
}

/// Whether a word is a year of our time.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("20") || word.starts_with("19"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text names a year.
pub(super) fn names_year(text: &str) -> bool {
    let mut digits = text.split(|c: char| !c.is_ascii_digit());
    digits.any(is_year)
}

/// The years that a text names, each once, in their order.
pub(super) fn years(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    if !names_year(text) {
        return found;
    }
    for start in word_starts(text) {
        let word = first_word(&text[start..]);
        if is_year(word) && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_whose_a_target_is_is_left() {
        for (text, left) in [
            ("phấn đấu đến cuối năm 2026,", ""),
            ("tiêu chí số 10 về thu nhập", "thu nhập"),
            ("tiếp tục thực hiện tốt công tác giảm nghèo", ""),
            ("các trường tiểu học:", "trường tiểu học"),
            ("đối với các xã khu vực iii", "xã khu vực iii"),
            ("phát triển kinh tế - xã hội", ""),
            ("phương án 2", "phương án 2"),
            ("giáo dục mầm non", "giáo dục mầm non"),
        ] {
            assert_eq!(particular(text).join(" "), left, "{text}");
        }
        assert!(names_year("năm 2026.") && !names_year("20 hộ, 1.500 và 12026"));
        assert_eq!(years("đến năm 2026, 2030 và 2026; 12345, 1.500"), ["2026", "2030"]);
    }
}
