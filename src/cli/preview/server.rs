//! `Server`: listens on this machine alone, and answers each connection on a thread of its own.

use std::fmt::Write;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::answer::Site;
use super::board::Board;
use super::connection::answer;
use crate::cli::terminal::{Message, previewed};

/// The most connections at once: more than any browser opens to some windows with the page.
const MOST: usize = 64;

/// How long a connection that cannot be taken keeps the next one waiting.
const PAUSE: Duration = Duration::from_millis(20);

/// Who answers the browser.
pub(crate) struct Server {
    listener: TcpListener,
    site: Site,
}

impl Server {
    /// Listens at a port, or at a free one; `pdf_name` is what the PDF is called.
    ///
    /// # Errors
    /// Says why that is not possible.
    pub(crate) fn bind(port: Option<u16>, pdf_name: String) -> Result<Self, Message> {
        let wanted = port.unwrap_or(0);
        let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, wanted));
        let bound = bound.and_then(|listener| {
            let port = listener.local_addr()?.port();
            Ok((listener, port))
        });
        let (listener, port) =
            bound.map_err(|error| previewed::no_port(wanted, &error))?;
        let token = token()?;
        Ok(Self { listener, site: Site { port, token, pdf_name } })
    }

    /// The address of the page.
    pub(crate) fn address(&self) -> String {
        let Site { port, token, .. } = &self.site;
        format!("http://127.0.0.1:{port}/{token}/")
    }

    /// Answers, on other threads, as long as the program runs.
    ///
    /// # Errors
    /// Says that the system gives no thread.
    pub(crate) fn serve(self, board: Arc<Board>) -> Result<(), Message> {
        let Self { listener, site } = self;
        let (site, open) = (Arc::new(site), Arc::new(AtomicUsize::new(0)));
        let serve = move || {
            for stream in listener.incoming() {
                // A browser that gives up at once, or too many open files: the next one is served.
                let Ok(stream) = stream else {
                    thread::sleep(PAUSE);
                    continue;
                };
                let (site, board) = (Arc::clone(&site), Arc::clone(&board));
                let place = Place::take(&open);
                // Whoever comes when all is taken finds the connection closed.
                let Some(place) = place else { continue };
                let _ = thread::Builder::new().spawn(move || {
                    let _ = answer(stream, &site, &board);
                    drop(place);
                });
            }
        };
        let spawned = thread::Builder::new().spawn(serve);
        spawned.map(drop).map_err(|error| previewed::no_port(0, &error))
    }
}

/// One of the connections that may be open.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(open: &Arc<AtomicUsize>) -> Option<Self> {
        let place = Self(Arc::clone(open));
        (open.fetch_add(1, Ordering::SeqCst) < MOST).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Letters that nobody guesses.
fn token() -> Result<String, Message> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| previewed::no_port(0, &io::Error::other(error.to_string())))?;
    let mut token = String::new();
    for byte in bytes {
        let _ = write!(token, "{byte:02x}");
    }
    Ok(token)
}
