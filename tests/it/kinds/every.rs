//! Whatever kinds there are: each builds what `new` writes for it and its example.

use std::fs;

use vanban::Format;

use super::{pages, path, read};
use crate::support::{built, problems};

/// The folders of the built-in templates, each with its layouts: folded, the first one first.
fn kinds() -> Vec<(String, Vec<String>)> {
    let mut kinds = Vec::new();
    for entry in fs::read_dir(path("templates")).unwrap() {
        let folder = entry.unwrap().path();
        let Ok(manifest) = fs::read_to_string(folder.join("template.yaml")) else {
            continue;
        };
        let layouts = manifest.lines().find_map(|line| line.strip_prefix("thể thức: ["));
        let layouts = layouts.unwrap().trim_end_matches(']').split(", ");
        let folded =
            layouts.map(|name| vanban::rooms::document::fold(name).replace('_', "-"));
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        kinds.push((name, folded.collect()));
    }
    kinds.sort();
    kinds
}

/// The skeleton that `new` writes for a layout.
fn skeleton(kind: &str, index: usize, layout: &str) -> String {
    let other = if index == 0 { String::new() } else { format!("-{layout}") };
    format!("templates/{kind}/skeleton{other}.md")
}

#[test]
fn every_kind_has_both_layouts() {
    let kinds = kinds();
    assert!(kinds.len() >= 8, "{kinds:?}");
    for (kind, layouts) in kinds {
        assert_eq!(layouts, ["dang", "nha-nuoc"], "{kind}");
    }
}

#[test]
fn every_skeleton_and_example_is_made_without_a_word() {
    let mut seen = 0;
    for (kind, layouts) in kinds() {
        for (index, layout) in layouts.iter().enumerate() {
            let example = format!("examples/loai/{kind}-{layout}.md");
            for file in [skeleton(&kind, index, layout), example] {
                let text = read(&file);
                assert_eq!(problems(&text), [""; 0], "{file}");
                // The exporter holds PDF/A-2a and PDF/UA-1.
                let pdf = built(&text, Format::Pdf).remove(0);
                assert!(pdf.starts_with(b"%PDF-"), "{file}");
                let is_skeleton = file.starts_with("templates/");
                assert!(!is_skeleton || pages(&text).count() == 1, "{file}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 32, "{seen}");
}

#[test]
fn every_template_keeps_its_form() {
    for (kind, layouts) in kinds() {
        for (index, layout) in layouts.iter().enumerate() {
            let text = read(&skeleton(&kind, index, layout));
            let reminder =
                "---\n# Chữ sau dấu # là lời nhắc, không in ra; xóa đi cũng được.\n";
            assert!(text.starts_with(reminder), "{kind}: {layout}");
            assert!(text.lines().nth(2).unwrap().starts_with("mẫu: "), "{kind}");
            let second = text.lines().nth(3).unwrap();
            let written =
                vanban::rooms::document::fold(second.strip_prefix("thể thức: ").unwrap());
            let written = written.split("_#").next().unwrap();
            assert_eq!(written.replace('_', "-"), *layout, "{kind}");
        }
    }
}
