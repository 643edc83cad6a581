//! What stands above a line: the items that it belongs to, and the lines that lead in to it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::generic::{names_year, particular, years};
use super::may_measure;
use crate::rules::text_lines::TextLine;
use crate::source::{is_alphanumeric, lowercase};

/// The lines of a paper, each with that which leads in to it.
pub(super) struct Above<'a> {
    lines: &'a [TextLine<'a>],
    /// For each line the one that leads in to it on its level: "Đến năm 2030:", a heading without
    /// a number.
    lead: Vec<Option<usize>>,
    /// For each line the last one up to it that names a year.
    year: Vec<Option<usize>>,
    /// What is known of the lines above, by the lead and the item right above.
    known: RefCell<HashMap<Right, Rc<Heads>>>,
}

/// The lead of a line and the item right above it.
type Right = (Option<usize>, Option<usize>);

/// A lead is a heading or an announcement: longer ones are texts of their own.
const LEAD: usize = 240;

/// What is known of all lines above one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Heads {
    /// The words that say whose the targets below are.
    pub(super) words: String,
    /// The years that the nearest of them names which names any.
    pub(super) years: String,
    /// The last of them in the paper that names one.
    year_line: Option<usize>,
    /// Whether one of them sets goals.
    pub(super) aims: bool,
    /// Whether one of them tells what was reached.
    pub(super) tells: bool,
}

/// Words of headings above what was reached.
const TELLS: [&str; 14] = [
    "kết quả",
    "đánh giá",
    "tình hình",
    "ưu điểm",
    "hạn chế",
    "tồn tại",
    "khó khăn",
    "đã đạt",
    "đạt được",
    "thực trạng",
    "hiện trạng",
    "thực hiện chỉ tiêu",
    "thực hiện các chỉ tiêu",
    "thực hiện các mục tiêu",
];

/// Words of headings above goals.
const AIMS: [&str; 5] = ["mục tiêu", "chỉ tiêu", "phấn đấu", "phương hướng", "đến năm"];

impl<'a> Above<'a> {
    pub(super) fn of(lines: &'a [TextLine<'a>]) -> Self {
        let (lead, year, known) = (Vec::new(), Vec::new(), RefCell::default());
        let mut all = Self { lines, lead, year, known };
        let mut leads: HashMap<Option<usize>, usize> = HashMap::new();
        let mut year = None;
        for (at, line) in lines.iter().enumerate() {
            all.lead.push(leads.get(&line.parent).copied());
            let text = line.text().trim_end();
            // An item leads in to what is under it, which is known by that; a new one ends what was
            // announced before.
            let has_items = line.item().is_some_and(|item| !item.children.is_empty());
            if has_items {
                leads.remove(&line.parent);
            } else if text.len() <= LEAD && leads_in(line, text) {
                leads.insert(line.parent, at);
            }
            if names_year(text) {
                year = Some(at);
            }
            all.year.push(year);
        }
        all
    }

    /// What is known of the lines above one.
    pub(super) fn heads(&self, at: usize) -> Rc<Heads> {
        let place = (self.lead[at], self.lines[at].parent);
        let mut known = self.known.borrow_mut();
        Rc::clone(known.entry(place).or_insert_with(|| Rc::new(self.find_heads(at))))
    }

    fn find_heads(&self, at: usize) -> Heads {
        let mut heads = Heads::default();
        let mut next = Some(at);
        while let Some(line) = next {
            let parent = self.lines[line].parent;
            for above in [self.lead[line], parent].into_iter().flatten() {
                heads.add(above, self.lines[above].text());
            }
            next = parent;
        }
        heads
    }

    /// The year that holds for a line which names none before a place: that of the lines above,
    /// else whatever was said last, which is known as that alone.
    pub(super) fn year(&self, at: usize, heads: &Heads) -> String {
        let last = at.checked_sub(1).and_then(|before| self.year[before]);
        match last {
            Some(_) if last == heads.year_line => heads.years.clone(),
            Some(line) => format!("since {line}"),
            None => String::new(),
        }
    }
}

/// Whether a line leads in to those beside it: it announces them, or has no end as headings have
/// none, and is no target of a list itself.
fn leads_in(line: &TextLine<'_>, text: &str) -> bool {
    let ends = text.ends_with(is_alphanumeric);
    text.ends_with(':') || (ends && (line.item().is_none() || !may_measure(text)))
}

impl Heads {
    /// Whether they say too much of other matters to be compared.
    pub(super) fn is_long(&self) -> bool {
        self.words.len() > LEAD
    }

    fn add(&mut self, at: usize, line: &str) {
        let small = lowercase(line);
        let has = |words: &[&str]| words.iter().any(|word| small.contains(word));
        self.tells |= has(&TELLS);
        self.aims |= has(&AIMS);
        self.words.push('|');
        self.words += &particular(&small).join(" ");
        let years = years(&small).join(" ");
        if years.is_empty() {
            return;
        }
        self.year_line = self.year_line.max(Some(at));
        if self.years.is_empty() {
            self.years = years;
        }
    }
}
