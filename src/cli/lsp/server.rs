//! The conversation with an editor, from `initialize` to `exit`.

use std::collections::BTreeMap;
use std::io::{self, StdoutLock};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::actions::KINDS;
use super::checking::{Checked, Checks};
use super::client::Client;
use super::diagnostics::{ByFile, Shown, unreadable};
use super::documents::Documents;
use super::kind::{Kind, kind};
use super::lines::{Lines, TextRange};
use super::published::Published;
use super::requests::{Desk, Refusal, read};
use super::settings::Settings;
use super::uri;
use super::wire::{self, Malformed};
use crate::Report;
use crate::cli::exit::Exit;
use crate::cli::files::place::comparable;
use crate::cli::isolation::isolated;
use crate::cli::watching::Concern;

/// What happens.
enum Event {
    /// The editor says something.
    Heard(Result<Message, Malformed>),
    /// It has gone.
    Closed,
    /// A document was checked.
    Checked(Box<Checked>),
}

/// Answers the editor at standard input until it says that this is enough, or is gone.
pub(in crate::cli) fn serve(settings: Settings) -> Exit {
    let (tell, events) = channel();
    let heard = tell.clone();
    thread::spawn(move || hear(&heard));
    let settings = Arc::new(settings);
    let checks = Checks::begin(&settings, move |checked| {
        // Where nobody listens any more the program ends.
        let _ = tell.send(Event::Checked(Box::new(checked)));
    });
    let mut server = Server {
        out: io::stdout().lock(),
        settings,
        checks,
        stage: Stage::Before,
        client: Client::default(),
        documents: Documents::default(),
        concerns: BTreeMap::new(),
        published: Published::default(),
    };
    for event in events {
        let done = match event {
            Event::Heard(Ok(message)) => server.take(message),
            Event::Heard(Err(malformed)) => server.refuse(&malformed),
            Event::Checked(checked) => server.checked(*checked),
            Event::Closed => Err(Ended),
        };
        if done.is_err() {
            break;
        }
    }
    // The protocol asks for a failure where the editor did not take its leave.
    if server.stage == Stage::Leaving { Exit::Done } else { Exit::Problems }
}

fn hear(tell: &Sender<Event>) {
    let mut stdin = io::stdin().lock();
    loop {
        let event = match wire::read(&mut stdin) {
            Ok(Some(heard)) => Event::Heard(heard),
            Ok(None) | Err(_) => Event::Closed,
        };
        let last = matches!(event, Event::Closed);
        if tell.send(event).is_err() || last {
            return;
        }
    }
}

/// The conversation is over.
struct Ended;

impl From<io::Error> for Ended {
    fn from(_: io::Error) -> Self {
        Self
    }
}

/// How far the conversation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nobody has introduced himself.
    Before,
    /// Questions are answered.
    Open,
    /// The editor is about to leave.
    Leaving,
}

/// This side of the conversation.
struct Server {
    out: StdoutLock<'static>,
    settings: Arc<Settings>,
    checks: Checks,
    stage: Stage,
    client: Client,
    documents: Documents,
    /// What matters to each document that was checked.
    concerns: BTreeMap<String, Concern>,
    published: Published,
}

/// A file that is opened.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Opened {
    text_document: Whole,
}

#[derive(Deserialize)]
struct Whole {
    uri: String,
    #[serde(default)]
    version: i64,
    text: String,
}

/// A file that has changed, change by change.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    text_document: Named,
    content_changes: Vec<Text>,
}

/// All of a text, or what takes the place of a piece of it, which nobody is asked to send.
#[derive(Deserialize)]
struct Text {
    range: Option<TextRange>,
    text: String,
}

/// A file that is saved or closed.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct About {
    text_document: Named,
}

#[derive(Deserialize)]
struct Named {
    uri: String,
    #[serde(default)]
    version: i64,
}

/// Files that have changed on disk.
#[derive(Deserialize)]
struct OnDisk {
    changes: Vec<Named>,
}

impl Server {
    fn take(&mut self, message: Message) -> Result<(), Ended> {
        match message {
            Message::Request(request) => self.request(request),
            Message::Notification(note) => self.notification(note),
            // What the editor answers was asked without need.
            Message::Response(_) => Ok(()),
        }
    }

