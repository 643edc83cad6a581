//! `--if-changed`: what has not changed is left as it is, and nothing else is.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::cli::{ends, stderr, vanban};
use crate::support::{notice, path, read};

/// A document with all that can go into one: defaults, an office's template (where `guest`), a
/// picture, an attachment, fonts.
fn office(guest: bool) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let text = notice("Một (Phụ lục kèm theo).\n\n![ảnh](anh.png)\n").replace(
        "trích yếu:",
        "phụ lục: [{tiêu đề: Danh mục công trình, tệp: muc.md}]\ntrích yếu:",
    );
    fs::write(here.join("tb.md"), text).unwrap();
    fs::write(here.join("muc.md"), "Nhà văn hóa thôn Cao Lộc.\n").unwrap();
    fs::write(here.join("vanban.yaml"), "địa danh: Lục Bình\n").unwrap();
    fs::copy(path("examples/thong-bao-2023-06.png"), here.join("anh.png")).unwrap();
    fs::create_dir(here.join("phong")).unwrap();
    for font in ["Regular", "Bold", "Italic", "BoldItalic"] {
        let name = format!("Tinos-{font}.ttf");
        let from = path(&format!("fonts/{name}"));
        fs::copy(from, here.join("phong").join(name)).unwrap();
    }
    if guest {
        fs::create_dir_all(here.join("mau/thong-bao-ket-luan")).unwrap();
        let base = "{% extends \"co-san/thong-bao-ket-luan/main.typ.j2\" %}\n";
        fs::write(here.join("mau/thong-bao-ket-luan/main.typ.j2"), base).unwrap();
    }
    folder
}

const BUILD: [&str; 5] = ["build", "tb.md", "--if-changed", "--font-path", "phong"];

#[track_caller]
fn is_built(folder: &Path) {
    let output = vanban(folder, &BUILD);
    ends(&output, 0);
    assert_eq!(stderr(&output), "đã xuất tb.pdf\n");
}

#[track_caller]
fn is_unchanged(folder: &Path) {
    let pdf = folder.join("tb.pdf");
    let before = fs::metadata(&pdf).unwrap().modified().unwrap();
    let output = vanban(folder, &BUILD);
    ends(&output, 0);
    assert_eq!(stderr(&output), "không đổi tb.pdf\n");
    assert_eq!(fs::metadata(&pdf).unwrap().modified().unwrap(), before);
}

#[test]
fn a_change_of_any_file_builds_again() {
    for guest in [false, true] {
        let folder = office(guest);
        let here = folder.path();
        is_built(here);
        is_unchanged(here);
        let mut files: Vec<(&str, &[u8])> = vec![
            ("tb.md", b"\nHai.\n"),
            ("muc.md", b"\nTh\xc3\xb4n Hai.\n"),
            ("vanban.yaml", b"# a\n"),
            ("anh.png", b"\0"),
            ("phong/Tinos-Italic.ttf", b"\0"),
        ];
        if guest {
            files.push(("mau/thong-bao-ket-luan/main.typ.j2", b"{# a #}"));
        }
        for (name, more) in files {
            let file = here.join(name);
            let was = fs::read(&file).unwrap();
            let later = SystemTime::now() + Duration::from_hours(1);
            fs::File::options()
                .write(true)
                .open(&file)
                .unwrap()
                .set_modified(later)
                .unwrap();
            is_unchanged(here);
            fs::write(&file, [&was, more].concat()).unwrap();
            is_built(here);
            is_unchanged(here);
            fs::write(&file, was).unwrap();
            is_built(here);
        }
        // What comes nearer counts, too.
        let font = here.join("phong/Tinos-Zwei.ttf");
        fs::copy(path("fonts/Tinos-Bold.ttf"), &font).unwrap();
        is_built(here);
        fs::create_dir_all(here.join("mẫu/to-trinh")).unwrap();
        fs::write(here.join("mẫu/to-trinh/skeleton.md"), "").unwrap();
        is_built(here);
        is_unchanged(here);
    }
}

#[test]
fn a_result_that_no_longer_stands_is_built_again() {
    let folder = office(false);
    let here = folder.path();
    is_built(here);
    let pdf = fs::read(here.join("tb.pdf")).unwrap();
    let kept = here.join(".vanban/tb.pdf.json");
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let spoils: [&dyn Fn(); 5] = [
        &|| fs::remove_file(here.join("tb.pdf")).unwrap(),
        &|| fs::write(here.join("tb.pdf"), [&pdf[..], b"\n"].concat()).unwrap(),
        &|| fs::remove_dir_all(here.join(".vanban")).unwrap(),
        &|| fs::write(&kept, cut(fs::read(&kept).unwrap())).unwrap(),
        &|| fs::write(&kept, "{}").unwrap(),
    ];
    for spoil in spoils {
        is_unchanged(here);
        spoil();
        is_built(here);
        assert!(fs::read(here.join("tb.pdf")).unwrap() == pdf);
    }
    // An input that is gone is missed, and nothing is kept of that.
    fs::rename(here.join("anh.png"), here.join("khac.png")).unwrap();
    ends(&vanban(here, &BUILD), 1);
    ends(&vanban(here, &BUILD), 1);
    fs::rename(here.join("khac.png"), here.join("anh.png")).unwrap();
    is_unchanged(here);
    // Where nothing can be kept, all is built.
    fs::remove_dir_all(here.join(".vanban")).unwrap();
    fs::write(here.join(".vanban"), "").unwrap();
    is_built(here);
    is_built(here);
}

