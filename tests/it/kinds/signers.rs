//! Who signs the minutes of a meeting besides its chair and its secretary.

use std::fmt::Write as _;

use vanban::rooms::template::Templates;
use vanban::rooms::typeset::{NoFiles, Pages};
use vanban::{Input, Outcome, typeset};

use super::{all_lines, centre, example, near, pages, words};
use crate::support::{line, problems, said};

/// Names of those who sign besides.
const NAMES: [&str; 12] = [
    "Lê Thị Hai",
    "Phạm Văn Ba",
    "Ngô Văn Tư",
    "Đỗ Thị Năm",
    "Bùi Văn Sáu",
    "Hoàng Thị Bảy",
    "Vi Văn Tám",
    "Lò Thị Chín",
    "Mã Văn Mười",
    "Nông Văn Mốt",
    "Sùng A Páo",
    "Giàng Thị Mai",
];

/// The example of minutes, signed by these people.
pub(super) fn minutes(layout: &str, signers: &str) -> String {
    let text = example("bien-ban", layout);
    let text = match text.find("\nký:\n") {
        Some(start) => {
            let end = start + text[start..].find("\n---").unwrap();
            [&text[..start], &text[end..]].concat()
        }
        None => text,
    };
    text.replacen("\n---", &format!("\nký:\n{signers}---"), 1)
}

/// The first ones of the names, each with two posts.
pub(super) fn several(count: usize) -> String {
    NAMES[..count].iter().enumerate().fold(String::new(), |mut text, (index, name)| {
        let post = format!("Phòng Kinh tế số {index}");
        let _ = writeln!(text, "- {{chức vụ: [Đại diện, {post}], họ tên: {name}}}");
        text
    })
}

fn times(pages: &Pages, text: &str) -> usize {
    words(pages).matches(text).count()
}

#[test]
fn everyone_who_signs_stands_in_a_row_that_is_not_cut() {
    for (layout, abreast) in [("dang", 2), ("nha-nuoc", 3)] {
        for count in 1..=NAMES.len() {
            let text = minutes(layout, &several(count));
            assert_eq!(problems(&text), [""; 0]);
            let pages = pages(&text);
            let lines = all_lines(&pages);
            let found: Vec<_> =
                NAMES[..count].iter().map(|name| line(&lines, name)).collect();
            let rows = count.div_ceil(abreast);
            let mut heights: Vec<_> = found
                .iter()
                .map(|name| (name.page, (name.baseline_mm * 10.0).round()))
                .collect();
            heights.dedup();
            assert_eq!(heights.len(), rows, "{layout} {count}");
            for (index, name) in found.iter().enumerate() {
                assert_eq!(times(&pages, NAMES[index]), 1, "{layout}: {}", NAMES[index]);
                let above = lines.iter().filter(|line| {
                    line.page == name.page
                        && line.text == "ĐẠI DIỆN"
                        && (centre(line) - centre(name)).abs() < 0.5
                        && line.baseline_mm < name.baseline_mm
                });
                assert!(above.count() > 0, "{layout}: post and name on one page");
            }
        }
    }
}

#[test]
fn chair_and_secretary_stand_where_they_stand_alone() {
    for (layout, chair) in [("dang", "CHỦ TRÌ CUỘC HỌP"), ("nha-nuoc", "CHỦ TỌA")]
    {
        for count in [0, 1, 6] {
            let text = minutes(layout, &several(count)).replace("ký:\n---", "---");
            let lines = all_lines(&pages(&text));
            near("the chair", centre(line(&lines, chair)), 153.75, 0.5);
        }
    }
}

#[test]
fn nobody_signs_twice() {
    let text = minutes(
        "nha-nuoc",
        "- {chức vụ: Chủ tịch, họ tên: Lê  Văn Minh}\n- {chức vụ: Đại diện, họ tên: Lê Thị Hai}\n\
         - {chức vụ: Đại diện, họ tên: Lê Thị Hai}\n- {chức vụ: Trưởng thôn, họ tên: }\n",
    );
    let pages = pages(&text);
    assert_eq!(times(&pages, "Lê Thị Hai"), 1);
    assert_eq!(times(&pages, "Lê Văn Minh"), 2, "once in the text");
    assert_eq!(times(&pages, "TRƯỞNG THÔN"), 1);
}

#[test]
fn who_signs_for_the_office_or_another_paper_signs_no_minutes() {
    let alone = minutes("dang", "").replace("ký:\n---", "---");
    let office = "ký: {chức vụ: Bí thư, họ tên: Nông Văn Mốt}\n";
    let of_kind = format!("theo mẫu:\n  biên bản:\n    {office}");
    let notice = minutes("dang", &several(1)).replace("mẫu: biên bản\n", "");
    let notice = notice.replace("BB/", "TB/");
    let special = "---\ntheo mẫu: {biên bản: {trích yếu: họp}}\n";
    let notice = notice.replacen("---\n", special, 1);
    for (text, office, template, name, count) in [
        (&alone, office, None, "Nông Văn Mốt", 0),
        (&alone, of_kind.as_str(), None, "Nông Văn Mốt", 1),
        (&notice, "", Some("biên bản"), NAMES[0], 0),
        (&notice, "", None, NAMES[0], 1),
    ] {
        let Outcome { output: pages, report } = typeset(&Input {
            document: ("a.md", text.as_bytes().to_vec()),
            defaults: Some(("vanban.yaml", office.as_bytes().to_vec())),
            files: &NoFiles,
            templates: Templates::built_in(),
            template,
            fonts: None,
            for_issue: false,
            row: None,
            alone: false,
        });
        let pages = pages.unwrap_or_else(|| panic!("{}", said(&report)));
        assert_eq!(times(&pages, name), count, "{office} {template:?}");
    }
}

#[test]
fn other_posts_stand_each_on_its_line_above_the_name() {
    // NĐ 30/2020/NĐ-CP, Phụ lục I, II.7.c.
    for other in [
        "|\n    Phó Bí thư Đảng ủy\n    Chủ tịch UBND xã\n",
        "[Phó Bí thư Đảng ủy, Chủ tịch UBND xã]\n",
        "\n    - Phó Bí thư Đảng ủy\n    - Chủ tịch UBND xã\n",
        "\n    - |\n      Phó Bí thư Đảng ủy\n      Chủ tịch UBND xã\n",
    ] {
        let other = format!("  chức vụ khác: {other}  họ tên:");
        let text = crate::support::notice("Các thôn báo cáo.");
        let text = text.replacen("  họ tên:", &other, 1);
        assert_eq!(problems(&text), [""; 0], "{other}");
        let pages = pages(&text);
        let lines = crate::support::lines_of(&pages, 1);
        let [first, second, name] =
            ["Phó Bí thư Đảng ủy", "Chủ tịch UBND xã", "Hoàng Hữu Khôi"]
                .map(|text| line(&lines, text));
        assert!(first.baseline_mm < second.baseline_mm, "{other}");
        assert!(second.baseline_mm < name.baseline_mm, "{other}");
        near("the first post", centre(first), centre(name), 0.3);
        near("the second post", centre(second), centre(name), 0.3);
    }
}
