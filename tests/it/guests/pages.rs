//! What Typst runs: it sees no files.

use super::{errors, input, report, template};
use crate::support::said;
use vanban::rooms::typeset::Files;
use vanban::typeset;

#[test]
fn typst_in_a_template_sees_no_files() {
    let functions = [
        "read",
        "json",
        "yaml",
        "toml",
        "csv",
        "xml",
        "cbor",
        "image",
        "bibliography",
        "plugin",
    ];
    let paths = [
        "tb.md",
        "vanban.yaml",
        "/etc/passwd",
        "mẫu/thu/main.typ.j2",
        "a.csv",
        "khong-co.txt",
    ];
    let calls = functions
        .iter()
        .flat_map(|name| paths.iter().map(move |path| format!("[#{name}(\"{path}\")]")));
    let imports = paths.iter().flat_map(|path| {
        ["import", "include"].map(|word| format!("{{ {word} \"{path}\"; [] }}"))
    });
    let packages = [
        "{ import \"@preview/cetz:0.4.2\"; [] }".into(),
        "eval(\"read(\\\"tb.md\\\")\")".into(),
    ];
    for call in calls.chain(imports).chain(packages) {
        let found = report(&format!("  paragraph({call}),"));
        assert_eq!(errors(&found), [("template-file", true)], "{call}: {}", said(&found));
    }
}

/// The pictures of a document's folder, and what else is there.
struct Folder;

impl Files for Folder {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
        let known = [("dau.svg", picture), ("DAU.SVG", picture), ("mat.csv", "mật")];
        let found = known.into_iter().find(|(name, _)| *name == path)?;
        Some(found.1.as_bytes().to_vec())
    }
}

#[test]
fn typst_in_a_template_sees_the_pictures_beside_the_document() {
    for (path, rules) in [
        ("dau.svg", &[][..]),
        ("DAU.SVG", &[]),
        ("mat.csv", &["template-file"]),
        ("khong-co.svg", &["typeset-template"]),
    ] {
        let code =
            template(&format!("  paragraph(box(image(\"{path}\", alt: \"dấu\"))),"));
        let mut input = input(&code);
        input.files = &Folder;
        let report = typeset(&input).report;
        let found: Vec<_> = errors(&report).into_iter().map(|(rule, _)| rule).collect();
        assert_eq!(found, rules, "{path}: {}", said(&report));
    }
}
