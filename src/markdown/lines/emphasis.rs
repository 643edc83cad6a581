//! Which `*` and `_` make letters bold or italic, and which are signs.
//!
//! An office types `5*3*2 m`, `(2*3)+(4*5)`, `x_1_y`: signs. So one `*` or `_` opens only at a
//! start, behind a blank or an opening bracket or quote, and closes only before a blank, an end or a
//! punctuation mark. A pair of `**` works against letters too: `**Giao:**Phòng`; not against digits.

use std::collections::BTreeMap;
use std::ops::Range;

use super::ahead::Ahead;
use super::blanks::is_blank;
use super::marker;
use crate::markdown::fragment::Edit;
use crate::source::is_alphanumeric;

/// What the `*` and `_` of some lines become.
#[derive(Default)]
pub(crate) struct Emphasis {
    /// Marks become markers, signs get a backslash; in the order of the text.
    pub(crate) edits: Vec<Edit>,
    /// The runs of which some marks pair with none: they are printed.
    pub(crate) signs: Vec<Range<usize>>,
}

/// A run of `*` or `_`.
struct Run {
    range: Range<usize>,
    mark: char,
    /// The markers that start at it, in front of the letters.
    before: String,
    /// The markers that end at it, behind the letters.
    after: String,
    /// How many of its marks are not used yet.
    left: usize,
    /// Whether it may start bold or italic letters.
    opens: bool,
    /// Whether it may end them.
    closes: bool,
    /// In the text of which link it stands, 0 for none: `[**a](…)**` is no pair.
    scope: usize,
    /// How many letters and digits stand before it: a pair without any between is none, `****`.
    words: usize,
}

/// Tells marks from signs in some lines of one text, which may go on in each other.
pub(crate) fn resolve(text: &str, lines: &[Range<usize>]) -> Emphasis {
    let is_mark = |byte: &u8| matches!(byte, b'*' | b'_');
    if !lines.iter().any(|line| text.as_bytes()[line.clone()].iter().any(is_mark)) {
        return Emphasis::default();
    }
    let mut runs = Vec::new();
    let mut words = 0;
    for line in lines {
        collect(text, line, &mut runs, &mut words);
    }
    pair(&mut runs);
    let mut out = Emphasis::default();
    for run in runs {
        let mut with = run.after;
        if run.left > 0 {
            with.extend(std::iter::repeat_n(['\\', run.mark], run.left).flatten());
            out.signs.push(run.range.clone());
        }
        with.push_str(&run.before);
        out.edits.push(Edit { range: run.range, with });
    }
    out
}

/// The runs in a line; what stands in code, tags, addresses and footnotes' marks has none.
fn collect(text: &str, line: &Range<usize>, runs: &mut Vec<Run>, words: &mut usize) {
    let slice = &text[line.clone()];
    let mut scopes: Vec<(usize, usize)> = Vec::new();
    let mut links = 0;
    let mut at = 0;
    let [mut bracket, mut parenthesis, mut angle, mut blank] =
        [b']', b')', b'>', b' '].map(|sign| Ahead::of(slice, sign));
    while let Some(c) = slice[at..].chars().next() {
        let rest = &slice[at..];
        while scopes.pop_if(|(end, _)| at >= *end).is_some() {}
        let scope = scopes.last().map_or(0, |(_, link)| *link);
        at += match c {
            '\\' => {
                // `\*` is a sign that the writer asked for.
                1 + rest[1..]
                    .chars()
                    .next()
                    .filter(char::is_ascii_punctuation)
                    .map_or(0, char::len_utf8)
            }
            '*' | '_' => {
                let length = rest.len() - rest.trim_start_matches(c).len();
                let run = run(slice, at..at + length, c, line.start);
                runs.push(Run { scope, words: *words, ..run });
                length
            }
            '`' => {
                *words += 1;
                code(rest)
            }
            '<' => tag(rest, angle.next(at).map(|end| end - at)),
            '[' if rest.starts_with("[^") => {
                bracket.next(at).map_or(1, |end| end + 1 - at)
            }
            '[' => {
                let end = bracket.next(at);
                let is_link = |end: &usize| slice[end + 1..].starts_with(['(', '[']);
                if let Some(end) = end.filter(is_link) {
                    links += 1;
                    scopes.push((end, links));
                }
                1
            }
            ']' if rest.starts_with("](") => {
                let end = parenthesis.next(at);
                // An address with a blank is none: `[a](b c)`.
                let is_whole = |end: &usize| {
                    rest[2..].starts_with('<')
                        || blank.next(at + 2).is_none_or(|blank| blank > *end)
                };
                end.filter(is_whole).map_or(1, |end| end + 1 - at)
            }
            c => {
                *words += usize::from(is_alphanumeric(c));
                c.len_utf8()
            }
        };
    }
}

