//! Who signs: by whose authority, with which post, by what name.

mod chair;
mod collective;
mod name;
mod posts;
mod prefix;
mod spelling;
mod whose_post;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::outline::Line;
use crate::document::{Signature, Text};
use crate::source::Span;
use prefix::{Means, Prefix};

/// The rules of signatures.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        prefix::RULES,
        collective::RULES,
        posts::RULES,
        whose_post::RULES,
        name::RULES,
        chair::RULES,
        spelling::RULES,
    ],
    check,
};

/// Checks every signature of a draft.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let document = draft.document;
    let copy = document.copy.as_ref().and_then(|copy| copy.signature.as_ref());
    let signatures = document.signatures.iter().chain(&document.confirmation);
    for signature in signatures.chain(copy) {
        let signer = Signer::of(signature, draft);
        prefix::check(draft, &signer, found);
        posts::check(draft, &signer, found);
        name::check(draft, signature, found);
    }
    for signature in document.signatures.iter() {
        let signer = Signer::of(signature, draft);
        collective::check(draft, &signer, found);
        whose_post::check(draft, &signer, found);
    }
    chair::check(draft, found);
    spelling::check(draft, found);
}

/// What stands above a name, line by line.
struct Signer {
    /// The lines of the authority.
    authority: Vec<Text>,
    /// The lines of the posts.
    posts: Vec<Text>,
}

/// A line of an authority: whose it is, what stands behind its letters, where.
struct Authority<'a> {
    means: Means,
    behind: &'a str,
    span: Span,
}

impl Signer {
    fn of(signature: &Signature, draft: &Draft<'_>) -> Self {
        let lines =
            |texts: &[Text]| texts.iter().flat_map(|text| cut(text, draft)).collect();
        Self { authority: lines(&signature.authority), posts: lines(&signature.posts) }
    }

    /// Whether somebody signs with a post of one body and at the same time (`kiêm`) of another.
    fn holds_two(&self) -> bool {
        self.posts.iter().any(|post| {
            let post = post.as_str().to_lowercase();
            post == "kiêm" || post.starts_with("kiêm ") || post.contains(" kiêm ")
        })
    }

    /// The lines of an authority that begin with such letters.
    fn authorities(&self) -> impl Iterator<Item = Authority<'_>> {
        self.authority.iter().filter_map(|line| {
            let Prefix { means, range } = Prefix::of(line.as_str(), false)?;
            let behind = line.as_str()[range.end..].trim();
            Some(Authority { means, behind, span: line.span })
        })
    }
}

/// The lines of a text that say something.
fn cut(text: &Text, draft: &Draft<'_>) -> Vec<Text> {
    let line = Line::of_text(text, draft.sources);
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.as_str().split('\n') {
        found.push(line.cut(start..start + part.len()));
        start += part.len() + 1;
    }
    found.retain(|part| !part.is_blank());
    found
}
