//! `Presentation`: the choices that the rules leave to the secretary (trình bày), each with its
//! place, and the one list of what there is to choose.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::choice::{Choice, Choices};
use super::fields::Flag;
use super::quantity::{Millimetres, Points};
use crate::source::Span;

/// What a document chooses, in the order of the file.
///
/// What a regime allows, and between which limits, stands in its
/// [`Regulation`](super::Regulation).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Presentation(pub Vec<Setting>);

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The field that makes it.
    pub field: &'static str,
    /// Its value.
    pub value: SettingValue,
}

/// The value of a [`Setting`], with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// A size or distance of text.
    Points(Points),
    /// A distance on the page.
    Millimetres(Millimetres),
    /// Yes or no.
    Flag(Flag),
    /// A set of sizes.
    Sizes(Choice<Sizes>),
}

impl SettingValue {
    /// Where it was written.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Points(points) => points.span,
            Self::Millimetres(millimetres) => millimetres.span,
            Self::Flag(flag) => flag.span,
            Self::Sizes(sizes) => sizes.span(),
        }
    }
}

/// The sizes of Quốc hiệu, Tiêu ngữ and date that agree (NĐ 30/2020/NĐ-CP, Phụ lục I, V).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes;

impl Choices for Sizes {
    const NAMES: &'static [&'static str] = &["13/14/14", "12/13/13"];
}

/// What a setting is called, and what it takes.
struct SettingForm {
    field: &'static str,
    title: &'static str,
    /// The help that an editor shows.
    description: &'static str,
    takes: Takes,
    examples: &'static [&'static str],
    /// What holds where nothing is chosen, for fields that say so.
    default: Option<&'static str>,
}

/// The kinds of values.
#[derive(Clone, Copy)]
enum Takes {
    Points,
    Millimetres,
    Flag,
    Sizes,
}

/// Every setting there is.
const SETTINGS: &[SettingForm] = &[
    SettingForm {
        field: "chức vụ in đậm",
        title: "Chức vụ in đậm",
        description: "In đậm chức vụ người ký; `không` thì in chữ đứng như HD 05-HD/VPTW (Phụ lục \
            2, dòng 7). Chỉ cho thể thức Đảng.",
        takes: Takes::Flag,
        examples: &["có", "không"],
        default: Some("có"),
    },
    SettingForm {
        field: "cỡ chữ",
        title: "Cỡ chữ nội dung",
        description: "Cỡ chữ nội dung, tính bằng pt: thể thức Đảng từ 14 đến 15, thể thức nhà nước \
            từ 13 đến 14 (HD 05-HD/VPTW, 6.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).",
        takes: Takes::Points,
        examples: &["14"],
        default: None,
    },
    SettingForm {
        field: "giãn dòng",
        title: "Giãn dòng",
        description: "Khoảng cách giữa các dòng nội dung, tính bằng pt: thể thức Đảng từ 18 đến \
            22, thể thức nhà nước từ dòng đơn đến 1,5 dòng (HD 05-HD/VPTW, 6.2.2; NĐ \
            30/2020/NĐ-CP, Phụ lục I, II.6).",
        takes: Takes::Points,
        examples: &["20"],
        default: None,
    },
    SettingForm {
        field: "cách đoạn",
        title: "Cách đoạn",
        description: "Khoảng cách thêm vào giữa các đoạn, tính bằng pt, từ 6 trở lên (HD \
            05-HD/VPTW, 6.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).",
        takes: Takes::Points,
        examples: &["8"],
        default: None,
    },
    SettingForm {
        field: "thụt đầu dòng",
        title: "Thụt đầu dòng",
        description: "Thụt đầu dòng mỗi đoạn, tính bằng mm: khoảng 10 (HD 05-HD/VPTW, 6.2.2), hoặc \
            10 hay 12,7 (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).",
        takes: Takes::Millimetres,
        examples: &["12,7"],
        default: None,
    },
    SettingForm {
        field: "cỡ tên loại",
        title: "Cỡ chữ tên loại",
        description: "Cỡ chữ tên loại văn bản, tính bằng pt (HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, \
            Phụ lục I, II.5).",
        takes: Takes::Points,
        examples: &["15"],
        default: None,
    },
    SettingForm {
        field: "cỡ trích yếu",
        title: "Cỡ chữ trích yếu",
        description: "Cỡ chữ trích yếu, tính bằng pt (HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, Phụ \
            lục I, II.5).",
        takes: Takes::Points,
        examples: &["14"],
        default: None,
    },
    SettingForm {
        field: "bộ cỡ chữ",
        title: "Bộ cỡ chữ",
        description: "Bộ cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh và thời gian, dùng nhất quán \
            trong cả văn bản. Chỉ cho thể thức nhà nước (NĐ 30/2020/NĐ-CP, Phụ lục I, \
            V).",
        takes: Takes::Sizes,
        examples: &["13/14/14", "12/13/13"],
        default: None,
    },
    SettingForm {
        field: "lề trên",
        title: "Lề trên",
        description: "Lề trên, tính bằng mm, từ 20 đến 25. Chỉ cho thể thức nhà nước (NĐ \
            30/2020/NĐ-CP, Phụ lục I, I.3).",
        takes: Takes::Millimetres,
        examples: &["25"],
        default: None,
    },
    SettingForm {
        field: "lề dưới",
        title: "Lề dưới",
        description: "Lề dưới, tính bằng mm, từ 20 đến 25. Chỉ cho thể thức nhà nước (NĐ \
            30/2020/NĐ-CP, Phụ lục I, I.3).",
        takes: Takes::Millimetres,
        examples: &["25"],
        default: None,
    },
    SettingForm {
        field: "lề trái",
        title: "Lề trái",
        description: "Lề trái, tính bằng mm, từ 30 đến 35. Chỉ cho thể thức nhà nước (NĐ \
            30/2020/NĐ-CP, Phụ lục I, I.3).",
        takes: Takes::Millimetres,
        examples: &["35"],
        default: None,
    },
    SettingForm {
        field: "lề phải",
        title: "Lề phải",
        description: "Lề phải, tính bằng mm, từ 15 đến 20. Chỉ cho thể thức nhà nước (NĐ \
            30/2020/NĐ-CP, Phụ lục I, I.3).",
        takes: Takes::Millimetres,
        examples: &["20"],
        default: None,
    },
    SettingForm {
        field: "in hai mặt",
        title: "In hai mặt",
        description: "In hai mặt: mặt sau đổi lề trái và lề phải cho nhau. Chỉ cho thể thức Đảng \
            (HD 05-HD/VPTW, IV.4.2).",
        takes: Takes::Flag,
        examples: &["có", "không"],
        default: Some("không"),
    },
    SettingForm {
        field: "gạch chân dấu hai chấm",
        title: "Gạch chân dấu hai chấm",
        description: "Gạch chân cả dấu hai chấm của `Nơi nhận:`. Chỉ cho thể thức Đảng (HD \
            05-HD/VPTW, 9.2.1).",
        takes: Takes::Flag,
        examples: &["có", "không"],
        default: Some("có"),
    },
    SettingForm {
        field: "cỡ số trang",
        title: "Cỡ chữ số trang",
        description: "Cỡ chữ số trang, tính bằng pt, từ 13 đến 14. Chỉ cho thể thức nhà nước (NĐ \
            30/2020/NĐ-CP, Phụ lục I, I.7).",
        takes: Takes::Points,
        examples: &["13"],
        default: None,
    },
    SettingForm {
        field: "cỡ trích yếu công văn",
        title: "Cỡ chữ trích yếu công văn",
        description: "Cỡ chữ trích yếu của công văn, tính bằng pt, từ 12 đến 13. Chỉ cho thể thức \
            nhà nước (NĐ 30/2020/NĐ-CP, Phụ lục I, II.5).",
        takes: Takes::Points,
        examples: &["12"],
        default: None,
    },
    SettingForm {
        field: "cỡ liên hệ",
        title: "Cỡ chữ dòng liên hệ",
        description: "Cỡ chữ dòng liên hệ, tính bằng pt, từ 11 đến 12. Chỉ cho thể thức nhà nước \
            (NĐ 30/2020/NĐ-CP, Phụ lục I, III.4).",
        takes: Takes::Points,
        examples: &["12"],
        default: None,
    },
    SettingForm {
        field: "chỗ ký",
        title: "Chỗ ký",
        description: "Khoảng trống để ký và đóng dấu, tính bằng mm, từ 25 đến 35.",
        takes: Takes::Millimetres,
        examples: &["30"],
        default: None,
    },
];

