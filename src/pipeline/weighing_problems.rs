//! What is wrong with `kiểm tra` and with the remarks that silence a rule at one place.

use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::document::{field, nearest};

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&CHECK_UNKNOWN, &CHECK_NOT_FREE, &SILENCER_IDLE];

/// A name in `kiểm tra` that no rule has.
static CHECK_UNKNOWN: Rule = Rule {
    id: "check-unknown",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Mục `kiểm tra` gọi mỗi quy tắc bằng tên của nó, như trong thông báo và trong `vanban \
             check --list`. Tên gõ sai thì không có tác dụng, nên bị báo.",
        en: "`kiểm tra` calls each rule by its name, as messages and `vanban check --list` do. A \
             mistyped name would do nothing, so it is told.",
    },
    wrong: Example::fields("kiểm tra: {number-gaps: tắt}"),
    right: Example::fields("kiểm tra: {number-gap: tắt}"),
    ..Rule::ERROR
};

/// No rule is called `name`; `known` are the names of all.
pub(super) fn check_unknown<'a>(
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> Problem {
    let near = nearest(name, known);
    let help = match near {
        Some(near) => both!("có phải định viết `{near}`?", "was `{near}` meant?"),
        None => both!(
            "xem tên các quy tắc bằng lệnh `vanban check --list`, hoặc xóa dòng này",
            "see the names by `vanban check --list`, or delete this line"
        ),
    };
    let problem = CHECK_UNKNOWN.problem(
        both!("không có quy tắc nào tên là `{name}`", "no rule is called `{name}`"),
        both!("tên lạ", "an unknown name"),
        help,
    );
    problem.of_field(field::CHECKS.name, None).suggesting(near)
}

/// A rule in `kiểm tra` without which a document cannot be made.
static CHECK_NOT_FREE: Rule = Rule {
    id: "check-not-free",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Lỗi làm không xuất được văn bản, hoặc in sai điều đã viết, thì không tắt và không hạ \
             xuống cảnh báo được.",
        en: "What keeps a document from being made, or would print something else than was written, \
             can neither be switched off nor be made a warning.",
    },
    wrong: Example::fields("kiểm tra: {date-impossible: tắt}"),
    right: Example::fields("kiểm tra: {number-gap: tắt}"),
    ..Rule::ERROR
};

/// `name` cannot be weighed differently.
pub(super) fn check_not_free(name: &str) -> Problem {
    let problem = CHECK_NOT_FREE.problem(
        both!(
            "quy tắc `{name}` không đổi được: sai thì không xuất được văn bản",
            "the rule `{name}` cannot be changed: a document that breaks it cannot be made"
        ),
        both!("luôn là lỗi", "always an error"),
        both!("xóa dòng này, rồi sửa lỗi đó trong văn bản", "delete this line and mend the document"),
    );
    problem.of_field(field::CHECKS.name, None)
}

/// A remark that silences nothing.
static SILENCER_IDLE: Rule = Rule {
    id: "silencer-idle",
    family: Family::File,
    explanation: Bilingual {
        vi: "Ghi chú `<!-- vanban: bỏ qua TÊN-QUY-TẮC -->` trong nội dung, `# vanban: bỏ qua \
             TÊN-QUY-TẮC` trong phần khai báo và `vanban.yaml`, bỏ qua một cảnh báo ở cùng dòng, \
             hoặc ở đoạn (mục khai báo) ngay dưới nó. Ghi chú không còn bỏ qua điều gì thì nên xóa.",
        en: "A remark `<!-- vanban: bỏ qua RULE -->` in the text, `# vanban: bỏ qua RULE` in the \
             front matter and in `vanban.yaml`, silences a warning on its own line, or in the \
             paragraph (the field) right below it. One that silences nothing is better deleted.",
    },
    wrong: Example::body(
        "<!-- vanban: bỏ qua number-gap -->\n1. Các thôn báo cáo.\n\n2. Các xóm báo cáo.",
    ),
    right: Example::body(
        "1. Các thôn báo cáo.\n\n<!-- vanban: bỏ qua number-gap -->\n3. Các xóm báo cáo.",
    ),
    ..Rule::WARNING
};

/// Why a remark silences nothing.
pub(super) enum Idle<'a> {
    /// There is nothing of the rule at its place.
    Nothing(&'a str),
    /// No rule has this name.
    Unknown(&'a str),
    /// What breaks the rule keeps a document from being made.
    Error(&'a str),
    /// It names no rule.
    Nameless,
}

/// A remark silences nothing; `known` are the names of all rules.
pub(super) fn silencer_idle<'a>(
    idle: &Idle<'_>,
    known: impl Iterator<Item = &'a str>,
) -> Problem {
    let delete = both!("xóa ghi chú này", "delete this remark");
    let (message, help, near) = match *idle {
        Idle::Nothing(name) => (
            both!(
                "ở đây không có gì để bỏ qua theo quy tắc `{name}`",
                "there is nothing of the rule `{name}` to be silenced here"
            ),
            both!(
                "xóa ghi chú này; ghi chú có tác dụng với cùng dòng, hoặc với đoạn ngay dưới nó",
                "delete this remark; it holds for its own line, or for the paragraph right below"
            ),
            None,
        ),
        Idle::Unknown(name) => {
            let near = nearest(name, known);
            let help = match near {
                Some(near) => both!("có phải định viết `{near}`?", "was `{near}` meant?"),
                None => both!(
                    "xem tên các quy tắc bằng lệnh `vanban check --list`",
                    "see the names by `vanban check --list`"
                ),
            };
            let message = both!(
                "không có quy tắc nào tên là `{name}`",
                "no rule is called `{name}`"
            );
            (message, help, near)
        }
        Idle::Error(name) => (
            both!(
                "lỗi `{name}` không bỏ qua được: sai thì không xuất được văn bản",
                "the error `{name}` cannot be silenced: the document cannot be made"
            ),
            delete,
            None,
        ),
        Idle::Nameless => (
            both!(
                "ghi chú này không nêu bỏ qua quy tắc nào",
                "this remark does not say which rule to silence"
            ),
            both!(
                "viết `bỏ qua` rồi tên quy tắc, ví dụ `vanban: bỏ qua number-gap`; hoặc xóa ghi \
                 chú này",
                "write `bỏ qua` and the name of a rule, as in `vanban: bỏ qua number-gap`; or \
                 delete this remark"
            ),
            None,
        ),
    };
    let label = both!("ghi chú này", "this remark");
    SILENCER_IDLE.problem(message, label, help).suggesting(near)
}
