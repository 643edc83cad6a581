//! What the end of a line means where the next line starts with a label.

use super::{GOES_ON, LineEnd, SPLITS};
use crate::document::outline::Rank;
use crate::markdown::lines::appearance::{Appearance, Label};
use crate::markdown::lines::kind::{Classifier, OpenParagraph};
use crate::markdown::lines::line::{MAX_WRAP, MIN_WRAP};
use crate::markdown::lines::wrap::Room;

impl Classifier<'_> {
    /// Before the label of a division or an article: `… theo khoản 2⏎Điều 5. Chữ` is prose.
    pub(super) fn before_legal_label(
        &self,
        previous: &Appearance,
        next: &Appearance,
        label: &Label,
        paragraph: OpenParagraph,
    ) -> LineEnd {
        let legal = paragraph.rank.is_some_and(Rank::is_legal);
        let follows = legal && self.goes_on(&label.number);
        // A label stands on a line of its own behind a sentence, a title or another bold line;
        // `Điều 6.` also right behind `Điều 5.`, whatever that one ends with.
        let apart = previous.ended
            || paragraph.is_division()
            || paragraph.is_division_name
            || previous.stands_out()
            || (next.bold && previous.bold);
        if apart || follows || self.is_heading(paragraph.first) {
            SPLITS
        } else {
            GOES_ON
        }
    }

    /// Before a number or a bullet: an item, but for `… theo điểm⏎1. của kế hoạch` and
    /// `… từ 10%⏎- 12%` in wrapped text.
    pub(super) fn before_number(
        &self,
        before: usize,
        next: &Appearance,
        label: &Label,
        paragraph: OpenParagraph,
    ) -> LineEnd {
        let Some(previous) = self.appearance(before) else { return SPLITS };
        let room = self.room(previous, next);
        let apart = previous.ended && room.is_none();
        if apart || self.is_heading(before) || room == Some(Room::Enough) {
            return SPLITS;
        }
        let number = &label.number;
        let dash = matches!(number.rank, Rank::Dash(_));
        let bare = label.cut == next.words.text.len();
        if bare && !previous.ended {
            // `… thuộc khoản⏎12.`
            return GOES_ON;
        }
        // Entries of a list stand beside each other: `1.` before `2.`, `-` above or below `-`.
        let same = paragraph.rank == Some(number.rank);
        let sign = dash.then(|| next.words.text.chars().next()).flatten();
        let follows = if dash { paragraph.bullet == sign } else { self.goes_on(number) };
        let beside = follows || self.has_next_below(before + 1, number, sign);
        let capital = next.words.text[label.cut..].starts_with(char::is_uppercase);
        if previous.ended {
            // `… tại khoản 1.⏎1. của Luật` in wrapped text: prose, if no `2.` follows.
            let prose = !capital && !beside && !dash;
            let goes_on = prose && room == Some(Room::None);
            return if goes_on { GOES_ON } else { SPLITS }.doubtful_if(prose);
        }
        // `… từ 10%⏎– 12%` below `– Thu`: the dash of a range, or the next entry.
        let range = dash && !capital && sign != Some('-');
        if room.is_none() {
            // Nothing shows a wrap, but a line of this width could have been wrapped.
            let fits = (MIN_WRAP..=MAX_WRAP).contains(&previous.width);
            let doubtful = fits && (!beside || range);
            return if doubtful && !beside && !capital { GOES_ON } else { SPLITS }
                .doubtful_if(doubtful);
        }
        // `… tại 2.1⏎Phòng Kinh tế`: a number without its dot may be one of a sentence.
        let closed = next.words.text[..label.length].ends_with(['.', ')']);
        match (capital, beside) {
            (true, true) => SPLITS.doubtful_if(!(dash || same && closed)),
            (true, false) if number.is_first() && !dash => SPLITS.doubtful_if(true),
            (true, false) => GOES_ON.doubtful_if(true),
            (false, true) if dash || same => SPLITS.doubtful_if(true),
            (false, _) => GOES_ON,
        }
    }
}
