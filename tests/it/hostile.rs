//! Documents that nobody means well with, and machines that refuse: a clear end, always.

pub(crate) mod cases;

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use cases::{Case, cases};

use crate::support::notice;

fn vanban(folder: &Path, arguments: &[&str]) -> Output {
    program(folder, arguments).stdin(Stdio::null()).output().unwrap()
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    command.current_dir(folder).args(arguments);
    command
}

/// A folder with the document `tb.md`.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), notice("Một.\n\nHai.")).unwrap();
    folder
}

#[track_caller]
fn ends(output: &Output, code: i32, says: &str) {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(code), "{said:.2000}");
    assert!(said.contains(says), "{says}: {said:.2000}");
    assert!(!said.contains("panic") && !said.contains("lỗi[internal]"), "{said:.2000}");
}

#[track_caller]
fn only_the_document_is_in(folder: &Path) {
    let entries = fs::read_dir(folder).unwrap();
    let names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["tb.md"]);
}

#[test]
fn hostile_documents_are_refused_by_a_rule() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("tb.pdf");
    for Case { name, rule, bytes, picture } in cases() {
        fs::write(folder.path().join("tb.md"), bytes).unwrap();
        if let Some((file, bytes)) = picture {
            fs::write(folder.path().join(file), bytes).unwrap();
        }
        let output = vanban(folder.path(), &["build", "tb.md"]);
        let said = String::from_utf8(output.stderr).unwrap();
        let (code, says) = rule
            .map_or((0, "đã xuất tb.pdf".into()), |rule| (1, format!("lỗi[{rule}]")));
        assert_eq!(output.status.code(), Some(code), "{name}: {said:.2000}");
        assert!(said.contains(&says), "{name}: {said:.2000}");
        assert!(!said.contains("lỗi[internal]"), "{name}: {said:.2000}");
        assert!(said.len() < 300_000, "{name}: {} bytes are too many", said.len());
        assert_eq!(pdf.exists(), rule.is_none(), "{name}");
        let _ = fs::remove_file(&pdf);
    }
}

#[test]
fn a_folder_and_what_cannot_be_read_end_with_3() {
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("rong.md")).unwrap();
    for command in ["build", "check"] {
        ends(&vanban(path, &[command, "khong-co.md"]), 3, "không tìm thấy");
        ends(&vanban(path, &[command, "tb.md/x.md"]), 3, "đi qua một tệp");
        ends(&vanban(path, &[command, "rong.md"]), 3, "không có văn bản nào");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_end_with_3() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    let path = folder.path();
    symlink("vong-b.md", path.join("vong-a.md")).unwrap();
    symlink("vong-a.md", path.join("vong-b.md")).unwrap();
    symlink(".", path.join("thu-muc")).unwrap();
    for command in ["build", "check"] {
        ends(&vanban(path, &[command, "vong-a.md"]), 3, "không đọc được vong-a.md");
        ends(&vanban(path, &[command, "."]), 0, "");
    }
    ends(
        &vanban(path, &["build", "tb.md", "-o", "vong-a.md/x.pdf"]),
        3,
        "không ghi được",
    );
    fs::remove_file(path.join("vong-a.md")).unwrap();
    symlink("vanban.yaml", path.join("vanban.yaml")).unwrap();
    ends(&vanban(path, &["check", "tb.md"]), 3, "vanban.yaml");
}

#[cfg(unix)]
#[test]
fn pipes_and_huge_files_are_not_opened() {
    let folder = folder();
    let path = folder.path();
    let pipe = |name: &str| {
        let made = Command::new("mkfifo").arg(path.join(name)).status().unwrap();
        assert!(made.success());
    };
    pipe("ong.png");
    let huge = fs::File::create(path.join("to.png")).unwrap();
    huge.set_len(1 << 30).unwrap();
    let text = notice("![ống](ong.png)\n\n![to](to.png)\n\nMột.");
    fs::write(path.join("anh.md"), text).unwrap();
    ends(&vanban(path, &["build", "anh.md"]), 1, "không đọc được ảnh `ong.png`");
    ends(&vanban(path, &["check", "anh.md"]), 1, "không đọc được ảnh `to.png`");
    pipe("vanban.yaml");
    ends(&vanban(path, &["check", "tb.md"]), 3, "ống dẫn");
    fs::remove_file(path.join("vanban.yaml")).unwrap();
    pipe("chu.ttf");
    ends(&vanban(path, &["build", "tb.md", "--font-path", "."]), 3, "chu.ttf");
}

/// Whether permissions stop nobody here, as they do not stop root.
#[cfg(unix)]
fn permissions_are_void(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let file = folder.join("quyen");
    fs::write(&file, "").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    let void = fs::read(&file).is_ok();
    fs::remove_file(&file).unwrap();
    void
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_or_written_ends_with_3() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = folder.path();
    if permissions_are_void(path) {
        return;
    }
    let allow = |what: &Path, mode| {
        fs::set_permissions(what, fs::Permissions::from_mode(mode)).unwrap();
    };
    fs::write(path.join("kin.md"), notice("Một.")).unwrap();
    allow(&path.join("kin.md"), 0o000);
    ends(&vanban(path, &["build", "kin.md"]), 3, "không có quyền");
    fs::remove_file(path.join("kin.md")).unwrap();
    allow(path, 0o555);
    ends(&vanban(path, &["build", "tb.md"]), 3, "không có quyền");
    allow(path, 0o755);
    only_the_document_is_in(path);
}

