//! Where values come from.

use serde_json::Value;

use super::client::Editor;

const OFFICE: &str = "\
mẫu: giấy mời
địa danh: Lục Bình
ký:
  chức vụ: Bí thư
  họ tên: Hoàng Hữu Khôi
danh bạ:
  - họ tên: Nông Thị Quyên
    chức vụ: Phó Bí thư
  - {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}
";

/// Where what stands at the place of `│` comes from: the file's name, line and column.
fn places(editor: &mut Editor, name: &str, marked: &str) -> Vec<(String, u64, u64)> {
    let found = editor.about("textDocument/definition", name, marked);
    let place = |one: &Value| {
        let start = &one["range"]["start"];
        let name = one["uri"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        (name, start["line"].as_u64().unwrap(), start["character"].as_u64().unwrap())
    };
    found.as_array().map(|all| all.iter().map(place).collect()).unwrap_or_default()
}

#[test]
fn values_lead_to_their_place_in_the_defaults() {
    let mut editor = Editor::open(&[("vanban.yaml", OFFICE)]);
    let office = |line, column| vec![("vanban.yaml".to_owned(), line, column)];
    for (marked, wanted) in [
        ("cuộc họp: {chủ trì: Nông Thị Q│uyên}", office(6, 12)),
        ("cuộc họp:\n  dự họp:\n    - hoàng hữu│ khôi", office(8, 13)),
        ("địa d│anh: ", office(1, 10)),
        ("địa danh: Bạch │Thông", office(1, 10)),
        ("mẫu: giấy │mời", office(0, 5)),
        ("số: 1│2", Vec::new()),
        ("│", Vec::new()),
    ] {
        let text = format!("---\n{marked}\ntrích yếu: a\n---\n");
        assert_eq!(places(&mut editor, "tb.md", &text), wanted, "{marked}");
    }
    let own = OFFICE.replace("ký:\n", "cuộc họp: {chủ trì: Nông Thị Quyên│}\nký:\n");
    assert_eq!(places(&mut editor, "vanban.yaml", &own), office(7, 12));
}

#[test]
fn names_of_templates_lead_to_their_files() {
    let mut editor = Editor::open(&[
        ("mẫu/giay-moi/main.typ.j2", "{% extends \"co-san/giay-moi/main.typ.j2\" %}"),
        ("phu-luc/dm.md", "Một.\n"),
    ]);
    let main = ("main.typ.j2".to_owned(), 0, 0);
    for marked in
        ["mẫu: giấy│ mời", "mẫu: \"giấy mời@1│\"", "theo mẫu:\n  giấy mời│:\n    số: 1"]
    {
        let text = format!("---\n{marked}\ntrích yếu: a\n---\n");
        assert_eq!(
            places(&mut editor, "tb.md", &text),
            std::slice::from_ref(&main),
            "{marked}"
        );
    }
    // What is built in has no file.
    assert!(places(&mut editor, "tb.md", "---\nmẫu: tờ│ trình\n---\n").is_empty());
    let text = "---\nphụ lục:\n  - tiêu đề: A\n    tệp: phu-luc/d│m.md\n---\n";
    assert_eq!(places(&mut editor, "tb.md", text), [("dm.md".to_owned(), 0, 0)]);
}
