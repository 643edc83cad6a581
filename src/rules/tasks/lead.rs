//! Tasks of several bodies of which none leads.

use super::super::per_line::PerLine;
use super::bodies::is_one_body;
use super::spaced::Spaced;
use super::under::Surroundings;
use super::{OpenTask, of_regime, place};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Assignment, Text};
use crate::rules::Draft;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&TASK_WITHOUT_LEAD];

/// A task of several bodies without one that leads.
static TASK_WITHOUT_LEAD: Rule = Rule {
    id: "task-without-lead",
    family: Family::Tasks,
    clause: Some("QĐ 45/2018/QĐ-TTg, Điều 14"),
    explanation: Bilingual {
        vi: "Giao cùng một việc cho hai cơ quan trở lên thì một cơ quan chủ trì, các cơ quan kia \
             phối hợp; nếu không thì không ai chịu trách nhiệm chính. Một nhóm (`các thôn`), việc \
             mỗi nơi tự làm (`theo chức năng`, `từng`) không bị nhắc.",
        en: "Of two or more bodies with one task one leads and the others take part; else nobody \
             answers for it. Groups (`các thôn`) and what each does for itself (`theo chức năng`, \
             `từng`) are let pass.",
    },
    wrong: Example::fields("nơi nhận: [Các cơ quan tham mưu, Lưu Văn phòng Đảng ủy]").with_body(
        "1. Giao Phòng Kinh tế, Công an xã kiểm tra các hộ, xong trước ngày 28/6/2023.",
    ),
    right: Example::fields("nơi nhận: [Các cơ quan tham mưu, Lưu Văn phòng Đảng ủy]").with_body(
        "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm tra các hộ, xong trước ngày \
         28/6/2023.",
    ),
    ..Rule::WARNING
};

/// Several bodies have one task: `first` and others.
fn task_without_lead(first: &str, others: &str) -> Problem {
    TASK_WITHOUT_LEAD.problem(
        both!(
            "nhiều cơ quan cùng làm một việc mà không nêu ai chủ trì",
            "several bodies have one task, and none of them leads"
        ),
        both!("ai chủ trì?", "who leads?"),
        both!(
            "viết `{first} chủ trì, phối hợp với {others}`; khai báo thành từng mục thì để một cơ \
             quan ở `giao`, còn lại ở `phối hợp`",
            "write `{first} chủ trì, phối hợp với {others}`; in data leave one body in `giao` and \
             put the others into `phối hợp`"
        ),
    )
}

/// Says which tasks several bodies have without one that leads.
pub(super) fn check(
    draft: &Draft<'_>,
    open: &[OpenTask<'_>],
    around: &Surroundings<'_>,
    found: &mut Diagnostics,
) {
    let apart = PerLine::default();
    for OpenTask { task, .. } in open {
        if let Some((first, others)) = several(around, task, &apart) {
            let problem = task_without_lead(&first, &others.join(", "));
            found.push(of_regime(draft, problem), place(task));
        }
    }
}

/// Words that give each its own part.
const APART: [&str; 9] = [
    "chủ trì",
    "phối hợp",
    "theo chức năng",
    "theo lĩnh vực",
    "từng",
    "mỗi",
    "cùng",
    "theo dõi",
    "theo nhiệm vụ",
];

/// Most words of these.
const LONGEST: usize = 3;

/// The bodies that have a task together, each of them one.
fn several(
    around: &Surroundings<'_>,
    task: &Assignment,
    apart: &PerLine,
) -> Option<(String, Vec<String>)> {
    if !task.coordinators.is_empty() {
        return None;
    }
    let bodies: Vec<String> = task.assignees.iter().flat_map(parts).collect();
    let all_bodies = bodies.len() > 1 && bodies.iter().all(|body| is_one_body(body));
    let line = around.line_of(task);
    if !all_bodies || apart.of(line, is_apart) {
        return None;
    }
    // The words may begin in the line and end in the work.
    let end = line.rmatch_indices(char::is_whitespace).nth(LONGEST);
    let end = end.map_or(line, |(at, _)| &line[at..]);
    let mut bodies = bodies.into_iter();
    let first = bodies.next().filter(|_| !is_apart(&format!("{end} {}", task.work)))?;
    Some((first, bodies.collect()))
}

/// Whether a text gives each its own part.
fn is_apart(text: &str) -> bool {
    Spaced::of(text).has_any(&APART)
}

/// The bodies in a list: `Phòng Kinh tế, Công an xã và Trạm Y tế xã`.
fn parts(text: &Text) -> Vec<String> {
    // One body has both in its name.
    let whole =
        text.value.replace("Hội đồng nhân dân và Ủy ban", "Hội đồng nhân dân - Ủy ban");
    let whole = whole.replace("HĐND và UBND", "HĐND - UBND");
    let parts = whole.split([',', ';']).flat_map(|part| part.split(" và "));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
