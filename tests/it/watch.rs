//! `vanban watch`: what a change touches is built again, and nothing else.

mod folders;
#[cfg(unix)]
mod links;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::{ends, names, stderr, vanban};
use crate::support::{notice, path};

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program that runs until it is dropped, and the lines that it says.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
}

impl Running {
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        Self::with_path(folder, arguments, None)
    }

    /// With another folder first in the `PATH`.
    pub(crate) fn with_path(
        folder: &Path,
        arguments: &[&str],
        first: Option<&Path>,
    ) -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path =
            first.map(Path::to_owned).into_iter().chain(std::env::split_paths(&path));
        let mut child = Command::new(env!("CARGO_BIN_EXE_vanban"))
            .current_dir(folder)
            .env("PATH", std::env::join_paths(path).unwrap())
            .args(arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (say, lines) = channel();
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                let _ = say.send(line);
            }
        });
        Self { child, lines }
    }

    /// The next line.
    #[track_caller]
    pub(crate) fn line(&self) -> String {
        self.lines.recv_timeout(PATIENCE).expect("the program says something")
    }

    /// The next line that says what came of a document, without the times; what was said before
    /// it.
    #[track_caller]
    fn result(&self) -> (String, Vec<String>) {
        let mut before = Vec::new();
        loop {
            let line = self.line();
            let clock = line.as_bytes().get(..9).is_some_and(|clock| {
                clock.iter().enumerate().all(|(index, byte)| match index {
                    2 | 5 => *byte == b':',
                    8 => *byte == b' ',
                    _ => byte.is_ascii_digit(),
                })
            });
            if clock {
                let said = line[9..].to_owned();
                let Some((built, took)) = said.split_once(" (") else {
                    return (said, before);
                };
                if let Some(seconds) = took.strip_suffix(" giây)") {
                    assert!(seconds.replace(',', ".").parse::<f64>().is_ok(), "{line}");
                }
                return (built.to_owned(), before);
            }
            before.push(line);
        }
    }

    #[track_caller]
    fn builds(&self, result: &str) {
        let (said, before) = self.result();
        assert_eq!(said, format!("đã xuất {result}"), "{before:?}");
    }

    /// A document fails, for a reason in which some words stand.
    #[track_caller]
    fn fails(&self, input: &str, words: &str) {
        let (said, before) = self.result();
        assert!(said.starts_with(&format!("chưa xuất {input}")), "{said}");
        assert!(before.iter().any(|line| line.contains(words)), "{before:?}");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Saves as many editors do: the new text beside the old one, then in its place.
fn save_by_rename(file: &Path, text: &str) {
    let beside = file.with_extension("md~");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, file).unwrap();
}

#[test]
fn every_way_to_save_a_document_builds_it_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    fs::write(&file, notice("Một.")).unwrap();
    let program = Running::start(folder.path(), &["theo-doi", "tb.md"]);
    assert_eq!(program.line(), "đang theo dõi tb.md; Ctrl-C để dừng");
    program.builds("tb.pdf");
    let pdf = || fs::read(folder.path().join("tb.pdf")).unwrap();
    let first = pdf();
    fs::write(&file, notice("Hai.")).unwrap();
    program.builds("tb.pdf");
    assert!(pdf() != first);
    save_by_rename(&file, &notice("Một."));
    program.builds("tb.pdf");
    assert!(pdf() == first, "the same text gives the same bytes");
    // Vim moves the old one away, and removes it when the new one stands.
    let old = folder.path().join("tb.md~");
    fs::rename(&file, &old).unwrap();
    fs::write(&file, notice("Ba.")).unwrap();
    fs::remove_file(&old).unwrap();
    program.builds("tb.pdf");
    // Nothing new is no reason, nor are other files: what comes next is of the broken text.
    fs::write(&file, notice("Ba.")).unwrap();
    fs::write(folder.path().join("khac.md"), notice("Khác.")).unwrap();
    save_by_rename(&file, &notice("Bốn <b>."));
    program.fails("tb.md", "raw-html");
    save_by_rename(&file, &notice("Bốn."));
    program.builds("tb.pdf");
    fs::remove_file(&file).unwrap();
    program.fails("tb.md", "không đọc được tb.md");
    fs::write(&file, notice("Năm.")).unwrap();
    program.builds("tb.pdf");
    assert_eq!(names(folder.path()), ["khac.md", "tb.md", "tb.pdf"]);
}

#[test]
fn a_burst_of_changes_ends_in_the_last_text() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    fs::write(&file, notice("Một.")).unwrap();
    let program = Running::start(folder.path(), &["watch", "tb.md"]);
    program.builds("tb.pdf");
    let end = Instant::now() + Duration::from_millis(300);
    let mut saved = 0;
    while Instant::now() < end {
        fs::write(&file, notice(&format!("Số {saved}."))).unwrap();
        saved += 1;
        thread::sleep(Duration::from_millis(5));
    }
    fs::write(&file, notice("Cuối.")).unwrap();
    let folder_of_last = tempfile::tempdir().unwrap();
    fs::write(folder_of_last.path().join("tb.md"), notice("Cuối.")).unwrap();
    ends(&vanban(folder_of_last.path(), &["build", "tb.md"]), 0);
    let wanted = fs::read(folder_of_last.path().join("tb.pdf")).unwrap();
    let mut built = 0;
    while fs::read(folder.path().join("tb.pdf")).unwrap() != wanted {
        program.builds("tb.pdf");
        built += 1;
    }
    assert!(built <= 1 + saved / 4, "{built} for {saved} changes");
}

