//! What names and paths are on Windows alone: some names are devices', other programs hold files,
//! and a path has a long form that people are not shown.

use std::path::{Component, Path, PathBuf};

/// The name in a path that Windows keeps for a device, as `aux` in `thu/aux.md`.
pub(crate) fn device(path: &Path) -> Option<String> {
    let names = path.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str().and_then(device_of),
        _ => None,
    });
    if cfg!(windows) { names.map(str::to_owned).next() } else { None }
}

/// The device that Windows takes a name for, whatever its ending and its blanks: `Aux .md`.
pub(crate) fn device_of(name: &str) -> Option<&str> {
    let stem = name.split(['.', ':']).next()?.trim_end_matches(' ');
    let lower = stem.to_ascii_lowercase();
    let numbered = |kind| {
        let number = lower.strip_prefix(kind)?;
        let mut letters = number.chars();
        letters.next().filter(|c| matches!(c, '1'..='9' | '¹' | '²' | '³'))?;
        letters.next().is_none().then_some(())
    };
    let is_device = ["con", "prn", "aux", "nul", "conin$", "conout$"]
        .contains(&lower.as_str())
        || numbered("com").or_else(|| numbered("lpt")).is_some();
    is_device.then_some(stem)
}

/// A letter in the names of a path that no file of Windows has; what stands behind a colon would
/// go where nobody sees it.
pub(crate) fn forbidden(path: &Path) -> Option<char> {
    let names = path.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str().and_then(forbidden_in),
        _ => None,
    });
    if cfg!(windows) { names.into_iter().next() } else { None }
}

pub(crate) fn forbidden_in(name: &str) -> Option<char> {
    name.chars().find(|letter| matches!(letter, '<' | '>' | ':' | '"' | '|' | '?' | '*'))
}

/// Whether no name of a file has a letter, which may divide folders.
pub(crate) fn is_forbidden(letter: char) -> bool {
    matches!(letter, '/' | '\\')
        || forbidden_in(letter.encode_utf8(&mut [0; 4])).is_some()
}

/// A path as people know it, without the mark that the system puts before a real path.
pub(crate) fn plain(path: &Path) -> PathBuf {
    let short = path.to_str().filter(|_| cfg!(windows)).map(without_mark);
    short.map_or_else(|| path.to_owned(), PathBuf::from)
}

/// `\\?\C:\a` → `C:\a`; `\\?\UNC\may\a` → `\\may\a`.
fn without_mark(path: &str) -> String {
    let Some(rest) = path.strip_prefix(r"\\?\") else { return path.to_owned() };
    match rest.strip_prefix(r"UNC\") {
        Some(share) => format!(r"\\{share}"),
        None if rest.as_bytes().get(1) == Some(&b':') => rest.to_owned(),
        None => path.to_owned(),
    }
}

/// The path in a form that every call of the system takes, however long it is: `MoveFileExW`, to
/// which a temporary file owes its name, takes 259 letters of any other one.
pub(crate) fn reachable(path: PathBuf) -> PathBuf {
    /// A temporary name beside it may be this much longer; a letter has three bytes at most.
    const SHORT: usize = 259 - 20;
    let is_long = || {
        let whole = std::path::absolute(&path);
        whole.is_ok_and(|whole| whole.as_os_str().len() > SHORT)
    };
    if !cfg!(windows) || !is_long() {
        return path;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize();
    match (folder, path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

/// Whether another program holds a file, so that it cannot be replaced: the system says only that
/// this is not allowed.
#[cfg(windows)]
pub(crate) fn is_held(path: &Path) -> bool {
    use std::os::windows::fs::OpenOptionsExt;
    /// `ERROR_SHARING_VIOLATION`.
    const HELD: i32 = 32;
    let opened = std::fs::OpenOptions::new().write(true).share_mode(0).open(path);
    opened.is_err_and(|error| error.raw_os_error() == Some(HELD))
}

#[cfg(not(windows))]
pub(crate) fn is_held(_: &Path) -> bool {
    false
}

/// The names of a folder that fit `*.md` or `tb-0?.md`, which no shell of Windows fills in.
pub(crate) fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_lowercase(), name.to_lowercase());
    let (pattern, name): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), name.chars().collect());
    // Where the last star stands, and from where on it may take one letter more.
    let (mut at, mut from, mut star) = (0, 0, None);
    while from < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, from));
                at += 1;
            }
            Some(&letter) if letter == '?' || letter == name[from] => {
                at += 1;
                from += 1;
            }
            Some(_) | None => {
                let Some((last, taken)) = star else { return false };
                star = Some((last, taken + 1));
                at = last + 1;
                from = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|letter| *letter == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_told_from_others() {
        for (name, device) in [
            ("CON", "CON"),
            ("aux.md", "aux"),
            ("Nul .thu.md", "Nul"),
            ("prn:", "prn"),
            ("com1.md", "com1"),
            ("LPT².md", "LPT²"),
            ("conin$", "conin$"),
        ] {
            assert_eq!(device_of(name), Some(device), "{name}");
        }
        for name in ["", ".", "con-1.md", "công.md", "com.md", "com0", "com10", "tb.con"]
        {
            assert_eq!(device_of(name), None, "{name}");
        }
        let path = Path::new("thư/aux.md");
        assert_eq!(device(path).is_some(), cfg!(windows));
    }

    #[test]
    fn letters_that_no_name_has_are_found() {
        for (name, letter) in
            [("5:2026.md", Some(':')), ("ai?.md", Some('?')), ("Số 5 – “a”.md", None)]
        {
            assert_eq!(forbidden_in(name), letter, "{name}");
        }
    }

    #[test]
    fn the_mark_of_a_real_path_is_left_out() {
        for (path, wanted) in [
            (r"\\?\C:\Văn bản\tb.md", r"C:\Văn bản\tb.md"),
            (r"\\?\UNC\may-chu\chung\tb.md", r"\\may-chu\chung\tb.md"),
            (r"\\?\Volume{1}\tb.md", r"\\?\Volume{1}\tb.md"),
            (r"C:\tb.md", r"C:\tb.md"),
            ("tb.md", "tb.md"),
        ] {
            assert_eq!(without_mark(path), wanted);
        }
    }

    #[test]
    fn stars_and_question_marks_stand_for_letters() {
        for (pattern, name) in [
            ("*.md", "Thông báo.md"),
            ("*.MD", "tb.md"),
            ("tb-0?.md", "tb-05.md"),
            ("*", ""),
            ("*a*b*.md", "xaxxabyb.md"),
            ("*05*", "tb-2026-05.md"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("*.md", "tb.mdx"),
            ("tb-0?.md", "tb-0.md"),
            ("?", ""),
            ("*a*b", "ba"),
            ("", "a"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
    }
}
