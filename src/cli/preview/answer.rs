//! What is answered to a request: a file of the page, a page of the document, or why nothing.

use std::io::{self, Write};

use super::request::Request;
use super::view::View;

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer<'a> {
    /// A file: its kind, what else is said of it, its bytes.
    File(&'static str, Vec<(&'static str, String)>, &'a [u8]),
    /// The changes, as long as somebody listens.
    Events,
    /// Nothing, by its status.
    Refused(&'static str),
}

/// What the page may do: load what this server gives, and nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// What a drawing may do by itself: its colours, and pictures within it.
const DRAWING_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

const NOT_FOUND: Answer<'static> = Answer::Refused("404 Not Found");

/// Where the page is, and who may ask for it.
pub(super) struct Site {
    pub(super) port: u16,
    /// What only the user knows who started the program.
    pub(super) token: String,
    /// What the PDF is called when it is kept.
    pub(super) pdf_name: String,
}

impl Site {
    /// The answer to a request.
    pub(super) fn answer<'a>(&self, request: &Request, view: &'a View) -> Answer<'a> {
        // A page from elsewhere whose name was made to lead here has another host.
        let host = request.host.as_deref().unwrap_or_default();
        if !["127.0.0.1", "localhost"].iter().any(|own| self.is_host(host, own)) {
            return Answer::Refused("403 Forbidden");
        }
        if request.method != "GET" {
            return Answer::Refused("405 Method Not Allowed");
        }
        let inner = request.path.strip_prefix('/').and_then(|path| path.split_once('/'));
        let Some((token, inner)) = inner else {
            return Answer::Refused("403 Forbidden");
        };
        if !is_same(token, &self.token) {
            return Answer::Refused("403 Forbidden");
        }
        match inner {
            "" => html(),
            "page.css" => {
                file("text/css; charset=utf-8", include_bytes!("page/page.css"))
            }
            "page.js" => {
                file("text/javascript; charset=utf-8", include_bytes!("page/page.js"))
            }
            "icon.svg" => drawing(include_bytes!("page/icon.svg")),
            "events" => Answer::Events,
            "pdf" => view.pdf().map_or(NOT_FOUND, |pdf| self.pdf(pdf)),
            other => {
                let id = other.strip_prefix("pages/");
                let id = id.and_then(|name| name.strip_suffix(".svg"));
                id.and_then(|id| view.svg(id)).map_or(NOT_FOUND, drawing)
            }
        }
    }

    fn is_host(&self, host: &str, name: &str) -> bool {
        let port = host.strip_prefix(name).and_then(|rest| rest.strip_prefix(':'));
        port == Some(self.port.to_string().as_str())
    }

    fn pdf<'a>(&self, pdf: &'a [u8]) -> Answer<'a> {
        let name = percent_encoded(&self.pdf_name);
        let kept = format!("attachment; filename*=UTF-8''{name}");
        Answer::File("application/pdf", vec![("Content-Disposition", kept)], pdf)
    }
}

fn html() -> Answer<'static> {
    let policy = vec![("Content-Security-Policy", POLICY.to_owned())];
    Answer::File("text/html; charset=utf-8", policy, include_bytes!("page/page.html"))
}

fn file<'a>(kind: &'static str, bytes: &'a [u8]) -> Answer<'a> {
    Answer::File(kind, Vec::new(), bytes)
}

fn drawing(bytes: &[u8]) -> Answer<'_> {
    let policy = vec![("Content-Security-Policy", DRAWING_POLICY.to_owned())];
    Answer::File("image/svg+xml", policy, bytes)
}

/// Whether two texts are the same; how long that takes does not tell where they differ.
fn is_same(one: &str, other: &str) -> bool {
    let pairs = one.bytes().zip(other.bytes());
    one.len() == other.len() && pairs.fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// A name as headers take it (RFC 8187).
fn percent_encoded(name: &str) -> String {
    let byte = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    name.bytes().map(byte).collect()
}

/// What every answer says of itself.
pub(super) const COMMON: &str = "X-Content-Type-Options: nosniff\r\n\
                                 Referrer-Policy: no-referrer\r\n\
                                 Cross-Origin-Resource-Policy: same-origin\r\n\
                                 Cross-Origin-Opener-Policy: same-origin\r\n\
                                 X-Frame-Options: DENY\r\n\
                                 Cache-Control: no-store\r\n\
                                 Connection: close\r\n";

/// Writes a file.
pub(super) fn write_file(
    out: &mut impl Write,
    kind: &str,
    headers: &[(&str, String)],
    bytes: &[u8],
) -> io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{COMMON}",
        bytes.len()
    );
    head.extend(headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")));
    out.write_all((head + "\r\n").as_bytes())?;
    out.write_all(bytes)
}

/// Writes that there is nothing, and why.
pub(super) fn write_refusal(out: &mut impl Write, status: &str) -> io::Result<()> {
    let allow = if status.starts_with("405") { "Allow: GET\r\n" } else { "" };
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n{allow}{COMMON}\r\n");
    out.write_all(head.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_and_its_parts_are_given() {
        let (token, view) = ("0123456789abcdef".to_owned(), View::empty());
        let site = Site { port: 4321, token, pdf_name: "a.pdf".to_owned() };
        let status = |method: &str, path: &str, host: Option<&str>| {
            let (method, path) = (method.to_owned(), path.to_owned());
            let request = Request { method, path, host: host.map(str::to_owned) };
            match site.answer(&request, &view) {
                Answer::File(..) | Answer::Events => "200".to_owned(),
                Answer::Refused(status) => status[..3].to_owned(),
            }
        };
        let own = Some("127.0.0.1:4321");
        for inner in ["", "page.css", "page.js", "icon.svg", "events"] {
            let path = format!("/0123456789abcdef/{inner}");
            assert_eq!(status("GET", &path, own), "200", "{inner}");
            assert_eq!(status("GET", &path, Some("localhost:4321")), "200");
            for method in ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "get", ""] {
                assert_eq!(status(method, &path, own), "405", "{method}");
            }
            let hosts = [
                "127.0.0.1",
                "127.0.0.1:4322",
                "127.0.0.1:43210",
                "127.0.0.1:04321",
                "localhost.example.com:4321",
                "example.com:4321",
                "[::1]:4321",
                "",
            ];
            for host in hosts.into_iter().map(Some).chain([None]) {
                assert_eq!(status("GET", &path, host), "403", "{host:?}");
            }
        }
        for path in [
            "/",
            "",
            "//",
            "/0123456789abcdef",
            "/0123456789abcdee/",
            "/0123456789ABCDEF/",
            "/0123456789abcdef0/",
            "/page.js",
            "http://127.0.0.1:4321/0123456789abcdef/",
            "*",
        ] {
            assert_eq!(status("GET", path, own), "403", "{path}");
        }
        for inner in [
            "x",
            "pdf",
            "pages/",
            "pages/.svg",
            "pages/../page.js",
            "../Cargo.toml",
            "..%2fCargo.toml",
            "./",
            "page.js?",
            "/etc/passwd",
            "pages/a.svg",
        ] {
            let path = format!("/0123456789abcdef/{inner}");
            assert_eq!(status("GET", &path, own), "404", "{inner}");
        }
    }

    #[test]
    fn names_are_safe_in_a_header() {
        assert_eq!(percent_encoded("Báo \"a\"\r\n.pdf"), "B%C3%A1o%20%22a%22%0D%0A.pdf");
    }
}
