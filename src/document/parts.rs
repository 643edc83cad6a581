//! The parts of the front matter that are groups of fields: people, the meeting,
//! conclusions, recipients, the signature.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::date::Date;
use super::fold;
use super::task::Deadline;
use super::text::{MAX_LENGTH, Text, Texts};

/// A person (đồng chí, ông, bà) with the posts that are named along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Full name (họ tên).
    pub name: Text,
    /// Posts (chức vụ), in the order in which they are named.
    pub posts: Vec<Text>,
}

/// The form of a [`Person`] with named fields.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PersonFields {
    /// Họ và tên đầy đủ.
    #[serde(rename = "họ tên")]
    name: Text,
    /// Chức vụ, một hoặc nhiều.
    #[serde(rename = "chức vụ", default)]
    posts: Texts,
}

/// A person in the directory (danh bạ) of an office.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectoryEntry {
    /// Họ và tên đầy đủ.
    #[serde(rename = "họ tên")]
    pub name: Text,
    /// Chức vụ nêu trong văn bản.
    #[serde(rename = "chức vụ", default)]
    pub posts: Texts,
    /// Chức vụ ghi ở chỗ ký, khi khác với `chức vụ`.
    #[serde(rename = "chức vụ ký", default)]
    pub signing_posts: Texts,
}

/// The meeting (cuộc họp) that a document reports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Ngày họp.
    #[serde(rename = "ngày")]
    pub date: Date,
    /// Cơ quan họp, nếu gọi khác với `cơ quan ban hành`.
    #[serde(rename = "cơ quan", default)]
    pub body: Option<Text>,
    /// Họp để làm gì, ví dụ: đánh giá tình hình triển khai thực hiện Chương trình.
    #[serde(rename = "mục đích", default)]
    pub purpose: Option<Text>,
    /// Nơi họp.
    #[serde(rename = "địa điểm", default)]
    pub venue: Option<Text>,
    /// Người chủ trì.
    #[serde(rename = "chủ trì")]
    pub chair: Person,
    /// Những người dự họp.
    #[serde(rename = "dự họp", default)]
    pub attendees: List<Person>,
    /// Những báo cáo, văn bản đã nghe hoặc đã xem xét.
    #[serde(rename = "căn cứ", default)]
    pub grounds: Texts,
}

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
    /// What belongs under it (mục).
    pub items: Vec<Conclusion>,
}

/// The form of a [`Conclusion`] with named fields.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
struct ConclusionFields {
    /// Tiêu đề của mục.
    #[serde(rename = "tiêu đề", default)]
    title: Option<Text>,
    /// Nội dung kết luận.
    #[serde(rename = "nội dung", default)]
    text: Option<Text>,
    /// Cơ quan, người chủ trì thực hiện.
    #[serde(rename = "giao", default)]
    assignees: Texts,
    /// Cơ quan, người phối hợp.
    #[serde(rename = "phối hợp", default)]
    coordinators: Texts,
    /// Thời hạn hoàn thành: một ngày, hoặc chữ như `trong tháng 6`.
    #[serde(rename = "hạn", default)]
    deadline: Option<Deadline>,
    /// Các mục con.
    #[serde(rename = "mục", default)]
    items: List<Conclusion>,
}

/// Where the document goes (nơi nhận): groups, one without a name where it is a plain list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recipients(pub Vec<RecipientGroup>);

/// A group of recipients, such as "Gửi bản giấy".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientGroup {
    /// Its name, without a colon.
    pub name: Option<Text>,
    /// Its entries, without dash and semicolon.
    pub entries: Vec<Text>,
}

/// The signature block (quyền hạn, chức vụ, họ tên của người ký).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Quyền hạn ký, ví dụ: T/M Đảng ủy.
    #[serde(rename = "quyền hạn", default)]
    pub authority: Texts,
    /// Chức vụ của người ký; nhiều chức vụ thì viết thành danh sách, chữ `kiêm` ở giữa.
    #[serde(rename = "chức vụ")]
    pub posts: Texts,
    /// Họ tên người ký.
    #[serde(rename = "họ tên")]
    pub name: Text,
}

/// What the rules leave free on the page (trình bày).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Presentation {
    /// In đậm chức vụ người ký; Hướng dẫn 05-HD/VPTW (Phụ lục 2, dòng 7) in chữ đứng.
    #[serde(rename = "chức vụ in đậm")]
    pub bold_posts: Option<Flag>,
}

/// Yes or no (có, không).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag(pub bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        match fold(&text.value).as_str() {
            "co" | "true" => Ok(Self(true)),
            "khong" | "false" => Ok(Self(false)),
            _ => Err(D::Error::custom("neither yes nor no")),
        }
    }
}

impl JsonSchema for Flag {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Flag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": ["có", "không", "true", "false"] })
    }
}

/// A list that may be left empty in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> std::ops::Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default()))
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("List_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        json_schema!({ "type": ["array", "null"], "items": items })
    }
}

/// A schema for what is either a plain text or a group of fields; errors are those of the
/// form that was used.
fn text_or_fields<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let fields = generator.subschema_for::<T>();
    json_schema!({
        "type": ["string", "object"],
        "if": { "type": "object" },
        "then": fields,
        "else": { "minLength": 1, "maxLength": MAX_LENGTH },
    })
}

impl<'de> Deserialize<'de> for Person {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PersonVisitor)
    }
}

struct PersonVisitor;

impl<'de> Visitor<'de> for PersonVisitor {
    type Value = Person;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name or a person")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        name: D,
    ) -> Result<Person, D::Error> {
        Ok(Person { name: Text::deserialize(name)?, posts: Vec::new() })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Person, A::Error> {
        let fields =
            PersonFields::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        Ok(Person { name: fields.name, posts: fields.posts.0 })
    }
}

impl JsonSchema for Person {
    fn schema_name() -> Cow<'static, str> {
        "Person".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        text_or_fields::<PersonFields>(generator)
    }
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
            text: Some(Text::deserialize(text)?),
            assignees: Texts::default(),
            coordinators: Texts::default(),
            deadline: None,
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
            items: fields.items.0,
        })
    }
}

impl JsonSchema for Conclusion {
    fn schema_name() -> Cow<'static, str> {
        "Conclusion".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        text_or_fields::<ConclusionFields>(generator)
    }
}

impl<'de> Deserialize<'de> for Recipients {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RecipientsVisitor)
    }
}

struct RecipientsVisitor;

impl<'de> Visitor<'de> for RecipientsVisitor {
    type Value = Recipients;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of recipients or groups of them")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Recipients, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            entries.push(entry);
        }
        if entries.is_empty() {
            return Err(A::Error::invalid_length(0, &self));
        }
        Ok(Recipients(vec![RecipientGroup { name: None, entries }]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Recipients, A::Error> {
        let mut groups = Vec::new();
        while let Some((name, entries)) = map.next_entry::<Text, Texts>()? {
            if entries.is_empty() {
                return Err(A::Error::invalid_length(0, &self));
            }
            groups.push(RecipientGroup { name: Some(name), entries: entries.0 });
        }
        if groups.is_empty() {
            return Err(A::Error::invalid_length(0, &self));
        }
        Ok(Recipients(groups))
    }
}

impl JsonSchema for Recipients {
    fn schema_name() -> Cow<'static, str> {
        "Recipients".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entry = Text::json_schema(generator);
        let mut group = Texts::json_schema(generator);
        group.insert("minItems".into(), 1.into());
        json_schema!({
            "type": ["array", "object"],
            "minItems": 1,
            "minProperties": 1,
            "items": entry,
            "additionalProperties": group,
        })
    }
}
