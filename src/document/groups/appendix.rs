//! `Appendix`: what is attached to a document, on pages of its own.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::text::Text;
use super::super::values::fields::Flag;

/// An appendix (phụ lục).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Phụ lục",
    description = "Một phụ lục, in trên trang riêng và đánh số trang riêng."
)]
pub struct Appendix {
    /// Tiêu đề phụ lục, in hoa dưới chữ `Phụ lục`; có từ hai phụ lục thì số thứ tự được tự
    /// đánh (HD 05-HD/VPTW, II.1; NĐ 30/2020/NĐ-CP, Phụ lục I, III.1).
    #[serde(rename = "tiêu đề")]
    #[schemars(title = "Tiêu đề", extend("examples" = ["Danh mục công trình năm 2026"]))]
    pub title: Text,
    /// Dòng cho biết kèm theo văn bản nào; bỏ mục này thì được viết từ số, ký hiệu, ngày và
    /// cơ quan ban hành (HD 05-HD/VPTW, II.1; NĐ 30/2020/NĐ-CP, Phụ lục I, III.1).
    #[serde(rename = "kèm theo", default)]
    #[schemars(title = "Kèm theo", extend("examples" = [
        "(Kèm theo Quyết định số 15/QĐ-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã)"
    ]))]
    pub attachment: Option<Text>,
    /// In trên trang giấy nằm ngang, cho bảng rộng (HD 05-HD/VPTW, IV.3).
    #[serde(rename = "ngang", default)]
    #[schemars(title = "Nằm ngang")]
    #[schemars(extend("examples" = ["có", "không"], "default" = "không"))]
    pub landscape: Option<Flag>,
    /// Nội dung phụ lục, viết như phần nội dung của văn bản: đoạn, mục, bảng; sau dấu `|` thì
    /// xuống dòng và thụt vào.
    #[serde(rename = "nội dung")]
    #[schemars(title = "Nội dung", extend("examples" = [
        "| TT | Công trình |\n|---|---|\n| 1 | Nhà văn hóa thôn Cao Lộc |"
    ]))]
    pub text: Text,
}
