//! Every example of the `CommonMark` specification goes from body to PDF without a panic, and the
//! words that come out are those of the specification's HTML.

use crate::support::{notice, printed_words, read};
use vanban::rooms::typeset::NoFiles;
use vanban::{Format, Input, Outcome, compile, typeset};

struct Example {
    number: usize,
    section: String,
    markdown: String,
    html: String,
}

/// The examples of the specification, `→` standing for a tab.
fn examples() -> Vec<Example> {
    let spec = read("tests/commonmark/spec.txt");
    let fence = "`".repeat(32);
    let mut found: Vec<Example> = Vec::new();
    let mut section = String::new();
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            title.clone_into(&mut section);
        }
        if line != format!("{fence} example") {
            continue;
        }
        let mut part = |end: &str| {
            let lines: Vec<&str> =
                lines.by_ref().take_while(|line| *line != end).collect();
            lines.join("\n").replace('→', "\t") + "\n"
        };
        let (markdown, html) = (part("."), part(&fence));
        found.push(Example {
            number: found.len() + 1,
            section: section.clone(),
            markdown,
            html,
        });
    }
    found
}

/// The examples in which we print more of what is typed than `CommonMark` does, or keep apart what
/// an office means apart.
const OURS: [(&str, &[usize]); 10] = [
    ("a line of `_` is a gap to fill in", &[43, 50]),
    ("a line that is set in is no code: `    ***` is a separator", &[49, 70]),
    ("`#` without text is a sign", &[79]),
    ("behind a fence stands one word at the most", &[24, 34, 143, 144, 146]),
    ("an address stands on one line of its own", &[193, 196, 198, 208, 213, 541]),
    ("a `>` in the middle of a sentence is a sign", &[214, 217, 233, 245, 246, 320]),
    ("`-one` is a bullet; a line has one label", &[261, 292, 293, 300]),
    (
        "`*` and `_` mark words only where an office means it",
        &[
            15, 56, 194, 355, 356, 364, 370, 380, 390, 408, 409, 416, 417, 426, 427, 429,
            437, 438, 440, 441, 442, 443, 445, 447, 449, 450, 452, 453, 454, 455, 456,
            457, 458, 459, 464, 465, 466, 468, 519, 533, 564,
        ],
    ),
    ("lines of a paragraph are joined before links are read", &[491, 554, 558, 559]),
    ("a blank between brackets is a check box, a line end as well", &[552]),
];

/// Where we differ from `CommonMark` on purpose: HTML and pictures are refused, and for our users
/// an indented line is a paragraph and a line of dashes under a text no heading.
fn differs(example: &Example) -> bool {
    let html_out =
        ["HTML blocks", "Raw HTML", "Images"].contains(&example.section.as_str());
    html_out
        || OURS.iter().any(|(_, numbers)| numbers.contains(&example.number))
        || example.html.contains("<img")
        || example.html.contains("<pre><code>")
        || example.section == "Setext headings"
        || example.number == 215 // a line of `===` under a text
}

/// The words of an HTML text.
fn words_of_html(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let inline = ["em", "strong", "code", "a"];
        let name =
            tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !inline.contains(&name) {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(rest);
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let text = text.replace("&amp;", "&");
    text.split_whitespace().map(str::to_owned).collect()
}

fn input(text: &str) -> Input<'_> {
    Input {
        document: ("a.md", text.as_bytes().to_vec()),
        defaults: None,
        files: &NoFiles,
        templates: vanban::rooms::template::Templates::built_in(),
        template: None,
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    }
}

/// A sentence that the body stands between, so that its words can be found on the page.
const BEFORE: &str = "Trướcthân.";
const AFTER: &str = "Sauthân.";

fn framed(markdown: &str) -> String {
    notice(&format!("{BEFORE}\n\n{markdown}\n\n{AFTER}"))
}

/// Marks that we print and HTML does not: numbers of headings, numbers and dashes of lists.
fn without_list_marks(words: &[String]) -> Vec<&String> {
    words
        .iter()
        .filter(|word| {
            let number = word.trim_end_matches(['.', ')']);
            let is_number = number.len() < word.len()
                && (number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
                    || number.bytes().all(|b| b"IVX".contains(&b))
                    || (number.len() == 1 && word.ends_with(')')));
            !is_number && !["-", "+", "*"].contains(&word.as_str())
        })
        .collect()
}

#[test]
fn no_example_ends_in_a_panic() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    for example in &examples {
        let report = compile(&input(&notice(&example.markdown)), Format::Pdf).report;
        let rules: Vec<_> = report.diagnostics.iter().map(|d| d.rule().id).collect();
        assert!(!rules.contains(&"internal"), "{}: {rules:?}", example.number);
        assert!(!rules.contains(&"typeset-template"), "{}: {rules:?}", example.number);
        assert!(!rules.contains(&"typeset-user"), "{}: {rules:?}", example.number);
    }
}

#[test]
fn the_words_are_those_of_the_specification() {
    let mut compared = 0;
    let mut wrong = Vec::new();
    for example in examples().iter().filter(|example| !differs(example)) {
        let text = framed(&example.markdown);
        let Outcome { output: pages, report } = typeset(&input(&text));
        let Some(pages) = pages else {
            let rules: Vec<_> = report.diagnostics.iter().map(|d| d.rule().id).collect();
            let fine = ["raw-html", "glyph-missing", "comment-swallows"];
            if !rules.iter().any(|rule| fine.contains(rule)) {
                wrong
                    .push(format!("{}: {rules:?}\n{}", example.number, example.markdown));
            }
            continue;
        };
        compared += 1;
        let printed = printed_words(&pages);
        let start = printed.iter().position(|word| word == BEFORE).unwrap();
        let end = printed
            .iter()
            .position(|word| word.ends_with(AFTER))
            .unwrap_or(printed.len());
        let wanted = words_of_html(&example.html);
        if without_list_marks(&printed[start + 1..end]) != without_list_marks(&wanted) {
            let found = &printed[start + 1..end];
            wrong.push(format!("{}: {found:?} for {wanted:?}", example.number));
        }
    }
    assert!(compared > 370, "{compared} examples compared");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
