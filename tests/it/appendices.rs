//! Appendices: their labels and numbers, regulations issued with a decision, texts in files.

use std::fs;

use vanban::rooms::typeset::geometry::Line;
use vanban::rooms::typeset::{Files, NoFiles, Pages};
use vanban::{Format, Outcome, typeset};

use crate::cli::{ends, stderr, vanban};
use crate::support::{
    built_with, input, line, lines_of, notice, pages, printed_words, problems, read,
    said, words,
};

/// Files beside a document.
struct Beside<'a>(&'a [(&'a str, &'a str)]);

impl Files for Beside<'_> {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let (_, text) = self.0.iter().find(|(name, _)| *name == path)?;
        Some(text.as_bytes().to_vec())
    }
}

/// A decision in the regime of this name with these appendices.
fn decision(regime: &str, appendices: &str) -> String {
    let file = if regime == "đảng" { "dang" } else { "nha-nuoc" };
    let text = read(&format!("examples/loai/quyet-dinh-{file}.md"));
    text.replacen("---\n", &format!("---\nphụ lục:\n{appendices}"), 1)
}

#[track_caller]
fn pages_with(text: &str, files: &dyn Files) -> Pages {
    let Outcome { output, report } = typeset(&input(text, files));
    output.unwrap_or_else(|| panic!("{}", said(&report)))
}

/// The lines on the pages of the appendices, from the first one, but for the numbers of pages.
fn appendix_lines(pages: &Pages) -> Vec<Line> {
    let all = (2..=pages.count()).flat_map(|page| lines_of(pages, page));
    all.filter(|line| line.baseline_mm > 19.0).collect()
}

fn centre(line: &Line) -> f64 {
    line.x_mm + line.width_mm / 2.0
}

/// The lines above and with the title of each appendix.
fn heads(regime: &str, appendices: &str) -> Vec<String> {
    let pages = pages(&decision(regime, appendices));
    let first = |page| lines_of(&pages, page).into_iter().take(2).map(|line| line.text);
    (2..=pages.count()).map(|page| first(page).collect::<Vec<_>>().join(" / ")).collect()
}

#[test]
fn each_label_is_counted_for_itself() {
    let appendices = "
  - {tiêu đề: A, nội dung: a.}
  - {nhãn: biểu, tiêu đề: B, nội dung: b.}
  - {nhãn: MẪU SỐ, tiêu đề: C, nội dung: c.}
  - {nhãn: Phụ lục, tiêu đề: D, nội dung: d.}
  - {nhãn: Biểu, tiêu đề: E, nội dung: e.}
  - {nhãn: không, tiêu đề: G, kèm theo: không, nội dung: g.}
";
    for (regime, one, two) in
        [("đảng", "Phụ lục 1", "Phụ lục 2"), ("nhà nước", "Phụ lục I", "Phụ lục II")]
    {
        let found = heads(regime, appendices);
        let wanted =
            [one, "Biểu 1", "Mẫu số 01", two, "Biểu 2"].into_iter().zip("ABCDE".chars());
        let mut wanted: Vec<String> =
            wanted.map(|(label, title)| format!("{label} / {title}")).collect();
        wanted.push(if regime == "đảng" { "G / -----" } else { "G / g." }.into());
        assert_eq!(found, wanted);
    }
    let alone = "  - {tiêu đề: A, nội dung: a.}\n  - {nhãn: Biểu, tiêu đề: B, nội dung: b.}\n\
                 \x20 - {nhãn: Mẫu số, tiêu đề: C, nội dung: c.}\n";
    assert_eq!(heads("nhà nước", alone), ["Phụ lục / A", "Biểu / B", "Mẫu số 01 / C"]);
    let many = "  - {nhãn: Mẫu số, tiêu đề: A, nội dung: a.}\n".repeat(10);
    assert_eq!(heads("đảng", &many)[9], "Mẫu số 10 / A");
}

