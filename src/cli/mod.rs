//! Arguments in, exit code out: one small file per command. The door to `clap`.

mod build;
mod check;
mod document;
mod en;
mod fix;
mod folder;
mod fonts;
mod message;
mod month;
mod naming;
mod near;
mod new;
mod once;
mod output;
mod own_templates;
mod renew;
mod resolved;
mod schema;
mod templates;
mod terminal;
mod usage;
mod vi;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Lang;
use terminal::Terminal;

/// How a run ends, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    /// Everything was done.
    Done = 0,
    /// A document has problems; nothing was written for it.
    Problems = 1,
    /// The command was called in a wrong way.
    Usage = 2,
    /// A file could not be read or written.
    Environment = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

const TEMPLATE: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}";

const AFTER: &str = "\nMã kết thúc: 0 xong; 1 văn bản có lỗi (không ghi gì); 2 gọi lệnh sai; \
                     3 không đọc hoặc không ghi được tệp.";

/// Lập văn bản hành chính từ tệp văn bản thuần, sẵn sàng để ký.
#[derive(Parser)]
#[command(
    name = "vanban",
    version,
    help_template = TEMPLATE,
    after_help = AFTER,
    override_usage = "vanban <LỆNH> [TÙY CHỌN] …",
    subcommand_help_heading = "Lệnh",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    next_help_heading = "Tùy chọn"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
    /// In phiên bản
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What every command understands.
#[derive(Args)]
struct Common {
    /// Tô màu thông báo: auto (khi in ra màn hình), always (luôn), never (không)
    #[arg(long, global = true, value_name = "KHI", default_value = "auto")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    color: Colour,
    /// Ngôn ngữ của thông báo: vi (tiếng Việt), en (tiếng Anh); cũng đặt được bằng biến môi
    /// trường `VANBAN_LANG`
    #[arg(long, global = true, value_name = "NGÔN-NGỮ", default_value = "vi")]
    #[arg(env = "VANBAN_LANG", hide_env = true)]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    lang: Language,
    /// In trợ giúp này
    #[arg(short = 'h', long, global = true, action = ArgAction::HelpLong)]
    help: Option<bool>,
}

/// The languages of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    Vi,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Vi => Self::Vi,
            Language::En => Self::En,
        }
    }
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Lập văn bản thành PDF (hoặc PNG, SVG, Typst); gõ `lap` cũng được
    #[command(
        alias = "lap",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban build <TỆP>… [-o TỆP-RA] [--out-dir THƯ-MỤC] [--format KIỂU] \
                          [--template MẪU]"
    )]
    Build(BuildArgs),
    /// Xem văn bản có lỗi gì không, không ghi ra tệp nào (`--fix` thì sửa); gõ `kiem` cũng được
    #[command(
        alias = "kiem",
        help_template = TEMPLATE,
        after_help = AFTER,
        override_usage = "vanban check <TỆP|THƯ-MỤC>… [--format human|json|sarif] \
                          [--deny-warnings] [--fix] [--resolved] [--template MẪU]"
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
}

/// The arguments of `templates`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
struct TemplatesArgs {
    #[command(subcommand)]
    action: TemplatesAction,
    /// Thư mục có các mẫu của cơ quan, thay cho thư mục `mẫu/` ở đây
    #[arg(long, global = true, value_name = "THƯ-MỤC")]
    templates: Option<PathBuf>,
}

