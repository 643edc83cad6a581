//! The number and the symbol of a document, each in its own field: `45` and `TB-UBND`.

use std::ops::Range;

use super::place;
use crate::diagnostic::{Diagnostics, Fix, Problem};
use crate::document::symbol::{is_code, is_plain_code, is_same_code, joint};
use crate::document::{Document, Kinds, Layout, Manifest, Text, fold};
use crate::source::{FileId, Sources, Span, composed};

/// Checks both fields of the document in `file`.
pub(super) fn check(
    document: &Document,
    kinds: &Kinds,
    file: FileId,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    if let Some(number) = &document.number {
        self::number(number, document, sources, found);
    }
    let symbol = &as_written(&document.symbol, sources);
    if let Some(written) = Numbered::of(&symbol.value) {
        numbered(symbol, &written, document, sources, found);
    } else if !loose(symbol, sources, found)
        && symbol.span.file == file
        && kinds.borrowed.is_none()
        && document.kind.as_ref().is_none_or(Text::is_blank)
        && let Some(kind) = &kinds.own
    {
        code(symbol, document.layout.layout, kind, found);
    }
}

/// The symbol in the file, where the document has the code of its kind in front instead.
fn as_written(symbol: &Text, sources: &Sources) -> Text {
    let written = composed(sources.slice(symbol.span));
    if written.contains(&symbol.value) {
        return symbol.clone();
    }
    Text::new(written.trim_matches(['"', '\'']), symbol.span)
}

/// A number together with what belongs elsewhere: `Số: 45`, `45/TB-UBND`.
struct Numbered<'a> {
    /// The number, where there is one: `45`, `16/2026`.
    number: &'a str,
    /// The symbol behind it, where there is one.
    symbol: &'a str,
    /// Whether the word `Số` stands in front.
    word: bool,
}

impl<'a> Numbered<'a> {
    /// The parts of a text, where it begins with the word or with a number.
    fn of(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let rest = without_word(text);
        let number = &rest[..number_end(rest)];
        let behind = &rest[number.len()..];
        let symbol = behind.trim_start_matches(is_joint).trim_end();
        let word = rest.len() < text.len();
        (word || !number.is_empty()).then_some(Self { number, symbol, word })
    }

    /// Whether this can stand as a number by itself: `45`, `012`, `45a`, `16/2026`, `12 bis`.
    fn is_alone(&self) -> bool {
        let letters = self.symbol.chars().filter(|c| c.is_alphabetic()).count();
        let again = ["bis", "ter"].contains(&self.symbol.to_lowercase().as_str());
        !self.word && (letters < 2 || again)
    }
}

/// What stands behind the word `Số` at the start of a text, else all of it.
fn without_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let is_word = word.to_lowercase() == "số" || (fold(word) == "so" && !rest.is_empty());
    if is_word { rest.trim_start_matches([':', '.', ' ', '\u{a0}']) } else { text }
}

/// Where the number at the start of a text ends, with the year of a legal text: `16/2026`.
fn number_end(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let end = digits(text);
    let Some(year) = text[end..].strip_prefix('/').filter(|_| end > 0) else {
        return end;
    };
    if digits(year) == 4 { end + 5 } else { end }
}

/// What joins a number and a symbol, or the parts of a symbol.
fn is_joint(c: char) -> bool {
    c.is_whitespace() || c == '/' || is_dash(c)
}

/// A hyphen, or what looks like one.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2012}'..='\u{2015}' | '\u{2212}')
}

/// A number that is more than one (HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c).
/// It is mended where what is too much of it is printed anyway.
fn number(
    number: &Text,
    document: &Document,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let value = number.value.as_str();
    let Some(written) = Numbered::of(value) else {
        // No number at all, but the symbol: `TB-UBND`.
        let mut parts = value.trim().split(is_joint);
        let letters = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if value.contains(['/', '-']) && parts.any(letters) {
            let symbol = value.trim().trim_start_matches(|c: char| !c.is_alphanumeric());
            let symbol = Some(symbol.to_owned());
            found.push(Problem::NumberNotAlone { number: None, symbol }, number.span);
        }
        return;
    };
    if written.is_alone() {
        return;
    }
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let problem = Problem::NumberNotAlone {
        number: some(written.number),
        symbol: some(written.symbol),
    };
    let printed =
        written.symbol.is_empty() || written.symbol == document.symbol.value.trim();
    let fix = (printed && !written.number.is_empty())
        .then(|| kept(number, within(value, written.number), sources))
        .flatten();
    found.push_fixed(problem, number.span, fix);
}

