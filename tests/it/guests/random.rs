//! Templates of random parts: never a panic, always an outcome.

use proptest::prelude::*;
use proptest::sample::select;

use super::{outcome, report, template};

/// What templates are made of, and what they should not be made of.
const PARTS: [&str; 56] = [
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "{#",
    "#}",
    "{%- ",
    "-%}",
    "if ",
    "elif so",
    "else",
    "endif",
    "for a in ",
    "endfor",
    "set a = ",
    "endset",
    "macro a(b)",
    "endmacro",
    "block opening",
    "endblock",
    "raw",
    "endraw",
    "include 'words.typ.j2'",
    "filter upper",
    "endfilter",
    "so",
    "noi_nhan",
    "mo_dau",
    "cuoc_hop.ngay",
    "loop.index",
    "super()",
    "range(9)",
    "[1, 'a']",
    "{'a': 1}",
    "(",
    ")",
    "'",
    "\"",
    "1",
    " ~ ",
    " * 9",
    "|noi",
    "|tung_dong",
    "|bang_chu",
    "|join",
    "|ngay_gon",
    ".a",
    "paragraph(",
    "),",
    "[",
    "]",
    "#",
    "\n",
    "ố",
    "\u{e003}0:1\u{e001}",
    "\u{e000}3\u{e001}",
];

fn parts(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(&PARTS[..]), 0..most).prop_map(|parts| parts.concat())
}

fn cases(cases: u32) -> ProptestConfig {
    let default =
        ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default,
        None => ProptestConfig { cases, ..default },
    }
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn every_template_has_an_outcome(text in parts(30)) {
        let outcome = outcome(&text);
        let failed = outcome.report.diagnostics.has_errors();
        prop_assert_eq!(outcome.output.is_none(), failed);
    }

    #[test]
    fn every_part_of_a_template_has_an_outcome(text in parts(8)) {
        report(&text);
    }

    #[test]
    fn every_expression_has_an_outcome(text in parts(8)) {
        let output = outcome(&template(&format!("  paragraph({{{{ {text} }}}}),")));
        prop_assert_eq!(output.output.is_none(), output.report.diagnostics.has_errors());
    }
}
