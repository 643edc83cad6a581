//! `CẦN ĐIỀN`: the mark of what is still to be filled in.

use std::ops::Range;

use super::super::text::Text;
use crate::source::{Sources, Span, is_alphanumeric, lowercase, offset_map};

/// The mark, as the program writes it.
pub const MARK: &str = "CẦN ĐIỀN";

/// Where a text in NFC says `CẦN ĐIỀN`. In small letters the words are ordinary Vietnamese
/// ("các hộ cần điền đủ thông tin"), so they are the mark only where nothing else stands.
#[must_use]
pub fn marks(text: &str) -> Vec<Range<usize>> {
    let whole = text.trim();
    if whole.len() == MARK.len() && lowercase(whole) == lowercase(MARK) {
        let start = text.len() - text.trim_start().len();
        let whole = start..start + whole.len();
        return vec![whole];
    }
    let word = |c: Option<char>| c.is_some_and(is_alphanumeric);
    let alone = |range: &Range<usize>| {
        !word(text[..range.start].chars().next_back())
            && !word(text[range.end..].chars().next())
    };
    let (first, second) = MARK.split_once(' ').unwrap_or((MARK, ""));
    let found = text.match_indices(first).filter_map(|(start, _)| {
        let behind = &text[start + first.len()..];
        let rest = behind.trim_start();
        let blank = rest.len() < behind.len();
        let end = text.len() - rest.len() + second.len();
        (blank && rest.starts_with(second)).then_some(start..end)
    });
    found.filter(alone).collect()
}

/// Where the file says `CẦN ĐIỀN` in a text that was read from it.
#[must_use]
pub fn marks_in(text: &Text, sources: &Sources) -> Vec<Span> {
    let found = marks(&text.value);
    if found.is_empty() {
        return Vec::new();
    }
    let map = offset_map(&text.value, sources.slice(text.span));
    let place = |at: usize| text.span.start + map.get(at).copied().unwrap_or_default();
    let span = |range: Range<usize>| {
        let (start, end) = (place(range.start), place(range.end));
        Span::new(text.span.file, start..end.clamp(start, text.span.end.max(start)))
    };
    found.into_iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_told_from_ordinary_words() {
        let found = |text: &str| {
            marks(text)
                .into_iter()
                .map(|range| text[range].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(found("Ngày CẦN ĐIỀN tháng 7, CẦN  ĐIỀN."), ["CẦN ĐIỀN", "CẦN  ĐIỀN"]);
        assert_eq!(found(" Cần điền "), ["Cần điền"]);
        for text in ["các hộ cần điền đủ", "Cần điền đủ", "CẦN ĐIỀNG", "CẦNĐIỀN", ""]
        {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_place_of_a_mark_survives_decomposition() {
        use unicode_normalization::UnicodeNormalization;
        let mut sources = Sources::default();
        let written: String = "a: số CẦN ĐIỀN ạ".nfd().collect();
        let file = sources.add(crate::source::Source::new("a.md", written.as_str()));
        let value: String = written[3..].nfc().collect();
        let text = Text::new(&value, Span::new(file, 3..written.len()));
        let found = marks_in(&text, &sources);
        let said: String = sources.slice(found[0]).nfc().collect();
        assert_eq!((found.len(), said.as_str()), (1, MARK));
    }
}
