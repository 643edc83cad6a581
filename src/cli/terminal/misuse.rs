//! What is said of a wrong call. Names of arguments stand as they are typed.

use std::path::Path;

use super::message::Message;
use crate::diagnostic::phrases::did_you_mean;
use crate::diagnostic::{Bilingual, both};

/// The sentence of a wrong call, with the way to the help behind it.
fn misuse(vi: &str, en: &str) -> Message {
    Message::new(
        format!("lỗi: {vi}\n  cách sửa: gõ `vanban --help` để xem cách dùng"),
        format!("error: {en}\n  help: see `vanban --help`"),
    )
}

/// An office's defaults are given as a document.
pub(crate) fn defaults_given(path: &Path) -> Message {
    let path = path.display();
    misuse(
        &format!("{path} là tệp mặc định của cơ quan, không phải văn bản"),
        &format!("{path} holds an office's defaults and is no document"),
    )
}

/// Standard input is to be watched.
pub(crate) fn watch_of_stdin() -> Message {
    misuse(
        "đầu vào chuẩn (`-`) không theo dõi được; hãy ghi tên tệp",
        "standard input (`-`) cannot be watched; name a file",
    )
}

/// A folder is to be shown.
pub(crate) fn preview_of_folder(path: &Path) -> Message {
    let path = path.display();
    misuse(
        &format!("{path} là thư mục; mỗi lần xem một văn bản, hãy ghi tên tệp"),
        &format!("{path} is a folder; name one file to be shown"),
    )
}

/// `--fix` is asked for with standard input.
pub(crate) fn fix_of_stdin() -> Message {
    misuse(
        "`--fix` sửa trong tệp, không dùng được với đầu vào chuẩn (`-`)",
        "`--fix` mends files; standard input (`-`) is none",
    )
}

/// `--explain` names no rule; `near` is one of nearly that name.
pub(crate) fn unknown_rule(name: &str, near: Option<&str>) -> Message {
    let Bilingual { vi, en } = near.map_or_else(
        || {
            both!(
                "gõ `vanban check --list` để xem mọi quy tắc",
                "`vanban check --list` lists all rules"
            )
        },
        did_you_mean,
    );
    Message::new(
        format!("lỗi: không có quy tắc `{name}`\n  cách sửa: {vi}"),
        format!("error: there is no rule `{name}`\n  help: {en}"),
    )
}

/// `--resolved` is asked for as SARIF.
pub(crate) fn resolved_as_sarif() -> Message {
    misuse(
        "`--resolved` chỉ dùng với `--format human` hoặc `json`",
        "`--resolved` goes with `--format human` or `json` only",
    )
}

/// `-o` names one output for several documents.
pub(crate) fn output_of_many() -> Message {
    misuse(
        "`-o` chỉ dùng khi xuất một văn bản; nhiều văn bản thì dùng `--out-dir`",
        "`-o` is for one document; use `--out-dir` for several",
    )
}

/// `--data` is asked for with several documents, or a folder.
pub(crate) fn data_of_many(table: &Path) -> Message {
    let table = table.display();
    misuse(
        &format!(
            "`--data` trộn bảng với một văn bản; hãy ghi tên một tệp, ví dụ: `vanban build \
             giay-moi.md --data {table}`"
        ),
        &format!(
            "`--data` merges a table into one document; name one file, for example: `vanban build \
             giay-moi.md --data {table}`"
        ),
    )
}

/// `--data` is asked for with standard input.
pub(crate) fn data_of_stdin() -> Message {
    misuse(
        "`--data` không dùng được với đầu vào chuẩn (`-`); hãy ghi tên tệp văn bản và tệp bảng",
        "`--data` does not go with standard input (`-`); name the files of the document and the table",
    )
}

/// `-o` names one output for the documents of all rows.
pub(crate) fn output_of_rows(document: &Path, table: &Path, output: &Path) -> Message {
    let output = output.with_extension("pdf");
    let (document, table, output) =
        (document.display(), table.display(), output.display());
    let meant = format!("vanban build {document} --data {table} --merge -o {output}");
    Message::new(
        format!(
            "lỗi: `--data` xuất mỗi dòng thành một tệp, `-o` chỉ ghi được một tệp\n  cách sửa: có \
             phải định viết `{meant}`? Muốn mỗi dòng một tệp thì dùng `--out-dir`"
        ),
        format!(
            "error: `--data` makes a file of each row, and `-o` is one file\n  help: did you mean \
             `{meant}`? For a file of each row use `--out-dir`"
        ),
    )
}

/// `--merge` is asked for in another format than PDF.
pub(crate) fn merge_as(format: &str) -> Message {
    misuse(
        &format!("`--merge` chỉ gộp thành PDF, không gộp thành {format}"),
        &format!("`--merge` makes a PDF, no {format}"),
    )
}

