//! The Markdown that is understood: its extensions, and how deep things may lie in each other.

use pulldown_cmark::Options;

use super::problems::numbering;
use crate::diagnostic::Diagnostics;
use crate::source::Span;

/// The extensions that are on. Everything else would change what people type.
pub(super) const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// How deep lists, quotations and marks may be nested.
pub(super) const MAX_DEPTH: usize = 24;

/// How deep quotations may be nested: each is set in from both sides, and no page has more.
pub(super) const MAX_QUOTATIONS: usize = 6;

/// How deep footnotes may stand within footnotes.
pub(super) const MAX_NOTES: usize = 8;

/// Reports once that something is nested deeper than `limit` levels.
pub(super) fn report_depth(limit: usize, span: Span, found: &mut Diagnostics) {
    let problem = numbering::nesting_too_deep(limit);
    if !found.iter().any(|diagnostic| diagnostic.problem == problem) {
        found.push(problem, span);
    }
}
