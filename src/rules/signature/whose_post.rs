//! A post of the other regime: a secretary of the Party below the Quốc hiệu, a chairman of the
//! people's committee in a paper of the Party.

use super::super::Draft;
use super::super::bodies::BodyKind;
use super::super::wording::{begins_any, words};
use super::Signer;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Regime;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&POST_OF_ANOTHER];

/// A post that the issuing body does not have.
static POST_OF_ANOTHER: Rule = Rule {
    id: "post-of-another",
    family: Family::Signature,
    clause: Some("HD 05-HD/VPTW, 7.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7"),
    explanation: Bilingual {
        vi: "Văn bản do người của chính cơ quan ban hành ký: bí thư ký văn bản của cấp ủy, chủ \
             tịch ký văn bản của ủy ban nhân dân. Một người giữ cả hai chức vụ thì ký chức vụ \
             của cơ quan ban hành.",
        en: "A paper is signed by a person of the body that issues it: the secretary signs those \
             of the Party's committee, the chairman those of the people's committee. Who has both \
             posts signs with that of the issuing body.",
    },
    wrong: Example::fields(
        "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\n\
         ký: {quyền hạn: T/M Đảng ủy, chức vụ: Chủ tịch UBND xã, họ tên: Hoàng Hữu Khôi}",
    ),
    right: Example::fields(
        "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\n\
         ký: {quyền hạn: T/M Đảng ủy, chức vụ: Phó Bí thư, họ tên: Hoàng Hữu Khôi}",
    ),
    ..Rule::BINDING
};

/// Who signs for an issuer of a regime with `post`.
fn post_of_another(post: &str, regime: Regime) -> Problem {
    let help = match regime {
        Regime::Party => both!(
            "ghi chức vụ trong Đảng, ví dụ `Bí thư`, `Phó Bí thư`; văn bản của ủy ban nhân dân \
             thì đổi `cơ quan ban hành` và `thể thức: nhà nước`",
            "give the post in the Party, such as `Bí thư` or `Phó Bí thư`; for a paper of the \
             people's committee change `cơ quan ban hành` and `thể thức: nhà nước`"
        ),
        Regime::State => both!(
            "ghi chức vụ ở cơ quan ban hành, ví dụ `Chủ tịch`; văn bản của Đảng thì đổi `cơ quan \
             ban hành` và `thể thức: đảng`",
            "give the post in the issuing body, such as `Chủ tịch`; for a paper of the Party \
             change `cơ quan ban hành` and `thể thức: đảng`"
        ),
    };
    POST_OF_ANOTHER.problem(
        both!(
            "`{post}` không phải của cơ quan ban hành",
            "`{post}` is not of the issuing body"
        ),
        both!("của cơ quan khác", "of another body"),
        help,
    )
}

/// Checks one signature of a document that one body issues, which only one regime has.
pub(super) fn check(draft: &Draft<'_>, signer: &Signer, found: &mut Diagnostics) {
    let document = draft.document;
    let regime = document.regime.value;
    let issuer = BodyKind::of_issuer(document).and_then(BodyKind::regime);
    let one = document.signatures.others.is_empty() && !signer.holds_two();
    if issuer != Some(regime) || !one {
        return;
    }
    let others: &[&str] = match regime {
        Regime::Party => &["chu tich", "pho chu tich"],
        Regime::State => &["bi thu", "pho bi thu"],
    };
    for post in &signer.posts {
        if begins_any(&words(post.as_str()), others).is_some() {
            found.push(post_of_another(post.as_str().trim(), regime), post.span);
        }
    }
    for line in signer.authorities() {
        let of = BodyKind::of(line.behind).and_then(BodyKind::regime);
        if of.is_some_and(|of| of != regime) {
            found.push(post_of_another(line.behind, regime), line.span);
        }
    }
}
