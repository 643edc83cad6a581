//! What the layout library refuses: words, blocks and tables that find no room. It says so in
//! dictionaries under a label, which are read here.

use std::collections::BTreeSet;

use typst::ecow::EcoString;
use typst::foundations::{Dict, Label, Repr, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::syntax::ast::{Expr, FuncCall, Named};
use typst::syntax::{LinkedNode, Side};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::generated::Generated;
use super::problems::{
    outside_margins, stamp_too_full, table_too_wide, typeset_template, word_too_wide,
};
use crate::diagnostic::Problem;
use crate::source::Span;
use crate::source_map::{Content, Segment, SourceMap};

/// The label of the dictionaries, see `refusal` in the layout library.
const LABEL: &str = "layout-error";

/// The input of Typst's that makes the library write dictionaries; without it, it panics.
pub(super) const INPUT: &str = "layout-errors";

/// Where what the layout library refuses was written.
#[derive(Debug)]
pub(super) enum ErrorOrigin {
    /// In a file of the user's.
    Written(Span),
    /// By a template: these words are to be looked for in the generated file.
    Generated(String),
}

/// What the layout library refuses in a document.
pub(super) fn read(
    document: &PagedDocument,
    file: &Generated,
    map: &SourceMap,
) -> Vec<(Problem, ErrorOrigin)> {
    let Some(label) = Label::new(PicoStr::intern(LABEL)) else { return Vec::new() };
    let found = document.introspector().query(&Selector::Label(label));
    let mut places = Places { file, map, taken: BTreeSet::new(), tables: None };
    found
        .iter()
        .filter_map(|content| content.to_packed::<MetadataElem>())
        .map(|metadata| {
            let said = match &metadata.value {
                Value::Dict(said) => places.problem(said),
                _ => None,
            };
            said.unwrap_or_else(|| {
                let detail = String::from(metadata.value.repr());
                let place = ErrorOrigin::Generated(detail.clone());
                (typeset_template(&detail), place)
            })
        })
        .collect()
}

/// An argument of the layout library.
struct Argument {
    /// The field of the document that it prints.
    field: &'static str,
    /// The function that takes it.
    function: &'static str,
    /// What it is called there; none for what has no name.
    name: Option<&'static str>,
}

impl Argument {
    /// The argument with a name of the layout library's.
    fn named(name: &str) -> Option<Self> {
        let (field, function, name) = match name {
            "superior" => ("cơ quan chủ quản", "letterhead", Some("superior")),
            "issuer" => ("cơ quan ban hành", "letterhead", Some("issuer")),
            "number" => ("số", "letterhead", Some("number")),
            "symbol" => ("ký hiệu", "letterhead", Some("symbol")),
            "place" => ("địa danh", "letterhead", Some("place")),
            "kind" => ("tên loại", "title-block", Some("kind")),
            "author" => ("tác giả", "title-block", Some("author")),
            "subject" => ("trích yếu", "title-block", Some("subject")),
            "about" => ("trích yếu", "letterhead", Some("about")),
            "circulation" => ("phạm vi lưu hành", "letterhead", Some("circulation")),
            "digital" => ("chữ ký số", "letterhead", Some("digital")),
            "addressees" => ("kính gửi", "addressees", None),
            "recipients" => ("nơi nhận", "recipients", Some("list")),
            "group" => ("nơi nhận", "recipients", Some("name")),
            "drafter" => ("người soạn", "recipients", Some("drafter")),
            "contact" => ("liên hệ", "letterhead", Some("contact")),
            "authority" => ("quyền hạn", "signature", Some("authority")),
            "posts" => ("chức vụ", "signature", Some("posts")),
            "office" => ("chức vụ khác", "signature", Some("office")),
            "name" => ("họ tên", "signature", Some("name")),
            "copy-mark" => ("cơ quan", "letterhead", Some("copy-mark")),
            "copied" => ("sao", "copied", None),
            "appendix" => ("tiêu đề", "appendix", Some("title")),
            "attachment" => ("kèm theo", "appendix", Some("attachment")),
            _ => return None,
        };
        Some(Self { field, function, name })
    }

    /// Whether a segment of the generated file stands in this argument.
    fn holds(&self, segment: &Segment, file: &Generated) -> bool {
        let root = file.root();
        let place = file.in_tree(segment.range.start);
        let leaf = place.and_then(|place| root.leaf_at(place, Side::After));
        let mut within = self.name.is_none();
        std::iter::successors(leaf, |node| node.parent().cloned()).any(|node| {
            let named = node.get().cast::<Named>();
            within |= named.is_some_and(|named| self.name == Some(named.name().as_str()));
            within && callee(&node).is_some_and(|callee| callee == self.function)
        })
    }
}

/// Finds where the user wrote what the library refuses.
struct Places<'a> {
    file: &'a Generated,
    map: &'a SourceMap,
    /// Where something was refused already: of two signers with one name each is told.
    taken: BTreeSet<Span>,
    /// The tables, once one was looked for.
    tables: Option<Vec<&'a Segment>>,
}

