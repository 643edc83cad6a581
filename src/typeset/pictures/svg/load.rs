//! How much there is to draw in an SVG, with everything that stands in it many times by reference.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId};

use super::super::fault::{Content, Fault};
use super::embedded::Embedded;
use super::references::References;
use super::styles::Styles;

/// Most elements.
const MOST_ELEMENTS: u64 = 50_000;

/// How many other elements a text takes as much time as.
const TEXT: u64 = 5;

/// Most bytes of texts: each letter is set by itself.
const MOST_LETTERS: u64 = 20_000;

/// Most bytes of attributes and texts, without those of embedded pictures.
const MOST_BYTES: u64 = 2 * super::super::MEGABYTE;

/// Most layers: each is as large as the picture while a PNG is drawn.
const MOST_LAYERS: u64 = 2_000;

/// Most elements within each other, along references too.
const MOST_LEVELS: u64 = 100;

/// How much there is to draw.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Load {
    elements: u64,
    bytes: u64,
    letters: u64,
    layers: u64,
    /// Bytes of memory of embedded pictures.
    memory: u64,
    levels: u64,
}

impl Load {
    /// The load of a whole SVG.
    ///
    /// # Errors
    /// Where it is too much, or has no end.
    pub(super) fn of(
        document: &Document<'_>,
        styles: &Styles<'_>,
        references: &References,
        embedded: &[Embedded],
    ) -> Result<Self, Fault> {
        let memory = embedded.iter().map(|e| (e.node, e.memory())).collect();
        let mut sum = Sum { document, styles, references, memory, known: HashMap::new() };
        let load = sum.load(document.root_element(), 0)?;
        if load.memory > super::super::raster::MOST_MEMORY {
            let (width, height) = embedded.first().map_or((0, 0), Embedded::size);
            return Err(Fault::TooLarge { width, height, memory: load.memory });
        }
        Ok(load)
    }

    /// An element without what stands in it and what it refers to.
    fn own(node: Node<'_, '_>) -> Self {
        let is_data = |value: &&str| !value.trim_start().starts_with("data:");
        let attributes = node.attributes().map(|attribute| attribute.value());
        let bytes: usize = attributes.filter(is_data).map(str::len).sum();
        let texts = node.children().filter(Node::is_text);
        let letters = texts.filter_map(|text| text.text()).map(str::len).sum::<usize>();
        let is_text = ["text", "tspan", "textPath"].contains(&node.tag_name().name());
        Self {
            elements: if is_text { TEXT } else { 1 },
            bytes: bytes as u64,
            letters: if is_text { letters as u64 } else { 0 },
            ..Self::default()
        }
    }

    /// How many elements are drawn.
    pub(super) fn elements(&self) -> u64 {
        self.elements
    }

    /// The bytes of memory that this takes: some for each element, for each byte of a line the
    /// points of its outline, for each letter its place.
    pub(super) fn memory(&self) -> u64 {
        self.memory + self.elements * 1_500 + self.bytes * 60 + self.letters * 4_000
    }

    fn add(&mut self, other: &Self, times: u64) {
        self.elements += other.elements.saturating_mul(times);
        self.bytes += other.bytes.saturating_mul(times);
        self.letters += other.letters.saturating_mul(times);
        self.layers += other.layers.saturating_mul(times);
        self.memory += other.memory.saturating_mul(times);
        self.levels = self.levels.max(other.levels + 1);
    }

    fn check(&self) -> Result<(), Fault> {
        let fits = self.elements <= MOST_ELEMENTS
            && self.bytes <= MOST_BYTES
            && self.letters <= MOST_LETTERS
            && self.layers <= MOST_LAYERS
            && self.levels <= MOST_LEVELS;
        if fits { Ok(()) } else { Err(Fault::TooComplex) }
    }
}

/// The loads of elements.
struct Sum<'a> {
    document: &'a Document<'a>,
    styles: &'a Styles<'a>,
    references: &'a References,
    memory: HashMap<NodeId, u64>,
    /// Those that are known; none while an element is still added up.
    known: HashMap<NodeId, Option<Load>>,
}

impl Sum<'_> {
    /// The load of an element with all that it draws.
    fn load(&mut self, node: Node<'_, '_>, level: u64) -> Result<Load, Fault> {
        match self.known.get(&node.id()) {
            Some(Some(load)) => return Ok(*load),
            Some(None) => return Err(Fault::Content(Content::Circle)),
            None => {}
        }
        if level > MOST_LEVELS {
            return Err(Fault::TooComplex);
        }
        self.known.insert(node.id(), None);
        let mut load = Load::own(node);
        load.layers = self.styles.makes_layer(node).into();
        load.memory = self.memory.get(&node.id()).copied().unwrap_or(0);
        for child in node.children().filter(Node::is_element) {
            load.add(&self.load(child, level + 1)?, 1);
            load.check()?;
        }
        let references = self.references.of(node.id());
        // What is drawn by reference inherits, too.
        for is_inherited in [false, true] {
            let shapes = if is_inherited { load.elements } else { 1 };
            for reference in references.iter().filter(|r| r.is_inherited == is_inherited)
            {
                let Some(to) = self.document.get_node(reference.to) else { continue };
                let drawn = self.load(to, level + 1)?;
                load.add(&drawn, shapes.saturating_mul(reference.times));
                load.check()?;
            }
        }
        self.known.insert(node.id(), Some(load));
        Ok(load)
    }
}
