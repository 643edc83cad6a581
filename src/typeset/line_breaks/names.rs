//! Names of persons in running text: the given name does not begin a line alone.

use super::words::Word;
use crate::source::is_uppercase;

/// What a person's name stands behind: "đồng chí Nông Thị Quyên".
const TITLES: &[&str] = &["chí", "đ/c", "ông", "bà"];

/// So many syllables does a name have at most.
const LONGEST: usize = 4;

/// Where no line may end: before the last syllable of each name. The family name may stay on the
/// line before: the whole name held together would stretch that line too wide.
pub(super) fn joints(words: &[Word<'_>]) -> Vec<usize> {
    let mut found = Vec::new();
    for (index, title) in words.iter().enumerate() {
        let behind = &words[index + 1..];
        if behind.first().is_some_and(is_syllable) && title.is_any(TITLES) {
            let length = length(behind);
            if length > 1 {
                found.push(behind[length - 1].start);
            }
        }
    }
    found
}

/// Whether a word may be a part of a name.
fn is_syllable(word: &Word<'_>) -> bool {
    word.follows && word.text.starts_with(is_uppercase)
}

/// How many of the first words are one name.
fn length(words: &[Word<'_>]) -> usize {
    let syllables =
        words.iter().take(LONGEST).take_while(|word| is_syllable(word)).count();
    let closed = words[..syllables].iter().position(Word::is_closed);
    closed.map_or(syllables, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn a_given_name_begins_no_line_alone() {
        for (text, last) in [
            ("đồng chí Nông Thị Quyên chủ trì", Some("Quyên")),
            ("Đồng chí Hoàng Hữu Khôi, Bí thư", Some("Khôi,")),
            ("(Ông Lê Minh) và", Some("Minh)")),
            ("bà Trần Thị Thu Hoa Phó Chủ tịch", Some("Hoa")),
            ("ông bà", None),
            ("đồng chí Bí thư", None),
            ("ông  Lê Minh", None),
            ("Chí Minh", None),
            ("bà", None),
            ("", None),
        ] {
            let found = joints(&words(text));
            let found: Vec<_> =
                found.iter().map(|at| text[*at..].split(' ').next()).collect();
            assert_eq!(found, last.map(Some).into_iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