impl<'a> Places<'a> {
    /// What a dictionary says, and where.
    fn problem(&mut self, said: &Dict) -> Option<(Problem, ErrorOrigin)> {
        let text = |key| match said.get(key) {
            Ok(Value::Str(text)) => Some(text.to_string()),
            _ => None,
        };
        let (kind, words) = (text("kind")?, text("words")?);
        let argument = || Argument::named(&text("field")?);
        let (problem, span) = match kind.as_str() {
            "word-too-wide" => {
                let argument = argument()?;
                let span = self.word(&argument, &words);
                (word_too_wide(argument.field, &words), span)
            }
            "block-too-high" => {
                let span = self.word(&argument()?, &words);
                (outside_margins(&words), span)
            }
            "stamp-too-full" => (stamp_too_full(), self.word(&argument()?, &words)),
            "table-too-wide" => (table_too_wide(), self.table(&words)),
            _ => return None,
        };
        Some((problem, span.map_or(ErrorOrigin::Generated(words), ErrorOrigin::Written)))
    }

    /// The text that prints some words, in that argument if possible.
    fn word(&mut self, argument: &Argument, words: &str) -> Option<Span> {
        // The layout prints some texts in capitals.
        let words = words.to_uppercase();
        let prints = |segment: &&Segment| match &segment.content {
            Content::Printed(text) => text.to_uppercase().contains(&words),
            Content::Hidden(_) | Content::Picture(_) | Content::Code => false,
        };
        let (file, segments) = (self.file, self.map.segments());
        let printing: Vec<&Segment> = segments.iter().filter(prints).collect();
        let within = printing.iter().filter(|segment| argument.holds(segment, file));
        let within: Vec<Span> = within.map(|segment| segment.span).collect();
        let all = printing.iter().map(|segment| segment.span);
        self.first(within).or_else(|| self.first(all))
    }

    /// The table whose first head is this.
    fn table(&mut self, head: &str) -> Option<Span> {
        let tables = self.tables.take().unwrap_or_else(|| self.find_tables());
        let is_head = |segment: &&Segment| match &segment.content {
            Content::Printed(text) => text == head,
            Content::Hidden(_) | Content::Picture(_) | Content::Code => false,
        };
        let with_head = tables.iter().filter(|table| {
            let segments = self.map.segments();
            let start = segments.partition_point(|s| s.range.start < table.range.start);
            let parts = segments[start..].iter();
            let mut parts = parts.take_while(|s| s.range.start < table.range.end);
            parts.find(is_head).is_some()
        });
        let spans = with_head.map(|table| table.span).collect::<Vec<_>>();
        let all = tables.iter().map(|table| table.span);
        let span = self.first(spans).or_else(|| self.first(all));
        self.tables = Some(tables);
        span
    }

    /// Every call of the generated file that makes a table of the user's.
    fn find_tables(&self) -> Vec<&'a Segment> {
        let mut tables = Vec::new();
        let mut rest = vec![self.file.root()];
        while let Some(node) = rest.pop() {
            if callee(&node).is_some_and(|name| name == "data-table") {
                let place = self.file.place(&node.range());
                let segment = place.and_then(|place| self.map.lookup(&place));
                tables.extend(segment.filter(|s| s.content == Content::Code));
            } else {
                rest.extend(node.children().rev());
            }
        }
        tables
    }

    /// The first of some places that is not taken, else the first at all.
    fn first(&mut self, spans: impl IntoIterator<Item = Span>) -> Option<Span> {
        let mut spans = spans.into_iter().peekable();
        let first = *spans.peek()?;
        let span = spans.find(|span| !self.taken.contains(span)).unwrap_or(first);
        self.taken.insert(span);
        Some(span)
    }
}

/// The name of the function that is called here.
fn callee(node: &LinkedNode<'_>) -> Option<EcoString> {
    match node.get().cast::<FuncCall>()?.callee() {
        Expr::Ident(name) => Some(name.get().clone()),
        _ => None,
    }
}
