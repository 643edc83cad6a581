//! Raster pictures: how much memory they need, read from the file before anything is decoded, and
//! whether they are complete.

mod gif;
mod jpeg;
mod png;
mod webp;

use std::ops::RangeInclusive;

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, Image, RasterImage};

use super::fault::Fault;

/// Most bytes of memory for one picture: an A4 page scanned at 600 dpi in colour has 105 MB of pixels.
pub(super) const MOST_MEMORY: u64 = 160 * super::MEGABYTE;

/// How many times longer than wide a picture may be, or the other way round: beyond that nothing of
/// it is seen.
const MOST_ASPECT: u64 = 10_000;

/// How many pixels an inch may have, as the file says it.
const DPI: RangeInclusive<f64> = 0.01..=1_000_000.0;

/// The format of a file, by its first bytes: its name may say another.
pub(super) fn format(file: &[u8]) -> Option<ExchangeFormat> {
    let is_webp = file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP");
    match file {
        [0x89, b'P', b'N', b'G', ..] => Some(ExchangeFormat::Png),
        [0xff, 0xd8, 0xff, ..] => Some(ExchangeFormat::Jpg),
        [b'G', b'I', b'F', b'8', ..] => Some(ExchangeFormat::Gif),
        _ if is_webp => Some(ExchangeFormat::Webp),
        _ => None,
    }
}

/// The bytes of memory that a picture needs until it stands in the PDF.
///
/// # Errors
/// Where it is too large, incomplete or cannot be printed as it is.
pub(super) fn memory(file: &[u8], format: ExchangeFormat) -> Result<u64, Fault> {
    let Memory { width, height, for_each } = match format {
        ExchangeFormat::Png => png::memory(file)?,
        ExchangeFormat::Jpg => jpeg::memory(file)?,
        ExchangeFormat::Gif => gif::memory(file)?,
        ExchangeFormat::Webp => webp::memory(file)?,
    };
    let (width, height) = (width as u64, height as u64);
    check_sides(width, height)?;
    // What is packed in the file is packed again in the PDF.
    let memory = width.saturating_mul(height).saturating_mul(for_each);
    let memory = memory.saturating_add(2 * file.len() as u64);
    if memory > MOST_MEMORY {
        return Err(Fault::TooLarge { width, height, memory });
    }
    Ok(memory)
}

/// Decodes a picture, as Typst will do again: it keeps what is decoded.
///
/// # Errors
/// Where that cannot be done, or leaves nothing to be seen.
pub(super) fn decode(bytes: &Bytes, format: ExchangeFormat) -> Result<(), Fault> {
    let image = RasterImage::plain(bytes.clone(), format);
    let image = image.map_err(|_| Fault::Damaged)?;
    check_sides(image.width().into(), image.height().into())?;
    // Typst takes the size on the page from it.
    let dpi = image.dpi().unwrap_or(Image::DEFAULT_DPI);
    if DPI.contains(&dpi) { Ok(()) } else { Err(Fault::Shape) }
}

/// Checks that a picture covers something.
fn check_sides(width: u64, height: u64) -> Result<(), Fault> {
    if width == 0 || height == 0 {
        return Err(Fault::Damaged);
    }
    let is_line = width.max(height) / MOST_ASPECT > width.min(height);
    if is_line { Err(Fault::Shape) } else { Ok(()) }
}

/// How large a picture is, and how much memory each of its pixels needs.
struct Memory {
    width: usize,
    height: usize,
    for_each: u64,
}
