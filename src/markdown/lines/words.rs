//! The words of a line without Markdown's marks, and where in the line each of them stands.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::ahead::Ahead;
use super::blanks::is_blank;
use super::marker;
use crate::source::{is_alphabetic, letter};

/// The words of a line: what a reader sees of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// The words, in NFC.
    pub(crate) text: String,
    /// For each character of the words its start among them and its place in the line.
    places: Vec<(usize, Range<usize>)>,
}

impl Words {
    /// The words of a line. The marks of bold and italic letters, the backslashes before signs, the
    /// addresses behind links, the marks of footnotes and the tags of HTML are none.
    pub(crate) fn of(line: &str) -> Self {
        let text = String::with_capacity(line.len());
        let mut words = Self { text, places: Vec::with_capacity(line.len()) };
        let mut markup = Markup::of(line);
        let mut at = 0;
        while let Some(c) = line[at..].chars().next() {
            // Most characters are letters and blanks without marks of their own.
            let behind = at + c.len_utf8();
            let may_be_marked = match line.as_bytes()[behind..] {
                [] | [..0xcc, ..] | [0xe1, 0xba | 0xbb, ..] => false,
                [..] => true,
            };
            if (is_alphabetic(c) || c == ' ') && !may_be_marked {
                words.places.push((words.text.len(), at..behind));
                words.text.push(letter(c));
                at = behind;
                continue;
            }
            let length = markup.length(at);
            if length > 0 {
                at += length;
                continue;
            }
            let escape = c == '\\'
                && line[at + 1..].starts_with(|c: char| c.is_ascii_punctuation());
            let from = at;
            at += if escape { 2 } else { c.len_utf8() };
            let marks = line[at..].chars().take_while(|c| is_mark(*c));
            let marks: usize = marks.map(char::len_utf8).sum();
            at += marks;
            words.places.push((words.text.len(), from..at));
            let shown = from + usize::from(escape);
            if marks > 0 {
                words.text.extend(line[shown..at].nfc().map(letter));
            } else {
                words.text.extend(line[shown..at].chars().map(letter));
            }
        }
        words
    }

    /// The places in the line of the words in a range, one after the other, without the marks
    /// between them.
    pub(crate) fn places(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for (start, place) in &self.places {
            if !range.contains(start) {
                continue;
            }
            match out.last_mut() {
                Some(last) if last.end == place.start => last.end = place.end,
                Some(_) | None => out.push(place.clone()),
            }
        }
        out
    }
}

/// Whether a character is a mark on the letter before it.
fn is_mark(c: char) -> bool {
    c >= '\u{300}' && is_combining_mark(c)
}

/// How many characters a text has in NFC.
pub(crate) fn width(text: &str) -> usize {
    text.chars().filter(|c| !is_mark(*c)).count()
}

/// The marks of a line that are no words.
struct Markup<'l> {
    line: &'l str,
    parenthesis: Ahead<'l>,
    bracket: Ahead<'l>,
    angle: Ahead<'l>,
}

impl<'l> Markup<'l> {
    fn of(line: &'l str) -> Self {
        let [parenthesis, bracket, angle] =
            [b')', b']', b'>'].map(|sign| Ahead::of(line, sign));
        Self { line, parenthesis, bracket, angle }
    }

    /// How many bytes of markup start at a place; 0 for words.
    fn length(&mut self, at: usize) -> usize {
        let rest = &self.line[at..];
        if !rest.starts_with(['*', '_', ']', '[', '<', marker::COMMENT]) {
            return 0;
        }
        let before = self.line[..at].chars().next_back();
        let to = |end: Option<usize>| end.map_or(0, |end| end + 1 - at);
        match rest.chars().next() {
            Some('*') => stars(before, rest),
            Some('_') => underscores(before, rest),
            Some(marker::COMMENT) => marker::COMMENT.len_utf8(),
            Some(']') if rest.starts_with("](") => to(self.parenthesis.next(at)),
            Some('[') if rest.starts_with("[^") => to(self.bracket.next(at)),
            Some('<')
                if rest[1..]
                    .starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') =>
            {
                to(self.angle.next(at))
            }
            _ => 0,
        }
    }
}

/// How long the marks of bold or italic letters are with which `rest` starts.
fn stars(before: Option<char>, rest: &str) -> usize {
    let run = rest.len() - rest.trim_start_matches('*').len();
    let apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
    // `5 * 3`: a sign, for a blank stands on both sides.
    let sign = apart(before) && apart(rest[run..].chars().next());
    if sign && run == 1 { 0 } else { run }
}

/// The same of `_`: `tệp a_b.docx` and `____` to fill in have none.
fn underscores(before: Option<char>, rest: &str) -> usize {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let run = rest.bytes().take(3).take_while(|b| *b == b'_').count();
    let mark = run <= 2
        && before != Some('_')
        && (edge(before) || edge(rest[run..].chars().next()));
    if mark { run } else { 0 }
}

/// Whether a text is in capitals from start to end: `KẾT LUẬN`, `TT 1B`; one capital, `A 1`, is not
/// enough.
pub(crate) fn is_all_caps(text: &str) -> bool {
    !text.contains(char::is_lowercase)
        && text.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
}

/// Whether a text ends as a title may: `Kết quả`, and not as a sentence, `Thu đạt.`
pub(crate) fn may_end_title(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '”' | '"' | '’' | ')' | '»')
    });
    !text.ends_with(['.', ';', ':', ',', '!', '?', '/', '…'])
}

/// Whether a text ends as a sentence, a lead-in or an entry of a list does: `đạt.”`, `gồm:`, `chậm;`.
/// Behind a comma it goes on, other than in [`may_end_title`].
pub(crate) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        is_blank(c) || matches!(c, '”' | '"' | '’' | ')' | ']' | '»')
    });
    text.ends_with(['.', ';', ':', '!', '?', '…']) || text.ends_with("./")
}

/// Whether a line as typed is bold from start to end: `**1. Thu**`, `**Thu:**`, not `**a** và **b**`.
pub(crate) fn is_bold(line: &str) -> bool {
    let mut bold = false;
    let mut any = false;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if c == '\\' {
            let length = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
            let letter = rest[..length].contains(char::is_alphanumeric);
            if letter && !bold {
                return false;
            }
            rest = &rest[length..];
            continue;
        }
        // Two signs make bold letters, one makes italic ones: it is passed over.
        let mark = (c == '*' || c == '_') && rest[c.len_utf8()..].starts_with(c);
        if mark {
            bold = !bold;
            any = true;
            rest = rest.trim_start_matches(c);
            continue;
        }
        if !bold && c.is_alphanumeric() && !in_note(line, rest) {
            return false;
        }
        rest = &rest[c.len_utf8()..];
    }
    any && !bold
}

/// Whether what is left of a line starts in the mark of a footnote: `[^1]`.
fn in_note(line: &str, rest: &str) -> bool {
    let before = &line[..line.len() - rest.len()];
    before.rfind("[^").is_some_and(|start| !before[start..].contains(']'))
}
