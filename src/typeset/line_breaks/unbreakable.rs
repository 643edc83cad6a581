//! What no line end may cut: a day with its month, a number with its word, a telephone number, the
//! parts of a code.

use super::names;
use super::words::{Word, words};

/// Words that a number follows and does not leave: "ngày 02", "Điều 5", "số 857-TB/HU".
#[rustfmt::skip]
const COUNTED_BEFORE: &[&str] = &[
    "ngày", "tháng", "năm", "quý", "tuần", "kỳ", "khóa", "khoá", "lần", "thứ", "đợt",
    "đoạn", "số", "điều", "khoản", "mục", "chương", "phần", "lục", "bảng", "biểu", "mẫu",
    "hình", "trang", "tờ", "thửa", "lô", "tổ", "khu", "thôn", "xóm", "ấp", "đội", "quận",
    "phường", "án", "bậc", "hạng",
];

/// Words that do not leave the number before them: "42 triệu", "6 tháng".
#[rustfmt::skip]
const COUNTED_AFTER: &[&str] = &[
    "nghìn", "ngàn", "trăm", "triệu", "tỷ", "tỉ", "đồng", "USD", "phần", "ha", "km", "m",
    "cm", "mm", "m²", "m³", "m2", "m3", "mét", "kg", "tấn", "tạ", "lít", "giờ", "phút",
    "giây", "ngày", "tuần", "tháng", "năm", "quý", "tuổi", "người", "hộ", "thôn", "xã",
    "phường", "lần", "lượt", "điểm", "con", "cây", "cái", "chiếc", "bộ", "bản", "trang",
    "nhà", "tiêu", "đại", "mô", "nhiệm",
];

/// So many digits does a telephone number have at most: "0209 3870 123".
const TELEPHONE: usize = 11;

/// So many groups does a number have at most that is written with blanks: "1 250 000 000 000".
const GROUPS: usize = 5;

/// Where no line may end: offsets of `text` at which a word joiner keeps the sign before and the
/// one behind together. Each is behind a blank or inside a word. In time linear in the length.
pub(super) fn joints(text: &str) -> Vec<usize> {
    let words = words(text);
    let mut found = Vec::new();
    // A long dash has three bytes, the first of which few texts have.
    let may_hold =
        |byte: u8| matches!(byte, b'0'..=b'9' | b'-' | 0xe2 | b'/' | b'I' | b'V' | b'X');
    if !text.bytes().any(may_hold) && !text.contains("iểm ") {
        return names::joints(&words);
    }
    let mut rest = &words[..];
    let mut last: Option<&Word<'_>> = None;
    while !rest.is_empty() {
        let kept = kept_together(rest);
        for (index, word) in rest[..kept].iter().enumerate() {
            // A dash ends a line and begins none, however many stand there.
            let has_dash =
                word.is_dash() && word.follows && !last.is_some_and(Word::is_dash);
            if index > 0 || has_dash {
                found.push(word.start);
            }
            last = Some(word);
            if word.is_code() {
                found.extend(word.joints());
            }
        }
        rest = &rest[kept..];
    }
    found.extend(names::joints(&words));
    found.sort_unstable();
    found.dedup();
    found
}

