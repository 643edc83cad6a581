//! Many documents in one run: what is wrong with one keeps nobody from the others.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cli::{ends, names, stderr, vanban};
use crate::support::{notice, read};

/// Documents that are as they should be.
const GOOD: usize = 12;

fn with_good_documents() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..GOOD {
        let name = format!("tot-{number:02}.md");
        fs::write(folder.path().join(name), notice("Một.")).unwrap();
    }
    folder
}

/// The names of the PDFs in a folder.
fn results(folder: &Path) -> Vec<String> {
    let mut names = names(folder);
    names.retain(|name| Path::new(name).extension().is_some_and(|e| e == "pdf"));
    names
}

/// The good documents are built, and nothing else.
#[track_caller]
fn only_good_ones_are_built(folder: &Path) {
    let built = results(folder);
    assert_eq!(built.len(), GOOD, "{built:?}");
    assert!(built.iter().all(|name| name.starts_with("tot-")), "{built:?}");
}

#[test]
fn hostile_documents_keep_nobody_from_the_others() {
    let folder = with_good_documents();
    let here = folder.path();
    let one = notice("Một.");
    fs::write(here.join("a-latin1.md"), b"---\nk\xff: a\n---\n").unwrap();
    fs::write(here.join("b-khong-anh.md"), notice("![ảnh](khong-co.png)")).unwrap();
    fs::write(here.join("c-to.md"), one.clone() + &"a ".repeat(20_000_000)).unwrap();
    fs::write(here.join("d-sai.md"), one.replace("6/2023", "31/6/2023")).unwrap();
    fs::write(here.join("e-trong.md"), "").unwrap();
    fs::write(here.join("vanban.yaml"), "").unwrap();
    fs::create_dir(here.join("f-thu-muc.md")).unwrap();
    fs::write(here.join("g-trung.md"), &one).unwrap();
    fs::write(here.join("g-trung.yaml"), "trích yếu: a\n").unwrap();
    fs::write(here.join("h.md"), &one).unwrap();
    fs::write(here.join("h.pdf"), "của tôi").unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("z-vong.md", here.join("z-vong.md")).unwrap();
        std::os::unix::fs::symlink("khong-co.md", here.join("z-cut.md")).unwrap();
        let pipe = Command::new("mkfifo").arg(here.join("z-ong.md")).status().unwrap();
        assert!(pipe.success());
    }
    let mut all = names(here);
    all.retain(|name| name != "h.pdf");
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let output = vanban(here, &[&["build"], &all[..]].concat());
    ends(&output, if cfg!(unix) { 3 } else { 2 });
    let said = stderr(&output);
    let mut told = vec![
        "lỗi[not-utf8]",
        "lỗi[picture-missing]",
        "lỗi[too-large]",
        "lỗi[date-impossible]",
        "lỗi[front-matter-missing]",
        "vanban.yaml là tệp mặc định",
        "không xuất g-trung.md: g-trung.yaml cũng ghi ra",
        "h.pdf đã có và không phải là tệp PDF",
    ];
    if cfg!(unix) {
        told.extend(["z-vong.md: liên kết", "z-cut.md: không tìm", "z-ong.md: đây là"]);
    }
    for part in told {
        assert!(said.contains(part), "{part}: {said:.3000}");
    }
    assert_eq!(fs::read(here.join("h.pdf")).unwrap(), "của tôi".as_bytes());
    fs::remove_file(here.join("h.pdf")).unwrap();
    fs::remove_file(here.join("h.md")).unwrap();
    only_good_ones_are_built(here);
    let checked = vanban(here, &[&["check"], &all[..]].concat());
    ends(&checked, if cfg!(unix) { 3 } else { 1 });
    // The folder as a whole: what is no file is no document.
    for name in results(here) {
        fs::remove_file(here.join(name)).unwrap();
    }
    ends(&vanban(here, &["build", "."]), 2);
    only_good_ones_are_built(here);
}

