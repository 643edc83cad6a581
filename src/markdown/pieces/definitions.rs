//! Addresses of links that stand apart, `[1]: http://…`, and that nothing refers to: they would
//! vanish from the page.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, RefDefs, Tag};

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

fn is_reference(kind: LinkType) -> bool {
    matches!(kind, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut)
}
