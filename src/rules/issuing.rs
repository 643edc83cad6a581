//! What a paper that is to be issued (ban hành) must have: number, date, signer, no mark of a draft.

use super::{Checked, Draft};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Rule, both, whole_file,
};
use crate::document::Text;
use crate::document::field::{self, Field};
use crate::source::{FileId, Span};

/// The rules of what is to be issued.
pub(super) const FAMILY: Checked = Checked { rules: &[&[&ISSUE_INCOMPLETE]], check };

/// Something is still to be filled in by pen in a paper that is to be issued.
static ISSUE_INCOMPLETE: Rule = Rule {
    id: "issue-incomplete",
    family: Family::Fields,
    clause: Some(
        "HD 05-HD/VPTW, 3.1.1, 4.1.2, 7.1; NĐ 30/2020/NĐ-CP, Điều 15; Phụ lục I, II",
    ),
    explanation: Bilingual {
        vi: "Văn bản ban hành có số, ngày tháng năm, họ tên người ký, và không còn là dự thảo. Chỉ \
             xem khi gõ `--for-issue`; khi soạn thì những chỗ đó được chừa cho bút.",
        en: "A paper that is issued has a number, a date and the name of who signs, and is no draft \
             any more. Only `--for-issue` asks for that; while it is drafted the room is left for \
             the pen.",
    },
    wrong: Example::fields("số:").for_issue(),
    right: Example::fields("số: 12").for_issue(),
    ..Rule::BINDING
};

/// `what` is not there, which `field` would say.
fn issue_incomplete(
    what: &Bilingual<&'static str>,
    field: Field,
    draft: bool,
) -> Problem {
    let (vi, en, name) = (what.vi, what.en, field.name);
    let problem = ISSUE_INCOMPLETE.problem(
        if draft {
            both!(
                "văn bản ban hành không còn là dự thảo",
                "a paper that is issued is no draft"
            )
        } else {
            both!("văn bản ban hành còn thiếu {vi}", "a paper that is issued lacks {en}")
        },
        both!("xem mục `{name}`", "see `{name}`"),
        if draft {
            both!("xóa mục `{name}`", "delete `{name}`")
        } else {
            both!("ghi {vi} ở mục `{name}`", "write {en} in `{name}`")
        },
    );
    problem.of_field(name, None).with_clause(field.clause.unwrap_or_default())
}

/// Says what a paper that is to be issued still lacks.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    if !draft.for_issue {
        return;
    }
    let document = draft.document;
    let mut lacks = |vi, en, field: Field, span: Option<Span>| {
        let span = span.unwrap_or_else(|| whole_file(FileId::DOCUMENT));
        let is_draft = field == field::DRAFT;
        found.push(issue_incomplete(&Bilingual { vi, en }, field, is_draft), span);
    };
    let omits = |field: Field| {
        draft.templates.chosen().is_some_and(|kind| kind.can_omit(field.name))
    };
    let numbered = document.symbol.is_some() || !omits(field::SYMBOL);
    if numbered && document.number.as_ref().is_none_or(Text::is_blank) {
        let span = document.number.as_ref().map(|number| number.span);
        lacks(
            "số văn bản",
            "its number",
            field::NUMBER,
            span.or(document.symbol.as_ref().map(|symbol| symbol.span)),
        );
    }
    if document.signing_date.day().is_none() {
        let place = document.place.span;
        lacks("ngày ký", "the day of signing", field::SIGNING_DATE, Some(place));
    }
    // Where a kind does without `ký`, its own fields name who signs.
    for signature in document.signatures.iter() {
        if omits(field::SIGNATURES) && signature.texts().next().is_none() {
            continue;
        }
        if signature.name.0.as_ref().is_none_or(Text::is_blank) {
            let span = signature.texts().next().map(|text| text.span);
            lacks("họ tên người ký", "the name of who signs", field::SIGNATURES, span);
        }
    }
    if let Some(count) = &document.draft {
        lacks("", "", field::DRAFT, Some(count.span));
    }
}
