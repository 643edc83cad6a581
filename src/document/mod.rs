//! The typed model of a document: what an office document is, whatever file it came from
//! and whatever page it goes to. Imports `source` and `diagnostic`.

pub mod date;
mod manifest;
mod near;
pub mod outline;
mod parts;
mod task;
mod text;

use std::borrow::Cow;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

pub use date::{Date, DateFault, SigningDate};
pub use manifest::Manifest;
pub use near::nearest;
pub use outline::Outline;
pub use parts::{
    Conclusion, DirectoryEntry, Flag, List, Meeting, Person, Presentation,
    RecipientGroup, Recipients, Signature,
};
pub use task::{Deadline, Task};
pub use text::{Text, Texts};

/// The metadata of a document: everything of it but its text.
///
/// Field names in the file are the Vietnamese ones; the schema is derived from this type.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Tên mẫu văn bản; để trống là `thông báo kết luận`.
    #[serde(rename = "mẫu", default)]
    pub template: Option<Text>,
    /// Thể thức: `đảng` (Hướng dẫn 05-HD/VPTW) hoặc `nhà nước` (Nghị định 30/2020/NĐ-CP).
    #[serde(rename = "thể thức", default)]
    pub layout: LayoutChoice,
    /// Cơ quan cấp trên trực tiếp (HD 05-HD/VPTW, 2.2.1).
    #[serde(rename = "cơ quan chủ quản", default)]
    pub superior: Option<Text>,
    /// Cơ quan ban hành văn bản (HD 05-HD/VPTW, mục 2).
    #[serde(rename = "cơ quan ban hành")]
    pub issuer: Text,
    /// Số văn bản; để trống để ghi bằng bút (HD 05-HD/VPTW, 3.1.1).
    #[serde(rename = "số", default)]
    pub number: Option<Text>,
    /// Ký hiệu văn bản, ví dụ TB/BCĐ (HD 05-HD/VPTW, 3.1.2).
    #[serde(rename = "ký hiệu")]
    pub symbol: Text,
    /// Địa danh (HD 05-HD/VPTW, 4.1).
    #[serde(rename = "địa danh")]
    pub place: Text,
    /// Ngày ký: 05/6/2023; chỉ biết tháng thì 6/2023; để trống để ghi bằng bút.
    #[serde(rename = "ngày ký", default)]
    pub signing_date: SigningDate,
    /// Tên loại văn bản, khi khác với tên của mẫu.
    #[serde(rename = "tên loại", default)]
    pub kind: Option<Text>,
    /// Trích yếu nội dung (HD 05-HD/VPTW, 5.1.1).
    #[serde(rename = "trích yếu")]
    pub subject: Text,
    /// Cuộc họp mà văn bản này thông báo kết luận.
    #[serde(rename = "cuộc họp", default)]
    pub meeting: Option<Meeting>,
    /// Đoạn mở đầu, khi không viết trong phần nội dung.
    #[serde(rename = "mở đầu", default)]
    pub opening: Option<Text>,
    /// Các kết luận khai báo thành dữ liệu.
    #[serde(rename = "kết luận", default)]
    pub conclusions: List<Conclusion>,
    /// Đoạn kết thúc, in sau cùng.
    #[serde(rename = "kết thúc", default)]
    pub closing: Option<Text>,
    /// Nơi nhận: một danh sách, hoặc các nhóm có tên (HD 05-HD/VPTW, mục 9).
    #[serde(rename = "nơi nhận")]
    pub recipients: Recipients,
    /// Thể thức ký (HD 05-HD/VPTW, mục 7).
    #[serde(rename = "ký")]
    pub signature: Signature,
    /// Những chi tiết trình bày mà quy định để ngỏ.
    #[serde(rename = "trình bày", default)]
    pub presentation: Option<Presentation>,
}

impl Document {
    /// The day that stands for the document: of signing, else of the meeting, else the first
    /// of the signing month.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.signing_date
            .day()
            .or_else(|| self.meeting.as_ref().map(|meeting| meeting.date.day))
            .or_else(|| self.signing_date.month())
    }
}

/// One of the two official layouts (thể thức).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// The Party's: Hướng dẫn 05-HD/VPTW.
    #[default]
    Party,
    /// The State's: Nghị định 30/2020/NĐ-CP.
    State,
}

impl Layout {
    /// All layouts with their Vietnamese names.
    pub const NAMES: [(Self, &'static str); 2] =
        [(Self::Party, "đảng"), (Self::State, "nhà nước")];

    /// The Vietnamese name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Party => "đảng",
            Self::State => "nhà nước",
        }
    }
}

/// A layout as chosen in the file, or the default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LayoutChoice {
    /// The layout.
    pub layout: Layout,
    /// How and where it was chosen.
    pub written: Option<Text>,
}

impl<'de> Deserialize<'de> for LayoutChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Some(text) = Option::<Text>::deserialize(deserializer)? else {
            return Ok(Self::default());
        };
        let key = fold(&text.value);
        let (layout, _) = Layout::NAMES
            .into_iter()
            .find(|(_, name)| fold(name) == key)
            .ok_or_else(|| D::Error::custom("no such layout"))?;
        Ok(Self { layout, written: Some(text) })
    }
}

impl JsonSchema for LayoutChoice {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "LayoutChoice".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = Layout::NAMES.map(|(_, name)| name);
        json_schema!({ "type": ["string", "null"], "enum": [names[0], names[1], null] })
    }
}

/// Folds a name as keys are compared: no accents, no capitals, words joined by `_`.
/// `Nơi nhận`, `noi_nhan` and `NOI-NHAN` are all `noi_nhan`.
#[must_use]
pub fn fold(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::with_capacity(name.len());
    for c in name.trim().nfd() {
        match c {
            'đ' | 'Đ' => out.push('d'),
            c if unicode_normalization::char::is_combining_mark(c) => {}
            c if c.is_whitespace() || c == '-' || c == '_' => {
                if !out.ends_with('_') && !out.is_empty() {
                    out.push('_');
                }
            }
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_compared_without_accents_and_capitals() {
        for key in ["nơi nhận", "Nơi Nhận", "noi_nhan", "NOI-NHAN", " nơi  nhận "]
        {
            assert_eq!(fold(key), "noi_nhan");
        }
        assert_eq!(fold("ĐỊA DANH"), "dia_danh");
    }
}
