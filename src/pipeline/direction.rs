//! Characters that turn the direction of writing: invisible, and no part of Vietnamese.
//!
//! `Lục \u{202e}Bình` would reverse the words around it, those of the template as well.

use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::source::{FileId, Source, Span};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&BIDI_CONTROL];

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

/// Says in which lines of a file such characters stand; each line is mended as a whole.
pub(super) fn check(file: FileId, source: &Source) -> Diagnostics {
    let mut found = Diagnostics::default();
    let mut line: Vec<(usize, char)> = Vec::new();
    let mut number = 0;
    for (at, character) in source.text().char_indices().filter(|(_, c)| is_control(*c)) {
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

/// Reports the first of some characters, with what takes out all of them.
fn report(line: &[(usize, char)], file: FileId, found: &mut Diagnostics) {
    let span =
        |(at, character): &(usize, char)| Span::new(file, *at..at + character.len_utf8());
    if let Some(first) = line.first() {
        let fix: Fix = line.iter().map(|one| (span(one), String::new())).collect();
        found.push_fixed(bidi_control(first.1), span(first), Some(fix));
    }
}

/// Whether a character has the property `Bidi_Control`.
fn is_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
