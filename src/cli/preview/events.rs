//! The changes as a browser hears them (server-sent events): each view when it is there.

use std::io::{self, Write};
use std::time::Duration;

use super::answer::COMMON;
use super::board::Board;

/// How often something is said where nothing changes: whoever no longer listens is noticed.
const BEAT: Duration = Duration::from_secs(15);

/// Says each view, until nobody listens.
///
/// # Errors
/// When nobody listens.
pub(super) fn write(out: &mut impl Write, board: &Board) -> io::Result<()> {
    let head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{COMMON}\r\n");
    out.write_all(head.as_bytes())?;
    let mut view = board.current();
    loop {
        // JSON has no line ends but within texts, as `\n`.
        out.write_all(
            format!("id: {}\ndata: {}\n\n", view.number(), view.json()).as_bytes(),
        )?;
        out.flush()?;
        view = loop {
            if let Some(next) = board.after(view.number(), BEAT) {
                break next;
            }
            out.write_all(b":\n\n")?;
            out.flush()?;
        };
    }
}