/// How many of the first words no line end may part, one at least.
fn kept_together(words: &[Word<'_>]) -> usize {
    let [first, second, ..] = words else { return 1 };
    // Most words are no numbers and stand beside none: the cheap questions come first.
    let numbered = second.begins_with_number();
    let is_number = first.ends_in_number();
    if !second.follows || !(numbered || is_number || is_point(second)) {
        return 1;
    }
    let near = 1 + words[1..].iter().take_while(|word| word.follows).take(GROUPS).count();
    let words = &words[..near];
    if is_day_of_month(words) {
        return 4;
    }
    if is_span(words) {
        return 3;
    }
    if first.is_any(COUNTED_BEFORE) && is_span(&words[1..]) {
        return 4;
    }
    if numbered && first.is_any(COUNTED_BEFORE) {
        return 2;
    }
    if is_point(second) && first.is_any(&["điểm"]) {
        return 2;
    }
    let grouped = telephone(words).max(grouped_number(words));
    if grouped > 1 {
        return grouped;
    }
    if is_number && COUNTED_AFTER.contains(&second.bare()) {
        return 2;
    }
    1
}

/// "ngày 02 tháng 6". The year may go on: in justified text the line before would be stretched by
/// its width as well, and Typst knows no place where a line ends only if it has to.
fn is_day_of_month(words: &[Word<'_>]) -> bool {
    let [before, day, month, number, ..] = words else { return false };
    let is_short = |word: &Word<'_>| matches!(word.digits(), Some(1 | 2));
    month.text == "tháng"
        && is_short(day)
        && is_short(number)
        && !day.is_closed()
        && before.is_any(&["ngày"])
}

/// From one number to another: "2026 - 2030".
fn is_span(words: &[Word<'_>]) -> bool {
    let [first, dash, last, ..] = words else { return false };
    let is_short = |word: &Word<'_>| word.digits().is_some_and(|digits| digits <= 4);
    dash.is_dash() && is_short(first) && !first.is_closed() && is_short(last)
}

/// The letter of a point: "điểm a", "điểm đ)".
fn is_point(word: &Word<'_>) -> bool {
    let mut chars = word.text.chars();
    let letter = chars.next().is_some_and(char::is_lowercase);
    letter && chars.next().is_none_or(|c| matches!(c, ',' | ';' | '.' | ')'))
}

/// How many words are one telephone number: "0912 345 678". It begins with a nought, so that years
/// one behind the other are none, and ends where another begins.
fn telephone(words: &[Word<'_>]) -> usize {
    let [first, rest @ ..] = words else { return 0 };
    let starts = first.opened().starts_with('0') && !first.is_closed();
    let Some(mut digits) = first.digits().filter(|digits| starts && *digits <= 5) else {
        return 0;
    };
    let mut count = 1;
    for word in rest {
        let Some(more) = word.digits().filter(|more| (2..=4).contains(more)) else {
            break;
        };
        if digits + more > TELEPHONE {
            break;
        }
        digits += more;
        count += 1;
        if word.is_closed() {
            break;
        }
    }
    count
}

/// How many words are one number in groups of three digits: "12 345 678".
fn grouped_number(words: &[Word<'_>]) -> usize {
    let [first, rest @ ..] = words else { return 0 };
    let starts = !first.is_closed() && matches!(first.digits(), Some(1..=3));
    if !starts || first.opened().starts_with('0') {
        return 0;
    }
    let mut count = 1;
    for word in rest {
        if word.digits() != Some(3) {
            break;
        }
        count += 1;
        if word.is_closed() {
            break;
        }
    }
    if count <= GROUPS { count } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with a `~` where no line may end.
    fn joined(text: &str) -> String {
        let mut out = String::new();
        let mut start = 0;
        for joint in joints(text) {
            out.push_str(&text[start..joint]);
            out.push('~');
            start = joint;
        }
        out + &text[start..]
    }

    #[test]
    fn dates_numbers_and_codes_are_kept() {
        for (text, expected) in [
            ("ngày 02 tháng 6 năm 2026", "ngày ~02 ~tháng ~6 năm ~2026"),
            ("(Ngày 02 tháng 6)", "(Ngày ~02 ~tháng ~6)"),
            ("ngày 02, tháng 6 năm 2026", "ngày ~02, tháng ~6 năm ~2026"),
            ("tại Điều 5, điểm a, khoản 2", "tại Điều ~5, điểm ~a, khoản ~2"),
            ("số 857-TB/HU, ngày", "số ~857-~TB/~HU, ngày"),
            ("đạt 42 triệu đồng/người.", "đạt 42 ~triệu đồng/~người."),
            ("giai đoạn 2021-2025 (24/6)", "giai đoạn ~2021-~2025 (24/~6)"),
            ("Văn hóa - Xã hội", "Văn hóa ~- Xã hội"),
            ("Hạnh – Phó", "Hạnh ~– Phó"),
            ("- Hạnh - - - Phó", "- Hạnh ~- - - Phó"),
            ("giai đoạn 2026 - 2030.", "giai đoạn ~2026 ~- ~2030."),
            ("từ 5 - 10 người", "từ 5 ~- ~10 người"),
            ("https://bacninh.gov.vn/van-ban/12", "https://bacninh.gov.vn/van-ban/12"),
            ("gọi 0912 345 678.", "gọi 0912 ~345 ~678."),
            ("gọi 0209 3870 123, 12 người", "gọi 0209 ~3870 ~123, 12 ~người"),
            ("số tiền 1 250 000 đồng", "số tiền 1 ~250 ~000 đồng"),
            ("phường Xuân Hương, quý III/2026", "phường Xuân Hương, quý ~III/~2026"),
            ("a - 5", "a ~- 5"),
            ("một\nhai 5", "một\nhai 5"),
        ] {
            assert_eq!(joined(text), expected);
        }
    }

    #[test]
    fn runs_of_numbers_can_be_cut() {
        assert_eq!(joined("2001 2002 2003 2004 2005"), "2001 2002 2003 2004 2005");
        let phones = "0912 345 678 0987 654 321 0209 3870 123 0912 345 678";
        let kept = "0912 ~345 ~678 0987 ~654 ~321 0209 ~3870 ~123 0912 ~345 ~678";
        assert_eq!(joined(phones), kept);
        let many = ["123"; 400].join(" ");
        assert!(longest_run(&many) <= GROUPS);
        let counted = ["năm 2026 tháng 6"; 400].join(" ");
        assert!(longest_run(&counted) <= 4);
    }

    /// The most words that are kept together.
    fn longest_run(text: &str) -> usize {
        let parts = joined(text);
        let mut longest = 0;
        let mut count = 1;
        for word in parts.split(' ') {
            count = if word.starts_with('~') { count + 1 } else { 1 };
            longest = longest.max(count);
        }
        longest
    }

    proptest! {
        #[test]
        fn joints_stand_behind_blanks_and_signs(
            text in "([Nn]gày|tháng|năm|số|[0-9]{1,5}|0[0-9]{2,3}|a-b/c|[(,.]| |\n|–|Điểm a){0,40}"
        ) {
            let found = joints(&text);
            prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
            for joint in found {
                let before = text[..joint].chars().next_back();
                prop_assert!(before.is_some_and(|c| " -–/".contains(c)), "{joint}");
                prop_assert!(!text[joint..].starts_with([' ', '\n']) && joint < text.len());
            }
            prop_assert!(longest_run(&text) <= GROUPS.max(4));
        }
    }
}