#[test]
fn the_line_of_the_document_stands_in_brackets() {
    let printed = |line: &str| {
        let appendix = format!("  - {{tiêu đề: A, kèm theo: {line}, nội dung: b.}}\n");
        let lines = appendix_lines(&pages(&decision("nhà nước", &appendix)));
        lines[2].text.clone()
    };
    let wanted = "(Kèm theo Quyết định số 5)";
    assert_eq!(printed("Kèm theo Quyết định số 5"), wanted);
    assert_eq!(printed("(Kèm theo Quyết định số 5)"), wanted);
    assert_eq!(printed("\"(Kèm theo Quyết định số 5\""), wanted);
    assert_eq!(printed("không"), "b.");
    assert_eq!(printed("không kèm theo"), "(không kèm theo)");
    assert!(printed("").starts_with("(Kèm theo Quyết định số"), "{}", printed(""));
}

/// NĐ 30/2020/NĐ-CP, Phụ lục III: a regulation has the title of a document (Phụ lục I, II.5.b;
/// HD 05-HD/VPTW, phụ lục 2, 5a), and articles of its own.
#[test]
fn a_regulation_has_a_title_of_its_own() {
    let appendices = "
  - tiêu đề: |
      Quy chế
      Làm việc của Ủy ban nhân dân xã
    nội dung: |
      Chương I
      QUY ĐỊNH CHUNG

      Điều 1. Phạm vi

      Quy chế này áp dụng trong xã.
  - {tiêu đề: Danh mục, nội dung: a.}
";
    for (regime, kind_size, size) in [("đảng", 16.0, 14.0), ("nhà nước", 14.0, 14.0)]
    {
        let text = decision(regime, appendices);
        let pages = pages(&text);
        let lines = appendix_lines(&pages);
        let head: Vec<&str> = lines[..2].iter().map(|line| line.text.as_str()).collect();
        assert_eq!(head, ["QUY CHẾ", "Làm việc của Ủy ban nhân dân xã"]);
        assert!(
            lines[2].text.starts_with("(Ban hành kèm theo Quyết định"),
            "{}",
            lines[2].text
        );
        for (line, size, bold) in [
            (&lines[0], kind_size, true),
            (&lines[1], size, true),
            (&lines[2], size, false),
        ] {
            let run = &line.runs[0];
            assert!((centre(line) - 112.5).abs() < 0.5, "{}", line.text);
            assert!((run.size_pt - size).abs() < 0.05, "{} {}", line.text, run.size_pt);
            assert_eq!((run.bold, run.italic), (bold, !bold), "{}", line.text);
        }
        let article = line(&lines, "Điều 1. Phạm vi");
        assert!(article.runs[0].bold);
        let last = lines.iter().find(|line| line.text == "DANH MỤC").unwrap();
        let label = lines.iter().find(|line| line.text == "Phụ lục").unwrap();
        assert!(label.baseline_mm < last.baseline_mm && label.page == last.page);
        let found = problems(&text);
        assert!(!found.iter().any(|one| one.contains("regulation-label")), "{found:?}");
    }
}

#[test]
fn a_regulation_under_the_word_phu_luc_is_told() {
    let told = |appendix: &str| {
        let found = problems(&decision("nhà nước", appendix));
        found.iter().any(|one| one.contains("regulation-label"))
    };
    assert!(told("  - {tiêu đề: Quy chế làm việc, nội dung: a.}\n"));
    assert!(told("  - {tiêu đề: ĐIỀU LỆ, nội dung: a.}\n"));
    assert!(!told("  - {nhãn: không, tiêu đề: Quy chế làm việc, nội dung: a.}\n"));
    assert!(!told("  - {nhãn: Phụ lục, tiêu đề: Quy chế làm việc, nội dung: a.}\n"));
    assert!(!told("  - {tiêu đề: Danh mục quy chế, nội dung: a.}\n"));
    let notice = notice("Theo Quy chế kèm theo.").replacen(
        "\nký:",
        "\nphụ lục: [{tiêu đề: Quy chế làm việc, nội dung: a.}]\nký:",
        1,
    );
    assert_eq!(problems(&notice), [""; 0]);
}

