//! The Markdown that is understood: its extensions, and how deep things may lie in each other.

use pulldown_cmark::Options;

use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::source::Span;

/// More nesting than the page can show.
pub(crate) static NESTING_TOO_DEEP: Rule = Rule {
    id: "nesting-too-deep",
    family: Family::Numbering,
    explanation: Bilingual {
        vi: "Trang giấy không còn chỗ thụt vào cho quá nhiều cấp.",
        en: "The page has no room to indent so many levels.",
    },
    wrong: Example::described(
        "một mục nằm sâu hơn 24 cấp",
        "an item more than 24 levels deep",
    ),
    right: Example::described(
        "các mục lồng nhau vài cấp: I, 1, a), -",
        "items nested in a few levels: I, 1, a), -",
    ),
    ..Rule::ERROR
};

/// Something is nested deeper than `limit` levels.
fn nesting_too_deep(limit: usize) -> Problem {
    NESTING_TOO_DEEP.problem(
        both!("các mục lồng nhau quá nhiều cấp", "too many levels in each other"),
        both!("từ đây", "from here on"),
        both!("bỏ bớt cấp: chỉ lồng tối đa {limit} cấp", "use at most {limit} levels"),
    )
}

/// The extensions that are on. Everything else would change what people type.
pub(super) const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// How deep lists, quotations and marks may be nested.
pub(super) const MAX_DEPTH: usize = 24;

/// How deep quotations may be nested: each is set in from both sides, and no page has more.
pub(super) const MAX_QUOTATIONS: usize = 6;

/// How deep footnotes may stand within footnotes.
pub(super) const MAX_NOTE_DEPTH: usize = 8;

/// Reports once that something is nested deeper than `limit` levels.
pub(super) fn report_depth(limit: usize, span: Span, diagnostics: &mut Diagnostics) {
    let problem = nesting_too_deep(limit);
    if !diagnostics.iter().any(|diagnostic| diagnostic.problem == problem) {
        diagnostics.push(problem, span);
    }
}
