//! `TypedNumber`: a number or bullet that the user typed, and how it is printed.

use crate::document::Text;
use crate::document::outline::{ItemNumber, Rank};
use crate::markdown::lines::number::Number;

/// A number or bullet that the user typed.
#[derive(Debug, Clone)]
pub(crate) struct TypedNumber {
    /// What it means.
    pub(crate) number: Number,
    /// As typed.
    pub(crate) label: Text,
    /// Whether it is bold.
    pub(crate) bold: bool,
}

impl TypedNumber {
    /// The number of an item: as typed; a bullet as it is printed, the label of a division or an
    /// article as the rules have it.
    pub(crate) fn item_number(&self) -> ItemNumber {
        let rank = self.number.rank;
        let set = rank.is_legal() || self.is_dash();
        let label = if set { self.number.label() } else { self.label.value.clone() };
        ItemNumber { rank, typed: true, bold: self.bold, label, span: self.label.span }
    }

    /// Whether it is a dash and not a number that counts.
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self.number.rank, Rank::Dash(_))
    }
}
