//! Repairs: each makes what it mends go away, and changes nothing else.

use serde_json::{Value, json};

use super::client::{Editor, codes, edited};
use crate::fix::{WRONG, fixed};
use crate::support::notice;

/// The actions for a problem of a version of a file.
fn actions(
    editor: &mut Editor,
    name: &str,
    problem: &Value,
    only: Option<&str>,
) -> Vec<Value> {
    let uri = editor.uri(name);
    let mut context = json!({ "diagnostics": [problem] });
    if let Some(only) = only {
        context["only"] = json!([only]);
    }
    let range = &problem["range"];
    let asked =
        json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
    let offered = editor.ask("textDocument/codeAction", &asked);
    offered.as_array().cloned().unwrap_or_default()
}

/// The text after an action.
#[track_caller]
fn done(editor: &Editor, name: &str, version: i64, text: &str, action: &Value) -> String {
    let changes = action["edit"]["documentChanges"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "{action}");
    assert_eq!(changes[0]["textDocument"]["uri"], editor.uri(name));
    assert_eq!(changes[0]["textDocument"]["version"], version);
    edited(text, &changes[0]["edits"])
}

#[track_caller]
fn find<'a>(all: &'a [Value], code: &str) -> &'a Value {
    all.iter()
        .find(|one| one["code"] == code)
        .unwrap_or_else(|| panic!("{code}: {all:?}"))
}

/// A document with three mistakes of form, letters and accents apart before one of them.
fn wrong() -> String {
    WRONG.replace("trích yếu", "tri\u{301}ch ye\u{302}\u{301}u").replace('\n', "\r\n")
}

#[test]
fn a_quick_fix_mends_one_problem() {
    let mut editor = Editor::open(&[]);
    let mut text = wrong();
    editor.opens("tb.md", &text);
    let mut problems = editor.problems("tb.md", 1);
    for (version, code) in
        (1..).zip(["symbol-form", "subject-small", "not-composed", "end-mark-missing"])
    {
        let before = problems.len();
        let problem = find(&problems, code);
        let offered = actions(&mut editor, "tb.md", problem, Some("quickfix"));
        let fix = offered.iter().find(|action| action["isPreferred"] == true).unwrap();
        assert_eq!(fix["diagnostics"][0], *problem);
        assert!(fix["title"].as_str().unwrap().starts_with("Sửa: "), "{fix}");
        text = done(&editor, "tb.md", version, &text, fix);
        editor.types("tb.md", version + 1, &text);
        problems = editor.problems("tb.md", version + 1);
        assert_eq!(problems.len(), before - 1, "{problems:?}");
    }
    assert_eq!(text, fixed(&wrong()));
}

#[test]
fn what_is_saved_right_behind_the_last_letter_is_mended() {
    let mut editor = Editor::open(&[]);
    let problem = json!({ "range": {
        "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 },
    }});
    editor.opens("tb.md", &wrong());
    for version in 2..6 {
        let text = wrong().replace("Một", &"Một ".repeat(version));
        let version = i64::try_from(version).unwrap();
        editor.types("tb.md", version, &text);
        let all = actions(&mut editor, "tb.md", &problem, Some("source.fixAll"));
        assert_eq!(done(&editor, "tb.md", version, &text, &all[0]), fixed(&text));
    }
    // What is no more a document has nothing to be mended, and nobody waits for it.
    editor.types("tb.md", 6, "# Khác");
    assert!(actions(&mut editor, "tb.md", &problem, None).is_empty());
}

#[test]
fn all_is_mended_as_the_program_itself_mends_it() {
    let mut editor = Editor::open(&[]);
    let text = wrong();
    editor.opens("tb.md", &text);
    let problems = editor.problems("tb.md", 1);
    let all = actions(&mut editor, "tb.md", &problems[0], Some("source.fixAll"));
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(all[0]["kind"], "source.fixAll.vanban");
    assert_eq!(done(&editor, "tb.md", 1, &text, &all[0]), fixed(&text));
    // Without being asked for, it stands beside the fix of a single problem.
    let offered = actions(&mut editor, "tb.md", &problems[0], None);
    assert!(offered.iter().all(|action| action["kind"] == "quickfix"), "{offered:?}");
    let titled = |title: &str| offered.iter().find(|action| action["title"] == title);
    let fix = titled("Sửa mọi chỗ sửa được trong văn bản").unwrap();
    assert_eq!(done(&editor, "tb.md", 1, &text, fix), fixed(&text));
}