    fn request(&mut self, request: Request) -> Result<(), Ended> {
        let Request { id, method, params } = request;
        let refusal = |code, why: &str| Err(Refusal { code, why: why.to_owned() });
        let answer = match (self.stage, method.as_str()) {
            (Stage::Before, "initialize") => {
                self.stage = Stage::Open;
                self.client = Client::of(&params);
                Ok(introduction(self.client))
            }
            (Stage::Before, _) => {
                refusal(ErrorCode::ServerNotInitialized, "`initialize` comes first")
            }
            (_, "initialize") => {
                refusal(ErrorCode::InvalidRequest, "`initialize` was said already")
            }
            (_, "shutdown") => {
                self.stage = Stage::Leaving;
                Ok(Value::Null)
            }
            (Stage::Leaving, _) => refusal(
                ErrorCode::InvalidRequest,
                "nothing is answered behind `shutdown`",
            ),
            (Stage::Open, method) => {
                let desk = self.desk();
                let answer = isolated(|| desk.answer(method, params));
                answer.unwrap_or_else(|| {
                    refusal(ErrorCode::InternalError, "this cannot be answered")
                })
            }
        };
        self.answer(id, answer)
    }

    fn answer(
        &mut self,
        id: RequestId,
        answer: Result<Value, Refusal>,
    ) -> Result<(), Ended> {
        let response = match answer {
            Ok(answer) => Response::new_ok(id, answer),
            Err(Refusal { code, why }) => Response::new_err(id, code as i32, why),
        };
        self.say(&response.into())
    }

