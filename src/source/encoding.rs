//! Bytes → text, or why they are none. A part of `source`.

use std::ops::Range;

use super::foreign::Foreign;
use super::legacy::{Legacy, stretches};

/// Why bytes are not a text that can be printed; offsets are in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EncodingFault {
    /// More than any document has: nothing of it was read.
    TooLarge,
    /// The file is one of another program's: nothing of it was read.
    Foreign(Foreign),
    /// The bytes are UTF-16 (a byte order mark says so, or every other byte is often zero).
    Utf16,
    /// A zero byte in the text.
    Nul {
        /// Where it stands.
        offset: usize,
    },
    /// Bytes that are no UTF-8.
    NotUtf8 {
        /// Where the first of them stands.
        offset: usize,
    },
    /// Letters of an encoding from before Unicode, as bytes or as what others took them for.
    Legacy {
        /// Where they stand.
        range: Range<usize>,
        /// The encoding.
        encoding: Legacy,
        /// What their first word was to be.
        meant: String,
    },
}

impl EncodingFault {
    /// The bytes of the text to point at.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::TooLarge | Self::Foreign(_) | Self::Utf16 => 0..0,
            Self::Nul { offset } => *offset..offset + 1,
            Self::NotUtf8 { offset } => replaced(*offset),
            Self::Legacy { range, .. } => range.clone(),
        }
    }
}

/// Where the sign stands that is shown in the place of a byte.
fn replaced(offset: usize) -> Range<usize> {
    offset..offset + char::REPLACEMENT_CHARACTER.len_utf8()
}

/// Most bytes of one file: twice what a document of four hundred pages has.
pub(super) const LIMIT: usize = 4 * 1024 * 1024;

/// How much of a file is looked at to know its encoding.
const SAMPLE: usize = 16 * 1024;

/// So few zeros may have come into any file.
const FEW: usize = 5;

/// Reads `bytes` as UTF-8; where there is a fault, as far as it can be shown.
pub(super) fn read(bytes: Vec<u8>) -> (String, Vec<EncodingFault>) {
    if let Some(foreign) = Foreign::of(&bytes) {
        return (String::new(), vec![EncodingFault::Foreign(foreign)]);
    }
    if bytes.len() > LIMIT {
        return (String::new(), vec![EncodingFault::TooLarge]);
    }
    if is_utf16(&bytes) {
        return (String::new(), vec![EncodingFault::Utf16]);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let faults = match text.find('\0') {
                Some(offset) => vec![EncodingFault::Nul { offset }],
                None => legacy(&text),
            };
            (text, faults)
        }
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (text, vec![broken(error.as_bytes(), offset)])
        }
    }
}

fn legacy(text: &str) -> Vec<EncodingFault> {
    let faults = stretches(text).into_iter().map(|found| EncodingFault::Legacy {
        range: found.range,
        encoding: found.encoding,
        meant: found.meant,
    });
    faults.collect()
}

/// What the bytes are that are no UTF-8 from `offset` on.
fn broken(bytes: &[u8], offset: usize) -> EncodingFault {
    let line = bytes[..offset].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let start = line.max(offset.saturating_sub(SAMPLE));
    let sample = &bytes[start..bytes.len().min(offset + SAMPLE)];
    let latin1: String = sample.iter().copied().map(char::from).collect();
    match stretches(&latin1).into_iter().next() {
        Some(found) => EncodingFault::Legacy {
            range: replaced(offset),
            encoding: found.encoding,
            meant: found.meant,
        },
        None => EncodingFault::NotUtf8 { offset },
    }
}

/// Whether a byte order mark says so, or zeros stand at one of every two bytes again and again.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if !sample.contains(&0) {
        return false;
    }
    let zeros = |parity: usize| {
        sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count()
    };
    let (fewer, more) = (zeros(0).min(zeros(1)), zeros(0).max(zeros(1)));
    more > FEW && more * 10 > sample.len() && fewer * 20 < more
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "---\nký hiệu: TB/BCĐ\n---\n";

    #[test]
    fn utf16_is_known_without_a_mark() {
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little, big, b"\xff\xfe-\0".to_vec()] {
            assert_eq!(read(bytes).1, [EncodingFault::Utf16]);
        }
        assert_eq!(read(b"ab\0c".to_vec()).1, [EncodingFault::Nul { offset: 2 }]);
        assert_eq!(read(vec![0; 99]).1, [EncodingFault::Nul { offset: 0 }]);
    }

    #[test]
    fn what_is_broken_is_pointed_at() {
        let (text, faults) = read(b"k\xfd".to_vec());
        assert_eq!(faults, [EncodingFault::NotUtf8 { offset: 1 }]);
        assert_eq!(&text[faults[0].range()], "\u{fffd}");
        let (text, faults) = read(b"C\xabng h\xdfa x\xb7 h\xe9i".to_vec());
        let [EncodingFault::Legacy { encoding, .. }] = &faults[..] else { panic!() };
        assert_eq!(*encoding, Legacy::Tcvn3);
        assert_eq!(&text[faults[0].range()], "\u{fffd}");
    }
}
