//! Typst's complaints as problems at the user's text, else at the generated file.

use std::ops::Range;

use typst::diag::{SourceDiagnostic, Tracepoint};
use typst::syntax::{DiagSpan, DiagSpanKind, Source};

use super::Files;
use crate::diagnostic::{Diagnostics, Problem};
use crate::source::{FileId, Source as Text, Sources, Span};
use crate::source_map::{Segment, SourceMap};

/// The name under which the generated file is shown.
const GENERATED: &str = "main.typ";

/// Collects what is wrong with one document.
pub(super) struct Faults<'a> {
    source: &'a Source,
    map: &'a SourceMap,
    sources: &'a mut Sources,
    generated: Option<FileId>,
    /// What was found so far.
    pub(super) found: Diagnostics,
}

impl<'a> Faults<'a> {
    /// Nothing found yet in `source`, which came from where `map` says.
    pub(super) fn new(
        source: &'a Source,
        map: &'a SourceMap,
        sources: &'a mut Sources,
    ) -> Self {
        Self { source, map, sources, generated: None, found: Diagnostics::default() }
    }

    /// Takes in errors.
    pub(super) fn errors(&mut self, errors: &[SourceDiagnostic]) {
        let pictures = !self.found.is_empty();
        for error in errors {
            let range = self.locate(error);
            match range.as_ref().and_then(|range| self.map.lookup(range)) {
                Some(segment) => {
                    let detail = error.message.to_string();
                    self.found.push(Problem::TypesetUser { detail }, segment.span);
                }
                // What a broken picture has caused elsewhere was said with the picture.
                None if pictures => {}
                None => self.template(error.message.to_string(), range),
            }
        }
    }

    /// Takes in warnings: what Typst left out, replaced or could not settle is an error here.
    pub(super) fn warnings(&mut self, warnings: &[SourceDiagnostic]) {
        let harmless = |w: &&SourceDiagnostic| w.message.contains("deprecated");
        for warning in warnings.iter().filter(|warning| !harmless(warning)) {
            let range = self.locate(warning);
            self.template(warning.message.to_string(), range);
        }
    }

    /// Reports pictures that are not there or cannot be decoded.
    pub(super) fn pictures<'p>(
        &mut self,
        paths: impl Iterator<Item = &'p String>,
        files: &dyn Files,
    ) {
        for path in paths {
            let path = path.as_str();
            for segment in self.segments(|value| value == path) {
                let path = path.to_owned();
                let problem = match files.read(&path) {
                    Some(_) => Problem::PictureBroken { path },
                    None => Problem::PictureMissing { path },
                };
                self.found.push(problem, segment.span);
            }
        }
    }

    /// Reports a character without a glyph: in the text at `range`, else wherever it stands.
    pub(super) fn glyph(&mut self, character: char, range: Option<&Range<usize>>) {
        let here = range.and_then(|range| self.map.lookup(range));
        let mut spans: Vec<Span> = here
            .map(|segment| segment.places(character, self.sources))
            .unwrap_or_default();
        if spans.is_empty() {
            let all = self.map.segments().iter();
            spans =
                all.flat_map(|segment| segment.places(character, self.sources)).collect();
        }
        if spans.is_empty() {
            spans.push(self.generated(range.cloned()));
        }
        for span in spans {
            self.found.push(Problem::GlyphMissing { character }, span);
        }
    }

    /// The bytes of the generated file that a span of Typst's stands for.
    pub(super) fn range(&self, span: impl Into<DiagSpan>) -> Option<Range<usize>> {
        match span.into().get() {
            DiagSpanKind::Detached => None,
            DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. }
                if id != self.source.id() =>
            {
                None
            }
            DiagSpanKind::Number { num, sub_range, .. } => {
                self.source.range(num, sub_range)
            }
            DiagSpanKind::Range { range, .. } => Some(range),
        }
    }

    /// Where an error came from: its own place if that is the user's, else the innermost
    /// call around it that is.
    fn locate(&self, error: &SourceDiagnostic) -> Option<Range<usize>> {
        let own = self.range(error.span);
        let is_users = |range: &Range<usize>| self.map.lookup(range).is_some();
        let calls =
            error.trace.iter().filter(|point| matches!(point.v, Tracepoint::Call(_)));
        let mut around = calls.filter_map(|point| self.range(point.span));
        match own {
            Some(own) if is_users(&own) => Some(own),
            own => around.find(is_users).or(own),
        }
    }

    fn template(&mut self, detail: String, range: Option<Range<usize>>) {
        let span = self.generated(range);
        self.found.push(Problem::TypesetTemplate { detail }, span);
    }

    /// A place of the generated file, which from now on can be shown.
    fn generated(&mut self, range: Option<Range<usize>>) -> Span {
        let sources = &mut *self.sources;
        let text = self.source.text();
        let add = || sources.add(Text::new(GENERATED, text));
        Span::new(*self.generated.get_or_insert_with(add), range.unwrap_or(0..0))
    }

    /// The user's texts that are so.
    fn segments(&self, is_so: impl Fn(&str) -> bool) -> Vec<Segment> {
        let wanted = |s: &&Segment| s.value.as_deref().is_some_and(&is_so);
        self.map.segments().iter().filter(wanted).cloned().collect()
    }
}
