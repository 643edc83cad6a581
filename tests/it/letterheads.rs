//! Names of bodies in the letterhead and above signatures: cut as an editor would, in columns that
//! are as wide as they need.

use vanban::rooms::typeset::geometry::Line;

use crate::support::{line, lines_of, pages, read};

const EXAMPLE: &str = "examples/loai/cong-van-nha-nuoc.md";

/// The lines of a letter's first page whose letterhead has these names and this place.
fn letterhead(superior: &str, issuer: &str, place: &str) -> Vec<Line> {
    let front: String = read(EXAMPLE);
    let kept = front.lines().filter(|line| {
        let changed = ["cơ quan chủ quản:", "cơ quan ban hành:", "địa danh:"];
        !changed.iter().any(|key| line.starts_with(key))
    });
    let text = kept.collect::<Vec<_>>().join("\n");
    let head = format!(
        "---\ncơ quan chủ quản: {superior}\ncơ quan ban hành: {issuer}\nđịa danh: {place}\n"
    );
    lines_of(&pages(&text.replacen("---\n", &head, 1)), 1)
}

/// What the left column says, and each line's place in mm from the top.
fn left(lines: &[Line]) -> Vec<(String, f64)> {
    let runs = lines.iter().flat_map(|line| &line.runs);
    let runs = runs.filter(|run| run.end_mm() < 101.5 && run.baseline_mm < 70.0);
    let mut found: Vec<(String, f64)> = Vec::new();
    for run in runs {
        match found.last_mut() {
            Some((text, at)) if (*at - run.baseline_mm).abs() < 0.5 => {
                text.push_str(&run.text);
            }
            _ => found.push((run.text.clone(), run.baseline_mm)),
        }
    }
    let end = found.iter().position(|(text, _)| text.starts_with("Số:"));
    found.truncate(end.unwrap());
    found
}

#[test]
fn names_are_cut_where_an_editor_would() {
    let superior = "Ủy ban nhân dân phường Xuân Hương - Đà Lạt";
    let school = "Trường Trung học cơ sở và Trung học phổ thông Tây Sơn";
    let cases: [(&str, &str, &str, &[&str]); 3] = [
        (
            superior,
            school,
            "Xuân Hương - Đà Lạt",
            &[
                "ỦY BAN NHÂN DÂN PHƯỜNG",
                "XUÂN HƯƠNG - ĐÀ LẠT",
                "TRƯỜNG TRUNG HỌC CƠ SỞ",
                "VÀ TRUNG HỌC PHỔ THÔNG",
                "TÂY SƠN",
            ],
        ),
        (
            "Ủy ban nhân dân xã Thạnh Phú",
            "Phòng Văn hóa - Xã hội",
            "Thạnh Phú",
            &["ỦY BAN NHÂN DÂN", "XÃ THẠNH PHÚ", "PHÒNG VĂN HÓA - XÃ HỘI"],
        ),
        (
            "Ủy ban nhân dân tỉnh Hà Lâm",
            "Công ty TNHH MTV Khai thác công trình thủy lợi Hòa Bình",
            "Hà Lâm",
            &[
                "ỦY BAN NHÂN DÂN",
                "TỈNH HÀ LÂM",
                "CÔNG TY TNHH MTV",
                "KHAI THÁC CÔNG TRÌNH",
                "THỦY LỢI HÒA BÌNH",
            ],
        ),
    ];
    for (superior, issuer, place, expected) in cases {
        let lines = letterhead(superior, issuer, place);
        let found: Vec<String> =
            left(&lines).into_iter().map(|(text, _)| text.trim().to_owned()).collect();
        assert_eq!(found, expected, "{place}");
        let date = lines.iter().find(|line| line.text.contains(" ngày ")).unwrap();
        assert!(date.text.contains(place), "{}", date.text);
        assert!(date.end_mm() < 195.3, "{}", date.end_mm());
    }
}

