//! The conversation itself: its beginning, its end, and what is no part of it.

use std::process::Command;

use serde_json::json;

use super::client::Editor;
use crate::support::notice;

#[test]
fn the_program_says_what_it_can_and_takes_its_leave() {
    let mut editor = Editor::start(&[], &["lsp", "--stdio"]);
    let early = editor.response("textDocument/hover", &json!({}));
    assert_eq!(early["error"]["code"], -32002, "{early}");
    let can = editor.introduce(&["utf-16", "utf-8"]);
    assert_eq!(can["capabilities"]["positionEncoding"], "utf-8");
    assert_eq!(can["capabilities"]["hoverProvider"], true);
    let again = editor.response("initialize", &json!({ "capabilities": {} }));
    assert_eq!(again["error"]["code"], -32600, "{again}");
    assert!(editor.ask("shutdown", &json!(null)).is_null());
    let late = editor.response("textDocument/hover", &json!({}));
    assert_eq!(late["error"]["code"], -32600, "{late}");
    editor.tell("exit", &json!(null));
    assert_eq!(editor.ends(), Some(0));
}

#[test]
fn without_a_leave_the_program_ends_as_a_failure() {
    let mut editor = Editor::open(&[]);
    editor.tell("exit", &json!(null));
    assert_eq!(editor.ends(), Some(1));
    let editor = Editor::open(&[]);
    assert_eq!(editor.leave(), Some(1));
    let mut editor = Editor::open(&[]);
    editor.ask("shutdown", &json!(null));
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn what_is_no_question_is_refused_and_the_next_one_answered() {
    let mut editor = Editor::open(&[]);
    let text = notice("Một.");
    editor.opens("tb.md", &text);
    for (method, parameters, code) in [
        ("textDocument/rename", json!({}), -32601),
        ("không có", json!(null), -32601),
        ("textDocument/hover", json!([1, 2]), -32602),
        ("textDocument/hover", json!({ "textDocument": { "uri": 5 } }), -32602),
        ("textDocument/codeAction", json!({ "position": {} }), -32602),
    ] {
        let response = editor.response(method, &parameters);
        assert_eq!(response["error"]["code"], code, "{response}");
    }
    for note in ["textDocument/didOpen", "textDocument/didChange", "$/setTrace", "x"] {
        editor.tell(note, &json!({ "textDocument": 7 }));
    }
    for bytes in [
        "Content-Length: 3\r\n\r\n{]}",
        "Content-Length: 8\r\n\r\n{\"id\":1}",
        "Content-Length: ba\r\n\r\n",
        "\u{0}\u{1}\r\n\r\n",
    ] {
        editor.send(bytes.as_bytes());
    }
    let refused = editor.hear(|message| message["error"]["code"] == -32700);
    assert!(refused["id"].is_null());
    editor.hear(|message| message["error"]["code"] == -32600 && message["id"] == 1);
    for uri in ["untitled:Untitled-1", "file:///không/có.md", "", "%"] {
        let place = json!({ "line": 4_000_000_000_u32, "character": 4_000_000_000_u32 });
        let place = json!({ "textDocument": { "uri": uri }, "position": place });
        assert!(editor.ask("textDocument/hover", &place).is_null(), "{uri}");
    }
    let place = json!({ "line": 4_000_000_000_u32, "character": 4_000_000_000_u32 });
    let place =
        json!({ "textDocument": { "uri": editor.uri("tb.md") }, "position": place });
    for method in ["hover", "completion", "definition"] {
        editor.ask(&format!("textDocument/{method}"), &place);
    }
    assert_eq!(editor.problems("tb.md", 1).len(), 0);
}

#[test]
fn the_help_names_the_command() {
    let output = Command::new(env!("CARGO_BIN_EXE_vanban"))
        .args(["soan-thao", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(help.contains("vanban lsp"), "{help}");
    assert!(!help.contains("--stdio"), "{help}");
}
