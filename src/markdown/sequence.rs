//! `Sequence`: which rank stands above which, and what is counted through a whole text.

use super::number::Number;
use crate::document::outline::Rank;

/// What is counted beyond the item in which it stands.
#[derive(Default)]
pub(super) struct Sequence {
    /// The last article, whatever division it stands in.
    article: Option<Number>,
    /// The last chapter, whatever part it stands in.
    chapter: Option<Number>,
    /// Whether articles stand under `I.`, as the first one does.
    low_articles: bool,
}

impl Sequence {
    /// The order of a typed number: articles stand above `I.`, as in a decision that lists
    /// under an article, unless the first one comes `under_roman`.
    pub(super) fn order(&mut self, rank: Rank, under_roman: bool) -> u32 {
        if rank != Rank::Article {
            return order(rank);
        }
        if self.article.is_none() {
            self.low_articles = under_roman;
        }
        if self.low_articles { order(Rank::Roman) + 500 } else { order(rank) }
    }

    /// Takes note of a typed number.
    pub(super) fn note(&mut self, number: &Number) {
        if number.rank == Rank::Article {
            self.article = Some(number.clone());
        } else if number.rank == Rank::Chapter {
            self.chapter = Some(number.clone());
        }
    }

    /// The number that comes before this one, given the one before it in the same item. Articles
    /// run through the text; the chapters of a part start anew or run on.
    pub(super) fn before<'a>(
        &'a self,
        number: &Number,
        beside: Option<&'a Number>,
    ) -> Option<&'a Number> {
        let runs_on =
            number.rank == Rank::Chapter && beside.is_none() && !number.is_first();
        if number.rank == Rank::Article {
            self.article.as_ref()
        } else if runs_on {
            self.chapter.as_ref()
        } else {
            beside
        }
    }
}

/// Whether a number of rank `above` is the start of one of rank `below`.
pub(super) fn is_prefix(above: Rank, below: Rank) -> bool {
    matches!(below, Rank::Decimal(_))
        && matches!(above, Rank::Arabic | Rank::Decimal(_))
        && above < below
}

/// Ranks as numbers with room between them, from 1.
pub(super) fn order(rank: Rank) -> u32 {
    match rank {
        Rank::Part => 100,
        Rank::Chapter => 200,
        Rank::Section => 300,
        Rank::Subsection => 400,
        Rank::Article => 500,
        Rank::Roman => 1_000,
        Rank::Arabic => 2_000,
        Rank::Decimal(parts) => 3_000 + 2 * u32::from(parts),
        Rank::Letter => 4_000,
        Rank::Bracket => 5_000,
        Rank::LowerRoman => 6_000,
        Rank::Dash(depth) => 7_000 + u32::from(depth),
    }
}
