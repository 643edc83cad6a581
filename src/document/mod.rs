//! The typed model of a document: what an office document is, whatever file it came from
//! and whatever page it goes to. Imports `source`, `calendar` and
//! `diagnostic`.

mod assignment;
mod attached;
pub mod check_box;
pub mod field;
mod field_location;
mod fold;
mod groups;
mod kind;
pub mod outline;
pub mod place;
mod presentation;
mod regulation;
pub mod symbol;
mod text;
mod tightening;
mod values;
mod words;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::calendar::Calendar;
use crate::source::Span;

pub use assignment::{Assignment, FOLLOW_UP};
pub use attached::Attached;
use field::Field;
pub use field_location::{FieldLocation, Shape};
pub use fold::fold;
pub use groups::appendix::{Appendix, AppendixLabel, LabelNames};
pub use groups::checks::{Checks, Level, Levels};
pub use groups::conclusion::Conclusion;
pub use groups::copy::{CopyForm, CopyForms, DocumentCopy};
pub use groups::form_of_address::{is_collective, split_address};
pub use groups::meeting::Meeting;
pub use groups::people::{DirectoryEntry, Office, Person, ToneMarks};
pub use groups::recipients::{RecipientGroup, Recipients};
pub use groups::signature::{Signature, Signatures, WITHOUT_POST, signs_without_post};
pub use groups::task::{Deadline, Task};
pub use kind::custom::{
    CustomEntry, CustomFields, CustomValue, Form, Formats, Sample, Takes, Types, optional,
};
pub use kind::manifest::{Abbreviation, Manifest};
pub use kind::named::{NamedTemplates, TemplateOverride};
pub use outline::{END, Outline, has_end, text_lines};
pub use presentation::{Presentation, Setting, SettingValue, Sizes};
pub use regulation::{Entry, Limit, Number, Regulation, SettingRule, SizeSet};
use text::Prose;
pub use text::{Blank, Bodies, Text, Texts};
pub use tightening::Tightening;
pub use values::choice::{Choice, Choices};
pub use values::date::{self, Date, DateFault, PlacedDate, SigningDate};
pub use values::done::Done;
pub use values::fields::{Flag, List};
pub use values::quantity::{Count, Millimetres, Points};
pub use values::regime::{Regime, RegimeChoice, Secrecy, Urgency};
use values::{choice, fields, quantity};
pub use words::first_letter::{capitalised, uncapitalised};
pub use words::near::nearest;
pub use words::{entry, mark, mention, numeral, phrases};

