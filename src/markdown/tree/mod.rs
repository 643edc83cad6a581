//! From pieces to the tree of items that is the outline. Files in the order in which a text goes
//! through them:
//!
//! 1. `titles` gives divisions and articles their names; `itemize` makes `part`s of pieces: what is
//!    an item and where its number comes from. `conclusions` makes parts of those given as data.
//! 2. `sections` finds where the opening ends and the closing starts.
//! 3. `blocks` makes blocks of parts: `builder` makes the tree of `node`s, by the `rank_order` of
//!    the numbers; `headings` marks headings; `numbering` makes and checks numbers.
//! 4. `conclusions_only` cuts down a text that is set in a template it was not written for; what
//!    stays gets the `footnote_texts` of what goes.

pub(super) mod blocks;
mod builder;
pub(super) mod conclusions;
pub(super) mod conclusions_only;
mod footnote_texts;
mod headings;
pub(super) mod itemize;
mod node;
pub(super) mod numbering;
pub(super) mod part;
mod rank_order;
pub(super) mod sections;
mod titles;

use crate::diagnostic::Rule;

/// The rules of numbers.
pub(super) const RULES: &[&Rule] =
    &[&builder::place::NUMBER_MIXTURE, &numbering::NUMBER_GAP];
