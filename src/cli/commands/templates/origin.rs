//! Where a file of a template is from, and what of it belongs to all templates.

use crate::diagnostic::{Bilingual, Lang};
use crate::template::{Templates, is_shared};

/// Where a file is from that is built into the program.
const BUILT_IN: Bilingual<&str> = Bilingual { vi: "có sẵn", en: "built in" };

/// Where a file of a template is: its path where it is the office's, else that it is built in.
pub(super) fn shown_origin(path: &str, templates: &Templates, lang: Lang) -> String {
    match templates.get(path).filter(|_| !templates.is_built_in(path)) {
        Some(source) => source.name().to_owned(),
        None => (*BUILT_IN.get(lang)).to_owned(),
    }
}

/// Whether a file belongs to all templates and not to one.
pub(super) fn is_of_base(path: &str) -> bool {
    !path.contains('/') || path.starts_with("layout/") || is_shared(path)
}
