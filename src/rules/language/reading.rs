//! `Reading`: a line of a paper with its words, as the rules of the language look at it.

use std::ops::Range;

use super::super::Draft;
use super::super::text_lines::Role;
use crate::diagnostic::Fix;
use crate::document::field;
use crate::document::outline::Line;
use crate::language::{self, Lexicon, Manner, Signs, Word};
use crate::source::{FileId, Span};

/// A line of the text or a value of a field.
pub(super) struct Reading<'d> {
    pub(super) line: &'d Line<'d>,
    pub(super) words: Vec<Word<'d>>,
    /// Which marks it has.
    pub(super) signs: Signs,
    /// Whether it is running text, whose blanks and marks are those of sentences.
    pub(super) prose: bool,
    /// What stands in quotation marks: the words of others.
    cited: Vec<Range<usize>>,
}

/// The lines of a paper that are its own words: names of people and quotations are not.
pub(super) fn readings<'d>(draft: &'d Draft<'_>) -> Vec<Reading<'d>> {
    let names =
        [field::NAME, field::CHAIR, field::SECRETARY, field::ATTENDEES, field::ABSENTEES];
    let values = draft.values().iter().filter(|value| !names.contains(&value.field));
    let values = values.map(|value| (&value.line, true));
    let lines = draft.lines().iter().filter(|line| !line.quoted);
    let lines = lines.map(|line| {
        let prose = match line.role {
            Role::Paragraph | Role::Item(_) | Role::Cell | Role::Note => true,
            Role::Form => false,
        };
        (&line.line, prose)
    });
    let mut lexicon = Lexicon::default();
    let all = values.chain(lines);
    all.map(|(line, prose)| Reading::of(line, prose, &mut lexicon)).collect()
}

impl<'d> Reading<'d> {
    fn of(line: &'d Line<'d>, prose: bool, lexicon: &mut Lexicon<'d>) -> Self {
        let signs = Signs::of(&line.text);
        let quotes = signs.have(Signs::QUOTES);
        let cited = if quotes { language::cited(&line.text) } else { Vec::new() };
        Self { line, words: lexicon.words(&line.text), signs, prose, cited }
    }

    /// Its text.
    pub(super) fn text(&self) -> &'d str {
        &self.line.text
    }

    /// Its words that may be Vietnamese: no parts of codes, and not in quotation marks.
    pub(super) fn own_words(&self) -> impl Iterator<Item = &Word<'d>> {
        self.words
            .iter()
            .filter(|word| word.manner == Manner::Plain && !self.is_cited(&word.range))
    }

    /// Whether a part stands in quotation marks.
    pub(super) fn is_cited(&self, part: &Range<usize>) -> bool {
        // They stand in their order, and apart.
        let before = self.cited.partition_point(|cited| cited.start < part.start);
        before.checked_sub(1).is_some_and(|last| part.end < self.cited[last].end)
    }

    /// Where a part was written.
    pub(super) fn span(&self, part: Range<usize>) -> Span {
        self.line.span(part)
    }

    /// What puts a text in the place of a part; nothing where the part was written otherwise.
    pub(super) fn fix(&self, part: Range<usize>, text: &str) -> Option<Fix> {
        let edit = self.edit(part, text)?;
        Some(Fix::from_iter([edit]))
    }

    /// The edit for [`Self::fix`]. Only the document's own file is mended.
    pub(super) fn edit(&self, part: Range<usize>, text: &str) -> Option<(Span, String)> {
        let span = self.line.written(part)?;
        (span.file == FileId::DOCUMENT).then(|| (span, text.to_owned()))
    }
}
