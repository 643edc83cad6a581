//! Roman heads have one style: `I.` or `I-`.

use super::super::Draft;
use super::super::places::also;
use super::numbered;
use crate::diagnostic::{
    Bilingual, Diagnostic, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::outline::{ItemNumber, Rank};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&HEAD_STYLES];

/// Roman heads of two styles in one paper.
static HEAD_STYLES: Rule = Rule {
    id: "head-styles",
    family: Family::Numbering,
    clause: Some("HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, V"),
    explanation: Bilingual {
        vi: "Số La Mã của các mục viết một kiểu trong cả văn bản: `I.` hoặc, như văn bản của Trung \
             ương Đảng, `I-`; không lẫn hai kiểu.",
        en: "Roman heads have one style through the whole paper: `I.` or, as in papers of the \
             Party's centre, `I-`; not both.",
    },
    wrong: Example::body(
        "**I. Đánh giá chung**\n\nCác thôn hoàn thành kế hoạch.\n\n**II- Nhiệm vụ**\n\nCác thôn \
         rà soát tiêu chí.",
    ),
    right: Example::body(
        "**I. Đánh giá chung**\n\nCác thôn hoàn thành kế hoạch.\n\n**II. Nhiệm vụ**\n\nCác thôn \
         rà soát tiêu chí.",
    ),
    ..Rule::BINDING
};

fn head_styles(label: &str, other: &str, fit: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    let problem = HEAD_STYLES.problem(
        both!(
            "số La Mã viết hai kiểu: `{label}`, còn nơi khác là `{other}`{vi}",
            "Roman heads have two styles: `{label}`, elsewhere `{other}`{en}"
        ),
        both!("kiểu khác", "another style"),
        both!("viết một kiểu, ở đây là `{fit}`", "keep to one style, here `{fit}`"),
    );
    problem.with_related(both!("kiểu kia", "the other style"))
}

/// Whether a head has a dash behind its number.
fn is_dashed(number: &ItemNumber) -> bool {
    !number.label.ends_with('.')
}

/// Says where the heads have another style than most of them, or than the first.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let heads = numbered(draft).map(|(_, number)| number);
    let heads = heads.filter(|number| number.rank == Rank::Roman && number.typed);
    let heads: Vec<&ItemNumber> = heads.collect();
    let dashed = heads.iter().filter(|number| is_dashed(number)).count();
    let stopped = heads.len() - dashed;
    let Some(first) = heads.first() else { return };
    if dashed == 0 || stopped == 0 {
        return;
    }
    let right_is_dashed =
        if dashed == stopped { is_dashed(first) } else { dashed > stopped };
    let (right, wrong): (Vec<&ItemNumber>, Vec<&ItemNumber>) =
        heads.iter().partition(|number| is_dashed(number) == right_is_dashed);
    let (Some(right), Some(one)) = (right.first(), wrong.first()) else { return };
    let suffix = right.label.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let bare = |label: &str| {
        label.trim_end_matches(|c: char| !c.is_ascii_alphabetic()).to_owned()
    };
    let fit = |label: &str| bare(label) + suffix;
    let edits = wrong.iter().map(|number| {
        let written = draft.sources.slice(number.span);
        (written == number.label).then(|| (number.span, fit(&number.label)))
    });
    let fix = edits.collect::<Option<Vec<_>>>().map(Fix::from_iter);
    let spans: Vec<Span> = wrong.iter().map(|number| number.span).collect();
    let also = also(&spans, draft.sources);
    let problem = head_styles(&one.label, &right.label, &fit(&one.label), &also);
    found.push_whole(Diagnostic {
        problem,
        span: one.span,
        related: Some(right.span),
        fix,
    });
}
