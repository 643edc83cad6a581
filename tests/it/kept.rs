//! Nothing of the user's is overwritten: what a result may take the place of, and what not.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::{ends, names, stderr, vanban};
use crate::support::{notice, path};

/// A folder with the files of a day's work.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// All files below a folder with their bytes.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for name in names(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            let inner = contents(&path).into_iter();
            found.extend(inner.map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).unwrap_or_default());
        }
    }
    found
}

/// The call is refused: it ends so, says this, and changes nothing but for the files made anew.
#[track_caller]
fn refused(folder: &Path, call: &[&str], code: i32, says: &str, made: &[&str]) {
    let before = contents(folder);
    let output = vanban(folder, call);
    ends(&output, code);
    let said = stderr(&output);
    assert!(said.contains(says) && said.contains("cách sửa: "), "{call:?}: {said}");
    let mut after = contents(folder);
    for name in made {
        assert!(after.remove(*name).is_some(), "{call:?}: no {name}: {said}");
    }
    assert!(after == before, "{call:?}: {:?} became {:?}", before.keys(), after.keys());
    // In English, too, and with nothing left to build but what is told.
    let english = vanban(folder, &[call, &["--lang", "en"]].concat());
    ends(&english, code);
    assert!(stderr(&english).contains("help: "), "{}", stderr(&english));
}

/// A small picture.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 8, 8);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0; 64]).unwrap();
    drop(writer);
    bytes
}

const SVG: &[u8] =
    b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

/// A document of two pages.
fn two_pages() -> String {
    notice(&"Một câu dài vừa đủ để trang giấy có chữ.\n\n".repeat(30))
}

#[test]
fn a_result_replaces_its_like_only() {
    let one = notice("Một.");
    let folder = folder(&[("tb.md", one.as_bytes())]);
    let here = folder.path();
    let texts: [&[u8]; 6] = [
        b"a b c",
        b"---\nk: v\n---\n",
        SVG,
        b"\x89PNG\r\n\x1a\n\0",
        b"{}",
        b"\xff\xd8\xff",
    ];
    for (format, other) in
        [("pdf", &texts[..]), ("png", &texts[..3]), ("svg", &texts[..2]), ("typ", &texts)]
    {
        let name = format!("tb.{format}");
        for bytes in other {
            fs::write(here.join(&name), bytes).unwrap();
            refused(here, &["build", "tb.md", "--format", format], 1, &name, &[]);
            fs::write(here.join("khac"), bytes).unwrap();
            let named = ["build", "tb.md", "-o", "khac", "--format", format];
            refused(here, &named, 1, "khac", &[]);
        }
        // An empty file has nothing to lose; a result of an earlier run gives way.
        fs::write(here.join(&name), "").unwrap();
        for _ in 0..2 {
            ends(&vanban(here, &["build", "tb.md", "--format", format]), 0);
            assert!(fs::metadata(here.join(&name)).unwrap().len() > 1_000);
        }
    }
    for name in ["other.md", "anh.jpg", "vanban.yaml", "chu.ttf", "mau.typ.j2"] {
        fs::write(here.join(name), "của tôi").unwrap();
        let call = ["build", "tb.md", "-o", name];
        refused(here, &call, 2, "không ghi được kiểu tệp", &[]);
        fs::remove_file(here.join(name)).unwrap();
    }
    fs::write(here.join("s.json"), "{\"a\": 1}").unwrap();
    refused(here, &["schema", "-o", "s.json"], 1, "s.json đã có", &[]);
    refused(here, &["schema", "-o", "tb.md"], 1, "tb.md đã có", &[]);
    fs::remove_file(here.join("s.json")).unwrap();
    for _ in 0..2 {
        ends(&vanban(here, &["schema", "-o", "s.json"]), 0);
    }
    refused(here, &["new", "-o", "tb.md"], 3, "đã có tệp tb.md", &[]);
    ends(&vanban(here, &["templates", "eject", "công văn"]), 0);
    refused(here, &["templates", "eject", "công văn"], 1, "đã có", &[]);
}

#[test]
fn a_signed_document_is_kept() {
    let one = notice("Một.");
    let folder = folder(&[("tb.md", one.as_bytes())]);
    let here = folder.path();
    let call = ["build", "tb.md"];
    ends(&vanban(here, &call), 0);
    let built = fs::read(here.join("tb.pdf")).unwrap();
    // Programs that sign put this behind what was there, however long that is.
    let signature = b"\n7 0 obj <</Type /Sig /ByteRange [0 10 20 30]>> endobj\n%%EOF\n";
    for before in [built.clone(), [&built[..], &vec![b'\n'; 3_000_000]].concat()] {
        let signed = [&before[..], signature].concat();
        fs::write(here.join("tb.pdf"), &signed).unwrap();
        refused(here, &call, 1, "tb.pdf đã có chữ ký số", &[]);
    }
    ends(&vanban(here, &["build", "tb.md", "-o", "moi.pdf"]), 0);
}

