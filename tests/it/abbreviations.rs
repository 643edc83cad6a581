//! Abbreviations: explained where they come first, written in one way.

use crate::wording::{
    PARTY, STATE, each, fixed, messages, paper, paper_with, said, silent,
};

const RULES: &[&str] = &["abbreviation-"];

#[test]
fn an_unexplained_one_is_told_once_where_it_comes_first() {
    let body = "Vốn MTQG đã phân bổ.\n\nGiao công chức ĐC-NN-XD&MT, VH - XH theo dõi vốn MTQG; các CTMTQG \
                khác do VH - XH theo dõi.";
    for regime in [PARTY, STATE] {
        assert_eq!(
            said(&paper(regime, body), RULES),
            ["MTQG", "ĐC-NN-XD&MT", "VH - XH", "CTMTQG"]
                .map(|short| format!("abbreviation-unexplained `{short}`"))
        );
    }
    let text = paper(PARTY, "Nghe BCH báo cáo.\n\nBan Chấp hành (BCH) họp.");
    let told = ["chữ viết tắt `BCH` dùng trước khi giải thích"];
    assert_eq!(messages(&text, RULES), told);
}

#[test]
fn what_is_explained_known_or_no_abbreviation_stays_silent() {
    silent(
        PARTY,
        RULES,
        &[
            "Các Chương trình mục tiêu quốc gia (MTQG) của xã; vốn MTQG đã phân bổ.",
            "Ban Chấp hành (sau đây gọi tắt là BCH) họp; BCH thống nhất.",
            "PCTT (phòng chống thiên tai) là việc chung; PCTT do xã chủ trì.",
            "UBND, HĐND, MTTQ, Đoàn TNCS, Trường THPT, Công ty TNHH, thẻ BHYT, GDP, OCOP, APEC.",
            "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về việc họp.",
            "# I. ĐÁNH GIÁ CHUNG VỀ BCH VÀ BTV\n\nQuý III và IV; lớp 10A; giống J02; tuyến ĐT.975.",
            "Đảng ủy (ĐU) họp; ĐU thống nhất.",
            "| TT | ĐVT |\n|---|---|\n| 1 | KH |",
            "| Chữ viết tắt | Nghĩa |\n|---|---|\n| BCH | Ban Chấp hành |\n\nNghe BCH báo cáo.",
            "> Nghe BCH báo cáo.",
            "Thư điện tử: VP@LB.vn.",
            "Nghe ĐU báo cáo.",
            "Trường TH&THCS Bình Minh, Trường PTDTBT TH&THCS xã, Trường THCS-THPT Hòa Bình.",
        ],
    );
    silent(STATE, RULES, &["Các thôn thực hiện./."]);
    let recipients = "nơi nhận: ['CT, PCT xã', Phòng VHTT, 'Lưu: VT, TH']\n";
    assert!(said(&paper_with(STATE, recipients, "Các thôn làm./."), RULES).is_empty());
    let recipients = "nơi nhận: [Trang TTĐT xã, Thường trực ĐU, Lưu VT]\n";
    let found = said(&paper_with(PARTY, recipients, "Các thôn làm."), RULES);
    assert_eq!(found, ["abbreviation-unexplained `TTĐT`"]);
}

#[test]
fn an_abbreviation_of_two_forms_is_told_and_mended() {
    each(
        PARTY,
        &["abbreviation-forms"],
        &[
            (
                "Ban Chỉ đạo (BCĐ) họp; thành viên BCD dự; BCD thống nhất.",
                &["abbreviation-forms `BCD`"],
                "Ban Chỉ đạo (BCĐ) họp; thành viên BCĐ dự; BCĐ thống nhất.",
            ),
            (
                "UBNĐ xã họp với UBND tỉnh.",
                &["abbreviation-forms `UBNĐ`"],
                "UBND xã họp với UBND tỉnh.",
            ),
            // Nothing says which one is right.
            (
                "Giao VHTT XH, VHTT - XH rà soát.",
                &["abbreviation-forms `VHTT - XH`"],
                "Giao VHTT XH, VHTT - XH rà soát.",
            ),
        ],
    );
    silent(
        PARTY,
        &["abbreviation-forms"],
        &[
            "Hướng dẫn (HD) và hợp đồng (HĐ); HD đủ, HĐ thiếu.",
            "HĐND, UBND xã; UBND, HĐND tỉnh.",
            "> Thành viên BCD dự.\n\nBan Chỉ đạo (BCĐ) họp.",
        ],
    );
    // The paper's own symbol has the right one.
    let recipients = "nơi nhận: [Thành viên ĐUB xã, Lưu Văn phòng Đảng ủy]\n";
    let text =
        paper_with(PARTY, recipients, "Các thôn làm.").replace("TB/ĐU\n", "TB/ĐUB\n");
    let wrong = text.replace("viên ĐUB", "viên DUB");
    assert_eq!(said(&wrong, RULES), ["abbreviation-forms `DUB`"]);
    assert_eq!(fixed(&wrong, RULES), text);
}

#[test]
fn words_that_have_an_abbreviation_are_not_written_out_again() {
    const MIXED: &[&str] = &["abbreviation-and-words"];
    let defined =
        "Chương trình giảm nghèo bền vững (GNBV) có 05 dự án; vốn GNBV đã giao.";
    let twice = "Hồ sơ GNBV đã duyệt. Vốn giảm nghèo bền vững đã giải ngân.";
    let body = format!("{defined}\n\n{twice} Hồ sơ Giảm nghèo bền vững lưu tại xã.");
    assert_eq!(
        said(&paper(PARTY, &body), MIXED),
        ["abbreviation-and-words `giảm nghèo bền vững`"]
    );
    let told = "đã đặt chữ viết tắt `GNBV` mà 2 chỗ vẫn viết đủ `giảm nghèo bền vững`, 2 chỗ viết tắt";
    assert_eq!(messages(&paper(PARTY, &body), MIXED), [told]);
    let defined_later =
        format!("Giảm nghèo bền vững là việc lâu dài. {defined}\n\n{twice}");
    let in_title = format!("{defined}\n\n# I. GIẢM NGHÈO BỀN VỮNG\n\n{twice}");
    let longer =
        format!("{defined}\n\n{twice} Hồ sơ giảm nghèo bền vững (GNBV) lưu tại xã.");
    let known = "Ủy ban nhân dân (UBND) xã họp; UBND xã giao; UBND tỉnh. Ủy ban nhân dân xã báo cáo \
                 Ủy ban nhân dân tỉnh.";
    silent(PARTY, MIXED, &[&defined_later, &in_title, &longer, known, defined]);
}
