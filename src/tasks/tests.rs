//! What offices write, and the tasks in it.

use std::fmt::Write as _;

use super::*;
use crate::document::Deadline;
use crate::document::date::in_words;
use crate::document::outline::ItemNumber;
use crate::document::outline::Rank;
use crate::source::Source;

/// An outline of items, each a label and a text, at one level.
fn outline(items: &[(&str, &str)]) -> (Outline, Sources) {
    let mut sources = Sources::default();
    let whole: Vec<&str> = items.iter().map(|(_, text)| *text).collect();
    let file = sources.add(Source::new("a.md", whole.join("\n")));
    let mut start = 0;
    let mut body = Vec::new();
    for (label, text) in items {
        let span = Span::new(file, start..start + text.len());
        start += text.len() + 1;
        let label = (*label).to_owned();
        let rank = Rank::Arabic;
        let number = Some(ItemNumber { label, rank, typed: true, bold: false, span });
        let text = vec![Inline::Text(Text::new(text, span))];
        let children = Vec::new();
        let item = Item { number, heading: false, text, task: None, children };
        body.push(Block { span, kind: BlockKind::Item(item) });
    }
    (Outline { body, ..Outline::default() }, sources)
}

/// The tasks of one text: who; who else; when; what.
fn said(text: &str) -> String {
    let (outline, sources) = outline(&[("1.", text)]);
    let mut out = String::new();
    for task in read(&outline, &sources) {
        let names = |names: &[Text]| {
            for name in names {
                assert_eq!(sources.slice(name.span), name.value, "the place of a name");
            }
            names.iter().map(Text::as_str).collect::<Vec<_>>().join(" + ")
        };
        let deadline = match &task.deadline {
            Some(Deadline::Day(date)) => in_words(date.day),
            Some(Deadline::Period(text)) => text.value.clone(),
            None => "-".into(),
        };
        let (who, others) = (names(&task.assignees), names(&task.coordinators));
        let topic = task.topic.map_or(String::new(), |topic| format!("[{topic}] "));
        let _ = writeln!(out, "{who} | {others} | {deadline} | {topic}{}", task.work);
    }
    out
}

#[test]
fn the_notice_of_june_2023_is_read_as_its_people_read_it() {
    for (text, tasks) in [
        (
            "Tiêu chí số 1 về quy hoạch: Tập trung rà soát danh mục các công trình bị trùng \
             tên; bổ sung hoàn thiện Đồ án đến năm 2030 xong trước ngày 08 tháng 6 năm 2023. \
             Giao công chức ĐC-NN-XD&MT tham mưu thực hiện.",
            "công chức ĐC-NN-XD&MT |  | ngày 08 tháng 6 năm 2023 | [Tiêu chí số 1 về quy \
             hoạch] Tập trung rà soát danh mục các công trình bị trùng tên; bổ sung hoàn thiện \
             Đồ án đến năm 2030 xong trước ngày 08 tháng 6 năm 2023\n",
        ),
        (
            "Các thành viên Ban Chỉ đạo là Bí thư chi bộ các thôn có trách nhiệm lập danh sách; \
             báo cáo UBND xã trước ngày 10 tháng 6 năm 2023. Chỉ đạo tổ chức vệ sinh đường làng \
             thường xuyên vào ngày 25 hàng tháng.",
            "Các thành viên Ban Chỉ đạo là Bí thư chi bộ các thôn |  | ngày 10 tháng 6 năm \
             2023 | lập danh sách; báo cáo UBND xã trước ngày 10 tháng 6 năm 2023\n",
        ),
        (
            "Giao công chức Văn hóa - Xã hội phối hợp Hội Liên hiệp Phụ nữ xã tham mưu thực hiện.",
            "công chức Văn hóa - Xã hội | Hội Liên hiệp Phụ nữ xã | - | tham mưu thực hiện\n",
        ),
        (
            "Giao công chức Văn phòng - Thống kê chủ trì tham mưu ban hành các văn bản; phối hợp \
             với chi cục thống kê đánh giá tiêu chí thu nhập.",
            "công chức Văn phòng - Thống kê | chi cục thống kê | - | tham mưu ban hành các văn bản; phối \
             hợp với chi cục thống kê đánh giá tiêu chí thu nhập\n",
        ),
        (
            "Công chức Văn hóa - Xã hội chủ trì, phối hợp với các lĩnh vực, tổ chức đoàn thể và \
             các thôn tham mưu, thực hiện tiêu chí trên địa bàn xã.",
            "Công chức Văn hóa - Xã hội | các lĩnh vực, tổ chức đoàn thể và các thôn | - | tham \
             mưu, thực hiện tiêu chí trên địa bàn xã\n",
        ),
        (
            "UBND chủ trì, chỉ đạo, phối hợp với các tổ chức Hội đoàn thể xã rà soát nguyên nhân \
             nghèo của từng hộ.",
            "UBND | các tổ chức Hội đoàn thể xã | - | chỉ đạo, phối hợp với các tổ chức Hội đoàn \
             thể xã rà soát nguyên nhân nghèo của từng hộ\n",
        ),
        ("Các đoàn thể xã đẩy mạnh công tác tuyên truyền, vận động các hộ nghèo.", ""),
        ("Phấn đấu đến cuối năm 2023, 08/08 thôn có Nhà văn hóa.", ""),
    ] {
        assert_eq!(said(text), tasks);
    }
}