/// The lines above the text of the only appendix, from its title to the line in brackets.
fn head_lines(regime: &str, title: &str, more: &str) -> Vec<Line> {
    let appendix = format!("  - {{tiêu đề: {title}, {more}nội dung: Hết.}}\n");
    let mut lines = appendix_lines(&pages(&decision(regime, &appendix)));
    lines.retain(|line| !["Hết.", "-----", "Phụ lục"].contains(&line.text.as_str()));
    lines
}

/// How wide the text of an upright page is, in mm, and of one that lies.
const WIDE: [f64; 2] = [165.0, 252.0];

#[test]
fn a_head_takes_the_whole_width_where_that_spares_a_line() {
    let words = words(
        "Danh mục các công trình thủy lợi, đường giao thông và nhà văn hóa thôn được sửa",
    );
    let (mut widened, mut cut) = (0, 0);
    for regime in ["đảng", "nhà nước"] {
        for count in 5..=words.len() {
            let title = format!("\"{}\"", words[..count].join(" "));
            let across = head_lines(regime, &title, "kèm theo: không, ngang: có, ");
            let upright = head_lines(regime, &title, "kèm theo: không, ");
            let [whole] = &across[..] else { panic!("{across:#?}") };
            let wanted = if whole.width_mm <= WIDE[0] { 1 } else { 2 };
            assert_eq!(upright.len(), wanted, "{title}: {upright:#?}");
            widened += usize::from(wanted == 1 && whole.width_mm > 140.0);
            if let [first, second] = &upright[..] {
                let [short, long] = [
                    first.width_mm.min(second.width_mm),
                    first.width_mm.max(second.width_mm),
                ];
                assert!(short > 0.6 * long, "{title}: {upright:#?}");
                cut += 1;
            }
        }
    }
    assert!(widened > 0 && cut > 0, "{widened} {cut}");
}

#[test]
fn the_line_of_the_document_is_cut_as_an_editor_would() {
    for (regime, number, issuer) in [
        ("nhà nước", "131/QĐ-UBND ngày", "Ủy ban nhân dân xã Lục Bình"),
        ("nhà nước", "1/QĐ-UBND ngày", "Ủy ban nhân dân phường Cầu Giấy"),
        ("đảng", "131-QĐ/ĐU, ngày", "Ban Chấp hành Đảng bộ xã Lục Bình"),
    ] {
        let head =
            format!("Ban hành kèm theo Quyết định số {number} 30 tháng 6 năm 2026");
        let line = format!("{head} của {issuer}");
        for (landscape, wanted) in [
            ("", vec![format!("({head}"), format!("của {issuer})")]),
            ("ngang: có, ", vec![format!("({line})")]),
        ] {
            let more = format!("kèm theo: \"{line}\", {landscape}");
            let lines = head_lines(regime, "Danh mục", &more);
            let found: Vec<&str> =
                lines[1..].iter().map(|line| line.text.as_str()).collect();
            assert_eq!(found, wanted);
            let wide = WIDE[usize::from(!landscape.is_empty())];
            assert!(lines.iter().all(|line| line.width_mm <= wide), "{lines:#?}");
        }
    }
}

/// A regulation of so many articles.
fn regulation(articles: usize) -> String {
    let clause = "Các đơn vị chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân xã về việc thực hiện \
                  quy định tại Điều này, báo cáo kết quả hằng tháng.";
    let article =
        |n: usize| format!("Điều {n}. Trách nhiệm\n\n1. {clause}\n\n2. {clause}\n\n");
    (1..=articles).map(article).collect()
}