impl Presentation {
    /// The names of all settings there are.
    pub fn fields() -> impl Iterator<Item = &'static str> {
        SETTINGS.iter().map(|form| form.field)
    }

    /// The choice that a field makes.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&SettingValue> {
        self.0.iter().find(|setting| setting.field == field).map(|setting| &setting.value)
    }
}

impl<'de> Deserialize<'de> for Presentation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PresentationVisitor)
    }
}

struct PresentationVisitor;

impl<'de> Visitor<'de> for PresentationVisitor {
    type Value = Presentation;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a group of settings")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Presentation, A::Error> {
        let mut made = Presentation::default();
        while let Some(field) = map.next_key::<String>()? {
            let form = SETTINGS.iter().find(|form| form.field == field);
            let form = form.ok_or_else(|| A::Error::custom("no such setting"))?;
            let value = match form.takes {
                Takes::Points => map.next_value::<Option<_>>()?.map(SettingValue::Points),
                Takes::Millimetres => {
                    map.next_value::<Option<_>>()?.map(SettingValue::Millimetres)
                }
                Takes::Flag => map.next_value::<Option<_>>()?.map(SettingValue::Flag),
                Takes::Sizes => map.next_value::<Option<_>>()?.map(SettingValue::Sizes),
            };
            if made.get(form.field).is_some() {
                return Err(A::Error::duplicate_field(form.field));
            }
            made.0.extend(value.map(|value| Setting { field: form.field, value }));
        }
        Ok(made)
    }
}

impl JsonSchema for Presentation {
    fn schema_name() -> Cow<'static, str> {
        "Presentation".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = serde_json::Map::new();
        for form in SETTINGS {
            let mut schema = match form.takes {
                Takes::Points => generator.subschema_for::<Option<Points>>(),
                Takes::Millimetres => generator.subschema_for::<Option<Millimetres>>(),
                Takes::Flag => generator.subschema_for::<Option<Flag>>(),
                Takes::Sizes => generator.subschema_for::<Option<Choice<Sizes>>>(),
            };
            schema.insert("title".into(), form.title.into());
            schema.insert("description".into(), form.description.into());
            schema.insert("examples".into(), form.examples.into());
            if let Some(default) = form.default {
                schema.insert("default".into(), default.into());
            }
            properties.insert(form.field.to_owned(), schema.to_value());
        }
        json_schema!({
            "type": "object",
            "additionalProperties": false,
            "properties": Value::Object(properties),
            "title": "Trình bày",
            "description": "Những chi tiết trình bày mà quy định để ngỏ.",
        })
    }
}
