//! What is kept beside the schemas is what they have.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use super::definition::{self, Scope};
use super::kept_names;
use super::names::{Name, Names};
use crate::document::Manifest;

/// The names as a table of `kept_names.rs`.
fn table(about: &str, table: &str, names: &Names) -> String {
    let mut out = format!("\n/// {about}\n");
    let _ = writeln!(out, "pub(super) const {table}: KeptNames = KeptNames {{");
    let mut list = |field: &str, entries: Vec<String>| {
        let _ = writeln!(out, "    {field}: &[");
        for entry in entries {
            let _ = writeln!(out, "        {entry},");
        }
        out.push_str("    ],\n");
    };
    let pairs =
        |all: &BTreeMap<Name, Name>| all.iter().map(|pair| format!("{pair:?}")).collect();
    list("outermost", names.outermost().map(|name| format!("{name:?}")).collect());
    list("fields", pairs(&names.fields));
    list("choices", pairs(&names.choices));
    out.push_str("};\n");
    out
}

#[test]
fn kept_names_are_those_of_the_schemas() {
    let document = Names::of(&definition::of(Scope::Document));
    let manifest = Names::of(&definition::derived::<Manifest>());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let house = env!("CARGO_MANIFEST_DIR");
        let path = format!("{house}/src/front_matter/fields/kept_names.rs");
        let text = fs::read_to_string(&path).unwrap();
        let head = text.find("\n///").map_or(&*text, |head| &text[..head]);
        let document = table("Of a document.", "DOCUMENT", &document);
        let about = "Of what a template says of itself.";
        let manifest = table(about, "MANIFEST", &manifest);
        fs::write(path, format!("{head}{document}{manifest}")).unwrap();
    } else {
        let anew = "write them anew by UPDATE_EXPECT=1";
        assert_eq!(Names::kept(&kept_names::DOCUMENT), document, "{anew}");
        assert_eq!(Names::kept(&kept_names::MANIFEST), manifest, "{anew}");
    }
}
