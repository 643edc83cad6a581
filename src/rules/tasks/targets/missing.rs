//! Measures whose number is missing: `thu nhập bình quân đạt triệu đồng/người/năm`.

use std::ops::Range;

use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::rules::places::place;
use crate::rules::text_lines::TextLine;
use crate::rules::words::is_title;
use crate::source::{is_alphanumeric, lowercase_in_place};

/// A measure without its number.
pub(super) static TARGET_WITHOUT_NUMBER: Rule = Rule {
    id: "target-without-number",
    family: Family::Tasks,
    explanation: Bilingual {
        vi: "Chỉ tiêu có đơn vị (`%`, `triệu đồng/người`, `/08 thôn`) mà thiếu con số thì không ai \
             biết phải đạt bao nhiêu; thường là số bị xóa khi sửa, hoặc để trống chờ số liệu rồi quên. \
             Chỉ nhắc khi chữ đứng trước (`đạt`, `giảm còn dưới`) buộc phải có số; biểu mẫu, chỗ \
             chấm để điền, đơn vị ghi trong ngoặc thì không nhắc.",
        en: "Nobody knows how much is to be reached where a target has its unit (`%`, `triệu \
             đồng/người`, `/08 thôn`) and no number; mostly it was deleted, or left open for later. \
             Told only behind words that want a number (`đạt`, `giảm còn dưới`); forms, dots to be \
             filled in and units in brackets are let pass.",
    },
    wrong: Example::body(
        "Phấn đấu năm 2023 thu nhập bình quân đạt triệu đồng/người/năm.",
    ),
    right: Example::body(
        "Phấn đấu năm 2023 thu nhập bình quân đạt 42 triệu đồng/người/năm.",
    ),
    ..Rule::WARNING
};

fn target_without_number(unit: &str, said: &str) -> Problem {
    TARGET_WITHOUT_NUMBER.problem(
        both!("thiếu con số trước `{unit}`", "no number before `{unit}`"),
        both!("`{said}`: bao nhiêu?", "`{said}`: how much?"),
        both!(
            "ghi con số; chưa có số liệu thì ghi `CẦN ĐIỀN` để khỏi quên",
            "write the number, or `CẦN ĐIỀN` while it is not known"
        ),
    )
}

/// Says which measures of a line have no number.
pub(super) fn check(line: &TextLine<'_>, found: &mut Diagnostics) {
    let text = line.text();
    for Gap { range, unit } in gaps(text) {
        let problem = target_without_number(&text[unit], &text[range.clone()]);
        found.push(problem, place(&line.line, range));
    }
}

/// A measure without its number: the words that want one with it, and the unit.
struct Gap {
    range: Range<usize>,
    unit: Range<usize>,
}

/// Units that stand behind a number.
const UNITS: [&str; 6] =
    ["%", "/", "triệu đồng/người", "triệu đồng/ha", "tạ/ha", "tấn/ha"];

/// So many places of one line are looked at.
const MOST: usize = 20;

/// Where numbers are missing in a text.
fn gaps(text: &str) -> Vec<Gap> {
    let units = UNITS.iter().flat_map(|unit| text.match_indices(unit));
    // A letter and nothing but blanks stand before it.
    let mut open: Vec<(usize, &str)> =
        units.filter(|(at, _)| is_open(text, *at)).collect();
    if open.is_empty() || is_form(text) {
        return Vec::new();
    }
    open.sort_unstable();
    open.truncate(MOST);
    let small = lowercase_in_place(text);
    open.into_iter().filter_map(|(at, unit)| gap(&small, at, unit)).collect()
}

/// Whether a word and a blank stand right before a place.
fn is_open(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.len() < at && before.ends_with(char::is_alphabetic)
}

/// Whether a line has places to be filled in, or is a title.
fn is_form(text: &str) -> bool {
    let filled = ["…", "..", "__", "\t", "[ ]", "☐"];
    filled.iter().any(|blank| text.contains(blank)) || is_title(text)
}

