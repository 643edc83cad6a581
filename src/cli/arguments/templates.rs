//! The arguments of `templates`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::help::TEMPLATE;

/// The arguments of `templates`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct TemplatesArgs {
    #[command(subcommand)]
    pub(crate) action: TemplatesAction,
    /// Thư mục có các mẫu của cơ quan, thay cho thư mục `mẫu/` ở đây
    #[arg(long, global = true, value_name = "THƯ-MỤC")]
    pub(crate) templates: Option<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum TemplatesAction {
    /// Liệt kê các mẫu hiện có; gõ `liet-ke` cũng được
    #[command(
        aliases = ["liet-ke", "ke"],
        help_template = TEMPLATE,
        override_usage = "vanban templates list [--templates THƯ-MỤC]"
    )]
    List,
    /// Xem một mẫu: các mục riêng, các tệp và nơi có từng tệp; gõ `xem` cũng được
    #[command(
        alias = "xem",
        help_template = TEMPLATE,
        override_usage = "vanban templates show <MẪU> [--templates THƯ-MỤC]"
    )]
    Show {
        /// Tên mẫu văn bản
        #[arg(value_name = "MẪU", help_heading = "Tham số")]
        name: String,
    },
    /// Chép các tệp của một mẫu có sẵn ra thư mục `mẫu/` để sửa; gõ `chep` cũng được
    #[command(
        alias = "chep",
        help_template = TEMPLATE,
        override_usage = "vanban templates eject <MẪU|--base> [--to THƯ-MỤC]"
    )]
    Eject(EjectArgs),
}

/// The arguments of `templates eject`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct EjectArgs {
    /// Tên mẫu văn bản
    #[arg(value_name = "MẪU", help_heading = "Tham số")]
    #[arg(required_unless_present = "base", conflicts_with = "base")]
    pub(crate) name: Option<String>,
    /// Chép khung chung của mọi mẫu (`base.typ.j2`, `layout/`) thay vì một mẫu
    #[arg(long)]
    pub(crate) base: bool,
    /// Chép vào thư mục này thay vì `mẫu/` ở đây
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) to: Option<PathBuf>,
}
