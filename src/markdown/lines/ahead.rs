//! The next place of a sign in a line, looked for once however often it is asked for: a line of
//! `[a [a [a …` would be read to its end for each of its brackets.

/// The places of one sign in a line, from the left to the right.
pub(crate) struct Ahead<'l> {
    line: &'l str,
    sign: u8,
    /// The last answer: none where no sign was left; and the place that was asked for.
    last: Option<(usize, Option<usize>)>,
}

impl<'l> Ahead<'l> {
    /// The places of an ASCII sign.
    pub(crate) fn of(line: &'l str, sign: u8) -> Self {
        Self { line, sign, last: None }
    }

    /// The first place at `from` or behind it.
    pub(crate) fn next(&mut self, from: usize) -> Option<usize> {
        if let Some((asked, found)) = self.last
            && asked <= from
            && found.is_none_or(|found| found >= from)
        {
            return found;
        }
        let found = self.line[from..].find(char::from(self.sign)).map(|at| from + at);
        self.last = Some((from, found));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_sign_is_found_from_everywhere() {
        let line = "á]b]]c";
        let mut ahead = Ahead::of(line, b']');
        let froms = (0..=line.len()).filter(|at| line.is_char_boundary(*at));
        for from in froms.clone().chain(froms.rev()) {
            let expected = line[from..].find(']').map(|at| from + at);
            assert_eq!(ahead.next(from), expected, "{from}");
        }
    }
}
