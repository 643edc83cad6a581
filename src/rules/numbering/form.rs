//! How numbers are written that the text reader takes for words: `a.`, `1/`, `f)`.

use std::collections::HashMap;

use super::super::Draft;
use super::super::places::{also, fix, place, replaced};
use super::super::text_lines::{Part, Role, TextLine};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&NUMBER_STYLE, &LETTER_FOREIGN];

/// Numbers that end with another sign than the rules have.
static NUMBER_STYLE: Rule = Rule {
    id: "number-style",
    family: Family::Numbering,
    clause: Some("HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.đ"),
    explanation: Bilingual {
        vi: "Khoản đánh số `1.`, điểm đánh chữ cái với ngoặc đơn `a)`. Dòng mở đầu bằng `a.`, `a/` \
             hay `1/` không được nhận là một mục và in như đoạn văn thường.",
        en: "Paragraphs (`khoản`) are numbered `1.`, points (`điểm`) `a)`. A line that begins with \
             `a.`, `a/` or `1/` is not taken for an item and is printed as a plain paragraph.",
    },
    wrong: Example::body("a. Rà soát tiêu chí.\n\nb. Báo cáo tiến độ."),
    right: Example::body("a) Rà soát tiêu chí.\n\nb) Báo cáo tiến độ."),
    ..Rule::BINDING
};

fn number_style(label: &str, fit: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    NUMBER_STYLE.problem(
        both!(
            "số thứ tự `{label}` không đúng cách viết{vi}",
            "`{label}` is no right way to number{en}"
        ),
        both!("số thứ tự này", "this number"),
        both!("viết `{fit}`", "write `{fit}`"),
    )
}

/// Points with letters that the Vietnamese alphabet has not.
static LETTER_FOREIGN: Rule = Rule {
    id: "letter-foreign",
    family: Family::Numbering,
    clause: Some("HD 05-HD/VPTW, 6.2.4.đ; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.đ"),
    explanation: Bilingual {
        vi: "Các điểm theo thứ tự bảng chữ cái tiếng Việt: `a b c d đ e g h i k l m n o p q r s t u \
             v x y`; không có `f j w z`.",
        en: "Points go by the Vietnamese alphabet: `a b c d đ e g h i k l m n o p q r s t u v x \
             y`, without `f j w z`.",
    },
    wrong: Example::body(
        "a) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nđ) Năm.\n\ne) Sáu.\n\nf) Bảy.",
    ),
    right: Example::body(
        "a) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nđ) Năm.\n\ne) Sáu.\n\ng) Bảy.",
    ),
    ..Rule::BINDING
};

fn letter_foreign(label: &str) -> Problem {
    LETTER_FOREIGN.problem(
        both!(
            "điểm `{label}` không theo bảng chữ cái tiếng Việt",
            "point `{label}` is not in the Vietnamese alphabet"
        ),
        both!("chữ cái này", "this letter"),
        both!(
            "theo thứ tự `a b c d đ e g h i k l m n …`",
            "the order is `a b c d đ e g h i k l m n …`"
        ),
    )
}

/// What a paragraph begins with that looks like a number: its value, its sign, its length.
fn label(text: &str) -> Option<(&str, char, usize)> {
    let letter = text.chars().next().filter(|c| c.is_lowercase()).map(char::len_utf8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let length = letter.unwrap_or(digits);
    let value = text.get(..length).filter(|value| (1..=2).contains(&value.len()))?;
    let sign = text[length..].chars().next().filter(|c| ".)/".contains(*c))?;
    let end = length + sign.len_utf8();
    let behind = text[end..].chars();
    let words = text[end..].starts_with(char::is_whitespace)
        && behind.clone().find(|c| !c.is_whitespace()).is_some_and(char::is_uppercase);
    words.then_some((value, sign, end))
}

/// Lines of a part that begin with a number of one sign: the line, the number, where it ends.
type Run<'d, 'a> = Vec<(&'d TextLine<'a>, &'d str, usize)>;

/// Says which paragraphs begin with a number of another style. A lone one is none: `a.` is one
/// only where `b.` follows.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let mut runs: HashMap<(usize, char, bool), Run<'_, '_>> = HashMap::new();
    let paragraph =
        |line: &&TextLine<'_>| !line.quoted && matches!(line.role, Role::Paragraph);
    for line in draft.lines().iter().filter(paragraph) {
        let Some((value, sign, end)) = label(&line.line.text) else { continue };
        let digits = value.starts_with(|c: char| c.is_ascii_digit());
        match (sign, digits) {
            (')', false) if "fjwz".contains(value) => {
                found.push(
                    letter_foreign(&line.line.text[..end]),
                    place(&line.line, 0..end),
                );
            }
            (')' | '.', true) | (')', false) => {}
            (sign, digits) => {
                let part = match line.part {
                    Part::Main => 0,
                    Part::Proceedings => 1,
                    Part::Appendix(index) => index + 2,
                };
                runs.entry((part, sign, digits)).or_default().push((line, value, end));
            }
        }
    }
    let mut runs: Vec<_> = runs.into_iter().collect();
    runs.sort_unstable_by_key(|(key, _)| *key);
    for ((_, sign, digits), run) in runs {
        let (one, two) = if digits { ("1", "2") } else { ("a", "b") };
        let has = |value: &str| run.iter().any(|(_, own, _)| *own == value);
        let Some((first, value, end)) = run.first().filter(|_| has(one) && has(two))
        else {
            continue;
        };
        let right = if digits { "." } else { ")" };
        let spans: Vec<Span> =
            run.iter().map(|(line, _, end)| place(&line.line, 0..*end)).collect();
        let edits = run.iter().map(|(line, _, end)| {
            replaced(&line.line, *end - sign.len_utf8()..*end, right)
        });
        let problem = number_style(
            &first.line.text[..*end],
            &format!("{value}{right}"),
            &also(&spans, draft.sources),
        );
        found.push_fixed(problem, spans[0], fix(edits));
    }
}
