//! Quantities as an office writes them: `14`, `14,5 pt`, `12,7 mm`, `1 cm`; and plain counts.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::super::text::Text;
use crate::source::Span;

/// A size or distance of text, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    thousandths: u32,
    /// Where it was written.
    pub span: Span,
}

/// A distance on the page, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Millimetres {
    thousandths: u32,
    /// Where it was written.
    pub span: Span,
}

/// A number of things, from 1 to 99.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The number.
    pub number: u8,
    /// Where it was written.
    pub span: Span,
}

/// A number with a unit or without: in thousandths of the first of `units`.
fn read(text: &str, units: &[(&str, u32)]) -> Option<u32> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (number, unit) = (text[..end].trim_end(), &text[end..]);
    let factor = match unit {
        "" => 1,
        unit => units.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit))?.1,
    };
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, "0"));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if part.is_empty() || part.len() > 3 || !digits(whole) || !digits(part) {
        return None;
    }
    let whole: u32 = whole.parse().ok().filter(|whole| *whole < 1000)?;
    let part: u32 = format!("{part:0<3}").parse().ok()?;
    Some((whole * 1000 + part) * factor)
}

/// As Typst takes it: `14.500pt`.
fn code(thousandths: u32, unit: &str) -> String {
    format!("{}.{:03}{unit}", thousandths / 1000, thousandths % 1000)
}

/// A number in thousandths, if it is of a size that can be written.
fn thousandths(number: f64) -> Option<u32> {
    let thousandths = (number * 1000.0).round();
    // Exact: no more than a million.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was looked at"
    )]
    (0.0..1e6).contains(&thousandths).then_some(thousandths as u32)
}

impl Points {
    /// The name of the JSON Schema format.
    pub const FORMAT: &'static str = "so-pt";

    /// So many points, for the sake of what was written there.
    pub(in crate::document) fn new(number: f64, span: Span) -> Option<Self> {
        Some(Self { thousandths: thousandths(number)?, span })
    }

    /// Whether a text is such a size.
    #[must_use]
    pub fn accepts(text: &str) -> bool {
        read(text, &[("pt", 1)]).is_some()
    }

    /// As Typst takes it: `14.500pt`.
    #[must_use]
    pub fn code(&self) -> String {
        code(self.thousandths, "pt")
    }

    /// How many points these are.
    #[must_use]
    pub fn number(&self) -> f64 {
        f64::from(self.thousandths) / 1000.0
    }
}

impl Millimetres {
    /// The name of the JSON Schema format.
    pub const FORMAT: &'static str = "so-mm";

    const UNITS: &'static [(&'static str, u32)] = &[("mm", 1), ("cm", 10)];

    /// So many millimetres, for the sake of what was written there.
    pub(in crate::document) fn new(number: f64, span: Span) -> Option<Self> {
        Some(Self { thousandths: thousandths(number)?, span })
    }

    /// Whether a text is such a distance.
    #[must_use]
    pub fn accepts(text: &str) -> bool {
        read(text, Self::UNITS).is_some()
    }

    /// As Typst takes it: `12.700mm`.
    #[must_use]
    pub fn code(&self) -> String {
        code(self.thousandths, "mm")
    }

    /// How many millimetres these are.
    #[must_use]
    pub fn number(&self) -> f64 {
        f64::from(self.thousandths) / 1000.0
    }
}

impl Count {
    /// The name of the JSON Schema format.
    pub const FORMAT: &'static str = "so-lan";

    /// Whether a text is such a number.
    #[must_use]
    pub fn accepts(text: &str) -> bool {
        Self::parse(text).is_some()
    }

    fn parse(text: &str) -> Option<u8> {
        text.trim().parse().ok().filter(|number| (1..=99).contains(number))
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let thousandths = read(&text.value, &[("pt", 1)]);
        let thousandths = thousandths.ok_or_else(|| D::Error::custom("no size"))?;
        Ok(Self { thousandths, span: text.span })
    }
}

impl<'de> Deserialize<'de> for Millimetres {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let thousandths = read(&text.value, Self::UNITS);
        let thousandths = thousandths.ok_or_else(|| D::Error::custom("no distance"))?;
        Ok(Self { thousandths, span: text.span })
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let number = Self::parse(&text.value);
        let number = number.ok_or_else(|| D::Error::custom("no number"))?;
        Ok(Self { number, span: text.span })
    }
}

/// The schema of a quantity.
fn schema(format: &str) -> Schema {
    json_schema!({ "type": "string", "minLength": 1, "format": format })
}

impl JsonSchema for Points {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(Self::FORMAT)
    }
}

impl JsonSchema for Millimetres {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Millimetres".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(Self::FORMAT)
    }
}

impl JsonSchema for Count {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Count".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(Self::FORMAT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_writes_quantities_in_many_ways() {
        let mm = |text| read(text, Millimetres::UNITS);
        for (text, thousandths) in [
            ("10", 10_000),
            (" 12,7 mm ", 12_700),
            ("12.7mm", 12_700),
            ("1 cm", 10_000),
            ("1,27CM", 12_700),
        ] {
            assert_eq!(mm(text), Some(thousandths), "{text}");
        }
        for text in ["", "mm", "-1", "10 pt", "1,2,3", "10,", "1e3", "99999", "1 0"] {
            assert_eq!(mm(text), None, "{text}");
        }
        assert_eq!(code(12_700, "mm"), "12.700mm");
        assert!(Count::accepts("2") && !Count::accepts("0") && !Count::accepts("hai"));
    }
}
