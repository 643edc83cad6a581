//! What may be typed at a place: names of fields and values, whatever is broken around it.

use serde_json::Value;

use super::client::{Editor, edited};
use crate::support::{FRONT, notice};

const OFFICE: &str = "\
cơ quan ban hành: Đảng ủy xã Lục Bình
nơi nhận: [Thường trực Huyện ủy, Lưu Văn phòng]
danh bạ:
  - họ tên: Hoàng Hữu Khôi
    chức vụ: [Bí thư Đảng ủy, Trưởng Ban Chỉ đạo]
  - {họ tên: Nông Thị Quyên, chức vụ: Phó Bí thư}
";

fn editor() -> Editor {
    let own = "tên: giấy khen\nphiên bản: '1'\ntóm tắt: Giấy khen của xã.\nthể thức: [nhà nước]\n\
               tên loại: Giấy khen\ncác mục:\n  thành tích:\n    type: string\n    description: Vì \
               sao được khen.\n";
    Editor::open(&[
        ("vanban.yaml", OFFICE),
        ("mẫu/giay-khen/template.yaml", own),
        ("mẫu/giay-khen/main.typ.j2", "{% extends \"base.typ.j2\" %}"),
    ])
}

/// What may be typed at the place of `│`.
fn offered(editor: &mut Editor, marked: &str) -> Vec<Value> {
    let list = editor.about("textDocument/completion", "tb.md", marked);
    list["items"].as_array().cloned().unwrap_or_default()
}

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["label"].as_str().unwrap()).collect()
}

/// The text after the choice of an item.
#[track_caller]
fn chosen(editor: &mut Editor, marked: &str, label: &str) -> String {
    let items = offered(editor, marked);
    let item = items.iter().find(|item| item["label"] == label);
    let item = item.unwrap_or_else(|| panic!("{label} is none of {:?}", labels(&items)));
    edited(&marked.replace('│', ""), &serde_json::json!([item["textEdit"]]))
}

#[test]
fn names_of_fields_are_offered_with_their_help() {
    let mut editor = editor();
    let items = offered(&mut editor, "---\nsố: 12\ntri│\n---\n");
    let subject = items.iter().find(|item| item["label"] == "trích yếu").unwrap();
    assert_eq!(subject["detail"], "Trích yếu");
    let help = subject["documentation"]["value"].as_str().unwrap();
    assert!(help.contains("HD 05-HD/VPTW, 5.1.1") && help.contains("```yaml"), "{help}");
    // Who types without accents finds it, too.
    assert!(subject["filterText"].as_str().unwrap().contains("trich yeu"));
    assert!(!labels(&items).contains(&"số"), "what is there is not offered again");
}

#[test]
fn a_choice_makes_what_was_meant() {
    let mut editor = editor();
    for (marked, label, wanted) in [
        ("---\n│\n---\n", "số", "---\nsố: \n---\n"),
        ("---\ntrich y│\n---\n", "trích yếu", "---\ntrích yếu: \n---\n"),
        ("---\ntri│ch: a\n---\n", "trích yếu", "---\ntrích yếu: a\n---\n"),
        ("---\nky│\n---\n", "ký", "---\nký:\n  chức vụ: $1\n  họ tên: $2\n---\n"),
        ("---\nkiểm│\n---\n", "kiểm tra", "---\nkiểm tra:\n  \n---\n"),
        ("---\nkết l│\n---\n", "kết luận", "---\nkết luận:\n  - \n---\n"),
        ("---\nký:\n  │\n---\n", "họ tên", "---\nký:\n  họ tên: \n---\n"),
        ("---\nký: {│\n---\n", "họ tên", "---\nký: {họ tên: \n---\n"),
        ("---\nđộ khẩn:│\n---\n", "hỏa tốc", "---\nđộ khẩn: hỏa tốc\n---\n"),
        ("---\nđộ mật: t│ối\n---\n", "tuyệt mật", "---\nđộ mật: tuyệt mật\n---\n"),
        ("---\nthể thức: n│\n", "nhà nước", "---\nthể thức: nhà nước\n"),
        (
            "---\ncuộc họp:\n  dự họp:\n    -│\n",
            "Nông Thị Quyên",
            "---\ncuộc họp:\n  dự họp:\n    - Nông Thị Quyên\n",
        ),
    ] {
        assert_eq!(chosen(&mut editor, marked, label), wanted, "{marked}");
    }
}