/// A folder below `folder` whose path is longer than Linux opens, with a document in it; root
/// cannot read it either.
#[cfg(target_os = "linux")]
fn too_deep(folder: &Path) {
    let deep = |name: &str| {
        let parts = vec!["s".repeat(200); 11];
        let path = folder.join(name).join(parts.join("/"));
        fs::create_dir_all(&path).unwrap();
        path
    };
    let (end, inner) = (deep("sau"), deep("trong"));
    fs::write(inner.join("kin.md"), notice("Một.")).unwrap();
    fs::rename(folder.join("trong"), end.join("trong")).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_read_is_told_and_the_rest_goes_on() {
    let folder = with_good_documents();
    let here = folder.path();
    too_deep(here);
    fs::write(here.join("zz.md"), "---\n").unwrap();
    for command in ["build", "check"] {
        let output = vanban(here, &[command, "."]);
        ends(&output, 3);
        let said = stderr(&output);
        assert_eq!(said.matches("lỗi: không đọc được ./sau/").count(), 1, "{said}");
        assert!(said.contains("zz.md:1"), "{said}");
    }
    only_good_ones_are_built(here);
}

#[cfg(unix)]
#[test]
#[expect(
    clippy::print_stderr,
    reason = "who runs the tests as root sees what is not tested"
)]
fn what_may_not_be_read_in_a_folder_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_good_documents();
    let here = folder.path();
    fs::write(here.join("kin.md"), notice("Một.")).unwrap();
    fs::create_dir(here.join("kin")).unwrap();
    for name in ["kin.md", "kin"] {
        let none = fs::Permissions::from_mode(0o000);
        fs::set_permissions(here.join(name), none).unwrap();
    }
    if fs::read(here.join("kin.md")).is_ok() {
        eprintln!("skipped: permissions stop nobody here, as they do not stop root");
        return;
    }
    let output = vanban(here, &["build", "."]);
    let all = fs::Permissions::from_mode(0o755);
    fs::set_permissions(here.join("kin"), all).unwrap();
    ends(&output, 3);
    for name in ["./kin:", "./kin.md:"] {
        let told = format!("không đọc được {name} không có quyền");
        assert!(stderr(&output).contains(&told), "{}", stderr(&output));
    }
    only_good_ones_are_built(here);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_without_documents_is_told() {
    let folder = with_good_documents();
    let here = folder.path();
    fs::create_dir_all(here.join("khac/con")).unwrap();
    fs::write(here.join("khac/ghi-chu.md"), "Việc cần làm.").unwrap();
    for command in ["build", "check"] {
        let output = vanban(here, &[command, ".", "khac"]);
        let said = stderr(&output);
        assert!(said.contains("trong khac không có văn bản nào"), "{said}");
        assert!(!said.contains("trong . không"), "{said}");
        assert_eq!(output.status.code(), Some(3));
    }
    only_good_ones_are_built(here);
}

#[test]
fn names_that_are_no_unicode_are_names() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join(OsStr::from_bytes(b"th\xfang"));
    fs::create_dir(&inner).unwrap();
    for name in [&b"tb-\xfe.md"[..], b"tb-\xff.md"] {
        let text = notice(&"Một câu dài.\n\n".repeat(60));
        fs::write(inner.join(OsStr::from_bytes(name)), text).unwrap();
    }
    ends(&vanban(folder.path(), &["check", "."]), 0);
    ends(&vanban(folder.path(), &["build", ".", "--format", "svg"]), 0);
    for name in [&b"tb-\xfe-1.svg"[..], b"tb-\xfe-2.svg", b"tb-\xff-1.svg"] {
        assert!(inner.join(OsStr::from_bytes(name)).exists(), "{name:?}");
    }
}

/// A shell gives what it runs in `<(…)` as a pipe, which is read; one among files is not.
#[cfg(target_os = "linux")]
#[test]
fn a_pipe_of_the_shell_is_a_document() {
    let folder = with_good_documents();
    let line = "\"$0\" build <(cat tot-00.md) -o ong.pdf";
    let mut shell = Command::new("bash");
    shell.args(["-c", line, env!("CARGO_BIN_EXE_vanban")]).current_dir(folder.path());
    ends(&shell.output().unwrap(), 0);
    assert!(folder.path().join("ong.pdf").exists());
}

