//! A paper of the folder is cited with the day on which it was signed.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::super::citations::Reference;
use super::{Compared, Entry};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};

/// A citation of a paper of the folder with another day than it was signed on.
pub(super) static CITED_DAY: Rule = Rule {
    id: "citation-other-day",
    family: Family::Citations,
    clause: Some("HD 05-HD/VPTW, 6.1.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b"),
    explanation: Bilingual {
        vi: "Ngày của văn bản được viện dẫn là ngày ký ghi trong chính văn bản đó; hai tệp ghi \
             khác nhau thì một tệp đã gõ nhầm. Chỉ xem khi kiểm tra nhiều tệp một lần, với văn \
             bản cùng số, ký hiệu, cơ quan ban hành và năm, ở cùng thư mục hoặc dùng chung một \
             `vanban.yaml`.",
        en: "A paper is cited with the day on which it was signed; where the two files differ, one \
             of them is a slip. Looked at only where several files are checked at once, for a \
             paper of the same number, symbol, body and year: those in one folder, or of one \
             `vanban.yaml`.",
    },
    wrong: Example::described(
        "viện dẫn `Thông báo số 05-TB/BCĐ, ngày 12/5/2026` trong khi thông báo đó, ở cùng thư \
         mục, có `ngày ký: 13/5/2026`",
        "`Thông báo số 05-TB/BCĐ, ngày 12/5/2026` is cited, and that notice in the same folder has \
         `ngày ký: 13/5/2026`",
    ),
    right: Example::fields("ngày ký: 05/6/2023").with_body(
        "Thực hiện Thông báo số 05-TB/BCĐ, ngày 13/5/2023 của Ban Chỉ đạo về nông thôn mới, các \
         thôn báo cáo hằng tháng.",
    ),
    ..Rule::WARNING
};

fn cited_day(reference: &Reference, other: &Entry<'_>) -> Problem {
    let (name, file) = (&reference.name, other.name);
    let show = |day: NaiveDate| day.format("%d/%-m/%Y").to_string();
    let (said, signed) = (show(reference.day), show(other.paper.day));
    CITED_DAY.problem(
        both!(
            "`{name}` ký ngày {signed} (tệp {file}), không phải ngày {said}",
            "`{name}` was signed on {signed} ({file}), not on {said}"
        ),
        both!("tệp kia ghi ngày {signed}", "{signed} in the other file"),
        both!(
            "sửa thành ngày {signed}; nếu ngày ở đây mới đúng thì sửa `ngày ký` trong tệp {file}",
            "make it {signed}; where the day here is the right one, mend `ngày ký` in {file}"
        ),
    )
}

/// Says which papers cite another one with a wrong day.
pub(super) fn check(
    papers: &[(&str, &Compared)],
    numbered: &[Entry<'_>],
    found: &mut BTreeMap<usize, Diagnostics>,
) {
    let mut by_key: BTreeMap<&str, Vec<&Entry<'_>>> = BTreeMap::new();
    for entry in numbered {
        if let Some(key) = &entry.paper.key {
            by_key.entry(key).or_default().push(entry);
        }
    }
    for (index, (_, paper)) in papers.iter().enumerate() {
        for reference in &paper.references {
            let Some(entries) = by_key.get(reference.key.as_str()) else { continue };
            if let Some(other) = signed_on_another(index, paper, reference, entries) {
                let problem = cited_day(reference, other);
                found.entry(index).or_default().push(problem, reference.place);
            }
        }
    }
}

/// The one paper that a reference can only mean, where it was signed on another day. A number
/// comes again in another year, and with other bodies of the same letters.
fn signed_on_another<'a>(
    index: usize,
    own: &Compared,
    reference: &Reference,
    entries: &[&'a Entry<'a>],
) -> Option<&'a Entry<'a>> {
    let meant = |entry: &&&Entry<'_>| {
        let same_body = match &reference.body {
            Some(body) => entry.whole.issuer.is_called(body),
            None => entry.whole.issuer == own.issuer,
        };
        let same_year = entry.paper.day.year() == reference.day.year();
        same_body && same_year && entry.whole.home == own.home
    };
    let mut meant = entries.iter().filter(meant);
    let (entry, other) = (meant.next()?, meant.next());
    let differs = entry.paper.day != reference.day && entry.index != index;
    (other.is_none() && differs).then_some(*entry)
}
