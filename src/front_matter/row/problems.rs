//! What is wrong with the columns of a table of values, as problems.

use crate::diagnostic::phrases::did_you_mean;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::document::{field, fold};

/// The rules of this file.
pub(in crate::front_matter) const RULES: &[&Rule] = &[
    &UNKNOWN_COLUMN,
    &COLUMN_TWICE,
    &COLUMN_OVER_LIST,
    &CELL_WITHOUT_COLUMN,
    &LETTERS_LOST,
];

/// A column of a table of values is no field.
static UNKNOWN_COLUMN: Rule = Rule {
    id: "unknown-column",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Khi trộn văn bản với bảng dữ liệu (`--data`), tên mỗi cột là tên một mục; cột lạ \
             không được in nên bị báo ngay. Cột `tên tệp` đặt tên tệp ra; cột `STT`, và cột có dấu \
             `#` đầu tên, thì bỏ qua.",
        en: "In a table that is merged into a document (`--data`) each column is named as a \
             field; what stands in any other would not be printed, and is told. A column \
             `tên tệp` names the results; `STT`, and columns whose names begin with `#`, are left out.",
    },
    wrong: Example::fields("")
        .beside(&[("khach.csv", "trích yêú khác\nkết luận cuộc họp\n")]),
    right: Example::fields("").beside(&[("khach.csv", "trích yếu\nkết luận cuộc họp\n")]),
    ..Rule::ERROR
};

/// Nobody knows the field that a column is named as; `near` is a known one of nearly that name.
pub(super) fn unknown_column(name: &str, near: Option<&str>) -> Problem {
    let of_whom = of_person(name);
    let help = near.filter(|_| of_whom.is_none()).map_or_else(
        || {
            if let Some(field) = of_whom {
                // Who signs has no form of address.
                let (vi, en) = if field == field::ADDRESS.name {
                    (String::new(), String::new())
                } else {
                    (
                        format!(", của người ký thì `ký.{field}`"),
                        format!(", `ký.{field}` for who signs"),
                    )
                };
                return both!(
                    "ghi rõ của ai: của khách mời thì đặt tên cột là `dự họp.{field}`{vi}; cột không \
                     dùng thì thêm dấu `#` vào đầu tên: `#{name}`",
                    "say of whom: name the column `dự họp.{field}` for a guest{en}; one that is not \
                     meant for the document gets a `#` in front: `#{name}`"
                );
            }
            both!(
                "đổi tên cột thành tên một mục của văn bản; cột không dùng thì thêm dấu `#` vào \
                 đầu tên: `#{name}`",
                "name the column as a field of the document; one that is not meant for it gets a \
                 `#` in front: `#{name}`"
            )
        },
        did_you_mean,
    );
    UNKNOWN_COLUMN
        .problem(
            both!(
                "cột `{name}` không phải tên mục nào",
                "the column `{name}` is no field"
            ),
            both!("tên cột này", "this name"),
            help,
        )
        .suggesting(near)
}

/// The field of a person that offices call so.
fn of_person(name: &str) -> Option<&'static str> {
    match fold(name).as_str() {
        "ho_ten" | "ho_va_ten" | "ten" | "ten_khach" | "khach_moi" | "dai_bieu" => {
            Some(field::NAME.name)
        }
        "chuc_vu" | "chuc_danh" | "don_vi" | "co_quan" | "don_vi_cong_tac" => {
            Some(field::POSTS.name)
        }
        "xung_ho" | "danh_xung" | "ong/ba" | "ong_ba" => Some(field::ADDRESS.name),
        _ => None,
    }
}

/// Two columns are one field.
static COLUMN_TWICE: Rule = Rule {
    id: "column-twice",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Mỗi mục chỉ lấy giá trị từ một cột của bảng dữ liệu; hai cột cùng tên thì không biết \
             cột nào đúng.",
        en: "A field has its value from one column of the table; of two, nobody knows which one \
             is meant.",
    },
    wrong: Example::fields("").beside(&[(
        "khach.csv",
        "trích yếu;Trích yếu\nkết luận cuộc họp;kết luận họp\n",
    )]),
    right: Example::fields("")
        .beside(&[("khach.csv", "trích yếu;địa danh\nkết luận cuộc họp;Lục Bình\n")]),
    ..Rule::ERROR
};

/// There is an earlier column for the field that this one is named as.
pub(super) fn column_twice(name: &str) -> Problem {
    let problem = COLUMN_TWICE.problem(
        both!("có hai cột cho mục `{name}`", "there are two columns for `{name}`"),
        both!("cột này", "this column"),
        both!(
            "xóa một cột; cột không dùng thì thêm dấu `#` vào đầu tên: `#{name}`",
            "delete one, or put `#` in front of the name of the one that is not meant: `#{name}`"
        ),
    );
    problem.with_related(both!("và cột này", "and this one"))
}

