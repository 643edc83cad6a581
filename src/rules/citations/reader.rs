//! Reads the citations in a line: kind, number and symbol, date, body, trích yếu, each with its
//! place.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::words::{Word, words};
use super::kinds::{self, KINDS, Kind};
use super::symbol::Symbol;
use crate::document::mention::{Mention, mentions, tokens};
use crate::source::lowercase;
use chrono::NaiveDate;

/// A citation of another document: `Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Citation {
    /// From its kind to the end of its number, symbol, date and body.
    pub(super) range: Range<usize>,
    /// Its kind.
    pub(super) kind: &'static Kind,
    /// Where the name of the kind stands.
    pub(super) named: Range<usize>,
    /// The colon behind `số`.
    pub(super) colon: Option<Range<usize>>,
    /// Number and symbol.
    pub(super) symbol: Symbol,
    /// When it was issued, as far as that is said.
    pub(super) date: Option<Dated>,
    /// Who issued it.
    pub(super) body: Option<Range<usize>>,
    /// Whether it says what it is about.
    pub(super) has_subject: bool,
    /// Whether it is one of several that share a kind, or stands in brackets: short by habit.
    pub(super) is_short: bool,
    /// Whether other kinds stand before its kind: `Thông báo kết luận số 12-TB/TU`.
    pub(super) is_compound: bool,
}

/// The date in a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    /// The word `ngày`.
    pub(super) word: Range<usize>,
    /// The date itself, as far as it is written out.
    pub(super) range: Range<usize>,
    /// Whether it stands right behind the symbol.
    pub(super) is_behind_symbol: bool,
    /// Whether a comma stands before it.
    pub(super) comma: bool,
    /// The day; nothing where it is not written out.
    pub(super) day: Option<NaiveDate>,
}

/// Longest part of a line in which the parts of one citation stand, in bytes.
const REACH: usize = 500;

/// The word before a number.
const NUMBER: [&str; 3] = ["số", "Số", "SỐ"];

