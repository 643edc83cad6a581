//! `LineKind`: what a line is, with the label that it starts with.

use std::ops::Range;

use crate::markdown::lines::appearance::Label;
use crate::markdown::lines::arrows::ArrowLine;

/// What a line is.
pub(crate) enum LineKind {
    /// Nothing stands in it.
    Blank,
    /// A heading, with the count of its `#`.
    Heading(u8, BlockStart),
    /// A short line between two parts.
    Separator,
    /// A fence, or a line between fences.
    Fenced,
    /// A row of a table, or the line `|---|` below its first one.
    Row,
    /// The address of a link.
    Definition,
    /// A line between arrows; whether the one above it belongs to the same block.
    Arrows(ArrowLine, bool),
    /// The first line of a paragraph or an item.
    Starts(BlockStart),
    /// A line that goes on with the one above it.
    GoesOn(Join),
}

/// What stands between two lines of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// A blank.
    Blank,
    /// A line break.
    Break,
}

/// The start of a heading, paragraph or item.
pub(crate) struct BlockStart {
    /// What stands in the line, behind the `#` of a heading.
    pub(crate) text: Range<usize>,
    /// Its number or bullet, and the pieces of the line that it takes.
    pub(crate) label: Option<(Label, LabelRanges)>,
    /// Whether the line above it is one of text too.
    pub(crate) adjoins: bool,
}

/// The pieces of a line that a label takes.
pub(crate) struct LabelRanges {
    /// The label as a reader sees it.
    pub(crate) text: String,
    /// Where it stands.
    pub(crate) label: Range<usize>,
    /// What is taken out: the label and the blanks behind it, without the marks between them.
    pub(crate) pieces: Vec<Range<usize>>,
    /// Whether it is bold.
    pub(crate) bold: bool,
}
