//! The arguments of commands that take many documents.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Args;
use clap::builder::RangedU64ValueParser;

/// How many documents are taken, and how.
#[derive(Args, Default)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct BatchArgs {
    /// Làm bấy nhiêu văn bản cùng lúc (không ghi thì theo số nhân của máy); kết quả và thứ tự
    /// thông báo không đổi
    #[arg(long, value_name = "SỐ", value_parser = threads())]
    jobs: Option<u64>,
    /// Bỏ qua văn bản không có gì thay đổi từ lần trước (chữ, ảnh, phụ lục, `vanban.yaml`, mẫu,
    /// phông, chương trình); ghi nhớ trong thư mục `.vanban` cạnh kết quả, xóa lúc nào cũng được
    #[arg(long)]
    pub(crate) if_changed: bool,
    /// Chỉ làm phần thứ I trong N phần, chia theo đường dẫn: mỗi máy một phần, ví dụ `1/4` đến
    /// `4/4`
    #[arg(long, value_name = "I/N")]
    pub(crate) shard: Option<String>,
    /// Ghi vào tệp này mỗi văn bản một dòng JSON: tệp vào, tệp ra, mã SHA-256, kết quả, thời gian
    #[arg(long, value_name = "TỆP")]
    pub(crate) report: Option<PathBuf>,
}

/// From one to so many threads as the largest machines run at once.
fn threads() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(1..=256)
}

/// More threads than that are taken only where they are asked for: they wait for each other, and
/// each holds a document in memory.
const MOST: usize = 16;

impl BatchArgs {
    /// How many documents are worked on at once.
    pub(crate) fn threads(&self) -> usize {
        let asked = self.jobs.and_then(|jobs| usize::try_from(jobs).ok());
        asked.unwrap_or_else(|| available_parallelism().map_or(1, NonZero::get).min(MOST))
    }
}
