//! An editor that talks to the program over its standard input and output.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Longer than anything takes on a busy machine.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// What the editor can do, besides the units of its columns.
pub(super) fn abilities(encodings: &[&str]) -> Value {
    json!({
        "general": { "positionEncodings": encodings },
        "textDocument": {
            "completion": { "completionItem": { "snippetSupport": true } },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
        },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
    })
}

/// An editor with a folder.
pub(super) struct Editor {
    pub(super) folder: tempfile::TempDir,
    child: Child,
    stdin: Option<ChildStdin>,
    heard: Receiver<Value>,
    /// What was heard and not asked for yet.
    kept: Vec<Value>,
    next: i64,
}

impl Editor {
    /// One that counts columns in UTF-16, with files in its folder.
    pub(super) fn open(files: &[(&str, &str)]) -> Self {
        let mut editor = Self::start(files, &["lsp"]);
        editor.introduce(&["utf-16"]);
        editor
    }

    /// One that has said nothing yet.
    pub(super) fn start(files: &[(&str, &str)], arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_vanban"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (say, heard) = channel();
        thread::spawn(move || {
            while let Some(message) = message(&mut stdout) {
                let _ = say.send(message);
            }
        });
        let stdin = child.stdin.take();
        Self { folder, child, stdin, heard, kept: Vec::new(), next: 1 }
    }

    /// Says what the editor can do; what the program can.
    pub(super) fn introduce(&mut self, encodings: &[&str]) -> Value {
        let parameters = json!({ "capabilities": abilities(encodings) });
        let answer = self.ask("initialize", &parameters);
        self.tell("initialized", &json!({}));
        answer
    }

    /// Sends some bytes.
    pub(super) fn send(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().unwrap();
        stdin.write_all(bytes).and_then(|()| stdin.flush()).unwrap();
    }

    fn message(&mut self, message: &Value) {
        let text = message.to_string();
        self.send(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    /// Says something that has no answer.
    pub(super) fn tell(&mut self, method: &str, parameters: &Value) {
        let note = json!({ "jsonrpc": "2.0", "method": method, "params": parameters });
        self.message(&note);
    }

    /// Asks something; the whole response.
    pub(super) fn response(&mut self, method: &str, parameters: &Value) -> Value {
        let id = self.next;
        self.next += 1;
        let question =
            json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": parameters });
        self.message(&question);
        self.hear(|message| message["id"] == id && message.get("method").is_none())
    }

    /// Asks something that has an answer.
    pub(super) fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        let response = self.response(method, parameters);
        assert!(response.get("error").is_none(), "{method}: {response}");
        response["result"].clone()
    }

    /// The next message that is as wanted; the others are kept.
    #[track_caller]
    pub(super) fn hear(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&wanted) {
            return self.kept.remove(at);
        }
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let message = self.heard.recv_timeout(left).expect("the program answers");
            if wanted(&message) {
                return message;
            }
            self.kept.push(message);
        }
    }

    /// Hears that these problems are told of a file, and of no others.
    #[track_caller]
    pub(super) fn hears(&mut self, name: &str, wanted: &[&str]) {
        let uri = self.uri(name);
        self.hear(|message| {
            let told = &message["params"];
            let all = told["diagnostics"].as_array();
            told["uri"] == uri && all.is_some_and(|all| codes(all) == wanted)
        });
        self.kept.clear();
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        fs::canonicalize(self.folder.path()).unwrap().join(name)
    }

    pub(super) fn uri(&self, name: &str) -> String {
        uri(&self.path(name))
    }

    /// Opens a file with a text.
    pub(super) fn opens(&mut self, name: &str, text: &str) {
        let document = json!({
            "uri": self.uri(name), "languageId": "markdown", "version": 1, "text": text,
        });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Types: the file has another text.
    pub(super) fn types(&mut self, name: &str, version: i64, text: &str) {
        let document = json!({ "uri": self.uri(name), "version": version });
        let changes = json!([{ "text": text }]);
        self.tell(
            "textDocument/didChange",
            &json!({ "textDocument": document, "contentChanges": changes }),
        );
    }

    /// What is said of a version of a file.
    #[track_caller]
    pub(super) fn problems(&mut self, name: &str, version: i64) -> Vec<Value> {
        let uri = self.uri(name);
        let told = self.hear(|message| {
            let told = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && told["uri"] == uri
                && told["version"] == version
        });
        told["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// The parameters for a place that is marked by `│` in a text, and the text without it.
    pub(super) fn place(&self, name: &str, marked: &str) -> (Value, String) {
        let before = marked.split('│').next().unwrap();
        let line = before.matches('\n').count();
        let character = before.rsplit('\n').next().unwrap().encode_utf16().count();
        let place = json!({
            "textDocument": { "uri": self.uri(name) },
            "position": { "line": line, "character": character },
        });
        (place, marked.replace('│', ""))
    }

    /// Opens a text with a marked place and asks about it.
    pub(super) fn about(&mut self, method: &str, name: &str, marked: &str) -> Value {
        let (place, text) = self.place(name, marked);
        self.opens(name, &text);
        self.ask(method, &place)
    }

    /// Closes the input; how the program ends.
    pub(super) fn leave(mut self) -> Option<i32> {
        self.stdin = None;
        self.ends()
    }

    /// How the program ends.
    pub(super) fn ends(&mut self) -> Option<i32> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            assert!(Instant::now() < end, "the program ends");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The next message in a stream.
fn message(from: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some((_, number)) => length = number.parse().unwrap(),
            None => break,
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).unwrap())
}

/// The address of a file as VS Code writes it.
pub(super) fn uri(path: &Path) -> String {
    let mut uri = "file://".to_owned();
    for byte in path.to_str().unwrap().bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// A text after the edits of it in an answer, whose columns are counted in UTF-16.
pub(super) fn edited(text: &str, edits: &Value) -> String {
    let offset = |place: &Value| {
        let (line, column) = (place["line"].as_u64().unwrap(), &place["character"]);
        let column = usize::try_from(column.as_u64().unwrap()).unwrap();
        let starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let start = starts.take(usize::try_from(line).unwrap() + 1).last().unwrap();
        let mut units = 0;
        let within = text[start..].char_indices().find(|(_, c)| {
            units += c.len_utf16();
            units > column
        });
        within.map_or(text.len(), |(at, _)| start + at)
    };
    let mut all: Vec<(usize, usize, &str)> = edits
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            let new = edit["newText"].as_str().unwrap();
            (offset(&range["start"]), offset(&range["end"]), new)
        })
        .collect();
    all.sort_unstable();
    let mut edited = text.to_owned();
    for (start, end, new) in all.into_iter().rev() {
        edited.replace_range(start..end, new);
    }
    edited
}

/// The codes of problems.
pub(super) fn codes(problems: &[Value]) -> Vec<&str> {
    problems.iter().map(|one| one["code"].as_str().unwrap()).collect()
}
