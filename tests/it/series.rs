//! Numbers of the documents of a folder against each other.

use std::fs;

use crate::cli::vanban;
use crate::support::notice;

/// What `check` says of a folder with these documents: number, day of signing, more lines of the
/// front matter.
fn said(documents: &[(&str, &str, &str)], more: &[&str]) -> Vec<String> {
    let papers: Vec<_> = documents
        .iter()
        .map(|(number, day, lines)| (*number, *day, *lines, "Một."))
        .collect();
    said_of(&papers, more)
}

/// The same of documents with a text of their own.
fn said_of(documents: &[(&str, &str, &str, &str)], more: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (index, (number, day, lines, body)) in documents.iter().enumerate() {
        let text = notice(body);
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
fn each_kind_has_its_numbers() {
    let folder = tempfile::tempdir().unwrap();
    for (index, code) in ["DA", "ĐA", "DA"].into_iter().enumerate() {
        let text =
            notice("Một.").replace("ký hiệu: TB/BCĐ", &format!("ký hiệu: {code}/BCĐ"));
        let text = text.replacen("---\n", "---\nsố: 12\n", 1);
        let text = text.replace("ngày ký: 6/2023", "ngày ký: 05/6/2023");
        fs::write(folder.path().join(format!("{index}.md")), text).unwrap();
    }
    let output = vanban(folder.path(), &["check", ".", "--format", "json"]);
    let found: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let twice = found.iter().filter(|one| one["rule"] == "number-used-twice");
    assert_eq!(twice.map(|one| &one["file"]).collect::<Vec<_>>(), ["./2.md"]);
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

#[test]
fn a_paper_of_the_folder_is_cited_with_its_day() {
    let signed = ("05", "13/5/2023", "", "Một.");
    let cites = |body| [signed, ("06", "05/6/2023", "", body)];
    let wrong = ["./tb-1.md warning citation-other-day"];
    for body in [
        "Thực hiện Thông báo số 05-TB/BCĐ, ngày 12/5/2023 của Ban Chỉ đạo về rà soát.",
        "Thực hiện Thông báo số 5-TB/BCĐ ngày 12 tháng 5 năm 2023 về rà soát.",
        "| STT | Căn cứ |\n| --- | --- |\n| 1 | Thông báo số 05-TB/BCĐ, ngày 12/5/2023 |",
    ] {
        assert_eq!(citing(&cites(body)), wrong, "{body}");
    }
    for body in [
        "Thực hiện Thông báo số 05-TB/BCĐ, ngày 13/5/2023 của Ban Chỉ đạo về rà soát.",
        "Thực hiện Thông báo số 05-TB/BCĐ, ngày 12/5/2022 của Ban Chỉ đạo về rà soát.",
        "Thực hiện Thông báo số 05-TB/BCĐ, ngày 12/5/2023 của Ban Chỉ đạo tỉnh về rà soát.",
        "Thực hiện Thông báo số 05-TB/BCĐ, ngày 12/5/2023 của Huyện ủy về rà soát.",
        "Thực hiện Thông báo số 05-TB/ĐU, ngày 12/5/2023 của Ban Chỉ đạo về rà soát.",
        "Thực hiện Thông báo số 05-TB/BCĐ về rà soát.",
        "> Thông báo số 05-TB/BCĐ, ngày 12/5/2023 của Ban Chỉ đạo về rà soát",
    ] {
        assert_eq!(citing(&cites(body)), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn any_paper_cites_one_that_is_issued() {
    let body =
        "Thực hiện Thông báo số 05-TB/BCĐ, ngày 12/5/2023 của Ban Chỉ đạo về rà soát.";
    let wrong = ["./tb-1.md warning citation-other-day"];
    // What is still a draft, or has no number yet, cites as well.
    for (number, lines) in [("6", "dự thảo: 1\n"), ("", "")] {
        let papers =
            [("05", "13/5/2023", "", "Một."), (number, "05/6/2023", lines, body)];
        assert_eq!(citing(&papers), wrong, "{number} {lines}");
    }
    // What is still a draft may be signed on any day; of two papers nobody knows which one is meant.
    let (draft, issued) =
        (("05", "13/5/2023", "dự thảo: 1\n", "Một."), ("05", "13/5/2023", "", "Một."));
    let citing_one = ("6", "05/6/2023", "", body);
    for papers in [vec![draft, citing_one], vec![issued, issued, citing_one]] {
        assert_eq!(citing(&papers), Vec::<String>::new(), "{papers:?}");
    }
    let silent = format!("<!-- vanban: bỏ qua citation-other-day -->\n{body}");
    let papers = [("05", "13/5/2023", "", "Một."), ("6", "05/6/2023", "", &silent)];
    assert_eq!(citing(&papers), Vec::<String>::new());
}

#[test]
fn papers_of_one_office_lie_in_folders_of_months() {
    let folder = tempfile::tempdir().unwrap();
    let cites = "Thực hiện Thông báo số 05-TB/BCĐ ngày 12/5/2023 về rà soát.";
    for (file, number, day, body) in
        [("05/a.md", "05", "13/5/2023", "Một."), ("06/b.md", "06", "05/6/2023", cites)]
    {
        let text = notice(body).replacen("---\n", &format!("---\nsố: {number}\n"), 1);
        let text = text.replace("ngày ký: 6/2023", &format!("ngày ký: {day}"));
        fs::create_dir_all(folder.path().join(file).parent().unwrap()).unwrap();
        fs::write(folder.path().join(file), text).unwrap();
    }
    let said = || {
        let output = vanban(folder.path(), &["check", "."]);
        String::from_utf8(output.stderr).unwrap().contains("citation-other-day")
    };
    assert!(!said(), "the folders may be of two offices");
    fs::write(folder.path().join("vanban.yaml"), "địa danh: Lục Bình\n").unwrap();
    assert!(said());
}

/// What is said of citations in a folder.
fn citing(papers: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let mut found = said_of(papers, &[]);
    found.retain(|one| one.contains("citation-other") || one.contains("silencer"));
    found
}
