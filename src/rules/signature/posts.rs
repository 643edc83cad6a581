//! How a post stands above a name in the Party: each on a line of its own, without the body.

use super::super::Draft;
use super::super::bodies::BodyKind;
use super::super::wording::{begins_any, words};
use super::Signer;
use super::prefix::Means;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Regimes, Rule, both,
};
use crate::document::Regime;
use crate::document::outline::Line;
use crate::source::{Sources, Span};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&POSTS_JOINED, &POST_WITH_BODY];

/// Two posts on one line, joined by `kiêm`.
static POSTS_JOINED: Rule = Rule {
    id: "posts-joined",
    family: Family::Signature,
    regimes: Regimes::Party,
    clause: Some("HD 05-HD/VPTW, 7.1.4.đ"),
    explanation: Bilingual {
        vi: "Người ký hai chức vụ: mỗi chức vụ một dòng, chữ `kiêm` đứng riêng một dòng ở giữa.",
        en: "Who signs with two posts has each on a line of its own, and `kiêm` on one between \
             them.",
    },
    wrong: Example::fields(
        "ký: {chức vụ: Bí thư kiêm Trưởng Ban Chỉ đạo, họ tên: Hoàng Hữu Khôi}",
    ),
    right: Example::fields(
        "ký: {chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo], họ tên: Hoàng Hữu Khôi}",
    ),
    ..Rule::WARNING
};

fn posts_joined(fit: &str) -> Problem {
    POSTS_JOINED.problem(
        both!("hai chức vụ viết liền một dòng", "two posts are written on one line"),
        both!("hai chức vụ", "two posts"),
        both!("viết `chức vụ: [{fit}]`", "write `chức vụ: [{fit}]`"),
    )
}

/// A post with the body's name behind it.
static POST_WITH_BODY: Rule = Rule {
    id: "post-with-body",
    family: Family::Signature,
    regimes: Regimes::Party,
    clause: Some("HD 05-HD/VPTW, 7.1.2"),
    explanation: Bilingual {
        vi: "Chức vụ của người ký không ghi kèm tên cơ quan, vì tên đó đã có ở đầu trang và ở dòng \
             quyền hạn; ban chỉ đạo không có con dấu riêng và văn bản liên tịch thì được ghi.",
        en: "The post of a signer stands without the body's name, which is in the letterhead and \
             behind `T/M` already; boards without a seal and joint papers may have it.",
    },
    wrong: Example::fields(
        "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\nký: {quyền hạn: T/M Ban Thường \
         vụ, chức vụ: Phó Bí thư Đảng ủy, họ tên: Hoàng Hữu Khôi}",
    ),
    right: Example::fields(
        "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\n\
         ký: {quyền hạn: T/M Ban Thường vụ, chức vụ: Phó Bí thư, họ tên: Hoàng Hữu Khôi}",
    ),
    ..Rule::BINDING
};

fn post_with_body(body: &str, fit: &str) -> Problem {
    POST_WITH_BODY.problem(
        both!(
            "chức vụ ký ghi kèm tên cơ quan `{body}`",
            "the post of the signer has the body's name `{body}`"
        ),
        both!("thừa tên cơ quan", "the body's name is too much"),
        both!("viết `chức vụ: {fit}`", "write `chức vụ: {fit}`"),
    )
}

/// Checks the posts of one signature of a document of the Party.
pub(super) fn check(draft: &Draft<'_>, signer: &Signer, found: &mut Diagnostics) {
    if draft.document.regime.value != Regime::Party {
        return;
    }
    for post in &signer.posts {
        let line = Line::of_text(post, draft.sources);
        if let Some((first, second)) = joined(&line.text) {
            let fit = format!("{first}, kiêm, {second}");
            let fix = as_list(&line, &fit, draft.sources);
            found.push_fixed(posts_joined(&fit), line.span(0..line.text.len()), fix);
        }
    }
    if names_no_body(draft, signer) {
        for post in &signer.posts {
            let line = Line::of_text(post, draft.sources);
            let Some(end) = end_of_post(&line.text) else { continue };
            let (fit, body) = line.text.split_at(end);
            let place = end..line.text.len();
            let fix = line
                .written(place.clone())
                .map(|span| Fix::from_iter([(span, String::new())]));
            let start = end + (body.len() - body.trim_start().len());
            let place = line.span(start..line.text.len());
            found.push_fixed(post_with_body(body.trim(), fit), place, fix);
        }
    }
}

/// The two posts of a line, where it is short enough to be nothing else.
fn joined(post: &str) -> Option<(&str, &str)> {
    let (first, second) = post.split_once(" kiêm ")?;
    let (first, second) = (first.trim(), second.trim());
    let whole = !first.is_empty() && !second.is_empty() && !second.contains(" kiêm ");
    (whole && !post.contains([',', ';', '\n'])).then_some((first, second))
}

/// What makes a list of a plain value: `[…]` behind a colon, two commas within brackets.
fn as_list(line: &Line<'_>, fit: &str, sources: &Sources) -> Option<Fix> {
    let span = line.written(0..line.text.len())?;
    let all = sources.slice(Span { start: 0, ..span });
    let before = all.get(..span.start)?.trim_end_matches([' ', '\t']);
    let text = match before.chars().next_back()? {
        ':' => format!("[{fit}]"),
        '[' | ',' => fit.to_owned(),
        _ => return None,
    };
    Some(Fix::from_iter([(span, text)]))
}

/// Whether the posts of a signature stand without a body: it signs for a committee, a cell or an
/// office alone, with one post.
fn names_no_body(draft: &Draft<'_>, signer: &Signer) -> bool {
    let document = draft.document;
    let behalf = signer.authorities().any(|line| line.means == Means::Behalf);
    let issuer = BodyKind::of_issuer(document);
    document.signatures.others.is_empty()
        && !signer.holds_two()
        && issuer.is_some_and(BodyKind::is_collective_of_party)
        && (behalf || signer.posts.len() == 1)
}

/// Where a post ends behind which a body is named.
fn end_of_post(post: &str) -> Option<usize> {
    const POSTS: [&str; 6] = [
        "bi thu",
        "pho bi thu",
        "bi thu thuong truc",
        "pho bi thu thuong truc",
        "chu nhiem",
        "pho chu nhiem",
    ];
    const BODIES: [&str; 9] = [
        "dang uy",
        "tinh uy",
        "thanh uy",
        "huyen uy",
        "dang bo",
        "chi bo",
        "chi uy",
        "ban thuong vu",
        "uy ban kiem tra",
    ];
    let all = words(post);
    let count = begins_any(&all, &POSTS)?;
    begins_any(&all[count..], &BODIES)?;
    Some(all[count - 1].range.end)
}
