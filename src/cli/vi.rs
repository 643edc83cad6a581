//! What the command line says in Vietnamese.

use std::io;
use std::path::PathBuf;

use super::message::{Message, Misuse, Renewed};
use super::templates::TemplateWords;
use crate::renewal::{Change, Note};

/// The value of an empty field.
pub(super) const EMPTY: &str = "(để trống)";

/// Where a value comes from that no file gives.
pub(super) const OWN: &str = "mặc định của chương trình";

/// What is said of templates.
pub(super) const TEMPLATES: TemplateWords = TemplateWords {
    built_in: "có sẵn",
    summary: "tóm tắt",
    version: "phiên bản",
    layouts: "thể thức",
    title: "tên loại",
    code: "chữ viết tắt",
    required: "mục bắt buộc",
    fields: "mục riêng",
    files: "các tệp",
    base: "khung chung",
};

/// The sentence for a message.
pub(super) fn message(message: &Message) -> String {
    match message {
        Message::Built(path) => format!("đã lập {}", path.display()),
        Message::NotBuilt(path) => {
            format!("chưa lập {}: lỗi đã nêu ở trên", path.display())
        }
        Message::Written(path) => format!("đã ghi {}", path.display()),
        Message::Ejected(folder) => format!(
            "từ nay các tệp trong {0} được dùng thay cho mẫu có sẵn; xóa {0} thì mẫu có sẵn được \
             dùng trở lại",
            folder.display()
        ),
        Message::Exists(path) => format!(
            "lỗi: đã có {}, không ghi đè\n  cách sửa: đổi tên hoặc xóa tệp ấy rồi chạy lại, hoặc \
             chép ra chỗ khác bằng `--to`",
            path.display()
        ),
        Message::Fixed { path, line, what } => {
            format!("đã sửa {}:{line}: {what}", path.display())
        }
        Message::Fixable(count) => {
            format!("tự sửa được {count} chỗ: gõ thêm `--fix` vào lệnh `vanban check`")
        }
        Message::Changed(path) => {
            format!("lỗi: {} vừa có người khác sửa; chạy lại lệnh này", path.display())
        }
        Message::NoFonts(path) => {
            format!("lỗi: trong {} không có phông chữ Times New Roman", path.display())
        }
        Message::Unreadable(path, error) => {
            format!("lỗi: không đọc được {}: {}", path.display(), fault(error))
        }
        Message::Missing(path, near) => {
            let error = io::ErrorKind::NotFound.into();
            format!("lỗi: không đọc được {}: {}", path.display(), fault(&error))
                + &either(near)
        }
        Message::Unwritable(path, error) => {
            format!("lỗi: không ghi được {}: {}", path.display(), fault(error))
        }
        Message::Taken(path) => format!(
            "lỗi: đã có tệp {}, không ghi đè\n  cách sửa: dùng `-o` để ghi ra tệp khác",
            path.display()
        ),
        Message::Renewed(renewed) => self::renewed(renewed),
        Message::NoFolder(path, error) => {
            format!("lỗi: không tạo được {}: {}", path.display(), fault(error))
        }
        Message::Count { errors, warnings, files } => {
            let parts: Vec<String> = [(errors, "lỗi"), (warnings, "cảnh báo")]
                .into_iter()
                .filter(|(count, _)| **count > 0)
                .map(|(count, name)| format!("{count} {name}"))
                .collect();
            format!("{} trong {files} tệp", parts.join(", "))
        }
        Message::Misuse(misuse) => format!(
            "lỗi: {}\n  cách sửa: gõ `vanban --help` để xem cách dùng",
            sentence(misuse)
        ),
    }
}

