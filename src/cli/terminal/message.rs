//! A sentence of the command line, in both languages side by side.

use std::borrow::Cow;

use crate::diagnostic::Lang;

/// A sentence in Vietnamese and in English.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    vi: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Message {
    /// A sentence that always says the same.
    pub(crate) const fn fixed(vi: &'static str, en: &'static str) -> Self {
        Self { vi: Cow::Borrowed(vi), en: Cow::Borrowed(en) }
    }

    /// A sentence put together for one occasion.
    pub(crate) fn new(vi: String, en: String) -> Self {
        Self { vi: Cow::Owned(vi), en: Cow::Owned(en) }
    }

    /// The sentence in one language, without a line end.
    pub(crate) fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// `1 file`, `2 files`: a number of things in English; Vietnamese has one form for both.
pub(super) fn counted(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}
