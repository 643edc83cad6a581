//! What a copy does not print: of an electronic one nearly all, of one on paper the time of signing.

use super::Copied;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::field::{self, Field};
use crate::document::{Regime, Signature, Text};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&COPY_NOT_PRINTED, &COPY_TIME];

/// A field of a copy that this copy does not print.
static COPY_NOT_PRINTED: Rule = Rule {
    id: "copy-not-printed",
    family: Family::Copies,
    clause: Some(
        "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II; HD 05-HD/VPTW, III.2, III.3 và Phụ lục 3",
    ),
    explanation: Bilingual {
        vi: "Bản sao điện tử chỉ in hình thức sao, cơ quan sao, thời gian ký; bản sao giấy không in \
             giờ; dấu `Bản sao văn bản` của Đảng không có cơ quan chủ quản.",
        en: "An electronic copy prints its form, its body and the time of signing alone; one on \
             paper prints no time; the Party's stamp has no superior body.",
    },
    wrong: Example::fields(
        "sao: {hình thức: sao y, điện tử: có, số: 5, ngày: 06/6/2023, giờ: '10:15:30'}",
    ),
    right: Example::fields(
        "sao: {hình thức: sao y, điện tử: có, ngày: 06/6/2023, giờ: '10:15:30'}",
    ),
    ..Rule::WARNING
};

fn copy_not_printed(field: Field, electronic: bool) -> Problem {
    let name = field.name;
    let message = if electronic {
        both!(
            "bản sao điện tử không in `{name}`",
            "an electronic copy prints no `{name}`"
        )
    } else {
        both!("bản sao này không in `{name}`", "this copy prints no `{name}`")
    };
    let help = if field == field::TIME {
        both!(
            "xóa mục này; bản sao điện tử thì thêm `điện tử: có`",
            "delete it; if this is an electronic copy, add `điện tử: có`"
        )
    } else if electronic {
        both!(
            "xóa mục này; bản sao giấy thì xóa `điện tử`",
            "delete it; if this is a copy on paper, delete `điện tử`"
        )
    } else {
        both!("xóa mục này", "delete it")
    };
    let problem = COPY_NOT_PRINTED.problem(
        message,
        both!("không có trên giấy", "not on the paper"),
        help,
    );
    problem.of_field(name, Some(field::COPY.name))
}

/// A time of signing that does not say hour, minute and second.
static COPY_TIME: Rule = Rule {
    id: "copy-time",
    family: Family::Copies,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, I.3"),
    explanation: Bilingual {
        vi: "Thời gian ký số ghi đủ giờ, phút, giây; múi giờ Việt Nam `+07:00` được tự thêm.",
        en: "The time of a digital signature has hour, minute and second; the zone, `+07:00`, is \
             added.",
    },
    wrong: Example::fields(
        "sao: {hình thức: sao y, điện tử: có, ngày: 06/6/2023, giờ: 10 giờ 15}",
    ),
    right: Example::fields(
        "sao: {hình thức: sao y, điện tử: có, ngày: 06/6/2023, giờ: '10:15:30'}",
    ),
    ..Rule::BINDING
};

fn copy_time() -> Problem {
    COPY_TIME.problem(
        both!(
            "giờ ký không ghi đủ giờ, phút, giây",
            "the time of signing lacks hour, minute or second"
        ),
        both!("giờ này", "this time"),
        both!("viết như `10:15:30`", "write it as `10:15:30`"),
    )
}

pub(super) fn check(copied: &Copied<'_>, found: &mut Diagnostics) {
    let Copied { copy, document, .. } = copied;
    let is_electronic = copy.is_electronic();
    let mut unprinted: Vec<(Field, Span)> = Vec::new();
    let mut add = |field: Field, text: Option<&Text>| {
        let text = text.filter(|text| !text.is_blank());
        unprinted.extend(text.map(|text| (field, text.span)));
    };
    let superior = copy.superior.as_ref().and_then(|texts| texts.first());
    if is_electronic {
        add(field::NUMBER, copy.number.as_ref());
        add(field::SYMBOL, copy.symbol.as_ref());
        add(field::PLACE, copy.place.as_ref());
        let mut signature = copy.signature.iter().flat_map(Signature::texts);
        add(field::SIGNATURES, signature.next());
        let recipients = copy.recipients.iter().flat_map(|groups| &groups.0);
        let mut recipients = recipients.flat_map(|group| &group.entries);
        add(field::RECIPIENTS, recipients.next());
    } else {
        add(field::TIME, copy.time.as_ref());
    }
    if is_electronic || document.regime.value == Regime::Party {
        add(field::SUPERIOR, superior);
    }
    for (field, span) in unprinted {
        found.push(copy_not_printed(field, is_electronic), span);
    }
    let time = copy.time.as_ref().filter(|time| is_electronic && !time.is_blank());
    if let Some(time) = time.filter(|time| !is_time(time.as_str())) {
        found.push(copy_time(), time.span);
    }
}

/// Whether a text is hour, minute and second, with its zone or not: `10:15:30`, `10:15:30 +07:00`.
fn is_time(text: &str) -> bool {
    let (time, zone) = text.split_once('+').unwrap_or((text, "07:00"));
    let below = |parts: &str, most: &[u32]| {
        let parts: Vec<&str> = parts.trim().split(':').collect();
        parts.len() == most.len()
            && parts.iter().zip(most).all(|(part, most)| {
                let is_number = part.bytes().all(|b| b.is_ascii_digit());
                let number = part.parse::<u32>().ok().filter(|_| is_number);
                part.len() <= 2 && number.is_some_and(|number| number <= *most)
            })
    };
    below(time, &[23, 59, 59]) && below(zone, &[14, 59])
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn a_time_has_hour_minute_and_second() {
        for time in
            ["10:15:30", " 0:00:00 ", "23:59:59", "10:15:30 +07:00", "1:2:3+07:00"]
        {
            assert!(is_time(time), "{time}");
        }
        for time in [
            "10:15",
            "24:00:00",
            "10:60:00",
            "10 giờ 15",
            "",
            "10:15:30Z",
            "+7:+1:+2",
            "+",
        ] {
            assert!(!is_time(time), "{time}");
        }
    }
}
