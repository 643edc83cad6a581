//! From lines to pieces: paragraphs with their typed numbers, headings, tables, quotations.
//! Files in the order in which a text goes through them:
//!
//! 1. `canonical` writes the lines down as Markdown that can be read in one way only, with what is known
//!    of each block beside it: above all its `typed_number`.
//! 2. `reader` turns the events of Markdown's parser into `piece`s; its inlines use `link`,
//!    `picture`, `blanks`, `check_boxes`, its tables `merged_cells`, its lines between arrows
//!    `aligned`.
//! 3. `definitions` and `stray_marks` find what would vanish, or would be printed as signs.

mod aligned;
mod blanks;
pub(super) mod canonical;
mod check_boxes;
mod definitions;
mod link;
mod merged_cells;
mod picture;
pub(super) mod piece;
pub(super) mod reader;
mod stray_marks;
pub(super) mod typed_number;

use crate::diagnostic::Rule;

/// The rules of reading pieces.
pub(super) const RULES: &[&Rule] = &[
    &definitions::DEFINITION_UNUSED,
    &merged_cells::CELL_WITHOUT_NEIGHBOUR,
    &merged_cells::CELLS_NOT_RECTANGULAR,
    &picture::PICTURE_OUTSIDE,
    &picture::PICTURE_WITHOUT_TEXT,
    &reader::inlines::html::RAW_HTML,
    &reader::notes::FOOTNOTE_UNUSED,
    &reader::table::TABLE_ROW_TOO_LONG,
    &stray_marks::FOOTNOTE_MISSING,
    &stray_marks::PICTURE_BLANK,
    &stray_marks::STRAY_MARKS,
];
