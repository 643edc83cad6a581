//! One meeting has one word.

use crate::wording::{PARTY, messages, paper, silent};

#[test]
fn a_meeting_under_two_words_is_told_in_one_note() {
    let body = "Dự Hội nghị có đồng chí An.\n\nSau khi thảo luận tại hội nghị, chủ trì hội nghị thống nhất.";
    let told = ["trích yếu gọi là `cuộc họp`, ở đây gọi là `hội nghị`; còn ở dòng 15"];
    assert_eq!(messages(&paper(PARTY, body), &["meeting-words"]), told);
    silent(
        PARTY,
        &["meeting-words"],
        &[
            "Tại cuộc họp, chủ trì cuộc họp kết luận.",
            "Báo cáo tại hội nghị tổng kết năm 2026; tổ chức hội nghị, dự Hội nghị Ban Chấp hành.",
            "> Chủ trì hội nghị thống nhất.",
        ],
    );
    let neither = paper(PARTY, body).replace("kết luận cuộc họp", "kết luận");
    assert!(messages(&neither, &["meeting-words"]).is_empty());
}
