//! Blanks about the marks of a sentence: none before, one behind. A part of `language`.

use std::ops::Range;

use super::judgement::{Judgement, judge};
use super::letters::Case;
use super::words::tokens;

/// The blanks before `,`, `.`, `;`, `:`, `)` and `%`. Lines to be filled in (`….. , ngày`), ratios
/// (`1 : 2`), empty brackets and the end mark `./.` are left alone.
#[must_use]
pub fn before_marks(line: &str) -> Vec<Range<usize>> {
    let marks = line
        .char_indices()
        .filter(|(_, c)| matches!(c, ',' | '.' | ';' | ':' | ')' | '%'));
    let found = marks.filter_map(|(at, mark)| {
        let text = line[..at].trim_end_matches([' ', '\u{a0}', '\t']);
        if text.len() == at {
            return None;
        }
        let before = text.chars().next_back()?;
        let behind = line[at + 1..].chars().next();
        let fits = before.is_alphanumeric() || matches!(before, ')' | '”' | '"' | '%');
        let fine = match mark {
            // `.NET`, `...`, `./.`
            '.' => behind.is_none_or(|c| c == ' '),
            ':' => behind.is_none_or(|c| c == ' ') && !is_ratio(before, &line[at + 1..]),
            '%' => before.is_ascii_digit(),
            _ => behind.is_none_or(|c| {
                !c.is_ascii_punctuation() || matches!(c, '.' | ',' | ';')
            }),
        };
        (fits && fine).then_some(text.len()..at)
    });
    found.collect()
}

/// Whether a colon stands between two numbers.
fn is_ratio(before: char, behind: &str) -> bool {
    before.is_ascii_digit()
        && behind.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// Where a blank is missing behind `,`, `;`, `:` and `.`. Numbers, times, addresses, codes and
/// abbreviations are left alone.
#[must_use]
pub fn behind_marks(line: &str) -> Vec<usize> {
    let is_code = |c: char| matches!(c, '@' | '/' | '\\' | '_' | '=' | '&' | '#');
    let words = tokens(line).filter(|token| !line[token.clone()].contains(is_code));
    let marks = words.flat_map(|token| {
        let text = line[token.clone()].char_indices();
        let marks = text.filter(|(_, c)| matches!(c, ',' | ';' | ':' | '.'));
        marks.map(move |(at, mark)| (token.start, token.start + at, mark))
    });
    let found = marks.filter_map(|(start, at, mark)| {
        let behind = &line[at + 1..];
        if !behind.starts_with(char::is_alphanumeric) {
            return None;
        }
        let before = &line[start..at];
        let last = last_word(before);
        let next = first_word(behind);
        // `(theo dõi),báo cáo`: what was closed is no number, address or code.
        let closed = before.ends_with([')', '”', '%']);
        let missing = match mark {
            '.' => ends_a_sentence(last, next),
            ':' => (closed || is_word(last)) && is_word(next),
            _ => (closed || is_word(last) || is_number(last)) && is_word(next),
        };
        missing.then_some(at + 1)
    });
    found.collect()
}

/// The letters and digits at the end of a text.
fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last();
    start.map_or("", |(at, _)| &text[at..])
}

/// Those at its start.
fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

/// Whether a word has more than one letter, and letters only: `a,b` counts points.
fn is_word(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words before a stop that are cut short.
const SHORT: [&str; 8] = ["tp", "tx", "tt", "ths", "ts", "bs", "ks", "tr"];

/// Whether a stop stands between two sentences: `xong.Yêu cầu`, but not `TP.Huế`, `vidu.vn`.
fn ends_a_sentence(last: &str, next: &str) -> bool {
    let ours = |word: &str| is_word(word) && judge(word) == Judgement::Possible;
    matches!(Case::of(last), Case::Small | Case::Title)
        && Case::of(next) == Case::Title
        && ours(last)
        && ours(next)
        && !SHORT.contains(&&*last.to_lowercase())
}

/// The pairs of blanks between words in a line of a file. More than two, or two about a box, set
/// something in columns on purpose.
#[must_use]
pub fn doubled_blanks(line: &str) -> Vec<Range<usize>> {
    let found = line.match_indices("  ").filter(|(at, blanks)| {
        let (before, behind) = (&line[..*at], &line[at + blanks.len()..]);
        before.ends_with(|c: char| c.is_alphanumeric() || ",;:.)”".contains(c))
            && behind.starts_with(|c: char| c.is_alphanumeric() || "(“".contains(c))
    });
    found.map(|(at, blanks)| at..at + blanks.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line with the places of what was found marked by `|`.
    fn marked(line: &str, places: impl IntoIterator<Item = usize>) -> String {
        let mut places: Vec<usize> = places.into_iter().collect();
        places.sort_unstable();
        let mut marked = line.to_owned();
        for at in places.into_iter().rev() {
            marked.insert(at, '|');
        }
        marked
    }

    #[test]
    fn blanks_before_marks_are_found() {
        for line in [
            "các xã| , thôn| ; tổ| .",
            "kết quả| : đạt 98,5| %.",
            "(Ban Chỉ đạo| )",
            "xong| .",
            "Kính gửi:",
            "1 : 2; 5 %o; .NET; ( ) có; …… , ngày ..... ; ./.",
            "xong ./.",
            ", đầu dòng",
            "nước ... và",
        ] {
            let plain = line.replace('|', "");
            let found = before_marks(&plain).into_iter().map(|range| range.start);
            assert_eq!(marked(&plain, found), line.replace("5 %o", "5| %o"));
        }
    }

    #[test]
    fn missing_blanks_behind_marks_are_found() {
        for line in [
            "xã,|thôn;|tổ:|dân phố",
            "năm 2023,|các xã",
            "đã xong.|Yêu cầu; Nà Pài.|Yêu cầu",
            "1.500,5 ha; 8:30; 12,5%; a,b,c; điểm a,b; tỷ lệ 1:2",
            "TP.Huế; ThS.Nguyễn; v.v; vidu.vn; moha.gov.vn; a@b.vn; http://a.vn; C:\\x; 45/2018/QĐ-TTg",
            "Đ.T.N; VIII.Các; 3.Các; ./.; U.B.N.D; Tr.Đ",
            "(xong), “rồi”; đ/c:A; (a),b; 5%,2",
            "(theo dõi),|báo cáo; “bốn tại chỗ”;|các thôn; 90%,|tăng",
        ] {
            let plain = line.replace('|', "");
            assert_eq!(marked(&plain, behind_marks(&plain)), line);
        }
    }

    #[test]
    fn doubled_blanks_are_found() {
        let line = "  Các  thôn báo cáo.  Yêu cầu:   [ ] Có  [ ] Không   5  ";
        let found = doubled_blanks(line);
        assert_eq!(found, [6..8, 24..26]);
        assert!(doubled_blanks("    ").is_empty());
    }
}
