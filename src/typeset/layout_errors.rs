//! What the layout library refuses: words, blocks and tables that find no room. It says so in
//! dictionaries under a label, which are read here.

use std::collections::BTreeSet;

use typst::ecow::EcoString;
use typst::foundations::{Dict, Label, Repr, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::syntax::ast::{Expr, FuncCall, Named};
use typst::syntax::{LinkedNode, Side, Source};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::problems::page;
use crate::diagnostic::Problem;
use crate::source::Span;
use crate::source_map::{Content, Segment, SourceMap};

/// The label of the dictionaries, see `refusal` in the layout library.
const LABEL: &str = "layout-error";

/// The input of Typst's that makes the library write dictionaries; without it, it panics.
pub(super) const INPUT: &str = "layout-errors";

/// What the layout library refuses in a document, each where the user wrote it; of what has no
/// such place, the words or what the library says.
pub(super) fn read(
    document: &PagedDocument,
    source: &Source,
    map: &SourceMap,
) -> Vec<(Problem, Result<Span, String>)> {
    let Some(label) = Label::new(PicoStr::intern(LABEL)) else { return Vec::new() };
    let found = document.introspector().query(&Selector::Label(label));
    let mut places = Places { source, map, taken: BTreeSet::new() };
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
                (page::typeset_template(&detail), Err(detail))
            })
        })
        .collect()
}

/// An argument of the layout library: the field that it prints, the function it belongs to and
/// its name there.
struct Argument {
    field: &'static str,
    function: &'static str,
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
            "appendix" => ("tiêu đề", "appendix", Some("title")),
            "attachment" => ("kèm theo", "appendix", Some("attachment")),
            _ => return None,
        };
        Some(Self { field, function, name })
    }
}

/// Finds where the user wrote what the library refuses.
struct Places<'a> {
    source: &'a Source,
    map: &'a SourceMap,
    /// Where something was refused already: of two signers with one name each is told.
    taken: BTreeSet<Span>,
}

impl Places<'_> {
    fn problem(&mut self, said: &Dict) -> Option<(Problem, Result<Span, String>)> {
        let text = |key| match said.get(key) {
            Ok(Value::Str(text)) => Some(text.to_string()),
            _ => None,
        };
        let (kind, words) = (text("kind")?, text("words")?);
        let argument = || Argument::named(&text("field")?);
        Some(match kind.as_str() {
            "word-too-wide" => {
                let argument = argument()?;
                let problem = page::word_too_wide(argument.field, &words);
                (problem, self.word(&argument, &words).ok_or(words))
            }
            "block-too-high" => {
                let span = self.word(&argument()?, &words);
                (page::outside_margins(&words), span.ok_or(words))
            }
            "table-too-wide" => (page::table_too_wide(), self.table(&words).ok_or(words)),
            _ => return None,
        })
    }

    /// The text that prints some words, in that argument if possible.
    fn word(&mut self, argument: &Argument, words: &str) -> Option<Span> {
        let prints = |segment: &Segment| match &segment.content {
            Content::Printed(text) => text.to_uppercase().contains(&words.to_uppercase()),
            Content::Hidden(_) | Content::Picture(_) | Content::Code => false,
        };
        let Argument { function, name, .. } = *argument;
        self.first(&|places, part| prints(part) && places.is_in(part, function, name))
            .or_else(|| self.first(&|_, part| prints(part)))
    }

    /// The table whose first head is this.
    fn table(&mut self, head: &str) -> Option<Span> {
        let is_head = |segment: &Segment| matches!(&segment.content, Content::Printed(text) if text == head);
        self.first(&|places, table| {
            let within = |segment: &&Segment| table.range.contains(&segment.range.start);
            let mut parts = places.map.segments().iter().filter(within);
            places.is_table(table) && parts.any(is_head)
        })
        .or_else(|| self.first(&Self::is_table))
    }

    /// The first such segment whose place is not taken, else the first at all.
    fn first(&mut self, is_it: &dyn Fn(&Self, &Segment) -> bool) -> Option<Span> {
        let segments = self.map.segments().iter();
        let mut spans = segments.filter(|s| is_it(self, s)).map(|s| s.span).peekable();
        let first = *spans.peek()?;
        let span = spans.find(|span| !self.taken.contains(span)).unwrap_or(first);
        self.taken.insert(span);
        Some(span)
    }

    /// Whether a segment stands in a call of a function, in its argument of that name if any.
    fn is_in(&self, segment: &Segment, function: &str, name: Option<&str>) -> bool {
        let mut within = name.is_none();
        self.around(segment).any(|node| {
            let named = node.get().cast::<Named>();
            within |= named.is_some_and(|named| name == Some(named.name().as_str()));
            within && callee(&node).is_some_and(|callee| callee == function)
        })
    }

    /// Whether a segment is a call that makes a table, alone or within `noted`.
    fn is_table(&self, segment: &Segment) -> bool {
        let calls = |node: &LinkedNode<'_>, name: &str| {
            callee(node).is_some_and(|callee| callee == name)
        };
        let within = |node: &LinkedNode<'_>| segment.range.start <= node.offset();
        segment.content == Content::Code
            && self.around(segment).take_while(within).any(|node| {
                let mut arguments = node.children().flat_map(|part| part.children());
                calls(&node, "data-table")
                    || (calls(&node, "noted")
                        && arguments.any(|argument| calls(&argument, "data-table")))
            })
    }

    /// The parts of the generated file that a segment begins in, from inside to outside.
    fn around(&self, segment: &Segment) -> impl Iterator<Item = LinkedNode<'_>> {
        let root = LinkedNode::new(self.source.root());
        let leaf = root.leaf_at(segment.range.start, Side::After);
        std::iter::successors(leaf, |node| node.parent().cloned())
    }
}

/// The name of the function that is called here.
fn callee(node: &LinkedNode<'_>) -> Option<EcoString> {
    match node.get().cast::<FuncCall>()?.callee() {
        Expr::Ident(name) => Some(name.get().clone()),
        _ => None,
    }
}
