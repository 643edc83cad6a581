//! The main text line by line as it was typed, whatever blocks the lines were joined into.

use std::cell::OnceCell;

use super::values::{first_word, folded};
use crate::document::outline::{Block, BlockKind, Inline, Item, Rank, Table};
use crate::document::{END, Text};
use crate::source::{Sources, Span, offset_map};

/// What stands before a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    Plain,
    /// The dash of an item.
    Dash,
    /// The number of an item.
    Number,
    /// It is a drawn line, not text: `-----`.
    Rule,
    /// It is no line of the text: a quotation, a picture, a table amid the text.
    Other,
}

/// One line of the main text.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its text without marks.
    pub(super) text: String,
    /// Where the text stands.
    pub(super) span: Span,
    /// Whether all of it is bold, a heading's text included.
    pub(super) bold: bool,
    /// What stands before it.
    pub(super) mark: Mark,
    /// Whether it stands in a column at the right of another.
    pub(super) right: bool,
    /// The text as it is compared, once it is asked for.
    folded: OnceCell<String>,
}

impl Line {
    /// Its text as it is compared with the fields.
    pub(super) fn folded(&self) -> &str {
        self.folded.get_or_init(|| folded(&self.text))
    }

    /// Whether it may be one of some values as its first word tells: most lines of a text are not,
    /// and need not be folded.
    pub(super) fn may_be<'v>(
        &self,
        mut values: impl Iterator<Item = &'v String>,
    ) -> bool {
        let word = first_word(&self.text);
        values.any(|value| value.starts_with(&*word))
    }

    /// Whether all its letters are capitals.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().any(char::is_uppercase)
            && !self.text.chars().any(char::is_lowercase)
    }

    /// Whether it stands out as the lines of a frame do: bold or in capitals, without a number.
    pub(super) fn stands_out(&self) -> bool {
        self.mark == Mark::Plain && (self.bold || self.is_capital())
    }
}

/// The lines of the main text, part by part.
pub(super) fn lines(parts: &[&[Block]], sources: &Sources) -> Vec<Line> {
    let mut gather = Gather::new(sources);
    let all: Vec<&Block> = parts.iter().copied().flatten().collect();
    for (index, block) in all.iter().enumerate() {
        match &block.kind {
            // A letterhead or a closing is pasted as a table of two columns.
            BlockKind::Table(table) if index == 0 || index + 1 == all.len() => {
                gather.table(table);
            }
            BlockKind::Paragraph(_)
            | BlockKind::Item(_)
            | BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => gather.block(block),
        }
    }
    columns(gather.done)
}

/// Puts the column at the right below the one at the left, where the recipients and a signature
/// were pasted side by side.
fn columns(mut lines: Vec<Line>) -> Vec<Line> {
    let is_label = |pair: &[Line]| {
        pair[1].right && pair[0].text.trim_end_matches(':').to_lowercase() == "nơi nhận"
    };
    if let Some(at) = lines.windows(2).rposition(is_label) {
        lines[at..].sort_by_key(|line| line.right);
    }
    lines
}

struct Gather<'a> {
    sources: &'a Sources,
    done: Vec<Line>,
    open: Option<Line>,
    /// What stands before the next line.
    mark: Mark,
    /// Whether the next line stands at the right of the one before.
    right: bool,
    /// The same of the whole paragraph.
    column: bool,
}

