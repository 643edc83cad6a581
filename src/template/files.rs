//! The files that templates are made of: those built into the program, and a user's own.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::source::Source;

/// The template of a document that names none.
pub const DEFAULT: &str = "thông báo kết luận";

/// Every file under `templates/`.
const BUILT_IN: &[(&str, &str)] = &[
    ("base.typ.j2", include_str!("../../templates/base.typ.j2")),
    ("words.typ.j2", include_str!("../../templates/words.typ.j2")),
    ("giay-moi/main.typ.j2", include_str!("../../templates/giay-moi/main.typ.j2")),
    ("giay-moi/template.yaml", include_str!("../../templates/giay-moi/template.yaml")),
    ("bien-ban/main.typ.j2", include_str!("../../templates/bien-ban/main.typ.j2")),
    ("bien-ban/template.yaml", include_str!("../../templates/bien-ban/template.yaml")),
    ("cong-van/main.typ.j2", include_str!("../../templates/cong-van/main.typ.j2")),
    ("cong-van/template.yaml", include_str!("../../templates/cong-van/template.yaml")),
    ("quyet-dinh/main.typ.j2", include_str!("../../templates/quyet-dinh/main.typ.j2")),
    ("quyet-dinh/template.yaml", include_str!("../../templates/quyet-dinh/template.yaml")),
    ("bao-cao/main.typ.j2", include_str!("../../templates/bao-cao/main.typ.j2")),
    ("bao-cao/template.yaml", include_str!("../../templates/bao-cao/template.yaml")),
    ("ke-hoach/main.typ.j2", include_str!("../../templates/ke-hoach/main.typ.j2")),
    ("ke-hoach/template.yaml", include_str!("../../templates/ke-hoach/template.yaml")),
    ("to-trinh/main.typ.j2", include_str!("../../templates/to-trinh/main.typ.j2")),
    ("to-trinh/template.yaml", include_str!("../../templates/to-trinh/template.yaml")),
    ("layout/shared.typ", include_str!("../../templates/layout/shared.typ")),
    ("layout/party.typ", include_str!("../../templates/layout/party.typ")),
    ("layout/state.typ", include_str!("../../templates/layout/state.typ")),
    (
        "thong-bao-ket-luan/main.typ.j2",
        include_str!("../../templates/thong-bao-ket-luan/main.typ.j2"),
    ),
    (
        "thong-bao-ket-luan/skeleton.md",
        include_str!("../../templates/thong-bao-ket-luan/skeleton.md"),
    ),
    (
        "thong-bao-ket-luan/template.yaml",
        include_str!("../../templates/thong-bao-ket-luan/template.yaml"),
    ),
];

static SHARED: LazyLock<Templates> = LazyLock::new(|| {
    let files = BUILT_IN.iter().map(|(path, text)| {
        ((*path).to_owned(), Source::new(format!("templates/{path}"), *text))
    });
    Templates { files: Arc::new(files.collect()) }
});

/// Files by their path below the folder of templates, `/` between its parts.
#[derive(Debug, Clone)]
pub struct Templates {
    files: Arc<BTreeMap<String, Source>>,
}

impl Templates {
    /// What is built into the program.
    #[must_use]
    pub fn built_in() -> Self {
        SHARED.clone()
    }

    /// Puts a file in the place of the one with that path, or beside the others.
    pub fn insert(&mut self, path: impl Into<String>, source: Source) {
        Arc::make_mut(&mut self.files).insert(path.into(), source);
    }

    /// The file with that path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Source> {
        self.files.get(path)
    }

    /// The manifests: every `template.yaml` with its path.
    pub fn manifests(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.files
            .iter()
            .filter(|(path, _)| path.ends_with("/template.yaml"))
            .map(|(path, source)| (path.as_str(), source))
    }
}
