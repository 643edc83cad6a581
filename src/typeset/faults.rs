//! Typst's complaints as problems at the user's text, else at the generated file.

use std::collections::BTreeSet;
use std::ops::Range;

use typst::diag::{SourceDiagnostic, Tracepoint};

use super::generated::Generated;
use super::glyphs::glyph_missing;
use super::layout_errors::ErrorOrigin;
use super::loose::loose_line;
use super::outside;
use super::problems::{
    MOST_PLACES, outside_margins, template_file, typeset_template, typeset_user,
};
use super::world::refused_file;
use crate::diagnostic::shared::{Large, too_large};
use crate::diagnostic::{Diagnostics, Problem};
use crate::source::{FileId, Source, Sources, Span};
use crate::source_map::{Segment, SourceMap};

/// The name under which the generated file is shown.
const GENERATED: &str = "main.typ";

/// How many texts that leave the margins are shown.
const MOST_TEXTS_OUTSIDE: usize = 40;

/// What the layout library puts behind an item of a list.
const ADDED: [char; 3] = [';', '.', ':'];

/// Collects what is wrong with one document.
pub(super) struct Faults<'a> {
    file: &'a Generated,
    map: &'a SourceMap,
    sources: &'a mut Sources,
    generated: Option<FileId>,
    /// What was found so far.
    pub(super) found: Diagnostics,
}

impl<'a> Faults<'a> {
    /// Nothing found yet in `file`, which came from where `map` says.
    pub(super) fn new(
        file: &'a Generated,
        map: &'a SourceMap,
        sources: &'a mut Sources,
    ) -> Self {
        Self { file, map, sources, generated: None, found: Diagnostics::default() }
    }

    /// Takes in errors; those that are not the user's may be explained by what was found.
    pub(super) fn errors(&mut self, errors: &[SourceDiagnostic], explained: bool) {
        for error in errors {
            self.complaint(error, explained);
        }
    }

    /// Takes in what the layout library refuses: where it has no place of the user's, where
    /// its words stand in the generated file.
    pub(super) fn layout_errors(&mut self, errors: Vec<(Problem, ErrorOrigin)>) {
        for (problem, place) in errors {
            let span = match place {
                ErrorOrigin::Written(span) => span,
                ErrorOrigin::Generated(words) => {
                    let at = self.file.text().find(&words);
                    self.generated(at.map(|at| at..at + words.len()))
                }
            };
            self.found.push(problem, span);
        }
    }

    /// Takes in warnings: what Typst left out, replaced or could not settle is an error here.
    pub(super) fn warnings(&mut self, warnings: &[SourceDiagnostic]) {
        let harmless = |w: &&SourceDiagnostic| w.message.contains("deprecated");
        for warning in warnings.iter().filter(|warning| !harmless(warning)) {
            self.complaint(warning, false);
        }
    }

    /// Takes in a complaint: at the user's text, else, unless it is explained, at the
    /// generated file.
    fn complaint(&mut self, complaint: &SourceDiagnostic, explained: bool) {
        let range = self.locate(complaint);
        let detail = complaint.message.to_string();
        let segment = range.as_ref().and_then(|range| self.map.lookup(range));
        if let Some(segment) = segment {
            self.found.push(typeset_user(&detail), segment.span);
        } else if !explained {
            let span = self.generated(range);
            let refused = refused_file(&detail).map(template_file);
            let problem = refused.unwrap_or_else(|| typeset_template(&detail));
            self.found.push(problem, span);
        }
    }

