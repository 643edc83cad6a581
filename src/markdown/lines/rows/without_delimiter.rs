//! Tables without the line `|---|` below their first row.

use super::{goes_on, is_delimiter_row};
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::markdown::lines::line::Line;

/// A table without the line `|---|` below its first row.
pub(crate) static TABLE_RULE_MISSING: Rule = Rule {
    id: "table-rule-missing",
    family: Family::Tables,
    explanation: Bilingual {
        vi: "Bảng của Markdown có hàng `|---|` dưới hàng đầu; thiếu nó thì chương trình \
             tự hiểu hàng đầu là tiêu đề.",
        en: "A table of Markdown has a row `|---|` below its head; without it the first \
             row is taken for the head.",
    },
    wrong: Example::body("| Thôn | Số hộ |\n| Nà Chuông | 12 |"),
    right: Example::body("| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |"),
    ..Rule::WARNING
};

/// The first row of a table is taken for its head.
pub(super) fn table_rule_missing() -> Problem {
    TABLE_RULE_MISSING.problem(
        both!(
            "bảng này thiếu hàng `|---|` dưới hàng đầu; chương trình coi hàng đầu là \
             tiêu đề bảng",
            "this table lacks the line `|---|` below its first row, which is taken for \
             its head"
        ),
        both!("hàng đầu của bảng", "the first row"),
        both!(
            "thêm dưới hàng đầu một dòng `|---|---|`, mỗi cột một `---`; muốn in đúng \
             dấu `|` thì viết `\\|`",
            "add a line `|---|---|` below it, one `---` for each column; write `\\|` \
             to print a bar"
        ),
    )
}

/// The end of the lines from one on that all begin and end with a bar, if they are several.
pub(super) fn end(text: &str, lines: &[Line], at: usize) -> Option<usize> {
    let first = lines.get(at)?;
    let row = |line: &&Line| {
        let slice = &text[line.text.clone()];
        let barred = slice.len() > 1 && slice.starts_with('|') && slice.ends_with('|');
        goes_on(text, first, line) && barred && !is_delimiter_row(text, line)
    };
    let count = lines[at..].iter().take_while(row).count();
    (count > 1).then_some(at + count)
}
