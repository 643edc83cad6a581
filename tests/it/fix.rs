//! `check --fix`: mends what has one way out, touches nothing else, says what it did.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::UnicodeNormalization;
use vanban::rooms::diagnostic::{Fix, mended};
use vanban::rooms::source::FileId;
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::NoFiles;
use vanban::{Input, Report, typeset};

use crate::cli::{ends, names, stderr, vanban};

/// A notice of the State's with three mistakes of form.
pub(crate) const WRONG: &str = "---
thể thức: nhà nước
cơ quan ban hành: Ủy ban nhân dân xã Lục Bình
ký hiệu: 'TB/UBND'  # ký hiệu
địa danh: Lục Bình
ngày ký: 05/6/2026
trích yếu: đề nghị của cuộc họp
nơi nhận: [Các thôn, 'Lưu: VT']
ký: {chức vụ: Chủ tịch, họ tên: Nguyễn Văn A}
---

Một.

**Hai, thực hiện.**
";

/// The same after the fixes.
fn right(text: &str) -> String {
    text.replace("'TB/UBND'", "'TB-UBND'")
        .replace("trích yếu: đề nghị", "trích yếu: Đề nghị")
        .replace("hiện.**", "hiện./.**")
}

fn check(folder: &Path, arguments: &[&str]) -> std::process::Output {
    vanban(folder, &[&["check"], arguments].concat())
}

/// The document after `check --fix`.
pub(crate) fn fixed(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    fs::write(&file, text).unwrap();
    vanban(folder.path(), &["check", "--fix", "tb.md"]);
    fs::read_to_string(&file).unwrap()
}

#[test]
fn what_is_certain_is_mended_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    fs::write(&file, WRONG).unwrap();
    let before = check(folder.path(), &["tb.md"]);
    ends(&before, 0);
    assert!(stderr(&before).contains("tự sửa được 3 chỗ"), "{}", stderr(&before));
    let shown = check(folder.path(), &["tb.md", "--diff"]);
    ends(&shown, 0);
    let diff = String::from_utf8(shown.stdout).unwrap();
    let part = |sign: char| {
        let lines = diff.lines().filter(|line| line.starts_with(sign)).skip(1);
        lines.map(|line| line[1..].to_owned()).collect::<Vec<_>>()
    };
    let changed = |text: &str, other: &str| {
        let gone = |line: &&str| !other.lines().any(|l| l == *line);
        text.lines().filter(gone).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(part('-'), changed(WRONG, &right(WRONG)));
    assert_eq!(part('+'), changed(&right(WRONG), WRONG));
    assert_eq!(fs::read_to_string(&file).unwrap(), WRONG, "only `--fix` writes");
    let mending = check(folder.path(), &["tb.md", "--fix", "--deny-warnings"]);
    ends(&mending, 0);
    assert_eq!(
        stderr(&mending),
        "đã sửa tb.md:4: ký hiệu không viết theo thể thức `nhà nước` (`'TB/UBND'` → \
         `'TB-UBND'`)\n\
         đã sửa tb.md:7: trích yếu bắt đầu bằng chữ thường (`đề` → `Đề`)\n\
         đã sửa tb.md:14: cuối nội dung chưa có dấu `./.` (`hiện.**` → `hiện./.**`)\n\
         đã kiểm tra 1 tệp: không có lỗi\n"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), right(WRONG));
    let again = check(folder.path(), &["tb.md", "--fix"]);
    ends(&again, 0);
    assert_eq!(stderr(&again), "đã kiểm tra 1 tệp: không có lỗi\n", "nothing is left");
    assert_eq!(fs::read_to_string(&file).unwrap(), right(WRONG));
    assert_eq!(names(folder.path()), ["tb.md"]);
}

#[test]
fn fixes_go_into_the_file_that_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let symbol = "ký hiệu: 'TB/UBND'  # ký hiệu\n";
    fs::write(folder.path().join("vanban.yaml"), symbol).unwrap();
    let text = WRONG.replace(symbol, "");
    for name in ["a.md", "b.md"] {
        fs::write(folder.path().join(name), &text).unwrap();
    }
    let output = check(folder.path(), &[".", "--fix"]);
    ends(&output, 0);
    let said = stderr(&output);
    assert_eq!(said.matches("vanban.yaml:1").count(), 1, "{said}");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("vanban.yaml"), symbol.replace('/', "-"));
    assert_eq!([read("a.md"), read("b.md")], [right(&text), right(&text)]);
}

