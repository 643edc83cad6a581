//! Every rule by itself: its example breaks it, the other does not, and its words are reviewed.
//!
//! `UPDATE_EXPECT=1` writes `tests/rules.expected`: every sentence that the examples and the
//! catalogue of mistakes bring out, in both languages, each shape of a sentence once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use vanban::rooms::diagnostic::{
    Bilingual, Diagnostics, Example, Lang, Regimes, Rule, Words, explain,
};
use vanban::rooms::source::Source;
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::Files;
use vanban::{Format, Input, Row, Stop, all_rules, compile, stopped};

use crate::cli::vanban;
use crate::mistakes;
use crate::support::path;

/// Fields of a sound document of the Party.
const PARTY: [&str; 9] = [
    "thể thức: đảng",
    "cơ quan ban hành: Ban Chỉ đạo",
    "số: 12",
    "ký hiệu: TB/BCĐ",
    "địa danh: Lục Bình",
    "ngày ký: 05/6/2023",
    "trích yếu: kết luận cuộc họp tháng 5 năm 2023",
    "nơi nhận: [Thường trực Đảng ủy, Lưu Văn phòng Đảng ủy]",
    "ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}",
];

/// Fields of a sound document of the State.
const STATE: [&str; 9] = [
    "thể thức: nhà nước",
    "cơ quan ban hành: Ủy ban nhân dân xã Lục Bình",
    "số: 12",
    "ký hiệu: TB-UBND",
    "địa danh: Lục Bình",
    "ngày ký: 05/6/2023",
    "trích yếu: Kết luận cuộc họp tháng 5 năm 2023",
    "nơi nhận: [Thường trực Hội đồng nhân dân xã, 'Lưu: VT']",
    "ký: {chức vụ: Chủ tịch, họ tên: Hoàng Hữu Khôi}",
];

/// The files of an example's folder, with a picture.
struct Beside(&'static [(&'static str, &'static str)]);

impl Files for Beside {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
        let pictures = [("so-do.svg", picture), ("so do.svg", picture)];
        let mut files = self.0.iter().chain(&pictures);
        let file = files.find(|(name, _)| *name == path)?;
        Some(file.1.as_bytes().to_vec())
    }
}

/// The document that an example stands for.
fn document(example: &Example, state: bool) -> Vec<u8> {
    if let Some(file) = example.file {
        return file.to_vec();
    }
    let (fields, end) = if state { (STATE, "./.") } else { (PARTY, ".") };
    let key = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    let given: Vec<String> = example.fields.lines().map(key).collect();
    let kept = fields.iter().filter(|line| !given.contains(&key(line)));
    let front: Vec<&str> = kept.copied().chain(example.fields.lines()).collect();
    let body = match example.body {
        Some(body) => body.to_owned(),
        None => format!("Các thôn báo cáo tiến độ hằng tháng{end}"),
    };
    format!("---\n{}\n---\n\n{body}\n", front.join("\n")).into_bytes()
}

/// What is said of an example.
fn said(example: &Example, state: bool) -> Diagnostics {
    let mut templates = Templates::built_in();
    for (path, text) in example.beside {
        if let Some(below) = path.strip_prefix("mẫu/") {
            templates.insert(below.to_owned(), Source::new(*path, *text));
        }
    }
    let beside = |wanted: &str| {
        let file = example.beside.iter().find(|(name, _)| *name == wanted);
        file.map(|(name, text)| (*name, text.as_bytes().to_vec()))
    };
    let input = Input {
        document: ("vd.md", document(example, state)),
        defaults: beside("vanban.yaml"),
        files: &Beside(example.beside),
        templates,
        template: example.template,
        fonts: None,
        for_issue: example.for_issue,
        row: beside("khach.csv").map(|table| Row { table, name_column: None }),
        alone: false,
    };
    compile(&input, Format::Pdf).report.diagnostics
}

/// Whether each regime in which a rule holds is the State's.
fn regimes(rule: &Rule) -> &'static [bool] {
    match rule.regimes {
        // Symbols and kinds in the examples for both are the Party's.
        Regimes::Party | Regimes::Both => &[false],
        Regimes::State => &[true],
    }
}

