//! What the schema can have against a field.

use crate::diagnostic::phrases::{did_you_mean, quoted};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{field, fold};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[
    &MISSING_FIELD,
    &UNKNOWN_FIELD,
    &WRONG_CHOICE,
    &EMPTY_FIELD,
    &TOO_LONG,
    &INVALID_VALUE,
];

/// A field that must be there is not.
pub(crate) static MISSING_FIELD: Rule = Rule {
    id: "missing-field",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Mục này là thành phần thể thức bắt buộc, hoặc mẫu không xuất được văn bản \
             nếu thiếu nó.",
        en: "The field is a part that the regulations demand, or that the template \
             cannot do without.",
    },
    wrong: Example::fields("ký: {chức vụ: Bí thư}"),
    right: Example::fields("ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}"),
    ..Rule::ERROR
};

/// A `field` is missing, in the group `parent` or in the document itself.
pub(crate) fn missing_field(
    field: &str,
    parent: Option<&str>,
    sample: Option<String>,
) -> Problem {
    let known = field::example(field).map(str::to_owned).or(sample);
    let example = known.unwrap_or_else(|| example(field));
    let (message, label, help) = match parent {
        None => (
            both!("thiếu mục `{field}`", "field `{field}` is missing"),
            both!("trong phần khai báo này", "in this front matter"),
            both!(
                "thêm một dòng, ví dụ: `{example}`",
                "add a line, for example: `{example}`"
            ),
        ),
        Some(parent) => (
            both!(
                "trong mục `{parent}` thiếu `{field}`",
                "`{field}` is missing in `{parent}`"
            ),
            both!("mục này", "in this field"),
            both!(
                "thêm vào trong `{parent}`, ví dụ: `{example}`",
                "add it to `{parent}`, for example: `{example}`"
            ),
        ),
    };
    about(MISSING_FIELD.problem(message, label, help), field, parent)
}

/// A field that nobody knows.
pub(crate) static UNKNOWN_FIELD: Rule = Rule {
    id: "unknown-field",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Một mục gõ sai tên sẽ không được in, nên tên lạ bị báo ngay.",
        en: "A field with a mistyped name would not be printed, so unknown names are \
             refused.",
    },
    wrong: Example::fields("trích yêú khác: kết luận cuộc họp"),
    right: Example::fields("trích yếu: kết luận cuộc họp tháng 5 năm 2023"),
    ..Rule::ERROR
};

/// Nobody knows the field `key`; `near` is a known one of nearly that name.
pub(crate) fn unknown_field(key: &str, near: Option<&str>) -> Problem {
    let of_office = field::OF_OFFICE.iter().any(|field| field.key == fold(key));
    let help = near.map_or_else(
        || {
            if of_office {
                return both!(
                    "chuyển mục này sang tệp mặc định `vanban.yaml` của cơ quan",
                    "move it to the office's defaults, `vanban.yaml`"
                );
            }
            both!(
                "xóa mục này, hoặc xem lại tên các mục trong hướng dẫn",
                "remove it, or look its name up in the manual"
            )
        },
        did_you_mean,
    );
    let problem = UNKNOWN_FIELD.problem(
        both!("không có mục nào tên là `{key}`", "there is no field `{key}`"),
        both!("không rõ là mục gì", "unknown field"),
        help,
    );
    problem.suggesting(near)
}

/// The field `key` belongs to other `kinds` than that of the document, which is called `own`.
pub(crate) fn field_of_others(key: &str, kinds: &[String], own: &str) -> Problem {
    let names = quoted(kinds);
    UNKNOWN_FIELD.problem(
        both!(
            "mẫu `{own}` không có mục `{key}`",
            "template `{own}` has no field `{key}`"
        ),
        both!("mục riêng của mẫu {names}", "a field of {names} alone"),
        both!(
            "xóa mục này; nếu văn bản là loại đó thì sửa `mẫu` thành {names}",
            "remove it; if the document is of that kind, change `mẫu` to {names}"
        ),
    )
}

/// Nobody knows the field `key`, which a comma in braces made of the `value` of a `field`.
pub(crate) fn value_with_comma(field: &str, value: &str, key: &str) -> Problem {
    let value = if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    };
    UNKNOWN_FIELD.problem(
        both!("không có mục nào tên là `{key}`", "there is no field `{key}`"),
        both!(
            "dấu phẩy trước đây kết thúc giá trị của `{field}`",
            "the comma before this ends the value of `{field}`"
        ),
        both!(
            "trong ngoặc nhọn, đặt giá trị có dấu phẩy trong ngoặc kép: \
             `{field}: {value}`",
            "in braces, put a value with a comma in quotation marks: \
             `{field}: {value}`"
        ),
    )
}

/// A value that is not among those allowed.
pub(crate) static WRONG_CHOICE: Rule = Rule {
    id: "wrong-choice",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Mục này chỉ nhận một trong vài giá trị do quy định hoặc do mẫu đặt ra.",
        en: "The field takes one of a few values that a regulation or the template sets.",
    },
    wrong: Example::fields("thể thức: tỉnh"),
    right: Example::fields("thể thức: đảng"),
    ..Rule::ERROR
};

