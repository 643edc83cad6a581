//! Tests of the room that need no document.

use std::sync::Arc;

use chrono::NaiveDate;
use minijinja::Value;
use minijinja::value::Object;
use proptest::prelude::*;

use super::context::context;
use super::environment::environment;
use super::literal::{literal, one_line};
use super::marks::{Marks, SharedMarks, lock};
use super::objects::{DateObject, MarkupObject, TextObject};
use super::{Job, Templates};
use crate::document::{
    Abbreviation, CustomFields, Document, List, Manifest, Outline, Regulation, Text, fold,
};
use crate::source::{FileId, Source, Sources, Span};
use crate::source_map::{Content, SourceMap};

fn text(value: &str, start: usize) -> Text {
    Text::new(value, Span::new(FileId::DOCUMENT, start..start + value.len()))
}

/// What a template writes.
fn written(template: &str, names: Value) -> (String, SourceMap) {
    let mut templates = Templates::built_in();
    templates.insert("a", Source::new("a", template));
    let marks = SharedMarks::default();
    let environment = environment(&templates, Arc::clone(&marks));
    let marked = environment.get_template("a").unwrap().render(names).unwrap();
    lock(&marks).resolve(&marked)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 2, 5).unwrap()
}

fn typst(template: &str) -> String {
    let names = Value::from_pairs([
        ("a", Value::from_object(TextObject(text("x\"y", 3)))),
        (
            "day",
            Value::from_object(DateObject {
                day: day(),
                open: false,
                span: Span::default(),
            }),
        ),
        ("blank", Value::from_object(TextObject(text(" ", 3)))),
        ("calls", Value::from_object(MarkupObject("separator(),\n".into()))),
        ("nothing", ().into()),
    ]);
    written(template, names).0
}

