//! Capitals (viết hoa): names of bodies and units, parts of documents, sentences, one way of
//! writing one name.

mod bodies;
mod calendar;
mod document_parts;
mod one_way;
mod sentences;
mod special;
mod units;

use std::ops::Range;

use super::places::{also, fix, place, replaced};
use super::values::OWN;
use super::words::{Word, is_title, words};
use super::{Checked, Draft};
use crate::diagnostic::{Bilingual, Diagnostics, Problem};
use crate::document::field;
use crate::document::outline::Line;
use crate::source::Span;

/// The rules of capitals.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        bodies::RULES,
        special::RULES,
        units::RULES,
        document_parts::RULES,
        sentences::RULES,
        one_way::RULES,
        calendar::RULES,
    ],
    check,
};

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let lines = gather(draft);
    bodies::check(&lines, draft, found);
    special::check(&lines, draft, found);
    units::check(&lines, draft, found);
    document_parts::check(&lines, draft, found);
    sentences::check(&lines, draft, found);
    one_way::check(&lines, draft, found);
    calendar::check(&lines, draft, found);
}

/// The lines whose capitals are the writer's: no titles in capitals, no words of another text.
/// Names of bodies and posts above and below the text are printed in capitals anyway.
fn gather<'d>(draft: &'d Draft<'_>) -> Vec<CutLine<'d>> {
    let own = [
        field::SUBJECT,
        field::ADDRESSEES,
        field::GROUNDS,
        field::RECIPIENTS,
        field::PURPOSE,
        field::VENUE,
        field::AGENDA,
        field::ATTENDEES,
        field::ABSENTEES,
        field::TITLE,
        OWN,
    ];
    let with_people =
        [field::CHAIR, field::SECRETARY, field::ATTENDEES, field::ABSENTEES, OWN];
    let values = draft.values().iter().filter(|value| {
        own.contains(&value.field)
            || (value.field == field::POSTS
                && value.group.is_some_and(|group| with_people.contains(&group)))
    });
    let values = values.map(|value| (&value.line, None));
    let text = draft.lines().iter().enumerate().filter(|(_, line)| !line.quoted);
    let lines = values.chain(text.map(|(at, line)| (&line.line, Some(at))));
    let lines = lines.filter(|(line, _)| !is_title(&line.text));
    lines.map(|(line, at)| CutLine { line, at, words: words(&line.text) }).collect()
}

/// A line with its words.
struct CutLine<'d> {
    line: &'d Line<'d>,
    /// Its place among the lines of the text, if it is one of them.
    at: Option<usize>,
    words: Vec<Word<'d>>,
}

/// A part of a line, with what is right there.
struct Wrong<'d> {
    line: &'d Line<'d>,
    range: Range<usize>,
    right: String,
}

impl Wrong<'_> {
    fn written(&self) -> &str {
        &self.line.text[self.range.clone()]
    }
}

/// Says one thing of several places in one message, and mends them where `mended`.
fn say(
    wrong: &[Wrong<'_>],
    draft: &Draft<'_>,
    mended: bool,
    problem: impl Fn(&str, &str, &Bilingual) -> Problem,
    found: &mut Diagnostics,
) {
    let Some(first) = wrong.first() else { return };
    let spans: Vec<Span> =
        wrong.iter().map(|wrong| place(wrong.line, wrong.range.clone())).collect();
    let edits = wrong.iter().map(|one| replaced(one.line, one.range.clone(), &one.right));
    let fix = if mended { fix(edits) } else { None };
    let also = also(&spans, draft.sources);
    found.push_fixed(problem(first.written(), &first.right, &also), spans[0], fix);
}
