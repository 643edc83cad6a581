//! What is said to the person at the terminal, on standard error.

use std::fmt::Display;
use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};

use super::Colour;
use crate::Compilation;
use crate::diagnostic::{Diagnostics, HumanOptions, Severity, render_human};
use crate::source::Sources;

/// Standard error, coloured where that is wanted and possible.
pub(super) struct Terminal {
    choice: ColorChoice,
}

impl Terminal {
    /// A terminal that colours as the user asked (`NO_COLOR` is heard where it is `auto`).
    pub(super) fn new(colour: Colour) -> Self {
        let choice = match colour {
            Colour::Auto => ColorChoice::Auto,
            Colour::Always => ColorChoice::Always,
            Colour::Never => ColorChoice::Never,
        };
        Self { choice }
    }

    /// Says one line.
    pub(super) fn say(&self, line: impl Display) {
        self.write(&format!("{line}\n"));
    }

    /// Shows every problem of a document.
    pub(super) fn show(&self, found: &Diagnostics, sources: &Sources) {
        if !found.is_empty() {
            self.write(&render_human(found, sources, HumanOptions { colour: true }));
        }
    }

    /// Shows every problem of several documents and counts them.
    pub(super) fn show_all(&self, documents: &[Compilation]) {
        for document in documents {
            self.show(&document.found, &document.sources);
        }
        self.count(documents);
    }

    /// Counts the problems of several documents, where there are any.
    pub(super) fn count<'a>(&self, documents: impl IntoIterator<Item = &'a Compilation>) {
        let (mut files, mut errors, mut warnings) = (0, 0, 0);
        for document in documents {
            files += 1;
            errors += document.found.count(Severity::Error);
            warnings += document.found.count(Severity::Warning);
        }
        let parts: Vec<String> = [(errors, "lỗi"), (warnings, "cảnh báo")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| format!("{count} {name}"))
            .collect();
        if !parts.is_empty() {
            self.say(format!("{} trong {files} tệp", parts.join(", ")));
        }
    }

    /// Nothing can be done where standard error itself is closed.
    fn write(&self, text: &str) {
        let mut stream = AutoStream::new(io::stderr(), self.choice).lock();
        let _ = stream.write_all(text.as_bytes());
    }
}

/// What went wrong with a file, in Vietnamese.
pub(super) fn explain(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "không tìm thấy tệp hoặc thư mục này".into(),
        Kind::PermissionDenied => {
            "không có quyền, hoặc tệp đang mở trong chương trình khác".into()
        }
        Kind::IsADirectory => "đây là thư mục, không phải tệp".into(),
        Kind::NotADirectory => "đường dẫn đi qua một tệp, không phải thư mục".into(),
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => {
            "đĩa đã đầy hoặc tệp quá lớn".into()
        }
        Kind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc".into(),
        Kind::InvalidFilename => "tên tệp không hợp lệ".into(),
        _ => match error.raw_os_error() {
            // Windows: another program has the file open.
            Some(32 | 33) if cfg!(windows) => {
                "tệp đang mở trong chương trình khác".into()
            }
            // Linux: too many symbolic links.
            Some(40) if cfg!(target_os = "linux") => "liên kết trỏ vòng quanh".into(),
            Some(code) => format!("hệ điều hành báo lỗi số {code}"),
            None => "thao tác không thực hiện được".into(),
        },
    }
}
