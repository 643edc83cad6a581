//! Every value of every kind in both layouts is on the page, or a message stands at its place.

use super::{pages, words};
use crate::support::problems;

/// The kinds, each with its codes (none in a layout that has no such kind) and the fields of its own.
const KINDS: [(&str, [&str; 2], &str); 17] = [
    ("thông báo kết luận", ["TB/B", "TB-B"], ""),
    ("báo cáo", ["BC/B", "BC-B"], ""),
    ("kế hoạch", ["KH/B", "KH-B"], ""),
    ("tờ trình", ["TTr/B", "TTr-B"], ""),
    ("công văn", ["CV/B", "B-VP"], ""),
    ("quyết định", ["QĐ/B", "QĐ-B"], "thẩm quyền: Zthamquyen\n"),
    ("giấy mời", ["GM/B", "GM-B"], ""),
    ("biên bản", ["BB/B", "BB-B"], ""),
    (
        "giấy giới thiệu",
        ["GGT/B", "GGT-B"],
        "người được giới thiệu: {họ tên: Znguoi, chức vụ: Zchuccua}\nnơi đến: Znoiden\nviệc: Zviec\n",
    ),
    (
        "giấy nghỉ phép",
        ["GNP/B", "GNP-B"],
        "người nghỉ phép: {họ tên: Znguoi, chức vụ: Zchuccua, xưng hô: Zxungho}\nsố ngày nghỉ: Zngay\n\
         nghỉ từ: 01/6/2026\nnghỉ đến: 02/6/2026\nnơi nghỉ: Znoinghi\ntính vào: Ztinhvao\n",
    ),
    (
        "giấy ủy quyền",
        ["", "GUQ-B"],
        "người ủy quyền: {họ tên: Znguoi, chức vụ: Zchuccua}\nngười được ủy quyền: {họ tên: Znguoihai, \
         chức vụ: Zcuahai}\nủy quyền từ: 01/6/2026\n",
    ),
    (
        "phiếu gửi",
        ["PG/B", "PG-B"],
        "văn bản gửi: [{số ký hiệu: Zkyhieu, nội dung: Zvanban, số lượng: Zsoluong}, {nội dung: Zvanhai}]\n",
    ),
    ("phiếu chuyển", ["", "PC-B"], ""),
    (
        "hợp đồng",
        ["", "HĐ-B"],
        "các bên: [{tên: Zben, vai trò: Zvaitro, đại diện: {họ tên: Zdaidien, chức vụ: Zchuccua}, địa chỉ: \
         Zdiachi, điện thoại: Zdienthoai, tài khoản: Ztaikhoan, mã số thuế: Zthue}, {tên: Zbenhai, đại \
         diện: {họ tên: Zdaihai}}]\n",
    ),
    ("thư công", ["", "B-VP"], ""),
    (
        "giấy chứng nhận",
        ["GCN/B", ""],
        "người được chứng nhận: {họ tên: Znguoi, chức vụ: [Zchuccua, Zcuahai]}\n",
    ),
    (
        "giấy đi đường",
        ["GĐĐ/B", ""],
        "người đi: Znguoi\nnơi đến: Znoiden\nviệc: Zviec\nđi từ: 01/6/2026\nphương tiện: Zxe\n",
    ),
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
            if symbol.is_empty() {
                continue;
            }
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
