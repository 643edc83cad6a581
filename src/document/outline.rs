//! `Outline`: the text of a document as a tree of numbered items, paragraphs and tables.

mod aligned;
mod block;
mod ending;
mod item_path;
mod line;
mod walk;

use super::groups::task::Task;
use super::text::Text;
use crate::source::Span;
pub use aligned::AlignedLine;
pub use ending::{END, has_end, text_lines};
pub use item_path::item_path;
pub use line::Line;
pub use walk::{Walk, blocks, each_footnote_mut, inlines, lines, on_the_line, texts};

/// The text of a document between its title and its recipients.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// What stands before the first conclusion; empty where the template writes it.
    pub opening: Vec<Block>,
    /// The conclusions and whatever stands among them.
    pub body: Vec<Block>,
    /// What is printed after everything else.
    pub closing: Vec<Block>,
    /// How the meeting went, for its minutes.
    pub proceedings: Vec<Block>,
    /// The texts of the appendices, one for each.
    pub appendices: Vec<Vec<Block>>,
}

impl Outline {
    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.main().iter().all(|blocks| blocks.is_empty())
    }
}

/// A piece of text with lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where it was written.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of [`Block`].
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A paragraph without a number.
    Paragraph(Vec<Inline>),
    /// A heading or a numbered or dashed paragraph, with all that belongs under it.
    Item(Item),
    /// A quotation.
    Quotation(Vec<Block>),
    /// A table.
    Table(Table),
    /// A picture on lines of its own.
    Picture(Picture),
    /// Lines that are printed as they were broken.
    Preformatted(Vec<Text>),
    /// Lines in the middle, at the right or beside each other, which stay together.
    Aligned(Vec<AlignedLine>),
    /// A break between two parts of the text, drawn as a short line.
    Separator,
}

/// A heading, or a numbered or dashed paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its number (or dash); a heading may have none.
    pub number: Option<ItemNumber>,
    /// Whether it is a heading: bold, kept with what follows, in the table of contents.
    pub heading: bool,
    /// What stands behind the number.
    pub text: Vec<Inline>,
    /// Who must do it by when, where that was stated as data.
    pub task: Option<Task>,
    /// What belongs under it.
    pub children: Vec<Block>,
}

/// The number of an item, as it is printed, and its level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemNumber {
    /// As printed: `Chương II`, `Điều 5.`, `I.`, `2.1.`, `a)`, `-`.
    pub label: String,
    /// Its level.
    pub rank: Rank,
    /// Whether the user typed it.
    pub typed: bool,
    /// Whether it is bold though its item is no heading: `**1. Phòng Kinh tế:** Rà soát`.
    pub bold: bool,
    /// Where it was written; for a generated number the item itself.
    pub span: Span,
}

/// The levels of numbering, from the highest.
///
/// HD 05-HD/VPTW, 6.2.4 and the practice of Party notices; Nghị định 30/2020/NĐ-CP,
/// Phụ lục I, II.6.d.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// `Phần I`, `Phần thứ nhất`.
    Part,
    /// `Chương II`.
    Chapter,
    /// `Mục 1`.
    Section,
    /// `Tiểu mục 1`.
    Subsection,
    /// `Điều 5.`: counted through the whole text.
    Article,
    /// `A.`
    Capital,
    /// `I.`, `II-` (mục).
    Roman,
    /// `1.` (khoản).
    Arabic,
    /// `1.1.`, `1.1.1.`: the count of numbers, from 2.
    Decimal(u8),
    /// `a)` (điểm).
    Letter,
    /// `1)`.
    Bracket,
    /// `(i)`.
    LowerRoman,
    /// `-`, `+`: the depth among dashes, from 1.
    Dash(u8),
}

impl Rank {
    /// Whether it divides the articles of a legal text: its label stands on a line of its own,
    /// above its name.
    #[must_use]
    pub fn is_division(self) -> bool {
        self < Self::Article
    }

    /// Whether a word stands before its number: a division or an article.
    #[must_use]
    pub fn is_legal(self) -> bool {
        self <= Self::Article
    }
}

/// A piece of text within a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(Text),
    /// **Bold** text.
    Strong(Vec<Inline>),
    /// *Italic* text.
    Emphasis(Vec<Inline>),
    /// Text that leads to an address.
    Link {
        /// The address.
        url: String,
        /// What is printed.
        content: Vec<Inline>,
    },
    /// The mark of a footnote.
    Footnote(Footnote),
    /// A line break that the user asked for.
    LineBreak,
}

/// The mark of a footnote.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Footnote {
    /// Where it was defined: the marks of one footnote have the same place.
    pub definition: Span,
    /// Its text; the marks behind the first have none.
    pub text: Vec<Inline>,
    /// Whether an earlier mark has the text.
    pub repeated: bool,
}

/// A table with a head.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// How each column is aligned.
    pub columns: Vec<Alignment>,
    /// The rows of the head, at least one, each with one cell for each column.
    pub header: Vec<Vec<Cell>>,
    /// The rows below it, each with one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// All cells, row by row, those of the head first.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.header.iter().chain(&self.rows).flatten()
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub text: Vec<Inline>,
    /// How many rows it takes, from its own down; 0 where another cell covers its place.
    pub rows: usize,
    /// How many columns it takes, from its own to the right; 0 where another cell covers its
    /// place.
    pub columns: usize,
}

impl Cell {
    /// A place that a cell above or at the left covers.
    #[must_use]
    pub fn covered() -> Self {
        Self { text: Vec::new(), rows: 0, columns: 0 }
    }
}

impl From<Vec<Inline>> for Cell {
    /// A cell that takes its own place alone.
    fn from(text: Vec<Inline>) -> Self {
        Self { text, rows: 1, columns: 1 }
    }
}

/// How the cells of a column are aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A picture from the document's own folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its path below the document's folder, with `/`.
    pub path: Text,
    /// What it shows, for those who cannot see it.
    pub description: Text,
}

/// The plain text of some inlines: marks dropped, line breaks as blanks, no footnotes.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let words = on_the_line(inlines).map(|inline| match inline {
        Inline::Text(text) => text.as_str(),
        Inline::LineBreak => " ",
        Inline::Strong(_)
        | Inline::Emphasis(_)
        | Inline::Link { .. }
        | Inline::Footnote(_) => "",
    });
    words.collect()
}
