//! Drawings (SVG): looked through before Typst's SVG reader sees them, which leaves out what it does
//! not know and has no end for what grows in itself.

mod contents;
mod embedded;
mod load;
mod references;
mod styles;
mod xml;

use std::collections::BTreeSet;
use std::io::Read;

use flate2::read::GzDecoder;
use roxmltree::Document;
use typst::foundations::Bytes;
use typst::visualize::SvgImage;
use usvg::{Group, Node};

use super::super::engine::Engine;
use super::super::glyphs;
use super::Cost;
use super::fault::Fault;
use embedded::Embedded;

/// Most bytes of the text of an SVG, with the pictures that are embedded in it.
const MOST_TEXT: u64 = 40 * super::MEGABYTE;

/// Most units of a side; the natural size of the largest sheet (A0) has 4,500.
const MOST_SIDE: f64 = 80_000.0;

/// How many times longer than wide it may be, or the other way round.
const MOST_ASPECT: f64 = 10_000.0;

/// How many times its size away from the origin something may be drawn: where it is further, who
/// draws it pixel by pixel stumbles over numbers that are not exact any more.
const FARTHEST: f64 = 1_000.0;

/// Most letters that are listed.
const MOST_LETTERS: usize = 20;

/// The text of an SVG, unpacked where it is packed (`.svgz`).
///
/// # Errors
/// Where the file is something else.
pub(super) fn text(file: Vec<u8>) -> Result<String, Fault> {
    if file.is_empty() {
        return Err(Fault::Empty);
    }
    let file = if file.starts_with(b"\x1f\x8b") { unpack(&file)? } else { file };
    if let Some(format) = other_format(&file) {
        return Err(Fault::Format(format));
    }
    if file.len() as u64 > MOST_TEXT {
        return Err(Fault::TooComplex);
    }
    let text = String::from_utf8(file).map_err(|_| Fault::Unknown)?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    // A page of HTML that was saved in the place of a picture begins like it.
    let has_svg = ["<svg", ":svg"].iter().any(|tag| text.contains(tag));
    let is_xml = start.starts_with('<') && has_svg;
    if is_xml { Ok(text) } else { Err(Fault::Unknown) }
}

fn unpack(file: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut unpacked = Vec::new();
    let mut limited = GzDecoder::new(file).take(MOST_TEXT + 1);
    limited.read_to_end(&mut unpacked).map_err(|_| Fault::Incomplete)?;
    Ok(unpacked)
}

/// The name of a format that is no SVG, by the first bytes of a file.
fn other_format(file: &[u8]) -> Option<&'static str> {
    let has = |at: usize, mark: &[u8]| file.get(at..at + mark.len()) == Some(mark);
    match file {
        _ if has(0, b"%PDF-") => Some("PDF"),
        _ if has(0, b"BM") && has(6, &[0; 4]) => Some("BMP"),
        _ if has(0, b"II*\0") || has(0, b"MM\0*") => Some("TIFF"),
        _ if has(4, b"ftypavif") => Some("AVIF"),
        _ if has(4, b"ftyp") => Some("HEIC"),
        _ if has(40, b" EMF") => Some("EMF"),
        _ if has(0, &[0xd7, 0xcd, 0xc6, 0x9a]) => Some("WMF"),
        _ if has(0, &[0, 0, 1, 0]) => Some("ICO"),
        _ if has(0, b"8BPS") => Some("PSD"),
        _ if has(4, b"jP  ") => Some("JPEG 2000"),
        _ if has(0, b"%!PS") => Some("EPS"),
        _ if has(0, b"PK\x03\x04") => Some("ZIP"),
        _ => None,
    }
}

/// An SVG that was looked through.
#[derive(Debug)]
pub(super) struct Svg<'a> {
    document: Document<'a>,
    load: load::Load,
    embedded: Vec<Embedded>,
}

impl<'a> Svg<'a> {
    /// Looks an SVG through.
    ///
    /// # Errors
    /// Where it has something that cannot be drawn, or too much.
    pub(super) fn parse(text: &'a str) -> Result<Self, Fault> {
        let document = xml::parse(text)?;
        let styles = styles::Styles::read(&document)?;
        contents::check(&document, &styles)?;
        let references = references::References::read(&document, &styles)?;
        let embedded = embedded::read(&document)?;
        let load = load::Load::of(&document, &styles, &references, &embedded)?;
        Ok(Self { document, load, embedded })
    }

    /// What it costs.
    ///
    /// # Errors
    /// Where no font has some of its letters.
    pub(super) fn cost(&self, engine: &Engine) -> Result<Cost, Fault> {
        let texts = self.document.descendants().filter(roxmltree::Node::is_text);
        let printed = texts.filter(|node| {
            node.ancestors().any(|above| above.tag_name().name() == "text")
        });
        let letters = printed.flat_map(|node| node.text().unwrap_or_default().chars());
        let missing: BTreeSet<char> =
            letters.filter(|c| !glyphs::prints(engine, *c)).collect();
        if !missing.is_empty() {
            return Err(Fault::Letters(missing.into_iter().take(MOST_LETTERS).collect()));
        }
        Ok(Cost { memory: self.load.memory(), elements: self.load.elements() })
    }

    /// Decodes the embedded pictures.
    ///
    /// # Errors
    /// Where one cannot be decoded: Typst would leave it out.
    pub(super) fn decode(&self) -> Result<(), Fault> {
        self.embedded.iter().try_for_each(Embedded::decode)
    }
}

/// How far from the origin something of a group is drawn, or would be.
fn farthest(group: &Group) -> f64 {
    let mut most = 0.0_f64;
    for node in group.children() {
        let bounds = node.abs_stroke_bounding_box();
        for edge in [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()] {
            most = most.max(f64::from(edge.abs()));
        }
        if let Node::Group(group) = node {
            most = most.max(farthest(group));
        }
        node.subroots(|group| most = most.max(farthest(group)));
    }
    most
}

/// Checks that an SVG has a size, and that what it draws lies about there.
///
/// # Errors
/// Where Typst cannot read it, or where it is too large or nothing but a line.
pub(super) fn size(bytes: &Bytes) -> Result<(), Fault> {
    let svg = SvgImage::new(bytes.clone()).map_err(|_| Fault::Damaged)?;
    let (width, height) = (svg.width(), svg.height());
    let (long, short) = (width.max(height), width.min(height));
    let fits = long <= MOST_SIDE && short * MOST_ASPECT >= long && short > 0.0;
    let is_near = farthest(svg.tree().root()) <= FARTHEST * long;
    if fits && is_near { Ok(()) } else { Err(Fault::Shape) }
}
