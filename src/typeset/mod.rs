//! From one Typst file to pages, and from pages to PDF, PNG and SVG. Imports `source`,
//! `source_map`, `diagnostic` and `document`; the only room that knows Typst.

mod alone;
mod browser;
mod copy;
mod engine;
mod export;
mod faults;
mod generated;
#[doc(hidden)]
pub mod geometry;
mod glyphs;
mod joined;
mod layout_errors;
mod line_breaks;
mod loose;
mod merged_glyphs;
mod near_miss;
mod outside;
mod pictures;
mod problems;
mod standards;
#[cfg(test)]
mod tests;
mod world;

use typst_layout::PagedDocument;

pub use engine::{Engine, FONTS, typst_version};
pub use joined::Joined;
pub use line_breaks::with_break_marks;
pub use near_miss::NearMiss;
pub use standards::Standards;

use crate::diagnostic::{Diagnostics, Rule};
use crate::source::Sources;
use crate::source_map::SourceMap;
use faults::Faults;
use generated::Generated;
use pictures::Pictures;
use world::Sandbox;

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] =
    &[glyphs::RULES, loose::RULES, pictures::RULES, problems::RULES];

/// The files of a document's folder, as far as it may show them.
pub trait Files: Sync {
    /// The bytes of the file at a path below the folder: `/` between its parts, no `..`.
    fn read(&self, path: &str) -> Option<Vec<u8>>;
}

/// No files at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Option<Vec<u8>> {
        None
    }
}

/// A document laid out in pages.
#[derive(Debug)]
pub struct Pages {
    document: PagedDocument,
    generated: Generated,
    map: SourceMap,
    pictures: Pictures,
}

impl Pages {
    /// How many pages there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// The Typst file that they were laid out from.
    #[must_use]
    pub fn typst(&self) -> &str {
        self.generated.text()
    }
}

/// Most pages of one document.
const MOST_PAGES: usize = 1_000;

/// Lays a Typst file out in pages. Where the fault is the template's, the file itself joins
/// `sources`, to be shown.
pub fn layout(
    engine: &Engine,
    typst: String,
    map: SourceMap,
    files: &dyn Files,
    sources: &mut Sources,
) -> (Option<Pages>, Diagnostics) {
    let generated = Generated::new(typst, &map);
    let pictures = Pictures::read(engine, &map, files);
    // Typst stops at the first fault: what else is wrong shows without the pictures that are.
    let world = Sandbox::new(engine, pictures.library(engine), &generated, files);
    let compiled = typst::compile::<PagedDocument>(&world);
    let mut broken = pictures.problems();
    if compiled.output.is_err() {
        broken.extend(alone::refused(&pictures, engine, None));
    }
    let is_sound = broken.is_empty();
    let mut faults = Faults::new(&generated, &map, sources);
    faults.found.extend(broken);
    faults.warnings(&compiled.warnings);
    let refused = match &compiled.output {
        Ok(document) => layout_errors::read(document, &generated, &map),
        Err(errors) => {
            faults.errors(errors, !is_sound);
            Vec::new()
        }
    };
    // What the layout refuses stands where it should not, and is told already.
    let whole = compiled.output.ok().filter(|_| refused.is_empty());
    faults.layout_errors(refused);
    let Some(document) = whole.map(line_breaks::without_marks) else {
        let mut found = faults.found;
        found.extend(glyphs::unprintable(engine, &map, sources));
        return (None, found);
    };
    if document.pages().len() > MOST_PAGES {
        faults.pages(MOST_PAGES);
    }
    faults.glyphs(&glyphs::missing(&document));
    faults.outside(outside::texts(&document));
    faults.loose(loose::lines(&document));
    let found = faults.found;
    let pages = Pages { document, generated, map, pictures };
    (is_sound.then_some(pages), found)
}

/// What keeps a text off the page, as far as that shows without laying it out: characters
/// without a glyph, pictures that are not there.
#[must_use]
pub fn inspect(
    engine: &Engine,
    map: &SourceMap,
    files: &dyn Files,
    sources: &Sources,
) -> Diagnostics {
    let mut found = glyphs::unprintable(engine, map, sources);
    found.extend(Pictures::read(engine, map, files).problems());
    found
}

/// Evicts the cache entries of Typst (comemo) that the last two documents have not used. To be
/// called after every document of many: without it the cache grows with each.
pub fn evict_cache() {
    comemo::evict(2);
}
