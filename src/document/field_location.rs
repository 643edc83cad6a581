//! `FieldLocation`: where the fields of a front matter stand in their file.

use crate::source::Span;

/// A field, an entry of a list, or a whole front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldLocation {
    /// The folded name of the field; empty for an entry and for the whole.
    pub name: String,
    /// The name as written.
    pub key: Option<Span>,
    /// The value, with its quotation marks; of a list or a group from the first to the last
    /// part. Where there is none, no more than a point.
    pub span: Span,
    /// What the value is.
    pub shape: Shape,
    /// The parts of the value, in the order of the file.
    pub inner: Vec<FieldLocation>,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Empty,
    /// A text.
    Text,
    /// A list.
    List,
    /// A group of fields.
    Group,
}

impl FieldLocation {
    /// The field of a group, by its folded name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Self> {
        self.inner.iter().find(|place| place.key.is_some() && place.name == name)
    }

    /// From the name, where there is one, to the end of the value.
    #[must_use]
    pub fn whole(&self) -> Span {
        let value_end = if self.shape == Shape::Empty { 0 } else { self.span.end };
        let key = self.key.unwrap_or(self.span);
        Span { end: value_end.max(key.end), ..key }
    }
}
