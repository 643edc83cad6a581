//! The fields, each in one row: its name as it is written, the same folded, which is also its name
//! in templates, the clause that sets it, an example of it.
//!
//! The types that read the fields repeat the names, as `serde` needs them word by word; a test
//! holds that both agree.

/// A field of the front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name as it is written: `nơi nhận`.
    pub name: &'static str,
    /// The same folded: `noi_nhan`.
    pub key: &'static str,
    /// The clause of the regulations that sets it, Party's first, then State's.
    pub clause: Option<&'static str>,
    /// The field as one could write it on one line.
    pub example: Option<&'static str>,
}

/// What an office's defaults hold besides the fields of a document.
pub const OF_OFFICE: [Field; 4] = [DIRECTORY, DAYS_OFF, DAYS_WORKED, TONE_MARKS];

/// The clause of the regulations that sets the field `name`.
#[must_use]
pub fn clause(name: &str) -> Option<&'static str> {
    find(name)?.clause
}

/// The field `name` as one could write it on one line.
#[must_use]
pub fn example(name: &str) -> Option<&'static str> {
    find(name)?.example
}

fn find(name: &str) -> Option<&'static Field> {
    ALL.iter().find(|field| field.name == name)
}

macro_rules! optional {
    () => {
        None
    };
    ($value:literal) => {
        Some($value)
    };
}

