//! The questions of an editor, each with its answer.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use lsp_server::ErrorCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::actions::{self, actions};
use super::client::Client;
use super::completion::complete;
use super::definition::definition;
use super::documents::{Documents, Open};
use super::hover::hover;
use super::lines::{Lines, Position, TextRange};
use super::paper::Paper;
use super::settings::Settings;
use super::symbols::symbols;
use super::uri;
use crate::Report;
use crate::cli::files::place::comparable;
use crate::source::FileId;

/// All that an answer may draw on.
pub(super) struct Desk<'a> {
    pub(super) documents: &'a Documents,
    pub(super) settings: &'a Settings,
    pub(super) client: Client,
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: ErrorCode,
    pub(super) why: String,
}

/// A place in a file.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct At {
    text_document: Named,
    position: Position,
}

/// A file.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Whole {
    text_document: Named,
}

/// A piece of a file, and what is shown there.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Piece {
    text_document: Named,
    range: TextRange,
    #[serde(default)]
    context: Context,
}

#[derive(Deserialize, Default)]
struct Context {
    #[serde(default)]
    diagnostics: Vec<Value>,
    #[serde(default)]
    only: Option<Vec<String>>,
}

/// The address of a file.
#[derive(Deserialize)]
struct Named {
    uri: String,
}

impl Desk<'_> {
    /// The answer to a question.
    ///
    /// # Errors
    /// Where nobody knows the question, or it is put in a wrong way.
    pub(super) fn answer(
        &self,
        method: &str,
        parameters: Value,
    ) -> Result<Value, Refusal> {
        let Client { encoding, .. } = self.client;
        let lang = self.settings.lang;
        match method {
            "textDocument/completion" => {
                let at: At = read(parameters)?;
                Ok(self.about(&at.text_document, |open, paper| {
                    let offset = Lines::new(&open.text, encoding).offset(at.position);
                    complete(paper?, offset, self.client, lang).into()
                }))
            }
            "textDocument/hover" => {
                let at: At = read(parameters)?;
                Ok(self.about(&at.text_document, |open, paper| {
                    let offset = Lines::new(&open.text, encoding).offset(at.position);
                    let reports = self.reports(&at.text_document.uri, open);
                    hover(open, paper, &reports, offset, self.client, lang).into()
                }))
            }
            "textDocument/definition" => {
                let at: At = read(parameters)?;
                Ok(self.about(&at.text_document, |open, paper| {
                    let offset = Lines::new(&open.text, encoding).offset(at.position);
                    let address = |path: &Path| self.address(path).0;
                    definition(paper?, offset, encoding, &address).into()
                }))
            }
            "textDocument/documentSymbol" => {
                let whole: Whole = read(parameters)?;
                Ok(self.about(&whole.text_document, |_, paper| {
                    symbols(paper?, encoding, lang).into()
                }))
            }
            "textDocument/codeAction" => {
                let piece: Piece = read(parameters)?;
                Ok(self.about(&piece.text_document, |open, paper| {
                    self.actions(&piece, open, paper?).into()
                }))
            }
            "initialize" => Err(Refusal {
                code: ErrorCode::InvalidRequest,
                why: "`initialize` was said already".to_owned(),
            }),
            unknown => Err(Refusal {
                code: ErrorCode::MethodNotFound,
                why: format!("`{unknown}` is not supported"),
            }),
        }
    }

    /// What is to be said of an open file; nothing of any other.
    fn about(
        &self,
        named: &Named,
        say: impl FnOnce(&Open, Option<&Paper<'_>>) -> Option<Value>,
    ) -> Value {
        let Some(open) = self.documents.get(&named.uri) else { return Value::Null };
        let surroundings = self.settings.surroundings(self.documents.unsaved());
        let paper = Paper::read(open, &surroundings);
        say(open, paper.as_ref()).unwrap_or_default()
    }

    fn actions(&self, piece: &Piece, open: &Open, paper: &Paper<'_>) -> Value {
        let lines = Lines::new(&open.text, self.client.encoding);
        actions(&actions::Asked {
            uri: &piece.text_document.uri,
            open,
            paper,
            reports: &self.reports(&piece.text_document.uri, open),
            range: lines.bytes(piece.range),
            shown: &piece.context.diagnostics,
            only: piece.context.only.as_deref().unwrap_or_default(),
            encoding: self.client.encoding,
            lang: self.settings.lang,
            versioned: self.client.versioned_edits,
            address: &|path, text| self.unchanged(path, text),
        })
    }

    /// What is known of a file as it stands, each with its number there: its own report, and those
    /// of documents that draw on it.
    fn reports(&self, uri: &str, open: &Open) -> Vec<(Arc<Report>, FileId)> {
        let all = self.documents.all();
        let known =
            all.filter_map(|(own, open)| Some((own == uri, open.report.as_ref()?)));
        let found = known.filter_map(|(own, report)| {
            let numbers = (0_u16..).map(FileId::from_number);
            let mut files = numbers.zip(report.sources.all()).filter(|(file, source)| {
                let name = Path::new(source.name());
                let other = || name.is_absolute() && self.address(name).0 == uri;
                let is = if *file == FileId::DOCUMENT { own } else { other() };
                is && source.text() == open.text
            });
            files.next().map(|(file, _)| (Arc::clone(report), file))
        });
        found.collect()
    }

    /// The same of a file that has still this text.
    fn unchanged(&self, path: &Path, text: &str) -> Option<(String, Option<i64>)> {
        let (uri, version) = self.address(path);
        let is = match self.documents.get(&uri) {
            Some(open) => open.text == text,
            None => {
                path.is_absolute() && fs::read_to_string(path).is_ok_and(|is| is == text)
            }
        };
        is.then_some((uri, version))
    }

    /// The address of a file as the editor calls it, and its version where it is open.
    pub(super) fn address(&self, path: &Path) -> (String, Option<i64>) {
        let place = comparable(path);
        let mut all = self.documents.all();
        match all.find(|(_, open)| comparable(&open.path) == place) {
            Some((uri, open)) => (uri.to_owned(), Some(open.version)),
            None => (uri::of(path), None),
        }
    }
}

/// The parameters of a question.
pub(super) fn read<T: DeserializeOwned>(parameters: Value) -> Result<T, Refusal> {
    let refused = |error: serde_json::Error| Refusal {
        code: ErrorCode::InvalidParams,
        why: error.to_string(),
    };
    serde_json::from_value(parameters).map_err(refused)
}
