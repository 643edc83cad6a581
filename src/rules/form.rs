//! The written form that each layout wants: the symbol, the subject, the end of the text.

use crate::diagnostic::{Diagnostics, Problem};
use crate::document::outline::{Block, BlockKind, Inline, plain_text};
use crate::document::{Document, Kinds, Layout, Manifest, Outline, Text};
use crate::source::Span;

/// What a text of the State ends with (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4).
const END: &str = "./.";

/// Checks the form of a document.
pub(super) fn check(
    document: &Document,
    outline: &Outline,
    kinds: &Kinds,
    found: &mut Diagnostics,
) {
    let layout = document.layout.layout;
    symbol(&document.symbol, layout, found);
    if layout == Layout::Party {
        return;
    }
    if !kinds.chosen().is_some_and(Manifest::is_letter) {
        subject(&document.subject, found);
    }
    let spares = |part| kinds.chosen().is_some_and(|kind| kind.spares(part));
    if !spares("kết thúc") {
        let printed = kinds.borrowed.is_none() || !spares("nội dung");
        end(outline, printed, found);
    }
}

/// `TB/BCĐ` for the Party (HD 05-HD/VPTW, 3.2.2), `TB-UBND` for the State (NĐ 30/2020/NĐ-CP,
/// Phụ lục I, II.3.c).
fn symbol(symbol: &Text, layout: Layout, found: &mut Diagnostics) {
    let slash = symbol.value.contains('/');
    let wanted = layout == Layout::Party;
    if slash != wanted && symbol.value.contains(['/', '-']) {
        let fit = match layout {
            Layout::Party => symbol.value.replacen('-', "/", 1),
            Layout::State => symbol.value.replace('/', "-"),
        };
        let layout = layout.name().to_owned();
        found.push(Problem::SymbolForm { layout, fit }, symbol.span);
    }
}

/// A subject starts with a capital (NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 5a), but for that of a
/// letter, which goes on after `V/v` (dòng 5b).
fn subject(subject: &Text, found: &mut Diagnostics) {
    if subject.value.trim_start().starts_with(char::is_lowercase) {
        found.push(Problem::SubjectSmall, subject.span);
    }
}

/// The text ends with `./.`, unless the template ends it. The text of a borrowed paper is not
/// `printed` where a kind does without.
fn end(outline: &Outline, printed: bool, found: &mut Diagnostics) {
    let parts = [&outline.closing, &outline.body, &outline.opening];
    let parts = if printed { &parts[..] } else { &parts[..1] };
    let Some(last) = parts.iter().find_map(|blocks| blocks.last()) else { return };
    let Some(text) = last_text(last) else { return };
    let plain = plain_text(text);
    if plain.trim_end().ends_with(END) {
        return;
    }
    if let Some(span) = end_of(text) {
        let stop = plain.trim_end().ends_with('.');
        found.push(Problem::EndMarkMissing { stop }, span);
    }
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

/// The place behind the last text.
fn end_of(inlines: &[Inline]) -> Option<Span> {
    inlines.iter().rev().find_map(|inline| match inline {
        Inline::Text(text) => Some(Span { start: text.span.end, ..text.span }),
        Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Link { content, .. } => end_of(content),
        Inline::Footnote(_) | Inline::LineBreak => None,
    })
}
