//! In whose name the Party signs: a collective by `T/M`, never with `K/T`; a board by its head.

use super::super::Draft;
use super::super::bodies::BodyKind;
use super::super::wording::{begins, begins_any, words};
use super::prefix::Means;
use super::{Authority, Signer};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Regimes, Rule, both,
};
use crate::document::{Manifest, Regime, Text, field};
use crate::source::Span;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SIGN_COLLECTIVE];

/// A signature that does not fit a collective of the Party, or a board.
static SIGN_COLLECTIVE: Rule = Rule {
    id: "sign-collective",
    family: Family::Signature,
    regimes: Regimes::Party,
    clause: Some("HD 05-HD/VPTW, 7.1.1 và 7.1.4"),
    explanation: Bilingual {
        vi: "Cấp ủy, ban thường vụ, chi bộ là tập thể: bí thư hay phó bí thư đều ký `T/M`, không \
             ký thay (`K/T`). Ban chỉ đạo do trưởng ban ký trực tiếp; không có con dấu riêng thì \
             ghi hai chức vụ với chữ `kiêm`, không có `T/M`, `K/T`.",
        en: "A committee, its standing committee and a cell are collectives: the secretary and \
             the deputies all sign by `T/M`, never by `K/T`. For a board its head signs; one \
             without a seal has two posts with `kiêm` between, and no `T/M` or `K/T`.",
    },
    wrong: Example::fields(
        "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\n\
         ký: {quyền hạn: K/T Bí thư, chức vụ: Phó Bí thư, họ tên: Hoàng Hữu Khôi}",
    ),
    right: Example::fields(
        "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\n\
         ký: {quyền hạn: T/M Ban Thường vụ, chức vụ: Phó Bí thư, họ tên: Hoàng Hữu Khôi}",
    ),
    ..Rule::BINDING
};

/// Why a signature does not fit.
#[derive(Debug, Clone, Copy)]
enum Reason {
    /// `K/T Bí thư`, or `K/T` below `T/M`.
    Instead,
    /// `T/M Ban Chỉ đạo`.
    Board,
    /// `T/M` or `K/T` over two posts with `kiêm`.
    TwoPosts,
    /// No `T/M` over a secretary's post.
    Alone,
}

fn sign_collective(reason: Reason) -> Problem {
    let message = match reason {
        Reason::Instead => both!(
            "tập thể cấp ủy không ký thay (`K/T`)",
            "nobody signs for a secretary (`K/T`): the committee is a collective"
        ),
        Reason::Board => both!(
            "ban chỉ đạo không ký `T/M`",
            "nobody signs in the name of (`T/M`) a steering board"
        ),
        Reason::TwoPosts => both!(
            "ký với hai chức vụ `kiêm` thì không có `T/M`, `K/T`",
            "who signs with two posts (`kiêm`) has no `T/M` or `K/T`"
        ),
        Reason::Alone => both!(
            "văn bản của cấp ủy, chi bộ thiếu dòng `T/M`",
            "a paper of a committee or a cell of the Party lacks the line `T/M`"
        ),
    };
    let label = match reason {
        Reason::Alone => both!("chức vụ này", "this post"),
        Reason::Instead | Reason::Board | Reason::TwoPosts => {
            both!("dòng quyền hạn này", "this line of authority")
        }
    };
    let help = match reason {
        Reason::Instead => both!(
            "viết `quyền hạn: T/M Ban Thường vụ` (hoặc `T/M Đảng ủy`, `T/M Chi bộ`), `chức vụ: \
             Phó Bí thư`",
            "write `quyền hạn: T/M Ban Thường vụ` (or `T/M Đảng ủy`, `T/M Chi bộ`) and `chức vụ: \
             Phó Bí thư`"
        ),
        Reason::Board => both!(
            "bỏ `quyền hạn`: trưởng ban ký `chức vụ: Trưởng Ban Chỉ đạo`, không có con dấu riêng \
             thì `chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo]`",
            "leave `quyền hạn` out: the head signs as `chức vụ: Trưởng Ban Chỉ đạo`, without a \
             seal of the board as `chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo]`"
        ),
        Reason::TwoPosts => both!(
            "bỏ mục `quyền hạn`, giữ hai chức vụ với chữ `kiêm` ở giữa",
            "leave `quyền hạn` out and keep the two posts with `kiêm` between them"
        ),
        Reason::Alone => both!(
            "thêm `quyền hạn: T/M Ban Thường vụ`, `T/M Đảng ủy` hoặc `T/M Chi bộ`",
            "add `quyền hạn: T/M Ban Thường vụ`, `T/M Đảng ủy` or `T/M Chi bộ`"
        ),
    };
    SIGN_COLLECTIVE.problem(message, label, help)
}

/// The posts of who heads a committee or a cell.
const HEADS: [&str; 4] =
    ["bi thu", "pho bi thu", "bi thu chi bo", "pho bi thu thuong truc"];

/// Checks one signature of a document of the Party.
pub(super) fn check(draft: &Draft<'_>, signer: &Signer, found: &mut Diagnostics) {
    if draft.document.regime.value != Regime::Party {
        return;
    }
    if let Some((reason, span)) = fault(draft, signer) {
        found.push(sign_collective(reason), span);
    }
}

fn fault(draft: &Draft<'_>, signer: &Signer) -> Option<(Reason, Span)> {
    let lines: Vec<Authority<'_>> = signer.authorities().collect();
    let of = |means: Means| lines.iter().filter(move |line| line.means == means);
    let (mut behalf, mut instead) = (of(Means::Behalf), of(Means::Instead));
    if signer.holds_two() {
        let line = behalf.next().or_else(|| instead.next())?;
        return Some((Reason::TwoPosts, line.span));
    }
    let secretary =
        |line: &&Authority<'_>| begins(&words(line.behind), "bi thu").is_some();
    let collective = lines.iter().any(|line| line.means == Means::Behalf);
    if let Some(line) = instead.find(|line| collective || secretary(line)) {
        return Some((Reason::Instead, line.span));
    }
    let board =
        |line: &&Authority<'_>| BodyKind::of(line.behind) == Some(BodyKind::Board);
    if let Some(line) = behalf.find(board) {
        return Some((Reason::Board, line.span));
    }
    Some((Reason::Alone, lone_head(draft, signer)?.span))
}

/// The post of a secretary who signs a paper of a committee or a cell without a word of authority;
/// minutes are signed by who chairs.
fn lone_head<'s>(draft: &Draft<'_>, signer: &'s Signer) -> Option<&'s Text> {
    let document = draft.document;
    let minutes = |kind: &Manifest| kind.can_omit(field::SIGNATURES.name);
    let [post] = &signer.posts[..] else { return None };
    let lone = signer.authority.iter().all(Text::is_blank)
        && document.signatures.others.is_empty()
        && !draft.templates.chosen().is_some_and(minutes)
        && !draft.templates.declared.as_ref().is_some_and(minutes)
        && BodyKind::of_issuer(document).is_some_and(BodyKind::is_collective_of_party);
    let post_words = words(post.as_str());
    let is_head = HEADS
        .iter()
        .any(|head| begins_any(&post_words, &[head]) == Some(post_words.len()));
    (lone && is_head).then_some(post)
}
