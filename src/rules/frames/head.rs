//! The parts of a frame that stand above the text: each is known by the whole of its lines.

use super::lines::{Line, Mark};
use super::pasted::FramePart;
use super::values::{Values, first_word, folded};
use super::written::{dated, numbered};
use super::{Found, part};
use crate::document::Regime;

/// Most lines that one name or subject is broken into.
const MOST: usize = 6;

/// Most words of two columns on one line.
const WIDE: usize = 40;

/// What the lines are compared with.
pub(super) struct Head<'a> {
    /// All lines of the main text.
    pub(super) lines: &'a [Line],
    /// What the fields say.
    pub(super) values: &'a Values,
    /// The regime of the document.
    pub(super) regime: Regime,
}

impl Head<'_> {
    /// The part that begins at a line of the beginning, where nothing but a frame was before;
    /// `after` says whether some of it was.
    pub(super) fn at_start(&self, at: usize, after: bool) -> Option<Found> {
        let line = self.lines.get(at)?;
        if line.mark != Mark::Plain {
            return self.anywhere(at, after);
        }
        self.national(at, true)
            .or_else(|| self.number(at, true))
            .or_else(|| self.place(at, after))
            .or_else(|| self.kind(at))
            .or_else(|| self.subject(at))
            .or_else(|| self.anywhere(at, after))
            .or_else(|| self.whole(at, FramePart::Bodies, &self.values.bodies))
            .or_else(|| self.side_by_side(at))
    }

    /// The part that begins at a line wherever it stands; `after` says whether another part stands
    /// right above it.
    pub(super) fn anywhere(&self, at: usize, after: bool) -> Option<Found> {
        let line = self.lines.get(at)?;
        if matches!(line.mark, Mark::Number | Mark::Other | Mark::Rule) {
            return None;
        }
        let plain = line.mark == Mark::Plain;
        let own = || {
            self.national(at, false)
                .or_else(|| self.number(at, false))
                .or_else(|| self.place(at, after).filter(|_| after))
                .or_else(|| self.decision(at))
                .or_else(|| self.addressees(at))
        };
        plain.then(own).flatten().or_else(|| {
            let (part, grounds) = (FramePart::Grounds, &self.values.grounds);
            self.whole(at, part, grounds)
        })
    }

    /// Quốc hiệu with Tiêu ngữ, or the Party's name.
    fn national(&self, at: usize, starting: bool) -> Option<Found> {
        // What it begins with: most lines begin otherwise, and need not be folded.
        let begins = ["cộng", "độc", "đảng"];
        let line = self.lines.get(at)?;
        if !begins.contains(&&*first_word(&line.text)) {
            return None;
        }
        let (kind, regime) = match line.folded() {
            "cộng hòa xã hội chủ nghĩa việt nam"
            | "cộng hoà xã hội chủ nghĩa việt nam"
            | "độc lập - tự do - hạnh phúc" => {
                (FramePart::National, Regime::State)
            }
            "đảng cộng sản việt nam" if line.stands_out() => {
                (FramePart::Party, Regime::Party)
            }
            _ => return None,
        };
        let own = self.regime == regime;
        (own || starting).then(|| part(kind, at..at + 1, own))
    }

    /// `Số: 45/TB-UBND`, `Số 12-TB/BCĐ`.
    fn number(&self, at: usize, starting: bool) -> Option<Found> {
        let (number, written) = numbered(&self.lines.get(at)?.text)?;
        let same_symbol = written == self.values.symbol;
        let same = same_symbol && number == self.values.number;
        (starting || same_symbol).then(|| part(FramePart::Number, at..at + 1, same))
    }

    /// `Suối Mơ, ngày 12 tháng 6 năm 2026`.
    fn place(&self, at: usize, after: bool) -> Option<Found> {
        let (place, date) = dated(&self.lines.get(at)?.text)?;
        let here = place == self.values.place;
        let same = here && date == self.values.date;
        let other = after && place != "hôm nay" && place.split(' ').count() <= MOST;
        (here || other).then(|| part(FramePart::Place, at..at + 1, same))
    }

    /// The kind with the subject under it.
    fn kind(&self, at: usize) -> Option<Found> {
        let line = self.lines.get(at).filter(|line| line.stands_out())?;
        let text = line.folded();
        let Values { kind, template, subject, .. } = self.values;
        if !kind.is_empty() && text == format!("{kind} {subject}") {
            return Some(part(FramePart::Kind, at..at + 1, true));
        }
        if text != *kind && text != *template || text.is_empty() {
            return None;
        }
        let title = part(FramePart::Kind, at..at + 1, text == *kind);
        let is_author =
            |line: &Line| self.values.authors.iter().any(|a| a == line.folded());
        let author = self.lines.get(at + 1).is_some_and(is_author);
        Some(match self.subject(at + 1 + usize::from(author)) {
            Some(under) => {
                let same = title.same && under.same;
                part(FramePart::Kind, at..under.lines.end, same)
            }
            None => title,
        })
    }

    /// The subject, on one line or several.
    fn subject(&self, at: usize) -> Option<Found> {
        let bare = |text: &str| {
            let rest =
                ["v/v ", "về việc "].iter().find_map(|word| text.strip_prefix(word));
            rest.unwrap_or(text).to_owned()
        };
        let (end, written) = self.joined(at, |text| {
            let (text, wanted) = (bare(text), bare(&self.values.subject));
            (wanted.starts_with(&text), wanted == text)
        })?;
        let same = written == self.values.subject || self.values.letter;
        Some(part(FramePart::Subject, at..end, same))
    }

    /// One of some values, on one line or several, that stands out.
    fn whole(&self, at: usize, kind: FramePart, values: &[String]) -> Option<Found> {
        if values.is_empty() {
            return None;
        }
        if kind == FramePart::Bodies && !self.lines.get(at)?.stands_out() {
            return None;
        }
        let fits = |text: &str| {
            let begins = values.iter().any(|value| value.starts_with(text));
            (begins, values.iter().any(|value| value == text))
        };
        let (end, _) = self.joined(at, fits)?;
        Some(part(kind, at..end, true))
    }

    /// Joins lines as long as they are the beginning of what is wanted; where it is whole, the
    /// line behind it and what was joined.
    fn joined(
        &self,
        at: usize,
        fits: impl Fn(&str) -> (bool, bool),
    ) -> Option<(usize, String)> {
        let mut text = String::new();
        for (end, line) in self.lines.iter().enumerate().skip(at).take(MOST) {
            let more = end > at && line.mark != Mark::Plain;
            if more || matches!(line.mark, Mark::Other | Mark::Rule | Mark::Number) {
                return None;
            }
            text.push(' ');
            text.push_str(&line.text);
            let (begins, whole) = fits(&folded(&text));
            if whole {
                return Some((end + 1, folded(&text)));
            }
            if !begins {
                return None;
            }
        }
        None
    }

    /// `QUYẾT ĐỊNH:`, and who decides where that stands before it.
    fn decision(&self, at: usize) -> Option<Found> {
        let authority = self.values.authority.as_ref()?;
        let line = self.lines.get(at).filter(|line| line.stands_out())?;
        let kind = &self.values.kind;
        let text = line.folded();
        let formula = line.text.trim_end_matches(['*', ' ']).ends_with(':');
        let is_one = (text == *kind && formula) || text == format!("{authority} {kind}");
        (is_one || text == *authority)
            .then(|| part(FramePart::Decision, at..at + 1, true))
    }

    /// `Kính gửi:` with those addressed behind or below.
    fn addressees(&self, at: usize) -> Option<Found> {
        let Values { addressees, .. } = self.values;
        let line = self.lines.get(at).filter(|_| !addressees.is_empty())?;
        let rest = labelled(&line.text, &["kính gửi", "kính trình"])?;
        let mut same = true;
        for entry in rest.split(';').map(folded).filter(|entry| !entry.is_empty()) {
            same &= addressees.contains(&entry);
        }
        let rest = folded(rest);
        let mut end = at + 1;
        while let Some(line) = self.lines.get(end) {
            let text = line.folded();
            let known =
                line.mark != Mark::Number && addressees.iter().any(|one| one == text);
            let listed = rest.is_empty() && line.mark == Mark::Dash;
            if !(known || listed) {
                break;
            }
            same &= known;
            end += 1;
        }
        Some(part(FramePart::Addressees, at..end, same))
    }

    /// Two parts of the letterhead on one line, as columns become when they are pasted.
    fn side_by_side(&self, at: usize) -> Option<Found> {
        let line = self.lines.get(at)?;
        // No letterhead is longer; a text may be one line of any length.
        let words: Vec<&str> = line.text.split(' ').take(WIDE + 1).collect();
        if words.len() > WIDE {
            return None;
        }
        let text = line.folded();
        let motto = [
            "cộng hòa xã hội chủ nghĩa việt nam",
            "cộng hoà xã hội chủ nghĩa việt nam",
            "đảng cộng sản việt nam",
        ];
        let under = "độc lập - tự do - hạnh phúc";
        let capital =
            line.is_capital() && motto.iter().any(|words| text.ends_with(words));
        if capital || (text.ends_with(under) && text.split(' ').count() <= 16) {
            return Some(part(FramePart::National, at..at + 1, false));
        }
        let both = (1..words.len()).any(|cut| {
            let (left, right) = (words[..cut].join(" "), words[cut..].join(" "));
            numbered(&left).is_some() && dated(&right).is_some()
        });
        both.then(|| part(FramePart::Number, at..at + 1, false))
    }
}

/// No label is longer, in bytes, with marks of bold letters around it.
const LONGEST_LABEL: usize = 60;

/// What stands behind a label with a colon, or behind a label alone on its line.
pub(super) fn labelled<'t>(text: &'t str, labels: &[&str]) -> Option<&'t str> {
    let (label, rest) = text.split_once(':').unwrap_or((text, ""));
    // A sentence is none: most lines need not be folded for that.
    if label.trim().len() > LONGEST_LABEL {
        return None;
    }
    labels.contains(&folded(label).as_str()).then_some(rest)
}
