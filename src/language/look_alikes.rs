//! Letters of other alphabets that look like ours. A part of `language`.

use std::ops::Range;

/// Letters of Cyrillic and Greek, and other letters with a stroke, each with the Latin one that it
/// looks like.
const PAIRS: &str = "аa еe оo рp сc уy хx іi ѕs јj һh ԁd ԛq ԝw АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI \
    ЈJ ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv ƉĐ ɖđ ƣư ƢƯ";

/// Those of them that are Latin letters: `Ɖ` of African tongues, `ƣ` in the place of `ư`, which
/// some PDF files give when text is copied from them.
const OTHERS: [char; 4] = ['Ɖ', 'ɖ', 'ƣ', 'Ƣ'];

/// The Latin letter that a character looks like.
fn look_alike(c: char) -> Option<char> {
    if c < '\u{180}' {
        return None;
    }
    PAIRS.split(' ').find_map(|pair| {
        let mut chars = pair.chars();
        (chars.next() == Some(c)).then(|| chars.next()).flatten()
    })
}

/// Whether a character is of Greek or Cyrillic, or one of the others.
pub(super) fn is_foreign(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52f}') || OTHERS.contains(&c)
}

/// The words in which letters of ours and such ones are mixed, or of which all are such ones but
/// one: each with what was meant. Words of Russian and Greek are left alone.
#[must_use]
pub fn look_alikes(line: &str) -> Vec<(Range<usize>, String)> {
    let words =
        line.split(|c: char| !c.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&c));
    let found = words.filter_map(|word| {
        let foreign = word.chars().filter(|c| is_foreign(*c)).count();
        if foreign == 0 || foreign == word.chars().count() && !word.contains(OTHERS) {
            return None;
        }
        let all: Option<String> = word
            .chars()
            .map(|c| if is_foreign(c) { look_alike(c) } else { Some(c) })
            .collect();
        let start = word.as_ptr().addr() - line.as_ptr().addr();
        Some((start..start + word.len(), all?))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_alphabets_are_found_among_ours() {
        for (line, word, meant) in [
            ("Kính gửi Đảng bộ", "", ""),
            ("thực hiện cоng việc", "cоng", "cong"),
            ("Ɖảng ủy", "Ɖảng", "Đảng"),
            ("ɖồng chí", "ɖồng", "đồng"),
            ("đƣợc", "đƣợc", "được"),
            ("ΤRUNG ương", "ΤRUNG", "TRUNG"),
            ("Москва, Ελλάδα, α = 5, µm, Ω", "", ""),
        ] {
            let found = look_alikes(line);
            let shown =
                found.first().map(|(range, meant)| (&line[range.clone()], &**meant));
            assert_eq!(shown.unwrap_or_default(), (word, meant), "{line}");
        }
    }
}
