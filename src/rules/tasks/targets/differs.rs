//! One target that has two numbers in two places.

use std::collections::HashMap;

use super::above::Above;
use super::aimed::{Found, raw, whole};
use super::counts::{self, Count};
use super::reading::{self, Measured};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::rules::places::place;
use crate::rules::text_lines::{Part, TextLine};
use crate::source::lowercase_in_place;

/// A target with two numbers.
pub(super) static TARGET_DIFFERS: Rule = Rule {
    id: "target-differs",
    family: Family::Tasks,
    explanation: Bilingual {
        vi: "Một chỉ tiêu chỉ có một con số; hai chỗ ghi khác nhau thì một chỗ đã gõ nhầm hoặc quên \
             sửa, cấp dưới không biết theo chỗ nào. Chỉ nhắc khi hai chỗ nói về cùng một chỉ tiêu, \
             cùng năm, cùng phạm vi; việc đã đạt, số được giao, khoảng (`90 - 95%`) và từng vùng, \
             từng đơn vị thì không so. `08/08 thôn` ở chỗ này, `09/09 thôn` ở chỗ kia cũng vậy.",
        en: "A target has one number; where two places differ, one is a slip or was forgotten, and \
             nobody knows which one holds. Told only where both speak of one target, one year and \
             one whole; what was reached, what was set from above, spans (`90 - 95%`) and targets \
             of single areas or bodies are not compared. So it is with `08/08 thôn` here and `09/09 \
             thôn` there.",
    },
    wrong: Example::body(
        "Phấn đấu đến cuối năm 2026, thu nhập bình quân đầu người đạt 42 triệu \
         đồng/người/năm.\n\nTiếp tục thực hiện tiêu chí thu nhập, phấn đấu năm 2026 thu nhập bình \
         quân đạt 45 triệu đồng/người.",
    ),
    right: Example::body(
        "Phấn đấu đến cuối năm 2026, thu nhập bình quân đầu người đạt 42 triệu \
         đồng/người/năm.\n\nTiếp tục thực hiện tiêu chí thu nhập, phấn đấu năm 2026 thu nhập bình \
         quân đạt 42 triệu đồng/người.",
    ),
    ..Rule::WARNING
};

fn target_differs(what: &str, first: &str, second: &str) -> Problem {
    let problem = TARGET_DIFFERS.problem(
        both!(
            "chỉ tiêu `{what}` ghi hai số khác nhau: `{first}` và `{second}`",
            "the target `{what}` has two numbers: `{first}` and `{second}`"
        ),
        both!("ở đây là `{second}`", "`{second}` here"),
        both!(
            "xem lại số nào đúng, sửa chỗ kia; nếu là hai chỉ tiêu thì ghi rõ năm, phạm vi",
            "see which number is right and mend the other; of two targets say the year or the area"
        ),
    );
    problem.with_related(both!("ở đây là `{first}`", "`{first}` here"))
}

/// A count of a whole that has another total elsewhere.
fn total_differs(noun: &str, first: &str, second: &str) -> Problem {
    let problem = TARGET_DIFFERS.problem(
        both!(
            "tổng số `{noun}` ghi hai số khác nhau: `{first}` và `{second}`",
            "two places count another total of `{noun}`: `{first}` and `{second}`"
        ),
        both!("ở đây là `{second}`", "`{second}` here"),
        both!(
            "xem lại tổng số nào đúng, sửa chỗ kia; nếu chỉ nói về một phần thì ghi rõ phần nào",
            "see which total is right and mend the other; of a part say which one"
        ),
    );
    problem.with_related(both!("ở đây là `{first}`", "`{first}` here"))
}

/// Says where the main text has a target again with another number; what was to be reached before
/// the year in which the paper is `issued` was, or was not.
pub(super) fn check(
    lines: &[TextLine<'_>],
    measured: &[usize],
    issued: Option<i32>,
    found: &mut Diagnostics,
) {
    let small = |at: &usize| (*at, lowercase_in_place(lines[*at].text()));
    let main = measured.iter().filter(|at| lines[**at].part == Part::Main);
    let texts: Vec<(usize, String)> = main.map(small).collect();
    let read: Vec<(usize, &str, Vec<Measured<'_>>)> = texts
        .iter()
        .map(|(at, text)| (*at, text.as_str(), reading::measured(text)))
        .collect();
    let counts: Vec<(usize, &str, Vec<Count>)> =
        texts.iter().map(|(at, text)| (*at, text.as_str(), counts::read(text))).collect();
    // What stands above them is looked at only where two may be one, and differ.
    let all = read.iter().flat_map(|(_, _, all)| all);
    let targets = differ(all.map(|one| (one.kind.as_str(), one.number)));
    let all = counts.iter().flat_map(|(_, _, all)| all);
    let totals = differ(all.map(|count| (count.noun, count.total)));
    if !targets && !totals {
        return;
    }
    let above = Above::of(lines);
    if targets {
        let is_over = |one: &Found| {
            let year: Option<i32> = one.year.parse().ok();
            year.zip(issued).is_some_and(|(year, issued)| year < issued)
        };
        let all = read
            .into_iter()
            .flat_map(|(at, text, all)| whole(at, text, raw(text, all), &above));
        say(all.filter(|one| !is_over(one)), lines, target_differs, found);
    }
    if totals {
        let all = counts::whole(lines, &counts, &above);
        say(all, lines, total_differs, found);
    }
}

/// Whether two of these are of one kind and have other numbers.
fn differ<'k, N: PartialEq>(all: impl Iterator<Item = (&'k str, N)>) -> bool {
    let mut firsts: HashMap<&str, N> = HashMap::new();
    let mut all = all;
    all.any(|(kind, number)| {
        let differs = firsts.get(kind).is_some_and(|first| *first != number);
        firsts.entry(kind).or_insert(number);
        differs
    })
}

/// Compares what has the same key.
fn say(
    all: impl IntoIterator<Item = Found>,
    lines: &[TextLine<'_>],
    problem: impl Fn(&str, &str, &str) -> Problem,
    found: &mut Diagnostics,
) {
    let mut firsts: HashMap<String, Found> = HashMap::new();
    let mut told = None;
    for one in all {
        let here = (one.at, one.said.clone());
        let Some(first) = firsts.get(&one.key) else {
            firsts.insert(one.key.clone(), one);
            continue;
        };
        let apart = (first.at, &first.sentence) != (one.at, &one.sentence);
        if first.number == one.number || !apart || told.as_ref() == Some(&here) {
            continue;
        }
        let text = |one: &Found| lines[one.at].text()[one.said.clone()].to_owned();
        let span = |one: &Found| place(&lines[one.at].line, one.said.clone());
        let problem = problem(&one.what, &text(first), &text(&one));
        found.push_related(problem, span(&one), span(first));
        told = Some(here);
    }
}
