//! Letters and requests: the subject under the number, to whom they go, who gets a copy.

use vanban::Format;

use super::{all_lines, centre, example, has_in_order, near, pages, words};
use crate::support::{built, line};

const PT: f64 = 0.05;

#[test]
fn the_subject_of_a_letter_stands_under_its_number() {
    // HD 05-HD/VPTW, 5.2.3, phụ lục 2, 5: 12 italic; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5.b:
    // 12-13 upright, 6 pt below the number.
    for (layout, number, subject, size, italic, column, gap) in [
        ("dang", "Số 17-CV/BCĐ", "về việc đôn đốc", 12.0, true, 71.0, 0.0),
        ("nha-nuoc", "Số: 214/UBND-KT", "V/v đôn đốc", 13.0, false, 63.5, 6.0),
    ] {
        let pages = pages(&example("cong-van", layout));
        let lines = all_lines(&pages);
        let (number, subject) = (line(&lines, number), line(&lines, subject));
        near("size", subject.runs[0].size_pt, size, PT);
        assert_eq!((subject.runs[0].italic, subject.runs[0].bold), (italic, false));
        near("column", centre(subject), column, 0.5);
        near("number", centre(number), column, 0.5);
        let pitch = subject.baseline_mm - number.baseline_mm;
        let line = if layout == "dang" { 17.0 } else { 16.0 };
        near("gap", pitch, (line + gap) * 25.4 / 72.0, 0.5);
        let text = words(&pages);
        assert!(!text.contains("CÔNG VĂN"), "a letter has no title: {text}");
    }
}

#[test]
fn the_layouts_word_replaces_the_one_typed_before_a_subject() {
    for typed in ["V/v đôn đốc", "v/v đôn đốc", "Về việc đôn đốc", "về việc đôn đốc"]
    {
        for (layout, printed) in [
            ("dang", "Số 17-CV/BCĐ Lục Bình, ngày 22 tháng 6 năm 2026 về việc đôn đốc"),
            ("nha-nuoc", "ngày 22 tháng 6 năm 2026 V/v đôn đốc"),
        ] {
            let text = example("cong-van", layout);
            let text = text.replace("trích yếu: đôn đốc", &format!("trích yếu: {typed}"));
            has_in_order(&pages(&text), &[printed]);
        }
    }
}

#[test]
fn the_subject_of_a_letter_is_the_title_of_its_pdf() {
    let pdf = built(&example("cong-van", "dang"), Format::Pdf).remove(0);
    let subject = "đôn đốc thực hiện kết luận cuộc họp Ban Chỉ đạo tháng 5 năm 2026";
    let title = format!("<rdf:li xml:lang=\"x-default\">{subject}</rdf:li>");
    let found = pdf.windows(title.len()).any(|bytes| bytes == title.as_bytes());
    assert!(found, "no {title}");
}

#[test]
fn addressees_have_their_layouts_word_and_a_recipients_line() {
    // HD 05-HD/VPTW, 9.2.3, 9.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9.b, II.9.d.
    for (kind, layout, word, italic) in [
        ("cong-van", "dang", "Kính gửi:", true),
        ("cong-van", "nha-nuoc", "Kính gửi:", false),
        ("to-trinh", "dang", "Kính trình:", true),
        ("to-trinh", "nha-nuoc", "Kính gửi:", false),
        ("bao-cao", "nha-nuoc", "Kính gửi:", false),
    ] {
        let pages = pages(&example(kind, layout));
        let lines = all_lines(&pages);
        let label = line(&lines, word);
        near(word, label.runs[0].size_pt, 14.0, PT);
        assert_eq!(label.runs[0].italic, italic, "{kind} {layout}");
        has_in_order(&pages, &["Nơi nhận: - Như trên; - "]);
    }
    let written = example("cong-van", "dang");
    let written = written.replace("nơi nhận:\n", "nơi nhận:\n  - Như trên\n");
    assert_eq!(words(&pages(&written)).matches("Như trên").count(), 1);
    let report = pages(&example("bao-cao", "dang"));
    assert!(!words(&report).contains("Như trên"), "a report to nobody");
}

#[test]
fn an_urgent_letter_says_so_below_its_subject() {
    // HD 05-HD/VPTW, II.3.
    let lines = all_lines(&pages(&example("cong-van", "dang")));
    let (subject, mark) =
        (line(&lines, "cuộc họp Ban Chỉ đạo tháng"), line(&lines, "KHẨN"));
    assert!(mark.baseline_mm > subject.baseline_mm + 5.0);
    near("middle", centre(mark), centre(subject), 0.5);
}

#[test]
fn a_request_asks_for_what_its_layout_lets_one_ask() {
    has_in_order(
        &pages(&example("to-trinh", "dang")),
        &[
            "Thực hiện kết luận tại cuộc họp ngày 05 tháng 6 năm 2026, Ban Chỉ đạo thực hiện các \
           Chương trình mục tiêu quốc gia kính trình Ban Thường vụ Đảng ủy xã Lục Bình xem xét, \
           cho ý kiến về nội dung sau: 1. Sự cần thiết",
        ],
    );
    has_in_order(
        &pages(&example("to-trinh", "nha-nuoc")),
        &[
            "Ủy ban nhân dân xã Lục Bình kính trình cấp có thẩm quyền xem xét, quyết định nội dung \
           sau: 1. Hiện trạng",
        ],
    );
}

#[test]
fn reports_and_plans_open_with_what_they_follow_from() {
    for (kind, layout, opening) in [
        (
            "bao-cao",
            "dang",
            "Thực hiện kết luận tại cuộc họp ngày 05 tháng 6 năm 2026 của Ban Chỉ đạo, Ban Chỉ \
             đạo thực hiện các Chương trình mục tiêu quốc gia báo cáo kết quả thực hiện kết luận \
             cuộc họp Ban Chỉ đạo tháng 5 năm 2026 như sau: I. Kết quả",
        ),
        (
            "bao-cao",
            "nha-nuoc",
            "Thực hiện kết luận tại cuộc họp ngày 10 tháng 6 năm 2026 của Ủy ban nhân dân xã, Ủy \
             ban nhân dân xã Lục Bình báo cáo kết quả thực hiện công tác phòng, chống thiên tai và \
             tìm kiếm cứu nạn 6 tháng đầu năm 2026 như sau: I. TÌNH HÌNH",
        ),
        (
            "ke-hoach",
            "dang",
            "Ban Chỉ đạo thực hiện các Chương trình mục tiêu quốc gia ban hành kế hoạch triển khai \
             thực hiện kết luận cuộc họp Ban Chỉ đạo tháng 5 năm 2026 như sau: I. Mục đích",
        ),
        (
            "ke-hoach",
            "nha-nuoc",
            "Ủy ban nhân dân xã Lục Bình ban hành kế hoạch diễn tập ứng phó mưa lũ, sạt lở đất năm \
             2026 như sau: I. MỤC ĐÍCH",
        ),
    ] {
        has_in_order(&pages(&example(kind, layout)), &[opening]);
    }
    let own = example("ke-hoach", "dang");
    let own = own.replace("---\n\n# Mục", "---\n\nBan Chỉ đạo làm như sau:\n\n# Mục");
    assert!(!words(&pages(&own)).contains("ban hành kế hoạch"), "its own opening");
    let own = example("bao-cao", "nha-nuoc")
        .replace("Kết quả thực hiện công", "UBND xã làm công");
    has_in_order(&pages(&own), &["báo cáo UBND xã làm công tác"]);
}
