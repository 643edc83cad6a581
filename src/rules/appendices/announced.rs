//! The text announces each appendix, by the number that is printed above it, and no other.

use super::super::Draft;
use super::super::text_lines::Part;
use super::pointers::{Pointer, attached, pointers};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, Severity, both,
};
use crate::document::numeral::roman;
use crate::document::{Appendix, AppendixLabel, Regime};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] =
    &[&APPENDIX_UNANNOUNCED, &APPENDIX_NOT_THERE, &APPENDIX_NUMERAL];

/// An appendix of which the text says nothing.
static APPENDIX_UNANNOUNCED: Rule = Rule {
    id: "appendix-unannounced",
    family: Family::Fields,
    clause: Some("HD 05-HD/VPTW, II.1; NĐ 30/2020/NĐ-CP, Phụ lục I, III.1"),
    explanation: Bilingual {
        vi: "Văn bản có phụ lục thì trong nội dung có chỉ dẫn về phụ lục đó: `(Phụ lục kèm theo)`, \
             `theo biểu mẫu kèm theo`.",
        en: "The text of a paper with an appendix points to it: `(Phụ lục kèm theo)`, `theo biểu \
             mẫu kèm theo`.",
    },
    wrong: Example::fields("phụ lục: [{tiêu đề: Phân công, nội dung: Một.}]"),
    right: Example::fields("phụ lục: [{tiêu đề: Phân công, nội dung: Một.}]")
        .with_body("Phân công theo dõi các thôn tại Phụ lục kèm theo."),
    ..Rule::BINDING
};

fn appendix_unannounced() -> Problem {
    APPENDIX_UNANNOUNCED.problem(
        both!(
            "nội dung không nhắc đến phụ lục",
            "the text does not point to the appendix"
        ),
        both!("phụ lục này", "this appendix"),
        both!(
            "thêm vào chỗ liên quan trong nội dung, ví dụ `(Phụ lục kèm theo)`",
            "add it where it belongs in the text, such as `(Phụ lục kèm theo)`"
        ),
    )
}

/// The text points to an appendix of a number that there is not.
static APPENDIX_NOT_THERE: Rule = Rule {
    id: "appendix-not-there",
    family: Family::Fields,
    clause: Some("HD 05-HD/VPTW, II.1; NĐ 30/2020/NĐ-CP, Phụ lục I, III.1"),
    explanation: Bilingual {
        vi: "Phụ lục mà nội dung nhắc đến phải có trong văn bản, đúng số thứ tự.",
        en: "An appendix to which the text points has to be there, by that number.",
    },
    wrong: Example::fields("phụ lục: [{tiêu đề: Phân công, nội dung: Một.}]")
        .with_body("Phân công theo dõi các thôn tại Phụ lục 2."),
    right: Example::fields("phụ lục: [{tiêu đề: Phân công, nội dung: Một.}]")
        .with_body("Phân công theo dõi các thôn tại Phụ lục kèm theo."),
    ..Rule::BINDING
};

/// An appendix that is `typed`, in a paper with so many. One that has none may come with a file of
/// its own.
fn appendix_not_there(typed: &str, count: usize) -> Problem {
    let message = if count == 0 {
        both!(
            "nội dung nhắc đến `{typed}`, văn bản chưa có phụ lục",
            "the text points to `{typed}`; the paper has no appendix"
        )
    } else {
        both!(
            "nội dung nhắc đến `{typed}`, văn bản chỉ có {count} phụ lục",
            "the text points to `{typed}`; the paper has {count}"
        )
    };
    let help = if count == 0 {
        both!(
            "thêm phụ lục ở mục `phụ lục`; gửi kèm thành tệp riêng thì để nguyên",
            "add it in `phụ lục`; leave it as it is where it goes along as a file of its own"
        )
    } else {
        both!(
            "thêm phụ lục đó ở mục `phụ lục`, hoặc sửa số",
            "add it in `phụ lục`, or correct the number"
        )
    };
    let label = both!("phụ lục này không có", "there is no such appendix");
    let problem = APPENDIX_NOT_THERE.problem(message, label, help);
    if count == 0 { problem.of_severity(Severity::Note) } else { problem }
}

