//! From one Typst file to pages, and from pages to PDF, PNG and SVG. Imports `source`,
//! `source_map`, `diagnostic` and `document`; the only room that knows Typst.

mod engine;
mod export;
mod faults;
#[doc(hidden)]
pub mod geometry;
mod glyphs;
mod layout_errors;
mod line_breaks;
mod outside;
mod problems;
#[cfg(test)]
mod tests;
mod world;

use std::collections::BTreeSet;

use typst::World;
use typst::syntax::{Source, VirtualPath};
use typst_layout::PagedDocument;

pub use engine::Engine;
pub use export::Standards;
pub use line_breaks::with_break_marks;

use crate::diagnostic::shared::picture_missing;
use crate::diagnostic::{Diagnostics, Problem, Rule};
use crate::source::Sources;
use crate::source_map::{Content, SourceMap};
use faults::Faults;
use problems::picture_broken;
use world::Sandbox;

/// The rules that this stage checks, file by file.
pub const RULES: &[&[&Rule]] = &[glyphs::RULES, problems::RULES];

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
    let mut compiled = typst::compile::<PagedDocument>(&world);
    let mut faults = Faults::new(&source, &map, sources);
    let mut is_sound = true;
    if compiled.output.is_err() {
        let broken = broken_pictures(engine, &map, files);
        is_sound = broken.is_empty();
        for path in &broken {
            faults.picture(path, files);
        }
        if !is_sound {
            // Typst stops at the first one: what else is wrong shows without them.
            compiled = typst::compile(&world.without_pictures());
        }
    }
    faults.warnings(&compiled.warnings);
    let refused = match &compiled.output {
        Ok(document) => layout_errors::read(document, &source, &map),
        Err(errors) => {
            faults.errors(errors, !is_sound);
            Vec::new()
        }
    };
    is_sound &= refused.is_empty();
    faults.layout_errors(refused);
    let Some(document) =
        compiled.output.ok().filter(|_| is_sound).map(line_breaks::without_marks)
    else {
        let mut found = faults.found;
        found.extend(glyphs::unprintable(engine, &map, sources));
        return (None, found);
    };
    if document.pages().len() > MOST_PAGES {
        faults.pages(MOST_PAGES);
    }
    faults.glyphs(&glyphs::missing(&document));
    faults.outside(outside::texts(&document));
    let found = faults.found;
    (Some(Pages { document, source, map }), found)
}

/// The pictures that the user named and that are not there or cannot be shown.
fn broken_pictures(
    engine: &Engine,
    map: &SourceMap,
    files: &dyn Files,
) -> BTreeSet<String> {
    let segments = map.segments().iter();
    let paths = segments.filter_map(|segment| match &segment.content {
        Content::Picture(path) => VirtualPath::new(path).ok(),
        Content::Printed(_) | Content::Hidden(_) | Content::Code => None,
    });
    let paths: BTreeSet<String> =
        paths.map(|path| path.get_without_slash().to_owned()).collect();
    paths.into_iter().filter(|path| !decodes(engine, path, files)).collect()
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
    for segment in map.segments() {
        if let Content::Picture(path) = &segment.content
            && let Some(problem) = picture_problem(engine, path, files)
        {
            found.push(problem, segment.span);
        }
    }
    found
}

/// What is wrong with a picture.
fn picture_problem(engine: &Engine, path: &str, files: &dyn Files) -> Option<Problem> {
    let written = path.to_owned();
    let path = VirtualPath::new(path).ok()?;
    let path = path.get_without_slash();
    match files.read(path) {
        None => Some(picture_missing(&written)),
        Some(_) if decodes(engine, path, files) => None,
        Some(_) => Some(picture_broken(&written)),
    }
}

/// Whether Typst can show a picture.
fn decodes(engine: &Engine, path: &str, files: &dyn Files) -> bool {
    let source = world::main_source(format!("#image({path:?})"));
    let world = Sandbox::new(engine, &source, files);
    let world: &dyn World = &world;
    typst::compile::<PagedDocument>(world).output.is_ok()
}

/// Evicts the cache entries of Typst (comemo) that the last two documents have not used. To be
/// called after every document of many: without it the cache grows with each.
pub fn evict_cache() {
    typst::comemo::evict(2);
}
