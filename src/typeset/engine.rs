//! What every document shares: Typst's library and the fonts. Built once, used by all threads.

use std::sync::LazyLock;

use typst::foundations::{Bytes, Dict, IntoValue, Value};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

use super::layout_errors;

/// Tinos (SIL Open Font License 1.1): the metrics of Times New Roman, all of Vietnamese.
const TINOS: [&[u8]; 4] = [
    include_bytes!("../../fonts/Tinos-Regular.ttf"),
    include_bytes!("../../fonts/Tinos-Bold.ttf"),
    include_bytes!("../../fonts/Tinos-Italic.ttf"),
    include_bytes!("../../fonts/Tinos-BoldItalic.ttf"),
];

/// The name and the version of the fonts that are built in.
pub const FONTS: &str = "Tinos 1.33";

/// Typst's version, as `0.15.1`.
#[must_use]
pub fn typst_version() -> &'static str {
    typst::utils::version().raw()
}

/// The families a document is set in, the first choice first: Times New Roman (HD 05-HD/VPTW,
/// IV.1; NĐ 30/2020/NĐ-CP, Phụ lục I, I.4) and the two that have its metrics.
const FAMILIES: [&str; 3] = ["Times New Roman", "Liberation Serif", "Tinos"];

static SHARED: LazyLock<Engine> = LazyLock::new(|| Engine::with_fonts(Vec::new()));

/// Typst's library with some inputs set.
pub(super) fn library<'a>(
    inputs: impl IntoIterator<Item = (&'a str, Value)>,
) -> LazyHash<Library> {
    let inputs = inputs.into_iter().map(|(name, value)| (name.into(), value));
    LazyHash::new(Library::builder().with_inputs(inputs.collect::<Dict>()).build())
}

/// Typst's library and a set of fonts.
#[derive(Debug)]
pub struct Engine {
    pub(super) library: LazyHash<Library>,
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

impl Engine {
    /// The engine with the fonts that are built into the program.
    #[must_use]
    pub fn shared() -> &'static Self {
        &SHARED
    }

    /// An engine that has these font files besides its own; a font is taken from them first.
    #[must_use]
    pub fn with_fonts(files: Vec<Vec<u8>>) -> Self {
        let given = files.into_iter().map(Bytes::new);
        let fonts: Vec<Font> =
            given.chain(TINOS.map(Bytes::new)).flat_map(Font::iter).collect();
        Self {
            library: library([(layout_errors::INPUT, true.into_value())]),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }

    /// Whether fonts of a family that documents are set in were given.
    #[must_use]
    pub fn has_own(&self) -> bool {
        let given = &self.fonts[..self.fonts.len() - TINOS.len()];
        given.iter().any(|font| FAMILIES.contains(&font.info().family.as_str()))
    }

    /// The families a document can be set in, the first choice first.
    #[must_use]
    pub fn families(&self) -> Vec<String> {
        let known = |family: &&str| self.book.contains_family(&family.to_lowercase());
        FAMILIES.into_iter().filter(known).map(str::to_owned).collect()
    }
}
