//! The files that appendices name (`tệp`): found, decoded, with what keeps them from being read.

use std::collections::BTreeMap;
use std::path::Path;

use super::attachment_problems::{
    document_itself, empty, has_front_matter, missing, no_text, two_texts, wrong_kind,
};
use super::input::Input;
use super::run::Run;
use super::unseen;
use crate::diagnostic::Problem;
use crate::diagnostic::shared::{Large, too_large};
use crate::document::{Appendix, Attached, Document, Outline, Text};
use crate::source::{Source, Span};

impl Run {
    /// What stands in the file of each appendix that names one. A file that several name is read
    /// once.
    pub(super) fn attachments(
        &mut self,
        document: &Document,
        input: &Input<'_>,
    ) -> Vec<Option<Attached>> {
        let mut reader = Reader { run: self, input, read: BTreeMap::new(), bytes: 0 };
        // More than so many are refused as they are.
        let appendices = document.appendices.iter().take(Appendix::MOST);
        appendices.map(|appendix| reader.appendix(appendix)).collect()
    }
}

/// Reads the attachments of one document.
struct Reader<'r, 'i> {
    run: &'r mut Run,
    input: &'r Input<'i>,
    /// What was read so far, by the path; nothing of what cannot be read.
    read: BTreeMap<String, Option<Span>>,
    /// How large all of it is, each file as often as it is printed.
    bytes: usize,
}

impl Reader<'_, '_> {
    fn appendix(&mut self, appendix: &Appendix) -> Option<Attached> {
        let written = appendix.text.as_ref().filter(|text| !text.is_blank());
        match (written, &appendix.file) {
            (None, None) => self.say(no_text(), appendix.title.span),
            (Some(_), None) => None,
            (Some(_), Some(file)) => self.say(two_texts(), file.span),
            (None, Some(file)) => self.file(file),
        }
    }

    /// What stands in a file.
    fn file(&mut self, file: &Text) -> Option<Attached> {
        let path = file.value.trim();
        let Some(of) = Attached::of_name(path) else {
            return self.say(wrong_kind(path), file.span);
        };
        let known = self.read.get(path).copied();
        let span = known.unwrap_or_else(|| {
            let span = self.decoded(path, file.span);
            self.read.insert(path.to_owned(), span);
            span
        })?;
        self.bytes += span.end - span.start;
        if self.bytes > Source::LIMIT {
            return self.say(too_large(Large::File, Source::LIMIT), file.span);
        }
        Some(of(span))
    }

    /// The text of a file; what is wrong with it is said in it.
    fn decoded(&mut self, path: &str, named: Span) -> Option<Span> {
        let Some(bytes) = self.input.files.read(path) else {
            return self.say(missing(path), named);
        };
        let document = Path::new(self.input.document.0);
        let shown = document.with_file_name(path);
        if shown == document {
            return self.say(document_itself(path), named);
        }
        let id = self.run.text((&shown.display().to_string(), bytes));
        if self.run.diagnostics.iter().any(|fault| fault.span.file == id) {
            return None;
        }
        let source = self.run.sources.get(id);
        self.run.diagnostics.extend(unseen::check(id, source));
        let span = Span::new(id, source.start()..source.text().len());
        let text = source.slice(span.range());
        if text.trim().is_empty() {
            return self.say(empty(path), named);
        }
        if let Some(end) = front_matter(text) {
            let front = Span::new(id, span.start..span.start + end);
            return self.say(has_front_matter(path), front);
        }
        Some(span)
    }

    /// Says what is wrong with an attachment that is nothing then.
    fn say<T>(&mut self, problem: Problem, place: Span) -> Option<T> {
        self.run.diagnostics.push(problem, place);
        None
    }
}

/// Where the line ends that opens a front matter; a rule between two parts of a text is none.
fn front_matter(text: &str) -> Option<usize> {
    let mut lines = text.lines();
    let first = lines.next()?;
    let mut within = lines.clone().take_while(|line| line.trim_end() != "---");
    let named = within.any(|line| {
        line.split_once(':').is_some_and(|(name, _)| !name.trim().is_empty())
    });
    let closed = lines.any(|line| line.trim_end() == "---");
    (first.trim_end() == "---" && named && closed).then(|| first.trim_end().len())
}

/// The text of all attachments, as one: what stands in fields is looked at there.
pub(super) fn text(attached: &[Option<Attached>], outline: &Outline) -> Outline {
    let appendices = attached.iter().zip(&outline.appendices);
    let in_files = appendices.filter(|(attached, _)| attached.is_some());
    let body = in_files.flat_map(|(_, blocks)| blocks.iter().cloned()).collect();
    Outline { body, ..Outline::default() }
}
