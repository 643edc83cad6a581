//! The words `V/v` and `Về việc` before a subject: once, `V/v` in letters only.

use super::super::Draft;
use super::is_letter;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::outline::Line;
use crate::document::{Regime, Text};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&ABOUT_AGAIN, &ABOUT_SHORT];

/// `V/v` and `về việc` one behind the other.
static ABOUT_AGAIN: Rule = Rule {
    id: "about-again",
    family: Family::Subject,
    clause: Some("HD 05-HD/VPTW, 5.2.3; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5"),
    explanation: Bilingual {
        vi: "`V/v` là viết tắt của `Về việc`: chỉ ghi một lần.",
        en: "`V/v` is short for `Về việc`; one of them is enough.",
    },
    wrong: Example::fields("trích yếu: về việc V/v kiện toàn Ban Chỉ đạo"),
    right: Example::fields("trích yếu: về việc kiện toàn Ban Chỉ đạo"),
    ..Rule::WARNING
};

fn about_again() -> Problem {
    ABOUT_AGAIN.problem(
        both!("`về việc` ghi hai lần", "`về việc` is said twice"),
        both!("thừa chữ này", "these words are too much"),
        both!("bỏ một lần", "leave one of them out"),
    )
}

/// `V/v` before the subject of a paper with a title.
static ABOUT_SHORT: Rule = Rule {
    id: "about-short",
    family: Family::Subject,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, II.5"),
    explanation: Bilingual {
        vi: "`V/v` chỉ dùng cho công văn, ở dưới số; trích yếu dưới tên loại viết đủ: `Về việc …`.",
        en: "`V/v` is for letters alone, below the number; below the title of a paper the words \
             are written in full: `Về việc …`.",
    },
    wrong: Example::fields("trích yếu: V/v kiện toàn Ban Chỉ đạo"),
    right: Example::fields("trích yếu: về việc kiện toàn Ban Chỉ đạo"),
    ..Rule::WARNING
};

fn about_short(fit: &str) -> Problem {
    ABOUT_SHORT.problem(
        both!("`V/v` chỉ dùng trong công văn", "`V/v` is for letters alone"),
        both!("viết tắt", "the short form"),
        both!("viết đủ: `{fit} …`", "write it in full: `{fit} …`"),
    )
}

/// Where a subject goes on behind `V/v` or `Về việc`.
pub(super) fn behind_about(subject: &str) -> Option<usize> {
    let text = subject.trim_start();
    let (word, length) = ["v/v", "về việc", "vv:"].iter().find_map(|word| {
        let end = text.char_indices().nth(word.chars().count());
        let end = end.map_or(text.len(), |(at, _)| at);
        (text[..end].to_lowercase() == *word).then_some((*word, end))
    })?;
    let rest = &text[length..];
    let mark = rest.trim_start_matches([':', '.']);
    let stands = mark.starts_with(char::is_whitespace) || word == "v/v";
    stands.then(|| subject.len() - mark.trim_start().len())
}

/// Checks the first words of a subject.
pub(super) fn check(draft: &Draft<'_>, subject: &Text, found: &mut Diagnostics) {
    let line = Line::of_text(subject, draft.sources);
    let text = line.text.as_str();
    let Some(first) = behind_about(text) else { return };
    if let Some(second) = behind_about(&text[first..]) {
        let place = first..first + second;
        let fix = line
            .written(place.clone())
            .map(|span| Fix::from_iter([(span, String::new())]));
        let end = first + text[place].trim_end().len();
        found.push_fixed(about_again(), line.span(first..end), fix);
        return;
    }
    let short = text.trim_start().to_lowercase().starts_with('v')
        && text[..first].contains('/')
        && !is_letter(draft);
    if short {
        let fit = match draft.document.regime.value {
            Regime::Party => "về việc",
            Regime::State => "Về việc",
        };
        let start = text.len() - text.trim_start().len();
        let fix = line
            .written(start..first)
            .map(|span| Fix::from_iter([(span, format!("{fit} "))]));
        let end = start + text[start..first].trim_end().len();
        found.push_fixed(about_short(fit), line.span(start..end), fix);
    }
}

#[cfg(test)]
mod tests {
    use super::behind_about;

    #[test]
    fn the_words_about_are_found() {
        for (subject, rest) in [
            ("V/v kiện toàn", Some("kiện toàn")),
            ("V/v: kiện toàn", Some("kiện toàn")),
            (" Về việc kiện toàn", Some("kiện toàn")),
            ("về việc", None),
            ("Về việcA", None),
            ("Về công tác", None),
            ("", None),
        ] {
            assert_eq!(behind_about(subject).map(|at| &subject[at..]), rest, "{subject}");
        }
    }
}
