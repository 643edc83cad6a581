//! Where the fields of a file stand, for those who edit its text.

use super::node::{Key, Kind, Node};
use crate::document::{FieldLocation, Shape};
use crate::source::{Source, Span};

/// Where the fields in a tree stand, which was read from `source`.
pub(super) fn of(tree: &Node, source: &Source) -> FieldLocation {
    place(None, tree, source)
}

fn place(key: Option<&Key>, node: &Node, source: &Source) -> FieldLocation {
    let (shape, inner) = match &node.kind {
        Kind::Null => (Shape::Empty, Vec::new()),
        Kind::Scalar(_) => (Shape::Text, Vec::new()),
        Kind::List(list) => {
            let entry = |node| place(None, node, source);
            (Shape::List, list.iter().map(entry).collect::<Vec<_>>())
        }
        Kind::Map(map) => {
            let field = |(key, node): &(Key, Node)| place(Some(key), node, source);
            (Shape::Group, map.iter().map(field).collect())
        }
    };
    let name = key.map_or_else(String::new, |key| key.name.clone());
    let span = closed(node.span, &inner, source);
    FieldLocation { name, key: key.map(|key| key.span), span, shape, inner }
}

/// The span of a value; where it stands in brackets, up to the closing one.
fn closed(span: Span, inner: &[FieldLocation], source: &Source) -> Span {
    let end = inner.iter().map(|place| place.whole().end).max();
    let end = end.unwrap_or_default().max(span.end);
    let brackets = [("[", ']'), ("{", '}')];
    let open = source.slice(span.start..source.text().len());
    let close = brackets.iter().find(|(start, _)| open.starts_with(start));
    let Some((_, close)) = close.filter(|_| !inner.is_empty()) else {
        return Span { end, ..span };
    };
    let mut comment = false;
    let behind = source.text()[end..].char_indices().find(|(_, c)| {
        comment = *c == '#' || (comment && *c != '\n');
        !comment && c == close
    });
    Span { end: behind.map_or(end, |(at, c)| end + at + c.len_utf8()), ..span }
}

#[cfg(test)]
mod tests {
    use super::super::{split, tree};
    use super::*;
    use crate::source::Sources;

    #[test]
    fn values_are_found_as_they_are_written() {
        let text = "---\nsố: \"012\"   # x\nGấp: >-\n  một\n  hai   \nb: 'x' # c\n\
                    c: [a, {d: 1}]  # d\nh:\n  - t: A # c\n    mục:\n    - b\n\n  - c\nk:\n\
                    z: một\n  hai # x\n---\n";
        let mut sources = Sources::default();
        let file = sources.add(Source::new("a.md", text));
        let source = sources.get(file);
        let yaml = split::split(file, source).unwrap().yaml;
        let tree = tree::parse(Span::new(file, yaml), source).unwrap();
        let places = of(&tree, source);
        let said: Vec<&str> =
            places.inner.iter().map(|place| sources.slice(place.whole())).collect();
        assert_eq!(
            said,
            [
                "số: \"012\"",
                "Gấp: >-\n  một\n  hai",
                "b: 'x'",
                "c: [a, {d: 1}]",
                "h:\n  - t: A # c\n    mục:\n    - b\n\n  - c",
                "k",
                "z: một\n  hai",
            ]
        );
        let title = places.field("h").unwrap().inner[0].field("t").unwrap();
        assert_eq!(sources.slice(title.span), "A");
    }
}
