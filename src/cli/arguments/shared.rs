//! The arguments that several commands understand.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::builder::RangedU64ValueParser;
use clap::{ArgAction, Args, ValueEnum};

use crate::diagnostic::Lang;

/// What every command understands.
#[derive(Args)]
pub(crate) struct Common {
    /// Tô màu thông báo: auto (khi in ra màn hình), always (luôn), never (không)
    #[arg(long, global = true, value_name = "KHI", default_value = "auto")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) color: Colour,
    /// Ngôn ngữ của thông báo: vi (tiếng Việt), en (tiếng Anh); cũng đặt được bằng biến môi
    /// trường `VANBAN_LANG`
    #[arg(long, global = true, value_name = "NGÔN-NGỮ", default_value = "vi")]
    #[arg(env = "VANBAN_LANG", hide_env = true)]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) lang: Language,
    /// Giữ cửa sổ: có điều cần đọc thì đợi nhấn Enter rồi mới đóng (menu chuột phải dùng tùy chọn
    /// này); gõ `--giu-cua-so` cũng được
    #[arg(long, global = true, alias = "giu-cua-so")]
    keep_window: bool,
    /// In trợ giúp này
    #[arg(short = 'h', long, global = true, action = ArgAction::HelpLong)]
    help: Option<bool>,
}

/// The languages of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
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
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

impl From<Colour> for ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => Self::Auto,
            Colour::Always => Self::Always,
            Colour::Never => Self::Never,
        }
    }
}

/// Which template documents are set in, and where its files are.
#[derive(Args, Clone, Default)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct TemplateArgs {
    /// Xuất theo mẫu này thay vì mẫu mà văn bản khai báo
    #[arg(long, value_name = "MẪU")]
    pub(crate) template: Option<String>,
    /// Thư mục có các mẫu của cơ quan, thay cho thư mục `mẫu/` cạnh văn bản
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) templates: Option<PathBuf>,
    /// Mẫu của cơ quan được chạy tối đa bấy nhiêu giây cho mỗi văn bản (không ghi thì là 60);
    /// cũng đặt được bằng biến môi trường `VANBAN_TEMPLATE_SECONDS`
    #[arg(long, value_name = "GIÂY", value_parser = seconds())]
    #[arg(env = "VANBAN_TEMPLATE_SECONDS", hide_env = true)]
    pub(crate) template_seconds: Option<u64>,
}

/// From a second to a day.
pub(crate) fn seconds() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(1..=86_400)
}
