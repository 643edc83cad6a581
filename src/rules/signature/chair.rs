//! Who signs a paper of a meeting: the chair that it names, or somebody for them.

use super::super::Draft;
use super::super::bodies::BodyKind;
use super::super::text_lines::Part;
use super::super::wording::{Word, begins_any, words};
use super::Signer;
use super::name::bare;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Text;
use crate::document::outline::Line;
use crate::document::{Person, mark, split_address};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SIGNER_NOT_CHAIR];

/// Somebody signs with the post of the chair, but by another name.
static SIGNER_NOT_CHAIR: Rule = Rule {
    id: "signer-not-chair",
    family: Family::Signature,
    explanation: Bilingual {
        vi: "Một chức vụ có một người giữ: văn bản nói người này chủ trì với chức vụ đó mà người \
             khác ký cũng chức vụ đó thì một trong hai tên là của tháng trước, hoặc thiếu quyền \
             hạn ký thay.",
        en: "A post is held by one person: where the paper says that one chaired with it and \
             another signs with it, one of the names is left from an older paper, or the \
             authority to sign for the chair is missing.",
    },
    wrong: Example::fields(
        "cuộc họp: {ngày: 02/6/2023, chủ trì: {họ tên: Nông Thị Quyên, chức vụ: Trưởng Ban Chỉ \
         đạo}}\nký: {chức vụ: Trưởng Ban Chỉ đạo, họ tên: Hoàng Hữu Khôi}",
    ),
    right: Example::fields(
        "cuộc họp: {ngày: 02/6/2023, chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: Trưởng Ban Chỉ \
         đạo}}\nký: {chức vụ: Trưởng Ban Chỉ đạo, họ tên: Hoàng Hữu Khôi}",
    ),
    ..Rule::WARNING
};

fn signer_not_chair(signer: &str, chair: &str, post: &str) -> Problem {
    let problem = SIGNER_NOT_CHAIR.problem(
        both!(
            "`{signer}` ký với chức vụ của người chủ trì là `{chair}`",
            "`{signer}` signs with the post of the chair, who is `{chair}`"
        ),
        both!("người ký", "who signs"),
        both!(
            "sửa tên cho khớp; người khác ký thay thì ghi chức vụ của người đó và `quyền hạn` \
             (`K/T {post}`, `KT. {post}`)",
            "make the names agree; who signs for the chair does so with a post of their own and \
             `quyền hạn` (`K/T {post}`, `KT. {post}`)"
        ),
    );
    problem.with_related(both!("người chủ trì", "who chaired"))
}

/// A chair as the document or its text names them.
struct Chair {
    name: Text,
    posts: Vec<String>,
}

/// Compares those who sign with those who chair.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let document = draft.document;
    let signature = &document.signatures.first;
    let Some(signer) = signature.bare_name() else { return };
    let signer = bare(&signer, draft.sources);
    let lines = Signer::of(signature, draft);
    let direct = lines.authorities().next().is_none();
    let chair = document.meeting.as_ref().map(|meeting| of_person(&meeting.chair));
    let Some(chair) = chair.or_else(|| in_text(draft)) else { return };
    let chair = Chair { name: bare(&chair.name, draft.sources), ..chair };
    let folded = |one: &str| -> Vec<String> {
        words(one).iter().map(|word| word.folded().to_owned()).collect()
    };
    let named =
        |name: &str| name.split_whitespace().count() > 1 && mark::marks(name).is_empty();
    if !direct
        || !document.signatures.others.is_empty()
        || folded(signer.as_str()) == folded(chair.name.as_str())
        || ![signer.as_str(), chair.name.as_str()].into_iter().all(named)
    {
        return;
    }
    let posts = lines.posts.iter().map(Text::as_str);
    let shared = posts
        .filter(|post| chair.posts.iter().any(|other| is_one(draft, post, other)))
        .map(str::trim)
        .next();
    if let Some(post) = shared {
        let problem = signer_not_chair(signer.as_str(), chair.name.as_str(), post);
        found.push_related(problem, signer.span, chair.name.span);
    }
}

fn of_person(person: &Person) -> Chair {
    let posts = person.posts.iter().map(|post| post.value.clone()).collect();
    Chair { name: person.bare_name(), posts }
}

/// The chair of a sentence: `Đồng chí Hoàng Hữu Khôi, Bí thư Đảng ủy, Trưởng Ban Chỉ đạo chủ trì`.
fn in_text(draft: &Draft<'_>) -> Option<Chair> {
    let lines =
        draft.lines().iter().filter(|line| line.part == Part::Main && !line.quoted);
    lines.take(3).find_map(|line| of_line(&line.line))
}

fn of_line(line: &Line<'_>) -> Option<Chair> {
    let text = line.text.as_str();
    let end = text.find(" chủ trì")?;
    let start = text[..end].rfind(['.', ';', ':', '!']).map_or(0, |at| at + 1);
    let mut at = start;
    let mut parts = Vec::new();
    for part in text[start..end].split(',') {
        parts.push((at + (part.len() - part.trim_start().len()), part.trim()));
        at += part.len() + 1;
    }
    let person = parts.iter().rposition(|(_, part)| split_address(part).is_some())?;
    let (at, first) = parts[person];
    let (_, name) = split_address(first)?;
    let posts: Vec<String> =
        parts[person + 1..].iter().map(|(_, post)| (*post).to_owned()).collect();
    let is_name = name.split_whitespace().count() > 1
        && name.split_whitespace().all(|one| one.starts_with(char::is_uppercase));
    let at = at + (first.len() - name.len());
    (is_name && !posts.is_empty())
        .then(|| Chair { name: line.cut(at..at + name.len()), posts })
}

/// Whether the post of a signer is that of the chair: the same words, or these with the issuing
/// body behind them. `kiêm` is none.
fn is_one(draft: &Draft<'_>, post: &str, other: &str) -> bool {
    let (post, other) = (words(post), words(other));
    let same = |one: &[Word<'_>], two: &[Word<'_>]| {
        one.iter().map(Word::folded).eq(two.iter().map(Word::folded))
    };
    let heads = ["truong ban", "chu tich", "bi thu", "giam doc", "truong phong"];
    if post.is_empty() || begins_any(&post, &heads).is_none() {
        return false;
    }
    let longer = other.len() > post.len() && same(&post, &other[..post.len()]);
    let issuer = BodyKind::of_issuer(draft.document);
    let body = || BodyKind::at_start(&other[post.len()..]);
    same(&post, &other) || (longer && issuer.is_some() && body() == issuer)
}
