//! Writes a text down so that Markdown's parser reads each line as what it is: a block to a line,
//! labels taken out, marks of bold and italic letters as markers. What is known of each block stands
//! in a list beside the text.

mod fenced;
mod marks;

use std::ops::Range;

use super::typed_number::TypedNumber;
use crate::diagnostic::Diagnostics;
use crate::document::Text;
use crate::markdown::fragment::{Edit, Fragment, Rewrite};
use crate::markdown::lines::arrows::{ArrowLine, Placement};
use crate::markdown::lines::kind::{BlockStart, Join, LineKind};
use crate::markdown::lines::line::{Enclosure, Ending, Line};
use crate::markdown::lines::marker;
use crate::markdown::lines::rows::Tables;
use crate::markdown::lines::{self, ReadLines};
use crate::source::Span;

/// What is known of a block before Markdown reads it.
#[derive(Clone)]
pub(crate) struct BlockInfo {
    /// Where it starts in the canonical text.
    at: usize,
    /// The column in which it was typed.
    pub(crate) column: usize,
    /// Its number or bullet.
    pub(crate) label: Option<TypedNumber>,
    /// Whether the line above it is one of text too.
    pub(crate) adjoins: bool,
    /// Where it stands in a line between arrows, if it does.
    pub(crate) aligned: Option<AlignedColumn>,
}

/// A column of a line between arrows.
#[derive(Clone)]
pub(crate) struct AlignedColumn {
    /// Where the line is set.
    pub(crate) placement: Placement,
    /// Whether it is the first one of its line.
    pub(crate) is_first: bool,
    /// Whether the line above belongs to the same block.
    pub(crate) goes_on: bool,
    /// Whether nothing stands in the whole line.
    pub(crate) is_room: bool,
    /// Where the line was written.
    pub(crate) line: Span,
}

/// A text as Markdown is to read it.
pub(crate) struct CanonicalText {
    /// The text.
    pub(crate) fragment: Fragment<'static>,
    /// Its blocks, in its order.
    starts: Vec<BlockInfo>,
}

impl CanonicalText {
    /// What is known of the block that starts at an offset.
    pub(crate) fn start(&self, at: usize) -> Option<&BlockInfo> {
        let index = self.starts.partition_point(|start| start.at < at);
        self.starts.get(index).filter(|start| start.at == at)
    }
}

/// Reads the lines of a text and writes them down as canonical Markdown.
pub(crate) fn canonicalize(
    fragment: Fragment<'_>,
    diagnostics: &mut Diagnostics,
) -> CanonicalText {
    let ReadLines { fragment, lines, tables, mut kinds } =
        lines::read(fragment, diagnostics);
    let edits = marks::edits(&fragment, &lines, &mut kinds, diagnostics);
    let mut writer = Writer {
        fragment: &fragment,
        lines: &lines,
        kinds: &kinds,
        tables: &tables,
        edits,
        out: Rewrite::of(&fragment),
        starts: Vec::new(),
        open_marks: String::new(),
        last: None,
        gap: None,
        end: 0,
        fence: None,
    };
    for (at, kind) in kinds.iter().enumerate() {
        writer.line(at, kind);
    }
    let end = writer.end;
    writer.close(end);
    let Writer { out, starts, .. } = writer;
    CanonicalText { fragment: out.finish(end), starts }
}

/// Writes the lines of a text down.
struct Writer<'f> {
    fragment: &'f Fragment<'f>,
    lines: &'f [Line],
    kinds: &'f [LineKind],
    tables: &'f Tables,
    /// Marks that become markers, and labels that are taken out.
    edits: Vec<Edit>,
    out: Rewrite<'f>,
    starts: Vec<BlockInfo>,
    /// The bold and italic letters that are not ended, as the markers that started them.
    open_marks: String,
    /// What the last line that was written stood in.
    last: Option<Enclosure>,
    /// What the blank lines behind it stood in.
    gap: Option<Enclosure>,
    /// Where the text of the last line that was written ends.
    end: usize,
    /// How many blanks stand before the last fence.
    fence: Option<usize>,
}

