//! `Manifest`: what a template says of itself in its `template.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::Text;
use super::{Layout, LayoutChoice, List, fold};

/// What a kind of document is called and which layouts it has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name under which a document asks for the template: `thông báo kết luận`.
    #[serde(rename = "tên")]
    pub name: Text,
    /// The version of the template.
    #[serde(rename = "phiên bản")]
    pub version: Text,
    /// What it is for, in one sentence.
    #[serde(rename = "tóm tắt")]
    pub summary: Text,
    /// The layouts (thể thức) it can be set in.
    #[serde(rename = "thể thức")]
    pub layouts: List<LayoutChoice>,
    /// The kind of document (tên loại) as printed, where the document names none.
    #[serde(rename = "tên loại")]
    pub title: Text,
}

impl Manifest {
    /// The folder of the template's files: `thong-bao-ket-luan`.
    #[must_use]
    pub fn folder(&self) -> String {
        fold(&self.name.value).replace('_', "-")
    }

    /// Whether a document that asks for `name` means this template.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        fold(&self.name.value) == fold(name)
    }

    /// Whether a document can be set in `layout`.
    #[must_use]
    pub fn has_layout(&self, layout: Layout) -> bool {
        self.layouts.iter().any(|choice| choice.layout == layout)
    }
}
