//! Tests of the room, with Typst written by hand.

use typst::foundations::Value;

use super::*;
use crate::source_map::Segment;

fn pages(typst: &str) -> Pages {
    let mut sources = Sources::default();
    let map = SourceMap::new(Vec::<Segment>::new());
    let typst = format!("#set text(font: \"Tinos\", fallback: false)\n{typst}");
    let (pages, found) = layout(Engine::shared(), typst, map, &NoFiles, &mut sources);
    assert!(found.is_empty(), "{found:?}");
    pages.unwrap()
}

#[track_caller]
fn near(left: f64, right: f64) {
    assert!((left - right).abs() < 0.01, "{left} is not {right}");
}

#[test]
fn texts_are_found_where_they_stand() {
    let pages = pages(
        "#set page(width: 100mm, height: 80mm, margin: 0mm)
         #place(dx: 10mm, dy: 20mm, text(12pt, top-edge: \"baseline\")[một #strong[hai]])
         #place(dx: 5mm, scale(200%, origin: top + left, text(8pt, top-edge: \"baseline\",
           emph[ba])))
         #pagebreak() bốn",
    );
    let texts = pages.texts();
    let found: Vec<_> =
        texts.iter().map(|t| (t.page, &*t.text, t.bold, t.italic)).collect();
    let expected = [
        (1, "một ", false, false),
        (1, "hai", true, false),
        (1, "ba", false, true),
        (2, "bốn", false, false),
    ];
    assert_eq!(found, expected);
    near(texts[0].x_mm, 10.0);
    near(texts[0].baseline_mm, 20.0);
    let blank = 0.25 * 12.0 * 25.4 / 72.0; // at the end of a run, not of its width
    near(texts[0].end_mm() + blank, texts[1].x_mm);
    near(texts[0].size_pt, 12.0);
    near(texts[2].x_mm, 5.0);
    assert_eq!(texts[0].family, "Tinos");
    assert_eq!(pages.count(), 2);
}

#[test]
fn runs_on_one_baseline_are_a_line_unless_far_apart() {
    let pages = pages(
        "#set page(width: 100mm, height: 80mm, margin: 0mm)
         #place(dx: 60mm, dy: 20mm)[phải]
         #place(dy: 20mm)[trái *đậm*#h(1em)sau]
         #place(dy: 10mm)[trên]",
    );
    let lines: Vec<String> = pages.lines().into_iter().map(|line| line.text).collect();
    assert_eq!(lines, ["trên", "trái đậm sau", "phải"]);
}

#[test]
fn rules_are_lines_and_thin_boxes() {
    let pages = pages(
        "#set page(width: 100mm, height: 80mm, margin: 0mm)
         #place(dx: 10mm, dy: 5mm, line(length: 30mm, stroke: 0.5pt))
         #place(dx: 10mm, dy: 9mm, rect(width: 20mm, height: 1pt, fill: black))
         #place(dx: 10mm, dy: 9mm, rect(width: 20mm, height: 10mm))",
    );
    let rules = pages.rules();
    assert_eq!(rules.len(), 2);
    near(rules[0].x1 - rules[0].x0, 30.0);
    near(rules[0].y0, 5.0);
    near(rules[0].thickness_pt, 0.5);
    near(rules[1].thickness_pt, 1.0);
}

#[test]
fn pages_become_pictures() {
    let pages = pages("#set page(width: 72pt, height: 36pt, margin: 0mm)\na");
    let png = pages.png(144.0);
    assert_eq!(png.len(), 1);
    let size = |at: usize| u32::from_be_bytes(png[0][at..at + 4].try_into().unwrap());
    assert_eq!((size(16), size(20)), (144, 72));
    assert!(pages.svg()[0].starts_with("<svg"));
}

#[test]
fn standards_have_names() {
    assert!(Standards::named(&["a-2a", "ua-1"]).is_ok());
    assert!(Standards::named(&[]).is_ok());
    assert_eq!(Standards::named(&["a-2a", "b-9"]).unwrap_err(), ["b-9"]);
    assert_eq!(Standards::named(&["a-2a", "a-3b"]).unwrap_err(), ["a-2a", "a-3b"]);
}

#[test]
fn a_pdf_without_a_date_breaks_the_standard() {
    let pages = pages("#set document(title: \"a\")\na");
    let mut sources = Sources::default();
    let (bytes, found) = pages.pdf(&Standards::default(), &mut sources);
    assert!(bytes.is_none());
    let rules: Vec<_> = found.iter().map(|d| d.rule().id).collect();
    assert!(rules.contains(&"typeset-template"), "{found:?}");
    let (bytes, _) = pages.pdf(&Standards::named(&[]).unwrap(), &mut sources);
    assert!(bytes.unwrap().starts_with(b"%PDF-1.7"));
}

#[test]
fn fonts_that_are_given_come_first() {
    assert_eq!(Engine::shared().families(), ["Tinos"]);
    let font = include_bytes!("../../fonts/Tinos-Regular.ttf").to_vec();
    let engine = Engine::with_fonts(vec![font, b"no font".to_vec()]);
    assert_eq!(engine.fonts.len(), 5);
    assert_eq!(engine.families(), ["Tinos"]);
}

#[test]
fn the_version_of_the_fonts_is_the_one_they_say() {
    let (family, version) = FONTS.split_once(' ').unwrap();
    let said: Vec<u8> =
        format!("Version {version}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    for font in &Engine::shared().fonts {
        assert_eq!(font.info().family.as_str(), family);
        let data = font.data().as_slice();
        let at = data.windows(said.len()).position(|part| part == said).unwrap();
        let next = data[at + said.len() + 1];
        assert!(next != b'.' && !next.is_ascii_digit(), "{}", char::from(next));
    }
}

#[test]
fn typst_alone_stops_at_what_the_program_tells() {
    let library = [
        include_str!("../../templates/layout/house.typ"),
        include_str!("../../templates/layout/text.typ"),
        include_str!("../../templates/layout/room.typ"),
        "#refusal(\"word-too-wide\", words: \"abc\")",
    ];
    let typst = library.join("\n");
    let generated = Generated::whole(typst);
    let compile = |library| {
        let Engine { book, fonts, .. } = Engine::with_fonts(Vec::new());
        let engine = Engine { library, book, fonts };
        let library = std::borrow::Cow::Borrowed(&engine.library);
        let world = Sandbox::new(&engine, library, &generated, &NoFiles);
        typst::compile::<PagedDocument>(&world).output
    };
    let told =
        compile(engine::library([(layout_errors::INPUT, Value::Bool(true))])).unwrap();
    let map = SourceMap::new(Vec::<Segment>::new());
    let told = layout_errors::read(&told, &generated, &map);
    assert!(matches!(told[0].1, layout_errors::ErrorOrigin::Generated(_)), "{told:?}");
    let stopped = compile(engine::library([])).unwrap_err();
    assert!(stopped[0].message.contains("word-too-wide): abc"), "{stopped:?}");
}

/// Typst gives such characters no glyph: none of them may come to it from a text.
#[test]
fn what_typst_does_not_show_is_unseen() {
    let ignored = ('\0'..=char::MAX).filter(|c| typst::text::is_default_ignorable(*c));
    let seen: Vec<char> = ignored.filter(|c| !crate::source::is_unseen(*c)).collect();
    assert!(seen.is_empty(), "{seen:?}");
}
