//! The document's own folder: its pictures, the files of its appendices, and the office's defaults
//! and templates in it or above it.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::asked::{AllAsked, Asked};
use super::read::{LARGEST, read_regular, read_some};
use super::template_folder;
use super::unsaved::Unsaved;
use crate::cli::digest::Digest;
use crate::cli::terminal::{Message, file_errors};
use crate::cli::windows::plain;
use crate::template::Templates;
use crate::typeset::Files;

/// A folder; nothing outside it can be read, not even through a link.
#[derive(Clone)]
pub(crate) struct Folder {
    root: Option<PathBuf>,
    shown: PathBuf,
    /// The pictures and files of appendices that were asked for so far; a copy of the folder
    /// shares them.
    asked: Arc<Mutex<AllAsked>>,
    /// Whether what stands in them is kept in mind.
    watches: bool,
    /// What an editor holds of the files here and above.
    unsaved: Unsaved,
}

impl Folder {
    /// The folder in which a document stands; for standard input the current one.
    pub(crate) fn of(document: &Path) -> Self {
        let shown = document.parent().unwrap_or(Path::new("")).to_owned();
        let parent = if shown.as_os_str().is_empty() { Path::new(".") } else { &shown };
        let root = fs::canonicalize(parent).ok();
        let unsaved = Unsaved::default();
        Self { root, shown, asked: Arc::default(), watches: false, unsaved }
    }

    /// The folder with the files that an editor has open.
    pub(crate) fn over(self, unsaved: Unsaved) -> Self {
        Self { unsaved, ..self }
    }

    /// What an editor holds of the files in it.
    pub(super) fn unsaved(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        let root = self.root.as_deref();
        root.into_iter().flat_map(|root| self.unsaved.below(root))
    }

    /// The folder, which keeps in mind what stands in the files that are asked for.
    pub(super) fn watching(self, watches: bool) -> Self {
        Self { watches, ..self }
    }

    /// Whether it keeps in mind what stands in the files that are asked for.
    pub(super) fn watches(&self) -> bool {
        self.watches
    }

    /// What the folder is known by.
    pub(super) fn key(&self) -> FolderKey {
        (self.root.clone(), self.shown.clone())
    }

    /// The pictures that were asked for so far, as shown to the user.
    pub(crate) fn pictures(&self) -> Vec<PathBuf> {
        let asked = self.asked();
        let there = asked.into_iter().filter(|(_, asked)| asked.is_there());
        there.map(|(path, _)| self.shown.join(path)).collect()
    }

    /// The files that were asked for so far, be they there or not, as shown to the user.
    pub(crate) fn asked_paths(&self) -> Vec<PathBuf> {
        self.asked().keys().map(|path| self.shown.join(path)).collect()
    }

    /// What was asked for so far, and what became of it.
    pub(crate) fn asked(&self) -> AllAsked {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Notes what was asked for, perhaps by another process.
    pub(crate) fn note(&self, asked: AllAsked) {
        let mut all = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        for (path, now) in asked {
            all.entry(path).and_modify(|asked| *asked = asked.again(now)).or_insert(now);
        }
    }

    /// Whether the files that were asked for are still as they were.
    pub(crate) fn has_still(&self, asked: &AllAsked) -> bool {
        asked.iter().all(|(path, then)| {
            let full = self.picture(path);
            let now = full
                .map_or(Asked::Missing, |full| Asked::Held(Digest::of(&bytes(&full))));
            *then == now
        })
    }

    /// A picture that is there, as shown to the user.
    pub(super) fn shown_picture(&self, path: &str) -> Option<PathBuf> {
        self.picture(path).map(|_| self.shown.join(path))
    }

    /// Where a picture lies that is there.
    fn picture(&self, path: &str) -> Option<PathBuf> {
        let root = self.root.as_ref()?;
        let relative = Path::new(path);
        let inside = relative.components().all(|c| matches!(c, Component::Normal(_)));
        let full = fs::canonicalize(root.join(relative)).ok()?;
        (inside && full.starts_with(root) && !full.is_dir()).then_some(full)
    }
}

/// What a folder is known by: where it really is, and what the user calls it.
pub(super) type FolderKey = (Option<PathBuf>, PathBuf);

/// A file's name, as shown to the user, and its bytes.
pub(crate) type NamedFile = (String, Vec<u8>);

/// The file with an office's defaults.
const DEFAULTS: &str = "vanban.yaml";

/// Whether a file is one with an office's defaults, by its name.
pub(crate) fn is_defaults(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == DEFAULTS)
}

