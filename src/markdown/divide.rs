//! Paragraphs → groups of lines: where a typed number starts an item of its own.

use super::groups::{self, Group, unbold};
use super::inlines::Line;
use super::label::stands_alone;
use super::number::Number;
use super::titles::{ends_title, is_capitals, starts_small};
use super::typed::{self, starting_number};
use crate::document::outline::{Rank, plain_text};
use crate::source::Sources;

/// Divides the paragraphs of a text, one after the other.
#[derive(Default)]
pub(super) struct Divider {
    /// The last number of each rank that may still go on.
    before: Vec<Number>,
}

/// How a paragraph stands in the text.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// Whether it has its number already, from a list.
    pub(super) numbered: bool,
    /// The column of the bullet or number of the list entry in which it stands.
    pub(super) margin: Option<usize>,
    /// Whether it stands in a footnote.
    pub(super) note: bool,
}

impl Setting {
    /// What a line may start with: lists and footnotes quote divisions and articles, but a line
    /// that stands left of the list it goes on in is none of its own.
    fn start(self, line: &Line) -> typed::Start {
        let inside = self.margin.is_some_and(|margin| line.column > margin);
        if self.note || inside { typed::Start::Number } else { typed::Start::Label }
    }
}

impl Divider {
    /// Takes note of a number that starts an item. Articles are counted through all divisions.
    pub(super) fn note(&mut self, number: &Number) {
        let article = number.rank.is_division().then_some(Rank::Article);
        self.before
            .retain(|before| before.rank < number.rank || Some(before.rank) == article);
        self.before.push(number.clone());
    }

    /// Divides the lines of a paragraph.
    pub(super) fn divide(
        &mut self,
        lines: Vec<Line>,
        setting: Setting,
        sources: &Sources,
    ) -> Vec<Group> {
        let numbers = numbers(&lines, setting);
        let mut groups: Vec<Open> = Vec::new();
        let mut seen: Vec<Number> = Vec::new();
        for (index, line) in lines.into_iter().enumerate() {
            let start = match (groups.last(), &numbers[index]) {
                (None, _) => Start::Item,
                (Some(open), None) => open.next(&line),
                (Some(open), Some(number)) => {
                    let next = Next { number, later: &numbers[index + 1..], line: &line };
                    self.start(&next, open, &seen, setting)
                }
            };
            if start != Start::No {
                if let Some(number) = &numbers[index] {
                    self.note(number);
                    keep(&mut seen, number);
                }
                let outside = (start == Start::Outside).then_some(line.column);
                let rank = numbers[index].as_ref().map(|number| number.rank);
                groups.push(Open { lines: Vec::new(), rank, outside });
            }
            if let Some(open) = groups.last_mut() {
                open.lines.push(line);
            }
        }
        let made = groups.into_iter().enumerate().filter_map(|(index, open)| {
            let legal = open.rank.is_some_and(Rank::is_legal);
            let first = if legal { typed::Start::Label } else { typed::Start::Number };
            let may = (index > 0 || !setting.numbered).then_some(first);
            let group = groups::group(open.lines, may, sources)?;
            Some(Group { outside: open.outside, ..group })
        });
        made.collect()
    }

    /// Whether a line that starts with a number is an item of its own, in a paragraph that
    /// goes on. Many wrapped lines start with what only looks like a number.
    fn start(
        &self,
        next: &Next<'_>,
        open: &Open,
        seen: &[Number],
        setting: Setting,
    ) -> Start {
        let Next { number, later, line } = next;
        let Some(previous) = open.lines.last() else { return Start::Item };
        let goes_on =
            |before: &Number| number.follows(before) || number.is_first_below(before);
        let dash = matches!(number.rank, Rank::Dash(_));
        let bold = !dash && unbold(&line.text).is_some();
        let here = seen.iter().any(goes_on);
        let known = self.before.iter().any(goes_on);
        let words = plain_text(&previous.text);
        let ended = words.ends_with(['.', ';', '!', '?', '/']);
        // A line of the shape of a title or an article, behind what cannot go on in it.
        let apart = number.rank.is_legal()
            && (ended || words.ends_with(':') || open.is_title() || is_capitals(&words));
        let left = setting.margin.is_some_and(|margin| line.column <= margin);
        if left && !here && (known || bold || apart) {
            return Start::Outside;
        }
        let continued = || {
            let mut later = later.iter().take(AHEAD).flatten();
            !dash && later.any(|other| other.follows(number))
        };
        let opens = number.is_first() && (words.ends_with(':') || continued());
        let headings = bold && unbold(&previous.text).is_some();
        if here || opens || headings || apart || (known && ended) {
            Start::Item
        } else {
            Start::No
        }
    }
}

/// The numbers that lines start with.
fn numbers(lines: &[Line], setting: Setting) -> Vec<Option<Number>> {
    let of = |(index, line): (usize, &Line)| {
        let (number, _) = starting_number(&line.text, setting.start(line))?;
        // A sentence that was wrapped behind `Mục 3`.
        let wrapped = number.rank.is_division()
            && lines.get(index + 1).is_some_and(|next| starts_small(&next.text))
            && stands_alone(&line.text);
        (!wrapped).then_some(number)
    };
    lines.iter().enumerate().map(of).collect()
}

/// Keeps a number as the last of its rank.
fn keep(seen: &mut Vec<Number>, number: &Number) {
    seen.retain(|other| other.rank != number.rank);
    seen.push(number.clone());
}

/// Lines that belong together so far.
struct Open {
    lines: Vec<Line>,
    /// The rank of the number that they start with.
    rank: Option<Rank>,
    /// Their column, if they stand outside of the list that Markdown counts them to.
    outside: Option<usize>,
}

impl Open {
    /// Whether they are the title of a division.
    fn is_title(&self) -> bool {
        self.rank.is_some_and(Rank::is_division)
    }

    /// Whether a line without a number starts a paragraph of its own: what comes behind a title
    /// does.
    fn next(&self, line: &Line) -> Start {
        match self.rank.filter(|rank| rank.is_legal()) {
            Some(rank) if ends_title(&self.lines, rank, line) => Start::Item,
            Some(_) | None => Start::No,
        }
    }
}

/// How many lines ahead the successor of a first number is looked for.
const AHEAD: usize = 50;

/// A line of a paragraph that starts with a number.
struct Next<'a> {
    number: &'a Number,
    /// The numbers that the lines behind it start with.
    later: &'a [Option<Number>],
    line: &'a Line,
}

/// Whether a line starts an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// It goes on with the line above.
    No,
    /// It does.
    Item,
    /// It does, outside of the list that Markdown counts it to.
    Outside,
}
