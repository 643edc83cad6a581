//! A closing that misses its page by less than 3 mm stays there, and it is told what gave.

use vanban::rooms::typeset::{NoFiles, Pages};
use vanban::{
    Format, Lang, Outcome, Report, Severity, all_rules, render_json, render_sarif,
    typeset,
};

use crate::support::{built, input, lines_of, read};

const REGIMES: [&str; 2] = ["đảng", "nhà nước"];

/// A decision with so many more paragraphs of one line and this choice of its layout.
fn decision(regime: &str, paragraphs: usize, chosen: &str) -> String {
    let file = if regime == "đảng" { "dang" } else { "nha-nuoc" };
    let text = read(&format!("examples/loai/quyet-dinh-{file}.md"));
    let (head, body) = text.rsplit_once("\n---\n").unwrap();
    let more = "Giao các thôn báo cáo kết quả hằng tháng.\n\n".repeat(paragraphs);
    let body = body.replacen("Điều 2", &format!("{more}Điều 2"), 1);
    let presentation = if chosen.is_empty() {
        String::new()
    } else {
        format!("\ntrình bày: {{{chosen}}}")
    };
    format!("{head}{presentation}\n---\n{body}")
}

fn set(text: &str) -> (Pages, Report) {
    let Outcome { output, report } = typeset(&input(text, &NoFiles));
    (output.unwrap(), report)
}

/// What is said of the rule, in Vietnamese.
fn notes(report: &Report) -> Vec<&str> {
    let found = report.diagnostics.iter().filter(|found| found.rule().id == "tightened");
    found.map(|found| found.words(Lang::Vi).message).collect()
}

/// How many paragraphs just fit on so many pages.
fn most(regime: &str, pages: usize) -> usize {
    let chosen = "chỗ ký: 32, giãn dòng: 18";
    let fits = |count: usize| set(&decision(regime, count, chosen)).0.count() <= pages;
    let (mut least, mut over) = (0, 50);
    while over - least > 1 {
        let middle = usize::midpoint(least, over);
        if fits(middle) { least = middle } else { over = middle }
    }
    least
}

/// Paragraphs a little further apart, step by step: what fits with 3 mm less for the signature
/// stays on its page, and is told; what does not goes over as before.
#[test]
fn three_millimetres_decide_and_are_told() {
    for (regime, pages, fewer) in [
        ("đảng", 1, 0..1),
        ("nhà nước", 1, 0..1),
        ("đảng", 2, 0..2),
        ("nhà nước", 2, 0..2),
    ] {
        let most = most(regime, pages);
        let mut seen = [0; 3];
        for (paragraphs, step) in
            fewer.flat_map(|less| (0..14).map(move |step| (most - less, step)))
        {
            // All of them together are about a millimetre further apart.
            let spacing = 6.0 + f64::from(step) / [2.6, 11.0][pages - 1];
            let text = |room: &str| {
                let chosen = format!("cách đoạn: {spacing:.2}, giãn dòng: 18{room}");
                decision(regime, paragraphs, &chosen)
            };
            let (kept, report) = set(&text(", chỗ ký: 32"));
            assert_eq!(notes(&report), [""; 0], "what is chosen stays");
            let less = || set(&text(", chỗ ký: 29")).0;
            let (found, report) = set(&text(""));
            let what = format!("{regime}, {paragraphs} paragraphs, {spacing}");
            let (wanted, said) = if kept.count() <= pages {
                seen[0] += 1;
                (kept, vec![])
            } else if let Some(less) = Some(less()).filter(|less| less.count() <= pages) {
                seen[1] += 1;
                let said = "`chỗ ký` thu từ 32 mm xuống 29 mm để chữ ký nằm ở trang";
                (less, vec![format!("{said} {pages}")])
            } else {
                seen[2] += 1;
                (kept, vec![])
            };
            assert_eq!(notes(&report), said, "{what}");
            assert!(found.texts() == wanted.texts(), "{what}");
        }
        assert!(seen.iter().all(|count| *count > 1), "{regime} {pages}: {seen:?}");
    }
}

/// The State leaves the line pitch free from one line on (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6); the
/// Party's is exactly 18 pt at least (HD 05-HD/VPTW, 6.2.2).
#[test]
fn lines_give_where_the_signature_cannot() {
    for regime in REGIMES {
        let paragraphs = most(regime, 1);
        let mut told = Vec::new();
        for step in 0..12 {
            let spacing = 6.0 + f64::from(step) / 3.5;
            let chosen = format!("cách đoạn: {spacing:.2}, chỗ ký: 32");
            let (found, report) = set(&decision(regime, paragraphs, &chosen));
            let said = notes(&report);
            told.push((found.count(), said.len()));
            for note in said {
                let pitch = note
                    .split(" xuống ")
                    .nth(1)
                    .and_then(|rest| rest.split(" pt").next());
                let pitch: f64 = pitch.unwrap().replace(',', ".").parse().unwrap();
                assert!((16.1..18.0).contains(&pitch), "{note}");
                assert!(note.starts_with("`giãn dòng` thu từ 18 pt"), "{note}");
                let lines = lines_of(&found, 1);
                let article = lines
                    .iter()
                    .position(|line| line.text.starts_with("Điều 1"))
                    .unwrap();
                let step = lines[article + 1].baseline_mm - lines[article].baseline_mm;
                assert!((step - pitch * 25.4 / 72.0).abs() < 0.01, "{step} {note}");
            }
        }
        // First it fits, then it is told, then it goes over.
        let wanted: &[_] = if regime == "đảng" {
            &[(1, 0), (2, 0)]
        } else {
            &[(1, 0), (1, 1), (2, 0)]
        };
        told.dedup();
        assert_eq!(told, wanted, "{regime}");
    }
}

#[test]
fn every_report_has_the_note_and_no_warning() {
    let text = decision("đảng", most("đảng", 1), "cách đoạn: 8.62");
    let (pages, report) = set(&text);
    assert_eq!(pages.count(), 1);
    let Report { diagnostics, sources, .. } = &report;
    assert_eq!(diagnostics.count(Severity::Note), 1);
    assert_eq!(
        diagnostics.count(Severity::Warning) + diagnostics.count(Severity::Error),
        0
    );
    let json = render_json([(diagnostics, sources)], Lang::Vi);
    assert!(json.contains(r#""severity": "note""#), "{json}");
    let sarif = render_sarif([(diagnostics, sources)], all_rules(), Lang::Vi);
    assert!(sarif.contains(r#""level": "note""#), "{sarif}");
    // The way out works when it is followed.
    let kept = text.replace("8.62}", "8.62, chỗ ký: 32}");
    let (pages, report) = set(&kept);
    assert_eq!((pages.count(), notes(&report)), (2, vec![]));
}

#[test]
fn the_typst_of_a_tightened_document_is_that_of_its_pages() {
    let text = decision("đảng", most("đảng", 1), "cách đoạn: 8.62");
    let typst = String::from_utf8(built(&text, Format::Typst).remove(0)).unwrap();
    assert!(typst.contains("room: 29.000mm"));
}
