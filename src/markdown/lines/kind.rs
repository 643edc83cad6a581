//! What each line of a text is, decided here alone: from its text, its marks and its neighbours.
//!
//! | kind | example | decided by |
//! |---|---|---|
//! | blank | | nothing stands in it |
//! | heading | `# I. Đánh giá`, `#I. Đánh giá`, `##1. Thu` | `#` before a blank or a number |
//! | separator | `---`, `***` | three or more of one sign; a line of `_` is a gap to fill in |
//! | fenced | ```` ``` ```` and the lines up to the next one | |
//! | table | `\| TT \| Thôn \|` | a line `\|---\|` below the first one; or two and more such lines |
//! | arrows | `-> KẾT QUẢ <-`, `-> (Ký tên) ->` | an arrow at its start and one at its end |
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
mod line_kind;

use self::form::{LineForm, form, is_dash};
use self::line_end::{LineEnd, SPLITS};
pub(crate) use self::line_kind::{BlockStart, Join, LabelRanges, LineKind};
use super::appearance::{Appearance, Label};
use super::arrows;
use super::line::{Ending, Line, MAX_WRAP};
use super::number::Number;
use super::rows::Tables;
use super::words::may_end_title;
use super::wrap::{Room, Wrap};
use crate::diagnostic::Diagnostics;
use crate::document::outline::Rank;
use crate::markdown::fragment::Fragment;

/// The kinds of all lines of a text.
pub(crate) fn kinds(
    fragment: &Fragment<'_>,
    lines: &[Line],
    tables: &Tables,
    diagnostics: &mut Diagnostics,
) -> Vec<LineKind> {
    let text = &*fragment.text;
    let forms: Vec<Option<LineForm>> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| form(text, line, tables.has(at)))
        .collect();
    // How a text is wrapped shows in the lines that follow each other without a blank line.
    let pairs = forms.windows(2).zip(lines.windows(2)).filter_map(|(pair, lines)| {
        let [Some(LineForm::Text(first)), Some(LineForm::Text(second))] = pair else {
            return None;
        };
        (lines[0].enclosure == lines[1].enclosure && lines[1].definition.is_none())
            .then_some((first, second))
    });
    let wrap = Wrap::certain(pairs.clone());
    let hint = Wrap::hint(pairs.clone());
    // `… đã hoàn thành.⏎Các thôn …`: a sentence ended before the width, and a line of its own follows.
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

/// Decides what each line is, from top to bottom.
struct Classifier<'a> {
    fragment: &'a Fragment<'a>,
    lines: &'a [Line],
    forms: &'a [Option<LineForm>],
    wrap: Option<Wrap>,
    /// The wrap that a line or two hint at.
    hint: Option<Wrap>,
    /// Whether the text has lines wider than any program wraps, and shows no wrap: each line end
    /// is then one that somebody typed.
    unwrapped: bool,
    /// Whether it is wrapped and has paragraphs without a blank line between them.
    paragraphs_adjoin: bool,
    /// The last number of each rank that may still go on: `B.` needs an `A.` before it.
    last_numbers: Vec<Number>,
    /// The columns in which the texts of open items start: a line from there on may lie in one.
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
    /// Whether only a label stands there yet: `Chương II`, its name on the next line.
    label_alone: bool,
    /// Whether it is the name below the label of a division.
    is_division_name: bool,
}

