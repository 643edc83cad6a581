//! The `>` at the start of a line: quotations, or signs of a sentence.

use super::Splitter;
use super::cursor::Cursor;
use crate::markdown::dialect::MAX_QUOTATIONS;
use crate::markdown::lines::blanks::is_blank;
use crate::markdown::lines::line::{Line, MIN_WRAP};
use crate::markdown::lines::words::ends_sentence;

impl Splitter<'_> {
    /// Takes the `>` of quotations off a line, and counts them. A `>` in the middle of a sentence
    /// that was broken before it, or before a digit or `=`, is a sign: `dưới 1% hoặc⏎> 5%`; a
    /// quotation right below a line of text starts with a capital.
    pub(super) fn quotations(
        &mut self,
        cursor: &mut Cursor<'_>,
        before: Option<&Line>,
    ) -> usize {
        let open = self
            .fence
            .as_ref()
            .map(|fence| fence.enclosure.outer + fence.enclosure.inner);
        let mut count = 0;
        while open.is_none_or(|open| count < open) {
            let mut next = *cursor;
            next.skip_blanks();
            let rest = &self.text[next.at..next.end];
            let Some(behind) = rest.strip_prefix('>') else { break };
            let sign = count == 0 && self.is_sign(behind, before);
            if sign {
                break;
            }
            next.at += 1;
            next.column = 0;
            if count == MAX_QUOTATIONS {
                self.too_deep = Some(next.at - 1);
                break;
            }
            if self.text[next.at..next.end].starts_with(' ') {
                next.at += 1;
            }
            *cursor = next;
            count += 1;
        }
        count
    }

    /// Whether a `>` with this behind it is a sign of a sentence and opens no quotation.
    fn is_sign(&self, behind: &str, before: Option<&Line>) -> bool {
        let signs = |c: char| c.is_ascii_digit() || c == '=';
        if behind.starts_with(signs) {
            return true;
        }
        let first = behind.chars().find(|c| !is_blank(*c)).unwrap_or('>');
        before.is_some_and(|line| {
            let quoted = line.enclosure.outer + line.enclosure.inner > 0;
            let words = self.text[line.text.clone()].trim_end_matches(['*', '_']);
            // Below `# Tên` and `… như sau:` a quotation may start with any letter.
            let above =
                !line.is_blank() && !words.starts_with('#') && !words.ends_with(':');
            let goes_on = if ends_sentence(words) {
                signs(first) || first.is_lowercase()
            } else {
                let opens =
                    first.is_uppercase() || matches!(first, '“' | '"' | '‘' | '>');
                !opens || words.chars().count() >= MIN_WRAP
            };
            !quoted && !line.fenced && above && goes_on
        })
    }
}
