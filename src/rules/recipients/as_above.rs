//! `Như trên` among the recipients points to those to whom the paper is addressed.

use super::super::Draft;
use super::super::wording::{begins, words};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Text;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&AS_ABOVE_OF_NOBODY];

/// `Như trên` in a paper that is addressed to nobody.
static AS_ABOVE_OF_NOBODY: Rule = Rule {
    id: "as-above-of-nobody",
    family: Family::Recipients,
    clause: Some("HD 05-HD/VPTW, 9.2.3; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9"),
    explanation: Bilingual {
        vi: "`Như trên` là những nơi đã ghi ở `Kính gửi` của công văn, tờ trình; văn bản không có \
             `kính gửi` thì ở trên không có ai, phải ghi rõ từng nơi nhận.",
        en: "`Như trên` means those of `Kính gửi` in a letter or a proposal; a paper without \
             `kính gửi` has nobody above, and each recipient has to be named.",
    },
    wrong: Example::fields("nơi nhận: [Như trên, Lưu Văn phòng Đảng ủy]"),
    right: Example::fields("nơi nhận: [Các chi bộ, Lưu Văn phòng Đảng ủy]"),
    ..Rule::BINDING
};

fn as_above_of_nobody() -> Problem {
    AS_ABOVE_OF_NOBODY.problem(
        both!(
            "`Như trên` mà văn bản không có `kính gửi`",
            "`Như trên`, but the paper is addressed to nobody"
        ),
        both!("ở trên không có ai", "nobody stands above"),
        both!(
            "ghi rõ nơi nhận; công văn, tờ trình thì thêm mục `kính gửi`",
            "name the recipients; for a letter or a proposal add `kính gửi`"
        ),
    )
}

/// Checks one entry.
pub(super) fn check(draft: &Draft<'_>, entry: &Text, found: &mut Diagnostics) {
    let all = words(entry.as_str());
    let addressed = draft.document.addressees.iter().flat_map(|texts| texts.iter());
    let nobody = addressed.into_iter().all(Text::is_blank);
    // `Như trên mạng …` is no reference.
    if begins(&all, "nhu tren") == Some(all.len()) && nobody {
        found.push(as_above_of_nobody(), entry.span);
    }
}
