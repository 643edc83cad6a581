//! Text becomes Typst as a literal in which nothing is active.

use proptest::prelude::*;
use typst_syntax::ast::{Expr, Str};
use typst_syntax::{SyntaxKind, parse_code};
use vanban::rooms::template::literal;

/// What Typst reads; `None` unless it is one literal and nothing else.
fn read(code: &str) -> Option<String> {
    let root = parse_code(code);
    let mut nodes = root.children();
    let node = nodes.next()?;
    if nodes.next().is_some()
        || !root.errors_and_warnings().0.is_empty()
        || node.kind() != SyntaxKind::Str
    {
        return None;
    }
    match node.cast::<Expr>()? {
        Expr::Str(text) => Some(Str::get(text).to_string()),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn any_text_is_read_back_as_itself(text in any::<String>()) {
        prop_assert_eq!(read(&literal(&text)), Some(text));
    }

    #[test]
    fn any_mixture_of_special_characters_is_read_back(
        text in "[\"\\\\u{}#$*_`~/=+.;\\[\\](){}<>@\u{0}-\u{20}\u{7f}-\u{a0}\u{e000}-\u{e003}\u{f0000}\u{2028}xế\u{301}]*",
    ) {
        let literal = literal(&text);
        let hidden = |c: char| c.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&c);
        prop_assert!(!literal.chars().any(hidden), "{}", literal);
        prop_assert_eq!(read(&literal), Some(text));
    }
}
