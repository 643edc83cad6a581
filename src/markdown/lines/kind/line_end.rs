//! What the end of a line means where a line of text follows: a new paragraph, or a blank.

use super::{Paragraph, Reading};
use crate::document::outline::Rank;
use crate::markdown::lines::look::{Label, Look};
use crate::markdown::lines::split::{Ending, NARROWEST, WIDEST};
use crate::markdown::lines::words::is_sentence;
use crate::markdown::lines::wrap::Room;

/// What the end of a line means.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineEnd {
    /// Whether a new paragraph starts behind it.
    pub(super) splits: bool,
    /// Whether that is in doubt.
    pub(super) doubtful: bool,
}

/// The writer meant a new paragraph.
pub(super) const SPLITS: LineEnd = LineEnd { splits: true, doubtful: false };
/// Nothing but a blank.
const GOES_ON: LineEnd = LineEnd { splits: false, doubtful: false };

impl LineEnd {
    fn doubtful_if(self, doubtful: bool) -> Self {
        Self { doubtful, ..self }
    }
}

impl Reading<'_> {
    /// What the end of the line `before` means for the line that looks like `next` and may start
    /// with a `label`; both stand in one text without a blank line between them.
    pub(super) fn line_end(
        &self,
        before: usize,
        next: &Look,
        label: Option<&Label>,
        paragraph: Paragraph,
    ) -> LineEnd {
        let Some(previous) = self.look(before) else { return SPLITS };
        let asked = self.lines[before].ending != Ending::Plain
            || self.is_break(previous)
            || self.is_break(next);
        if let Some(label) = label {
            let legal = label.number.rank.is_legal();
            return if legal {
                self.before_title(previous, next, label, paragraph)
            } else {
                self.before_number(before, next, label, paragraph)
            };
        }
        if asked {
            return GOES_ON;
        }
        if self.is_heading(before) {
            let wrapped = self.room(previous, next) == Some(Room::None);
            return if wrapped && !previous.ended && next.is_small() {
                GOES_ON
            } else {
                SPLITS
            };
        }
        self.in_title(previous, next, paragraph)
            .or_else(|| self.behind_apart(before, next, paragraph))
            .unwrap_or_else(|| self.in_prose(before, next, paragraph))
    }

    /// Before the label of a division or an article: `… theo khoản 2⏎Điều 5. Chữ` is prose.
    fn before_title(
        &self,
        previous: &Look,
        next: &Look,
        label: &Label,
        paragraph: Paragraph,
    ) -> LineEnd {
        let legal = paragraph.rank.is_some_and(Rank::is_legal);
        let follows = legal && self.goes_on(&label.number);
        let apart = previous.ended
            || paragraph.is_division()
            || paragraph.name
            || previous.is_apart()
            || (next.bold && previous.bold);
        if apart || follows || self.is_heading(paragraph.first) {
            SPLITS
        } else {
            GOES_ON
        }
    }

    /// Before a number or a bullet: an item, but for `… theo điểm⏎1. của kế hoạch` and
    /// `… từ 10%⏎- 12%` in wrapped text.
    fn before_number(
        &self,
        before: usize,
        next: &Look,
        label: &Label,
        paragraph: Paragraph,
    ) -> LineEnd {
        let Some(previous) = self.look(before) else { return SPLITS };
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
        let same = paragraph.rank == Some(number.rank);
        let sign = dash.then(|| next.words.text.chars().next()).flatten();
        let follows = if dash { paragraph.bullet == sign } else { self.goes_on(number) };
        let beside = follows || self.has_next_below(before + 1, number, sign);
        let capital = next.words.text[label.cut..].starts_with(char::is_uppercase);
        if previous.ended {
            // `… tại khoản 1.⏎1. của Luật` in wrapped text.
            let prose = !capital && !beside && !dash;
            let goes_on = prose && room == Some(Room::None);
            return if goes_on { GOES_ON } else { SPLITS }.doubtful_if(prose);
        }
        // `… từ 10%⏎– 12%` below `– Thu`: the dash of a range, or the next entry.
        let range = dash && !capital && sign != Some('-');
        if room.is_none() {
            let fits = (NARROWEST..=WIDEST).contains(&previous.width);
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

    /// In the title of a division, and behind the first line of an article.
    fn in_title(
        &self,
        previous: &Look,
        next: &Look,
        paragraph: Paragraph,
    ) -> Option<LineEnd> {
        if paragraph.is_division() || paragraph.name {
            let same = previous.bold == next.bold && previous.capitals == next.capitals;
            let goes_on = same && (next.is_apart() || next.is_small());
            return Some(if goes_on && !paragraph.label_alone {
                GOES_ON
            } else {
                SPLITS
            });
        }
        let article =
            paragraph.rank == Some(Rank::Article) && self.is_first(previous, paragraph);
        (article && previous.bold).then_some(if next.bold { GOES_ON } else { SPLITS })
    }

    /// Behind a paragraph of one line that is bold or in capitals.
    fn behind_apart(
        &self,
        before: usize,
        next: &Look,
        paragraph: Paragraph,
    ) -> Option<LineEnd> {
        let previous = self.look(before)?;
        if paragraph.first != before || !previous.is_apart() {
            return None;
        }
        let full = self.room(previous, next) == Some(Room::None);
        let same = (previous.bold && next.bold) || (previous.capitals && next.capitals);
        let words = next.words.text.contains(char::is_alphanumeric);
        let middle = words && !next.is_capital() && !previous.ended;
        if full && (same || middle) {
            return Some(GOES_ON);
        }
        Some(SPLITS.doubtful_if(middle || (full && !previous.ended)))
    }

    /// In prose: the end of a sentence, a lead-in or an entry splits, unless the text is wrapped
    /// and the next word had no room; the middle of a sentence goes on, unless a capital follows
    /// that had room.
    fn in_prose(&self, before: usize, next: &Look, paragraph: Paragraph) -> LineEnd {
        let Some(previous) = self.look(before) else { return SPLITS };
        let room = self.room(previous, next);
        if previous.ended {
            return match room {
                Some(Room::None) => GOES_ON.doubtful_if(self.tight),
                Some(Room::Perhaps) => SPLITS.doubtful_if(true),
                Some(Room::Enough) => SPLITS,
                // `… theo khoản 1.⏎của Luật`, `… Kho bạc;⏎ngày vệ sinh …`: neither a sentence nor
                // a paragraph starts with a small letter; or a line or two hint at a wrap.
                None => {
                    let fits = (NARROWEST..=WIDEST).contains(&previous.width);
                    let stop = previous.words.text.trim_end().ends_with(['.', ';']);
                    let hint = self.hint.as_ref().map(|hint| hint.room(previous, next));
                    let full = hint.is_some_and(|room| room != Room::Enough);
                    let goes_on = !next.is_capital() || full;
                    SPLITS.doubtful_if(fits && stop && goes_on)
                }
            };
        }
        let longer = previous.width + 1 + next.first_word < next.width;
        let had_room = match room {
            Some(room) => room == Room::Enough,
            None => {
                self.unwrapped
                    || !(NARROWEST..=WIDEST).contains(&previous.width)
                    || previous.width + 1 + next.first_word + MARGIN < next.width
            }
        };
        if !(next.is_capital() && had_room) {
            return GOES_ON;
        }
        // `I. Đánh giá chung⏎Các đơn vị đã hoàn thành …`: a short item, then its text.
        let item = paragraph.rank.is_some() && paragraph.first == before;
        let named = item && longer && !is_sentence(&previous.words.text);
        SPLITS.doubtful_if(!named && !next.is_apart())
    }

    fn is_first(&self, previous: &Look, paragraph: Paragraph) -> bool {
        self.look(paragraph.first).is_some_and(|first| std::ptr::eq(first, previous))
    }
}

/// By how many columns a line must be longer than the one above it with one word more, for no
/// hand to have wrapped that one.
const MARGIN: usize = 12;
