//! People: those whom a document names, the directory of an office, who signs.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::super::text::{Text, Texts};
use super::super::values::choice::{Choice, Choices};
use super::super::values::date::Date;
use super::super::values::fields::{List, text_or_fields};
use super::form_of_address::split_address;

/// A person (đồng chí, ông, bà) with the posts that are named along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Full name (họ tên).
    pub name: Text,
    /// Posts (chức vụ), in the order in which they are named.
    pub posts: Vec<Text>,
    /// The form of address (xưng hô) before the name, where it is given; it is never guessed.
    pub address: Option<Text>,
}

impl Person {
    /// The name of the format in manifests: a field of a kind's own that names a person.
    pub const FORMAT: &'static str = "người";

    /// The name without a form of address that is typed before it.
    #[must_use]
    pub fn bare_name(&self) -> Text {
        let name = self.name.as_str();
        let other = |form: &str| {
            let given = self.address.as_ref().filter(|given| !given.is_blank());
            given.is_some_and(|given| {
                given.value.to_lowercase().trim() != form.to_lowercase()
            })
        };
        match split_address(name) {
            Some((form, rest)) if !other(form) => Text::new(rest, self.name.span),
            Some(_) | None => self.name.clone(),
        }
    }
}

/// The form of a [`Person`] with named fields.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Họ tên và chức vụ",
    description = "Một người và chức vụ của người đó."
)]
struct PersonFields {
    /// Họ và tên đầy đủ, không ghi học hàm, học vị, quân hàm.
    #[serde(rename = "họ tên")]
    #[schemars(title = "Họ tên", extend("examples" = ["Nông Thị Quyên"]))]
    name: Text,
    /// Chức vụ nêu sau họ tên: một, hoặc một danh sách.
    #[serde(rename = "chức vụ", default)]
    #[schemars(title = "Chức vụ", extend("examples" = [
        "Phó Bí thư Thường trực Đảng ủy",
        ["Phó Bí thư Đảng ủy", "Chủ tịch UBND xã"],
    ]))]
    posts: Texts,
    /// Cách xưng hô in trước họ tên: `ông`, `bà`, `đồng chí`; để trống thì thể thức Đảng ghi
    /// `đồng chí`, thể thức nhà nước không ghi gì. Gõ ngay trước họ tên cũng được.
    #[serde(rename = "xưng hô", default)]
    #[schemars(title = "Xưng hô", extend("examples" = ["bà", "ông"]))]
    address: Option<Text>,
}

/// What an office's defaults (`vanban.yaml`) hold besides the fields of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Mặc định của cơ quan",
    description = "Những mục mà văn bản nào của cơ quan cũng dùng; ghi trong văn bản thì được \
                   ưu tiên hơn."
)]
pub struct Office {
    /// Những người mà chỉ cần ghi tên là có chức vụ.
    #[serde(rename = "danh bạ", default)]
    #[schemars(title = "Danh bạ", extend("examples" = [[{
        "họ tên": "Hoàng Hữu Khôi",
        "chức vụ": ["Bí thư Đảng ủy", "Trưởng Ban Chỉ đạo"],
        "chức vụ ký": ["Bí thư", "kiêm", "Trưởng Ban Chỉ đạo"],
    }]]))]
    pub people: List<DirectoryEntry>,
    /// Những ngày cơ quan nghỉ ngoài thứ Bảy, Chủ nhật và các ngày nghỉ lễ, tết đã công bố; hạn
    /// rơi vào những ngày đó được nhắc.
    #[serde(rename = "ngày nghỉ", default)]
    #[schemars(title = "Ngày nghỉ của cơ quan", extend("examples" = [["20/11/2026"]]))]
    pub days_off: List<Date>,
    /// Những ngày nghỉ mà cơ quan làm việc, ví dụ thứ Bảy làm bù.
    #[serde(rename = "ngày làm bù", default)]
    #[schemars(title = "Ngày làm bù", extend("examples" = [["28/11/2026"]]))]
    pub days_worked: List<Date>,
    /// Cách đặt dấu thanh mà cơ quan chọn: `kiểu cũ` (`hòa`, `ủy`), `kiểu mới` (`hoà`, `uỷ`);
    /// `vanban check` nhắc chữ viết theo kiểu kia, `--fix` sửa. Không ghi thì mỗi văn bản chỉ cần
    /// theo một kiểu. Tên riêng thì giữ như người ta viết.
    #[serde(rename = "dấu thanh", default)]
    #[schemars(title = "Kiểu đặt dấu thanh", extend("examples" = ["kiểu cũ"]))]
    pub tone_marks: Option<Choice<ToneMarks>>,
}

/// Where the tone mark stands in `hòa`, `hoà` and their like, as an office wants it (dấu thanh).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToneMarks;

impl ToneMarks {
    /// On the first vowel: `hòa`, `ủy`.
    pub const OLD: &str = "kiểu cũ";
    /// On the last one: `hoà`, `uỷ`.
    pub const NEW: &str = "kiểu mới";
}

impl Choices for ToneMarks {
    const NAMES: &'static [&'static str] = &[Self::OLD, Self::NEW];
}

/// A person in the directory (danh bạ) of an office.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Một người trong danh bạ",
    description = "Họ tên và chức vụ của một người."
)]
pub struct DirectoryEntry {
    /// Họ và tên đầy đủ, viết đúng như sẽ ghi trong văn bản.
    #[serde(rename = "họ tên")]
    #[schemars(title = "Họ tên", extend("examples" = ["Hoàng Hữu Khôi"]))]
    pub name: Text,
    /// Chức vụ nêu trong văn bản, sau họ tên.
    #[serde(rename = "chức vụ", default)]
    #[schemars(title = "Chức vụ", extend("examples" = [
        ["Huyện ủy viên", "Bí thư Đảng ủy", "Trưởng Ban Chỉ đạo"]
    ]))]
    pub posts: Texts,
    /// Chức vụ ghi ở khối chữ ký, khi khác với `chức vụ` (HD 05-HD/VPTW, 7.1).
    #[serde(rename = "chức vụ ký", default)]
    #[schemars(title = "Chức vụ khi ký", extend("examples" = [
        ["Bí thư", "kiêm", "Trưởng Ban Chỉ đạo"]
    ]))]
    pub signing_posts: Texts,
    /// Cách xưng hô in trước họ tên trong văn bản: `ông`, `bà`, `đồng chí`.
    #[serde(rename = "xưng hô", default)]
    #[schemars(title = "Xưng hô", extend("examples" = ["bà", "ông"]))]
    pub address: Option<Text>,
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
        Ok(Person { name: Text::deserialize(name)?, posts: Vec::new(), address: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Person, A::Error> {
        let fields =
            PersonFields::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        let PersonFields { name, posts: Texts(posts), address } = fields;
        Ok(Person { name, posts, address })
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
