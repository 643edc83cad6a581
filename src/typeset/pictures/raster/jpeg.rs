//! What a JPEG needs, from its segments.

use super::super::bytes::Bytes;
use super::super::fault::{Content, Fault};
use super::Memory;

/// Most pixels times scans: each scan goes through the whole picture.
const MOST_SCANNED: usize = 600_000_000;

/// The memory of a JPEG. The decoder fills the rest of one that is cut off with grey and says
/// nothing, so the mark of the end is looked for here.
pub(super) fn memory(file: &[u8]) -> Result<Memory, Fault> {
    let mut file = Bytes(file);
    file.take(2)?;
    let mut frame: Option<Frame> = None;
    let mut scans = 0;
    loop {
        match marker(&mut file)? {
            // The end of the picture.
            0xd9 => break,
            // Marks without a segment.
            0x01 | 0xd0..=0xd8 => {}
            // Frames; 0xc4, 0xc8 and 0xcc are tables.
            kind @ (0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf) => {
                if frame.is_some() {
                    return Err(Fault::Damaged);
                }
                frame = Some(Frame::read(segment(&mut file)?, kind == 0xc2)?);
            }
            0xda => {
                segment(&mut file)?;
                scans += 1;
            }
            _ => drop(segment(&mut file)?),
        }
    }
    let frame = frame.filter(|_| scans > 0).ok_or(Fault::Damaged)?;
    let Frame { width, height, components, sampled, is_progressive } = frame;
    if components == 4 {
        return Err(Fault::Content(Content::Ink));
    }
    if width.saturating_mul(height).saturating_mul(scans) > MOST_SCANNED {
        let (width, height) = (width as u64, height as u64);
        let memory = width * height * scans as u64;
        return Err(Fault::TooLarge { width, height, memory });
    }
    // Of several scans the coefficients are kept, two bytes each.
    let kept = if is_progressive || scans > 1 { 2 * sampled } else { 0 };
    Ok(Memory { width, height, for_each: components + kept })
}

/// What the head of a frame says.
struct Frame {
    width: usize,
    height: usize,
    components: u64,
    /// How many values there are for each pixel, rounded up.
    sampled: u64,
    is_progressive: bool,
}

impl Frame {
    fn read(mut segment: Bytes<'_>, is_progressive: bool) -> Result<Self, Fault> {
        segment.byte()?;
        let height = usize::from(segment.high_first()?);
        let width = usize::from(segment.high_first()?);
        let components = segment.byte()?;
        let (mut all, mut most) = (0, 1);
        for _ in 0..components {
            segment.byte()?;
            let factors = u64::from(segment.byte()?);
            let samples = (factors >> 4) * (factors & 15);
            all += samples;
            most = most.max(samples);
            segment.byte()?;
        }
        let components = u64::from(components);
        let sampled = all.div_ceil(most).min(components);
        Ok(Self { width, height, components, sampled, is_progressive })
    }
}

/// The next marker, beyond the bytes of a scan.
fn marker(file: &mut Bytes<'_>) -> Result<u8, Fault> {
    loop {
        let at = file.0.iter().position(|byte| *byte == 0xff);
        file.take(at.ok_or(Fault::Incomplete)? + 1)?;
        while file.0.first() == Some(&0xff) {
            file.take(1)?;
        }
        // 0 stands for an `ff` of the data; `d0` to `d7` divide it.
        match file.byte()? {
            0 | 0xd0..=0xd7 => {}
            marker => return Ok(marker),
        }
    }
}

/// The content of a segment.
fn segment<'a>(file: &mut Bytes<'a>) -> Result<Bytes<'a>, Fault> {
    let length = usize::from(file.high_first()?);
    file.take(length.checked_sub(2).ok_or(Fault::Damaged)?).map(Bytes)
}
