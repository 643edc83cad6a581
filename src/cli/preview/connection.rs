//! One connection: a request, its answer, and its end.

use std::io::{self, Read};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use super::answer::{Answer, Site, write_file, write_refusal};
use super::board::Board;
use super::{events, request};

/// How long a browser may take to hear an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most bytes that are read behind a request, and how long that may take.
const REST: (u64, Duration) = (64 * 1024, Duration::from_millis(200));

/// Answers the request that comes through a connection.
///
/// # Errors
/// Where the other side does not listen; nobody has to be told.
pub(super) fn answer(
    mut stream: TcpStream,
    site: &Site,
    board: &Board,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let Ok(request) = request::read(&mut stream) else {
        write_refusal(&mut stream, "400 Bad Request")?;
        return end(&stream);
    };
    let view = board.current();
    match site.answer(&request, &view) {
        Answer::File(kind, headers, bytes) => {
            write_file(&mut stream, kind, &headers, bytes)?;
        }
        Answer::Events => {
            drop(view);
            events::write(&mut stream, board)?;
        }
        Answer::Refused(status) => write_refusal(&mut stream, status)?,
    }
    end(&stream)
}

/// Ends a connection so that the answer arrives: what the other side has still sent is read.
fn end(stream: &TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    let (most, patience) = REST;
    stream.set_read_timeout(Some(patience))?;
    io::copy(&mut stream.take(most), &mut io::sink()).map(drop)
}
