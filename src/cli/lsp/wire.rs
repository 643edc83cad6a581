//! Messages as they come in and go out: a head with the length, then JSON. What is no message is
//! told and passed over, where `lsp-server` itself would end the connection.

use std::io::{self, BufRead, Read, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

/// The longest message that is read; a document may have a tenth of it.
const LONGEST: u64 = 128 * 1024 * 1024;

/// The longest line of a head that is looked at as one.
const LONGEST_LINE: u64 = 4096;

/// What stands in a head before the length.
const LENGTH: &str = "content-length:";

/// What came, and is no message of the protocol.
#[derive(Debug, Clone)]
pub(super) struct Malformed {
    code: ErrorCode,
    id: Value,
    why: String,
}

/// The next message; nothing at the end of the input.
///
/// # Errors
/// Where the input cannot be read.
pub(super) fn read(
    from: &mut impl BufRead,
) -> io::Result<Option<Result<Message, Malformed>>> {
    let Some(length) = head(from)? else { return Ok(None) };
    let mut body = Vec::new();
    if length > LONGEST {
        io::copy(&mut from.take(length), &mut io::sink())?;
        let why = format!("a message of {length} bytes is too long");
        let code = ErrorCode::InvalidRequest;
        return Ok(Some(Err(Malformed { code, id: Value::Null, why })));
    }
    from.take(length).read_to_end(&mut body)?;
    let whole = u64::try_from(body.len()).is_ok_and(|read| read == length);
    Ok(whole.then(|| message(&body)))
}

/// The length of the message behind the next head; nothing at the end of the input. Lines that
/// say something else are passed over, so that the reader finds its way again behind a message
/// whose length was wrong.
fn head(from: &mut impl BufRead) -> io::Result<Option<u64>> {
    let (mut length, mut line) = (None, Vec::new());
    loop {
        line.clear();
        if from.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&line).to_ascii_lowercase();
        if let Some((_, number)) = text.rsplit_once(LENGTH) {
            length = number.trim().parse().ok();
        } else if text.trim().is_empty() && length.is_some() {
            return Ok(length);
        }
    }
}

fn message(body: &[u8]) -> Result<Message, Malformed> {
    let malformed = |code, id, error: serde_json::Error| Malformed {
        code,
        id,
        why: error.to_string(),
    };
    let json: Value = serde_json::from_slice(body)
        .map_err(|error| malformed(ErrorCode::ParseError, Value::Null, error))?;
    let id = json.get("id").filter(|id| id.is_string() || id.is_i64()).cloned();
    serde_json::from_value(json).map_err(|error| {
        malformed(ErrorCode::InvalidRequest, id.unwrap_or_default(), error)
    })
}

/// Writes a message.
///
/// # Errors
/// Where nobody listens any more.
pub(super) fn write(out: &mut impl Write, message: &Message) -> io::Result<()> {
    message.write(out)
}

/// Answers what is no message.
///
/// # Errors
/// Where nobody listens any more.
pub(super) fn refuse(out: &mut impl Write, malformed: &Malformed) -> io::Result<()> {
    let Malformed { code, id, why } = malformed;
    let error = json!({ "code": *code as i32, "message": why });
    let text = json!({ "jsonrpc": "2.0", "id": id, "error": error }).to_string();
    write!(out, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of some bytes: methods, and the codes of what is no message.
    fn heard(bytes: &[u8]) -> Vec<String> {
        let mut from = bytes;
        let mut heard = Vec::new();
        while let Some(next) = read(&mut from).unwrap() {
            heard.push(match next {
                Ok(Message::Request(request)) => request.method,
                Ok(Message::Notification(note)) => note.method,
                Ok(Message::Response(_)) => "response".to_owned(),
                Err(Malformed { code, id, .. }) => format!("{} {id}", code as i32),
            });
        }
        heard
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn what_is_no_message_is_passed_over() {
        let good = framed(r#"{"jsonrpc":"2.0","method":"a"}"#);
        for (bad, wanted) in [
            (framed("{"), vec!["-32700 null", "a"]),
            (framed("[1]"), vec!["-32600 null", "a"]),
            (framed(r#"{"id":7}"#), vec!["-32600 7", "a"]),
            (framed(&"[".repeat(100_000)), vec!["-32700 null", "a"]),
            ("Content-Length: x\r\n\r\nabc\r\n\r\n".to_owned(), vec!["a"]),
            ("\r\n\r\nGET / HTTP/1.1\r\n\r\n".to_owned(), vec!["a"]),
            // One byte too few.
            (framed("{}}").replace(": 3", ": 2"), vec!["-32600 null", "a"]),
            (
                good.replace("Content-Length", "Content-Type: x\r\ncontent-length"),
                vec!["a", "a"],
            ),
        ] {
            assert_eq!(heard(format!("{bad}{good}").as_bytes()), wanted, "{bad:.100}");
        }
        assert!(heard(&good.as_bytes()[..good.len() - 1]).is_empty());
        assert!(heard(b"Content-Length: 99999999999999999\r\n\r\n{}").len() < 2);
    }
}