/// The metadata of a document: everything of it but its text.
///
/// Field names in the file are the Vietnamese ones; the schema is derived from this type, and
/// what stands above a field is the help that an editor shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Phần khai báo của văn bản",
    description = "Các mục ở đầu một văn bản hành chính."
)]
pub struct Document {
    /// Tên mẫu văn bản; để trống là `thông báo kết luận`.
    #[serde(rename = "mẫu", default)]
    #[schemars(title = "Mẫu văn bản", extend("examples" = ["thông báo kết luận"]))]
    #[schemars(extend("default" = "thông báo kết luận"))]
    pub template: Option<Text>,
    /// Thể thức trình bày: `đảng` theo Hướng dẫn 05-HD/VPTW, `nhà nước` theo Nghị định
    /// 30/2020/NĐ-CP; để trống là `đảng`.
    #[serde(rename = "thể thức", default)]
    #[schemars(title = "Thể thức", extend("examples" = ["đảng"], "default" = "đảng"))]
    pub regime: RegimeChoice,
    /// Cơ quan cấp trên trực tiếp, in ở dòng trên cùng bên trái; không có cấp trên trực tiếp
    /// thì bỏ mục này, có nhiều thì viết thành danh sách (HD 05-HD/VPTW, 2.2.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.2).
    #[serde(rename = "cơ quan chủ quản", default)]
    #[schemars(title = "Cơ quan chủ quản")]
    #[schemars(extend("examples" = ["Đảng ủy xã Lục Bình"]))]
    pub superior: Option<Texts>,
    /// Cơ quan ban hành văn bản, in đậm dưới cơ quan chủ quản; tên dài được tự ngắt dòng.
    /// Văn bản liên tịch thì viết thành danh sách, cơ quan chủ trì đứng đầu
    /// (HD 05-HD/VPTW, 2.1 và 2.2.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.2).
    #[serde(rename = "cơ quan ban hành")]
    #[schemars(title = "Cơ quan ban hành", extend("examples" = [
        "Ban Chỉ đạo thực hiện các Chương trình Mục tiêu quốc gia"
    ]))]
    pub issuer: Bodies,
    /// Số văn bản, chỉ ghi số; để trống thì chừa chỗ ghi bằng bút. Số nhỏ hơn 10 được tự thêm
    /// số 0 (HD 05-HD/VPTW, 3.1.1 và 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3).
    #[serde(rename = "số", default)]
    #[schemars(title = "Số văn bản", extend("examples" = ["12"]))]
    pub number: Option<Text>,
    /// Ký hiệu: chữ viết tắt của tên loại, dấu `/`, chữ viết tắt của cơ quan ban hành
    /// (HD 05-HD/VPTW, 3.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3). Chỉ bỏ được ở loại văn bản không
    /// đánh số, như thư công.
    #[serde(rename = "ký hiệu")]
    #[schemars(with = "Text", title = "Ký hiệu")]
    #[schemars(extend("examples" = ["TB/BCĐ", "TB/ĐU"]))]
    pub symbol: Option<Text>,
    /// Địa danh nơi ban hành. Thể thức Đảng chỉ ghi tên riêng, thêm cấp hành chính khi tên một
    /// tiếng, là tên người hoặc trùng tên tỉnh (HD 05-HD/VPTW, 4.1 và 4.2.3; NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, II.4).
    #[serde(rename = "địa danh")]
    #[schemars(title = "Địa danh", extend("examples" = ["Lục Bình", "Phường Ngô Quyền"]))]
    pub place: Text,
    /// Ngày ký: `05/6/2023`; mới biết tháng thì ghi `6/2023`, mới biết năm thì ghi `2023`, phần
    /// còn lại chừa chỗ ghi bằng bút; để trống thì chừa cả ngày, tháng, năm (HD 05-HD/VPTW, 4.1.2 và 4.2.2; NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, II.4).
    #[serde(rename = "ngày ký", default)]
    #[schemars(title = "Ngày ký", extend("examples" = ["05/6/2023", "6/2023", "2023"]))]
    pub signing_date: SigningDate,
    /// Tên loại văn bản, chỉ ghi khi khác với tên loại của mẫu (HD 05-HD/VPTW, 5.2;
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.5).
    #[serde(rename = "tên loại", default)]
    #[schemars(title = "Tên loại văn bản", extend("examples" = ["Thông báo"]))]
    pub kind: Option<Text>,
    /// Trích yếu nội dung, in dưới tên loại; thể thức Đảng viết thường chữ đầu
    /// (HD 05-HD/VPTW, 5.1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5). Chỉ bỏ được ở loại văn bản không
    /// có trích yếu, như giấy giới thiệu.
    #[serde(rename = "trích yếu")]
    #[schemars(with = "Text", title = "Trích yếu", extend("examples" = [
        "kết luận cuộc họp Ban Chỉ đạo tháng 5 năm 2023"
    ]))]
    pub subject: Option<Text>,
    /// Tác giả, in hoa giữa tên loại và trích yếu, khi trích yếu ghi cả tác giả; chữ `của` được
    /// tự thêm. Chỉ thể thức Đảng có; văn bản nhà nước ghi tác giả ngay trong `trích yếu`
    /// (HD 05-HD/VPTW, 5.1.1).
    #[serde(rename = "tác giả", default)]
    #[schemars(title = "Tác giả", extend("examples" = ["của Ban Thường vụ Đảng ủy"]))]
    pub author: Option<Text>,
    /// Cuộc họp mà văn bản này thông báo kết luận; khi không có đoạn mở đầu thì đoạn đó được
    /// viết từ mục này.
    #[serde(rename = "cuộc họp", default)]
    #[schemars(title = "Cuộc họp", extend("examples" = [{
        "ngày": "02/6/2023",
        "chủ trì": { "họ tên": "Hoàng Hữu Khôi", "chức vụ": ["Trưởng Ban Chỉ đạo"] },
    }]))]
    pub meeting: Option<Meeting>,
    /// Đoạn mở đầu, khi không viết nó trong phần nội dung; dùng được `**đậm**` và
    /// `*nghiêng*`.
    #[serde(rename = "mở đầu", default, deserialize_with = "Prose::optional")]
    #[schemars(with = "Option<Prose>", title = "Đoạn mở đầu", extend("examples" = [
        "Ngày 02 tháng 6 năm 2023, Ban Chỉ đạo tổ chức họp và thống nhất, kết luận:"
    ]))]
    pub opening: Option<Text>,
    /// Các kết luận khai báo thành từng mục, in theo thứ tự và tự đánh số
    /// (HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).
    #[serde(rename = "kết luận", default)]
    #[schemars(title = "Kết luận", extend("examples" = [[{
        "nội dung": "Rà soát danh mục các công trình",
        "giao": "công chức Địa chính",
        "hạn": "08/6/2023",
    }]]))]
    pub conclusions: List<Conclusion>,
    /// Đoạn kết thúc, in sau cùng; dùng được `**đậm**` và `*nghiêng*`.
    #[serde(rename = "kết thúc", default, deserialize_with = "Prose::optional")]
    #[schemars(with = "Option<Prose>", title = "Đoạn kết thúc", extend("examples" = [
        "Trên đây là kết luận cuộc họp, yêu cầu các thành viên nghiêm túc thực hiện."
    ]))]
    pub closing: Option<Text>,
    /// Nơi nhận: một danh sách, hoặc các nhóm có tên. Dấu gạch đầu dòng, dấu `;` và dấu `.`
    /// được tự thêm; nơi lưu ghi cuối cùng (HD 05-HD/VPTW, 9.2; NĐ 30/2020/NĐ-CP, Phụ lục I,
    /// II.9).
    #[serde(rename = "nơi nhận")]
    #[schemars(title = "Nơi nhận", extend("examples" = [
        ["Thường trực Đảng ủy", "Lưu Văn phòng Đảng ủy"],
        { "Gửi bản giấy": ["Lưu Đảng ủy xã"], "Gửi bản điện tử": ["Thường trực Đảng ủy"] },
    ]))]
    pub recipients: Recipients,
    /// Khối chữ ký: quyền hạn, chức vụ, họ tên của người ký; nhiều người ký thì viết thành danh
    /// sách, người của cơ quan chủ trì đứng đầu (HD 05-HD/VPTW, mục 7;
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.7).
    #[serde(rename = "ký")]
    #[schemars(title = "Chữ ký", extend("examples" = [{
        "chức vụ": ["Bí thư", "kiêm", "Trưởng Ban Chỉ đạo"],
        "họ tên": "Hoàng Hữu Khôi",
    }]))]
    pub signatures: Signatures,
    /// Người xác nhận chữ ký của người ký đứng đầu (trong biên bản: của người chủ trì), khi chữ
    /// ký đó không được đóng dấu: biên bản hội nghị, văn bản của đại hội không có con dấu riêng.
    /// In dưới chữ ký, sau dòng `Xác nhận chữ ký của đồng chí …`; chỉ thể thức Đảng có
    /// (HD 05-HD/VPTW, 7.1.4.a và 7.1.4.e).
    #[serde(rename = "xác nhận chữ ký", default)]
    #[schemars(title = "Xác nhận chữ ký", extend("examples" = [{
        "quyền hạn": "T/L Ban Thường vụ",
        "chức vụ": "Chánh Văn phòng",
        "họ tên": "Triệu Thị Hoa",
    }]))]
    pub confirmation: Option<Signature>,
    /// Độ khẩn (HD 05-HD/VPTW, II.3; NĐ 30/2020/NĐ-CP, Phụ lục I, III.2).
    #[serde(rename = "độ khẩn", default)]
    #[schemars(title = "Độ khẩn", extend("examples" = ["khẩn"]))]
    pub urgency: Option<Choice<Urgency>>,
    /// Độ mật, theo pháp luật về bảo vệ bí mật nhà nước (HD 05-HD/VPTW, II.2; NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, III.2).
    #[serde(rename = "độ mật", default)]
    #[schemars(title = "Độ mật", extend("examples" = ["mật"]))]
    pub secrecy: Option<Choice<Secrecy>>,
    /// Phạm vi lưu hành, in ở góc trên bên phải trang đầu (HD 05-HD/VPTW, II.4.1;
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, III.2).
    #[serde(rename = "phạm vi lưu hành", default)]
    #[schemars(title = "Phạm vi lưu hành", extend("examples" = [
        "Lưu hành nội bộ", "Xem xong trả lại", "Tài liệu thu hồi", "Tài liệu hội nghị"
    ]))]
    pub circulation: Option<Text>,
    /// In dòng `Không phổ biến trên phương tiện thông tin đại chúng` ở cuối trang cuối
    /// (HD 05-HD/VPTW, II.4.1).
    #[serde(rename = "không phổ biến", default)]
    #[schemars(title = "Không phổ biến", extend("examples" = ["có", "không"]))]
    pub unpublished: Option<Flag>,
    /// Lần dự thảo, chỉ ghi số; in `Dự thảo lần 2` dưới số và ký hiệu (HD 05-HD/VPTW, II.4.2).
    #[serde(rename = "dự thảo", default)]
    #[schemars(title = "Dự thảo lần", extend("examples" = ["2"]))]
    pub draft: Option<Count>,
    /// Kính gửi: một hoặc nhiều cơ quan, người nhận (HD 05-HD/VPTW, mục 9; NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, II.9).
    #[serde(rename = "kính gửi", default)]
    #[schemars(title = "Kính gửi", extend("examples" = ["Ban Thường vụ Tỉnh ủy"]))]
    pub addressees: Option<Texts>,
    /// Những căn cứ ban hành, mỗi căn cứ một dòng ở đầu nội dung; dấu `-`, `;` và `.` được tự
    /// thêm (HD 05-HD/VPTW, 6.2.3; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).
    #[serde(rename = "căn cứ", default)]
    #[schemars(title = "Căn cứ ban hành", extend("examples" = [
        ["Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã"]
    ]))]
    pub bases: Option<Texts>,
    /// Ký hiệu người soạn thảo và số lượng bản, in dưới nơi nhận (HD 05-HD/VPTW, Phụ lục 2;
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, III.3).
    #[serde(rename = "người soạn", default)]
    #[schemars(title = "Người soạn thảo", extend("examples" = [
        "PL.(20)", "NguyenVanAn-26"
    ]))]
    pub drafter: Option<Text>,
    /// Dòng liên hệ: địa chỉ, điện thoại, thư điện tử; thể thức Đảng in ở cuối trang cuối, thể
    /// thức nhà nước ở cuối trang đầu (HD 05-HD/VPTW, II.6; NĐ 30/2020/NĐ-CP, Phụ lục I, III.4).
    #[serde(rename = "liên hệ", default)]
    #[schemars(title = "Liên hệ", extend("examples" = [
        "Thôn Nà Chuông, xã Lục Bình; điện thoại: 0209 387 0001"
    ]))]
    pub contact: Option<Text>,
    /// Thông tin chữ ký số, in ở góc trên bên phải trang đầu: số và ký hiệu, thời gian ký; nhiều
    /// dòng thì viết thành danh sách (HD 05-HD/VPTW, III.3; NĐ 30/2020/NĐ-CP, Phụ lục I, II.8
    /// và III.1).
    #[serde(rename = "chữ ký số", default)]
    #[schemars(title = "Chữ ký số", extend("examples" = [
        "45/TB-UBND; 05/6/2026 14:30:05 +07:00"
    ]))]
    pub digital_signature: Option<Texts>,
    /// Các phụ lục, in sau văn bản (HD 05-HD/VPTW, II.1; NĐ 30/2020/NĐ-CP, Phụ lục I, III.1).
    #[serde(rename = "phụ lục", default)]
    #[schemars(title = "Phụ lục", extend("examples" = [[{
        "tiêu đề": "Danh mục công trình",
        "nội dung": "| TT | Công trình |\n|---|---|\n| 1 | Nhà văn hóa thôn Cao Lộc |",
    }]]))]
    pub appendices: List<Appendix>,
    /// Làm bản sao của văn bản đã ban hành: in thêm khối bản sao dưới phần cuối (thể thức nhà nước),
    /// hoặc dấu `Bản sao văn bản` và chữ ký của người sao (thể thức Đảng); mọi trang ở trên giữ
    /// nguyên như bản đã ban hành (NĐ 30/2020/NĐ-CP, Điều 25, Phụ lục I, Phần II; HD 05-HD/VPTW,
    /// III và Phụ lục 3).
    #[serde(rename = "sao", default)]
    #[schemars(title = "Bản sao", extend("examples" = [{
        "hình thức": "sao y",
        "số": "5",
        "ngày": "28/11/2026",
        "ký": {
            "quyền hạn": "TL. Chủ tịch",
            "chức vụ": "Chánh Văn phòng",
            "họ tên": "Phạm Thị Lan",
        },
        "nơi nhận": ["Trưởng các thôn", "Lưu: VT"],
    }]))]
    pub copy: Option<DocumentCopy>,
    /// Những chi tiết trình bày mà quy định để ngỏ.
    #[serde(rename = "trình bày", default)]
    #[schemars(title = "Trình bày")]
    #[schemars(extend("examples" = [{ "chức vụ in đậm": "không" }]))]
    pub presentation: Option<Presentation>,
    /// Những quy tắc mà văn bản (hoặc cơ quan, trong `vanban.yaml`) coi nặng nhẹ khác đi: tên quy
    /// tắc và `lỗi`, `cảnh báo`, `lưu ý` hoặc `tắt`; `vanban check --list` liệt kê các quy tắc.
    /// Quy tắc mà sai thì không xuất được văn bản thì không đổi được.
    #[serde(rename = "kiểm tra", default)]
    #[schemars(title = "Kiểm tra", extend("examples" = [{ "district-body": "tắt" }]))]
    pub checks: Option<Checks>,
    /// What it says in the fields of its kind's own: all of them, in the manifest's order.
    #[serde(skip)]
    #[schemars(skip)]
    pub custom: Vec<CustomEntry>,
    /// Whether `ký` is written for this paper, not for another one or for all of the office.
    #[serde(skip)]
    #[schemars(skip)]
    pub signed: bool,
    /// When its office works.
    #[serde(skip)]
    #[schemars(skip)]
    pub calendar: Calendar,
    /// Where its office puts the tone mark, where it says so.
    #[serde(skip)]
    #[schemars(skip)]
    pub tone_marks: Option<Choice<ToneMarks>>,
    /// The names in the directory of its office.
    #[serde(skip)]
    #[schemars(skip)]
    pub directory: Vec<Text>,
}

impl Document {
    /// The single texts around the main text, each with its field: templates know them by its
    /// key, and what they do not print is told.
    #[must_use]
    pub fn plain_texts(&self) -> [(Field, Option<&Text>); 5] {
        [
            (field::URGENCY, self.urgency.as_ref().map(Choice::text)),
            (field::SECRECY, self.secrecy.as_ref().map(Choice::text)),
            (field::CIRCULATION, self.circulation.as_ref()),
            (field::DRAFTER, self.drafter.as_ref()),
            (field::CONTACT, self.contact.as_ref()),
        ]
    }

    /// Where that stands by which people know it, for what is said of all of it: its subject, else
    /// its symbol, else whose it is.
    #[must_use]
    pub fn title_span(&self) -> Span {
        self.subject.as_ref().or(self.symbol.as_ref()).unwrap_or(&self.issuer.first).span
    }

    /// The day that stands for the document: of signing, else of the meeting, else the first
    /// of the signing month or year.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.signing_date
            .day()
            .or_else(|| self.meeting.as_ref().map(|meeting| meeting.date.day))
            .or_else(|| self.signing_date.first())
    }
}
