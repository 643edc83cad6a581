//! The standards that a PDF keeps, and the PDF that keeps them.

use typst::diag::SourceResult;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

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

    /// A document as PDF, tagged.
    ///
    /// # Errors
    /// What breaks the standards.
    pub(super) fn pdf(
        &self,
        document: &PagedDocument,
        ident: Smart<String>,
    ) -> SourceResult<Vec<u8>> {
        let options = PdfOptions {
            ident,
            creator: Smart::Custom(Some("vanban".to_owned())),
            timestamp: None, // the document's own date stands in it
            page_ranges: None,
            standards: self.0.clone(),
            tagged: true,
            pretty: false,
        };
        typst_pdf::pdf(document, &options)
    }
}

fn standard(name: &str) -> Option<PdfStandard> {
    use serde::de::value::{Error, StrDeserializer};
    use serde::de::{Deserialize, IntoDeserializer};
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    PdfStandard::deserialize(name).ok()
}