#[derive(Subcommand)]
enum TemplatesAction {
    /// Kể các mẫu hiện có; gõ `ke` cũng được
    #[command(
        alias = "ke",
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
struct EjectArgs {
    /// Tên mẫu văn bản
    #[arg(value_name = "MẪU", help_heading = "Tham số")]
    #[arg(required_unless_present = "base", conflicts_with = "base")]
    name: Option<String>,
    /// Chép khung chung của mọi mẫu (`base.typ.j2`, `layout/`) thay vì một mẫu
    #[arg(long)]
    base: bool,
    /// Chép vào thư mục này thay vì `mẫu/` ở đây
    #[arg(long, value_name = "THƯ-MỤC")]
    to: Option<PathBuf>,
}

/// Which template documents are set in, and where its files are.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
struct TemplateArgs {
    /// Lập theo mẫu này thay vì mẫu mà văn bản khai báo
    #[arg(long, value_name = "MẪU")]
    template: Option<String>,
    /// Thư mục có các mẫu của cơ quan, thay cho thư mục `mẫu/` cạnh văn bản
    #[arg(long, value_name = "THƯ-MỤC")]
    templates: Option<PathBuf>,
}

/// The arguments of `new`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
struct NewArgs {
    /// Tên mẫu văn bản; bỏ trống là mẫu ghi trong `vanban.yaml`, không có thì là thông báo kết
    /// luận
    #[arg(value_name = "MẪU", help_heading = "Tham số", conflicts_with = "from")]
    template: Option<String>,
    /// Thể thức: đảng, nhà nước; bỏ trống là thể thức ghi trong `vanban.yaml`, không có thì là
    /// thể thức đầu tiên của mẫu
    #[arg(long, value_name = "THỂ-THỨC", conflicts_with = "from")]
    layout: Option<String>,
    /// Văn bản tháng trước: giữ nguyên thể thức, người dự, nơi nhận, chữ ký; đổi tháng, để
    /// trống số, ngày và kết luận, liệt kê việc chưa xong
    #[arg(long, value_name = "TỆP")]
    from: Option<PathBuf>,
    /// Ngày ký của văn bản mới, ví dụ 05/7/2023; bỏ trống thì chỉ đổi tháng
    #[arg(long, value_name = "NGÀY", requires = "from")]
    date: Option<String>,
    /// Thư mục có các mẫu của cơ quan, thay cho thư mục `mẫu/` ở đây
    #[arg(long, value_name = "THƯ-MỤC")]
    templates: Option<PathBuf>,
    /// Ghi ra tệp này; `-` là đầu ra chuẩn; không bao giờ ghi đè tệp đã có
    #[arg(short, long, value_name = "TỆP-RA")]
    output: Option<PathBuf>,
}

/// The arguments of `schema`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
struct SchemaArgs {
    /// Tên mẫu văn bản; bỏ trống là mọi mẫu
    #[arg(value_name = "MẪU", help_heading = "Tham số")]
    template: Option<String>,
    /// Thư mục có các mẫu của cơ quan, thay cho thư mục `mẫu/` ở đây
    #[arg(long, value_name = "THƯ-MỤC")]
    templates: Option<PathBuf>,
    /// Cho tệp mặc định `vanban.yaml`: không mục nào bắt buộc, có thêm `danh bạ`
    #[arg(long, conflicts_with = "partial")]
    defaults: bool,
    /// Cho văn bản dùng chung một `vanban.yaml`: không mục nào bắt buộc, ghi tên là đủ
    #[arg(long)]
    partial: bool,
    /// Ghi ra tệp này thay vì đầu ra chuẩn
    #[arg(short, long, value_name = "TỆP-RA")]
    output: Option<PathBuf>,
}

/// The arguments of `check`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
struct CheckArgs {
    /// Tệp văn bản hoặc thư mục chứa các tệp `.md`, `.yaml`; `-` là đọc từ đầu vào chuẩn
    #[arg(required = true, value_name = "TỆP", help_heading = "Tham số")]
    files: Vec<PathBuf>,
    /// Cách báo: human (cho người đọc), json, sarif (cho máy đọc, ở đầu ra chuẩn)
    #[arg(long, value_name = "KIỂU", default_value = "human")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    format: Report,
    /// Thư mục có phông chữ Times New Roman, dùng thay cho phông có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    font_path: Option<PathBuf>,
    /// Coi cảnh báo cũng là lỗi
    #[arg(long)]
    deny_warnings: bool,
    #[command(flatten)]
    template: TemplateArgs,
    /// Sửa ngay trong tệp những lỗi chỉ có một cách sửa, rồi báo lỗi còn lại
    #[arg(long, conflicts_with_all = ["resolved", "template"])]
    fix: bool,
    /// In từng giá trị của phần khai báo và nơi khai báo nó: văn bản hay `vanban.yaml`
    #[arg(long)]
    resolved: bool,
}

/// How problems are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Report {
    Human,
    Json,
    Sarif,
}

/// The arguments of `build`.
#[derive(Args)]
#[command(next_help_heading = "Tùy chọn")]
struct BuildArgs {
    /// Tệp văn bản hoặc thư mục chứa các tệp `.md`, `.yaml`; `-` là đọc từ đầu vào chuẩn
    #[arg(required = true, value_name = "TỆP", help_heading = "Tham số")]
    files: Vec<PathBuf>,
    /// Ghi ra tệp này (chỉ khi lập một văn bản); `-` là đầu ra chuẩn
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

/// What comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Pdf,
    Png,
    Svg,
    Typ,
}

impl Format {
    /// The extension of a file of this format.
    fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Typ => "typ",
        }
    }

    fn library(self) -> crate::Format {
        match self {
            Self::Pdf => crate::Format::Pdf,
            Self::Png => crate::Format::Png,
            Self::Svg => crate::Format::Svg,
            Self::Typ => crate::Format::Typst,
        }
    }
}

/// Runs the program.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => {
            return usage::report(&error, usage::language(&arguments)).into();
        }
    };
    let terminal = Terminal::new(cli.common.color, cli.common.lang.into());
    match cli.command {
        Command::Build(arguments) => build::run(&arguments, &terminal).into(),
        Command::Check(arguments) => check::run(&arguments, &terminal).into(),
        Command::New(arguments) => new::run(&arguments, &terminal).into(),
        Command::Schema(arguments) => schema::run(&arguments, &terminal).into(),
        Command::Templates(arguments) => templates::run(&arguments, &terminal).into(),
    }
}
