//! Forms of address before a name (`đồng chí`, `ông`, `bà`): typed with it, or not to be added.

/// What is a form of address where a name begins with it. `Ông` is a family name as well; either
/// way nothing is put before it.
const FORMS: [&str; 7] = ["đồng chí", "đ/c", "đ/c.", "ông", "bà", "ông (bà)", "ông/bà"];

/// How groups and bodies begin that are named in the place of a person.
const COLLECTIVES: [&str; 18] = [
    "đoàn chủ tịch",
    "đoàn thư ký",
    "chủ tịch đoàn",
    "ban",
    "tổ",
    "hội đồng",
    "thường trực",
    "tập thể",
    "lãnh đạo",
    "đại diện",
    "các",
    "toàn thể",
    "đảng ủy",
    "đảng uỷ",
    "chi bộ",
    "chi ủy",
    "ủy ban",
    "uỷ ban",
];

/// Splits a name into the form of address that it begins with and the rest: `đồng chí`,
/// `Nguyễn Văn A`.
#[must_use]
pub fn split_address(name: &str) -> Option<(&str, &str)> {
    let name = name.trim();
    let longest = FORMS
        .iter()
        .filter_map(|form| behind(name, form))
        .min_by_key(|rest| rest.len())?;
    let form = name[..name.len() - longest.len()].trim_end();
    Some((form, longest))
}

/// Whether what stands in the place of a name is a group or a body: `Đoàn Chủ tịch`, `các đồng chí
/// thành viên`. Nobody is called so, and it gets no form of address.
#[must_use]
pub fn is_collective(name: &str) -> bool {
    COLLECTIVES.iter().any(|word| {
        let lower = name.trim().to_lowercase();
        lower == *word || behind(name.trim(), word).is_some()
    })
}

/// What stands behind some words at the beginning of a text, blanks apart.
fn behind<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut rest = text;
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        let end = rest
            .char_indices()
            .nth(word.chars().count())
            .map_or(rest.len(), |(at, _)| at);
        if rest[..end].to_lowercase() != word {
            return None;
        }
        rest = &rest[end..];
    }
    let trimmed = rest.trim_start();
    (trimmed.len() < rest.len() && !trimmed.is_empty()).then_some(trimmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_of_address_is_told_from_the_name() {
        for (typed, form, name) in [
            ("Đồng chí Nguyễn Văn A", "Đồng chí", "Nguyễn Văn A"),
            ("đồng  chí  Lý A", "đồng  chí", "Lý A"),
            ("Đ/c Lý A", "Đ/c", "Lý A"),
            ("BÀ LÝ THỊ A", "BÀ", "LÝ THỊ A"),
            ("ông (bà) Lý A", "ông (bà)", "Lý A"),
        ] {
            assert_eq!(split_address(typed), Some((form, name)), "{typed}");
        }
        for name in
            ["Nguyễn Văn A", "Bàn Văn A", "Đồng Chíp", "ông", "Đồng chí", "", "bàn"]
        {
            assert_eq!(split_address(name), None, "{name}");
        }
    }

    #[test]
    fn bodies_are_told_from_names() {
        for body in [
            "Đoàn Chủ tịch",
            "đoàn chủ tịch gồm 3 đồng chí",
            "các thôn",
            "Ban Kiểm phiếu",
        ] {
            assert!(is_collective(body), "{body}");
        }
        for name in
            ["Đoàn Thị Điểm", "Nguyễn Văn Ban", "Bàn A", "Bí thư Đảng ủy", "Tố Hữu", ""]
        {
            assert!(!is_collective(name), "{name}");
        }
    }
}