/// The citations in a text, in their order.
pub(super) fn citations(text: &str) -> Vec<Citation> {
    // What is cited has a number, or `số` and blanks for it.
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digit && !NUMBER.iter().any(|word| text.contains(word)) {
        return Vec::new();
    }
    let words = words(text);
    let (dates, brackets) = (OnceCell::new(), OnceCell::new());
    let reader = Reader { text, words: &words, dates, brackets };
    let found = (0..words.len()).filter_map(|at| reader.at(at));
    let mut found: Vec<Citation> = found.collect();
    // What belongs to the next one is none of the one before.
    for at in 1..found.len() {
        let next = found[at].range.start;
        let before = &mut found[at - 1];
        if before.range.end > next {
            before.range.end = next;
        }
        if let Some(body) = before.body.take() {
            let name = text.get(body.start..body.end.min(next)).unwrap_or_default();
            let name = name.trim_end();
            let name = name.strip_suffix(" và").unwrap_or(name);
            before.body = (!name.is_empty()).then(|| body.start..body.start + name.len());
        }
        let late = |dated: &Dated| dated.word.start > next;
        if before.date.as_ref().is_some_and(late) {
            before.date = None;
        }
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    words: &'t [Word<'t>],
    dates: OnceCell<Vec<Mention>>,
    brackets: OnceCell<Vec<(usize, &'t str)>>,
}

impl Reader<'_> {
    /// The citation whose kind ends with the word of that number.
    fn at(&self, last: usize) -> Option<Citation> {
        // Few words have a number behind them: the kinds are looked for before these alone.
        let (start, colon, by_word) = self.number_place(last)?;
        let (kind, first) = self.kind(last)?;
        let named = self.words[first].range.start..self.words[last].range.end;
        let symbol = Symbol::at(self.text, start)?;
        if !by_word && (!symbol.has_letters() || symbol.is_open()) {
            return None;
        }
        let date = self.date(symbol.range.end, true);
        let dated = date.is_some();
        let known = symbol.has_letters() || (kind.is_numbered && dated);
        if !known {
            return None;
        }
        let (date, behind) = match date {
            Some((date, behind)) => (Some(date), behind),
            None => (None, symbol.range.end),
        };
        let body = self.body(behind);
        let behind = body.as_ref().map_or(behind, |body| body.end);
        let (date, behind) = match (date, self.date(behind, false)) {
            (None, Some((date, behind))) => (Some(date), behind),
            (date, _) => (date, behind),
        };
        let body = body.or_else(|| self.body(behind));
        let behind = body.as_ref().map_or(behind, |body| body.end.max(behind));
        let before = first.checked_sub(1).map(|at| self.words[at].small());
        let plural =
            before.is_some_and(|word| ["các", "những", "nhiều"].contains(&&*word));
        Some(Citation {
            range: named.start..behind,
            has_subject: self.has_subject(behind),
            is_short: plural || self.in_brackets(named.start),
            is_compound: self.is_compound(first),
            kind,
            named,
            colon,
            symbol,
            date,
            body,
        })
    }

    /// The kind whose name ends with a word, and the first word of that.
    fn kind(&self, last: usize) -> Option<(&'static Kind, usize)> {
        let word = self.words[last].small();
        let ending = KINDS.iter().filter(|kind| kind.name.ends_with(&*word));
        ending.into_iter().find_map(|kind| Some((kind, self.named(kind, last)?)))
    }

    /// The first word of a kind's name that ends with a word.
    fn named(&self, kind: &Kind, last: usize) -> Option<usize> {
        let mut first = last + 1;
        for own in kinds::words(kind).rev() {
            first = first.checked_sub(1)?;
            let word = &self.words[first];
            let same = word.is(own) && !word.is_all_capitals();
            let end = word.range.end;
            let is_tight = || {
                let next = &self.words[first + 1];
                self.text[end..next.range.start].trim().is_empty()
            };
            if !same || first < last && !is_tight() {
                return None;
            }
        }
        Some(first)
    }

    /// Where the number stands behind the kind, the colon before it, and whether the word `số` does.
    fn number_place(&self, last: usize) -> Option<(usize, Option<Range<usize>>, bool)> {
        let end = self.words[last].range.end;
        let next = self.words.get(last + 1)?;
        let blank = |range: Range<usize>| self.text[range].trim().is_empty();
        if !blank(end..next.range.start) {
            return None;
        }
        if !next.is("số") {
            let digit = next.text.starts_with(|c: char| c.is_ascii_digit());
            return digit.then_some((next.range.start, None, false));
        }
        let mut at = next.range.end;
        let rest = self.text[at..].trim_start();
        let place = self.text.len() - rest.len();
        let colon = rest.starts_with(':').then(|| place..place + 1);
        at = colon.as_ref().map_or(at, |colon| colon.end);
        at += self.text[at..].len() - self.text[at..].trim_start().len();
        Some((at, colon, true))
    }

    /// The date at a place, and where it ends.
    fn date(&self, at: usize, is_behind_symbol: bool) -> Option<(Dated, usize)> {
        let rest = self.text[at..].trim_start();
        let comma = rest.starts_with(',');
        let rest = rest.trim_start_matches(',').trim_start();
        let start = self.text.len() - rest.len();
        let length = rest.char_indices().nth("ngày".chars().count());
        let length = length.map_or(rest.len(), |(at, _)| at);
        if lowercase(&rest[..length]) != "ngày" {
            return None;
        }
        let word = start..start + length;
        let within = |mention: &&Mention| mention.range.start < word.end + 4;
        let near = |mention: &&Mention| mention.day.is_some();
        let dates = self.dates.get_or_init(|| mentions(&tokens(self.text)));
        // They stand in their order.
        let first = dates.partition_point(|mention| mention.range.start < word.start);
        let mention = dates[first..].iter().take_while(within).find(near);
        let end = mention.map_or(word.end, |mention| mention.range.end);
        let day = mention.and_then(|mention| mention.date(self.text));
        let range = mention.map_or(word.clone(), |mention| mention.range.clone());
        Some((Dated { word, range, is_behind_symbol, comma, day }, end))
    }

    /// Who issued it, behind `của` or `do` at a place.
    fn body(&self, at: usize) -> Option<Range<usize>> {
        let rest = self.text[at..].trim_start().trim_start_matches(',').trim_start();
        let name = rest.strip_prefix("của ").or_else(|| rest.strip_prefix("do "))?;
        let start = self.text.len() - name.len();
        let mut end = start;
        let first = self.words.partition_point(|word| word.range.start < start);
        for word in &self.words[first..] {
            let between = &self.text[end.max(start)..word.range.start];
            let joins = end == start
                || between.trim().is_empty()
                || (word.is_capital() && [",", "-", "–"].contains(&between.trim()));
            // `Phòng Kinh tế`: a small word behind a capital one ends it.
            let behind_capital = self.text[start..end].split(' ').next_back();
            let behind_capital = behind_capital
                .is_some_and(|last| last.starts_with(char::is_uppercase) && end > start);
            let ends = behind_capital && word.is_small() && !SUBJECT.contains(&word.text);
            let goes_on =
                joins && (word.is_capital() || BODY.contains(&word.text) || ends);
            if !goes_on {
                break;
            }
            end = word.range.end;
        }
        // `và` and the like end no name.
        let name = self.text[start..end].trim_end();
        let name = name.strip_suffix(" và").unwrap_or(name);
        (!name.is_empty()).then(|| start..start + name.len())
    }

    /// Whether what a document is about follows: anything but the end of the sentence or of the
    /// part of it.
    fn has_subject(&self, at: usize) -> bool {
        let end = (at + REACH).min(self.text.len());
        let end =
            (at..=end).rev().find(|end| self.text.is_char_boundary(*end)).unwrap_or(at);
        let rest = self.text[at..end].trim_start();
        let Some(first) = rest.chars().next() else { return false };
        // `…, về việc …` behind a comma; a list goes on otherwise.
        let behind_comma = || {
            let rest = rest.trim_start_matches(',').trim_start();
            ["về ", "v/v ", "quy định ", "ban hành ", "hướng dẫn "]
                .iter()
                .any(|word| rest.starts_with(word))
        };
        match first {
            ',' => behind_comma(),
            '.' | ';' | ':' | ')' | '/' => false,
            _ => !["và ", "thì ", "để ", "là "].iter().any(|word| rest.starts_with(word)),
        }
    }

    /// Whether an open bracket stands before a place.
    fn in_brackets(&self, at: usize) -> bool {
        let find = || self.text.match_indices(['(', ')']).collect();
        let brackets = self.brackets.get_or_init(find);
        let before = brackets.partition_point(|(place, _)| *place < at);
        before.checked_sub(1).is_some_and(|last| brackets[last].1 == "(")
    }

    /// Whether the words right before a kind name another kind.
    fn is_compound(&self, first: usize) -> bool {
        let from = first.saturating_sub(5);
        (from..first).any(|last| self.kind(last).is_some())
    }
}

