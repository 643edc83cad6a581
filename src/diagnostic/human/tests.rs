//! What stands under what in the text for a person.

use super::*;
use crate::diagnostic::both;
use crate::diagnostic::shared::PLACEHOLDER;

/// What a person sees of a problem at the last `marked` in a text, without the ways out.
fn shown(text: &str, marked: &str, related: Option<&str>) -> String {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.md", text));
    let span = |part: &str| {
        let start = text.rfind(part).unwrap();
        Span::new(file, start..start + part.len())
    };
    let mut found = Diagnostics::default();
    let [message, label, help] = [
        both!("mục `số` được khai báo hai lần", "field `số` is given twice"),
        both!("lần thứ hai", "second time"),
        both!("xóa bớt một trong hai dòng", "remove one of the two lines"),
    ];
    let problem = PLACEHOLDER.problem(message, label, help);
    let problem = problem.with_related(both!("lần đầu ở đây", "first given here"));
    match related {
        Some(first) => found.push_related(problem, span(marked), span(first)),
        None => found.push(problem, span(marked)),
    }
    let text = render(&found, &sources, HumanOptions::default());
    let lines =
        text.lines().filter(|line| line.starts_with(|c| " 123456789.".contains(c)));
    lines.filter(|line| !line.contains(" = ")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_mark_stands_under_its_text() {
    let composed = "---\nĐịa chỉ: số\n";
    let plain = "\
\x20--> a.md:2:10
  |
2 | Địa chỉ: số
  |          ^^ lần thứ hai
  |
";
    assert_eq!(shown(composed, "số", None), plain);
    assert_eq!(shown(&composed.replace('\n', "\r\n"), "số", None), plain);
    let marked = format!("\u{feff}{}", &composed[4..]);
    assert_eq!(shown(&marked, "số", None), plain.replace('2', "1"));
    let apart = "---\nĐi\u{323}a chi\u{309}: so\u{302}\u{301}\n";
    let apart = shown(apart, "so\u{302}\u{301}", None);
    assert!(apart.contains("a.md:2:10\n"), "{apart}");
    assert!(apart.contains("  |          ^^ lần"), "{apart}");
    let tab = shown("---\na:\tsố\n", "số", None);
    assert!(tab.contains("a.md:2:4\n") && tab.contains("2 | a:    số\n"), "{tab}");
    assert!(tab.contains("  |       ^^ lần"), "{tab}");
}

#[test]
fn two_places_near_each_other_are_one_piece() {
    let text = "a: 1\n\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n";
    let expected = "\
\x20--> a.md:6:1
  |
1 | a: 1
  | -- lần đầu ở đây
...
6 | e: 5
  | ^^ lần thứ hai
  |
";
    assert_eq!(shown(text, "e:", Some("a:")), expected);
    let far = format!("a: 1\n{}e: 5\n", "# chú thích\n".repeat(2000));
    let far = shown(&far, "e:", Some("a:"));
    assert!(
        far.contains(" --> a.md:2002:1\n") && far.contains(" ::: a.md:1:1\n"),
        "{far}"
    );
}

#[test]
fn a_line_without_end_is_cut() {
    let text = format!("{} số {}", "một ".repeat(100_000), "hai ".repeat(100_000));
    let shown = shown(&text, "số", None);
    assert!(shown.contains("a.md:1:400002\n") && shown.contains(" số "), "{shown}");
    assert!(shown.len() < 1_000, "{}", shown.len());
}
