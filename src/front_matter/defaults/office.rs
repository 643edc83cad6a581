//! An office's defaults (`vanban.yaml`): fields for each of its documents, its people, its days
//! off, how it spells.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::definition::Scope;
use super::directory::Directory;
use super::node::{Key, Kind, Node};
use super::recovery::SkippedRegions;
use super::schema::Schema;
use super::sections::Sections;
use super::{parsed, split};
use crate::calendar::Calendar;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Choice, Date, Regime, Text, ToneMarks, field, fold};
use crate::front_matter::yaml::problems::front_matter_not_a_map;
use crate::source::{FileId, Sources, Span};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&DEFAULTS_LAYOUT];

pub(super) static DEFAULTS: LazyLock<Schema> =
    LazyLock::new(|| Schema::of_scope(Scope::Defaults));

/// What an office says once for all of its documents.
pub(crate) struct Office {
    /// Its fields.
    pub(crate) fields: Node,
    /// What holds only for one template.
    pub(crate) sections: Sections,
    /// Its people.
    pub(crate) directory: Option<Directory>,
    /// When it works.
    pub(crate) calendar: Calendar,
    /// Where it puts the tone mark.
    pub(crate) tone_marks: Option<Choice<ToneMarks>>,
}

impl Office {
    /// Reads the defaults. What is wrong in them is said even where a document says otherwise:
    /// it is wrong for all the others. Without readable YAML there are no defaults.
    pub(crate) fn read(
        file: FileId,
        sources: &Sources,
        skipped: &mut SkippedRegions,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let parts = split::split_yaml(sources.get(file));
        let start = Span::new(file, parts.fence);
        let yaml = Span::new(file, parts.yaml);
        let mut fields = parsed(yaml, sources, skipped, found)?.tree;
        if fields.kind == Kind::Null {
            // An office that has nothing to say yet.
            fields.kind = Kind::Map(Vec::new());
        }
        if fields.fields().is_none() {
            found.push(front_matter_not_a_map(), fields.span);
            return None;
        }
        found.extend(DEFAULTS.check(&fields, start));
        let people = fields.take(field::DIRECTORY.key);
        let directory =
            people.map(|people| Directory::of(&people, DEFAULTS.names(), found));
        let directory = directory.map(|directory| directory.after(skipped, file));
        let calendar = Calendar {
            off: days(fields.take(field::DAYS_OFF.key)),
            worked: days(fields.take(field::DAYS_WORKED.key)),
        };
        let tone_marks = fields.take(field::TONE_MARKS.key);
        let tone_marks = tone_marks
            .and_then(|node| Choice::of(&Text::new(node.as_text()?, node.span)));
        let sections = Sections::take(&mut fields);
        Some(Self { fields, sections, directory, calendar, tone_marks })
    }
}

/// The days in a list; the schema says what is wrong with one that is none.
fn days(list: Option<Node>) -> Vec<NaiveDate> {
    let Some(Kind::List(days)) = list.map(|list| list.kind) else { return Vec::new() };
    days.iter().filter_map(|day| Date::parse(day.as_text()?).ok()).collect()
}

/// What holds in both regimes, besides the people and the days off: the place.
const BOTH: [&str; 1] = [field::PLACE.key];

impl Office {
    /// Leaves what a document of another regime takes: the people and the place. The names of
    /// bodies, the symbol, the recipients, who signs in which capacity are written otherwise
    /// there. Says at the regime of the document that the rest is not taken.
    pub(crate) fn meet(
        &mut self,
        own: &Node,
        sources: &Sources,
        found: &mut Diagnostics,
    ) {
        let file = self.fields.span.file;
        let Some((regime, place)) = self.other(own) else { return };
        if self.keep_both() {
            let file = sources.get(file).name().to_owned();
            let regime = regime.name().to_owned();
            found.push(defaults_layout(&regime, &file), place);
        }
    }

    /// The regime that the office says to have, where a document has another one, and where it
    /// says so.
    pub(crate) fn other(&self, own: &Node) -> Option<(Regime, Span)> {
        let (wanted, place) = chosen(own)?;
        let (regime, _) = chosen(&self.fields)?;
        (regime != wanted).then_some((regime, place))
    }

    /// Drops all that only one regime has; whether there was any.
    pub(crate) fn keep_both(&mut self) -> bool {
        let Some(fields) = self.fields.fields_mut() else { return false };
        let says =
            |(key, node): &(Key, Node)| node.is_filled() && key.name != field::REGIME.key;
        let keeps = |(key, _): &(Key, Node)| BOTH.contains(&key.name.as_str());
        let lost = fields.iter().any(|field| says(field) && !keeps(field));
        fields.retain(keeps);
        let sections = std::mem::take(&mut self.sections);
        lost || sections.names().next().is_some()
    }
}

/// The regime that a front matter chooses, and where.
fn chosen(tree: &Node) -> Option<(Regime, Span)> {
    let node = tree.get(field::REGIME.key)?;
    let name = node.as_text()?;
    let known = Regime::NAMES.into_iter().find(|(_, known)| fold(known) == fold(name));
    known.map(|(regime, _)| (regime, node.span))
}

/// Defaults of another regime than the document's: of them it takes people and place alone.
pub(crate) static DEFAULTS_LAYOUT: Rule = Rule {
    id: "defaults-layout",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Tệp mặc định viết cho một thể thức; văn bản theo thể thức kia mà lấy tên cơ \
             quan, chữ ký ở đó thì sai thẩm quyền. Nó chỉ lấy `danh bạ` và `địa danh`.",
        en: "Defaults are written for one layout; a document of the other would take \
             bodies and signatures that are not its own. It takes only the directory and \
             the place.",
    },
    wrong: Example::fields("thể thức: đảng").beside(&[(
        "vanban.yaml",
        "thể thức: nhà nước\ncơ quan ban hành: Ủy ban nhân dân xã Lục Bình\n",
    )]),
    right: Example::fields("thể thức: đảng")
        .beside(&[("vanban.yaml", "thể thức: đảng\n")]),
    ..Rule::WARNING
};

pub(crate) fn defaults_layout(regime: &str, file: &str) -> Problem {
    DEFAULTS_LAYOUT.problem(
        both!(
            "`{file}` viết cho thể thức `{regime}`: văn bản này chỉ lấy `danh bạ` và \
             `địa danh` ở đó",
            "`{file}` is written for the layout `{regime}`: this document takes `danh \
             bạ` and `địa danh` alone from it"
        ),
        both!(
            "thể thức này khác với tệp mặc định",
            "this layout is not that of the defaults"
        ),
        both!(
            "ghi trong văn bản này những mục cần dùng; có nhiều văn bản như vậy thì để \
             chúng vào một thư mục riêng, có tệp mặc định riêng; hoặc sửa `thể thức` \
             cho khớp với `{file}`",
            "write in this document what it needs; put several such documents into a \
             folder with defaults of its own; or make `thể thức` that of `{file}`"
        ),
    )
}
