//! The text of a State document ends with `./.`.

use super::mark::{end_of, ended};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Regimes, Rule, both,
};
use crate::document::outline::{Block, BlockKind, Inline, plain_text};
use crate::document::{END, Outline};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&END_MARK_MISSING];

/// A text of the State's regime that does not end with `./.`.
static END_MARK_MISSING: Rule = Rule {
    id: "end-mark-missing",
    family: Family::Endings,
    regimes: Regimes::State,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4"),
    explanation: Bilingual {
        vi: "Văn bản của Nhà nước kết thúc nội dung bằng `./.`.",
        en: "The text of a State document ends with `./.`.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ."),
    right: Example::body("Các thôn báo cáo tiến độ./."),
    ..Rule::BINDING
};

/// The text does not end with `./.`; `stop` where it ends with a full stop.
pub(super) fn end_mark_missing(stop: bool) -> Problem {
    END_MARK_MISSING.problem(
        both!("cuối nội dung chưa có dấu `./.`", "the text does not end with `./.`"),
        both!(
            "văn bản của Nhà nước kết thúc ở đây bằng `./.`",
            "documents of the State end with `./.` here"
        ),
        if stop {
            both!("thêm `/.` sau dấu chấm này", "add `/.` behind this full stop")
        } else {
            both!("thêm `./.` vào đây", "add `./.` here")
        },
    )
}

/// The text ends with `./.`, unless the template ends it. The text of a borrowed paper is not
/// `printed` where a kind does without.
pub(super) fn check(
    outline: &Outline,
    printed: bool,
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let parts = if printed { &outline.main()[..] } else { &[&outline.closing[..]] };
    let Some(last) = parts.iter().rev().find_map(|blocks| blocks.last()) else { return };
    let Some(text) = last_text(last) else { return };
    let plain = plain_text(text);
    if plain.trim_end().ends_with(END) {
        return;
    }
    if let Some((span, text)) = end_of(text) {
        let stop = plain.trim_end().ends_with('.');
        let fix = text.and_then(|text| ended(text, stop, sources));
        found.push_fixed(end_mark_missing(stop), span, fix);
    }
}

/// The text of the last lines, where they are text.
fn last_text(block: &Block) -> Option<&[Inline]> {
    match &block.kind {
        BlockKind::Paragraph(text) => Some(text),
        BlockKind::Item(item) => match item.children.last() {
            Some(child) => last_text(child),
            None => Some(&item.text),
        },
        BlockKind::Quotation(_)
        | BlockKind::Table(_)
        | BlockKind::Picture(_)
        | BlockKind::Preformatted(_)
        | BlockKind::Aligned(_)
        | BlockKind::Separator => None,
    }
}
