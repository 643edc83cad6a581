//! Draws the letters of a run as one path. An SVG of Typst refers to each letter by `<use>`, of which
//! a page has some two thousand: a browser takes twice as long to draw these.

use std::collections::HashMap;
use std::fmt::Write as _;

/// What begins the outline of a letter; all behind it is relative to it.
const START: &str = "M 0 0";

/// So many digits of a number stand behind its point: no screen shows more.
const DIGITS: usize = 3;

/// How a letter is referred to: its outline, its place and its colour stand in the gaps.
const USE: [&str; 5] = [
    "<use xlink:href=\"#",
    "\" x=\"",
    "\" y=\"",
    "\" fill=\"",
    "\" fill-rule=\"nonzero\"/>",
];

/// How an outline is kept: its name and its path stand in the gaps.
const SYMBOL: [&str; 3] =
    ["<symbol id=\"", "\" overflow=\"visible\"><path d=\"", "\"/></symbol>"];

/// The SVG with each run of letters as a path, its numbers to a thousandth of a point. What is not
/// written as Typst writes plain letters stays as it is.
pub(super) fn merged(svg: &str) -> String {
    let outlines = outlines(svg);
    let mut out = String::with_capacity(svg.len() * 2);
    let mut rest = svg;
    while let Some(at) = rest.find(['<']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(behind) = symbol(rest)
            .and_then(|(id, _, behind)| outlines.contains_key(id).then_some(behind))
        {
            rest = behind;
        } else if let Some(behind) = run(rest, &outlines, &mut out) {
            rest = behind;
        } else {
            out.push('<');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The outlines by their names, as far as they are relative to where they start.
fn outlines(svg: &str) -> HashMap<&str, String> {
    let starts = svg.match_indices(SYMBOL[0]).map(|(at, _)| &svg[at..]);
    let found = starts.filter_map(symbol).filter_map(|(id, path, _)| {
        let relative = path.strip_prefix(START)?;
        let is_relative =
            !relative.contains(|c: char| c.is_ascii_uppercase() && c != 'Z');
        is_relative.then(|| (id, cut(relative)))
    });
    found.collect()
}

/// The name and the path of the outline that stands at the start, and what follows it.
fn symbol(svg: &str) -> Option<(&str, &str, &str)> {
    let (id, rest) = svg.strip_prefix(SYMBOL[0])?.split_once('"')?;
    let (path, rest) = rest.strip_prefix(&SYMBOL[1][1..])?.split_once('"')?;
    Some((id, path, rest.strip_prefix(&SYMBOL[2][1..])?))
}

/// A letter in its run.
struct Letter<'s> {
    outline: &'s str,
    x: &'s str,
    y: &'s str,
    fill: &'s str,
}

/// Writes the letters that stand at the start, those of one colour as a path; gives what follows.
fn run<'s>(
    svg: &'s str,
    outlines: &HashMap<&str, String>,
    out: &mut String,
) -> Option<&'s str> {
    let (first, mut rest) = letter(svg)?;
    let mut path = String::new();
    place(&first, outlines.get(first.outline)?, &mut path);
    while let Some((next, behind)) = letter(rest)
        && next.fill == first.fill
        && let Some(outline) = outlines.get(next.outline)
    {
        place(&next, outline, &mut path);
        rest = behind;
    }
    let fill = first.fill;
    let _ = write!(out, "<path fill=\"{fill}\" fill-rule=\"nonzero\" d=\"{path}\"/>");
    Some(rest)
}

/// The letter that stands at the start, and what follows it.
fn letter(svg: &str) -> Option<(Letter<'_>, &str)> {
    let (outline, rest) = svg.strip_prefix(USE[0])?.split_once('"')?;
    let (x, rest) = rest.strip_prefix(&USE[1][1..])?.split_once('"')?;
    let (y, rest) = rest.strip_prefix(&USE[2][1..])?.split_once('"')?;
    let (fill, rest) = rest.strip_prefix(&USE[3][1..])?.split_once('"')?;
    Some((Letter { outline, x, y, fill }, rest.strip_prefix(&USE[4][1..])?))
}

/// Adds an outline at its place.
fn place(letter: &Letter<'_>, outline: &str, path: &mut String) {
    let _ = write!(path, "M{} {}", cut(letter.x), cut(letter.y));
    path.push_str(outline);
}

/// The numbers of a path, cut off behind a thousandth.
fn cut(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((whole, behind)) = rest.split_once('.') {
        out.push_str(whole);
        let end = behind.bytes().position(|byte| !byte.is_ascii_digit());
        let (digits, behind) = behind.split_at(end.unwrap_or(behind.len()));
        let digits = digits[..digits.len().min(DIGITS)].trim_end_matches('0');
        if !digits.is_empty() {
            out.push('.');
            out.push_str(digits);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTLINES: &str = "<defs><symbol id=\"gA\" overflow=\"visible\"><path d=\"M 0 0m 1.23456 \
                            -0.00001h 2.5Z\"/></symbol><symbol id=\"gB\" overflow=\"visible\"><path \
                            d=\"M 0 0m 2 0v 1Zm 1 1h 1Z\"/></symbol><symbol id=\"gC\" \
                            overflow=\"visible\"><image/></symbol></defs>";

    fn letter(id: &str, x: &str, fill: &str) -> String {
        let [name, at, up, colour, end] = USE;
        format!("{name}{id}{at}{x}{up}0{colour}{fill}{end}")
    }

    #[test]
    fn letters_of_a_run_become_one_path() {
        let run = letter("gA", "0", "#000000") + &letter("gB", "7.00049", "#000000");
        let svg = format!("<svg><g>{run}</g>{OUTLINES}</svg>");
        let path = "M0 0m 1.234 -0h 2.5ZM7 0m 2 0v 1Zm 1 1h 1Z";
        let path = format!("<path fill=\"#000000\" fill-rule=\"nonzero\" d=\"{path}\"/>");
        let left =
            "<defs><symbol id=\"gC\" overflow=\"visible\"><image/></symbol></defs>";
        assert_eq!(merged(&svg), format!("<svg><g>{path}</g>{left}</svg>"));
    }

    #[test]
    fn another_colour_begins_another_path() {
        let run = letter("gA", "0", "#000000") + &letter("gA", "5", "#ff0000");
        let found = merged(&format!("<g>{run}</g>{OUTLINES}"));
        assert_eq!(found.matches("<path fill=").count(), 2);
        assert!(found.contains("fill=\"#ff0000\" fill-rule=\"nonzero\" d=\"M5 0m"));
    }

    #[test]
    fn what_is_no_plain_letter_stays() {
        for odd in [
            letter("gC", "0", "#000000"),
            letter("gX", "0", "#000000"),
            "<use xlink:href=\"#gA\" transform=\"scale(2)\"/>".to_owned(),
            "<rect width=\"1.23456\"/>".to_owned(),
            "a < b".to_owned(),
            String::new(),
        ] {
            assert!(
                merged(&format!("<g>{odd}</g>{OUTLINES}"))
                    .starts_with(&format!("<g>{odd}</g>"))
            );
        }
    }
}
