//! What a WebP needs, from its chunks.

use super::super::bytes::{Bytes, long_low_first};
use super::super::fault::{Content, Fault};
use super::Memory;

/// The memory of a WebP.
pub(super) fn memory(file: &[u8]) -> Result<Memory, Fault> {
    let mut file = Bytes(file);
    file.take(4)?;
    let length = long_low_first(file.take(4)?);
    let mut rest = Bytes(file.take(length)?);
    rest.take(4)?;
    let (mut width, mut height) = (0, 0);
    while !rest.0.is_empty() {
        let name = rest.take(4)?;
        let length = long_low_first(rest.take(4)?);
        let mut data = Bytes(rest.take(length)?);
        rest.take((length % 2).min(rest.0.len()))?;
        // The canvas and the picture on it each say how large they are.
        let (wide, high) = match name {
            b"VP8X" => {
                data.take(4)?;
                let wide = long_low_first(data.take(3)?) + 1;
                (wide, long_low_first(data.take(3)?) + 1)
            }
            b"VP8 " => {
                data.take(6)?;
                let wide = data.low_first()? & 0x3fff;
                (wide.into(), (data.low_first()? & 0x3fff).into())
            }
            b"VP8L" => {
                data.take(1)?;
                let bits = long_low_first(data.take(4)?);
                ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
            }
            b"ANIM" | b"ANMF" => return Err(Fault::Content(Content::Animation)),
            _ => (0, 0),
        };
        (width, height) = (width.max(wide), height.max(high));
    }
    // Decoded in one place, put together in another, and once more as the PDF needs it.
    Ok(Memory { width, height, for_each: 10 })
}
