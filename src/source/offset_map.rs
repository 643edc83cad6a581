//! Maps a parsed value back to the text that it was written as. A part of `source`.

use unicode_normalization::char::decompose_canonical;

use super::letters::{is_unseen, letter};

/// Finds for every byte of `value` the byte of `written` that it came from, where `value` is
/// what a parser made of `written`: composed, unescaped, dedented, lines folded.
///
/// The result has `value.len() + 1` entries, non-decreasing, the last being `written.len()`.
#[must_use]
pub fn offset_map(value: &str, written: &str) -> Vec<usize> {
    let mut map = Vec::with_capacity(value.len() + 1);
    if value == written {
        map.extend(0..=written.len());
        return map;
    }
    let mut rest = written.char_indices().peekable();
    for c in value.chars() {
        while !is_unseen(c) && rest.next_if(|(_, w)| is_unseen(*w)).is_some() {}
        let mut here = rest.peek().map_or(written.len(), |(i, _)| *i);
        // A blank stands behind the start of a value and behind its quotes and escapes, else in
        // the place of a syntax error: of `a: b` read as `a  b` the second one comes from nothing.
        let skips = |w: char| map.is_empty() || matches!(w, '"' | '\'' | '\\');
        let is_made =
            |&(_, w): &(usize, char)| c.is_whitespace() && !begins(c, w) && !skips(w);
        if !rest.peek().is_some_and(is_made)
            && rest.clone().take(LOOK_AHEAD).any(|(_, w)| begins(c, w))
        {
            while let Some((i, w)) = rest.next_if(|(_, w)| !begins(c, *w)) {
                let _ = w;
                here = i + w.len_utf8();
            }
            here = rest.next().map_or(here, |(i, _)| i);
            while rest.next_if(|(_, w)| is_mark_of(c, *w) || is_unseen(*w)).is_some() {}
        }
        map.extend(std::iter::repeat_n(here, c.len_utf8()));
    }
    map.push(written.len());
    map
}

/// How far `offset_map` looks for a character that the parser may have skipped to.
const LOOK_AHEAD: usize = 64;

/// Whether the written character `w` starts the composed character `c`.
fn begins(c: char, w: char) -> bool {
    if c == w || (c.is_whitespace() && w.is_whitespace()) {
        return true;
    }
    let (c, w) = (letter(c), letter(w));
    let mut first = None;
    decompose_canonical(c, |part| first = first.or(Some(part)));
    let mut written = None;
    decompose_canonical(w, |part| written = written.or(Some(part)));
    first == written
}

/// Whether the written character `w` is a combining mark that went into `c`.
fn is_mark_of(c: char, w: char) -> bool {
    if !unicode_normalization::char::is_combining_mark(w) || c == w {
        return false;
    }
    let mut found = false;
    decompose_canonical(c, |part| found |= part == w);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_in_the_place_of_signs_skip_no_words() {
        for (value, written) in [
            ("a  kết luận", "a: kết luận"),
            ("a  kết luận", "a: kết\n  luận"),
            (" kết luận", "\" kết luận\""),
            ("a b kết", "\"a\\ b kết\""),
        ] {
            let map = offset_map(value, written);
            let (at, from) = (value.find("kết").unwrap(), written.find("kết").unwrap());
            assert_eq!(map[at], from, "{written}");
        }
    }

    #[test]
    fn alignment_survives_composition_escapes_and_folding() {
        let written = "\"So\u{302}\u{301} \\\"a\\\"\n   b\"";
        let value = "Số \"a\" b";
        let map = offset_map(value, written);
        assert_eq!(map.len(), value.len() + 1);
        let at = |c: char| map[value.find(c).unwrap()];
        assert_eq!(at('S'), written.find('S').unwrap());
        assert_eq!(at('ố'), written.find('o').unwrap());
        assert_eq!(at('a'), written.find('a').unwrap());
        assert_eq!(at('b'), written.rfind('b').unwrap());
        assert!(map.is_sorted());
    }

    #[test]
    fn what_is_not_seen_is_skipped_however_long() {
        let written = format!("a{}b e\u{200d}\u{302}c", "\u{200b}".repeat(500));
        let value = "ab êc";
        let map = offset_map(value, &written);
        let at = |c: char| map[value.find(c).unwrap()];
        assert_eq!(at('b'), written.find('b').unwrap());
        assert_eq!(at('ê'), written.find('e').unwrap());
        assert_eq!(at('c'), written.find('c').unwrap());
    }

    #[test]
    fn a_letter_of_another_alphabet_is_found_where_it_was_typed() {
        let (written, value) = ("\u{d0}ie\u{302}\u{300}u (a)", "Điều (a)");
        let map = offset_map(value, written);
        assert_eq!(map[value.find('Đ').unwrap()], 0);
        assert_eq!(map[value.find('u').unwrap()], written.find('u').unwrap());
        assert_eq!(map[value.find('a').unwrap()], written.find('a').unwrap());
    }
}
