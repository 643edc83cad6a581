//! What is wrong with the arguments, in Vietnamese.

use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Exit;

/// Shows help, the version, or what is wrong with the arguments.
pub(super) fn report(error: &clap::Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nothing can be done where standard output itself is closed.
            let _ = write!(std::io::stdout(), "{}", error.render());
            Exit::Done
        }
        _ => {
            say(&sentence(error));
            Exit::Usage
        }
    }
}

/// Says what is wrong with the call, and where help is.
pub(super) fn say(sentence: &str) {
    let help = "gõ `vanban --help` để xem cách dùng";
    let _ = writeln!(std::io::stderr(), "lỗi: {sentence}\n  cách sửa: {help}");
}

fn sentence(error: &clap::Error) -> String {
    let context = |kind| {
        error.get(kind).map_or_else(String::new, |value| match value {
            ContextValue::Strings(list) => list.join(", "),
            other => other.to_string(),
        })
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("`{argument}` cần một giá trị")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = context(ContextKind::ValidValue);
            format!("`{argument}` không nhận giá trị `{value}`; các giá trị: {valid}")
        }
        ErrorKind::UnknownArgument => {
            let near = context(ContextKind::SuggestedArg);
            let near = if near.is_empty() {
                near
            } else {
                format!("; có phải là `{near}`?")
            };
            format!("không có tùy chọn `{argument}`{near}")
        }
        ErrorKind::InvalidSubcommand => {
            let near = context(ContextKind::SuggestedSubcommand);
            let near = if near.is_empty() {
                near
            } else {
                format!("; có phải là `{near}`?")
            };
            format!("không có lệnh `{}`{near}", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            if other == argument {
                format!("`{argument}` chỉ được dùng một lần")
            } else {
                format!("không dùng `{argument}` cùng với `{other}`")
            }
        }
        ErrorKind::MissingRequiredArgument => format!("thiếu {argument}"),
        ErrorKind::MissingSubcommand
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "chưa cho biết lệnh nào, ví dụ: `vanban build thong-bao.md`".into()
        }
        ErrorKind::InvalidUtf8 => "có đối số không phải là chữ Unicode".into(),
        _ => format!("gọi lệnh sai ở `{argument}`"),
    }
}
