//! Signers without a post: where a body signs that has none, like the presidium of a congress, the
//! list of posts is an empty one.

use super::node::{Key, Kind, Node};
use crate::document::{field, signs_without_post};

/// Fills in that nobody of such a body has a post to print, where none is typed: neither is it
/// missed, nor does it come from the directory or the defaults.
pub(super) fn fill(node: &mut Node) {
    let Kind::Map(map) = &mut node.kind else { return };
    for (key, value) in map {
        match &mut value.kind {
            Kind::List(signers) if key.name == field::SIGNATURES.key => {
                signers.iter_mut().for_each(without_post);
            }
            Kind::Map(_) if key.name == field::SIGNATURES.key => without_post(value),
            Kind::Null | Kind::Scalar(_) | Kind::List(_) | Kind::Map(_) => fill(value),
        }
    }
}

fn without_post(signer: &mut Node) {
    if signer.get_filled(field::POSTS.key).is_some() {
        return;
    }
    let Some(authority) = signer.get(field::AUTHORITY.key) else { return };
    let says = |node: &Node| node.as_text().is_some_and(signs_without_post);
    let is_one = match &authority.kind {
        Kind::List(lines) => lines.iter().any(says),
        Kind::Null | Kind::Scalar(_) | Kind::Map(_) => says(authority),
    };
    if is_one {
        let span = authority.span;
        let none = Node { span, kind: Kind::List(Vec::new()) };
        signer.set(Key::new(field::POSTS.name, span), none);
    }
}
