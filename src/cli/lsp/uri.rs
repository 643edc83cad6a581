//! The addresses by which editors name files (`file:///c%3A/v%C4%83n%20b%E1%BA%A3n/tb.md`).

use std::path::{Path, PathBuf};

use url::Url;

/// The path of a file's address; nothing for what is no file.
pub(super) fn path(uri: &str) -> Option<PathBuf> {
    let url = Url::parse(uri).ok().filter(|url| url.scheme() == "file")?;
    url.to_file_path().ok()
}

/// The address of a file by its whole path; any other path stays as it is.
pub(super) fn of(path: &Path) -> String {
    Url::from_file_path(path).map_or_else(|()| path.display().to_string(), String::from)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_files_and_back() {
        let place = Path::new("/nhà/văn bản/100%, a#b?.md");
        assert_eq!(path(&of(place)).as_deref(), Some(place));
        assert_eq!(of(Path::new("tb.md")), "tb.md");
        for (uri, wanted) in [
            ("file:///a/v%c4%83n%20b.md", Some("/a/văn b.md")),
            ("file://localhost/a", Some("/a")),
            ("file:///a%", Some("/a%")),
            ("file:///a%zz%2b", Some("/a%zz+")),
            ("untitled:Untitled-1", None),
            ("https://example.vn/a.md", None),
            ("file://may-chu/a.md", None),
            ("tb.md", None),
        ] {
            assert_eq!(path(uri).as_deref(), wanted.map(Path::new), "{uri}");
        }
    }
}