/// The `value` of a `field` is not among its `choices`.
pub(crate) fn wrong_choice(field: &str, value: &str, choices: &[String]) -> Problem {
    let choices = quoted(choices);
    let problem = WRONG_CHOICE.problem(
        both!(
            "mục `{field}` không có lựa chọn `{value}`",
            "`{value}` is no choice for `{field}`"
        ),
        both!("không có lựa chọn này", "no such choice"),
        both!("chọn một trong: {choices}", "choose one of {choices}"),
    );
    about(problem, field, None)
}

/// A field that must be filled is empty.
pub(crate) static EMPTY_FIELD: Rule = Rule {
    id: "empty-field",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Mục bắt buộc mà để trống thì văn bản thiếu một thành phần thể thức.",
        en: "A field that must be there and is empty leaves the document without one of \
             its parts.",
    },
    wrong: Example::fields("ký hiệu:"),
    right: Example::fields("ký hiệu: TB/BCĐ"),
    ..Rule::ERROR
};

pub(crate) fn empty_field(field: &str) -> Problem {
    let help = match field::example(field) {
        Some(example) => {
            both!("điền vào, ví dụ: `{example}`", "fill it in, for example: `{example}`")
        }
        None => {
            both!("điền nội dung, hoặc xóa dòng này", "fill it in, or remove the line")
        }
    };
    let problem = EMPTY_FIELD.problem(
        both!("mục `{field}` còn để trống", "field `{field}` is empty"),
        both!("chưa có nội dung", "nothing here"),
        help,
    );
    about(problem, field, None)
}

/// A text longer than the field takes.
pub(crate) static TOO_LONG: Rule = Rule {
    id: "too-long",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Mục khai báo dành cho tên, số, câu ngắn. Phần dài thuộc về nội dung.",
        en: "Fields are for names, numbers and short sentences. What is long belongs to \
             the text.",
    },
    wrong: Example::described(
        "một mục dài hơn 10.000 ký tự",
        "a field of more than 10,000 characters",
    ),
    right: Example::described(
        "phần dài viết vào nội dung, dưới dòng `---`",
        "long text is written below the line `---`",
    ),
    ..Rule::ERROR
};

/// The value of a `field` has more than `limit` characters.
pub(crate) fn too_long(field: &str, limit: u64) -> Problem {
    let problem = TOO_LONG.problem(
        both!(
            "mục `{field}` dài quá {limit} ký tự",
            "field `{field}` is longer than {limit} characters"
        ),
        both!("quá dài", "too long"),
        both!(
            "rút gọn còn tối đa {limit} ký tự",
            "shorten it to {limit} characters at most"
        ),
    );
    about(problem, field, None)
}

/// A value that breaks a rule of the schema that has no sentence of its own.
pub(crate) static INVALID_VALUE: Rule = Rule {
    id: "invalid-value",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Giá trị không đúng cách viết của mục.",
        en: "The value is not written as its field wants it.",
    },
    wrong: Example::described(
        "một giá trị trái với quy tắc riêng của mục, ngoài các quy tắc đã có câu báo",
        "a value against a rule of its field that has no sentence of its own",
    ),
    right: Example::described(
        "giá trị viết như ví dụ trong hướng dẫn",
        "a value as the manual shows it",
    ),
    ..Rule::ERROR
};

pub(crate) fn invalid_value(field: &str) -> Problem {
    let help = match field::example(field) {
        Some(example) => {
            both!("viết lại, ví dụ: `{example}`", "write it like this: `{example}`")
        }
        None => both!(
            "xem cách viết mục này trong hướng dẫn",
            "look the field up in the manual"
        ),
    };
    let problem = INVALID_VALUE.problem(
        both!("mục `{field}` viết chưa đúng", "the value of `{field}` is not valid"),
        both!("chưa đúng", "not valid"),
        help,
    );
    about(problem, field, None)
}

/// A problem of a field: with its place among the fields and the clause that sets it.
pub(super) fn about(problem: Problem, field: &str, parent: Option<&str>) -> Problem {
    let clause = field::clause(field).unwrap_or_default();
    problem.of_field(field, parent).with_clause(clause)
}

/// How a field could be written.
pub(crate) fn example(field: &str) -> String {
    field::example(field).map_or_else(|| format!("{field}: …"), str::to_owned)
}

/// Drops what is missing only because its name is mistyped: that is said at the name.
pub(crate) fn without_mistyped(mut found: Diagnostics) -> Diagnostics {
    let unknown = found.iter().filter(|d| d.problem.breaks(&UNKNOWN_FIELD));
    let mistyped: Vec<String> =
        unknown.filter_map(|diagnostic| diagnostic.problem.suggestion.clone()).collect();
    found.retain(|diagnostic| {
        !missing(&diagnostic.problem)
            .is_some_and(|field| mistyped.iter().any(|m| m == field))
    });
    found
}

/// The field that a problem says is missing, wherever.
pub(crate) fn missing(problem: &Problem) -> Option<&str> {
    let path = problem.field.as_ref().filter(|_| problem.breaks(&MISSING_FIELD));
    path.map(|path| path.field.as_str())
}

/// The field that a problem says is missing in the document itself.
pub(crate) fn lacks_in_document(problem: &Problem) -> Option<&str> {
    let of_document = problem.field.as_ref().is_some_and(|path| path.parent.is_none());
    missing(problem).filter(|_| of_document)
}