/// Runs a line of the shell with the program as `$0`.
#[cfg(unix)]
fn shell(folder: &Path, line: &str) -> Output {
    let program = env!("CARGO_BIN_EXE_vanban");
    Command::new("bash").args(["-c", line, program]).current_dir(folder).output().unwrap()
}

#[cfg(unix)]
#[test]
fn a_full_disk_ends_with_3_and_leaves_nothing() {
    let folder = folder();
    // Without the trap the system would end the program before it can say anything.
    let output =
        shell(folder.path(), "trap '' XFSZ; ulimit -f 1; exec \"$0\" build tb.md");
    ends(&output, 3, "đĩa đã đầy");
    only_the_document_is_in(folder.path());
    fs::write(folder.path().join("tb.pdf"), "%PDF-cũ").unwrap();
    let output =
        shell(folder.path(), "trap '' XFSZ; ulimit -f 1; exec \"$0\" build tb.md");
    ends(&output, 3, "đĩa đã đầy");
    assert_eq!(fs::read(folder.path().join("tb.pdf")).unwrap(), "%PDF-cũ".as_bytes());
}

/// What a killed run leaves is removed by the next one, and by nobody while it is written.
#[cfg(unix)]
#[test]
fn what_a_killed_run_leaves_is_removed() {
    let folder = folder();
    let path = folder.path();
    // Here the system ends the program while it writes.
    let killed = shell(path, "ulimit -c 0; ulimit -f 1; exec \"$0\" build tb.md");
    assert_eq!(killed.status.code(), None, "{killed:?}");
    let left = || {
        let names = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> =
            names.filter_map(|name| name.into_string().ok()).collect();
        names.retain(|name| name.starts_with(".vanban-"));
        names
    };
    let of_killed = left();
    assert_eq!(of_killed.len(), 1, "{of_killed:?}");
    // As another run holds it that is about to be done.
    let of_another = path.join(".vanban-Ab1234.tmp");
    let open = fs::File::create(&of_another).unwrap();
    open.lock().unwrap();
    ends(&vanban(path, &["build", "tb.md"]), 0, "đã xuất");
    assert_eq!(left(), [".vanban-Ab1234.tmp"]);
    drop(open);
    ends(&vanban(path, &["new", "-o", "moi.md"]), 0, "");
    assert_eq!(left(), [""; 0]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_is_full_ends_with_3() {
    let folder = folder();
    for line in [
        "\"$0\" build tb.md -o - > /dev/full",
        "\"$0\" build tb.md -o /dev/full",
        "\"$0\" check tb.md --format json > /dev/full",
        "\"$0\" check tb.md --format sarif > /dev/full",
        "\"$0\" schema > /dev/full",
        "\"$0\" --help > /dev/full",
        "\"$0\" --version > /dev/full",
    ] {
        ends(&shell(folder.path(), line), 3, "đĩa đã đầy");
    }
    let null = "\"$0\" build tb.md -o /dev/null && test -c /dev/null";
    ends(&shell(folder.path(), null), 0, "");
    only_the_document_is_in(folder.path());
}

#[cfg(target_os = "linux")]
#[test]
fn a_document_needs_an_open_output() {
    let folder = folder();
    for line in ["build tb.md -o -", "build tb.md -o - --format typ", "new -o -"] {
        let closed = shell(folder.path(), &format!("\"$0\" {line} >&-"));
        ends(&closed, 3, "đầu ra chuẩn đã bị đóng");
        ends(&shell(folder.path(), &format!("\"$0\" {line} >/dev/null")), 0, "");
    }
    // The exit code says how it went to whoever does not read.
    for line in ["build tb.md", "check tb.md", "check tb.md --format json", "--version"] {
        for away in [">&-", "1<>/dev/null"] {
            ends(&shell(folder.path(), &format!("\"$0\" {line} {away}")), 0, "");
        }
    }
    fs::remove_file(folder.path().join("tb.pdf")).unwrap();
    only_the_document_is_in(folder.path());
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let folder = folder();
    for arguments in [
        &["build", "tb.md", "-o", "-"][..],
        &["check", "tb.md", "--format", "json"],
        &["check", "tb.md", "--format", "sarif"],
        &["schema"],
        &["--help"],
    ] {
        let mut child = program(folder.path(), arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{arguments:?}: {said}");
        assert_eq!(said, "", "{arguments:?}");
    }
}

#[test]
fn a_stream_without_end_is_left_early() {
    let folder = folder();
    let mut child = program(folder.path(), &["build", "-", "-o", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let block = vec![b'a'; 1 << 20];
    let written = (0..1_000).take_while(|_| stdin.write_all(&block).is_ok()).count();
    assert!(written < 100, "{written} MB were read");
    drop(stdin);
    ends(&child.wait_with_output().unwrap(), 1, "lỗi[too-large]");
}

#[test]
fn a_result_never_takes_the_place_of_its_source() {
    let folder = folder();
    let path = folder.path();
    let text = fs::read(path.join("tb.md")).unwrap();
    for output in ["tb.md", "./tb.md", "x/../tb.md"] {
        fs::create_dir_all(path.join("x")).unwrap();
        ends(&vanban(path, &["build", "tb.md", "-o", output]), 2, "trùng với tệp vào");
    }
    fs::remove_dir(path.join("x")).unwrap();
    ends(&vanban(path, &["build", "tb.md", "-o", "."]), 3, "đây là thư mục");
    assert_eq!(fs::read(path.join("tb.md")).unwrap(), text);
    only_the_document_is_in(path);
}
