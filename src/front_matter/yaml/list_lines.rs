//! Lists that are typed as the lines of one text (`nơi nhận: |`): each line becomes an entry.

use std::ops::Range;

use super::node::{Kind, Node};
use crate::document::entry::{behind_bullet, without_end};
use crate::document::field;
use crate::source::{Source, Span, offset_map};

/// The folded names of the fields that are lists of texts, of people or of days.
pub(crate) const LISTS: [&str; 10] = [
    field::RECIPIENTS.key,
    field::GROUNDS.key,
    field::ADDRESSEES.key,
    field::AGENDA.key,
    field::ATTENDEES.key,
    field::ABSENTEES.key,
    field::ASSIGNEES.key,
    field::COORDINATORS.key,
    field::DAYS_OFF.key,
    field::DAYS_WORKED.key,
];

/// Splits the texts with line breaks that stand where a list belongs into lists; groups of
/// recipients are lists by themselves.
pub(crate) fn split_lists(node: &mut Node, source: &Source) {
    match &mut node.kind {
        Kind::Null | Kind::Scalar(_) => {}
        Kind::List(list) => list.iter_mut().for_each(|node| split_lists(node, source)),
        Kind::Map(map) => {
            for (key, value) in map {
                let is_list = LISTS.contains(&key.name.as_str());
                match &mut value.kind {
                    Kind::Map(groups) if key.name == LISTS[0] => {
                        for (_, group) in groups {
                            listed(group, source);
                        }
                    }
                    Kind::Scalar(_) if is_list => listed(value, source),
                    Kind::Null | Kind::Scalar(_) | Kind::List(_) | Kind::Map(_) => {
                        split_lists(value, source);
                    }
                }
            }
        }
    }
}

/// Makes a list of a text with line breaks.
pub(crate) fn listed(node: &mut Node, source: &Source) {
    let Kind::Scalar(text) = &node.kind else { return };
    if !text.contains('\n') {
        return;
    }
    let written = source.slice(node.span.range());
    let map = offset_map(text, written);
    let place = |at: usize| node.span.start + map.get(at).copied().unwrap_or_default();
    let entry = |range: Range<usize>| {
        let span = place(range.start)..place(range.end).max(place(range.start));
        let kind = Kind::Scalar(text[range].to_owned());
        Node { span: Span::new(node.span.file, span), kind }
    };
    node.kind = Kind::List(entries(text).into_iter().map(entry).collect());
}

/// The entries of a text, without the marks of the list. A line that begins with a small letter
/// goes on with the entry before it, unless that one is closed or all begin so.
pub(crate) fn entries(text: &str) -> Vec<Range<usize>> {
    let mut entries: Vec<Range<usize>> = Vec::new();
    let at = |part: &str| part.as_ptr().addr() - text.as_ptr().addr();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let dashed = lines.clone().any(|line| behind_bullet(line).is_some());
    let mut small = false;
    for line in lines {
        let bare = behind_bullet(line);
        let begins_small = line.starts_with(char::is_lowercase);
        small |= entries.is_empty() && begins_small && !dashed;
        let goes_on = bare.is_none() && begins_small && !small;
        let part = bare.unwrap_or(line);
        let end = at(part) + part.len();
        match entries.last_mut() {
            Some(last) if goes_on && !text[last.clone()].ends_with([';', '.']) => {
                last.end = end;
            }
            Some(_) | None => entries.push(at(part)..end),
        }
    }
    for entry in &mut entries {
        entry.end = entry.start + without_end(&text[entry.clone()]).len();
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_an_entry_and_a_small_letter_goes_on() {
        let read = |text: &str| -> Vec<String> {
            entries(text).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(read("- Như trên;\n- Lưu: VT.\n"), ["Như trên", "Lưu: VT"]);
        assert_eq!(
            read("Căn cứ Luật Tổ chức\nchính quyền địa phương;\n\nCăn cứ Luật B,\n"),
            ["Căn cứ Luật Tổ chức\nchính quyền địa phương", "Căn cứ Luật B"]
        );
        assert_eq!(
            read("trưởng thôn A;\ntrưởng thôn B\n"),
            ["trưởng thôn A", "trưởng thôn B"]
        );
        assert_eq!(
            read("- trưởng thôn\nkiêm bí thư\n- B"),
            ["trưởng thôn\nkiêm bí thư", "B"]
        );
        assert_eq!(read("Một\n"), ["Một"]);
    }
}
