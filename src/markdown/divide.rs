//! Paragraphs → groups of lines: where a typed number starts an item of its own.

use super::groups::{self, Group, unbold};
use super::inlines::Line;
use super::number::Number;
use super::typed::starting_number;
use crate::document::outline::{Rank, plain_text};
use crate::source::Sources;

/// Divides the paragraphs of a text, one after the other.
#[derive(Default)]
pub(super) struct Divider {
    /// The last number of each rank that may still go on.
    before: Vec<Number>,
}

/// How a paragraph stands in the text.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// Whether it has its number already, from a list.
    pub(super) numbered: bool,
    /// The column of the bullet or number of the list entry in which it stands.
    pub(super) margin: Option<usize>,
}

impl Divider {
    /// Takes note of a number that starts an item.
    pub(super) fn note(&mut self, number: &Number) {
        self.before.retain(|before| before.rank < number.rank);
        self.before.push(number.clone());
    }

    /// Divides the lines of a paragraph.
    pub(super) fn divide(
        &mut self,
        lines: Vec<Line>,
        setting: Setting,
        sources: &Sources,
    ) -> Vec<Group> {
        let mut groups: Vec<(Vec<Line>, Option<usize>)> = Vec::new();
        let mut seen = Vec::new();
        for line in lines {
            let number = starting_number(&line.text).map(|(number, _)| number);
            let previous = groups.last().and_then(|(group, _)| group.last());
            let start = match (previous, &number) {
                (None, _) => Some(None),
                (Some(_), None) => None,
                (Some(previous), Some(number)) => {
                    self.start(number, &line, previous, &seen, setting)
                }
            };
            if let Some(outside) = start {
                if let Some(number) = number {
                    self.note(&number);
                    seen.retain(|other: &Number| other.rank != number.rank);
                    seen.push(number);
                }
                groups.push((Vec::new(), outside));
            }
            if let Some((group, _)) = groups.last_mut() {
                group.push(line);
            }
        }
        let groups = groups.into_iter().enumerate();
        let made = groups.filter_map(|(index, (lines, outside))| {
            let numbered = index > 0 || !setting.numbered;
            let group = groups::group(lines, numbered, sources)?;
            Some(Group { outside, ..group })
        });
        made.collect()
    }

    /// Whether a line that starts with a number is an item of its own, in a paragraph that
    /// goes on, and in which column if it is so outside of the list that the paragraph
    /// stands in. Many wrapped lines start with what only looks like a number.
    #[expect(clippy::option_option, reason = "no start, a start, a start outside")]
    fn start(
        &self,
        number: &Number,
        line: &Line,
        previous: &Line,
        seen: &[Number],
        setting: Setting,
    ) -> Option<Option<usize>> {
        let goes_on =
            |before: &Number| number.follows(before) || number.is_first_below(before);
        let whole = !matches!(number.rank, Rank::Dash(_)) && unbold(&line.text).is_some();
        let last_words = plain_text(&previous.text);
        let outside = setting.margin.is_some_and(|margin| line.column <= margin);
        let known = self.before.iter().any(goes_on);
        if seen.iter().any(goes_on)
            || (whole && unbold(&previous.text).is_some())
            || (number.is_first() && last_words.ends_with(':'))
        {
            let leaves = outside && known && !seen.iter().any(goes_on);
            return Some(leaves.then_some(line.column));
        }
        if outside {
            return (known || whole).then_some(Some(line.column));
        }
        (known && last_words.ends_with(['.', ';', '!', '?', '/'])).then_some(None)
    }
}
