//! The arguments as `clap` reads them; their documentation is the help that the user sees.

pub(super) mod batch;
pub(super) mod build;
pub(super) mod check;
mod completions;
pub(super) mod data;
mod help;
mod line;
pub(super) mod lsp;
mod manual;
mod meant;
pub(super) mod new;
pub(super) mod preview;
pub(super) mod schema;
pub(super) mod shared;
pub(super) mod templates;
mod usage;
mod version;
pub(super) mod watch;

use clap::{ArgAction, Parser, Subcommand};

use build::BuildArgs;
use check::CheckArgs;
pub(super) use completions::{Completion, CompletionsArgs};
use help::{AFTER, TEMPLATE};
pub(super) use line::{Left, completed};
use lsp::LspArgs;
pub(super) use manual::{ManualArgs, manual};
use new::NewArgs;
use preview::PreviewArgs;
use schema::SchemaArgs;
use shared::Common;
use templates::TemplatesArgs;
pub(super) use usage::{asked_language, report};
use watch::WatchArgs;

/// Xuất văn bản hành chính từ tệp văn bản thuần, sẵn sàng để ký.
#[derive(Parser)]
#[command(
    name = "vanban",
    version,
    long_version = &**version::LONG,
    help_template = TEMPLATE,
    after_help = AFTER,
    override_usage = "vanban <TỆP|THƯ-MỤC>…    (như `vanban build`)\n           \
                      vanban <LỆNH> [TÙY CHỌN] …\n           \
                      vanban help <LỆNH>",
    subcommand_help_heading = "Lệnh",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    next_help_heading = "Tùy chọn"
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
    /// In phiên bản; `--version` thì kèm phiên bản của Typst và phông chữ có sẵn
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Xuất văn bản thành PDF (hoặc PNG, SVG, Typst); gõ `xuat` (hay `lap`) cũng được
    #[command(
        aliases = ["xuat", "lap"],
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban build <TỆP|THƯ-MỤC>… [--open] [-o TỆP-RA] [--out-dir THƯ-MỤC] \
                          [--format KIỂU] [--template MẪU]\n           \
                          vanban build <TỆP> --data BẢNG.csv [--merge] [--name-column CỘT]"
    )]
    Build(BuildArgs),
    /// Theo dõi văn bản: lưu là xuất lại, kể cả khi sửa ảnh, phụ lục, `vanban.yaml`, mẫu; Ctrl-C
    /// để dừng; gõ `theo-doi` cũng được
    #[command(
        alias = "theo-doi",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban watch <TỆP|THƯ-MỤC>… [--open] [-o TỆP-RA] [--out-dir THƯ-MỤC] \
                          [--format KIỂU] [--template MẪU]"
    )]
    Watch(WatchArgs),
    /// Xem văn bản trong trình duyệt, đúng như khi in, cập nhật mỗi lần lưu, lỗi nêu bên cạnh;
    /// Ctrl-C để dừng; gõ `xem` cũng được
    #[command(
        alias = "xem",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban preview <TỆP> [--open] [--port SỐ] [--template MẪU]"
    )]
    Preview(PreviewArgs),
    /// Xem văn bản có lỗi gì không, không ghi ra tệp nào (`--fix` thì sửa); gõ `kiem` cũng được
    #[command(
        alias = "kiem",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban check <TỆP|THƯ-MỤC>… [--format human|json|sarif] \
                          [--deny-warnings] [--fix] [--resolved] [--template MẪU]\n           \
                          vanban check <TỆP> --data BẢNG.csv\n           \
                          vanban check --list\n           \
                          vanban check --explain <QUY-TẮC>"
    )]
    Check(CheckArgs),
    /// Bắt đầu một văn bản: tệp có sẵn các mục và lời nhắc, hoặc (`--from`) văn bản tháng sau
    /// từ văn bản tháng trước; gõ `moi` cũng được
    #[command(
        alias = "moi",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban new [MẪU] [--layout THỂ-THỨC] [-o TỆP-RA]\n           \
                          vanban new --from TỆP [--date NGÀY] [-o TỆP-RA]"
    )]
    New(NewArgs),
    /// In JSON Schema của phần khai báo, để trình soạn thảo gợi ý và nhắc lỗi; gõ `luoc-do`
    /// cũng được
    #[command(
        alias = "luoc-do",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban schema [MẪU] [--defaults|--partial] [-o TỆP-RA]"
    )]
    Schema(SchemaArgs),
    /// Nối với trình soạn thảo (VS Code, Neovim, Helix): nhắc lỗi ngay khi gõ, gợi ý tên mục và
    /// giá trị, sửa nhanh; trình soạn thảo tự gọi lệnh này; gõ `soan-thao` cũng được
    #[command(
        alias = "soan-thao",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban lsp [--font-path THƯ-MỤC] [--templates THƯ-MỤC]"
    )]
    Lsp(LspArgs),
    /// Xem các mẫu văn bản, hoặc chép một mẫu ra để sửa; gõ `mau` cũng được
    #[command(
        alias = "mau",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban templates <list|show MẪU|eject MẪU>",
        subcommand_help_heading = "Lệnh",
        disable_help_subcommand = true,
        subcommand_required = true
    )]
    Templates(TemplatesArgs),
    /// Cài vào thư mục riêng của người dùng, không cần quyền quản trị: menu chuột phải của tệp
    /// `.md`, Send to (Windows), danh sách ứng dụng và gợi ý khi gõ lệnh (Linux); gõ `cai-dat`
    /// cũng được
    #[command(
        alias = "cai-dat",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban install"
    )]
    Install,
    /// Gỡ những gì `install` đã cài; văn bản còn nguyên; gõ `go-bo` cũng được
    #[command(
        aliases = ["go-bo", "go-cai-dat"],
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban uninstall"
    )]
    Uninstall,
    /// In phần gợi ý lệnh cho trình lệnh (bash, zsh, fish, powershell); gõ `goi-y` cũng được
    #[command(
        alias = "goi-y",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban completions <bash|zsh|fish|powershell>"
    )]
    Completions(CompletionsArgs),
    /// Ghi các trang hướng dẫn của lệnh (man) vào một thư mục, để đóng gói
    #[command(
        hide = true,
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban manual <THƯ-MỤC>"
    )]
    Manual(ManualArgs),
    /// Chào, hướng dẫn việc đầu tiên: như khi nhấp đúp vào chương trình; gõ `bat-dau` cũng được
    #[command(
        alias = "bat-dau",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban start"
    )]
    Start,
}
