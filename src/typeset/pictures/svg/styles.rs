//! The style sheets of an SVG: what they draw on, and which elements they make refer to others.

use roxmltree::{Document, Node};
use simplecss::{AttributeOperator, DeclarationTokenizer, PseudoClass, StyleSheet};

use super::super::fault::{Content, Fault};

/// Most rules: they are put in order.
const MOST_RULES: usize = 3_000;

/// Most rules times elements: each is compared with all.
const MOST_COMPARED: usize = 5_000_000;

/// The style sheets of an SVG.
#[derive(Debug)]
pub(super) struct Styles<'a> {
    sheet: StyleSheet<'a>,
}

impl<'a> Styles<'a> {
    /// Reads the style sheets.
    ///
    /// # Errors
    /// Where they draw on other files, or have too many rules.
    pub(super) fn read(document: &'a Document<'_>) -> Result<Self, Fault> {
        let elements = document.descendants().filter(Node::is_element).count();
        let mut rules = 0_usize;
        let mut sheet = StyleSheet::new();
        let styles = document
            .descendants()
            .filter(|node| node.is_element() && node.tag_name().name() == "style");
        for text in styles.filter_map(|node| node.text()) {
            let said = text.to_ascii_lowercase();
            if said.contains("@import") {
                return Err(Fault::Content(Content::Link("@import".to_owned())));
            }
            if said.contains("@font-face") {
                return Err(Fault::Content(Content::Font));
            }
            if said.contains("@keyframes") {
                return Err(Fault::Content(Content::Animation));
            }
            rules += text.matches(['{', ',']).count();
            if rules > MOST_RULES || rules.saturating_mul(elements) > MOST_COMPARED {
                return Err(Fault::TooComplex);
            }
            sheet.parse_more(text);
        }
        // Only what refers to something, makes an effect or a layer is asked for.
        sheet.rules.retain(|rule| {
            rule.declarations.iter().any(|d| is_told(d.name) || d.value.contains("url("))
        });
        Ok(Self { sheet })
    }

    /// Whether an element is drawn on a layer of its own.
    pub(super) fn makes_layer(&self, node: Node<'_, '_>) -> bool {
        self.properties(node).any(|(name, value)| match name {
            "opacity" => !["1", "1.0", "100%"].contains(&value.trim()),
            "mask" | "clip-path" => value.trim() != "none",
            "mix-blend-mode" => value.trim() != "normal",
            "isolation" => value.trim() != "auto",
            _ => false,
        })
    }

    /// Every property of an element that an attribute, its style or a style sheet sets.
    pub(super) fn properties<'b>(
        &'b self,
        node: Node<'b, 'b>,
    ) -> impl Iterator<Item = (&'b str, &'b str)> {
        let own = node.attributes().map(|a| (a.name(), a.value()));
        let style = DeclarationTokenizer::from(node.attribute("style").unwrap_or(""));
        let style = style.map(|d| (d.name, d.value));
        let rules = self.sheet.rules.iter();
        let rules = rules.filter(move |rule| rule.selector.matches(&Element(node)));
        let rules = rules.flat_map(|rule| &rule.declarations);
        own.chain(style).chain(rules.map(|d| (d.name, d.value)))
    }
}

/// Whether a property is looked for beyond what it refers to.
fn is_told(name: &str) -> bool {
    ["filter", "opacity", "mix-blend-mode", "isolation"].contains(&name)
}

struct Element<'a>(Node<'a, 'a>);

impl simplecss::Element for Element<'_> {
    fn parent_element(&self) -> Option<Self> {
        self.0.parent_element().map(Element)
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_sibling_element().map(Element)
    }

    fn has_local_name(&self, local_name: &str) -> bool {
        self.0.tag_name().name() == local_name
    }

    fn attribute_matches(
        &self,
        local_name: &str,
        operator: AttributeOperator<'_>,
    ) -> bool {
        self.0.attribute(local_name).is_some_and(|value| operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: PseudoClass<'_>) -> bool {
        class == PseudoClass::FirstChild && self.prev_sibling_element().is_none()
    }
}
