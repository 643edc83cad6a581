//! `./.` stands once, right behind the last sentence of a State document.

use super::Lines;
use super::mark::Mark;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Regimes, Rule, both,
};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&END_MARK_EARLY, &END_MARK_ALONE];

/// `./.` before the end of a text of the State's regime.
static END_MARK_EARLY: Rule = Rule {
    id: "end-mark-early",
    family: Family::Endings,
    regimes: Regimes::State,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4"),
    explanation: Bilingual {
        vi: "`./.` đứng một lần, ở chỗ kết thúc văn bản.",
        en: "`./.` stands once, where the text ends.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ./.\n\nCác xóm báo cáo./."),
    right: Example::body("Các thôn báo cáo tiến độ.\n\nCác xóm báo cáo./."),
    ..Rule::BINDING
};

/// `./.` stands before the end of a text; `ended` where the template has it in its own last
/// sentence.
fn end_mark_early(ended: bool) -> Problem {
    END_MARK_EARLY.problem(
        both!(
            "dấu `./.` đứng trước chỗ kết thúc văn bản",
            "`./.` stands before the end of the text"
        ),
        both!("dấu này", "this mark"),
        if ended {
            both!(
                "ở đây chỉ để dấu chấm `.`: câu cuối do chương trình viết đã có `./.`",
                "leave only the full stop: the last sentence, which is made, has `./.`"
            )
        } else {
            both!(
                "ở đây chỉ để dấu chấm `.`; `./.` chỉ đứng một lần, ở cuối văn bản",
                "leave only the full stop here; `./.` stands once, at the end of the text"
            )
        },
    )
}

/// `./.` on a line of its own, or behind a full stop.
static END_MARK_ALONE: Rule = Rule {
    id: "end-mark-alone",
    family: Family::Endings,
    regimes: Regimes::State,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4"),
    explanation: Bilingual {
        vi: "`./.` liền với câu cuối, thay cho dấu chấm của nó.",
        en: "`./.` joins the last sentence in the place of its full stop.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ.\n\n./."),
    right: Example::body("Các thôn báo cáo tiến độ./."),
    ..Rule::WARNING
};

fn end_mark_alone() -> Problem {
    END_MARK_ALONE.problem(
        both!("dấu `./.` không liền với câu cuối", "`./.` does not join the last sentence"),
        both!("dấu này", "this mark"),
        both!("xóa dấu này, viết `./.` thay cho dấu chấm ở cuối câu trước, ví dụ `thực \
               hiện./.`", "remove \
                                                                                                   it \
                                                                                                   and \
                                                                                                   write \
                                                                                                   `./.` \
                                                                                                   for \
                                                                                                   the \
                                                                                                   full \
                                                                                                   stop \
                                                                                                   of \
                                                                                                   the \
                                                                                                   sentence \
                                                                                                   before, \
                                                                                                   for \
                                                                                                   example \
                                                                                                   `thực \
                                                                                                   hiện./.`"),
    )
}

impl Lines<'_> {
    /// The mark stands once: where the text ends, or in the words with which the template has
    /// `ended` the paper.
    pub(super) fn early(&self, ended: bool, found: &mut Diagnostics) {
        for (index, line) in self.all.iter().enumerate() {
            let Some(mark) = Mark::of(line) else { continue };
            let span = mark.span(self.sources);
            let is_last = index + 1 == self.all.len() || self.is_before_lone(index);
            if ended || !is_last {
                let fix = mark.dropped(self.sources);
                found.push_fixed(end_mark_early(ended), span, fix);
            } else if mark.alone() || mark.doubled() {
                let before = index.checked_sub(1).map(|index| self.all[index]);
                let fix = mark.joined(before, self.sources);
                found.push_fixed(end_mark_alone(), span, fix);
            }
        }
    }

    /// Whether nothing but a mark by itself stands behind a line.
    fn is_before_lone(&self, index: usize) -> bool {
        let last = self.all.get(index + 1..).unwrap_or_default();
        let [last] = last else { return false };
        Mark::of(last).is_some_and(|mark| mark.alone())
    }
}
