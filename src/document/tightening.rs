//! `Tightening`: a distance of the layout that gives a little, within what its regime leaves free.

use super::presentation::{Presentation, Setting, SettingValue};
use super::quantity::{Millimetres, Points};
use super::regulation::{Entry, Limit, Number, Regulation};
use crate::source::Span;

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// A distance that gives a little.
#[derive(Debug, Clone, PartialEq)]
pub struct Tightening {
    /// The setting that makes it so.
    pub setting: Setting,
    /// What it is by itself.
    pub from: Limit,
    /// What it is made.
    pub to: Limit,
    /// The clause that leaves it free; empty where no clause speaks of it.
    pub clause: String,
}

impl Regulation {
    /// How a setting gives `millimetres` less in so many places, or as much of that as its range
    /// leaves; nothing where it is chosen already or has no range to give.
    #[must_use]
    pub fn tightening(
        &self,
        field: &'static str,
        presentation: Option<&Presentation>,
        (millimetres, places): (f64, usize),
        span: Span,
    ) -> Option<Tightening> {
        let made = presentation.map(|made| made.0.as_slice()).unwrap_or_default();
        if places == 0 || made.iter().any(|setting| setting.field == field) {
            return None;
        }
        let rule = self.setting(field)?;
        let from = self.length(rule.at.as_deref()?)?;
        let (least, _) = rule.limits(self.sizes(presentation))?;
        let places = u32::try_from(places).ok()?;
        let each = millimetres / f64::from(places);
        // In steps that an office would write.
        let (each, steps) =
            if from.unit == "pt" { (each * POINTS, 20.0) } else { (each, 10.0) };
        let least_step = (least.number * steps - ROUNDING).ceil();
        let to = ((from.number - each) * steps - ROUNDING).ceil().max(least_step) / steps;
        if least.unit != from.unit || to + ROUNDING > from.number {
            return None;
        }
        let value = match from.unit {
            "pt" => SettingValue::Points(Points::new(to, span)?),
            _ => SettingValue::Millimetres(Millimetres::new(to, span)?),
        };
        let (setting, to) = (Setting { field, value }, Limit { number: to, ..from });
        Some(Tightening { setting, from, to, clause: rule.clause.clone() })
    }

    /// The length under a name: `body.size`.
    fn length(&self, path: &str) -> Option<Limit> {
        let mut entries: &[Entry] = &self.numbers;
        let mut number = None;
        for name in path.split('.') {
            number = entries
                .iter()
                .find(|entry| entry.name == name)
                .map(|entry| &entry.number);
            entries = match number? {
                Number::Group(inner) => inner,
                Number::Scalar(_) | Number::List(_) => &[],
            };
        }
        match number? {
            Number::Scalar(length) => Limit::of(length),
            Number::List(_) | Number::Group(_) => None,
        }
    }
}

/// So far may a step be off for the way in which numbers are kept.
const ROUNDING: f64 = 1e-6;

#[cfg(test)]
mod tests {
    use super::super::regulation::SettingRule;
    use super::*;

    fn regulation(value: &str, range: (&str, &str)) -> Regulation {
        let number = Number::Scalar(value.to_owned());
        let entry =
            |name: &str, number| Entry { name: name.to_owned(), number, clause: None };
        let numbers = vec![entry("body", Number::Group(vec![entry("pitch", number)]))];
        let range = Some((range.0.to_owned(), range.1.to_owned()));
        let (field, at) = ("giãn dòng".to_owned(), Some("body.pitch".to_owned()));
        let rule = SettingRule { field, at, range, clause: String::new() };
        Regulation { sizes: Vec::new(), settings: vec![rule], numbers }
    }

    fn given(value: &str, range: (&str, &str), by: (f64, usize)) -> Option<f64> {
        let span = Span::new(crate::source::FileId::default(), 0..0);
        let regulation = regulation(value, range);
        let found = regulation.tightening("giãn dòng", None, by, span);
        found.map(|found| found.to.number)
    }

    #[test]
    fn a_distance_gives_what_its_range_leaves() {
        assert_eq!(given("32mm", ("25mm", "35mm"), (3.0, 1)), Some(29.0));
        assert_eq!(given("32mm", ("25mm", "35mm"), (3.0, 2)), Some(30.5));
        assert_eq!(given("27mm", ("25mm", "35mm"), (3.0, 1)), Some(25.0));
        assert_eq!(given("25mm", ("25mm", "35mm"), (3.0, 1)), None);
        assert_eq!(given("18pt", ("16.1pt", "24pt"), (3.0, 20)), Some(17.6));
        assert_eq!(given("16.2pt", ("16.13pt", "24pt"), (3.0, 1)), Some(16.15));
        assert_eq!(given("18pt", ("18pt", "22pt"), (3.0, 20)), None);
        assert_eq!(given("18pt", ("16pt", "22pt"), (3.0, 400)), None, "less than a step");
        assert_eq!(given("18pt", ("16pt", "22pt"), (3.0, 0)), None);
        assert_eq!(given("18pt", ("5mm", "9mm"), (3.0, 9)), None, "another unit");
    }
}