#[test]
fn a_text_in_a_file_is_printed_as_one_in_a_field() {
    let text = regulation(60);
    assert!(text.chars().count() > 10_000);
    let indented = text.replace('\n', "\n      ");
    for regime in ["đảng", "nhà nước"] {
        let appendix =
            |rest: &str| decision(regime, &format!("  - tiêu đề: Việc\n    {rest}\n"));
        let field = pages(&appendix(&format!("nội dung: |\n      {indented}")));
        let named = appendix("tệp: quy-che.md");
        let file = pages_with(&named, &Beside(&[("quy-che.md", &text)]));
        assert_eq!(field.texts(), file.texts());
        let printed = printed_words(&file).join(" ");
        assert!(printed.contains(&words(&text).join(" ")), "every word, in order");
        // CR LF and a byte order mark are no text.
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let windows = pages_with(&named, &Beside(&[("quy-che.md", &windows)]));
        assert_eq!(windows.texts(), file.texts());
    }
}

#[test]
fn running_text_is_as_long_as_it_is_and_names_are_not() {
    let long = "Các thôn báo cáo tiến độ hằng tuần. ".repeat(400);
    for field in [
        format!("mở đầu: {long}"),
        format!("kết thúc: {long}"),
        format!("kết luận: [{{nội dung: {long}}}, {long}]"),
        format!("cuộc họp: {{ngày: 02/6/2023, chủ trì: Vũ Nam, diễn biến: {long}}}"),
        format!("phụ lục: [{{tiêu đề: A, nội dung: {long}}}]"),
    ] {
        let text = notice("1. Một.").replacen("\nký:", &format!("\n{field}\nký:"), 1);
        let found = problems(&text);
        assert!(!found.iter().any(|one| one.contains("too-long")), "{found:?}");
    }
    for field in [
        format!("phạm vi lưu hành: {long}"),
        format!("phụ lục: [{{tiêu đề: {long}, nội dung: a}}]"),
        format!("phụ lục: [{{tiêu đề: a, tệp: {long}}}]"),
    ] {
        let text = notice("1. Một.").replacen("\nký:", &format!("\n{field}\nký:"), 1);
        assert!(problems(&text)[0].contains(" too-long "), "{field:.30}");
    }
}

#[test]
fn the_whole_text_is_bounded_with_its_files() {
    let text = regulation(4_000);
    let appendices = "  - {tiêu đề: A, tệp: pl.md}\n".repeat(3);
    let document = decision("nhà nước", &appendices);
    let report = typeset(&input(&document, &Beside(&[("pl.md", &text)]))).report;
    let found: Vec<&str> = report.diagnostics.iter().map(|one| one.rule().id).collect();
    assert!(found.contains(&"too-large"), "{found:?}");
    let many = decision("nhà nước", &"  - {tiêu đề: A, tệp: pl.md}\n".repeat(70_000));
    let report = typeset(&input(&many, &NoFiles)).report;
    assert!(report.diagnostics.has_errors(), "and no more files than numbers for them");
}

