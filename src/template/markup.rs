//! The document's text as calls of the layout library, one block to a line.

use super::marks::Marks;
use super::note;
use crate::document::outline::{
    AlignedLine, Alignment, Block, BlockKind, Cell, Footnote, Inline, Item, ItemNumber,
    Picture, Rank, Table, plain_text, texts,
};
use crate::document::{Text, check_box};
use crate::source::Span;

/// The calls for `blocks`, a comma and a line end after each; texts are marks.
pub(super) fn blocks(blocks: &[Block], marks: &mut Marks) -> String {
    under(0, blocks, marks)
}

/// The same for an appendix, whose title is a heading above all of its own.
pub(super) fn appendix(blocks: &[Block], marks: &mut Marks) -> String {
    under(1, blocks, marks)
}

fn under(headings: usize, blocks: &[Block], marks: &mut Marks) -> String {
    let mut writer = Writer { out: String::new(), marks, headings, indent: 1 };
    writer.blocks(blocks);
    writer.out
}

struct Writer<'m> {
    out: String,
    marks: &'m mut Marks,
    /// How many headings the current block stands under.
    headings: usize,
    /// How far the current line is set in.
    indent: usize,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.start_line();
            self.marks.open(&mut self.out, block.span);
            self.noted(block);
            Marks::close(&mut self.out);
            self.write(",\n");
            if let BlockKind::Item(item) = &block.kind {
                let deeper = usize::from(is_heading(item));
                self.headings += deeper;
                self.blocks(&item.children);
                self.headings -= deeper;
            }
        }
    }

    /// A block, with the keys of the footnotes that begin in it.
    fn noted(&mut self, block: &Block) {
        let keys = note::keys(block);
        if keys.is_empty() {
            return self.block(&block.kind);
        }
        self.write("noted((");
        self.list(&keys, |writer, key| writer.write(key));
        self.write("), ");
        self.block(&block.kind);
        self.write(")");
    }

    fn block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Paragraph(text) => self.paragraph(text),
            BlockKind::Item(item) => self.item(item),
            BlockKind::Quotation(blocks) => {
                self.write("quotation(\n");
                self.indent += 1;
                self.blocks(blocks);
                self.indent -= 1;
                self.start_line();
                self.write(")");
            }
            BlockKind::Table(table) => self.table(table),
            BlockKind::Picture(picture) => self.picture(picture),
            BlockKind::Preformatted(lines) => {
                self.write("preformatted(");
                self.list(lines, |writer, line| writer.marks.line(&mut writer.out, line));
                self.write(")");
            }
            BlockKind::Aligned(lines) => self.aligned(lines),
            BlockKind::Separator => self.write("separator()"),
        }
    }

    /// Lines in the middle, at the right or beside each other.
    fn aligned(&mut self, lines: &[AlignedLine]) {
        self.write("aligned(");
        self.list(lines, |writer, line| {
            match line {
                AlignedLine::Center(_) => writer.write("centered("),
                AlignedLine::Right(_) => writer.write("at-right("),
                AlignedLine::Columns(_) => writer.write("beside("),
                AlignedLine::Room => writer.write("signing-room("),
            }
            writer.list(line.columns(), |writer, text| writer.inlines(text));
            writer.write(")");
        });
        self.write(")");
    }

    fn item(&mut self, item: &Item) {
        let number = item.number.as_ref();
        let rank = number.map(|number| number.rank);
        if rank.is_some_and(Rank::is_division) {
            return self.division(item);
        }
        if is_heading(item) {
            self.write(&format!("heading-line({}, ", self.headings + 1));
            match number {
                Some(number) => self.number(number),
                None => self.write("none"),
            }
        } else if let (Some(number), [Inline::Strong(start), rest @ ..]) =
            (number.filter(|number| number.bold), &item.text[..])
        {
            return self.bold_start(number, start, rest, leads(item));
        } else if let Some(number) = number {
            let article = number.rank == Rank::Article;
            self.write(if article { "article-text(" } else { "item(" });
            self.number(number);
        } else {
            return self.paragraph(&item.text);
        }
        self.write(", ");
        self.sequence(&item.text, !is_heading(item));
        self.write(if !is_heading(item) && leads(item) { ", leads: true)" } else { ")" });
    }

    /// An item whose number stands in the bold letters at its start: `**1. Phòng Kinh tế:** …`.
    fn bold_start(
        &mut self,
        number: &ItemNumber,
        start: &[Inline],
        rest: &[Inline],
        leads: bool,
    ) {
        self.write("paragraph({ strong({ ");
        self.text(&Text::new(&number.label, number.span));
        self.write("; \" \"; ");
        self.inlines(start);
        self.write(" }); ");
        self.sequence(rest, true);
        self.write(if leads { " }, leads: true)" } else { " })" });
    }

    /// A part, chapter or section: its label, and its name if it has one.
    fn division(&mut self, item: &Item) {
        self.write(&format!("division({}, ", self.headings + 1));
        if let Some(number) = &item.number {
            self.number(number);
        }
        self.write(", ");
        if plain_text(&item.text).trim().is_empty() {
            self.write("none");
        } else {
            self.inlines(&item.text);
        }
        self.write(")");
    }

    fn table(&mut self, table: &Table) {
        self.write("data-table(align: (");
        self.list(&table.columns, |writer, column| {
            writer.write(match column {
                Alignment::Left => "\"left\"",
                Alignment::Center => "\"center\"",
                Alignment::Right => "\"right\"",
            });
        });
        self.write("), header: ");
        self.rows(&table.header);
        self.write(", rows: ");
        self.rows(&table.rows);
        self.write(")");
    }

    /// Rows of a table, each on a line of its own.
    fn rows(&mut self, rows: &[Vec<Cell>]) {
        self.write("(\n");
        self.indent += 1;
        for row in rows {
            self.start_line();
            self.row(row);
            self.write(",\n");
        }
        self.indent -= 1;
        self.start_line();
        self.write(")");
    }

    fn row(&mut self, cells: &[Cell]) {
        self.write("(");
        self.list(cells, |writer, cell| match (cell.rows, cell.columns) {
            (0, 0) => writer.write("none"),
            (1, 1) => writer.inlines(&cell.text),
            (rows, columns) => {
                writer.write(&format!("joined({rows}, {columns}, "));
                writer.inlines(&cell.text);
                writer.write(")");
            }
        });
        self.write(")");
    }

    fn picture(&mut self, picture: &Picture) {
        self.write("picture(");
        self.marks.picture(&mut self.out, &picture.path);
        self.write(", ");
        self.hidden(&picture.description.value, picture.description.span);
        self.write(")");
    }

    /// Text within a line.
    fn inlines(&mut self, inlines: &[Inline]) {
        self.sequence(inlines, false);
    }

    /// Text as one expression, whatever it consists of; `fills`: what is to be filled in by hand at
    /// the end of one of its lines goes on to the margin.
    fn sequence(&mut self, inlines: &[Inline], fills: bool) {
        let ends_line = |index: usize| {
            fills && matches!(inlines.get(index + 1), None | Some(Inline::LineBreak))
        };
        match inlines {
            [] => self.write("\"\""),
            [one] => self.inline(one, fills),
            many => {
                self.write("{ ");
                for (index, inline) in many.iter().enumerate() {
                    if index > 0 {
                        self.write("; ");
                    }
                    self.inline(inline, ends_line(index));
                }
                self.write(" }");
            }
        }
    }

    /// A part of a text; `ends_line`: it is the end of a line that may go on to the margin.
    fn inline(&mut self, inline: &Inline, ends_line: bool) {
        match inline {
            Inline::Text(text) if ends_line && is_to_fill_in(&text.value) => {
                self.write("to-margin(");
                self.text(text);
                self.write(")");
            }
            Inline::Text(text) if text.value.contains(check_box::ALL) => {
                self.write("boxed(");
                self.text(text);
                self.write(")");
            }
            Inline::Text(text) => self.text(text),
            Inline::Strong(content) => self.styled("strong", content, ends_line),
            Inline::Emphasis(content) => self.styled("emph", content, ends_line),
            Inline::Footnote(note) => self.footnote(note),
            Inline::Link { url, content } => {
                self.write("link(");
                match texts(content).next() {
                    Some(first) => self.hidden(url, first.span),
                    None => self.marks.plain(&mut self.out, url),
                }
                self.write(", ");
                self.inlines(content);
                self.write(")");
            }
            Inline::LineBreak => self.write("linebreak()"),
        }
    }

    fn styled(&mut self, function: &str, content: &[Inline], fills: bool) {
        self.write(function);
        self.write("(");
        self.sequence(content, fills);
        self.write(")");
    }

    /// The first mark of a footnote, which brings its text, or another one.
    fn footnote(&mut self, note: &Footnote) {
        let key = note::key(note);
        if note.repeated {
            return self.write(&format!("footnote-again({key})"));
        }
        self.write("footnote(");
        self.inlines(&note.text);
        self.write(&format!(", key: {key})"));
    }

    fn paragraph(&mut self, content: &[Inline]) {
        self.styled("paragraph", content, true);
    }

    /// Entries with a comma after each, as a list of one needs it.
    fn list<T>(&mut self, entries: &[T], entry: impl Fn(&mut Self, &T)) {
        for (index, value) in entries.iter().enumerate() {
            if index > 0 {
                self.write(" ");
            }
            entry(self, value);
            self.write(",");
        }
    }

    fn start_line(&mut self) {
        self.out.extend(std::iter::repeat_n("  ", self.indent));
    }

    fn write(&mut self, code: &str) {
        self.out.push_str(code);
    }

    fn text(&mut self, text: &Text) {
        self.marks.text(&mut self.out, text);
    }

    fn hidden(&mut self, text: &str, span: Span) {
        self.marks.hidden(&mut self.out, text, span);
    }

    fn number(&mut self, number: &ItemNumber) {
        let label = Text::new(&number.label, number.span);
        if number.bold {
            self.write("strong(");
            self.text(&label);
            self.write(")");
        } else {
            self.text(&label);
        }
    }
}

