//! `Settings`: what the user asked for when the server was started.

use crate::cli::arguments::shared::TemplateArgs;
use crate::cli::files::fonts::Fonts;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::files::unsaved::Unsaved;
use crate::diagnostic::Lang;

/// What the user asked for when the server was started.
pub(in crate::cli) struct Settings {
    /// The fonts.
    pub(in crate::cli) fonts: Fonts,
    /// The templates.
    pub(in crate::cli) template: TemplateArgs,
    /// The language to speak. It is not taken from the editor, whose own language is English
    /// where there is no Vietnamese one.
    pub(in crate::cli) lang: Lang,
}

impl Settings {
    /// What the documents share while the editor holds some files.
    pub(super) fn surroundings(&self, unsaved: Unsaved) -> Surroundings<'_> {
        Surroundings::new(self.fonts, &self.template).over(unsaved)
    }
}
