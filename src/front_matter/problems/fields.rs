//! Which fields there are and what kind of value each takes.

use crate::diagnostic::phrases::{did_you_mean, quoted};
use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};
use crate::document::field_help;

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[
    &MISSING_FIELD,
    &MISSING_BORROWED,
    &UNKNOWN_FIELD,
    &WRONG_TYPE,
    &WRONG_CHOICE,
    &EMPTY_FIELD,
    &TOO_LONG,
    &PERSON_UNKNOWN,
    &INVALID_VALUE,
    &NO_DATE,
];

/// A field that must be there is not.
pub(crate) static MISSING_FIELD: Rule = Rule {
    id: "missing-field",
    family: Family::Fields,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mục này là thành phần thể thức bắt buộc, hoặc mẫu văn bản không lập được \
             nếu thiếu nó.",
        en: "The field is a part that the regulations demand, or that the template \
             cannot do without.",
    },
    wrong: Example::fields("ký: {chức vụ: Bí thư}"),
    right: Example::fields("ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}"),
};

/// A `field` is missing, in the group `parent` or in the document itself.
pub(crate) fn missing_field(field: &str, parent: Option<&str>) -> Problem {
    let example = example(field);
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

/// A field that must be there where a document is set in another template than its own.
pub(crate) static MISSING_BORROWED: Rule = Rule {
    id: "missing-borrowed",
    family: Family::Fields,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Một văn bản có thể lập theo mẫu khác (`--template`): những mục mà mẫu ấy \
             cần thêm được khai báo ở `theo mẫu`.",
        en: "A document can be set in another template (`--template`): what that needs \
             besides is given in `theo mẫu`.",
    },
    wrong: Example::fields("").set_in("giấy mời"),
    right: Example::described(
        "các mục của giấy mời ghi ở `theo mẫu:`, dưới `giấy mời:`",
        "the fields of the invitation, given in `theo mẫu:` below `giấy mời:`",
    ),
};

/// A `field` is missing for the `template` that a document is set in, which is not its own.
pub(crate) fn missing_borrowed(field: &str, template: &str) -> Problem {
    let example = example(field);
    MISSING_BORROWED.problem(
        both!(
            "thiếu mục `{field}` cho mẫu `{template}`",
            "field `{field}` is missing for template `{template}`"
        ),
        both!(
            "phần khai báo này viết cho mẫu khác",
            "this front matter was written for another template"
        ),
        both!(
            "khai báo riêng cho mẫu này: `theo mẫu:`, dòng dưới thụt vào `{template}:`, \
             dòng dưới thụt vào nữa `{example}`",
            "give it for this template alone: below `theo mẫu:` indent `{template}:`, \
             below that `{example}`"
        ),
    )
}

/// A field that nobody knows.
pub(crate) static UNKNOWN_FIELD: Rule = Rule {
    id: "unknown-field",
    family: Family::Fields,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Một mục gõ sai tên sẽ không được in, nên tên lạ bị báo ngay.",
        en: "A field with a mistyped name would not be printed, so unknown names are \
             refused.",
    },
    wrong: Example::fields("trích yêú khác: kết luận cuộc họp"),
    right: Example::fields("trích yếu: kết luận cuộc họp tháng 5 năm 2023"),
};

/// Nobody knows the field `key`; `near` is a known one of nearly that name.
pub(crate) fn unknown_field(key: &str, near: Option<&str>) -> Problem {
    let help = near.map_or_else(
        || {
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

/// A value of the wrong kind.
pub(crate) static WRONG_TYPE: Rule = Rule {
    id: "wrong-type",
    family: Family::Fields,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mỗi mục nhận một kiểu giá trị: một đoạn chữ, một danh sách, hoặc một nhóm \
             các mục con.",
        en: "Each field takes one kind of value: a text, a list, or a group of fields.",
    },
    wrong: Example::fields("địa danh: [Lục Bình, Bạch Thông]"),
    right: Example::fields("địa danh: Lục Bình"),
};

/// What a field's value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A text on one or more lines.
    Text,
    /// A list of entries.
    List,
    /// A group of named fields.
    Map,
    /// A text or a list of texts.
    TextOrList,
    /// A text or a group of named fields.
    TextOrMap,
    /// A list, or a group of named lists.
    ListOrMap,
    /// A group of named fields, or a list of such groups.
    MapOrList,
}

pub(crate) fn wrong_type(field: &str, expected: Expected) -> Problem {
    let Bilingual { vi, en } = match expected {
        Expected::Text => both!("một đoạn chữ", "a text"),
        Expected::List => both!("một danh sách", "a list"),
        Expected::Map => both!("một nhóm các mục con", "a group of fields"),
        Expected::TextOrList => {
            both!("một đoạn chữ hoặc một danh sách", "a text or a list")
        }
        Expected::TextOrMap => {
            both!("một đoạn chữ hoặc một nhóm các mục con", "a text or a group of fields")
        }
        Expected::MapOrList => both!(
            "một nhóm các mục con, hoặc một danh sách các nhóm",
            "a group of fields, or a list of such groups"
        ),
        Expected::ListOrMap => {
            both!("một danh sách, hoặc các nhóm có tên", "a list, or groups with names")
        }
    };
    let way = match expected {
        Expected::Text => "viết chữ trên cùng dòng với tên mục",
        Expected::List => {
            "viết mỗi phần tử một dòng, bắt đầu bằng `- `, hoặc viết `[một, hai]`"
        }
        Expected::Map | Expected::MapOrList => {
            "viết mỗi mục con một dòng ở bên dưới, thụt vào hai dấu cách"
        }
        Expected::TextOrList => {
            "viết chữ trên cùng dòng với tên mục, hoặc viết `[một, hai]`"
        }
        Expected::TextOrMap => {
            "viết chữ trên cùng dòng với tên mục, hoặc viết `{tên mục con: …}`"
        }
        Expected::ListOrMap => {
            "viết mỗi phần tử một dòng, bắt đầu bằng `- `; hoặc `tên nhóm: [một, hai]`"
        }
    };
    let help = match field_help::example(field) {
        Some(example) => {
            both!("{way}; ví dụ: `{example}`", "write it like this: `{example}`")
        }
        None => both!("{way}", "write {en}"),
    };
    let problem = WRONG_TYPE.problem(
        both!("mục `{field}` phải là {vi}", "field `{field}` must be {en}"),
        both!("chưa đúng", "not of this kind"),
        help,
    );
    about(problem, field, None)
}

/// A value that is not among those allowed.
pub(crate) static WRONG_CHOICE: Rule = Rule {
    id: "wrong-choice",
    family: Family::Fields,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mục này chỉ nhận một trong vài giá trị do quy định hoặc do mẫu đặt ra.",
        en: "The field takes one of a few values that a regulation or the template sets.",
    },
    wrong: Example::fields("thể thức: tỉnh"),
    right: Example::fields("thể thức: đảng"),
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
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Mục bắt buộc mà để trống thì văn bản thiếu một thành phần thể thức.",
        en: "A field that must be there and is empty leaves the document without one of \
             its parts.",
    },
    wrong: Example::fields("ký hiệu:"),
    right: Example::fields("ký hiệu: TB/BCĐ"),
};

