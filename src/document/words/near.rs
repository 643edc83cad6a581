//! What a mistyped name was probably meant to be.

use super::super::fold;

/// Names longer than this are compared by their start.
const LONGEST: usize = 64;

/// The one of `known` that `name` was probably meant to be: the one with the fewest letters
/// changed, else one whose words all stand in `name` or the other way round.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded: String = fold(name).chars().take(LONGEST).collect();
    let written = words(&folded);
    let rank = |known: &str| {
        let target = fold(known);
        let wanted = words(&target);
        if wanted == written {
            return Some((0, 0));
        }
        let distance = strsim::osa_distance(&folded, &target);
        if distance * 3 <= target.chars().count().max(3) {
            return Some((0, distance));
        }
        let within = |a: &[&str], b: &[&str]| a.iter().all(|word| b.contains(word));
        let shares = within(&wanted, &written) || within(&written, &wanted);
        (shares && !written.is_empty()).then_some((1, distance))
    };
    known
        .filter_map(|known| Some((rank(known)?, known)))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, known)| known)
}

/// The words of a folded name, in the order of the alphabet.
fn words(folded: &str) -> Vec<&str> {
    let mut words: Vec<_> = folded.split('_').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_letters_else_by_its_words() {
        let known = ["ký", "ngày ký", "nơi nhận", "ký hiệu", "trích yếu"];
        let near = |name| nearest(name, known.into_iter());
        assert_eq!(near("trich yeus"), Some("trích yếu"));
        assert_eq!(near("nhận nơi"), Some("nơi nhận"));
        assert_eq!(near("nguoi_ky"), Some("ký"));
        assert_eq!(near("ngày"), Some("ngày ký"));
        assert_eq!(near("chủ đề"), None);
        assert_eq!(near("xyz"), None);
        assert_eq!(near(""), None);
    }
}
