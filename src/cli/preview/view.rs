//! `View`: what the page shows of one state of the text.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::problems::problems;
use crate::cli::terminal::{Message, previewed};
use crate::diagnostic::{Lang, Severity};
use crate::{Outcome, Report};

/// What the page shows of one state of the text.
pub(crate) struct View {
    number: u64,
    json: String,
    /// The pages, or the last good ones.
    pages: Vec<Arc<Page>>,
    /// The document, where nothing is wrong with it.
    pdf: Option<Vec<u8>>,
}

/// A page.
struct Page {
    /// The view in which it came first, and its place there.
    id: String,
    width: f64,
    height: f64,
    svg: Vec<u8>,
}

/// How it went, and when.
pub(crate) struct Told<'a> {
    pub(crate) name: &'a str,
    pub(crate) clock: &'a str,
    pub(crate) took: Duration,
    pub(crate) lang: Lang,
}

impl View {
    /// Nothing is known yet.
    pub(crate) fn empty() -> Self {
        let json = json!({ "number": 0 }).to_string();
        Self { number: 0, json, pages: Vec::new(), pdf: None }
    }

    /// The view after this one: of the PDF and the pages, or of what is wrong.
    pub(crate) fn next(&self, outcome: Outcome<Vec<Vec<u8>>>, told: &Told<'_>) -> Self {
        let Outcome { output, report: Report { diagnostics, sources, .. } } = outcome;
        let (errors, warnings) =
            (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        let all = problems(&diagnostics, &sources, told.lang);
        let mut files = output.into_iter().flatten();
        let pdf = files.next();
        let pages = match pdf {
            Some(_) => files.enumerate().map(|(at, svg)| self.page(at, svg)).collect(),
            None => self.pages.clone(),
        };
        let status =
            previewed::status(told.clock, told.took, pages.len(), errors, warnings);
        self.with(pages, pdf, &status, &all, told)
    }

    /// The view after this one, where the document could not be read.
    pub(crate) fn unreadable(&self, why: &Message, told: &Told<'_>) -> Self {
        let problem = json!({
            "grade": "error",
            "grade_word": previewed::grade(Severity::Error).get(told.lang),
            "message": why.get(told.lang),
        });
        let status = previewed::unreadable(told.clock);
        self.with(self.pages.clone(), None, &status, &[problem], told)
    }

    fn with(
        &self,
        pages: Vec<Arc<Page>>,
        pdf: Option<Vec<u8>>,
        status: &Message,
        problems: &[Value],
        told: &Told<'_>,
    ) -> Self {
        let number = self.number + 1;
        let shown = |page: &Arc<Page>| json!({ "id": page.id, "width": page.width, "height": page.height });
        let json = json!({
            "number": number,
            "name": told.name,
            "lang": match told.lang { Lang::Vi => "vi", Lang::En => "en" },
            "sound": pdf.is_some(),
            "status": status.get(told.lang),
            "pages": pages.iter().map(shown).collect::<Vec<_>>(),
            "problems": problems,
        });
        Self { number, json: json.to_string(), pages, pdf }
    }

    /// The page at a place of the view after this one; one that was there before is kept.
    fn page(&self, at: usize, svg: Vec<u8>) -> Arc<Page> {
        if let Some(same) = self.pages.iter().find(|page| page.svg == svg) {
            return Arc::clone(same);
        }
        let id = format!("{}-{}", self.number + 1, at + 1);
        let (width, height) = size(&svg).unwrap_or(A4);
        Arc::new(Page { id, width, height, svg })
    }

    /// Which of the views it is.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// What it says, for the page's script.
    pub(super) fn json(&self) -> &str {
        &self.json
    }

    /// The bytes of a page.
    pub(super) fn svg(&self, id: &str) -> Option<&[u8]> {
        self.pages.iter().find(|page| page.id == id).map(|page| page.svg.as_slice())
    }

    /// The document.
    pub(super) fn pdf(&self) -> Option<&[u8]> {
        self.pdf.as_deref()
    }
}

/// The size of a sheet A4 in points.
const A4: (f64, f64) = (595.28, 841.89);

/// The size that an SVG says of itself, in points: `<svg viewBox="0 0 595.27 841.88" …`.
fn size(svg: &[u8]) -> Option<(f64, f64)> {
    let start = String::from_utf8_lossy(&svg[..svg.len().min(200)]);
    let (_, behind) = start.split_once("viewBox=\"0 0 ")?;
    let (width, height) = behind.split_once('"')?.0.split_once(' ')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}
