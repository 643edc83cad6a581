//! Numbers of the documents of a folder against each other.

use std::fs;

use crate::cli::vanban;
use crate::support::notice;

/// What `check` says of a folder with these documents: number, day of signing, more lines of the
/// front matter.
fn said(documents: &[(&str, &str, &str)], more: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (index, (number, day, lines)) in documents.iter().enumerate() {
        let text = notice("Một.");
        let own = |line: &str| line.starts_with("số:") || line.starts_with("ngày ký:");
        let kept: Vec<&str> = text.lines().filter(|line| !own(line)).collect();
        let front = format!("---\nsố: {number}\nngày ký: {day}\n{lines}");
        let text = kept.join("\n").replacen("---\n", &front, 1);
        fs::write(folder.path().join(format!("tb-{index}.md")), text).unwrap();
    }
    let call = [&["check", ".", "--format", "json"], more].concat();
    let output = vanban(folder.path(), &call);
    let found: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let told = found.iter().map(|one| {
        let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", text("file"), text("severity"), text("rule"))
    });
    told.collect()
}

#[test]
fn a_number_is_used_once() {
    let twice = [("12", "05/6/2023", ""), ("12", "07/6/2023", "")];
    assert_eq!(said(&twice, &[]), ["./tb-1.md warning number-used-twice"]);
    assert_eq!(said(&twice, &["--for-issue"]), ["./tb-1.md error number-used-twice"]);
    for sound in [
        [("12", "05/6/2023", ""), ("13", "05/6/2023", "")],
        [("12", "05/6/2023", ""), ("12", "05/6/2024", "")],
        [("12", "05/6/2023", ""), ("12", "05/6/2023", "dự thảo: 2\n")],
        [("", "05/6/2023", ""), ("", "05/6/2023", "")],
        [("12", "6/2023", ""), ("12", "6/2023", "")],
    ] {
        assert_eq!(said(&sound, &[]), Vec::<String>::new(), "{sound:?}");
    }
    let silent = [twice[0], ("12 # vanban: bỏ qua number-used-twice", "07/6/2023", "")];
    assert_eq!(said(&silent, &[]), Vec::<String>::new());
    let off = [twice[0], ("12", "07/6/2023", "kiểm tra: {number-used-twice: tắt}\n")];
    assert_eq!(said(&off, &[]), Vec::<String>::new());
}

#[test]
fn numbers_go_with_the_days_and_leave_none_out() {
    let order = [("12", "05/6/2023", ""), ("13", "02/6/2023", "")];
    assert_eq!(said(&order, &[]), ["./tb-1.md warning number-out-of-order"]);
    let day = "05/6/2023";
    let skipped = [("11", day, ""), ("12", day, ""), ("14", day, "")];
    assert_eq!(said(&skipped, &[]), ["./tb-2.md note number-skipped"]);
    let sparse = [("11", day, ""), ("14", day, ""), ("17", day, "")];
    assert_eq!(said(&sparse, &[]), Vec::<String>::new());
}
