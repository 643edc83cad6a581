//! Pages as PDF, PNG and SVG.

use std::collections::BTreeSet;

use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use super::Pages;
use super::faults::Faults;
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, Sources};

/// Which standards a PDF keeps.
#[derive(Debug, Clone)]
pub struct Standards(PdfStandards);

impl Default for Standards {
    /// PDF/A-2a for archives and PDF/UA-1 for those who cannot see.
    fn default() -> Self {
        let both = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
        Self(both.expect("the two agree"))
    }
}

impl Standards {
    /// The standards with these names: `a-2a`, `ua-1`, `1.7`; without any, plain PDF 1.7.
    ///
    /// # Errors
    /// Gives back the names that are unknown or cannot be kept together.
    pub fn named<'n>(names: &[&'n str]) -> Result<Self, Vec<&'n str>> {
        let known = |name: &&str| standard(name).is_some();
        let (found, unknown): (Vec<_>, Vec<_>) = names.iter().copied().partition(known);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let list: Vec<PdfStandard> =
            found.iter().filter_map(|name| standard(name)).collect();
        PdfStandards::new(&list).map(Self).map_err(|_| found)
    }
}

fn standard(name: &str) -> Option<PdfStandard> {
    use serde::de::value::{Error, StrDeserializer};
    use serde::de::{Deserialize, IntoDeserializer};
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    PdfStandard::deserialize(name).ok()
}

impl Pages {
    /// The document as PDF, tagged. The same document gives the same bytes.
    pub fn pdf(
        &self,
        standards: &Standards,
        sources: &mut Sources,
    ) -> (Option<Vec<u8>>, Diagnostics) {
        let options = PdfOptions {
            ident: Smart::Custom(self.identity(sources)),
            creator: Smart::Custom(Some("vanban".to_owned())),
            timestamp: None, // the document's own date stands in it
            page_ranges: None,
            standards: standards.0.clone(),
            tagged: true,
            pretty: false,
        };
        match typst_pdf::pdf(&self.document, &options) {
            Ok(bytes) => (Some(bytes), Diagnostics::default()),
            Err(errors) => {
                let mut faults = Faults::new(&self.source, &self.map, sources);
                faults.errors(&errors, false);
                (None, faults.found)
            }
        }
    }

    /// What the identifier of the PDF is made of: the text of every file that the user wrote, so
    /// that it stays the same when templates and the layout library change. Line ends and a byte
    /// order mark make no other document.
    fn identity(&self, sources: &Sources) -> String {
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
