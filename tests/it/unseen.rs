//! Characters that are not seen: each is told at its line, none reaches the page or costs time,
//! and `--fix` gives back the document without them, byte by byte.

use std::fs;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use vanban::{Format, Input, compile};

use crate::cli::vanban;
use crate::support::{FRONT, notice, pages, printed_words, problems, read};

/// Every character with the property `Bidi_Control`.
const CONTROLS: [char; 12] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}',
    '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// Characters of every sort that is not seen and turns nothing.
const OTHERS: [char; 14] = [
    '\u{ad}',
    '\u{34f}',
    '\u{115f}',
    '\u{180e}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{2060}',
    '\u{2064}',
    '\u{3164}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{fff9}',
    '\u{e0001}',
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
        marks in prop::collection::vec((any::<Index>(), select([&CONTROLS[..], &OTHERS[..]].concat())), 1..6),
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
        let before = vanban(folder.path(), &["check", "a.md", "--format", "json"]);
        let turns = marked.contains(CONTROLS);
        prop_assert!(!turns || before.status.code() == Some(1));
        let said = String::from_utf8_lossy(&before.stdout).into_owned();
        prop_assert!(turns == said.contains("bidi-control"));
        prop_assert!(marked.contains(OTHERS) == said.contains("unseen-character"));
        vanban(folder.path(), &["check", "--fix", "a.md"]);
        prop_assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
}

#[test]
fn words_are_printed_as_if_there_were_none() {
    let body = "Các thôn nộp báo cáo **trước ngày** 05/6/2026, theo mẫu 12/UBND-VP.";
    let plain = printed_words(&pages(&notice(body)));
    for character in OTHERS {
        let several = character.to_string().repeat(100);
        let inside: String = body
            .chars()
            .flat_map(|c| [Some(c), c.is_alphabetic().then_some(character)])
            .flatten()
            .collect();
        for marked in [
            inside,
            body.replace(' ', &format!(" {several}")),
            format!("{several}{body}"),
        ] {
            let text = notice(&marked);
            assert_eq!(printed_words(&pages(&text)), plain, "{character:?}");
            let line = FRONT.lines().count() + 1;
            // The citation is no whole one, with them and without.
            let own = |told: &String| !told.contains(" citation-incomplete ");
            let told: Vec<String> = problems(&text).into_iter().filter(own).collect();
            let wanted = format!("{line}:");
            assert!(told.len() == 1 && told[0].starts_with(&wanted), "{told:?}");
            assert!(told[0].contains("unseen-character"), "{told:?}");
        }
    }
}

#[test]
fn a_field_means_the_same_with_them() {
    let plain = printed_words(&pages(&notice("Thân bài.")));
    for character in OTHERS {
        let marked: String = FRONT
            .chars()
            .flat_map(|c| [Some(c), c.is_alphabetic().then_some(character)])
            .flatten()
            .collect();
        assert_eq!(
            printed_words(&pages(&format!("{marked}Thân bài.\n"))),
            plain,
            "{character:?}"
        );
    }
}

#[test]
fn a_message_points_at_the_word_that_has_them() {
    for character in OTHERS.into_iter().chain(['\u{e003}', '\u{f8ff}']) {
        let word = format!("{}{character}{}", "a".repeat(70), "a".repeat(70));
        let text = notice(&format!("Thân bài.\n\nThôn {word} b.\n\nHết."));
        let line = FRONT.lines().count() + 3;
        let told = problems(&text);
        assert!(
            told.iter().all(|told| told.starts_with(&format!("{line}:"))),
            "{told:?}"
        );
        assert!(
            told.iter()
                .any(|told| told.contains("outside-margins")
                    || told.contains("glyph-missing")),
            "{told:?}"
        );
    }
}

#[test]
fn thousands_of_any_sort_are_one_note() {
    for character in OTHERS {
        for piece in
            [format!("{character} a"), character.to_string(), format!("{character}a")]
        {
            let told = problems(&notice(&format!("Thôn {}.", piece.repeat(4_000))));
            let notes = told.iter().filter(|told| told.contains("unseen-character"));
            assert_eq!(notes.count(), 1, "{character:?} {told:?}");
        }
    }
}