/// Whether an item is a heading with something in it: one without is no entry of a table of
/// contents (PDF/UA-1, 7.4).
fn is_heading(item: &Item) -> bool {
    let blank = || plain_text(&item.text).trim().is_empty();
    let division = item.number.as_ref().is_some_and(|number| number.rank.is_division());
    division || (item.heading && (item.number.is_some() || !blank()))
}

/// Whether an item says no more than what those below it are about ("2. Yêu cầu"): it never stands
/// alone at the foot of a page. A colon says the same, and is seen on the page.
fn leads(item: &Item) -> bool {
    let text = plain_text(&item.text);
    let closed = text.trim_end().ends_with(['.', ';', ',', ':', '!', '?', '…']);
    !item.children.is_empty() && !closed
}

/// The signs of a place to fill in by hand.
const FILLERS: [char; 3] = ['.', '…', '_'];

/// Whether a line is to be filled in by hand at its end: "Họ và tên: ………", "Ký tên ______". A few
/// dots close a sentence ("trồng trọt......"), many behind a word do not; behind other places of the
/// line that are as long ("......../......../........") it ends where it was typed.
fn is_to_fill_in(line: &str) -> bool {
    let words = line.trim_end_matches(FILLERS);
    let least = if words.ends_with(char::is_alphanumeric) { 15 } else { 8 };
    let others = words.split(|c| !FILLERS.contains(&c)).map(dots).max();
    dots(&line[words.len()..]) >= others.map_or(least, |longest| least.max(longest + 1))
}

/// How many dots a row of such signs is worth.
fn dots(row: &str) -> usize {
    row.chars().map(|sign| if sign == '…' { 3 } else { 1 }).sum()
}
