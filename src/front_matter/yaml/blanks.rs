//! Blanks that YAML does not know, where they hold the front matter together: a no-break blank
//! (U+00A0, U+2007, U+202F), as web pages and Word put behind a colon or a dash or at the start of
//! a line, counts as a blank, one that is not seen (U+200B, U+FEFF …) as nothing. Inside of a
//! value both stay as they are typed.

use super::node::{Kind, Node};
use crate::source::{Source, Span, is_unseen};

/// A front matter with plain blanks, and the way back to what was typed.
pub(crate) struct Straight {
    /// The text as YAML can read it.
    pub(crate) source: Source,
    /// Where the YAML stands in it.
    pub(crate) span: Span,
    /// From which byte of it on how the bytes of the file go along.
    places: Vec<(usize, usize)>,
    /// The file as it was typed.
    written: String,
}

impl Straight {
    /// The YAML in `span` with plain blanks, where there are others in it.
    pub(crate) fn of(span: Span, source: &Source) -> Option<Self> {
        let text = source.text();
        let written = text.to_owned();
        let yaml = &text[span.range()];
        if !yaml.contains(is_odd) {
            return None;
        }
        let mut writer = Writer::new(&text[..span.start], span.start);
        let (mut state, mut at) = (State::default(), 0);
        for line in yaml.split_inclusive('\n') {
            at += line.len();
            writer.line(line, &yaml[at..], &mut state);
        }
        let end = writer.text.len();
        writer.keep(&text[span.end..]);
        let Writer { text, places, .. } = writer;
        let source = Source::new(source.name(), text);
        Some(Self { source, span: Span { end, ..span }, places, written })
    }

    /// Where something of the straightened text stands in the file.
    pub(crate) fn back(&self, span: Span) -> Span {
        let place = |at: usize| {
            let after = self.places.partition_point(|(new, _)| *new <= at);
            let (new, old) =
                after.checked_sub(1).map_or((0, 0), |last| self.places[last]);
            old + (at - new)
        };
        let start = self.written.floor_char_boundary(place(span.start));
        // The blank at the end may be longer in the file than the plain one here.
        let last = span.end.checked_sub(1).filter(|_| span.end > span.start);
        let end =
            last.map_or(start, |last| self.written.ceil_char_boundary(place(last) + 1));
        Span { start, end: end.max(start), ..span }
    }

    /// A tree whose parts stand where they stand in the file.
    pub(crate) fn tree(&self, mut node: Node) -> Node {
        self.move_back(&mut node);
        node
    }

    fn move_back(&self, node: &mut Node) {
        node.span = self.back(node.span);
        match &mut node.kind {
            Kind::Null | Kind::Scalar(_) => {}
            Kind::List(list) => list.iter_mut().for_each(|node| self.move_back(node)),
            Kind::Map(map) => {
                for (key, node) in map {
                    key.span = self.back(key.span);
                    self.move_back(node);
                }
            }
        }
    }
}

/// Whether a character looks like a blank or like nothing and is none to YAML.
fn is_odd(c: char) -> bool {
    is_wide(c) || is_unseen(c)
}

/// Whether a character is a blank at which no line may end.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Whether a character looks like a blank or like nothing.
fn is_blank(c: char) -> bool {
    is_odd(c) || c == ' ' || c == '\t'
}

/// What is open at the start of a line.
#[derive(Default)]
struct State {
    /// How far the lines of a block (`|`, `>`) are set in, and its header.
    block: Option<(usize, usize)>,
    /// How many brackets are open.
    depth: usize,
    /// The quotation mark that is open.
    quote: Option<char>,
}

/// The straightened text being written.
struct Writer {
    text: String,
    places: Vec<(usize, usize)>,
    /// The byte of the file that comes next.
    old: usize,
}

impl Writer {
    fn new(before: &str, old: usize) -> Self {
        Self { text: before.to_owned(), places: vec![(0, 0)], old }
    }

    /// Text that stays as it is.
    fn keep(&mut self, text: &str) {
        if !text.is_empty() {
            self.places.push((self.text.len(), self.old));
            self.text.push_str(text);
            self.old += text.len();
        }
    }

    /// Blanks, each as what it looks like.
    fn blanks(&mut self, run: &str) {
        for c in run.chars() {
            self.places.push((self.text.len(), self.old));
            match c {
                c if is_unseen(c) => {}
                c if is_wide(c) => self.text.push(' '),
                c => self.text.push(c),
            }
            self.old += c.len_utf8();
        }
    }

