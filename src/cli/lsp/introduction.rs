//! What this side says of itself: what it can do, and what it would like to be told.

use lsp_server::{Message, Request, RequestId};
use serde_json::{Value, json};

use super::actions::KINDS;
use super::client::Client;

/// What this side can do.
pub(super) fn introduction(client: Client) -> Value {
    json!({
        "capabilities": {
            "positionEncoding": client.encoding.name(),
            "textDocumentSync": { "openClose": true, "change": 1, "save": true },
            "completionProvider": { "triggerCharacters": [" ", "[", "{"] },
            "hoverProvider": true,
            "definitionProvider": true,
            "documentSymbolProvider": true,
            "codeActionProvider": { "codeActionKinds": KINDS },
        },
        "serverInfo": { "name": "vanban", "version": env!("CARGO_PKG_VERSION") },
    })
}

/// Asks the editor to say which files change on disk.
pub(super) fn wish_for_changes() -> Message {
    let patterns = [
        "**/vanban.yaml",
        "**/{mẫu,mau}/**",
        "**/*.{md,png,jpg,jpeg,gif,webp,svg,csv,txt}",
    ];
    let watchers = patterns.map(|pattern| json!({ "globPattern": pattern }));
    let registration = json!({
        "id": "vanban-files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": { "watchers": watchers },
    });
    let method = "client/registerCapability".to_owned();
    let params = json!({ "registrations": [registration] });
    let id = RequestId::from("vanban-files".to_owned());
    Message::Request(Request { id, method, params })
}
