//! What mends a problem for certain: edits of the user's files.

use serde::{Deserialize, Serialize};

use crate::source::{FileId, Span};

/// A piece of a file and what is to stand in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The piece; an empty one is a place between two characters.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

/// All edits that mend one problem.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fix(Vec<Edit>);

impl Fix {
    /// The edits.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Fix {
    type Item = &'a Edit;
    type IntoIter = std::slice::Iter<'a, Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(Span, String)> for Fix {
    fn from_iter<I: IntoIterator<Item = (Span, String)>>(edits: I) -> Self {
        Self(edits.into_iter().map(|(span, text)| Edit { span, text }).collect())
    }
}

/// The text of one file after the edits that concern it; of two that touch each other the
/// first stays, unless the other only takes something out. Everything else of the text stays as it is, byte by byte.
#[must_use]
pub fn mended<'a>(
    text: &str,
    file: FileId,
    fixes: impl IntoIterator<Item = &'a Fix>,
) -> String {
    let mut edits: Vec<&Edit> =
        fixes.into_iter().flatten().filter(|edit| edit.span.file == file).collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let (mut out, mut done) = (String::with_capacity(text.len()), None);
    for Edit { span, text: new } in edits {
        let from = done.unwrap_or(0);
        let removes = new.is_empty() && span.start < span.end;
        let is_free =
            done.is_none_or(|end| span.start > end || (removes && span.start == end));
        if let Some(kept) = text.get(from..span.start).filter(|_| is_free)
            && text.is_char_boundary(span.end)
        {
            out.push_str(kept);
            out.push_str(new);
            done = Some(span.end);
        }
    }
    out.push_str(text.get(done.unwrap_or(0)..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_leave_all_else_as_it_is() {
        let text = "\u{feff}So\u{302}\u{301}\r\na.\r\n";
        let edit = |range, new: &str| (Span::new(FileId::DOCUMENT, range), new.into());
        let stop = text.find('.').unwrap();
        let one: Fix = [edit(stop + 1..stop + 1, "/.")].into_iter().collect();
        let two: Fix = [edit(3..4, "X"), edit(3..5, "Y")].into_iter().collect();
        let all = mended(text, FileId::DOCUMENT, [&one, &two]);
        assert_eq!(all, "\u{feff}Xo\u{302}\u{301}\r\na./.\r\n");
        assert_eq!(mended(text, FileId::from_number(1), [&one]), text);
        let gone: Fix =
            [edit(0..4, ""), edit(4..7, ""), edit(6..8, "")].into_iter().collect();
        assert_eq!(mended("một\nhai", FileId::DOCUMENT, [&gone]), "ai");
    }
}
