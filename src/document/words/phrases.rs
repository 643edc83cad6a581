//! `Phrases`: many phrases that are looked for in a text at once.

use crate::source::is_alphanumeric;

/// Some phrases, found by the byte that they begin with.
#[derive(Debug)]
pub struct Phrases {
    /// In their order, so that those that begin alike stand together.
    sorted: Vec<&'static str>,
    /// Of every byte, how many of them begin with a lower one.
    starts: [usize; 257],
}

impl Phrases {
    /// Some phrases, none of them empty.
    #[must_use]
    pub fn of(phrases: &[&'static str]) -> Self {
        let mut sorted = phrases.to_vec();
        sorted.sort_unstable();
        let mut starts = [sorted.len(); 257];
        for (at, phrase) in sorted.iter().enumerate().rev() {
            starts[..=usize::from(phrase.as_bytes()[0])].fill(at);
        }
        Self { sorted, starts }
    }

    /// Those with which a text begins, the longest first. What stands behind them is not looked at.
    pub fn beginning<'s>(
        &'s self,
        text: &'s str,
    ) -> impl Iterator<Item = &'static str> + 's {
        let first = text.bytes().next().map(usize::from);
        let alike = first.map_or(0..0, |byte| self.starts[byte]..self.starts[byte + 1]);
        let found = self.sorted[alike].iter().rev().copied();
        found.filter(move |phrase| text.starts_with(phrase))
    }
}

/// Where the words of a text begin.
pub fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut within = false;
    text.char_indices().filter_map(move |(at, c)| {
        let before = std::mem::replace(&mut within, is_alphanumeric(c));
        (within && !before).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrases_at_a_place_are_found_the_longest_first() {
        let phrases = Phrases::of(&["tổ", "đưa", "tổ chức", "cấp", "tổng hợp"]);
        let found = |text: &str| phrases.beginning(text).collect::<Vec<_>>().join(", ");
        assert_eq!(found("tổ chức họp"), "tổ chức, tổ");
        assert_eq!(found("tổng"), "tổ");
        assert_eq!(found("đưa"), "đưa");
        assert_eq!(found("xã") + &found(""), "");
        assert_eq!(word_starts("Giao (xã), 12a").collect::<Vec<_>>(), [0, 6, 12]);
    }
}
