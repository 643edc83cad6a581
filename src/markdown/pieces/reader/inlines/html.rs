//! Tags of HTML in a paragraph: `<br>` breaks the line, all others are refused.

use std::ops::Range;

use super::InlineBuilder;
use crate::markdown::pieces::reader::Reader;
use crate::markdown::problems::text;

impl InlineBuilder {
    pub(super) fn html(
        &mut self,
        tag: &str,
        range: &Range<usize>,
        reader: &mut Reader<'_>,
    ) {
        if is_line_break(tag) {
            return self.line_break(range, reader);
        }
        self.flush(reader);
        let adjoins = self.tag_end == range.start && range.start > 0;
        if !adjoins {
            reader.found.push(text::raw_html(), reader.fragment.span(range.clone()));
        }
        self.tag_end = range.end;
    }
}

/// `<br>`, `<br/>`, `<br />`, `<BR>`.
fn is_line_break(tag: &str) -> bool {
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    inner.trim().eq_ignore_ascii_case("br")
}
