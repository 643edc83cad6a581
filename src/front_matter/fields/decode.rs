//! The tree as a `serde` deserialiser, so that the typed model derives how it is read.

use std::fmt;

use serde::de::value::{SeqDeserializer, StrDeserializer, U64Deserializer};
use serde::de::{
    DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::names::Names;
use super::node::{Key, Kind, Node};
use crate::document::Text;
use crate::source::Span;

/// Why a tree does not fit a type. The schema should have said so before.
#[derive(Debug)]
pub(crate) struct DecodeError(pub(crate) String);

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DecodeError {}

impl serde::de::Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Reads one node; keys are handed over in their canonical form.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    /// The node.
    pub(crate) node: &'a Node,
    /// The canonical names.
    pub(crate) names: &'a Names,
}

impl<'a> Reader<'a> {
    fn with(self, node: &'a Node) -> Self {
        Self { node, ..self }
    }
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.kind {
            Kind::Null => visitor.visit_unit(),
            Kind::Scalar(_) => visitor.visit_newtype_struct(self),
            Kind::List(list) => {
                visitor.visit_seq(Entries { rest: list.iter(), reader: self })
            }
            Kind::Map(map) => {
                visitor.visit_map(Fields { rest: map.iter(), value: None, reader: self })
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.kind {
            Kind::Scalar(text) if name == Text::TOKEN => {
                visit_text(text, self.node.span, visitor)
            }
            Kind::Null | Kind::Scalar(_) | Kind::List(_) | Kind::Map(_) => {
                visitor.visit_newtype_struct(self)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.kind {
            Kind::Null => visitor.visit_none(),
            Kind::Scalar(_) | Kind::List(_) | Kind::Map(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.kind {
            Kind::Scalar(text) => visitor.visit_borrowed_str(text),
            Kind::Null | Kind::List(_) | Kind::Map(_) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Hands over a text as [`Text`] asks for it: (value, file, start, end).
fn visit_text<'de, V: Visitor<'de>>(
    text: &'de str,
    span: Span,
    visitor: V,
) -> Result<V::Value, DecodeError> {
    let number = |n: usize| u64::try_from(n).unwrap_or_default();
    visitor.visit_seq(SeqDeserializer::new(
        [
            Part::Text(text),
            Part::Number(u64::from(span.file.number())),
            Part::Number(number(span.start)),
            Part::Number(number(span.end)),
        ]
        .into_iter(),
    ))
}

enum Part<'a> {
    Text(&'a str),
    Number(u64),
}

impl<'de> IntoDeserializer<'de, DecodeError> for Part<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Part<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match self {
            Part::Text(text) => StrDeserializer::new(text).deserialize_any(visitor),
            Part::Number(number) => U64Deserializer::new(number).deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct newtype_struct seq tuple tuple_struct map struct enum
        identifier ignored_any
    }
}

struct Entries<'a> {
    rest: std::slice::Iter<'a, Node>,
    reader: Reader<'a>,
}

impl<'de> SeqAccess<'de> for Entries<'de> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        self.rest.next().map(|node| seed.deserialize(self.reader.with(node))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

struct Fields<'a> {
    rest: std::slice::Iter<'a, (Key, Node)>,
    value: Option<&'a Node>,
    reader: Reader<'a>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        let Some((key, node)) = self.rest.next() else { return Ok(None) };
        self.value = Some(node);
        seed.deserialize(FieldName { key, names: self.reader.names }).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, DecodeError> {
        let node = self
            .value
            .take()
            .ok_or_else(|| DecodeError("a value without a key".into()))?;
        seed.deserialize(self.reader.with(node))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// A key: canonical where a field is looked up, as written where it is a text of its own.
struct FieldName<'a> {
    key: &'a Key,
    names: &'a Names,
}

impl<'de> Deserializer<'de> for FieldName<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_borrowed_str(self.names.field(self.key))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visit_text(&self.key.text, self.key.span, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
