//! The generated file as Typst reads it: the layout library, which many documents have in common
//! and which is kept for the next one, and the document that calls it.

use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use typst::syntax::{
    DiagSpan, DiagSpanKind, FileId, LinkedNode, RootedPath, Source, SyntaxKind,
    VirtualPath, VirtualRoot,
};

use crate::source_map::{Line, SourceMap};

/// What Typst calls the two parts: ids live as long as the process and are few.
static DOCUMENT: LazyLock<FileId> = LazyLock::new(|| id("main.typ"));
static LIBRARY: LazyLock<FileId> = LazyLock::new(|| id(LIBRARY_PATH));

const LIBRARY_PATH: &str = "vanban-layout.typ";

/// What stands before the document where the library is apart; as long as `IMPORT.len()`.
const IMPORT: &str = "#import \"vanban-layout.typ\": *\n";

/// The libraries of the last documents: they differ in numbers of the regulation and in fonts.
/// Typst keeps what it makes of one as long as the text is the same.
static KEPT: Mutex<Vec<Source>> = Mutex::new(Vec::new());

/// How many libraries are kept.
const MOST_KEPT: usize = 8;

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the path is valid");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// A generated file. Places are bytes of its whole text.
#[derive(Debug)]
pub(super) struct Generated {
    text: String,
    library: Option<Source>,
    document: Source,
    /// Where the document begins in the text.
    start: usize,
}

impl Generated {
    /// A file whose parts came from where `map` says.
    pub(super) fn new(text: String, map: &SourceMap) -> Self {
        let start = end_of_library(map);
        let is_ours = map.segments().iter().all(|segment| segment.range.start >= start);
        let library = is_ours.then(|| kept(&text[..start])).flatten();
        match library {
            Some(library) => {
                let document =
                    Source::new(*DOCUMENT, format!("{IMPORT}{}", &text[start..]));
                Self { text, library: Some(library), document, start }
            }
            None => Self::whole(text),
        }
    }

    /// A file that Typst reads as one.
    pub(super) fn whole(text: String) -> Self {
        let document = Source::new(*DOCUMENT, text.clone());
        Self { text, library: None, document, start: 0 }
    }

    /// All of its text: the library and the document.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The id of the part that Typst begins with.
    pub(super) fn main(&self) -> FileId {
        self.document.id()
    }

    /// A part.
    pub(super) fn part(&self, id: FileId) -> Option<&Source> {
        let parts = self.library.iter().chain([&self.document]);
        parts.into_iter().find(|part| part.id() == id)
    }

    /// The syntax tree of the document; places in it are to be given to [`Self::place`].
    pub(super) fn root(&self) -> LinkedNode<'_> {
        LinkedNode::new(self.document.root())
    }

    /// The place in the whole text of a range of the document's tree; none of the `import`.
    pub(super) fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let before = self.before();
        let start = range.start.checked_sub(before)? + self.start;
        Some(start..range.end - before + self.start)
    }

    /// The place in the document's tree of a place of the whole text.
    pub(super) fn in_tree(&self, place: usize) -> Option<usize> {
        Some(place.checked_sub(self.start)? + self.before())
    }

    /// The bytes of the whole text that a span of Typst's stands for.
    pub(super) fn range(&self, span: impl Into<DiagSpan>) -> Option<Range<usize>> {
        let (id, range) = match span.into().get() {
            DiagSpanKind::Detached => return None,
            DiagSpanKind::Number { id, num, sub_range } => {
                (id, self.part(id)?.range(num, sub_range)?)
            }
            DiagSpanKind::Range { id, range } => (id, range),
        };
        if id == self.main() {
            return self.place(&range);
        }
        self.part(id).map(|_| range)
    }

    /// How much stands before the document in its source.
    fn before(&self) -> usize {
        if self.library.is_some() { IMPORT.len() } else { 0 }
    }
}

/// Where what the layout library wrote ends; it is the folder `layout`.
pub(super) fn end_of_library(map: &SourceMap) -> usize {
    let is_library = |line: &Line| line.source.name().contains("/layout/");
    let last = map.lines().iter().rposition(is_library);
    let next = last.and_then(|last| map.lines().get(last + 1));
    next.map_or(0, |line| line.start)
}

/// A library as Typst reads it, from the last documents if one of them had it; none of a text
/// that does more than define names.
fn kept(text: &str) -> Option<Source> {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let known = kept.iter().position(|library| library.text() == text);
    let library = match known {
        Some(index) => kept.remove(index),
        None => Source::new(*LIBRARY, text.to_owned()),
    };
    if !only_defines(&library) {
        return None;
    }
    kept.truncate(MOST_KEPT - 1);
    kept.insert(0, library.clone());
    Some(library)
}

/// Whether a text has nothing but `#let`: what else it did would be lost by an import.
fn only_defines(library: &Source) -> bool {
    !library.text().is_empty()
        && library.root().errors_and_warnings().0.is_empty()
        && library.root().children().all(|node| {
            let kind = node.kind();
            kind.is_trivia() || matches!(kind, SyntaxKind::Hash | SyntaxKind::LetBinding)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_make_a_library() {
        for text in
            ["#let a = 1\n// b\n#let f(x) = x\n\n", "/* a */\n#let (a, b) = (1, 2)\n"]
        {
            assert!(kept(text).is_some(), "{text}");
        }
        for text in [
            "",
            "#set text(red)\n#let a = 1",
            "#let a = 1\nchữ",
            "#let = (",
            "#show: it => it",
        ] {
            assert!(kept(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_same_library_is_parsed_once() {
        let first = kept("#let same = 1\n").unwrap();
        assert_eq!(
            first.text().as_ptr(),
            kept("#let same = 1\n").unwrap().text().as_ptr()
        );
        for other in 0..2 * MOST_KEPT {
            kept(&format!("#let other = {other}\n"));
        }
        assert!(KEPT.lock().unwrap().len() <= MOST_KEPT);
        assert_ne!(
            first.text().as_ptr(),
            kept("#let same = 1\n").unwrap().text().as_ptr()
        );
    }

    #[test]
    fn places_are_those_of_the_whole_text() {
        let (library, document) = ("#let a = 1\n", "#a chữ #b");
        let file = Generated {
            text: format!("{library}{document}"),
            library: kept(library),
            document: Source::new(*DOCUMENT, format!("{IMPORT}{document}")),
            start: library.len(),
        };
        let text = file.text();
        let mut rest = vec![file.root()];
        let mut seen = 0;
        while let Some(node) = rest.pop() {
            if let Some(place) = file.place(&node.range()) {
                assert_eq!(&text[place.clone()], &file.document.text()[node.range()]);
                assert_eq!(file.in_tree(place.start), Some(node.range().start));
                assert_eq!(file.range(node.span()), Some(place));
                seen += 1;
            }
            rest.extend(node.children());
        }
        assert!(seen > 5, "{seen}");
        let ours = file.library.as_ref().unwrap();
        let name = ours.root().children().nth(1).unwrap();
        assert_eq!(file.range(name.span()).map(|range| &text[range]), Some("let a = 1"));
        assert_eq!(file.in_tree(0), None);
    }
}
