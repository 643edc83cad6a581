//! Numbers and parts of a file, read one after the other.

use super::fault::Fault;

/// The rest of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next `count` bytes.
    ///
    /// # Errors
    /// The file ends before.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Fault> {
        let (part, rest) = self.0.split_at_checked(count).ok_or(Fault::Incomplete)?;
        self.0 = rest;
        Ok(part)
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Result<u8, Fault> {
        self.take(1).map(|part| part[0])
    }

    /// The next number of two bytes, the high one first.
    pub(super) fn high_first(&mut self) -> Result<u16, Fault> {
        self.take(2).map(|part| u16::from_be_bytes([part[0], part[1]]))
    }

    /// The next number of two bytes, the low one first.
    pub(super) fn low_first(&mut self) -> Result<u16, Fault> {
        self.take(2).map(|part| u16::from_le_bytes([part[0], part[1]]))
    }
}

/// A number of four bytes, the high one first.
pub(super) fn long_high_first(part: &[u8]) -> usize {
    part.iter().take(4).fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// A number of up to four bytes, the low one first.
pub(super) fn long_low_first(part: &[u8]) -> usize {
    part.iter().take(4).rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
}
