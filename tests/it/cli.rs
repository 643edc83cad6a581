//! The program as the office calls it: files, exit codes, messages.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::support::{notice, read};

pub(crate) fn vanban(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vanban"))
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
pub(crate) fn ends(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{}", stderr(output));
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_document_becomes_a_pdf_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), notice("Một.\n\nHai.")).unwrap();
    for command in ["build", "lap"] {
        let output = vanban(folder.path(), &[command, "tb.md"]);
        ends(&output, 0);
        assert_eq!(stderr(&output), "đã xuất tb.pdf\n");
        assert!(output.stdout.is_empty());
        assert!(fs::read(folder.path().join("tb.pdf")).unwrap().starts_with(b"%PDF-1."));
    }
    assert_eq!(names(folder.path()), ["tb.md", "tb.pdf"]);
}

#[test]
fn results_go_where_they_are_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let long = read("examples/thong-bao-2023-06.md");
    fs::write(folder.path().join("tb.md"), &long).unwrap();
    let run = |arguments: &[&str]| {
        let output = vanban(folder.path(), arguments);
        ends(&output, 0);
        output
    };
    run(&["build", "tb.md", "--out-dir", "ra/trong", "--format", "png"]);
    let pages = ["tb-1.png", "tb-2.png", "tb-3.png", "tb-4.png"];
    assert_eq!(names(&folder.path().join("ra/trong")), pages);
    run(&["build", "tb.md", "-o", "x.svg"]);
    assert!(folder.path().join("x-1.svg").exists());
    let typ = run(&["build", "tb.md", "-o", "-", "--format", "typ"]).stdout;
    assert!(String::from_utf8(typ).unwrap().contains("#finish("));
    let pdf = run(&["build", "tb.md", "-o", "-"]).stdout;
    assert!(pdf.starts_with(b"%PDF"));
}

#[test]
fn standard_input_is_a_document_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_vanban"))
        .current_dir(folder.path())
        .args(["build", "-", "-o", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(notice("Một.").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    ends(&output, 0);
    assert!(output.stdout.starts_with(b"%PDF"));
}

#[test]
fn mistakes_are_shown_in_place_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let bad = notice("Một <b>hai</b>.")
        .replace("6/2023", "31/6/2023")
        .replace("địa danh", "địa dan");
    fs::write(folder.path().join("tb.md"), bad).unwrap();
    fs::write(folder.path().join("tot.md"), notice("Một.")).unwrap();
    fs::write(folder.path().join("tb.pdf"), "cũ").unwrap();
    let output = vanban(folder.path(), &["build", "tb.md", "tot.md"]);
    ends(&output, 1);
    let said = stderr(&output);
    for part in [
        "lỗi[date-impossible]: ngày `31/6/2023` không có trong lịch",
        "tb.md:6:10",
        "^^^^^^^^^",
        "tháng này chỉ có 30 ngày",
        "lỗi[unknown-field]: không có mục nào tên là `địa dan`",
        "có phải định viết `địa danh`?",
        "lỗi[raw-html]: không in được thẻ HTML",
        "4 lỗi trong 2 tệp",
    ] {
        assert!(said.contains(part), "{part}:\n{said}");
    }
    assert!(!said.contains('\u{1b}'), "no colours where there is no terminal");
    assert_eq!(fs::read(folder.path().join("tb.pdf")).unwrap(), "cũ".as_bytes());
    assert!(folder.path().join("tot.pdf").exists(), "the others are still built");
    assert_eq!(names(folder.path()), ["tb.md", "tb.pdf", "tot.md", "tot.pdf"]);
}

#[test]
fn colours_come_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), "không có gì").unwrap();
    let output = vanban(folder.path(), &["build", "tb.md", "--color", "always"]);
    ends(&output, 1);
    assert!(stderr(&output).contains('\u{1b}'));
}

