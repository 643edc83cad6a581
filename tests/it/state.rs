//! A document of the State: its words, its number, and what is said where it has the Party's form.

use crate::support::{line, lines_of, notice, pages, printed_words, problems, read};

const EXAMPLE: &str = "examples/thong-bao-ubnd-2026-06.md";

/// The smallest notice of the State with this body.
fn state(body: &str) -> String {
    notice(body)
        .replacen("---\n", "---\nthể thức: nhà nước\n", 1)
        .replace("TB/BCĐ", "TB-BCĐ")
        .replace("trích yếu: kết", "trích yếu: Kết")
        .replace("Lưu Đảng ủy xã", "'Lưu: VT'")
}

#[test]
fn the_opening_has_the_words_of_the_state() {
    let pages = pages(&read(EXAMPLE));
    let text = printed_words(&pages).join(" ");
    for part in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Số: 45/TB-UBND Lục Bình, ngày 12 tháng 6 năm 2026",
        "Cuộc họp do Chủ tịch Ủy ban nhân dân xã Lê Văn Minh chủ trì. Dự họp có các ông, bà: \
         Trần Thị Hoa, Phó Chủ tịch Ủy ban nhân dân xã; Phạm Quốc Hưng, Chỉ huy trưởng",
        "Chủ trì cuộc họp kết luận như sau:",
        "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG",
        "thực hiện./.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("ồng chí"));
}

#[test]
fn a_name_is_cut_between_its_words_only() {
    let lines = lines_of(&pages(&read(EXAMPLE)), 1);
    line(&lines, "ỦY BAN NHÂN DÂN");
    line(&lines, "XÃ LỤC BÌNH");
}

#[test]
fn the_form_of_the_other_layout_is_doubtful() {
    assert_eq!(problems(&state("Một./.")), [""; 0]);
    assert_eq!(problems(&state("1. Một.\n\n2. **Hai./.**")), [""; 0]);
    assert_eq!(problems(&state("Một:\n\n|a|\n|-|\n|b|")), [""; 0]);
    for (body, place) in
        [("Một.\n\nHai.", "17:5"), ("Một", "15:4"), ("- Một\n- *Hai.*", "16:8")]
    {
        assert_eq!(problems(&state(body)), [format!("{place} end-mark-missing ``")]);
    }
    let other =
        state("Một./.").replace("TB-BCĐ", "TB/BCĐ").replace("Kết luận", "kết luận");
    assert_eq!(
        problems(&other),
        ["5:10 symbol-form `TB/BCĐ`", "8:12 subject-small `kết luận cuộc họp`"]
    );
    let party = notice("Một.").replace("TB/BCĐ", "TB-BCĐ");
    assert_eq!(problems(&party), ["4:10 symbol-form `TB-BCĐ`"]);
}

/// NĐ 30/2020/NĐ-CP, phụ lục I, II.2: a third to a half of the last line, whatever its length.
#[test]
fn the_rule_below_a_body_is_a_part_of_its_last_line() {
    for place in ["Cao Lãnh", "Đông Khê", "Cái Răng", "Tân Lập", "Ea Kar", "Xuân Hương"]
    {
        let body = format!("cơ quan ban hành: Ủy ban nhân dân phường {place}");
        let text = crate::support::read("examples/loai/cong-van-nha-nuoc.md");
        let own = |line: &str| {
            let line = if line.starts_with("cơ quan ban hành:") { &body } else { line };
            format!("{line}\n")
        };
        let pages = crate::support::pages(&text.lines().map(own).collect::<String>());
        let lines = crate::support::lines_of(&pages, 1);
        let last = lines.iter().find(|line| line.text.ends_with(&place.to_uppercase()));
        let last = last.unwrap_or_else(|| panic!("{place}: {lines:?}"));
        let below = pages.rules().into_iter().find(|rule| {
            rule.page == 1
                && (0.0..4.0).contains(&(rule.y0 - last.baseline_mm))
                && rule.x0 > last.x_mm
        });
        let below = below.unwrap_or_else(|| panic!("{place}: no rule"));
        let part = (below.x1 - below.x0) / last.width_mm;
        assert!((0.3..0.51).contains(&part), "{place}: {part}");
    }
}