#[test]
fn values_are_written_as_typst() {
    let cases = [
        ("{{ a }}", r#""x\"y""#),
        ("{{ 'b' }}{{ 1 }}{{ 1.5 }}{{ -2 }}", r#""b"11.5-2"#),
        ("{{ true }}{{ false }}{{ none }}{{ nothing }}", "truefalsenonenone"),
        ("{{ [] }}{{ [a] }}{{ [1, [2]] }}", r#"()("x\"y",)(1, (2,),)"#),
        ("{{ {} }}{{ {'b': a} }}", r#"(:)("b": "x\"y",)"#),
        ("{{ calls }}", "separator(),\n"),
        ("{% set x %}f({{ a }}){% endset %}{{ x }}", r#"f("x\"y")"#),
        ("{% macro m(v) %}f({{ v }}){% endmacro %}{{ m(a) }}", r#"f("x\"y")"#),
        ("{{ a|viet_hoa }}{{ 'đ'|viet_hoa }}", r#""X\"y""Đ""#),
        ("{{ 'Đặng Ố'|chu_thuong }}{{ 'ườ đ'|chu_hoa }}", r#""đặng ố""ƯỜ Đ""#),
        (
            "{{ day|ngay_day_du }}{{ day|ngay_gon }}",
            r#""ngày 05 tháng 02 năm 2023""05/02/2023""#,
        ),
        ("{{ day|thang_nam }}{{ day.ngay }}", r#""tháng 02 năm 2023""05""#),
        (
            "{{ 21|bang_chu }}{{ '1.005'|bang_chu|viet_hoa }}",
            r#""hai mươi mốt""Một nghìn không trăm linh năm""#,
        ),
        ("{{ [a]|noi }}{{ []|noi }}", r#"("" + "x\"y")("")"#),
        ("{{ [a, 'b', 3]|noi }}", r#"("" + "x\"y" + ", " + "b" + " và " + "3")"#),
        ("{{ [a, 'b']|noi('; ', '; ') }}", r#"("" + "x\"y" + "; " + "b")"#),
        ("{{ 'a' if blank else 'b' }}{{ 'a' if a else 'b' }}", r#""b""a""#),
        ("{{ 'a\n \t b' }}", r#""a b""#),
        ("{% if a %}\nb\n{% endif %}\nc\n", "b\nc\n"),
    ];
    for (template, expected) in cases {
        assert_eq!(typst(template), expected, "{template}");
    }
}

#[test]
fn plain_typst_is_included_as_it_stands() {
    let library = "#let f(x) = {{ x }} // {% if %} {# #}\n";
    let mut templates = Templates::built_in();
    templates.insert("lib.typ", Source::new("lib.typ", library));
    templates.insert("a", Source::new("a", "{% include 'lib.typ' %}"));
    let marks = SharedMarks::default();
    let environment = environment(&templates, Arc::clone(&marks));
    let out = environment.get_template("a").unwrap().render(()).unwrap();
    let (out, map) = lock(&marks).resolve(&out);
    assert_eq!(out, library);
    let brace = library.find('{').unwrap();
    let (source, range) = map.template(&(brace..brace + 2), &out).unwrap();
    assert_eq!((source.name(), range), ("lib.typ", brace..brace + 2));
}

#[test]
fn no_field_of_a_kind_may_hide_a_name_of_the_templates() {
    let document = Document::default();
    let (outline, families) = (Outline::default(), Vec::new());
    let mut sources = Sources::default();
    let file = sources.add(Source::new("template.yaml", ""));
    let name = Text::new("x", Span::new(file, 0..0));
    let manifest = Manifest {
        name: name.clone(),
        version: name.clone(),
        summary: name.clone(),
        regimes: List::default(),
        title: name,
        abbreviation: Abbreviation::default(),
        group: None,
        source: None,
        required: List::default(),
        omittable: List::default(),
        fields: CustomFields::default(),
    };
    let (document, outline, manifest) = (&document, &outline, &manifest);
    let (families, regulation) = (&families, &Regulation::default());
    let job =
        Job { document, outline, manifest, regulation, families, overridden: false };
    let context = context(&job, &mut Marks::default());
    let schema = schemars::schema_for!(Document).to_value();
    let fields = schema["properties"].as_object().unwrap();
    let fields: Vec<String> = fields.keys().map(|name| fold(name)).collect();
    let mut seen = 0;
    for name in context.try_iter().unwrap() {
        let name = name.as_str().unwrap().to_owned();
        let reserved = Manifest::RESERVED.contains(&name.as_str());
        assert!(reserved != fields.contains(&name), "{name}");
        seen += usize::from(reserved);
    }
    assert_eq!(seen, Manifest::RESERVED.len());
}

#[test]
fn a_blank_text_is_no_text() {
    assert!(!Arc::new(TextObject(text(" \u{a0}", 0))).is_true());
    assert!(Arc::new(TextObject(text("a", 0))).is_true());
    assert!(!Arc::new(MarkupObject(String::new())).is_true());
}

#[test]
fn a_field_is_one_line() {
    for (typed, printed) in [
        ("a b  c", "a b  c"),
        ("a\nb", "a b"),
        ("a \r\n\t b\n", "a b "),
        ("\n\n", " "),
        ("a\u{a0}\u{2028}b", "a\u{a0} b"),
    ] {
        assert_eq!(one_line(typed), printed);
    }
}

#[test]
fn parts_lie_in_each_other() {
    let mut marks = Marks::default();
    let mut out = String::from("f(");
    let whole = Span { start: 1, end: 9, ..Span::default() };
    marks.open(&mut out, whole);
    out.push_str("g(");
    marks.text(&mut out, &text("a", 3));
    out.push_str(", ");
    marks.plain(&mut out, "b");
    out.push(')');
    Marks::close(&mut out);
    out.push_str(") \u{e002}\u{e000}x\u{e001}\u{e000}99\u{e001}");
    let (typst, map) = marks.resolve(&out);
    assert!(typst.starts_with("f(g(\"a\", \"b\")) "), "{typst}");
    let at = |wanted: &str| {
        let start = typst.find(wanted).unwrap();
        map.lookup(&(start..start + wanted.len())).map(|segment| segment.span.start)
    };
    assert_eq!(at("\"a\""), Some(3));
    assert_eq!(at("\"b\""), Some(1));
    assert_eq!(at("f("), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Every text is mapped to where it came from, whatever it holds and however it is mixed
    /// with code.
    #[test]
    fn the_map_covers_every_text(
        values in proptest::collection::vec(("\\PC*|[\u{e000}-\u{e004}\"\\\\0-9]*", "[a-z(), \n]*"), 0..9),
    ) {
        let mut marks = Marks::default();
        let mut out = String::new();
        let mut texts = Vec::new();
        for (value, code) in &values {
            let text = text(value, texts.len() * 100);
            out.push_str(code);
            marks.text(&mut out, &text);
            texts.push(text);
        }
        let (typst, map) = marks.resolve(&out);
        prop_assert_eq!(map.segments().len(), texts.len());
        for (segment, text) in map.segments().iter().zip(texts) {
            prop_assert_eq!(segment.span, text.span);
            prop_assert_eq!(&typst[segment.range.clone()], literal(&one_line(&text.value)));
            prop_assert_eq!(&segment.content, &Content::Printed(text.value));
        }
    }
}
