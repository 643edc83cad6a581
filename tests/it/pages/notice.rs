//! A whole notice.

use std::collections::BTreeSet;

use vanban::rooms::document::outline::{Alignment, BlockKind, Table};
use vanban::rooms::document::{
    Document, Flag, Outline, Presentation, Regime, Setting, SettingValue, SigningDate,
};
use vanban::rooms::source::Span;
use vanban::rooms::template;
use vanban::rooms::typeset::{Pages, Standards};

use crate::support::pdf_text;

use super::support::{Author, Outcome, block, body, build, manifest};

/// A notice of `chapters` with some twenty paragraphs each; two are four pages.
fn notice(author: &mut Author, chapters: usize) -> (Document, Outline) {
    let mut document = author.document();
    document.meeting = Some(author.meeting());
    let mut blocks = Vec::new();
    for chapter in 1..=chapters {
        let mut children = Vec::new();
        for number in 1..=10 {
            let work = format!(
                "Tập trung rà soát danh mục công trình {chapter}.{number}; hoàn thiện Đồ án quy \
                 hoạch chung xây dựng xã, giao công chức địa chính chủ trì, phối hợp với các \
                 thôn thực hiện, xong trước ngày 08 tháng 6 năm 2023."
            );
            let dash = author.item("-", &work, vec![]);
            children.push(author.item(&format!("{number}."), &work, vec![dash]));
        }
        children.push(block(BlockKind::Table(Table {
            columns: vec![Alignment::Left, Alignment::Center],
            header: vec![["Thôn", "Số hộ"].map(|text| author.inline(text).into()).into()],
            rows: vec![["Nà Chuông", "12"].map(|text| author.inline(text).into()).into()],
        })));
        children.push(author.paragraph("Các thôn báo cáo."));
        blocks.push(author.heading("I.", "Đối với các tiêu chí đã đạt", children));
    }
    (document, body(blocks))
}

fn export(outcome: &mut Outcome) -> Vec<u8> {
    outcome.pages();
    let pages = outcome.pages.take().unwrap();
    let (pdf, found) = pages.pdf(&Standards::default(), &mut outcome.sources);
    assert!(found.is_empty(), "{found:?}");
    pdf.unwrap()
}

