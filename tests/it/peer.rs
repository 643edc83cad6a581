//! The emitted Typst, compiled by another Typst of the same version, gives the same pages.
//! Needs a Python with the package `typst` 0.15: its path in `VANBAN_PEER_PYTHON`.

use std::fs;
use std::process::Command;

use crate::support::{built, path, read};
use vanban::Format;

/// The pixels of a PNG.
fn pixels(file: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels
}

#[test]
#[ignore = "needs a Python with the package typst in VANBAN_PEER_PYTHON"]
fn another_typst_makes_the_same_pages() {
    let python = std::env::var_os("VANBAN_PEER_PYTHON").expect("it is set");
    let folder = tempfile::tempdir().unwrap();
    for name in ["thong-bao-2023-06", "thong-bao-2023-06-du-lieu"] {
        let text = read(&format!("examples/{name}.md"));
        let source = folder.path().join("a.typ");
        fs::write(&source, &built(&text, Format::Typst)[0]).unwrap();
        let status = Command::new(&python)
            .arg(path("tests/it/peer.py"))
            .arg(&source)
            .arg(path("fonts"))
            .arg(folder.path().join("p{p}.png"))
            .status()
            .unwrap();
        assert!(status.success());
        let ours = built(&text, Format::Png);
        for (index, page) in ours.iter().enumerate() {
            let theirs =
                fs::read(folder.path().join(format!("p{}.png", index + 1))).unwrap();
            assert!(pixels(page) == pixels(&theirs), "{name}: page {}", index + 1);
        }
        let extra = folder.path().join(format!("p{}.png", ours.len() + 1));
        assert!(!extra.exists(), "{name}");
        for entry in fs::read_dir(folder.path()).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
    }
}
