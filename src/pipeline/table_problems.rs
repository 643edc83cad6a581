//! Tables of values that cannot be read, as problems.

use super::decoding;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::source::EncodingFault;

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&TABLE_ENCODING, &TABLE_EMPTY];

/// The way out of Excel.
fn save_anew() -> Bilingual {
    both!(
        "mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited) (*.csv)”, \
         rồi dùng tệp vừa lưu",
        "open it in Excel, save it as “CSV UTF-8 (Comma delimited) (*.csv)”, and give that file"
    )
}

/// The letters of a table were lost before it came here.
pub(super) fn garbled() -> Problem {
    TABLE_ENCODING.problem(
        both!(
            "bảng dữ liệu bị mất chữ tiếng Việt, thành dấu `?`",
            "the table has lost its Vietnamese letters: `?` stands for them"
        ),
        both!("từ đây", "from here on"),
        both!(
            "mở bảng gốc bằng Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited) \
             (*.csv)”, rồi dùng tệp vừa lưu",
            "open the table itself in Excel, save it as “CSV UTF-8 (Comma delimited) (*.csv)”, and \
             give that file"
        ),
    )
}

/// What is wrong with the bytes of a table: there is another way out of it than that of a text.
pub(super) fn unreadable(fault: &EncodingFault) -> Problem {
    match fault {
        EncodingFault::TooLarge => decoding::problem(fault),
        EncodingFault::Foreign(_) => TABLE_ENCODING.problem(
            both!(
                "đây không phải tệp CSV mà là tệp của chương trình khác",
                "this is no CSV file, but one of another program"
            ),
            both!("cả tệp", "the whole file"),
            save_anew(),
        ),
        EncodingFault::Utf16
        | EncodingFault::Nul { .. }
        | EncodingFault::NotUtf8 { .. }
        | EncodingFault::Legacy { .. } => TABLE_ENCODING.problem(
            both!(
                "bảng dữ liệu không được lưu bằng bảng mã Unicode (UTF-8)",
                "the table is not saved as UTF-8"
            ),
            both!("từ đây không đọc được", "cannot be read from here on"),
            save_anew(),
        ),
    }
}

/// A table of values is no text in Unicode.
static TABLE_ENCODING: Rule = Rule {
    id: "table-encoding",
    family: Family::File,
    explanation: Bilingual {
        vi: "Bảng dữ liệu (`--data`) là tệp CSV bằng chữ Unicode. Kiểu “CSV (Comma delimited)” của \
             Excel làm mất chữ tiếng Việt; tệp .xlsx thì phải lưu thành CSV.",
        en: "The table of `--data` is a CSV file in Unicode. What Excel calls “CSV (Comma \
             delimited)” loses Vietnamese letters; a .xlsx file has to be saved as CSV first.",
    },
    wrong: Example::described(
        "bảng tính `khach.xlsx`, hoặc tệp CSV lưu bằng bảng mã windows-1258",
        "a spreadsheet `khach.xlsx`, or a CSV file in windows-1258",
    ),
    right: Example::described(
        "tệp lưu từ Excel bằng kiểu “CSV UTF-8 (Comma delimited) (*.csv)”",
        "a file that Excel saved as “CSV UTF-8 (Comma delimited) (*.csv)”",
    ),
    ..Rule::ERROR
};

/// A table of values has no rows.
static TABLE_EMPTY: Rule = Rule {
    id: "table-empty",
    family: Family::File,
    explanation: Bilingual {
        vi: "Dòng đầu của bảng dữ liệu (`--data`) là tên các cột; mỗi dòng sau làm ra một văn bản.",
        en: "The first row of the table of `--data` has the names of the columns; each row below \
             it makes a document.",
    },
    wrong: Example::described(
        "tệp chỉ có một dòng: `kính gửi;địa danh`",
        "a file with one row alone: `kính gửi;địa danh`",
    ),
    right: Example::described(
        "tệp có dòng tên cột, rồi mỗi khách mời một dòng",
        "a file with the names of the columns, then a row for each guest",
    ),
    ..Rule::ERROR
};

/// There is nothing below the head of a table.
pub(super) fn table_empty() -> Problem {
    TABLE_EMPTY.problem(
        both!("bảng dữ liệu chưa có dòng nào", "there are no rows in the table"),
        both!("chỉ có dòng này", "nothing but this"),
        both!(
            "viết tên các mục ở dòng đầu, rồi mỗi văn bản một dòng ở dưới",
            "write the names of fields in the first row, and a row for each document below"
        ),
    )
}
