//! The program runs a guest in a process of its own, and goes on where that is stopped.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use super::{MANIFEST, document, input, template};
use crate::cli::{ends, names, stderr, vanban};
use crate::support::notice;
use vanban::{Format, compile};

/// A folder with an office's template of such code and a document set in it.
fn office(code: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("mẫu/thu");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("template.yaml"), MANIFEST).unwrap();
    fs::write(place.join("main.typ.j2"), template(code)).unwrap();
    fs::write(folder.path().join("tb.md"), document("thử")).unwrap();
    folder
}

fn stopped(folder: &Path, arguments: &[&str]) -> Output {
    stopped_within("1", folder, arguments)
}

fn stopped_within(seconds: &str, folder: &Path, arguments: &[&str]) -> Output {
    let output = vanban(folder, &[arguments, &["--template-seconds", seconds]].concat());
    ends(&output, 1);
    let said = stderr(&output);
    assert!(said.contains("lỗi[template-stopped]"), "{said}");
    assert!(said.contains("--> tb.md:2:6"), "the template's name is shown: {said}");
    assert!(said.contains("`mẫu/thu/main.typ.j2`"), "{said}");
    assert!(!said.contains("internal"), "{said}");
    output
}

/// Code that Typst itself does not bound.
pub(crate) const WITHOUT_END: &str = "  ..range(100000).map(i => pagebreak()),";

#[test]
fn what_the_engines_do_not_bound_is_stopped() {
    let doubled = |what: &str| format!("{{% set a = {what} %}}").repeat(40);
    for (code, words) in [
        (WITHOUT_END.to_owned(), "chạy 1 giây chưa xong nên bị dừng"),
        ("  paragraph(\"a\" * 10000000000),".into(), "cần hơn 2048 MB"),
        (format!("  paragraph(a{}),", ".a".repeat(100_000)), "quá sâu"),
        (format!("{{% set a = [1] %}}{}{{{{ a|string }}}}", doubled("[a, a]")), "giây"),
        (format!("{{% set a = [1] %}}{}{{{{ a }}}}", doubled("a + a")), "bị dừng"),
        (format!("{{% set a = [1] %}}{}{{{{ a }}}}", doubled("a|chain(a)")), "bị dừng"),
        (
            "{% set n = namespace(a=1) %}{% for i in range(99999) %}{% set n.a = [n.a] %}\
             {% endfor %}{{ n.a|string }}"
                .into(),
            "quá sâu",
        ),
    ] {
        let folder = office(&code);
        // What has another end is given the time for it, on a busy machine as well.
        let seconds = if ["giây", "bị dừng"].iter().any(|w| words.contains(w)) { "1" } else { "60" };
        let said = stderr(&stopped_within(seconds, folder.path(), &["build", "tb.md"]));
        assert!(said.contains(words), "{code:.60}: {said}");
        assert_eq!(names(folder.path()), ["mẫu", "tb.md"]);
    }
}

/// A folder with several documents, of which `b.md` has a template without end.
fn several() -> TempDir {
    let folder = office("");
    let place = folder.path().join("mẫu/vong");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("template.yaml"), MANIFEST.replace("thử", "vòng")).unwrap();
    fs::write(place.join("main.typ.j2"), template(WITHOUT_END)).unwrap();
    for (name, template) in
        [("a", "thử"), ("b", "vòng"), ("c", "thử"), ("d", "thông báo kết luận")]
    {
        fs::write(folder.path().join(format!("{name}.md")), document(template)).unwrap();
    }
    folder
}

#[test]
fn a_stopped_template_keeps_no_other_document_back() {
    let folder = several();
    let output = vanban(folder.path(), &["build", ".", "--template-seconds", "3"]);
    ends(&output, 1);
    let said = stderr(&output);
    assert_eq!(said.matches("lỗi[template-stopped]").count(), 1, "{said}");
    let names = names(folder.path());
    let pdfs: Vec<_> = names.iter().filter(|name| name.contains(".pdf")).collect();
    assert_eq!(pdfs, ["a.pdf", "c.pdf", "d.pdf", "tb.pdf"], "{said}");
}

