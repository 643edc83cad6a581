//! `Attached`: what stands in the file that an appendix names.

use crate::source::Span;

/// What stands in the file that an appendix names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attached {
    /// Markdown, as the text of a document.
    Markdown(Span),
    /// Values in rows, as spreadsheets write them out.
    Csv(Span),
}

impl Attached {
    /// The endings of the names of attachments.
    pub const ENDINGS: [&'static str; 2] = ["md", "csv"];

    /// What a file holds, by the ending of its name; nothing where it can be no attachment.
    #[must_use]
    pub fn of_name(name: &str) -> Option<fn(Span) -> Self> {
        let (_, ending) = name.rsplit_once('.')?;
        if ending.eq_ignore_ascii_case("md") {
            Some(Self::Markdown)
        } else if ending.eq_ignore_ascii_case("csv") {
            Some(Self::Csv)
        } else {
            None
        }
    }
}
