//! The arguments of `new`.

use std::path::PathBuf;

use clap::Args;

use super::shared::seconds;

/// The arguments of `new`.
#[derive(Args, Default)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct NewArgs {
    /// Tên mẫu văn bản; bỏ trống là mẫu ghi trong `vanban.yaml`, không có thì là thông báo kết
    /// luận
    #[arg(value_name = "MẪU", help_heading = "Tham số", conflicts_with = "from")]
    pub(crate) template: Option<String>,
    /// Thể thức: đảng, nhà nước; bỏ trống là thể thức ghi trong `vanban.yaml`, không có thì là
    /// thể thức đầu tiên của mẫu
    #[arg(long, value_name = "THỂ-THỨC", conflicts_with = "from")]
    pub(crate) layout: Option<String>,
    /// Văn bản tháng trước: giữ nguyên thể thức, người dự, nơi nhận, chữ ký; đổi tháng, để
    /// trống số, ngày và kết luận, liệt kê việc chưa xong
    #[arg(long, value_name = "TỆP")]
    pub(crate) from: Option<PathBuf>,
    /// Ngày ký của văn bản mới, ví dụ 05/7/2023; bỏ trống thì chỉ đổi tháng
    #[arg(long, value_name = "NGÀY", requires = "from")]
    pub(crate) date: Option<String>,
    /// Thư mục có các mẫu của cơ quan, thay cho thư mục `mẫu/` ở đây
    #[arg(long, value_name = "THƯ-MỤC")]
    pub(crate) templates: Option<PathBuf>,
    /// Mẫu của cơ quan được chạy tối đa bấy nhiêu giây (không ghi thì là 60); cũng đặt được bằng
    /// biến môi trường `VANBAN_TEMPLATE_SECONDS`
    #[arg(long, value_name = "GIÂY", value_parser = seconds())]
    #[arg(env = "VANBAN_TEMPLATE_SECONDS", hide_env = true)]
    pub(crate) template_seconds: Option<u64>,
    /// Ghi ra tệp này; `-` là đầu ra chuẩn; không bao giờ ghi đè tệp đã có
    #[arg(short, long, value_name = "TỆP-RA")]
    pub(crate) output: Option<PathBuf>,
}