/// Small words that begin what a document is about, right behind the name of its body.
const SUBJECT: [&str; 31] = [
    "về", "v", "quy", "hướng", "phê", "sửa", "triển", "kết", "tổng", "đẩy", "tăng",
    "công", "đề", "giao", "thông", "phát", "xây", "đánh", "kiện", "điều", "bổ", "tổ",
    "thực", "lãnh", "thì", "để", "là", "được", "đã", "cho", "theo",
];

/// Small words in the names of bodies.
const BODY: [&str; 41] = [
    "ban",
    "nhân",
    "dân",
    "ủy",
    "uỷ",
    "xã",
    "phường",
    "tỉnh",
    "huyện",
    "quận",
    "thị",
    "trấn",
    "thành",
    "phố",
    "đặc",
    "khu",
    "chấp",
    "hành",
    "trung",
    "ương",
    "thường",
    "vụ",
    "đảng",
    "bộ",
    "chính",
    "trị",
    "phủ",
    "tướng",
    "tịch",
    "đồng",
    "quốc",
    "hội",
    "và",
    "trực",
    "kiểm",
    "tra",
    "trưởng",
    "viên",
    "thôn",
    "bí",
    "thư",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let show = |cited: Citation| {
            let day = cited.date.map_or("-".into(), |date| match date.day {
                Some(day) => day.to_string(),
                None => "?".into(),
            });
            let body = cited.body.map_or("-", |body| &text[body]);
            let subject = if cited.has_subject { "về" } else { "-" };
            format!("{} {} {day} {body} {subject}", cited.kind.name, cited.symbol.key())
        };
        citations(text).into_iter().map(show).collect()
    }

    #[test]
    fn a_citation_is_read_part_by_part() {
        for (text, cited) in [
            (
                "nghe Thông báo số 857-TB/HU, ngày 01 tháng 6 năm 2023 của Huyện ủy Bạch Thông về \
                 việc thông báo",
                "thông báo 857/TB-HU 2023-06-01 Huyện ủy Bạch Thông về",
            ),
            (
                "Quyết định số 45/2018/QĐ-TTg ngày 09/11/2018 của Thủ tướng Chính phủ quy định chế độ",
                "quyết định 45/2018/QĐ-TTG 2018-11-09 Thủ tướng Chính phủ về",
            ),
            ("Báo cáo số 15-BC/BCĐ: đến nay", "báo cáo 15/BC-BCĐ - - -"),
            (
                "Công văn số 77/HĐND-VP của Thường trực Hội đồng nhân dân phường ngày 06/11/2026.",
                "công văn 77/HĐND-VP 2026-11-06 Thường trực Hội đồng nhân dân phường -",
            ),
            (
                "Thông báo số 5/TB-PKT ngày 05/6/2026 của Phòng Kinh tế, Hạ tầng và Đô thị về kết quả",
                "thông báo 5/TB-PKT 2026-06-05 Phòng Kinh tế, Hạ tầng và Đô thị về",
            ),
            ("Kế hoạch số …/KH-UBND ngày … tháng 6 năm 2026", "kế hoạch /KH-UBND ? - -"),
            (
                "Nghị quyết 57-NQ/TW của Bộ Chính trị.",
                "nghị quyết 57/NQ-TW - Bộ Chính trị -",
            ),
        ] {
            assert_eq!(said(text), [cited], "{text}");
        }
    }

    #[test]
    fn what_is_no_citation_is_not_read() {
        for text in [
            "tiêu chí số 10 về thu nhập",
            "Dự án số 3 của xã",
            "08 Nghị quyết của Hội đồng nhân dân",
            "thông báo số điện thoại",
            "Thông báo số điện thoại: 0209",
            "Quyết định này có hiệu lực",
            "QUYẾT ĐỊNH số",
            "kế hoạch 5 năm 2026 - 2030",
        ] {
            assert!(said(text).is_empty(), "{text}: {:?}", said(text));
        }
    }
}
