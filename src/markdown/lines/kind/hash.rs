//! `##Tên mục`: a `#` right before a word makes no heading.

use super::Reading;
use crate::markdown::lines::look::Look;
use crate::markdown::problems::text;

impl Reading<'_> {
    /// Says that `##Tên mục` is no heading; `#việc` may be meant as it is.
    pub(super) fn report_hash(&mut self, look: &Look) {
        let slice = &self.fragment.text[look.text.clone()];
        let rest = slice.trim_start_matches('#');
        let length = slice.len() - rest.len();
        if (1..=6).contains(&length) && rest.starts_with(char::is_uppercase) {
            let marks = slice[..length].to_owned();
            let start = look.text.start;
            let span = self.fragment.span(start..start + length);
            self.found.push(text::hash_without_blank(&marks), span);
        }
    }
}
