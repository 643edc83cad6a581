//! Abbreviations (chữ viết tắt): explained where they come first, written in one way.

mod known;
mod mixed;
mod one_form;
mod scan;
mod unexplained;

use std::ops::Range;

use super::text_lines::Role;
use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::field;
use crate::document::outline::Line;

/// The rules of abbreviations.
pub(super) const FAMILY: Checked =
    Checked { rules: &[unexplained::RULES, one_form::RULES, mixed::RULES], check };

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let lines = gather(draft);
    unexplained::check(&lines, draft, found);
    one_form::check(&lines, draft, found);
    mixed::check(&lines, draft, found);
}

/// What a line is to an abbreviation in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Words that a reader reads on: an abbreviation has to be known there.
    Words,
    /// A cell or a line of a form, where there is no room to write out.
    Narrow,
    /// An entry of the recipients.
    Recipient,
    /// A name of a field that is printed in capitals, or a title.
    Name,
    /// The words of another text.
    Quoted,
}

/// A line of the page with what it is.
struct Read<'d> {
    line: &'d Line<'d>,
    kind: Kind,
    /// Its runs of capitals.
    runs: Vec<Range<usize>>,
    /// Those of them that are abbreviations.
    shorts: Vec<Range<usize>>,
    /// Those that it explains.
    explained: Vec<Range<usize>>,
}

impl Read<'_> {
    fn text(&self, range: &Range<usize>) -> &str {
        &self.line.text[range.clone()]
    }
}

/// All lines in the order of the page: what stands above the text, the text, the recipients.
fn gather<'d>(draft: &'d Draft<'_>) -> Vec<Read<'d>> {
    let read = |line: &'d Line<'d>, kind| {
        let runs = scan::runs(&line.text);
        let shorts = scan::abbreviations(&line.text, &runs);
        let explained = scan::explained(&line.text, &runs);
        Read { line, kind, runs, shorts, explained }
    };
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for value in draft.values() {
        let line = &value.line;
        if value.field == field::RECIPIENTS {
            below.push(read(line, Kind::Recipient));
        } else if [field::GROUNDS, field::PURPOSE, field::AGENDA].contains(&value.field) {
            above.push(read(line, Kind::Words));
        } else {
            above.push(read(line, Kind::Name));
        }
    }
    let text = draft.lines().iter().map(|line| {
        let kind = match line.role {
            _ if line.quoted => Kind::Quoted,
            // Recipients that were pasted into the text.
            _ if line.text().trim_start().starts_with("Lưu") => Kind::Recipient,
            Role::Paragraph | Role::Item(_) | Role::Note => Kind::Words,
            Role::Cell | Role::Form => Kind::Narrow,
        };
        read(&line.line, kind)
    });
    above.into_iter().chain(text).chain(below).collect()
}

/// What joins two abbreviations to one, as it is written: `VH - XH`, `VH XH`.
fn is_joint(between: &str) -> bool {
    matches!(between, " " | " - " | " – " | "–" | "- " | " -" | " & ")
}

/// The letters of an abbreviation without what joins them, `Đ` as `D`.
fn key(short: &str) -> String {
    let letters = short.chars().filter(|c| c.is_alphabetic());
    letters.map(|c| if c == 'Đ' { 'D' } else { c }).collect()
}

/// The codes of bodies in the paper's own symbol: `BCĐ` of `TB/BCĐ`.
fn own_codes<'d>(draft: &'d Draft<'_>) -> Vec<&'d str> {
    let symbol =
        draft.document.symbol.as_ref().map_or("", |symbol| symbol.as_str()).trim();
    symbol.split(['/', '-']).filter(|code| code.chars().count() > 1).collect()
}
