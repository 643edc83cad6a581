//! The arguments of `schema`.

use std::path::PathBuf;

use clap::Args;

/// The arguments of `schema`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct SchemaArgs {
    /// Tên mẫu văn bản; bỏ trống là mọi mẫu
    #[arg(value_name = "MẪU", help_heading = "Tham số")]
    pub(crate) template: Option<String>,
    /// Thư mục có các mẫu của cơ quan, thay cho thư mục `mẫu/` ở đây
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) templates: Option<PathBuf>,
    /// Cho tệp mặc định `vanban.yaml`: không mục nào bắt buộc, có thêm `danh bạ`
    #[arg(long, conflicts_with = "partial")]
    pub(crate) defaults: bool,
    /// Cho văn bản dùng chung một `vanban.yaml`: không mục nào bắt buộc, ghi tên là đủ
    #[arg(long)]
    pub(crate) partial: bool,
    /// Ghi ra tệp này thay vì đầu ra chuẩn
    #[arg(short, long, value_name = "TỆP-RA")]
    pub(crate) output: Option<PathBuf>,
}
