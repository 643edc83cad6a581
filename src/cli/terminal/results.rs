//! What a command says that did what it was asked for.

use std::path::Path;
use std::time::Duration;

use super::counts::{Counts, Documents};
use super::message::{Message, counted};
use crate::diagnostic::Bilingual;

/// A document was built.
pub(crate) fn built(path: &Path) -> Message {
    let path = path.display();
    Message::new(format!("đã xuất {path}"), format!("built {path}"))
}

/// A document was not built again: nothing has changed.
pub(crate) fn unchanged(path: &Path) -> Message {
    let path = path.display();
    Message::new(format!("không đổi {path}"), format!("unchanged {path}"))
}

/// A document was not built, for reasons shown with an earlier one.
pub(crate) fn not_built(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!("chưa xuất {path}: lỗi đã nêu ở trên"),
        format!("did not build {path}: see the error above"),
    )
}

/// A file other than a built document was written.
pub(crate) fn written(path: &Path) -> Message {
    let path = path.display();
    Message::new(format!("đã ghi {path}"), format!("wrote {path}"))
}

/// A template was copied into a folder, to be changed there.
pub(crate) fn ejected(folder: &Path) -> Message {
    let folder = folder.display();
    Message::new(
        format!(
            "từ nay các tệp trong {folder} được dùng thay cho mẫu có sẵn; xóa {folder} thì mẫu \
             có sẵn được dùng trở lại"
        ),
        format!(
            "from now on the files in {folder} stand in the place of the built-in ones; remove \
             {folder} to get these back"
        ),
    )
}

/// A problem was mended at a line (from 1) of a file; `what` was wrong, in the user's language;
/// the words as they were and as they are.
pub(crate) fn fixed(
    path: &Path,
    line: usize,
    what: &str,
    change: Option<&(String, String)>,
) -> Message {
    let path = path.display();
    let (vi, en) = match change.map(|(old, new)| (old.trim(), new.trim())) {
        None => Default::default(),
        Some((old, "")) => (format!(" (xóa `{old}`)"), format!(" (deleted `{old}`)")),
        Some((old, new)) => {
            let change = format!(" (`{old}` → `{new}`)");
            (change.clone(), change)
        }
    };
    Message::new(
        format!("đã sửa {path}:{line}: {what}{vi}"),
        format!("mended {path}:{line}: {what}{en}"),
    )
}

/// So many problems could be mended by `--fix`.
pub(crate) fn fixable(count: usize) -> Message {
    Message::new(
        format!(
            "tự sửa được {count} chỗ: gõ thêm `--fix` vào lệnh `vanban check`, hoặc `--diff` để \
             xem trước"
        ),
        format!(
            "{count} can be mended: add `--fix` to `vanban check`, or `--diff` to see how"
        ),
    )
}

/// So many errors and warnings stand in so many files.
pub(crate) fn count(errors: usize, warnings: usize, files: usize) -> Message {
    let (mut vi, mut en) = (Vec::new(), Vec::new());
    if errors > 0 {
        vi.push(format!("{errors} lỗi"));
        en.push(counted(errors, "error"));
    }
    if warnings > 0 {
        vi.push(format!("{warnings} cảnh báo"));
        en.push(counted(warnings, "warning"));
    }
    Message::new(
        format!("{} trong {files} tệp", vi.join(", ")),
        format!("{} in {}", en.join(", "), counted(files, "file")),
    )
}

/// So many documents were checked, and how they are; how long it took, where somebody watched.
pub(crate) fn checked(
    counts: Counts,
    documents: Documents,
    took: Option<Duration>,
) -> Message {
    let Counts { errors, warnings, notes, .. } = counts;
    let Documents { all, failed, unchanged, unit } = documents;
    let Bilingual { vi: unit_vi, en: unit_en } = unit.name();
    let mut vi = vec![match (errors, all) {
        (0, _) if failed == 0 => "không có lỗi".to_owned(),
        (0, _) => format!("{failed} {unit_vi} không đạt"),
        (errors, 1) => format!("{errors} lỗi"),
        (errors, _) => format!("{errors} lỗi trong {failed} {unit_vi}"),
    }];
    let mut en = vec![match (errors, all) {
        (0, _) if failed == 0 => "no errors".to_owned(),
        (0, _) => format!("{} failed", counted(failed, unit_en)),
        (errors, 1) => counted(errors, "error"),
        (errors, _) => {
            format!("{} in {}", counted(errors, "error"), counted(failed, unit_en))
        }
    }];
    if warnings > 0 {
        vi.push(format!("{warnings} điều nên xem lại"));
        en.push(format!("{} to look at", counted(warnings, "thing")));
    }
    if notes > 0 {
        vi.push(format!("{notes} lưu ý"));
        en.push(counted(notes, "note"));
    }
    if unchanged > 0 {
        vi.push(format!("{unchanged} {unit_vi} không đổi"));
        en.push(format!("{} unchanged", counted(unchanged, unit_en)));
    }
    if let Some(took) = took.map(time) {
        vi.push(took.vi);
        en.push(took.en);
    }
    Message::new(
        format!("đã kiểm tra {all} {unit_vi}: {}", vi.join(", ")),
        format!("checked {}: {}", counted(all, unit_en), en.join(", ")),
    )
}

/// How a run over several documents ended, and how long it took, where somebody watched.
pub(crate) fn summary(documents: Documents, took: Option<Duration>) -> Message {
    let Documents { all: documents, failed, unchanged, unit: _ } = documents;
    let mut vi = vec![format!("{documents} văn bản")];
    let mut en = vec![counted(documents, "document")];
    if unchanged > 0 {
        vi.push(format!("{unchanged} không đổi"));
        en.push(format!("{unchanged} unchanged"));
    }
    if failed > 0 {
        vi.push(format!("{failed} có lỗi"));
        en.push(format!("{failed} failed"));
    }
    if let Some(took) = took.map(time) {
        vi.push(took.vi);
        en.push(took.en);
    }
    Message::new(vi.join(", "), en.join(", "))
}

/// How a run over the rows of a table ended: the table with the lines of the rows that failed, and
/// how long it took, where somebody watched.
pub(crate) fn merged(
    documents: Documents,
    (table, failed): (&Path, &[usize]),
    took: Option<Duration>,
) -> Message {
    let summary = summary(documents, took);
    if failed.is_empty() {
        return summary;
    }
    let (table, lines) = (table.display(), ranges(failed));
    Message::new(
        format!("{} (dòng {lines} của {table})", summary.vi),
        format!("{} (rows {lines} of {table})", summary.en),
    )
}

/// Most stretches of lines that are listed.
const STRETCHES: usize = 12;

/// Lines as people list them: `3, 5-8`.
fn ranges(lines: &[usize]) -> String {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == *line => *last = *line,
            Some(_) | None => stretches.push((*line, *line)),
        }
    }
    let one = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    let mut listed: Vec<String> = stretches.iter().take(STRETCHES).map(one).collect();
    if stretches.len() > STRETCHES {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}

/// A length of time as people say it.
pub(super) fn time(length: Duration) -> Message {
    let seconds = length.as_secs();
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    match (hours, minutes) {
        (0, 0) => Message::new(format!("{seconds} giây"), format!("{seconds} s")),
        (0, _) => Message::new(format!("{minutes} phút"), format!("{minutes} min")),
        _ => Message::new(
            format!("{hours} giờ {minutes} phút"),
            format!("{hours} h {minutes} min"),
        ),
    }
}
