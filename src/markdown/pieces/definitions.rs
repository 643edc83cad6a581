//! Addresses of links that stand apart, `[1]: http://…`, and that nothing refers to: they would
//! vanish from the page.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, RefDefs, Tag};

use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// A definition of an address (`[name]: address`) that nothing refers to: it is not printed.
pub(crate) static DEFINITION_UNUSED: Rule = Rule {
    id: "definition-unused",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Trong Markdown, dòng `[tên]: địa chỉ` khai báo một liên kết và không được \
             in.",
        en: "In Markdown a line `[name]: address` defines a link and is not printed.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ.\n\n[mẫu]: bieu.md"),
    right: Example::body("Các thôn báo cáo tiến độ.\n\n\\[mẫu]: bieu.md"),
    ..Rule::WARNING
};

/// Nothing refers to an address.
pub(super) fn definition_unused() -> Problem {
    DEFINITION_UNUSED.problem(
        both!(
            "dòng này bị hiểu là địa chỉ của một liên kết nên không được in",
            "this line is taken for the address of a link and is not printed"
        ),
        both!("dòng này", "this line"),
        both!(
            "nếu cần in thì viết `\\[` thay cho `[` ở đầu dòng; nếu không thì xóa đi",
            "to print it, write `\\[` for `[` at its start; otherwise remove it"
        ),
    )
}

/// The labels that the links and pictures among some events refer to.
pub(crate) fn referred<'a>(
    events: impl Iterator<Item = &'a Event<'a>>,
) -> HashSet<String> {
    let label = |event: &Event<'_>| match event {
        Event::Start(
            Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. },
        ) if is_reference(*link_type) => Some(same_label(id)),
        _ => None,
    };
    events.filter_map(label).collect()
}

/// Where the definitions stand that nothing refers to: `[1]: Nghị-quyết`.
pub(crate) fn unused(
    definitions: &RefDefs<'_>,
    referred: &HashSet<String>,
) -> Vec<Range<usize>> {
    let unused =
        definitions.iter().filter(|(name, _)| !referred.contains(&same_label(name)));
    unused.map(|(_, definition)| definition.span.clone()).collect()
}

/// Labels that Markdown takes for the same become the same: `ẞ` and `SS`.
fn same_label(label: &str) -> String {
    label.to_lowercase().to_uppercase()
}

/// Whether a link leads to an address that stands apart: `[text][1]`.
fn is_reference(kind: LinkType) -> bool {
    matches!(kind, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut)
}
