//! `Traits`: what a word is, as far as itself tells. A part of `language`.

/// What a word of letters is, as far as itself tells; each one bit. Of nearly all words only
/// [`Self::SYLLABLE`] holds, so that the rules look at few.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traits(u8);

impl Traits {
    /// A syllable that Vietnamese can have.
    pub const SYLLABLE: Self = Self(1);
    /// Its tone mark has two places: `hòa`.
    pub const MOVABLE: Self = Self(1 << 1);
    /// It is written with y and with i: `kỹ`.
    pub const Y_OR_I: Self = Self(1 << 2);
    /// A half of `bảo đảm`.
    pub const ENSURING: Self = Self(1 << 3);
    /// A slip may begin with it.
    pub const SLIP: Self = Self(1 << 4);
    /// It has letters of other alphabets.
    pub const FOREIGN: Self = Self(1 << 5);
    /// It has characters from U+00A1 to U+00FF and none behind them, as words in an old encoding.
    pub const OLD: Self = Self(1 << 6);

    /// Those of some that hold.
    pub(super) fn of(all: &[(Self, bool)]) -> Self {
        let held = all.iter().filter(|(_, holds)| *holds);
        held.fold(Self::default(), |all, (one, _)| Self(all.0 | one.0))
    }

    /// Whether one of them holds.
    #[must_use]
    pub fn has(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }
}
