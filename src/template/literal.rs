//! The one place where text becomes Typst: as a string literal, in which nothing is active.

use std::fmt::Write as _;

/// Writes `text` as a Typst string literal.
///
/// Control characters and private-use characters are escaped, so that the generated file
/// can be read and never holds a character of the user's that nobody sees.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(may_be_escaped) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let mut characters = rest.chars();
        match characters.next() {
            Some(c @ ('"' | '\\')) => out.extend(['\\', c]),
            Some(c) if c.is_control() || is_private(c) => {
                // Writing to a string never fails.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.extend(c),
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
    out
}

/// Whether a character that is escaped may begin with this byte: few others do.
fn may_be_escaped(byte: u8) -> bool {
    matches!(byte, 0..b' ' | b'"' | b'\\' | 0x7f | 0xc2 | 0xee | 0xef | 0xf3..)
}

/// Makes one line of a text: line ends and tabs, with the blanks around them, become a blank.
///
/// A byte order mark goes: nobody sees one, and no archive takes it (PDF/A-2, 6.2.11.7).
pub(super) fn one_line(text: &str) -> String {
    // The first bytes of all that is looked for: few texts have one.
    let may_go = |byte: u8| matches!(byte, b'\t'..=b'\r' | 0xc2 | 0xe2 | 0xef);
    if !text.bytes().any(may_go) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(breaks) {
        out.push_str(rest[..start].trim_end_matches(' '));
        out.push(' ');
        rest = rest[start..].trim_start_matches(|c| c == ' ' || breaks(c));
    }
    out.push_str(rest);
    out.retain(|c| c != BYTE_ORDER_MARK);
    out
}

/// The lines of a text, without empty ones, each as [`one_line`] has it.
pub(super) fn lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(one_line).collect::<Vec<_>>().join("\n")
}

/// A text of which every blank counts, tabs as four.
pub(super) fn verbatim(text: &str) -> String {
    text.replace(BYTE_ORDER_MARK, "").replace('\t', "    ")
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character starts a new line or column.
fn breaks(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}
