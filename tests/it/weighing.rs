//! How grave what is found is: by `kiểm tra`, by remarks at one place, by `--for-issue`.

use std::fs;

use vanban::rooms::diagnostic::Severity;
use vanban::{Input, Report, check};

use crate::cli::vanban;
use crate::support::said;

/// A document with a gap in its numbers; `fields` more in its front matter, `above` the second
/// number a line more.
fn document(fields: &str, above: &str) -> String {
    format!(
        "---\nthể thức: đảng\ncơ quan ban hành: Ban Chỉ đạo\nsố: 12\nký hiệu: TB/BCĐ\nđịa danh: Lục \
         Bình\nngày ký: 05/6/2023\ntrích yếu: kết luận cuộc họp\n{fields}nơi nhận: [Thường trực \
         Đảng ủy, Lưu Văn phòng Đảng ủy]\nký: {{chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}}\n---\n\n\
         1. Các thôn báo cáo.\n\n{above}3. Các xóm báo cáo.\n"
    )
}

fn report(text: &str, for_issue: bool) -> Report {
    let mut input = Input::new("tb.md", text);
    input.for_issue = for_issue;
    check(&input).report
}

/// What is found: how grave, by which rule.
fn found(text: &str, for_issue: bool) -> Vec<(Severity, &'static str)> {
    let report = report(text, for_issue);
    report.diagnostics.iter().map(|one| (one.severity(), one.rule().id)).collect()
}

#[test]
fn a_rule_weighs_as_the_document_says() {
    let levels = [
        ("lỗi", Some(Severity::Error)),
        ("Cảnh báo", Some(Severity::Warning)),
        ("luu y", Some(Severity::Note)),
        ("tắt", None),
    ];
    for (level, severity) in levels {
        for name in ["number-gap", "Number_Gap"] {
            let text = document(&format!("kiểm tra: {{{name}: {level}}}\n"), "");
            let wanted = severity.map(|severity| (severity, "number-gap"));
            assert_eq!(found(&text, false), Vec::from_iter(wanted), "{level}");
        }
    }
}

#[test]
fn what_cannot_be_weighed_is_told() {
    for (checks, rule) in [
        ("number-gaps: tắt", "check-unknown"),
        ("date-form: tắt", "check-not-free"),
        ("date-form: cảnh báo", "check-not-free"),
        ("number-gap: to", "wrong-choice"),
    ] {
        let text = document(&format!("kiểm tra: {{{checks}}}\n"), "");
        let found = found(&text, false);
        assert!(found.contains(&(Severity::Error, rule)), "{checks}: {found:?}");
    }
    // One run tells all of them, with what is wrong elsewhere.
    for more in ["", "ngày họp lạ: 1\n"] {
        let checks = "number-gaps: tắt, number-gap: to, date-form: tắt, no-rule: nhỏ";
        let text = document(&format!("kiểm tra: {{{checks}}}\n{more}"), "");
        let found = found(&text, false).into_iter();
        let errors = found.filter(|one| one.0 == Severity::Error).map(|one| one.1);
        let mut rules: Vec<_> = errors.filter(|rule| *rule != "unknown-field").collect();
        rules.sort_unstable();
        let wanted = [
            "check-not-free",
            "check-unknown",
            "check-unknown",
            "wrong-choice",
            "wrong-choice",
        ];
        assert_eq!(rules, wanted, "{more}");
    }
    let text = document("kiểm tra: {date-form: lỗi}\n", "");
    assert_eq!(found(&text, false), [(Severity::Warning, "number-gap")]);
}

#[test]
fn a_remark_silences_its_place_alone() {
    let silent = document("", "<!-- vanban: bỏ qua number-gap -->\n");
    assert_eq!(found(&silent, false), []);
    let more = format!("{silent}\n7. Các bản báo cáo.\n");
    assert_eq!(found(&more, false), [(Severity::Warning, "number-gap")]);
    // What is read does not change with the remark.
    let plain = document("", "");
    let pages = |text: &str| crate::support::printed_words(&crate::support::pages(text));
    assert_eq!(pages(&silent), pages(&plain));
}

#[test]
fn a_remark_that_silences_nothing_is_told() {
    for (remark, words) in [
        ("subject-small", "không có gì để bỏ qua"),
        ("number-gaps", "có phải định viết `number-gap`?"),
        ("date-form", "không bỏ qua được"),
        ("", "không nêu bỏ qua quy tắc nào"),
    ] {
        let text = document("", &format!("<!-- vanban: bỏ qua {remark} -->\n"));
        let report = report(&text, false);
        let said = said(&report);
        assert!(said.contains("[silencer-idle]") && said.contains(words), "{said}");
    }
}