pub(crate) fn empty_field(field: &str) -> Problem {
    let help = match field_help::example(field) {
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
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
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

/// A person whom the directory of the defaults does not have.
pub(crate) static PERSON_UNKNOWN: Rule = Rule {
    id: "person-unknown",
    family: Family::Fields,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Người chỉ ghi tên thì chức vụ được lấy từ `danh bạ` của cơ quan; tên không \
             có ở đó thì không biết chức vụ nào.",
        en: "The post of a person given by name alone comes from the directory of the \
             office (`danh bạ`); a name that it does not have brings none.",
    },
    wrong: Example::fields("ký: Hoàng Văn Khôi").beside(&[(
        "vanban.yaml",
        "danh bạ:\n  - {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}\n",
    )]),
    right: Example::fields("ký: Hoàng Hữu Khôi").beside(&[(
        "vanban.yaml",
        "danh bạ:\n  - {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}\n",
    )]),
};

/// The directory has nobody called `name`; `near` is a known name that is nearly the same.
pub(crate) fn person_unknown(name: &str, near: Option<&str>) -> Problem {
    let help = near.map_or_else(
        || {
            both!(
                "thêm người này vào `danh bạ` trong tệp `vanban.yaml`, hoặc ghi rõ tại \
                 đây: `{{họ tên: {name}, chức vụ: …}}`",
                "add the person to `danh bạ` in `vanban.yaml`, or write here: `{{họ tên: \
                 {name}, chức vụ: …}}`"
            )
        },
        did_you_mean,
    );
    let problem = PERSON_UNKNOWN.problem(
        both!(
            "danh bạ không có người tên `{name}`",
            "the directory (danh bạ) has nobody called `{name}`"
        ),
        both!("chưa có tên này", "unknown name"),
        help,
    );
    problem.suggesting(near)
}

/// A value that breaks a rule of the schema that has no sentence of its own.
pub(crate) static INVALID_VALUE: Rule = Rule {
    id: "invalid-value",
    family: Family::Fields,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
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
};

pub(crate) fn invalid_value(field: &str) -> Problem {
    let help = match field_help::example(field) {
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

/// Neither the signing date nor the meeting's date gives the document a date.
pub(crate) static NO_DATE: Rule = Rule {
    id: "no-date",
    family: Family::Dates,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: Some("HD 05-HD/VPTW, 4.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4"),
    explanation: Bilingual {
        vi: "Văn bản phải có thời gian ban hành; chưa biết ngày thì ghi tháng, ngày để \
             trống cho bút.",
        en: "A document has a date of issue; where the day is not known, the month is \
             given and the day left to the pen.",
    },
    wrong: Example::fields("ngày ký:"),
    right: Example::fields("ngày ký: 6/2023"),
};

pub(crate) fn no_date() -> Problem {
    NO_DATE.problem(
        both!("văn bản chưa có ngày tháng nào", "the document has no date at all"),
        both!("trong phần khai báo này", "in this front matter"),
        both!("thêm dòng `ngày ký: 05/6/2023` (chưa biết ngày thì viết `ngày ký: \
               6/2023`), hoặc điền `ngày` của `cuộc \
               họp`", "add `ngày ký: 05/6/2023` (`6/2023` where the day is not known), or the `ngày` of `cuộc họp`"),
    )
}

/// A problem of a field: with its place among the fields and the clause that sets it.
fn about(problem: Problem, field: &str, parent: Option<&str>) -> Problem {
    let clause = field_help::clause(field).unwrap_or_default();
    problem.of_field(field, parent).with_clause(clause)
}

/// How a field could be written.
fn example(field: &str) -> String {
    field_help::example(field).map_or_else(|| format!("{field}: …"), str::to_owned)
}
