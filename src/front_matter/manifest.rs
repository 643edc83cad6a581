//! Reads a template's manifest and says everything that is wrong in it, as far as it can be
//! seen without a document.

use std::sync::LazyLock;

use super::fields::problems::{empty_field, unknown_field};
use super::recovery::SkippedRegions;
use super::schema::Schema;
use super::{DOCUMENT, decode, read_tree, whole_yaml};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Rule, both, of_template,
    with_own_field,
};
use crate::document::{
    CustomFields, Form, Manifest, Takes, Text, Types, field, fold, nearest,
};
use crate::source::{FileId, Sources, Span};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&TEMPLATE_FOLDER, &OWN_FIELD_KNOWN, &OWN_FIELD_NAME, &OWN_FIELD_WORD];

static MANIFEST: LazyLock<Schema> = LazyLock::new(Schema::of_manifest);

/// Reads the manifest that stands in `folder` of the templates.
#[must_use]
pub fn read_manifest(
    folder: &str,
    file: FileId,
    sources: &Sources,
) -> (Option<Manifest>, Diagnostics) {
    let yaml = whole_yaml(file, sources);
    let (mut skipped, mut found) = (SkippedRegions::default(), Diagnostics::default());
    let manifest: Option<Manifest> = read_tree(yaml, sources, &mut skipped, &mut found)
        .and_then(|tree| decode(&tree, yaml.1, &MANIFEST, &mut found));
    if let Some(manifest) = &manifest {
        check(manifest, folder, yaml.1, &mut found);
    }
    let found = skipped.without_consequences(found);
    (manifest.filter(|_| skipped.is_empty() && !found.has_errors()), found)
}

fn check(manifest: &Manifest, folder: &str, start: Span, found: &mut Diagnostics) {
    if manifest.folder() != folder {
        let problem = template_folder(folder, &manifest.folder());
        found.push(problem, manifest.name.span);
    }
    if manifest.regimes.is_empty() {
        found.push(empty_field("thể thức"), start);
    }
    for (name, _) in &manifest.fields.0 {
        let reserved = Manifest::RESERVED.contains(&fold(name.as_str()).as_str());
        if reserved || is_of_every_document(name.as_str()) {
            let problem = own_field_known(&name.value);
            found.push(problem, name.span);
        }
    }
    fields(&manifest.fields, found);
    not_before(&manifest.fields, found);
    for name in manifest.omittable.iter() {
        if Manifest::OMITTABLE.iter().all(|known| fold(known) != fold(name.as_str())) {
            unknown(name, Manifest::OMITTABLE.into_iter(), found);
        }
    }
    for name in manifest.required.iter() {
        let is_known = manifest.fields.get(name.as_str()).is_some();
        if !is_known && !is_of_every_document(name.as_str()) {
            let own = manifest.fields.0.iter().map(|(name, _)| name.as_str());
            unknown(name, own.chain(DOCUMENT.fields()), found);
        }
    }
}

fn is_of_every_document(name: &str) -> bool {
    let name = fold(name);
    DOCUMENT.fields().any(|known| fold(known) == name)
}

fn unknown<'a>(
    name: &Text,
    known: impl Iterator<Item = &'a str>,
    found: &mut Diagnostics,
) {
    let near = nearest(name.as_str(), known).map(str::to_owned);
    found.push(unknown_field(&name.value, near.as_deref()), name.span);
}

fn fields(fields: &CustomFields, found: &mut Diagnostics) {
    for (name, form) in &fields.0 {
        if !is_identifier(&fold(name.as_str())) {
            let problem = own_field_name(&name.value);
            found.push(problem, name.span);
        }
        check_form(name, form, found);
    }
}

/// The days before which others are not: fields with a day themselves.
fn not_before(fields: &CustomFields, found: &mut Diagnostics) {
    let days = fields.0.iter().filter(|(_, form)| form.takes() == Takes::Date);
    let days: Vec<&str> = days.map(|(name, _)| name.as_str()).collect();
    for (_, form) in &fields.0 {
        let Some(other) = &form.not_before else { continue };
        let mut known = days.iter().copied().chain([field::SIGNING_DATE.name]);
        if known.clone().all(|name| fold(name) != fold(other.as_str())) {
            unknown(other, known.by_ref(), found);
        }
    }
}

/// Whether a template can name a value so.
fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    let starts = characters.next().is_some_and(|c| c.is_ascii_lowercase() || c == '_');
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    starts && characters.all(fits)
}

