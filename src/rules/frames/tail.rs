//! The parts of a frame that stand below the text: the recipients, who signs.

use super::head::labelled;
use super::lines::{Line, Mark};
use super::pasted::FramePart;
use super::values::{Values, folded, is_lead};
use super::{Found, part};

/// Most lines of one block of signatures.
const MOST: usize = 14;

/// Most lines of all that stands below a text.
pub(super) const FOOT: usize = 60;

/// With what a line above a name begins, where the post is another one than in the fields.
const POSTS: [&str; 31] = [
    "tm.",
    "kt.",
    "tl.",
    "tuq.",
    "q.",
    "t/m",
    "k/t",
    "t/l",
    "tm ",
    "kt ",
    "tl ",
    "chủ tịch",
    "phó chủ tịch",
    "bí thư",
    "phó bí thư",
    "trưởng",
    "phó trưởng",
    "giám đốc",
    "phó giám đốc",
    "chánh",
    "phó chánh",
    "hiệu trưởng",
    "phó hiệu trưởng",
    "cục trưởng",
    "chi cục trưởng",
    "thư ký",
    "chủ trì",
    "chủ tọa",
    "người ghi",
    "đại diện",
    "xác nhận chữ ký",
];

/// What the lines are compared with.
pub(super) struct Tail<'a> {
    /// All lines of the main text.
    pub(super) lines: &'a [Line],
    /// What the fields say.
    pub(super) values: &'a Values,
}

/// How a line of a block of signatures reads.
enum Reads {
    /// The name of one who signs.
    Name,
    /// What stands above it.
    Above,
    /// As a name may, but it is no one's who signs.
    OtherName,
    /// As something above a name may, but it is not in the fields.
    OtherAbove,
    /// `(Đã ký)`, a drawn line.
    Between,
    /// Nothing of the kind.
    Nothing,
}

impl Tail<'_> {
    /// `Nơi nhận:` with the list behind or below it, or the list alone below the text.
    pub(super) fn recipients(&self, at: usize) -> Option<Found> {
        let line = self.lines.get(at)?;
        let label = labelled(&line.text, &["nơi nhận"]);
        let Some(rest) = label.filter(|_| line.mark == Mark::Plain) else {
            return self.unlabelled(at);
        };
        let entries = rest.split(';').map(folded).filter(|entry| !entry.is_empty());
        let mut entries: Vec<String> = entries.collect();
        let behind = !entries.is_empty();
        let mut end = at + 1;
        while let Some(line) = self.lines.get(end).filter(|_| self.names(end).is_none()) {
            let text = line.folded();
            let item = line.mark == Mark::Dash
                || line.text.starts_with(['-', '+', '•', '–'])
                || (line.text.ends_with(';') && line.mark == Mark::Plain);
            if line.mark == Mark::Other || !(item || self.is_listed(text)) {
                break;
            }
            entries.push(text.to_owned());
            end += 1;
        }
        // `Nơi nhận: Bộ phận Một cửa` says where something is handed in.
        let listed = entries.iter().any(|text| self.is_listed(text));
        let is_frame = listed || (!behind && self.is_last(end));
        let same = entries.iter().all(|text| self.is_known(text));
        is_frame.then(|| part(FramePart::Recipients, at..end, same))
    }

    /// Recipients of the document, the file among them, without the word before them.
    fn unlabelled(&self, at: usize) -> Option<Found> {
        let rest = self.lines.get(at..).filter(|rest| rest.len() <= FOOT)?;
        let Values { recipients, groups, .. } = self.values;
        let known = |line: &&Line| {
            line.may_be(recipients.iter().chain(groups)) && self.is_known(line.folded())
        };
        let count = rest.iter().take_while(known).count();
        let filed = count > 1 && is_filed(rest[count - 1].folded());
        (filed && self.is_last(at + count))
            .then(|| part(FramePart::Recipients, at..at + count, true))
    }

    /// Whether nothing but a signature stands from a line on.
    fn is_last(&self, at: usize) -> bool {
        at == self.lines.len() || self.signature(at).is_some()
    }

    /// Whether a line reads like one of a list of recipients.
    fn is_listed(&self, text: &str) -> bool {
        self.is_known(text) || is_filed(text)
    }

    /// Whether a line is a recipient of the document or the name of a group of them.
    fn is_known(&self, text: &str) -> bool {
        let Values { recipients, groups, .. } = self.values;
        recipients.iter().chain(groups).any(|one| one == text)
    }

    /// Who signs, where nothing but the frame stands below.
    pub(super) fn signature(&self, at: usize) -> Option<Found> {
        if self.lines.len() > at + FOOT {
            return None;
        }
        let found = self.names(at)?;
        let end = found.lines.end;
        let last = end == self.lines.len() || self.recipients(end).is_some();
        last.then_some(found)
    }

    /// A block of signatures, wherever it stands.
    fn names(&self, at: usize) -> Option<Found> {
        let (mut same, mut above, mut names, mut end) = (true, 0, 0, at);
        for index in at..(at + MOST).min(self.lines.len()) {
            let line = &self.lines[index];
            match self.reads(line, above > 0) {
                Reads::Name => names += 1,
                Reads::Above => above += 1,
                Reads::OtherName => {
                    names += 1;
                    same = false;
                }
                Reads::OtherAbove => {
                    above += 1;
                    same = false;
                }
                Reads::Between if index > at => {
                    same &= line.mark == Mark::Rule;
                    continue;
                }
                Reads::Between | Reads::Nothing => break,
            }
            end = index + 1;
        }
        let first = self.lines.get(at)?;
        let alone = end == self.lines.len();
        let signed = names > 0 && (above > 0 || alone);
        let unsigned = names == 0 && above > 0 && same && alone && first.stands_out();
        (signed || unsigned).then(|| part(FramePart::Signature, at..end, same))
    }

    fn reads(&self, line: &Line, below_post: bool) -> Reads {
        match line.mark {
            Mark::Number | Mark::Dash | Mark::Other => return Reads::Nothing,
            Mark::Rule => return Reads::Between,
            Mark::Plain => {}
        }
        let Values { names, posts, .. } = self.values;
        let is_loud = line.is_capital();
        let between = line.text.trim_start_matches(is_lead).starts_with('(');
        if !(is_loud || between || line.may_be(names.iter().chain(posts))) {
            let is_other = below_post && is_name(&line.text);
            return if is_other { Reads::OtherName } else { Reads::Nothing };
        }
        let text = line.folded();
        if text.starts_with('(') && text.ends_with(')') && text.contains("ký") {
            return Reads::Between;
        }
        if names.iter().any(|name| name == text) {
            return Reads::Name;
        }
        if posts.iter().any(|post| post == text) {
            return Reads::Above;
        }
        let few = text.split(' ').count() <= 12;
        let post = POSTS.iter().any(|post| text.starts_with(post));
        if few && is_loud && (post || below_post) {
            return Reads::OtherAbove;
        }
        if below_post && is_name(&line.text) { Reads::OtherName } else { Reads::Nothing }
    }
}

/// Whether a recipient reads as most lists have one: `Lưu: VT`, `Như trên`.
fn is_filed(text: &str) -> bool {
    text.starts_with("lưu") || text.starts_with("như ")
}

/// Whether a line reads like the name of a person: `Vũ Đình Khải`.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_word = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_lowercase() && c.is_alphabetic())
    };
    (2..=5).contains(&words.len()) && words.iter().all(is_word)
}
