//! What an SVG may have: elements that are drawn as they are meant, nothing that is left out or
//! replaced without a word.

use roxmltree::{Document, Node};

use super::super::fault::{Content, Fault};
use super::styles::Styles;

/// The namespace of SVG; elements without one count as its.
const SVG: &str = "http://www.w3.org/2000/svg";

/// The elements that are drawn, or that only say something about the picture.
const KNOWN: [&str; 32] = [
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
    "color-profile",
];

/// Checks every element.
///
/// # Errors
/// The first that is not drawn as it is meant.
pub(super) fn check(document: &Document<'_>, styles: &Styles<'_>) -> Result<(), Fault> {
    // Typst warns of these letters wherever they stand.
    if document.input_text().contains("<foreignObject") {
        return Err(Fault::Content(Content::Foreign));
    }
    for node in document.root().children().filter(Node::is_pi) {
        if let Some(instruction) = node.pi()
            && instruction.target == "xml-stylesheet"
        {
            let link = instruction.value.unwrap_or_default().to_owned();
            return Err(Fault::Content(Content::Link(link)));
        }
    }
    for node in document.descendants().filter(|node| is_svg(*node)) {
        let name = node.tag_name().name();
        let content = match name {
            "foreignObject" => Some(Content::Foreign),
            "script" => Some(Content::Script),
            "animate" | "animateMotion" | "animateTransform" | "animateColor" | "set" => {
                Some(Content::Animation)
            }
            "font" | "font-face" => Some(Content::Font),
            name if name.starts_with("fe") || KNOWN.contains(&name) => None,
            name => Some(Content::Element(name.to_owned())),
        };
        let mut properties = styles.properties(node);
        let has_effect = properties.any(|(name, value)| {
            name == "filter" && !["none", "inherit", ""].contains(&value.trim())
        });
        let effect = has_effect.then_some(Content::Effect);
        if let Some(content) = content.or(effect) {
            return Err(Fault::Content(content));
        }
    }
    Ok(())
}

/// Whether a node is an element of SVG, not one that a drawing program keeps for itself.
pub(super) fn is_svg(node: Node<'_, '_>) -> bool {
    node.is_element() && matches!(node.tag_name().namespace(), None | Some(SVG))
}
