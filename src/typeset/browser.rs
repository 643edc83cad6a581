//! Pages for a browser that shows a text while it is written: only those are drawn that look
//! other than before.

use std::hash::{Hash, Hasher};

use typst::layout::{Frame, FrameItem};
use typst_layout::Page;
use typst_svg::SvgOptions;

use super::Pages;
use super::merged_glyphs::merged;

impl Pages {
    /// Every page as an SVG that a browser draws fast. Its looks are those of [`Pages::svg`], to a
    /// thousandth of a point.
    #[must_use]
    pub fn svg_for_browser(&self) -> Vec<String> {
        self.document.pages().iter().map(|page| drawn(Seen(page))).collect()
    }
}

/// A page by its looks. What comes from where in the text and what the parts are called differs in
/// all pages behind a letter that was typed.
struct Seen<'p>(&'p Page);

/// Draws a page, or gives what was drawn of one that looks the same.
#[comemo::memoize]
fn drawn(page: Seen<'_>) -> String {
    merged(&typst_svg::svg(page.0, &SvgOptions::default()))
}

impl Hash for Seen<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Page { frame, bleed, fill, .. } = self.0;
        (bleed, fill).hash(state);
        hash(frame, state);
    }
}

/// Adds what is seen of a frame.
fn hash(frame: &Frame, state: &mut impl Hasher) {
    frame.size().hash(state);
    for (place, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                (0u8, place, group.transform, &group.clip).hash(state);
                hash(&group.frame, state);
                // So that no letter of the group is taken for one behind it.
                u8::MAX.hash(state);
            }
            FrameItem::Text(text) => {
                (1u8, place, &text.font, text.size, &text.fill, &text.stroke).hash(state);
                for glyph in &text.glyphs {
                    let advance = (glyph.x_advance, glyph.y_advance);
                    (glyph.id, advance, glyph.x_offset, glyph.y_offset).hash(state);
                }
            }
            FrameItem::Shape(shape, _) => (2u8, place, shape).hash(state),
            FrameItem::Image(image, size, _) => (3u8, place, image, size).hash(state),
            FrameItem::Link(to, size) => (4u8, place, to, size).hash(state),
            FrameItem::Tag(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use typst::utils::hash128;

    use super::super::engine::Engine;
    use super::super::{NoFiles, layout};
    use super::*;
    use crate::source::Sources;
    use crate::source_map::{Segment, SourceMap};

    fn pages(typst: &str) -> Pages {
        let mut sources = Sources::default();
        let map = SourceMap::new(Vec::<Segment>::new());
        let typst = format!(
            "#set text(font: \"Tinos\", fallback: false)\n#set page(width: 90mm, height: 50mm)\n{typst}"
        );
        let (pages, found) = layout(Engine::shared(), typst, map, &NoFiles, &mut sources);
        assert!(found.is_empty(), "{found:?}");
        pages.unwrap()
    }

    /// What is seen of each page.
    fn seen(typst: &str) -> Vec<u128> {
        pages(typst).document.pages().iter().map(|page| hash128(&Seen(page))).collect()
    }

    const SECOND: &str =
        "#pagebreak() = Hai <b> \n #link(\"https://a.vn\")[ba] #box(clip: true)[*bốn*]";

    #[test]
    fn a_page_behind_others_looks_as_before() {
        let numbered = "#set heading(numbering: \"1.\")\n";
        let first = seen(&format!("{numbered}Một {SECOND}"));
        let longer = seen(&format!("{numbered}Một *hai* \n\n ba #h(1em) {SECOND}"));
        assert_eq!(first.len(), 2);
        assert_ne!(first[0], longer[0]);
        assert_eq!(first[1], longer[1]);
    }

    #[test]
    fn whatever_looks_other_is_another_page() {
        let all = [
            "một",
            "mọt",
            "một ",
            "*một*",
            "một hai",
            "#h(1pt)một",
            "#text(red)[một]",
            "#text(11.5pt)[một]",
            "#text(stroke: 1pt)[một]",
            "#rotate(1deg)[một]",
            "#box(clip: true)[một]",
            "một#rect()",
            "một#circle()",
            "#set page(fill: red)\nmột",
            "#set page(height: 51mm)\nmột",
        ];
        let mut pages: Vec<u128> = all.iter().flat_map(|typst| seen(typst)).collect();
        pages.sort_unstable();
        pages.dedup();
        // A blank at the end of a line is not seen.
        assert_eq!(pages.len(), all.len() - 1);
    }

    #[test]
    fn each_letter_stands_where_it_stood() {
        let pages = pages(
            "Một *hai* #text(red)[ba] #rotate(90deg)[bốn] #underline[năm]
             #pagebreak() #text(20pt)[sáu / 7]",
        );
        let (all, fast) = (pages.svg(), pages.svg_for_browser());
        assert_eq!(all.len(), fast.len());
        for (all, fast) in all.iter().zip(fast) {
            let number = |text: &str| text.parse::<f64>().unwrap();
            let place = |part: &str| {
                let mut words =
                    part.split(['"', ' ', 'm']).filter(|word| !word.is_empty());
                (number(words.next().unwrap()), number(words.next().unwrap()))
            };
            let uses = all.split("<use ").skip(1).map(|part| {
                let mut values = part.split('"').skip(1).step_by(2).skip(1);
                (number(values.next().unwrap()), number(values.next().unwrap()))
            });
            let uses: Vec<(f64, f64)> = uses.collect();
            let runs = fast.split("d=\"M").skip(1).map(|path| path.split('"').next());
            // What begins by `M 0 0` is a shape of Typst's own.
            let runs = runs.flatten().filter(|path| !path.starts_with(' '));
            let places: Vec<(f64, f64)> =
                runs.flat_map(|path| path.split('M').map(place)).collect();
            assert!(uses.len() > 4 && !fast.contains("<use"), "{fast}");
            assert_eq!(uses.len(), places.len());
            for (one, other) in uses.into_iter().zip(places) {
                assert!(
                    (one.0 - other.0).abs() < 0.002 && (one.1 - other.1).abs() < 0.002
                );
            }
        }
    }
}
