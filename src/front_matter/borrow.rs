//! A document that is set in another template than the one it was written for: what of it does
//! not belong to the other paper, and the symbol that the other paper gets.

use super::directory::field;
use super::merge::over;
use super::tree::{Key, Kind, Node};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::document::{Abbreviation, Kinds, Layout, Manifest, Text, fold};

/// The fields that belong to one paper alone.
const LEFT_BEHIND: [&str; 11] = [
    "so",
    "ky_hieu",
    "ngay_ky",
    "ten_loai",
    "trich_yeu",
    "du_thao",
    "kinh_gui",
    "can_cu",
    "phu_luc",
    "mo_dau",
    "ket_thuc",
];

/// The fields of a document for the template that it is borrowed by: what its file and its
/// office say of that template, over what they say of themselves. Of all of these the first one
/// wins.
pub(super) fn merge(
    sections: impl Iterator<Item = Node>,
    general: Node,
    asked: &Text,
    kinds: &Kinds,
) -> Node {
    let symbol = symbol(&general, kinds);
    let layers = sections.chain([without_own(general, kinds.own.as_ref())]);
    let empty = Node { span: asked.span, kind: Kind::Map(Vec::new()) };
    let mut tree = layers.fold(empty, over);
    let name = Node { span: asked.span, kind: Kind::Scalar(asked.value.clone()) };
    set(&mut tree, "mẫu", name);
    if let (Some(symbol), None) = (symbol, field(&mut tree, "ky_hieu")) {
        set(&mut tree, "ký hiệu", symbol);
    }
    tree
}

fn without_own(mut general: Node, own: Option<&Manifest>) -> Node {
    if let Kind::Map(fields) = &mut general.kind {
        fields.retain(|(key, _)| {
            let is_own = own.is_some_and(|own| own.fields.get(&key.text).is_some());
            !is_own && !LEFT_BEHIND.contains(&fold(&key.text).as_str())
        });
    }
    general
}

fn set(tree: &mut Node, name: &str, node: Node) {
    let Kind::Map(fields) = &mut tree.kind else { return };
    fields.retain(|(key, _)| fold(&key.text) != fold(name));
    fields.push((Key { text: name.to_owned(), span: node.span }, node));
}

/// The symbol of the document with the code of the other kind in the place of its own:
/// `TB/BCĐ` becomes `GM/BCĐ`, `TB-UBND` becomes `GM-UBND`.
fn symbol(general: &Node, kinds: &Kinds) -> Option<Node> {
    let mut general = general.clone();
    let layout = match &field(&mut general, "the_thuc").map(|node| &node.kind) {
        Some(Kind::Scalar(name)) => {
            let known = Layout::NAMES.into_iter().find(|(_, n)| fold(n) == fold(name));
            known.map(|(layout, _)| layout)?
        }
        _ => Layout::default(),
    };
    let node = field(&mut general, "ky_hieu")?;
    let Kind::Scalar(symbol) = &node.kind else { return None };
    let (old, new) = (kinds.own.as_ref()?, kinds.chosen()?);
    let text = converted(symbol.trim(), layout, &old.abbreviation, &new.abbreviation)?;
    Some(Node { span: node.span, kind: Kind::Scalar(text) })
}

/// A symbol with another code in front: after it stands `/` with the Party (HD 05-HD/VPTW,
/// 3.1.2), `-` with the State (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3).
fn converted(
    symbol: &str,
    layout: Layout,
    old: &Abbreviation,
    new: &Abbreviation,
) -> Option<String> {
    let mark = match layout {
        Layout::Party => '/',
        Layout::State => '-',
    };
    let (first, rest) = symbol.split_once(mark).unwrap_or(("", symbol));
    let has_code = match old.of(layout) {
        Some(old) => fold(old.as_str()) == fold(first),
        None => !old.is_given && !first.is_empty(),
    };
    let body = if has_code { rest } else { symbol };
    if body.is_empty() {
        return None;
    }
    let code = new.of(layout);
    Some(code.map_or_else(|| body.to_owned(), |code| format!("{code}{mark}{body}")))
}

/// What is missing may be written where it holds for the other template alone.
pub(super) fn name_the_way_out(found: &Diagnostics, kind: &Manifest) -> Diagnostics {
    let mut told = Diagnostics::default();
    for Diagnostic { problem, span, related, fix } in found {
        let problem = match problem {
            Problem::MissingField { field, parent: None } => Problem::MissingBorrowed {
                field: field.clone(),
                template: kind.name.value.clone(),
            },
            other => other.clone(),
        };
        match related {
            Some(related) => told.push_related(problem, *span, *related),
            None => told.push_fixed(problem, *span, fix.clone()),
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn code(code: Option<&str>) -> Abbreviation {
        let code = code.map(|code| Text::new(code, Span::default()));
        Abbreviation { is_given: true, party: code.clone(), state: code }
    }

    #[test]
    fn the_other_paper_has_a_symbol_of_its_kind() {
        use Layout::{Party, State};
        let (tb, gm, none) = (code(Some("TB")), code(Some("GM")), code(None));
        let unknown = Abbreviation::default();
        for (symbol, layout, old, new, expected) in [
            ("TB/BCĐ", Party, &tb, &gm, Some("GM/BCĐ")),
            ("TB/ĐU-VP", Party, &unknown, &gm, Some("GM/ĐU-VP")),
            ("TB-UBND", State, &tb, &gm, Some("GM-UBND")),
            ("TB-UBND", State, &tb, &none, Some("UBND")),
            ("UBND-VP", State, &none, &gm, Some("GM-UBND-VP")),
            ("UBND", State, &tb, &gm, Some("GM-UBND")),
            ("TB/", Party, &tb, &gm, None),
            ("", Party, &tb, &gm, None),
        ] {
            let made = converted(symbol, layout, old, new);
            assert_eq!(made.as_deref(), expected, "{symbol}");
        }
    }
}
