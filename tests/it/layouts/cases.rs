//! Documents with what varies: names, length, signatures, marks.

use crate::support::pages;
use vanban::rooms::document::Regime;
use vanban::rooms::typeset::Pages;

/// What a document consists of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub(super) regime: Regime,
    /// Whether bodies and place have long names.
    pub(super) long: bool,
    /// Paragraphs of one line each.
    pub(super) paragraphs: usize,
    /// The lines of `ký`.
    pub(super) signature: &'static str,
    /// Another line of the front matter.
    pub(super) mark: &'static str,
}

impl Case {
    pub(super) fn new(regime: Regime) -> Self {
        let signature = SIGNATURES[usize::from(regime == Regime::State)][0].0;
        Self { regime, long: false, paragraphs: 6, signature, mark: "" }
    }

    pub(super) fn text(&self) -> String {
        let party = self.regime == Regime::Party;
        let (superior, issuer, place) = match (party, self.long) {
            (true, false) => ("Đảng bộ tỉnh Lào Cai", "Đảng ủy xã Lục Bình", "Lục Bình"),
            (true, true) => (
                "Đảng ủy Ủy ban nhân dân Thành phố Hồ Chí Minh",
                "Ban Chỉ đạo thực hiện các Chương trình Mục tiêu quốc gia và phát triển bền vững",
                "Thành phố Hồ Chí Minh",
            ),
            (false, false) => ("UBND tỉnh Lào Cai", "Sở Tài chính", "Lào Cai"),
            (false, true) => (
                "Ủy ban nhân dân Thành phố Hồ Chí Minh",
                "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp",
                "Thành phố Hồ Chí Minh",
            ),
        };
        let (regime, symbol) =
            if party { ("đảng", "TB/BCĐ") } else { ("nhà nước", "TB-STC") };
        let subject =
            if party { "kết luận cuộc họp" } else { "Kết luận cuộc họp" };
        let end = if party { "." } else { "./." };
        let body = "Giao các đơn vị thực hiện nội dung này đúng thời hạn.\n\n";
        let Self { signature, mark, .. } = self;
        format!(
            "---\nthể thức: {regime}\ncơ quan chủ quản: {superior}\ncơ quan ban hành: {issuer}\n\
             số: 12\nký hiệu: {symbol}\nđịa danh: {place}\nngày ký: 05/6/2026\n\
             trích yếu: {subject}\nnơi nhận: [Các đơn vị, 'Lưu: VT']\n{mark}\nký:\n{signature}\n\
             ---\n\n{}Trên đây là kết luận cuộc họp{end}\n",
            body.repeat(self.paragraphs - 1)
        )
    }

    #[track_caller]
    pub(super) fn pages(&self) -> Pages {
        pages(&self.text())
    }

    /// The first length that takes more than one page, and the one before: text that ends
    /// exactly at the end of a page, with the signature and without.
    pub(super) fn at_the_page_end(self) -> [Self; 2] {
        let of = |paragraphs| Self { paragraphs, ..self };
        let last =
            (2..60).take_while(|n| of(*n).pages().count() == 1).last().unwrap_or(2);
        [of(last), of(last + 1)]
    }
}

