//! What is said while documents are watched.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::message::Message;

/// Documents are watched from now on.
pub(crate) fn watching(files: &[PathBuf]) -> Message {
    let names: Vec<String> =
        files.iter().map(|file| file.display().to_string()).collect();
    let names = names.join(", ");
    Message::new(
        format!("đang theo dõi {names}; Ctrl-C để dừng"),
        format!("watching {names}; Ctrl-C ends it"),
    )
}

/// A document was built, at a time of the day.
pub(crate) fn built(clock: &str, path: &Path, took: Duration) -> Message {
    let path = path.display();
    let Message { vi, en } = seconds(took);
    Message::new(
        format!("{clock} đã xuất {path} ({vi})"),
        format!("{clock} built {path} ({en})"),
    )
}

/// A document was not built, for what is said above.
pub(crate) fn not_built(clock: &str, input: &Path) -> Message {
    let input = input.display();
    Message::new(
        format!("{clock} chưa xuất {input}: sửa chỗ nêu ở trên rồi lưu lại"),
        format!("{clock} did not build {input}: mend what is said above and save it"),
    )
}

/// A result could not be written, or the document not be read.
pub(crate) fn tried_again(clock: &str, input: &Path) -> Message {
    let input = input.display();
    Message::new(
        format!(
            "{clock} chưa xuất {input}; lưu văn bản là thử lại (kết quả đang mở trong chương trình \
             khác thì đóng lại trước)"
        ),
        format!(
            "{clock} did not build {input}; it is tried again when the document is saved (close \
             the result first where another program has it open)"
        ),
    )
}

/// A file or an address could not be opened.
pub(crate) fn not_opened(what: &OsStr) -> Message {
    let what = what.display();
    Message::new(
        format!("không mở được {what} bằng chương trình của máy; hãy tự mở"),
        format!("no program of this machine opens {what}; please open it yourself"),
    )
}

/// A length of time in hundredths of a second.
pub(super) fn seconds(length: Duration) -> Message {
    let en = format!("{:.2}", length.as_secs_f64());
    Message::new(format!("{} giây", en.replace('.', ",")), format!("{en} s"))
}
