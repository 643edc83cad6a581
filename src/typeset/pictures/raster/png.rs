//! What a PNG needs, from its chunks.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::super::bytes::{Bytes, long_high_first};
use super::super::fault::{Content, Fault};
use super::Memory;

/// Most bytes of a colour profile: those of printing presses have two million.
const MOST_PROFILE: u64 = 4_000_000;

/// The memory of a PNG.
pub(super) fn memory(file: &[u8]) -> Result<Memory, Fault> {
    let mut file = Bytes(file);
    file.take(8)?;
    let mut header = None;
    let mut is_transparent = false;
    loop {
        let length = long_high_first(file.take(4)?);
        let name = file.take(4)?;
        let data = file.take(length)?;
        file.take(4)?;
        match name {
            b"IHDR" if data.len() >= 13 && header.is_none() => header = Some(data),
            b"iCCP" => profile(data)?,
            b"tRNS" => is_transparent = true,
            b"acTL" if long_high_first(data) > 1 => {
                return Err(Fault::Content(Content::Animation));
            }
            b"IEND" => break,
            _ => {}
        }
    }
    let header = header.ok_or(Fault::Damaged)?;
    let (is_deep, kind) = (header[8] == 16, header[9]);
    let colours = if kind & 2 == 0 { 1 } else { 3 };
    let alpha = u64::from(is_transparent || kind & 4 != 0);
    // What is not yet as the PDF needs it is converted beside it.
    let written = if is_deep || alpha == 1 { colours + alpha } else { 0 };
    let decoded = (colours + alpha) * if is_deep { 2 } else { 1 };
    let (width, height) = (long_high_first(header), long_high_first(&header[4..]));
    Ok(Memory { width, height, for_each: decoded + written })
}

/// Checks that a colour profile does not grow without end where it is unpacked.
fn profile(data: &[u8]) -> Result<(), Fault> {
    let name = data.iter().position(|byte| *byte == 0).unwrap_or(data.len());
    let packed = data.get(name + 2..).unwrap_or_default();
    let mut limited = ZlibDecoder::new(packed).take(MOST_PROFILE + 1);
    // A profile that cannot be unpacked is left out by every program that shows pictures.
    let unpacked = std::io::copy(&mut limited, &mut std::io::sink()).unwrap_or(0);
    if unpacked > MOST_PROFILE {
        return Err(Fault::Content(Content::Profile));
    }
    Ok(())
}