/// Each kind of signature: as written, and the lines above the name, bold or not.
pub(super) type Kind = (&'static str, &'static [(&'static str, bool)]);

/// Of the Party (HD 05-HD/VPTW, 7.1), of the State (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7).
pub(super) const SIGNATURES: [&[Kind]; 2] = [
    &[
        ("  {chức vụ: Bí thư, họ tên: Nguyễn Văn A}", &[("BÍ THƯ", true)]),
        (
            "  {quyền hạn: T/M Đảng ủy, chức vụ: Bí thư, họ tên: Nguyễn Văn A}",
            &[("T/M ĐẢNG ỦY", true), ("BÍ THƯ", false)],
        ),
        (
            "  {quyền hạn: K/T Chánh Văn phòng, chức vụ: Phó Chánh Văn phòng, họ tên: Nguyễn \
             Văn A}",
            &[("K/T CHÁNH VĂN PHÒNG", true), ("PHÓ CHÁNH VĂN PHÒNG", false)],
        ),
        (
            "  {quyền hạn: T/L Ban Thường vụ, chức vụ: Chánh Văn phòng, họ tên: Nguyễn Văn A}",
            &[("T/L BAN THƯỜNG VỤ", true), ("CHÁNH VĂN PHÒNG", false)],
        ),
        (
            "  {chức vụ: [Ủy viên Ban Thường vụ, Phó Trưởng ban], họ tên: Nguyễn Văn A}",
            &[("ỦY VIÊN BAN THƯỜNG VỤ", true), ("PHÓ TRƯỞNG BAN", true)],
        ),
        (
            "  - {quyền hạn: T/M Ban Thường vụ, chức vụ: Bí thư, họ tên: Nguyễn Văn A}\n  \
             - {quyền hạn: T/M Đảng ủy, chức vụ: Phó Bí thư, họ tên: Trần Văn B}",
            &[
                ("T/M BAN THƯỜNG VỤ", true),
                ("BÍ THƯ", false),
                ("T/M ĐẢNG ỦY", true),
                ("PHÓ BÍ THƯ", false),
            ],
        ),
        // A board without a seal of its own, and one with it (HD 05-HD/VPTW, 7.1.4.đ).
        (
            "  {chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo], họ tên: Nguyễn Văn A}",
            &[("BÍ THƯ", true), ("kiêm", false), ("TRƯỞNG BAN CHỈ ĐẠO", true)],
        ),
        (
            "  {quyền hạn: K/T Trưởng ban, chức vụ: Phó Trưởng ban, họ tên: Nguyễn Văn A}",
            &[("K/T TRƯỞNG BAN", true), ("PHÓ TRƯỞNG BAN", false)],
        ),
    ],
    &[
        ("  {chức vụ: Giám đốc, họ tên: Nguyễn Văn A}", &[("GIÁM ĐỐC", true)]),
        (
            "  {quyền hạn: TM. Ủy ban nhân dân, chức vụ: Chủ tịch, họ tên: Nguyễn Văn A}",
            &[("TM. ỦY BAN NHÂN DÂN", true), ("CHỦ TỊCH", true)],
        ),
        (
            "  {quyền hạn: [TM. Ủy ban nhân dân, KT. Chủ tịch], chức vụ: Phó Chủ tịch, họ tên: \
             Nguyễn Văn A}",
            &[
                ("TM. ỦY BAN NHÂN DÂN", true),
                ("KT. CHỦ TỊCH", true),
                ("PHÓ CHỦ TỊCH", true),
            ],
        ),
        (
            "  {quyền hạn: [TL. Chủ tịch, KT. Chánh Văn phòng], chức vụ: Phó Chánh Văn phòng, \
             họ tên: Nguyễn Văn A}",
            &[
                ("TL. CHỦ TỊCH", true),
                ("KT. CHÁNH VĂN PHÒNG", true),
                ("PHÓ CHÁNH VĂN PHÒNG", true),
            ],
        ),
        (
            "  {quyền hạn: TUQ. Giám đốc, chức vụ: Trưởng ban, chức vụ khác: Phó Giám đốc Sở, \
             họ tên: Nguyễn Văn A}",
            &[("TUQ. GIÁM ĐỐC", true), ("TRƯỞNG BAN", true), ("Phó Giám đốc Sở", true)],
        ),
        (
            "  - {chức vụ: Giám đốc, họ tên: Nguyễn Văn A}\n  \
             - {quyền hạn: KT. Viện trưởng, chức vụ: Phó Viện trưởng, họ tên: Trần Văn B}",
            &[("GIÁM ĐỐC", true), ("KT. VIỆN TRƯỞNG", true), ("PHÓ VIỆN TRƯỞNG", true)],
        ),
    ],
];
