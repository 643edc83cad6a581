//! What is said of files and folders that cannot be read or written.

use std::io;
use std::path::{Path, PathBuf};

use super::message::Message;
use super::obstacle::{Obstacle, reason, why};

/// A file or folder cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Message {
    let (vi, en) = why(Obstacle::to_read(path, error), error);
    let path = path.display();
    Message::new(
        format!("lỗi: không đọc được {path}: {vi}"),
        format!("error: cannot read {path}: {en}"),
    )
}

/// A file is not there; those of `similar` may have been meant.
pub(crate) fn missing(path: &Path, similar: &[PathBuf]) -> Message {
    let path = path.display();
    let error = io::ErrorKind::NotFound.into();
    let (vi, en) = either(similar);
    Message::new(
        format!("lỗi: không đọc được {path}: {}{vi}", reason(&error)),
        format!("error: cannot read {path}: no such file{en}"),
    )
}

/// A folder holds no document.
pub(crate) fn no_document(folder: &Path) -> Message {
    let folder = folder.display();
    Message::new(
        format!(
            "lỗi: trong {folder} không có văn bản nào; văn bản là tệp .md bắt đầu bằng dòng `---`"
        ),
        format!(
            "error: there is no document in {folder}: a .md file that begins with a line `---`"
        ),
    )
}

/// A folder holds no font that documents are set in.
pub(crate) fn no_fonts(folder: &Path) -> Message {
    let folder = folder.display();
    Message::new(
        format!("lỗi: trong {folder} không có phông chữ Times New Roman"),
        format!("error: there is no font Times New Roman in {folder}"),
    )
}

/// No process could be started to run an office's templates in.
pub(crate) fn no_process(error: &io::Error) -> Message {
    Message::new(
        format!(
            "lỗi: không mở được tiến trình riêng để chạy mẫu của cơ quan: {}\n  cách sửa: gõ lại \
             lệnh; vẫn vậy thì đổi tên thư mục `mẫu` để dùng mẫu có sẵn",
            reason(error)
        ),
        format!(
            "error: cannot start a process to run the office's templates in: {error}\n  help: run \
             the command again; or rename the folder `mẫu` to use the built-in templates"
        ),
    )
}

/// A file cannot be written.
pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Message {
    let (vi, en) = why(Obstacle::to_write(path, error), error);
    let path = path.display();
    Message::new(
        format!("lỗi: không ghi được {path}: {vi}"),
        format!("error: cannot write {path}: {en}"),
    )
}

/// The result of a document cannot be written; where the file itself is in the way, another name
/// is the way out.
pub(crate) fn unwritable_result(path: &Path, error: &io::Error) -> Message {
    let Message { vi, en } = unwritable(path, error);
    let (first_vi, first_en) = match Obstacle::to_write(path, error) {
        Some(Obstacle::Held) => {
            ("đóng tệp này rồi chạy lại, hoặc ", "close it and run this again, or ")
        }
        Some(Obstacle::ReadOnly) => {
            ("bỏ dấu chỉ đọc rồi chạy lại, hoặc ", "unmark it and run this again, or ")
        }
        Some(Obstacle::Device(_)) => ("", ""),
        Some(Obstacle::Letter(_)) | None => return Message { vi, en },
    };
    let other = other_name(path);
    let other = other.display();
    Message::new(
        format!(
            "{vi}\n  cách sửa: {first_vi}xuất riêng văn bản này với `-o \"{other}\"`"
        ),
        format!(
            "{en}\n  help: {first_en}build this document by itself with `-o \"{other}\"`"
        ),
    )
}

/// A name beside one that cannot be used, which no file has: `tb.pdf` → `tb-2.pdf`.
fn other_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy()));
    let ending = ending.unwrap_or_default();
    let mut names = (2..).map(|n| path.with_file_name(format!("{stem}-{n}{ending}")));
    names.find(|name| !name.exists()).unwrap_or_else(|| path.to_owned())
}

/// A file cannot be removed.
pub(crate) fn not_removed(path: &Path, error: &io::Error) -> Message {
    let path = path.display();
    Message::new(
        format!("lỗi: không xóa được {path}: {}", reason(error)),
        format!("error: cannot remove {path}: {error}"),
    )
}

/// Standard output is closed.
pub(crate) fn closed_output() -> Message {
    Message::new(
        "lỗi: không ghi được ra đầu ra chuẩn: đầu ra chuẩn đã bị đóng\n  cách sửa: bỏ `>&-` trong \
         lệnh, hoặc ghi ra tệp bằng `> TỆP`"
            .into(),
        "error: cannot write to standard output: it is closed\n  help: leave out `>&-`, or write \
         a file with `> FILE`"
            .into(),
    )
}

/// The system cannot watch files; `reason` is what it says.
pub(crate) fn no_watcher(reason: &str) -> Message {
    Message::new(
        format!(
            "lỗi: hệ điều hành không cho theo dõi tệp ({reason})\n  cách sửa: dùng `vanban build` \
             mỗi khi sửa xong"
        ),
        format!(
            "error: the system does not let files be watched ({reason})\n  help: use `vanban \
             build` after each change"
        ),
    )
}

