//! `vanban check --fix`: mends in the files what can be mended for certain.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Report;
use crate::cli::files::folder::is_defaults;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::replace;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::terminal::{Message, Terminal, file_errors, results};
use crate::cli::worker::{Work, Workers};
use crate::diagnostic::{Fix, mended};
use crate::source::FileId;

/// Writes the fixes of one document into its files and says what was mended. A file that cannot
/// be read stays as it is.
///
/// # Errors
/// With what says which file could not be written and why.
pub(super) fn apply(
    file: &Path,
    surroundings: &Surroundings<'_>,
    terminal: &Terminal,
    workers: &Workers,
) -> Result<(), Message> {
    if is_defaults(file) {
        return Ok(());
    }
    let Ok(loaded) = Loaded::read(file, surroundings) else { return Ok(()) };
    let mut paths = loaded.paths();
    let attached = loaded.attachments().into_iter();
    paths.extend(attached.map(|path| (path.display().to_string(), path)));
    let found = workers.run(loaded, Work::Typeset)?.report;
    for file in files(&found) {
        let source = found.sources.get(file);
        let named = paths.iter().find(|(name, _)| name == source.name());
        let Some((_, path)) = named else { continue };
        let after = mended(source.text(), file, fixes(&found, file));
        write(path, source.text(), &after)?;
        surroundings.forget();
        report(&found, file, path, terminal);
    }
    Ok(())
}

/// Says what was mended in a file.
fn report(found: &Report, file: FileId, path: &Path, terminal: &Terminal) {
    for diagnostic in &found.diagnostics {
        let edits = diagnostic.fix.iter().flatten();
        if let Some(edit) = edits.into_iter().find(|edit| edit.span.file == file) {
            // What is taken out may begin with the line end before it.
            let here = diagnostic.span.file == file;
            let at = if here { diagnostic.span.start } else { edit.span.start };
            let line = found.sources.get(file).position(at).line;
            let what = diagnostic.words(terminal.lang()).message;
            terminal.say(&results::fixed(path, line, what));
        }
    }
}

/// How many problems can be mended.
pub(super) fn count(found: &Report) -> usize {
    found.diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()).count()
}

/// The files that fixes concern.
fn files(found: &Report) -> BTreeSet<FileId> {
    let edits = found.diagnostics.iter().filter_map(|d| d.fix.as_ref()).flatten();
    edits.map(|edit| edit.span.file).collect()
}

/// The fixes that concern only this file.
fn fixes(found: &Report, file: FileId) -> impl Iterator<Item = &Fix> {
    let all = found.diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
    all.filter(move |fix| fix.iter().all(|edit| edit.span.file == file))
}

/// Replaces a file, unless it is no more what was read.
fn write(path: &Path, before: &str, after: &str) -> Result<(), Message> {
    let unwritable = |error| file_errors::unwritable(path, &error);
    // A link stays; what it leads to is replaced.
    let place: PathBuf = fs::canonicalize(path).map_err(unwritable)?;
    let now = fs::read(&place).map_err(unwritable)?;
    if now != before.as_bytes() {
        return Err(file_errors::changed(path));
    }
    replace(&place, after.as_bytes()).map_err(unwritable)
}