#[test]
fn a_stopped_template_stands_in_every_report() {
    let folder = several();
    let check = |format| {
        let arguments = ["check", ".", "--template-seconds", "1", "--format", format];
        let output = vanban(folder.path(), &arguments);
        ends(&output, 1);
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    let rules = |report: &serde_json::Value, list: &str, rule: &str| {
        let list = report.pointer(list).unwrap().as_array().unwrap();
        let rules = list.iter().map(|one| one[rule].as_str().unwrap().to_owned());
        rules.collect::<Vec<_>>()
    };
    assert_eq!(rules(&check("json"), "", "rule"), ["template-stopped"]);
    let sarif = check("sarif");
    assert_eq!(rules(&sarif, "/runs/0/results", "ruleId"), ["template-stopped"]);
}

#[test]
fn a_process_of_its_own_makes_the_same_files() {
    let code = template("  paragraph(\"Ba.\"),");
    let folder = office("  paragraph(\"Ba.\"),");
    for (ending, format) in [
        ("pdf", Format::Pdf),
        ("png", Format::Png),
        ("svg", Format::Svg),
        ("typ", Format::Typst),
    ] {
        let arguments = ["build", "tb.md", "-o", "-", "--format", ending];
        let output = vanban(folder.path(), &arguments);
        ends(&output, 0);
        let here = compile(&input(&code), format).output.unwrap();
        assert!(output.stdout == here[0], "{ending} differs");
    }
}

#[test]
fn many_documents_come_out_of_one_process() {
    let folder = office("  paragraph(\"Ba.\"),");
    let single = vanban(folder.path(), &["build", "tb.md", "-o", "-"]).stdout;
    for number in 0..12 {
        let name = folder.path().join(format!("vb-{number}.md"));
        let end = if number % 3 == 2 { "\nx: 1" } else { "" };
        let text = document("thử").replace("mẫu: thử", &format!("mẫu: thử{end}"));
        fs::write(name, text).unwrap();
    }
    let output = vanban(folder.path(), &["build", "."]);
    ends(&output, 1);
    assert_eq!(stderr(&output).matches("lỗi[unknown-field]").count(), 4);
    for number in [0, 1, 3, 4, 6, 7, 9, 10] {
        let pdf = fs::read(folder.path().join(format!("vb-{number}.pdf"))).unwrap();
        assert!(pdf == single, "{number}");
    }
}

#[test]
fn next_month_is_stopped_as_this_month_is() {
    let folder = office(WITHOUT_END);
    stopped(folder.path(), &["new", "--from", "tb.md", "-o", "moi.md"]);
    assert_eq!(names(folder.path()), ["mẫu", "tb.md"]);
}

#[test]
fn the_limit_is_a_number_of_seconds() {
    let folder = office("");
    for wrong in ["0", "-1", "x", "1000000", ""] {
        let limit = format!("--template-seconds={wrong}");
        ends(&vanban(folder.path(), &["check", "tb.md", &limit]), 2);
    }
    ends(&vanban(folder.path(), &["check", "tb.md", "--template-seconds", "300"]), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_whose_name_is_no_text_is_served() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = office("  paragraph(box(image(\"dau.svg\", alt: \"dấu\"))),");
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    fs::write(folder.path().join("dau.svg"), picture).unwrap();
    let odd = folder.path().join(OsStr::from_bytes(b"\xff"));
    fs::create_dir(&odd).unwrap();
    for name in ["tb.md", "mẫu", "dau.svg"] {
        fs::rename(folder.path().join(name), odd.join(name)).unwrap();
    }
    ends(&vanban(folder.path(), &["build", "."]), 0);
    ends(&vanban(&odd, &["build", "tb.md", "-o", "hai.pdf"]), 0);
    assert!(odd.join("hai.pdf").exists());
}

/// An office whose template draws `a.png`, with another document beside it that becomes that.
fn office_that_draws_a_result() -> TempDir {
    let folder = office("  paragraph(box(image(\"a.png\", alt: \"dấu\", width: 20pt))),");
    fs::write(folder.path().join("a.md"), notice("Một.")).unwrap();
    folder
}

#[test]
fn what_an_earlier_document_becomes_may_be_drawn() {
    let folder = office_that_draws_a_result();
    let here = folder.path();
    let built = |jobs: &str| {
        for name in ["a.png", "tb.png"] {
            let _ = fs::remove_file(here.join(name));
        }
        let call = ["build", "a.md", "tb.md", "--format", "png", "--jobs", jobs];
        ends(&vanban(here, &call), 0);
        fs::read(here.join("tb.png")).unwrap()
    };
    assert!(built("4") == built("1"));
}

#[test]
fn what_a_guest_has_drawn_is_not_overwritten() {
    let folder = office_that_draws_a_result();
    let here = folder.path();
    ends(&vanban(here, &["build", "a.md", "--format", "png"]), 0);
    let before = fs::read(here.join("a.png")).unwrap();
    fs::write(here.join("a.md"), notice("Hai.")).unwrap();
    let output = vanban(here, &["build", "tb.md", "a.md", "--format", "png"]);
    ends(&output, 1);
    assert!(stderr(&output).contains("văn bản cần đến tệp a.png"), "{}", stderr(&output));
    assert!(fs::read(here.join("a.png")).unwrap() == before);
}