    fn notification(&mut self, note: Notification) -> Result<(), Ended> {
        let Notification { method, params } = note;
        if method == "exit" {
            return Err(Ended);
        }
        if self.stage != Stage::Open {
            return Ok(());
        }
        match method.as_str() {
            "initialized" => self.ask_for_changes(),
            "textDocument/didOpen" => match read::<Opened>(params) {
                Ok(Opened { text_document: Whole { uri, version, text } }) => {
                    self.typed(&uri, version, text, true)
                }
                Err(_) => Ok(()),
            },
            "textDocument/didChange" => match read::<Changed>(params) {
                Ok(Changed {
                    text_document: Named { uri, version },
                    content_changes,
                }) => {
                    let text = self.changed(&uri, content_changes);
                    self.typed(&uri, version, text, false)
                }
                Err(_) => Ok(()),
            },
            "textDocument/didClose" => match read::<About>(params) {
                Ok(about) => self.close(&about.text_document.uri),
                Err(_) => Ok(()),
            },
            "textDocument/didSave" => match read::<About>(params) {
                Ok(about) => self.on_disk(&[about.text_document]),
                Err(_) => Ok(()),
            },
            "workspace/didChangeWatchedFiles" => match read::<OnDisk>(params) {
                Ok(on_disk) => self.on_disk(&on_disk.changes),
                Err(_) => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// The text of a file after some changes.
    fn changed(&self, uri: &str, changes: Vec<Text>) -> String {
        let open = self.documents.get(uri);
        let mut whole = open.map(|open| open.text.clone()).unwrap_or_default();
        for Text { range, text } in changes {
            match range {
                Some(range) => {
                    let piece = Lines::new(&whole, self.client.encoding).bytes(range);
                    whole.replace_range(piece, &text);
                }
                None => whole = text,
            }
        }
        whole
    }

    /// A file has another text.
    fn typed(
        &mut self,
        uri: &str,
        version: i64,
        text: String,
        at_once: bool,
    ) -> Result<(), Ended> {
        self.documents.put(uri, version, text);
        self.checks.hold(self.documents.unsaved());
        self.check(uri, at_once)?;
        if let Some(path) = uri::path(uri) {
            self.check_others(uri, &path)?;
        }
        Ok(())
    }

    /// A file is closed: what is on disk counts again.
    fn close(&mut self, uri: &str) -> Result<(), Ended> {
        let Some(open) = self.documents.close(uri) else { return Ok(()) };
        self.checks.forget(uri);
        self.checks.hold(self.documents.unsaved());
        self.concerns.remove(uri);
        self.publish(uri, ByFile::new())?;
        self.check_others(uri, &open.path)
    }

    /// Files have changed on disk.
    fn on_disk(&mut self, changed: &[Named]) -> Result<(), Ended> {
        for Named { uri, .. } in changed {
            if let Some(path) = uri::path(uri) {
                self.check_others(uri, &path)?;
            }
        }
        Ok(())
    }

    /// Checks the open documents to which a file matters.
    fn check_others(&mut self, uri: &str, path: &Path) -> Result<(), Ended> {
        let place = comparable(path);
        let others = self.documents.all().filter(|(other, _)| *other != uri);
        let concerned = others.filter(|(other, _)| {
            // Of one that is still being checked nobody knows what it is made of.
            self.concerns.get(*other).is_none_or(|concern| concern.includes(&place))
        });
        let concerned: Vec<String> = concerned.map(|(uri, _)| uri.to_owned()).collect();
        concerned.into_iter().try_for_each(|uri| self.check(&uri, false))
    }

    /// Asks for an open file to be checked, where it is one of this program's.
    fn check(&mut self, uri: &str, at_once: bool) -> Result<(), Ended> {
        let Some(open) = self.documents.get(uri) else { return Ok(()) };
        let kind = isolated(|| kind(&open.path, &open.text)).unwrap_or(Kind::Other);
        match kind {
            Kind::Document | Kind::Defaults => {
                self.checks.ask(uri, &open.path, open.version, at_once);
                Ok(())
            }
            Kind::Beginning | Kind::Other => {
                self.checks.forget(uri);
                self.publish(uri, ByFile::new())
            }
        }
    }

    /// A document was checked: unless it has changed since then, the editor is told.
    fn checked(&mut self, checked: Checked) -> Result<(), Ended> {
        let Checked { uri, version, result, concern } = checked;
        let Some(open) = self.documents.get(&uri) else { return Ok(()) };
        // What it is made of is known also where it has changed.
        self.concerns.insert(uri.clone(), concern);
        if open.version != version {
            return Ok(());
        }
        let (found, report) = match result {
            Ok(report) => (self.shown(&report, &uri), report),
            Err(why) => {
                let said = vec![unreadable(&why, self.settings.lang)];
                (ByFile::from([(uri.clone(), said)]), Report::default())
            }
        };
        self.documents.note(&uri, version, report);
        self.publish(&uri, found)
    }

    fn shown(&self, report: &Report, uri: &str) -> ByFile {
        let desk = self.desk();
        let address = |path: &Path| desk.address(path).0;
        let (encoding, lang) = (self.client.encoding, self.settings.lang);
        let shown = || Shown { report, uri, address: &address, encoding, lang }.by_file();
        isolated(shown).unwrap_or_default()
    }

    /// Tells what is wrong on account of a document.
    fn publish(&mut self, document: &str, found: ByFile) -> Result<(), Ended> {
        let mut touched = self.published.replace(document, found);
        if self.documents.get(document).is_some() {
            touched.insert(document.to_owned());
        }
        for uri in touched {
            let version = self.documents.get(&uri).map(|open| open.version);
            let mut told = json!({ "uri": uri, "diagnostics": self.published.of(&uri) });
            if let Some(version) = version {
                told["version"] = version.into();
            }
            let method = "textDocument/publishDiagnostics".to_owned();
            self.say(&Message::Notification(Notification { method, params: told }))?;
        }
        Ok(())
    }

    /// Asks to be told of files that change on disk.
    fn ask_for_changes(&mut self) -> Result<(), Ended> {
        if !self.client.watches {
            return Ok(());
        }
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
        self.say(&Message::Request(Request { id, method, params }))
    }

    fn desk(&self) -> Desk<'_> {
        Desk { documents: &self.documents, settings: &self.settings, client: self.client }
    }

    fn refuse(&mut self, malformed: &Malformed) -> Result<(), Ended> {
        Ok(wire::refuse(&mut self.out, malformed)?)
    }

    fn say(&mut self, message: &Message) -> Result<(), Ended> {
        Ok(wire::write(&mut self.out, message)?)
    }
}

/// What this side can do.
fn introduction(client: Client) -> Value {
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
