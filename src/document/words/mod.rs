//! How offices write: entries of lists, dates in sentences, numerals, marks, slips of the keyboard.

pub mod entry;
pub(super) mod first_letter;
pub mod mark;
pub mod mention;
pub(super) mod near;
pub mod numeral;
pub mod phrases;
