//! One meeting and its papers: a file set in another template than its own, and an office whose
//! months begin one from the other.

use vanban::rooms::template::Templates;
use vanban::rooms::typeset::{NoFiles, Pages};
use vanban::{Input, Outcome, typeset};

use super::{example, has_in_order, path, read, words};
use crate::cli::{stderr, vanban};
use crate::support::said;

/// The pages of a document in another template, and the rules that it breaks.
#[track_caller]
fn borrowed(text: &str, template: &str) -> (Pages, Vec<&'static str>) {
    let input = Input {
        document: ("a.md", text.as_bytes().to_vec()),
        defaults: None,
        files: &NoFiles,
        templates: Templates::built_in(),
        template: Some(template),
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    };
    let Outcome { output: pages, report } = typeset(&input);
    let rules = report.diagnostics.iter().map(|d| d.rule().id);
    let rules = rules.collect();
    (pages.unwrap_or_else(|| panic!("{}", said(&report))), rules)
}

#[test]
fn one_meeting_gives_its_three_papers() {
    let text = read("examples/hop-2026-05.md");
    let (invitation, found) = borrowed(&text, "giấy mời");
    assert_eq!(found, [""; 0]);
    has_in_order(
        &invitation,
        &[
            "Số 04-GM/BCĐ Lục Bình, ngày 01 tháng 6 năm 2026 GIẤY MỜI họp Ban Chỉ đạo",
            "Kính gửi: - Các đồng chí thành viên Ban Chỉ đạo;",
            "Thời gian: 8 giờ 00, thứ Sáu, ngày 05 tháng 6 năm 2026.",
            "Đề nghị các đồng chí sắp xếp công việc, dự họp đầy đủ, đúng giờ. Nơi nhận: - Như trên;",
            "Hoàng Hữu Khôi",
        ],
    );
    let (minutes, found) = borrowed(&text, "bien-ban");
    assert_eq!(found, [""; 0]);
    has_in_order(
        &minutes,
        &[
            "Số 03-BB/BCĐ Lục Bình, ngày 05 tháng 6 năm 2026 BIÊN BẢN cuộc họp Ban Chỉ đạo",
            "Diễn biến cuộc họp 1. Đồng chí Nguyễn Văn Hậu",
            "Kết luận cuộc họp Sau khi nghe các ý kiến thảo luận, đồng chí Hoàng Hữu Khôi kết luận: \
             1. Duy trì",
            "vào ngày 25 hằng tháng. Cuộc họp kết thúc vào hồi 11 giờ 30",
            "Triệu Thị Hoa CHỦ TRÌ CUỘC HỌP Hoàng Hữu Khôi Nơi nhận:",
        ],
    );
    for (paper, other) in
        [(&invitation, "Duy trì"), (&minutes, "Trên đây là"), (&minutes, "BÍ THƯ")]
    {
        assert!(!words(paper).contains(other), "{other} is of the notice");
    }
}

#[test]
fn the_end_mark_of_a_notice_ends_no_borrowed_conclusions() {
    let text = example("thong-bao-ket-luan", "nha-nuoc");
    let minutes = "theo mẫu:\n  biên bản: {trích yếu: Cuộc họp rà soát}\n";
    let text = text.replacen("nơi nhận:\n", &format!("{minutes}nơi nhận:\n"), 1);
    let conclusions = text.find("kết luận:\n").unwrap();
    let rest = text.find("theo mẫu:\n").unwrap();
    let front = [&text[..conclusions], &text[rest..]].concat();
    for body in [
        "Ủy ban nhân dân xã họp, kết luận:\n\n1. Giao **Phòng Kinh tế./.**",
        "1. Giao Phòng Kinh tế./.\n\nTrên đây là kết luận, các thôn thực hiện./.",
        "- Giao Phòng Kinh tế./.\n",
        "Giao Phòng Kinh tế./.\n",
    ] {
        let (pages, found) = borrowed(&format!("{front}\n{body}\n"), "biên bản");
        assert_eq!(found, [""; 0], "{body}");
        has_in_order(
            &pages,
            &["kết luận như sau:", "Giao Phòng Kinh tế. Cuộc họp kết thúc"],
        );
        assert_eq!(words(&pages).matches("./.").count(), 1, "{body}");
    }
}

#[test]
fn what_ends_with_a_borrowed_text_needs_an_end_of_its_own() {
    let text = example("thong-bao-ket-luan", "nha-nuoc");
    let section = |end: &str| {
        let section = format!(
            "theo mẫu:\n  công văn: {{trích yếu: đôn đốc, kính gửi: Các thôn{end}}}\nnơi nhận:\n"
        );
        text.replacen("nơi nhận:\n", &section, 1)
    };
    assert_eq!(borrowed(&section(""), "công văn").1, ["end-mark-missing"]);
    let (pages, found) =
        borrowed(&section(", kết thúc: Đề nghị thực hiện./."), "công văn");
    assert_eq!(found, [""; 0]);
    has_in_order(
        &pages,
        &["Số: /UBND", "V/v đôn đốc", "Đề nghị thực hiện./. Nơi nhận: - Như trên;"],
    );
}