    /// Takes the blanks off the start of a text.
    fn lead<'t>(&mut self, text: &'t str) -> &'t str {
        let rest = text.trim_start_matches(is_blank);
        self.blanks(&text[..text.len() - rest.len()]);
        rest
    }

    /// One line, of which `rest` are those behind it.
    fn line(&mut self, line: &str, rest: &str, state: &mut State) {
        if let Some((indent, header)) = state.block {
            let is_open =
                width(line) > header || line.trim_matches(is_blank).trim().is_empty();
            if is_open {
                return self.block_line(line, indent);
            }
            state.block = None;
        }
        let bare = line.trim_end_matches(['\n', '\r']);
        if state.quote.is_some() || state.depth > 0 {
            self.flow(bare, state);
        } else {
            self.entry(bare, rest, state);
        }
        self.keep(&line[bare.len()..]);
    }

    /// A line of a block: only what sets it in counts.
    fn block_line(&mut self, line: &str, indent: usize) {
        let mut seen = 0;
        let end = line.char_indices().find(|(_, c)| {
            let inside = is_unseen(*c) || (is_blank(*c) && seen < indent);
            seen += usize::from(inside && !is_unseen(*c));
            !inside
        });
        let end = end.map_or(line.len(), |(at, _)| at);
        self.blanks(&line[..end]);
        self.keep(&line[end..]);
    }

    /// `- key: value`, or any part of it.
    fn entry(&mut self, line: &str, rest: &str, state: &mut State) {
        let header = width(line);
        let mut left = self.lead(line);
        while let Some(behind) =
            left.strip_prefix('-').filter(|b| b.starts_with(is_blank))
        {
            self.keep("-");
            left = self.lead(behind);
        }
        if let Some(colon) = colon(left) {
            self.keep(&left[..=colon]);
            left = self.lead(&left[colon + 1..]);
        }
        // `nơi nhận: |`: the lines below that are set in deeper are its text, and the least of
        // them says how far it is set in.
        if left.starts_with(['|', '>']) {
            let lines =
                rest.lines().filter(|line| !line.trim_matches(is_blank).is_empty());
            let inside = lines.map(width).take_while(|width| *width > header);
            state.block = inside.min().map(|indent| (indent, header));
        }
        if left.starts_with(['"', '\'', '[', '{']) {
            self.flow(left, state);
        } else {
            let value = left.trim_end_matches(is_blank);
            self.keep(value);
            self.blanks(&left[value.len()..]);
        }
    }

    /// A value in quotation marks or brackets, which may go on on the next line. Odd blanks count
    /// as plain ones only about the signs (`[một ,hai]`); inside of a word they are its own.
    fn flow(&mut self, text: &str, state: &mut State) {
        let mut left = text;
        while let Some(c) = left.chars().next() {
            let behind = left.trim_start_matches(is_blank);
            let blanks = &left[..left.len() - behind.len()];
            if !blanks.is_empty() && state.quote.is_none() {
                if self.joins()
                    || behind.is_empty()
                    || behind.starts_with([',', ']', '}'])
                {
                    self.blanks(blanks);
                } else {
                    self.keep(blanks);
                }
                left = behind;
                continue;
            }
            match (c, state.quote) {
                (c, Some(quote)) if c == quote => state.quote = None,
                ('"' | '\'', None) if self.joins() => state.quote = Some(c),
                ('[' | '{', None) => state.depth += 1,
                (']' | '}', None) => state.depth = state.depth.saturating_sub(1),
                _ => {}
            }
            // What a backslash escapes is none of these signs.
            let escaped = c == '\\' && state.quote == Some('"');
            let length = c.len_utf8() + if escaped { next_length(left) } else { 0 };
            self.keep(&left[..length]);
            left = &left[length..];
        }
    }

    /// Whether a value begins here: behind what joins two, or at the start of a line.
    fn joins(&self) -> bool {
        let before = self.text.trim_end_matches(is_blank).chars().next_back();
        before.is_none_or(|c| ",:[{\n-".contains(c))
    }
}

/// The length of the second character.
fn next_length(text: &str) -> usize {
    text.chars().nth(1).map_or(0, char::len_utf8)
}

/// How far a line seems to be set in.
fn width(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| is_blank(*c));
    blanks.filter(|c| !is_unseen(*c)).count()
}

/// The colon behind a key that a blank follows, or nothing.
fn colon(entry: &str) -> Option<usize> {
    if entry.starts_with(['"', '\'', '[', '{', '#']) {
        return None;
    }
    let colons = entry.match_indices(':').map(|(at, _)| at);
    colons.into_iter().find(|at| {
        let behind = &entry[at + 1..];
        behind.is_empty() || behind.starts_with(is_blank)
    })
}
