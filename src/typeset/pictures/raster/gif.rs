//! What a GIF needs, from its blocks.

use super::super::bytes::Bytes;
use super::super::fault::{Content, Fault};
use super::Memory;

/// The memory of a GIF.
pub(super) fn memory(file: &[u8]) -> Result<Memory, Fault> {
    let mut file = Bytes(file);
    file.take(6)?;
    let (mut width, mut height) = size(&mut file)?;
    let flags = file.byte()?;
    file.take(2)?;
    colours(&mut file, flags)?;
    let mut pictures = 0_u32;
    loop {
        match file.byte()? {
            b'!' => {
                file.byte()?;
                blocks(&mut file)?;
            }
            b',' => {
                file.take(4)?;
                // What a picture covers may be larger than the screen.
                let (wide, high) = size(&mut file)?;
                (width, height) = (width.max(wide), height.max(high));
                let flags = file.byte()?;
                colours(&mut file, flags)?;
                file.byte()?;
                blocks(&mut file)?;
                pictures += 1;
            }
            b';' => break,
            _ => return Err(Fault::Damaged),
        }
    }
    match pictures {
        0 => Err(Fault::Damaged),
        // The screen and the picture, and both once more as the PDF needs them.
        1 => Ok(Memory { width, height, for_each: 9 }),
        2.. => Err(Fault::Content(Content::Animation)),
    }
}

fn size(file: &mut Bytes<'_>) -> Result<(usize, usize), Fault> {
    Ok((file.low_first()?.into(), file.low_first()?.into()))
}

/// Skips a table of colours, if there is one.
fn colours(file: &mut Bytes<'_>, flags: u8) -> Result<(), Fault> {
    if flags & 0x80 != 0 {
        file.take(3 << ((flags & 7) + 1))?;
    }
    Ok(())
}

/// Skips data, block by block.
fn blocks(file: &mut Bytes<'_>) -> Result<(), Fault> {
    loop {
        match file.byte()? {
            0 => return Ok(()),
            length => drop(file.take(length.into())?),
        }
    }
}