/// What the words of a definition have against each other.
fn check_form(name: &Text, form: &Form, found: &mut Diagnostics) {
    let mut misplaced = |is_there: bool, keyword: &str| {
        if is_there {
            let (field, keyword) = (name.value.clone(), keyword.to_owned());
            found.push(own_field_word(&field, &keyword), name.span);
        }
    };
    misplaced(form.types != Types::Text && !form.choices.is_empty(), "enum");
    misplaced(form.types != Types::Text && form.format.is_some(), "format");
    misplaced(form.format.is_some() && !form.choices.is_empty(), "enum");
    misplaced(form.takes() != Takes::Date && form.not_before.is_some(), "không trước");
    misplaced(form.types != Types::List && form.items.is_some(), "items");
    let is_group = form.takes() == Takes::Group;
    misplaced(!is_group && !form.properties.0.is_empty(), "properties");
    misplaced(!is_group && !form.required.is_empty(), "required");
    misplaced(is_group && form.properties.0.is_empty(), "type");
    if let Some(items) = &form.items {
        check_form(name, items, found);
    }
    fields(&form.properties, found);
    for required in form.required.iter().filter(|_| is_group) {
        if form.properties.get(required.as_str()).is_none() {
            let known = form.properties.0.iter().map(|(name, _)| name.as_str());
            unknown(required, known, found);
        }
    }
}

/// A manifest whose template is called otherwise than its folder.
pub(crate) static TEMPLATE_FOLDER: Rule = Rule {
    id: "template-folder",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Thư mục của mẫu mang tên mẫu viết không dấu, nối bằng gạch ngang: mẫu được \
             tìm theo tên đó.",
        en: "The folder of a template has its name without accents, joined by hyphens: \
             by that it is found.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử nghiệm\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể \
             thức: [đảng]\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
    right: of_template!(),
    ..Rule::ERROR
};

pub(crate) fn template_folder(folder: &str, expected: &str) -> Problem {
    TEMPLATE_FOLDER.problem(
        both!(
            "tên mẫu không khớp với thư mục `{folder}`",
            "the template's name does not fit its folder `{folder}`"
        ),
        both!("tên này", "this name"),
        both!(
            "đổi tên thư mục thành `{expected}`, hoặc sửa tên mẫu",
            "call the folder `{expected}`, or change the name"
        ),
    )
}

/// A field of a kind's own that every document has, or that means something else in
/// templates.
pub(crate) static OWN_FIELD_KNOWN: Rule = Rule {
    id: "own-field-known",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mục riêng của mẫu không được trùng tên với mục mà mọi văn bản đều có.",
        en: "A field of a template's own cannot have the name of one that all documents \
             have.",
    },
    wrong: with_own_field!("số: {type: string}"),
    right: with_own_field!("số hồ sơ: {type: string}"),
    ..Rule::ERROR
};

pub(crate) fn own_field_known(name: &str) -> Problem {
    OWN_FIELD_KNOWN.problem(
        both!(
            "mục `{name}` đã có sẵn trong mọi văn bản",
            "every document has a field `{name}` already"
        ),
        both!("trùng tên", "taken"),
        both!(
            "đặt tên khác cho mục riêng của mẫu",
            "call the template's own field otherwise"
        ),
    )
}

/// A field of a kind's own with a name that no template can use.
pub(crate) static OWN_FIELD_NAME: Rule = Rule {
    id: "own-field-name",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Trong tệp mẫu, mục được gọi bằng tên không dấu nối bằng `_`; tên có ký tự \
             khác thì không gọi được.",
        en: "Templates call a field by its name without accents, joined by `_`; other \
             characters cannot be called.",
    },
    wrong: with_own_field!("a/b: {type: string}"),
    right: with_own_field!("a b: {type: string}"),
    ..Rule::ERROR
};

pub(crate) fn own_field_name(name: &str) -> Problem {
    OWN_FIELD_NAME.problem(
        both!(
            "không dùng `{name}` làm tên mục được",
            "`{name}` cannot be the name of a field"
        ),
        both!("tên này", "this name"),
        both!(
            "chỉ dùng chữ cái, chữ số và dấu cách; bắt đầu bằng chữ cái",
            "use letters, digits and blanks only, a letter first"
        ),
    )
}

/// A word in the definition of a field that does not go with the others.
pub(crate) static OWN_FIELD_WORD: Rule = Rule {
    id: "own-field-word",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Khai báo một mục riêng dùng các từ của JSON Schema; từ nào đi với kiểu nào \
             là do chuẩn đó đặt ra.",
        en: "A field of a template's own is defined in the words of JSON Schema, which \
             says what goes with what.",
    },
    wrong: with_own_field!("loại: {type: string, items: {type: string}}"),
    right: with_own_field!("loại: {type: array, items: {type: string}}"),
    ..Rule::ERROR
};

pub(crate) fn own_field_word(field: &str, keyword: &str) -> Problem {
    OWN_FIELD_WORD.problem(
        both!(
            "mục `{field}` khai báo `{keyword}` không hợp với các phần khác",
            "in field `{field}`, `{keyword}` does not go with the rest"
        ),
        both!("mục này", "this field"),
        both!(
            "`enum` và `format` chỉ đi với một đoạn chữ, `items` đi với `type: array`, \
             `properties` và `required` đi với `type: object` (phải có), `không trước` \
             đi với `format: ngay`",
            "`enum` and `format` go with a text, `items` with `type: array`, \
             `properties` and `required` with `type: object` (which needs them), `không \
             trước` with `format: ngay`"
        ),
    )
}
