//! A whole notice.

use vanban::typeset::Standards;

use crate::support::{Author, body, build};

#[test]
fn a_notice_becomes_a_pdf_of_both_standards() {
    let mut author = Author::default();
    let mut document = author.document();
    document.meeting = Some(author.meeting());
    let children = vec![author.item("2.1.", "Giao công chức", vec![])];
    let outline = body(vec![author.heading("I.", "Đối với các tiêu chí", children)]);
    let mut outcome = build(&author, &document, &outline);
    eprintln!("{}", outcome.typst.split("the document").last().unwrap());
    outcome.pages();
    let pages = outcome.pages.unwrap();
    for line in pages.lines() {
        eprintln!("{:6.2} {:6.2} {}", line.x_mm, line.baseline_mm, line.text);
    }
    for rule in pages.rules() {
        eprintln!("{rule:?}");
    }
    let (pdf, found) = pages.pdf(&Standards::default(), &mut outcome.sources);
    assert!(found.is_empty(), "{found:?}");
    let pdf = pdf.unwrap();
    std::fs::write("/tmp/wt-ts/target/a.pdf", &pdf).unwrap();
    eprintln!("{}", pdf.len());
    std::fs::write("/tmp/wt-ts/target/a.png", &pages.png(60.0)[0]).unwrap();
}