fn sentence(misuse: &Misuse) -> String {
    match misuse {
        Misuse::DefaultsGiven(path) => {
            format!("{} là tệp mặc định của cơ quan, không phải văn bản", path.display())
        }
        Misuse::FixOfStdin => {
            "`--fix` sửa trong tệp, không dùng được với đầu vào chuẩn (`-`)".into()
        }
        Misuse::ResolvedAsSarif => {
            "`--resolved` chỉ dùng với `--format human` hoặc `json`".into()
        }
        Misuse::OutputOfMany => {
            "`-o` chỉ dùng khi lập một văn bản; nhiều văn bản thì dùng `--out-dir`".into()
        }
        Misuse::NoNextName(path) => format!(
            "không biết tháng nào trong tên tệp {}; hãy dùng `-o` để đặt tên tệp mới",
            path.display()
        ),
        Misuse::DateBefore(date) => {
            format!("ngày ký `{date}` ở trước tháng của văn bản cũ")
        }
        Misuse::OutputEnding { path, format, can: true } => format!(
            "tên tệp ra {} không hợp với `--format {format}`; bỏ `--format`, hoặc ghi ra {}",
            path.display(),
            path.with_extension(format).display()
        ),
        Misuse::OutputEnding { path, format, can: false } => format!(
            "không ghi được kiểu tệp {}; chỉ ghi được pdf, png, svg, typ: đổi tên tệp ra, ví dụ \
             `-o {}`",
            path.display(),
            path.with_extension(format).display()
        ),
        Misuse::NewEnding(path) => format!(
            "văn bản mới là tệp chữ, không ghi được kiểu tệp {}; đổi tên tệp ra, ví dụ `-o {}`",
            path.display(),
            path.with_extension("md").display()
        ),
        Misuse::OtherPaper(path) => format!(
            "đã có văn bản {}, tệp lập ra sẽ trùng tên với tệp của văn bản ấy; hãy dùng `-o` để \
             ghi ra tệp khác",
            path.display()
        ),
        Misuse::OutputIsInput(path) => {
            format!("tệp ra {} trùng với tệp vào", path.display())
        }
        Misuse::SameOutput(path) => {
            format!("hai văn bản cùng ghi ra {}", path.display())
        }
        Misuse::NoOutput => {
            "đọc từ đầu vào chuẩn thì phải cho biết tệp ra bằng `-o`".into()
        }
        Misuse::ManyPages => {
            "văn bản có nhiều trang, không in ra đầu ra chuẩn được; hãy dùng `-o`".into()
        }
        Misuse::NoValue(argument) => format!("`{argument}` cần một giá trị"),
        Misuse::WrongValue { argument, value, valid } => {
            format!("`{argument}` không nhận giá trị `{value}`; các giá trị: {valid}")
        }
        Misuse::UnknownOption(option, near) => {
            format!("không có tùy chọn `{option}`{}", perhaps(near))
        }
        Misuse::UnknownCommand(command, near) => {
            format!("không có lệnh `{command}`{}", perhaps(near))
        }
        Misuse::Conflict(argument, other) => {
            format!("không dùng `{argument}` cùng với `{other}`")
        }
        Misuse::Twice(argument) => format!("`{argument}` chỉ được dùng một lần"),
        Misuse::Missing(arguments) => format!("thiếu {arguments}"),
        Misuse::NoCommand => {
            "chưa cho biết lệnh nào, ví dụ: `vanban build thong-bao.md`".into()
        }
        Misuse::NotUnicode => "có đối số không phải là chữ Unicode".into(),
        Misuse::Other(argument) => format!("gọi lệnh sai ở `{argument}`"),
    }
}

/// What a new document changes of the one that it starts from.
fn renewed(renewed: &Renewed) -> String {
    let Renewed { name, changes, open, notes } = renewed;
    let mut lines = Vec::new();
    if !changes.is_empty() {
        lines.push("đã đổi:".to_owned());
    }
    lines.extend(changes.iter().map(|(line, change)| {
        let said = match change {
            Change::Replaced { old, new } if old.is_empty() => format!("ghi `{new}`"),
            Change::Replaced { old, new } => {
                format!("`{}` thành `{}`", flat(old), flat(new))
            }
            Change::Emptied { field, old } => format!("để trống `{field}` (cũ: {old})"),
            Change::Conclusions => "bỏ nội dung kết luận cũ, giữ các tiêu đề".to_owned(),
            Change::Tasks { count } => format!("liệt kê {count} việc chưa xong"),
        };
        format!("  {name}:{line}: {said}")
    }));
    if !open.is_empty() {
        lines.push("cần điền:".to_owned());
    }
    lines.extend(open.iter().map(|line| format!("  {name}:{line}")));
    if !notes.is_empty() {
        lines.push("giữ nguyên, hãy xem lại:".to_owned());
    }
    lines.extend(notes.iter().map(|(line, note)| {
        let said = match note {
            Note::Kept { words } => format!("`{}`", flat(words)),
            Note::People => "những người dự họp".to_owned(),
            Note::Appendices => "phụ lục".to_owned(),
        };
        format!("  {name}:{line}: {said}")
    }));
    lines.join("\n")
}

/// A text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The files that may have been meant.
fn either(near: &[PathBuf]) -> String {
    let names: Vec<String> = near.iter().map(|p| format!("`{}`", p.display())).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!("\n  có phải là {one}?"),
        [first @ .., last] => format!("\n  có phải là {} hay {last}?", first.join(", ")),
    }
}

fn perhaps(near: &str) -> String {
    if near.is_empty() { String::new() } else { format!("; có phải là `{near}`?") }
}

/// What went wrong with a file.
fn fault(error: &io::Error) -> String {
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
        Kind::InvalidData => {
            "không phải chữ Unicode (UTF-8); lưu lại bằng bảng mã UTF-8".into()
        }
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
