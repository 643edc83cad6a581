//! What kind of value a field takes, and what is said of one of another kind.

use jsonschema::error::TypeKind;

use super::problems::about;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::document::field;

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&WRONG_TYPE];

/// What a field's value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A text on one or more lines.
    Text,
    /// A list of entries.
    List,
    /// A group of named fields.
    Map,
    /// A text or a list of texts.
    TextOrList,
    /// A text or a group of named fields.
    TextOrMap,
    /// A list, or a group of named lists.
    ListOrMap,
    /// A group of named fields, or a list of such groups.
    MapOrList,
}

/// What a field takes, out of the types that its schema allows.
pub(super) fn expected(kind: &TypeKind) -> Expected {
    use jsonschema::JsonType::{Array, Object, String};
    let allows = |wanted| match kind {
        TypeKind::Single(single) => *single == wanted,
        TypeKind::Multiple(set) => set.contains(wanted),
    };
    match (allows(String), allows(Array), allows(Object)) {
        (true, true, _) => Expected::TextOrList,
        (true, false, true) => Expected::TextOrMap,
        (false, true, true) => Expected::ListOrMap,
        (false, true, false) => Expected::List,
        (false, false, true) => Expected::Map,
        (_, false, false) => Expected::Text,
    }
}

/// A value of the wrong kind.
pub(crate) static WRONG_TYPE: Rule = Rule {
    id: "wrong-type",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Mỗi mục nhận một kiểu giá trị: một đoạn chữ, một danh sách, hoặc một nhóm \
             các mục con.",
        en: "Each field takes one kind of value: a text, a list, or a group of fields.",
    },
    wrong: Example::fields("địa danh: [Lục Bình, Bạch Thông]"),
    right: Example::fields("địa danh: Lục Bình"),
    ..Rule::ERROR
};

pub(super) fn wrong_type(field: &str, expected: Expected) -> Problem {
    let Bilingual { vi, en } = match expected {
        Expected::Text => both!("một đoạn chữ", "a text"),
        Expected::List => both!("một danh sách", "a list"),
        Expected::Map => both!("một nhóm các mục con", "a group of fields"),
        Expected::TextOrList => {
            both!("một đoạn chữ hoặc một danh sách", "a text or a list")
        }
        Expected::TextOrMap => {
            both!("một đoạn chữ hoặc một nhóm các mục con", "a text or a group of fields")
        }
        Expected::MapOrList => both!(
            "một nhóm các mục con, hoặc một danh sách các nhóm",
            "a group of fields, or a list of such groups"
        ),
        Expected::ListOrMap => {
            both!("một danh sách, hoặc các nhóm có tên", "a list, or groups with names")
        }
    };
    let way = match expected {
        Expected::Text => "viết chữ trên cùng dòng với tên mục",
        Expected::List => {
            "viết mỗi phần tử một dòng, bắt đầu bằng `- `, hoặc viết `[một, hai]`"
        }
        Expected::Map | Expected::MapOrList => {
            "viết mỗi mục con một dòng ở bên dưới, thụt vào hai dấu cách"
        }
        Expected::TextOrList => {
            "viết chữ trên cùng dòng với tên mục, hoặc viết `[một, hai]`"
        }
        Expected::TextOrMap => {
            "viết chữ trên cùng dòng với tên mục, hoặc viết `{tên mục con: …}`"
        }
        Expected::ListOrMap => {
            "viết mỗi phần tử một dòng, bắt đầu bằng `- `; hoặc `tên nhóm: [một, hai]`"
        }
    };
    let help = match field::example(field) {
        Some(example) => {
            both!("{way}; ví dụ: `{example}`", "write it like this: `{example}`")
        }
        None => both!("{way}", "write {en}"),
    };
    let problem = WRONG_TYPE.problem(
        both!("mục `{field}` phải là {vi}", "field `{field}` must be {en}"),
        both!("chưa đúng", "not of this kind"),
        help,
    );
    about(problem, field, None)
}
