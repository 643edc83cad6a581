//! The citations of other documents (viện dẫn): complete at first, short later, in the form of
//! their issuer, of documents that are in force.

mod agreement;
mod complete;
mod form;
mod kind_code;
mod kinds;
mod laws;
mod reader;
mod references;
mod replaced;
mod symbol;

use reader::{Citation, citations};
pub(super) use references::{Reference, key, references};

use super::places::place;
use super::text_lines::{Part, Role};
use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::field;
use crate::document::outline::Line;
use crate::source::Span;

/// The rules of citations.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        complete::RULES,
        form::RULES,
        kind_code::RULES,
        laws::RULES,
        replaced::RULES,
        agreement::RULES,
    ],
    check,
};

/// A citation in the line in which it stands.
struct Cited<'d> {
    line: &'d Line<'d>,
    citation: Citation,
    /// In which part of the paper; nothing in its grounds, which stand before its text.
    part: Option<Part>,
    /// Whether it stands in running text, where it has to be complete.
    in_prose: bool,
}

impl Cited<'_> {
    /// Where it stands.
    fn span(&self) -> Span {
        place(self.line, self.citation.named.start..self.citation.symbol.range.end)
    }

    /// Its kind and number as they are written.
    fn name(&self) -> &str {
        &self.line.text[self.citation.named.start..self.citation.symbol.range.end]
    }

    /// A part of its line.
    fn text(&self, part: &std::ops::Range<usize>) -> &str {
        &self.line.text[part.clone()]
    }
}

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let cited = gather(draft);
    complete::check(&cited, draft, found);
    form::check(&cited, draft, found);
    kind_code::check(&cited, found);
    laws::check(draft, found);
    replaced::check(&cited, draft, found);
    agreement::check(&cited, found);
}

/// All citations in the order of the page: those of the grounds, then those of the text. Words of
/// another text are its own.
fn gather<'d>(draft: &'d Draft<'_>) -> Vec<Cited<'d>> {
    let mut all = Vec::new();
    let grounds = draft.values().iter().filter(|value| value.field == field::GROUNDS);
    for value in grounds {
        let cited = citations(&value.line.text).into_iter();
        let line = &value.line;
        all.extend(cited.map(|citation| Cited {
            line,
            citation,
            part: None,
            in_prose: true,
        }));
    }
    for text in draft.lines().iter().filter(|line| !line.quoted) {
        let line = &text.line;
        let in_prose = match text.role {
            Role::Paragraph | Role::Note => !is_attachment(&line.text),
            Role::Item(item) => !item.heading,
            Role::Cell | Role::Form => false,
        };
        let part = Some(text.part);
        let cited = citations(&line.text).into_iter();
        all.extend(cited.map(|citation| Cited { line, citation, part, in_prose }));
    }
    all
}

/// Whether a line says to which paper something is attached: that has a form of its own.
fn is_attachment(text: &str) -> bool {
    let text = text.trim_start_matches(['(', ' ']).to_lowercase();
    text.starts_with("kèm theo") || text.starts_with("ban hành kèm theo")
}
