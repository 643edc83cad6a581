//! Finds what of a document its template does not print: nobody would notice before the paper is
//! signed.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::blocks::chain;
use super::literal::{lines, literal, one_line};
use super::needed::library;
use super::{Job, Rendered, Templates};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Rule, both, of_template,
};
use crate::document::{
    CustomEntry, CustomFields, CustomValue, Document, DocumentCopy, Person, Signature,
    Text, field,
};
use crate::source::{FileId, Span};
use crate::source_map::{Content, Segment};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&TEXT_NOT_PRINTED, &VALUE_NOT_PRINTED];

/// The frame of every document, which prints all of its text.
const BASE: &str = "base.typ.j2";

/// Every block of the text and every value that is not among what was written. A borrowed text
/// was written for another paper, and a template without the frame answers for itself.
pub(super) fn check(
    job: &Job<'_>,
    main: &str,
    templates: &Templates,
    rendered: &Rendered,
) -> Diagnostics {
    let framed = |(path, _): &(String, _)| path.ends_with(BASE);
    if job.overridden || !chain(main, templates).last().is_some_and(framed) {
        return Diagnostics::default();
    }
    let segments = rendered.map.segments().iter();
    let written: BTreeSet<Span> = segments.map(|s| s.span).collect();
    let outline = job.outline;
    // What is told of a meeting is for several papers; some do without its proceedings.
    let appendices = outline.appendices.iter().map(Vec::as_slice);
    let blocks = outline.main().into_iter().chain(appendices).flatten();
    let unprinted = blocks.filter(|block| !written.contains(&block.span));
    let template = || job.manifest.name.value.clone();
    let blocks = unprinted.map(|b| (text_not_printed(&template()), b.span));
    // A template may put values together, which then have no place of their own.
    let unplaced = LazyCell::new(|| unplaced(rendered));
    let shown = |text: &Text| {
        [one_line(text.value.trim()), lines(&text.value)].iter().any(|text| {
            let text = literal(text);
            unplaced.iter().any(|part| part.contains(text.trim_matches('"')))
        })
    };
    let values = values(job).into_iter().filter(|(_, text)| {
        // What an office says once is for all of its papers.
        let typed = text.span.file == FileId::DOCUMENT && !text.is_blank();
        typed && !written.contains(&text.span) && !shown(text)
    });
    let values = values.map(|(field, text)| {
        let template = template();
        (value_not_printed(field, &template), text.span)
    });
    blocks.chain(values).collect()
}

/// What was written behind the layout library and did not come from one place of the user's alone:
/// `14pt` stands in the library, and the words of the body may be those of a field.
fn unplaced(rendered: &Rendered) -> Vec<&str> {
    let Rendered { typst, map } = rendered;
    let mut at = library(map, typst.len()).last().map_or(0, |(part, _)| part.end);
    let mut parts = Vec::new();
    let is_text = |one: &&Segment| !matches!(one.content, Content::Code);
    for Segment { range, .. } in map.segments().iter().filter(is_text) {
        parts.extend(typst.get(at..range.start));
        at = at.max(range.end);
    }
    parts.extend(typst.get(at..));
    parts
}

/// The texts that one may leave out, by the names of their fields. What is told of a meeting is
/// for several papers.
fn values<'a>(job: &Job<'a>) -> Vec<(&'a str, &'a Text)> {
    let Document { superior, number, kind, author, addressees, .. } = job.document;
    let Document { bases, digital_signature, confirmation, .. } = job.document;
    let ones = [
        (field::NUMBER, number.as_ref()),
        (field::KIND, kind.as_ref()),
        (field::AUTHOR, author.as_ref()),
    ];
    let ones = ones.into_iter().chain(job.document.plain_texts());
    let lists = [
        (field::SUPERIOR.name, superior),
        (field::ADDRESSEES.name, addressees),
        (field::GROUNDS.name, bases),
        (field::DIGITAL_SIGNATURE.name, digital_signature),
    ];
    let ones = ones.filter_map(|(field, text)| Some((field.name, text?)));
    let lists = lists.into_iter().flat_map(|(name, texts)| {
        texts.iter().flat_map(|texts| texts.iter()).map(move |text| (name, text))
    });
    let mut values: Vec<_> = ones.chain(lists).collect();
    values.extend(signers(job.document).chain(confirmation).flat_map(signature_of));
    values.extend(job.document.copy.iter().flat_map(copied));
    own(&job.document.custom, &job.manifest.fields, &mut values);
    values
}

/// What is said of a copy; what this one does not print is told by the rules of copies.
fn copied(copy: &DocumentCopy) -> impl Iterator<Item = (&str, &Text)> {
    let is_paper = !copy.is_electronic();
    let ones = [
        (field::NUMBER.name, copy.number.as_ref()),
        (field::SYMBOL.name, copy.symbol.as_ref()),
        (field::PLACE.name, copy.place.as_ref()),
    ];
    let ones = ones.into_iter().filter(move |_| is_paper);
    let both = [
        (field::COPY_FORM.name, Some(copy.form.text())),
        (field::BODY.name, copy.body.as_ref()),
    ];
    let ones = ones.chain(both).filter_map(|(name, text)| Some((name, text?)));
    let signature = copy.signature.iter().filter(move |_| is_paper);
    ones.chain(signature.flat_map(signature_of))
}

