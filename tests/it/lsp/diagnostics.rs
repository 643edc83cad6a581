//! Problems as they arise: those of `vanban check`, at their places, of the newest version.

use std::fs;
use std::time::Duration;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::client::{Editor, codes};
use crate::cli::vanban;
use crate::guests::program::WITHOUT_END;
use crate::guests::{MANIFEST, document, template};
use crate::support::notice;

/// A notice with mistakes in its fields and in its text.
fn mistaken() -> String {
    let text = notice("1. Giao thôn Cao Lộc thưc hiện 😀.\n\n3. Các thôn báo cáo;.");
    text.replace("địa danh: Lục Bình", "địa dan: Lu\u{323}c Bi\u{300}nh")
}

/// What `vanban check` says of a file: rule, severity, line and column from 0, the column in
/// UTF-16, and the same of the end.
fn checked(editor: &Editor, name: &str) -> Vec<Value> {
    let output = vanban(&editor.path(""), &["check", "--format", "json", name]);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = fs::read_to_string(editor.path(name)).unwrap();
    let place = |at: &Value| {
        let offset = usize::try_from(at["offset"].as_u64().unwrap()).unwrap();
        let before = &text[..offset];
        let column = before.rsplit('\n').next().unwrap().encode_utf16().count();
        json!({ "line": before.matches('\n').count(), "character": column })
    };
    let said = said.as_array().unwrap().iter().filter(|one| one["file"] == name);
    let said = said.map(|one| {
        let range = &one["range"];
        json!([one["rule"], place(&range["start"]), place(&range["end"])])
    });
    said.collect()
}

fn told(problems: &[Value]) -> Vec<Value> {
    let one =
        |one: &Value| json!([one["code"], one["range"]["start"], one["range"]["end"]]);
    problems.iter().map(one).collect()
}

#[test]
fn problems_are_those_of_check_at_their_places() {
    let text = mistaken();
    let mut editor = Editor::open(&[("thư mục/tb.md", &text), ("tb.md", &text)]);
    for name in ["tb.md", "thư mục/tb.md"] {
        editor.opens(name, &text);
        let problems = editor.problems(name, 1);
        assert_eq!(told(&problems), checked(&editor, name));
        assert!(problems.len() > 2, "{problems:?}");
        let unknown = problems.iter().find(|one| one["code"] == "unknown-field").unwrap();
        assert_eq!(unknown["severity"], 1);
        assert_eq!(unknown["source"], "vanban");
        let message = unknown["message"].as_str().unwrap();
        assert!(
            message.contains("địa dan") && message.contains("\nCách sửa: "),
            "{message}"
        );
    }
}

#[test]
fn columns_are_counted_in_the_units_agreed_on() {
    let text = notice("😀 so\u{302}\u{301} tờ 😀 thưc hiện.");
    for (units, before) in [("utf-8", "😀 so\u{302}\u{301} tờ 😀 ".len()), ("utf-16", 14)]
    {
        let mut editor = Editor::start(&[], &["lsp"]);
        let can = editor.introduce(&[units]);
        assert_eq!(can["capabilities"]["positionEncoding"], units);
        editor.opens("tb.md", &text);
        let problems = editor.problems("tb.md", 1);
        let found =
            problems.iter().find(|one| one["message"].to_string().contains("thưc"));
        let start = &found.unwrap()["range"]["start"];
        assert_eq!(start["character"], before, "{units} {problems:?}");
    }
}

#[test]
fn what_is_mended_is_no_more_told() {
    let mut editor = Editor::open(&[]);
    let sound = notice("Các thôn báo cáo.");
    editor.opens("tb.md", &mistaken());
    assert!(!editor.problems("tb.md", 1).is_empty());
    editor.types("tb.md", 2, &sound);
    assert_eq!(codes(&editor.problems("tb.md", 2)), Vec::<&str>::new());
    // Of a burst only the last version counts.
    for version in 3..20 {
        editor.types("tb.md", version, &mistaken());
    }
    editor.types("tb.md", 20, &sound);
    assert_eq!(codes(&editor.problems("tb.md", 20)), Vec::<&str>::new());
}

#[test]
fn advice_is_a_hint_and_a_doubt_a_warning() {
    let mut editor = Editor::open(&[]);
    let text = notice("1. Một.\n\n3. Hai.")
        .replace("trích yếu", "kiểm tra: {number-gap: lưu ý}\ntrích yếu");
    editor.opens("tb.md", &text);
    let problems = editor.problems("tb.md", 1);
    let gap = problems.iter().find(|one| one["code"] == "number-gap").unwrap();
    assert_eq!(gap["severity"], 4);
    editor.types("tb.md", 2, &text.replace("lưu ý", "cảnh báo"));
    let problems = editor.problems("tb.md", 2);
    let gap = problems.iter().find(|one| one["code"] == "number-gap").unwrap();
    assert_eq!(gap["severity"], 2);
    let open = "---\nsố: 12\n\nCác thôn báo cáo.\n";
    editor.opens("b.md", open);
    let problems = editor.problems("b.md", 1);
    let unclosed = problems.iter().find(|one| one["code"] == "front-matter-unclosed");
    let related = &unclosed.unwrap()["relatedInformation"][0];
    assert_eq!(related["location"]["uri"], editor.uri("b.md"));
    assert_eq!(related["location"]["range"]["start"]["line"], 3);
}

