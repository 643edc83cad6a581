//! What each line of a text is, decided here alone: from its text, its marks and its neighbours.
//!
//! | kind | example | decided by |
//! |---|---|---|
//! | blank | | nothing stands in it |
//! | heading | `# I. Đánh giá`, `#I. Đánh giá`, `##1. Thu` | `#` before a blank or a number |
//! | separator | `---`, `***` | three or more of one sign; a line of `_` is a gap to fill in |
//! | fenced | ```` ``` ```` and the lines up to the next one | |
//! | table | `\| TT \| Thôn \|` | a line `\|---\|` below the first one; or two and more such lines |
//! | definition | `[1]: http://…` | the address of a link |
//! | item | `1. Giao`, `- Thu`, `Điều 5. …` | a number or bullet where a line may start one |
//! | paragraph | `Giao Văn phòng …` | the line above ended one: blank, heading, bold or capitals, `.` `;` `:` |
//! | goes on | `… theo điểm⏎1. của kế hoạch` | the line above ends in mid-sentence, or had no room in a wrapped text |
//!
//! A line end is a new paragraph where the writer meant one, and a blank within wrapped text
//! ([`super::wrap`]). Where that is in doubt the letters stay and a message says how it was read.

pub(super) mod doubt;
mod form;
pub(super) mod hash;
mod labels;
mod line_end;

use std::ops::Range;

use self::form::{LineForm, form, is_dash};
use self::line_end::{LineEnd, SPLITS};
use super::appearance::{Appearance, Label};
use super::line::{Ending, Line, MAX_WRAP};
use super::number::Number;
use super::rows::Tables;
use super::words::may_end_title;
use super::wrap::{Room, Wrap};
use crate::diagnostic::Diagnostics;
use crate::document::outline::Rank;
use crate::markdown::fragment::Fragment;

/// What a line is.
pub(crate) enum Kind {
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

/// The kinds of all lines of a text.
pub(crate) fn kinds(
    fragment: &Fragment<'_>,
    lines: &[Line],
    tables: &Tables,
    diagnostics: &mut Diagnostics,
) -> Vec<Kind> {
    let text = &*fragment.text;
    let forms: Vec<Option<LineForm>> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| form(text, line, tables.has(at)))
        .collect();
    let pairs = forms.windows(2).zip(lines.windows(2)).filter_map(|(pair, lines)| {
        let [Some(LineForm::Text(first)), Some(LineForm::Text(second))] = pair else {
            return None;
        };
        (lines[0].enclosure == lines[1].enclosure && lines[1].definition.is_none())
            .then_some((first, second))
    });
    let wrap = Wrap::certain(pairs.clone());
    let hint = Wrap::hint(pairs.clone());
    let ends = |(first, second): (&Appearance, &Appearance)| {
        let apart =
            wrap.as_ref().is_some_and(|wrap| wrap.room(first, second) == Room::Enough);
        first.ended
            && apart
            && !first.stands_out()
            && second.label(false, false, |_| true).is_none()
    };
    let paragraphs_adjoin = pairs.into_iter().any(ends);
    let wide = forms
        .iter()
        .any(|one| matches!(one, Some(LineForm::Text(look)) if look.width > MAX_WRAP));
    let mut classifier = Classifier {
        fragment,
        lines,
        forms: &forms,
        unwrapped: wrap.is_none() && wide,
        paragraphs_adjoin,
        wrap,
        hint,
        last_numbers: Vec::new(),
        margins: Vec::new(),
        paragraph: None,
        diagnostics,
    };
    (0..lines.len()).map(|at| classifier.kind(at, tables)).collect()
}

/// What is known of the text up to a line.
struct Classifier<'a> {
    fragment: &'a Fragment<'a>,
    lines: &'a [Line],
    forms: &'a [Option<LineForm>],
    wrap: Option<Wrap>,
    /// The wrap that a line or two hint at.
    hint: Option<Wrap>,
    /// Whether the text has lines that no program wraps, and none that one wrapped.
    unwrapped: bool,
    /// Whether it is wrapped and has paragraphs without a blank line between them.
    paragraphs_adjoin: bool,
    /// The last number of each rank that may still go on.
    last_numbers: Vec<Number>,
    /// The columns in which the text of the items starts that a line may be set in under.
    margins: Vec<usize>,
    /// The paragraph that may go on.
    paragraph: Option<OpenParagraph>,
    diagnostics: &'a mut Diagnostics,
}

/// The paragraph that may go on.
#[derive(Clone, Copy)]
struct OpenParagraph {
    /// Its first line.
    first: usize,
    /// The rank of its number.
    rank: Option<Rank>,
    /// Its bullet.
    bullet: Option<char>,
    /// Whether it is a title of which only the label stands there yet.
    label_alone: bool,
    /// Whether it is the name below the label of a division.
    is_division_name: bool,
}

