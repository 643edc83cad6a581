//! From one Typst file to pages, and from pages to PDF, PNG and SVG. Imports `source`,
//! `source_map` and `diagnostic`; the only room that knows Typst.

mod engine;
mod export;
mod faults;
mod geometry;
mod glyphs;
#[cfg(test)]
mod tests;
mod world;

use typst::World;
use typst::syntax::Source;
use typst_layout::PagedDocument;

pub use engine::Engine;
pub use export::Standards;
pub use geometry::{Line, Rule, TextRun};

use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::source_map::SourceMap;
use faults::Faults;
use world::Sandbox;

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
    source: Source,
    map: SourceMap,
}

impl Pages {
    /// How many pages there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.document.pages().len()
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
    let source = world::main_source(typst);
    let world = Sandbox::new(engine, &source, files);
    let compiled = typst::compile::<PagedDocument>(&world);
    let mut faults = Faults::new(&source, &map, sources);
    faults.warnings(&compiled.warnings);
    match compiled.output {
        Ok(document) => {
            if document.pages().len() > MOST_PAGES {
                faults.pages(MOST_PAGES);
            }
            faults.glyphs(&glyphs::missing(&document));
            let found = faults.found;
            (Some(Pages { document, source, map }), found)
        }
        Err(errors) => {
            let mut explained = false;
            for path in world.asked() {
                if !decodes(engine, &path, files) {
                    explained |= faults.picture(&path, files);
                }
            }
            faults.errors(&errors, explained);
            (None, faults.found)
        }
    }
}

/// Whether Typst can show a picture.
fn decodes(engine: &Engine, path: &str, files: &dyn Files) -> bool {
    let source = world::main_source(format!("#image({path:?})"));
    let world = Sandbox::new(engine, &source, files);
    let world: &dyn World = &world;
    typst::compile::<PagedDocument>(world).output.is_ok()
}

/// Lets go of what was kept for the next document, but for what the last two have used.
/// To be called after every document of many.
pub fn forget() {
    typst::comemo::evict(2);
}
