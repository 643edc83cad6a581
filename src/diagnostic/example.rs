//! `Example`: a piece of a document that breaks a rule or keeps to it, to be shown and to be run.

use super::Bilingual;

/// A document that is sound but for what the example says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Example {
    /// Lines of the front matter, in the place of the fields of the same names.
    pub fields: &'static str,
    /// Its body, in the place of a sound one.
    pub body: Option<&'static str>,
    /// The whole file, in the place of both.
    pub file: Option<&'static [u8]>,
    /// Files of its folder, by their paths with `/`.
    pub beside: &'static [(&'static str, &'static str)],
    /// The template it is to be set in (`--template`).
    pub template: Option<&'static str>,
    /// Whether it is checked as a paper that is to be issued (`--for-issue`).
    pub for_issue: bool,
    /// What happens, where no few lines can show it.
    pub described: Option<Bilingual<&'static str>>,
}

impl Example {
    const NOTHING: Self = Self {
        fields: "",
        body: None,
        file: None,
        beside: &[],
        template: None,
        for_issue: false,
        described: None,
    };

    /// A document with these lines in its front matter.
    #[must_use]
    pub const fn fields(fields: &'static str) -> Self {
        Self { fields, ..Self::NOTHING }
    }

    /// A document with this body.
    #[must_use]
    pub const fn body(body: &'static str) -> Self {
        Self { body: Some(body), ..Self::NOTHING }
    }

    /// A whole file.
    #[must_use]
    pub const fn file(bytes: &'static [u8]) -> Self {
        Self { file: Some(bytes), ..Self::NOTHING }
    }

    /// A whole file of text.
    #[must_use]
    pub const fn text(text: &'static str) -> Self {
        Self::file(text.as_bytes())
    }

    /// What no few lines can show.
    #[must_use]
    pub const fn described(vi: &'static str, en: &'static str) -> Self {
        Self { described: Some(Bilingual { vi, en }), ..Self::NOTHING }
    }

    /// The same with this body.
    #[must_use]
    pub const fn with_body(self, body: &'static str) -> Self {
        Self { body: Some(body), ..self }
    }

    /// The same, checked as a paper that is to be issued.
    #[must_use]
    pub const fn for_issue(self) -> Self {
        Self { for_issue: true, ..self }
    }

    /// The same with files beside it.
    #[must_use]
    pub const fn beside(self, files: &'static [(&'static str, &'static str)]) -> Self {
        Self { beside: files, ..self }
    }

    /// The same, set in another template than its own.
    #[must_use]
    pub const fn set_in(self, template: &'static str) -> Self {
        Self { template: Some(template), ..self }
    }
}

/// A document whose template is the office's own `mẫu thử`: `of_template!(main)` has this
/// `main.typ.j2`, `of_template!()` one without a fault.
macro_rules! of_template {
    () => {
        $crate::diagnostic::of_template!("{% extends \"base.typ.j2\" %}\n")
    };
    ($main:literal $(, $manifest:expr)?) => {
        $crate::diagnostic::Example::fields("mẫu: thử").beside(&[
            (
                "mẫu/thu/template.yaml",
                concat!(
                    "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\n",
                    "thể thức: [đảng]\n"
                    $(, $manifest)?
                ),
            ),
            ("mẫu/thu/main.typ.j2", $main),
        ])
    };
}

/// The same, where the manifest of the template defines a field of its own.
macro_rules! with_own_field {
    ($field:literal) => {
        $crate::diagnostic::of_template!(
            "{% extends \"base.typ.j2\" %}\n",
            concat!("các mục:\n  ", $field, "\n")
        )
    };
}

pub(crate) use of_template;
pub(crate) use with_own_field;
