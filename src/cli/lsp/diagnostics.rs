//! What is wrong with a document, as editors show it: file by file, each problem at its place with
//! its way out.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::lines::{Encoding, Lines, Position, TextRange};
use crate::Report;
use crate::cli::terminal::Message;
use crate::diagnostic::{Diagnostic, Lang, Severity};
use crate::source::{FileId, Span};

/// Who says it.
const SOURCE: &str = "vanban";

/// The diagnostics of each file, by its address.
pub(super) type ByFile = BTreeMap<String, Vec<Value>>;

/// A report as it is shown.
pub(super) struct Shown<'a> {
    pub(super) report: &'a Report,
    /// The address of the document.
    pub(super) uri: &'a str,
    /// The address of any other file.
    pub(super) address: &'a dyn Fn(&Path) -> String,
    pub(super) encoding: Encoding,
    pub(super) lang: Lang,
}

impl Shown<'_> {
    /// What is wrong in each file.
    pub(super) fn by_file(&self) -> ByFile {
        let mut found = ByFile::new();
        let mut lines = BTreeMap::new();
        for diagnostic in &self.report.diagnostics {
            for span in [Some(diagnostic.span), diagnostic.related].into_iter().flatten()
            {
                let text = self.report.sources.get(span.file).text();
                lines.entry(span.file).or_insert_with(|| Lines::new(text, self.encoding));
            }
        }
        for diagnostic in &self.report.diagnostics {
            let (uri, shown) = self.diagnostic(diagnostic, &lines);
            found.entry(uri).or_default().push(shown);
        }
        found
    }

    fn diagnostic(
        &self,
        found: &Diagnostic,
        lines: &BTreeMap<FileId, Lines<'_>>,
    ) -> (String, Value) {
        let words = found.words(self.lang);
        let (uri, range) = self.place(found.span, lines);
        let mut shown = json!({
            "range": range,
            "severity": severity(found.severity()),
            "code": found.rule().id,
            "source": SOURCE,
            "message": self.message(found),
        });
        if let Some(related) = found.related {
            let (uri, range) = self.place(related, lines);
            let message = words.related.unwrap_or(words.label);
            let place = json!({ "uri": uri, "range": range });
            shown["relatedInformation"] =
                json!([{ "location": place, "message": message }]);
        }
        (uri, shown)
    }

    /// The problem, its way out and the clause that it breaks.
    fn message(&self, found: &Diagnostic) -> String {
        let words = found.words(self.lang);
        let (help, clause) = match self.lang {
            Lang::Vi => ("Cách sửa", "Căn cứ"),
            Lang::En => ("Help", "Source"),
        };
        let mut message = format!("{}\n{help}: {}", words.message, words.help);
        if let Some(source) = &found.problem.clause {
            message.extend(["\n", clause, ": ", source]);
        }
        message
    }

    /// Where a span is; what stands in no file of the user's is said at the start of the document.
    fn place(
        &self,
        span: Span,
        lines: &BTreeMap<FileId, Lines<'_>>,
    ) -> (String, TextRange) {
        let name = Path::new(self.report.sources.get(span.file).name());
        let uri = match span.file {
            FileId::DOCUMENT => self.uri.to_owned(),
            _ if name.is_absolute() => (self.address)(name),
            _ => return (self.uri.to_owned(), START),
        };
        (uri, lines.get(&span.file).map_or(START, |lines| lines.range(span.range())))
    }
}

/// The start of a file.
const START: TextRange = {
    let start = Position { line: 0, character: 0 };
    TextRange { start, end: start }
};

/// Why a document cannot be checked, said at its start.
pub(super) fn unreadable(why: &Message, lang: Lang) -> Value {
    json!({
        "range": START,
        "severity": severity(Severity::Error),
        "source": SOURCE,
        "message": why.get(lang),
    })
}

fn severity(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Note => 4,
    }
}
