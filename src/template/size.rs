//! Keeps back what is larger than any document needs: Typst would take minutes over it, or all
//! memory, or leave it to PDF to refuse.

use std::ops::Range;

use super::Job;
use super::marks::Marks;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::shared::{Large, too_large};
use crate::document::outline::{Inline, inlines};
use crate::document::{Appendix, Outline};
use crate::source::{Sources, Span, offset_map};
use crate::source_map::Content;

/// Most characters of a document: three hundred pages and more.
const TEXT: usize = 1_000_000;
/// What a block and a piece of its text count for besides the characters: they often have a
/// line to themselves.
const PIECE: usize = 80;
/// Most characters of a paragraph: thirty pages.
const PARAGRAPH: usize = 100_000;
/// What a line break, a mark or a footnote counts for in a paragraph.
const BREAK: usize = 40;
/// Most characters without a blank: PDF takes no more than about sixteen thousand.
const WORD: usize = 2_000;
/// Most accents on one letter; Vietnamese has two.
const ACCENTS: usize = 8;

/// Everything of a document that is too large.
pub(super) fn check(job: &Job<'_>, marks: &Marks, sources: &Sources) -> Diagnostics {
    let mut found = Diagnostics::default();
    paragraphs(job.outline, &mut found);
    if let Some(appendix) = job.document.appendices.get(Appendix::MOST) {
        push(Large::Appendices, Appendix::MOST, appendix.title.span, &mut found);
    }
    texts(marks, sources, &mut found);
    found
}

fn push(what: Large, limit: usize, span: Span, found: &mut Diagnostics) {
    found.push(too_large(what, limit), span);
}

fn texts(marks: &Marks, sources: &Sources, found: &mut Diagnostics) {
    let mut total = 0;
    for (span, content) in marks.pieces() {
        let text = match content {
            Content::Printed(text) | Content::Hidden(text) | Content::Picture(text) => {
                text.as_str()
            }
            Content::Code => "",
        };
        let before = total;
        total += text.chars().count() + PIECE;
        if before <= TEXT && total > TEXT {
            push(Large::Text, TEXT, span, found);
        }
        if let Some((what, limit, range)) = oversized(text) {
            let starts = offset_map(text, sources.slice(span));
            let (start, end) = (span.start + starts[range.start], starts[range.end]);
            let end = (span.start + end).clamp(start, span.end.max(start));
            push(what, limit, Span::new(span.file, start..end), found);
        }
    }
}

/// The first stretch of a text without a blank, or of accents, that is too long.
fn oversized(text: &str) -> Option<(Large, usize, Range<usize>)> {
    if text.len() <= ACCENTS {
        return None;
    }
    let long = |what, limit, is_part: fn(char) -> bool| {
        let parts = text.split(move |c| !is_part(c));
        let part = parts
            .into_iter()
            .find(|part| part.len() > limit && part.chars().count() > limit)?;
        let start = part.as_ptr().addr() - text.as_ptr().addr();
        Some((what, limit, start..start + part.len()))
    };
    let is_accent = unicode_normalization::char::is_combining_mark;
    long(Large::Accents, ACCENTS, is_accent)
        .or_else(|| long(Large::Word, WORD, |c| !c.is_ascii_whitespace()))
}

fn paragraphs(outline: &Outline, found: &mut Diagnostics) {
    for block in outline.blocks() {
        let lines = block.preformatted().iter();
        let lines = lines.map(|line| BREAK + line.value.chars().count()).sum();
        for length in block.paragraphs().map(length).chain([lines]) {
            if length > PARAGRAPH {
                push(Large::Paragraph, PARAGRAPH, block.span, found);
            }
        }
    }
}

fn length(text: &[Inline]) -> usize {
    let lengths = inlines(text)
        .map(|inline| inline.text().map_or(BREAK, |text| text.value.chars().count()));
    lengths.sum()
}
