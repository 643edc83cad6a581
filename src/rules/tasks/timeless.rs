//! Tasks without a deadline, and those that are to be done `kịp thời` or `sớm`: told once.

use std::sync::LazyLock;

use super::super::per_line::PerLine;
use super::spaced::{Spaced, starts};
use super::under::Surroundings;
use super::vague::{charged, vague, vague_aim, vague_deadline};
use super::{OpenTask, of_regime, place};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Assignment;
use crate::document::mention::has_mention;
use crate::document::phrases::Phrases;
use crate::rules::Draft;
use crate::source::Span;

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
             tính, trừ khi thời gian đó chỉ là `kịp thời`. `xử lý kịp thời` nói về cách làm nên không \
             bị nhắc; `để kịp thời …` cũng vậy, trừ khi văn bản đằng nào cũng bị nhắc và trước đó \
             không phải là báo cáo, trao đổi với người khác (`tham mưu giải pháp để kịp thời tháo \
             gỡ`, không phải `báo cáo để kịp thời chỉ đạo`).",
        en: "Only what has a deadline can be followed up; `kịp thời`, `sớm`, `trong thời gian \
             tới` are none. It is told once for the whole document; what is done again and again, \
             what only follows up, and what names any time do not count, unless that time is \
             `kịp thời`. `xử lý kịp thời` says how work is done and is let pass; so is `để kịp thời \
             …`, but where the note is given anyway and nobody else is told of anything before it \
             (`tham mưu giải pháp để kịp thời tháo gỡ`, not `báo cáo để kịp thời chỉ đạo`).",
    },
    wrong: Example::body(
        "1. Giao Văn phòng Đảng ủy kịp thời rà soát danh sách hộ nghèo.",
    ),
    right: Example::body(
        "1. Giao Văn phòng Đảng ủy rà soát danh sách hộ nghèo, xong trước ngày 28/6/2023.",
    ),
    ..Rule::NOTE
};

/// `count` tasks have no deadline, or a vague one: those at `places`.
fn tasks_without_deadline(count: usize, vague: bool, places: &str) -> Problem {
    let Bilingual { vi, en } = if vague {
        both!(
            "chưa có thời hạn, hoặc chỉ ghi chung chung",
            "have no deadline, or a vague one"
        )
    } else {
        both!("chưa có thời hạn", "have no deadline")
    };
    let (message, help) = if places.is_empty() {
        (
            both!("`{count}` nhiệm vụ {vi}", "`{count}` tasks {en}"),
            both!(
                "thêm hạn, ví dụ `; hoàn thành trước ngày 30/6/2026`",
                "add a deadline, for example `; hoàn thành trước ngày 30/6/2026`"
            ),
        )
    } else {
        (
            both!(
                "`{count}` nhiệm vụ {vi}: mục `{places}`",
                "`{count}` tasks {en}: items `{places}`"
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

/// A task without a deadline.
struct Open {
    place: Span,
    item: String,
    vague: Option<&'static str>,
    /// Whether it is told with others only: "… để kịp thời tháo gỡ".
    with_others: bool,
}

/// Says once which tasks have no deadline, or a vague one.
pub(super) fn check(
    draft: &Draft<'_>,
    open: &[OpenTask<'_>],
    around: &Surroundings<'_>,
    found: &mut Diagnostics,
) {
    let tasks = open.iter().filter(|open| open.task.deadline.is_none());
    let (timed, due) = (PerLine::default(), PerLine::default());
    let is_due = |task: &Assignment| {
        around.above(task).iter().any(|line| due.of(line, has_deadline))
    };
    let of_line = |line: &str| names_time(line, &Spaced::of(line));
    let tasks = tasks.filter_map(|OpenTask { task, work }| {
        let is_timed =
            names_time(&task.work, work) || timed.of(around.line_of(task), of_line);
        let deadline = vague_deadline(&task.work, work);
        let with_others = is_timed && deadline.is_none();
        let vague = if is_timed {
            let vague = deadline.or_else(|| vague_aim(&task.work, work));
            Some(vague.filter(|_| !has_mention(&task.work))?)
        } else {
            vague(work)
        };
        let (place, item) = (place(task), task.item.clone());
        (!is_due(task)).then_some(Open { place, item, vague, with_others })
    });
    let charged = around.without(draft.tasks).filter_map(|(at, line)| {
        let (sentence, word) = charged(line.text(), &around.above_line(at))?;
        let vague = Some(word).filter(|_| !has_mention(line.text()));
        let place = line.line.span(sentence);
        let (item, vague) = (around.item_of(at), Some(vague?));
        Some(Open { place, item, vague, with_others: false })
    });
    let mut open: Vec<Open> = tasks.chain(charged).collect();
    if open.iter().all(|one| one.with_others) {
        return;
    }
    open.sort_by_key(|one| one.place);
    let Some(first) = open.first() else { return };
    let mut places: Vec<String> = Vec::new();
    for one in &open {
        let vague = one.vague.map(|word| format!(" ({word})")).unwrap_or_default();
        let place = format!("{}{vague}", one.item);
        if !one.item.is_empty() && !places.contains(&place) {
            places.push(place);
        }
        if places.len() > NAMED {
            break;
        }
    }
    if places.len() > NAMED {
        places.truncate(NAMED);
        places.push("…".to_owned());
    }
    let vague = open.iter().any(|one| one.vague.is_some());
    let problem = tasks_without_deadline(open.len(), vague, &places.join(", "));
    found.push(of_regime(draft, problem), first.place);
}

/// Words for a time, or for work that has no end, as [`Spaced`] has them.
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
    "lãnh đạo , chỉ đạo",
    "chịu trách nhiệm",
    "nhiệm kỳ",
    "giai đoạn",
];

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(TIMES));

/// Whether a text names a time, or work that comes to no end.
fn names_time(text: &str, words: &Spaced) -> bool {
    // A comma behind them parts them from what they are said of.
    let whole = |rest: &str| rest.starts_with(' ') && !rest.starts_with(" , ");
    let named = starts(words.text())
        .any(|rest| PHRASES.beginning(rest).any(|words| whole(&rest[words.len()..])));
    named || has_mention(text)
}

/// Whether a line above tasks sets them a time: "Hoàn thành trong tháng 6:".
fn has_deadline(line: &str) -> bool {
    if !has_mention(line) {
        return false;
    }
    let words = [
        "trước ngày",
        "chậm nhất",
        "xong",
        "hoàn thành trong",
        "hoàn thành trước",
        "thời hạn",
    ];
    Spaced::of(line).has_any(&words)
}
