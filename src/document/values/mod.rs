//! The kinds of values that fields take: dates, quantities, choices, lists.

pub(super) mod choice;
pub mod date;
pub(super) mod done;
pub(super) mod fields;
pub(super) mod quantity;
pub(super) mod regime;