#[test]
fn what_is_asked_for_counts_too() {
    let folder = office(false);
    let here = folder.path();
    is_built(here);
    for more in [&["--out-dir", "ra"][..], &["-o", "khac.pdf"], &["--format", "svg"]] {
        for wanted in ["đã xuất", "không đổi"] {
            let output = vanban(here, &[&BUILD, more].concat());
            ends(&output, 0);
            assert!(stderr(&output).starts_with(wanted), "{}", stderr(&output));
        }
    }
    let output = vanban(here, &BUILD[..3]);
    assert_eq!(stderr(&output), "đã xuất tb.pdf\n", "the fonts are others");
    // The same name with another text is another document.
    fs::create_dir(here.join("b")).unwrap();
    fs::write(here.join("b/tb.md"), notice("Hai.")).unwrap();
    for source in ["b/tb.md", "tb.md"] {
        let output = vanban(here, &["build", source, "--if-changed", "--out-dir", "ra"]);
        assert_eq!(stderr(&output), "đã xuất ra/tb.pdf\n", "{source}");
    }
}

#[test]
fn problems_are_never_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let doubtful = notice("1. Một.\n\n3. Ba.");
    fs::write(here.join("ngo.md"), doubtful).unwrap();
    fs::write(here.join("sai.md"), notice("Một <b>hai</b>.")).unwrap();
    fs::write(here.join("tot.md"), notice("Một.")).unwrap();
    let run = |arguments: &[&str]| {
        let output = vanban(here, &[arguments, &["--if-changed"]].concat());
        (output.status.code(), stderr(&output), String::from_utf8(output.stdout).unwrap())
    };
    for call in [&["check", "."][..], &["check", ".", "--format", "json"]] {
        let (first, second) = (run(call), run(call));
        assert_eq!((first.0, &first.2), (second.0, &second.2));
        let fresh = vanban(here, call);
        let told = [stderr(&fresh).into_bytes(), fresh.stdout.clone()].concat();
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains("cảnh báo") || told.contains("warning"), "{told}");
        if call.len() == 2 {
            let unsummed = |said: &str| said.replace(", 2 tệp không đổi", "");
            assert_eq!(unsummed(&second.1), stderr(&fresh));
        }
    }
    let (_, first, _) = run(&["build", "."]);
    let (code, second, _) = run(&["build", "."]);
    assert_eq!(code, Some(1));
    let repeated = second
        .replace("không đổi ./", "đã xuất ./")
        .replace("3 văn bản, 2 không đổi,", "3 văn bản,");
    assert_eq!(repeated, first);
    assert_eq!(second.matches("không đổi ./").count(), 2, "{second}");
    let (code, denied, _) = run(&["build", "ngo.md", "--deny-warnings"]);
    assert_eq!(code, Some(1), "{denied}");
    assert!(denied.contains("cảnh báo["), "{denied}");
    assert!(!denied.contains("đã xuất") && !denied.contains("không đổi"), "{denied}");
}

/// Whatever is changed in whatever order, what stands there is what a fresh build gives.
#[test]
fn skipping_gives_what_a_fresh_build_gives() {
    let (folder, fresh) = (office(false), office(false));
    let long = read("examples/thong-bao-2023-06.md");
    let changes: [(&str, &str); 7] = [
        ("muc.md", "Nhà văn hóa.\n"),
        ("muc.md", "Nhà văn hóa thôn Hai.\n"),
        ("vanban.yaml", "địa danh: Cao Lộc\n"),
        ("vanban.yaml", ""),
        ("tb.md", &long),
        ("b.md", &notice("Hai.")),
        ("b.md", &notice("Ba.")),
    ];
    let mut state: u64 = 7;
    for _ in 0..20 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let (name, text) = changes[usize::try_from(state >> 33).unwrap() % changes.len()];
        for place in [&folder, &fresh] {
            fs::write(place.path().join(name), text).unwrap();
        }
        let skipped = vanban(folder.path(), &["build", ".", "--if-changed"]);
        let built = vanban(fresh.path(), &["build", "."]);
        assert_eq!(skipped.status.code(), built.status.code(), "{}", stderr(&skipped));
        for name in ["tb.pdf", "b.pdf"] {
            let bytes = |place: &Path| fs::read(place.join(name)).ok();
            assert!(bytes(folder.path()) == bytes(fresh.path()), "{name}");
        }
    }
}
