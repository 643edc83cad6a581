//! Help under the pointer, and the outline.

use serde_json::{Value, json};

use super::client::Editor;
use crate::support::{notice, read};

/// What is said of the place of `│`.
fn help(editor: &mut Editor, name: &str, marked: &str) -> String {
    let found = editor.about("textDocument/hover", name, marked);
    found["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn fields_people_and_templates_are_explained() {
    let office = "danh bạ: [{họ tên: Nông Thị Quyên, chức vụ: Phó Bí thư}]\n";
    let mut editor = Editor::open(&[("vanban.yaml", office)]);
    for (marked, wanted) in [
        ("trích│ yếu: a", "HD 05-HD/VPTW, 5.1.1"),
        ("Trich_Y│eu: a", "Trích yếu nội dung"),
        ("ký: {quyền│ hạn: a}", "ký trực tiếp thì bỏ mục này"),
        ("độ│ khẩn: khẩn", "`thượng khẩn`"),
        ("cuộc họp:\n  chủ trì: Nông Thị│ Quyên", "Phó Bí thư"),
        ("mẫu: giấy│ mời", "Giấy mời dự họp"),
        ("mẫu: giấy mời\nkết│ luận: []", "tự đánh số"),
    ] {
        let help = help(&mut editor, "tb.md", &format!("---\n{marked}\n---\n"));
        assert!(help.contains(wanted), "{marked}: {help}");
    }
    assert_eq!(help(&mut editor, "tb.md", &notice("Mộ│t.")), "");
    let help = help(&mut editor, "vanban.yaml", "danh│ bạ: []\n");
    assert!(help.contains("Những người"), "{help}");
}

#[test]
fn a_broken_rule_is_explained_at_its_place() {
    let marked = notice("1. Một.\n\n│3. Hai.");
    let mut editor = Editor::open(&[]);
    let (place, text) = editor.place("tb.md", &marked);
    editor.opens("tb.md", &text);
    assert_eq!(editor.problems("tb.md", 1).len(), 1);
    let found = editor.ask("textDocument/hover", &place);
    let help = found["contents"]["value"].as_str().unwrap();
    assert!(help.starts_with("number-gap (cảnh báo): Đánh số"), "{help}");
    assert!(help.contains("```text\n1."), "{help}");
    assert_eq!(help.matches("```").count() % 2, 0, "{help}");
    assert_eq!(found["range"]["start"]["line"], 15);
}

/// The names in an outline, set in by their depth; each lies in what it belongs to.
fn names(symbols: &Value, depth: usize, found: &mut Vec<String>) {
    for symbol in symbols.as_array().unwrap() {
        found.push(format!("{}{}", "  ".repeat(depth), symbol["name"].as_str().unwrap()));
        let place = |place: &Value| (place["line"].as_u64(), place["character"].as_u64());
        let (own, whole) = (&symbol["selectionRange"], &symbol["range"]);
        assert!(place(&whole["start"]) <= place(&own["start"]), "{symbol}");
        assert!(place(&own["end"]) <= place(&whole["end"]), "{symbol}");
        names(&symbol["children"], depth + 1, found);
    }
}

fn outline(editor: &mut Editor, name: &str, text: &str) -> Vec<String> {
    editor.opens(name, text);
    let uri = editor.uri(name);
    let whole = json!({ "textDocument": { "uri": uri } });
    let symbols = editor.ask("textDocument/documentSymbol", &whole);
    let mut found = Vec::new();
    names(&symbols, 0, &mut found);
    found
}

#[test]
fn the_outline_has_fields_and_numbered_items() {
    let mut editor = Editor::open(&[]);
    let text = "---\nsố: 1\nký:\n  họ tên: A\nkính gửi: [B]\n---\n\nMở đầu:\n\n# I. Một\n\n1. Hai\n\na) \
                Ba\n\n- Bốn\n\n# II. Năm\n";
    let wanted = [
        "Phần khai báo",
        "  số",
        "  ký",
        "    họ tên",
        "  kính gửi",
        "I. Một",
        "  1. Hai",
        "    a) Ba",
        "II. Năm",
    ];
    assert_eq!(outline(&mut editor, "tb.md", text), wanted);
    // While the fields are broken, too.
    let broken = text.replace("kính gửi: [B]", "kính gửi: [B");
    assert_eq!(outline(&mut editor, "b.md", &broken), wanted);
    let office = "số: 1\ndanh bạ:\n  - họ tên: A\n    chức vụ: B\n";
    let wanted = ["số", "danh bạ", "  họ tên", "  chức vụ"];
    assert_eq!(outline(&mut editor, "vanban.yaml", office), wanted);
}

#[test]
fn the_outline_of_an_example_is_whole() {
    let mut editor = Editor::open(&[]);
    let found = outline(&mut editor, "tb.md", &read("examples/thong-bao-2023-06.md"));
    assert!(found.len() > 30, "{found:#?}");
}
