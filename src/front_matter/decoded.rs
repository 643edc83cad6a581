//! From the merged tree of the front matter to the typed document, or to what the tree has
//! against the definition of one.

use serde::Deserialize;

use super::decode::Reader;
use super::definition::Scope;
use super::fields::problems::{UNKNOWN_FIELD, lacks_in_document};
use super::node::Node;
use super::schema::Schema;
use super::{DOCUMENT, PARTIAL, custom, explain, signature};
use crate::diagnostic::{
    Bilingual, Diagnostic, Diagnostics, Example, Family, Problem, Rule, both,
};
use crate::document::{Document, Manifest, Text, field};
use crate::source::Span;

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&NO_DATE];

/// The document in a tree, or what the tree has against its schema. The schema with the fields
/// of the kind's own is only made where there is something to say.
pub(super) fn decode(
    tree: &mut Node,
    whole: Span,
    kind: &Manifest,
    found: &mut Diagnostics,
) -> Option<Document> {
    let fields = custom::take(tree, kind);
    let names = DOCUMENT.names();
    let signed = kind
        .can_omit(field::SIGNATURES.name)
        .then(|| signature::with_signature(tree.clone()));
    let node = signed.as_ref().unwrap_or(tree);
    let typed = Document::deserialize(Reader { node, names });
    let required = |name: &Text| kind.requires(name.as_str());
    let custom = custom::read(&fields, &kind.fields, required, names);
    let error = match (typed, custom) {
        (Ok(document), Some(custom))
            if custom::has_required(tree, kind) && has_names(&document, kind) =>
        {
            return Some(Document { custom, ..document });
        }
        (Err(error), _) => error.0,
        (Ok(_), _) => "a field that the kind needs".to_owned(),
    };
    custom::put_back(tree, fields);
    let plain =
        kind.fields.0.is_empty() && kind.required.is_empty() && kind.omittable.is_empty();
    let joined = (!plain).then(|| Schema::of_kind(Scope::Document, kind));
    let problems = joined.as_ref().unwrap_or(&DOCUMENT).check(tree, whole);
    explain(&problems, &error, whole, found);
    None
}

/// Whether a document has a symbol and a subject, or its kind does without.
fn has_names(document: &Document, kind: &Manifest) -> bool {
    (document.symbol.is_some() || kind.can_omit(field::SYMBOL.name))
        && (document.subject.is_some() || kind.can_omit(field::SUBJECT.name))
}

/// What a tree that need not be whole has against the definition of a document of `kind`.
pub(super) fn check_partial(
    tree: &Node,
    whole: Span,
    kind: Option<&Manifest>,
) -> Diagnostics {
    let own = kind.filter(|kind| !kind.fields.0.is_empty());
    let schema = own.map(|kind| Schema::of_kind(Scope::Partial, kind));
    let found = schema.as_ref().unwrap_or(&PARTIAL).check(tree, whole);
    if kind.is_some() { found } else { of_any_kind(found) }
}

/// What a tree has against the definition of a document whose template nobody knows.
pub(super) fn check_unknown_kind(tree: &Node, whole: Span) -> Diagnostics {
    of_any_kind(DOCUMENT.check(tree, whole))
}

/// Keeps what holds for any template: of one that nobody knows, an unknown field may be its own,
/// and a missing one that it does without.
fn of_any_kind(mut found: Diagnostics) -> Diagnostics {
    found.retain(|Diagnostic { problem, .. }| {
        !problem.breaks(&UNKNOWN_FIELD)
            && lacks_in_document(problem)
                .is_none_or(|name| !Manifest::OMITTABLE.contains(&name))
    });
    found
}

/// The document, if it has a date.
pub(super) fn with_date(
    document: Document,
    whole: Span,
    found: &mut Diagnostics,
) -> Option<Document> {
    if document.date().is_none() {
        found.push(no_date(), whole);
        return None;
    }
    Some(document)
}

/// Neither the signing date nor the meeting's date gives the document a date.
pub(crate) static NO_DATE: Rule = Rule {
    id: "no-date",
    family: Family::Dates,
    clause: Some("HD 05-HD/VPTW, 4.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4"),
    explanation: Bilingual {
        vi: "Văn bản phải có thời gian ban hành; chưa biết ngày thì ghi tháng, ngày để \
             trống cho bút.",
        en: "A document has a date of issue; where the day is not known, the month is \
             given and the day left to the pen.",
    },
    wrong: Example::fields("ngày ký:"),
    right: Example::fields("ngày ký: 6/2023"),
    ..Rule::ERROR
};

pub(crate) fn no_date() -> Problem {
    NO_DATE.problem(
        both!("văn bản chưa có ngày tháng nào", "the document has no date at all"),
        both!("trong phần khai báo này", "in this front matter"),
        both!(
            "thêm dòng `ngày ký: 05/6/2023` (chưa biết ngày thì viết `ngày ký: \
             6/2023`), hoặc điền `ngày` của `cuộc họp`",
            "add `ngày ký: 05/6/2023` (`6/2023` where the day is not known), or the \
             `ngày` of `cuộc họp`"
        ),
    )
}
