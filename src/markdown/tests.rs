//! Tests of the room: what a secretary types and what comes of it.

mod conservation;
mod data;
mod forms;
mod legal;
mod numbers;
mod property;
mod seed;
mod sketch;
mod traps;

use super::read;
use super::tree::numbering::NUMBER_GAP;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::outline::{AlignedLine, Block, BlockKind, Cell, Inline, Item};
use crate::document::{
    Conclusion, Document, List, NamedTemplates, Outline, Task, Text, Texts,
};
use crate::source::{Source, Sources, Span};

/// A file that a test reads: fields of the front matter, then the body.
struct Written {
    sources: Sources,
    document: Document,
    body: Span,
}

/// What was read, with the file that the spans lead into.
struct Outcome {
    outline: Outline,
    found: Diagnostics,
    sources: Sources,
}

/// A document without any text of its own.
fn document() -> Document {
    let text = |value: &str| Text::new(value, Span::default());
    Document {
        issuer: text("Ban Chỉ đạo").into(),
        symbol: Some(text("TB/BCĐ")),
        place: text("Lục Bình"),
        subject: Some(text("kết luận cuộc họp")),
        ..Document::default()
    }
}

/// Asserts what a body becomes, without any problem.
#[track_caller]
fn reads(text: &str, expected: &str) {
    let outcome = body(text);
    assert_eq!(outcome.sketch(), expected, "{text:?}");
    assert_eq!(outcome.problems(), [], "{text:?}");
}

/// A conclusion without anything in it.
fn conclusion() -> Conclusion {
    Conclusion {
        title: None,
        text: None,
        assignees: Texts::default(),
        coordinators: Texts::default(),
        deadline: None,
        done: None,
        items: Vec::new(),
    }
}

impl Written {
    /// A file with a front matter (which tests fill by hand) and a body.
    fn new(front: &str, body: &str) -> Self {
        let text = format!("---\n{front}\n---\n{body}");
        let start = text.len() - body.len();
        let end = text.len();
        let mut sources = Sources::default();
        let file = sources.add(Source::new("thong-bao.md", text));
        Self { sources, document: document(), body: Span::new(file, start..end) }
    }

    /// The field whose value is `value`, as it is written in the front matter.
    fn field(&self, value: &str, written: &str) -> Text {
        let text = self.sources.get(self.body.file).text();
        let start = text.find(written).expect("the test writes the field");
        Text::new(value, Span::new(self.body.file, start..start + written.len()))
    }

    /// The field whose value stands in the front matter as it is.
    fn plain(&self, value: &str) -> Text {
        self.field(value, value)
    }

    fn read(self) -> Outcome {
        let (outline, found) = read(
            &self.document,
            self.body,
            &[],
            &NamedTemplates::default(),
            &words,
            &self.sources,
        );
        Outcome { outline, found, sources: self.sources }
    }
}

/// "Giao A, B.": the words for a task, which are the templates' business.
fn words(task: &Task, place: Span) -> Vec<Inline> {
    let names = task.assignees.iter().map(Text::as_str).collect::<Vec<_>>();
    let sentence = format!("Giao {}.", names.join(", "));
    vec![Inline::Text(Text::new(&sentence, place))]
}

/// Reads a body.
fn body(text: &str) -> Outcome {
    Written::new("số: 1", text).read()
}

impl Outcome {
    /// The problems, each with its rule and the text that it points at.
    fn problems(&self) -> Vec<(&'static str, &str)> {
        let pairs = self.found.iter().map(|d| (d.rule().id, self.sources.slice(d.span)));
        pairs.collect()
    }

    /// The three parts of the outline as text.
    fn sketch(&self) -> String {
        sketch::outline(&self.outline)
    }

    /// The only item at the top of the body.
    #[track_caller]
    fn item(&self) -> &Item {
        match &self.outline.body[..] {
            [Block { kind: BlockKind::Item(item), .. }] => item,
            other => panic!("not one item: {other:#?}"),
        }
    }

    /// The only paragraph of the opening.
    #[track_caller]
    fn paragraph(&self) -> &[Inline] {
        match &self.outline.opening[..] {
            [Block { kind: BlockKind::Paragraph(text), .. }] => text,
            other => panic!("not one paragraph: {other:#?}"),
        }
    }
}

/// The number that is out of order and the one that was due, as the message quotes them.
fn gap(diagnostic: &Diagnostic) -> (&str, &str) {
    assert!(diagnostic.problem.breaks(&NUMBER_GAP), "{diagnostic:?}");
    let problem = &diagnostic.problem;
    (quoted(&problem.message.en), quoted(&problem.help.en))
}

/// What stands between the backquotes of a sentence.
fn quoted(sentence: &str) -> &str {
    sentence.split('`').nth(1).unwrap()
}
