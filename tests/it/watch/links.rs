//! Documents and folders behind links, which lead elsewhere all of a sudden.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::Running;
use crate::support::notice;

/// Makes a link lead elsewhere in one step.
fn lead(link: &Path, to: &str) {
    let beside = link.with_extension("new");
    symlink(to, &beside).unwrap();
    fs::rename(beside, link).unwrap();
}

#[test]
fn a_document_behind_a_link_is_watched_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::create_dir_all(here.join("kho")).unwrap();
    fs::create_dir_all(here.join("bàn")).unwrap();
    for name in ["một", "hai"] {
        fs::write(here.join(format!("kho/{name}.md")), notice("Một.")).unwrap();
    }
    let link = here.join("bàn/tb.md");
    symlink("../kho/một.md", &link).unwrap();
    let program = Running::start(here, &["watch", "bàn/tb.md"]);
    program.builds("bàn/tb.pdf");
    fs::write(here.join("kho/một.md"), notice("Hai.")).unwrap();
    program.builds("bàn/tb.pdf");
    fs::remove_file(here.join("kho/một.md")).unwrap();
    let (said, before) = program.result();
    assert!(said.starts_with("chưa xuất bàn/tb.md"), "{said}");
    assert!(before.iter().all(|line| !line.contains("có phải là")), "{before:?}");
    fs::write(here.join("kho/một.md"), notice("Ba.")).unwrap();
    program.builds("bàn/tb.pdf");
    lead(&link, "../kho/hai.md");
    program.builds("bàn/tb.pdf");
    fs::write(here.join("kho/hai.md"), notice("Bốn.")).unwrap();
    program.builds("bàn/tb.pdf");
}

#[test]
fn a_link_on_the_way_may_lead_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for month in ["05", "06"] {
        fs::create_dir_all(here.join(month)).unwrap();
        let text = notice(&format!("Tháng {month}.\n\n![ảnh](anh.png)"));
        fs::write(here.join(month).join("tb.md"), text).unwrap();
        let from = crate::support::path("examples/thong-bao-2023-06.png");
        fs::copy(from, here.join(month).join("anh.png")).unwrap();
    }
    symlink("05", here.join("này")).unwrap();
    for given in ["này", "này/tb.md"] {
        lead(&here.join("này"), "05");
        let program = Running::start(here, &["watch", given]);
        program.builds("này/tb.pdf");
        lead(&here.join("này"), "06");
        program.builds("này/tb.pdf");
        let text = notice(&format!("Tháng sáu, {given}.\n\n![ảnh](anh.png)"));
        fs::write(here.join("06/tb.md"), text).unwrap();
        program.builds("này/tb.pdf");
    }
}
