//! The files of an office: what is read, what is written, under which names.

use std::fs;

use tempfile::TempDir;

use crate::cli::{ends, names, stderr, vanban};
use crate::support::{notice, read};

/// A folder with files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn each_paper_of_a_file_has_a_name_of_its_own() {
    let meeting = read("examples/hop-2026-05.md").replace("hằng tháng", "tháng 6");
    let folder = folder(&[("hop.md", &meeting)]);
    let build = |arguments: &[&str]| {
        let output = vanban(folder.path(), &[&["build", "hop.md"], arguments].concat());
        (output.status.code(), stderr(&output))
    };
    let built = |name: &str| (Some(0), format!("đã xuất {name}\n"));
    assert_eq!(build(&[]), built("hop.pdf"));
    assert_eq!(build(&["--template", "giấy mời"]), built("hop-giay-moi.pdf"));
    assert_eq!(build(&["--template", "BIEN_BAN"]), built("hop-bien-ban.pdf"));
    for own in ["thông báo kết luận", "thong bao ket luan", "thông báo kết luận@1"]
    {
        assert_eq!(build(&["--template", own]), built("hop.pdf"));
    }
    let typst = ["--template", "giấy mời", "--format", "typ", "--out-dir", "ra"];
    assert_eq!(build(&typst), built("ra/hop-giay-moi.typ"));
    let named = ["--template", "giấy mời", "-o", "moi.pdf"];
    assert_eq!(build(&named), built("moi.pdf"));
    let wanted =
        ["hop-bien-ban.pdf", "hop-giay-moi.pdf", "hop.md", "hop.pdf", "moi.pdf", "ra"];
    assert_eq!(names(folder.path()), wanted);
}

#[test]
fn a_paper_never_takes_the_name_of_another_document() {
    let meeting = read("examples/hop-2026-05.md");
    let folder = folder(&[("hop.md", &meeting), ("hop-giay-moi.md", &notice("Một."))]);
    let call = ["build", "hop.md", "--template", "giấy mời"];
    let output = vanban(folder.path(), &call);
    ends(&output, 2);
    assert!(
        stderr(&output).contains("đã có văn bản hop-giay-moi.md"),
        "{}",
        stderr(&output)
    );
    assert_eq!(names(folder.path()), ["hop-giay-moi.md", "hop.md"]);
    ends(&vanban(folder.path(), &[&call[..], &["-o", "moi.pdf"]].concat()), 0);
    // Standard input has no name to spoil.
    let missing = vanban(folder.path(), &["build", "khong.md", "--template", "giấy mời"]);
    ends(&missing, 3);
}

#[test]
fn an_output_has_the_ending_of_what_is_written() {
    let folder = folder(&[("tb.md", &notice("Một."))]);
    let wrong = |arguments: &[&str], words: &str| {
        let output = vanban(folder.path(), &[&["build", "tb.md"], arguments].concat());
        ends(&output, 2);
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
        assert_eq!(names(folder.path()), ["tb.md"]);
    };
    for ending in ["docx", "doc", "txt", "odt", "xlsx", "DOCX", "jpg", "md", "html"] {
        wrong(&["-o", &format!("ra.{ending}")], "ví dụ `-o ra.pdf`");
    }
    wrong(&["-o", "ra.docx", "--format", "png"], "ví dụ `-o ra.png`");
    wrong(&["-o", "ra.pdf", "--format", "png"], "bỏ `--format`, hoặc ghi ra ra.png");
    for (arguments, name) in [
        (vec!["-o", "a.PDF"], "a.PDF"),
        (vec!["-o", "b.png", "--format", "png"], "b.png"),
        (vec!["-o", "c", "--format", "svg"], "c"),
        (vec!["-o", "d.typ"], "d.typ"),
    ] {
        ends(&vanban(folder.path(), &[&["build", "tb.md"], &arguments[..]].concat()), 0);
        assert!(folder.path().join(name).exists(), "{name}");
    }
    let output = vanban(folder.path(), &["build", "tb.md", "-o", "-"]);
    ends(&output, 0);
    assert!(output.stdout.starts_with(b"%PDF"));
    let output = vanban(folder.path(), &["new", "-o", "moi.docx"]);
    ends(&output, 2);
    assert!(stderr(&output).contains("ví dụ `-o moi.md`"), "{}", stderr(&output));
}

