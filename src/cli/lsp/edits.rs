//! Edits that make one text of another, as small as can be.

use std::ops::Range;

use serde_json::{Value, json};
use similar::{ChangeTag, TextDiff};

use super::lines::Lines;

/// The edits that make `after` of the text in `lines`.
pub(super) fn edits(before: &str, after: &str, lines: &Lines<'_>) -> Vec<Value> {
    let shown = |(range, text): (Range<usize>, String)| json!({ "range": lines.range(range), "newText": text });
    pieces(before, after).into_iter().map(shown).collect()
}

/// The pieces that differ, each with what takes its place.
fn pieces(before: &str, after: &str) -> Vec<(Range<usize>, String)> {
    let diff = TextDiff::from_lines(before, after);
    let mut found = Vec::new();
    let (mut at, mut open) = (0, None::<(usize, String)>);
    for change in diff.iter_all_changes() {
        let text = change.value();
        let start = at;
        if change.tag() != ChangeTag::Insert {
            at += text.len();
        }
        match change.tag() {
            ChangeTag::Equal => {
                found.extend(open.take().map(|(from, new)| (from..start, new)));
            }
            ChangeTag::Delete => {
                open.get_or_insert((start, String::new()));
            }
            ChangeTag::Insert => open.get_or_insert((start, String::new())).1 += text,
        }
    }
    found.extend(open.map(|(from, new)| (from..at, new)));
    found.into_iter().map(|(range, new)| cut(before, range, &new)).collect()
}

/// A piece without what it has in common with its old text at both ends.
fn cut(before: &str, range: Range<usize>, new: &str) -> (Range<usize>, String) {
    let old = &before[range.clone()];
    let same = |a: (char, char)| a.0 == a.1;
    let head: usize = old
        .chars()
        .zip(new.chars())
        .take_while(|two| same(*two))
        .map(|(c, _)| c.len_utf8())
        .sum();
    let (old, new) = (&old[head..], &new[head..]);
    let both = old.chars().rev().zip(new.chars().rev());
    let tail: usize = both.take_while(|two| same(*two)).map(|(c, _)| c.len_utf8()).sum();
    let end = range.end - tail;
    (range.start + head..end, new[..new.len() - tail].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_make_the_other_text() {
        let texts = [
            "",
            "a\n",
            "một\r\nhai\nba",
            "một\r\nhai.\nba\n",
            "mọt\r\nba",
            "một hai\n\n",
        ];
        for (before, after) in
            texts.iter().flat_map(|a| texts.iter().map(move |b| (a, b)))
        {
            let mut made = (*before).to_owned();
            for (range, new) in pieces(before, after).into_iter().rev() {
                made.replace_range(range, &new);
            }
            assert_eq!(&made, after, "{before:?}");
        }
        assert_eq!(pieces("a\nmột\nb", "a\nmọt\nb"), [(3..6, "ọ".to_owned())]);
    }
}
