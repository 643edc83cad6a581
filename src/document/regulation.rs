//! `Regulation`: the numbers of one regime (thể thức) with their clauses, and which of them a
//! document may choose.

use serde::{Deserialize, Serialize};

use super::presentation::{Presentation, SettingValue};

/// What a regime says of the layout, as `layout/party.yaml` and `layout/state.yaml` write it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Regulation {
    /// The sets of sizes to choose from, the usual one first; none where the regime has one.
    pub sizes: Vec<SizeSet>,
    /// What may be chosen, and what may not.
    pub settings: Vec<SettingRule>,
    /// All numbers of the layout.
    pub numbers: Vec<Entry>,
}

/// Sizes that are chosen together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizeSet {
    /// The name of the set: `13/14/14`.
    pub name: String,
    /// The name and the length of each size: `small`, `13pt`.
    pub sizes: Vec<(String, String)>,
}

/// What a regime says of one setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingRule {
    /// The field that makes it.
    pub field: String,
    /// The number that it replaces: `body.size`; none where it is not free.
    pub at: Option<String>,
    /// The least and the most that it may be: `14pt`, or a multiple of a size: `1.15 large`.
    pub range: Option<(String, String)>,
    /// The clause that leaves it free, or does not; empty where no clause speaks of it.
    pub clause: String,
}

/// A number with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The name of the number.
    pub name: String,
    /// The number.
    pub number: Number,
    /// The clause that it comes from, or the reason for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A value of the layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Number {
    /// A length, a count, `true`, `false`, `none`, the name of a size, or a text.
    Scalar(String),
    /// Several.
    List(Vec<Number>),
    /// Named ones.
    Group(Vec<Entry>),
}

/// A limit of a setting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// How many of the unit.
    pub number: f64,
    /// The unit.
    pub unit: &'static str,
}

impl Limit {
    /// Reads a length: `12.7mm`.
    pub(super) fn of(length: &str) -> Option<Self> {
        let with = |unit: &'static str| {
            let number = length.strip_suffix(unit)?.trim().parse().ok()?;
            Some(Self { number, unit })
        };
        with("pt").or_else(|| with("mm"))
    }
}

impl Regulation {
    /// What the regime says of a setting.
    #[must_use]
    pub fn setting(&self, field: &str) -> Option<&SettingRule> {
        self.settings.iter().find(|rule| rule.field == field)
    }

    /// The sizes of the chosen set, else of the usual one.
    #[must_use]
    pub fn sizes(&self, presentation: Option<&Presentation>) -> &[(String, String)] {
        let is_chosen = |set: &&SizeSet| {
            presentation.is_some_and(|made| {
                made.0.iter().any(|setting| match &setting.value {
                    SettingValue::Sizes(chosen) => chosen.name() == set.name,
                    SettingValue::Points(_)
                    | SettingValue::Millimetres(_)
                    | SettingValue::Flag(_) => false,
                })
            })
        };
        let chosen = self.sizes.iter().find(is_chosen).or(self.sizes.first());
        chosen.map(|set| set.sizes.as_slice()).unwrap_or_default()
    }
}

impl SettingRule {
    /// The least and the most that the setting may be, where the chosen sizes are these.
    #[must_use]
    pub fn limits(&self, sizes: &[(String, String)]) -> Option<(Limit, Limit)> {
        let (least, most) = self.range.as_ref()?;
        let limit = |text: &str| {
            let Some((factor, size)) = text.split_once(' ') else {
                return Limit::of(text);
            };
            let (_, length) = sizes.iter().find(|(name, _)| name == size)?;
            let Limit { number, unit } = Limit::of(length)?;
            Some(Limit { number: factor.parse::<f64>().ok()? * number, unit })
        };
        Some((limit(least)?, limit(most)?))
    }
}
