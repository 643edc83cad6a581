//! `Meeting`: the meeting that a document reports.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::text::{Prose, Text, Texts};
use super::super::values::date::Date;
use super::super::values::fields::List;
use super::people::Person;

/// The meeting (cuộc họp) that a document reports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Cuộc họp", description = "Cuộc họp mà văn bản nói đến.")]
pub struct Meeting {
    /// Ngày họp.
    #[serde(rename = "ngày")]
    #[schemars(title = "Ngày họp", extend("examples" = ["02/6/2023"]))]
    pub date: Date,
    /// Giờ họp, viết sao in vậy.
    #[serde(rename = "giờ", default)]
    #[schemars(title = "Giờ họp", extend("examples" = ["8 giờ 00", "14 giờ 30 phút"]))]
    pub time: Option<Text>,
    /// Gọi cuộc họp là gì: `hội nghị`, `hội thảo`; để trống là `cuộc họp`
    /// (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9).
    #[serde(rename = "gọi là", default)]
    #[schemars(title = "Gọi là", extend("examples" = ["hội nghị"]))]
    pub word: Option<Text>,
    /// Cơ quan họp, khi gọi khác với `cơ quan ban hành`.
    #[serde(rename = "cơ quan", default)]
    #[schemars(title = "Cơ quan họp", extend("examples" = [
        "Ban Chỉ đạo các Chương trình Mục tiêu quốc gia xã"
    ]))]
    pub body: Option<Text>,
    /// Họp để làm gì, viết tiếp được sau chữ `để`, hoặc tự mở đầu bằng `để`, `về`, `nhằm`.
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
    /// Thư ký, người ghi biên bản: họ tên và chức vụ; có trong danh bạ thì chỉ cần họ tên
    /// (HD 05-HD/VPTW, 7.1.4.e; NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9).
    #[serde(rename = "thư ký", default)]
    #[schemars(title = "Thư ký", extend("examples" = [
        { "họ tên": "Triệu Thị Hoa", "chức vụ": "công chức Văn phòng - Thống kê" }
    ]))]
    pub secretary: Option<Person>,
    /// Những người dự họp: họ tên và chức vụ, hoặc một thành phần như `các đồng chí thành
    /// viên Ban Chỉ đạo`.
    #[serde(rename = "dự họp", default)]
    #[schemars(title = "Thành phần dự họp", extend("examples" = [
        ["các đồng chí thành viên Ban Chỉ đạo"]
    ]))]
    pub attendees: List<Person>,
    /// Những người vắng mặt, có thể ghi cả lý do sau họ tên.
    #[serde(rename = "vắng", default)]
    #[schemars(title = "Vắng mặt", extend("examples" = [
        ["đồng chí Lý Văn Nam, Bí thư chi bộ thôn Nà Nghịu (đi công tác)"]
    ]))]
    pub absentees: List<Person>,
    /// Nội dung, chương trình họp: một việc, hoặc một danh sách, mỗi việc một dòng.
    #[serde(rename = "chương trình", default)]
    #[schemars(title = "Chương trình", extend("examples" = [
        ["Đánh giá kết quả thực hiện tháng 5", "Bàn nhiệm vụ tháng 6"]
    ]))]
    pub agenda: Texts,
    /// Những báo cáo, văn bản đã nghe hoặc đã xem xét, viết tiếp được sau chữ `Sau khi nghe`;
    /// dẫn văn bản thì ghi đủ tên loại, số và ký hiệu, ngày, cơ quan (HD 05-HD/VPTW, 6.1.4;
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).
    #[serde(rename = "căn cứ", default)]
    #[schemars(title = "Căn cứ", extend("examples" = [
        ["Thông báo số 857-TB/HU, ngày 01 tháng 6 năm 2023 của Huyện ủy Bạch Thông"]
    ]))]
    pub grounds: Texts,
    /// Diễn biến cuộc họp, để ghi vào biên bản; viết được như phần nội dung của văn bản, có
    /// tiêu đề và các mục đánh số.
    #[serde(rename = "diễn biến", default, deserialize_with = "Prose::optional")]
    #[schemars(with = "Option<Prose>", title = "Diễn biến", extend("examples" = [
        "Đồng chí Nguyễn Văn Hậu trình bày báo cáo.\n\nCác thành viên thảo luận, nhất trí."
    ]))]
    pub proceedings: Option<Text>,
    /// Giờ kết thúc, viết sao in vậy; để trống thì biên bản chừa chỗ ghi bằng bút.
    #[serde(rename = "giờ kết thúc", default)]
    #[schemars(title = "Giờ kết thúc", extend("examples" = ["11 giờ 30 phút"]))]
    pub end: Option<Text>,
}
