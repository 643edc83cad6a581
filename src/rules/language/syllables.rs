//! Words that no syllable of Vietnamese can be: `nghành`, `qúy`, `đựơc`.

use std::collections::HashMap;

use super::reading::Reading;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::language::{Judgement, Traits, is_certain, judge};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&IMPOSSIBLE_SYLLABLE];

/// A word that is no syllable of Vietnamese.
static IMPOSSIBLE_SYLLABLE: Rule = Rule {
    id: "impossible-syllable",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Chữ này không ghép được thành âm tiết tiếng Việt: sai phụ âm đầu, vần, thanh hoặc chỗ \
             đặt dấu. Tên riêng, từ mượn, chữ viết tắt, ký hiệu, địa chỉ và lời trích trong ngoặc \
             kép thì không xét.",
        en: "The word cannot be a syllable of Vietnamese: its consonants, vowels, tone or the place \
             of the tone mark are wrong. Names, borrowed words, abbreviations, codes, addresses and \
             quotations are not looked at.",
    },
    wrong: Example::body("Các nghành báo cáo kết qủa hằng tháng."),
    right: Example::body("Các ngành báo cáo kết quả hằng tháng."),
    ..Rule::WARNING
};

/// `word` is none; one of `meant` probably was.
fn impossible_syllable(word: &str, meant: &[String]) -> Problem {
    let list = |or: &str| {
        let quoted: Vec<String> = meant.iter().map(|word| format!("`{word}`")).collect();
        quoted.join(or)
    };
    let (vi, en) = (list(" hoặc "), list(" or "));
    let problem = IMPOSSIBLE_SYLLABLE.problem(
        both!(
            "`{word}` không phải âm tiết tiếng Việt",
            "`{word}` is no syllable of Vietnamese"
        ),
        both!("sai chính tả", "misspelt"),
        both!(
            "có lẽ là {vi}; là tên riêng hay từ mượn thì đặt trong ngoặc kép",
            "probably {en}; put a name or a borrowed word in quotation marks"
        ),
    );
    problem.suggesting(meant.first().map(String::as_str))
}

/// The words that were judged so far, of those that are no syllables: a name or an abbreviation
/// stands in a paper again and again.
pub(super) type Judged<'r> = HashMap<&'r str, Judgement>;

/// Says which words of a line are no syllables. Where only the tone mark stands on another letter,
/// there is one right answer.
pub(super) fn check<'r>(
    reading: &'r Reading<'_>,
    judged: &mut Judged<'r>,
    found: &mut Diagnostics,
) {
    for word in reading.own_words().filter(|word| !word.traits.has(Traits::SYLLABLE)) {
        let judgement = judged.entry(&word.text).or_insert_with(|| judge(&word.text));
        let Judgement::Impossible(meant) = judgement else { continue };
        let fix = match &meant[..] {
            [one] if is_certain(&word.text, one) => reading.fix(word.range.clone(), one),
            _ => None,
        };
        let problem = impossible_syllable(&word.text, meant);
        found.push_fixed(problem, reading.span(word.range.clone()), fix);
    }
}