#[test]
fn bodies_of_a_joint_document_stand_apart() {
    let joint = "|\n  Ủy ban nhân dân xã Yên Thủy\n  Ủy ban nhân dân xã Lạc Lương\n  \
                 Công ty TNHH MTV Khai thác công trình thủy lợi Hòa Bình";
    let lines = left(&letterhead("[]", joint, "Yên Thủy"));
    let gaps: Vec<f64> = lines.windows(2).map(|pair| pair[1].1 - pair[0].1).collect();
    let wide: Vec<bool> = gaps.iter().map(|gap| *gap > gaps[0] + 1.0).collect();
    assert_eq!(wide, [false, true, false, true, false, false], "{lines:?}");
    // What is typed in lines is one name, unless it begins as another does.
    for one in [
        "|\n  Ban Chấp hành\n  Đảng bộ xã Lục Bình lần thứ hai nhiệm kỳ 2026 - 2030",
        "|\n  Ủy ban nhân dân xã Yên Thủy\n  phòng kinh tế, hạ tầng và đô thị xã Yên Thủy",
    ] {
        let lines = left(&letterhead("[]", one, "Yên Thủy"));
        let gaps: Vec<f64> = lines.windows(2).map(|pair| pair[1].1 - pair[0].1).collect();
        assert!(gaps.iter().all(|gap| (gap - gaps[0]).abs() < 0.1), "{lines:?}");
    }
}

#[test]
fn a_long_name_gets_the_wider_column_of_signatures() {
    let signer = |authority: &str, name: &str| {
        format!("  - {{quyền hạn: [{authority}], chức vụ: Chủ tịch, họ tên: {name}}}\n")
    };
    let long = "Công ty TNHH MTV, Khai thác công trình thủy lợi Hòa Bình";
    let [first, second] =
        ["TM. Ủy ban nhân dân, xã Yên Thủy", "TM. Ủy ban nhân dân, xã Hổ"];
    let lines = |bodies: [&str; 3]| {
        let names = ["Bùi Văn Nhất", "Quách Thị Mến", "Nguyễn Trọng Khôi"];
        let signers: String =
            bodies.iter().zip(names).map(|(body, name)| signer(body, name)).collect();
        let text = read(EXAMPLE);
        let (start, rest) = text.split_once("ký:\n").unwrap();
        let body = rest.split_once("---\n").unwrap().1;
        let pages = pages(&format!("{start}ký:\n{signers}---\n{body}"));
        (1..=pages.count()).flat_map(|page| lines_of(&pages, page)).collect::<Vec<_>>()
    };
    let center = |lines: &[Line], name: &str| {
        let runs = lines.iter().flat_map(|line| &line.runs);
        let run = runs.into_iter().rfind(|run| run.text.contains(name)).unwrap();
        f64::midpoint(run.x_mm, run.end_mm())
    };
    let equal = lines([first, second, first]);
    assert!((center(&equal, "Quách Thị Mến") - 112.5).abs() < 0.3);
    // Too wide for its column, the name lets go what holds least, and no sign of an authority.
    let has = |text: &str| equal.iter().any(|line| line.text.contains(text));
    assert!(has("TM. ỦY BAN") && !has("TM. ỦY BAN NHÂN DÂN"));
    let shared = lines([first, second, long]);
    let says = |text: &str| shared.iter().any(|line| line.text.contains(text));
    for line in ["CÔNG TY TNHH MTV", "KHAI THÁC CÔNG TRÌNH", "THỦY LỢI HÒA BÌNH"]
    {
        assert!(says(line), "{line}");
    }
    assert!(center(&shared, "Quách Thị Mến") > 113.0);
}

/// A table that goes on on the next page ends above the rule of the foot, not on it.
#[test]
fn what_ends_the_first_page_leaves_its_foot_free() {
    let rows: String = (1..=40).map(|n| format!("| {n} | hàng |\n")).collect();
    let table = format!("| TT | Nội dung |\n|---|---|\n{rows}\n\n1. ");
    let text = read(EXAMPLE).replacen("\n1. ", &format!("\n{table}"), 1);
    let pages = pages(&text);
    let lines = lines_of(&pages, 1);
    // The rule stands 13 pt above the baseline of what is below it.
    let rule = line(&lines, "Thôn Nà Chuông").baseline_mm - 13.0 * 25.4 / 72.0;
    let table = pages.rules().into_iter().filter(|rule| rule.page == 1);
    let gap = rule - table.map(|rule| rule.y1).fold(0.0, f64::max);
    assert!((2.7..12.0).contains(&gap), "{gap}");
}
