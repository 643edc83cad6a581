//! The fonts that a user brings along.

use std::fs;
use std::path::Path;

use super::read::{LARGEST, read_regular};
use crate::cli::digest::Digest;
use crate::cli::terminal::{Message, file_errors};
use crate::typeset::Engine;

/// Fonts to take before those of the program; they live as long as the run.
#[derive(Clone, Copy, Default)]
pub(crate) struct Fonts {
    /// The engine that has them; none for those of the program alone.
    pub(crate) engine: Option<&'static Engine>,
    /// The folder they were read from.
    pub(crate) folder: Option<&'static Path>,
    /// What stands for them.
    pub(crate) digest: Option<Digest>,
}

/// Reads the fonts of a folder.
///
/// # Errors
/// With what says what could not be read, or that there is no font for documents.
pub(crate) fn read(folder: Option<&Path>) -> Result<Fonts, Message> {
    let Some(folder) = folder else { return Ok(Fonts::default()) };
    let unreadable = |error| file_errors::unreadable(folder, &error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        paths.push(entry.map_err(unreadable)?.path());
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths.into_iter().filter(|path| is_font(path)) {
        let bytes = read_regular(&path, LARGEST);
        files.push(bytes.map_err(|error| file_errors::unreadable(&path, &error))?);
    }
    let digest = Some(Digest::of_all(files.iter().map(Vec::as_slice)));
    let engine = Engine::with_fonts(files);
    if !engine.has_own() {
        return Err(file_errors::no_fonts(folder));
    }
    let folder = Some(&*Box::leak(folder.into()));
    Ok(Fonts { engine: Some(Box::leak(Box::new(engine))), folder, digest })
}

fn is_font(path: &Path) -> bool {
    let known = ["ttf", "otf", "ttc", "otc"];
    path.extension().is_some_and(|e| known.iter().any(|k| e.eq_ignore_ascii_case(k)))
}