/// The length of code in backticks, else of the backticks.
fn code(rest: &str) -> usize {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let fence = &rest[..ticks];
    let mut at = ticks;
    while let Some(found) = rest[at..].find(fence) {
        let start = at + found;
        let run = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        if run == ticks {
            return start + run;
        }
        at = start + run;
    }
    ticks
}

/// The length of a tag or an address in `<…>` with the first `>` at `end`, else of the `<`.
fn tag(rest: &str, end: Option<usize>) -> usize {
    let starts = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    end.filter(|_| starts).map_or(1, |end| end + 1)
}

/// What may stand before a mark that opens: `(*Kèm theo…*)`.
const OPENING: [char; 9] = ['(', '[', '{', '<', '«', '“', '‘', '"', '\''];
/// What no italic letters start with: behind `*` it makes a sign of it, `Số liệu*, …`.
const CLOSING: [char; 14] =
    [')', ']', '}', '>', '»', '”', '’', '.', ',', ':', ';', '!', '?', '…'];

/// A run, and what its neighbours let it do.
fn run(slice: &str, range: Range<usize>, mark: char, offset: usize) -> Run {
    let before = slice[..range.start].chars().next_back().filter(|c| !is_blank(*c));
    let after = slice[range.end..].chars().next().filter(|c| !is_blank(*c));
    let length = range.len();
    let other = |c: char| c == '*' || c == '_';
    let starts = before.is_none_or(|c| OPENING.contains(&c) || other(c) || c == '|');
    let ends = after.is_none_or(|c| !c.is_alphanumeric());
    let (opens, closes) = match (mark, length) {
        ('*', 2) => {
            // `2**3` opens nothing, `x**2` closes nothing; `Giao:**Phòng` does.
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            (after.is_some() && !digit(before), before.is_some() && !digit(after))
        }
        (_, 1..=3) => {
            // `*đậm*.` closes before the full stop; `5*3` does neither: digits stand on both sides.
            // `*…, ngày … tháng …*`: dots to fill in, which a mark of italic letters may open.
            let dots =
                ["…", ".."].iter().any(|dots| slice[range.end..].starts_with(dots));
            let opens =
                after.is_some_and(|c| length > 1 || dots || !CLOSING.contains(&c));
            let closes = before.is_some_and(|c| length > 1 || !"([{«“‘".contains(c));
            (opens && starts, closes && ends)
        }
        _ => (false, false),
    };
    // `ngày ___ tháng ___`: a gap to fill in by hand.
    let gap = mark == '_' && length > 2;
    Run {
        range: range.start + offset..range.end + offset,
        mark,
        before: String::new(),
        after: String::new(),
        left: length,
        opens: opens && !gap,
        closes: closes && !gap,
        scope: 0,
        words: 0,
    }
}

/// Finds for each run that closes the nearest one that opens, with words between them. The texts of
/// links are looked at one by one.
fn pair(runs: &mut [Run]) {
    let mut scopes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, run) in runs.iter().enumerate() {
        scopes.entry(run.scope).or_default().push(index);
    }
    for indices in scopes.values() {
        pair_in(runs, indices);
    }
}

/// Finds the pairs among the runs of one link's text, or of the rest.
fn pair_in(runs: &mut [Run], indices: &[usize]) {
    let mut open: Vec<usize> = Vec::new();
    // Below these no run opens what such a run closes: nothing is searched twice.
    let mut bottoms: BTreeMap<(char, usize), usize> = BTreeMap::new();
    for &index in indices {
        while runs[index].closes && runs[index].left > 0 {
            let (mark, left) = (runs[index].mark, runs[index].left);
            let bottom = bottoms.get(&(mark, left)).copied().unwrap_or(0);
            let words = runs[index].words;
            let fits = |at: &usize| {
                let one = &runs[*at];
                // `***a** b*`: three marks are two and one.
                let same = one.left == left || one.left == 3 || left == 3;
                one.mark == mark && same && one.words < words
            };
            let Some(above) = open[bottom..].iter().rposition(fits) else {
                bottoms.insert((mark, left), open.len());
                break;
            };
            let place = bottom + above;
            let opener = open[place];
            let count = left.min(runs[opener].left);
            open.truncate(place + usize::from(runs[opener].left > count));
            for bottom in bottoms.values_mut() {
                *bottom = open.len().min(*bottom);
            }
            use_marks(&mut runs[opener], count, true);
            use_marks(&mut runs[index], count, false);
        }
        if runs[index].opens && runs[index].left > 0 {
            open.push(index);
        }
    }
}

/// Makes so many marks of a run the start or the end of bold or italic letters, or of both.
fn use_marks(run: &mut Run, count: usize, opens: bool) {
    run.left -= count;
    let (bold, italic) = (count >= 2, count != 2);
    if opens {
        let mut start = String::new();
        start.extend(bold.then_some(marker::BOLD));
        start.extend(italic.then_some(marker::ITALIC));
        run.before.insert_str(0, &start);
    } else {
        run.after.extend(italic.then_some(marker::ITALIC_END));
        run.after.extend(bold.then_some(marker::BOLD_END));
    }
}
