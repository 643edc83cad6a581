//! The language room against all the Vietnamese that the house has: no false alarm.

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use vanban::rooms::language::{
    Judgement, Manner, Word, before_marks, behind_marks, dashes, doubled, doubled_blanks,
    english_numbers, ensuring, judge, lone_brackets, lone_quotes, look_alikes, quotes,
    slips, tone_marks, words, y_or_i,
};

use vanban::rooms::diagnostic::Family;
use vanban::{FileId, Input, mended};

use crate::support::path;

/// Every text below some folders.
fn texts() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in
        ["examples", "templates", "tests/real", "tests/readings", "tests/notices"]
    {
        gather(&path(folder), &mut found);
    }
    for file in ["README.vi.md", "docs/quy-tac.md", "docs/nhieu-may.md"] {
        found.push((path(file), fs::read_to_string(path(file)).unwrap()));
    }
    found
}

fn gather(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|e| e == "md" || e == "yaml" || e == "csv")
        {
            found.extend(fs::read_to_string(&path).ok().map(|text| (path, text)));
        }
    }
}

/// What the guides show as mistakes.
const DELIBERATE: [&str; 5] = ["thùc", "yêú", "nghành", "qủa", "qúy"];

#[test]
fn real_texts_have_no_impossible_syllable() {
    let mut count = 0;
    let mut odd = Vec::new();
    for (path, text) in texts() {
        for line in text.lines() {
            for word in words(line) {
                if word.manner != Manner::Plain || DELIBERATE.contains(&&*word.text) {
                    continue;
                }
                count += 1;
                if let Judgement::Impossible(meant) = judge(&word.text) {
                    odd.push(format!(
                        "{}: {} {meant:?}: {line}",
                        path.display(),
                        word.text
                    ));
                }
            }
        }
    }
    assert!(count > 20_000, "{count}");
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

/// Lines with a slip that is meant.
const SLIPS: [&str; 5] =
    ["khoán khoán", "Phân đấu", "bổ xung", "Tiêu số 2", "04 văn hóa"];

#[test]
fn real_texts_have_no_slip_that_is_none() {
    let mut odd = Vec::new();
    for (path, text) in texts() {
        for line in
            text.lines().filter(|line| !SLIPS.iter().any(|slip| line.contains(slip)))
        {
            let words = words(line);
            let ranges = slips(&words).into_iter().map(|slip| slip.range);
            for range in ranges.chain(doubled(&words)) {
                odd.push(format!("{}: {}: {line}", path.display(), &line[range]));
            }
        }
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

/// Shows what is found in the files that `VANBAN_TEXTS` names, of which each line is a paragraph:
/// the way to measure false alarms on texts of other people.
#[test]
#[ignore = "reads the files that VANBAN_TEXTS names"]
#[expect(clippy::print_stdout, reason = "a measurement is shown")]
fn texts_of_others_are_measured() {
    let files = std::env::var("VANBAN_TEXTS").unwrap();
    let (mut count, mut shown) = (0, String::new());
    for file in files.split(':') {
        let text = fs::read_to_string(file).unwrap();
        for line in text.lines() {
            let words = words(line);
            count += words.len();
            for (kind, part) in findings(line, &words) {
                let _ = writeln!(shown, "{kind}\t{part}\t{line}");
            }
        }
    }
    println!("{shown}{count} words");
}

/// Everything that is found in a line, by its kind.
fn findings(line: &str, words: &[Word<'_>]) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for word in words.iter().filter(|word| word.manner == Manner::Plain) {
        if let Judgement::Impossible(meant) = judge(&word.text) {
            found.push(("syllable", format!("{} {meant:?}", word.text)));
        }
    }
    let mut add = |kind, range: Range<usize>| {
        let start = line.floor_char_boundary(range.start.saturating_sub(6));
        let end = line.ceil_char_boundary((range.end + 6).min(line.len()));
        found.push((kind, line[start..end].to_owned()));
    };
    for slip in slips(words) {
        add("slip", slip.range);
    }
    for range in doubled(words) {
        add("doubled", range);
    }
    for (range, _) in look_alikes(line) {
        add("look-alike", range);
    }
    for range in before_marks(line) {
        add("before", range);
    }
    for at in behind_marks(line) {
        add("behind", at..at);
    }
    for range in lone_brackets(line) {
        add("bracket", range);
    }
    for (_, range) in lone_quotes([line]) {
        add("quote", range);
    }
    for range in english_numbers(line) {
        add("number", range);
    }
    found
}

#[test]
fn sound_papers_break_no_rule_of_the_language() {
    let mut count = 0;
    for folder in ["examples", "tests/real", "tests/readings"] {
        let mut texts = Vec::new();
        gather(&path(folder), &mut texts);
        for (path, text) in
            texts.iter().filter(|(path, _)| path.extension().unwrap() == "md")
        {
            let name = path.file_name().unwrap().to_str().unwrap();
            // Its letters are mixed on purpose.
            if name == "eth-is-a-letter.md" {
                continue;
            }
            let report = vanban::check(&Input::new(name, text.as_bytes())).report;
            // The notice of 2023 has `đảm bảo`, which is advised against.
            let broken = report.diagnostics.iter().filter(|d| {
                d.rule().family == Family::Language && d.rule().id != "wording-ensure"
            });
            let broken: Vec<_> =
                broken.map(|d| (d.rule().id, report.sources.slice(d.span))).collect();
            assert_eq!(broken, [], "{name}");
            count += usize::from(!report.diagnostics.has_errors());
        }
    }
    assert!(count > 60, "{count} papers are read");
}

#[test]
fn certain_slips_are_mended_and_no_others() {
    for (file, wanted) in [
        (
            "tests/mistakes/language-words.md",
            [
                "trích yếu: kết quả cuộc họp",
                "Các nghành, các các thôn tiếp tục triển khai **công tac** khoán khoán",
                "Trường và UBND xã phân\nphân công. Phân đấu bổ sung nhà 04 văn hóa",
                "Các thôn, tổ dân phố đạt 98,5%, trừ (thôn Nà Pài. Yêu cầu báo cáo, đề xuất.",
                "KẾT QUẢ: Đảng ủy đã được báo cáo; Ñoàng chí",
                "| Nà Pài | được, chưa |",
            ]
            .as_slice(),
        ),
        (
            "tests/mistakes/language-mixed.md",
            &[
                "Tổ hoà giải của Đảng uỷ xã bảo đảm",
                "tỉnh Hoà Bình, bà Thuý và Đảng uỷ đảm bảo quốc phòng - an ninh, rèn kĩ năng",
                "\nĐề án đạt 12.5%, 1,500,000 đồng, các chỉ tiêu",
            ],
        ),
    ] {
        let text = mend(&fs::read_to_string(path(file)).unwrap());
        for part in wanted {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}

#[test]
fn an_office_chooses_where_the_tone_mark_stands() {
    let of = |style: &str, body: &str| {
        let text = crate::support::notice(body);
        let mut input = Input::new("a.md", text);
        let defaults = format!("{style}\n").into_bytes();
        input.defaults = Some(("vanban.yaml", defaults));
        let found = vanban::check(&input).report.diagnostics;
        let own: Vec<_> =
            found.iter().filter(|d| d.rule().id == "tone-mark-style").collect();
        let fixes = own.iter().filter_map(|one| one.fix.as_ref());
        let text = crate::support::notice(body);
        (own.len(), mended(&text, FileId::DOCUMENT, fixes) == text)
    };
    let (old, new) = ("Cấp ủy hòa giải hằng tháng.", "Cấp uỷ hoà giải hằng tháng.");
    // The recipients and the superior body of the notice are written in the old way.
    assert_eq!(of("dấu thanh: kiểu cũ", old), (0, true));
    assert_eq!(of("Dau thanh: kieu cu", new), (1, false));
    assert_eq!(of("dấu thanh: kiểu mới", old), (1, false));
    // Without it most words tell the way, names never.
    assert_eq!(of("dấu thanh:", old), (0, true));
    let names = "Tỉnh Hoà Bình, bà Nguyễn Thị Thuý họp hằng tháng.";
    assert_eq!(of("dấu thanh: kiểu cũ", names), (0, true));
}

/// A text after what `check --fix` does.
fn mend(text: &str) -> String {
    let found = vanban::check(&Input::new("a.md", text)).report.diagnostics;
    let fixes = found.iter().filter_map(|d| d.fix.as_ref());
    let after = mended(text, FileId::DOCUMENT, fixes);
    if after == text { after } else { mend(&after) }
}

/// How long one pass over the notice of four pages takes.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stdout, reason = "a measurement is shown")]
fn the_notice_is_read_in_no_time() {
    let text = fs::read_to_string(path("examples/thong-bao-2023-06.md")).unwrap();
    let start = std::time::Instant::now();
    let rounds = 200;
    let mut found = 0;
    for _ in 0..rounds {
        for line in text.lines() {
            let words = words(line);
            found += findings(line, &words).len();
            found +=
                tone_marks(&words).len() + y_or_i(&words).len() + ensuring(&words).len();
            found += dashes(line).len() + quotes(line).len() + doubled_blanks(line).len();
        }
    }
    println!("{:?} a pass, {found} found", start.elapsed() / rounds);
}
