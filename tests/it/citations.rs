//! The citations of other documents: complete at first, short later, in the form of their issuer.

use crate::wording::{PARTY, STATE, each, messages, paper, paper_with, said, silent};

const RULES: &[&str] = &["citation-", "law-"];

#[test]
fn what_a_first_citation_lacks_is_told() {
    for (body, lacks) in [
        (
            "Thực hiện Thông báo số 857-TB/HU của Huyện ủy về nông thôn mới.",
            "ngày ban hành",
        ),
        (
            "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 về việc họp.",
            "cơ quan ban hành",
        ),
        ("Nghe Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy.", "trích yếu"),
        ("Nghe Quyết định số 12, ngày 01/6/2023 của Huyện ủy về tổ chức.", "ký hiệu"),
        ("Nghe Kế hoạch số 88-KH/ĐU.", "ngày ban hành, cơ quan ban hành, trích yếu"),
    ] {
        let found = messages(&paper(PARTY, body), &["citation-incomplete"]);
        assert_eq!(found.len(), 1, "{body}");
        assert!(found[0].ends_with(&format!("còn thiếu {lacks}")), "{}", found[0]);
    }
}

#[test]
fn a_complete_or_habitual_citation_stays_silent() {
    silent(
        PARTY,
        RULES,
        &[
            "Nghe Thông báo số 857-TB/HU, ngày 01 tháng 6 năm 2023 của Huyện ủy Bạch Thông về việc họp; \
         Thông báo số 857-TB/HU được gửi các thôn.",
            "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị đẩy mạnh học tập và làm theo Bác.",
            "Thông báo kết luận số 12-TB/TU, ngày 05/6/2025 của Thường trực Tỉnh ủy về giao ban.",
            "Thông báo số 5-TB/BTG, ngày 05/6/2025 của Ban Tuyên giáo, Dân vận Tỉnh ủy, về kết quả.",
            "Kết quả tốt (theo Báo cáo số 15-BC/ĐU).",
            "Kế hoạch số …-KH/ĐU được ban hành sau.",
            "Các Nghị quyết số 57-NQ/TW, 59-NQ/TW được quán triệt.",
            "| Văn bản | Ngày |\n|---|---|\n| Kế hoạch số 88-KH/ĐU | 01/6 |",
            "> Thực hiện Kế hoạch số 88-KH/ĐU.",
            "Rà soát tiêu chí số 10; Dự án số 3; kế hoạch 5 năm 2026 - 2030; báo cáo 6 tháng.",
            "Thông báo số điện thoại đường dây nóng. Thông báo số lượng đại biểu.",
            "Thực hiện Luật Đất đai và Pháp lệnh Dân quân tự vệ.",
        ],
    );
    silent(
        STATE,
        RULES,
        &[
            "Quyết định số 45/2018/QĐ-TTg ngày 09 tháng 11 năm 2018 của Thủ tướng Chính phủ quy định chế \
         độ họp./.",
            "Theo đề nghị của Trưởng phòng Kinh tế tại Tờ trình số 52/TTr-PKT ngày 07 tháng 8 năm 2025./.",
            "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học./.",
        ],
    );
}

#[test]
fn a_later_citation_is_short() {
    let full = "Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy";
    let body = format!(
        "Nghe {full} về họp.\n\nTheo {full}, các thôn họp.\n\nGửi {full} về họp."
    );
    let found = messages(&paper(PARTY, &body), RULES);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("lặp lại; còn ở dòng 17"), "{found:?}");
    // The complete one below is shown where the first is short.
    let body = format!("Nghe Thông báo số 857-TB/HU.\n\nTheo {full} về họp.");
    assert_eq!(said(&paper(PARTY, &body), RULES).len(), 1);
}

#[test]
fn a_number_in_another_form_is_told_and_mended() {
    let rest = "ngày 01/6/2025 của Tỉnh ủy Bắc Kạn về việc họp.";
    let cases = [
        ("857/TB-TU,", "857/TB-TU", "857-TB/TU,"),
        ("857 - TB/TU,", "857 - TB/TU", "857-TB/TU,"),
        ("857–TB/TU,", "857–TB/TU", "857-TB/TU,"),
        ("15-TB/UBND", "15-TB/UBND", "15/TB-UBND"),
        ("15/TB - UBND", "15/TB - UBND", "15/TB-UBND"),
        ("15/2025/TB/UBND", "15/2025/TB/UBND", "15/2025/TB-UBND"),
    ];
    for (wrong, under, right) in cases {
        let body = format!("Nghe Thông báo số {wrong} {rest}");
        let right = format!("Nghe Thông báo số {right} {rest}");
        let told = format!("citation-form `{under}`");
        each(PARTY, &["citation-form"], &[(&body, &[&told], &right)]);
    }
    let told = ["citation-form `: 857-TB/TU`"];
    let body = format!("Nghe Thông báo số: 857-TB/TU, {rest}");
    let right = format!("Nghe Thông báo số 857-TB/TU, {rest}");
    each(PARTY, &["citation-form"], &[(&body, &told, &right)]);
}

