//! `Sequence`: which rank stands above which, by the order in which they appear in a text.

use crate::document::outline::Rank;

/// What the first numbers of a text say about the ranks whose order is free: `A.` stands above `I.`
/// or below it, articles above `I.` or below it, `a)` above `1)` and `(i)` or below them.
#[derive(Default)]
pub(crate) struct RankOrder {
    /// Whether articles stand below `I.`
    low_articles: Option<bool>,
    /// Whether `A.` stands below `I.`
    low_capitals: Option<bool>,
    /// The order above which `a)` does not stand.
    letters: Option<u32>,
}

impl RankOrder {
    /// The order of a typed number. The first one of a free rank settles it for the whole text: an
    /// article, an `A.` that comes under an open `I.` stands below it.
    pub(crate) fn order(&mut self, rank: Rank, is_open: impl Fn(Rank) -> bool) -> u32 {
        // `I.` is still open when the first `Điều 1.` comes: articles stand below it in this text.
        let low = |settled: &mut Option<bool>| {
            *settled.get_or_insert_with(|| is_open(Rank::Roman))
        };
        match rank {
            Rank::Article if low(&mut self.low_articles) => order(Rank::Roman) + 500,
            Rank::Capital if low(&mut self.low_capitals) => order(Rank::Roman) + 200,
            Rank::Letter => *self.letters.get_or_insert_with(|| {
                let above = [Rank::LowerRoman, Rank::Bracket];
                let open = above.into_iter().find(|rank| is_open(*rank));
                open.map_or(order(Rank::Letter), |rank| order(rank) + 500)
            }),
            Rank::Part
            | Rank::Chapter
            | Rank::Section
            | Rank::Subsection
            | Rank::Article
            | Rank::Capital
            | Rank::Roman
            | Rank::Arabic
            | Rank::Decimal(_)
            | Rank::Bracket
            | Rank::LowerRoman
            | Rank::Dash(_) => order(rank),
        }
    }
}

/// Whether a number of rank `above` is the start of one of rank `below`.
pub(crate) fn is_prefix(above: Rank, below: Rank) -> bool {
    matches!(below, Rank::Decimal(_))
        && matches!(above, Rank::Arabic | Rank::Decimal(_))
        && above < below
}

/// Ranks as numbers with room between them, from 1.
pub(crate) fn order(rank: Rank) -> u32 {
    match rank {
        Rank::Part => 100,
        Rank::Chapter => 200,
        Rank::Section => 300,
        Rank::Subsection => 400,
        Rank::Article => 500,
        Rank::Capital => 900,
        Rank::Roman => 1_000,
        Rank::Arabic => 2_000,
        Rank::Decimal(parts) => 3_000 + 2 * u32::from(parts),
        Rank::Letter => 4_000,
        Rank::Bracket => 5_000,
        Rank::LowerRoman => 6_000,
        Rank::Dash(depth) => 7_000 + u32::from(depth),
    }
}