/// What a run says, writes to standard output and ends with.
type Said = (Option<i32>, String, Vec<u8>);

fn run(folder: &Path, arguments: &[&str]) -> Said {
    let output = vanban(folder, arguments);
    (output.status.code(), stderr(&output), output.stdout)
}

/// Documents of every kind: long and short, doubtful and wrong, with a picture, an attachment and
/// an office's own template.
fn with_all_kinds() -> tempfile::TempDir {
    let folder = with_good_documents();
    let here = folder.path();
    let write = |name: &str, text: &str| fs::write(here.join(name), text).unwrap();
    write("a-dai.md", &read("examples/thong-bao-2023-06.md"));
    write("b-sai.md", &notice("Một.").replace("6/2023", "31/6/2023"));
    write("c-ngo.md", &notice("1. Một\n\n3. Ba./.").replace("TB/BCĐ", "QĐ/BCĐ"));
    write("d-the.md", &notice("Một <b>hai</b>."));
    fs::create_dir(here.join("sai")).unwrap();
    write("sai/vanban.yaml", "địa dan: a\n");
    for name in ["x.md", "y.md"] {
        write(&format!("sai/{name}"), &notice(name));
    }
    for part in ["quyet-dinh-quy-che.md", "quy-che.md", "phan-cong.csv"] {
        write(part, &read(&format!("examples/kem-theo/{part}")));
    }
    fs::create_dir_all(here.join("mau/mau/thong-bao-ket-luan")).unwrap();
    let base = "{% extends \"co-san/thong-bao-ket-luan/main.typ.j2\" %}\n";
    write("mau/mau/thong-bao-ket-luan/main.typ.j2", base);
    for name in ["e.md", "f.md", "g.md"] {
        write(&format!("mau/{name}"), &notice(name));
    }
    folder
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    let folder = with_all_kinds();
    let here = folder.path();
    let calls: [&[&str]; 4] = [
        &["build", "."],
        &["build", ".", "--format", "svg"],
        &["check", "."],
        &["check", ".", "--format", "json"],
    ];
    for call in calls {
        let (alone, many) = (run(here, &[call, &["--jobs", "1"]].concat()), |jobs| {
            run(here, &[call, &["--jobs", jobs]].concat())
        });
        assert_eq!(alone.0, Some(1), "{}", alone.1);
        for jobs in ["2", "5"] {
            assert_eq!(many(jobs), alone, "{call:?} {jobs}");
        }
    }
    let (_, said, _) = run(here, &["build", "."]);
    for part in ["31/6/2023", "đã xuất ./mau/f.pdf", "raw-html", "chưa xuất ./sai/y.md"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(said.matches("lỗi[unknown-field]").count(), 1, "{said}");
}

#[test]
fn a_document_has_the_bytes_of_its_single_build() {
    let folder = with_all_kinds();
    let here = folder.path();
    let files = ["a-dai", "tot-00", "quyet-dinh-quy-che", "mau/e", "tot-01", "mau/f"];
    let sources: Vec<String> = files.iter().map(|name| format!("{name}.md")).collect();
    let bytes = |name: &str| fs::read(here.join(format!("{name}.pdf"))).unwrap();
    let single: Vec<_> = files
        .iter()
        .zip(&sources)
        .map(|(name, source)| {
            ends(&vanban(here, &["build", source]), 0);
            bytes(name)
        })
        .collect();
    let forward: Vec<&str> = sources.iter().map(String::as_str).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    for order in [forward, backward] {
        for jobs in ["1", "4"] {
            for name in files {
                fs::remove_file(here.join(format!("{name}.pdf"))).unwrap();
            }
            let call = [&["build", "--jobs", jobs], &order[..]].concat();
            ends(&vanban(here, &call), 0);
            for (name, single) in files.iter().zip(&single) {
                assert!(bytes(name) == *single, "{name} {jobs}");
            }
        }
    }
}

/// What an office has above a folder is looked up once: ten thousand documents in one folder
/// took minutes to be refused.
#[test]
fn a_large_folder_is_told_in_linear_time() {
    let time = |count: usize| {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..count {
            let name = format!("tb-{number}.md");
            fs::write(folder.path().join(name), "---\nsố: [\n").unwrap();
        }
        let start = std::time::Instant::now();
        ends(&vanban(folder.path(), &["build", "."]), 1);
        start.elapsed().as_secs_f64()
    };
    let (few, many) = (time(400), time(4000));
    assert!(many < 30.0 * few, "400: {few} s, 4000: {many} s");
}

#[test]
fn a_run_over_several_documents_is_summed_up() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for (name, text) in [("a.md", "Một."), ("b.md", "Một <b>hai</b>."), ("c.md", "Ba.")]
    {
        fs::write(here.join(name), notice(text)).unwrap();
    }
    let last = |arguments: &[&str]| {
        let said = stderr(&vanban(here, arguments));
        assert!(!said.contains(['\r', '\u{1b}']), "no progress in a pipe: {said}");
        said.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(last(&["build", "."]), "3 văn bản, 1 có lỗi");
    assert_eq!(
        last(&["check", ".", "--lang", "en"]),
        "checked 3 files: 2 errors in 1 file"
    );
    assert_eq!(last(&["build", "a.md", "c.md"]), "2 văn bản");
    assert_eq!(last(&["build", "a.md"]), "đã xuất a.pdf");
    assert_eq!(last(&["check", "a.md", "c.md", "--format", "json"]), "");
}

/// `script` of util-linux gives the program a terminal.
#[cfg(target_os = "linux")]
#[test]
#[expect(clippy::print_stderr, reason = "who runs the tests sees what is not tested")]
fn a_terminal_shows_how_far_a_long_run_is() {
    let folder = with_good_documents();
    let here = folder.path();
    let long = read("examples/thong-bao-2023-06.md");
    for number in 0..20 {
        let text = long.replace("Lục Bình", &format!("Lục Bình {number}"));
        fs::write(here.join(format!("tot-dai-{number}.md")), text).unwrap();
    }
    let line = format!("'{}' build . --jobs 1", env!("CARGO_BIN_EXE_vanban"));
    let mut script = Command::new("script");
    script.args(["-qec", &line, "/dev/null"]).current_dir(here);
    let Ok(output) = script.output() else {
        eprintln!("skipped: there is no `script` here");
        return;
    };
    let seen = String::from_utf8(output.stdout).unwrap();
    assert!(seen.contains("/32 văn bản, còn khoảng "), "{seen}");
    let last = seen.lines().last().unwrap_or_default();
    let last = last.rsplit('\r').find(|part| !part.is_empty()).unwrap_or_default();
    assert!(last.starts_with("32 văn bản, "), "{seen}");
    // Each message stands on a line of its own, where the line was taken away before.
    for part in seen.lines().filter(|line| line.contains("đã xuất")) {
        let shown = part.trim_end_matches('\r').rsplit('\r').next().unwrap_or_default();
        assert!(shown.starts_with("đã xuất ./tot-"), "{part:?}");
    }
}

#[test]
fn a_killed_run_leaves_no_half_file() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for number in 0..60 {
        fs::write(here.join(format!("tb-{number:02}.md")), notice("Một.")).unwrap();
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_vanban"))
        .current_dir(here)
        .args(["build", "."])
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    while results(here).len() < 3 {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let whole = |name: &String| {
        let bytes = fs::read(here.join(name)).unwrap();
        bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
    };
    let built = results(here);
    assert!(built.len() < 60 && built.iter().all(whole), "{built:?}");
    // What the killed run may have left is swept by the next one.
    fs::write(here.join(".vanban-ab12CD.tmp"), "%PDF-").unwrap();
    ends(&vanban(here, &["build", "tb-00.md"]), 0);
    assert!(names(here).iter().all(|name| name.starts_with("tb-")), "{:?}", names(here));
}