/// A column is a part of what the document has as a list.
static COLUMN_OVER_LIST: Rule = Rule {
    id: "column-over-list",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Cột như `ký.họ tên` điền vào một phần của mục `ký`. Nếu văn bản khai báo mục đó thành \
             danh sách thì không biết điền vào phần tử nào.",
        en: "A column such as `ký.họ tên` is a part of the field `ký`. Where the document has a \
             list there, nobody knows which of its entries is meant.",
    },
    wrong: Example::fields(
        "ký:\n  - {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}\n  - {chức vụ: Chủ tịch, họ tên: Lê Văn Minh}",
    )
    .beside(&[("khach.csv", "ký.họ tên\nNông Thị Quyên\n")]),
    right: Example::fields("").beside(&[("khach.csv", "ký.họ tên;ký.chức vụ\nNông Thị Quyên;Phó Bí thư\n")]),
    ..Rule::ERROR
};

/// The document has a list at the field `name`, of which this column is a part.
pub(super) fn column_over_list(name: &str) -> Problem {
    COLUMN_OVER_LIST.problem(
        both!(
            "văn bản khai báo `{name}` thành danh sách, cột này không biết điền vào đâu",
            "the document has a list at `{name}`, and nobody knows which of its entries is meant"
        ),
        both!("cột này", "this column"),
        both!(
            "bỏ mục `{name}` trong văn bản nếu mọi dòng của bảng đều có, hoặc xóa cột này",
            "take `{name}` out of the document where each row has it, or delete this column"
        ),
    )
}

/// A cell in a column that has no name.
static CELL_WITHOUT_COLUMN: Rule = Rule {
    id: "cell-without-column",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Ô nằm ở cột không có tên thì không biết là mục nào nên không in được. Thường do trong \
             ô trước có dấu phân cách mà không đặt trong ngoặc kép.",
        en: "A cell in a column without a name is no field and would not be printed. Most often \
             a value before it has the separator in it without quotation marks.",
    },
    wrong: Example::fields("").beside(&[(
        "khach.csv",
        "trích yếu,địa danh\nkết luận cuộc họp, Lục Bình, Thái Nguyên\n",
    )]),
    right: Example::fields("")
        .beside(&[("khach.csv", "trích yếu,địa danh\nkết luận cuộc họp,Lục Bình\n")]),
    ..Rule::ERROR
};

/// A cell has no column.
pub(super) fn cell_without_column() -> Problem {
    CELL_WITHOUT_COLUMN.problem(
        both!("ô này ở cột không có tên", "this cell is in a column without a name"),
        both!("ô này", "this cell"),
        both!(
            "đặt tên cột ở dòng đầu, hoặc xóa ô này; nếu ô trước có dấu `,` hay `;` thì đặt cả ô đó \
             trong dấu `\"`",
            "name the column in the first row, or delete the cell; a value with `,` or `;` in it \
             stands between two `\"`"
        ),
    )
}

/// A cell has `?` in the place of letters.
static LETTERS_LOST: Rule = Rule {
    id: "letters-lost",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Kiểu “CSV (Comma delimited)” của Excel thay chữ tiếng Việt bằng dấu `?`: “Nguyễn” \
             thành “Nguy?n”. Chữ đã mất không lấy lại được từ tệp đó.",
        en: "What Excel calls “CSV (Comma delimited)” has `?` in the place of Vietnamese letters: \
             they cannot be had back from that file.",
    },
    wrong: Example::fields("").beside(&[("khach.csv", "trích yếu\nk?t lu?n cu?c h?p\n")]),
    right: Example::fields("").beside(&[("khach.csv", "trích yếu\nkết luận cuộc họp\n")]),
    ..Rule::ERROR
};

/// A word of a cell has `?` in the place of letters.
pub(super) fn letters_lost(word: &str) -> Problem {
    LETTERS_LOST.problem(
        both!("chữ trong ô bị mất, thành dấu `?`: `{word}`", "letters were lost in `{word}`"),
        both!("ô này", "this cell"),
        both!(
            "gõ lại chữ trong ô này; nhiều ô như vậy thì mở bảng gốc bằng Excel, chọn Lưu thành \
             (Save As), kiểu “CSV UTF-8 (Comma delimited) (*.csv)”",
            "type it again; where there are many, save the table anew from Excel as “CSV UTF-8 \
             (Comma delimited) (*.csv)”"
        ),
    )
}

/// A field is missing, and there is a column for it whose cell is empty.
pub(super) fn empty_cell(missing: &Problem) -> Problem {
    let field = missing.field.as_ref().map_or("", |path| &path.field);
    Problem {
        message: both!(
            "thiếu `{field}`: ô này còn để trống",
            "`{field}` is missing: this cell is empty"
        ),
        label: both!("ô trống", "an empty cell"),
        help: both!(
            "điền vào ô này, hoặc khai báo `{field}` trong văn bản cho những dòng để trống ô",
            "fill it in, or declare `{field}` in the document for the rows that leave it empty"
        ),
        ..missing.clone()
    }
}

/// The way out where a group that has a column lacks a field.
pub(super) fn add_column(group: &str, field: &str) -> Bilingual {
    both!(
        "thêm cột `{group}.{field}`, hoặc khai báo `{field}` trong mục `{group}` của văn bản",
        "add a column `{group}.{field}`, or `{field}` to `{group}` in the document"
    )
}

/// The way out of a tag in a cell.
pub(super) fn break_line() -> Bilingual {
    both!(
        "xóa thẻ này; muốn xuống dòng trong ô thì nhấn Alt+Enter (trong Excel)",
        "delete it; Alt+Enter begins a new line in a cell of Excel"
    )
}
