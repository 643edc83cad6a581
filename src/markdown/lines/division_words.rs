//! The words of divisions and articles, and writing their labels: `Chương II`, `Phần thứ nhất`.

use crate::document::numeral::roman;
use crate::document::outline::Rank;

/// The words, those that start with another one first.
pub(crate) const WORDS: [(Rank, &str); 5] = [
    (Rank::Part, "Phần"),
    (Rank::Chapter, "Chương"),
    (Rank::Subsection, "Tiểu mục"),
    (Rank::Section, "Mục"),
    (Rank::Article, "Điều"),
];

/// The numbers as words, from 1; the first and the fourth have other ordinals.
const CARDINALS: [&str; 20] = [
    "một",
    "hai",
    "ba",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai",
    "mười ba",
    "mười bốn",
    "mười lăm",
    "mười sáu",
    "mười bảy",
    "mười tám",
    "mười chín",
    "hai mươi",
];

/// How the number of a division is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// In the digits that the rules have for it, Roman or Arabic.
    Digits,
    /// As `thứ hai` (HD 05-HD/VPTW, Phụ lục 2, dòng 6).
    Ordinal,
    /// As `hai`.
    Cardinal,
}

/// The label of a division or an article as it is printed: lower case, Roman numbers for phần
/// and chương, Arabic ones for the others (HD 05-HD/VPTW, 6.2.4, Phụ lục 2, dòng 6; Nghị định
/// 30/2020/NĐ-CP, Phụ lục I, II.6.d), without the dot behind an article.
pub(crate) fn label(rank: Rank, value: u32, numeral: Numeral) -> String {
    let word = WORDS.iter().find(|(of, _)| *of == rank).map_or("", |(_, word)| word);
    let number = match numeral {
        Numeral::Ordinal => in_words(value, true),
        Numeral::Cardinal => in_words(value, false),
        Numeral::Digits if rank <= Rank::Chapter => roman(value),
        Numeral::Digits => value.to_string(),
    };
    format!("{word} {number}")
}

/// A number as words; beyond those that are known, in digits.
pub(crate) fn in_words(value: u32, ordinal: bool) -> String {
    let index = (value as usize).wrapping_sub(1);
    let cardinal =
        CARDINALS.get(index).map_or_else(|| value.to_string(), |w| (*w).into());
    match (ordinal, value) {
        (true, 1) => "thứ nhất".into(),
        (true, 4) => "thứ tư".into(),
        (true, _) => format!("thứ {cardinal}"),
        (false, _) => cardinal,
    }
}