    /// Reports characters without a glyph, wherever the user wrote them; Typst does not say
    /// where they came from.
    pub(super) fn glyphs(&mut self, missing: &BTreeSet<char>) {
        let mut rest = missing.clone();
        let mut places = self.places(|c| missing.contains(&c));
        rest.retain(|c| places.iter().all(|(_, written)| written != c));
        if !rest.is_empty() {
            // The layout prints some texts in capitals.
            let raised =
                self.places(|c| c.to_uppercase().any(|upper| rest.contains(&upper)));
            rest.retain(|c| {
                !raised.iter().any(|(_, w)| w.to_uppercase().any(|u| u == *c))
            });
            places.extend(raised);
        }
        for (span, character) in places.into_iter().take(MOST_PLACES) {
            self.found.push(glyph_missing(character), span);
        }
        for character in rest {
            let at = self.file.text().find(character);
            let span = self.generated(at.map(|at| at..at + character.len_utf8()));
            self.found.push(glyph_missing(character), span);
        }
    }

    /// Reports texts that leave the margins, wherever the user wrote them.
    pub(super) fn outside(&mut self, texts: BTreeSet<String>) {
        for text in texts.into_iter().take(MOST_TEXTS_OUTSIDE) {
            let whole = text.trim_start_matches("- ").trim_end_matches(ADDED);
            let whole = if whole.is_empty() { text.as_str() } else { whole };
            let mut places = self.written(whole);
            if places.is_empty() {
                places = self.written(outside::longest(whole).trim_end_matches(ADDED));
            }
            if places.is_empty() {
                let spans = self.map.segments().iter().map(|segment| segment.span);
                places.extend(spans.min());
            }
            for span in places.into_iter().take(MOST_PLACES) {
                self.found.push(outside_margins(whole), span);
            }
        }
    }

    /// Takes in lines that are spread wide, where the user wrote them.
    pub(super) fn loose(&mut self, lines: Vec<String>) {
        for line in lines {
            if let Some(span) = self.written(&line).first() {
                self.found.push(loose_line(&line), *span);
            }
        }
    }

    /// Reports that there are more pages than there may be, at the user's first text.
    pub(super) fn pages(&mut self, limit: usize) {
        let spans = self.map.segments().iter().map(|segment| segment.span);
        let first = spans.min().unwrap_or_default();
        self.found.push(too_large(Large::Pages, limit), first);
    }

    /// Where the user wrote a text, each place once: as it is printed, else in other capitals.
    fn written(&self, text: &str) -> BTreeSet<Span> {
        let segments = self.map.segments();
        let exact: BTreeSet<Span> =
            segments.iter().flat_map(|s| s.stretches(text, self.sources)).collect();
        if !exact.is_empty() {
            return exact;
        }
        let any_case = |s: &Segment| s.stretches_in_any_case(text, self.sources);
        segments.iter().flat_map(any_case).collect()
    }

    /// Where the user wrote such characters, each place once.
    fn places(&self, is_such: impl Fn(char) -> bool) -> BTreeSet<(Span, char)> {
        let segments = self.map.segments().iter();
        segments.flat_map(|segment| segment.places(&is_such, self.sources)).collect()
    }

    /// Where an error came from: its own place if that is the user's, else the innermost
    /// call around it that is.
    fn locate(&self, error: &SourceDiagnostic) -> Option<Range<usize>> {
        let own = self.file.range(error.span);
        let is_users = |range: &Range<usize>| self.map.lookup(range).is_some();
        let calls =
            error.trace.iter().filter(|point| matches!(point.v, Tracepoint::Call(_)));
        let mut around = calls.filter_map(|point| self.file.range(point.span));
        match own {
            Some(own) if is_users(&own) => Some(own),
            own => around.find(is_users).or(own),
        }
    }

    /// The line of a template that wrote a part of the generated file, else that part itself,
    /// which from now on can be shown.
    fn generated(&mut self, range: Option<Range<usize>>) -> Span {
        let text = self.file.text();
        let written = range.as_ref().and_then(|range| self.map.template(range, text));
        if let Some((template, range)) = written {
            return Span::new(self.sources.add(template.clone()), range);
        }
        let sources = &mut *self.sources;
        let text = self.file.text();
        let add = || sources.add(Source::new(GENERATED, text));
        Span::new(*self.generated.get_or_insert_with(add), range.unwrap_or(0..0))
    }
}
