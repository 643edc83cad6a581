//! `Manifest`: what a template says of itself in its `template.yaml`.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::super::field;
use super::super::fold;
use super::super::text::{MAX_LENGTH, Text};
use super::super::values::fields::List;
use super::super::values::regime::{Regime, RegimeChoice};
use super::custom::CustomFields;

/// What a kind of document is called, which regimes it has and what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name under which a document asks for the template: `thông báo kết luận`.
    #[serde(rename = "tên")]
    pub name: Text,
    /// The version of the template.
    #[serde(rename = "phiên bản")]
    pub version: Text,
    /// The group (nhóm) of kinds that it is listed with.
    #[serde(rename = "nhóm", default)]
    pub group: Option<Text>,
    /// What it is for, in one sentence.
    #[serde(rename = "tóm tắt")]
    pub summary: Text,
    /// The regimes (thể thức) it can be set in.
    #[serde(rename = "thể thức")]
    pub regimes: List<RegimeChoice>,
    /// The kind of document (tên loại) as printed, where the document names none.
    #[serde(rename = "tên loại")]
    pub title: Text,
    /// The code of the kind in a symbol: `TB` in `TB/BCĐ`.
    #[serde(rename = "chữ viết tắt", default)]
    pub abbreviation: Abbreviation,
    /// The regulation that gives the form (căn cứ); none for the form of a house.
    #[serde(rename = "căn cứ", default)]
    pub source: Option<Text>,
    /// The fields that this kind cannot do without, among those that others may leave out.
    #[serde(rename = "bắt buộc", default)]
    pub required: List<Text>,
    /// What this kind does without, though others need it: see [`Manifest::OMITTABLE`].
    #[serde(rename = "không cần", default)]
    pub omittable: List<Text>,
    /// The fields that this kind adds to those of every document.
    #[serde(rename = "các mục", default)]
    pub fields: CustomFields,
}

impl Manifest {
    /// The names that a template sees besides the fields: no field of a kind may be called so.
    pub const RESERVED: [&'static str; 11] = [
        "cac_chu_ky",
        "cac_co_quan_ban_hanh",
        "chu_ky_them",
        "dai_hoi",
        "co_dau_het",
        "dau_than_bai",
        "mo_dau_rieng",
        "muon",
        "ngay_van_ban",
        "phong_chu",
        "than_bai",
    ];

    /// What a kind may do without: a symbol (`ký hiệu`) or a subject (`trích yếu`), where its form
    /// has none; who signs (`ký`), where the template knows it from other fields; a text of the
    /// secretary's own (`nội dung`), and its end (`kết thúc`), where the template writes them.
    pub const OMITTABLE: [&'static str; 5] = [
        field::SYMBOL.name,
        field::SUBJECT.name,
        field::SIGNATURES.name,
        field::TEXT.name,
        field::CLOSING.name,
    ];

    /// The folder of the files of the template called `name`: `thong-bao-ket-luan`.
    #[must_use]
    pub fn folder_of(name: &str) -> String {
        fold(name).replace('_', "-")
    }

    /// The folder of the template's files.
    #[must_use]
    pub fn folder(&self) -> String {
        Self::folder_of(&self.name.value)
    }

    /// Whether a document that asks for `name` means this template.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        fold(&self.name.value) == fold(name)
    }

    /// Whether a document can be set in `regime`.
    #[must_use]
    pub fn has_regime(&self, regime: Regime) -> bool {
        self.regimes.iter().any(|choice| choice.value == regime)
    }

    /// Whether this kind does without `name`, one of [`Manifest::OMITTABLE`].
    #[must_use]
    pub fn can_omit(&self, name: &str) -> bool {
        let name = fold(name);
        self.omittable.iter().any(|name_of| fold(&name_of.value) == name)
    }

    /// Whether this is a letter: its symbol has no code of a kind with the State (NĐ
    /// 30/2020/NĐ-CP, Phụ lục I, II.3.b), and its subject stands under the number (II.5.b).
    #[must_use]
    pub fn is_letter(&self) -> bool {
        self.abbreviation.is_given
            && self.abbreviation.state.is_none()
            && self.has_regime(Regime::State)
            && !self.can_omit(field::SUBJECT.name)
    }

    /// Whether this kind cannot do without the field that is called `name`.
    #[must_use]
    pub fn requires(&self, name: &str) -> bool {
        let name = fold(name);
        self.required.iter().any(|required| fold(&required.value) == name)
    }
}

/// The code of a kind in a symbol, regime by regime: a letter (công văn) has `CV` with the
/// Party and none with the State (HD 05-HD/VPTW, Phụ lục 1; NĐ 30/2020/NĐ-CP, Phụ lục III).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Abbreviation {
    /// Whether the manifest says something of it.
    pub is_given: bool,
    /// With the Party.
    pub party: Option<Text>,
    /// With the State.
    pub state: Option<Text>,
}

impl Abbreviation {
    /// The code in a regime.
    #[must_use]
    pub fn of(&self, regime: Regime) -> Option<&Text> {
        match regime {
            Regime::Party => self.party.as_ref(),
            Regime::State => self.state.as_ref(),
        }
    }
}

impl<'de> Deserialize<'de> for Abbreviation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AbbreviationVisitor)
    }
}

struct AbbreviationVisitor;

impl<'de> Visitor<'de> for AbbreviationVisitor {
    type Value = Abbreviation;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or one for each layout")
    }

    fn visit_unit<E: Error>(self) -> Result<Abbreviation, E> {
        Ok(Abbreviation::default())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        text: D,
    ) -> Result<Abbreviation, D::Error> {
        let text = Some(Text::deserialize(text)?);
        Ok(Abbreviation { is_given: true, party: text.clone(), state: text })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Abbreviation, A::Error> {
        let mut codes = Abbreviation { is_given: true, ..Abbreviation::default() };
        while let Some((regime, code)) = map.next_entry::<String, Option<Text>>()? {
            let named =
                Regime::NAMES.iter().find(|(_, name)| fold(name) == fold(&regime));
            match named {
                Some((Regime::Party, _)) => codes.party = code,
                Some((Regime::State, _)) => codes.state = code,
                None => return Err(A::Error::custom("no such layout")),
            }
        }
        Ok(codes)
    }
}

impl JsonSchema for Abbreviation {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Abbreviation".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let [(_, party), (_, state)] = Regime::NAMES;
        let code = serde_json::json!({
            "type": ["string", "null"],
            "minLength": 1,
            "maxLength": MAX_LENGTH,
        });
        json_schema!({
            "type": ["string", "object", "null"],
            "minLength": 1,
            "maxLength": MAX_LENGTH,
            "properties": { party: code, state: code },
            "additionalProperties": false,
        })
    }
}