/// `--merge` is asked for where the office's own templates run.
pub(crate) fn merge_of_own_templates() -> Message {
    Message::new(
        "lỗi: `--merge` chưa gộp được văn bản theo mẫu riêng của cơ quan (thư mục `mẫu`)\n  cách \
         sửa: bỏ `--merge` để xuất mỗi dòng một tệp"
            .to_owned(),
        "error: `--merge` does not take an office's own templates yet (the folder `mẫu`)\n  help: \
         leave `--merge` out, and each row becomes a file"
            .to_owned(),
    )
}

/// The name of the file of `new --from` says no month that could be moved on.
pub(crate) fn no_next_name(path: &Path) -> Message {
    let stem = path.file_stem().unwrap_or_default().display();
    let path = path.display();
    misuse(
        &format!(
            "không biết tháng nào trong tên tệp {path}; hãy đổi tên tệp cho có tháng, ví dụ \
             {stem}-05.md, hoặc dùng `-o` để đặt tên tệp mới"
        ),
        &format!(
            "the name {path} has no month to move on; give it one, such as {stem}-05.md, or use \
             `-o` to name the new file"
        ),
    )
}

/// The day of signing of `new --from` is before the month of the old document.
pub(crate) fn date_before(date: &str) -> Message {
    misuse(
        &format!("ngày ký `{date}` ở trước tháng của văn bản cũ"),
        &format!("the date `{date}` is before the month of the old document"),
    )
}

/// The name of an output asks for another format than `--format`, whose ending is `format`.
pub(crate) fn other_format(path: &Path, format: &str) -> Message {
    let fitting = path.with_extension(format);
    let (path, fitting) = (path.display(), fitting.display());
    misuse(
        &format!(
            "tên tệp ra {path} không hợp với `--format {format}`; bỏ `--format`, hoặc ghi ra \
             {fitting}"
        ),
        &format!(
            "the output {path} does not go with `--format {format}`; leave `--format` out, or \
             write {fitting}"
        ),
    )
}

/// The name of an output asks for a format that cannot be written; `format` is the ending of
/// what is written.
pub(crate) fn unknown_format(path: &Path, format: &str) -> Message {
    let fitting = path.with_extension(format);
    let (path, fitting) = (path.display(), fitting.display());
    misuse(
        &format!(
            "không ghi được kiểu tệp {path}; chỉ ghi được pdf, png, svg, typ: đổi tên tệp ra, ví \
             dụ `-o {fitting}`"
        ),
        &format!(
            "cannot write a file such as {path}, only pdf, png, svg, typ: rename the output, for \
             example `-o {fitting}`"
        ),
    )
}

/// The name of a new document is that of another kind of file.
pub(crate) fn not_a_text_file(path: &Path) -> Message {
    let fitting = path.with_extension("md");
    let (path, fitting) = (path.display(), fitting.display());
    misuse(
        &format!(
            "văn bản mới là tệp chữ, không ghi được kiểu tệp {path}; đổi tên tệp ra, ví dụ `-o \
             {fitting}`"
        ),
        &format!(
            "a new document is a text file, not one such as {path}; rename the output, for \
             example `-o {fitting}`"
        ),
    )
}

/// A document set in another template would be written where another document's result goes.
pub(crate) fn output_of_another(source: &Path) -> Message {
    let source = source.display();
    misuse(
        &format!(
            "đã có văn bản {source}, tệp xuất ra sẽ trùng tên với tệp của văn bản đó; hãy dùng \
             `-o` để ghi ra tệp khác"
        ),
        &format!(
            "there is a document {source}, whose result would have the same name; use `-o` to \
             write another file"
        ),
    )
}

/// The output is the document's own source, or another one of the run.
pub(crate) fn output_is_source(path: &Path, source: &Path) -> Message {
    let (path, source) = (path.display(), source.display());
    Message::new(
        format!(
            "lỗi: tệp ra {path} trùng với tệp vào {source}, không ghi đè\n{ALONE_VI}"
        ),
        format!(
            "error: the output {path} is the input {source}, which is not overwritten\n{ALONE_EN}"
        ),
    )
}

/// A document would be written where the result of `other` goes.
pub(crate) fn same_output(source: &Path, path: &Path, other: &Path) -> Message {
    let (source, path, other) = (source.display(), path.display(), other.display());
    Message::new(
        format!("lỗi: không xuất {source}: {other} cũng ghi ra {path}\n{ALONE_VI}"),
        format!(
            "error: {source} is not built: {other} is written to {path}, too\n{ALONE_EN}"
        ),
    )
}

/// A document is named twice, perhaps by another path.
pub(crate) fn given_twice(source: &Path, other: &Path) -> Message {
    let (source, other) = (source.display(), other.display());
    Message::new(
        format!(
            "lỗi: không xuất {source}: cùng một văn bản được nêu hai lần, cũng là {other}\n  cách \
             sửa: chỉ nêu văn bản đó một lần"
        ),
        format!(
            "error: {source} is not built: the document is named twice, also as {other}\n  help: \
             name it once"
        ),
    )
}

