//! The real notice of May 2023, from its first paragraph to the signature.

use super::*;
use crate::document::outline;

/// The notice as it was typed.
const SEED: &str = include_str!("seed.md");

#[test]
fn the_notice_of_may_2023() {
    let outcome = body(SEED);
    assert_eq!(outcome.sketch(), include_str!("seed.txt").trim_end());
    assert_eq!(outcome.problems(), [("number-mixture", "#### Nơi nhận:")]);
}

#[test]
fn every_number_of_the_notice_points_at_its_place() {
    let outcome = body(SEED);
    let slice = |span| outcome.sources.slice(span);
    for block in outline::blocks(&outcome.outline.body) {
        let BlockKind::Item(item) = &block.kind else { continue };
        if let Some(number) = &item.number {
            assert!(number.typed);
            assert_eq!(number.label, slice(number.span));
        }
        for text in block.texts() {
            assert_eq!(text.value, slice(text.span));
        }
    }
}
