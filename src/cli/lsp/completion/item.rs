//! `Item`: one thing that may be typed.

use serde_json::{Value, json};

use crate::cli::lsp::lines::TextRange;
use crate::document::fold;

/// What an item is, by the numbers of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A field.
    Field = 5,
    /// A value out of several.
    Choice = 12,
    /// A rule.
    Rule = 21,
    /// A template.
    Template = 7,
    /// A person or a body.
    Name = 20,
    /// An example.
    Example = 1,
}

/// One thing that may be typed.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) label: String,
    pub(super) sort: Sort,
    /// A few words beside it.
    pub(super) detail: String,
    /// Its help, which may have marks of Markdown.
    pub(super) help: String,
    /// What is inserted.
    pub(super) text: String,
    /// Whether that has places to be filled in.
    pub(super) snippet: bool,
}

impl Item {
    /// The item as editors know it, which stands at a rank and replaces a piece of the text whose
    /// beginning is `typed` already.
    pub(super) fn shown(self, rank: usize, range: TextRange, typed: &str) -> Value {
        // Who types without accents finds it, too; some editors compare beginnings alone.
        let plain = fold(&self.label).replace('_', " ");
        let filter = if plain.starts_with(&typed.to_lowercase()) {
            format!("{plain} {}", self.label)
        } else {
            format!("{} {plain}", self.label)
        };
        let mut shown = json!({
            "label": self.label,
            "kind": self.sort as u8,
            "sortText": format!("{rank:04}"),
            "filterText": filter,
            "insertTextFormat": if self.snippet { 2 } else { 1 },
            "textEdit": { "range": range, "newText": self.text },
        });
        if !self.detail.is_empty() {
            shown["detail"] = self.detail.into();
        }
        if !self.help.is_empty() {
            shown["documentation"] = json!({ "kind": "markdown", "value": self.help });
        }
        shown
    }
}
