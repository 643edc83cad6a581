//! `Signatures`: who signs, one or several, the leading body first.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::super::Document;
use super::super::text::{Blank, Text, Texts};
use super::form_of_address::split_address;
use crate::source::composed;

/// A signature block (quyền hạn, chức vụ, họ tên của người ký).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Khối chữ ký",
    description = "Quyền hạn, chức vụ, họ tên của người ký."
)]
pub struct Signature {
    /// Quyền hạn ký: thể thức Đảng ghi `T/M`, `K/T`, `T/L`, thể thức nhà nước ghi `TM.`,
    /// `KT.`, `TL.`; ký trực tiếp thì bỏ mục này (HD 05-HD/VPTW, 7.1.1; NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, II.7).
    #[serde(rename = "quyền hạn", default)]
    #[schemars(title = "Quyền hạn ký", extend("examples" = ["T/M Đảng ủy"]))]
    pub authority: Texts,
    /// Chức vụ của người ký, không kèm tên cơ quan; kiêm nhiệm thì viết thành danh sách, chữ
    /// `kiêm` ở giữa; ký thay mặt đoàn chủ tịch đại hội, Bộ Chính trị, Ban Bí thư thì bỏ mục này
    /// (HD 05-HD/VPTW, 7.1.2 và 7.1.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7).
    #[serde(rename = "chức vụ")]
    #[schemars(title = "Chức vụ", extend("examples" = [
        "Bí thư", ["Bí thư", "kiêm", "Trưởng Ban Chỉ đạo"]
    ]))]
    pub posts: Texts,
    /// Chức vụ khác của người ký, in ngay trên họ tên: ban, hội đồng được dùng con dấu của cơ
    /// quan thì `chức vụ` ghi chức vụ ở ban, mục này ghi chức vụ ở cơ quan (NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, II.7); nhiều chức vụ thì viết thành danh sách, mỗi chức vụ một dòng.
    #[serde(rename = "chức vụ khác", default)]
    #[schemars(title = "Chức vụ khác", extend("examples" = [
        "Chủ tịch UBND xã Lục Bình", ["Phó Bí thư Đảng ủy", "Chủ tịch UBND xã Lục Bình"]
    ]))]
    pub office: Option<Texts>,
    /// Họ tên người ký, không ghi học hàm, học vị, quân hàm; để trống thì chừa chỗ
    /// (HD 05-HD/VPTW, 7.1.3; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7).
    #[serde(rename = "họ tên")]
    #[schemars(title = "Họ tên", extend("examples" = ["Hoàng Hữu Khôi"]))]
    pub name: Blank,
}

impl Signature {
    /// The name without a form of address that is typed before it.
    #[must_use]
    pub fn bare_name(&self) -> Option<Text> {
        let name = self.name.0.as_ref()?;
        let bare = split_address(&name.value).map(|(_, bare)| Text::new(bare, name.span));
        Some(bare.unwrap_or_else(|| name.clone()))
    }

    /// The texts in it that say something, in the order in which they are printed.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let office = self.office.iter().flat_map(|texts| texts.iter());
        let above = self.authority.iter().chain(self.posts.iter());
        let all = above.chain(office).chain(&self.name.0);
        all.filter(|text| !text.is_blank())
    }
}

/// Who signs: one, or all who sign a joint document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signatures {
    /// For the leading body.
    pub first: Signature,
    /// For the others.
    pub others: Vec<Signature>,
}

impl Signatures {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Signature> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

impl Document {
    /// Whether somebody signs this paper for a congress (đại hội) or one of its bodies: its
    /// minutes are signed as it is said, not by a chair and a secretary (HD 05-HD/VPTW, 7.1.4.a).
    #[must_use]
    pub fn is_of_congress(&self) -> bool {
        let lines = self.signatures.iter().flat_map(|one| one.authority.iter());
        self.signed && lines.into_iter().any(|line| signs_for(&line.value, &OF_CONGRESS))
    }

    /// Who signs besides the chair and the secretary of the meeting: those of the document's own
    /// `ký`, nobody twice.
    pub fn others_who_sign(&self) -> impl Iterator<Item = &Signature> {
        let spelling =
            |name: &Text| name.value.split_whitespace().collect::<Vec<_>>().join(" ");
        let meeting = self.meeting.iter();
        let known = meeting.flat_map(|one| [Some(&one.chair), one.secretary.as_ref()]);
        let known: Vec<String> =
            known.flatten().map(|person| spelling(&person.bare_name())).collect();
        let all: Vec<&Signature> = self.signatures.iter().collect();
        let is_new = move |(index, one): &(usize, &Signature)| {
            let Some(name) = one.name.0.as_ref().map(spelling) else {
                return !(one.posts.is_empty() && one.authority.is_empty());
            };
            let same = |other: &&Signature| {
                other.name.0.as_ref().map(spelling).as_ref() == Some(&name)
            };
            !known.contains(&name) && !all[..*index].iter().any(same)
        };
        let signers = self.signatures.iter().enumerate().filter(is_new);
        signers.map(|(_, one)| one).filter(|_| self.signed)
    }
}

/// The bodies in whose name somebody signs without a post below it: `T/M ĐOÀN CHỦ TỊCH`
/// (HD 05-HD/VPTW, 7.1.4.a (i), 7.1.4.b (i)).
pub const WITHOUT_POST: [&str; 3] = ["đoàn chủ tịch", "bộ chính trị", "ban bí thư"];

/// The bodies of a congress (HD 05-HD/VPTW, 7.1.1.a).
const OF_CONGRESS: [&str; 5] = [
    "đại hội",
    "đoàn chủ tịch",
    "đoàn thư ký",
    "ban thẩm tra tư cách đại biểu",
    "ban kiểm phiếu",
];

/// Whether a line with which somebody signs (quyền hạn) needs no post: `T/M Đoàn Chủ tịch`.
#[must_use]
pub fn signs_without_post(authority: &str) -> bool {
    signs_for(authority, &WITHOUT_POST)
}

/// Whether a line says that somebody signs for one of these bodies.
fn signs_for(authority: &str, bodies: &[&str]) -> bool {
    let words: Vec<String> =
        composed(authority).split_whitespace().map(str::to_lowercase).collect();
    let line = words.join(" ");
    let body = line.strip_prefix("t/m ").or_else(|| line.strip_prefix("t/m. "));
    body.is_some_and(|body| {
        bodies.iter().any(|known| {
            body.strip_prefix(known)
                .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        })
    })
}

impl From<Signature> for Signatures {
    fn from(first: Signature) -> Self {
        Self { first, others: Vec::new() }
    }
}

impl<'de> Deserialize<'de> for Signatures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SignaturesVisitor)
    }
}

struct SignaturesVisitor;

impl<'de> Visitor<'de> for SignaturesVisitor {
    type Value = Signatures;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a signature or a list of them")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Signatures, A::Error> {
        Signature::deserialize(MapAccessDeserializer::new(map)).map(Into::into)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Signatures, A::Error> {
        let first = list.next_element()?;
        let first = first.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let mut others = Vec::new();
        while let Some(next) = list.next_element()? {
            others.push(next);
        }
        Ok(Signatures { first, others })
    }
}

impl JsonSchema for Signatures {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Signatures".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<Signature>();
        json_schema!({
            "type": ["object", "array"],
            "minItems": 1,
            "if": { "type": "object" },
            "then": one,
            "items": one,
        })
    }
}
