//! `Node`: a value of the front matter with its place, and its fields by the names of their keys.

use crate::document::fold;
use crate::source::Span;

/// A value of the front matter and its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// Where it was written; for lists and groups from the first entry to the last.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: Kind,
}

/// The kinds of [`Node`]. Numbers, booleans and dates are text, as they are written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// Nothing at all.
    Null,
    /// A text, in composed letters.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A group of named fields, in the order of the file; keys may repeat.
    Map(Fields),
}

/// The fields of a group, in the order of the file.
pub(crate) type Fields = Vec<(Key, Node)>;

/// The key of a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Key {
    /// As written, in composed letters.
    pub(crate) text: String,
    /// As it is compared: `Nơi nhận` is `noi_nhan`.
    pub(crate) name: String,
    /// Where it was written.
    pub(crate) span: Span,
    /// Whether a comma or a brace follows it and no colon: `{chức vụ: A, B}` has `B` so.
    pub(crate) bare: bool,
}

impl Key {
    /// A key that was written so.
    pub(crate) fn new(text: impl Into<String>, span: Span) -> Self {
        let text = text.into();
        Self { name: fold(&text), text, span, bare: false }
    }
}

impl Node {
    /// A text that was written in one place.
    pub(crate) fn text(text: &str, span: Span) -> Self {
        Self { span, kind: Kind::Scalar(text.to_owned()) }
    }

    /// Whether something stands there.
    pub(crate) fn is_filled(&self) -> bool {
        self.kind != Kind::Null
    }

    /// The text, where it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(text) => Some(text),
            Kind::Null | Kind::List(_) | Kind::Map(_) => None,
        }
    }

    /// The fields, where it is a group.
    pub(crate) fn fields(&self) -> Option<&Fields> {
        match &self.kind {
            Kind::Map(fields) => Some(fields),
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => None,
        }
    }

    /// The fields, to be changed.
    pub(crate) fn fields_mut(&mut self) -> Option<&mut Fields> {
        match &mut self.kind {
            Kind::Map(fields) => Some(fields),
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => None,
        }
    }

    /// The value of a field by its folded name; of several the first.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let mut fields = self.fields()?.iter();
        fields.find(|(key, _)| key.name == name).map(|(_, node)| node)
    }

    /// The same of those fields that are not left empty.
    pub(crate) fn get_filled(&self, name: &str) -> Option<&Self> {
        let mut fields = self.fields()?.iter();
        let found = fields.find(|(key, node)| key.name == name && node.is_filled());
        found.map(|(_, node)| node)
    }

    /// The value of a field, to be changed.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        let mut fields = self.fields_mut()?.iter_mut();
        fields.find(|(key, _)| key.name == name).map(|(_, node)| node)
    }

    /// Puts a field at the end of a group, in the place of any of its name.
    pub(crate) fn set(&mut self, key: Key, node: Self) {
        let Some(fields) = self.fields_mut() else { return };
        fields.retain(|(other, _)| other.name != key.name);
        fields.push((key, node));
    }

    /// Takes a field out of a group; nothing, where it is left empty.
    pub(crate) fn take(&mut self, name: &str) -> Option<Self> {
        let fields = self.fields_mut()?;
        let place = fields.iter().position(|(key, _)| key.name == name)?;
        Some(fields.remove(place).1).filter(Self::is_filled)
    }
}
