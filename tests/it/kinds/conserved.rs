//! Every value of every kind in both layouts is on the page, or a message stands at its place.

use super::{pages, words};
use crate::support::problems;

/// The kinds, each with its code and the fields it cannot do without.
const KINDS: [(&str, [&str; 2], &str); 8] = [
    ("thông báo kết luận", ["TB/B", "TB-B"], ""),
    ("báo cáo", ["BC/B", "BC-B"], ""),
    ("kế hoạch", ["KH/B", "KH-B"], ""),
    ("tờ trình", ["TTr/B", "TTr-B"], ""),
    ("công văn", ["CV/B", "B-VP"], ""),
    ("quyết định", ["QĐ/B", "QĐ-B"], "thẩm quyền: Zthamquyen\n"),
    ("giấy mời", ["GM/B", "GM-B"], ""),
    ("biên bản", ["BB/B", "BB-B"], ""),
];

/// What stands in each field, a word that is nowhere else.
const FIELDS: &str = "\
cơ quan chủ quản: Zchuquan
cơ quan ban hành: Zbanhanh
số: Zso
trích yếu: Ztrichyeu
tên loại: Ztenloai
kính gửi: [Zkinhgui, Zkinhhai]
căn cứ: [Zcancu, Zcanhai]
mở đầu: Zmodau.
kết thúc: Zketthuc.
nơi nhận: {Znhom: [Znoinhan, Znoihai]}
phạm vi lưu hành: Zphamvi
người soạn: Zsoan
liên hệ: Zlienhe
chữ ký số: [Zchuky, Zchuhai]
độ khẩn: khẩn
dự thảo: 7
phụ lục: [{tiêu đề: Ztieude, kèm theo: Zkemtheo, nội dung: Zphuluc}]
kết luận: [{tiêu đề: Zmuc, mục: [{nội dung: Znoidung, giao: Zgiao, phối hợp: Zphoihop, hạn: Zhan}]}]
ký:
- {quyền hạn: Zquyenhan, chức vụ: Zchucvu, chức vụ khác: [Zkhac, Zkhachai], họ tên: Zhoten}
- {quyền hạn: Zquyenhai, chức vụ: Zchuchai, họ tên: Zhohai}
";

/// The same of what only documents of the Party have.
const PARTY: &str = "\
tác giả: Ztacgia
xác nhận chữ ký: {quyền hạn: Zthualenh, chức vụ: Zchanh, chức vụ khác: Zkhacnua, họ tên: Zxacnhan}
";

/// Those that the program has no place for: the place of the minutes of the State stands in their
/// text (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9).
const PLACE: &str = "Zdiadanh";

#[test]
fn every_value_is_on_the_page_or_told() {
    for (kind, symbols, more) in KINDS {
        for (layout, symbol) in ["đảng", "nhà nước"].into_iter().zip(symbols) {
            let party = if layout == "đảng" { PARTY } else { "" };
            let text = format!(
                "---\nmẫu: {kind}\nthể thức: {layout}\nký hiệu: {symbol}\nđịa danh: {PLACE}\n\
                 ngày ký: 05/6/2026\ncuộc họp: {{ngày: 02/6/2026, chủ trì: {{họ tên: A, chức vụ: \
                 B}}, diễn biến: Zdienbien}}\n{FIELDS}{party}{more}---\n\nZthan mot.\n\n1. Zthan hai./.\n"
            );
            let mut said = problems(&text);
            // It stands at the subject, and says nothing of it.
            let only_said = [" tightened ", " appendix-unannounced "];
            said.retain(|problem| !only_said.iter().any(|rule| problem.contains(rule)));
            let pages = pages(&text);
            let mut found = words(&pages).to_uppercase().replace(' ', "");
            // What stands in the margin at the top of the first page.
            for run in pages.texts() {
                found.push_str(&run.text.to_uppercase());
            }
            let marks = text.split(|c: char| !c.is_ascii_alphanumeric());
            for mark in marks.filter(|word| word.starts_with('Z')) {
                let told = said.iter().any(|problem| problem.contains(mark));
                let spared =
                    (mark == PLACE && kind == "biên bản" && layout == "nhà nước")
                        || (mark == "Zdienbien" && kind != "biên bản");
                let on_page = found.contains(&mark.to_uppercase());
                assert!(on_page || told || spared, "{kind} {layout}: {mark}\n{said:?}");
                assert!(
                    !(on_page && told && mark != "Zthan"),
                    "{kind} {layout}: {mark} twice\n{said:?}"
                );
            }
        }
    }
}
