//! Documents that others have replaced.

use crate::source::lowercase;
use chrono::NaiveDate;

use super::super::Draft;
use super::super::per_line::PerLine;
use super::Cited;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CITATION_REPLACED];

/// A document that another one has replaced, cited as if it were in force.
static CITATION_REPLACED: Rule = Rule {
    id: "citation-replaced",
    family: Family::Citations,
    explanation: Bilingual {
        vi: "Văn bản đã bị thay thế thì không còn là căn cứ để thực hiện. Chỉ liệt kê những văn bản về \
             thể thức, văn thư, tổ chức chính quyền mà chương trình biết chắc; nói về việc thay \
             thế, bãi bỏ, hoặc về thời gian trước đó thì không bị nhắc.",
        en: "What was replaced is no ground any more. Only documents about layout, records and \
             the organisation of government are known here; who tells of the replacing or of the \
             time before is not reminded.",
    },
    wrong: Example::fields("ngày ký: 05/6/2026").with_body(
        "Văn phòng trình bày văn bản theo Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng \
         Trung ương Đảng về thể thức văn bản.",
    ),
    right: Example::fields("ngày ký: 05/6/2026").with_body(
        "Văn phòng trình bày văn bản theo Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng \
         Trung ương Đảng về thể thức văn bản.",
    ),
    ..Rule::WARNING
};

fn citation_replaced(name: &str, by: &str) -> Problem {
    CITATION_REPLACED.problem(
        both!("`{name}` đã được thay thế bằng {by}", "`{name}` was replaced by {by}"),
        both!("không còn hiệu lực", "no longer in force"),
        both!(
            "viện dẫn văn bản mới; nói về việc trước đây thì thêm `trước đây`",
            "cite the new one; where the past is meant, add `trước đây`"
        ),
    )
}

/// A document, since when it is no longer in force, and what took its place.
struct Replaced {
    key: &'static str,
    since: (i32, u32, u32),
    by: &'static str,
}

/// Documents that were replaced: each with the key of its symbol.
const REPLACED: [Replaced; 10] = [
    // Quy định 399-QĐ/TW; Hướng dẫn 05-HD/VPTW, III.1.
    Replaced {
        key: "66/QĐ-TW", since: (2026, 1, 9), by: "`Quy định số 399-QĐ/TW`"
    },
    Replaced {
        key: "36/HD-VPTW", since: (2026, 5, 27), by: "`Hướng dẫn số 05-HD/VPTW`"
    },
    // NĐ 30/2020/NĐ-CP, Điều 37.
    Replaced {
        key: "110/2004/NĐ-CP",
        since: (2020, 3, 5),
        by: "`Nghị định số 30/2020/NĐ-CP`",
    },
    Replaced {
        key: "9/2010/NĐ-CP",
        since: (2020, 3, 5),
        by: "`Nghị định số 30/2020/NĐ-CP`",
    },
    Replaced {
        key: "1/2011/TT-BNV",
        since: (2020, 3, 5),
        by: "`Nghị định số 30/2020/NĐ-CP`",
    },
    Replaced {
        key: "55/2005/TTLT-BNV-VPCP",
        since: (2020, 3, 5),
        by: "`Nghị định số 30/2020/NĐ-CP`",
    },
    // Thông tư 10/2022/TT-BNV.
    Replaced {
        key: "9/2011/TT-BNV",
        since: (2023, 2, 15),
        by: "`Thông tư số 10/2022/TT-BNV`",
    },
    Replaced {
        key: "13/2011/TT-BNV",
        since: (2023, 2, 15),
        by: "`Thông tư số 10/2022/TT-BNV`",
    },
    // Nghị định 78/2025/NĐ-CP, in force with Luật 64/2025/QH15.
    Replaced {
        key: "34/2016/NĐ-CP",
        since: (2025, 4, 1),
        by: "`Nghị định số 78/2025/NĐ-CP`",
    },
    Replaced {
        key: "154/2020/NĐ-CP",
        since: (2025, 4, 1),
        by: "`Nghị định số 78/2025/NĐ-CP`",
    },
];

/// Words of a line that tells of the replacing or of the past.
const PAST: [&str; 9] = [
    "thay thế",
    "thay cho",
    "hết hiệu lực",
    "bãi bỏ",
    "trước đây",
    "trước khi",
    "sửa đổi",
    "cũ",
    "khi đó",
];

/// Says which documents were replaced before the day of the paper.
pub(super) fn check(all: &[Cited<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let Some(date) = draft.document.date() else { return };
    let mut said: Vec<&str> = Vec::new();
    let past = PerLine::default();
    for cited in all {
        let key = cited.citation.symbol.key().to_uppercase();
        let known = REPLACED.iter().find(|known| known.key.to_uppercase() == key);
        let Some(Replaced { key, since: (year, month, day), by }) = known else {
            continue;
        };
        let in_force =
            NaiveDate::from_ymd_opt(*year, *month, *day).is_none_or(|day| date < day);
        let is_past = |line: &str| {
            let small = lowercase(line);
            PAST.iter().any(|word| small.contains(word))
        };
        if !in_force && !said.contains(key) && !past.of(&cited.line.text, is_past) {
            said.push(key);
            found.push(citation_replaced(cited.name(), by), cited.span());
        }
    }
}
