//! What an editor tells without being asked: which files are opened, changed, saved, closed.

use lsp_server::Notification;
use serde::Deserialize;

use super::lines::TextRange;
use super::requests::{Refusal, read};

/// What an editor tells.
pub(super) enum Notice {
    /// It goes.
    Exit,
    /// It has heard what this side can do.
    Ready,
    /// A file is opened.
    Opened { uri: String, version: i64, text: String },
    /// A file has changed, change by change.
    Changed { uri: String, version: i64, changes: Vec<Change> },
    /// A file is closed.
    Closed { uri: String },
    /// Files have changed on disk.
    OnDisk { files: Vec<String> },
    /// Nothing of which anything hangs here, or nothing that can be understood.
    Other,
}

/// All of a text, or what takes the place of a piece of it, which nobody is asked to send.
#[derive(Deserialize)]
pub(super) struct Change {
    pub(super) range: Option<TextRange>,
    pub(super) text: String,
}

/// The parameters that are about one file.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct About {
    text_document: File,
    #[serde(default)]
    content_changes: Vec<Change>,
}

/// A file, and what of it is told.
#[derive(Deserialize)]
struct File {
    uri: String,
    #[serde(default)]
    version: i64,
    text: Option<String>,
}

/// The parameters that are about files on disk.
#[derive(Deserialize)]
struct OnDisk {
    changes: Vec<File>,
}

impl Notice {
    /// What a notification tells.
    pub(super) fn read(note: Notification) -> Self {
        Self::understood(note).unwrap_or(Self::Other)
    }

    fn understood(
        Notification { method, params }: Notification,
    ) -> Result<Self, Refusal> {
        Ok(match method.as_str() {
            "exit" => Self::Exit,
            "initialized" => Self::Ready,
            "textDocument/didOpen" => {
                let File { uri, version, text } = read::<About>(params)?.text_document;
                text.map_or(Self::Other, |text| Self::Opened { uri, version, text })
            }
            "textDocument/didChange" => {
                let About { text_document, content_changes: changes } = read(params)?;
                let File { uri, version, .. } = text_document;
                Self::Changed { uri, version, changes }
            }
            "textDocument/didClose" => {
                let File { uri, .. } = read::<About>(params)?.text_document;
                Self::Closed { uri }
            }
            "textDocument/didSave" => {
                let File { uri, .. } = read::<About>(params)?.text_document;
                Self::OnDisk { files: vec![uri] }
            }
            "workspace/didChangeWatchedFiles" => {
                let OnDisk { changes } = read(params)?;
                let files = changes.into_iter().map(|file| file.uri).collect();
                Self::OnDisk { files }
            }
            _ => Self::Other,
        })
    }
}
