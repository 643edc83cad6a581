//! Markdown's events of a list → its entries, and what only seemed to belong to them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::blocks::Reader;
use super::number;
use super::pieces::{Entry, Piece, PieceKind};
use super::prepare::column;
use crate::document::Text;
use crate::source::Span;

impl Reader<'_> {
    /// Reads the entries of a list. It is interrupted where a line goes on outside of it.
    pub(super) fn list(&mut self, start: Option<u64>, pieces: &mut Vec<Piece>) {
        let mut entries = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.events.get(self.at) {
            let (at, marker) = self.marker(range);
            if let Some((number, _)) = number::recognise(&marker.value) {
                self.divider.note(&number);
            }
            self.at += 1;
            self.setting.numbered = start.is_some();
            let margin = self.column(at);
            let outer = std::mem::replace(&mut self.setting.margin, margin);
            let mut content = self.blocks();
            self.setting.margin = outer;
            self.at += 1;

            let outside = margin.map_or(Vec::new(), |margin| lift(&mut content, margin));
            let mut end = self.fragment.span(self.trimmed(range)).end;
            if !outside.is_empty() {
                end = content.last().map_or(marker.span.end, |piece| piece.span.end);
            }
            let span = Span { end: end.max(marker.span.end), ..marker.span };
            entries.push(Entry { marker, span, content });
            if !outside.is_empty() {
                pieces.extend(list(start, std::mem::take(&mut entries)));
                pieces.extend(outside);
            }
        }
        pieces.extend(list(start, entries));
    }

    /// The bullet or number of a list entry and its offset. The range of the entry may
    /// start too early where a tab stands before it.
    fn marker(&self, range: &Range<usize>) -> (usize, Text) {
        let slice = self.fragment.slice(range.clone());
        let marker = slice.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let start = range.start + slice.len() - marker.len();
        let digits = marker.bytes().take_while(u8::is_ascii_digit).count();
        let length = marker[digits..].chars().next().map_or(0, char::len_utf8) + digits;
        let span = self.fragment.span(start..start + length);
        (start, Text::new(&marker[..length], span))
    }

    /// The column of an offset; `None` far from the start of its line.
    pub(super) fn column(&self, offset: usize) -> Option<usize> {
        let before = self.fragment.slice(offset.saturating_sub(FAR)..offset);
        match before.rfind(['\n', '\r']) {
            Some(end) => Some(column(&before[end + 1..])),
            None => (offset <= FAR).then(|| column(before)),
        }
    }
}

/// How far from the start of a line a list entry may begin, in bytes.
const FAR: usize = 400;

/// Some entries as one piece.
fn list(start: Option<u64>, entries: Vec<Entry>) -> Option<Piece> {
    let span = entries.first()?.span.to(entries.last()?.span);
    Some(Piece { span, kind: PieceKind::List(start, entries) })
}

/// Takes out of an entry what starts left of its text: from the first line on that does.
fn lift(content: &mut Vec<Piece>, margin: usize) -> Vec<Piece> {
    for index in 0..content.len() {
        let PieceKind::Text(groups) = &mut content[index].kind else { continue };
        let leaves =
            |column: Option<usize>| column.is_some_and(|column| column <= margin);
        let Some(first) = groups.iter().position(|group| leaves(group.outside)) else {
            continue;
        };
        let outside = groups.split_off(first);
        let mut lifted = content.split_off(index + 1);
        lifted.splice(0..0, Piece::text(outside));
        let inside = content.pop();
        content.extend(inside.and_then(|piece| match piece.kind {
            PieceKind::Text(groups) => Piece::text(groups),
            kind => Some(Piece { span: piece.span, kind }),
        }));
        return lifted;
    }
    Vec::new()
}
