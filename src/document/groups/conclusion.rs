//! `Conclusion`: a conclusion stated as data.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use super::super::text::{Prose, Text, Texts};
use super::super::values::done::Done;
use super::super::values::fields::{List, text_or_fields};
use super::task::Deadline;

/// A conclusion (kết luận) stated as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// A heading (tiêu đề).
    pub title: Option<Text>,
    /// What is concluded (nội dung), with Markdown's inline marks.
    pub text: Option<Text>,
    /// Who leads (giao).
    pub assignees: Texts,
    /// Who takes part (phối hợp).
    pub coordinators: Texts,
    /// Until when (hạn).
    pub deadline: Option<Deadline>,
    /// Whether it is done (xong).
    pub done: Option<Done>,
    /// What belongs under it (mục).
    pub items: Vec<Conclusion>,
}

/// The form of a [`Conclusion`] with named fields.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Kết luận có các mục con",
    description = "Một kết luận: tiêu đề, nội dung, việc giao, các mục dưới nó.",
    extend("minProperties" = 1)
)]
struct ConclusionFields {
    /// Tiêu đề, in đậm thành một dòng riêng.
    #[serde(rename = "tiêu đề", default)]
    #[schemars(title = "Tiêu đề", extend("examples" = [
        "Đối với các tiêu chí đã đạt"
    ]))]
    title: Option<Text>,
    /// Nội dung kết luận; dùng được `**đậm**` và `*nghiêng*`.
    #[serde(rename = "nội dung", default, deserialize_with = "Prose::optional")]
    #[schemars(with = "Option<Prose>", title = "Nội dung", extend("examples" = [
        "Rà soát danh mục các công trình"
    ]))]
    text: Option<Text>,
    /// Cơ quan, người chủ trì thực hiện; in thành câu `Giao … chủ trì …`
    /// (QĐ 45/2018/QĐ-TTg, Điều 14).
    #[serde(rename = "giao", default)]
    #[schemars(title = "Giao", extend("examples" = ["công chức Địa chính"]))]
    assignees: Texts,
    /// Cơ quan, người phối hợp (QĐ 45/2018/QĐ-TTg, Điều 14).
    #[serde(rename = "phối hợp", default)]
    #[schemars(title = "Phối hợp", extend("examples" = [
        ["các thôn", "Chi cục Thống kê"]
    ]))]
    coordinators: Texts,
    /// Thời hạn hoàn thành: một ngày, hoặc chữ như `trong tháng 6`
    /// (QĐ 45/2018/QĐ-TTg, Điều 14).
    #[serde(rename = "hạn", default)]
    #[schemars(title = "Thời hạn", extend("examples" = ["08/6/2023", "trong tháng 6"]))]
    deadline: Option<Deadline>,
    /// Việc đã xong: ngày xong, hoặc `có`; không in ra, để tháng sau khỏi nhắc lại.
    #[serde(rename = "xong", default)]
    #[schemars(title = "Đã xong", extend("examples" = ["06/6/2023", "có"]))]
    done: Option<Done>,
    /// Các mục dưới kết luận này, viết như chính nó.
    #[serde(rename = "mục", default)]
    #[schemars(title = "Các mục", extend("examples" = [
        [{ "nội dung": "Lập danh sách các hộ", "giao": "công chức Văn phòng - Thống kê" }]
    ]))]
    items: List<Conclusion>,
}

impl<'de> Deserialize<'de> for Conclusion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ConclusionVisitor)
    }
}

struct ConclusionVisitor;

impl<'de> Visitor<'de> for ConclusionVisitor {
    type Value = Conclusion;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a conclusion")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        text: D,
    ) -> Result<Conclusion, D::Error> {
        Ok(Conclusion {
            title: None,
            text: Prose::optional(text)?,
            assignees: Texts::default(),
            coordinators: Texts::default(),
            deadline: None,
            done: None,
            items: Vec::new(),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Conclusion, A::Error> {
        if map.size_hint() == Some(0) {
            return Err(A::Error::invalid_length(0, &self));
        }
        let fields = ConclusionFields::deserialize(
            serde::de::value::MapAccessDeserializer::new(map),
        )?;
        Ok(Conclusion {
            title: fields.title,
            text: fields.text,
            assignees: fields.assignees,
            coordinators: fields.coordinators,
            deadline: fields.deadline,
            done: fields.done,
            items: fields.items.0,
        })
    }
}

impl JsonSchema for Conclusion {
    fn schema_name() -> Cow<'static, str> {
        "Conclusion".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = text_or_fields::<ConclusionFields>(generator);
        schema.insert("else".into(), Prose::json_schema(generator).to_value());
        schema
    }
}
