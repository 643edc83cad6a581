//! One meeting has one word: `cuộc họp` or `hội nghị`.

use super::places::{also, place};
use super::words::is_whole;
use super::{Checked, Draft};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::source::{Span, lowercase_in_place};

/// The rule of the word for the meeting.
pub(super) const FAMILY: Checked = Checked { rules: &[RULES], check };

/// The rules of this file.
const RULES: &[&Rule] = &[&MEETING_WORDS];

/// The meeting of a paper under another word than its subject has.
static MEETING_WORDS: Rule = Rule {
    id: "meeting-words",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Trích yếu gọi là `cuộc họp` thì nội dung cũng gọi là `cuộc họp`; đổi sang `hội nghị` \
             làm người đọc ngờ là hai lần họp. Hội nghị khác được nêu tên thì không bị nhắc.",
        en: "A meeting that the subject calls `cuộc họp` is so called in the text, too; `hội nghị` \
             looks like another one. Other meetings that are named are passed over.",
    },
    wrong: Example::body(
        "Các đại biểu dự hội nghị thảo luận. Chủ trì hội nghị thống nhất, kết luận.",
    ),
    right: Example::body(
        "Các đại biểu dự cuộc họp thảo luận. Chủ trì cuộc họp thống nhất, kết luận.",
    ),
    ..Rule::NOTE
};

fn meeting_words(own: &str, other: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    MEETING_WORDS.problem(
        both!(
            "trích yếu gọi là `{own}`, ở đây gọi là `{other}`{vi}",
            "the subject says `{own}`, here it is `{other}`{en}"
        ),
        both!("cùng một cuộc họp?", "the same meeting?"),
        both!("dùng một từ: `{own}`", "keep to one word: `{own}`"),
    )
}

/// The words for a meeting.
const WORDS: [&str; 2] = ["cuộc họp", "hội nghị"];

/// What stands before the word where the meeting of the paper is meant.
const BEFORE: [&str; 6] = ["dự ", "tại ", "chủ trì ", "kết luận ", "kết thúc ", "trong "];

/// What may stand right behind it then: other words would be its name.
const BEHIND: [&str; 7] =
    [" có ", " thống nhất", " đã ", " kết luận", " và ", " thảo luận", " gồm "];

/// Says where the text has the other word.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Some(subject) = &draft.document.subject else { return };
    let subject = subject.as_str().to_lowercase();
    let named: Vec<&str> =
        WORDS.into_iter().filter(|word| subject.contains(word)).collect();
    let [own] = named[..] else { return };
    let Some(other) = WORDS.into_iter().find(|word| *word != own) else { return };
    let mut spans: Vec<Span> = Vec::new();
    for line in draft.lines().iter().filter(|line| !line.quoted && line.is_prose()) {
        let small = lowercase_in_place(line.text());
        for (at, _) in small.match_indices(other) {
            let range = at..at + other.len();
            let behind = &small[range.end..];
            let ends = behind.is_empty()
                || behind.starts_with(['.', ',', ';', ':', ')'])
                || BEHIND.iter().any(|word| behind.starts_with(word));
            let meant = BEFORE.iter().any(|word| small[..at].ends_with(word));
            if ends && meant && is_whole(&small, &range) {
                spans.push(place(&line.line, range));
            }
        }
    }
    let Some(first) = spans.first() else { return };
    found.push(meeting_words(own, other, &also(&spans, draft.sources)), *first);
}