#[test]
fn what_cannot_be_mended_is_left_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    let text = WRONG.replace("05/6/2026", "31/6/2026");
    fs::write(&file, &text).unwrap();
    let output = check(folder.path(), &["tb.md", "--fix"]);
    ends(&output, 1);
    assert!(stderr(&output).contains("date-impossible"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    ends(&check(folder.path(), &["-", "--fix"]), 2);
    ends(&check(folder.path(), &["tb.md", "--fix", "--resolved"]), 2);
    ends(&check(folder.path(), &["no.md", "--fix"]), 3);
    fs::write(&file, b"---\n\xff\n---\n").unwrap();
    ends(&check(folder.path(), &["tb.md", "--fix"]), 1);
    assert_eq!(fs::read(&file).unwrap(), b"---\n\xff\n---\n");
}

#[test]
fn an_end_without_certainty_is_left_to_a_person() {
    for end in ["Hai;", "Hai...", "Xem <https://a.vn>", "Hai,", "Hai:"] {
        let text = WRONG.replace("**Hai, thực hiện.**", end);
        let found = run(&text).diagnostics;
        let ends = found.iter().find(|d| d.rule().id == "end-mark-missing").unwrap();
        assert_eq!(ends.fix, None, "{end}");
    }
}

#[test]
fn json_and_sarif_carry_the_fixes() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), WRONG).unwrap();
    let read = |format: &str| -> serde_json::Value {
        let output = check(folder.path(), &["tb.md", "--format", format]);
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let json = read("json");
    assert_eq!(json[2]["fix"][0]["text"], "/.");
    let start = WRONG.find(".**").unwrap() + 1;
    assert_eq!(json[2]["fix"][0]["range"]["start"]["offset"], start);
    let change =
        &read("sarif")["runs"][0]["results"][1]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "tb.md");
    let replacement = &change["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "Đ");
    assert_eq!(replacement["deletedRegion"]["startLine"], 7);
    assert_eq!(replacement["deletedRegion"]["startColumn"], 12);
    assert_eq!(replacement["deletedRegion"]["endColumn"], 13);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), WRONG).unwrap();
    std::os::unix::fs::symlink("tb.md", folder.path().join("link.md")).unwrap();
    ends(&check(folder.path(), &["link.md", "--fix"]), 0);
    assert!(folder.path().join("link.md").is_symlink());
    let text = fs::read_to_string(folder.path().join("tb.md")).unwrap();
    assert_eq!(text, right(WRONG));
}

fn run(text: &str) -> Report {
    let input = Input {
        document: ("a.md", text.as_bytes().to_vec()),
        defaults: None,
        files: &NoFiles,
        templates: Templates::built_in(),
        template: None,
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    };
    typeset(&input).report
}

/// A text after what `check --fix` does: rounds until nothing changes.
fn mend(text: &str) -> String {
    let found = run(text).diagnostics;
    let fixes: Vec<&Fix> = found.iter().filter_map(|d| d.fix.as_ref()).collect();
    let after = mended(text, FileId::DOCUMENT, fixes);
    if after == text { after } else { mend(&after) }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn fixes_mend_all_and_change_nothing_else(
        symbol in select(vec!["TB/UBND", "'TB/UBND'", "\"TB/X/Y\"", "TB-UBND", "T\\/B"]),
        subject in select(vec!["đề nghị", "'ơn trên'", "về việc a", "\"ấn\"", "Kết", ">-\n  ổn"]),
        end in select(vec![
            "Hai.", "Hai", "*Hai*.", "Hai**.**", "Hai (ba)", "Hai./.", "- a\n- b.", "Hai[^a].\n\n[^a]: Ba",
            "Hai “ba”", "> Hai.", "Hai  ", "1. Một\n2. Hai việc ở thôn Nà Chuông",
        ]),
        closing in select(vec!["", "kết thúc: Trên đây\n", "kết thúc: 'Trên đây.'\n"]),
        decomposed in any::<bool>(),
        returns in any::<bool>(),
        mark in any::<bool>(),
    ) {
        let mut text = WRONG
            .replace("'TB/UBND'", symbol)
            .replace("đề nghị của cuộc họp", subject)
            .replace("**Hai, thực hiện.**", end)
            .replace("nơi nhận:", &format!("{closing}nơi nhận:"));
        if decomposed {
            text = text.nfd().collect();
        }
        if returns {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        let after = mend(&text);
        let left = run(&after).diagnostics;
        prop_assert!(left.iter().all(|d| d.fix.is_none()), "{after}\n{left:?}");
        prop_assert_eq!(left.has_errors(), run(&text).diagnostics.has_errors());
        prop_assert_eq!(&mend(&after), &after);
        // Nothing was added but the marks, nothing changed but a letter and the slashes.
        let bare = |text: &str| -> String {
            let text: String = text.to_lowercase().nfc().collect();
            text.replace(['/', '-'], "").replace("..", ".").replace('.', "")
        };
        prop_assert_eq!(bare(&after), bare(&text));
        prop_assert!(after.len() <= text.len() + 3);
    }
}