#[test]
fn files_of_other_programs_are_named_whatever_they_are_called() {
    let folder = folder(&[]);
    let wide: Vec<u8> =
        "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", &wide[..]].concat();
    let docx = b"PK\x03\x04\x14\0[Content_Types].xml\xff\xfeword/document.xml".to_vec();
    for (bytes, words) in [
        (docx, "đây là tệp Word (.docx)"),
        (old, "đây là tệp Word đời cũ (.doc)"),
        (b"%PDF-1.7\n%\xe2\xe3".to_vec(), "đây là tệp PDF"),
        (b"{\\rtf1\\ansi A}".to_vec(), "đây là tệp RTF"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text".to_vec(), "(.odt)"),
        (b"PK\x03\x04\0xl/workbook.xml".to_vec(), "(.xlsx, .xls, .ods)"),
    ] {
        for name in ["van-ban.docx", "tb.md", "van-ban.yaml", "van-ban.pdf"] {
            fs::write(folder.path().join(name), &bytes).unwrap();
            for command in ["build", "check"] {
                let output = vanban(folder.path(), &[command, name]);
                ends(&output, 1);
                let said = stderr(&output);
                let way = said.contains(words) && said.contains("`vanban new`");
                assert!(way && said.contains("1 lỗi"), "{name}: {said}");
            }
        }
        let output = vanban(folder.path(), &["new", "--from", "tb.md", "-o", "moi.md"]);
        ends(&output, 1);
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
}

#[test]
fn a_file_that_is_not_there_gets_near_names() {
    let one = notice("Một.");
    let folder = folder(&[
        ("thong-bao-06.md", one.as_str()),
        ("Giấy mời họp.md", &one),
        ("Giấy mời họp.pdf", ""),
        ("xa.txt", ""),
    ]);
    fs::create_dir(folder.path().join("Năm 2026")).unwrap();
    fs::write(folder.path().join("Năm 2026/tb-12.md"), &one).unwrap();
    for (typed, meant) in [
        ("thong-bao-6.md", Some("thong-bao-06.md")),
        ("Thông báo 06.md", Some("thong-bao-06.md")),
        ("thong-bao-06", Some("thong-bao-06.md")),
        ("giay-moi-hop.md", Some("Giấy mời họp.md")),
        ("giấy mơi họp.pdf", Some("Giấy mời họp.md")),
        ("nam-2026/tb-12.md", Some("Năm 2026/tb-12.md")),
        ("Năm 2026/tb-2.md", Some("Năm 2026/tb-12.md")),
        ("quyet-dinh.md", None),
        ("khong/co/gi.md", None),
    ] {
        for command in [&["build"][..], &["check"], &["new", "-o", "moi.md", "--from"]] {
            let output = vanban(folder.path(), &[command, &[typed]].concat());
            ends(&output, 3);
            let said = stderr(&output);
            assert!(said.contains("không tìm thấy tệp"), "{said}");
            match meant {
                Some(meant) => {
                    assert!(
                        said.contains(&format!("có phải định viết `{meant}`?")),
                        "{typed}: {said}"
                    );
                }
                None => assert!(!said.contains("có phải"), "{typed}: {said}"),
            }
        }
    }
    let other = folder.path().join("thong-bao-05.md");
    fs::write(other, &one).unwrap();
    let output = vanban(folder.path(), &["build", "thong-bao-07.md", "--lang", "en"]);
    let said = stderr(&output);
    assert!(
        said.contains("did you mean `thong-bao-05.md` or `thong-bao-06.md`?"),
        "{said}"
    );
}

/// The way out that a message offers behind `-o`, as it is typed.
fn other_output(said: &str) -> &str {
    said.split("-o \"").nth(1).and_then(|rest| rest.split('"').next()).expect(said)
}

#[test]
fn a_result_marked_as_read_only_is_kept() {
    let folder =
        folder(&[("Thông báo.md", &notice("Một.")), ("Thông báo.pdf", "%PDF-1.7 cũ")]);
    let old = folder.path().join("Thông báo.pdf");
    let mark = |marked| {
        let mut permissions = fs::metadata(&old).unwrap().permissions();
        permissions.set_readonly(marked);
        fs::set_permissions(&old, permissions).unwrap();
    };
    mark(true);
    let call = ["build", "Thông báo.md"];
    for (taken, name) in
        [(None, "Thông báo-2.pdf"), (Some("Thông báo-2.pdf"), "Thông báo-3.pdf")]
    {
        if let Some(taken) = taken {
            assert!(folder.path().join(taken).exists());
        }
        let output = vanban(folder.path(), &call);
        ends(&output, 3);
        let said = stderr(&output);
        assert!(said.contains("Thông báo.pdf: tệp được đánh dấu chỉ đọc"), "{said}");
        assert_eq!(fs::read(&old).unwrap(), "%PDF-1.7 cũ".as_bytes());
        assert_eq!(other_output(&said), name);
        ends(&vanban(folder.path(), &[&call[..], &["-o", name]].concat()), 0);
    }
    let english =
        stderr(&vanban(folder.path(), &[&call[..], &["--lang", "en"]].concat()));
    assert!(
        english.contains("it is marked as read-only\n  help: unmark it"),
        "{english}"
    );
    assert_eq!(names(folder.path()).len(), 4, "{:?}", names(folder.path()));
    mark(false);
    ends(&vanban(folder.path(), &call), 0);
    assert!(fs::read(&old).unwrap().len() > 1000);
}

#[test]
fn what_is_marked_as_read_only_is_not_mended() {
    let folder = folder(&[("tb.md", &notice("Điều kiện , một."))]);
    let path = folder.path().join("tb.md");
    let before = fs::read(&path).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let output = vanban(folder.path(), &["check", "--fix", "tb.md"]);
    ends(&output, 3);
    let said = stderr(&output);
    assert!(said.contains("tb.md: tệp được đánh dấu chỉ đọc"), "{said}");
    assert_eq!(fs::read(&path).unwrap(), before);
}
