//! What the end of a line means where a line of text follows: a new paragraph, or a blank.

mod before_label;

use super::{Classifier, OpenParagraph};
use crate::document::check_box;
use crate::document::outline::Rank;
use crate::markdown::lines::appearance::{Appearance, Label};
use crate::markdown::lines::line::{Ending, MAX_WRAP, MIN_WRAP};
use crate::markdown::lines::words::may_end_title;
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
    /// The same, in doubt on a condition.
    fn doubtful_if(self, doubtful: bool) -> Self {
        Self { doubtful, ..self }
    }
}

impl Classifier<'_> {
    /// What the end of the line `before` means for the line that looks like `next` and may start
    /// with a `label`; both stand in one text without a blank line between them.
    pub(super) fn line_end(
        &self,
        before: usize,
        next: &Appearance,
        label: Option<&Label>,
        paragraph: OpenParagraph,
    ) -> LineEnd {
        let Some(previous) = self.appearance(before) else { return SPLITS };
        let asked = self.lines[before].ending != Ending::Plain
            || self.is_break(previous)
            || self.is_break(next);
        if let Some(label) = label {
            let legal = label.number.rank.is_legal();
            return if legal {
                self.before_legal_label(previous, next, label, paragraph)
            } else {
                self.before_number(before, next, label, paragraph)
            };
        }
        if asked {
            // Two blanks, `\` or `<br>` ask for a break within the paragraph.
            return GOES_ON;
        }
        if check_box::starts(&next.words.text) {
            // `[ ] Có⏎[ ] Không`: one below the other.
            return SPLITS;
        }
        if self.is_heading(before) {
            // `# Kết quả thực hiện …⏎trong quý`: a heading that a program wrapped.
            let wrapped = self.room(previous, next) == Some(Room::None);
            return if wrapped && !previous.ended && next.starts_lowercase() {
                GOES_ON
            } else {
                SPLITS
            };
        }
        self.in_title(previous, next, paragraph)
            .or_else(|| self.after_standout(before, next, paragraph))
            .unwrap_or_else(|| self.in_prose(before, next, paragraph))
    }

    /// In the title of a division, and behind the first line of an article.
    fn in_title(
        &self,
        previous: &Appearance,
        next: &Appearance,
        paragraph: OpenParagraph,
    ) -> Option<LineEnd> {
        if paragraph.is_division() || paragraph.is_division_name {
            // `CHƯƠNG I⏎QUY ĐỊNH⏎CHUNG`: a name over two lines that look alike.
            let same = previous.bold == next.bold && previous.all_caps == next.all_caps;
            let goes_on = same && (next.stands_out() || next.starts_lowercase());
            return Some(if goes_on && !paragraph.label_alone {
                GOES_ON
            } else {
                SPLITS
            });
        }
        // `**Điều 5. Tên⏎điều**`: the bold name of an article goes on, its text does not.
        let article =
            paragraph.rank == Some(Rank::Article) && self.is_first(previous, paragraph);
        (article && previous.bold).then_some(if next.bold { GOES_ON } else { SPLITS })
    }

    /// Behind a paragraph of one line that is bold or in capitals.
    fn after_standout(
        &self,
        before: usize,
        next: &Appearance,
        paragraph: OpenParagraph,
    ) -> Option<LineEnd> {
        let previous = self.appearance(before)?;
        if paragraph.first != before || !previous.stands_out() {
            return None;
        }
        // `**NỘI DUNG …**⏎**HỌP**` goes on where the line was full; `**Kết quả**⏎Thu đạt` never.
        let full = self.room(previous, next) == Some(Room::None);
        let same = (previous.bold && next.bold) || (previous.all_caps && next.all_caps);
        let words = next.words.text.contains(char::is_alphanumeric);
        let middle = words && !next.starts_like_paragraph() && !previous.ended;
        if full && (same || middle) {
            return Some(GOES_ON);
        }
        Some(SPLITS.doubtful_if(middle || (full && !previous.ended)))
    }

    /// In prose: the end of a sentence, a lead-in or an entry splits, unless the text is wrapped
    /// and the next word had no room; the middle of a sentence goes on, unless a capital follows
    /// that had room.
    fn in_prose(
        &self,
        before: usize,
        next: &Appearance,
        paragraph: OpenParagraph,
    ) -> LineEnd {
        let Some(previous) = self.appearance(before) else { return SPLITS };
        let room = self.room(previous, next);
        if previous.ended {
            return match room {
                Some(Room::None) => GOES_ON.doubtful_if(self.paragraphs_adjoin),
                Some(Room::Perhaps) => SPLITS.doubtful_if(true),
                Some(Room::Enough) => SPLITS,
                // `… theo khoản 1.⏎của Luật`, `… Kho bạc;⏎ngày vệ sinh …`: neither a sentence nor
                // a paragraph starts with a small letter; or a line or two hint at a wrap.
                None => {
                    let fits = (MIN_WRAP..=MAX_WRAP).contains(&previous.width);
                    let stop = previous.words.text.trim_end().ends_with(['.', ';']);
                    let hint = self.hint.as_ref().map(|hint| hint.room(previous, next));
                    let full = hint.is_some_and(|room| room != Room::Enough);
                    let goes_on = !next.starts_like_paragraph() || full;
                    SPLITS.doubtful_if(fits && stop && goes_on)
                }
            };
        }
        // Without a wrap, a line above that is far shorter than this one was not wrapped: more words
        // would have fitted on it.
        let longer = previous.width + 1 + next.first_word < next.width;
        let had_room = match room {
            Some(room) => room == Room::Enough,
            None => {
                self.unwrapped
                    || !(MIN_WRAP..=MAX_WRAP).contains(&previous.width)
                    || previous.width + 1 + next.first_word + MARGIN < next.width
            }
        };
        if !(next.starts_like_paragraph() && had_room) {
            return GOES_ON;
        }
        // `I. Đánh giá chung⏎Các đơn vị đã hoàn thành …`: a short item, then its text.
        let item = paragraph.rank.is_some() && paragraph.first == before;
        let named = item && longer && may_end_title(&previous.words.text);
        SPLITS.doubtful_if(!named && !next.stands_out())
    }

    /// Whether a line is the first one of a paragraph.
    fn is_first(&self, previous: &Appearance, paragraph: OpenParagraph) -> bool {
        self.appearance(paragraph.first)
            .is_some_and(|first| std::ptr::eq(first, previous))
    }
}

/// How many columns longer than the line above it with one word more a line must be, to show that
/// nobody broke that one by hand for want of room.
const MARGIN: usize = 12;