#[test]
fn a_kind_that_needs_more_says_where_to_write_it() {
    let folder = path("examples");
    let arguments = ["check", "--template", "quyết định", "hop-2026-05.md"];
    let output = vanban(&folder, &arguments);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    for field in ["trích yếu", "căn cứ", "thẩm quyền"] {
        let problem = format!("thiếu mục `{field}` cho mẫu `quyết định`");
        assert!(said.contains(&problem), "{field}: {said}");
    }
}

#[test]
fn the_office_builds_with_its_own_template() {
    let folder = path("examples/co-quan");
    let checked = vanban(&folder, &["check", "--deny-warnings", "."]);
    assert_eq!(checked.status.code(), Some(0), "{}", stderr(&checked));
    let written =
        vanban(&folder, &["build", "--format", "typ", "-o", "-", "thong-bao-2026-06.md"]);
    let typst = String::from_utf8(written.stdout).unwrap();
    assert!(
        typst.contains("Văn phòng Đảng ủy theo dõi, đôn đốc"),
        "one block is its own"
    );
    assert!(typst.contains("các ý kiến thảo luận tại "), "the others are built in");
}

#[test]
fn the_symbol_of_an_office_has_the_code_of_the_paper() {
    let office = "cơ quan ban hành: Ban\nđịa danh: A\nký hiệu: TB/BCĐ\nnơi nhận: [B]\n\
                  ký: {chức vụ: C, họ tên: D}\n";
    let document = |kind: &str, symbol: &str| {
        format!(
            "---\nmẫu: {kind}\n{symbol}ngày ký: 6/2026\ntrích yếu: a\nkính gửi: B\n\
             thẩm quyền: C\ncăn cứ: [D]\n---\n\n1. Một.\n"
        )
    };
    let printed = |text: &str, office: &str| {
        let input = Input {
            document: ("a.md", text.as_bytes().to_vec()),
            defaults: Some(("vanban.yaml", office.as_bytes().to_vec())),
            files: &NoFiles,
            templates: Templates::built_in(),
            template: None,
            fonts: None,
            for_issue: false,
            row: None,
            alone: false,
        };
        let Outcome { output: pages, report } = typeset(&input);
        words(&pages.unwrap_or_else(|| panic!("{}", said(&report))))
    };
    let lacks = |kind| document(kind, "").replace("thẩm quyền: C\n", "");
    for (text, office, symbol) in [
        (lacks("kế hoạch"), office.to_owned(), "Số -KH/BCĐ"),
        (lacks("công văn"), office.to_owned(), "Số -CV/BCĐ"),
        (document("quyết định", ""), office.to_owned(), "Số -QĐ/BCĐ"),
        (document("quyết định", "ký hiệu: QĐ/X\n"), office.to_owned(), "Số -QĐ/X"),
        (lacks("kế hoạch"), office.replace("TB/BCĐ", "BCĐ/X"), "Số -BCĐ/X"),
        (
            lacks("công văn").replace("a\nkính", "b\nthể thức: nhà nước\nkính"),
            office.replace("TB/BCĐ", "TB-UBND"),
            "Số: /UBND",
        ),
    ] {
        let found = printed(&text, &office);
        assert!(found.contains(symbol), "{symbol}: {found}");
    }
}

/// The first mark of a footnote may stand in what another paper leaves out.
#[test]
fn a_footnote_of_which_the_first_mark_goes_is_kept() {
    let text = read("examples/hop-2026-05.md");
    let text =
        text.replacen("\n---\n\n1. Duy", "\n---\n\nHọp thống nhất[^a].\n\n1. Duy", 1)
            + "\n4. Giao văn phòng[^a] theo dõi[^b].\n\nTrên đây là kết luận[^b].\n\n\
           [^a]: Lời thứ nhất[^c].\n[^b]: Lời thứ hai.\n[^c]: Lời thứ ba.\n";
    for template in ["thông báo kết luận", "biên bản"] {
        let (pages, _) = borrowed(&text, template);
        let words = words(&pages);
        for note in ["Lời thứ nhất", "Lời thứ hai", "Lời thứ ba"] {
            assert_eq!(words.matches(note).count(), 1, "{template}: {note}");
        }
        assert_eq!(words.contains("Họp thống nhất"), template != "biên bản");
    }
}
