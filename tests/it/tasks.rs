//! What is said of tasks and their deadlines, and what is let pass though it looks alike.

use vanban::rooms::diagnostic::{Diagnostic, Family};

use crate::support::{FRONT, input, said};

/// The rules about tasks that a notice with this body breaks, in their order.
fn told(body: &str) -> Vec<&'static str> {
    let front =
        FRONT.replace("6/2023", "05/6/2026").replace("Thành viên BCĐ", "Trạm Y tế");
    told_of(&format!("{front}{body}\n"))
}

fn told_of(text: &str) -> Vec<&'static str> {
    let outcome = vanban::check(&input(text, &vanban::NoFiles));
    assert!(!outcome.report.diagnostics.has_errors(), "{}", said(&outcome.report));
    let tasks = outcome.report.diagnostics.iter().map(Diagnostic::rule);
    tasks.filter(|rule| rule.family == Family::Tasks).map(|rule| rule.id).collect()
}

#[test]
fn a_deadline_that_is_over_is_told() {
    for work in [
        "xong trước ngày 04/6/2026",
        "báo cáo chậm nhất ngày 29 tháng 5 năm 2026",
        "báo cáo trước ngày 20/5",
        "hoàn thành trong tháng 5 năm 2026",
        "hoàn thành trước tháng 5",
        "chậm nhất trong tháng 4/2026",
    ] {
        assert_eq!(
            told(&format!("1. Giao Trạm Y tế xã rà soát, {work}.")),
            ["deadline-past"]
        );
    }
}

#[test]
fn a_deadline_that_is_not_over_is_let_pass() {
    for body in [
        "1. Giao Trạm Y tế xã rà soát, xong trước ngày 05/6/2026.",
        "1. Giao Trạm Y tế xã rà soát, hoàn thành trong tháng 6.",
        "1. Giao Trạm Y tế xã rà soát, hoàn thành trong tháng 4 năm 2027.",
        "1. Giao Trạm Y tế xã báo cáo trước ngày 20/5 hằng năm.",
        // That of the next year.
        "1. Giao Trạm Y tế xã tổng kết trước ngày 15/01.",
        "1. Giao Trạm Y tế xã tổng kết, hoàn thành trong tháng 02.",
        // What was done, and how things stand on a day.
        "1. Trạm Y tế xã đã tiêm đủ trước ngày 20/5/2026.",
        "1. Giao Trạm Y tế xã rà soát các hộ đến hết ngày 29/5/2026 chưa tiêm.",
        "# Kết quả tháng 5\n\n1. Trạm Y tế xã rà soát xong trước ngày 29/5/2026.",
    ] {
        assert!(told(body).is_empty(), "{body}: {:?}", told(body));
    }
}

#[test]
fn a_deadline_is_measured_by_what_is_known_of_the_day() {
    let body = "\n1. Giao Trạm Y tế xã rà soát, xong trước ngày 29/5/2026.\n";
    let front = FRONT.replace("Thành viên BCĐ", "Trạm Y tế");
    let of =
        |signed: &str| told_of(&format!("{}{body}", front.replace("6/2023", signed)));
    assert_eq!(of("6/2026"), ["deadline-past"]);
    assert_eq!(of("2027"), ["deadline-past"]);
    assert!(of("5/2026").is_empty());
    assert!(of("2026").is_empty());
    let report =
        front.replace("6/2023", "6/2026").replace("---\ncơ", "---\nmẫu: báo cáo\ncơ");
    let report = report.replace("TB/", "BC/");
    assert!(told_of(&format!("{report}{body}")).is_empty());
}

#[test]
fn a_day_off_is_told_where_no_day_before_it_is_worked() {
    // 13/6/2026 is a Saturday, 02/9/2026 the third day off in a row.
    for work in ["chậm nhất ngày 13/6/2026", "trước ngày 14/6/2026", "trước 02/9/2026"]
    {
        let body = format!("1. Giao Trạm Y tế xã rà soát, xong {work}.");
        assert_eq!(told(&body), ["deadline-day-off"], "{work}");
    }
    for work in [
        "trước ngày 13/6/2026",
        "chậm nhất ngày 12/6/2026",
        "trước ngày 15/6/2026",
        // The day before is worked.
        "trước ngày 24/11/2026",
        "trước ngày 14/6 hằng năm",
    ] {
        let body = format!("1. Giao Trạm Y tế xã rà soát, xong {work}.");
        assert!(told(&body).is_empty(), "{work}: {:?}", told(&body));
    }
}