/// A folder is there that the system does not watch.
pub(crate) fn unwatched(folder: &Path) -> Message {
    let folder = folder.display();
    Message::new(
        format!(
            "lỗi: hệ điều hành không cho theo dõi thư mục {folder}\n  cách sửa: dùng `vanban build` \
             mỗi khi sửa xong, hoặc chuyển văn bản sang ổ đĩa của máy này"
        ),
        format!(
            "error: the system does not watch the folder {folder}\n  help: use `vanban build` \
             after each change, or move the document to a disk of this machine"
        ),
    )
}

/// A folder cannot be made.
pub(crate) fn no_folder(path: &Path, error: &io::Error) -> Message {
    let path = path.display();
    Message::new(
        format!("lỗi: không tạo được {path}: {}", reason(error)),
        format!("error: cannot make {path}: {error}"),
    )
}

/// A new document would overwrite a file.
pub(crate) fn taken(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!(
            "lỗi: đã có tệp {path}, không ghi đè\n  cách sửa: dùng `-o` để ghi ra tệp khác"
        ),
        format!(
            "error: there is a file {path}, which is not overwritten\n  help: use `-o` to write \
             another file"
        ),
    )
}

/// A copy of a template would overwrite a file.
pub(crate) fn exists(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!(
            "lỗi: đã có {path}, không ghi đè\n  cách sửa: đổi tên hoặc xóa tệp đó rồi chạy lại, \
             hoặc chép ra chỗ khác bằng `--to`"
        ),
        format!(
            "error: {path} is there already and is not overwritten\n  help: rename or remove it, \
             or copy elsewhere with `--to`"
        ),
    )
}

/// A result would replace a file of another kind than `kind`, which is written.
pub(crate) fn other_kind(path: &Path, kind: &str) -> Message {
    let path = path.display();
    Message::new(
        format!(
            "lỗi: tệp {path} đã có và không phải là tệp {kind}, không ghi đè\n  cách sửa: đổi tên \
             hoặc xóa tệp đó rồi chạy lại, hoặc dùng `-o` để ghi ra tệp khác"
        ),
        format!(
            "error: the file {path} is there and is no {kind}; it is not overwritten\n  help: \
             rename or remove it and run this again, or use `-o` to write another file"
        ),
    )
}

/// A result would replace a PDF that has a digital signature.
pub(crate) fn signed(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!(
            "lỗi: tệp {path} đã có chữ ký số, không ghi đè\n  cách sửa: chuyển bản đã ký sang thư \
             mục khác rồi chạy lại, hoặc dùng `-o` để ghi ra tệp khác"
        ),
        format!(
            "error: the file {path} has a digital signature; it is not overwritten\n  help: move \
             the signed file away and run this again, or use `-o` to write another file"
        ),
    )
}

/// A result would replace a file that a document of the run draws on.
pub(crate) fn drawn_on(path: &Path, used: &Path) -> Message {
    let (path, used) = (path.display(), used.display());
    Message::new(
        format!(
            "lỗi: không ghi ra {path}: văn bản cần đến tệp {used}, không ghi đè\n  cách sửa: lập \
             riêng văn bản này, dùng `-o` để ghi ra tệp khác"
        ),
        format!(
            "error: {path} is not written: a document needs the file {used}, which is not \
             overwritten\n  help: build this document by itself, with `-o` to write another file"
        ),
    )
}

/// The documents of the rows of a table are sound, and no PDF can be made of all of them.
pub(crate) fn not_merged(document: &Path) -> Message {
    let document = document.display();
    Message::new(
        format!(
            "lỗi: không gộp được các văn bản của {document} thành một tệp\n  cách sửa: bỏ `--merge` \
             để xuất mỗi dòng một tệp; xin gửi tệp này cho người phụ trách chương trình"
        ),
        format!(
            "error: the documents of {document} cannot be put into one file\n  help: leave \
             `--merge` out, and each row becomes a file; please send the file to who keeps the \
             program"
        ),
    )
}

/// The documents of the rows of a table have more pages than are put into one file.
pub(crate) fn merged_too_many(table: &Path, most: usize) -> Message {
    let table = table.display();
    Message::new(
        format!(
            "lỗi: một tệp chỉ gộp được tối đa {most} trang, chưa ghi ra tệp nào\n  cách sửa: chia \
             {table} thành nhiều bảng, hoặc bỏ `--merge` để xuất mỗi dòng một tệp"
        ),
        format!(
            "error: one file takes {most} pages at most; nothing was written\n  help: divide \
             {table} into several tables, or leave `--merge` out: each row becomes a file"
        ),
    )
}

/// A file to be mended is no more what was read.
pub(crate) fn changed(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!("lỗi: {path} vừa có người khác sửa; chạy lại lệnh này"),
        format!("error: {path} has just been changed; run this again"),
    )
}

/// The question whether one of several files was meant, in both languages.
fn either(files: &[PathBuf]) -> (String, String) {
    let names: Vec<String> = files.iter().map(|p| format!("`{}`", p.display())).collect();
    match names.as_slice() {
        [] => (String::new(), String::new()),
        [one] => {
            (format!("\n  có phải định viết {one}?"), format!("\n  did you mean {one}?"))
        }
        [first @ .., last] => {
            let first = first.join(", ");
            (
                format!("\n  có phải định viết {first} hay {last}?"),
                format!("\n  did you mean {first} or {last}?"),
            )
        }
    }
}