/// The words that may stand between what is measured and its number.
const LEADS: [&str; 16] = [
    "đạt",
    "còn",
    "xuống",
    "giảm",
    "tăng",
    "lên",
    "từ",
    "trên",
    "dưới",
    "hơn",
    "khoảng",
    "tối thiểu",
    "ít nhất",
    "bình quân",
    "có",
    "tại",
];

/// Those of them behind which a level is named, and those that bound it.
const LEVELS: [&str; 3] = ["đạt", "còn", "xuống"];
const CHANGES: [&str; 3] = ["giảm", "tăng", "lên"];
const BOUNDS: [&str; 6] = ["trên", "dưới", "hơn", "khoảng", "tối thiểu", "ít nhất"];

/// The gap before a unit in a text in small letters, where a number must stand there.
fn gap(small: &str, at: usize, unit: &str) -> Option<Gap> {
    let mut before = small[..at].trim_end();
    let mut leads: Vec<&str> = Vec::new();
    while let Some((lead, rest)) = LEADS.iter().find_map(|lead| ended(before, lead)) {
        leads.push(lead);
        before = rest.trim_end();
    }
    let has = |words: &[&str]| leads.iter().any(|lead| words.contains(lead));
    let near = *leads.first()?;
    // "thu nhập bình quân đạt": the last of them is of what is measured.
    let start = match leads.last() {
        Some(&"bình quân") if leads.len() > 1 => {
            before.len() + small[before.len()..].find("bình quân")? + "bình quân".len()
        }
        Some(_) | None => before.len(),
    };
    let start = at - small[start..at].trim_start().len();
    if in_brackets(small, at) || LABELS.iter().any(|word| ended(before, word).is_some()) {
        return None;
    }
    let behind = &small[at + unit.len()..];
    let (wanted, end) = match unit {
        "%" => {
            let bounded =
                has(&LEVELS) && leads.len() > 1 || has(&BOUNDS) && has(&CHANGES);
            let aims = has(&["đạt", "còn", "tối thiểu", "ít nhất"]) && is_goal(small);
            (ends(behind) && (bounded || aims), at + 1)
        }
        "/" => {
            let whole = total(behind)?;
            (["đạt", "có", "tại"].contains(&near), at + 1 + whole)
        }
        "triệu đồng/người" => {
            let yearly = behind.starts_with("/năm");
            let other = behind.starts_with('/') && !yearly;
            let level = ["đạt", "từ", "tối thiểu", "ít nhất", "bình quân"];
            let end = at + unit.len() + if yearly { "/năm".len() } else { 0 };
            // "ủng hộ trên triệu đồng/người" is more than one million.
            let sure = has(&["đạt"]) && (yearly || level.contains(&near));
            (!other && sure, end)
        }
        _ => {
            let whole = !behind.starts_with(is_alphanumeric);
            (whole && near == "đạt", at + unit.len())
        }
    };
    wanted.then_some(Gap { range: start..end, unit: at..end })
}

/// Words before `đạt %` that make it the name of a column: "tỷ lệ đạt %".
const LABELS: [&str; 6] = ["tỷ lệ", "tỉ lệ", "số", "tính", "dựa", "mức"];

/// What stands before a word at the end of a text, and the word.
fn ended<'t>(text: &'t str, word: &'static str) -> Option<(&'static str, &'t str)> {
    let rest = text.strip_suffix(word)?;
    (!rest.ends_with(is_alphanumeric)).then_some((word, rest))
}

/// Whether a place stands in brackets.
fn in_brackets(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.rfind('(') > before.rfind(')')
}

/// Whether a text sets a goal.
fn is_goal(small: &str) -> bool {
    ["phấn đấu", "mục tiêu", "đến năm 20", "đến cuối năm 20", "đến hết năm 20"]
        .iter()
        .any(|word| small.contains(word))
}

/// Whether a clause ends behind a percent sign, or goes on as behind a number.
fn ends(behind: &str) -> bool {
    let behind = behind.trim_start();
    let goes_on = ["trở lên", "trở xuống", "vào năm 20", "vào cuối năm"];
    behind.is_empty()
        || behind.starts_with(['.', ';', ','])
        || goes_on.iter().any(|words| behind.starts_with(words))
}

