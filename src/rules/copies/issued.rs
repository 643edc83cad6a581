//! A copy is made of what was issued, and not before that.

use super::Copied;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::field::{self, Field};
use crate::document::{SigningDate, Text};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&COPY_OF_DRAFT, &COPY_BEFORE_TEXT];

/// A copy of a text that was not issued.
static COPY_OF_DRAFT: Rule = Rule {
    id: "copy-of-draft",
    family: Family::Copies,
    clause: Some("NĐ 30/2020/NĐ-CP, Điều 3, Điều 25; HD 05-HD/VPTW, III.1"),
    explanation: Bilingual {
        vi: "Sao là sao văn bản đã ban hành: `số` và `ngày ký` là của bản chính, ghi đúng như bản \
             chính.",
        en: "A copy is one of a paper that was issued: `số` and `ngày ký` are those of the \
             original.",
    },
    wrong: Example::fields(
        "số:\nsao: {hình thức: sao y, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, nơi nhận: \
         [Các thôn]}",
    ),
    right: Example::fields(
        "sao: {hình thức: sao y, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, nơi nhận: [Các \
         thôn]}",
    ),
    ..Rule::BINDING
};

/// The text to be copied lacks `field`, or has it where an issued one has it no more.
fn copy_of_draft(field: Field, is_there: bool) -> Problem {
    let name = field.name;
    let help = if is_there {
        both!(
            "xóa mục `{name}` nếu văn bản đã ban hành; chưa ban hành thì xóa mục `sao`",
            "delete `{name}` if the paper was issued; if it was not, delete `sao`"
        )
    } else {
        both!(
            "ghi `{name}` như bản chính; văn bản chưa ban hành thì xóa mục `sao`",
            "give `{name}` as the original has it; if it was not issued, delete `sao`"
        )
    };
    let message = if is_there {
        both!("sao một bản dự thảo", "a copy of a draft")
    } else {
        both!("sao một văn bản chưa có `{name}`", "a copy of a paper without `{name}`")
    };
    COPY_OF_DRAFT.problem(
        message,
        both!("chỉ sao văn bản đã ban hành", "copies are made of what was issued"),
        help,
    )
}

/// A copy that is older than what it is a copy of.
static COPY_BEFORE_TEXT: Rule = Rule {
    id: "copy-before-text",
    family: Family::Copies,
    explanation: Bilingual {
        vi: "Ngày sao không thể trước ngày ký văn bản.",
        en: "A copy is not made before the paper was signed.",
    },
    wrong: Example::fields(
        "sao: {hình thức: sao y, ngày: 04/6/2023, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, \
         nơi nhận: [Các thôn]}",
    ),
    right: Example::fields(
        "sao: {hình thức: sao y, ngày: 06/6/2023, ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}, \
         nơi nhận: [Các thôn]}",
    ),
    ..Rule::ERROR
};

fn copy_before_text() -> Problem {
    COPY_BEFORE_TEXT.problem(
        both!("ngày sao trước ngày ký văn bản", "the copy is older than the paper"),
        both!("ngày này", "this date"),
        both!(
            "sửa `ngày` trong mục `sao`, hoặc `ngày ký` của văn bản",
            "correct `ngày` in `sao`, or the `ngày ký` of the paper"
        ),
    )
}

pub(super) fn check(copied: &Copied<'_>, found: &mut Diagnostics) {
    let Copied { copy, document, .. } = copied;
    let place = copy.form.span();
    // What has no symbol is not numbered: thư công.
    let is_numbered = document.symbol.is_some();
    if is_numbered && document.number.as_ref().is_none_or(Text::is_blank) {
        found.push(copy_of_draft(field::NUMBER, false), place);
    }
    if document.signing_date.day().is_none() {
        found.push(copy_of_draft(field::SIGNING_DATE, false), place);
    }
    if let Some(count) = &document.draft {
        found.push(copy_of_draft(field::DRAFT, true), count.span);
    }
    if let Some(date) =
        copy.date.filter(|copy| is_before(copy.date, document.signing_date))
    {
        found.push(copy_before_text(), date.span);
    }
}

/// Whether a date is surely before another one, as far as both are known.
fn is_before(one: SigningDate, other: SigningDate) -> bool {
    fn earlier<T: PartialOrd>(one: Option<T>, other: Option<T>) -> bool {
        one.zip(other).is_some_and(|(one, other)| one < other)
    }
    earlier(one.day(), other.day())
        || earlier(one.month(), other.month())
        || earlier(one.year(), other.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_as_far_as_both_are_known() {
        let before = |one: &str, other: &str| {
            let [one, other] =
                [one, other].map(|text| SigningDate::parse(text).unwrap_or_default());
            is_before(one, other)
        };
        assert!(before("04/6/2023", "05/6/2023"));
        assert!(before("5/2023", "05/6/2023") && before("2022", "05/6/2023"));
        assert!(before("28/5/2023", "6/2023"));
        for same in ["05/6/2023", "6/2023", "2023", "06/6/2023", "", "1/2024"] {
            assert!(!before(same, "05/6/2023"), "{same}");
        }
    }
}
