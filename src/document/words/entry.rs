//! An entry of a list as an office types it, and what of it is the mark of the list.

/// What may stand before an entry besides a hyphen.
const BULLETS: [char; 7] = ['–', '—', '•', '·', '+', '*', '\u{f0b7}'];

/// The text behind the dash or bullet of an entry: `- Như trên`, `-Như trên`.
#[must_use]
pub fn behind_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('-').map(|rest| (rest, true));
    let rest = rest.or_else(|| line.strip_prefix(BULLETS).map(|rest| (rest, false)));
    let (rest, tight) = rest?;
    let stands = rest.starts_with(char::is_whitespace)
        || (tight && rest.starts_with(char::is_alphabetic));
    let text = rest.trim_start();
    (stands && !text.is_empty()).then_some(text)
}

/// An entry without the `;`, `,`, `.` or `./.` that closes it in its list. The stop of an
/// abbreviation (`v.v.`) and an ellipsis (`...`) belong to the text.
#[must_use]
pub fn without_end(entry: &str) -> &str {
    let mut text = entry.trim_end();
    loop {
        let own = text.ends_with("..") || is_abbreviation(text);
        let shorter = text.strip_suffix("./.").or_else(|| text.strip_suffix([';', ',']));
        let shorter = shorter.or_else(|| text.strip_suffix('.').filter(|_| !own));
        match shorter.map(str::trim_end).filter(|rest| !rest.is_empty()) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

/// Whether a text ends with a word that has stops inside: `v.v.`, `P.KT.`
fn is_abbreviation(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let parts = word.strip_suffix('.').and_then(|word| word.rsplit_once('.'));
    parts.is_some_and(|(before, last)| {
        let letters =
            |part: &str| part.chars().next_back().is_some_and(char::is_alphabetic);
        letters(before) && !last.is_empty() && last.chars().all(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_a_list_are_told_from_the_text() {
        for (entry, text) in [
            ("Như trên;", "Như trên"),
            ("Lưu: VT. ", "Lưu: VT"),
            ("Lưu: VT./.", "Lưu: VT"),
            ("Luật Đất đai ,", "Luật Đất đai"),
            ("Luật A.;", "Luật A"),
            ("đơn vị khác, v.v.", "đơn vị khác, v.v."),
            ("đơn vị khác, v.v.;", "đơn vị khác, v.v."),
            ("và ...", "và ..."),
            ("Lưu: VT, P.KT.", "Lưu: VT, P.KT."),
            (";", ";"),
        ] {
            assert_eq!(without_end(entry), text, "{entry}");
        }
        for (line, text) in [
            ("- Như trên", Some("Như trên")),
            ("-Như trên", Some("Như trên")),
            ("•\tNhư trên", Some("Như trên")),
            ("-5 độ", None),
            ("- ", None),
            ("Như trên", None),
        ] {
            assert_eq!(behind_bullet(line), text, "{line}");
        }
    }
}