#[test]
fn no_result_takes_the_place_of_a_source() {
    let one = notice("Một.");
    let text = one.as_bytes();
    let folder =
        folder(&[("a.md", text), ("b.typ", text), ("c.pdf", text), ("c.md", text)]);
    let here = folder.path();
    let says = "trùng với tệp vào b.typ";
    refused(here, &["build", "a.md", "b.typ", "--format", "typ"], 2, says, &["a.typ"]);
    // A source that is called like a PDF and holds a text.
    refused(here, &["build", "c.md", "c.pdf"], 2, "trùng với tệp vào c.pdf", &[]);
    // Everything in the folder, the result of last month as well.
    fs::remove_file(here.join("c.pdf")).unwrap();
    ends(&vanban(here, &["build", "c.md"]), 0);
    let output = vanban(here, &["build", "c.md", "c.pdf"]);
    ends(&output, 2);
    assert!(stderr(&output).contains("đây là tệp PDF"), "{}", stderr(&output));
}

#[test]
fn no_result_takes_the_place_of_what_documents_draw_on() {
    let one = notice("Một.");
    let drawn = notice("Một.\n\n![sơ đồ](anh/so-do.png)\n\n![ảnh](b-1.svg)");
    let (two, picture) = (two_pages(), picture());
    let folder = folder(&[
        ("tb.md", drawn.as_bytes()),
        ("anh/So-do.md", one.as_bytes()),
        ("anh/so-do.png", &picture),
        ("b.md", two.as_bytes()),
        ("b-1.svg", SVG),
    ]);
    let here = folder.path();
    // In whichever order: the picture of a document that comes later is kept as well.
    for order in [["anh/So-do.md", "tb.md"], ["tb.md", "anh/So-do.md"]] {
        let call = [&["build", "--format", "png"], &order[..]].concat();
        refused(here, &call, 1, "cần đến tệp", &["tb.png"]);
        fs::remove_file(here.join("tb.png")).unwrap();
    }
    let call = ["build", "tb.md", "--format", "png", "-o", "anh/so-do.png"];
    refused(here, &call, 1, "cần đến tệp", &[]);
    // A page of a document is a result, too.
    let call = ["build", "b.md", "tb.md", "--format", "svg"];
    refused(here, &call, 1, "không ghi ra b-1.svg", &["tb.svg"]);
    // Where no document of the run needs it, the picture is as good as an earlier result.
    ends(&vanban(here, &["build", "b.md", "--format", "svg"]), 0);
}

#[test]
fn defaults_and_templates_are_kept_under_any_name() {
    let defaults = "# mặc định\n#của cơ quan\nđịa danh: Lục Bình\n";
    let one = notice("Một.").replace("địa danh: Lục Bình\n", "");
    let task = fs::read(path("templates/layout/shared.typ"))
        .or_else(|_| fs::read(path("templates/layout/words.typ")))
        .unwrap();
    let folder = folder(&[
        ("tb.md", one.as_bytes()),
        ("vanban.yaml", defaults.as_bytes()),
        ("mẫu/layout/words.typ", &task),
    ]);
    let here = folder.path();
    let call = ["build", "tb.md", "-o", "mẫu/layout/words.typ"];
    refused(here, &call, 1, "văn bản cần đến tệp mẫu/layout/words.typ", &[]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("vanban.yaml", here.join("ra.typ")).unwrap();
        let call = ["build", "tb.md", "-o", "ra.typ"];
        refused(here, &call, 1, "văn bản cần đến tệp vanban.yaml", &[]);
    }
}

#[test]
fn results_of_one_name_are_refused_and_the_others_built() {
    let one = notice("Một.");
    let text = one.as_bytes();
    let folder = folder(&[
        ("a/tb.md", text),
        ("b/TB.md", text),
        ("c/ảnh.md", text),
        ("d/a\u{309}nh.md", text),
        ("e/xa.md", text),
        ("e/xa.yaml", b"trich_yeu: a\n"),
        ("f/tot.md", text),
    ]);
    let here = folder.path();
    let call = ["build", "--out-dir", "ra", "a", "b", "c", "d", "e", "f"];
    refused(here, &call, 2, "không xuất b/TB.md: a/tb.md cũng ghi ra", &["ra/tot.pdf"]);
    let said = stderr(&vanban(here, &call));
    assert_eq!(said.matches("lỗi: không xuất ").count(), 6, "{said}");
    // The way out.
    ends(&vanban(here, &["build", "b/TB.md", "-o", "ra/TB-b.pdf"]), 0);
}

