//! Names of the results of rows: numbered, or what the table says, fit for files of Windows, and
//! no two of them one file there.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::cli::arguments::build::Format;
use crate::cli::windows::{device_of, is_forbidden};
use crate::source::{composed, is_unseen};

/// The names of the results of a table, one after the other.
pub(crate) struct RowNames {
    /// What a result would be called without rows: `giay-moi.pdf`.
    base: PathBuf,
    /// The folders in which documents may have results of these names.
    folders: [PathBuf; 2],
    /// The number of the last row.
    number: usize,
    /// How many digits a number has.
    width: usize,
    taken: HashSet<String>,
}

impl RowNames {
    /// The names of so many rows of a document, beside its result `base`.
    pub(crate) fn new(base: &Path, document: &Path, rows: usize) -> Self {
        let folder = |path: &Path| path.parent().unwrap_or(Path::new("")).to_owned();
        Self {
            base: base.to_owned(),
            folders: [folder(base), folder(document)],
            number: 0,
            width: rows.to_string().len(),
            taken: HashSet::new(),
        }
    }

    /// The result of the next row, called as the table says. One without a name is numbered; of
    /// several rows with one name the later ones get a number behind it.
    pub(crate) fn next(&mut self, named: Option<&str>) -> PathBuf {
        self.number += 1;
        let (number, width) = (self.number, self.width);
        let ending = self.base.extension().unwrap_or_default().to_string_lossy();
        let stem = self.base.file_stem().unwrap_or_default().to_string_lossy();
        let name = named.and_then(safe);
        let name = name.unwrap_or_else(|| format!("{stem}-{number:0width$}"));
        let again = (2..).map(|count| format!("{name}-{count}"));
        let mut names = std::iter::once(name.clone()).chain(again);
        let free = |name: &String| {
            !self.taken.contains(&key(name)) && !self.is_of_document(name)
        };
        let name = names.find(free).unwrap_or(name);
        self.taken.insert(key(&name));
        self.base.with_file_name(format!("{name}.{ending}"))
    }

    /// Whether a document has that name, whose own result it is then.
    fn is_of_document(&self, name: &str) -> bool {
        self.folders.iter().any(|folder| {
            ["md", "yaml", "yml"]
                .iter()
                .any(|ending| folder.join(format!("{name}.{ending}")).exists())
        })
    }
}

/// What two names have in common that are one file on Windows or macOS.
fn key(name: &str) -> String {
    composed(name).to_uppercase().to_lowercase()
}

/// Most characters of a name, so that a number, an ending and the folders before it have room.
const LONGEST: usize = 100;

/// The same in bytes: a name of 255 is the longest that Linux has.
const MOST_BYTES: usize = 200;

/// A name that files of Windows can have, as near to `name` as possible; nothing, where no letter
/// of it can stand. The ending of a result that is typed with it is left out.
fn safe(name: &str) -> Option<String> {
    let is_ending = |typed: &str| {
        [Format::Pdf, Format::Png, Format::Svg, Format::Typ]
            .iter()
            .any(|format| typed.eq_ignore_ascii_case(format.extension()))
    };
    let name = composed(name);
    let bare = name.trim();
    let bare = match bare.rsplit_once('.') {
        Some((bare, typed)) if is_ending(typed) => bare,
        Some(_) | None => bare,
    };
    let fit = |c: char| match c {
        c if c.is_whitespace() => ' ',
        c if c.is_control() || is_forbidden(c) => '-',
        c => c,
    };
    let fit: String = bare.chars().filter(|c| !is_unseen(*c)).map(fit).collect();
    let words = fit.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut length = 0;
    let short: String = words
        .chars()
        .take(LONGEST)
        .take_while(|c| {
            length += c.len_utf8();
            length <= MOST_BYTES
        })
        .collect();
    let ends = |c: char| matches!(c, '.' | ' ' | '-');
    let short = short.trim_matches(ends);
    if short.is_empty() {
        return None;
    }
    let is_device = device_of(short).is_some();
    Some(if is_device { format!("_{short}") } else { short.to_owned() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cli::windows::forbidden_in;

    /// What a row says of its result, hostile ones among them.
    fn said() -> impl Strategy<Value = Option<String>> {
        let odd = "[ .:/\\\\|?*<>\"\u{0}-\u{1f}\u{200b}aAáÁo\u{302}\u{301}.]{0,9}";
        prop_oneof![
            Just(None),
            odd.prop_map(Some),
            "(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt1)( ?\\.?[a-z]{0,3})".prop_map(Some),
            "\\PC{0,300}".prop_map(Some),
            "(An|ẤN|an|a\u{302}\u{301}n|An-2|an\\.pdf|AN \\.)".prop_map(Some),
            "gm-0?[0-9]".prop_map(Some),
        ]
    }

    proptest! {
        #[test]
        fn names_are_files_of_windows_and_no_two_are_one(
            all in prop::collection::vec(said(), 1..40)
        ) {
            let mut names = RowNames::new(Path::new("ra/gm.pdf"), Path::new("gm.md"), all.len());
            let mut seen = HashSet::new();
            for one in &all {
                let path = names.next(one.as_deref());
                prop_assert_eq!(path.parent(), Some(Path::new("ra")));
                let name = path.file_name().unwrap().to_str().unwrap();
                prop_assert_eq!(forbidden_in(name), None);
                prop_assert!(!name.contains(['/', '\\']) && !name.contains(char::is_control));
                prop_assert_eq!(device_of(name), None);
                let stem = name.strip_suffix(".pdf").unwrap();
                prop_assert!(!stem.is_empty() && stem.trim_matches([' ', '.']) == stem);
                prop_assert!(name.len() < 240 && name.encode_utf16().count() < 240);
                prop_assert!(seen.insert(composed(&name.to_lowercase())), "{} twice", name);
            }
        }
    }

    #[test]
    fn a_name_stays_as_near_as_it_can() {
        for (said, name) in [
            ("Nguyễn Văn An", "Nguyễn Văn An.pdf"),
            ("Ông An/Sở Y tế.", "Ông An-Sở Y tế.pdf"),
            ("an.PDF", "an.pdf"),
            ("TP. Hồ Chí Minh", "TP. Hồ Chí Minh.pdf"),
            ("  hai\n dòng ", "hai dòng.pdf"),
            ("aux", "_aux.pdf"),
            ("..", "gm-1.pdf"),
            ("../../x", "x.pdf"),
        ] {
            let mut names = RowNames::new(Path::new("gm.pdf"), Path::new("gm.md"), 1);
            assert_eq!(names.next(Some(said)), Path::new(name), "{said}");
        }
    }
}
