//! The house stands as designed: no stage imports another, no circle of imports, one door for
//! each foreign crate, no files and no terminal but in `cli`.

mod house;
mod imports;
mod tokens;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use house::{House, room, rust_files};
use tokens::tokens;

const STAGES: [&str; 7] =
    ["front_matter", "markdown", "rules", "tasks", "renewal", "template", "typeset"];

/// Which room may import which other rooms of the crate; what `lib.rs` itself offers is `lib`.
fn allowed(room: &str) -> &'static [&'static str] {
    match room {
        "calendar" | "language" | "source" => &[],
        "diagnostic" | "source_map" => &["source"],
        "template" => &["source", "source_map", "diagnostic", "document"],
        "typeset" => &["source", "source_map", "diagnostic", "document", "language"],
        "document" => &["calendar", "source", "diagnostic"],
        "front_matter" => &["calendar", "source", "diagnostic", "document"],
        "rules" => &["calendar", "source", "diagnostic", "document", "language"],
        room if STAGES.contains(&room) => &["source", "diagnostic", "document"],
        "cli" => {
            &["source", "diagnostic", "document", "renewal", "template", "typeset", "lib"]
        }
        room => panic!("`{room}` is a new room: say what it may import"),
    }
}

/// The one room in which each foreign crate is named.
const DOORS: [(&str, &str); 35] = [
    ("annotate_snippets", "diagnostic"),
    ("anstream", "cli"),
    ("cap", "main"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("comemo", "typeset"),
    ("data_url", "typeset"),
    ("flate2", "typeset"),
    ("getrandom", "cli"),
    ("httparse", "cli"),
    ("imagesize", "typeset"),
    ("jsonschema", "front_matter"),
    ("lsp_server", "cli"),
    ("minijinja", "template"),
    ("notify", "cli"),
    ("open", "cli"),
    ("pulldown_cmark", "markdown"),
    ("rayon", "cli"),
    ("roxmltree", "typeset"),
    ("rustc_hash", "template"),
    ("serde_saphyr", "front_matter"),
    ("sha2", "cli"),
    ("similar", "cli"),
    ("simplecss", "typeset"),
    ("strsim", "document"),
    ("tempfile", "cli"),
    ("typst", "typeset"),
    ("typst_layout", "typeset"),
    ("typst_pdf", "typeset"),
    ("typst_render", "typeset"),
    ("typst_svg", "typeset"),
    ("url", "cli"),
    ("usvg", "typeset"),
    ("windows_registry", "cli"),
];

/// Crates for data and letters, which every room may name.
const SHARED: [&str; 5] =
    ["chrono", "schemars", "serde", "serde_json", "unicode_normalization"];

/// What only the program may use: files, terminal, environment, clock.
const WORLD: [&str; 9] = [
    "std::env",
    "std::fs",
    "std::io::stderr",
    "std::io::stdin",
    "std::io::stdout",
    "std::net",
    "std::process",
    "std::time::Instant",
    "std::time::SystemTime",
];

#[test]
fn a_stage_never_imports_another_stage() {
    let house = House::read();
    let mut seen = 0;
    for (module, path) in house.inside() {
        let own = room(module);
        // `pipeline` puts the stages in their order; `rooms` shows them to the tests.
        if ["", "pipeline", "rooms"].contains(&own)
            || room(path) == own
            || path.is_empty()
        {
            continue;
        }
        let other = if house.files.contains_key(room(path)) { room(path) } else { "lib" };
        seen += 1;
        assert!(allowed(own).contains(&other), "`{module}` imports `{path}`");
    }
    assert!(seen > 200, "the test reads the imports");
}

#[test]
fn no_two_modules_import_each_other() {
    let circles = House::read().circles();
    assert!(circles.is_empty(), "circles of imports: {circles:?}");
}

#[test]
fn each_foreign_crate_has_one_door() {
    let dependencies = dependencies();
    let entered: BTreeSet<&str> =
        DOORS.iter().map(|(name, _)| *name).chain(SHARED).collect();
    assert_eq!(entered, dependencies.iter().map(String::as_str).collect());

    let house = House::read();
    let mut seen = 0;
    for (module, path) in house.outside() {
        if let Some((_, door)) = DOORS.iter().find(|(name, _)| *name == room(path)) {
            seen += 1;
            assert_eq!(room(module), *door, "`{module}` names `{path}`");
        }
    }
    assert!(seen > 100, "the test reads the imports");
}

/// The crates that the library and the program are built of, as code names them.
fn dependencies() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest = fs::read_to_string(path).unwrap();
    let section = |title: &str| {
        let (_, behind) = manifest.split_once(&format!("\n{title}\n")).unwrap();
        behind.split("\n[").next().unwrap()
    };
    let sections =
        ["[dependencies]", "[target.'cfg(windows)'.dependencies]"].map(section);
    let lines = sections.iter().flat_map(|section| section.lines());
    let names = lines.filter_map(|line| line.split_once('='));
    names.map(|(name, _)| name.trim().replace('-', "_")).collect()
}

#[test]
fn only_the_program_touches_the_world() {
    let house = House::read();
    for (module, path) in house.outside() {
        let worldly = WORLD.iter().any(|world| house::is_within(path, world));
        let in_test = module.split("::").any(|name| name == "tests");
        let fine = room(module) == "cli" || in_test || !worldly;
        assert!(fine, "`{module}` names `{path}`");
    }
    let uses = |(module, path): (&str, &str)| room(module) == "cli" && path == "std::fs";
    assert!(house.outside().any(uses), "the test reads the imports");
}

/// Names of tests and functions are shorter than this.
const LONGEST_NAME: usize = 60;

#[test]
fn names_stay_readable() {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in ["src", "tests", "benches"] {
        rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        for pair in tokens(&text).windows(2) {
            let fine = pair[0] != "fn" || pair[1].chars().count() < LONGEST_NAME;
            assert!(fine, "{}: `{}` is too long", path.display(), pair[1]);
        }
    }
}

#[test]
fn every_file_states_its_job_in_its_first_line() {
    for file in House::read().files.values() {
        let path = file.path.display();
        assert!(file.text.starts_with("//! "), "{path} has no charter");
    }
}