#[test]
fn pages_take_no_other_documents_name() {
    let (one, two) = (notice("Một."), two_pages());
    let folder = folder(&[
        ("b.md", two.as_bytes()),
        ("b-1.md", one.as_bytes()),
        ("x/c-1.md", one.as_bytes()),
        ("y/c.md", two.as_bytes()),
        ("x/d-9.md", one.as_bytes()),
        ("y/d.md", two.as_bytes()),
    ]);
    let here = folder.path();
    let says = "đã có văn bản b-1.md";
    for order in [["b.md", "b-1.md"], ["b-1.md", "b.md"]] {
        let call = [&["build", "--format", "png"], &order[..]].concat();
        refused(here, &call, 2, says, &["b-1.png"]);
        fs::remove_file(here.join("b-1.png")).unwrap();
        refused(here, &["build", "--format", "png", "b.md"], 2, says, &[]);
    }
    let call = ["build", "--format", "svg", "--out-dir", "ra", "x", "y"];
    let made = ["ra/c-1.svg", "ra/d-1.svg", "ra/d-2.svg", "ra/d-9.svg"];
    refused(here, &call, 2, "không xuất y/c.md: x/c-1.md cũng ghi ra", &made);
    ends(&vanban(here, &["build", "b.md", "-o", "c.png"]), 0);
    assert!(here.join("c-2.png").exists());
    // A page may have the name of its own source.
    fs::rename(here.join("b.md"), here.join("e-1.md")).unwrap();
    ends(&vanban(here, &["build", "./e-1.md", "-o", "e.png"]), 0);
}

#[cfg(unix)]
#[test]
fn a_link_as_output_stays_and_leads_to_the_result() {
    use std::os::unix::fs::symlink;
    let one = notice("Một.");
    let folder = folder(&[("tb.md", one.as_bytes()), ("kho/cu.pdf", b"%PDF-1.7 c")]);
    let here = folder.path();
    let link = |to: &str, name: &str| symlink(to, here.join(name)).unwrap();
    link("kho/cu.pdf", "tb.pdf");
    link("kho/moi.pdf", "1.pdf");
    link("1.pdf", "2.pdf");
    link("khong-co/a.pdf", "3.pdf");
    link("5.pdf", "4.pdf");
    link("4.pdf", "5.pdf");
    link("tb.md", "6.pdf");
    link("new.md", "7.md");
    for (output, end) in [("tb.pdf", "kho/cu.pdf"), ("2.pdf", "kho/moi.pdf")] {
        ends(&vanban(here, &["build", "tb.md", "-o", output]), 0);
        assert!(fs::read(here.join(end)).unwrap().len() > 1_000, "{end}");
        assert!(fs::symlink_metadata(here.join(output)).unwrap().is_symlink());
    }
    assert_eq!(names(&here.join("kho")), ["cu.pdf", "moi.pdf"]);
    for (output, code, says) in [
        ("3.pdf", 3, "không tìm thấy"),
        ("4.pdf", 3, "liên kết trỏ vòng quanh"),
        ("6.pdf", 2, "trùng với tệp vào tb.md"),
    ] {
        let before = contents(here);
        let output = vanban(here, &["build", "tb.md", "-o", output]);
        ends(&output, code);
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
        assert!(contents(here) == before, "{output:?}");
    }
    ends(&vanban(here, &["new", "-o", "7.md"]), 0);
    assert!(fs::symlink_metadata(here.join("7.md")).unwrap().is_symlink());
    assert!(fs::read(here.join("new.md")).unwrap().starts_with(b"---"));
}

/// A hard link is another name of the same bytes: the result takes the name, and the other name
/// keeps the bytes.
#[test]
fn a_hard_link_keeps_the_bytes_of_its_other_name() {
    let one = notice("Một.\n\n![a](anh.png)");
    let picture = picture();
    let folder = folder(&[("tb.md", one.as_bytes()), ("anh.png", &picture)]);
    let here = folder.path();
    fs::hard_link(here.join("tb.md"), here.join("tb.pdf")).unwrap();
    refused(here, &["build", "tb.md"], 1, "không phải là tệp PDF", &[]);
    fs::hard_link(here.join("anh.png"), here.join("tb.png")).unwrap();
    ends(&vanban(here, &["build", "tb.md", "-o", "tb.png"]), 0);
    assert!(fs::read(here.join("anh.png")).unwrap() == picture);
    assert!(fs::read(here.join("tb.png")).unwrap() != picture);
}
