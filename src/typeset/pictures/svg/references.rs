//! Which elements of an SVG draw others: `<use href="#a"/>`, `fill="url(#a)"`.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId};

use super::super::fault::{Content, Fault};
use super::contents::is_svg;
use super::styles::Styles;

const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Another element that an element draws.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference {
    pub(super) to: NodeId,
    /// How often each shape draws it.
    pub(super) times: u64,
    /// Whether every shape within the element draws it, not only the element itself.
    pub(super) is_inherited: bool,
}

/// The references of all elements.
#[derive(Debug)]
pub(super) struct References(HashMap<NodeId, Vec<Reference>>);

impl References {
    /// Finds them.
    ///
    /// # Errors
    /// Where one leads out of the file.
    pub(super) fn read(
        document: &Document<'_>,
        styles: &Styles<'_>,
    ) -> Result<Self, Fault> {
        let elements = || document.descendants().filter(|node| is_svg(*node));
        let mut ids = HashMap::new();
        for node in elements() {
            if let Some(id) = node.attribute("id") {
                ids.entry(id).or_insert(node.id());
            }
        }
        let mut found = HashMap::new();
        for node in elements() {
            let mut of_node = Vec::new();
            let name = node.tag_name().name();
            // A link to read on is not drawn, and a picture is looked at as such.
            if let Some(href) = href(node)
                && !["a", "image"].contains(&name)
                && !href.trim().is_empty()
            {
                let id = href.trim().strip_prefix('#');
                let id = id.ok_or_else(|| Fault::Content(Content::Link(short(href))))?;
                match ids.get(id) {
                    Some(to) => {
                        of_node.push(Reference {
                            to: *to,
                            times: 1,
                            is_inherited: false,
                        });
                    }
                    None if name == "use" || name == "textPath" => {
                        return Err(Fault::Content(Content::Dangling(short(id))));
                    }
                    None => {}
                }
            }
            for (property, value) in styles.properties(node) {
                // A style is taken apart into its properties.
                if property == "style" {
                    continue;
                }
                for link in urls(value) {
                    let Some(id) = link.strip_prefix('#') else {
                        return Err(Fault::Content(Content::Link(short(link))));
                    };
                    let times = vertices(node, property);
                    let reference =
                        |to: &NodeId| Reference { to: *to, times, is_inherited: true };
                    of_node.extend(ids.get(id).map(reference));
                }
            }
            if !of_node.is_empty() {
                found.insert(node.id(), of_node);
            }
        }
        Ok(Self(found))
    }

    /// Those of an element.
    pub(super) fn of(&self, node: NodeId) -> &[Reference] {
        self.0.get(&node).map_or(&[], Vec::as_slice)
    }
}

/// What an element refers to.
pub(super) fn href<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute((XLINK, "href")).or_else(|| node.attribute("href"))
}

/// The start of an address, to be shown.
pub(super) fn short(link: &str) -> String {
    link.chars().filter(|c| !c.is_control() && *c != '`').take(60).collect()
}

/// What stands in `url(…)`.
fn urls(value: &str) -> impl Iterator<Item = &str> {
    let parts = value.split("url(").skip(1);
    parts.map(|part| {
        let inside = part.split_once(')').map_or(part, |(inside, _)| inside);
        inside.trim().trim_matches(['"', '\''])
    })
}

/// How often a property makes a shape draw what it refers to: marks in the middle of a line stand
/// at each of its points.
fn vertices(node: Node<'_, '_>, property: &str) -> u64 {
    if !["marker", "marker-mid"].contains(&property) {
        return 1;
    }
    let line = |node: Node<'_, '_>| {
        let points = node.attribute("d").or_else(|| node.attribute("points"));
        points.map_or(0, str::len)
    };
    let longest = node.descendants().map(line).max().unwrap_or(0);
    longest as u64 / 2 + 1
}
