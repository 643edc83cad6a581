//! A text of the Party ends with a full stop, not with `./.`.

use super::Lines;
use super::mark::Mark;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Regimes, Rule, both,
};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&END_MARK_OF_STATE];

/// A text of the Party's regime that ends with `./.`.
static END_MARK_OF_STATE: Rule = Rule {
    id: "end-mark-of-state",
    family: Family::Endings,
    regimes: Regimes::Party,
    clause: Some("HD 05-HD/VPTW, 6.2.2"),
    explanation: Bilingual {
        vi: "Văn bản của Đảng kết thúc bằng dấu chấm; `./.` là của văn bản nhà nước.",
        en: "A Party text ends with a full stop; `./.` belongs to the State.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ./."),
    right: Example::body("Các thôn báo cáo tiến độ."),
    ..Rule::WARNING
};

/// A text of the Party ends with `./.`; `alone` where nothing else stands on the line.
pub(super) fn end_mark_of_state(alone: bool) -> Problem {
    END_MARK_OF_STATE.problem(
        both!(
            "văn bản của Đảng không kết thúc bằng `./.`",
            "a text of the Party does not end with `./.`"
        ),
        both!("dấu này", "this mark"),
        if alone {
            both!(
                "xóa dòng này; câu cuối chỉ có dấu chấm `.`",
                "remove this line; the last sentence ends with a full stop"
            )
        } else {
            both!("ở đây chỉ để dấu chấm `.`", "leave only the full stop here")
        },
    )
}

impl Lines<'_> {
    /// A text of the Party ends with a full stop (HD 05-HD/VPTW, 6.2.2).
    pub(super) fn of_the_state(&self, found: &mut Diagnostics) {
        for mark in self.all.iter().filter_map(|line| Mark::of(line)) {
            let problem = end_mark_of_state(mark.alone());
            found.push_fixed(
                problem,
                mark.span(self.sources),
                mark.dropped(self.sources),
            );
        }
    }
}
