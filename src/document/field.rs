//! The names of the fields, each in one place: as it is written, and as keys are compared, which is
//! also its name in templates.
//!
//! The types that read the fields repeat the names, as `serde` needs them word by word; a test
//! holds that both agree.

/// The name of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// As it is written: `nơi nhận`.
    pub name: &'static str,
    /// The same folded: `noi_nhan`.
    pub key: &'static str,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal, $key:literal;)*) => {
        $($(#[$doc])* pub const $field: Field = Field { name: $name, key: $key };)*

        /// All fields, but for those of `trình bày`, of a manifest and of a kind's own.
        pub const ALL: &[Field] = &[$($field),*];
    };
}

fields! {
    /// Which template the document is set in.
    TEMPLATE = "mẫu", "mau";
    /// Whose regulations of layout hold.
    LAYOUT = "thể thức", "the_thuc";
    /// The body above the one that issues.
    SUPERIOR = "cơ quan chủ quản", "co_quan_chu_quan";
    /// The body, or the bodies, that issue the document.
    ISSUER = "cơ quan ban hành", "co_quan_ban_hanh";
    /// The number of the document.
    NUMBER = "số", "so";
    /// The symbol behind the number.
    SYMBOL = "ký hiệu", "ky_hieu";
    /// The place in the date line.
    PLACE = "địa danh", "dia_danh";
    /// The day of signing, as far as it is known.
    SIGNING_DATE = "ngày ký", "ngay_ky";
    /// The name of the kind, where it is not that of the template.
    KIND = "tên loại", "ten_loai";
    /// What the document is about.
    SUBJECT = "trích yếu", "trich_yeu";
    /// The meeting that the document concludes, minutes or invites to.
    MEETING = "cuộc họp", "cuoc_hop";
    /// The paragraph before the conclusions.
    OPENING = "mở đầu", "mo_dau";
    /// Conclusions given as data.
    CONCLUSIONS = "kết luận", "ket_luan";
    /// The last paragraph.
    CLOSING = "kết thúc", "ket_thuc";
    /// Who receives the document.
    RECIPIENTS = "nơi nhận", "noi_nhan";
    /// Who signs.
    SIGNATURES = "ký", "ky";
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
    ADDRESSEES = "kính gửi", "kinh_gui";
    /// On what a document or a meeting is based.
    GROUNDS = "căn cứ", "can_cu";
    /// Who drafted the document, and the count of copies.
    DRAFTER = "người soạn", "nguoi_soan";
    /// How the issuer can be reached.
    CONTACT = "liên hệ", "lien_he";
    /// What is printed of a digital signature.
    DIGITAL_SIGNATURE = "chữ ký số", "chu_ky_so";
    /// The appendices.
    APPENDICES = "phụ lục", "phu_luc";
    /// The settings of the layout.
    PRESENTATION = "trình bày", "trinh_bay";
    /// What holds only for one template.
    SECTIONS = "theo mẫu", "theo_mau";
    /// The people of an office.
    DIRECTORY = "danh bạ", "danh_ba";

    /// The day of a meeting.
    DATE = "ngày", "ngay";
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
    CHAIR = "chủ trì", "chu_tri";
    /// Who takes its minutes.
    SECRETARY = "thư ký", "thu_ky";
    /// Who attends.
    ATTENDEES = "dự họp", "du_hop";
    /// Who is absent.
    ABSENTEES = "vắng", "vang";
    /// The agenda.
    AGENDA = "chương trình", "chuong_trinh";
    /// How a meeting went.
    PROCEEDINGS = "diễn biến", "dien_bien";

    /// The name of a person.
    NAME = "họ tên", "ho_ten";
    /// The posts of a person.
    POSTS = "chức vụ", "chuc_vu";
    /// The posts with which a person of the directory signs.
    SIGNING_POSTS = "chức vụ ký", "chuc_vu_ky";
    /// By whose authority somebody signs.
    AUTHORITY = "quyền hạn", "quyen_han";
    /// A post of a signer in another body.
    OFFICE = "chức vụ khác", "chuc_vu_khac";

    /// The heading of a conclusion or an appendix.
    TITLE = "tiêu đề", "tieu_de";
    /// The text of a conclusion or an appendix; in a manifest the text of the document.
    TEXT = "nội dung", "noi_dung";
    /// Who leads a task.
    ASSIGNEES = "giao", "giao";
    /// Who takes part in it.
    COORDINATORS = "phối hợp", "phoi_hop";
    /// Until when.
    DEADLINE = "hạn", "han";
    /// Whether it is done.
    DONE = "xong", "xong";
    /// What belongs under a conclusion.
    ITEMS = "mục", "muc";
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