#[test]
fn a_wrong_call_ends_with_2_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), notice("Một.")).unwrap();
    fs::write(folder.path().join("b.md"), notice("Một.")).unwrap();
    for (arguments, part) in [
        (&["build"][..], "thiếu <TỆP>"),
        (&["xay", "a.md"], "không có lệnh, cũng không có tệp nào tên là `xay`"),
        (&["build", "a.md", "--format", "doc"], "không nhận giá trị `doc`"),
        (&["build", "a.md", "b.md", "-o", "c.pdf"], "`-o` chỉ dùng khi xuất một văn bản"),
        (&["build", "a.md", "-o", "c.pdf", "--out-dir", "d"], "không dùng"),
        (&["build", "a.md", "-o", "a.md"], "trùng với tệp vào"),
        (&["build", "a.md", "./a.md"], "cùng một văn bản được nêu hai lần"),
        (&[], "chưa cho biết lệnh nào"),
    ] {
        let output = vanban(folder.path(), arguments);
        ends(&output, 2);
        assert!(stderr(&output).contains(part), "{arguments:?}: {}", stderr(&output));
    }
    assert_eq!(names(folder.path()), ["a.md", "b.md"]);
}

#[test]
fn a_file_alone_is_built() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("xây")).unwrap();
    for name in ["tb.md", "tháng 5.md", "xây/hai.md"] {
        fs::write(path(name), notice("Một.\n\nHai.")).unwrap();
    }
    for (arguments, result) in [
        (&["tb.md"][..], "tb.pdf"),
        (&["--color", "never", "tháng 5.md"], "tháng 5.pdf"),
        (&["-o", "ra.png", "tb.md"], "ra.png"),
        (&["xây"], "xây/hai.pdf"),
        (&["Lập", "tb.md", "-o", "b.pdf"], "b.pdf"),
    ] {
        ends(&vanban(folder.path(), arguments), 0);
        assert!(path(result).is_file(), "{arguments:?}");
    }
    let output = vanban(folder.path(), &["tbb.md"]);
    ends(&output, 3);
    assert!(
        stderr(&output).contains("có phải định viết `tb.md`?"),
        "{}",
        stderr(&output)
    );
}

/// The line in a message's way out.
fn offered(said: &str) -> &str {
    let (_, rest) = said.split_once("cách sửa: có phải định viết `").unwrap();
    rest.split_once("`?").unwrap().0
}

#[test]
fn the_line_that_was_meant_is_offered_and_works() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["tb.md", "tháng 5 & 6.md", "it's.md"] {
        fs::write(folder.path().join(name), notice("Một.\n\nHai.")).unwrap();
    }
    for (typed, meant) in [
        (&["biuld", "tb.md"][..], "vanban build tb.md"),
        (&["biuld", "tháng 5 & 6.md"], "vanban build 'tháng 5 & 6.md'"),
        (&["buidl", "it's.md"], r"vanban build 'it'\''s.md'"),
        (&["kiemm", "tb.md", "--lang", "vi"], "vanban kiem tb.md --lang vi"),
        (&["build", "tb.md", "--fromat", "pdf"], "vanban build tb.md --format pdf"),
        (&["tb.md", "--fromat=pdf"], "vanban build tb.md --format=pdf"),
        (&["build", "tb.md", "--format", "dpf"], "vanban build tb.md --format pdf"),
        (&["build", "tb.md", "--format=dpf"], "vanban build tb.md --format=pdf"),
        (&["build", "tb.md", "--diff"], "vanban check tb.md --diff"),
        (&["tb.md", "--diff"], "vanban check tb.md --diff"),
        (&["templates", "lits"], "vanban templates list"),
        (&["build", "tb.md", "--verison"], "--version"),
    ] {
        let output = vanban(folder.path(), typed);
        ends(&output, 2);
        let said = stderr(&output);
        assert_eq!(offered(&said), meant, "{typed:?}: {said}");
        if !cfg!(unix) || !meant.starts_with("vanban ") {
            continue;
        }
        // As the user's shell reads it.
        let line = meant.replacen("vanban", env!("CARGO_BIN_EXE_vanban"), 1);
        let shell = Command::new("sh")
            .args(["-c", &line])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!([Some(0), Some(1)].contains(&shell.status.code()), "{}", stderr(&shell));
    }
    let many: Vec<String> = (0..40).map(|n| format!("thong-bao-{n}.md")).collect();
    let mut typed = vec!["biuld"];
    typed.extend(many.iter().map(String::as_str));
    assert_eq!(offered(&stderr(&vanban(folder.path(), &typed))), "build");
}

