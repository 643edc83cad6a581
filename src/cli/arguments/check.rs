//! The arguments of `check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::batch::BatchArgs;
use super::data::DataArgs;
use super::shared::TemplateArgs;

/// What checks documents, which the list of rules does not.
const CHECKS: [&str; 16] = [
    "files",
    "data",
    "name_column",
    "format",
    "font_path",
    "deny_warnings",
    "for_issue",
    "fix",
    "diff",
    "resolved",
    "template",
    "templates",
    "jobs",
    "if_changed",
    "shard",
    "report",
];

/// The arguments of `check`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
#[expect(clippy::struct_excessive_bools, reason = "a switch of the command line each")]
pub(crate) struct CheckArgs {
    /// Tệp văn bản hoặc thư mục chứa các tệp `.md`, `.yaml`; `-` là đọc từ đầu vào chuẩn
    #[arg(value_name = "TỆP", help_heading = "Tham số")]
    #[arg(required_unless_present_any = ["list", "explain"])]
    pub(crate) files: Vec<PathBuf>,
    /// Cách báo: human (cho người đọc), json, sarif (cho máy đọc, ở đầu ra chuẩn)
    #[arg(long, value_name = "KIỂU", default_value = "human")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: ReportFormat,
    /// Thư mục có phông chữ Times New Roman, dùng thay cho phông có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) font_path: Option<PathBuf>,
    /// Coi cảnh báo cũng là lỗi
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Xem như văn bản sắp ban hành: số, ngày, người ký phải có; cảnh báo trái với quy định thành
    /// lỗi; gõ `--ban-hanh` cũng được
    #[arg(long, alias = "ban-hanh")]
    pub(crate) for_issue: bool,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    #[command(flatten)]
    pub(crate) template: TemplateArgs,
    #[command(flatten)]
    pub(crate) batch: BatchArgs,
    /// Sửa ngay trong tệp những lỗi chỉ có một cách sửa, rồi báo lỗi còn lại
    #[arg(long, conflicts_with_all = ["resolved", "template", "data"])]
    pub(crate) fix: bool,
    /// Xem trước `--fix` sẽ sửa những gì, không ghi vào tệp
    #[arg(long, conflicts_with_all = ["fix", "resolved", "template", "format", "data"])]
    pub(crate) diff: bool,
    /// In từng giá trị của phần khai báo và nơi khai báo nó: văn bản hay `vanban.yaml`
    #[arg(long)]
    pub(crate) resolved: bool,
    /// Kể mọi quy tắc mà văn bản được xem theo
    #[arg(long, conflicts_with = "explain", conflicts_with_all = CHECKS)]
    pub(crate) list: bool,
    /// Giải thích một quy tắc: vì sao, căn cứ, ví dụ sai và đúng
    #[arg(long, value_name = "QUY-TẮC", conflicts_with_all = CHECKS)]
    pub(crate) explain: Option<String>,
}

/// How problems are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Human,
    Json,
    Sarif,
}
