//! From text to lines that know what they are: blank, heading, item, row, the next line of a
//! paragraph. Files in the order in which a text goes through them:
//!
//! 1. `comments` takes `<!-- … -->` out; `split` cuts the rest into `line`s with what encloses each.
//! 2. `appearance` measures a line by itself: its `words`, its label (`number`; `legal_label` with the
//!    `division_words` for `Chương II` and `Điều 5.`), bold, capitals, width.
//! 3. `rows` finds tables, `arrows` the lines between arrows, `wrap` the width at which the text was wrapped.
//! 4. `kind` decides what each line is. No other file does.
//! 5. `emphasis` tells the `*` and `_` that mark from those that are signs; what they become are
//!    `marker`s.

mod ahead;
mod appearance;
pub(super) mod arrows;
pub(super) mod blanks;
mod comments;
mod division_words;
pub(super) mod emphasis;
pub(super) mod kind;
pub(super) mod legal_label;
pub(super) mod line;
pub(super) mod marker;
pub(super) mod number;
pub(super) mod rows;
mod split;
pub(super) mod words;
mod wrap;

use self::kind::LineKind;
use self::line::Line;
use self::rows::Tables;
use super::fragment::Fragment;
use crate::diagnostic::{Diagnostics, Rule};

/// The rules of reading lines.
pub(super) const RULES: &[&Rule] = &[
    &arrows::ARROW_ALONE,
    &comments::COMMENT_SWALLOWS,
    &kind::doubt::LINE_END_DOUBTFUL,
    &kind::hash::HASH_WITHOUT_BLANK,
    &rows::without_delimiter::TABLE_RULE_MISSING,
    &rows::tabs::TABLE_OF_TABS,
];

/// The lines of a text that know what they are.
pub(super) struct ReadLines<'a> {
    /// The text without its comments.
    pub(super) fragment: Fragment<'a>,
    /// Its lines.
    pub(super) lines: Vec<Line>,
    /// Which of them are rows of tables.
    pub(super) tables: Tables,
    /// What each of them is.
    pub(super) kinds: Vec<LineKind>,
}

/// Reads the lines of a text.
pub(super) fn read<'a>(
    fragment: Fragment<'a>,
    diagnostics: &mut Diagnostics,
) -> ReadLines<'a> {
    let fragment = comments::without(fragment, diagnostics);
    let lines = split::split(&fragment, diagnostics);
    let tables = Tables::of(&fragment, &lines, diagnostics);
    let kinds = kind::kinds(&fragment, &lines, &tables, diagnostics);
    ReadLines { fragment, lines, tables, kinds }
}