#[test]
fn in_the_front_matter_a_remark_is_a_comment() {
    let gap = |remark: &str| document("", "").replace("ngày ký: 05/6", remark);
    let text = gap("# vanban: bỏ qua district-body\nngày ký: 05/6");
    let rules = found(&text, false).into_iter().map(|(_, rule)| rule);
    assert_eq!(rules.collect::<Vec<_>>(), ["silencer-idle", "number-gap"]);
    let text = text.replace("05/6/2023", "05/8/2025").replace(
        "# vanban: bỏ qua district-body\n",
        "# vanban: bỏ qua district-body\nkính gửi: Huyện ủy Bạch Thông\n",
    );
    assert_eq!(found(&text, false), [(Severity::Warning, "number-gap")], "{text}");
}

#[test]
fn what_is_issued_is_whole_and_keeps_to_the_clauses() {
    let text = document("", "");
    assert_eq!(found(&text, true), [(Severity::Error, "number-gap")]);
    let sound = text.replace("3. Các", "2. Các");
    assert_eq!(found(&sound, true), []);
    for (field, without) in [
        ("số: 12\n", ""),
        ("ngày ký: 05/6/2023", "ngày ký: 6/2023"),
        (", họ tên: Hoàng Hữu Khôi", ", họ tên: ''"),
        ("số: 12\n", "số: 12\ndự thảo: 2\n"),
    ] {
        let open = sound.replace(field, without);
        assert_eq!(found(&open, false), [], "{without}");
        assert_eq!(
            found(&open, true),
            [(Severity::Error, "issue-incomplete")],
            "{without}"
        );
    }
    // What an office thinks less of stays so.
    let less = document("kiểm tra: {number-gap: lưu ý}\n", "");
    assert_eq!(found(&less, true), [(Severity::Note, "number-gap")]);
}

#[test]
fn nothing_is_built_for_issue_that_has_such_errors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tb.md");
    fs::write(&path, document("", "")).unwrap();
    let run = |arguments: &[&str]| {
        vanban(folder.path(), &[arguments, &["tb.md"]].concat()).status.code()
    };
    assert_eq!(run(&["check"]), Some(0));
    assert_eq!(run(&["check", "--for-issue"]), Some(1));
    assert_eq!(run(&["kiem", "--ban-hanh"]), Some(1));
    assert_eq!(run(&["build", "--for-issue"]), Some(1));
    assert!(!path.with_extension("pdf").exists());
    assert_eq!(run(&["build"]), Some(0));
    // What was kept of the build without it does not hold for one with it.
    assert_eq!(run(&["build", "--if-changed"]), Some(0));
    assert_eq!(run(&["build", "--if-changed", "--for-issue"]), Some(1));
}

#[test]
fn an_office_weighs_for_all_of_its_documents() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tb.md");
    fs::write(&path, document("", "")).unwrap();
    fs::write(folder.path().join("vanban.yaml"), "kiểm tra: {number-gap: tắt}\n")
        .unwrap();
    let said = |extra: &str| {
        fs::write(&path, document(extra, "")).unwrap();
        let output = vanban(folder.path(), &["check", "tb.md"]);
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(!said("").contains("number-gap"));
    assert!(said("kiểm tra: {number-gap: cảnh báo}\n").contains("cảnh báo[number-gap]"));
}

#[test]
fn who_builds_gets_no_advice_but_what_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str, text: &str, command: &str| {
        fs::write(folder.path().join(name), text).unwrap();
        let output = vanban(folder.path(), &[command, name]);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stderr).unwrap()
    };
    let advised = document("kiểm tra: {number-gap: lưu ý}\n", "");
    assert!(said("tb.md", &advised, "check").contains("lưu ý[number-gap]"));
    assert_eq!(said("tb.md", &advised, "build"), "đã xuất tb.pdf\n");
    let doubtful = document("", "");
    assert!(said("tb.md", &doubtful, "build").contains("cảnh báo[number-gap]"));
    let tight = crate::support::read("tests/mistakes/page-tightened.md");
    assert!(said("gon.md", &tight, "build").contains("lưu ý[tightened]"));
}