impl Writer<'_> {
    /// Writes a line, and keeps where its text ends.
    fn line(&mut self, at: usize, kind: &LineKind) {
        self.write(at, kind);
        if !matches!(kind, LineKind::Blank) {
            self.end = self.lines[at].text.end;
        }
    }

    /// Writes a line as what it is.
    fn write(&mut self, at: usize, kind: &LineKind) {
        let line = &self.lines[at];
        match kind {
            LineKind::Blank => {
                let gap =
                    self.gap.map_or(line.enclosure, |gap| common(gap, line.enclosure));
                self.gap = Some(gap);
            }
            LineKind::Heading(level, start) => {
                self.begin(line, None);
                self.note(line.column, start);
                let marks = "#".repeat(usize::from(*level)) + " ";
                self.out.put(&marks, line.text.start);
                self.text(at, start.text.clone());
            }
            LineKind::Starts(start) => {
                self.begin(line, line.definition.clone());
                self.note(line.column, start);
                self.text(at, start.text.clone());
            }
            LineKind::GoesOn(join) => {
                let mark = match join {
                    Join::Blank => " ".to_owned(),
                    Join::Break => marker::BREAK.to_string(),
                };
                self.out.put(&mark, self.end);
                self.copy(at, line.text.clone());
            }
            LineKind::Separator => {
                self.begin(line, None);
                self.start(line.column);
                self.out.put("***", line.text.start);
            }
            LineKind::Definition => {
                self.begin(line, None);
                self.out.copy(line.text.clone(), &[]);
            }
            LineKind::Arrows(arrows, goes_on) => self.arrows(at, arrows, *goes_on),
            LineKind::Row => self.row(at),
            LineKind::Fenced => self.fenced(at),
        }
    }

    /// Starts a block of its own: behind an empty line, within what encloses it.
    fn begin(&mut self, line: &Line, definition: Option<Range<usize>>) {
        let at = line.definition.as_ref().map_or(line.text.start, |name| name.start);
        self.close(self.end);
        if let Some(last) = self.last {
            let gap = self.gap.map_or(last, |gap| common(last, gap));
            let between = common(gap, line.enclosure).prefix();
            self.out.put(&format!("\n{}\n", between.trim_end()), self.end);
        }
        // `[^1]:` itself stands outside the note that it starts.
        let outside = Enclosure { note: None, inner: 0, ..line.enclosure };
        let enclosure = if definition.is_some() { outside } else { line.enclosure };
        self.out.put(&enclosure.prefix(), at);
        if let Some(definition) = definition {
            let end = definition.end;
            self.out.copy(definition, &[]);
            self.out.put(" ", end);
        }
        self.last = Some(line.enclosure);
        self.gap = None;
    }

    /// Takes note of a block that has no label.
    fn start(&mut self, column: usize) {
        let at = self.out.len();
        let info = BlockInfo { at, column, label: None, adjoins: false, aligned: None };
        self.starts.push(info);
    }

    /// Keeps what is known of a block.
    fn note(&mut self, column: usize, start: &BlockStart) {
        let label = start.label.as_ref().map(|(label, ranges)| TypedNumber {
            number: label.number.clone(),
            label: Text::new(&ranges.text, self.fragment.span(ranges.label.clone())),
            bold: ranges.bold,
        });
        let at = self.out.len();
        let adjoins = start.adjoins;
        self.starts.push(BlockInfo { at, column, label, adjoins, aligned: None });
    }

    /// Writes a line between arrows: each of its columns is a block of its own.
    fn arrows(&mut self, at: usize, arrows: &ArrowLine, goes_on: bool) {
        let line = &self.lines[at];
        let is_room = arrows.is_empty();
        for (index, range) in arrows.columns.iter().enumerate() {
            self.begin(line, None);
            let aligned = AlignedColumn {
                placement: arrows.placement,
                is_first: index == 0,
                goes_on,
                is_room,
                line: self.fragment.span(line.text.clone()),
            };
            self.starts.push(BlockInfo {
                at: self.out.len(),
                column: line.column,
                label: None,
                adjoins: false,
                aligned: Some(aligned),
            });
            self.text(at, range.clone());
        }
    }

    /// Writes the first line of a heading, a paragraph or an item.
    fn text(&mut self, at: usize, range: Range<usize>) {
        // Behind the marker `1.` and `>` start no block for Markdown.
        let start = marker::START.to_string() + &self.open_marks;
        self.out.put(&start, range.start);
        self.copy(at, range);
    }

    /// Copies a stretch of a line; without the `\` at its end that asks for a break, where the
    /// paragraph goes on.
    fn copy(&mut self, at: usize, mut range: Range<usize>) {
        let goes_on = matches!(self.kinds.get(at + 1), Some(LineKind::GoesOn(_)));
        if self.lines[at].ending == Ending::Backslash && goes_on {
            range.end -= 1;
        }
        let first = self.edits.partition_point(|edit| edit.range.start < range.start);
        let inside =
            self.edits[first..].iter().take_while(|edit| edit.range.end <= range.end);
        for c in inside.flat_map(|edit| edit.with.chars()) {
            match c {
                marker::BOLD | marker::ITALIC => self.open_marks.push(c),
                marker::BOLD_END | marker::ITALIC_END => drop(self.open_marks.pop()),
                _ => {}
            }
        }
        self.out.copy(range, &self.edits);
    }

    /// Ends the bold and italic letters that go on in the next paragraph.
    fn close(&mut self, at: usize) {
        let ends = self.open_marks.chars().rev().map(|c| match c {
            marker::BOLD => marker::BOLD_END,
            _ => marker::ITALIC_END,
        });
        self.out.put(&ends.collect::<String>(), at);
    }

    /// Goes on with the next line of one block.
    fn next_line(&mut self, line: &Line) {
        self.out.put("\n", self.end);
        self.out.put(&line.enclosure.prefix(), line.text.start);
    }

    /// Writes a row of a table, with the delimiter row that it lacks.
    fn row(&mut self, at: usize) {
        let line = &self.lines[at];
        if self.tables.starts(at) {
            self.begin(line, None);
            self.start(line.column);
        } else {
            self.next_line(line);
        }
        match self.tables.completed_delimiter(at, &self.fragment.text, line) {
            Some(delimiter) => self.out.put(&delimiter, line.text.start),
            None => self.out.copy(line.text.clone(), &self.edits),
        }
        if let Some(delimiter) = self.tables.missing_delimiter(at) {
            self.out
                .put(&format!("\n{}{delimiter}", line.enclosure.prefix()), line.text.end);
        }
    }
}

/// What encloses both of two lines.
fn common(one: Enclosure, other: Enclosure) -> Enclosure {
    let outer = one.outer.min(other.outer);
    if one.outer != other.outer || one.note != other.note {
        return Enclosure { outer, ..Enclosure::default() };
    }
    Enclosure { outer, note: one.note, inner: one.inner.min(other.inner) }
}
