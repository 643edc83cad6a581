//! Both READMEs tell the truth: each command in them is run, what is shown of its output is its
//! output, and the table of fields at the end of the Vietnamese one is made from the schema.
//! `UPDATE_EXPECT=1` writes that table and those outputs; read the difference before it is kept.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::cli::{stderr, vanban};
use crate::guide::arguments;
use crate::support::read;

const GUIDE: &str = "README.vi.md";

/// The heading of the table, which goes on to the end of the guide.
const TABLE: &str = "## Bảng các mục\n";

/// The groups of fields in the order of the table: the title of each, its name in the schema.
const GROUPS: [(&str, &str); 8] = [
    ("`cuộc họp`", "Meeting"),
    ("Một người: `chủ trì`, `thư ký`, `dự họp`, `vắng`", "PersonFields"),
    ("`kết luận`", "ConclusionFields"),
    ("`ký`, `xác nhận chữ ký`", "Signature"),
    ("`phụ lục`", "Appendix"),
    ("`sao`", "DocumentCopy"),
    ("`trình bày`: những gì quy định để ngỏ", "Presentation"),
    ("Chỉ trong `vanban.yaml`", ""),
];

fn schema(arguments: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let output = vanban(folder.path(), &[&["schema"], arguments].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Rows for the fields of a group: name, meaning, an example, whether it must be there.
fn rows(out: &mut String, group: &Value, left_out: &BTreeSet<&str>) {
    let names = |key: &str| {
        let names = group[key].as_array().into_iter().flatten();
        names.filter_map(Value::as_str).collect::<BTreeSet<_>>()
    };
    let needed = names("required");
    out.push_str("| mục | ý nghĩa | ví dụ | bắt buộc |\n|---|---|---|---|\n");
    for (name, field) in group["properties"].as_object().unwrap() {
        if left_out.contains(name.as_str()) {
            continue;
        }
        let meaning =
            field["description"].as_str().unwrap_or_default().replace('|', "\\|");
        let example = field["examples"].get(0).and_then(example).unwrap_or_default();
        let needed = if needed.contains(name.as_str()) { "có" } else { "" };
        writeln!(out, "| `{name}` | {meaning} | {example} | {needed} |").unwrap();
    }
}

/// An example that fits a cell of the table: a text, or a list as it is written on one line.
fn example(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let values: Option<Vec<&str>> = values.iter().map(Value::as_str).collect();
            let values =
                values.filter(|all| !all.iter().any(|one| one.contains([',', ':'])))?;
            format!("[{}]", values.join(", "))
        }
        _ => return None,
    };
    let fits = text.chars().count() < 70 && !text.contains(['\n', '|']);
    fits.then(|| format!("`{text}`"))
}

/// The table as the schema has it.
fn table() -> String {
    let (schema, defaults) = (schema(&[]), schema(&["--defaults"]));
    let mut out = format!(
        "{TABLE}\nBảng này được làm ra từ lược đồ của chương trình (`vanban schema`), nên luôn khớp với bản đang \
         dùng. Tên mục viết có dấu\nhay không dấu, hoa hay thường, cách bằng dấu cách, `_` hay `-` đều \
         được.\n\n### Văn bản\n\n"
    );
    rows(&mut out, &schema, &BTreeSet::new());
    for (title, name) in GROUPS {
        write!(out, "\n### {title}\n\n").unwrap();
        if name.is_empty() {
            let known = schema["properties"].as_object().unwrap();
            rows(&mut out, &defaults, &known.keys().map(String::as_str).collect());
        } else {
            rows(&mut out, &schema["$defs"][name], &BTreeSet::new());
        }
    }
    out
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Copies the files of a folder, and of those in it.
fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copied(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A command of a README, and the output that is shown below it.
struct Shown {
    line: String,
    output: Option<String>,
}

/// The commands in code spans and in the lines of code blocks; behind `$` their output follows.
fn commands(text: &str) -> Vec<Shown> {
    let mut found = Vec::new();
    let (mut prose, mut in_block) = (String::new(), false);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_start();
        if line.starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            prose.push_str(line);
            prose.push(' ');
        } else if let Some(line) = line.strip_prefix("$ vanban") {
            let mut output = Vec::new();
            while let Some(line) =
                lines.next_if(|line| !line.starts_with("$ ") && !line.starts_with("```"))
            {
                output.push(line);
            }
            let (line, output) = (format!("vanban{line}"), Some(output.join("\n")));
            found.push(Shown { line, output });
        } else if line.starts_with("vanban ") {
            let line = line.split("  #").next().unwrap_or_default().trim().to_owned();
            found.push(Shown { line, output: None });
        }
    }
    // Spans that show the mark itself: `` ` ``.
    let prose = prose.replace("`` ``` ``", "").replace("`` ` ``", "");
    let spans = prose.split('`').skip(1).step_by(2);
    let lines =
        spans.filter(|span| span.starts_with("vanban ") && !span.starts_with("vanban:"));
    found.extend(lines.map(|line| Shown { line: line.trim().to_owned(), output: None }));
    found
}

