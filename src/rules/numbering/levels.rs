//! The tree of headings: no level left out, no heading with one child or with nothing under it.

use super::super::Draft;
use super::super::places::{also, place};
use super::super::text_lines::TextLine;
use super::numbered;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::mark::MARK;
use crate::document::outline::{Item, Rank};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] =
    &[&LEVEL_SKIPPED, &HEADING_LONE_CHILD, &HEADING_EMPTY];

/// A number two levels below the one above it.
static LEVEL_SKIPPED: Rule = Rule {
    id: "level-skipped",
    family: Family::Numbering,
    clause: Some("HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.c"),
    explanation: Bilingual {
        vi: "Các cấp đi lần lượt: dưới `1.` là `1.1.` rồi mới đến `1.1.1.`; bỏ qua một cấp thì \
             người đọc tìm mục không có.",
        en: "Levels go one by one: `1.1.` stands under `1.`, `1.1.1.` under that; where one is left \
             out, a reader looks for what is not there.",
    },
    wrong: Example::body(
        "1. Kinh tế\n\n1.1.1. Rà soát tiêu chí.\n\n1.1.2. Báo cáo tiến độ.",
    ),
    right: Example::body("1. Kinh tế\n\n1.1. Rà soát tiêu chí.\n\n1.2. Báo cáo tiến độ."),
    ..Rule::WARNING
};

fn level_skipped(label: &str, above: &str) -> Problem {
    LEVEL_SKIPPED.problem(
        both!(
            "`{label}` đứng ngay dưới `{above}`, thiếu một cấp ở giữa",
            "`{label}` stands right under `{above}`, with a level left out"
        ),
        both!("thấp hơn hai cấp", "two levels lower"),
        both!(
            "thêm mục ở cấp giữa, hoặc đánh số lại lên một cấp",
            "add an item of the level between, or number it one level higher"
        ),
    )
}

/// A heading with one numbered item under it.
static HEADING_LONE_CHILD: Rule = Rule {
    id: "heading-lone-child",
    family: Family::Numbering,
    explanation: Bilingual {
        vi: "Chia nhỏ thì phải có từ hai phần; một mục con duy nhất thì số của nó không để làm gì.",
        en: "What is divided has two parts at least; the number of an only child says nothing.",
    },
    wrong: Example::body(
        "**I. Nhiệm vụ**\n\n1. Rà soát tiêu chí.\n\n**II. Tổ chức thực hiện**\n\nCác thôn báo cáo.",
    ),
    right: Example::body(
        "**I. Nhiệm vụ**\n\nRà soát tiêu chí.\n\n**II. Tổ chức thực hiện**\n\nCác thôn báo cáo.",
    ),
    ..Rule::NOTE
};

fn heading_lone_child(label: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    HEADING_LONE_CHILD.problem(
        both!(
            "mục `{label}` chỉ có một mục con{vi}",
            "`{label}` has one item under it{en}"
        ),
        both!("chỉ có một mục con", "one item only"),
        both!(
            "bỏ số của mục con đó, hoặc chia thành nhiều mục",
            "leave its number out, or divide it"
        ),
    )
}

/// A heading with nothing under it.
static HEADING_EMPTY: Rule = Rule {
    id: "heading-empty",
    family: Family::Numbering,
    explanation: Bilingual {
        vi: "Đề mục báo trước nội dung ở dưới; không có gì ở dưới thì hoặc còn thiếu, hoặc chính \
             nó là nội dung: khi đó viết thành câu, không in đậm như đề mục.",
        en: "A heading announces what stands under it; where nothing does, either something is \
             missing, or it is itself what is to be said: then it is a sentence, not in bold.",
    },
    wrong: Example::body(
        "**I. Nhiệm vụ**\n\n**1. Duy trì 14 tiêu chí**\n\n**2. Tiêu chí mới**\n\nRà soát tiêu chí số 2.",
    ),
    right: Example::body(
        "**I. Nhiệm vụ**\n\n1. Duy trì 14 tiêu chí.\n\n2. Rà soát tiêu chí số 2.",
    ),
    ..Rule::NOTE
};

