//! Who receives the paper: those above first, the file it is kept in last; nobody twice; no marks
//! that are printed anyway.

mod archive;
mod archive_form;
mod as_above;
mod entries;
mod order;
mod twice;

use super::{Checked, Draft};
use crate::diagnostic::Diagnostics;
use crate::document::{RecipientGroup, Text, mark};

/// The rules of recipients.
pub(super) const FAMILY: Checked = Checked {
    rules: &[
        archive::RULES,
        archive_form::RULES,
        as_above::RULES,
        entries::RULES,
        twice::RULES,
        order::RULES,
    ],
    check,
};

fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let groups = &draft.document.recipients.0;
    for entry in groups.iter().flat_map(|group| &group.entries) {
        entries::check_mark(draft, entry, found);
        as_above::check(draft, entry, found);
        if is_archive(entry) {
            archive_form::check(draft, entry, found);
        }
    }
    for group in groups {
        twice::check(draft, group, found);
        order::check(group, found);
    }
    archive::check(draft, groups, found);
}

/// Whether an entry says where the paper is kept: `Lưu Văn phòng Đảng ủy`, `Lưu: VT`.
fn is_archive(entry: &Text) -> bool {
    behind_archive(entry.as_str()).is_some()
}

/// What stands behind the word `Lưu` at the beginning of an entry.
fn behind_archive(entry: &str) -> Option<&str> {
    let entry = entry.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = entry.char_indices().nth(3).map_or(entry.len(), |(at, _)| at);
    let (word, rest) = entry.split_at(end);
    let whole = !rest.starts_with(char::is_alphanumeric);
    (word.to_lowercase() == "lưu" && whole).then_some(rest)
}

/// Whether something in the list is still to be filled in.
fn is_unfinished(groups: &[RecipientGroup]) -> bool {
    let mut entries = groups.iter().flat_map(|group| &group.entries);
    entries.any(|entry| !mark::marks(entry.as_str()).is_empty())
}