#[test]
fn help_and_version_say_what_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| {
        let output = vanban(folder.path(), arguments);
        ends(&output, 0);
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(said(&["help"]), said(&["--help"]));
    assert_eq!(said(&["help", "build"]), said(&["build", "--help"]));
    assert_eq!(said(&["trợ-giúp", "Kiểm"]), said(&["check", "--help"]));
    let lock = read("Cargo.lock");
    let typst = lock.split("name = \"typst\"\nversion = \"").nth(1).unwrap();
    let typst = typst.split('"').next().unwrap();
    let version = said(&["--version"]);
    assert!(version.starts_with("vanban "), "{version}");
    assert!(version.contains(&format!("\nTypst {typst}\n")), "{version}");
    assert!(version.contains("Tinos"), "{version}");
    ends(&vanban(folder.path(), &["help", "xay"]), 2);
}

#[test]
fn what_the_machine_refuses_ends_with_3() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), notice("Một.")).unwrap();
    for (arguments, part) in [
        (&["build", "khong-co.md"][..], "không tìm thấy"),
        (&["build", "a.md", "-o", "khong/co/a.pdf"], "không tìm thấy"),
        (&["build", "a.md", "--out-dir", "a.md"], "không tạo được"),
    ] {
        let output = vanban(folder.path(), arguments);
        ends(&output, 3);
        assert!(stderr(&output).contains(part), "{arguments:?}: {}", stderr(&output));
    }
}

#[test]
fn help_and_messages_are_vietnamese() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["--help"][..], &["build", "--help"], &["-h"]] {
        let output = vanban(folder.path(), arguments);
        ends(&output, 0);
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(help.contains("Cách dùng:"), "{help}");
        for english in
            ["Usage", "Options", "Arguments", "Print", "possible", "default", "Commands"]
        {
            assert!(!help.contains(english), "{english}: {help}");
        }
    }
}

#[test]
fn the_program_speaks_english_when_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let bad = notice("Một <b>hai.").replace("6/2023", "31/6/2023");
    fs::write(folder.path().join("tb.md"), bad).unwrap();
    let english = |output: &Output, part: &str| {
        let said = stderr(output);
        assert!(said.contains(part), "{part}: {said}");
        assert!(!said.contains("lỗi") && !said.contains("cách sửa"), "{said}");
    };
    for arguments in
        [&["check", "tb.md", "--lang", "en"], &["--lang=en", "build", "tb.md", "-"]]
    {
        let output = vanban(folder.path(), &arguments[..]);
        english(&output, "error[date-impossible]: the calendar has no day `31/6/2023`");
        english(&output, "= source: HD 05-HD/VPTW, 4.2.2");
        english(&output, "= help: this month has 30 days only");
    }
    let output = vanban(folder.path(), &["check", "tb.md", "--lang", "en"]);
    ends(&output, 1);
    english(&output, "checked 1 file: 2 errors\n");
    let output = vanban(folder.path(), &["check", "--lang", "en", "khong-co.md"]);
    ends(&output, 3);
    english(&output, "error: cannot read khong-co.md");
    for arguments in [
        &["xay", "--lang", "en"][..],
        &["--lang=en", "build"],
        &["check", "--lang", "fr"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_vanban"))
            .current_dir(folder.path())
            .args(arguments)
            .env("VANBAN_LANG", "en")
            .output()
            .unwrap();
        ends(&output, 2);
        let said = stderr(&output);
        assert!(said.starts_with("error: ") != arguments.contains(&"fr"), "{said}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_vanban"))
        .current_dir(folder.path())
        .args(["check", "tb.md", "--format", "json"])
        .env("VANBAN_LANG", "en")
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stdout).unwrap().contains("the calendar has no day")
    );
}

#[test]
fn bytes_that_are_no_text_are_an_error_at_their_place() {
    let folder = tempfile::tempdir().unwrap();
    for (bytes, rule, place) in [
        (&b"---\nk\xff\xfe: a\n---\n"[..], "not-utf8", "a.md:2:2"),
        (b"\xff\xfe-\0-\0-\0", "utf16", "a.md:1:1"),
        (b"---\na: b\0c\n---\n", "nul-byte", "a.md:2:5"),
        (b"", "front-matter-missing", "a.md:1:1"),
    ] {
        fs::write(folder.path().join("a.md"), bytes).unwrap();
        let output = vanban(folder.path(), &["build", "a.md"]);
        ends(&output, 1);
        let said = stderr(&output);
        assert!(said.contains(rule) && said.contains(place), "{said}");
    }
}

