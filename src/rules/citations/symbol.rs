//! `Symbol`: the number and symbol of a cited document as they are written, blanks and all.

use std::ops::Range;

/// A number and a symbol in a text: `857-TB/HU`, `45/2018/QĐ-TTg`, `12/TB - UBND`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Symbol {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// Its number; nothing where it is still blank.
    pub(super) number: String,
    /// The year behind the number.
    pub(super) year: Option<i32>,
    /// The groups of letters, each with what joins it to what stands before.
    pub(super) groups: Vec<Group>,
}

/// A group of letters of a symbol: `-TB`, `/HU`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Where what joins it stands, with the blanks about it.
    pub(super) joint: Range<usize>,
    /// The letters.
    pub(super) letters: String,
}

/// Whose form a symbol has, or whose body it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// `857-TB/HU`
    Party,
    /// `45/TB-UBND`
    State,
}

/// What stands in a line where a number may.
const BLANKS: [char; 3] = ['.', '…', '_'];

/// Codes that have small letters.
const MIXED: [&str; 9] =
    ["TTg", "CTr", "TTr", "QyĐ", "TrS", "ThU", "QĐi", "TTrS", "UBKTr"];

impl Symbol {
    /// The symbol at a place of a text.
    pub(super) fn at(text: &str, start: usize) -> Option<Self> {
        let mut at = start;
        let rest = &text[at..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = if digits > 0 {
            let behind = rest[digits..].chars().next();
            let letter =
                behind.filter(char::is_ascii_lowercase).map_or(0, char::len_utf8);
            at += digits + letter;
            rest[..digits + letter].to_owned()
        } else {
            let blank =
                rest.chars().take_while(|c| BLANKS.contains(c) || c.is_whitespace());
            at += blank.map(char::len_utf8).sum::<usize>();
            String::new()
        };
        let mut symbol =
            Self { range: start..at, number, year: None, groups: Vec::new() };
        while let Some((group, end)) = group(text, symbol.range.end) {
            // `12-TB/TU - UBND xã`: behind kind and body a dash apart is one of the sentence.
            let joint = &text[group.joint.clone()];
            let apart = joint.starts_with(char::is_whitespace)
                && joint.ends_with(char::is_whitespace);
            if apart && symbol.groups.len() > 1 {
                break;
            }
            let is_year = group.letters.len() == 4 && is_number(&group.letters);
            if is_year && symbol.year.is_none() && symbol.groups.is_empty() {
                symbol.year = group.letters.parse().ok();
            } else {
                symbol.groups.push(group);
            }
            symbol.range.end = end;
        }
        (symbol.has_letters() || !symbol.number.is_empty()).then_some(symbol)
    }

    /// Whether it has more than numbers.
    pub(super) fn has_letters(&self) -> bool {
        self.groups.iter().any(|group| !is_number(&group.letters))
    }

    /// Whether the number is still to be written.
    pub(super) fn is_open(&self) -> bool {
        self.number.is_empty()
    }

    /// Which document it is: the same for `05-NQ/TW` and `5 - NQ/TW`.
    pub(super) fn key(&self) -> String {
        let number = self.number.trim_start_matches('0');
        let year = self.year.map_or(String::new(), |year| format!("/{year}"));
        let letters: Vec<String> =
            self.groups.iter().map(|group| group.letters.to_uppercase()).collect();
        format!("{number}{year}/{}", letters.join("-"))
    }

    /// Whether no other document has it, whoever issues: it names a year, or a body of which
    /// there is one.
    pub(super) fn is_unique(&self) -> bool {
        let last = self.groups.last().map_or("", |group| group.letters.as_str());
        self.year.is_some() || matches!(last, "TW" | "VPTW" | "TTg" | "CP")
    }

    /// Whose body the last group names, where that is certain.
    pub(super) fn issuer(&self) -> Option<Side> {
        self.groups.iter().skip(1).find_map(|group| side_of(&group.letters))
    }
}

/// Whose body a code names. `BCĐ`, `VP`, `CA` are with both.
fn side_of(code: &str) -> Option<Side> {
    let party = matches!(code, "TW" | "TU" | "HU" | "QU" | "ThU" | "ĐU" | "CB" | "QUTW")
        || (code.len() > 2 && ["TW", "TU", "HU"].iter().any(|end| code.ends_with(end)))
        || code.starts_with("ĐU")
        || code.starts_with("VPĐU")
        || code.starts_with("UBKT");
    let state =
        matches!(code, "UBND" | "HĐND" | "CP" | "TTg" | "VPCP" | "UBTVQH" | "CTN")
            || code.starts_with("UBTVQH");
    match (party, state) {
        (true, false) => Some(Side::Party),
        (false, true) => Some(Side::State),
        (_, _) => None,
    }
}

/// The group behind a place. Behind blanks only a code is one, so that `Công văn số 12 - Sở Nội
/// vụ` has none.
fn group(text: &str, at: usize) -> Option<(Group, usize)> {
    let rest = &text[at..];
    let joined = rest.trim_start();
    let mark = joined.chars().next().filter(|c| "-–—−/".contains(*c))?;
    let behind = joined[mark.len_utf8()..].trim_start();
    let start = text.len() - behind.len();
    let loose = start - at > mark.len_utf8();
    let length: usize = behind
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '&')
        .map(char::len_utf8)
        .sum();
    let letters = &behind[..length];
    let is_code = MIXED.contains(&letters)
        || (letters.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&')
            && letters.chars().any(char::is_uppercase));
    let fits =
        is_code || (!loose && is_number(letters)) || (!loose && is_near_code(letters));
    let group = Group { joint: at..start, letters: letters.to_owned() };
    (length > 0 && fits).then_some((group, start + length))
}

/// Whether letters are most likely a code: `QĐ-Ttg`, `QH15`.
fn is_near_code(letters: &str) -> bool {
    letters.starts_with(char::is_uppercase) && letters.chars().count() <= 6
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_read_as_it_is_written() {
        for (text, key) in [
            ("857-TB/HU, ngày", "857/TB-HU"),
            ("0857 - TB/HU ngày", "857/TB-HU"),
            ("45/2018/QĐ-TTg ngày", "45/2018/QĐ-TTG"),
            ("12/TB – UBND", "12/TB-UBND"),
            ("3916/STC-TH", "3916/STC-TH"),
            ("12 - Sở Nội vụ", "12/"),
            ("12, ngày", "12/"),
            ("…/KH-UBND", "/KH-UBND"),
        ] {
            assert_eq!(Symbol::at(text, 0).unwrap().key(), key, "{text}");
        }
        assert!(Symbol::at("liệu", 0).is_none());
    }

    #[test]
    fn the_body_tells_whose_a_symbol_is() {
        let side = |text| Symbol::at(text, 0).unwrap().issuer();
        assert_eq!(side("1-QĐ/UBKTTU"), Some(Side::Party));
        assert_eq!(side("1/TB-UBND"), Some(Side::State));
        assert_eq!(side("1/TB-BCĐ"), None);
    }
}
