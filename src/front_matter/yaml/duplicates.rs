//! Keys that stand twice in one group.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::node::{Kind, Node};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&DUPLICATE_KEY];

/// Whether two keys of one group are the same; says so at the second.
pub(crate) fn report(node: &Node, found: &mut Diagnostics) {
    match &node.kind {
        Kind::Null | Kind::Scalar(_) => {}
        Kind::List(list) => list.iter().for_each(|node| report(node, found)),
        Kind::Map(map) => {
            let mut first = BTreeMap::new();
            for (key, value) in map {
                match first.entry(&key.name) {
                    Entry::Vacant(entry) => {
                        entry.insert(key.span);
                    }
                    Entry::Occupied(entry) => {
                        let problem = duplicate_key(&key.text);
                        found.push_related(problem, key.span, *entry.get());
                    }
                }
                report(value, found);
            }
        }
    }
}

/// A key stands twice in one group.
pub(crate) static DUPLICATE_KEY: Rule = Rule {
    id: "duplicate-key",
    family: Family::Yaml,
    explanation: Bilingual {
        vi: "Một mục khai báo hai lần thì không rõ lấy giá trị nào.",
        en: "Of a field that is given twice nobody knows which value holds.",
    },
    wrong: Example::fields("số: 12\nsố: 13"),
    right: Example::fields("số: 13"),
    ..Rule::ERROR
};

pub(crate) fn duplicate_key(key: &str) -> Problem {
    let problem = DUPLICATE_KEY.problem(
        both!("mục `{key}` được khai báo hai lần", "field `{key}` is given twice"),
        both!("lần thứ hai", "second time"),
        both!("xóa bớt một trong hai dòng", "remove one of the two lines"),
    );
    problem.with_related(both!("lần đầu ở đây", "first given here"))
}