impl Classifier<'_> {
    fn kind(&mut self, at: usize, tables: &Tables) -> Kind {
        let forms = self.forms;
        let column = self.lines[at].column;
        let kind = match &forms[at] {
            Some(LineForm::Text(look)) => return self.text(at, look),
            Some(LineForm::Heading { level, appearance: look, spaced }) => {
                return self.heading(at, *level, look, *spaced);
            }
            Some(LineForm::Separator) => Kind::Separator,
            Some(LineForm::Definition) => Kind::Definition,
            None if self.lines[at].fenced => Kind::Fenced,
            None if tables.has(at) => Kind::Row,
            None => Kind::Blank,
        };
        self.paragraph = None;
        if !matches!(kind, Kind::Blank) {
            self.margins.retain(|margin| *margin <= column);
        }
        kind
    }

    fn heading(&mut self, at: usize, level: u8, look: &Appearance, spaced: bool) -> Kind {
        let legal = self.lines[at].enclosure.note.is_none();
        let label = look.label(legal, true, |number| self.goes_on(number));
        let label = label.filter(|label| !is_dash(label) && self.is_plain(look, label));
        if !spaced && label.is_none() {
            // `#C. Mác`: only a number makes a heading of it.
            let whole = Appearance::of_line(&self.fragment.text, &self.lines[at]);
            self.report_hash(&whole);
            return Kind::Starts(self.start(at, &whole, None, false));
        }
        self.margins.clear();
        let start = self.start(at, look, label, false);
        Kind::Heading(level, start)
    }

    fn text(&mut self, at: usize, look: &Appearance) -> Kind {
        let line = &self.lines[at];
        let inside = self.margins.iter().any(|margin| *margin <= line.column);
        let legal = line.enclosure.note.is_none() && !inside;
        let label = look.label(legal, false, |number| self.goes_on(number));
        let label = label.filter(|label| {
            self.is_plain(look, label) && !self.is_wrapped_division(at, look)
        });
        let above = self.above(at);
        let end: LineEnd = match above {
            Some((before, paragraph)) => {
                self.line_end(before, look, label.as_ref(), paragraph)
            }
            None => SPLITS,
        };
        if end.doubtful {
            let span = self.fragment.span(look.text.clone());
            self.diagnostics.push(doubt::line_end_doubtful(end.splits), span);
        }
        if end.splits {
            self.report_hash(look);
            return Kind::Starts(self.start(at, look, label, above.is_some()));
        }
        let asked = at > 0 && self.lines[at - 1].ending != Ending::Plain;
        Kind::GoesOn(if asked { Join::Break } else { Join::Blank })
    }

    /// How a line of text or a heading looks.
    fn appearance(&self, at: usize) -> Option<&Appearance> {
        match self.forms.get(at)?.as_ref()? {
            LineForm::Text(look) | LineForm::Heading { appearance: look, .. } => {
                Some(look)
            }
            LineForm::Separator | LineForm::Definition => None,
        }
    }

    fn is_heading(&self, at: usize) -> bool {
        matches!(self.forms.get(at), Some(Some(LineForm::Heading { .. })))
    }

    /// Whether a line holds nothing but the tag of a line break.
    fn is_break(&self, look: &Appearance) -> bool {
        let text = &self.fragment.text[look.text.clone()];
        look.words.text.trim().is_empty() && text.contains('<')
    }

    fn room(&self, first: &Appearance, second: &Appearance) -> Option<Room> {
        self.wrap.as_ref().map(|wrap| wrap.room(first, second))
    }

    /// The line above, where it is one of text that may go on.
    fn above(&self, at: usize) -> Option<(usize, OpenParagraph)> {
        let paragraph = self.paragraph?;
        let before = at.checked_sub(1)?;
        let line = &self.lines[at];
        let same =
            self.lines[before].enclosure == line.enclosure && line.definition.is_none();
        same.then_some((before, paragraph))
    }

    /// Starts a heading, a paragraph or an item.
    fn start(
        &mut self,
        at: usize,
        look: &Appearance,
        label: Option<Label>,
        adjoins: bool,
    ) -> BlockStart {
        let column = self.lines[at].column;
        self.margins.retain(|margin| *margin <= column);
        let before = self.paragraph.filter(|before| adjoins && before.label_alone);
        let named = look.stands_out()
            || (look.starts_like_paragraph() && may_end_title(&look.words.text));
        let mut paragraph = OpenParagraph {
            first: at,
            rank: None,
            bullet: None,
            label_alone: false,
            is_division_name: before.is_some_and(OpenParagraph::is_division) && named,
        };
        if let Some(label) = &label {
            self.note(&label.number);
            self.margins.push(column + 2);
            paragraph.rank = Some(label.number.rank);
            paragraph.bullet = look.words.text.chars().next().filter(|_| is_dash(label));
            paragraph.label_alone = look.words.text.len() == label.cut;
        }
        self.paragraph = Some(paragraph);
        let label = label.map(|label| {
            let ranges = self.label_ranges(look, &label);
            (label, ranges)
        });
        BlockStart { text: look.text.clone(), label, adjoins }
    }
}

impl OpenParagraph {
    fn is_division(self) -> bool {
        self.rank.is_some_and(Rank::is_division)
    }
}