impl<'a> Gather<'a> {
    fn new(sources: &'a Sources) -> Self {
        let (done, open, mark) = (Vec::new(), None, Mark::Plain);
        Self { sources, done, open, mark, right: false, column: false }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(text) => self.paragraph(text, false, Mark::Plain, false),
            BlockKind::Item(item) => self.item(item),
            BlockKind::Separator => self.other(Mark::Rule, block.span),
            BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_) => self.other(Mark::Other, block.span),
        }
    }

    fn item(&mut self, item: &Item) {
        let mark = match &item.number {
            None => Mark::Plain,
            Some(number) if matches!(number.rank, Rank::Dash(_)) => Mark::Dash,
            // A heading without a number of its own is numbered only on the page.
            Some(number) if item.heading && !number.typed => Mark::Plain,
            Some(_) => Mark::Number,
        };
        self.paragraph(&item.text, item.heading, mark, false);
        for child in &item.children {
            self.block(child);
        }
    }

    fn table(&mut self, table: &Table) {
        for row in table.header.iter().chain(&table.rows) {
            for (column, cell) in row.iter().enumerate() {
                self.paragraph(&cell.text, false, Mark::Plain, column > 0);
            }
        }
    }

    fn other(&mut self, mark: Mark, span: Span) {
        let text = String::new();
        self.done.push(Line {
            text,
            span,
            bold: false,
            mark,
            right: false,
            folded: OnceCell::new(),
        });
    }

    fn paragraph(&mut self, text: &[Inline], bold: bool, mark: Mark, right: bool) {
        (self.mark, self.right, self.column) = (mark, right, right);
        self.inlines(text, bold);
        self.end();
    }

    fn inlines(&mut self, inlines: &[Inline], bold: bool) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text, bold),
                Inline::Strong(content) => self.inlines(content, true),
                Inline::Emphasis(content) | Inline::Link { content, .. } => {
                    self.inlines(content, bold);
                }
                Inline::LineBreak => {
                    self.end();
                    self.right = self.column;
                }
                Inline::Footnote(_) => {}
            }
        }
    }

    fn text(&mut self, text: &Text, bold: bool) {
        let Span { file, start, .. } = text.span;
        let before = self.open.as_ref().map(|open| open.span);
        if before.is_some_and(|open| open.file == file && open.end <= start) {
            let end = before.map_or(start, |open| open.end);
            let gap = self.sources.slice(Span::new(file, end..start));
            if divides(gap) {
                self.end();
                self.right = !gap.contains('\n');
            }
        }
        let written = self.sources.slice(text.span);
        if !divides(written) {
            return self.push(&text.value, text.span, bold);
        }
        let places = offset_map(&text.value, written);
        let mut from = 0;
        for (at, c) in text.value.char_indices().filter(|(_, c)| c.is_whitespace()) {
            let gap = &written[places[at]..places[at + c.len_utf8()]];
            let hand = !gap.contains('\n') && self.is_open(&text.value[from..at]);
            if divides(gap) && !hand {
                let span = Span::new(file, start + places[from]..start + places[at]);
                self.push(&text.value[from..at], span, bold);
                self.end();
                self.right = !gap.contains('\n');
                from = at + c.len_utf8();
            }
        }
        let span = Span { start: start + places[from], ..text.span };
        self.push(&text.value[from..], span, bold);
    }

    /// Whether blanks behind a text are to be written into: `Số      /TB-UBND`.
    fn is_open(&self, text: &str) -> bool {
        let before = self.open.as_ref().map_or("", |open| open.text.as_str());
        let text = format!("{before}{text}").to_lowercase();
        let word = text.trim_end_matches([' ', ':']);
        ["số", "ngày", "tháng", "năm"].iter().any(|end| word.ends_with(end))
    }

    fn push(&mut self, value: &str, span: Span, bold: bool) {
        if value.trim().is_empty() {
            if let Some(open) = &mut self.open {
                open.text.push_str(value);
            }
            return;
        }
        if let Some(open) = &mut self.open {
            open.text.push_str(value);
            open.bold &= bold;
            if open.span.file == span.file {
                open.span.end = open.span.end.max(span.end);
            }
        } else {
            let (text, mark, right) = (value.to_owned(), self.mark, self.right);
            self.open =
                Some(Line { text, span, bold, mark, right, folded: OnceCell::new() });
            self.mark = Mark::Plain;
        }
    }

    fn end(&mut self) {
        let Some(mut line) = self.open.take() else { return };
        let text = line.text.trim().to_owned();
        line.text = text;
        let drawn = |c: char| "-–—_*=. ".contains(c);
        if line.text.chars().all(drawn) {
            line.mark = Mark::Rule;
        }
        match self.behind_end(&line) {
            Some(rest) => {
                line.text.truncate(line.text.len() - rest.text.len());
                line.span.end = rest.span.start;
                let kept = line.text.trim_end().len();
                line.text.truncate(kept);
                self.done.extend([line, rest]);
            }
            None => self.done.push(line),
        }
    }

    /// What stands on one line with the end of the text (`./.`), behind it.
    fn behind_end(&self, line: &Line) -> Option<Line> {
        let (_, rest) = line.text.split_once(END)?;
        let written = self.sources.slice(line.span);
        let text = rest.trim_start().to_owned();
        let end = line.span.start + written.find(END)? + END.len();
        let span = Span { start: end, ..line.span };
        let mark = Mark::Plain;
        (!text.is_empty()).then(|| Line {
            text,
            span,
            mark,
            folded: OnceCell::new(),
            ..line.clone()
        })
    }
}

/// Whether a piece of the file divides two lines, or two columns that stand side by side.
fn divides(written: &str) -> bool {
    written.contains(['\n', '\t']) || written.contains("   ")
}
