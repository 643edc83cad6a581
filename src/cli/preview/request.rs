//! What a browser asks for: the head of a request, as far as it matters. The door to `httparse`.

use std::io::{self, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use httparse::{EMPTY_HEADER, Request as Head, Status};

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    /// The header `Host`; none where it is missing or stands more than once.
    pub(super) host: Option<String>,
}

/// The longest head that is read; a browser's has some hundred bytes.
const LONGEST: usize = 16 * 1024;

/// The most headers.
const MOST_HEADERS: usize = 100;

/// How long a head may take to come.
const PATIENCE: Duration = Duration::from_secs(5);

/// Reads the head of a request.
///
/// # Errors
/// Where none comes whole in time, or what comes is none.
pub(super) fn read(stream: &mut TcpStream) -> io::Result<Request> {
    let end = Instant::now() + PATIENCE;
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() || head.len() > LONGEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        stream.set_read_timeout(Some(left))?;
        let length = stream.read(&mut piece)?;
        if length == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        head.extend_from_slice(&piece[..length]);
        match parse(&head) {
            Ok(Some(request)) => return Ok(request),
            Ok(None) => {}
            Err(_) => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

/// The request, if its head is whole.
fn parse(head: &[u8]) -> Result<Option<Request>, httparse::Error> {
    let mut headers = [EMPTY_HEADER; MOST_HEADERS];
    let mut request = Head::new(&mut headers);
    let Status::Complete(_) = request.parse(head)? else { return Ok(None) };
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let hosts = request.headers.iter();
    let mut hosts = hosts.filter(|header| header.name.eq_ignore_ascii_case("host"));
    let host = match (hosts.next(), hosts.next()) {
        (Some(host), None) => str::from_utf8(host.value).ok().map(str::to_owned),
        (Some(_) | None, _) => None,
    };
    Ok(Some(Request { method: text(request.method), path: text(request.path), host }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_when_it_is_whole() {
        let whole = b"GET /a/b HTTP/1.1\r\nhOST: 127.0.0.1:1\r\nX: y\r\n\r\nmore";
        let wanted = Request {
            method: "GET".to_owned(),
            path: "/a/b".to_owned(),
            host: Some("127.0.0.1:1".to_owned()),
        };
        let end = whole.len() - 4;
        for length in 0..end {
            assert_eq!(parse(&whole[..length]), Ok(None), "{length}");
        }
        assert_eq!(parse(whole), Ok(Some(wanted)));
        let host = |head: &[u8]| parse(head).unwrap().unwrap().host;
        assert_eq!(host(b"GET / HTTP/1.1\r\n\r\n"), None);
        assert_eq!(host(b"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), None);
        assert_eq!(host(b"GET / HTTP/1.1\r\nHost: \xff\r\n\r\n"), None);
        for broken in [&b"\0"[..], b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"] {
            assert!(parse(broken).is_err());
        }
        assert!(parse(&b"GET / HTTP/1.1\r\n".repeat(200)).is_err());
    }
}
