//! The texts of a generated file, and which break marks go into them.

use std::ops::Range;

use typst::syntax::ast::{self, BinOp};
use typst::syntax::{SyntaxKind, SyntaxNode, parse};

use super::super::generated::end_of_library;
use super::titles::{self, Field};
use super::{Mark, breakable, unbreakable};
use crate::source_map::{Content, SourceMap};

/// Functions whose strings say no text of the page.
const TEXTLESS: &[&str] = &[
    "regex",
    "label",
    "image",
    "counter",
    "state",
    "numbering",
    "eval",
    "read",
    "csv",
    "json",
    "toml",
    "yaml",
    "xml",
    "cbor",
    "plugin",
    "bytes",
    "datetime",
    "panic",
    "assert",
];

/// Where in the generated file a mark goes, in order.
pub(super) fn marks(typst: &str, map: &SourceMap) -> Vec<(usize, Mark)> {
    let start = end_of_library(map);
    let mut finder = Finder { map, found: Vec::new() };
    let root = parse(&typst[start..]);
    let mut rest = vec![(&root, start, Place::default())];
    while let Some((node, at, place)) = rest.pop() {
        finder.node(node, at, place.within(node), &mut rest);
    }
    finder.found.sort_unstable_by_key(|(place, _)| *place);
    // Within a long row of signs a line may end.
    finder.found.dedup_by_key(|(place, _)| *place);
    finder.found
}

/// Of which call and argument a text is.
#[derive(Clone, Copy, Default)]
struct Place<'n> {
    function: Option<&'n str>,
    field: Option<Field>,
}

impl<'n> Place<'n> {
    /// The place of what stands in a node that stands here.
    fn within(self, node: &'n SyntaxNode) -> Self {
        match node.kind() {
            SyntaxKind::FuncCall => Self { function: callee(node), ..self },
            SyntaxKind::Args => {
                let field = self.function.and_then(|name| Field::of(name, None));
                Self { field: field.or(self.field), ..self }
            }
            SyntaxKind::Named => {
                let name =
                    node.cast::<ast::Named<'_>>().map(|named| named.name().as_str());
                let field = self.function.and_then(|function| Field::of(function, name));
                Self { field, ..self }
            }
            _ => self,
        }
    }
}

/// The name of the function that is called here.
fn callee(node: &SyntaxNode) -> Option<&str> {
    match node.cast::<ast::FuncCall<'_>>()?.callee() {
        ast::Expr::Ident(name) => Some(name.as_str()),
        _ => None,
    }
}

struct Finder<'m> {
    map: &'m SourceMap,
    found: Vec<(usize, Mark)>,
}

/// Texts that are printed one behind the other, as one.
#[derive(Default)]
struct Run {
    text: String,
    /// From where on it stands in the file as it is here: an offset of the text, and one of the file.
    places: Vec<(usize, usize)>,
    literals: usize,
    /// Whether the user wrote some of it.
    is_users: bool,
}

impl Finder<'_> {
    /// Looks at what a node holds; what has further nodes goes to `rest`.
    fn node<'n>(
        &mut self,
        node: &'n SyntaxNode,
        mut at: usize,
        place: Place<'n>,
        rest: &mut Vec<(&'n SyntaxNode, usize, Place<'n>)>,
    ) {
        let is_sequence = matches!(node.kind(), SyntaxKind::Code | SyntaxKind::Markup);
        let mut run = Run::default();
        for child in node.children() {
            let start = at;
            at += child.len();
            let is_layout =
                node.kind() == SyntaxKind::Code && child.kind() == SyntaxKind::Space;
            if is_layout || is_sequence && is_between(child.kind()) {
                continue;
            }
            let goes_on = run.take(child, start, self.map);
            if !goes_on || !is_sequence {
                self.finish(&mut run, place.field);
            }
            if !goes_on && !says_nothing(child) {
                rest.push((child, start, place));
            }
        }
        self.finish(&mut run, place.field);
    }

    /// Looks where marks go in what was collected.
    fn finish(&mut self, run: &mut Run, field: Option<Field>) {
        if run.literals == 0 {
            return;
        }
        let run = std::mem::take(run);
        let text = &run.text;
        if !run.is_users && run.literals < 2 && !text.contains(' ') {
            return;
        }
        let breaks = breakable::breaks(text).into_iter();
        self.found.extend(breaks.map(|at| (run.place(at), Mark::Break)));
        let joints = match field {
            Some(field) => titles::joints(text, field),
            None => unbreakable::joints(text).into_iter().map(|at| (at, 1)).collect(),
        };
        let joiners = joints.into_iter();
        self.found
            .extend(joiners.map(|(at, count)| (run.place(at), Mark::Joiner { count })));
    }
}

impl Run {
    /// Where a character of the text stands in the file.
    fn place(&self, at: usize) -> usize {
        let begun = self.places.partition_point(|(start, _)| *start <= at);
        let (start, place) = self.places[begun.saturating_sub(1)];
        place + at - start
    }