#[test]
fn every_example_does_what_it_shows() {
    let (mut shown, mut wrong) = (0, String::new());
    for rule in all_rules() {
        for state in regimes(rule) {
            let breaks = |found: &Diagnostics| found.iter().any(|d| d.rule() == rule);
            let list = |found: &Diagnostics| {
                let words = found.iter().map(|d| (d.rule().id, &d.problem.message.en));
                format!("{:?}", words.collect::<Vec<_>>())
            };
            if rule.wrong.described.is_none() {
                let found = said(&rule.wrong, *state);
                if !breaks(&found) {
                    let _ =
                        writeln!(wrong, "{} is not broken: {}", rule.id, list(&found));
                }
                shown += 1;
            }
            if rule.right.described.is_none() {
                let found = said(&rule.right, *state);
                if breaks(&found) || (rule.right.file.is_none() && !found.is_empty()) {
                    let _ =
                        writeln!(wrong, "{} is not kept to: {}", rule.id, list(&found));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(shown > 70, "{shown} rules have an example");
}

#[test]
fn a_rule_has_one_name_and_all_its_words() {
    let rules = all_rules();
    let mut names: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "two rules of one name");
    for rule in rules {
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(rule.id.chars().all(kebab), "{}", rule.id);
        for text in [rule.explanation.vi, rule.explanation.en] {
            assert!(text.ends_with('.') && !text.contains("  "), "{}: {text}", rule.id);
        }
        assert_ne!(rule.wrong, rule.right, "{}", rule.id);
    }
}

/// A document with a template of the office's.
fn guest() -> Input<'static> {
    let mut input = Input::new("vd.md", document(&Example::fields(""), false));
    let own = "thong-bao-ket-luan/main.typ.j2";
    input.templates.insert(own, Source::new(format!("mẫu/{own}"), ""));
    input
}

/// Every sentence that is brought out, by its rule and its shape: the words without what is
/// quoted in it.
fn sentences() -> BTreeMap<(&'static str, String), [String; 2]> {
    let mut all = BTreeMap::new();
    let mut take = |found: &Diagnostics| {
        for diagnostic in found {
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| line(diagnostic.words(lang)));
            let shape: String = vi.split('`').step_by(2).collect();
            all.entry((diagnostic.rule().id, shape)).or_insert([vi, en]);
        }
    };
    for rule in all_rules() {
        for state in regimes(rule) {
            take(&said(&rule.wrong, *state));
        }
    }
    mistakes::each(|report| take(&report.diagnostics));
    for stop in [
        Stop::Time { seconds: 60 },
        Stop::Memory { megabytes: 2048 },
        Stop::Depth,
        Stop::Fault,
    ] {
        take(&stopped(&guest(), stop).report.diagnostics);
    }
    all
}

fn line(words: Words<'_>) -> String {
    let Words { message, label, help, related } = words;
    let related = related.map_or(String::new(), |related| format!(" ({related})"));
    let shorten = |text: &str| -> String {
        let cut = text.chars().count() > 300;
        text.chars().take(300).chain(cut.then_some('…')).collect()
    };
    let line = format!("{message} | {label}{related} | {}", shorten(help));
    line.replace('\n', "⏎")
}

#[test]
fn the_words_of_every_rule_are_reviewed() {
    let mut shown = String::new();
    for ((rule, _), [vi, en]) in sentences() {
        let _ = write!(shown, "{rule}\n  {vi}\n  {en}\n");
    }
    let file = path("tests/rules.expected");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&file, &shown).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        shown == expected,
        "the words have changed: see `git diff` after UPDATE_EXPECT=1"
    );
}

/// Words of the crates behind the stages, and of English at large.
const ENGLISH: &str = "a alias anchor array at body boolean cannot column comment duplicate error \
    expected fatal field file found front indentation integer invalid is key line \
    list map mapping markdown matter minijinja missing not null number object of \
    panic parse pattern property required scalar schema sequence serde string syntax template \
    the token type typst undefined unexpected unknown value variable yaml";

/// A text without what stands in backquotes: that is to be typed, or was.
fn prose(text: &str) -> String {
    text.split('`').step_by(2).collect()
}

#[test]
fn each_language_is_kept_to() {
    let english: Vec<&str> = ENGLISH.split_whitespace().collect();
    // An explanation may name what a file is written in.
    let named = ["markdown", "minijinja", "typst", "json", "schema", "yaml"];
    let said = sentences().into_values().map(|words| (words, &[][..]));
    let explained = all_rules().into_iter().map(|rule| {
        let Bilingual { vi, en } = rule.explanation;
        ([vi.to_owned(), en.to_owned()], &named[..])
    });
    for ([vi, en], allowed) in said.chain(explained) {
        let vi = prose(&vi).to_lowercase();
        for word in vi.split(|c: char| !c.is_alphanumeric()) {
            let wrong = english.contains(&word) && !allowed.contains(&word);
            assert!(!wrong, "{word:?} in {vi:?}");
        }
        // Below a line end stands a table of the user's.
        let en = prose(en.split('⏎').next().unwrap());
        let en = en.replace("danh bạ", "").replace('漢', "");
        let odd = |c: char| !c.is_ascii() && !"…“”".contains(c);
        assert!(!en.contains(odd), "{en}");
    }
}

/// The rules as a page of the guide, family by family.
fn page(lang: Lang) -> String {
    let title = Bilingual { vi: "Các quy tắc", en: "The rules" };
    let about = Bilingual {
        vi: "Mỗi thông báo của `vanban check` mang tên một quy tắc. Trang này kể hết; \
             `vanban check --list` và `vanban check --explain TÊN` in ra cũng những điều này.",
        en: "Each message of `vanban check` bears the name of a rule. This page has them all; \
             `vanban check --list` and `vanban check --explain NAME` print the same.",
    };
    let mut page = format!("# {}\n\n{}\n", title.get(lang), about.get(lang));
    let mut family = None;
    for rule in all_rules() {
        if family != Some(rule.family) {
            let _ = write!(page, "\n## {}\n", rule.family.name().get(lang));
            family = Some(rule.family);
        }
        let _ = write!(page, "\n```text\n{}```\n", explain(rule, lang));
    }
    page
}

#[test]
fn the_guide_has_every_rule() {
    for (lang, file) in [(Lang::Vi, "docs/quy-tac.md"), (Lang::En, "docs/rules.md")] {
        let (file, page) = (path(file), page(lang));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&file, &page).unwrap();
        }
        let there = fs::read_to_string(&file).unwrap_or_default();
        assert!(page == there, "UPDATE_EXPECT=1 writes {} anew", file.display());
    }
}

#[test]
fn the_program_lists_and_explains_its_rules() {
    let run = |arguments: &[&str]| {
        let output = vanban(&path("tests"), arguments);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (code, list, _) = run(&["check", "--list"]);
    assert_eq!(code, Some(0));
    for rule in all_rules() {
        assert!(list.contains(&format!("  {} ", rule.id)), "{}", rule.id);
        let (code, explained, _) = run(&["check", "--explain", rule.id, "--lang", "en"]);
        assert_eq!((code, &explained), (Some(0), &explain(rule, Lang::En)));
    }
    let (code, _, said) = run(&["check", "--explain", "number-gab"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("`number-gap`"), "{said}");
    assert_eq!(run(&["check", "--list", "a.md"]).0, Some(2));
}
