//! Those to whom a paper is reported stand before the others who receive it.

use super::super::wording::{begins, words};
use super::is_archive;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{RecipientGroup, Text};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&RECIPIENT_ORDER];

/// A superior body behind others.
static RECIPIENT_ORDER: Rule = Rule {
    id: "recipient-order",
    family: Family::Recipients,
    explanation: Bilingual {
        vi: "Theo thông lệ, nơi nhận xếp cơ quan cấp trên (để báo cáo) trước, rồi đến cơ quan thực \
             hiện, phối hợp, cuối cùng là lưu. `Như trên` đứng đầu. Nghị định và hướng dẫn không \
             quy định thứ tự nên chỉ lưu ý.",
        en: "By custom superior bodies (`để báo cáo`) stand first among the recipients, then those \
             who act and take part, the file last. `Như trên` comes before all. No clause sets \
             this order, so it is only a note.",
    },
    wrong: Example::fields(
        "nơi nhận: [Các chi bộ, Ban Thường vụ Tỉnh ủy (để báo cáo), Lưu Văn phòng Đảng ủy]",
    ),
    right: Example::fields(
        "nơi nhận: [Ban Thường vụ Tỉnh ủy (để báo cáo), Các chi bộ, Lưu Văn phòng Đảng ủy]",
    ),
    ..Rule::NOTE
};

fn recipient_order(other: &str) -> Problem {
    let problem = RECIPIENT_ORDER.problem(
        both!(
            "nơi nhận để báo cáo đứng sau nơi nhận khác",
            "who is reported to stands behind others"
        ),
        both!("nên đứng trước", "better before them"),
        both!(
            "theo thông lệ nên chuyển dòng này lên trên `{other}`",
            "by custom this line stands above `{other}`"
        ),
    );
    problem.with_related(both!("đứng sau dòng này", "behind this one"))
}

/// Says once in a group who is reported to and stands behind others.
pub(super) fn check(group: &RecipientGroup, found: &mut Diagnostics) {
    let entries = || group.entries.iter().filter(|entry| !entry.is_blank());
    let is_other = |entry: &Text| {
        let all = words(entry.as_str());
        let stands_first = begins(&all, "nhu").is_some() || is_reported(entry.as_str());
        !stands_first && !is_archive(entry)
    };
    let Some(first) = entries().position(is_other) else { return };
    let mut behind = entries().skip(first);
    let Some(other) = behind.next() else { return };
    if let Some(late) = behind.find(|entry| is_reported(entry.as_str())) {
        found.push_related(recipient_order(other.as_str().trim()), late.span, other.span);
    }
}

/// Whether an entry says that the paper is a report to it: `(để báo cáo)`, `(b/c)`.
fn is_reported(entry: &str) -> bool {
    let Some((_, purpose)) = entry.rsplit_once('(') else { return false };
    let all = words(purpose);
    ["b c", "bc", "bao cao", "de b c", "de bc", "de bao cao"]
        .iter()
        .any(|words| begins(&all, words) == Some(all.len()))
}