#[test]
fn a_notice_becomes_a_pdf_of_both_standards() {
    let mut author = Author::default();
    let (document, outline) = notice(&mut author, 1);
    let mut outcome = build(&author, &document, &outline);
    let pdf = export(&mut outcome);
    let text = pdf_text(&pdf);
    for words in ["THÔNG BÁO", "hoàn thiện Đồ án quy hoạch", "Hoàng Hữu Khôi"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    let head = String::from_utf8_lossy(&pdf);
    assert!(head.contains("pdfaid:part"), "PDF/A");
    assert!(head.contains("pdfuaid:part"), "PDF/UA");
}

#[test]
fn the_same_document_gives_the_same_bytes_on_every_thread() {
    let build_once = |chapters| {
        let mut author = Author::default();
        let (document, outline) = notice(&mut author, chapters);
        let pdf = export(&mut build(&author, &document, &outline));
        vanban::rooms::typeset::evict_cache();
        pdf
    };
    let first = build_once(2);
    let all: BTreeSet<Vec<u8>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3)
            .map(|index| {
                scope.spawn(move || {
                    build_once(1 + index % 2);
                    build_once(2)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(all, BTreeSet::from([first]));
}

fn lines(pages: &Pages) -> Vec<String> {
    pages.lines().into_iter().map(|line| line.text.trim().to_owned()).collect()
}

fn paragraph(outcome: &Outcome, start: &str) -> String {
    let lines = lines(outcome.pages());
    let from = lines.iter().position(|line| line.starts_with(start)).expect(start);
    lines[from..].join(" ")
}

#[test]
fn the_opening_is_written_from_the_meeting() {
    let mut author = Author::default();
    let mut document = author.document();
    document.meeting = Some(author.meeting());
    let outline = body(vec![author.paragraph("Hết.")]);
    let full = build(&author, &document, &outline);
    let expected = "Ngày 02 tháng 6 năm 2023, Ban Chỉ đạo các Chương trình MTQG xã tổ chức họp \
         để đánh giá tình hình triển khai thực hiện Chương trình. Đồng chí Hoàng Hữu Khôi, \
         Huyện ủy viên, Bí thư Đảng ủy, Trưởng Ban Chỉ đạo chủ trì. Dự họp có các đồng chí \
         Nông Thị Quyên, Phó Bí thư Thường trực Đảng ủy; đồng chí Nguyễn Văn Hậu, Phó Bí thư \
         Đảng ủy, Chủ tịch UBND xã; các đồng chí thành viên Ban Chỉ đạo. Sau khi nghe Thông báo \
         số 857-TB/HU của Huyện ủy Bạch Thông; các ý kiến thảo luận tại cuộc họp, Chủ trì cuộc \
         họp thống nhất, kết luận: Hết.";
    let found = paragraph(&full, "Ngày 02");
    assert!(found.starts_with(expected), "{found}");

    let meeting = document.meeting.as_mut().unwrap();
    meeting.body = None;
    meeting.purpose = None;
    meeting.venue = Some(author.text("trụ sở Đảng ủy xã"));
    meeting.chair.posts.clear();
    meeting.attendees.0.truncate(1);
    meeting.grounds.0.clear();
    let expected = "Ngày 02 tháng 6 năm 2023, Ban Chỉ đạo thực hiện các Chương trình Mục tiêu \
         quốc gia tổ chức họp tại trụ sở Đảng ủy xã. Đồng chí Hoàng Hữu Khôi chủ trì. Dự họp có \
         đồng chí Nông Thị Quyên, Phó Bí thư Thường trực Đảng ủy. Sau khi nghe các ý kiến thảo \
         luận tại cuộc họp, Chủ trì cuộc họp thống nhất, kết luận: Hết.";
    let short = build(&author, &document, &outline);
    let found = paragraph(&short, "Ngày 02");
    assert!(found.starts_with(expected), "{found}");

    document.meeting = Some(author.meeting());
    document.meeting.as_mut().unwrap().attendees.0.remove(0);
    let one = build(&author, &document, &outline);
    let found = paragraph(&one, "Ngày 02");
    assert!(found.contains("Dự họp có đồng chí Nguyễn Văn Hậu"), "{found}");

    let own = Outline { opening: vec![author.paragraph("Tự viết.")], ..outline };
    let own = build(&author, &document, &own);
    assert!(!own.typst.contains("Sau khi nghe"), "{}", own.typst);
}

#[test]
fn what_is_not_known_is_left_to_the_pen() {
    let mut author = Author::default();
    let mut document = author.document();
    let outline = body(vec![author.paragraph("a")]);
    document.number = Some(author.text("7"));
    let typst = build(&author, &document, &outline).typst;
    assert!(typst.contains("number: \"07\","), "{typst}");
    assert!(typst.contains("date: (day: \"05\", month: \"6\", year: \"2023\"),"));
    assert!(typst.contains("  bold-posts: true, // HD"), "nothing is chosen");
    document.number = Some(author.text("07a"));
    document.signing_date = SigningDate::parse("02/2023").unwrap();
    let value = SettingValue::Flag(Flag { yes: false, span: Span::default() });
    let setting = Setting { field: "chức vụ in đậm", value };
    document.presentation = Some(Presentation(vec![setting]));
    let typst = build(&author, &document, &outline).typst;
    assert!(typst.contains("number: \"07a\","), "{typst}");
    assert!(typst.contains("date: (day: none, month: \"02\", year: \"2023\"),"));
    assert!(typst.contains("date: (year: 2023, month: 2, day: 1),"));
    assert!(typst.contains("  bold-posts: false, // HD"), "{typst}");
    document.number = None;
    document.signing_date = SigningDate::Blank;
    document.meeting = Some(author.meeting());
    let typst = build(&author, &document, &outline).typst;
    assert!(typst.contains("number: none,"), "{typst}");
    assert!(typst.contains("date: (day: none, month: none, year: none),"));
    assert!(typst.contains("date: (year: 2023, month: 6, day: 2),"));
}

#[test]
fn a_template_has_the_layouts_that_it_names() {
    let mut author = Author::default();
    let mut document = author.document();
    document.regime.value = Regime::State;
    document.regime.written = Some(author.text("nhà nước"));
    let mut manifest = manifest();
    assert!(template::check_regime(&document, &manifest).is_empty());
    manifest.regimes.0.retain(|choice| choice.value == Regime::Party);
    let found = template::check_regime(&document, &manifest);
    let found = found.iter().next().unwrap();
    assert_eq!(found.rule().id, "layout-unsupported");
    assert_eq!(author.sources().slice(found.span), "nhà nước");
}
