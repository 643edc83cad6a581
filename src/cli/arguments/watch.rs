//! The arguments of `watch`.

use std::path::PathBuf;

use clap::Args;

use super::batch::BatchArgs;
use super::build::{BuildArgs, Format};
use super::shared::TemplateArgs;

/// The arguments of `watch`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct WatchArgs {
    /// Tệp văn bản hoặc thư mục chứa các tệp `.md`, `.yaml`
    #[arg(required = true, value_name = "TỆP", help_heading = "Tham số")]
    files: Vec<PathBuf>,
    /// Mở kết quả đầu tiên bằng chương trình xem của máy
    #[arg(long)]
    pub(crate) open: bool,
    /// Ghi ra tệp này (chỉ khi theo dõi một văn bản)
    #[arg(short, long, value_name = "TỆP-RA", conflicts_with = "out_dir")]
    output: Option<PathBuf>,
    /// Ghi vào thư mục này thay vì cạnh tệp văn bản
    #[arg(long, value_name = "THƯ-MỤC")]
    out_dir: Option<PathBuf>,
    /// Kiểu tệp ra: pdf (mặc định), png, svg, typ
    #[arg(long, value_name = "KIỂU", hide_possible_values = true)]
    format: Option<Format>,
    /// Thư mục có phông chữ Times New Roman, dùng thay cho phông có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    font_path: Option<PathBuf>,
    /// Coi cảnh báo cũng là lỗi: có cảnh báo thì không ghi
    #[arg(long)]
    deny_warnings: bool,
    #[command(flatten)]
    template: TemplateArgs,
}

impl WatchArgs {
    /// What is built, again and again.
    pub(crate) fn build(self) -> BuildArgs {
        let Self {
            files,
            output,
            out_dir,
            format,
            font_path,
            deny_warnings,
            template,
            ..
        } = self;
        let batch = BatchArgs::default();
        BuildArgs {
            files,
            output,
            out_dir,
            format,
            font_path,
            deny_warnings,
            template,
            batch,
        }
    }
}
