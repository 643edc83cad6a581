//! Pages as PDF, PNG and SVG.

use std::collections::BTreeSet;

use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use super::engine::Engine;
use super::faults::Faults;
use super::standards::Standards;
use super::{Pages, alone};
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, Sources};

impl Pages {
    /// The document as PDF, tagged. The same document gives the same bytes.
    pub fn pdf(
        &self,
        standards: &Standards,
        sources: &mut Sources,
    ) -> (Option<Vec<u8>>, Diagnostics) {
        let ident = Smart::Custom(self.identity(sources));
        match standards.pdf(&self.document, ident) {
            Ok(bytes) => (Some(bytes), Diagnostics::default()),
            Err(errors) => {
                let broken =
                    alone::refused(&self.pictures, Engine::shared(), Some(standards));
                let is_explained = !broken.is_empty();
                let mut faults = Faults::new(&self.generated, &self.map, sources);
                faults.found.extend(broken);
                faults.errors(&errors, is_explained);
                (None, faults.found)
            }
        }
    }

    /// What the identifier of the PDF is made of: the text of every file that the user wrote, so
    /// that it stays the same when templates and the layout library change. Line ends and a byte
    /// order mark make no other document.
    pub(super) fn identity(&self, sources: &Sources) -> String {
        let files = self.map.segments().iter().map(|segment| segment.span.file);
        let files: BTreeSet<FileId> = files.collect();
        let texts = files.into_iter().map(|file| sources.get(file));
        let said = texts.flat_map(|source| source.text()[source.start()..].chars());
        said.filter(|c| *c != '\r').collect()
    }

    /// Every page as a PNG of that many pixels per inch.
    ///
    /// # Panics
    /// Never: a page in memory can be encoded.
    #[must_use]
    pub fn png(&self, ppi: f64) -> Vec<Vec<u8>> {
        let pixel_per_pt = Scalar::new(ppi / 72.0);
        let options = RenderOptions { pixel_per_pt, ..RenderOptions::default() };
        let pages = self.document.pages().iter();
        pages
            .map(|page| {
                let pixels = typst_render::render(page, &options);
                pixels.encode_png().expect("memory takes it")
            })
            .collect()
    }

    /// Every page as an SVG.
    #[must_use]
    pub fn svg(&self) -> Vec<String> {
        let options = SvgOptions::default();
        self.document.pages().iter().map(|page| typst_svg::svg(page, &options)).collect()
    }
}
