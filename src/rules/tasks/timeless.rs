//! Tasks without a deadline, and those that are to be done `kịp thời` or `sớm`: told once.

use std::sync::LazyLock;

use super::under::Surroundings;
use super::{of_regime, open_tasks, place, spaced};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Assignment;
use crate::document::mention::has_mention;
use crate::document::phrases::Phrases;
use crate::rules::Draft;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&TASKS_WITHOUT_DEADLINE];

/// Tasks of which nobody knows until when they are to be done.
static TASKS_WITHOUT_DEADLINE: Rule = Rule {
    id: "tasks-without-deadline",
    family: Family::Tasks,
    clause: Some("QĐ 45/2018/QĐ-TTg, Điều 14"),
    explanation: Bilingual {
        vi: "Kết luận nêu rõ thời hạn thì mới theo dõi, đôn đốc được; `kịp thời`, `sớm`, `trong \
             thời gian tới` không phải là thời hạn. Chỉ nhắc một lần cho cả văn bản; việc thường \
             xuyên, định kỳ, việc theo dõi, đôn đốc và việc có nhắc đến một thời gian thì không \
             tính.",
        en: "Only what has a deadline can be followed up; `kịp thời`, `sớm`, `trong thời gian \
             tới` are none. It is told once for the whole document; what is done again and again, \
             what only follows up, and what names any time do not count.",
    },
    wrong: Example::body(
        "1. Giao Văn phòng Đảng ủy kịp thời rà soát danh sách hộ nghèo.",
    ),
    right: Example::body(
        "1. Giao Văn phòng Đảng ủy rà soát danh sách hộ nghèo, xong trước ngày 28/6/2023.",
    ),
    ..Rule::NOTE
};

/// `count` tasks have no deadline: those at `places`.
fn tasks_without_deadline(count: usize, places: &str) -> Problem {
    let (message, help) = if places.is_empty() {
        (
            both!(
                "`{count}` nhiệm vụ chưa có thời hạn",
                "`{count}` tasks have no deadline"
            ),
            both!(
                "thêm hạn, ví dụ `; hoàn thành trước ngày 30/6/2026`",
                "add a deadline, for example `; hoàn thành trước ngày 30/6/2026`"
            ),
        )
    } else {
        (
            both!(
                "`{count}` nhiệm vụ chưa có thời hạn: mục `{places}`",
                "`{count}` tasks have no deadline: items `{places}`"
            ),
            both!(
                "thêm hạn cho từng việc, ví dụ `; hoàn thành trước ngày 30/6/2026`",
                "add a deadline to each, for example `; hoàn thành trước ngày 30/6/2026`"
            ),
        )
    };
    TASKS_WITHOUT_DEADLINE.problem(
        message,
        both!("việc đầu tiên chưa có hạn", "the first one without a deadline"),
        help,
    )
}

/// So many items are named at most.
const NAMED: usize = 12;

/// Says once which tasks have no deadline.
pub(super) fn check(
    draft: &Draft<'_>,
    around: &Surroundings<'_>,
    found: &mut Diagnostics,
) {
    let tasks = open_tasks(draft).filter(|task| task.deadline.is_none());
    let open: Vec<&Assignment> = tasks.filter(|task| is_timeless(around, task)).collect();
    let Some(first) = open.first() else { return };
    let mut places: Vec<String> = Vec::new();
    for task in &open {
        let vague =
            vague(&task.work).map(|word| format!(" ({word})")).unwrap_or_default();
        let place = format!("{}{vague}", task.item);
        if !task.item.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    if places.len() > NAMED {
        places.truncate(NAMED);
        places.push("…".to_owned());
    }
    let problem = tasks_without_deadline(open.len(), &places.join(", "));
    found.push(of_regime(draft, problem), place(first));
}

/// Words for a time that is none.
const VAGUE: [&str; 6] = [
    "kịp thời",
    "trong thời gian tới",
    "thời gian sớm nhất",
    "sớm nhất",
    "sớm",
    "khẩn trương",
];

fn vague(work: &str) -> Option<&'static str> {
    let work = spaced(work);
    VAGUE.into_iter().find(|word| work.contains(&format!(" {word} ")))
}

/// Words for a time, or for work that has no end.
const TIMES: &[&str] = &[
    "quý",
    "tuần",
    "hằng",
    "hàng",
    "định kỳ",
    "mỗi",
    "từng",
    "thường xuyên",
    "duy trì",
    "tiếp tục",
    "theo dõi",
    "đôn đốc",
    "năm nay",
    "năm sau",
    "trong năm",
    "cuối năm",
    "đến năm",
    "đầu năm",
    "năm học",
    "ngày làm việc",
    "kể từ",
    "sau khi",
    "ngay sau",
    "trước khi",
    "trong tháng",
    "tháng này",
    "tháng sau",
    "đúng tiến độ",
    "theo tiến độ",
    "thời hạn",
    "đúng hạn",
    "đến hạn",
    "hạn chót",
    "cuộc họp tới",
    "kỳ họp",
    "phiên họp",
    "trong ngày",
    "hôm nay",
    "ngày mai",
    "đến hết",
    "trước hội nghị",
    "lãnh đạo, chỉ đạo",
    "chịu trách nhiệm",
    "nhiệm kỳ",
    "giai đoạn",
];

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(TIMES));

/// Whether neither a task nor a line above it names a time, and its work comes to an end.
fn is_timeless(around: &Surroundings<'_>, task: &Assignment) -> bool {
    let texts = [task.work.as_str(), around.line_of(task)];
    if texts.into_iter().any(names_time) {
        return false;
    }
    !around.above(task).iter().any(|line| has_deadline(line))
}

fn names_time(text: &str) -> bool {
    let small = spaced(text).replace(" , ", ", ");
    let named = small.match_indices(' ').any(|(blank, _)| {
        let rest = &small[blank + 1..];
        PHRASES.beginning(rest).any(|words| rest[words.len()..].starts_with(' '))
    });
    named || has_mention(text)
}

/// Whether a line above tasks sets them a time: "Hoàn thành trong tháng 6:".
fn has_deadline(line: &str) -> bool {
    if !has_mention(line) {
        return false;
    }
    let small = spaced(line);
    let words = [
        "trước ngày",
        "chậm nhất",
        "xong",
        "hoàn thành trong",
        "hoàn thành trước",
        "thời hạn",
    ];
    words.iter().any(|word| small.contains(&format!(" {word} ")))
}
