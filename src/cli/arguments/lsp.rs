//! The arguments of `lsp`.

use std::path::PathBuf;

use clap::Args;

use super::shared::TemplateArgs;

/// The arguments of `lsp`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct LspArgs {
    /// Thư mục có phông chữ Times New Roman, dùng thay cho phông có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) font_path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) template: TemplateArgs,
    /// Nói chuyện qua đầu vào, đầu ra chuẩn; bao giờ cũng thế
    #[arg(long, hide = true)]
    stdio: bool,
}
