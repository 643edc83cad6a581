//! Whatever varies: nothing leaves the text, nothing overlaps, the signature is never alone.

use super::cases::{Case, SIGNATURES};
use super::clauses::{all_lines, centre, near};
use crate::support::{TOP, line, lines_of, pages};
use vanban::rooms::document::Regime;
use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::TextRun;

const REGIMES: [Regime; 2] = [Regime::Party, Regime::State];

/// Lines that stand in the margins by their clauses.
const IN_THE_MARGIN: [&str; 2] = ["LƯU HÀNH NỘI BỘ", "Không phổ biến"];

/// Millimetres in a point.
const MM_PER_PT: f64 = 25.4 / 72.0;

/// The room of a run: left, top, right, bottom.
fn room(run: &TextRun) -> [f64; 4] {
    let em = run.size_pt * MM_PER_PT;
    let (top, bottom) = (run.baseline_mm - 0.66 * em, run.baseline_mm + 0.15 * em);
    [run.x_mm, top, run.end_mm(), bottom]
}

/// Nothing outside of the text, but for the numbers of the pages and the marks; nothing over
/// anything else.
pub(super) fn is_tidy(what: &str, pages: &Pages) {
    for line in pages.lines() {
        // What stands above the head, and the unpublished mark below the text.
        let marked = IN_THE_MARGIN.iter().any(|mark| line.text.starts_with(mark))
            || (line.page == 1 && line.baseline_mm < TOP && line.end_mm() < 195.1);
        let number = line.text == line.page.to_string() && line.baseline_mm < TOP;
        if !marked && !number {
            assert!(line.x_mm > 29.9 && line.end_mm() < 195.1, "{what}: {}", line.text);
            let y = line.baseline_mm;
            assert!(y > 20.0 && y < 277.1, "{what}: {} at {y}", line.text);
        }
    }
    let mut runs = pages.texts();
    runs.retain(|run| !run.text.trim().is_empty());
    for (index, one) in runs.iter().enumerate() {
        for other in runs[index + 1..].iter().filter(|other| other.page == one.page) {
            let (a, b) = (room(one), room(other));
            let across = a[2].min(b[2]) - a[0].max(b[0]);
            let down = a[3].min(b[3]) - a[1].max(b[1]);
            let apart = across < 0.2 || down < 0.1;
            assert!(apart, "{what}: `{}` over `{}`", one.text, other.text);
        }
    }
}

/// The signature stands whole on the last page, with two lines of text above it.
fn is_in_company(what: &str, case: &Case, pages: &Pages) {
    let (_, heads) = SIGNATURES[usize::from(case.regime == Regime::State)]
        .iter()
        .find(|(signature, _)| *signature == case.signature)
        .unwrap();
    let lines = lines_of(pages, pages.count());
    let mut highest = f64::MAX;
    for text in heads.iter().map(|(text, _)| *text).chain(["Nguyễn Văn A"]) {
        let found = lines.iter().find(|line| line.text == text);
        let found =
            found.unwrap_or_else(|| panic!("{what}: {text} is not on the last page"));
        highest = highest.min(found.baseline_mm);
    }
    let text = |start: &str| start.starts_with("Giao") || start.starts_with("Trên đây");
    let above = lines.iter().filter(|l| l.baseline_mm < highest && text(&l.text)).count();
    assert!(above >= 2, "{what}: {above} lines above the signature");
}

fn numbers_of(what: &str, pages: &Pages) {
    for page in 1..=pages.count() {
        let lines = lines_of(pages, page);
        let number: Vec<&str> = lines
            .iter()
            .filter(|l| l.baseline_mm < TOP && (centre(l) - 112.5).abs() < 0.5)
            .map(|l| l.text.as_str())
            .collect();
        // HD 05-HD/VPTW, IV.5; NĐ 30/2020/NĐ-CP, Phụ lục I, I.7: none on the first page.
        let wanted = if page == 1 { Vec::new() } else { vec![page.to_string()] };
        assert_eq!(number, wanted, "{what}");
    }
}

fn check(case: &Case) {
    let what = format!("{case:?}");
    let pages = case.pages();
    is_tidy(&what, &pages);
    is_in_company(&what, case, &pages);
    numbers_of(&what, &pages);
}

#[test]
fn names_lengths_and_signatures_go_together() {
    for regime in REGIMES {
        for long in [false, true] {
            for (signature, _) in SIGNATURES[usize::from(regime == Regime::State)] {
                let case = Case { long, signature, ..Case::new(regime) };
                check(&case);
                check(&Case { paragraphs: 75, ..case });
            }
            let case = Case { long, ..Case::new(regime) };
            let [fits, overflows] = case.at_the_page_end();
            assert!(overflows.pages().count() == 2);
            check(&fits);
            check(&overflows);
        }
    }
}

