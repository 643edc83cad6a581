//! Footnotes: where one starts, `[^1]:`, and which lines go on with it.

use std::ops::Range;

use super::cursor::Cursor;
use super::{NOTE_INDENT, Splitter};
use crate::markdown::lines::line::Line;
use crate::markdown::lines::words::ends_sentence;

impl Splitter<'_> {
    /// Whether a line goes on with the footnote before it: it is set in, or goes on in the middle
    /// of a sentence.
    pub(super) fn goes_on_in_note(
        &self,
        cursor: &Cursor<'_>,
        outer: usize,
        before: Option<&Line>,
    ) -> bool {
        let Some((note, quoted)) = self.note else { return false };
        if quoted != outer {
            return false;
        }
        if self.fence.as_ref().is_some_and(|fence| fence.enclosure.note == Some(note)) {
            return true;
        }
        let mut next = *cursor;
        next.skip_blanks();
        if next.column >= NOTE_INDENT {
            return true;
        }
        // Right below a note without an end `# Tên` starts a block of its own.
        let starts_block = self.text[next.at..next.end].starts_with(['#', '|', '>', '[']);
        before.is_some_and(|line| {
            line.enclosure.note == Some(note)
                && !line.is_blank()
                && !starts_block
                && !ends_sentence(
                    self.text[line.text.clone()].trim_end_matches(['*', '_']),
                )
        })
    }

    /// Takes the start of a footnote off a line: `[^1]:`.
    pub(super) fn definition(&self, cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
        if self.fence.is_some() {
            return None;
        }
        let mut next = *cursor;
        next.skip_blanks();
        let rest = &self.text[next.at..next.end];
        let (name, _) = rest.strip_prefix("[^")?.split_once("]:")?;
        let fits = !name.is_empty() && !name.contains(['[', ']', '^', ' ', '\t']);
        let range = next.at..next.at + "[^]:".len() + name.len();
        next.at = range.end;
        next.column = 0;
        *cursor = if fits { next } else { return None };
        Some(range)
    }
}
