//! `PerLine`: what was found out of a line, so that it is not looked for again for each thing in it.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Whether something holds of a line of the paper, by the place where its text is kept.
#[derive(Default)]
pub(super) struct PerLine(RefCell<BTreeMap<usize, bool>>);

impl PerLine {
    /// Whether it holds of a line, which `find` tells the first time.
    pub(super) fn of(&self, line: &str, find: impl FnOnce(&str) -> bool) -> bool {
        let mut known = self.0.borrow_mut();
        *known.entry(line.as_ptr().addr()).or_insert_with(|| find(line))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn each_line_is_looked_at_once() {
        let (known, looked) = (PerLine::default(), Cell::new(0));
        let lines = ["Các thôn".to_owned(), "Các thôn".to_owned(), String::new()];
        let look = |line: &str| {
            looked.set(looked.get() + 1);
            !line.is_empty()
        };
        for _ in 0..3 {
            let said = lines.each_ref().map(|line| known.of(line, look));
            assert_eq!(said, [true, true, false]);
        }
        assert_eq!(looked.get(), lines.len());
    }
}
