//! Copies of issued documents: what makes them copies, and that all above it stays as it was.

mod block;
mod conserved;
mod electronic;
mod fields;
mod stamp;
mod unchanged;

use vanban::rooms::typeset::Pages;

use crate::support::read;

/// The copy of a document of the State.
const STATE: &str = "  hình thức: sao y
  số: 5
  ngày: 28/7/2026
  ký: {quyền hạn: TL. Chủ tịch, chức vụ: Chánh Văn phòng, họ tên: Phạm Thị Lan}
  nơi nhận: [Trưởng các thôn, 'Lưu: VT']
";

/// The copy of a document of the Party.
const PARTY: &str = "  hình thức: sao lục
  số: 5
  ngày: 28/7/2026
  ký: {quyền hạn: T/L Ban Thường vụ, chức vụ: Chánh Văn phòng, họ tên: Phạm Thị Lan}
  nơi nhận: [Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]
";

/// A short document of a regime, which has so many paragraphs and these lines of front matter.
fn short(regime: &str, paragraphs: usize, more: &str) -> String {
    let file = if regime == "đảng" { "dang" } else { "nha-nuoc" };
    let text = read(&format!("examples/loai/thong-bao-{file}.md"));
    let (head, body) = text.rsplit_once("\n---\n").unwrap();
    let text = "Giao các thôn báo cáo kết quả hằng tháng.\n\n".repeat(paragraphs);
    format!("{head}\n{more}---\n{text}{body}")
}

/// The document with a copy that says this.
fn copied(text: &str, copy: &str) -> String {
    let (head, body) = text.split_once("\n---\n").unwrap();
    format!("{head}\nsao:\n{copy}\n---\n{body}").replacen("\n\n---", "\n---", 1)
}

/// Where what makes the copy begins: the page, and how far down, in mm.
fn start(pages: &Pages) -> (usize, f64) {
    let marked = pages.marked("copy-start");
    let [(page, _, y)] = marked.as_slice() else { panic!("{marked:?}") };
    (*page, *y)
}

#[track_caller]
fn near(found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "{found:.3}, wanted {wanted:.3}");
}
