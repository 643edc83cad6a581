//! An electronic copy: a line at the top right of the first page, and nothing else
//! (NĐ 30/2020, phụ lục I, phần II, I.3; HD 05-HD/VPTW, III.3).

use vanban::rooms::typeset::geometry::TextRun;

use super::{copied, near, short};
use crate::support::{lines_of, pages, problems};

const COPY: &str =
    "  hình thức: trích sao\n  ngày: 28/7/2026\n  giờ: '10:15:30'\n  điện tử: có\n";

/// Holds an electronic copy against its document, and returns what is more of it.
#[track_caller]
fn mark(text: &str) -> Vec<TextRun> {
    let (before, after) = (pages(text), pages(&copied(text, COPY)));
    assert_eq!(before.count(), after.count());
    assert_eq!(before.rules(), after.rules());
    let mut more = after.texts();
    for run in before.texts() {
        let place = more.iter().position(|other| *other == run);
        more.remove(place.unwrap_or_else(|| panic!("{run:?}")));
    }
    more
}

#[test]
fn it_says_form_body_and_time_at_the_top_right() {
    for (regime, body) in
        [("nhà nước", "Ủy ban nhân dân xã Lục Bình"), ("đảng", "Đảng ủy xã Lục Bình")]
    {
        let text = short(regime, 8, "");
        mark(&text);
        let pages = pages(&copied(&text, COPY));
        let lines = lines_of(&pages, 1);
        let line = &lines[0];
        assert_eq!(line.text, format!("Trích sao; {body}; 28/7/2026 10:15:30 +07:00"));
        near(line.end_mm(), 195.0, 0.1);
        assert!((8.0..20.0).contains(&line.baseline_mm), "{}", line.baseline_mm);
        for run in &line.runs {
            near(run.size_pt, 10.0, 0.05);
            assert!(!run.bold && !run.italic);
        }
    }
}

/// Beside what stands in that corner already, nothing moves either.
#[test]
fn what_is_there_already_stays() {
    for regime in ["nhà nước", "đảng"] {
        for more in [
            "phạm vi lưu hành: Lưu hành nội bộ\n",
            "chữ ký số: 45/TB-UBND; 05/6/2026 14:30:05 +07:00\n",
            "phạm vi lưu hành: Xem xong trả lại\nchữ ký số: 45/TB-UBND; 05/6/2026\n",
        ] {
            let text = short(regime, 2, more);
            let corner = pages(&text);
            let corner: Vec<_> =
                corner.texts().into_iter().filter(|run| run.baseline_mm < 20.0).collect();
            let left = corner.iter().map(|run| run.x_mm).fold(f64::MAX, f64::min);
            let marks = mark(&text);
            assert!(!marks.is_empty());
            for run in marks {
                assert!(run.end_mm() < left, "{more}: {run:?}");
            }
        }
    }
}

#[test]
fn what_is_not_printed_is_told() {
    let text = short("nhà nước", 0, "");
    assert_eq!(problems(&copied(&text, COPY)), [""; 0]);
    let found =
        problems(&copied(&text, &format!("{COPY}  số: 5\n  nơi nhận: [Các thôn]\n")));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|one| one.contains("copy-not-printed")), "{found:?}");
    let time = problems(&copied(&text, &COPY.replace("10:15:30", "10:15")));
    assert!(time[0].contains("copy-time `'10:15'`"), "{time:?}");
}
