//! Tasks that nobody is charged with.

use super::super::per_line::PerLine;
use super::bodies::names_somebody;
use super::spaced::Spaced;
use super::under::Surroundings;
use super::{OpenTask, of_regime};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Assignment, Deadline};
use crate::rules::Draft;
use crate::source::Span;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&TASK_WITHOUT_ASSIGNEE];

/// A task with a deadline that nobody is charged with.
static TASK_WITHOUT_ASSIGNEE: Rule = Rule {
    id: "task-without-assignee",
    family: Family::Tasks,
    clause: Some("QĐ 45/2018/QĐ-TTg, Điều 14"),
    explanation: Bilingual {
        vi: "Kết luận nêu rõ cơ quan, người chủ trì và phối hợp. Việc có hạn mà trong câu, trong \
             mục ở trên đều không nêu ai làm thì không ai nhận.",
        en: "Conclusions state who leads and who takes part. What has a deadline, but names \
             nobody, neither in its sentence nor in the items above it, is taken up by nobody.",
    },
    wrong: Example::body("1. Hoàn thành rà soát hộ nghèo trước ngày 28/6/2023."),
    right: Example::body(
        "1. Giao Văn phòng Đảng ủy hoàn thành rà soát hộ nghèo trước ngày 28/6/2023.",
    ),
    ..Rule::WARNING
};

fn task_without_assignee() -> Problem {
    TASK_WITHOUT_ASSIGNEE.problem(
        both!(
            "việc có hạn nhưng không nêu ai làm",
            "the task has a deadline, but nobody is charged with it"
        ),
        both!("hạn của việc này", "the deadline of the task"),
        both!(
            "nêu người chủ trì, ví dụ `Giao Phòng Kinh tế chủ trì …`; khai báo thành từng mục thì \
             thêm `giao: Phòng Kinh tế`",
            "name who leads, for example `Giao Phòng Kinh tế chủ trì …`; in data add `giao: Phòng \
             Kinh tế`"
        ),
    )
}

/// Says which tasks nobody is charged with.
pub(super) fn check(
    draft: &Draft<'_>,
    open: &[OpenTask<'_>],
    around: &Surroundings<'_>,
    found: &mut Diagnostics,
) {
    let charging = PerLine::default();
    for OpenTask { task, .. } in open {
        let named = !task.assignees.is_empty() || !task.coordinators.is_empty();
        let Some(span) = deadline(task).filter(|_| !named) else { continue };
        // "Hoàn thành trước ngày 26/6/2026:" leads in to those who do it.
        if around.line_of(task).trim_end().ends_with(':') {
            continue;
        }
        let own = task.topic.iter().chain([&task.work]).map(String::as_str);
        let above = around.above(task).into_iter();
        let above = above.filter(|line| charging.of(line, charges));
        if !own.chain(above).any(names_somebody) {
            found.push(of_regime(draft, task_without_assignee()), span);
        }
    }
}

/// Whether what a line above a task names may be who does it: "…, kết luận như sau:" only says who
/// concludes.
fn charges(line: &str) -> bool {
    !Spaced::of(line).has_any(&["kết luận", "thống nhất", "nhất trí"])
}

fn deadline(task: &Assignment) -> Option<Span> {
    Some(match task.deadline.as_ref()? {
        Deadline::Day(day) => day.span,
        Deadline::Period(text) => text.span,
    })
}