#[test]
fn other_texts_are_left_alone() {
    let mut editor = Editor::open(&[]);
    for (name, text) in [
        ("README.md", "# Dự án\n\nthưc hiện\n"),
        ("bai.md", "---\ntitle: x\ntags: [a]\n---\n\nthưc hiện\n"),
        ("data.yaml", "a: 1\nsố: 2\n"),
        ("a.md", ""),
        ("b.md", "---\n"),
    ] {
        editor.opens(name, text);
        let place = json!({ "line": 0, "character": 0 });
        let uri = editor.uri(name);
        let place = json!({ "textDocument": { "uri": uri }, "position": place });
        for method in ["hover", "completion", "definition", "documentSymbol"] {
            let answer = editor.ask(&format!("textDocument/{method}"), &place);
            assert!(answer.is_null() || name == "b.md", "{name} {method}: {answer}");
        }
        assert!(editor.problems(name, 1).is_empty(), "{name}");
    }
}

#[test]
fn defaults_count_as_they_are_typed() {
    let whole = notice("Các thôn báo cáo.");
    let text = whole.replace("địa danh: Lục Bình\n", "");
    let mut editor =
        Editor::open(&[("vanban.yaml", "ngày nghỉ: []\n"), ("tb.md", &text)]);
    editor.opens("tb.md", &text);
    editor.hears("tb.md", &["missing-field"]);
    // Nothing of this is saved.
    editor.opens("vanban.yaml", "địa danh: Lục Bình\n");
    editor.hears("tb.md", &[]);
    editor.types("vanban.yaml", 2, "địa danh: Lục Bình\nđịa dan: x\n");
    editor.hears("vanban.yaml", &["unknown-field"]);
    let uri = editor.uri("vanban.yaml");
    editor.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
    editor.hears("tb.md", &["missing-field"]);
    // What is saved counts, too.
    fs::write(editor.path("vanban.yaml"), "địa danh: Lục Bình\n").unwrap();
    let changes = json!([{ "uri": uri, "type": 2 }]);
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": changes }));
    editor.hears("tb.md", &[]);
}

#[test]
fn problems_of_other_files_are_told_there() {
    let text = notice("Các thôn báo cáo.");
    let mut editor = Editor::open(&[("vanban.yaml", "địa dan: x\n"), ("tb.md", &text)]);
    editor.opens("tb.md", &text);
    let uri = editor.uri("vanban.yaml");
    let told = editor.hear(|message| message["params"]["uri"] == uri);
    assert_eq!(
        codes(told["params"]["diagnostics"].as_array().unwrap()),
        ["unknown-field"]
    );
    let document = editor.uri("tb.md");
    editor.tell("textDocument/didClose", &json!({ "textDocument": { "uri": document } }));
    let told = editor.hear(|message| message["params"]["uri"] == uri);
    assert_eq!(told["params"]["diagnostics"], json!([]));
}

#[test]
fn an_attachment_counts_as_it_is_typed() {
    let text = notice("Các thôn thực hiện theo Phụ lục kèm theo.")
        .replace("nơi nhận", "phụ lục: [{tiêu đề: Danh mục, tệp: dm.md}]\nnơi nhận");
    let mut editor = Editor::open(&[("dm.md", "Nhà văn hóa.\n"), ("tb.md", &text)]);
    editor.opens("tb.md", &text);
    assert!(editor.problems("tb.md", 1).is_empty());
    editor.opens("dm.md", "1. Một.\n\n3. Hai.\n");
    let uri = editor.uri("dm.md");
    let told = editor.hear(|message| {
        let problems = &message["params"]["diagnostics"];
        message["params"]["uri"] == uri
            && problems.as_array().is_some_and(|a| !a.is_empty())
    });
    assert_eq!(told["params"]["diagnostics"][0]["code"], "number-gap");
}

/// An office's template without end, and one with an end.
const MAIN: &str = "mẫu/thu/main.typ.j2";

fn office(code: &str) -> Vec<(&'static str, String)> {
    vec![("mẫu/thu/template.yaml", MANIFEST.to_owned()), (MAIN, template(code))]
}

