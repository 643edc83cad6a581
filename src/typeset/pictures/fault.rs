//! `Fault`: why a picture is not drawn.

/// Why a picture is not drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// There is no such file.
    Missing,
    /// There are no bytes; also where the file could not be read.
    Empty,
    /// No format that is known.
    Unknown,
    /// A format that is known and not drawn.
    Format(&'static str),
    /// The file ends before the picture does.
    Incomplete,
    /// It cannot be decoded.
    Damaged,
    /// A raster of too many bytes.
    TooLarge { width: u64, height: u64, memory: u64 },
    /// Much too large, or nothing but a line.
    Shape,
    /// A drawing of too many parts.
    TooComplex,
    /// The pictures of a document together are too large.
    AllTooLarge,
    /// Something that would be drawn otherwise, or not at all, without a word.
    Content(Content),
    /// Letters that no font has.
    Letters(String),
}

/// What would be drawn otherwise than it is meant, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// Several frames.
    Animation,
    /// The colours of printing presses (CMYK).
    Ink,
    /// A colour profile that grows without end.
    Profile,
    /// A shadow, a blur.
    Effect,
    /// A text box of HTML.
    Foreign,
    /// A program.
    Script,
    /// Something that stands in another file.
    Link(String),
    /// A font of its own.
    Font,
    /// An SVG in an SVG.
    Nested,
    /// An embedded picture that cannot be decoded.
    Embedded,
    /// A part that leads back to itself.
    Circle,
    /// A reference to a part that is not there.
    Dangling(String),
    /// An element that SVG does not know.
    Element(String),
}
