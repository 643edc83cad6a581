//! What is said while a document is shown in the browser, there and at the terminal.

use std::io;
use std::time::Duration;

use super::message::{Message, counted};
use super::watched::seconds;
use crate::diagnostic::{Bilingual, Severity};

/// The page is there, at an address.
pub(crate) fn shown(address: &str) -> Message {
    Message::new(
        format!("xem văn bản tại {address}\nCtrl-C để dừng"),
        format!("see the document at {address}\nCtrl-C ends this"),
    )
}

/// The page cannot be served at a port, or at any where it is zero.
pub(crate) fn no_port(port: u16, error: &io::Error) -> Message {
    let taken = error.kind() == io::ErrorKind::AddrInUse;
    let (vi, en) = match port {
        0 => (
            format!(
                "lỗi: không mở được trang xem trước ({error})\n  cách sửa: dùng `vanban watch`"
            ),
            format!(
                "error: cannot serve the preview ({error})\n  help: use `vanban watch`"
            ),
        ),
        port if taken => (
            format!(
                "lỗi: cổng {port} đang có chương trình khác dùng\n  cách sửa: bỏ `--port` để dùng cổng bất kỳ còn trống"
            ),
            format!(
                "error: another program uses port {port}\n  help: leave out `--port` to take any that is free"
            ),
        ),
        port => (
            format!(
                "lỗi: không dùng được cổng {port} ({error})\n  cách sửa: bỏ `--port` để dùng cổng bất kỳ còn trống"
            ),
            format!(
                "error: cannot use port {port} ({error})\n  help: leave out `--port` to take any that is free"
            ),
        ),
    };
    Message::new(vi, en)
}

/// How it went with a text, in a sentence that a screen reader says.
pub(crate) fn status(
    clock: &str,
    took: Duration,
    pages: usize,
    errors: usize,
    warnings: usize,
) -> Message {
    let (mut vi, mut en) = (Vec::new(), Vec::new());
    if errors == 0 {
        vi.push(format!("{pages} trang"));
        en.push(counted(pages, "page"));
    } else {
        vi.push(format!("chưa xuất được, {errors} lỗi"));
        en.push(format!("not built, {}", counted(errors, "error")));
    }
    if warnings > 0 {
        vi.push(format!("{warnings} cảnh báo"));
        en.push(counted(warnings, "warning"));
    }
    let took = seconds(took);
    Message::new(
        format!("{clock}: {} ({})", vi.join(", "), took.vi),
        format!("{clock}: {} ({})", en.join(", "), took.en),
    )
}

/// The text could not be read.
pub(crate) fn unreadable(clock: &str) -> Message {
    Message::new(format!("{clock}: không đọc được"), format!("{clock}: cannot be read"))
}

/// What a grade of problems is called.
pub(crate) fn grade(severity: Severity) -> Bilingual<&'static str> {
    let (vi, en) = match severity {
        Severity::Error => ("lỗi", "error"),
        Severity::Warning => ("cảnh báo", "warning"),
        Severity::Note => ("ghi chú", "note"),
    };
    Bilingual { vi, en }
}

/// A line of a text, by its number.
pub(crate) fn line(number: usize) -> Message {
    Message::new(format!("dòng {number}"), format!("line {number}"))
}
