//! From lines to pieces: paragraphs with their typed numbers, headings, tables, quotations.
//! Files in the order in which a text goes through them:
//!
//! 1. `canonical` writes the lines down as Markdown that can be read in one way only, with what is known
//!    of each block beside it: above all its `typed_number`.
//! 2. `reader` turns the events of Markdown's parser into `piece`s; its inlines use `link`,
//!    `picture`, `blanks`, its tables `merged_cells`.
//! 3. `definitions` and `stray_marks` find what would vanish, or would be printed as signs.

mod blanks;
pub(super) mod canonical;
mod definitions;
mod link;
mod merged_cells;
mod picture;
pub(super) mod piece;
pub(super) mod reader;
mod stray_marks;
pub(super) mod typed_number;
