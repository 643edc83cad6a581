//! Which template a document asks for: its name, the version that it was written for, and
//! whether there is one.

use super::Templates;
use crate::diagnostic::phrases::{did_you_mean, quoted};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Rule, both, of_template,
};
use crate::document::{Document, Manifest, Regime, Text, nearest};
use crate::source::{Source, Span};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&TEMPLATE_UNKNOWN, &TEMPLATE_VERSION, &MANIFEST_MISSING, &LAYOUT_UNSUPPORTED];

/// The template of a document that names none.
pub const DEFAULT: &str = "thông báo kết luận";

/// A template as a document asks for it: `thông báo kết luận`, or `thông báo kết luận@1` where
/// it was written for that version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateRef {
    /// The name.
    pub name: Text,
    /// The version, its place from the `@` on.
    pub version: Option<Text>,
}

impl TemplateRef {
    /// Reads a text that stands in its file as `written`.
    #[must_use]
    pub fn of(text: &Text, written: &str) -> Self {
        let Some((name, version)) = text.value.rsplit_once('@') else {
            return Self { name: text.clone(), version: None };
        };
        let Span { file, start, end } = text.span;
        let at = start + written.rfind('@').unwrap_or(written.len());
        let closing = written.len() - written.trim_end_matches(['"', '\'']).len();
        let place = Span::new(file, at..(end - closing).max(at));
        Self {
            name: Text::new(name.trim(), Span::new(file, start..at)),
            version: Some(Text::new(version.trim(), place)),
        }
    }

    /// The manifest's file of the template, its folder first.
    ///
    /// # Errors
    /// Says that the folder of the template has none; nothing, where there is no such folder.
    pub fn manifest<'t>(
        &self,
        templates: &'t Templates,
    ) -> Result<(String, &'t Source), Option<Diagnostics>> {
        let folder = Manifest::folder_of(self.name.as_str());
        let path = format!("{folder}/template.yaml");
        if let Some(source) = templates.get(&path) {
            return Ok((folder, source));
        }
        let is_there = templates.get(&format!("{folder}/main.typ.j2")).is_some();
        let problem = (manifest_missing(&path), self.name.span);
        Err(is_there.then(|| [problem].into_iter().collect()))
    }

    /// What is said where there is no such template: the names that there are.
    #[must_use]
    pub fn unknown(&self, known: &[String]) -> Diagnostics {
        let name = self.name.value.clone();
        let near = nearest(&name, known.iter().map(String::as_str)).map(str::to_owned);
        let problem = template_unknown(&name, near.as_deref(), known);
        [(problem, self.name.span)].into_iter().collect()
    }

    /// Says that the template has another version than the one that is asked for.
    #[must_use]
    pub fn check_version(&self, manifest: &Manifest) -> Diagnostics {
        let other = |version: &&Text| version.value != manifest.version.value;
        let problem = self.version.as_ref().filter(other).map(|version| {
            let (template, version_there) = (&manifest.name, &manifest.version);
            let problem = template_version(&template.value, &version_there.value);
            (problem, version.span)
        });
        problem.into_iter().collect()
    }
}

/// Says that a template does not have the regime of the document.
#[must_use]
pub fn check_regime(document: &Document, manifest: &Manifest) -> Diagnostics {
    let wanted = document.regime.value;
    if manifest.has_regime(wanted) {
        return Diagnostics::default();
    }
    let written = document.regime.written.as_ref().or(document.template.as_ref());
    let start = crate::diagnostic::whole_file(document.issuer.first.span.file);
    let problem = layout_unsupported(manifest, wanted);
    [(problem, written.map_or(start, |text| text.span))].into_iter().collect()
}

/// A template that does not exist.
pub(crate) static TEMPLATE_UNKNOWN: Rule = Rule {
    id: "template-unknown",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mẫu được tìm theo tên, trong thư mục `mẫu/` của cơ quan rồi trong các mẫu \
             có sẵn.",
        en: "Templates are found by name, in the office's folder `mẫu/` and then among \
             the built-in ones.",
    },
    wrong: Example::fields("mẫu: thông báo kết lụn"),
    right: Example::fields("mẫu: thông báo kết luận"),
    ..Rule::ERROR
};

