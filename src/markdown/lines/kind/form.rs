//! What a line is by itself, whatever stands above and below it.

use pulldown_cmark::Parser;

use crate::document::outline::Rank;
use crate::markdown::dialect::OPTIONS;
use crate::markdown::lines::appearance::{Appearance, Label};
use crate::markdown::lines::arrows::{self, ArrowLine};
use crate::markdown::lines::line::Line;
use crate::markdown::lines::number::Number;

/// What a line is by itself.
pub(super) enum LineForm {
    /// A heading.
    Heading {
        /// How many `#` it has.
        level: u8,
        /// What stands behind them.
        appearance: Appearance,
        /// Whether a blank stands between: `# Thu`, not `#I. Thu`.
        spaced: bool,
    },
    /// A line of dashes or stars.
    Separator,
    /// The address of a link.
    Definition,
    /// A line between arrows.
    Arrows(ArrowLine),
    /// Anything else.
    Text(Appearance),
}

/// What a line is by itself, unless it is blank, fenced or a row of a table.
pub(super) fn form(text: &str, line: &Line, row: bool) -> Option<LineForm> {
    if line.is_blank() || line.fenced || row {
        return None;
    }
    let slice = &text[line.text.clone()];
    if line.definition.is_none() {
        if is_separator(slice) {
            return Some(LineForm::Separator);
        }
        if is_definition(slice) {
            return Some(LineForm::Definition);
        }
        if let Some(heading) = heading(text, line) {
            return Some(heading);
        }
        // What stands in a footnote goes on in one line.
        let arrows = arrows::read(text, line.text.clone());
        if let Some(arrows) = arrows.filter(|_| line.enclosure.note.is_none()) {
            return Some(LineForm::Arrows(arrows));
        }
    }
    Some(LineForm::Text(Appearance::of_line(text, line)))
}

/// `---`, `* * *`: three or more of one sign and nothing else. `___` is a gap to fill in.
fn is_separator(text: &str) -> bool {
    let signs = || text.chars().filter(|c| !matches!(c, ' ' | '\t'));
    let first = signs().next();
    matches!(first, Some('-' | '*'))
        && signs().all(|c| Some(c) == first)
        && signs().nth(2).is_some()
}

/// Whether a line is the address of a link and nothing else: `[1]: http://…`.
fn is_definition(line: &str) -> bool {
    line.starts_with('[')
        && line.contains("]:")
        && Parser::new_ext(line, OPTIONS).next().is_none()
}

/// A heading: `#` before a blank, or directly before a number as in `#I.`
fn heading(text: &str, line: &Line) -> Option<LineForm> {
    let slice = &text[line.text.clone()];
    let rest = slice.trim_start_matches('#');
    let level = u8::try_from(slice.len() - rest.len())
        .ok()
        .filter(|level| (1..=6).contains(level))?;
    let content = rest.trim_start();
    let start = line.text.end - content.len();
    let look = Appearance::of(text, start..line.text.end, line.column);
    let spaced = content.len() < rest.len();
    // `#A.` and `#I.`: whether a letter goes on with one before it is not known here.
    let capital = |number: &Number| number.rank == Rank::Capital;
    let numbered =
        || look.label(true, true, capital).is_some_and(|label| !is_dash(&label));
    (!content.is_empty() && (spaced || numbered())).then_some(LineForm::Heading {
        level,
        appearance: look,
        spaced,
    })
}

/// Whether a label is a bullet.
pub(super) fn is_dash(label: &Label) -> bool {
    matches!(label.number.rank, Rank::Dash(_))
}