#[test]
fn a_change_of_whatever_a_document_is_made_of_builds_it() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path().join("ủy ban/thông báo");
    fs::create_dir_all(&here).unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let text = notice("Một.\n\n![ảnh](hình/anh.png)\n").replace(
        "trích yếu:",
        "phụ lục: [{tiêu đề: Danh mục công trình, tệp: muc.md}]\ntrích yếu:",
    );
    fs::write(here.join("tb.md"), text).unwrap();
    fs::write(here.join("muc.md"), "Nhà văn hóa thôn Cao Lộc.\n").unwrap();
    let program = Running::start(&here, &["watch", "tb.md", "--lang", "vi"]);
    program.fails("tb.md", "hình/anh.png");
    // A picture comes with its folder.
    fs::create_dir(here.join("hình")).unwrap();
    fs::copy(path("examples/thong-bao-2023-06.png"), here.join("hình/anh.png")).unwrap();
    program.builds("tb.pdf");
    fs::write(here.join("hình/anh.png"), "").unwrap();
    program.fails("tb.md", "hình/anh.png");
    fs::copy(path("examples/thong-bao-2023-06.png"), here.join("hình/anh.png")).unwrap();
    program.builds("tb.pdf");
    fs::write(here.join("muc.md"), "Thôn Hai.\n").unwrap();
    program.builds("tb.pdf");
    // The office's defaults, and nearer ones.
    let office = folder.path().join("ủy ban");
    fs::write(office.join("vanban.yaml"), "địa danh: [\n").unwrap();
    program.fails("tb.md", "yaml-syntax");
    fs::write(here.join("vanban.yaml"), "địa danh: Lục Bình\n").unwrap();
    program.builds("tb.pdf");
    fs::remove_file(here.join("vanban.yaml")).unwrap();
    program.fails("tb.md", "yaml-syntax");
    fs::remove_file(office.join("vanban.yaml")).unwrap();
    program.builds("tb.pdf");
    // The office's templates.
    let templates = office.join("mẫu/thong-bao-ket-luan");
    fs::create_dir_all(&templates).unwrap();
    let base = "{% extends \"co-san/thong-bao-ket-luan/main.typ.j2\" %}\n";
    fs::write(templates.join("main.typ.j2"), base).unwrap();
    program.builds("tb.pdf");
    fs::write(templates.join("main.typ.j2"), "{% nothing %}").unwrap();
    program.fails("tb.md", "main.typ.j2");
    fs::remove_dir_all(office.join("mẫu")).unwrap();
    program.builds("tb.pdf");
}

#[test]
fn documents_that_appear_in_a_folder_are_built() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("một.md"), notice("Một.")).unwrap();
    let program = Running::start(here, &["watch", "."]);
    program.builds("./một.pdf");
    fs::write(here.join("ghi chú.md"), "Không phải văn bản.\n").unwrap();
    fs::write(here.join("hai.md"), notice("Hai.")).unwrap();
    program.builds("./hai.pdf");
    fs::create_dir_all(here.join("năm/tháng")).unwrap();
    fs::write(here.join("năm/tháng/ba.md"), notice("Ba.")).unwrap();
    program.builds("./năm/tháng/ba.pdf");
    fs::write(here.join("năm/tháng/ba.md"), notice("Ba ba.")).unwrap();
    program.builds("./năm/tháng/ba.pdf");
    fs::remove_file(here.join("hai.md")).unwrap();
    fs::rename(here.join("năm/tháng"), here.join("năm/khác")).unwrap();
    program.builds("./năm/khác/ba.pdf");
    // What all are made of builds all of them, and no one else's.
    fs::write(here.join("vanban.yaml"), "địa danh: Lục Bình\n").unwrap();
    program.builds("./một.pdf");
    program.builds("./năm/khác/ba.pdf");
    fs::write(here.join("một.md"), notice("Một một.")).unwrap();
    program.builds("./một.pdf");
}

#[test]
fn a_result_that_cannot_be_written_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("tb.md"), notice("Một.")).unwrap();
    fs::create_dir(here.join("tb.pdf")).unwrap();
    let program = Running::start(here, &["watch", "tb.md"]);
    program.fails("tb.md", "tb.pdf");
    fs::remove_dir(here.join("tb.pdf")).unwrap();
    fs::write(here.join("tb.md"), notice("Một.")).unwrap();
    program.builds("tb.pdf");
}

#[cfg(target_os = "linux")]
#[test]
fn the_first_result_is_opened_once() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, programs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let here = folder.path();
    let opener = programs.path().join("xdg-open");
    fs::write(&opener, "#!/bin/sh\necho \"$@\" >> mo.txt\n").unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(here.join("tb.md"), notice("Một <b>.")).unwrap();
    let call = ["watch", "tb.md", "--open"];
    let program = Running::with_path(here, &call, Some(programs.path()));
    program.fails("tb.md", "raw-html");
    for text in ["Một.", "Hai."] {
        fs::write(here.join("tb.md"), notice(text)).unwrap();
        program.builds("tb.pdf");
    }
    let end = Instant::now() + PATIENCE;
    while !here.join("mo.txt").exists() {
        assert!(Instant::now() < end);
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(fs::read_to_string(here.join("mo.txt")).unwrap(), "tb.pdf\n");
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), notice("Một.")).unwrap();
    for (call, code, words) in [
        (&["watch", "-"][..], 2, "đầu vào chuẩn"),
        (&["watch"], 2, "TỆP"),
        (&["watch", "tbb.md"], 3, "có phải định viết `tb.md`?"),
        (&["watch", ".", "tb.md", "-o", "a.pdf"], 2, "`-o`"),
        (&["watch", "tb.md", "--font-path", "."], 3, "Times New Roman"),
    ] {
        let output = vanban(folder.path(), call);
        ends(&output, code);
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
}
