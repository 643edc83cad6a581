//! Keys that stand twice in one group.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::node::{Kind, Node};
use crate::diagnostic::Diagnostics;
use crate::front_matter::problems::yaml;

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
                        let problem = yaml::duplicate_key(&key.text);
                        found.push_related(problem, key.span, *entry.get());
                    }
                }
                report(value, found);
            }
        }
    }
}
