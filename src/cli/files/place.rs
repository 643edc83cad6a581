//! Which file a path leads to, whatever it is called: through links and `..`, in capitals or
//! not, with its accents composed or not.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf, absolute};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::temporary::folder_of;

/// A file, known by the folder in which it really lies and its name. Two paths to one file have
/// one place. Names that differ only in capitals or in how their accents are written are one,
/// as they are for Windows and macOS: what is told does not depend on the machine.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Place {
    /// One for all files in it: a run may have very many.
    folder: Arc<Path>,
    name: Box<OsStr>,
}

/// The places of the files of a run; each folder is looked up once.
#[derive(Debug, Default)]
pub(super) struct Places {
    folders: HashMap<PathBuf, Arc<Path>>,
}

impl Places {
    /// Where a path leads; the file need not be there, nor its folder.
    pub(super) fn of(&mut self, path: &Path) -> Place {
        let path = destination(path).unwrap_or_else(|_| path.to_owned());
        if let Some(name) = path.file_name() {
            let folder = self.folder(folder_of(&path));
            return Place { folder, name: folded(name).into() };
        }
        let whole = self.folder(&path);
        let name = folded(whole.file_name().unwrap_or_default());
        Place { folder: folder_of(&whole).into(), name: name.into() }
    }

    fn folder(&mut self, folder: &Path) -> Arc<Path> {
        if let Some(known) = self.folders.get(folder) {
            return Arc::clone(known);
        }
        let found: Arc<Path> = real_folder(folder).into();
        self.folders.insert(folder.to_owned(), Arc::clone(&found));
        found
    }
}

/// Longer paths are no system's; they are taken as they are.
const LONGEST: usize = 32 * 1024;

/// Where a folder really lies, as far as it is there.
fn real_folder(folder: &Path) -> PathBuf {
    let whole = absolute(folder).unwrap_or_else(|_| folder.to_owned());
    if whole.as_os_str().len() > LONGEST {
        return whole;
    }
    for there in whole.ancestors() {
        let Ok(mut found) = fs::canonicalize(there) else { continue };
        for part in whole.strip_prefix(there).into_iter().flat_map(Path::components) {
            match part {
                Component::Normal(name) => found.push(folded(name)),
                Component::ParentDir => {
                    found.pop();
                }
                Component::Prefix(_) | Component::RootDir | Component::CurDir => {}
            }
        }
        return found;
    }
    whole
}

/// A name as all systems compare names.
fn folded(name: &OsStr) -> OsString {
    match name.to_str() {
        Some(name) => {
            name.nfc().collect::<String>().to_lowercase().nfc().collect::<String>().into()
        }
        None => name.to_owned(),
    }
}

/// A path that can be compared with others: its real folder, its name as all systems compare names.
pub(crate) fn comparable(path: &Path) -> PathBuf {
    let Place { folder, name } = Places::default().of(path);
    folder.iter().map(folded).collect::<PathBuf>().join(&*name)
}

/// The same of a link itself, wherever it leads.
pub(crate) fn comparable_itself(path: &Path) -> PathBuf {
    let Some(name) = path.file_name() else { return comparable(path) };
    let folder = real_folder(folder_of(path));
    folder.iter().map(folded).collect::<PathBuf>().join(folded(name))
}

/// The links on the way of a path: each by the folder in which it really lies.
pub(crate) fn links(path: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(whole) = absolute(path) else { return found };
    let parts = |path: &Path| -> Vec<OsString> {
        path.components().rev().map(|part| part.as_os_str().to_owned()).collect()
    };
    let (mut place, mut left) = (PathBuf::new(), parts(&whole));
    while let Some(part) = left.pop() {
        if part == ".." {
            place.pop();
            continue;
        }
        if part == "." {
            continue;
        }
        // What begins at a root begins anew there.
        place.push(part);
        let Ok(next) = fs::read_link(&place) else { continue };
        found.push(place.clone());
        if found.len() > MOST_LINKS {
            break;
        }
        place.pop();
        left.extend(parts(&next));
    }
    found
}

/// As many links follow each other at most, as Linux has it.
const MOST_LINKS: usize = 40;

/// The file at the end of all links, be it there or not.
///
/// # Errors
/// Where the links lead in a circle.
pub(crate) fn destination(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&place) {
            Ok(next) => place = folder_of(&place).join(next),
            Err(_) => return Ok(place),
        }
    }
    // The system has its own words for it.
    fs::metadata(path).and(Err(io::ErrorKind::Unsupported.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_to_one_file_have_one_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        fs::create_dir_all(path.join("a/b")).unwrap();
        fs::write(path.join("a/Ảnh.png"), "").unwrap();
        let mut places = Places::default();
        let mut same = |one: &str, other: &str| {
            places.of(&path.join(one)) == places.of(&path.join(other))
        };
        for (one, other) in [
            ("a/x.pdf", "a/./b/../x.pdf"),
            ("a/x.pdf", "a/X.PDF"),
            ("a/ảnh.png", "a/A\u{309}nh.png"),
            ("a/ẢNH.png", "a/a\u{309}nh.png"),
            ("mới/x.pdf", "Mới/khác/../x.pdf"),
            ("a/..", "."),
            ("a/b", "a/b/"),
        ] {
            assert!(same(one, other), "{one} and {other}");
        }
        for (one, other) in [
            ("a/x.pdf", "x.pdf"),
            ("a/x.pdf", "a/x.png"),
            ("a/anh.png", "a/ảnh.png"),
            ("mới/x.pdf", "mới/khác/x.pdf"),
        ] {
            assert!(!same(one, other), "{one} and {other}");
        }
        assert!(!same(&"a/".repeat(60_000), &"b/".repeat(60_000)));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_to_their_end() {
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        fs::create_dir(path.join("a")).unwrap();
        symlink("a", path.join("b")).unwrap();
        symlink("b/x.pdf", path.join("1.pdf")).unwrap();
        symlink(path.join("1.pdf"), path.join("2.pdf")).unwrap();
        symlink("3.pdf", path.join("3.pdf")).unwrap();
        let mut places = Places::default();
        let end = places.of(&path.join("a/x.pdf"));
        for link in ["b/x.pdf", "1.pdf", "2.pdf"] {
            assert_eq!(places.of(&path.join(link)), end, "{link}");
        }
        assert!(destination(&path.join("3.pdf")).is_err());
        assert_eq!(places.of(&path.join("3.pdf")), places.of(&path.join("3.PDF")));
        let name = |byte: u8| path.join(OsStr::from_bytes(&[b'a', byte]));
        assert_ne!(places.of(&name(0xfe)), places.of(&name(0xff)));
    }
}