#[test]
fn a_fix_of_the_defaults_goes_into_their_file() {
    let symbol = "ký hiệu: 'TB/UBND'  # ký hiệu\n";
    let text = WRONG.replace(symbol, "");
    let mut editor = Editor::open(&[("vanban.yaml", symbol)]);
    editor.opens("tb.md", &text);
    editor.problems("tb.md", 1);
    let uri = editor.uri("vanban.yaml");
    let range = json!({
        "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 },
    });
    let document = json!({ "uri": editor.uri("tb.md") });
    let asked = json!({
        "textDocument": document, "range": range, "context": { "diagnostics": [] },
    });
    let offered = editor.ask("textDocument/codeAction", &asked);
    assert!(!offered.to_string().contains(&uri), "{offered}");
    // What was told of the defaults is mended and explained there.
    editor.opens("vanban.yaml", symbol);
    editor.hears("tb.md", &["subject-small", "end-mark-missing"]);
    let asked = json!({
        "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] },
    });
    let offered = editor.ask("textDocument/codeAction", &asked);
    let offered = offered.as_array().unwrap();
    assert_eq!(offered.len(), 2, "{offered:?}");
    let mended = done(&editor, "vanban.yaml", 1, symbol, &offered[0]);
    assert_eq!(mended, symbol.replace('/', "-"));
    let silenced = done(&editor, "vanban.yaml", 1, symbol, &offered[1]);
    assert_eq!(silenced, format!("# vanban: bỏ qua symbol-form\n{symbol}"));
    let place = json!({ "line": 0, "character": 12 });
    let place = json!({ "textDocument": { "uri": uri }, "position": place });
    let help = editor.ask("textDocument/hover", &place);
    assert!(help.to_string().contains("symbol-form (cảnh báo)"), "{help}");
    // It has another text now.
    editor.types("vanban.yaml", 2, "địa danh: Lục Bình\n");
    assert_eq!(editor.ask("textDocument/codeAction", &asked), json!([]));
}

#[test]
fn a_rule_is_silenced_where_it_was_broken() {
    let mut editor = Editor::open(&[]);
    let front = |fields: &str| {
        notice("Một.").replace("trích yếu:", &format!("{fields}\ntrích yếu:"))
    };
    let mut tried = 0;
    for (number, text) in [
        notice("1. Một.\n\n3. Hai."),
        notice("1. Một.\n\n3. Hai.").replace('\n', "\r\n"),
        notice("1. Một.\n2. Hai.\n4. Ba."),
        notice("| A | B |\n|---|---|\n| thưc hiện | b |\n\nMột."),
        notice("- Một\n  - thưc hiện\n\nHai."),
        front("mở đầu: |\n  Một.\n\n  Các thôn thưc hiện."),
        front("mở đầu: Các thôn\n  thưc hiện."),
        front("phụ lục: [\n  {tiêu đề: A,\n   nội dung: thưc hiện}]"),
        front("căn cứ:\n- Một\n- thưc hiện"),
        front("căn cứ: [thưc hiện]"),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("tb{number}.md");
        editor.opens(&name, &text);
        let problems = editor.problems(&name, 1);
        let code = if text.contains("thưc") { "spelling" } else { "number-gap" };
        let found = problems.iter().find(|one| {
            one["code"] == "number-gap" || one["message"].to_string().contains("thưc")
        });
        let problem = found.unwrap_or_else(|| panic!("{code}: {text} {problems:?}"));
        let title =
            format!("Bỏ qua quy tắc `{}` ở đây", problem["code"].as_str().unwrap());
        let offered = actions(&mut editor, &name, problem, Some("quickfix"));
        let silence = offered.iter().find(|action| action["title"] == title);
        let silence = silence.unwrap_or_else(|| panic!("{text} {offered:?}"));
        let silenced = done(&editor, &name, 1, &text, silence);
        assert!(silenced.contains("vanban: bỏ qua "), "{silenced}");
        editor.types(&name, 2, &silenced);
        let left = editor.problems(&name, 2);
        assert!(!codes(&left).contains(&"silencer-idle"), "{silenced} {left:?}");
        assert_eq!(left.len(), problems.len() - 1, "{silenced}\n{problems:?}\n{left:?}");
        tried += 1;
    }
    assert_eq!(tried, 10);
}

#[test]
fn an_error_is_not_silenced() {
    let mut editor = Editor::open(&[]);
    let text = notice("Một.").replace("địa danh", "địa dan");
    editor.opens("tb.md", &text);
    let problems = editor.problems("tb.md", 1);
    let offered = actions(&mut editor, "tb.md", find(&problems, "unknown-field"), None);
    let titles: Vec<_> = offered.iter().map(|action| action["title"].as_str()).collect();
    assert!(!titles.iter().flatten().any(|title| title.contains("Bỏ qua")), "{titles:?}");
}