/// The way out where the name of a result is taken.
const ALONE_VI: &str = "  cách sửa: xuất riêng văn bản này, dùng `-o` để ghi ra tệp khác";

/// The same in English.
const ALONE_EN: &str =
    "  help: build this document by itself, with `-o` to write another file";

/// Standard input would be built to a terminal.
pub(crate) fn no_output() -> Message {
    misuse(
        "đọc từ đầu vào chuẩn thì phải cho biết tệp ra bằng `-o`",
        "standard input needs an output: use `-o`",
    )
}

/// Several pages would go to standard output.
pub(crate) fn many_pages() -> Message {
    misuse(
        "văn bản có nhiều trang, không in ra đầu ra chuẩn được; hãy dùng `-o`",
        "several pages cannot go to standard output; use `-o`",
    )
}

/// An argument has no value.
pub(crate) fn no_value(argument: &str) -> Message {
    misuse(
        &format!("`{argument}` cần một giá trị"),
        &format!("`{argument}` needs a value"),
    )
}

/// An argument does not take a value, but those of `valid`.
pub(crate) fn wrong_value(argument: &str, value: &str, valid: &str) -> Message {
    misuse(
        &format!("`{argument}` không nhận giá trị `{value}`; các giá trị: {valid}"),
        &format!("`{argument}` does not take `{value}`; it takes {valid}"),
    )
}

/// An argument does not take a value, but those of `valid`; `meant` is the line that was.
pub(crate) fn value_not_taken(
    argument: &str,
    value: &str,
    valid: &str,
    meant: Option<&str>,
) -> Message {
    let why = match valid {
        "" => both!(
            "`{argument}` không nhận giá trị `{value}`",
            "`{argument}` does not take `{value}`"
        ),
        valid => both!(
            "`{argument}` không nhận giá trị `{value}`; các giá trị: {valid}",
            "`{argument}` does not take `{value}`; it takes {valid}"
        ),
    };
    perhaps(&why, meant)
}

/// There is no such option; `meant` is the line or the option that was meant.
pub(crate) fn unknown_option(option: &str, meant: Option<&str>) -> Message {
    let why =
        both!("lệnh này không có tùy chọn `{option}`", "there is no option `{option}`");
    perhaps(&why, meant)
}

/// There is no such command; `meant` is the line or the command that was meant.
pub(crate) fn unknown_command(command: &str, meant: Option<&str>) -> Message {
    let why = both!(
        "không có lệnh, cũng không có tệp nào tên là `{command}`",
        "there is no command and no file `{command}`"
    );
    perhaps(&why, meant)
}

/// There is an argument where none is taken any more.
pub(crate) fn one_too_many(argument: &str) -> Message {
    misuse(&format!("thừa `{argument}`"), &format!("`{argument}` is one too many"))
}

/// Two arguments exclude each other.
pub(crate) fn conflict(argument: &str, other: &str) -> Message {
    misuse(
        &format!("không dùng `{argument}` cùng với `{other}`"),
        &format!("`{argument}` cannot be used with `{other}`"),
    )
}

/// An argument is given twice.
pub(crate) fn twice(argument: &str) -> Message {
    misuse(
        &format!("`{argument}` chỉ được dùng một lần"),
        &format!("`{argument}` can be used once only"),
    )
}

/// Arguments that must be there are not.
pub(crate) fn missing(arguments: &str) -> Message {
    misuse(&format!("thiếu {arguments}"), &format!("{arguments} is missing"))
}

/// No command is given.
pub(crate) fn no_command() -> Message {
    misuse(
        "chưa cho biết lệnh nào, ví dụ: `vanban thong-bao.md`; mới dùng lần đầu thì gõ `vanban start`",
        "a command is missing, for example: `vanban thong-bao.md`; to begin: `vanban start`",
    )
}

/// An argument is not Unicode.
pub(crate) fn not_unicode() -> Message {
    misuse("có đối số không phải là chữ Unicode", "an argument is not Unicode")
}

/// Anything else is wrong with an argument.
pub(crate) fn other(argument: &str) -> Message {
    misuse(&format!("gõ sai lệnh ở `{argument}`"), &format!("wrong call at `{argument}`"))
}

/// What is wrong, and the line that was probably meant.
fn perhaps(why: &Bilingual, meant: Option<&str>) -> Message {
    let Some(meant) = meant else { return misuse(&why.vi, &why.en) };
    Message::new(
        format!("lỗi: {}\n  cách sửa: có phải định viết `{meant}`?", why.vi),
        format!("error: {}\n  help: did you mean `{meant}`?", why.en),
    )
}