/// What is counted whole.
const WHOLES: [&str; 12] = [
    "thôn",
    "xóm",
    "bản",
    "ấp",
    "buôn",
    "xã",
    "phường",
    "tiêu chí",
    "chỉ tiêu",
    "chi bộ",
    "khu phố",
    "tổ dân phố",
];

/// The length of `08 thôn` behind a slash.
fn total(behind: &str) -> Option<usize> {
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = behind.len() - rest.len();
    let noun = rest.strip_prefix(' ')?;
    let noun = WHOLES.iter().find(|whole| {
        noun.strip_prefix(**whole).is_some_and(|rest| !rest.starts_with(is_alphanumeric))
    })?;
    (1..=3).contains(&digits).then_some(digits + 1 + noun.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_must_stand_there_is_missed() {
        for (text, said) in [
            (
                "Phấn đấu thu nhập bình quân đạt triệu đồng/người/năm.",
                "đạt triệu đồng/người/năm",
            ),
            ("thu nhập đạt trên triệu đồng/người/năm", "đạt trên triệu đồng/người/năm"),
            (
                "Thu nhập bình quân đầu người đạt từ triệu đồng/người trở lên.",
                "đạt từ triệu đồng/người",
            ),
            ("Tỷ lệ hộ nghèo giảm còn dưới %.", "giảm còn dưới %"),
            ("Tỷ lệ hộ nghèo giảm xuống còn %, hộ cận nghèo còn 5%.", "giảm xuống còn %"),
            ("Phấn đấu tỷ lệ hộ dùng nước sạch đạt % trở lên.", "đạt %"),
            ("Đến năm 2026, tỷ lệ giải ngân đạt   %;", "đạt   %"),
            ("Tiếp tục phấn đấu đạt    /08 thôn có Nhà văn hóa.", "đạt    /08 thôn"),
            ("Năng suất lúa đạt tạ/ha.", "đạt tạ/ha"),
        ] {
            let gaps = gaps(text);
            let found: Vec<&str> =
                gaps.iter().map(|gap| &text[gap.range.clone()]).collect();
            assert_eq!(found, [said], "{text}");
        }
    }

    #[test]
    fn what_needs_no_number_is_let_pass() {
        for text in [
            "Tỷ lệ hộ nghèo giảm còn dưới 3%.",
            "Tỷ lệ hộ nghèo giảm còn dưới 3 %.",
            // Names of columns and of units.
            "Biểu gồm: số thực hiện, tỷ lệ đạt %, ghi chú.",
            "Các thôn báo cáo mức tăng, giảm %.",
            "Phấn đấu nâng thu nhập bình quân (đạt triệu đồng/người/năm) của các thôn.",
            "Ước thực hiện đạt % kế hoạch năm ghi ở cột 5.",
            "Hoa hồng tính trên %, không tính theo số tuyệt đối.",
            "Phần thưởng dựa trên % doanh thu.",
            // More than one million, more than a billion.
            "Mỗi hộ ủng hộ trên triệu đồng/người.",
            "Doanh thu đạt trên tỷ đồng/năm.",
            "Thu nhập đạt trên triệu đồng/người/tháng.",
            "Thu nhập đạt hàng chục triệu đồng/người/năm.",
            // To be filled in.
            "Phấn đấu tỷ lệ hộ nghèo giảm còn ….%.",
            "Phấn đấu thu nhập đạt ....... triệu đồng/người/năm, hộ nghèo giảm còn dưới %.",
            "PHẤN ĐẤU TỶ LỆ ĐẠT %",
            // Slashes of other kinds.
            "Cả xã có 08/08 thôn; tại / ở các thôn.",
            "Công văn có /08 trang.",
            "Phấn đấu đạt và vượt các chỉ tiêu.",
        ] {
            assert!(gaps(text).is_empty(), "{text}");
        }
    }
}
