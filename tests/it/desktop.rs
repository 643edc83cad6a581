//! The program without a terminal: what a file manager gives it, what it says and waits for, what
//! it installs. Linux stands for Windows here: the same arguments, whole paths without a command.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::{ends, names, stderr};
use crate::support::{notice, read};

/// The last words before a window closes.
const HELD: &str = "Nhấn Enter để đóng cửa sổ.\n";

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A user with a folder of their own, and a program that opens files by noting them.
struct User {
    home: tempfile::TempDir,
}

impl User {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let user = Self { home };
        user.program("xdg-open", "echo \"$@\" >> \"$HOME/mo.txt\"");
        user
    }

    /// Puts a program on the machine.
    fn program(&self, name: &str, script: &str) {
        let path = self.write(&format!("máy/{name}"), format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn path(&self, below: &str) -> PathBuf {
        self.home.path().join(below)
    }

    /// A file with its whole path, as file managers give it.
    fn write(&self, below: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.home.path())
            .env_clear()
            .env("HOME", self.home.path())
            .env("PATH", self.path("máy"))
            // The program itself may be built below that of the machine.
            .env("TMPDIR", self.path("tạm"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// The program in a window of its own, where these keys are typed.
    fn window(&self, arguments: &[&str], keys: &str) -> Output {
        let mut command = self.command(env!("CARGO_BIN_EXE_vanban"));
        typed(command.args(arguments).spawn().unwrap(), keys)
    }

    /// What was opened until now, and from now on nothing.
    #[track_caller]
    fn opened(&self, wanted: &str) {
        let noted = self.path("mo.txt");
        let end = Instant::now() + PATIENCE;
        while !wanted.is_empty() && !noted.exists() {
            assert!(Instant::now() < end, "{wanted} is not opened");
            thread::sleep(Duration::from_millis(5));
        }
        let opened = fs::read_to_string(&noted).unwrap_or_default();
        assert_eq!(opened.trim_end(), wanted);
        let _ = fs::remove_file(noted);
    }
}

/// What comes of a running program where these keys are typed.
fn typed(mut child: Child, keys: &str) -> Output {
    // A program that asks for nothing has ended already.
    let _ = child.stdin.take().unwrap().write_all(keys.as_bytes());
    child.wait_with_output().unwrap()
}

/// The names that a folder of an office may have in it.
const NAMES: [&str; 3] =
    ["tháng 5.md", "Kết luận 100% & (bản 2)^.md", "it's; $HOME, %PATH% #1!.md"];

#[test]
fn a_dropped_file_is_built_and_opened() {
    let user = User::new();
    for name in NAMES {
        let file = user.write(&format!("Văn bản/{name}"), notice("Một.\n\nHai."));
        let output = user.window(&["--keep-window", &file], "");
        ends(&output, 0);
        let result = file.replace(".md", ".pdf");
        let said = stderr(&output);
        assert!(said.ends_with(&format!(" {result}\n")), "{said}");
        assert!(fs::read(&result).unwrap().starts_with(b"%PDF"));
        user.opened(&result);
    }
}

#[test]
fn several_files_and_folders_open_their_folder() {
    let user = User::new();
    let folder = user.path("Văn bản").to_str().unwrap().to_owned();
    let files =
        NAMES.map(|name| user.write(&format!("Văn bản/{name}"), notice("Một.\n\nHai.")));
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    for dropped in [&files[..], &[folder.as_str()]] {
        let arguments = [&["--giu-cua-so"], dropped].concat();
        let output = user.window(&arguments, "");
        ends(&output, 0);
        assert!(!stderr(&output).contains("Enter"), "{}", stderr(&output));
        for file in &files {
            fs::remove_file(file.replace(".md", ".pdf")).unwrap();
        }
        user.opened(&folder);
    }
}

#[test]
fn the_window_stays_while_there_is_something_to_read() {
    let user = User::new();
    let wrong = user.write("sai.md", notice("Một <b>."));
    let doubtful = user.write("ngờ.md", notice("1. Một.\n\n3. Ba."));
    let fine = user.write("tốt.md", notice("Một.\n\nHai."));
    let word = user.write("a.docx", b"PK\x03\x04 word/document.xml");
    let may = user.write("thang-05.md", notice("Một.\n\nHai."));
    let missing = user.path("mất.md").to_str().unwrap().to_owned();
    fs::create_dir(user.path("trống")).unwrap();
    let empty = user.path("trống").to_str().unwrap().to_owned();
    for (arguments, code, words, opened) in [
        (&[wrong.as_str()][..], 1, "lỗi[raw-html]", ""),
        (&[&word], 1, "đây là tệp Word", ""),
        (&[&doubtful], 0, "cảnh báo[number-gap]", "ngờ.pdf"),
        (&[&wrong, &fine], 1, "1 có lỗi", "tốt.pdf"),
        (&[&missing], 3, "không tìm thấy", ""),
        (&[&empty], 3, "không có văn bản nào", ""),
        // As the entries of the right-click menu have it.
        (&["build", "--open", &wrong], 1, "lỗi[raw-html]", ""),
        (&["build", "--open", &doubtful], 0, "cảnh báo[number-gap]", "ngờ.pdf"),
        (&["check", &fine], 0, "không có lỗi", ""),
        (&["check", &wrong], 1, "lỗi[raw-html]", ""),
        (&["new", "--from", &may], 0, "thang-06.md", ""),
        (&["new", "--from", &may], 3, "thang-06.md", ""),
        (&["new", "--from", &fine], 2, "-o", ""),
        (&["biuld", &fine], 2, "có phải định viết", ""),
        (&["help"], 0, "", ""),
        (&["uninstall"], 0, "chưa được cài", ""),
    ] {
        let arguments = [&["--keep-window"], arguments].concat();
        let output = user.window(&arguments, "\n");
        let said = stderr(&output);
        ends(&output, code);
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert!(said.ends_with(HELD), "{arguments:?}: {said}");
        // What to do next is said where something went wrong, and there alone.
        assert_eq!(said.contains("nhấp đúp vào vanban"), code != 0, "{said}");
        let opened = user.path(opened).to_str().unwrap().to_owned();
        user.opened(if opened.ends_with('/') { "" } else { &opened });
    }
    fs::remove_file(user.path("máy/xdg-open")).unwrap();
    let output = user.window(&["--keep-window", &fine], "\n");
    ends(&output, 0);
    let said = stderr(&output);
    assert!(said.contains("không mở được") && said.ends_with(HELD), "{said}");
    let english = user.window(&["--keep-window", "--lang=en", &wrong], "");
    assert!(stderr(&english).ends_with("Press Enter to close the window.\n"));
}

#[test]
fn the_window_waits_for_the_key() {
    let user = User::new();
    let wrong = user.write("sai.md", notice("Một <b>."));
    let mut command = user.command(env!("CARGO_BIN_EXE_vanban"));
    let mut child = command.args(["--keep-window", &wrong]).spawn().unwrap();
    let mut said = Vec::new();
    let mut errors = child.stderr.take().unwrap();
    while !String::from_utf8_lossy(&said).ends_with(HELD) {
        let mut part = [0; 256];
        let read = errors.read(&mut part).unwrap();
        assert_ne!(read, 0, "{}", String::from_utf8_lossy(&said));
        said.extend(&part[..read]);
    }
    thread::sleep(Duration::from_millis(50));
    assert!(child.try_wait().unwrap().is_none(), "it waits");
    assert_eq!(typed(child, "x\n").status.code(), Some(1));
    // A call from a shell waits for nobody.
    let mut command = user.command(env!("CARGO_BIN_EXE_vanban"));
    let output = typed(command.args(["build", &wrong]).spawn().unwrap(), "");
    ends(&output, 1);
    assert!(!stderr(&output).contains("Enter"));
}

#[test]
fn opened_by_itself_it_greets_and_begins_a_document() {
    let user = User::new();
    let output =
        user.window(&["--keep-window"], "1\n\n1\ngiấy mờii\n1\n2\nx\n1\n99\n2\n\n");
    ends(&output, 0);
    let said = stderr(&output);
    assert!(said.starts_with("Xin chào!"), "{said}");
    assert_eq!(said.lines().filter(|line| line.starts_with("  - ")).count(), 5);
    for part in [
        user.home.path().to_str().unwrap(),
        "đã ghi thong-bao-ket-luan.md\n",
        "đã ghi giay-moi.md\n",
        "đã ghi bien-ban.md\n",
        "CẦN ĐIỀN trong giay-moi.md",
        "Không có lựa chọn `x`.",
        "Không có lựa chọn `99`.",
        "Hướng dẫn: ",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let guide = user.path(".local/share/vanban/huong-dan.html");
    assert!(fs::read_to_string(&guide).unwrap().contains("Xuất PDF"));
    user.opened(&format!(
        "thong-bao-ket-luan.md\ngiay-moi.md\nbien-ban.md\n{}",
        guide.display()
    ));
    assert!(!said.contains(".zip"));
    // What is there is never written over, and without input nothing is waited for.
    let output = user.window(&["start", "--lang", "en"], "1\n\n");
    assert!(stderr(&output).contains("wrote thong-bao-ket-luan-2.md\n"));
    let program = Path::new(env!("CARGO_BIN_EXE_vanban"));
    let mut command = user.command(program.to_str().unwrap());
    command.arg("start").env("TMPDIR", program.parent().unwrap());
    assert!(stderr(&typed(command.spawn().unwrap(), "")).contains(".zip"));
    assert!(names(user.home.path()).contains(&"thong-bao-ket-luan-2.md".to_owned()));
}

#[test]
fn the_example_in_the_guide_has_nothing_wrong() {
    let user = User::new();
    let guide = read("src/cli/installation/guide.html");
    let example = guide.split("<pre>").nth(1).unwrap().split("</pre>").next().unwrap();
    let file = user.write("tb.md", format!("{example}\n"));
    let output = user.window(&["check", "--deny-warnings", &file], "");
    ends(&output, 0);
    assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    // What the guide says of the menu is what is there.
    let entries = read("src/cli/installation/entries.rs");
    for label in ["Xuất PDF", "Kiểm tra", "Văn bản tháng sau"] {
        assert!(guide.contains(&format!("<b>{label}</b>")), "{label}");
        assert!(entries.contains(&format!("\"{label}\"")), "{label}");
    }
}

/// All files and folders below a folder.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        }
        found.push(path.to_str().unwrap().to_owned());
    }
    found.sort();
    found
}

/// The call that an entry among the applications makes with a file.
fn call(entry: &str, file: &str) -> String {
    let exec = entry.lines().find_map(|line| line.strip_prefix("Exec=")).unwrap();
    // A shell reads quotation marks and `\` as the specification does, and knows no `%%`.
    exec.replace(r"\\", r"\").replace("%%", "%").replace("%F", file)
}

#[test]
fn what_is_installed_works_and_goes_again() {
    let user = User::new();
    user.write(".local/share/applications/vanban-khac.desktop", "của người khác");
    let file = user.write("Văn bản/it's tháng 5.md", notice("Một.\n\nHai."));
    fs::create_dir_all(user.path(".config/fish")).unwrap();
    let before = files(user.home.path());
    let output = user.window(&["--keep-window"], "2\n3\n3\n\n");
    ends(&output, 0);
    let guide = user.path(".local/share/vanban/huong-dan.html");
    user.opened(guide.to_str().unwrap());
    let program = user.path(".local/bin/vanban");
    let said = stderr(&output);
    assert_eq!(said.matches(&format!("đã cài vào {}", program.display())).count(), 2);
    assert!(said.contains("export PATH="), "{said}");

    let share = |below: &str| user.path(".local/share").join(below);
    let entry = fs::read_to_string(share("applications/vanban.desktop")).unwrap();
    let mut command = user.command("/bin/sh");
    command.args(["-c", &call(&entry, r#""$FILE""#)]).env("FILE", &file).current_dir("/");
    ends(&typed(command.spawn().unwrap(), ""), 0);
    let result = file.replace(".md", ".pdf");
    user.opened(&result);
    fs::remove_file(result).unwrap();

    let bash = share("bash-completion/completions/vanban");
    let script = fs::read_to_string(&bash).unwrap();
    let printed = user.window(&["completions", "bash"], "").stdout;
    assert_eq!(script.as_bytes(), printed);
    if Path::new("/bin/bash").exists() {
        let complete = r#". "$1"; COMP_WORDS=(vanban inst) COMP_CWORD=1; _vanban vanban inst vanban
            echo "${COMPREPLY[@]}""#;
        let mut command = user.command("/bin/bash");
        command.args(["-c", complete, "bash"]).arg(&bash);
        let output = typed(command.spawn().unwrap(), "");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "install\n");
    }

    let mut command = user.command(program.to_str().unwrap());
    let output = typed(command.arg("gỡ-bỏ").spawn().unwrap(), "");
    ends(&output, 0);
    assert!(stderr(&output).contains("văn bản của bạn còn nguyên"));
    assert_eq!(files(user.home.path()), before);
}

#[test]
fn what_cannot_be_installed_is_told() {
    let user = User::new();
    user.write(".local", "một tệp");
    let output = user.window(&["install"], "");
    ends(&output, 3);
    assert!(stderr(&output).contains("không ghi được"), "{}", stderr(&output));
    ends(&user.window(&["uninstall"], ""), 0);
    let mut command = user.command(env!("CARGO_BIN_EXE_vanban"));
    let output = typed(command.arg("install").env_remove("HOME").spawn().unwrap(), "");
    ends(&output, 3);
    assert!(stderr(&output).contains("`HOME`"), "{}", stderr(&output));
}

#[test]
fn every_command_has_its_manual_page() {
    let user = User::new();
    let output = user.window(&["manual", "trang"], "");
    ends(&output, 0);
    let help = String::from_utf8(user.window(&["--help"], "").stdout).unwrap();
    let (_, commands) = help.split_once("Lệnh:\n").unwrap();
    let commands = commands.split("\n\n").next().unwrap();
    let commands = commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let mut seen = 0;
    for command in commands.map(|line| line.split_whitespace().next().unwrap()) {
        let page =
            fs::read_to_string(user.path(&format!("trang/vanban-{command}.1"))).unwrap();
        assert!(page.contains("\n.SH \"CÁCH DÙNG\"\n"), "{page}");
        for english in ["NAME", "SYNOPSIS", "OPTIONS", "EXTRA", "SUBCOMMANDS", "[default"]
        {
            assert!(!page.contains(english), "{command}: {english}: {page}");
        }
        seen += 1;
    }
    assert!(seen > 8, "{help}");
    assert!(user.path("trang/vanban.1").is_file());
    assert!(!user.path("trang/vanban-manual.1").exists());
}

#[test]
fn every_shell_gets_its_completions() {
    let user = User::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = user.window(&["completions", shell], "");
        ends(&output, 0);
        let script = String::from_utf8(output.stdout).unwrap();
        for word in ["build", "check", "new", "uninstall", "keep-window", "for-issue"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let output = user.window(&["goi-y", "bsh"], "");
    ends(&output, 2);
    assert!(stderr(&output).contains("`vanban goi-y bash`"), "{}", stderr(&output));
}
