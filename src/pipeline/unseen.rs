//! Characters that are not seen and no part of Vietnamese. None of them reaches a page.
//!
//! One that turns the direction of writing is an error: with `Lục \u{202e}Bình` what the editor
//! shows is not what stands in the file. Of others (joiners, blanks without width, soft hyphens),
//! which come along with text copied from Word, Zalo and web pages, only a note is taken.

use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::source::{FileId, Source, Span, is_unseen};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&BIDI_CONTROL, &UNSEEN_CHARACTER];

/// A character that turns the direction of writing (Unicode property `Bidi_Control`).
static BIDI_CONTROL: Rule = Rule {
    id: "bidi-control",
    family: Family::File,
    explanation: Bilingual {
        vi: "Ký tự đổi chiều chữ (dành cho chữ Ả Rập, Do Thái) không nhìn thấy được, hay lẫn vào \
             khi sao chép từ điện thoại. Nó có thể đảo ngược chữ đứng quanh nó trên giấy.",
        en: "Characters that turn the direction of writing (for Arabic and Hebrew) are not seen \
             and come along with text copied from telephones. One can reverse the words around \
             it on the paper.",
    },
    wrong: Example::fields("địa danh: Lục \u{202e}Bình"),
    right: Example::fields("địa danh: Lục Bình"),
    ..Rule::ERROR
};

/// A line has such a character.
fn bidi_control(character: char) -> Problem {
    let code = u32::from(character);
    BIDI_CONTROL.problem(
        both!(
            "dòng này có ký tự đổi chiều chữ không nhìn thấy được (U+{code:04X})",
            "this line has an invisible character that turns the direction of writing \
             (U+{code:04X})"
        ),
        both!("ký tự ẩn", "invisible character"),
        both!(
            "xóa ký tự này; `vanban check --fix` xóa mọi ký tự như vậy",
            "delete it; `vanban check --fix` deletes all of them"
        ),
    )
}

/// Any other character that is not seen.
static UNSEEN_CHARACTER: Rule = Rule {
    id: "unseen-character",
    family: Family::File,
    explanation: Bilingual {
        vi: "Dấu nối, dấu cách không độ rộng, gạch nối mềm, dấu chọn kiểu chữ không nhìn thấy được, \
             hay lẫn vào khi sao chép từ Word, Zalo, trang web. Chúng không được in, nhưng làm cho \
             việc tìm chữ trong tệp không ra.",
        en: "Joiners, blanks without width, soft hyphens and selectors of variants are not seen and \
             come along with text copied from Word, Zalo and web pages. They are not printed, but \
             keep a search in the file from finding the words.",
    },
    wrong: Example::body("Các th\u{200b}ôn báo cáo."),
    right: Example::body("Các thôn báo cáo."),
    ..Rule::WARNING
};

/// A line has such characters.
fn unseen_character(character: char) -> Problem {
    let code = u32::from(character);
    UNSEEN_CHARACTER.problem(
        both!(
            "dòng này có ký tự không nhìn thấy được (U+{code:04X}), không in ra giấy",
            "this line has an invisible character (U+{code:04X}), which is not printed"
        ),
        both!("ký tự ẩn", "invisible character"),
        both!(
            "xóa ký tự này; `vanban check --fix` xóa mọi ký tự như vậy",
            "delete it; `vanban check --fix` deletes all of them"
        ),
    )
}

/// Says in which lines of a file such characters stand; each line is mended as a whole.
pub(super) fn check(file: FileId, source: &Source) -> Diagnostics {
    let mut found = Diagnostics::default();
    let text = &source.text()[source.start()..];
    let unseen = text.char_indices().filter(|(_, c)| !c.is_ascii() && is_unseen(*c));
    let mut line: Vec<(usize, char)> = Vec::new();
    let mut number = 0;
    for (at, character) in unseen {
        let at = source.start() + at;
        let here = source.position(at).line;
        if here != number {
            report(&line, file, &mut found);
            line.clear();
            number = here;
        }
        line.push((at, character));
    }
    report(&line, file, &mut found);
    found
}

/// Reports the first of each sort in a line, with what takes out all of that sort.
fn report(line: &[(usize, char)], file: FileId, found: &mut Diagnostics) {
    let span =
        |(at, character): &(usize, char)| Span::new(file, *at..at + character.len_utf8());
    for turns in [true, false] {
        let sort: Vec<_> =
            line.iter().filter(|(_, c)| turns_direction(*c) == turns).collect();
        let Some(first) = sort.first() else { continue };
        let problem =
            if turns { bidi_control(first.1) } else { unseen_character(first.1) };
        let fix: Fix = sort.iter().map(|one| (span(one), String::new())).collect();
        found.push_fixed(problem, span(first), Some(fix));
    }
}

/// Whether a character turns the direction of writing (Unicode property `Bidi_Control`).
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
