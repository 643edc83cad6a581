//! Leaves out of the layout library in a generated file the blanks and the comments that its lines
//! have for the eye: Typst reads and hashes each of them, which is a tenth of what the library costs.
//! Lines and what sets them in stay.

use std::ops::Range;

use super::names::string_end;
use super::needed::library;
use crate::source_map::{SourceMap, text_without};

/// The file and its map without these blanks.
pub(super) fn without(typst: &str, map: SourceMap) -> (String, SourceMap) {
    let library = library(&map, typst.len());
    let blanks: Vec<Range<usize>> =
        library.into_iter().flat_map(|(part, _)| spare(typst, part)).collect();
    (text_without(typst, &blanks), map.narrowed(&blanks))
}

/// The blanks and comments within the lines of some Typst code that mean nothing.
fn spare(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let bytes = &text.as_bytes()[..part.end];
    let mut found = Vec::new();
    // How deep in `[…]`, where all blanks are printed; and whether only blanks stand before.
    let (mut depth, mut is_start) = (0_usize, true);
    let mut at = part.start;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'\n' => is_start = true,
            b' ' => {
                at += bytes[at..].iter().take_while(|byte| **byte == b' ').count();
                let behind = bytes.get(at).copied().unwrap_or(b'\n');
                let is_spare = depth == 0 && !is_start;
                if is_spare && is_comment(&bytes[at..]) {
                    at += line_end(&bytes[at..]);
                    found.push(start..at);
                } else if is_spare && means_nothing(bytes[start - 1], behind) {
                    found.push(start..at);
                }
            }
            b'"' if depth == 0 => {
                at += string_end(&bytes[at..]);
                is_start = false;
            }
            b'[' => (depth, is_start) = (depth + 1, false),
            b']' => (depth, is_start) = (depth.saturating_sub(1), false),
            _ => is_start = false,
        }
    }
    found
}

/// Whether blanks between two signs mean nothing: one of them parts what stands on both sides, and
/// without them nothing else could be read. `a -b`, `(a) (b)`, `a <b>` and `f [a]` are other things
/// than `a-b`, `(a)(b)`, `a<b>` and `f[a]`.
fn means_nothing(before: u8, behind: u8) -> bool {
    const PARTING: &[u8] = b",:={}+*!>";
    let parts = |sign: u8| PARTING.contains(&sign);
    let is_apart = |sign: u8| matches!(sign, b'-' | b'<' | b'/' | b'.' | b'#' | b'[');
    match (before, behind) {
        (_, b'\n') => true,
        (before, behind) if is_apart(before) || is_apart(behind) => false,
        (before, b'(') => parts(before) && before != b'}',
        (before, behind) => {
            parts(before)
                || parts(behind)
                || matches!(before, b'(' | b')')
                || behind == b')'
        }
    }
}

/// Whether some code begins with a comment.
fn is_comment(code: &[u8]) -> bool {
    code.starts_with(b"//")
}

/// How far it is to the end of the line.
fn line_end(code: &[u8]) -> usize {
    code.iter().position(|byte| *byte == b'\n').unwrap_or(code.len())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use typst_syntax::{SyntaxKind, SyntaxNode, parse};

    use super::super::files::is_plain;
    use super::*;
    use crate::template::Templates;

    fn tightened(code: &str) -> String {
        text_without(code, &spare(code, 0..code.len()))
    }

    /// A tree without what means nothing, as text.
    fn told(node: &SyntaxNode, out: &mut String) {
        if node.children().len() == 0 {
            let _ = writeln!(out, "{:?} {}", node.kind(), node.leaf_text());
        }
        for child in node.children() {
            let is_trivia = child.kind().is_trivia() && node.kind() != SyntaxKind::Markup;
            if !is_trivia && child.kind() != SyntaxKind::LineComment {
                let _ = write!(out, "{:?} ", node.kind());
                told(child, out);
            }
        }
    }

    #[test]
    fn the_library_means_the_same_without_blanks() {
        let templates = Templates::built_in();
        let mut spared = 0;
        let files = templates.files_in("layout").filter(|(path, _)| is_plain(path));
        for (path, source) in files {
            let code = source.text();
            let tight = tightened(code);
            let lines = |code: &str| code.matches('\n').count();
            assert_eq!(lines(code), lines(&tight), "{path}");
            spared += code.len() - tight.len();
            let trees = [code, &tight].map(|code| {
                let root = parse(code);
                assert!(root.errors_and_warnings().0.is_empty(), "{path}");
                let mut out = String::new();
                told(&root, &mut out);
                out
            });
            assert_eq!(trees[0], trees[1], "{path}");
        }
        assert!(spared > 5_000, "{spared}");
    }

    #[test]
    fn only_blanks_that_mean_nothing_go() {
        for (code, tight) in [
            ("#let f(a, b: 1) = {", "#let f(a,b:1)={"),
            ("  let (a, b) = (1, 2) // c", "  let (a,b)=(1,2)"),
            (
                "  if a == b { \"c  d\" } else { [e  f] }",
                "  if a==b{\"c  d\"}else{ [e  f]}",
            ),
            ("  (a - 1) * -2 / 3 < 4", "  (a - 1)* -2 / 3 < 4"),
            ("  return (a) and not (b) in (c)", "  return (a)and not (b)in (c)"),
            ("  \"http://a\" + b", "  \"http://a\"+b"),
            ("  if a [b  c]", "  if a [b  c]"),
            ("  x => -x", "  x=> -x"),
        ] {
            assert_eq!(tightened(code), tight);
        }
    }
}
