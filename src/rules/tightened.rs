//! What the program tightens so that the closing stays on the page of the text, told at the document.

use super::settings::written;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Document, Tightening};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&TIGHTENED];

/// A distance that gave a little.
static TIGHTENED: Rule = Rule {
    id: "tightened",
    family: Family::Page,
    explanation: Bilingual {
        vi: "Chữ ký sang trang mới chỉ vì thiếu chưa đến 3 mm thì chỗ ký thu bớt, rồi đến giãn \
             dòng, trong khoảng thể thức cho phép, để chữ ký nằm cùng trang với phần trên. Điều \
             văn bản tự chọn trong `trình bày` thì giữ nguyên.",
        en: "Where the signature would go to a new page for want of less than 3 mm, the room for \
             it gives a little, else the line spacing, within what the rules leave free, so that \
             it stays on the page of the text. What a document chooses itself stays as it is.",
    },
    wrong: Example::described(
        "văn bản dài hơn một trang chưa đến 3 mm",
        "a document that is less than 3 mm longer than a page",
    ),
    right: Example::described(
        "muốn giữ nguyên thì khai báo, ví dụ `trình bày: {chỗ ký: 32}`",
        "to keep the distance say so, as `trình bày: {chỗ ký: 32}`",
    ),
    ..Rule::REPORT
};

/// Tells what was tightened, so that the closing ends on `page`.
#[must_use]
pub fn tightened(
    document: &Document,
    tightening: &Tightening,
    page: usize,
) -> Diagnostics {
    let Tightening { setting, from, to, clause } = tightening;
    let (field, unit) = (setting.field, from.unit);
    let (less, kept) = (written(to.number), written(from.number));
    let value = kept.replace(',', ".");
    let next = page + 1;
    let help = if document.presentation.is_some() {
        both!(
            "muốn giữ {kept} {unit} thì thêm vào `trình bày` dòng `{field}: {value}`",
            "to keep {kept} {unit}, add the line `{field}: {value}` to `trình bày`"
        )
    } else {
        both!(
            "muốn giữ {kept} {unit} thì thêm dòng `trình bày: {{{field}: {value}}}`",
            "to keep {kept} {unit}, add the line `trình bày: {{{field}: {value}}}`"
        )
    };
    let problem: Problem = TIGHTENED.problem(
        both!(
            "`{field}` thu từ {kept} {unit} xuống {less} {unit} để chữ ký nằm ở trang {page}",
            "`{field}` is tightened from {kept} {unit} to {less} {unit}, to keep the signature on \
             page {page}"
        ),
        both!("chữ ký lẽ ra sang trang {next}", "the signature would have gone to page {next}"),
        help,
    );
    Diagnostics::from_iter([(problem.with_clause(clause), document.title_span())])
}