fn heading_empty(label: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    HEADING_EMPTY.problem(
        both!("đề mục `{label}` không có nội dung ở dưới{vi}", "heading `{label}` has nothing under it{en}"),
        both!("dưới đề mục này không có gì", "nothing stands under this heading"),
        both!(
            "viết nội dung ở dưới; nếu đây chính là nhiệm vụ thì viết thành câu, thêm dấu chấm",
            "write what belongs under it; where it is the task itself, make it a sentence with a \
             full stop"
        ),
    )
}

/// How many levels a rank stands below another where one has to lie between.
fn skips(above: Rank, below: Rank) -> bool {
    match below {
        Rank::Decimal(parts) if parts > 2 => match above {
            Rank::Arabic => true,
            Rank::Decimal(own) => own + 1 < parts,
            Rank::Part
            | Rank::Chapter
            | Rank::Section
            | Rank::Subsection
            | Rank::Article
            | Rank::Capital
            | Rank::Roman
            | Rank::Letter
            | Rank::Bracket
            | Rank::LowerRoman
            | Rank::Dash(_) => false,
        },
        Rank::Part
        | Rank::Chapter
        | Rank::Section
        | Rank::Subsection
        | Rank::Article
        | Rank::Capital
        | Rank::Roman
        | Rank::Arabic
        | Rank::Decimal(_)
        | Rank::Letter
        | Rank::Bracket
        | Rank::LowerRoman
        | Rank::Dash(_) => false,
    }
}

/// Says what is wrong with the tree of headings.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let lines = draft.lines();
    let mut said: Option<usize> = None;
    for (line, number) in numbered(draft) {
        let Some(at) = line.parent else { continue };
        let above = lines[at].item().and_then(|item| item.number.as_ref());
        if let Some(above) = above
            && number.typed
            && skips(above.rank, number.rank)
            && said.replace(at) != Some(at)
        {
            found.push(level_skipped(&number.label, &above.label), number.span);
        }
    }
    let headings = || {
        numbered(draft).filter(|(line, number)| {
            !number.rank.is_legal() && line.item().is_some_and(|item| item.heading)
        })
    };
    // In a new file one item stands for those that are still to be written.
    let written = |line: &TextLine<'_>| !line.line.text.contains(MARK);
    let lone = headings().filter(|(line, _)| written(line));
    let lone = lone.filter(|(line, _)| line.item().is_some_and(has_lone_child));
    summary(
        lone.map(|(line, number)| (line, number.label.as_str())),
        draft,
        heading_lone_child,
        found,
    );
    let empty = headings().filter(|(line, _)| is_empty(line));
    summary(
        empty.map(|(line, number)| (line, number.label.as_str())),
        draft,
        heading_empty,
        found,
    );
}

/// Says one thing of several lines in one message.
fn summary<'d, 'a: 'd>(
    lines: impl Iterator<Item = (&'d TextLine<'a>, &'d str)>,
    draft: &Draft<'a>,
    problem: fn(&str, &Bilingual) -> Problem,
    found: &mut Diagnostics,
) {
    let lines: Vec<_> = lines.collect();
    let Some((_, label)) = lines.first() else { return };
    let spans: Vec<Span> = lines
        .iter()
        .map(|(line, _)| place(&line.line, 0..line.line.text.trim_end().len()))
        .collect();
    found.push(problem(label, &also(&spans, draft.sources)), spans[0]);
}

/// Whether one numbered item, and no other, stands right under an item.
fn has_lone_child(item: &Item) -> bool {
    let children = item.children.iter().filter_map(|block| block.as_item());
    let ranks = children.map(|child| child.number.as_ref().map(|number| number.rank));
    let ranks: Vec<_> = ranks.collect();
    matches!(&ranks[..], [Some(rank)] if !matches!(rank, Rank::Dash(_)))
}

/// Whether nothing stands under a heading that is no sentence itself.
fn is_empty(line: &TextLine<'_>) -> bool {
    let text = line.line.text.trim_end();
    let sentence = text.ends_with(['.', ';', ':', '!', '?', ',', '/', ')', '”']);
    !sentence && line.item().is_some_and(|item| item.children.is_empty())
}