/// A symbol that begins with the number: mended where `số` says the same.
fn numbered(
    symbol: &Text,
    written: &Numbered<'_>,
    document: &Document,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let problem = Problem::SymbolNotAlone {
        number: some(written.number),
        symbol: some(written.symbol),
    };
    let number = document.number.as_ref().map_or("", |number| number.value.trim());
    let bare = |number: &str| number.trim_start_matches('0').to_owned();
    let same = !written.symbol.is_empty() && bare(number) == bare(written.number);
    let fix = (same && !number.is_empty())
        .then(|| kept(symbol, within(&symbol.value, written.symbol), sources))
        .flatten();
    found.push_fixed(problem, symbol.span, fix);
}

/// Says where a symbol has blanks about what joins its parts, or a dash for a hyphen: `TB - UBND`,
/// `TB–UBND`.
fn loose(symbol: &Text, sources: &Sources, found: &mut Diagnostics) -> bool {
    let mut edits: Vec<Option<(Span, String)>> = Vec::new();
    let mut fit = String::new();
    let mut rest = symbol.value.trim();
    while let Some(at) = rest.find(is_joint) {
        let (part, behind) = rest.split_at(at);
        rest = behind.trim_start_matches(is_joint);
        let between = &behind[..behind.len() - rest.len()];
        fit.push_str(part);
        match tight(between).filter(|tight| *tight != between) {
            Some(tight) => {
                let place = place::range(symbol, within(&symbol.value, between), sources);
                edits.push(place.map(|span| (span, tight.to_owned())));
                fit.push_str(tight);
            }
            None => fit.push_str(between),
        }
    }
    fit.push_str(rest);
    if edits.is_empty() {
        return false;
    }
    let fix = edits.into_iter().collect::<Option<Fix>>();
    found.push_fixed(Problem::SymbolLoose { fit }, symbol.span, fix);
    true
}

/// What joins two parts of a symbol, without blanks, where it is clear.
fn tight(between: &str) -> Option<&'static str> {
    match between.trim() {
        "" => None,
        "/" => Some("/"),
        dashes => dashes.chars().all(is_dash).then_some("-"),
    }
}

/// A symbol with the code of another kind. What an office writes for all of its papers, and what
/// another paper has, takes the code of the paper before.
fn code(symbol: &Text, layout: Layout, kind: &Manifest, found: &mut Diagnostics) {
    if !kind.abbreviation.is_given {
        return;
    }
    let mark = joint(layout);
    let value = symbol.value.trim();
    let Some((code, rest)) = value.split_once(['/', '-']) else { return };
    let own = kind.abbreviation.of(layout).map(Text::as_str);
    // The Party's regulations (quy định) are numbered `37-QĐ/TW`, like its decisions.
    let regulation = fold(kind.title.as_str()) == "quy_dinh" && is_same_code(code, "QĐ");
    let is_other = match own {
        Some(own) => is_code(code) && !is_same_code(own, code),
        None => is_plain_code(code),
    };
    if is_other && !(regulation && layout == Layout::Party) {
        let fit = own.map_or_else(|| rest.to_owned(), |own| format!("{own}{mark}{rest}"));
        let (code, kind) = (code.to_owned(), kind.title.value.clone());
        found.push(Problem::SymbolOfAnother { code, kind, fit }, symbol.span);
    }
}

/// Where a part of a text stands in it.
fn within(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// What takes all but a part out of a text.
fn kept(text: &Text, part: Range<usize>, sources: &Sources) -> Option<Fix> {
    let value = text.value.as_str();
    let start = value.len() - value.trim_start().len();
    let around = [start..part.start, part.end..value.trim_end().len()];
    let cuts = around.into_iter().filter(|cut| !cut.is_empty());
    cuts.map(|cut| Some((place::range(text, cut, sources)?, String::new()))).collect()
}
