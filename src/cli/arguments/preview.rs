//! The arguments of `preview`.

use std::path::PathBuf;

use clap::Args;

use super::shared::TemplateArgs;

/// The arguments of `preview`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct PreviewArgs {
    /// Tệp văn bản
    #[arg(required = true, value_name = "TỆP", help_heading = "Tham số")]
    pub(crate) file: PathBuf,
    /// Mở trang trong trình duyệt của máy
    #[arg(long)]
    pub(crate) open: bool,
    /// Dùng cổng này (không ghi thì dùng cổng bất kỳ còn trống); chỉ máy này vào được
    #[arg(long, value_name = "SỐ", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) port: Option<u16>,
    /// Thư mục có phông chữ Times New Roman, dùng thay cho phông có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) font_path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) template: TemplateArgs,
}