#[test]
fn the_party_sets_a_comma_before_the_date() {
    let body = "Nghe Thông báo số 8-TB/TU ngày 01/6/2025 của Tỉnh ủy về họp; Kế hoạch số 9-KH/TU ngày \
                02/6/2025 của Tỉnh ủy về họp; Quyết định số 5/QĐ-UBND ngày 03/6/2025 của Ủy ban nhân \
                dân tỉnh về họp.";
    let right = body.replace("TU ngày", "TU, ngày");
    each(
        PARTY,
        &["citation-comma"],
        &[(body, &["citation-comma `Thông báo số 8-TB/TU`"], &right)],
    );
    silent(STATE, &["citation-comma"], &[body]);
}

#[test]
fn kind_year_and_date_agree() {
    for (body, told) in [
        (
            "Thực hiện Kế hoạch số 15-QĐ/TU, ngày 01/6/2025 của Tỉnh ủy về họp.",
            &["citation-kind `Kế hoạch số 15-QĐ/TU`"][..],
        ),
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ về văn thư.",
            &["citation-year `Nghị định số 30/2020/NĐ-CP`"],
        ),
        (
            "Nghị quyết số 8-NQ/TW, ngày 01/6/2025 của Bộ Chính trị về a; Nghị quyết số 8-NQ/TW, ngày \
             02/6/2025.",
            &["citation-conflict `Nghị quyết số 8-NQ/TW`"],
        ),
        (
            "Chỉ thị số 5-CT/TW, ngày 01/6/2025 của Bộ Chính trị về a; Chỉ thị số 5-CT/TW của Ban Bí \
             thư.",
            &["citation-conflict `Chỉ thị số 5-CT/TW`"],
        ),
        // Two bodies, or two terms, have the same number.
        (
            "Quyết định số 12/QĐ-UBND ngày 01/6/2025 của Ủy ban nhân dân tỉnh về a; Quyết định số \
             12/QĐ-UBND ngày 02/6/2025 của Ủy ban nhân dân xã về b.",
            &[],
        ),
        (
            "Nghị quyết số 8-NQ/TW, ngày 01/6/2018 của Ban Chấp hành Trung ương về a; Nghị quyết số \
             8-NQ/TW, ngày 02/6/2025 của Ban Chấp hành Trung ương về b.",
            &[],
        ),
        ("Công văn số 77/HĐND-VP ngày 06/11/2025 của Thường trực HĐND về việc họp.", &[]),
    ] {
        let rules = ["citation-kind", "citation-year", "citation-conflict"];
        assert_eq!(said(&paper(PARTY, body), &rules), told, "{body}");
    }
}

#[test]
fn what_was_replaced_is_told_in_a_later_paper() {
    let body = "Theo Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng về thể thức.";
    let rules = ["citation-replaced"];
    let text = paper(PARTY, body);
    assert_eq!(said(&text, &rules), ["citation-replaced `Hướng dẫn số 36-HD/VPTW`"]);
    let before = text.replace("05/6/2026", "05/6/2023");
    assert!(said(&before, &rules).is_empty());
    let told = paper(PARTY, &format!("{body} Nay đã được thay thế."));
    assert!(said(&told, &rules).is_empty());
}

#[test]
fn a_law_among_the_grounds_has_its_time() {
    for (regime, ground, told) in [
        (
            STATE,
            "Căn cứ Luật Phòng, chống thiên tai",
            Some("Luật Phòng, chống thiên tai"),
        ),
        (STATE, "Căn cứ Bộ luật Lao động;", Some("Bộ luật Lao động")),
        (PARTY, "Căn cứ Luật Đất đai (sửa đổi)", Some("Luật Đất đai")),
        (STATE, "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024", None),
        (PARTY, "Căn cứ Luật Đất đai năm 2024", None),
        (PARTY, "Căn cứ Điều lệ Đảng Cộng sản Việt Nam", None),
        (STATE, "Theo đề nghị của Trưởng phòng Kinh tế", None),
    ] {
        let fields = format!("mẫu: kế hoạch\ncăn cứ: ['{ground}']\n");
        let text = paper_with(regime, &fields, "Các thôn thực hiện.");
        let text = text.replace("TB", "KH");
        let told: Vec<String> =
            told.into_iter().map(|name| format!("law-undated `{name}`")).collect();
        assert_eq!(said(&text, &["law-"]), told, "{ground}");
    }
}
