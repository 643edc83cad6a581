//! The arguments of `watch`.

use std::path::PathBuf;

use clap::Args;

use super::batch::BatchArgs;
use super::build::{BuildArgs, ResultArgs};
use super::data::DataArgs;

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
    #[command(flatten)]
    result: ResultArgs,
}

impl WatchArgs {
    /// What is built, again and again.
    pub(crate) fn build(self) -> BuildArgs {
        // What it opens is the first result alone.
        let Self { files, output, result, open: _ } = self;
        let (data, batch) = (DataArgs::default(), BatchArgs::default());
        BuildArgs { files, output, open: false, data, merge: false, result, batch }
    }
}
