//! HTML in the text: comments print nothing, all else is refused.

use std::ops::Range;

use super::fragment::Fragment;
use crate::diagnostic::{Diagnostics, Problem};

/// Reports what is wrong in a block of HTML.
pub(super) fn block(fragment: &Fragment, range: &Range<usize>, found: &mut Diagnostics) {
    let slice = fragment.slice(range.clone());
    let mut rest = slice.trim();
    let offset =
        |rest: &str| range.start + (rest.as_ptr() as usize - slice.as_ptr() as usize);
    let mut commented = false;
    while let Some(comment) = rest.strip_prefix("<!--") {
        commented = true;
        let Some((_, after)) = comment.split_once("-->") else {
            let at = offset(rest);
            let span = fragment.span(at..at + rest.len());
            return found.push(Problem::CommentSwallows, span);
        };
        rest = after.trim_start();
    }
    if rest.is_empty() {
        return;
    }
    let at = offset(rest);
    let span = fragment.span(at..at + rest.len());
    found.push(if commented { Problem::CommentSwallows } else { Problem::RawHtml }, span);
}
