//! The XML of an SVG, within limits: of attributes, of entities, of levels.

use roxmltree::{Document, Node, ParsingOptions};

use super::super::fault::Fault;

/// Most elements, comments and texts of a file.
const MOST_NODES: u32 = 300_000;

/// Most attributes of an element: each is compared with all.
const MOST_ATTRIBUTES: usize = 200;

/// Most levels of elements.
const MOST_LEVELS: usize = 60;

/// Most entities: Illustrator has some twenty.
const MOST_ENTITIES: usize = 200;

/// Most bytes that entities stand for in all.
const MOST_OF_ENTITIES: usize = 1_000_000;

/// Reads the XML.
///
/// # Errors
/// Where it is not well-formed, or beyond the limits.
pub(super) fn parse(text: &str) -> Result<Document<'_>, Fault> {
    entities(text)?;
    attributes(text)?;
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..Default::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| match error {
            roxmltree::Error::NodesLimitReached => Fault::TooComplex,
            roxmltree::Error::UnclosedRootNode
            | roxmltree::Error::UnexpectedEndOfStream => Fault::Incomplete,
            _ => Fault::Damaged,
        })?;
    levels(&document)?;
    Ok(document)
}

/// Checks what the entities of the file stand for. Illustrator shortens the addresses of its
/// namespaces with them; entities within entities grow without end.
fn entities(text: &str) -> Result<(), Fault> {
    let mut sum = 0_usize;
    for (count, (at, _)) in text.match_indices("<!ENTITY").enumerate() {
        if count == MOST_ENTITIES {
            return Err(Fault::TooComplex);
        }
        let said = &text[at..];
        let Some(open) = said.find(['"', '\'', '>']) else { continue };
        let mark = said[open..].chars().next().unwrap_or('>');
        let Some(length) = said[open + 1..].find(mark).filter(|_| mark != '>') else {
            continue;
        };
        let value = &said[open + 1..open + 1 + length];
        if value.contains(['&', '<', '%']) {
            return Err(Fault::TooComplex);
        }
        let name = said[..open].split_whitespace().nth(1).unwrap_or_default();
        let uses = text.matches(&format!("&{name};")).count();
        sum = sum.saturating_add(value.len().saturating_mul(uses));
        if sum > MOST_OF_ENTITIES {
            return Err(Fault::TooComplex);
        }
    }
    Ok(())
}

/// What is no element, by its start and its end.
const SKIPPED: [(&str, &str); 6] = [
    ("<!--", "-->"),
    ("<![CDATA[", "]]>"),
    ("<?", "?>"),
    ("<!ELEMENT", ">"),
    ("<!ATTLIST", ">"),
    ("<!NOTATION", ">"),
];

/// Checks how many attributes the elements have, before anything compares them.
fn attributes(text: &str) -> Result<(), Fault> {
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        let skipped = SKIPPED.iter().find(|(start, _)| rest.starts_with(start));
        if let Some((start, end)) = skipped {
            let Some(length) = rest[start.len()..].find(end) else { return Ok(()) };
            rest = &rest[start.len() + length + end.len()..];
            continue;
        }
        let (mut quote, mut count) = (None, 0);
        let end = rest[1..].find(|c: char| {
            match (c, quote) {
                ('"' | '\'', None) => quote = Some(c),
                (c, Some(open)) if c == open => quote = None,
                ('=', None) => count += 1,
                _ => {}
            }
            matches!(c, '<' | '>') && quote.is_none()
        });
        if count > MOST_ATTRIBUTES {
            return Err(Fault::TooComplex);
        }
        let Some(end) = end else { return Ok(()) };
        rest = &rest[1 + end..];
    }
    Ok(())
}

/// Checks how deep elements stand within each other.
fn levels(document: &Document<'_>) -> Result<(), Fault> {
    let mut open: Vec<Node<'_, '_>> = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        while open.last().is_some_and(|last| Some(*last) != node.parent_element()) {
            open.pop();
        }
        open.push(node);
        if open.len() > MOST_LEVELS {
            return Err(Fault::TooComplex);
        }
    }
    Ok(())
}
