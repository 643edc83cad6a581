//! Follows up once more what was followed up last month and is not done.

use crate::document::mark::MARK;
use crate::document::outline::{Block, BlockKind, Item, plain_text};
use crate::document::{FOLLOW_UP, Outline};

/// The word before what came of a task.
const RESULT: &str = "kết quả:";

/// What says that a task is not done, whatever else is said of it: "đã làm được một phần".
#[rustfmt::skip]
const OPEN: [&str; 26] = [
    "đang", "chưa", "một phần", "cơ bản", "còn", "tiếp tục", "dở dang", "chậm", "quá hạn",
    "không hoàn thành", "không đạt", "không thực hiện", "không kịp", "không xong", "sẽ",
    "phấn đấu", "dự kiến", "gia hạn", "xin lùi", "lùi", "chờ", "vướng mắc", "sắp", "gần",
    "tạm dừng", "cần điền",
];

/// What says that it is, in a result: "Kết quả: đạt 100%".
#[rustfmt::skip]
const DONE: [&str; 11] = [
    "đã", "xong", "hoàn thành", "hoàn tất", "đạt", "đầy đủ", "kết thúc", "100%",
    "đảm bảo", "bảo đảm", "đúng hạn",
];

/// What means nothing of the kind, though a word of the others stands in it.
const NEITHER: [&str; 5] = [
    "không còn vướng mắc",
    "không có vướng mắc",
    "không vướng mắc",
    "không còn",
    "không chậm",
];

/// The lines of what is to be followed up once more, as plain text.
pub(super) fn of(outline: &Outline) -> Vec<String> {
    let mut lines = Vec::new();
    sections(&outline.body, &mut lines);
    lines
}

/// Looks for what follows up a meeting among some blocks.
fn sections(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        let BlockKind::Item(item) = &block.kind else { continue };
        let title = plain_text(&item.text);
        match title.trim_start().strip_prefix(FOLLOW_UP) {
            Some(meeting) => {
                let meeting = meeting.trim_matches([' ', ':', '.']);
                entries(&item.children, meeting, lines);
            }
            None => sections(&item.children, lines),
        }
    }
}

/// The entries of a section that are not done.
fn entries(blocks: &[Block], meeting: &str, lines: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Item(item) => entry(item, meeting, lines),
            BlockKind::Paragraph(text) => {
                let text = plain_text(text);
                // What only introduces the list says nothing of a task.
                if result(&text).is_some() && !is_done(&text) {
                    lines.push(line(&text, meeting));
                }
            }
            BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => {}
        }
    }
}

fn entry(item: &Item, meeting: &str, lines: &mut Vec<String>) {
    let mut text = plain_text(&item.text);
    let below = item.children.iter().any(|b| matches!(b.kind, BlockKind::Item(_)));
    if below && result(&text).is_none() {
        return entries(&item.children, meeting, lines);
    }
    // `Kết quả: …` may stand on a line of its own.
    for child in &item.children {
        match &child.kind {
            BlockKind::Paragraph(more) => text = format!("{text} {}", plain_text(more)),
            BlockKind::Item(more) if result(&plain_text(&more.text)).is_some() => {
                text = format!("{text} {}", plain_text(&more.text));
            }
            BlockKind::Item(_)
            | BlockKind::Quotation(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => {}
        }
    }
    let done = item.task.as_ref().is_some_and(|task| task.done) || is_done(&text);
    if !done && !text.trim().is_empty() {
        lines.push(line(&text, meeting));
    }
}

/// Where what came of a task begins, behind its word.
fn result(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    // Where small letters have another length nothing can be said of the place.
    let found = lower.rfind(RESULT).filter(|_| lower.len() == text.len());
    found.map(|at| at + RESULT.len())
}

/// Whether a line says that its task is done. Where it says neither, the task is not.
fn is_done(text: &str) -> bool {
    let said = result(text).map_or(text, |at| &text[at..]).to_lowercase();
    let said = NEITHER.iter().fold(said, |said, words| said.replace(words, " "));
    let says = |words: &[&str]| words.iter().any(|words| has(&said, words));
    // "đã làm được 50%" is not done, "100%" is.
    let part = said.split_whitespace().any(|word| {
        let percent = word.trim_end_matches(['.', ',', ';', ')']).strip_suffix('%');
        percent.is_some_and(|number| number.trim_start_matches('(') != "100")
    });
    // Without a result "hoàn thành" is what somebody is to do.
    let done = if result(text).is_some() { says(&DONE) } else { says(&["đã"]) };
    done && !says(&OPEN) && !part
}

/// Whether some words stand in a text as whole words.
fn has(text: &str, words: &str) -> bool {
    let bound = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        bound(text[..at].chars().next_back())
            && bound(text[at + words.len()..].chars().next())
    })
}

/// The line once more, its result to be written; its number is that of an earlier meeting.
fn line(text: &str, meeting: &str) -> String {
    let text = text.trim();
    let before = result(text).map_or(text, |at| &text[..at - RESULT.len()]);
    let before = before.trim_end().trim_end_matches([';', '.', ',', ':']);
    let cited = match before.rfind("(mục ").map(|at| (at, before[at..].find(')'))) {
        Some((at, Some(end)))
            if !before[at..at + end].contains(',') && !meeting.is_empty() =>
        {
            format!("{}, kết luận {meeting}{}", &before[..at + end], &before[at + end..])
        }
        // Of "(mục I.2, kết luận …)" the meeting is named already.
        _ => before.to_owned(),
    };
    format!("{cited}. Kết quả: {MARK}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_a_task_is_told_by_its_words() {
        for done in [
            "Rà soát. Kết quả: đã hoàn thành.",
            "Rà soát. KẾT QUẢ: xong trước hạn.",
            "Rà soát đang chậm. Kết quả: đã xong, không còn vướng mắc.",
            "Rà soát. Kết quả: đạt 100%.",
            "Công an xã đã báo cáo.",
        ] {
            assert!(is_done(done), "{done}");
        }
        for open in [
            "Rà soát. Kết quả: đang thực hiện.",
            "Rà soát. Kết quả: đã làm được 50%.",
            "Rà soát. Kết quả: chưa hoàn thành.",
            "Rà soát. Kết quả: cơ bản hoàn thành, còn 02 thôn.",
            "Rà soát. Kết quả: CẦN ĐIỀN.",
            "Rà soát. Kết quả:",
            "Đã giao. Kết quả: hồ sơ ở Phòng Kinh tế.",
            "Giao Công an xã rà soát, hoàn thành trước ngày 05/7/2023.",
        ] {
            assert!(!is_done(open), "{open}");
        }
    }

    #[test]
    fn a_line_is_carried_on_with_the_meeting_of_its_number() {
        let may = "cuộc họp tháng 5 năm 2023";
        let text = "Rà soát (mục I.2). Chủ trì: Công an xã. Kết quả: đang thực hiện.";
        let wanted = "Rà soát (mục I.2, kết luận cuộc họp tháng 5 năm 2023). Chủ trì: Công an xã. \
                      Kết quả: CẦN ĐIỀN.";
        assert_eq!(line(text, may), wanted);
        assert_eq!(line(wanted, "cuộc họp tháng 6 năm 2023"), wanted);
        assert_eq!(line("Rà soát", may), "Rà soát. Kết quả: CẦN ĐIỀN.");
    }
}