#[test]
fn tasks_without_a_deadline_are_told_once() {
    for body in [
        "1. Giao Trạm Y tế xã rà soát các hộ.\n\n2. Giao Trạm Y tế xã kịp thời báo cáo.",
        "1. Giao Trạm Y tế xã khẩn trương hoàn thiện hồ sơ.",
        "1. Giao Trạm Y tế xã tiếp tục rà soát, gửi hồ sơ kịp thời, đúng quy định.",
        "1. Giao Trạm Y tế xã trực đến hết ngày 26/6/2026.\n\n\
         2. Các thôn làm tốt công tác vệ sinh kịp thời, đúng quy định.",
    ] {
        assert_eq!(told(body), ["tasks-without-deadline"], "{body}");
    }
    for body in [
        "1. Giao Trạm Y tế xã rà soát trong tuần này.",
        "1. Giao Trạm Y tế xã rà soát, báo cáo tại phiên họp tháng 7.",
        "1. Giao Trạm Y tế xã trong 05 ngày làm việc gửi báo cáo.",
        "1. Giao Trạm Y tế xã thường xuyên kiểm tra; theo dõi, đôn đốc các thôn.",
        "1. Hoàn thành trước ngày 26/6/2026:\n\n   a) Giao Trạm Y tế xã rà soát các hộ.",
        "1. Các thôn làm tốt công tác vệ sinh.",
        "1. Giao Trạm Y tế xã thường xuyên kiểm tra, báo cáo để kịp thời chỉ đạo.",
        "1. Giao Trạm Y tế xã thường xuyên kiểm tra, xử lý vi phạm kịp thời, đúng quy định.",
        // It alone is no reason for the note.
        "1. Giao Trạm Y tế xã định kỳ kiểm tra; tham mưu giải pháp để kịp thời tháo gỡ.",
        "1. Giao Trạm Y tế xã trực đến hết ngày 26/6/2026.\n\n\
         2. Các thôn đã làm tốt công tác vệ sinh kịp thời, đúng quy định.",
        "# I. Kết quả\n\n1. Giao Trạm Y tế xã trực đến hết ngày 26/6/2026.\n\n\
         2. Các thôn làm tốt công tác vệ sinh kịp thời, đúng quy định.",
        "1. Các thôn làm vệ sinh kịp thời, xong trước ngày 26/6/2026.",
    ] {
        assert!(told(body).is_empty(), "{body}: {:?}", told(body));
    }
}

#[test]
fn who_does_it_may_stand_in_many_places() {
    for body in [
        "1. Hoàn thành rà soát hộ nghèo trước ngày 26/6/2026.",
        "Ban Chỉ đạo họp, kết luận như sau:\n\n1. Hoàn thành rà soát trước ngày 26/6/2026.",
        "1. Yêu cầu các thôn:\n\n   a) Dọn vệ sinh hằng tuần.\n\n2. Rà soát xong trước ngày 26/6/2026.",
    ] {
        assert_eq!(told(body), ["task-without-assignee"], "{body}");
    }
    for body in [
        "1. Trạm Y tế xã hoàn thành rà soát trước ngày 26/6/2026.",
        "1. Hoàn thành rà soát trước ngày 26/6/2026 (đ/c Hiền thực hiện).",
        "# Ủy ban nhân dân xã\n\n1. Hoàn thành rà soát trước ngày 26/6/2026.",
        "1. Yêu cầu các thôn:\n\n   a) Hoàn thành rà soát trước ngày 26/6/2026.",
        "Yêu cầu các thôn thực hiện:\n\n- Hoàn thành rà soát trước ngày 26/6/2026.",
    ] {
        assert!(told(body).is_empty(), "{body}: {:?}", told(body));
    }
}

#[test]
fn several_bodies_need_one_that_leads() {
    let recipients = |body: &str| {
        let front = FRONT.replace("6/2023", "05/6/2026");
        told_of(&format!("{front}{body}, xong trước ngày 26/6/2026.\n"))
    };
    for body in [
        "1. Giao Phòng Kinh tế, Công an xã kiểm tra các hộ",
        "1. Giao Phòng Kinh tế, Công an xã và Trạm Y tế xã kiểm tra các hộ",
    ] {
        assert_eq!(recipients(body), ["task-without-lead"], "{body}");
    }
    for body in [
        "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã kiểm tra các hộ",
        "1. Giao Phòng Kinh tế phối hợp với Công an xã kiểm tra các hộ",
        "1. Giao các phòng, ban, đơn vị kiểm tra các hộ",
        "1. Giao Phòng Kinh tế, Công an xã theo chức năng kiểm tra các hộ",
        "1. Giao Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã kiểm tra các hộ",
        "1. Giao Phòng Văn hóa - Xã hội kiểm tra các hộ",
        "1. Giao các thôn, Công an xã kiểm tra các hộ",
    ] {
        assert!(recipients(body).is_empty(), "{body}: {:?}", recipients(body));
    }
}

#[test]
fn who_is_charged_receives_the_paper() {
    let body = "1. Giao Công an xã kiểm tra các hộ, xong trước ngày 26/6/2026.";
    assert_eq!(told(body), ["assignee-not-recipient"]);
    let front = FRONT.replace("6/2023", "05/6/2026");
    for entry in ["Công an", "Như trên", "Các cơ quan", "Thành viên BCĐ", "CA xã"]
    {
        let front = front.replace("Thành viên BCĐ xã", entry);
        assert!(told_of(&format!("{front}{body}\n")).is_empty(), "{entry}");
    }
    for own in ["Văn phòng Đảng ủy", "Ủy ban Kiểm tra Đảng ủy", "công chức Kinh tế"]
    {
        assert!(told(&body.replace("Công an xã", own)).is_empty(), "{own}");
    }
}

#[test]
fn work_done_to_be_in_time_is_told_with_others() {
    let body = |aim: &str| {
        format!(
            "1. Giao Trạm Y tế xã rà soát các hộ.\n\n2. Giao Trạm Y tế xã định kỳ kiểm tra; {aim}."
        )
    };
    for (aim, items) in [
        ("tham mưu giải pháp để kịp thời tháo gỡ", "1, 2 (kịp thời)"),
        ("báo cáo khó khăn để kịp thời tháo gỡ", "1"),
        ("phối hợp với các thôn để kịp thời hỗ trợ", "1"),
    ] {
        let front =
            FRONT.replace("6/2023", "05/6/2026").replace("Thành viên BCĐ", "Trạm Y tế");
        let text = format!("{front}{}\n", body(aim));
        let outcome = vanban::check(&input(&text, &vanban::NoFiles));
        let note = outcome
            .report
            .diagnostics
            .iter()
            .find(|one| one.rule().id == "tasks-without-deadline");
        let message = &note.unwrap().problem.message.vi;
        assert!(message.ends_with(&format!("mục `{items}`")), "{message}");
    }
}
