//! Words in the place of others, and words that stand twice.

use super::reading::Reading;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::language::{self, WordSlip};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&DOUBLED_WORD, &WORD_SLIP];

/// A word that stands twice in a row.
static DOUBLED_WORD: Rule = Rule {
    id: "doubled-word",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Một tiếng gõ hai lần liền nhau. Từ láy (`dần dần`, `luôn luôn`) và chỗ hai từ giáp nhau \
             (`cơ quan quan tâm`) thì không xét.",
        en: "A word is typed twice in a row. Words that are doubled on purpose (`dần dần`, `luôn \
             luôn`) and the meeting of two words (`cơ quan quan tâm`) are not looked at.",
    },
    wrong: Example::body("Thực hiện tốt công tác khoán khoán bảo vệ rừng."),
    right: Example::body("Thực hiện tốt công tác khoán bảo vệ rừng."),
    ..Rule::WARNING
};

fn doubled_word(words: &str) -> Problem {
    DOUBLED_WORD.problem(
        both!("`{words}` lặp hai lần liền nhau", "`{words}` stands twice in a row"),
        both!("lặp", "twice"),
        both!(
            "xóa một tiếng, hoặc sửa tiếng gõ nhầm",
            "delete one of them, or mend the one that should be another word"
        ),
    )
}

/// A word in the place of another one.
static WORD_SLIP: Rule = Rule {
    id: "word-slip",
    family: Family::Language,
    explanation: Bilingual {
        vi: "Cụm từ này hay bị gõ nhầm thành một từ khác cũng có nghĩa (`bổ xung`, `phân đấu`, `nhà \
             04 văn hóa`), nên xem từng tiếng thì không thấy.",
        en: "The phrase is a common slip that makes another word (`bổ xung`, `phân đấu`, `nhà 04 văn \
             hóa`), so that no single syllable shows it.",
    },
    wrong: Example::body("Xã phân đấu bổ xung 04 tiêu chí."),
    right: Example::body("Xã phấn đấu bổ sung 04 tiêu chí."),
    ..Rule::WARNING
};

fn word_slip(typed: &str, slip: &WordSlip) -> Problem {
    let right = &slip.right;
    let problem = WORD_SLIP.problem(
        both!("`{typed}` có lẽ là `{right}`", "`{typed}` is probably `{right}`"),
        both!("gõ nhầm từ", "another word"),
        if slip.sure {
            both!("viết `{right}`", "write `{right}`")
        } else {
            both!(
                "viết `{right}`; đúng ý thì đặt trong ngoặc kép hoặc viết cách khác",
                "write `{right}`; if it is meant so, put it in quotation marks or say it otherwise"
            )
        },
    );
    problem.suggesting(Some(right))
}

/// Says which words of a line stand twice or in the place of others.
pub(super) fn check(reading: &Reading<'_>, sources: &Sources, found: &mut Diagnostics) {
    for range in language::doubled(&reading.words) {
        let span = reading.span(range.clone());
        // The end of a line may part them.
        if !reading.is_cited(&range) && !sources.slice(span).contains(['\n', '<', '\\']) {
            found.push(doubled_word(&reading.text()[range]), span);
        }
    }
    for slip in language::slips(&reading.words) {
        let range = slip.range.clone();
        if !reading.is_cited(&range) {
            let problem = word_slip(&reading.text()[range.clone()], &slip);
            let fix =
                slip.sure.then(|| reading.fix(range.clone(), &slip.right)).flatten();
            found.push_fixed(problem, reading.span(range), fix);
        }
    }
}
