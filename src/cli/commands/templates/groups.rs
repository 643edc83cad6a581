//! The kinds of documents in their groups, as they are listed and offered.

use crate::diagnostic::{Bilingual, Lang};
use crate::document::{Manifest, Text};
use crate::template::DEFAULT;

/// The group of the kinds that name none: those of an office.
const UNGROUPED: Bilingual<&str> = Bilingual { vi: "mẫu khác", en: "other templates" };

/// The groups of the built-in kinds, what offices write most first.
const ORDER: [&str; 6] = [
    "cuộc họp",
    "công văn, công điện",
    "quyết định, nghị quyết",
    "văn bản có tên loại",
    "giấy, phiếu, thư",
    "hợp đồng, thỏa thuận",
];

/// The kinds group by group, each with its name: the usual kind first, groups of an office last.
pub(in crate::cli::commands) fn groups(
    kinds: &[Manifest],
    lang: Lang,
) -> Vec<(&str, Vec<&Manifest>)> {
    let ungrouped = *UNGROUPED.get(lang);
    let mut groups: Vec<(&str, Vec<&Manifest>)> = Vec::new();
    for kind in kinds {
        let name = kind.group.as_ref().map_or(ungrouped, Text::as_str);
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, members)) => members.push(kind),
            None => groups.push((name, vec![kind])),
        }
    }
    let place = |name: &str| ORDER.iter().position(|known| *known == name);
    groups.sort_by_key(|(name, _)| {
        (*name == ungrouped, place(name).unwrap_or(ORDER.len()), *name)
    });
    for (_, members) in &mut groups {
        members.sort_by_key(|kind| kind.name.value != DEFAULT);
    }
    groups
}
