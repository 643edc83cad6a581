//! With another font of the same metrics no line moves.

use std::fs;
use std::path::PathBuf;

use crate::cli::{ends, stderr, vanban};
use crate::support::{path, read};
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::geometry::Line;
use vanban::rooms::typeset::{Engine, NoFiles};
use vanban::{Input, typeset};

/// Where a font with the metrics of Times New Roman lies, e.g.
/// `VANBAN_FONTS=/usr/share/fonts/truetype/liberation`.
fn fonts() -> PathBuf {
    PathBuf::from(std::env::var_os("VANBAN_FONTS").expect("the folder is named"))
}

fn lines(text: &str, fonts: Option<&Engine>) -> Vec<Line> {
    let document = ("a.md", text.as_bytes().to_vec());
    let templates = Templates::built_in();
    let input = Input {
        document,
        defaults: None,
        files: &NoFiles,
        templates,
        template: None,
        fonts,
        for_issue: false,
        row: None,
        alone: false,
    };
    typeset(&input).output.unwrap().lines()
}

#[test]
#[ignore = "needs a folder with Times New Roman or Liberation Serif in VANBAN_FONTS"]
fn no_line_moves_with_another_font_of_the_same_metrics() {
    let files = fs::read_dir(fonts()).unwrap().map(|e| e.unwrap().path());
    let ttf = files.filter(|path| path.extension().is_some_and(|e| e == "ttf"));
    let engine = Engine::with_fonts(ttf.map(|path| fs::read(path).unwrap()).collect());
    assert_ne!(engine.families()[0], "Tinos");
    let (mut compared, mut letters) = (0, [0, 0]);
    for example in fs::read_dir(path("examples")).unwrap() {
        let example = example.unwrap().path();
        if example.extension().is_none_or(|e| e != "md") {
            continue;
        }
        let text = fs::read_to_string(&example).unwrap();
        let (own, other) = (lines(&text, None), lines(&text, Some(&engine)));
        assert_eq!(own.len(), other.len(), "{}", example.display());
        for (own, other) in own.iter().zip(&other) {
            assert_eq!(own.text, other.text);
            assert_eq!(own.page, other.page);
            // Liberation Serif lacks some letters of Vietnamese; those come from Tinos.
            for run in &other.runs {
                let own = usize::from(run.family == "Tinos");
                letters[own] += run.text.chars().count();
            }
            for (a, b) in [
                (own.x_mm, other.x_mm),
                (own.baseline_mm, other.baseline_mm),
                (own.width_mm, other.width_mm),
            ] {
                assert!((a - b).abs() < 0.05, "{}: {a} and {b}", own.text);
            }
            compared += 1;
        }
    }
    assert!(compared > 200 && letters[0] > 4 * letters[1], "{compared}, {letters:?}");
}

#[test]
fn a_folder_of_fonts_is_looked_into() {
    let folder = tempfile::tempdir().unwrap();
    let text = read("examples/thong-bao-dang-uy-2026-06.md");
    fs::write(folder.path().join("tb.md"), text).unwrap();
    let none = vanban(folder.path(), &["build", "tb.md", "--font-path", "."]);
    ends(&none, 3);
    assert!(stderr(&none).contains("không có phông chữ Times New Roman"));
    ends(&vanban(folder.path(), &["check", "tb.md", "--font-path", "không có"]), 3);
    let own = path("fonts");
    let own = own.to_str().unwrap();
    ends(&vanban(folder.path(), &["build", "tb.md", "--font-path", own]), 0);
    ends(&vanban(folder.path(), &["check", "tb.md", "--font-path", own]), 0);
}
