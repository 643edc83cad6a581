//! `Piece`: the text as Markdown divides it, before numbers make a tree of it.

use super::canonical::BlockInfo;
use super::typed_number::TypedNumber;
use crate::document::Text;
use crate::document::outline::{BlockKind, Inline, Picture, texts};
use crate::source::Span;

/// A piece of the text as Markdown divides it, not yet in the tree of items.
pub(crate) struct Piece {
    /// Where it was written.
    pub(crate) span: Span,
    /// The column in which it was typed.
    pub(crate) column: usize,
    /// What it is.
    pub(crate) kind: PieceKind,
}

impl Piece {
    /// A picture on lines of its own.
    pub(crate) fn picture((span, picture): (Span, Picture)) -> Self {
        let kind = PieceKind::Block(BlockKind::Picture(picture));
        Self { span, column: 0, kind }
    }
}

/// The kinds of [`Piece`].
pub(crate) enum PieceKind {
    /// A paragraph or an item.
    Text(Paragraph),
    /// A heading, with the count of its `#`.
    Heading(u8, Paragraph),
    /// A quotation.
    Quotation(Vec<Piece>),
    /// What goes into the tree as it is.
    Block(BlockKind),
}

/// A paragraph or a heading, with the number or bullet that it starts with.
pub(crate) struct Paragraph {
    /// The number or bullet, taken out of the text.
    pub(crate) label: Option<TypedNumber>,
    /// Whether all of it is bold.
    pub(crate) bold: bool,
    /// The text; of a heading without the bold marks around all of it.
    pub(crate) text: Vec<Inline>,
    /// Where it was written.
    pub(crate) span: Span,
    /// Whether the line above it is one of text too.
    pub(crate) adjoins: bool,
}

impl Paragraph {
    /// A paragraph of some text; nothing where there is neither a label nor text.
    pub(crate) fn of(
        text: Vec<Inline>,
        span: Option<Span>,
        start: Option<&BlockInfo>,
    ) -> Option<Self> {
        let label = start.and_then(|start| start.label.clone());
        let label_span = label.as_ref().map(|typed| typed.label.span);
        let span = match (label_span, span) {
            (Some(label_span), Some(span)) => label_span.to(span),
            (label_span, span) => label_span.or(span)?,
        };
        let bold = strip_bold(&text).is_some();
        let adjoins = start.is_some_and(|start| start.adjoins);
        Some(Self { label, bold, text, span, adjoins })
    }

    /// The whole text with its number in it.
    pub(crate) fn with_label(self) -> Vec<Inline> {
        let mut text = Vec::new();
        if let Some(typed) = self.label {
            let label = typed.item_number().label;
            append_spaced(
                &mut text,
                vec![Inline::Text(Text { value: label, span: typed.label.span })],
            );
        }
        append_spaced(&mut text, self.text);
        text
    }
}

/// A text that is bold from start to end, without the marks; `None` if some of it is not.
pub(crate) fn strip_bold(text: &[Inline]) -> Option<Vec<Inline>> {
    let mut out = Vec::new();
    let mut any = false;
    for inline in text {
        match inline {
            Inline::Strong(content) => {
                any = true;
                out.extend(content.iter().cloned());
            }
            Inline::Emphasis(content) => {
                any = true;
                out.push(Inline::Emphasis(strip_bold(content)?));
            }
            Inline::Link { url, content } => {
                any = true;
                out.push(Inline::Link {
                    url: url.clone(),
                    content: strip_bold(content)?,
                });
            }
            // `**Giao**: **A**`: signs between bold words do not count.
            Inline::Text(text) if !text.value.contains(char::is_alphanumeric) => {
                out.push(inline.clone());
            }
            Inline::Text(_) => return None,
            Inline::Footnote(_) | Inline::LineBreak => out.push(inline.clone()),
        }
    }
    any.then_some(out)
}

/// Appends `more` behind a blank.
pub(crate) fn append_spaced(text: &mut Vec<Inline>, more: Vec<Inline>) {
    if more.is_empty() {
        return;
    }
    if let Some(last) = text.last_mut() {
        if let Inline::Text(text) = last {
            text.value.push(' ');
        } else {
            let span = texts(&more).next().map(|text| text.span).unwrap_or_default();
            let span = Span::new(span.file, span.start..span.start);
            text.push(Inline::Text(Text::new(" ", span)));
        }
    }
    text.extend(more);
}
