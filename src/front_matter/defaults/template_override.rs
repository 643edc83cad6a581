//! A document that is set in another template than the one it was written for: what of it does
//! not belong to the other paper.

use super::merge::overlay;
use super::node::{Key, Kind, Node};
use super::symbol;
use crate::diagnostic::{
    Bilingual, Diagnostic, Diagnostics, Example, Family, Problem, Rule, both,
};
use crate::document::{Manifest, NamedTemplates, Text, field};
use crate::front_matter::fields::problems::{example, lacks_in_document};
use crate::front_matter::fields::schema::sample;

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&MISSING_FOR_OVERRIDE];

/// The fields that belong to one paper alone.
const LEFT_BEHIND: [&str; 14] = [
    field::NUMBER.key,
    field::SYMBOL.key,
    field::SIGNING_DATE.key,
    field::KIND.key,
    field::SUBJECT.key,
    field::AUTHOR.key,
    field::CONFIRMATION.key,
    field::COPY.key,
    field::DRAFT.key,
    field::ADDRESSEES.key,
    field::GROUNDS.key,
    field::APPENDICES.key,
    field::OPENING.key,
    field::CLOSING.key,
];

/// The fields of a document for the template that overrides its own: what its file and its
/// office say of that template, over what they say of themselves. Of all of these the first one
/// wins.
pub(crate) fn merge(
    sections: impl Iterator<Item = Node>,
    general: Node,
    asked: &Text,
    named: &NamedTemplates,
) -> Node {
    let symbol = symbol::for_override(&general, named);
    let layers = sections.chain([without_own(general, named.declared.as_ref())]);
    let empty = Node { span: asked.span, kind: Kind::Map(Vec::new()) };
    let mut tree = layers.fold(empty, overlay);
    let name = Node::text(&asked.value, asked.span);
    tree.set(Key::new(field::TEMPLATE.name, asked.span), name);
    if let (Some(symbol), None) = (symbol, tree.get(field::SYMBOL.key)) {
        tree.set(Key::new(field::SYMBOL.name, symbol.span), symbol);
    }
    tree
}

fn without_own(mut general: Node, own: Option<&Manifest>) -> Node {
    if let Some(fields) = general.fields_mut() {
        fields.retain(|(key, _)| {
            let is_own = own.is_some_and(|own| own.fields.find(&key.name).is_some());
            !is_own && !LEFT_BEHIND.contains(&key.name.as_str())
        });
    }
    general
}

/// What is missing may be written where it holds for the other template alone.
pub(crate) fn suggest_section(found: &Diagnostics, kind: &Manifest) -> Diagnostics {
    let mut suggested = Diagnostics::default();
    for Diagnostic { problem, span, related, fix } in found {
        let problem = match lacks_in_document(problem) {
            Some(field) => {
                let own = kind.fields.get(field).map(|(_, form)| form.schema());
                let own = own.and_then(|schema| sample(field, &schema["examples"][0]));
                missing_for_override(field, &kind.name.value, own)
            }
            None => problem.clone(),
        };
        match related {
            Some(related) => suggested.push_related(problem, *span, *related),
            None => suggested.push_fixed(problem, *span, fix.clone()),
        }
    }
    suggested
}

/// A field that must be there where a document is set in another template than its own.
pub(crate) static MISSING_FOR_OVERRIDE: Rule = Rule {
    id: "missing-borrowed",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Một văn bản có thể xuất theo mẫu khác (`--template`): những mục mà mẫu đó \
             cần thêm được khai báo ở `theo mẫu`.",
        en: "A document can be set in another template (`--template`): what that needs \
             besides is given in `theo mẫu`.",
    },
    wrong: Example::fields("").set_in("giấy mời"),
    right: Example::described(
        "các mục của giấy mời ghi ở `theo mẫu:`, dưới `giấy mời:`",
        "the fields of the invitation, given in `theo mẫu:` below `giấy mời:`",
    ),
    ..Rule::ERROR
};

/// A `field` is missing for the `template` that a document is set in, which is not its own.
pub(crate) fn missing_for_override(
    field: &str,
    template: &str,
    own: Option<String>,
) -> Problem {
    let example = own.unwrap_or_else(|| example(field));
    MISSING_FOR_OVERRIDE.problem(
        both!(
            "thiếu mục `{field}` cho mẫu `{template}`",
            "field `{field}` is missing for template `{template}`"
        ),
        both!(
            "phần khai báo này viết cho mẫu khác",
            "this front matter was written for another template"
        ),
        both!(
            "khai báo riêng cho mẫu này: `theo mẫu:`, dòng dưới thụt vào `{template}:`, \
             dòng dưới thụt vào nữa `{example}`",
            "give it for this template alone: below `theo mẫu:` indent `{template}:`, \
             below that `{example}`"
        ),
    )
}
