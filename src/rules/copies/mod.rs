//! The copy that is made of a document (`sao`): of what was issued, by whom, with which number.

mod body;
mod complete;
mod electronic;
mod issued;
mod moved;
mod symbol;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::{Document, DocumentCopy, Manifest};
pub use moved::copy_moved;

/// The rules of copies.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        issued::RULES,
        body::RULES,
        symbol::RULES,
        complete::RULES,
        electronic::RULES,
        moved::RULES,
    ],
    check,
};

/// A document of which a copy is made.
struct Copied<'a> {
    copy: &'a DocumentCopy,
    document: &'a Document,
    /// What kind of document it is.
    kind: &'a Manifest,
    for_issue: bool,
}

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Draft { document, for_issue, .. } = *draft;
    let (Some(copy), Some(kind)) = (&document.copy, draft.templates.chosen()) else {
        return;
    };
    let copied = Copied { copy, document, kind, for_issue };
    issued::check(&copied, found);
    body::check(&copied, found);
    symbol::check(&copied, draft.sources, found);
    complete::check(&copied, found);
    electronic::check(&copied, found);
}
