//! `Client`: what the editor at the other end can do.

use serde_json::Value;

use super::lines::Encoding;

/// What the editor at the other end can do.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an ability of its own")]
pub(super) struct Client {
    /// The units of columns.
    pub(super) encoding: Encoding,
    /// Whether what is inserted may have places to be filled in.
    pub(super) snippets: bool,
    /// Whether help may be Markdown.
    pub(super) markdown: bool,
    /// Whether edits may say for which version of a document they are.
    pub(super) versioned_edits: bool,
    /// Whether it can be asked to say which files have changed.
    pub(super) watches: bool,
}

impl Client {
    /// What the parameters of `initialize` say.
    pub(super) fn of(parameters: &Value) -> Self {
        let can = &parameters["capabilities"];
        let lists = |list: &Value, wanted: &str| {
            list.as_array().is_some_and(|list| list.iter().any(|one| one == wanted))
        };
        let text = &can["textDocument"];
        let utf8 = lists(&can["general"]["positionEncodings"], Encoding::Utf8.name());
        let workspace = &can["workspace"];
        let watches = &workspace["didChangeWatchedFiles"]["dynamicRegistration"];
        Self {
            encoding: if utf8 { Encoding::Utf8 } else { Encoding::Utf16 },
            snippets: text["completion"]["completionItem"]["snippetSupport"] == true,
            markdown: lists(&text["hover"]["contentFormat"], "markdown"),
            versioned_edits: workspace["workspaceEdit"]["documentChanges"] == true,
            watches: *watches == true,
        }
    }
}