macro_rules! fields {
    ($(
        $(#[$doc:meta])*
        $field:ident = $name:literal, $key:literal
        $(, clause $clause:literal)? $(, example $example:literal)?;
    )*) => {
        $(
            $(#[$doc])*
            pub const $field: Field = Field {
                name: $name,
                key: $key,
                clause: optional!($($clause)?),
                example: optional!($($example)?),
            };
        )*

        /// All fields, but for those of `trình bày`, of a manifest and of a kind's own.
        pub const ALL: &[Field] = &[$($field),*];
    };
}

fields! {
    /// Which template the document is set in.
    TEMPLATE = "mẫu", "mau",
        example "mẫu: thông báo kết luận";
    /// Which regime holds: the Party's regulations or the State's.
    REGIME = "thể thức", "the_thuc",
        example "thể thức: đảng";
    /// The body above the one that issues.
    SUPERIOR = "cơ quan chủ quản", "co_quan_chu_quan",
        clause "HD 05-HD/VPTW, 2.2.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.2",
        example "cơ quan chủ quản: Đảng ủy xã Lục Bình";
    /// The body, or the bodies, that issue the document.
    ISSUER = "cơ quan ban hành", "co_quan_ban_hanh",
        clause "HD 05-HD/VPTW, mục 2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.2",
        example "cơ quan ban hành: Ban Chỉ đạo phát triển nông thôn";
    /// The number of the document.
    NUMBER = "số", "so",
        clause "HD 05-HD/VPTW, 3.1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3",
        example "số: 12";
    /// The symbol behind the number.
    SYMBOL = "ký hiệu", "ky_hieu",
        clause "HD 05-HD/VPTW, 3.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3",
        example "ký hiệu: TB/BCĐ";
    /// The place in the date line.
    PLACE = "địa danh", "dia_danh",
        clause "HD 05-HD/VPTW, 4.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4",
        example "địa danh: Lục Bình";
    /// The day of signing, as far as it is known.
    SIGNING_DATE = "ngày ký", "ngay_ky",
        clause "HD 05-HD/VPTW, 4.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4",
        example "ngày ký: 05/6/2023";
    /// The name of the kind, where it is not that of the template.
    KIND = "tên loại", "ten_loai",
        clause "HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5",
        example "tên loại: Thông báo";
    /// What the document is about.
    SUBJECT = "trích yếu", "trich_yeu",
        clause "HD 05-HD/VPTW, 5.1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5",
        example "trích yếu: kết luận cuộc họp tháng 5 năm 2023";
    /// Whose paper it is, above the subject.
    AUTHOR = "tác giả", "tac_gia",
        clause "HD 05-HD/VPTW, 5.1.1",
        example "tác giả: của Ban Thường vụ Đảng ủy";
    /// The meeting that the document concludes, minutes or invites to.
    MEETING = "cuộc họp", "cuoc_hop",
        example "cuộc họp: {ngày: 02/6/2023, chủ trì: Hoàng Hữu Khôi}";
    /// The paragraph before the conclusions.
    OPENING = "mở đầu", "mo_dau";
    /// Conclusions given as data.
    CONCLUSIONS = "kết luận", "ket_luan",
        example "kết luận: [{nội dung: Rà soát danh mục công trình}]";
    /// The last paragraph.
    CLOSING = "kết thúc", "ket_thuc";
    /// Who receives the document.
    RECIPIENTS = "nơi nhận", "noi_nhan",
        clause "HD 05-HD/VPTW, mục 9; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9",
        example "nơi nhận: [Thường trực Đảng ủy, Lưu Văn phòng Đảng ủy]";
    /// Who signs.
    SIGNATURES = "ký", "ky",
        clause "HD 05-HD/VPTW, 7.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7",
        example "ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}";
    /// Who confirms the first signature.
    CONFIRMATION = "xác nhận chữ ký", "xac_nhan_chu_ky",
        clause "HD 05-HD/VPTW, 7.1.4.a và 7.1.4.e",
        example "xác nhận chữ ký: {quyền hạn: T/L Ban Thường vụ, chức vụ: Chánh Văn phòng, họ tên: Triệu Thị Hoa}";
    /// How urgent the document is.
    URGENCY = "độ khẩn", "do_khan";
    /// How secret it is.
    SECRECY = "độ mật", "do_mat";
    /// How far it may be passed on.
    CIRCULATION = "phạm vi lưu hành", "pham_vi_luu_hanh";
    /// Whether the media must not have it.
    UNPUBLISHED = "không phổ biến", "khong_pho_bien";
    /// The count of the draft.
    DRAFT = "dự thảo", "du_thao";
    /// To whom a letter is addressed.
    ADDRESSEES = "kính gửi", "kinh_gui",
        example "kính gửi: [Ban Thường vụ Tỉnh ủy, Văn phòng Tỉnh ủy]";
    /// On what a document or a meeting is based.
    GROUNDS = "căn cứ", "can_cu",
        example "căn cứ: [Báo cáo tháng 5 năm 2023]";
    /// Who drafted the document, and the count of copies.
    DRAFTER = "người soạn", "nguoi_soan";
    /// How the issuer can be reached.
    CONTACT = "liên hệ", "lien_he";
    /// What is printed of a digital signature.
    DIGITAL_SIGNATURE = "chữ ký số", "chu_ky_so";
    /// The appendices.
    APPENDICES = "phụ lục", "phu_luc";
    /// The copy that is made of the document.
    COPY = "sao", "sao",
        clause "HD 05-HD/VPTW, III và Phụ lục 3; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II",
        example "sao: {hình thức: sao y, số: 5, ngày: 28/11/2026}";
    /// The settings of the layout.
    PRESENTATION = "trình bày", "trinh_bay",
        example "trình bày: {chức vụ in đậm: không}";
    /// How grave some rules are.
    CHECKS = "kiểm tra", "kiem_tra",
        example "kiểm tra: {district-body: tắt}";
    /// What holds only for one template.
    SECTIONS = "theo mẫu", "theo_mau";
    /// The people of an office.
    DIRECTORY = "danh bạ", "danh_ba",
        example "danh bạ: [{họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}]";
    /// The days off of an office besides those of the State.
    DAYS_OFF = "ngày nghỉ", "ngay_nghi",
        example "ngày nghỉ: [20/11/2026]";
    /// The days on which it works in their stead.
    DAYS_WORKED = "ngày làm bù", "ngay_lam_bu",
        example "ngày làm bù: [28/11/2026]";
    /// Where the office puts the tone mark.
    TONE_MARKS = "dấu thanh", "dau_thanh",
        example "dấu thanh: kiểu cũ";

    /// The day of a meeting.
    DATE = "ngày", "ngay",
        example "ngày: 02/6/2023";
    /// When a meeting begins.
    TIME = "giờ", "gio";
    /// When a meeting ends.
    END_TIME = "giờ kết thúc", "gio_ket_thuc";
    /// What a meeting is called.
    WORD = "gọi là", "goi_la";
    /// The body that meets.
    BODY = "cơ quan", "co_quan";
    /// What a meeting is for.
    PURPOSE = "mục đích", "muc_dich";
    /// Where a meeting is held.
    VENUE = "địa điểm", "dia_diem";
    /// Who chairs a meeting.
    CHAIR = "chủ trì", "chu_tri",
        example "chủ trì: Hoàng Hữu Khôi";
    /// Who takes its minutes.
    SECRETARY = "thư ký", "thu_ky";
    /// Who attends.
    ATTENDEES = "dự họp", "du_hop",
        example "dự họp: [Nông Thị Quyên, Nguyễn Văn Hậu]";
    /// Who is absent.
    ABSENTEES = "vắng", "vang";
    /// The agenda.
    AGENDA = "chương trình", "chuong_trinh";
    /// How a meeting went.
    PROCEEDINGS = "diễn biến", "dien_bien";

    /// The name of a person.
    NAME = "họ tên", "ho_ten",
        example "họ tên: Hoàng Hữu Khôi";
    /// The posts of a person.
    POSTS = "chức vụ", "chuc_vu",
        example "chức vụ: Bí thư";
    /// The form of address before a name.
    ADDRESS = "xưng hô", "xung_ho",
        example "xưng hô: bà";
    /// The posts with which a person of the directory signs.
    SIGNING_POSTS = "chức vụ ký", "chuc_vu_ky";
    /// By whose authority somebody signs.
    AUTHORITY = "quyền hạn", "quyen_han",
        clause "HD 05-HD/VPTW, 7.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7";
    /// A post of a signer in another body.
    OFFICE = "chức vụ khác", "chuc_vu_khac";

    /// The form of a copy.
    COPY_FORM = "hình thức", "hinh_thuc",
        clause "HD 05-HD/VPTW, Phụ lục 3; NĐ 30/2020/NĐ-CP, Điều 25",
        example "hình thức: sao y";
    /// Whether a copy is an electronic one.
    ELECTRONIC = "điện tử", "dien_tu";
    /// Whether a copy says that the original was signed.
    SIGNED = "đã ký", "da_ky";

    /// The heading of a conclusion or an appendix.
    TITLE = "tiêu đề", "tieu_de";
    /// The text of a conclusion or an appendix; in a manifest the text of the document.
    TEXT = "nội dung", "noi_dung",
        example "nội dung: Rà soát danh mục công trình";
    /// Who leads a task.
    ASSIGNEES = "giao", "giao";
    /// Who takes part in it.
    COORDINATORS = "phối hợp", "phoi_hop";
    /// Until when.
    DEADLINE = "hạn", "han",
        example "hạn: 08/6/2023";
    /// Whether it is done.
    DONE = "xong", "xong";
    /// What belongs under a conclusion.
    ITEMS = "mục", "muc";
    /// What stands above the title of an appendix.
    LABEL = "nhãn", "nhan";
    /// The file with the text of an appendix.
    FILE = "tệp", "tep",
        example "tệp: quy-che.md";
    /// With which document an appendix comes.
    ATTACHMENT = "kèm theo", "kem_theo";
    /// Whether an appendix is printed on its side.
    LANDSCAPE = "ngang", "ngang";
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::document::fold;

    #[test]
    fn each_key_is_the_folded_name() {
        for field in ALL {
            assert_eq!(field.key, fold(field.name));
        }
    }
}
