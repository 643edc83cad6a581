//! The house stands as designed: no stage imports another, each foreign crate has one door.

use std::fs;
use std::path::{Path, PathBuf};

const STAGES: [&str; 7] =
    ["front_matter", "markdown", "rules", "tasks", "renewal", "template", "typeset"];

/// Which room may import which other rooms of the crate.
fn allowed(room: &str) -> &'static [&'static str] {
    match room {
        "source" => &[],
        "diagnostic" | "source_map" => &["source"],
        "document" => &["source", "diagnostic"],
        "template" | "typeset" => &["source", "source_map", "diagnostic", "document"],
        room if STAGES.contains(&room) => &["source", "diagnostic", "document"],
        _ => &[
            "source",
            "diagnostic",
            "document",
            "renewal",
            "template",
            "typeset",
            "borrowed",
            "compile",
            "Compilation",
            "Format",
        ],
    }
}

/// Where each foreign crate may be named.
const DOORS: [(&str, &str); 14] = [
    ("imagesize", "typeset"),
    ("typst", "typeset"),
    ("typst_layout", "typeset"),
    ("typst_pdf", "typeset"),
    ("typst_render", "typeset"),
    ("typst_svg", "typeset"),
    ("minijinja", "template"),
    ("pulldown_cmark", "markdown"),
    ("serde_saphyr", "front_matter"),
    ("jsonschema", "front_matter"),
    ("clap", "cli"),
    ("anstream", "cli"),
    ("tempfile", "cli"),
    ("annotate_snippets", "diagnostic"),
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Every source file of the crate: its room and its text.
fn rooms() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    files
        .into_iter()
        .map(|path| {
            let first = path.strip_prefix(&root).unwrap().components().next().unwrap();
            let room = first.as_os_str().to_string_lossy().replace(".rs", "");
            let text = fs::read_to_string(&path).unwrap();
            (room, path, text)
        })
        .collect()
}

/// The code lines of a file: no comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn a_stage_never_imports_another_stage() {
    let mut seen = 0;
    for (room, path, text) in rooms() {
        // `lib` and `run` put the stages in their order.
        if ["lib", "main", "run"].contains(&room.as_str()) {
            continue;
        }
        for line in code(&text) {
            for (at, _) in line.match_indices("crate::") {
                let name: String = line[at + 7..]
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if name.is_empty() || name == room || line[..at].ends_with('$') {
                    continue;
                }
                seen += 1;
                let fine = allowed(&room).contains(&name.as_str());
                assert!(fine, "{} imports `{name}`: {line}", path.display());
            }
        }
    }
    assert!(seen > 50, "the test reads the imports");
}

#[test]
fn each_foreign_crate_has_one_door() {
    let mut seen = 0;
    for (room, path, text) in rooms() {
        for line in code(&text) {
            for (name, door) in DOORS {
                let used = line.contains(&format!("use {name}::"))
                    || line.match_indices(&format!("{name}::")).any(|(at, _)| {
                        !line[..at]
                            .ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c))
                    });
                if used {
                    seen += 1;
                    assert_eq!(room, door, "{} names `{name}`: {line}", path.display());
                }
            }
        }
    }
    assert!(seen > 20, "the test reads the imports");
}

#[test]
fn every_file_states_its_job_in_its_first_line() {
    for (_, path, text) in rooms() {
        assert!(text.starts_with("//! "), "{} has no charter", path.display());
    }
}
