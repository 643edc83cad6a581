//! The conversation with an editor, from `initialize` to `exit`.

use std::collections::BTreeMap;
use std::io::{self, StdoutLock};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde_json::{Value, json};

use super::checking::{Checked, Checks};
use super::client::Client;
use super::diagnostics::{ByFile, Shown, unreadable};
use super::documents::Documents;
use super::introduction::{introduction, wish_for_changes};
use super::kind::{Kind, kind};
use super::lines::Lines;
use super::notices::{Change, Notice};
use super::published::Published;
use super::requests::{Desk, Refusal};
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
        pending: Vec::new(),
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
    /// Questions about what is being checked, each with the file.
    pending: Vec<(String, Request)>,
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
        if self.stage == Stage::Open && request.method != "shutdown" {
            return self.question(request);
        }
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
            (Stage::Open, _) => {
                self.answer_pending(|_| true)?;
                self.stage = Stage::Leaving;
                Ok(Value::Null)
            }
            (Stage::Leaving, _) => refusal(
                ErrorCode::InvalidRequest,
                "nothing is answered behind `shutdown`",
            ),
        };
        self.answer(id, answer)
    }

    /// A question about the files. What is to be done about problems waits until these are known:
    /// who saves right behind the last letter has all mended then, too.
    fn question(&mut self, request: Request) -> Result<(), Ended> {
        let uri = request.params["textDocument"]["uri"].as_str().map(str::to_owned);
        if let Some(uri) = uri.filter(|_| request.method == "textDocument/codeAction")
            && self.documents.get(&uri).is_some_and(|open| open.report.is_none())
            && self.check(&uri, true)?
        {
            self.pending.push((uri, request));
            return Ok(());
        }
        self.answer_now(request)
    }

    fn answer_now(&mut self, request: Request) -> Result<(), Ended> {
        let Request { id, method, params } = request;
        let desk = self.desk();
        let answer = isolated(|| desk.answer(&method, params));
        let why = || "this cannot be answered".to_owned();
        let fault = || Err(Refusal { code: ErrorCode::InternalError, why: why() });
        self.answer(id, answer.unwrap_or_else(fault))
    }

    /// Answers the questions that waited, about some files.
    fn answer_pending(&mut self, about: impl Fn(&str) -> bool) -> Result<(), Ended> {
        let ready: Vec<_> = self.pending.extract_if(.., |(uri, _)| about(uri)).collect();
        ready.into_iter().try_for_each(|(_, request)| self.answer_now(request))
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
        let notice = Notice::read(note);
        if matches!(notice, Notice::Exit) {
            return Err(Ended);
        }
        if self.stage != Stage::Open {
            return Ok(());
        }
        match notice {
            Notice::Ready if self.client.watches => self.say(&wish_for_changes()),
            Notice::Opened { uri, version, text } => {
                self.typed(&uri, version, text, true)
            }
            Notice::Changed { uri, version, changes } => {
                let text = self.changed(&uri, changes);
                self.typed(&uri, version, text, false)
            }
            Notice::Closed { uri } => self.close(&uri),
            Notice::OnDisk { files } => self.on_disk(&files),
            Notice::Exit | Notice::Ready | Notice::Other => Ok(()),
        }
    }

    /// The text of a file after some changes.
    fn changed(&self, uri: &str, changes: Vec<Change>) -> String {
        let open = self.documents.get(uri);
        let mut whole = open.map(|open| open.text.clone()).unwrap_or_default();
        for Change { range, text } in changes {
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
        self.answer_pending(|file| file == uri)?;
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
        self.answer_pending(|file| file == uri)?;
        self.concerns.remove(uri);
        self.publish(uri, ByFile::new())?;
        self.check_others(uri, &open.path)
    }

    /// Files have changed on disk.
    fn on_disk(&mut self, changed: &[String]) -> Result<(), Ended> {
        for uri in changed {
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
        concerned.into_iter().try_for_each(|uri| self.check(&uri, false).map(drop))
    }

    /// Asks for an open file to be checked, where it is one of this program's; whether it is.
    fn check(&mut self, uri: &str, at_once: bool) -> Result<bool, Ended> {
        let Some(open) = self.documents.get(uri) else { return Ok(false) };
        let kind = isolated(|| kind(&open.path, &open.text)).unwrap_or(Kind::Other);
        match kind {
            Kind::Document | Kind::Defaults => {
                self.checks.ask(uri, &open.path, open.version, at_once);
                Ok(true)
            }
            Kind::Beginning | Kind::Other => {
                self.checks.forget(uri);
                self.publish(uri, ByFile::new())?;
                Ok(false)
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
        self.publish(&uri, found)?;
        self.answer_pending(|file| file == uri)
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