#[test]
fn marks_go_with_long_names_and_each_other() {
    let all = "độ khẩn: hỏa tốc\nđộ mật: tuyệt mật\ndự thảo: 3\nphạm vi lưu hành: Lưu hành nội bộ\n\
               chữ ký số: [Số 12; 05/6/2026, Cơ quan A]\nkhông phổ biến: có\nngười soạn: PL.(20)\nliên hệ: Số 1, đường Trần Phú\n\
               kính gửi: [Bộ Tài chính, Bộ Nội vụ]\ncăn cứ: [Căn cứ A, Căn cứ B]";
    for regime in REGIMES {
        for long in [false, true] {
            for mark in all.lines().chain([all]) {
                for paragraphs in [6, 75] {
                    check(&Case { long, paragraphs, mark, ..Case::new(regime) });
                }
            }
        }
    }
}

#[test]
fn pages_break_well_whatever_the_length() {
    for regime in REGIMES {
        let kinds = SIGNATURES[usize::from(regime == Regime::State)];
        for signature in [kinds[0].0, kinds[5].0] {
            for paragraphs in 2..=61 {
                check(&Case { paragraphs, signature, ..Case::new(regime) });
            }
        }
    }
}

#[test]
fn a_long_place_stands_beside_the_number() {
    let whole = "Thành phố Hồ Chí Minh, ngày 05 tháng 6 năm 2026";
    for (regime, first) in REGIMES.into_iter().zip(["Thành phố Hồ Chí Minh,", whole])
    {
        let lines = all_lines(&Case { long: true, ..Case::new(regime) }.pages());
        let (number, place) =
            (line(&lines, "Số"), line(&lines, "Thành phố Hồ Chí Minh,"));
        assert_eq!(place.text, first, "a date is never cut");
        near("level", number.baseline_mm, place.baseline_mm, 0.01);
        assert!(number.end_mm() + 2.0 < place.x_mm);
    }
}

#[test]
fn stamps_have_their_size() {
    // NĐ 30/2020/NĐ-CP, Phụ lục I, III.2.b; TT 24/2020/TT-BCA.
    for (regime, mark, width) in [
        (Regime::State, "độ khẩn: hỏa tốc", 30.0),
        (Regime::State, "độ khẩn: thượng khẩn", 40.0),
        (Regime::State, "độ khẩn: khẩn", 20.0),
        (Regime::State, "độ mật: tuyệt mật", 40.0),
        (Regime::State, "độ mật: tối mật", 30.0),
        (Regime::State, "độ mật: mật", 20.0),
        (Regime::Party, "độ mật: tuyệt mật", 40.0),
        (Regime::Party, "độ mật: tối mật", 30.0),
        (Regime::Party, "độ mật: mật", 20.0),
    ] {
        let name = mark;
        let pages = Case { mark, ..Case::new(regime) }.pages();
        let frame = pages.boxes();
        let frame = frame.first().unwrap_or_else(|| panic!("{name} has no frame"));
        near(name, frame.x1 - frame.x0, width, 0.5);
        near(name, frame.y1 - frame.y0, 8.0, 0.5);
    }
}

/// Two bodies and three who sign, the leading one first.
const JOINT: &str = "  - {quyền hạn: KT. Giám đốc, chức vụ: Phó Giám đốc, họ tên: Nguyễn Văn A}\n  \
                     - {chức vụ: Giám đốc, họ tên: Trần Văn B}\n  \
                     - {chức vụ: Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam, họ tên: Lê Thị C}";

#[test]
fn joint_documents_have_their_bodies_and_signers_in_order() {
    // HD 05-HD/VPTW, 2.2.1 and 7.2.4: a hyphen between bodies, the leading one signs at the
    // right, two beside each other, more of them below. The State's three stand abreast.
    for regime in REGIMES {
        for (long, paragraphs) in [(false, 6), (true, 6), (false, 75), (true, 75)] {
            let case = Case { long, paragraphs, signature: JOINT, ..Case::new(regime) };
            let second = "cơ quan ban hành: [Ban Nội chính, ";
            let text = case.text().replace("cơ quan ban hành: ", second);
            let (before, after) = text.split_once(second).unwrap();
            let pages =
                pages(&format!("{before}{second}{}", after.replacen('\n', "]\n", 1)));
            let what = format!("{regime:?} {long} {paragraphs}");
            is_tidy(&what, &pages);
            let lines = all_lines(&pages);
            assert_eq!(line(&lines, "BAN NỘI CHÍNH").text, "BAN NỘI CHÍNH -", "{what}");
            let [a, b, c] =
                ["Nguyễn Văn A", "Trần Văn B", "Lê Thị C"].map(|name| line(&lines, name));
            assert!(centre(a) > centre(b), "{what}");
            near("level", a.baseline_mm, b.baseline_mm, 0.01);
            match regime {
                Regime::Party => assert!(c.baseline_mm > a.baseline_mm + 25.0, "{what}"),
                Regime::State => {
                    assert!(centre(b) > centre(c), "{what}");
                    near("level", a.baseline_mm, c.baseline_mm, 0.01);
                }
            }
        }
    }
}
