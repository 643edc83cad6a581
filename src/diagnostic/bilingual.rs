//! `Bilingual`: one text in both languages, side by side.

use serde::{Deserialize, Serialize};

use super::Lang;

/// A text in Vietnamese and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bilingual<T = String> {
    /// The Vietnamese text.
    pub vi: T,
    /// The English text.
    pub en: T,
}

impl<T> Bilingual<T> {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

impl Bilingual {
    /// A text that was put together in both languages.
    #[must_use]
    pub fn new(vi: String, en: String) -> Self {
        Self { vi, en }
    }
}

impl Bilingual<&'static str> {
    /// The same texts, to be joined with others.
    #[must_use]
    pub fn to_owned(self) -> Bilingual {
        Bilingual { vi: self.vi.to_owned(), en: self.en.to_owned() }
    }
}

/// A [`Bilingual`] of two format strings, the Vietnamese one first; both take the variables
/// around them: `both!("thiếu mục `{field}`", "field `{field}` is missing")`.
macro_rules! both {
    ($vi:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Bilingual {
            vi: std::fmt::format(format_args!($vi)),
            en: std::fmt::format(format_args!($en)),
        }
    };
}

pub(crate) use both;
