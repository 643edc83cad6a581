//! Finds the placeholders in the text: `CẦN ĐIỀN`.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::shared::placeholder;
use crate::document::Outline;
use crate::document::mark::marks_in;
use crate::document::outline::{Block, blocks};
use crate::source::Sources;

/// Reports each `CẦN ĐIỀN` in the text of a document; a `draft` (`dự thảo`) may have them.
#[must_use]
pub fn placeholders(draft: bool, outline: &Outline, sources: &Sources) -> Diagnostics {
    if draft {
        return Diagnostics::default();
    }
    // The proceedings and the appendices are fields: their marks are found there.
    let texts = outline.main().into_iter().flat_map(blocks).flat_map(Block::texts);
    let marks = texts.flat_map(|text| marks_in(text, sources));
    marks.map(|span| (placeholder(false), span)).collect()
}