/// There is no template `name`; `near` is nearly that, `known` are all that there are.
pub(crate) fn template_unknown(
    name: &str,
    near: Option<&str>,
    known: &[String],
) -> Problem {
    let known = quoted(known);
    let help = near.map_or_else(
        || both!("các mẫu hiện có: {known}", "the templates are {known}"),
        did_you_mean,
    );
    let problem = TEMPLATE_UNKNOWN.problem(
        both!("không có mẫu văn bản `{name}`", "there is no template `{name}`"),
        both!("mẫu này", "unknown template"),
        help,
    );
    problem.suggesting(near)
}

/// A template whose version is another one than the document asks for.
pub(crate) static TEMPLATE_VERSION: Rule = Rule {
    id: "template-version",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Văn bản ghi `@phiên-bản` thì chỉ xuất theo đúng phiên bản đó của mẫu, để văn \
             bản cũ không đổi khi mẫu đổi.",
        en: "A document that says `@version` is built by that version of its template \
             alone, so that it does not change when the template does.",
    },
    wrong: Example::fields("mẫu: thông báo kết luận@9"),
    right: Example::fields("mẫu: thông báo kết luận"),
    ..Rule::ERROR
};

pub(crate) fn template_version(template: &str, version: &str) -> Problem {
    TEMPLATE_VERSION.problem(
        both!(
            "mẫu `{template}` hiện là phiên bản `{version}`",
            "template `{template}` has version `{version}` now"
        ),
        both!("không có phiên bản này", "no such version"),
        both!(
            "xem lại văn bản theo mẫu hiện có rồi ghi `@{version}`, hoặc bỏ phần từ dấu \
             `@`",
            "look the document over and write `@{version}`, or drop the part from `@`"
        ),
    )
}

/// A folder of a template without a manifest.
pub(crate) static MANIFEST_MISSING: Rule = Rule {
    id: "manifest-missing",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "`template.yaml` nói mẫu tên gì, dùng cho thể thức nào, có mục riêng gì.",
        en: "`template.yaml` says how a template is called, which layouts it has and \
             which fields of its own.",
    },
    wrong: Example::fields("mẫu: thử")
        .beside(&[("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n")]),
    right: of_template!(),
    ..Rule::ERROR
};

pub(crate) fn manifest_missing(path: &str) -> Problem {
    MANIFEST_MISSING.problem(
        both!(
            "thư mục mẫu này thiếu tệp `{path}`",
            "the folder of this template lacks `{path}`"
        ),
        both!("mẫu này", "this template"),
        both!(
            "thêm tệp đó vào thư mục của mẫu (gõ `vanban templates show \"thông báo kết \
             luận\"` để xem một tệp như vậy)",
            "add that file (`vanban templates show` prints one)"
        ),
    )
}

/// A template that has no such regime.
pub(crate) static LAYOUT_UNSUPPORTED: Rule = Rule {
    id: "layout-unsupported",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mẫu chỉ có cho các thể thức ghi trong `template.yaml` của nó.",
        en: "A template sets documents in the layouts that its `template.yaml` lists.",
    },
    wrong: Example::fields("mẫu: thử").beside(&[
        (
            "mẫu/thu/template.yaml",
            "tên: thử\ntóm tắt: Mẫu để thử\ntên loại: Thử\nphiên bản: 1\nthể thức: [nhà \
             nước]\n",
        ),
        ("mẫu/thu/main.typ.j2", "{% extends \"base.typ.j2\" %}\n"),
    ]),
    right: of_template!(),
    ..Rule::ERROR
};

pub(crate) fn layout_unsupported(manifest: &Manifest, regime: Regime) -> Problem {
    let (template, regime) = (&manifest.name, regime.name());
    let has = manifest.regimes.iter().map(|choice| choice.value.name().to_owned());
    let has = quoted(&has.collect::<Vec<_>>());
    LAYOUT_UNSUPPORTED.problem(
        both!(
            "mẫu `{template}` không có thể thức `{regime}`",
            "template `{template}` has no layout `{regime}`"
        ),
        both!("mẫu này chỉ có thể thức {has}", "this template only has {has}"),
        both!(
            "đổi thể thức thành {has}, hoặc chọn mẫu khác: `vanban templates list` liệt kê mẫu \
             nào có thể thức nào",
            "change the layout to {has}, or choose another template: `vanban templates list` says \
             which layouts each has"
        ),
    )
}
