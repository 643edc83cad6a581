//! `AlignedLine`: a line of a form, in the middle, at the right or in columns.

use std::slice;

use super::Inline;

/// A line that is set elsewhere than running text is.
#[derive(Debug, Clone, PartialEq)]
pub enum AlignedLine {
    /// In the middle of the text.
    Center(Vec<Inline>),
    /// At the right.
    Right(Vec<Inline>),
    /// Two and more texts beside each other, each in the middle of its column.
    Columns(Vec<Vec<Inline>>),
    /// Room for a signature and a seal.
    Room,
}

impl AlignedLine {
    /// What stands in it, column by column.
    #[must_use]
    pub fn columns(&self) -> &[Vec<Inline>] {
        match self {
            Self::Center(text) | Self::Right(text) => slice::from_ref(text),
            Self::Columns(columns) => columns,
            Self::Room => &[],
        }
    }

    /// The same, to be changed.
    pub fn columns_mut(&mut self) -> &mut [Vec<Inline>] {
        match self {
            Self::Center(text) | Self::Right(text) => slice::from_mut(text),
            Self::Columns(columns) => columns,
            Self::Room => &mut [],
        }
    }
}
