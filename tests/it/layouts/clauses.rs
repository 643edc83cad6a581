//! Each element has the size, the weight and the place that its clause gives it.

use super::cases::{Case, SIGNATURES};
use super::tables::{At, ROWS, Row, Style};
use crate::support::{line, lines_of};
use vanban::rooms::document::Regime;
use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::Line;

pub(super) const MM: f64 = 0.5;
const PT: f64 = 0.05;

#[track_caller]
pub(super) fn near(what: &str, found: f64, wanted: f64, tolerance: f64) {
    let off = (found - wanted).abs();
    assert!(off <= tolerance, "{what}: {found:.3}, wanted {wanted:.3}");
}

pub(super) fn centre(line: &Line) -> f64 {
    f64::midpoint(line.x_mm, line.end_mm())
}

pub(super) fn all_lines(pages: &Pages) -> Vec<Line> {
    (1..=pages.count()).flat_map(|page| lines_of(pages, page)).collect()
}

fn style(line: &Line) -> Style {
    let run = &line.runs[0];
    match (run.bold, run.italic) {
        (false, false) => Style::Regular,
        (true, false) => Style::Bold,
        (false, true) => Style::Italic,
        (true, true) => Style::BoldItalic,
    }
}

/// Where the middle or the edge of a line is, and where it should be, in mm: the columns of the
/// letterhead are 82 + 83 mm (HD 05-HD/VPTW, its first page) and 67 + 98 mm (a Quốc hiệu of
/// 13 pt takes 96).
fn place(regime: Regime, at: At, line: &Line) -> (f64, f64) {
    let left = if regime == Regime::Party { 82.0 } else { 67.0 };
    match at {
        At::LeftColumn => (centre(line), 30.0 + left / 2.0),
        At::RightColumn => (centre(line), f64::midpoint(30.0 + left, 195.0)),
        At::Middle => (centre(line), 112.5),
        At::LeftEdge => (line.x_mm, 30.0),
        At::RightEdge => {
            // The State puts a frame of 3 mm around the mark.
            let framed = regime == Regime::State && line.runs[0].bold;
            (line.end_mm(), if framed { 192.0 } else { 195.0 })
        }
        At::Signature => (centre(line), 153.5),
        At::Indented => (line.x_mm, 40.0),
    }
}

/// Holds one row against one document; says how much was asked.
fn check(row: &Row) -> usize {
    let (regime, clause, mark, start, size, wanted, at) = *row;
    let case = Case { mark, ..Case::new(regime) };
    let lines = all_lines(&case.pages());
    let line = line(&lines, start);
    let what = format!("{clause}: {start}");
    near(&what, line.runs[0].size_pt, size, PT);
    assert_eq!(style(line), wanted, "{what}");
    let (found, due) = place(regime, at, line);
    near(&what, found, due, MM);
    assert!(line.runs.iter().all(|run| run.family == "Tinos"), "{what}");
    4
}

#[test]
fn every_element_is_as_its_clause_has_it() {
    let asked: usize = ROWS.iter().map(check).sum();
    assert!(asked >= 150, "{asked}");
}

#[test]
fn every_signature_has_its_lines_and_weights() {
    for (regime, kinds) in [Regime::Party, Regime::State].into_iter().zip(SIGNATURES) {
        for (signature, wanted) in kinds {
            let lines = all_lines(&Case { signature, ..Case::new(regime) }.pages());
            let several = signature.contains('\n');
            for (text, bold) in *wanted {
                let line = lines.iter().find(|line| line.text == *text);
                let line = line.unwrap_or_else(|| panic!("{signature}: no {text}"));
                near(text, line.runs[0].size_pt, 14.0, PT);
                assert_eq!(line.runs[0].bold, *bold, "{signature}: {text}");
                if !several {
                    near(text, centre(line), 153.5, MM);
                }
            }
            let name = line(&lines, "Nguyễn Văn A");
            let first = lines.iter().find(|line| line.text == wanted[0].0).unwrap();
            let recipients = line(&lines, "Nơi nhận:");
            if several {
                let other = line(&lines, "Trần Văn B");
                near("names level", name.baseline_mm, other.baseline_mm, 0.01);
                near("the leading body signs at the right", centre(name), 153.75, MM);
                near("the other at the left", centre(other), 71.25, MM);
                assert!(recipients.baseline_mm > name.baseline_mm, "{signature}");
            } else {
                near("level", recipients.baseline_mm, first.baseline_mm, 0.01);
            }
            let above = lines.iter().filter(|l| {
                l.baseline_mm < name.baseline_mm - 1.0
                    && (centre(l) - centre(name)).abs() < 1.0
            });
            let post = above.map(|l| l.baseline_mm).fold(0.0, f64::max);
            // The other post of the signer stands between.
            let office = if signature.contains("khác") { 32.0 } else { 0.0 };
            // 25-35 mm for signature and seal; of several, for the one with the most lines.
            let room = name.baseline_mm - post - 6.35;
            let fits = (25.0..=35.0).contains(&(room + office));
            assert!(several || fits, "{signature}: {room}");
        }
    }
}

#[test]
fn rules_are_as_long_as_their_clause_has_them() {
    // HD 05-HD/VPTW, 1.2, 9.2.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.1.b, II.2.b, II.5.b.
    for (regime, start, part) in [
        (Regime::Party, "ĐẢNG CỘNG SẢN VIỆT NAM", 1.0..=1.0),
        (Regime::Party, "Nơi nhận:", 1.0..=1.0),
        (Regime::State, "Độc lập - Tự do", 1.0..=1.0),
        (Regime::State, "SỞ TÀI CHÍNH", 1.0 / 3.0..=0.5),
        (Regime::State, "Kết luận cuộc họp", 1.0 / 3.0..=0.5),
    ] {
        let pages = Case::new(regime).pages();
        let lines = all_lines(&pages);
        let line = line(&lines, start);
        let below = |y: f64| y > line.baseline_mm && y < line.baseline_mm + 4.0;
        let rules = pages.rules();
        let rule = rules
            .iter()
            .find(|r| below(r.y0) && r.x0 < line.end_mm() && r.x1 > line.x_mm)
            .unwrap_or_else(|| panic!("no rule under {start}"));
        let length = (rule.x1 - rule.x0) / line.width_mm;
        assert!(
            *part.start() - 0.02 < length && length < *part.end() + 0.02,
            "{start}: {length}"
        );
        near(start, f64::midpoint(rule.x0, rule.x1), centre(line), MM);
    }
}
