//! Where what makes a document a copy stands.

use super::Pages;
use super::outside::Margins;

/// The label that the layout library puts where that begins.
const START: &str = "copy-start";

/// So far below the upper margin (in pt) it may begin at the top of a page.
const TOLERANCE: f64 = 0.6;

impl Pages {
    /// The page, from 1, at the top of which what makes the document a copy begins, as it found no
    /// room below the text.
    #[must_use]
    pub fn copy_overleaf(&self) -> Option<usize> {
        let (page, start) = self.places(START).next()?;
        let margins = Margins::of(&self.document)?;
        let is_top = (start.y - margins.top).to_pt() < TOLERANCE;
        (page > 1 && is_top).then_some(page)
    }
}
