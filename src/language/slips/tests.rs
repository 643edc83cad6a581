//! Each slip is found, in each case of letters; what is right is left alone.

use std::collections::BTreeSet;

use super::super::compounds;
use super::super::judgement::{Judgement, judge};
use super::super::lexicon::words;
use super::*;

/// What is found in a line: what stands there, and what was meant.
fn found(line: &str) -> Vec<(&str, String)> {
    let words = words(line);
    slips(&words).into_iter().map(|slip| (&line[slip.range], slip.right)).collect()
}

#[test]
fn the_table_is_sound() {
    let mut seen = BTreeSet::new();
    for entry in TABLE {
        let Entry { wrong, right, .. } = entry;
        assert!(seen.insert(wrong), "{wrong} stands twice");
        assert_ne!(wrong, right);
        assert!(wrong.split(' ').count() > 1, "{wrong}");
        for word in wrong.split(' ').chain(right.split(' ')) {
            assert_eq!(compounds::folded(word), word);
            let known = !matches!(judge(word), Judgement::Impossible(_));
            assert!(known, "{word} is known as impossible");
        }
        let line = right.replace('#', "2");
        assert_eq!(found(&line), [], "the right one is a slip itself");
    }
    assert!(seen.len() > 200, "{}", seen.len());
}

#[test]
fn every_slip_is_found_in_every_case() {
    for entry in TABLE {
        let behind = entry.only_before.split(' ').next().unwrap_or_default();
        let (wrong, right) =
            (entry.wrong.replace('#', "04"), entry.right.replace('#', "04"));
        let line = format!("{wrong} {behind}");
        assert_eq!(found(line.trim()), [(&*wrong, right.clone())]);
        if wrong.starts_with(|c: char| c.is_alphabetic()) {
            let (wrong, right) = (wrong.to_uppercase(), right.to_uppercase());
            let line = format!("{wrong} {}", behind.to_uppercase());
            assert_eq!(found(line.trim()), [(&*wrong, right)]);
        }
    }
    assert_eq!(found("Phân đấu đạt"), [("Phân đấu", "Phấn đấu".to_owned())]);
    assert_eq!(
        found("xây nhà 04 văn hóa"),
        [("nhà 04 văn hóa", "04 nhà văn hóa".to_owned())]
    );
    assert_eq!(found("Tiêu số 2 về"), [("Tiêu số 2", "Tiêu chí số 2".to_owned())]);
}

#[test]
fn words_of_another_phrase_are_left_alone() {
    for line in [
        "giám sát nhập khẩu; kiểm sát nhập kho; khảo sát nhập cư",
        "nghiên cứu lịch sử lý luận; xem xét sử dụng",
        "thành công xuất sắc; nhân công xuất khẩu; lãi xuất khẩu",
        "việc phân chia sẽ do xã làm; chia sẽ được",
        "chủ trương trình Hội đồng; khai trương trình diễn",
        "học tập chung; luyện tập chung; chung kết",
        "để dành được tiền; dành được nhiều thời gian; giành cho được độc lập",
        "chỉ tiêu số 2; mục tiêu số 1; chi tiêu số 3",
        "nhà văn thôn quê; nhà văn Nam Cao; nhà 04 tầng",
        "thông báo cao điểm; dự báo cao hơn; thống kê hoạch toán",
        "đi thăm quan chức; cũng cố gắng; đã kích hoạt; che dấu vết",
        "hồ sơ xuất khẩu; điều chỉnh chu kỳ; cư trú ý kiến",
        "bắt đầu tu sửa; tham dự an toàn; phân đấu thầu; dải ngân hà",
        "ông Phân Đấu; xã Bổ Xung; bổ, xung; Kê Hoạch",
        "công nhân viện phí; hoàn thành viện; quyết định; kiểm tra",
        "bàng quang; cứu cánh; kiểm sát; kiểm soát; yếu điểm; trau giồi",
    ] {
        assert_eq!(found(line), [], "{line}");
    }
}

#[test]
fn a_slip_between_two_words_is_none() {
    for entry in TABLE.iter().filter(|entry| !entry.sure && !entry.wrong.contains('#')) {
        let first = entry.wrong.split(' ').next().unwrap();
        let last = entry.wrong.rsplit(' ').next().unwrap();
        let mut pairs = compounds::all().filter_map(|word| word.split_once(' '));
        let before = pairs.find_map(|(one, other)| (other == first).then_some(one));
        let mut pairs = compounds::all().filter_map(|word| word.split_once(' '));
        let behind = pairs.find_map(|(one, other)| {
            let alone =
                one == last && !other.contains(' ') && entry.only_before.is_empty();
            alone.then_some(other)
        });
        for (before, behind) in [(before, None), (None, behind)] {
            let line = [before, Some(entry.wrong), behind].into_iter().flatten();
            let line = line.collect::<Vec<_>>().join(" ");
            if line.contains(' ') && line != entry.wrong {
                let found = found(&line);
                assert!(found.iter().all(|(slip, _)| *slip != entry.wrong), "{line}");
            }
        }
    }
}
