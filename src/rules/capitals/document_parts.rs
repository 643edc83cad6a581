//! Parts of documents: `điểm a khoản 2 Điều 5`.

use super::super::Draft;
use super::super::words::{Word, is_start};
use super::{CutLine, Wrong, say};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{capitalised, uncapitalised};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CAPITALS_OF_PART];

/// A part of a document with a capital too many or too few.
static CAPITALS_OF_PART: Rule = Rule {
    id: "capitals-of-part",
    family: Family::Capitals,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, V.7"),
    explanation: Bilingual {
        vi: "Viện dẫn một phần của văn bản thì viết hoa `Phần`, `Chương`, `Mục`, `Điều`, còn \
             `khoản`, `điểm` viết thường.",
        en: "Where parts of a document are cited, `Phần`, `Chương`, `Mục`, `Điều` have a capital, \
             `khoản` and `điểm` none.",
    },
    wrong: Example::body("Các thôn thực hiện theo Điểm a Khoản 2 điều 5 của Quy chế."),
    right: Example::body("Các thôn thực hiện theo điểm a khoản 2 Điều 5 của Quy chế."),
    ..Rule::WARNING
};

fn capitals_of_part(written: &str, right: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    CAPITALS_OF_PART.problem(
        both!(
            "viện dẫn `{written}` viết hoa chưa đúng{vi}",
            "the citation `{written}` has wrong capitals{en}"
        ),
        both!("viết hoa chưa đúng", "wrong capitals"),
        both!("viết `{right}`", "write `{right}`"),
    )
}

/// Says which parts of documents have wrong capitals.
pub(super) fn check(lines: &[CutLine<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let mut wrong = Vec::new();
    for CutLine { line, words, .. } in lines {
        let text = line.text.as_str();
        let mut at = 0;
        while at < words.len() {
            let count = chain(&words[at..], text);
            if count >= 4 || (count == 2 && is_lone_article(words, at)) {
                let part = &words[at..at + count];
                let range = part[0].range.start..part[count - 1].range.end;
                let right = right(part, text);
                if right != text[range.clone()] {
                    wrong.push(Wrong { line, range, right });
                }
            }
            at += count.max(1);
        }
    }
    say(&wrong, draft, true, capitals_of_part, found);
}

/// How many words belong to a run of parts and their numbers: `điểm a khoản 2 Điều 5`.
fn chain(words: &[Word<'_>], text: &str) -> usize {
    let mut count = 0;
    let mut lowest = 3;
    while let [part, number, ..] = &words[count..] {
        let parts = ["điều", "khoản", "điểm"];
        let Some(rank) = parts.iter().position(|name| part.is(name)) else { break };
        let letters = number.text.chars().count() <= 2;
        let numbered = number.text.starts_with(|c: char| c.is_ascii_digit());
        let fits =
            if rank == 2 { letters && number.is_small() || numbered } else { numbered };
        let tight = &text[part.range.end..number.range.start] == " "
            && (count == 0
                || matches!(
                    &text[words[count - 1].range.end..part.range.start],
                    " " | ", "
                ));
        if !fits || !tight || rank >= lowest || part.is_all_capitals() {
            break;
        }
        lowest = rank;
        count += 2;
    }
    count
}

/// Whether a lone `điều 5` is an article of a document.
fn is_lone_article(words: &[Word<'_>], at: usize) -> bool {
    let before =
        at.checked_sub(1).map(|before| words[before].small()).unwrap_or_default();
    let behind = words.get(at + 2).map_or("", |word| word.text);
    words[at].text == "điều"
        && ["tại", "theo", "định", "ở"].contains(&&*before)
        && ["của", "Luật", "Nghị", "Quy", "Quyết", "Thông", "Bộ", "Điều", "này"]
            .contains(&behind)
}

/// A run of parts with the capitals that they have.
fn right(part: &[Word<'_>], text: &str) -> String {
    let mut out = String::new();
    let mut end = part[0].range.start;
    for (at, word) in part.iter().enumerate() {
        out.push_str(&text[end..word.range.start]);
        end = word.range.end;
        let first = at == 0 && is_start(text, word.range.start);
        let written = match &*word.small() {
            "điều" => capitalised(word.text),
            "khoản" | "điểm" if at % 2 == 0 && !first => uncapitalised(word.text),
            _ => word.text.to_owned(),
        };
        out.push_str(&written);
    }
    out
}