/// A small file that asks for 256 million pixels.
fn huge_picture() -> Vec<u8> {
    let (width, height) = (16_000, 16_000);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![0; 16_000 / 8 * 16_000]).unwrap();
    drop(writer);
    bytes
}

#[test]
fn pictures_come_from_the_documents_folder_only() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("trong");
    fs::create_dir(&inner).unwrap();
    let png = {
        let text = notice("Một.");
        fs::write(inner.join("tam.md"), text).unwrap();
        ends(&vanban(&inner, &["build", "tam.md", "-o", "anh.png"]), 0);
        fs::read(inner.join("anh.png")).unwrap()
    };
    fs::write(folder.path().join("ngoai.png"), png).unwrap();
    fs::write(inner.join("hong.png"), "không phải ảnh").unwrap();
    fs::write(inner.join("bom.png"), huge_picture()).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        folder.path().join("ngoai.png"),
        inner.join("lien-ket.png"),
    )
    .unwrap();
    for (path, rule) in [
        ("anh.png", None),
        ("khong-co.png", Some("picture-missing")),
        ("../ngoai.png", Some("picture-outside")),
        ("/etc/passwd", Some("picture-outside")),
        ("http://a.vn/b.png", Some("picture-outside")),
        ("hong.png", Some("picture-broken")),
        ("bom.png", Some("picture-too-large")),
        #[cfg(unix)]
        ("lien-ket.png", Some("picture-missing")),
    ] {
        let text = notice(&format!("Một.\n\n![sơ đồ]({path})\n\nHai."));
        fs::write(inner.join("tb.md"), text).unwrap();
        let output = vanban(folder.path(), &["build", "trong/tb.md"]);
        match rule {
            None => ends(&output, 0),
            Some(rule) => {
                ends(&output, 1);
                let said = stderr(&output);
                assert!(
                    said.contains(rule) && said.contains("tb.md:16:"),
                    "{path}: {said}"
                );
            }
        }
    }
}

#[test]
fn defaults_of_the_office_are_found_above_the_document() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("2023/06");
    fs::create_dir_all(&inner).unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(
        folder.path().join("vanban.yaml"),
        "địa danh: Lục Bình\nngày ký: 32/1/2023\n",
    )
    .unwrap();
    let text = notice("Một.")
        .replace("địa danh: Lục Bình\n", "")
        .replace("ngày ký: 6/2023\n", "");
    fs::write(inner.join("tb.md"), text).unwrap();
    let output = vanban(&inner, &["build", "tb.md"]);
    ends(&output, 1);
    let said = stderr(&output);
    assert!(
        said.contains("vanban.yaml:2:10") && said.contains("1 lỗi trong 1 tệp"),
        "{said}"
    );
    fs::write(folder.path().join("vanban.yaml"), "địa danh: Lục Bình\nngày ký: 6/2023\n")
        .unwrap();
    ends(&vanban(&inner, &["build", "tb.md"]), 0);
}

#[test]
fn an_office_puts_its_own_templates_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("mẫu/thong-bao-ket-luan");
    let inner = folder.path().join("2023");
    fs::create_dir_all(&own).unwrap();
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join("tb.md"), notice("Một.\n\nHai.")).unwrap();
    let template = "{% extends \"base.typ.j2\" %}\n{% block title %}\n\
                    #title-block(kind: \"Giấy báo\", subject: {{ trich_yeu }})\n{% endblock %}\n";
    fs::write(own.join("main.typ.j2"), template).unwrap();
    let output = vanban(&inner, &["build", "tb.md", "-o", "-", "--format", "typ"]);
    ends(&output, 0);
    let text = String::from_utf8(output.stdout).unwrap().replace(r"\u{2060}", "");
    assert!(text.contains("kind: \"Giấy báo\""));
    ends(&vanban(&inner, &["build", "tb.md"]), 0);

    fs::write(own.join("main.typ.j2"), template.replace("trich_yeu", "trich_yeus"))
        .unwrap();
    let output = vanban(&inner, &["build", "tb.md"]);
    ends(&output, 1);
    let said = stderr(&output);
    assert!(said.contains("template-undefined") && said.contains("trich_yeus"), "{said}");
    assert!(said.contains("main.typ.j2:3:"), "{said}");
}
