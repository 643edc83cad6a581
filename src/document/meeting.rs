//! `Meeting`: the meeting that a document reports.

use schemars::JsonSchema;
use serde::Deserialize;

use super::date::Date;
use super::fields::List;
use super::people::Person;
use super::text::{Text, Texts};

/// The meeting (cuộc họp) that a document reports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Cuộc họp", description = "Cuộc họp mà văn bản thông báo kết luận.")]
pub struct Meeting {
    /// Ngày họp.
    #[serde(rename = "ngày")]
    #[schemars(title = "Ngày họp", extend("examples" = ["02/6/2023"]))]
    pub date: Date,
    /// Cơ quan họp, khi gọi khác với `cơ quan ban hành`.
    #[serde(rename = "cơ quan", default)]
    #[schemars(title = "Cơ quan họp", extend("examples" = [
        "Ban Chỉ đạo các Chương trình Mục tiêu quốc gia xã"
    ]))]
    pub body: Option<Text>,
    /// Họp để làm gì, viết tiếp được sau chữ `để`.
    #[serde(rename = "mục đích", default)]
    #[schemars(title = "Mục đích", extend("examples" = [
        "đánh giá tình hình triển khai thực hiện Chương trình"
    ]))]
    pub purpose: Option<Text>,
    /// Nơi họp, viết tiếp được sau chữ `tại`.
    #[serde(rename = "địa điểm", default)]
    #[schemars(title = "Địa điểm", extend("examples" = ["hội trường UBND xã"]))]
    pub venue: Option<Text>,
    /// Người chủ trì: họ tên và chức vụ; có trong danh bạ thì chỉ cần họ tên.
    #[serde(rename = "chủ trì")]
    #[schemars(title = "Người chủ trì", extend("examples" = [
        { "họ tên": "Hoàng Hữu Khôi", "chức vụ": ["Bí thư Đảng ủy", "Trưởng Ban Chỉ đạo"] }
    ]))]
    pub chair: Person,
    /// Những người dự họp: họ tên và chức vụ, hoặc một thành phần như `các đồng chí thành
    /// viên Ban Chỉ đạo`.
    #[serde(rename = "dự họp", default)]
    #[schemars(title = "Thành phần dự họp", extend("examples" = [
        ["các đồng chí thành viên Ban Chỉ đạo"]
    ]))]
    pub attendees: List<Person>,
    /// Những báo cáo, văn bản đã nghe hoặc đã xem xét, viết tiếp được sau chữ `Sau khi nghe`;
    /// dẫn văn bản thì ghi đủ tên loại, số và ký hiệu, ngày, cơ quan (HD 05-HD/VPTW, 6.1.4;
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).
    #[serde(rename = "căn cứ", default)]
    #[schemars(title = "Căn cứ", extend("examples" = [
        ["Thông báo số 857-TB/HU, ngày 01 tháng 6 năm 2023 của Huyện ủy Bạch Thông"]
    ]))]
    pub grounds: Texts,
}