/// Commands that do not end by themselves, or change the user's own settings: their help is asked
/// for, which reads what stands before it.
const STAYING: [&str; 5] = ["watch", "preview", "lsp", "install", "uninstall"];

/// A folder with what the READMEs speak of.
fn office() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for name in ["thong-bao-2023-06.md", "hop-2026-05.md"] {
        fs::copy(root().join("examples").join(name), here.join(name)).unwrap();
    }
    fs::copy(root().join("examples/hop-2026-05.md"), here.join("tb.md")).unwrap();
    fs::write(here.join("thong-bao.md"), read("examples/thong-bao-2023-06.md")).unwrap();
    fs::write(here.join("vanban.yaml"), "địa danh: Lục Bình\n").unwrap();
    copied(&root().join("examples"), &here.join("examples"));
    folder
}

/// The text with the output of each command that is shown behind `$`.
fn with_outputs(text: &str, lang: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    copied(&root().join("tests/readme"), folder.path());
    let mut out = text.to_owned();
    for Shown { line, output } in commands(text) {
        let Some(shown) = output else { continue };
        let words = arguments(&line);
        let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        let run = vanban(folder.path(), &[&arguments[..], &["--lang", lang]].concat());
        let printed =
            [run.stdout, run.stderr].map(|part| String::from_utf8(part).unwrap());
        let lines = printed.concat();
        let lines: Vec<&str> = lines.trim_end().lines().map(str::trim_end).collect();
        let block = |output: &str| format!("$ {line}\n{output}").trim_end().to_owned();
        out = out.replacen(&block(&shown), &block(&lines.join("\n")), 1);
    }
    out
}

#[test]
fn what_the_program_says_of_itself_stands_in_the_readmes() {
    for (name, lang) in [("README.md", "en"), (GUIDE, "vi")] {
        let text = read(name);
        assert!(commands(&text).iter().any(|shown| shown.output.is_some()), "{name}");
        let mut now = with_outputs(&text, lang);
        if name == GUIDE {
            let (before, _) = now.split_once(TABLE).expect("the table stands at the end");
            now = format!("{before}{}", table());
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(root().join(name), &now).unwrap();
        } else {
            assert!(now == text, "{name}: write it anew by UPDATE_EXPECT=1");
        }
    }
}

/// Whether a command is spoken of, not shown: `vanban check`, `vanban new [MẪU]`.
fn is_outline(line: &str, arguments: &[String], folder: &Path) -> bool {
    let is_run =
        ["list", "show", "eject", "schema", "new", "--list", "--explain", "--version"];
    let names_a_file = arguments.iter().any(|word| folder.join(word).is_file());
    line.contains(['<', '…', '[', '|'])
        || line.contains("TỆP")
        || line.contains("FILE")
        || !(names_a_file || arguments.iter().any(|word| is_run.contains(&word.as_str())))
}

/// The command of an outline is there, and has the options of the outline.
fn is_known(name: &str, line: &str, folder: &Path) {
    let command = line.split(' ').nth(1).unwrap_or_default();
    let command = command.split('|').next().unwrap_or_default();
    let is_file = command.contains(['.', '<']) || command.chars().all(char::is_uppercase);
    let arguments =
        if is_file { vec!["build", "--help"] } else { vec![command, "--help"] };
    let help = vanban(folder, &arguments);
    assert!(help.status.success(), "{name}: {line}: {}", stderr(&help));
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    let options = line.split([' ', '[', ']', '|', '(', ')']);
    for option in options.filter(|word| word.starts_with("--") && word.len() > 2) {
        assert!(help.contains(option), "{name}: {line}: no {option} in\n{help}");
    }
}

#[test]
fn every_command_of_a_readme_is_one() {
    for (name, lang) in [("README.md", "en"), (GUIDE, "vi")] {
        let text = read(name);
        let folder = office();
        let here = folder.path();
        let mut run = 0;
        for Shown { line, .. } in commands(&text) {
            let mut words = arguments(&line);
            if is_outline(&line, &words, here) {
                is_known(name, &line, here);
                continue;
            }
            if STAYING.contains(&words[0].as_str()) {
                words.push("--help".to_owned());
            }
            let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
            let output = vanban(here, &[&arguments[..], &["--lang", lang]].concat());
            let code = output.status.code();
            assert!(matches!(code, Some(0 | 1)), "{name}: {line}: {}", stderr(&output));
            run += 1;
        }
        assert!(run >= 5, "{name}: only {run} were run");
    }
}
