//! Raster pictures that stand within an SVG, as `data:` addresses.

use data_url::DataUrl;
use roxmltree::{Document, Node, NodeId};
use typst::foundations::Bytes;
use typst::visualize::ExchangeFormat;

use super::super::fault::{Content, Fault};
use super::super::raster;
use super::contents::is_svg;
use super::references::{href, short};

/// A raster picture within an SVG.
#[derive(Debug)]
pub(super) struct Embedded {
    /// The element that draws it.
    pub(super) node: NodeId,
    bytes: Bytes,
    format: ExchangeFormat,
    memory: u64,
    size: (u32, u32),
}

impl Embedded {
    /// The bytes of memory that it needs.
    pub(super) fn memory(&self) -> u64 {
        self.memory
    }

    /// Its pixels.
    pub(super) fn size(&self) -> (u64, u64) {
        (self.size.0.into(), self.size.1.into())
    }

    /// Decodes it.
    pub(super) fn decode(&self) -> Result<(), Fault> {
        raster::decode(&self.bytes, self.format)
            .map_err(|_| Fault::Content(Content::Embedded))
    }
}

/// Finds them.
///
/// # Errors
/// Where one is no raster picture, stands in another file or cannot be drawn.
pub(super) fn read(document: &Document<'_>) -> Result<Vec<Embedded>, Fault> {
    let images = document
        .descendants()
        .filter(|node| is_svg(*node) && node.tag_name().name() == "image");
    let mut found = Vec::new();
    for node in images {
        let Some(link) = href(node).filter(|href| !href.trim().is_empty()) else {
            continue;
        };
        let Ok(url) = DataUrl::process(link) else {
            return Err(Fault::Content(Content::Link(short(link))));
        };
        let kind = url.mime_type();
        let kind = format!("{}/{}", kind.type_, kind.subtype);
        if kind == "image/svg+xml" {
            return Err(Fault::Content(Content::Nested));
        }
        let damaged = || Fault::Content(Content::Embedded);
        let (bytes, _) = url.decode_to_vec().map_err(|_| damaged())?;
        let format = raster::format(&bytes).filter(|format| named(*format, &kind));
        let format = format.ok_or_else(damaged)?;
        let memory = raster::memory(&bytes, format).map_err(|fault| match fault {
            Fault::TooLarge { .. } | Fault::Content(_) => fault,
            _ => damaged(),
        })?;
        // Without a size Typst would leave it out.
        let size = imagesize::blob_size(&bytes).map_err(|_| damaged())?;
        let side = |pixels: usize| u32::try_from(pixels).map_err(|_| damaged());
        let size = (side(size.width)?, side(size.height)?);
        if !is_seen(node, size) {
            return Err(damaged());
        }
        let bytes = Bytes::new(bytes);
        found.push(Embedded { node: node.id(), bytes, format, memory, size });
    }
    Ok(found)
}

/// How much smaller than its distance from the origin a picture may be, in the numbers of 32 bits
/// that usvg counts in: below that it has no width for it, and it panics.
const SMALLEST: f64 = 1e-4;

/// Whether usvg sees that a picture of so many pixels covers something.
fn is_seen(node: Node<'_, '_>, (wide, high): (u32, u32)) -> bool {
    let length = |name| node.attribute(name).map(length);
    let (x, y) = (length("x").unwrap_or(Some(0.0)), length("y").unwrap_or(Some(0.0)));
    let (Some(x), Some(y)) = (x, y) else { return false };
    let pixels = (f64::from(wide), f64::from(high));
    let (width, height) = match (length("width"), length("height")) {
        (None, None) => pixels,
        (Some(Some(width)), None) => (width, pixels.1 * width / pixels.0),
        (None, Some(Some(height))) => (pixels.0 * height / pixels.1, height),
        (Some(Some(width)), Some(Some(height))) => (width, height),
        // A part of what stands around it.
        (Some(None), _) | (_, Some(None)) => return x == 0.0 && y == 0.0,
    };
    let scale = (width / pixels.0).min(height / pixels.1);
    let fitted = (pixels.0 * scale).min(pixels.1 * scale);
    let far = x.abs().max(y.abs()).max(width).max(height);
    far < LARGEST && fitted >= SMALLEST * x.abs().max(y.abs()) && fitted > 1.0 / LARGEST
}

/// Longest length.
const LARGEST: f64 = 1e9;

/// A length in pixels; none where it depends on something else.
fn length(written: &str) -> Option<f64> {
    let written = written.trim();
    let is_unit =
        |c: char| c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E') || c == '%';
    let end = written.find(is_unit).unwrap_or(written.len());
    let number: f64 = written[..end].trim().parse().ok()?;
    let unit = match &written[end..] {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        "in" => 96.0,
        _ => return (number == 0.0).then_some(0.0),
    };
    Some(number * unit)
}

/// Whether a format is the one that the address says: by another it would not be decoded.
fn named(format: ExchangeFormat, kind: &str) -> bool {
    match kind {
        "image/png" => format == ExchangeFormat::Png,
        "image/jpeg" | "image/jpg" => format == ExchangeFormat::Jpg,
        "image/gif" => format == ExchangeFormat::Gif,
        "image/webp" => format == ExchangeFormat::Webp,
        _ => kind == "text/plain",
    }
}
