//! The fields of a document that are printed in ragged lines, and how wide their words are.

use crate::source::is_uppercase;
use crate::typeset::line_breaks::words::Word;

/// A field that is printed in ragged lines of about equal length.
#[derive(Debug, Clone, Copy)]
pub(in crate::typeset::line_breaks) struct Field {
    /// How much is kept together at most, in the size of its font: what its narrowest place bears.
    pub(super) room: f32,
    /// Whether it is printed in capitals.
    capitals: bool,
}

impl Field {
    /// What an argument of a function of the layout library is.
    pub(in crate::typeset::line_breaks) fn of(
        function: &str,
        argument: Option<&str>,
    ) -> Option<Self> {
        let (room, capitals) = match (function, argument) {
            ("title-block", Some("kind" | "author"))
            | ("appendix", Some("title"))
            | ("division" | "formula", None) => (26.0, true),
            ("title-block", Some("subject")) => (26.0, false),
            ("appendix", Some("attachment")) => (33.0, false),
            ("addressees", None) => (20.0, false),
            ("letterhead", Some("superior" | "issuer"))
            | ("copied", Some("superior" | "body")) => (14.5, true),
            ("letterhead", Some("about")) => (12.0, false),
            ("signature", Some("authority" | "posts")) => (15.0, true),
            ("signature", Some("office" | "name")) => (15.0, false),
            _ => return None,
        };
        Some(Self { room, capitals })
    }

    /// About how wide a word is, in the size of its font, with the blank before it.
    pub(super) fn width(self, word: &Word<'_>) -> f32 {
        let letter = |c: char| match c {
            '\u{300}'..='\u{36f}' => 0.0,
            _ if self.capitals || is_uppercase(c) => 0.73,
            'i' | 'j' | 'l' | 't' | 'r' | 'f' | 'ì' | 'í' | 'ị' | 'ỉ' | 'ĩ' => {
                0.34
            }
            'm' | 'w' => 0.8,
            _ => 0.52,
        };
        word.text.chars().map(letter).sum::<f32>() + 0.25
    }
}
