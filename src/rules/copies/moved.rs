//! What makes the document a copy found no room below its last part, told at the copy.

use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::DocumentCopy;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&COPY_MOVED];

/// What makes a copy stands on a page of its own.
static COPY_MOVED: Rule = Rule {
    id: "copy-moved",
    family: Family::Copies,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, II.2; HD 05-HD/VPTW, III.2.2"),
    explanation: Bilingual {
        vi: "Phần bản sao nằm ngay dưới phần cuối của văn bản, trên cùng tờ giấy. Trang cuối không còn \
             đủ chỗ thì cả phần đó sang trang sau, vì văn bản được sao giữ nguyên từng dòng.",
        en: "What makes a copy stands right below the last part of the text, on the same sheet. \
             Where the last page has no room left, all of it goes to the next one, for no line of \
             what is copied moves.",
    },
    wrong: Example::described(
        "văn bản có trang cuối gần kín mà có mục `sao`",
        "a document with `sao` whose last page is nearly full",
    ),
    right: Example::described(
        "in hai mặt, để phần bản sao ở mặt sau của trang cuối",
        "print on both sides, so that it stands on the back of the last page",
    ),
    ..Rule::REPORT
};

/// Tells that what makes a copy stands alone on `page`.
#[must_use]
pub fn copy_moved(copy: &DocumentCopy, page: usize) -> Diagnostics {
    let before = page - 1;
    let problem: Problem = COPY_MOVED.problem(
        both!(
            "trang {before} không còn chỗ, phần bản sao sang trang {page}",
            "page {before} has no room left: what makes the copy stands on page {page}"
        ),
        both!("bản sao này", "this copy"),
        both!(
            "in trang {before} và trang {page} vào hai mặt của cùng một tờ giấy",
            "print pages {before} and {page} on both sides of one sheet"
        ),
    );
    Diagnostics::from_iter([(problem, copy.form.span())])
}
