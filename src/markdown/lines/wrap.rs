//! Whether a text was wrapped by hand or by a program, and at which width.
//!
//! One paragraph cannot tell: by its own longest line, most pairs of genuine paragraphs would look
//! wrapped. A text is wrapped at a width from 50 to 130 when several of its lines end in the middle
//! of a sentence, all within some 12 columns of that width.

use super::appearance::Appearance;
use super::line::{MAX_WRAP, MIN_WRAP};

/// How far below the width a wrapped line may end: no word of Vietnamese is longer.
const SLACK: usize = 12;

/// How many lines must end in the middle of a sentence near one width.
const MIN_LINES: usize = 3;

/// How many of these must go on in a small letter or a sign: a line that starts with a capital may
/// be a paragraph of its own.
const MIN_CERTAIN: usize = 2;

/// The width at which a text was wrapped, as its lines show it.
pub(crate) struct Wrap {
    /// The width of its widest wrapped line.
    low: usize,
    /// The widest that the text can have been wrapped at, by the words that had no room.
    high: usize,
    /// Whether some words would have had room, as where lines are broken by hand.
    ragged: bool,
}

/// Whether the first word of a line had room on the line before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Room {
    /// It had none, so that the line goes on.
    None,
    /// It had none if the text was wrapped a little wider than can be seen.
    Perhaps,
    /// It had.
    Enough,
}

/// A line in the middle of a sentence, and the one below it.
struct Evidence {
    /// The column at which the first one ends.
    width: usize,
    /// The column at which it would end with the first word of the second one.
    with_word: usize,
    /// Whether the second one goes on in a small letter or a sign.
    certain: bool,
}

impl Wrap {
    /// Finds the wrap of a text, of which these are the lines that follow each other without a blank line.
    pub(crate) fn certain<'a>(
        pairs: impl Iterator<Item = (&'a Appearance, &'a Appearance)>,
    ) -> Option<Self> {
        Self::detect(pairs, MIN_LINES, MIN_CERTAIN)
    }

    /// Finds the wrap that a single line hints at: nothing is read by it, but a doubt reported.
    pub(crate) fn hint<'a>(
        pairs: impl Iterator<Item = (&'a Appearance, &'a Appearance)>,
    ) -> Option<Self> {
        Self::detect(pairs, 1, 0)
    }

    /// Finds the wrap that at least `min_lines` lines show, `min_certain` of them for certain.
    fn detect<'a>(
        pairs: impl Iterator<Item = (&'a Appearance, &'a Appearance)>,
        min_lines: usize,
        min_certain: usize,
    ) -> Option<Self> {
        let middle = |(first, second): &(&Appearance, &Appearance)| {
            !first.ended && second.label(false, false, |_| true).is_none()
        };
        // `… các đơn vị⏎liên quan`: a sentence broken in its middle. Before a number it may be an
        // item that was not ended: `… gồm⏎1. Thu`.
        let evidence: Vec<Evidence> = pairs
            .filter(middle)
            .map(|(first, second)| Evidence {
                width: first.width,
                with_word: first.width + 1 + second.first_word,
                certain: !second.starts_like_paragraph(),
            })
            .filter(|one| one.width <= MAX_WRAP)
            .collect();
        let mut lines = [(0_usize, 0_usize); MAX_WRAP + 1];
        for one in &evidence {
            let (all, certain) = &mut lines[one.width];
            *all += 1;
            *certain += usize::from(one.certain);
        }
        // A wrapped line ends up to a word short of the width.
        let near = |width: usize| {
            let near = &lines[width.saturating_sub(SLACK)..=width];
            near.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
        };
        let widths = (MIN_WRAP..=MAX_WRAP).filter(|width| lines[*width].0 > 0);
        let low = widths.max_by_key(|width| (near(*width), *width))?;
        let (count, certain) = near(low);
        // At least half of the broken lines end near one width, else hands broke them anywhere.
        if count < min_lines || certain < min_certain || 2 * count < evidence.len() {
            return None;
        }
        let close =
            |one: &&Evidence| (low.saturating_sub(SLACK)..=low).contains(&one.width);
        let narrowest = evidence.iter().filter(close).map(|one| one.with_word).min()?;
        // A word that fitted but stands on the next line: broken by hand, not at one exact width.
        let ragged = narrowest <= low;
        let high = if ragged { low } else { narrowest - 1 };
        Some(Self { low, high, ragged })
    }

    /// Whether the first word of `second` had room behind `first`.
    pub(crate) fn room(&self, first: &Appearance, second: &Appearance) -> Room {
        let with_word = first.width + 1 + second.first_word;
        if with_word > self.high {
            Room::None
        } else if with_word > self.low || (self.ragged && first.width + SLACK >= self.low)
        {
            Room::Perhaps
        } else {
            Room::Enough
        }
    }
}
