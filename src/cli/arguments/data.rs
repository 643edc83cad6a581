//! The arguments of commands that merge a table of values into a document.

use std::path::PathBuf;

use clap::Args;

/// A table, of which each row makes a document.
#[derive(Args, Default)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct DataArgs {
    /// Trộn với bảng này (tệp CSV lưu từ Excel): mỗi dòng một văn bản, tên cột là tên mục; gõ
    /// `--du-lieu` cũng được
    #[arg(long, value_name = "TỆP", alias = "du-lieu")]
    pub(crate) data: Option<PathBuf>,
    /// Đặt tên tệp ra theo cột này của bảng (không ghi thì theo cột `tên tệp`, không có cột đó thì
    /// đánh số); gõ `--cot-ten` cũng được
    #[arg(long, value_name = "CỘT", alias = "cot-ten", requires = "data")]
    pub(crate) name_column: Option<String>,
}