#[test]
fn deadlines_are_never_guessed() {
    let deadline = |text: &str| {
        let said = said(&format!("Giao Công an xã kiểm tra {text}."));
        said.split(" | ").nth(2).unwrap().to_owned()
    };
    for (text, wanted) in [
        ("xong trước ngày 08/6/2023", "ngày 08 tháng 6 năm 2023"),
        ("trước 08/6/2023", "ngày 08 tháng 6 năm 2023"),
        ("chậm nhất ngày 15 tháng 7 năm 2023", "ngày 15 tháng 7 năm 2023"),
        ("hoàn thành trong tháng 6 năm 2023", "hoàn thành trong tháng 6 năm 2023"),
        ("trước ngày 20/6", "trước ngày 20/6"),
        ("trước ngày 31 tháng 6 năm 2023", "trước ngày 31 tháng 6 năm 2023"),
        ("theo Công văn số 12 ngày 05 tháng 6 năm 2023 của Huyện ủy", "-"),
        ("vào ngày 25 hàng tháng", "-"),
        ("từ ngày 05/6/2023", "-"),
        ("trong 6 tháng cuối năm 2023", "-"),
        ("hằng quý", "-"),
    ] {
        assert_eq!(deadline(text), wanted, "{text}");
    }
}

#[test]
fn who_is_named_before_a_colon_leads_what_is_below() {
    let (mut outline, sources) = outline(&[
        ("2.", "Giao Ban Chỉ huy Quân sự xã:"),
        ("a)", "Kiện toàn đội xung kích;"),
        ("b)", "Kiểm tra vật tư; báo cáo trước ngày 25 tháng 6 năm 2026."),
    ]);
    let below = outline.body.split_off(1);
    let BlockKind::Item(item) = &mut outline.body[0].kind else { panic!() };
    item.children = below;
    let found = read(&outline, &sources);
    let items: Vec<&str> = found.iter().map(|task| task.item.as_str()).collect();
    assert_eq!(items, ["2.a", "2.b"]);
    assert!(found.iter().all(|task| task.assignees[0].value == "Ban Chỉ huy Quân sự xã"));
    assert!(found[0].deadline.is_none() && found[1].deadline.is_some());
}

#[test]
fn numbers_are_joined_to_paths() {
    assert_eq!(item_path("", "II."), "II");
    assert_eq!(item_path("II", "2."), "II.2");
    assert_eq!(item_path("II.2", "2.1."), "II.2.1");
    assert_eq!(item_path("2", "2.1."), "2.1");
    assert_eq!(item_path("II.2", "a)"), "II.2.a");
    assert_eq!(item_path("II", "-"), "II");
}
