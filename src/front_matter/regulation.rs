//! Reads the numbers of a regime from its YAML file.

use super::fields::problems::unknown_field;
use super::node::{Kind, Node};
use super::yaml::problems::yaml_syntax;
use super::{duplicates, tree, whole_yaml};
use crate::diagnostic::Diagnostics;
use crate::document::{Entry, Number, Regulation, SettingRule, SizeSet};
use crate::source::{FileId, Sources, Span};

/// The key under which a clause stands beside what it says.
const CLAUSE: &str = "clause";
/// The key of a value that has its clause beside it.
const VALUE: &str = "value";

/// Reads what a regime says of the layout; nothing where that is wrong.
#[must_use]
pub fn read_regulation(
    file: FileId,
    sources: &Sources,
) -> (Option<Regulation>, Diagnostics) {
    let (yaml, _) = whole_yaml(file, sources);
    let tree = match tree::parse(yaml, sources.get(file)) {
        Ok(tree) => tree,
        Err(error) => {
            let problem = yaml_syntax(&error.syntax);
            return (None, [(problem, error.span)].into_iter().collect());
        }
    };
    let mut found = Diagnostics::default();
    let mut regulation = Regulation::default();
    for (key, span, node) in fields(&tree) {
        match key {
            "sizes" => regulation.sizes = fields(node).map(size_set).collect(),
            "settings" => {
                duplicates::report(node, &mut found);
                let settings = fields(node);
                let mut rule = |(field, _, node)| setting(field, node, &mut found);
                regulation.settings = settings.map(&mut rule).collect();
            }
            "numbers" => regulation.numbers = entries(node),
            unknown_key => unknown(unknown_key, span, &mut found),
        }
    }
    (Some(regulation).filter(|_| !found.has_errors()), found)
}

/// The fields of a group; none of anything else.
fn fields(node: &Node) -> impl Iterator<Item = (&str, Span, &Node)> {
    let fields = match &node.kind {
        Kind::Map(fields) => fields.as_slice(),
        Kind::Null | Kind::Scalar(_) | Kind::List(_) => &[],
    };
    fields.iter().map(|(key, node)| (key.text.as_str(), key.span, node))
}

fn text(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Scalar(text) => Some(text),
        Kind::Null | Kind::List(_) | Kind::Map(_) => None,
    }
}

fn unknown(key: &str, span: Span, found: &mut Diagnostics) {
    found.push(unknown_field(key, None), span);
}

fn size_set((name, _, node): (&str, Span, &Node)) -> SizeSet {
    let sizes = fields(node).filter_map(|(name, _, size)| Some((name, text(size)?)));
    let sizes = sizes.map(|(name, size)| (name.to_owned(), size.to_owned())).collect();
    SizeSet { name: name.to_owned(), sizes }
}

fn setting(field: &str, node: &Node, found: &mut Diagnostics) -> SettingRule {
    let (field, clause) = (field.to_owned(), String::new());
    let mut rule = SettingRule { field, at: None, range: None, clause };
    for (key, span, node) in fields(node) {
        match (key, &node.kind) {
            ("at", Kind::Scalar(path)) => rule.at = Some(path.clone()),
            (CLAUSE, Kind::Scalar(clause)) => rule.clause.clone_from(clause),
            ("range", Kind::List(limits)) => {
                let limit = |index: usize| limits.get(index).and_then(text);
                let range = limit(0).zip(limit(1));
                rule.range = range.map(|(least, most)| (least.into(), most.into()));
            }
            (key, _) => unknown(key, span, found),
        }
    }
    rule
}

fn entries(node: &Node) -> Vec<Entry> {
    fields(node).filter(|(key, ..)| *key != CLAUSE).map(entry).collect()
}

fn entry((name, _, node): (&str, Span, &Node)) -> Entry {
    let field = |wanted| fields(node).find(|(key, ..)| *key == wanted);
    let clause = field(CLAUSE).and_then(|(.., clause)| text(clause));
    let value = field(VALUE).map_or(node, |(.., value)| value);
    Entry {
        name: name.to_owned(),
        number: number(value),
        clause: clause.map(str::to_owned),
    }
}

fn number(node: &Node) -> Number {
    match &node.kind {
        Kind::Null => Number::Scalar("none".into()),
        Kind::Scalar(text) => Number::Scalar(text.clone()),
        Kind::List(list) => Number::List(list.iter().map(number).collect()),
        Kind::Map(_) => Number::Group(entries(node)),
    }
}
