//! The written form that each layout wants: the symbol, the subject, the end of the text.

use super::place;
use crate::diagnostic::{Diagnostics, Fix, Problem};
use crate::document::outline::{Block, BlockKind, Inline, plain_text};
use crate::document::{Document, Layout, Outline, Text};
use crate::source::{Sources, Span};

/// What a text of the State ends with (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4).
const END: &str = "./.";

/// Checks the form of a document.
pub(super) fn check(
    document: &Document,
    outline: &Outline,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let layout = document.layout.layout;
    symbol(&document.symbol, layout, sources, found);
    if layout == Layout::State {
        subject(&document.subject, sources, found);
        end(outline, sources, found);
    }
}

/// `TB/BCĐ` for the Party (HD 05-HD/VPTW, 3.2.2), `TB-UBND` for the State (NĐ 30/2020/NĐ-CP,
/// Phụ lục I, II.3.c).
fn symbol(symbol: &Text, layout: Layout, sources: &Sources, found: &mut Diagnostics) {
    let slash = symbol.value.contains('/');
    let wanted = layout == Layout::Party;
    if slash != wanted && symbol.value.contains(['/', '-']) {
        let (from, to, most) = match layout {
            Layout::Party => ('-', "/", 1),
            Layout::State => ('/', "-", usize::MAX),
        };
        let fit = symbol.value.replacen(from, to, most);
        let wrong = symbol.value.match_indices(from).take(most);
        let edits = wrong
            .map(|(at, _)| Some((place::character(symbol, at, sources)?, to.to_owned())));
        let fix = edits.collect::<Option<Fix>>();
        let layout = layout.name().to_owned();
        found.push_fixed(Problem::SymbolForm { layout, fit }, symbol.span, fix);
    }
}

/// A subject starts with a capital (NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 5a).
fn subject(subject: &Text, sources: &Sources, found: &mut Diagnostics) {
    let trimmed = subject.value.trim_start();
    let Some(first) = trimmed.chars().next().filter(|c| c.is_lowercase()) else { return };
    let at = subject.value.len() - trimmed.len();
    let fix = place::character(subject, at, sources)
        .map(|span| Fix::from_iter([(span, raised(sources.slice(span)))]))
        .filter(|_| first.to_uppercase().count() == 1);
    found.push_fixed(Problem::SubjectSmall, subject.span, fix);
}

/// A letter as a capital; the marks that stand behind it stay as they are.
fn raised(letter: &str) -> String {
    letter.chars().flat_map(char::to_uppercase).collect()
}

/// The text ends with `./.`.
fn end(outline: &Outline, sources: &Sources, found: &mut Diagnostics) {
    let parts = [&outline.closing, &outline.body, &outline.opening];
    let Some(last) = parts.into_iter().find_map(|blocks| blocks.last()) else { return };
    let Some(text) = last_text(last) else { return };
    let plain = plain_text(text);
    if plain.trim_end().ends_with(END) {
        return;
    }
    if let Some((span, text)) = end_of(text) {
        let stop = plain.trim_end().ends_with('.');
        let fix = text.and_then(|text| ended(text, stop, sources));
        found.push_fixed(Problem::EndMarkMissing { stop }, span, fix);
    }
}

/// The mark behind a text that ends with a full stop, a letter, a digit or what closes them; what
/// it takes behind other signs is for a person to see.
fn ended(text: &Text, stop: bool, sources: &Sources) -> Option<Fix> {
    let value = text.value.trim_end();
    let (at, last) = value.char_indices().next_back()?;
    let is_fit = if stop {
        last == '.' && !value.ends_with("..")
    } else {
        last.is_alphanumeric() || ")]”\"%".contains(last)
    };
    let end = place::character(text, at, sources).filter(|_| is_fit)?.end;
    let mark = if stop { "/." } else { END };
    Some(Fix::from_iter([(Span::new(text.span.file, end..end), mark.to_owned())]))
}

/// The text of the last lines, where they are text.
fn last_text(block: &Block) -> Option<&[Inline]> {
    match &block.kind {
        BlockKind::Paragraph(text) => Some(text),
        BlockKind::Item(item) => match item.children.last() {
            Some(child) => last_text(child),
            None => Some(&item.text),
        },
        BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Separator => None,
    }
}

/// The place behind the last text, and the text unless it is the name of a link.
fn end_of(inlines: &[Inline]) -> Option<(Span, Option<&Text>)> {
    inlines.iter().rev().find_map(|inline| match inline {
        Inline::Text(text) => {
            Some((Span { start: text.span.end, ..text.span }, Some(text)))
        }
        Inline::Strong(content) | Inline::Emphasis(content) => end_of(content),
        Inline::Link { content, .. } => end_of(content).map(|(span, _)| (span, None)),
        Inline::Footnote(_) | Inline::LineBreak => None,
    })
}
