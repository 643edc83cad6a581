//! Why a file cannot be used: what of the file itself is in the way, and the system's reasons.

use std::io;
use std::path::Path;

use crate::cli::windows::{device, forbidden, is_held};

/// What of a file itself is in the way, where the system does not say it.
pub(super) enum Obstacle {
    /// Windows keeps its name for a device.
    Device(String),
    /// No name on Windows has this letter.
    Letter(char),
    /// Another program has it open.
    Held,
    /// Its owner has marked it as read-only.
    ReadOnly,
}

impl Obstacle {
    /// What is in the way of reading a file.
    pub(super) fn to_read(path: &Path, error: &io::Error) -> Option<Self> {
        if let Some(name) = device(path) {
            return Some(Self::Device(name));
        }
        let refused = error.kind() == io::ErrorKind::PermissionDenied
            || is_sharing_violation(error);
        (refused && is_held(path)).then_some(Self::Held)
    }

    /// What is in the way of writing a file.
    pub(super) fn to_write(path: &Path, error: &io::Error) -> Option<Self> {
        let marked = || {
            path.metadata().is_ok_and(|of| of.is_file() && of.permissions().readonly())
        };
        let letter = || forbidden(path).map(Self::Letter);
        Self::to_read(path, error).or_else(letter).or_else(|| {
            let refused = error.kind() == io::ErrorKind::PermissionDenied;
            (refused && marked()).then_some(Self::ReadOnly)
        })
    }
}

/// Why a file cannot be used, in both languages.
pub(super) fn why(obstacle: Option<Obstacle>, error: &io::Error) -> (String, String) {
    match obstacle {
        Some(Obstacle::Device(name)) => (
            format!("Windows dành tên `{name}` cho thiết bị; hãy đổi tên"),
            format!("Windows keeps the name `{name}` for a device; use another one"),
        ),
        Some(Obstacle::Letter(letter)) => (
            format!("Windows không cho tên tệp có dấu `{letter}`; hãy đổi tên"),
            format!("Windows lets no name of a file have `{letter}`; use another one"),
        ),
        Some(Obstacle::Held) => (
            "tệp đang mở trong chương trình khác".into(),
            "another program has it open".into(),
        ),
        Some(Obstacle::ReadOnly) => (
            "tệp được đánh dấu chỉ đọc (Read-only)".into(),
            "it is marked as read-only".into(),
        ),
        None => (reason(error), error.to_string()),
    }
}

/// Why a file cannot be used, in Vietnamese; in English the system's own words are shown.
pub(super) fn reason(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "không tìm thấy tệp hoặc thư mục này".into(),
        Kind::PermissionDenied => {
            "không có quyền, hoặc tệp đang mở trong chương trình khác".into()
        }
        Kind::IsADirectory => "đây là thư mục, không phải tệp".into(),
        Kind::Unsupported => "đây là thiết bị hoặc ống dẫn, không phải tệp".into(),
        Kind::NotADirectory => "đường dẫn đi qua một tệp, không phải thư mục".into(),
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => {
            "đĩa đã đầy hoặc tệp quá lớn".into()
        }
        Kind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc".into(),
        Kind::InvalidFilename => "tên tệp không hợp lệ".into(),
        Kind::InvalidData => {
            "không phải chữ Unicode (UTF-8); lưu lại bằng bảng mã UTF-8".into()
        }
        _ => match error.raw_os_error() {
            Some(_) if is_sharing_violation(error) => {
                "tệp đang mở trong chương trình khác".into()
            }
            // Too many symbolic links.
            Some(40) if cfg!(target_os = "linux") => "liên kết trỏ vòng quanh".into(),
            Some(62) if cfg!(target_os = "macos") => "liên kết trỏ vòng quanh".into(),
            Some(1921) if cfg!(windows) => "liên kết trỏ vòng quanh".into(),
            Some(code) => format!("hệ điều hành báo lỗi số {code}"),
            None => "thao tác không thực hiện được".into(),
        },
    }
}

/// Whether Windows says that another program has a file open, or a part of it locked.
fn is_sharing_violation(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}
