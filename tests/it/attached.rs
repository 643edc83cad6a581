//! The attachments of a folder's documents are no documents by themselves.

use std::fs;
use std::path::Path;

use crate::cli::{ends, names, stderr, vanban};
use crate::support::read;

/// The files of a decision, its attachment in a folder below it or not. The attachment begins as
/// a front matter does.
fn decision(below: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::create_dir_all(here.join(below)).unwrap();
    let decision = read("examples/kem-theo/quyet-dinh-quy-che.md");
    let named = decision.replace("tệp: ", &format!("tệp: {below}"));
    fs::write(here.join("qd.md"), named).unwrap();
    let rule = format!("---\n\n{}", read("examples/kem-theo/quy-che.md"));
    fs::write(here.join(below).join("quy-che.md"), rule).unwrap();
    let table = read("examples/kem-theo/phan-cong.csv");
    fs::write(here.join(below).join("phan-cong.csv"), table).unwrap();
    folder
}

#[test]
fn an_attachment_in_a_folder_is_no_document() {
    for below in ["", "kem/"] {
        let folder = decision(below);
        let here = folder.path();
        for command in
            [&["build", "."][..], &["check", "."], &["build", ".", "--jobs", "1"]]
        {
            let output = vanban(here, command);
            ends(&output, 0);
            let said = stderr(&output);
            assert!(!said.contains("quy-che.md"), "{said}");
        }
        assert!(here.join("qd.pdf").exists());
        assert!(!names(&here.join(below)).contains(&"quy-che.pdf".to_owned()));
    }
}

#[test]
fn an_attachment_given_as_a_document_says_whose_it_is() {
    let told = |folder: &Path, file: &str, owner: &str| {
        for command in ["build", "check"] {
            let output = vanban(folder, &[command, file]);
            ends(&output, 1);
            let said = stderr(&output);
            let way = format!("tệp này là phụ lục của `{owner}`");
            assert!(said.contains(&way), "{said}");
            // The way out works as it is written.
            ends(&vanban(folder, &[command, owner]), 0);
        }
    };
    let (beside, below) = (decision(""), decision("kem/"));
    told(beside.path(), "quy-che.md", "qd.md");
    told(beside.path(), "./quy-che.md", "qd.md");
    told(beside.path(), "phan-cong.csv", "qd.md");
    told(below.path(), "kem/quy-che.md", "qd.md");
    told(&below.path().join("kem"), "quy-che.md", "../qd.md");
    let inner = beside.path().file_name().unwrap().to_str().unwrap();
    let path = |name| format!("{inner}/{name}");
    told(beside.path().parent().unwrap(), &path("quy-che.md"), &path("qd.md"));
}

#[test]
fn what_is_nobodys_attachment_is_still_told() {
    let folder = decision("");
    let here = folder.path();
    fs::write(here.join("hong.md"), "---\ntrích yếu: a\n").unwrap();
    fs::write(here.join("khac.md"), "---\n\nMột.\n").unwrap();
    let output = vanban(here, &["build", "."]);
    ends(&output, 1);
    let said = stderr(&output);
    for name in ["./hong.md", "./khac.md"] {
        assert!(said.contains(name) && !said.contains("phụ lục của"), "{said}");
    }
    // Where the document is not of the run, its attachment is told.
    fs::create_dir(here.join("trong")).unwrap();
    fs::write(here.join("trong/m.md"), "---\n\nMột.\n").unwrap();
    let outer = read("examples/kem-theo/quyet-dinh-quy-che.md");
    fs::write(here.join("ngoai.md"), outer.replace("tệp: quy-che", "tệp: trong/m"))
        .unwrap();
    let output = vanban(here, &["check", "trong"]);
    ends(&output, 1);
    assert!(stderr(&output).contains("phụ lục của `ngoai.md`"), "{}", stderr(&output));
}
