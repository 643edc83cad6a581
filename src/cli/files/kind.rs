//! Kinds of results, known by what a file holds: a result takes the place of its like only.

use std::fs;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::cli::arguments::build::Format;
use crate::cli::exit::Abort;
use crate::cli::terminal::file_errors;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A document in a format.
    Document(Format),
    /// A JSON Schema.
    Schema,
    /// A report of `--report`.
    Report,
}

/// Files that would be replaced must be of the kind that is written, as those of an earlier run
/// are: last month's PDF gives way, a picture or a text of the user's never does.
///
/// # Errors
/// Says which file holds something else, or cannot be read.
pub(crate) fn keep_others(paths: &[PathBuf], kind: Kind) -> Result<(), Abort> {
    for path in paths {
        // What is not there, and a device, has nothing to lose.
        if fs::metadata(path).is_ok_and(|about| about.is_file()) {
            let bytes = start_of(path).map_err(|error| {
                Abort::environment(match kind {
                    Kind::Document(_) => file_errors::unwritable_result(path, &error),
                    Kind::Schema | Kind::Report => file_errors::unreadable(path, &error),
                })
            })?;
            if !bytes.is_empty() && !is_of(&bytes, kind) {
                let message = file_errors::other_kind(path, name(kind));
                return Err(Abort::problem(message));
            }
            if kind == Kind::Document(Format::Pdf) && is_signed(path, &bytes) {
                return Err(Abort::problem(file_errors::signed(path)));
            }
        }
    }
    Ok(())
}

/// How much of a file is looked at; a schema of ours is shorter.
const SAMPLE: u64 = 1024 * 1024;

fn start_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(SAMPLE).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a PDF has a digital signature (ISO 32000-1, 12.8.1: its dictionary says which bytes it
/// covers), which programs put behind what was there. `start` is what was read of it: in most cases
/// all.
fn is_signed(path: &Path, start: &[u8]) -> bool {
    const MARK: &[u8] = b"/ByteRange";
    let has_mark = |bytes: &[u8]| {
        let mut signs = bytes.iter().enumerate();
        signs.any(|(at, sign)| *sign == b'/' && bytes[at..].starts_with(MARK))
    };
    let end = || -> io::Result<Vec<u8>> {
        let mut file = fs::File::open(path)?;
        let length = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(length.saturating_sub(SAMPLE)))?;
        let mut bytes = Vec::new();
        file.take(SAMPLE).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let is_whole = u64::try_from(start.len()).is_ok_and(|length| length < SAMPLE);
    has_mark(start) || !is_whole && end().is_ok_and(|bytes| has_mark(&bytes))
}

/// What a kind of file is called.
fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Document(Format::Pdf) => "PDF",
        Kind::Document(Format::Png) => "PNG",
        Kind::Document(Format::Svg) => "SVG",
        Kind::Document(Format::Typ) => "Typst",
        Kind::Schema => "JSON Schema",
        Kind::Report => "JSON Lines (`--report`)",
    }
}

/// Whether a file is of a kind.
fn is_of(bytes: &[u8], kind: Kind) -> bool {
    match kind {
        Kind::Document(Format::Pdf) => bytes.starts_with(b"%PDF-"),
        Kind::Document(Format::Png) => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        Kind::Document(Format::Svg) => text(bytes).is_some_and(is_svg),
        Kind::Document(Format::Typ) => text(bytes).is_some_and(is_typst),
        Kind::Schema => is_schema(bytes),
        Kind::Report => is_report(bytes),
    }
}

/// The bytes as text; the last letter may be cut off.
fn text(bytes: &[u8]) -> Option<&str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.error_len().is_some() => return None,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
    };
    Some(text.trim_start_matches('\u{feff}'))
}

/// Whether a text is SVG; what may stand before its first tag is left out.
fn is_svg(text: &str) -> bool {
    let mut rest = text.trim_start();
    while rest.starts_with("<?") || rest.starts_with("<!") {
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        let Some((_, behind)) = rest.split_once(end) else { return false };
        rest = behind.trim_start();
    }
    rest.strip_prefix("<svg")
        .is_some_and(|tag| tag.starts_with([' ', '\t', '\r', '\n', '>']))
}

/// Whether a text is Typst, as templates make it: it has no front matter, but code.
fn is_typst(text: &str) -> bool {
    let code = |line: &str| {
        let word = line.strip_prefix('#').unwrap_or_default();
        word.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    !text.trim_start().starts_with("---") && text.lines().any(code)
}

fn is_schema(bytes: &[u8]) -> bool {
    serde_json::from_slice(bytes)
        .is_ok_and(|json: serde_json::Value| json.get("$schema").is_some())
}

/// Whether a file begins as reports do; a run that was killed may have left half a line.
fn is_report(bytes: &[u8]) -> bool {
    bytes.starts_with(b"{\"input\":")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_of_one_kind() {
        let kinds =
            [Format::Pdf, Format::Png, Format::Svg, Format::Typ].map(Kind::Document);
        let kinds = [&kinds[..], &[Kind::Schema, Kind::Report]].concat();
        let of = |bytes: &[u8]| -> Vec<&str> {
            kinds.iter().filter(|k| is_of(bytes, **k)).map(|k| name(*k)).collect()
        };
        for (text, wanted) in [
            ("%PDF-1.7\n", "PDF"),
            ("\u{feff}<?xml version=\"1.0\"?>\n<!-- a > b -->\n<svg\n>", "SVG"),
            ("<!DOCTYPE svg>\n<svg xmlns=\"\">", "SVG"),
            ("// a\n#let font-families = ()\n", "Typst"),
            ("{\"input\":\"a.md\",\"result\":", "JSON Lines (`--report`)"),
            ("{\"$schema\": \"https://json-schema.org/\"}", "JSON Schema"),
        ] {
            assert_eq!(of(text.as_bytes()), [wanted], "{text}");
        }
        assert_eq!(of(b"\x89PNG\r\n\x1a\n\0"), ["PNG"]);
        for text in [
            "---\nk: v\n---\n#let a\n",
            "# Một\n",
            "{\"a\": 1}",
            "<html><svg></svg>",
            "<svgs>",
            "%PD",
            "<!-- <svg>",
            "\0",
        ] {
            assert_eq!(of(text.as_bytes()), [""; 0], "{text}");
        }
    }
}