impl Folder {
    /// The nearest `vanban.yaml`, in the folder or above it, with its name as shown to the
    /// user. The root of a repository or of a drive ends the search.
    ///
    /// # Errors
    /// Says which file is there but cannot be read.
    pub(crate) fn defaults(&self) -> Result<Option<NamedFile>, Message> {
        let Some(root) = &self.root else { return Ok(None) };
        for (above, folder) in root.ancestors().enumerate() {
            let path = folder.join(DEFAULTS);
            if let Some(bytes) = self.unsaved.get(&path) {
                let name = self.shown_above(above, folder).join(DEFAULTS);
                return Ok(Some((name.display().to_string(), bytes)));
            }
            // A link that leads nowhere is there, too: it is not passed over in silence.
            if fs::symlink_metadata(&path).is_ok() {
                let name = self.shown_above(above, folder).join(DEFAULTS);
                // One that is too large is told as such when it is decoded.
                let bytes = match fs::metadata(&path) {
                    Ok(about) if about.is_file() => {
                        fs::File::open(&path).and_then(read_some)
                    }
                    _ => read_regular(&path, 0),
                };
                let bytes =
                    bytes.map_err(|error| file_errors::unreadable(&name, &error))?;
                return Ok(Some((name.display().to_string(), bytes)));
            }
            if folder.join(".git").exists() {
                break;
            }
        }
        Ok(None)
    }

    /// The built-in templates with those of the nearest `mẫu/` in their place, in the folder or
    /// above it, and in the place of these those of the folder `first`. The root of a
    /// repository or of a drive ends the search.
    ///
    /// # Errors
    /// Says which file is there but cannot be read.
    pub(crate) fn templates(&self, first: Option<&Path>) -> Result<Templates, Message> {
        let mut templates = self.nearest_templates()?;
        if let Some(folder) = first {
            template_folder::overlay(&mut templates, folder, folder, &self.unsaved)?;
        }
        Ok(templates)
    }

    fn nearest_templates(&self) -> Result<Templates, Message> {
        let Some(root) = &self.root else { return Ok(Templates::built_in()) };
        for (above, folder) in root.ancestors().enumerate() {
            if let Some(path) = template_folder::folder_in(folder) {
                let name = path.file_name().unwrap_or_default();
                let shown = self.shown_above(above, folder).join(name);
                let mut templates = Templates::built_in();
                template_folder::overlay(&mut templates, &path, &shown, &self.unsaved)?;
                return Ok(templates);
            }
            if folder.join(".git").exists() {
                break;
            }
        }
        Ok(Templates::built_in())
    }

    /// The folder so many steps above this one, as seen from where the user is: the same for
    /// all documents below it.
    fn shown_above(&self, steps: usize, folder: &Path) -> PathBuf {
        let mut shown = self.shown.clone();
        for _ in 0..steps {
            let named =
                matches!(shown.components().next_back(), Some(Component::Normal(_)));
            if !(named && shown.pop()) {
                shown.push("..");
            }
        }
        let place = if shown.as_os_str().is_empty() { Path::new(".") } else { &shown };
        let same = fs::canonicalize(place).is_ok_and(|place| place == folder);
        if same { shown } else { plain(folder) }
    }
}

impl Files for Folder {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let bytes = self
            .picture(path)
            .map(|full| self.unsaved.get(&full).unwrap_or_else(|| bytes(&full)));
        let asked = match &bytes {
            None => Asked::Missing,
            Some(bytes) if self.watches => Asked::Held(Digest::of(bytes)),
            Some(_) => Asked::Read,
        };
        self.note([(path.to_owned(), asked)].into());
        bytes
    }
}

/// What stands in a picture. What is there and cannot be read is a broken picture, not a missing
/// one.
fn bytes(full: &Path) -> Vec<u8> {
    read_regular(full, LARGEST).unwrap_or_default()
}
