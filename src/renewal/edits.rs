//! Edits of a text: some ranges are replaced, every other byte is kept.

use std::ops::Range;

use super::{Change, Note};

/// One range and what comes into its place.
#[derive(Debug, Clone)]
struct Edit {
    range: Range<usize>,
    with: String,
}

/// Edits, and what is to be said of places in the text.
#[derive(Debug, Default)]
pub(super) struct Edits {
    list: Vec<Edit>,
    changes: Vec<(usize, Change)>,
    notes: Vec<(usize, Note)>,
}

/// A text with all edits made, and what is to be said of its own bytes.
pub(super) struct Edited {
    /// The text.
    pub(super) text: String,
    /// What was changed.
    pub(super) changes: Vec<(usize, Change)>,
    /// What was left.
    pub(super) notes: Vec<(usize, Note)>,
}

impl Edits {
    /// Puts `with` into the place of a range. Ranges do not overlap.
    pub(super) fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.list.push(Edit { range, with: with.into() });
    }

    /// Says what was changed at a byte of the old text.
    pub(super) fn tell(&mut self, at: usize, change: Change) {
        self.changes.push((at, change));
    }

    /// Says what was left at a byte of the old text.
    pub(super) fn note(&mut self, at: usize, note: Note) {
        self.notes.push((at, note));
    }

    /// The text with all edits made.
    pub(super) fn apply(mut self, text: &str) -> Edited {
        // What is put in at one place comes in the order in which it was said.
        self.list.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut out = String::with_capacity(text.len());
        let mut map: Vec<(usize, usize)> = vec![(0, 0)];
        let mut done = 0;
        for Edit { range, with } in &self.list {
            debug_assert!(range.start >= done, "{range:?} overlaps what ends at {done}");
            if range.start >= done {
                out.push_str(&text[done..range.start]);
                map.push((range.start, out.len()));
                out.push_str(with);
                map.push((range.end, out.len()));
                done = range.end;
            }
        }
        out.push_str(&text[done..]);
        let place = |at: usize| {
            let (old, new) = map[map.partition_point(|(old, _)| *old <= at) - 1];
            (new + (at - old)).min(out.len())
        };
        // A change stands where its edit begins, not behind it.
        let start = |at: usize| {
            let near = map.get(map.partition_point(|(old, _)| *old < at));
            let edit = near.filter(|(old, _)| *old == at);
            edit.map_or_else(|| place(at), |(_, new)| *new)
        };
        let changes = self.changes.into_iter().map(|(at, change)| (start(at), change));
        let notes = self.notes.into_iter().map(|(at, note)| (place(at), note));
        let (mut changes, mut notes): (Vec<_>, Vec<_>) =
            (changes.collect(), notes.collect());
        changes.sort_by_key(|(at, _)| *at);
        notes.sort_by_key(|(at, _)| *at);
        notes.dedup();
        Edited { text: out, changes, notes }
    }
}
