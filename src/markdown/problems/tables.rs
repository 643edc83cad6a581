//! Tables.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[
    &TABLE_ROW_TOO_LONG,
    &TABLE_RULE_MISSING,
    &TABLE_OF_TABS,
    &CELL_WITHOUT_NEIGHBOUR,
    &CELLS_NOT_RECTANGULAR,
];

/// A row of a table with more cells than the header has.
pub(crate) static TABLE_ROW_TOO_LONG: Rule = Rule {
    id: "table-row-too-long",
    family: Family::Tables,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Ô thừa ở cuối hàng không thuộc cột nào và theo Markdown sẽ không được in.",
        en: "A cell too many belongs to no column, and Markdown would not print it.",
    },
    wrong: Example::body("| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 | 3 |"),
    right: Example::body(
        "| Thôn | Số hộ | Hộ nghèo |\n|---|---|---|\n| Nà Chuông | 12 | 3 |",
    ),
};

pub(crate) fn table_row_too_long() -> Problem {
    TABLE_ROW_TOO_LONG.problem(
        both!("hàng này có nhiều ô hơn hàng đầu của bảng", "this row has more cells than \
                                                            the head of the table"),
        both!("phần này sẽ không được in", "this part is not printed"),
        both!("thêm ô vào hàng đầu và hàng `|---|`, hoặc bỏ bớt ô; muốn in đúng dấu `|` \
               thì viết \
               `\\|`", "add cells to the head and to the row `|---|`, or remove cells; to print `|` write `\\|`"),
    )
}

/// A table without the line `|---|` below its first row.
pub(crate) static TABLE_RULE_MISSING: Rule = Rule {
    id: "table-rule-missing",
    family: Family::Tables,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Bảng của Markdown có hàng `|---|` dưới hàng đầu; thiếu nó thì chương trình \
             tự hiểu hàng đầu là tiêu đề.",
        en: "A table of Markdown has a row `|---|` below its head; without it the first \
             row is taken for the head.",
    },
    wrong: Example::body("| Thôn | Số hộ |\n| Nà Chuông | 12 |"),
    right: Example::body("| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |"),
};

pub(crate) fn table_rule_missing() -> Problem {
    TABLE_RULE_MISSING.problem(
        both!("bảng này thiếu hàng `|---|` dưới hàng đầu; chương trình coi hàng đầu là \
               tiêu đề \
               bảng", "this table lacks the line `|---|` below its first row, which is taken for its head"),
        both!("hàng đầu của bảng", "the first row"),
        both!("thêm dưới hàng đầu một dòng `|---|---|`, mỗi cột một `---`; muốn in đúng \
               dấu `|` thì viết \
               `\\|`", "add a line `|---|---|` below it, one `---` for each column; write `\\|` to print a bar"),
    )
}

/// Columns that are set by tabs, as a spreadsheet pastes them.
pub(crate) static TABLE_OF_TABS: Rule = Rule {
    id: "table-of-tabs",
    family: Family::Tables,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Bảng dán từ Excel hay Word chia cột bằng Tab, in ra không thành cột.",
        en: "A table pasted from Excel or Word divides columns by tabs, which print as \
             none.",
    },
    wrong: Example::body("Thôn\tSố hộ\nNà Chuông\t12\nNà Pì\t9"),
    right: Example::body(
        "| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |\n| Nà Pì | 9 |",
    ),
};

pub(crate) fn table_of_tabs(table: &str) -> Problem {
    TABLE_OF_TABS.problem(
        both!(
            "các dòng này chia cột bằng phím Tab, in ra sẽ không thành cột",
            "these lines set columns by tabs, which print as no columns"
        ),
        both!("bảng chia bằng Tab", "columns set by tabs"),
        both!(
            "viết thành bảng như sau (`vanban check --fix` viết hộ):\n{table}",
            "write them as a table (`vanban check --fix` does it):\n{table}"
        ),
    )
}

/// A cell that is to be joined where there is no cell to join it with.
pub(crate) static CELL_WITHOUT_NEIGHBOUR: Rule = Rule {
    id: "cell-without-neighbour",
    family: Family::Tables,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "`^^` gộp ô với ô ở trên, `<<` với ô bên trái; ở đó phải có ô.",
        en: "`^^` joins a cell with the one above, `<<` with the one at the left; there \
             must be one.",
    },
    wrong: Example::body("| << | Số hộ |\n|---|---|\n| Nà Chuông | 12 |"),
    right: Example::body("| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |"),
};

/// A `mark` (`^^`, `<<`) joins a cell with one that is not there.
pub(crate) fn cell_without_neighbour(mark: &str) -> Problem {
    let message = if mark == "<<" {
        both!(
            "`<<` gộp ô này với ô bên trái, nhưng bên trái không có ô nào",
            "`<<` joins this cell with the one at its left, but there is none"
        )
    } else {
        both!(
            "`^^` gộp ô này với ô ở trên, nhưng hàng đầu của bảng không gộp theo chiều \
             dọc được",
            "`^^` joins this cell with the one above, but the head of a table is not \
             joined up or down"
        )
    };
    CELL_WITHOUT_NEIGHBOUR.problem(
        message,
        both!("ô này", "this cell"),
        both!(
            "để trống hoặc ghi chữ vào ô này; muốn in đúng `{mark}` thì viết `\\{mark}`",
            "leave the cell empty or write into it; to print `{mark}` write `\\{mark}`"
        ),
    )
}

/// Joined cells that are no rectangle together.
pub(crate) static CELLS_NOT_RECTANGULAR: Rule = Rule {
    id: "cells-not-rectangular",
    family: Family::Tables,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Các ô gộp lại phải thành một hình chữ nhật: giấy không có ô hình chữ L.",
        en: "Joined cells make a rectangle: no cell on paper is shaped like an L.",
    },
    wrong: Example::body("| a | b |\n|---|---|\n| 1 | 2 |\n| ^^ | << |"),
    right: Example::body("| a | b |\n|---|---|\n| 1 | << |\n| ^^ | << |"),
};

pub(crate) fn cells_not_rectangular() -> Problem {
    CELLS_NOT_RECTANGULAR.problem(
        both!("các ô gộp với nhau không thành hình chữ \
               nhật", "the cells that are joined make no rectangle"),
        both!("gộp đến ô này", "joined up to this one"),
        both!("ghi `^^` (gộp với ô ở trên) hoặc `<<` (gộp với ô bên trái) vào cả những ô \
               còn thiếu, hoặc bỏ dấu ở ô này: để trống hay ghi chữ", "put \
                                                                                                                                                 `^^` \
                                                                                                                                                 (joined \
                                                                                                                                                 with \
                                                                                                                                                 the \
                                                                                                                                                 cell \
                                                                                                                                                 above) \
                                                                                                                                                 or \
                                                                                                                                                 `<<` \
                                                                                                                                                 (joined \
                                                                                                                                                 with \
                                                                                                                                                 the \
                                                                                                                                                 cell \
                                                                                                                                                 at \
                                                                                                                                                 the \
                                                                                                                                                 left) \
                                                                                                                                                 into \
                                                                                                                                                 the \
                                                                                                                                                 cells \
                                                                                                                                                 that \
                                                                                                                                                 are \
                                                                                                                                                 missing \
                                                                                                                                                 too, \
                                                                                                                                                 or \
                                                                                                                                                 take \
                                                                                                                                                 the \
                                                                                                                                                 mark \
                                                                                                                                                 out \
                                                                                                                                                 of \
                                                                                                                                                 this \
                                                                                                                                                 one"),
    )
}
