//! The arguments of `build`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::batch::BatchArgs;
use super::data::DataArgs;
use super::shared::TemplateArgs;

/// The arguments of `build`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct BuildArgs {
    /// Tệp văn bản hoặc thư mục chứa các tệp `.md`, `.yaml`; `-` là đọc từ đầu vào chuẩn
    #[arg(required = true, value_name = "TỆP", help_heading = "Tham số")]
    pub(crate) files: Vec<PathBuf>,
    /// Ghi ra tệp này (chỉ khi xuất một văn bản); `-` là đầu ra chuẩn
    #[arg(short, long, value_name = "TỆP-RA", conflicts_with = "out_dir")]
    pub(crate) output: Option<PathBuf>,
    /// Mở kết quả bằng chương trình xem của máy; nhiều kết quả thì mở thư mục có chúng
    #[arg(long)]
    pub(crate) open: bool,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// Gộp văn bản của mọi dòng thành một tệp PDF, mỗi văn bản một dấu trang; gõ `--gop` cũng được
    #[arg(long, alias = "gop", requires = "data", conflicts_with_all = ["if_changed", "shard"])]
    pub(crate) merge: bool,
    #[command(flatten)]
    pub(crate) result: ResultArgs,
    #[command(flatten)]
    pub(crate) batch: BatchArgs,
}

/// What `build` and `watch` make of a document, and by which template.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct ResultArgs {
    /// Ghi vào thư mục này thay vì cạnh tệp văn bản
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) out_dir: Option<PathBuf>,
    /// Kiểu tệp ra: pdf (mặc định), png, svg, typ
    #[arg(long, value_name = "KIỂU", hide_possible_values = true)]
    pub(crate) format: Option<Format>,
    /// Thư mục có phông chữ Times New Roman, dùng thay cho phông có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) font_path: Option<PathBuf>,
    /// Coi cảnh báo cũng là lỗi: có cảnh báo thì không ghi
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Xuất để ban hành: số, ngày, người ký phải có; cảnh báo trái với quy định thành
    /// lỗi; gõ `--ban-hanh` cũng được
    #[arg(long, alias = "ban-hanh")]
    pub(crate) for_issue: bool,
    #[command(flatten)]
    pub(crate) template: TemplateArgs,
}

/// What comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Pdf,
    Png,
    Svg,
    Typ,
}

impl Format {
    /// The extension of a file of this format.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Typ => "typ",
        }
    }
}

impl From<Format> for crate::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Pdf => Self::Pdf,
            Format::Png => Self::Png,
            Format::Svg => Self::Svg,
            Format::Typ => Self::Typst,
        }
    }
}
