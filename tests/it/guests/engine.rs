//! What minijinja runs: refused where it stands, before or while it runs.

use std::time::{Duration, Instant};

use super::{errors, report};
use crate::support::said;

/// What repeats in a template, before, between and after how it ends.
const CHAINS: [(&str, &str, &str); 19] = [
    ("{{ ", "not ", "true }}"),
    ("{{ ", "-", "1 }}"),
    ("{{ 1", " ~ 1", " }}"),
    ("{{ 1", " + 1", " }}"),
    ("{{ 1", " - 1", " }}"),
    ("{{ 1", " * 1", " }}"),
    ("{{ 1", " ** 1", " }}"),
    ("{{ 1", " < 1", " }}"),
    ("{{ 1", " and 1", " }}"),
    ("{{ 1", " or 1", " }}"),
    ("{{ 1", "|string", " }}"),
    ("{{ 1", " is odd", " }}"),
    ("{{ 1", " if 1 else 1", " }}"),
    ("{{ so", ".a", " }}"),
    ("{{ so", "[0]", " }}"),
    ("{{ so", "()", " }}"),
    ("{% set a = 1", " ~ {'}}': [1, '%}']}|string", " %}"),
    ("{% if 1", " or 1", " %}{% endif %}"),
    ("{% if so %}", "{% elif so %}", "{% endif %}"),
];

/// What opens and what closes.
const BRACKETS: [(&str, &str); 6] =
    [("(", ")"), ("[", "]"), ("{1: ", "}"), ("so[", "]"), ("range(", ")"), ("(1, ", ")")];

const SIZES: [usize; 3] = [600, 5_000, 50_000];

#[track_caller]
fn is_too_deep(code: &str) {
    let start = Instant::now();
    let found = errors(&report(code));
    let shown = &code[..code.len().min(40)];
    assert_eq!(found, [("template-too-deep", true)], "{shown}");
    // Tests run side by side; alone it takes a tenth.
    assert!(start.elapsed() < Duration::from_secs(5), "{shown}: {:?}", start.elapsed());
}

#[test]
fn chains_are_refused_where_they_get_too_long() {
    for (before, link, after) in CHAINS {
        for size in SIZES {
            is_too_deep(&format!("{before}{}{after}", link.repeat(size)));
        }
        let few = report(&format!("{before}{}{after}", link.repeat(20)));
        assert!(!errors(&few).contains(&("template-too-deep", true)), "{link}");
    }
}

#[test]
fn brackets_are_refused_where_they_get_too_deep() {
    for (open, close) in BRACKETS {
        for size in SIZES {
            let nested = open.repeat(size) + "1" + &close.repeat(size);
            is_too_deep(&format!("{{{{ {nested} }}}}"));
            is_too_deep(&format!("{{% set a = {nested} %}}"));
        }
    }
}

#[test]
fn long_is_not_deep() {
    let list = format!("{{% set a = [{}] %}}", "1 + 1, 'a' ~ 'b', ".repeat(2_000));
    let maps =
        format!("{{% set a = [{}] %}}", "{'a': -1, 'b': not true}, ".repeat(2_000));
    let many = "{% set a = 1 + 1 %}{% if a %}{% elif a %}{% endif %}\n".repeat(2_000);
    let text =
        "{# ".to_owned() + &"(".repeat(2_000) + " #}{% raw %}/*" + &"{{ - ".repeat(2_000);
    let raw = text + "*/{% endraw %}\n{{ '" + &"(- ".repeat(2_000) + "'|length }},";
    for code in [list, maps, many, raw.replace("},", "}")] {
        let found = errors(&report(&code));
        assert!(!found.iter().any(|(rule, _)| *rule == "template-too-deep"), "{found:?}");
    }
}

#[test]
fn statements_nested_or_calling_each_other_are_refused() {
    for (open, close) in [
        ("{% if true %}", "{% endif %}"),
        ("{% for a in [1] %}", "{% endfor %}"),
        ("{% with %}", "{% endwith %}"),
        ("{% macro a() %}", "{% endmacro %}"),
        ("{% filter upper %}", "{% endfilter %}"),
        ("{% set a %}", "{% endset %}"),
    ] {
        for size in [200, 5_000] {
            let found = errors(&report(&(open.repeat(size) + &close.repeat(size))));
            assert_eq!(found, [("template-syntax", true)], "{open}");
        }
    }
    for code in [
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f() %}{{ g() }}{% endmacro %}{% macro g() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% include 'thu/main.typ.j2' %}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    ] {
        let found = report(code);
        let rules: Vec<_> = errors(&found).into_iter().map(|(rule, _)| rule).collect();
        assert_eq!(rules, ["template-cycle"], "{code}: {}", said(&found));
    }
}

#[test]
fn what_grows_without_end_is_refused_at_its_place() {
    let twice = |what: &str| format!("{{% set a = {what} %}}").repeat(40);
    let doubled = |start: &str, what: &str, end: &str| {
        format!("{{% set a = {start} %}}{}{end}", twice(what))
    };
    for code in [
        doubled("'a'", "a ~ a", ""),
        doubled("'a'", "a + a", ""),
        doubled("'a'", "a|replace('a', 'aa')", ""),
        doubled("'a'", "a|sau_chu(a)", ""),
        doubled("'a'", "[a, a]|join(a)", ""),
        doubled("[1]", "[a, a]", "{{ a }}"),
        doubled("[1]", "{'a': a, 'b': a}", "{{ a }}"),
        "{{ 'x' * 1000000000 }}".into(),
        "{{ [1] * 90000000 }}".into(),
        "{{ '%1000000000d'|format(1) }}".into(),
        "{{ '%.1000000000f'|format(1.0) }}".into(),
        "{{ 'a\nb'|indent(1000000000) }}".into(),
        "{{ range(100000)|join('a' * 100000) }}".into(),
        "{% set a = 'x' * 1000000 %}{% for i in range(100000) %}{{ a|chu_hoa }}{% endfor %}".into(),
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}".into(),
        "{% for i in range(99999) %}{{ mo_dau }}{% endfor %}".into(),
        "{% for i in range(99999) %}{{ range(99999)|list }}{% endfor %}".into(),
    ] {
        let found = report(&code);
        let code = &code[..code.len().min(60)];
        assert_eq!(errors(&found), [("template-runaway", true)], "{code}");
    }
}

#[test]
fn a_list_is_no_text() {
    for filter in
        ["viet_hoa", "chu_thuong", "bo_dau", "ket(';')", "bang_chu", "sau_chu('a')"]
    {
        for value in ["[[1]]", "{'a': 1}", "range(9)", "cuoc_hop or [1]"] {
            let found = report(&format!("{{{{ ({value})|{filter} }}}}"));
            assert_eq!(errors(&found), [("template-failed", true)], "{value}|{filter}");
        }
    }
}

#[test]
fn long_lists_are_joined_without_going_deep() {
    let found = report("  paragraph({ let a = {{ range(20000)|noi }}; str(a.len()) }),");
    assert!(errors(&found).is_empty(), "{}", said(&found));
}
