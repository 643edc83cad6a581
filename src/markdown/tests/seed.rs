//! The real notice of May 2023, from its first paragraph to the signature.

use super::*;

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
    fn check(blocks: &[Block], sources: &Sources) {
        for block in blocks {
            let BlockKind::Item(item) = &block.kind else { continue };
            if let Some(number) = &item.number {
                assert!(number.typed);
                assert_eq!(number.label, sources.slice(number.span));
            }
            for inline in &item.text {
                let Inline::Text(text) = inline else { continue };
                assert_eq!(text.value, sources.slice(text.span));
            }
            check(&item.children, sources);
        }
    }
    let outcome = body(SEED);
    check(&outcome.outline.body, &outcome.sources);
}
