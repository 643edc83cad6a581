//! From text to lines that know what they are: blank, heading, item, row, the next line of a
//! paragraph. Files in the order in which a text goes through them:
//!
//! 1. `comments` takes `<!-- … -->` out; `split` cuts the rest into `line`s with what encloses each.
//! 2. `look` measures a line by itself: its `words`, its label (`number`; `legal_label` with the
//!    `division_words` for `Chương II` and `Điều 5.`), bold, capitals, width.
//! 3. `rows` finds tables, `wrap` the width at which the text was wrapped.
//! 4. `kind` decides what each line is. No other file does.
//! 5. `emphasis` tells the `*` and `_` that mark from those that are signs; what they become are
//!    `marker`s.

mod appearance;
pub(super) mod blanks;
pub(super) mod comments;
mod division_words;
pub(super) mod emphasis;
pub(super) mod kind;
pub(super) mod legal_label;
pub(super) mod line;
pub(super) mod marker;
pub(super) mod number;
pub(super) mod rows;
pub(super) mod split;
pub(super) mod words;
mod wrap;

use crate::diagnostic::Rule;

/// The rules of reading lines.
pub(super) const RULES: &[&Rule] = &[
    &comments::COMMENT_SWALLOWS,
    &kind::doubt::LINE_END_DOUBTFUL,
    &kind::hash::HASH_WITHOUT_BLANK,
    &rows::without_delimiter::TABLE_RULE_MISSING,
    &rows::tabs::TABLE_OF_TABS,
];
