//! What the layout library refuses with words of its own: settings out of their range, words and
//! tables that are too wide. `templates/layout/shared.typ` says how it says so.

use typst::syntax::Source;

use super::problems::{page, settings};
use crate::diagnostic::Problem;
use crate::document::setting_field;
use crate::source::Span;
use crate::source_map::{Content, Segment, SourceMap};

/// How Typst reports a panic with one text.
const PANIC: &str = "panicked with: ";

/// What the layout library writes for a `|` inside of a word.
const BAR: &str = "\u{e003}";

/// The settings whose lengths are distances on the page, in mm.
const MILLIMETRES: [&str; 2] = ["indent", "signature-room"];

/// The problems behind a panic of the layout library, at what the user wrote; none where it is
/// none of its own or where the user wrote nothing.
pub(super) fn read(
    message: &str,
    source: &Source,
    map: &SourceMap,
) -> Vec<(Problem, Span)> {
    let Some(panic) = message.strip_prefix(PANIC) else { return Vec::new() };
    let place = Place { source, map };
    panic.split('|').filter_map(|refusal| place.refusal(refusal)).collect()
}

struct Place<'a> {
    source: &'a Source,
    map: &'a SourceMap,
}

impl Place<'_> {
    fn refusal(&self, refusal: &str) -> Option<(Problem, Span)> {
        let (kind, rest) = refusal.split_once(':')?;
        let (name, rest) = rest.split_once(':')?;
        match kind {
            "overflow" if name == "table" => {
                Some((page::table_too_wide(), self.table(rest)?))
            }
            "overflow" => {
                let (field, argument) = place_of(name)?;
                let word = rest.replace(BAR, "|");
                let span = self.word(argument, &word)?;
                let problem = page::word_too_wide(field, &word);
                Some((problem, span))
            }
            "tall" => {
                let (_, argument) = place_of(name)?;
                let text = rest.replace(BAR, "|");
                let span = self.word(argument, &text)?;
                Some((page::outside_margins(&text), span))
            }
            "fixed" => {
                let field = setting_field(name)?.to_owned();
                let problem = settings::not_free(&field, rest);
                Some((problem, self.setting(name)?))
            }
            "range" => {
                let mut rest = rest.splitn(3, ':');
                let unit = if is_distance(name) { "mm" } else { "pt" };
                let mut limit = || rest.next().and_then(|points| in_unit(points, unit));
                let range = (limit()?, limit()?);
                let clause = rest.next().unwrap_or_default().to_owned();
                let field = setting_field(name)?.to_owned();
                let problem =
                    settings::out_of_range(&field, (&range.0, &range.1), unit, &clause);
                Some((problem, self.setting(name)?))
            }
            _ => None,
        }
    }

    /// The value of a setting.
    fn setting(&self, key: &str) -> Option<Span> {
        let key = format!("{key}: ");
        self.segment(|segment| {
            let before = &self.source.text()[..segment.range.start];
            segment.content == Content::Code && before.ends_with(&key)
        })
    }

    /// The text that prints a word, in that argument or call if possible.
    fn word(&self, argument: &str, word: &str) -> Option<Span> {
        let prints = |segment: &Segment| match &segment.content {
            Content::Printed(text) => text.to_uppercase().contains(&word.to_uppercase()),
            _ => false,
        };
        let is_argument = |segment: &Segment| {
            let before = &self.source.text()[..segment.range.start];
            let line = before.rfind('\n').map_or(before, |at| &before[at..]);
            let call = before.rfind("\n#").map_or(before, |at| &before[at + 1..]);
            line.contains(argument) || call.starts_with(argument)
        };
        self.segment(|segment| prints(segment) && is_argument(segment))
            .or_else(|| self.segment(prints))
    }

    /// The table whose first head is this.
    fn table(&self, head: &str) -> Option<Span> {
        let is_table = |segment: &Segment| {
            segment.content == Content::Code
                && self.source.text()[segment.range.clone()].starts_with("data-table(")
        };
        let holds = |table: &Segment| {
            self.map.segments().iter().any(|segment| {
                table.range.contains(&segment.range.start)
                    && matches!(&segment.content, Content::Printed(text) if text == head)
            })
        };
        self.segment(|segment| is_table(segment) && holds(segment))
            .or_else(|| self.segment(is_table))
    }

    fn segment(&self, is_it: impl Fn(&Segment) -> bool) -> Option<Span> {
        self.map
            .segments()
            .iter()
            .find(|segment| is_it(segment))
            .map(|segment| segment.span)
    }
}

/// The field behind a place on the page, and the argument or the call that has it in the generated
/// file.
fn place_of(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "superior" => ("cơ quan chủ quản", " superior: "),
        "issuer" => ("cơ quan ban hành", " issuer: "),
        "number" => ("số", " number: "),
        "symbol" => ("ký hiệu", " symbol: "),
        "place" => ("địa danh", " place: "),
        "kind" => ("tên loại", "(kind: "),
        "subject" => ("trích yếu", " subject: "),
        "about" => ("trích yếu", " about: "),
        "circulation" => ("phạm vi lưu hành", " circulation: "),
        "digital" => ("chữ ký số", " digital: "),
        "addressees" => ("kính gửi", "#addressees("),
        "recipients" => ("nơi nhận", " list: "),
        "group" => ("nơi nhận", "(name: "),
        "drafter" => ("người soạn", " drafter: "),
        "contact" => ("liên hệ", " contact: "),
        "authority" => ("quyền hạn", " authority: "),
        "posts" => ("chức vụ", " posts: "),
        "office" => ("chức vụ khác", " office: "),
        "name" => ("họ tên", " name: "),
        "appendix" => ("tiêu đề", " title: "),
        "attachment" => ("kèm theo", " attachment: "),
        _ => return None,
    })
}

fn is_distance(setting: &str) -> bool {
    setting.starts_with("margin-") || MILLIMETRES.contains(&setting)
}

/// Points as an office writes them in a unit: `12,7`.
fn in_unit(points: &str, unit: &str) -> Option<String> {
    let points: f64 = points.parse().ok()?;
    let value = if unit == "mm" { points * 25.4 / 72.0 } else { points };
    let rounded = format!("{value:.1}");
    Some(rounded.strip_suffix(".0").unwrap_or(&rounded).replace('.', ","))
}