#[test]
fn values_are_offered_where_they_belong() {
    let mut editor = editor();
    let people = ["Hoàng Hữu Khôi", "Nông Thị Quyên"];
    for (marked, wanted, other) in [
        ("độ khẩn: │", &["khẩn", "thượng khẩn", "hỏa tốc"][..], "mật"),
        ("kiểm tra:\n  number-gap: │", &["lỗi", "cảnh báo", "lưu ý", "tắt"], "khẩn"),
        ("kiểm tra:\n  │", &["number-gap", "district-body"], "unknown-field"),
        ("ký:\n  họ tên: │", &people, "khẩn"),
        ("ký: {họ tên: │", &people, "khẩn"),
        ("cuộc họp:\n  chủ trì: │", &people, "khẩn"),
        ("cuộc họp: {dự họp: [│", &people, "khẩn"),
        ("cuộc họp:\n  dự họp:\n  - │", &["Hoàng Hữu Khôi", "họ tên", "chức vụ"], "số"),
        ("kính gửi: [│", &["Đảng ủy xã Lục Bình", "Thường trực Huyện ủy"], "khẩn"),
        ("nơi nhận:\n  - │", &["Lưu Văn phòng"], "khẩn"),
        ("ký:\n  quyền hạn: │", &["T/M", "K/T", "T/L", "Q."], "TM."),
        ("thể thức: nhà nước\nký:\n  quyền hạn: │", &["TM.", "KT.", "TUQ."], "T/M"),
        ("trình bày:\n  chức vụ in đậm: │", &["có", "không"], "true"),
        ("mẫu: │", &["giấy mời", "thông báo kết luận", "giấy khen"], "khẩn"),
        ("mẫu: giấy khen\n│", &["thành tích", "số"], "danh bạ"),
        ("theo mẫu:\n  │", &["giấy khen", "giấy mời"], "số"),
        ("theo mẫu:\n  giấy khen:\n    │", &["thành tích", "trích yếu"], "danh bạ"),
        ("ngày ký: │", &["05/6/2023"], "khẩn"),
    ] {
        let items = offered(&mut editor, &format!("---\n{marked}\ntrích yếu: a\n---\n"));
        let labels = labels(&items);
        for one in wanted {
            assert!(labels.contains(one), "{marked}: {one} is none of {labels:?}");
        }
        assert!(!labels.contains(&other), "{marked}: {labels:?}");
    }
}

#[test]
fn broken_yaml_is_completed_all_the_same() {
    let mut editor = editor();
    for broken in
        ["ký: {họ tên: A", "x: [", "a: b: c", "\"", "\tsố: 1", "nơi nhận:\n- a\n b", "%"]
    {
        let items = offered(&mut editor, &format!("---\n{broken}\nđộ│\n---\n\nMột.\n"));
        assert!(labels(&items).contains(&"độ khẩn"), "{broken}: {:?}", labels(&items));
    }
    let unclosed = offered(&mut editor, "---\nsố: 1\nđộ khẩn: │");
    assert!(labels(&unclosed).contains(&"khẩn"));
}

#[test]
fn templates_and_people_come_with_what_they_are() {
    let mut editor = editor();
    let items = offered(&mut editor, "---\nmẫu: │\n---\n");
    let own = items.iter().find(|item| item["label"] == "giấy khen").unwrap();
    assert_eq!(own["documentation"]["value"], "Giấy khen của xã.");
    let items = offered(&mut editor, "---\nký:\n  họ tên: │\n---\n");
    assert_eq!(items[0]["detail"], "Bí thư Đảng ủy, Trưởng Ban Chỉ đạo");
}

#[test]
fn defaults_are_completed_as_defaults() {
    let mut editor = Editor::open(&[]);
    let list = editor.about("textDocument/completion", "vanban.yaml", "số: 1\n│");
    let items = list["items"].as_array().unwrap();
    assert!(labels(items).contains(&"danh bạ"), "{:?}", labels(items));
    let marked = "danh bạ:\n  - họ tên: A\n    │";
    let list = editor.about("textDocument/completion", "vanban.yaml", marked);
    let items = list["items"].as_array().unwrap();
    assert_eq!(labels(items).first(), Some(&"chức vụ"), "{:?}", labels(items));
}

#[test]
fn nothing_is_offered_within_prose() {
    let mut editor = editor();
    for marked in [
        notice("Một │"),
        notice("Một: │"),
        FRONT.replace("trích yếu", "mở đầu: |\n  Một: │\ntrích yếu"),
        FRONT.replace("trích yếu", "# số: │\ntrích yếu"),
        "│".to_owned(),
        "# Dự án\n\n- │".to_owned(),
    ] {
        assert!(offered(&mut editor, &marked).is_empty(), "{marked}");
    }
}
