//! Folders that go and come back, and very many files at once.

use std::collections::BTreeSet;
use std::fs;

use super::Running;
use crate::cli::{ends, vanban};
use crate::support::notice;

#[test]
fn a_folder_that_goes_and_comes_back_is_watched_again() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let document = here.join("tháng/tb.md");
    for given in ["tháng", "tháng/tb.md"] {
        fs::create_dir_all(here.join("tháng")).unwrap();
        fs::write(&document, notice("Một.")).unwrap();
        let program = Running::start(here, &["watch", given]);
        program.builds("tháng/tb.pdf");
        fs::remove_dir_all(here.join("tháng")).unwrap();
        program.fails(given, "không đọc được");
        fs::create_dir(here.join("tháng")).unwrap();
        fs::write(&document, notice("Hai.")).unwrap();
        program.builds("tháng/tb.pdf");
        fs::write(&document, notice("Ba.")).unwrap();
        program.builds("tháng/tb.pdf");
        // Moved away it is another folder.
        fs::rename(here.join("tháng"), here.join("cũ")).unwrap();
        let (said, _) = program.result();
        assert!(said.starts_with("chưa xuất"), "{said}");
        fs::write(here.join("cũ/tb.md"), notice("Bốn.")).unwrap();
        fs::rename(here.join("cũ"), here.join("tháng")).unwrap();
        program.builds("tháng/tb.pdf");
    }
}

#[test]
fn an_attachment_under_another_name_is_missed_and_found() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let text = |file: &str| {
        let appendix =
            format!("phụ lục: [{{tiêu đề: Danh mục, tệp: {file}}}]\ntrích yếu:");
        notice("Một.").replace("trích yếu:", &appendix)
    };
    fs::write(here.join("tb.md"), text("muc.md")).unwrap();
    fs::write(here.join("muc.md"), "Thôn Một.\n").unwrap();
    let program = Running::start(here, &["watch", "tb.md"]);
    program.builds("tb.pdf");
    fs::rename(here.join("muc.md"), here.join("danh-muc.md")).unwrap();
    program.fails("tb.md", "attachment-missing");
    fs::write(here.join("tb.md"), text("danh-muc.md")).unwrap();
    program.builds("tb.pdf");
    fs::write(here.join("danh-muc.md"), "Thôn Hai.\n").unwrap();
    program.builds("tb.pdf");
}

#[test]
fn a_result_that_was_removed_comes_with_the_next_save() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("tb.md"), notice("Một.")).unwrap();
    let program = Running::start(here, &["watch", "tb.md"]);
    program.builds("tb.pdf");
    fs::remove_file(here.join("tb.pdf")).unwrap();
    fs::write(here.join("tb.md"), notice("Một.")).unwrap();
    program.builds("tb.pdf");
}

/// As `git checkout` of another branch does.
#[test]
fn very_many_files_saved_at_once_are_built_once_each() {
    const COUNT: usize = 40;
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::create_dir(here.join("xã")).unwrap();
    let save = |words: &str| {
        for number in 0..COUNT {
            let file = here.join(format!("xã/tb-{number:03}.md"));
            // A new file in the place of the old one.
            let _ = fs::remove_file(&file);
            fs::write(file, notice(&format!("{words} {number}."))).unwrap();
        }
    };
    save("Một");
    let program = Running::start(here, &["watch", "xã"]);
    let built =
        || -> BTreeSet<String> { (0..COUNT).map(|_| program.result().0).collect() };
    assert_eq!(built().len(), COUNT);
    save("Hai");
    assert_eq!(built().len(), COUNT);
    ends(&vanban(here, &["build", "xã", "--out-dir", "ra"]), 0);
    for number in 0..COUNT {
        let result = |folder: &str| {
            fs::read(here.join(folder).join(format!("tb-{number:03}.pdf")))
        };
        assert!(result("xã").unwrap() == result("ra").unwrap(), "{number}");
    }
}