#[test]
fn a_table_comes_from_a_csv_file() {
    let wanted = "TT Họ tên Số tiền 1 Nguyễn \"Tí\" A; B 1.200 2 *Lò* | Vân 35,5";
    let quoted = "1;\"Nguyễn \"\"Tí\"\" A; B\";1.200\n2;*Lò* | Vân;35,5\n;;\n";
    for text in [
        format!("TT;Họ tên;Số tiền\n{quoted}"),
        format!("\u{feff}TT;Họ tên;Số tiền\n\n{quoted}").replace('\n', "\r\n"),
        format!("sep=;\nTT;Họ tên;Số tiền\n{quoted}"),
        "TT\tHọ tên\tSố tiền\n1\tNguyễn \"Tí\" A; B\t1.200\n2\t*Lò* | Vân\t35,5".into(),
        "TT,\"Họ\ntên\",Số tiền\n1,\"Nguyễn \"\"Tí\"\" A; B\",1.200\n2,*Lò* | Vân,\"35,5\"".into(),
    ] {
        let document = decision("nhà nước", "  - {tiêu đề: A, tệp: a.csv}\n");
        let pages = pages_with(&document, &Beside(&[("a.csv", &text)]));
        let printed = printed_words(&pages).join(" ");
        assert!(printed.ends_with(wanted), "{text:?}: {printed}");
        let lines = appendix_lines(&pages);
        let ends = ["1.200", "35,5"].map(|number| {
            let runs = lines.iter().flat_map(|line| &line.runs);
            runs.clone().find(|run| run.text.ends_with(number)).unwrap().end_mm()
        });
        assert!((ends[0] - ends[1]).abs() < 0.1, "numbers stand at the right");
    }
    // A row may be longer than the first one.
    let document = decision("nhà nước", "  - {tiêu đề: A, tệp: a.csv}\n");
    let pages = pages_with(&document, &Beside(&[("a.csv", "a;b\n1;2;3\n\n4\n")]));
    assert!(printed_words(&pages).join(" ").ends_with("a b 1 2 3 4"));
    // A hundred thousand empty cells are no table.
    let wide = ";".repeat(200_000) + "a";
    let report = typeset(&input(&document, &Beside(&[("a.csv", &wide)]))).report;
    assert!(report.diagnostics.has_errors());
}

#[test]
fn a_pdf_is_another_one_when_its_file_is() {
    let document = decision("nhà nước", "  - {tiêu đề: A, tệp: pl.md}\n");
    let id = |text: &str| {
        let pdf =
            built_with(&document, Format::Pdf, &Beside(&[("pl.md", text)])).remove(0);
        let at = pdf
            .windows(4)
            .rposition(|part| part == b"/ID ")
            .or_else(|| pdf.windows(3).rposition(|part| part == b"/ID"));
        pdf[at.unwrap()..][..40].to_vec()
    };
    assert_eq!(id("Một."), id("Một.\r\n".trim_end()));
    assert_ne!(id("Một."), id("Hai."));
}

#[test]
fn the_program_reads_and_mends_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let document = decision("nhà nước", "  - {tiêu đề: A, tệp: kem/a.md}\n");
    let (file, attached) = (folder.path().join("qd.md"), folder.path().join("kem/a.md"));
    fs::create_dir(folder.path().join("kem")).unwrap();
    fs::write(&file, &document).unwrap();
    fs::write(&attached, "Các th\u{200b}ôn.\n").unwrap();
    let output = vanban(folder.path(), &["check", "qd.md"]);
    let place = format!("kem{}a.md:1:7", std::path::MAIN_SEPARATOR);
    let slash =
        stderr(&output).replace("kem/", &format!("kem{}", std::path::MAIN_SEPARATOR));
    assert!(slash.contains(&place), "{slash}");
    ends(&vanban(folder.path(), &["check", "--fix", "qd.md"]), 0);
    assert_eq!(fs::read_to_string(&attached).unwrap(), "Các thôn.\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), document);
    // A template of the office's own runs in a process of its own, which reads the file, too.
    let own = folder.path().join("mẫu/quyet-dinh");
    fs::create_dir_all(&own).unwrap();
    let main = read("templates/quyet-dinh/main.typ.j2");
    fs::write(own.join("main.typ.j2"), main).unwrap();
    ends(&vanban(folder.path(), &["build", "qd.md"]), 0);
    fs::remove_file(&attached).unwrap();
    let output = vanban(folder.path(), &["build", "qd.md"]);
    ends(&output, 1);
    assert!(stderr(&output).contains("attachment-missing"), "{}", stderr(&output));
}

#[test]
fn the_example_builds_without_a_warning() {
    let folder = crate::support::path("examples/kem-theo");
    let out = tempfile::tempdir().unwrap();
    let out = out.path().to_str().unwrap();
    let output = vanban(
        &folder,
        &["build", "quyet-dinh-quy-che.md", "--deny-warnings", "--out-dir", out],
    );
    ends(&output, 0);
    assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
}
