//! Characters that no font can show: Typst prints a box for them and says nothing.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst::text::{TextItem, is_default_ignorable};
use typst_layout::PagedDocument;
use unicode_normalization::char::decompose_canonical;

use super::engine::Engine;
use super::problems::MOST_PLACES;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::check_box;
use crate::source::Sources;
use crate::source_map::SourceMap;

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&GLYPH_MISSING];

/// Every character that a box stands for.
pub(super) fn missing(document: &PagedDocument) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    for page in document.pages() {
        walk(&page.frame, &mut missing);
    }
    missing
}

/// Every character of the user's texts that no font has, where it was written.
pub(super) fn unprintable(
    engine: &Engine,
    map: &SourceMap,
    sources: &Sources,
) -> Diagnostics {
    let segments = map.segments().iter();
    let places: BTreeSet<_> =
        segments.flat_map(|s| s.places(|c| !prints(engine, c), sources)).collect();
    let problem = |(span, character)| (glyph_missing(character), span);
    places.into_iter().take(MOST_PLACES).map(problem).collect()
}

/// Whether some font shows a character, whole or in parts, or nothing needs to be shown.
pub(super) fn prints(engine: &Engine, c: char) -> bool {
    let has = |c: char| {
        engine.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    };
    let shows_nothing = c.is_whitespace() || c.is_control() || is_default_ignorable(c);
    let mut parts = true;
    decompose_canonical(c, |part| parts &= has(part));
    c.is_ascii()
        || shows_nothing
        || parts
        || has(c)
        || c == NO_BREAK_HYPHEN
        || check_box::ALL.contains(&c)
}

/// Shown as a hyphen by every font.
const NO_BREAK_HYPHEN: char = '\u{2011}';

fn walk(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, missing),
            FrameItem::Text(text) => boxes(text, missing),
            _ => {}
        }
    }
}

/// The characters of a text that a box stands for, and those that print nothing sensible
/// with any font.
fn boxes(text: &TextItem, missing: &mut BTreeSet<char>) {
    for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
        // The glyphs of one cluster stand for all its characters; some of them have glyphs.
        let lacks = |c: &char| {
            !is_default_ignorable(*c)
                && text.font.ttf().glyph_index(*c).is_none_or(|id| id.0 == 0)
        };
        missing.extend(text.text[glyph.range()].chars().filter(lacks));
    }
    missing.extend(text.text.chars().filter(|c| means_nothing(*c)));
}

/// Whether a character is a control character or private to one font: no archive takes them
/// (PDF/A-2, 6.2.11.7).
fn means_nothing(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// A character that no font has.
pub(crate) static GLYPH_MISSING: Rule = Rule {
    id: "glyph-missing",
    family: Family::Page,
    explanation: Bilingual {
        vi: "Ký tự mà phông chữ không có sẽ in ra ô vuông.",
        en: "A character that the font does not have would print as a box.",
    },
    wrong: Example::body("Các thôn báo cáo 漢."),
    right: Example::body("Các thôn báo cáo tiến độ."),
    ..Rule::ERROR
};

pub(crate) fn glyph_missing(character: char) -> Problem {
    let code = u32::from(character);
    GLYPH_MISSING.problem(
        both!(
            "phông chữ không có ký tự `{character}` (mã U+{code:04X})",
            "the font has no character `{character}` (U+{code:04X})"
        ),
        both!("không in được ký tự này", "cannot be printed"),
        both!(
            "xóa ký tự này, hoặc thay bằng chữ",
            "remove the character, or replace it by words"
        ),
    )
}