/// The number of an appendix in the numerals of the other regime.
static APPENDIX_NUMERAL: Rule = Rule {
    id: "appendix-numeral",
    family: Family::Fields,
    clause: Some("HD 05-HD/VPTW, II.1; NĐ 30/2020/NĐ-CP, Phụ lục I, III.1"),
    explanation: Bilingual {
        vi: "Phụ lục được in số La Mã trong văn bản nhà nước (`Phụ lục II`), số Ả Rập trong văn \
             bản Đảng (`Phụ lục 2`); nội dung nhắc đến cũng viết như vậy.",
        en: "Appendices have Roman numbers in documents of the State (`Phụ lục II`), Arabic ones \
             in those of the Party (`Phụ lục 2`); the text points to them by the same.",
    },
    wrong: Example::fields(
        "phụ lục: [{tiêu đề: Một, nội dung: Một.}, {tiêu đề: Hai, nội dung: Hai.}]",
    )
    .with_body("Phân công theo dõi các thôn tại Phụ lục II."),
    right: Example::fields(
        "phụ lục: [{tiêu đề: Một, nội dung: Một.}, {tiêu đề: Hai, nội dung: Hai.}]",
    )
    .with_body("Phân công theo dõi các thôn tại Phụ lục 2."),
    ..Rule::BINDING
};

fn appendix_numeral(typed: &str, fit: &str) -> Problem {
    APPENDIX_NUMERAL.problem(
        both!(
            "`{typed}` được in là `Phụ lục {fit}`",
            "`{typed}` is printed as `Phụ lục {fit}`"
        ),
        both!("khác với số ở phụ lục", "another number than above the appendix"),
        both!("viết `Phụ lục {fit}`", "write `Phụ lục {fit}`"),
    )
}

/// Words with which a text points to what is attached.
const POINTERS: [&str; 8] =
    ["phụ lục", "kèm", "biểu", "mẫu", "bảng", "danh sách", "danh mục", "đề cương"];

/// Compares the appendices with what the text says of them.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let labelled = |one: &&Appendix| one.label() == Some(AppendixLabel::Appendix);
    let appendices: Vec<&Appendix> =
        draft.document.appendices.iter().filter(labelled).collect();
    let lines: Vec<_> = draft
        .lines()
        .iter()
        .filter(|line| !matches!(line.part, Part::Appendix(_)))
        .map(|line| &line.line)
        .collect();
    let Some(first) = appendices.first() else {
        if draft.document.appendices.is_empty() {
            for line in lines {
                for range in attached(&line.text) {
                    let problem = appendix_not_there(&line.text[range.clone()], 0);
                    found.push(problem, line.span(range));
                }
            }
        }
        return;
    };
    let points = |text: &str| {
        let text = text.to_lowercase();
        let whole = |(at, word): (usize, &str)| {
            let (before, behind) = (&text[..at], &text[at + word.len()..]);
            !before.ends_with(char::is_alphanumeric)
                && !behind.starts_with(char::is_alphanumeric)
        };
        POINTERS.iter().any(|word| text.match_indices(word).any(whole))
    };
    let fields = draft.values().iter().filter(|value| value.group.is_none());
    let mut texts = lines.iter().copied().chain(fields.map(|value| &value.line));
    if !lines.is_empty() && !texts.any(|line| points(&line.text)) {
        found.push(appendix_unannounced(), first.title.span);
    }
    let count = appendices.len();
    let regime = draft.document.regime.value;
    for line in lines {
        for Pointer { whole, number, value } in pointers(&line.text) {
            let typed = &line.text[whole.clone()];
            let there = usize::try_from(value).is_ok_and(|value| value <= count);
            if !there {
                found.push(appendix_not_there(typed, count), line.span(whole));
                continue;
            }
            let fit = match regime {
                Regime::Party => value.to_string(),
                Regime::State => roman(value),
            };
            let same = line.text[number.clone()].trim_start_matches('0') == fit;
            if count > 1 && !same {
                let fix = line
                    .written(number)
                    .map(|span| Fix::from_iter([(span, fit.clone())]));
                found.push_fixed(appendix_numeral(typed, &fit), line.span(whole), fix);
            }
        }
    }
}
