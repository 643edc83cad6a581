//! The words that name who can be charged with a task.

use super::spaced::Spaced;

/// Bodies, posts and people, in small letters.
pub(super) const NAMES: &[&str] = &[
    "ủy ban",
    "uỷ ban",
    "ubnd",
    "hđnd",
    "hội đồng",
    "đảng ủy",
    "đảng uỷ",
    "cấp ủy",
    "cấp uỷ",
    "chi bộ",
    "chi ủy",
    "chi uỷ",
    "đảng bộ",
    "thường trực",
    "ban thường vụ",
    "ban chấp hành",
    "công an",
    "quân sự",
    "mặt trận",
    "mttq",
    "đoàn thể",
    "các hội",
    "các tổ chức",
    "cơ quan",
    "đơn vị",
    "địa phương",
    "công chức",
    "cán bộ",
    "đồng chí",
    "đ/c",
    "ông",
    "bà",
    "thành viên",
    "trưởng thôn",
    "trưởng các",
    "trưởng ban",
    "bí thư",
    "chủ tịch",
    "giám đốc",
    "thủ trưởng",
    "các thôn",
    "thôn",
    "xóm",
    "tổ dân phố",
    "khu phố",
    "ấp",
    "buôn",
    "nhà trường",
    "các trường",
    "trạm",
    "trung tâm",
    "văn phòng",
    "công ty",
    "hợp tác xã",
    "chủ đầu tư",
    "nhà thầu",
    "các sở",
    "các ngành",
    "các phòng",
    "các ban",
    "các cấp",
    "bcđ",
    "ban chỉ đạo",
    "ban quản lý",
    "tổ công tác",
    "bộ phận",
    "ngành",
    "xã",
    "phường",
    "hộ gia đình",
    "đảng viên",
    "lãnh đạo",
];

/// Kinds of bodies with a capital, before a name with a capital: `Phòng Kinh tế`.
const KINDS: &[&str] = &[
    "Ban",
    "Phòng",
    "Tổ",
    "Hội",
    "Đoàn",
    "Trường",
    "Trạm",
    "Trung",
    "Văn",
    "Công",
    "Ủy",
    "Uỷ",
    "UBND",
    "Chi",
    "Đảng",
    "Mặt",
    "Đội",
    "Sở",
];

/// Whether a text names anybody who could be charged with work.
pub(super) fn names_somebody(text: &str) -> bool {
    Spaced::of(text).has_any(NAMES) || names_a_body(text)
}

/// Whether a kind with a capital stands before a name with a capital somewhere in a text.
fn names_a_body(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| KINDS.contains(&pair[0]) && is_name(pair[1]))
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a text names one body and no more: `Phòng Kinh tế`, `Công an xã`; no people, no posts,
/// no group.
pub(super) fn is_one_body(text: &str) -> bool {
    let kinds = [
        "công an ",
        "trạm y tế",
        "phòng ",
        "ban ",
        "hội ",
        "đoàn ",
        "trung tâm ",
        "văn phòng ",
        "trường ",
        "ủy ban ",
        "uỷ ban ",
        "ubnd ",
        "chi cục ",
        "công ty ",
        "đội ",
    ];
    let small = text.trim().to_lowercase();
    let starts = kinds.iter().any(|kind| small.starts_with(kind));
    if !starts || !text.trim().starts_with(char::is_uppercase) {
        return false;
    }
    let spaced = Spaced::of(text);
    let joined = small.contains([',', ';', '(']) || spaced.has("và");
    let people = ["viên", "thành viên", "đồng chí", "trưởng", "các", "những", "lãnh đạo"];
    !joined && !spaced.has_any(&people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_could_be_charged_is_seen() {
        for text in [
            "1. Ủy ban nhân dân xã Yên Thủy",
            "Ban Xây dựng Đảng chủ trì",
            "– đ/c Hiền thực hiện",
            "các thôn rà soát",
            "Phòng Kinh tế",
        ] {
            assert!(names_somebody(text), "{text}");
        }
        for text in [
            "Ban hành kế hoạch phòng chống thiên tai",
            "Hoàn thành rà soát hộ nghèo năm 2026",
            "Nhiệm vụ trọng tâm quý IV",
            "Tổ chức hội nghị tổng kết",
        ] {
            assert!(!names_somebody(text), "{text}");
        }
    }

    #[test]
    fn one_body_is_told_from_people_and_groups() {
        for text in ["Phòng Kinh tế", "Công an xã", "Trung tâm Phục vụ hành chính công"]
        {
            assert!(is_one_body(text), "{text}");
        }
        for text in [
            "các phòng, ban",
            "Phòng Kinh tế, Công an xã",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã",
            "công chức Văn hóa - Xã hội",
            "Ban Chỉ đạo là các đồng chí",
            "Phối hợp với Công ty",
            "đ/c Nguyễn Bá Lợi",
        ] {
            assert!(!is_one_body(text), "{text}");
        }
    }
}