impl Classifier<'_> {
    /// What a line is.
    fn kind(&mut self, at: usize, tables: &Tables) -> LineKind {
        let forms = self.forms;
        let column = self.lines[at].column;
        let kind = match &forms[at] {
            Some(LineForm::Text(look)) => return self.text(at, look),
            Some(LineForm::Heading { level, appearance: look, spaced }) => {
                return self.heading(at, *level, look, *spaced);
            }
            Some(LineForm::Separator) => LineKind::Separator,
            Some(LineForm::Definition) => LineKind::Definition,
            Some(LineForm::Arrows(line)) => {
                let goes_on = at.checked_sub(1).is_some_and(|before| {
                    self.has_arrows(before)
                        && self.lines[before].enclosure == self.lines[at].enclosure
                });
                LineKind::Arrows(line.clone(), goes_on)
            }
            None if self.lines[at].fenced => LineKind::Fenced,
            None if tables.has(at) => LineKind::Row,
            None => LineKind::Blank,
        };
        self.paragraph = None;
        // A blank line ends a paragraph, but not the item that the next one is set in under.
        if !matches!(kind, LineKind::Blank) {
            self.margins.retain(|margin| *margin <= column);
        }
        kind
    }

    /// Whether a line stands between arrows.
    fn has_arrows(&self, at: usize) -> bool {
        matches!(self.forms.get(at), Some(Some(LineForm::Arrows(_))))
    }

    /// Says that an arrow is printed: one at the end of a line, or one at the start of a line
    /// beside one between arrows.
    fn report_arrow(&mut self, at: usize, look: &Appearance) {
        let Some(arrow) = arrows::lone(&self.fragment.text, look.text.clone()) else {
            return;
        };
        let beside = at.checked_sub(1).is_some_and(|before| self.has_arrows(before))
            || self.has_arrows(at + 1);
        if arrow.at_end || beside {
            let mark = self.fragment.text[arrow.place.clone()].to_owned();
            let span = self.fragment.span(arrow.place);
            self.diagnostics.push(arrows::arrow_alone(&mark), span);
        }
    }

    /// What a line is that starts with `#`.
    fn heading(
        &mut self,
        at: usize,
        level: u8,
        look: &Appearance,
        spaced: bool,
    ) -> LineKind {
        let legal = self.lines[at].enclosure.note.is_none();
        let label = look.label(legal, true, |number| self.goes_on(number));
        let label = label.filter(|label| !is_dash(label) && self.is_plain(look, label));
        if !spaced && label.is_none() {
            // `#C. Mác`: only a number makes a heading of it.
            let whole = Appearance::of_line(&self.fragment.text, &self.lines[at]);
            self.report_hash(&whole);
            return LineKind::Starts(self.start(at, &whole, None, false));
        }
        self.report_arrow(at, look);
        self.margins.clear();
        let start = self.start(at, look, label, false);
        LineKind::Heading(level, start)
    }

    /// What any other line of text is.
    fn text(&mut self, at: usize, look: &Appearance) -> LineKind {
        self.report_arrow(at, look);
        let line = &self.lines[at];
        // `Điều 5.` in a footnote, or set in under an item, is a quoted one.
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
            return LineKind::Starts(self.start(at, look, label, above.is_some()));
        }
        let asked = at > 0 && self.lines[at - 1].ending != Ending::Plain;
        LineKind::GoesOn(if asked { Join::Break } else { Join::Blank })
    }

    /// How a line of text or a heading looks.
    fn appearance(&self, at: usize) -> Option<&Appearance> {
        match self.forms.get(at)?.as_ref()? {
            LineForm::Text(look) | LineForm::Heading { appearance: look, .. } => {
                Some(look)
            }
            LineForm::Separator | LineForm::Definition | LineForm::Arrows(_) => None,
        }
    }

    /// Whether a line starts with the `#` of a heading.
    fn is_heading(&self, at: usize) -> bool {
        matches!(self.forms.get(at), Some(Some(LineForm::Heading { .. })))
    }

    /// Whether a line holds nothing but the tag of a line break.
    fn is_break(&self, look: &Appearance) -> bool {
        let text = &self.fragment.text[look.text.clone()];
        look.words.text.trim().is_empty() && text.contains('<')
    }

    /// Whether the first word of `second` had room on the line before; nothing where the text
    /// shows no wrap.
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
        // `Chương II⏎QUY ĐỊNH CHUNG`, `Mục 1⏎Kết quả`: a name below its label.
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
            // `- Thu` has its text two columns on; that of `10. Thu` may as well start there.
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
    /// Whether it is the label, or the label and the name, of a division.
    fn is_division(self) -> bool {
        self.rank.is_some_and(Rank::is_division)
    }
}
