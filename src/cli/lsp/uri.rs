//! The addresses by which editors name files (`file:///c%3A/v%C4%83n%20b%E1%BA%A3n/tb.md`).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const SCHEME: &str = "file://";

/// The path of a file's address; nothing for what is no file.
pub(super) fn path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix(SCHEME)?;
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let bytes = decoded(rest);
    native(bytes)
}

#[cfg(unix)]
fn native(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    let path = PathBuf::from(std::ffi::OsString::from_vec(bytes));
    path.is_absolute().then_some(path)
}

#[cfg(not(unix))]
fn native(bytes: Vec<u8>) -> Option<PathBuf> {
    let text = String::from_utf8(bytes).ok()?;
    // `/c:/a` is a drive, `server/a` a folder that another machine shares.
    let path = match text.strip_prefix('/') {
        Some(drive) => drive.to_owned(),
        None => format!("//{text}"),
    };
    let path = PathBuf::from(path.replace('/', "\\"));
    path.is_absolute().then_some(path)
}

fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|two| str::from_utf8(two).ok());
        let digits = digits.filter(|two| two.bytes().all(|b| b.is_ascii_hexdigit()));
        let byte = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        if let Some(byte) = byte.filter(|_| first == b'%') {
            bytes.push(byte);
            rest = &behind[2..];
        } else {
            bytes.push(first);
            rest = behind;
        }
    }
    bytes
}

/// The address of a file.
pub(super) fn of(path: &Path) -> String {
    let mut uri = SCHEME.to_owned();
    let text = path.as_os_str().as_encoded_bytes();
    let text: Vec<u8> = if cfg!(windows) {
        let slashes = text.iter().map(|b| if *b == b'\\' { b'/' } else { *b });
        slashes.collect()
    } else {
        text.to_owned()
    };
    let text = match text.strip_prefix(b"//") {
        Some(shared) if cfg!(windows) => shared,
        _ if text.starts_with(b"/") => &text,
        _ => {
            uri.push('/');
            &text
        }
    };
    for &byte in text {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_files_and_back() {
        let place = Path::new("/nhà/văn bản/100%, a#b?.md");
        assert_eq!(path(&of(place)).as_deref(), Some(place));
        for (uri, wanted) in [
            ("file:///a/v%c4%83n%20b.md", Some("/a/văn b.md")),
            ("file://localhost/a", Some("/a")),
            ("file:///a%", Some("/a%")),
            ("file:///a%zz%2b", Some("/a%zz+")),
            ("untitled:Untitled-1", None),
            ("file://", None),
        ] {
            assert_eq!(path(uri).as_deref(), wanted.map(Path::new), "{uri}");
        }
    }
}
