//! What stands where: one row for each element of the tables of the regulations.

use vanban::rooms::document::Regime;

/// How a line looks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Style {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// Where a line stands on the page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum At {
    /// In the middle of the left column of the letterhead.
    LeftColumn,
    /// In the middle of the right column of the letterhead.
    RightColumn,
    /// In the middle of the text.
    Middle,
    /// At the left edge of the text.
    LeftEdge,
    /// At the right edge of the text.
    RightEdge,
    /// In the middle of the right column of the closing.
    Signature,
    /// Set in by 10 mm.
    Indented,
}

/// An element: layout, clause, mark that makes it appear, start of its line, size, style, place.
pub(super) type Row = (Regime, &'static str, &'static str, &'static str, f64, Style, At);

use At::{Indented, LeftColumn, LeftEdge, Middle, RightColumn, RightEdge, Signature};
use Regime::{Party, State};
use Style::{Bold, BoldItalic, Italic, Regular};

pub(super) const ROWS: &[Row] = &[
    // HD 05-HD/VPTW.
    (Party, "Phụ lục 2, 1", "", "ĐẢNG CỘNG SẢN VIỆT NAM", 15.0, Bold, RightColumn),
    (Party, "Phụ lục 2, 2", "", "ĐẢNG BỘ TỈNH LÀO CAI", 14.0, Regular, LeftColumn),
    (Party, "Phụ lục 2, 2", "", "ĐẢNG ỦY XÃ LỤC BÌNH", 14.0, Bold, LeftColumn),
    (Party, "2.2.1", "", "*", 14.0, Regular, LeftColumn),
    (Party, "3.2.2: no colon", "", "Số 12-TB/BCĐ", 14.0, Regular, LeftColumn),
    (Party, "4.2", "", "Lục Bình, ngày 05 tháng 6 năm 2026", 14.0, Italic, RightColumn),
    (Party, "5.2: 15-16", "", "THÔNG BÁO", 16.0, Bold, Middle),
    (Party, "5.2: 14-15", "", "kết luận cuộc họp", 14.0, Bold, Middle),
    (Party, "5.2.1", "", "-----", 14.0, Regular, Middle),
    (Party, "6.2.2: 14-15", "", "Giao các đơn vị", 14.0, Regular, Indented),
    (Party, "9.2.1", "", "Nơi nhận:", 14.0, Regular, LeftEdge),
    (Party, "Phụ lục 2, 9", "", "- Các đơn vị;", 12.0, Regular, LeftEdge),
    (Party, "9.2.5", "", "- Lưu: VT.", 12.0, Regular, LeftEdge),
    (Party, "Phụ lục 2, 7", "", "Nguyễn Văn A", 14.0, Bold, Signature),
    (Party, "II.3", "độ khẩn: hỏa tốc", "HỎA TỐC", 14.0, Bold, LeftColumn),
    (Party, "II.2", "độ mật: tối mật", "TỐI MẬT", 13.0, Bold, LeftColumn),
    (Party, "II.4.2", "dự thảo: 2", "Dự thảo lần 2", 14.0, Italic, LeftColumn),
    (
        Party,
        "II.4.1",
        "phạm vi lưu hành: Tài liệu hội nghị",
        "TÀI LIỆU HỘI NGHỊ",
        12.0,
        Bold,
        RightEdge,
    ),
    (Party, "III.3", "chữ ký số: Số 12-TB/A", "Số 12-TB/A", 10.0, Regular, RightEdge),
    (Party, "II.4.1", "không phổ biến: có", "Không phổ biến trên", 12.0, Bold, Middle),
    (Party, "Phụ lục 2, 13", "người soạn: NVA-26", "NVA-26", 11.0, Regular, LeftEdge),
    (Party, "II.6", "liên hệ: Đường A", "Đường A", 10.0, Regular, LeftEdge),
    (
        Party,
        "Phụ lục 2, 9",
        "kính gửi: Tỉnh ủy",
        "Kính gửi: Tỉnh ủy",
        14.0,
        Italic,
        Middle,
    ),
    (Party, "6.2.3: upright", "căn cứ: Điều lệ", "- Điều lệ.", 14.0, Regular, Indented),
    // NĐ 30/2020/NĐ-CP, Phụ lục I.
    (State, "II.1.a", "", "CỘNG HÒA XÃ HỘI", 13.0, Bold, RightColumn),
    (State, "II.1.b", "", "Độc lập - Tự do - Hạnh phúc", 14.0, Bold, RightColumn),
    (State, "II.2.b", "", "UBND TỈNH LÀO CAI", 13.0, Regular, LeftColumn),
    (State, "II.2.b", "", "SỞ TÀI CHÍNH", 13.0, Bold, LeftColumn),
    (State, "II.3.c: a colon", "", "Số: 12/TB-STC", 13.0, Regular, LeftColumn),
    (State, "II.4.c", "", "Lào Cai, ngày 05 tháng 6 năm 2026", 14.0, Italic, RightColumn),
    (State, "II.5.b", "", "THÔNG BÁO", 14.0, Bold, Middle),
    (State, "II.5.b", "", "Kết luận cuộc họp", 14.0, Bold, Middle),
    (State, "II.6.e", "", "Giao các đơn vị", 14.0, Regular, Indented),
    (State, "II.9.d", "", "Nơi nhận:", 12.0, BoldItalic, LeftEdge),
    (State, "II.9.d", "", "- Các đơn vị;", 11.0, Regular, LeftEdge),
    (State, "II.9.d", "", "- Lưu: VT.", 11.0, Regular, LeftEdge),
    (State, "II.7.đ", "", "Nguyễn Văn A", 14.0, Bold, Signature),
    (State, "III.2.b", "độ khẩn: hỏa tốc", "HỎA TỐC", 13.0, Bold, LeftColumn),
    (State, "III.2.b", "độ khẩn: khẩn", "KHẨN", 13.0, Bold, LeftColumn),
    (State, "III.2", "độ mật: mật", "MẬT", 13.0, Bold, LeftColumn),
    (State, "house style", "dự thảo: 2", "Dự thảo lần 2", 13.0, Italic, LeftColumn),
    (State, "Phần II, I.3", "chữ ký số: Số 12/TB", "Số 12/TB", 10.0, Regular, RightEdge),
    (State, "III.3", "người soạn: PL.(20)", "PL.(20)", 11.0, Regular, LeftEdge),
    (State, "III.4", "liên hệ: Đường A", "Đường A", 11.0, Regular, LeftEdge),
    (State, "II.9.d", "kính gửi: Bộ", "Kính gửi: Bộ", 14.0, Regular, Middle),
    (State, "II.6.a: italic", "căn cứ: Luật", "Luật.", 14.0, Italic, Indented),
];
