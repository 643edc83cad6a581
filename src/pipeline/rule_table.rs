//! The table of all rules, put together from the lists of the stages that check them.

use super::{attachment_problems, decoding, table_problems, unseen, weighing_problems};
use crate::diagnostic::{Rule, shared};
use crate::{front_matter, markdown, rules, template, typeset};

/// Every rule that a document is checked by, family by family, in the order of their names.
#[must_use]
pub fn all_rules() -> Vec<&'static Rule> {
    let stages = [
        front_matter::RULES,
        markdown::RULES,
        template::RULES,
        typeset::RULES,
        &[
            decoding::RULES,
            table_problems::RULES,
            unseen::RULES,
            attachment_problems::RULES,
            weighing_problems::RULES,
            shared::RULES,
        ],
    ];
    let lists = stages.into_iter().flatten();
    let checked = lists.flat_map(|list| list.iter().copied());
    let mut rules: Vec<&Rule> = checked.chain(rules::rules()).collect();
    rules.sort_by_key(|rule| (rule.family, rule.id));
    rules
}
