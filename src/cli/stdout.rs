//! Results on standard output.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::cli::terminal::{Message, file_errors};

/// What stands for standard output in messages.
pub(crate) const STDOUT: &str = "(đầu ra chuẩn)";

/// Writes a text to standard output, which may be closed: whoever closes it does not want to
/// read, and the exit code says how it went.
///
/// # Errors
/// Says why that is not possible.
pub(crate) fn print(text: &str) -> Result<(), Message> {
    write(text.as_bytes())
}

/// Writes a document to standard output, which it was sent to by `-o -`: it must go somewhere.
///
/// # Errors
/// Says why that is not possible.
pub(crate) fn write_document(bytes: &[u8]) -> Result<(), Message> {
    if was_closed() {
        return Err(file_errors::closed_output());
    }
    write(bytes)
}

fn write(bytes: &[u8]) -> Result<(), Message> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => {
            other.map_err(|error| file_errors::unwritable(Path::new(STDOUT), &error))
        }
    }
}

/// Whether standard output was closed when the program began (`>&-`). Rust opens `/dev/null` in
/// its place before `main`, to read and to write, where `> /dev/null` of a shell is there to
/// write alone. It can be told on Linux only, and not from a program that passes `/dev/null` on
/// open to both (`subprocess.DEVNULL` of Python): so only a document's way is looked at.
fn was_closed() -> bool {
    let is_null =
        fs::read_link("/proc/self/fd/1").is_ok_and(|to| to == Path::new("/dev/null"));
    is_null
        && fs::read_to_string("/proc/self/fdinfo/1")
            .is_ok_and(|about| is_read_too(&about))
}

/// Whether a file is open to be read and written, by what Linux says of it.
fn is_read_too(about: &str) -> bool {
    let flags = about.lines().find_map(|line| line.strip_prefix("flags:"));
    let flags = flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    flags.is_some_and(|flags| flags & 0o3 == 0o2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_file_is_open_is_read() {
        for (about, both) in [
            ("pos:\t0\nflags:\t0100002\nmnt_id:\t13\n", true),
            ("pos:\t0\nflags:\t02\n", true),
            ("pos:\t0\nflags:\t0100001\nmnt_id:\t13\n", false),
            ("pos:\t0\nflags:\t0102001\n", false),
            ("flags:\tx\n", false),
            ("", false),
        ] {
            assert_eq!(is_read_too(about), both, "{about}");
        }
    }
}