    /// Takes in what stands in the file as it is printed.
    fn plain(&mut self, text: &str, place: usize) {
        self.places.push((self.text.len(), place));
        self.text.push_str(text);
    }

    /// Takes a node in, if it is a text.
    fn take(&mut self, node: &SyntaxNode, at: usize, map: &SourceMap) -> bool {
        match node.kind() {
            SyntaxKind::Str => self.string(node, at, map),
            SyntaxKind::Text | SyntaxKind::Space => {
                let text = node.leaf_text();
                self.literals += 1;
                let one_line = text.replace("\n", " ");
                self.plain(&one_line, at);
                true
            }
            SyntaxKind::Parenthesized | SyntaxKind::Binary if is_sum(node) => {
                let mut at = at;
                let mut all = true;
                for child in node.children() {
                    let is_part = matches!(
                        child.kind(),
                        SyntaxKind::Str | SyntaxKind::Binary | SyntaxKind::Parenthesized
                    );
                    all &= !is_part || self.take(child, at, map);
                    at += child.len();
                }
                all
            }
            _ => false,
        }
    }

    /// Takes a string in, unless it is no text of the page: an address, a path, a description.
    fn string(&mut self, node: &SyntaxNode, at: usize, map: &SourceMap) -> bool {
        let written = node.leaf_text();
        match content(map, &(at..at + written.len())) {
            Some(Content::Hidden(_) | Content::Picture(_)) => return false,
            Some(Content::Printed(_)) => self.is_users = true,
            Some(Content::Code) | None => {}
        }
        self.literals += 1;
        let mut start = 1;
        loop {
            let rest = &written[start..];
            let plain = rest.bytes().position(|byte| matches!(byte, b'\\' | b'"'));
            let plain = plain.unwrap_or(rest.len());
            self.plain(&rest[..plain], at + start);
            start += plain;
            let Some((c, length)) = escaped(&rest[plain..]) else { return true };
            self.plain(c.encode_utf8(&mut [0; 4]), at + start);
            start += length;
        }
    }
}

/// Whether strings are added: `("" + "xã" + ", " + "thôn")`. How deep this goes is bounded by
/// Typst's parser.
fn is_sum(node: &SyntaxNode) -> bool {
    node.children().all(|child| match child.kind() {
        SyntaxKind::Str
        | SyntaxKind::Plus
        | SyntaxKind::Space
        | SyntaxKind::LeftParen
        | SyntaxKind::RightParen => true,
        SyntaxKind::Binary => {
            let sum =
                child.cast::<ast::Binary<'_>>().is_some_and(|b| b.op() == BinOp::Add);
            sum && is_sum(child)
        }
        SyntaxKind::Parenthesized => is_sum(child),
        _ => false,
    })
}

/// What does not part two texts of a sequence: `"số "; "12"`.
fn is_between(kind: SyntaxKind) -> bool {
    matches!(kind, SyntaxKind::Semicolon | SyntaxKind::Hash | SyntaxKind::LineComment)
}

/// Whether nothing in a node is a text of the page.
fn says_nothing(node: &SyntaxNode) -> bool {
    let called = || match node.cast::<ast::FuncCall<'_>>().map(ast::FuncCall::callee) {
        Some(ast::Expr::Ident(name)) => TEXTLESS.contains(&name.as_str()),
        Some(ast::Expr::FieldAccess(access)) => access.field().as_str() == "display",
        _ => false,
    };
    match node.kind() {
        SyntaxKind::ModuleImport
        | SyntaxKind::ModuleInclude
        | SyntaxKind::Raw
        | SyntaxKind::Equation => true,
        SyntaxKind::FuncCall => called(),
        _ => false,
    }
}

/// What the map says of a literal that stands just there.
fn content<'m>(map: &'m SourceMap, range: &Range<usize>) -> Option<&'m Content> {
    let segments = map.segments();
    let first = segments.partition_point(|segment| segment.range.start < range.start);
    let same = segments[first..].iter().take_while(|s| s.range.start == range.start);
    same.filter(|segment| segment.range == *range).map(|segment| &segment.content).last()
}

/// The escaped character at the start of what is left of a string literal, and how many bytes it
/// takes there; none at the closing quote.
fn escaped(rest: &str) -> Option<(char, usize)> {
    let mut chars = rest.strip_prefix('\\')?.chars();
    let escaped = chars.next()?;
    if escaped != 'u' {
        let meant = if matches!(escaped, 'n' | 'r' | 't') { '\n' } else { escaped };
        return Some((meant, 1 + escaped.len_utf8()));
    }
    let (code, _) = rest.strip_prefix("\\u{")?.split_once('}')?;
    let meant = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
    Some((meant.unwrap_or(char::REPLACEMENT_CHARACTER), code.len() + 4))
}
