//! Whether the number or bullet at the start of a line is its label, and what of the line it takes.

use std::ops::Range;

use super::form::{LineForm, is_dash};
use super::{Classifier, LabelRanges};
use crate::document::outline::Rank;
use crate::markdown::lines::appearance::{Appearance, Label};
use crate::markdown::lines::legal_label;
use crate::markdown::lines::number::Number;

/// How many lines ahead the next bullet or number is looked for.
const LOOKAHEAD: usize = 50;

impl Classifier<'_> {
    /// Whether nothing but marks of bold and italic letters stands before a label and in it; a
    /// bullet behind a backslash is a sign.
    pub(super) fn is_plain(&self, look: &Appearance, label: &Label) -> bool {
        let slice = &self.fragment.text[look.text.clone()];
        if is_dash(label) && slice.starts_with('\\') {
            return false;
        }
        let mut at = 0;
        look.words.places(0..label.cut).into_iter().all(|piece| {
            let between = &slice[at..piece.start];
            at = piece.end;
            between.chars().all(|c| c == '*' || c == '_')
        })
    }

    /// `Mục 3⏎của Thông báo`: a sentence that was wrapped behind what looks like a label.
    pub(super) fn is_wrapped_division(&self, at: usize, look: &Appearance) -> bool {
        let next = self.forms.get(at + 1).and_then(Option::as_ref);
        let small = matches!(next, Some(LineForm::Text(next)) if next.starts_lowercase());
        small && legal_label::stands_alone(&look.words.text)
    }

    /// Where a label stands in its line, and what is taken out with it: of `**1. Giao**` the `1.`
    /// and the blank.
    pub(super) fn label_ranges(&self, look: &Appearance, label: &Label) -> LabelRanges {
        let offset = look.text.start;
        let places = |length| look.words.places(0..length).into_iter();
        let moved = |place: Range<usize>| place.start + offset..place.end + offset;
        let pieces: Vec<Range<usize>> = places(label.cut).map(moved).collect();
        let mut label_places = places(label.length).map(moved);
        let first = label_places.next().unwrap_or(offset..offset);
        let last = label_places.next_back().map_or(first.end, |place| place.end);
        let marks = &self.fragment.text[offset..first.start];
        let text = look.words.text[..label.length].to_owned();
        let bold = marks.contains("**") || marks.contains("__");
        LabelRanges { text, label: first.start..last, pieces, bold }
    }

    /// Whether one of the lines that follow without a blank line starts with the same bullet as
    /// well, or with the number after this one.
    pub(super) fn has_next_below(
        &self,
        at: usize,
        number: &Number,
        bullet: Option<char>,
    ) -> bool {
        let below = self.forms[at..].iter().skip(1).take(LOOKAHEAD);
        let texts = below.map_while(|form| match form {
            Some(LineForm::Text(look)) => Some(look),
            Some(
                LineForm::Heading { .. }
                | LineForm::Separator
                | LineForm::Definition
                | LineForm::Arrows(_),
            )
            | None => None,
        });
        for look in texts {
            let label = look.label(false, false, |other| other.follows(number));
            let Some(Label { number: other, .. }) = label else { continue };
            let goes_on = match bullet {
                Some(bullet) => look.words.text.starts_with(bullet),
                None => other.follows(number),
            };
            // A higher number ends the list: below `a)` a `2.` comes before any `b)`.
            if goes_on || other.rank < number.rank {
                return goes_on;
            }
        }
        false
    }

    /// Takes note of a number that starts an item. Articles are counted through all divisions.
    pub(super) fn note(&mut self, number: &Number) {
        let article = number.rank.is_division().then_some(Rank::Article);
        self.last_numbers
            .retain(|last| last.rank < number.rank || Some(last.rank) == article);
        self.last_numbers.push(number.clone());
    }

    /// Whether a number goes on with one before it.
    pub(super) fn goes_on(&self, number: &Number) -> bool {
        self.last_numbers.iter().any(|last| {
            // `C.` after `A.`: a gap, which is reported, and no name like `C. Mác`.
            let later = last.rank == number.rank && number.last() > last.last();
            number.follows(last) || (number.rank == Rank::Capital && later)
        })
    }
}