#[test]
fn templates_that_never_end_do_not_end_the_program() {
    let files = office(WITHOUT_END);
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let mut editor = Editor::start(&files, &["lsp", "--template-seconds", "1"]);
    editor.introduce(&["utf-16"]);
    editor.opens("tb.md", &document("thử"));
    // It is answered in the meantime.
    let uri = editor.uri("tb.md");
    let whole = json!({ "textDocument": { "uri": uri } });
    assert!(editor.ask("textDocument/documentSymbol", &whole).is_array());
    assert!(codes(&editor.problems("tb.md", 1)).contains(&"template-stopped"));
    fs::write(editor.path(MAIN), template("")).unwrap();
    let changes = json!([{ "uri": editor.uri(MAIN), "type": 2 }]);
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": changes }));
    let found = editor.problems("tb.md", 1);
    assert!(!codes(&found).contains(&"template-stopped"), "{found:?}");
}

#[test]
fn a_check_that_takes_long_is_given_up_for_a_newer_version() {
    let files = office(WITHOUT_END);
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    // Nobody would wait for so long.
    let mut editor = Editor::start(&files, &["lsp", "--template-seconds", "9999"]);
    editor.introduce(&["utf-16"]);
    for version in 1..4 {
        editor.types("tb.md", version, &document("thử"));
        // The check of this version begins.
        std::thread::sleep(Duration::from_millis(500));
    }
    editor.opens(MAIN, &template(""));
    editor.types("tb.md", 4, &document("thử"));
    let found = editor.problems("tb.md", 4);
    assert!(!codes(&found).contains(&"template-stopped"), "{found:?}");
}

#[test]
fn pieces_of_a_text_may_be_replaced() {
    let mut editor = Editor::open(&[]);
    let text = notice("😀 Các thôn báo cáo.");
    editor.opens("tb.md", &text);
    assert_eq!(codes(&editor.problems("tb.md", 1)), ["glyph-missing"]);
    let range = json!({
        "start": { "line": 13, "character": 0 }, "end": { "line": 13, "character": 3 },
    });
    let document = json!({ "uri": editor.uri("tb.md"), "version": 2 });
    let changes = json!([{ "range": range, "text": "" }]);
    editor.tell(
        "textDocument/didChange",
        &json!({ "textDocument": document, "contentChanges": changes }),
    );
    assert!(editor.problems("tb.md", 2).is_empty());
}

/// An edit of a text: where, how much is taken out, what is put in.
type Edit = (prop::sample::Index, usize, String);

fn changed(text: &str, (at, taken, put): &Edit) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = at.index(letters.len() + 1);
    let end = (at + taken).min(letters.len());
    let put = put.chars();
    letters[..at]
        .iter()
        .copied()
        .chain(put)
        .chain(letters[end..].iter().copied())
        .collect()
}

/// Whatever is typed, what is told of it is what is told of the same text opened anew.
#[test]
fn random_edits_end_in_what_a_fresh_look_says() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    let config = ProptestConfig {
        cases: cases.unwrap_or(6),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let seed = prop::test_runner::TestRng::deterministic_rng(
        prop::test_runner::RngAlgorithm::ChaCha,
    );
    let mut runner = prop::test_runner::TestRunner::new_with_rng(config, seed);
    let bits = prop::sample::select(
        &[
            "",
            "\n",
            "---\n",
            "số: ",
            "ký:\n  ",
            "[",
            "{",
            "\"",
            "- ",
            "|",
            "😀",
            "o\u{302}\u{301}",
            "\r\n",
            "\r",
            "\t",
            "\u{0}",
            "# ",
            "1. ",
            ": ",
            "mẫu: x",
            "**",
            "|a|b|\n",
            "<!--",
        ][..],
    );
    let edit = (any::<prop::sample::Index>(), 0..40_usize, bits.prop_map(str::to_owned));
    let edits = prop::collection::vec(edit, 1..12);
    let ran = runner.run(&edits, |edits| {
        let mut editor = Editor::open(&[]);
        let (typed, fresh) = ("a.md", "b.md");
        let mut text = mistaken();
        editor.opens(typed, &text);
        let mut version = 1;
        for edit in &edits {
            text = changed(&text, edit);
            version += 1;
            editor.types(typed, version, &text);
            let place = json!({ "line": version, "character": version });
            let uri = editor.uri(typed);
            let place = json!({ "textDocument": { "uri": uri }, "position": place });
            for method in ["hover", "completion", "definition", "documentSymbol"] {
                editor.ask(&format!("textDocument/{method}"), &place);
            }
        }
        let found = editor.problems(typed, version);
        editor.opens(fresh, &text);
        let again = editor.problems(fresh, 1);
        prop_assert_eq!(told(&found), told(&again), "{}", text);
        Ok(())
    });
    ran.unwrap();
}
