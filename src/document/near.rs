//! The name that a mistyped one was meant to be.

use super::fold;

/// Keys longer than this are compared by their start.
const LONGEST: usize = 64;

/// The one of `known` that `key` was probably meant to be.
#[must_use]
pub fn nearest<'a>(key: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded: String = fold(key).chars().take(LONGEST).collect();
    let words = |name: &str| {
        let mut words: Vec<_> = name.split('_').map(str::to_owned).collect();
        words.sort();
        words
    };
    known
        .map(|name| {
            let target = fold(name);
            let swapped = words(&target) == words(&folded);
            let distance =
                if swapped { 1 } else { strsim::osa_distance(&folded, &target) };
            (distance, target.chars().count(), name)
        })
        .filter(|(distance, length, _)| *distance * 3 <= (*length).max(3))
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, _, name)| name)
}
