//! Lines between fences, written down so that Markdown keeps them as they were typed.

use super::Writer;
use crate::markdown::lines::blanks::is_blank;
use crate::source::is_unseen;

impl Writer<'_> {
    /// Writes a fence or a line between fences, set in as far as it is beyond the first fence.
    pub(super) fn fenced(&mut self, at: usize) {
        let line = &self.lines[at];
        let text = &self.fragment.text[line.text.clone()];
        let gap = |c: char| is_blank(c) || is_unseen(c);
        let blanks = text.chars().take_while(|c| gap(*c)).count();
        let first = !at.checked_sub(1).is_some_and(|before| {
            let before = &self.lines[before];
            before.fenced && before.enclosure == line.enclosure && self.fence.is_some()
        });
        // A fence may be set in as far as it likes here, in Markdown not.
        let mut end = line.text.end;
        let fence = text.trim_matches(gap);
        let closes = fence.len() > 2
            && ['`', '~'].iter().any(|mark| fence.chars().all(|c| c == *mark));
        if first || closes {
            end = line.text.start + text.trim_end_matches(gap).len();
        }
        // Lines between fences lose no more blanks than stand before the first fence.
        let most = if first || closes { blanks } else { self.fence.unwrap_or(0) };
        let margin =
            text.chars().take(most.min(blanks)).map(char::len_utf8).sum::<usize>();
        if first {
            self.begin(line, None);
            self.start(line.column);
            self.fence = Some(blanks);
        } else {
            self.next_line(line);
        }
        let start = (line.text.start + margin).min(end);
        self.out.copy(start..end, &[]);
    }
}
