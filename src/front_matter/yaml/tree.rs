//! YAML as a tree in which every key and value knows its place. The door to `serde_saphyr`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};

use super::blanks::Straight;
use super::node::{Key, Kind, Node};
use super::problems::{Syntax, SyntaxError};
use super::syntax_errors::{self, Fault};
use crate::source::{FileId, Source, Span, composed};

/// Reads the YAML that stands in `span`, whatever blanks hold it together; a syntax error leaves
/// no tree.
pub(crate) fn parse(span: Span, source: &Source) -> Result<Node, SyntaxError> {
    let Some(straight) = Straight::of(span, source) else { return read(span, source) };
    match read(straight.span, &straight.source) {
        Ok(tree) => Ok(straight.tree(tree)),
        Err(error) => Err(SyntaxError { span: straight.back(error.span), ..error }),
    }
}

fn read(span: Span, source: &Source) -> Result<Node, SyntaxError> {
    let yaml = source.slice(span.range());
    let options = serde_saphyr::options! {
        duplicate_keys: serde_saphyr::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_saphyr::MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: serde_saphyr::NonFiniteFloatPolicy::PassThrough,
        reject_unsupported_tags: true,
        with_snippet: false,
        budget: budget(),
    };
    match serde_saphyr::from_str_with_options::<Option<Spanned<Raw>>>(yaml, options) {
        Ok(raw) => {
            let locator = YamlLocator { file: span.file, base: span.start, source };
            Ok(raw.map_or(Node { span, kind: Kind::Null }, |raw| locator.node(raw)))
        }
        Err(error) => {
            Err(syntax_errors::explain(&fault(&error, span, source), span, source))
        }
    }
}

/// Most names and values of a front matter.
const MOST_VALUES: usize = 20_000;

/// More than any office writes, little enough that a hostile file ends at once.
fn budget() -> Option<serde_saphyr::Budget> {
    serde_saphyr::budget! {
        max_depth: 32,
        max_nodes: MOST_VALUES,
        max_events: 4 * MOST_VALUES,
        max_aliases: 100,
        max_anchors: 100,
    }
}

/// What the reader says of a broken text, in our terms.
fn fault(error: &serde_saphyr::Error, span: Span, source: &Source) -> Fault {
    use serde_saphyr::Error;
    use serde_saphyr::budget::BudgetBreach;
    let mut error = error.without_snippet();
    let offset = error.location().map_or(span.start, |at| offset(at, span, source));
    while let Error::AliasError { error: inner, .. } = error {
        error = inner.without_snippet();
    }
    let syntax = match error {
        Error::Budget {
            breach: BudgetBreach::Nodes { .. } | BudgetBreach::Events { .. },
            ..
        } => Syntax::TooMany(MOST_VALUES),
        Error::Budget { .. }
        | Error::AliasReplayCounterOverflow { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. }
        | Error::RecursiveReferencesRequireWeakTypes { .. } => Syntax::TooComplex,
        Error::UnknownAnchor { .. } => Syntax::ReservedStart('*'),
        Error::TaggedScalarCannotDeserializeIntoString { .. }
        | Error::TaggedEnumMismatch { .. } => Syntax::Tag,
        // The scanner has no name for it.
        _ if error.to_string().contains("recursion limit") => Syntax::TooComplex,
        _ => Syntax::Other,
    };
    Fault { offset, syntax }
}

/// The byte of the file at which a location of the YAML lies.
fn offset(at: Location, span: Span, source: &Source) -> usize {
    let bytes = at.span().byte_offset().and_then(|offset| usize::try_from(offset).ok());
    let offset = bytes.map_or_else(
        || {
            let number = |n: u64| usize::try_from(n).unwrap_or(1);
            let first = source.position(span.start).line;
            source.offset(first + number(at.line()).max(1) - 1, number(at.column()))
        },
        |offset| span.start + offset,
    );
    offset.clamp(span.start, span.end)
}

/// Turns locations of the YAML reader into spans of the file.
struct YamlLocator<'a> {
    file: FileId,
    base: usize,
    source: &'a Source,
}

impl YamlLocator<'_> {
    fn span(&self, at: Location) -> Span {
        let start = at.span().byte_offset().unwrap_or_default();
        let len = at.span().byte_len().unwrap_or_default();
        let number = |n: u64| usize::try_from(n).unwrap_or_default();
        let start = self.base + number(start);
        let written = self.source.slice(start..start + number(len));
        Span::new(self.file, start..start + written.trim_end().len())
    }

    fn node(&self, raw: Spanned<Raw>) -> Node {
        let span = self.span(raw.referenced);
        let kind = match raw.value {
            // Editors offer `null` for what may be left open; a `~` is a text like others.
            Raw::Null if !self.source.slice(span.range()).starts_with('~') => Kind::Null,
            Raw::Null | Raw::Plain => self.plain(span),
            Raw::Text(text) if text.trim().is_empty() => Kind::Null,
            Raw::Text(text) => Kind::Scalar(composed(&text)),
            Raw::List(list) => {
                Kind::List(list.into_iter().map(|raw| self.node(raw)).collect())
            }
            Raw::Map(map) => Kind::Map(
                map.into_iter()
                    .map(|(key, raw)| (self.key(key), self.node(raw)))
                    .collect(),
            ),
        };
        let span = match &kind {
            Kind::List(list) => hull(span, list.iter().map(|node| node.span)),
            Kind::Map(map) => hull(span, map.iter().flat_map(|(k, v)| [k.span, v.span])),
            Kind::Null | Kind::Scalar(_) => span,
        };
        Node { span, kind }
    }

    /// A scalar that the reader took for a number or a boolean: its text as written.
    fn plain(&self, span: Span) -> Kind {
        let written = self.source.slice(span.range());
        if written.is_empty() { Kind::Null } else { Kind::Scalar(composed(written)) }
    }

    fn key(&self, key: Spanned<Raw>) -> Key {
        let span = self.span(key.referenced);
        let text = match key.value {
            Raw::Text(text) => composed(&text),
            Raw::Null | Raw::Plain | Raw::List(_) | Raw::Map(_) => {
                self.source.slice(span.range()).to_owned()
            }
        };
        let behind = self.source.text()[span.end..].trim_start();
        Key { bare: behind.starts_with([',', '}']), ..Key::new(text, span) }
    }
}

/// From the start of `span` to the end of the last of `parts`.
fn hull(span: Span, parts: impl Iterator<Item = Span>) -> Span {
    parts.fold(span, Span::to)
}

/// What the YAML reader hands over, before places are known.
enum Raw {
    Null,
    /// A number or a boolean: only its text as written is wanted.
    Plain,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bytes<E: serde::de::Error>(self, _: &[u8]) -> Result<Raw, E> {
        Err(E::custom("bytes"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Raw::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut nodes = Vec::new();
        while let Some((key, value)) = map.next_entry::<Spanned<Raw>, Spanned<Raw>>()? {
            if matches!(key.value, Raw::List(_) | Raw::Map(_)) {
                return Err(A::Error::custom("a key that is no text"));
            }
            nodes.push((key, value));
        }
        Ok(Raw::Map(nodes))
    }
}
