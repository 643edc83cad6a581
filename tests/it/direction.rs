//! Characters that turn the direction of writing: each is told at its line, and `--fix` gives
//! back the document without them, byte by byte.

use std::fs;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use vanban::{Format, Input, compile};

use crate::cli::vanban;
use crate::support::{problems, read};

/// Every character with the property `Bidi_Control`.
const CONTROLS: [char; 12] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}',
    '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

#[test]
fn the_first_of_each_line_is_told() {
    let text = read("examples/thong-bao-2023-06.md");
    let place = text.find("địa danh: ").unwrap() + "địa danh: ".len();
    let (before, after) = text.split_at(place);
    let marked = format!("{before}\u{202e}\u{2066}{after}");
    let line = before.lines().count();
    let wanted = format!("{line}:11 bidi-control `\u{202e}`");
    assert!(problems(&marked).contains(&wanted), "{:?}", problems(&marked));
}

#[test]
fn thousands_of_them_never_reach_the_page() {
    let front = "---\nthể thức: đảng\ncơ quan ban hành: Ban\nsố: 12\nký hiệu: TB/BCĐ\n\
                 địa danh: Lục Bình\nngày ký: 05/6/2023\ntrích yếu: kết luận\n\
                 nơi nhận: [A, B]\nký: {chức vụ: Bí thư, họ tên: C}\n---\n\n";
    for piece in ["\u{200e} a", "\u{2067} a", "\u{202e}"] {
        let text = format!("{front}{}\n", piece.repeat(8_000));
        let outcome = compile(&Input::new("a.md", text), Format::Pdf);
        assert!(outcome.output.is_none());
        let rules = outcome.report.diagnostics.iter().map(|d| d.rule().id);
        assert!(rules.into_iter().any(|rule| rule == "bidi-control"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn fixed_documents_are_the_documents_before(
        marks in prop::collection::vec((any::<Index>(), select(&CONTROLS[..])), 1..6),
    ) {
        let text = read("examples/thong-bao-ubnd-2026-06.md");
        let mut marked = text.clone();
        for (place, control) in marks {
            let at = marked.floor_char_boundary(place.index(marked.len()));
            marked.insert(at.max(4), control);
        }
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, &marked).unwrap();
        let before = vanban(folder.path(), &["check", "a.md"]);
        prop_assert_eq!(before.status.code(), Some(1));
        vanban(folder.path(), &["check", "--fix", "a.md"]);
        prop_assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
}