/// Who signs, but for the chair and the secretary of the meeting, whose names it gives.
fn signers(document: &Document) -> impl Iterator<Item = &Signature> {
    let meeting = document.meeting.iter();
    let known = meeting.flat_map(|one| [Some(&one.chair), one.secretary.as_ref()]);
    let known: Vec<Text> = known.flatten().map(Person::bare_name).collect();
    let is_known = move |one: &&Signature| {
        let name = one.name.0.as_ref();
        name.is_some_and(|name| known.iter().any(|k| k.value.trim() == name.value.trim()))
    };
    document.signatures.iter().filter(move |one| !is_known(one))
}

fn signature_of(one: &Signature) -> impl Iterator<Item = (&str, &Text)> {
    let lists = [
        (field::AUTHORITY.name, Some(&one.authority)),
        (field::POSTS.name, Some(&one.posts)),
        (field::OFFICE.name, one.office.as_ref()),
    ];
    let lists = lists.into_iter().flat_map(|(name, texts)| {
        texts.into_iter().flat_map(|texts| texts.iter()).map(move |text| (name, text))
    });
    lists.chain(one.name.0.iter().map(|text| (field::NAME.name, text)))
}

/// The free texts in the fields of the kind's own; a choice may decide what is printed.
fn own<'a>(
    entries: &'a [CustomEntry],
    forms: &CustomFields,
    values: &mut Vec<(&'a str, &'a Text)>,
) {
    for CustomEntry { name, value } in entries {
        let form = forms.get(name).map(|(_, form)| form);
        match value {
            Some(CustomValue::Text(text))
                if form.is_some_and(|form| form.choices.is_empty()) =>
            {
                values.push((name, text));
            }
            Some(CustomValue::Person(person)) => {
                values.push((name, &person.name));
                values.extend(person.posts.iter().map(|post| (name.as_str(), post)));
            }
            Some(CustomValue::List(list)) => {
                let texts = list.iter().filter_map(|value| match value {
                    CustomValue::Text(text) => Some((name.as_str(), text)),
                    CustomValue::Date(_)
                    | CustomValue::Flag(_)
                    | CustomValue::Person(_)
                    | CustomValue::List(_)
                    | CustomValue::Group(_) => None,
                });
                values.extend(texts);
            }
            Some(
                CustomValue::Text(_)
                | CustomValue::Date(_)
                | CustomValue::Flag(_)
                | CustomValue::Group(_),
            )
            | None => {}
        }
    }
}

/// A part of the text that the template does not print.
pub(crate) static TEXT_NOT_PRINTED: Rule = Rule {
    id: "text-not-printed",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Điều gì đã viết thì phải có trên giấy: mẫu bỏ sót một phần nội dung thì bị \
             từ chối.",
        en: "What is written stands on the paper: a template that leaves out a part of \
             the text is refused.",
    },
    wrong: of_template!(
        "{% extends \"base.typ.j2\" %}\n{% block opening %}{% endblock %}\n"
    ),
    right: of_template!(),
    ..Rule::ERROR
};

pub(crate) fn text_not_printed(template: &str) -> Problem {
    TEXT_NOT_PRINTED.problem(
        both!(
            "mẫu `{template}` không in phần này",
            "template `{template}` does not print this"
        ),
        both!("phần này không có trên giấy", "not on the paper"),
        both!(
            "bỏ phần này, dùng mẫu khác, hoặc sửa mẫu để in `mo_dau`, `than_bai`, \
             `ket_thuc`, `phu_luc`",
            "remove it, take another template, or make the template print `mo_dau`, \
             `than_bai`, `ket_thuc`, `phu_luc`"
        ),
    )
}

/// A value that the template does not print.
pub(crate) static VALUE_NOT_PRINTED: Rule = Rule {
    id: "value-not-printed",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Một mục đã khai báo mà mẫu không in thì người ký tưởng nó có trên giấy.",
        en: "A field that is given and not printed is thought to stand on the paper by \
             who signs it.",
    },
    wrong: Example::fields(
        "mẫu: công văn\nthể thức: nhà nước\nký hiệu: BCĐ-VP\nkính \
                            gửi: Các thôn\nnơi nhận: ['Lưu: VT']\ntên loại: Thông báo khẩn",
    )
    .with_body("Các thôn thực hiện./."),
    right: Example::fields(
        "mẫu: công văn\nthể thức: nhà nước\nký hiệu: BCĐ-VP\nkính \
                            gửi: Các thôn\nnơi nhận: ['Lưu: VT']",
    )
    .with_body("Các thôn thực hiện./."),
    ..Rule::WARNING
};

pub(crate) fn value_not_printed(field: &str, template: &str) -> Problem {
    VALUE_NOT_PRINTED.problem(
        both!(
            "mục `{field}` không in ra trong mẫu `{template}`",
            "the template `{template}` does not print this `{field}`"
        ),
        both!("không có trên giấy", "not on the paper"),
        both!(
            "bỏ mục này; nếu dành cho mẫu khác thì ghi dưới tên mẫu đó trong `theo mẫu`",
            "leave it out; what is for another template goes below its name in `theo mẫu`"
        ),
    )
}
