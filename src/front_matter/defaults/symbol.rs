//! The symbol of a paper: the code of its kind in front, whichever paper it was written for.

use super::node::Node;
use crate::document::symbol::{is_code, joint};
use crate::document::{Abbreviation, Manifest, NamedTemplates, Regime, field, fold};

/// The symbol of a document with the code of the kind that overrides its own in the place of its
/// own: `TB/BCĐ` becomes `GM/BCĐ`, `TB-UBND` becomes `GM-UBND`.
pub(crate) fn for_override(general: &Node, named: &NamedTemplates) -> Option<Node> {
    let (old, new) = (named.declared.as_ref()?, named.chosen()?);
    let node = general.get(field::SYMBOL.key)?;
    let symbol = node.as_text()?;
    let regime = regime(general)?;
    let text = converted(symbol.trim(), regime, &old.abbreviation, &new.abbreviation)?;
    Some(Node::text(&text, node.span))
}

/// The symbol that an office writes once for all its papers, with the code of the document's
/// kind; nothing, where it has that code already or none.
pub(crate) fn of_office(general: &Node, kind: &Manifest) -> Option<Node> {
    let node = general.get(field::SYMBOL.key)?;
    let symbol = node.as_text()?;
    let regime = regime(general)?;
    let (first, _) = symbol.trim().split_once(joint(regime))?;
    if !kind.abbreviation.is_given || !is_code(first) {
        return None;
    }
    let old = Abbreviation::default();
    let text = converted(symbol.trim(), regime, &old, &kind.abbreviation)?;
    Some(Node::text(&text, node.span))
}

/// The regime that a document asks for.
fn regime(general: &Node) -> Option<Regime> {
    match general.get(field::REGIME.key).and_then(Node::as_text) {
        Some(name) => {
            let known = Regime::NAMES.into_iter().find(|(_, n)| fold(n) == fold(name));
            known.map(|(regime, _)| regime)
        }
        None => Some(Regime::default()),
    }
}

/// A symbol with another code in front.
fn converted(
    symbol: &str,
    regime: Regime,
    old: &Abbreviation,
    new: &Abbreviation,
) -> Option<String> {
    let mark = joint(regime);
    let (first, rest) = symbol.split_once(mark).unwrap_or(("", symbol));
    let has_code = match old.of(regime) {
        Some(old) => fold(old.as_str()) == fold(first) || is_code(first),
        None => is_code(first) || (!old.is_given && !first.is_empty()),
    };
    let body = if has_code { rest } else { symbol };
    if body.is_empty() {
        return None;
    }
    let code = new.of(regime);
    Some(code.map_or_else(|| body.to_owned(), |code| format!("{code}{mark}{body}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;
    use crate::source::Span;

    fn code(code: Option<&str>) -> Abbreviation {
        let code = code.map(|code| Text::new(code, Span::default()));
        Abbreviation { is_given: true, party: code.clone(), state: code }
    }

    #[test]
    fn the_other_paper_has_a_symbol_of_its_kind() {
        use Regime::{Party, State};
        let (tb, gm, none) = (code(Some("TB")), code(Some("GM")), code(None));
        let unknown = Abbreviation::default();
        for (symbol, regime, old, new, expected) in [
            ("TB/BCĐ", Party, &tb, &gm, Some("GM/BCĐ")),
            ("TB/ĐU-VP", Party, &unknown, &gm, Some("GM/ĐU-VP")),
            ("TB-UBND", State, &tb, &gm, Some("GM-UBND")),
            ("TB-UBND", State, &tb, &none, Some("UBND")),
            ("UBND-VP", State, &none, &gm, Some("GM-UBND-VP")),
            ("UBND", State, &tb, &gm, Some("GM-UBND")),
            ("TB/BCĐ", Party, &gm, &tb, Some("TB/BCĐ")),
            ("QyĐ-UBND", State, &none, &gm, Some("GM-UBND")),
            ("TB/", Party, &tb, &gm, None),
            ("", Party, &tb, &gm, None),
        ] {
            let made = converted(symbol, regime, old, new);
            assert_eq!(made.as_deref(), expected, "{symbol}");
        }
    }
}
