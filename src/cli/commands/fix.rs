//! `vanban check --fix` and `--diff`: mends in the files what can be mended for certain, or shows it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::Report;
use crate::cli::files::folder::is_defaults;
use crate::cli::files::loaded::Loaded;
use crate::cli::files::output::replace;
use crate::cli::files::surroundings::Surroundings;
use crate::cli::terminal::{Message, Terminal, file_errors, results};
use crate::cli::worker::{Work, Workers};
use crate::diagnostic::{Fix, compatible, mended};
use crate::source::{FileId, Source};

/// Most times that a document is mended: what one mends may lay bare the next, and of two that touch
/// each other one waits.
const TURNS: usize = 4;

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
    for _ in 0..TURNS {
        let Some(fixable) = Fixable::read(file, surroundings, workers)? else { break };
        let mut changed = false;
        for (file, path, after) in fixable.mended() {
            let before = fixable.found.sources.get(file).text();
            if before != after {
                write(path, before, &after)?;
                surroundings.forget();
                report(&fixable.found, file, path, terminal);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    Ok(())
}

/// What `--fix` would change in the files of one document, as `diff -u` shows it.
///
/// # Errors
/// With what says why the document could not be run.
pub(super) fn difference(
    file: &Path,
    surroundings: &Surroundings<'_>,
    workers: &Workers,
) -> Result<String, Message> {
    let Some(fixable) = Fixable::read(file, surroundings, workers)? else {
        return Ok(String::new());
    };
    let mut shown = String::new();
    for (file, path, after) in fixable.mended() {
        let before = fixable.found.sources.get(file).text();
        let name = path.display().to_string();
        let diff = TextDiff::from_lines(before, after.as_str());
        shown += &diff.unified_diff().header(&name, &name).to_string();
    }
    Ok(shown)
}

/// What was found in a document, and where the files of it are.
struct Fixable {
    found: Report,
    paths: Vec<(String, PathBuf)>,
}

impl Fixable {
    /// Looks at a document; nothing where it cannot be read, or has no fields of its own to mend.
    fn read(
        file: &Path,
        surroundings: &Surroundings<'_>,
        workers: &Workers,
    ) -> Result<Option<Self>, Message> {
        if is_defaults(file) {
            return Ok(None);
        }
        let Ok(loaded) = Loaded::read(file, surroundings) else { return Ok(None) };
        let mut paths = loaded.paths();
        let attached = loaded.attachments().into_iter();
        paths.extend(attached.map(|path| (path.display().to_string(), path)));
        let found = workers.run(loaded, Work::Typeset)?.report;
        Ok(Some(Self { found, paths }))
    }

    /// The files that can be mended, each with its text after that.
    fn mended(&self) -> impl Iterator<Item = (FileId, &Path, String)> {
        files(&self.found).into_iter().filter_map(|file| {
            let source = self.found.sources.get(file);
            let (_, path) = self.paths.iter().find(|(name, _)| name == source.name())?;
            let after = mended(source.text(), file, fixes(&self.found, file));
            Some((file, path.as_path(), after))
        })
    }
}

/// Says what was mended in a file.
fn report(found: &Report, file: FileId, path: &Path, terminal: &Terminal) {
    let source = found.sources.get(file);
    let chosen = compatible(file, fixes(found, file));
    let is_chosen = |fix: &Fix| chosen.iter().any(|one| std::ptr::eq(*one, fix));
    for diagnostic in &found.diagnostics {
        let edits = diagnostic.fix.iter().filter(|fix| is_chosen(fix)).flatten();
        if let Some(edit) = edits.into_iter().find(|edit| edit.span.file == file) {
            // What is taken out may begin with the line end before it.
            let here = diagnostic.span.file == file;
            let at = if here { diagnostic.span.start } else { edit.span.start };
            let line = source.position(at).line;
            let what = diagnostic.words(terminal.lang()).message;
            let change =
                diagnostic.fix.as_ref().and_then(|fix| change(source, file, fix));
            terminal.say(&results::fixed(path, line, what, change.as_ref()));
        }
    }
}

/// Most letters of a change that are shown.
const SHOWN: usize = 60;

/// The words about an edit as they were and as they are; nothing where they are more than a few, or
/// of several lines.
fn change(source: &Source, file: FileId, fix: &Fix) -> Option<(String, String)> {
    let own = || fix.iter().filter(|edit| edit.span.file == file);
    let (from, to) =
        (own().map(|e| e.span.start).min()?, own().map(|e| e.span.end).max()?);
    let text = source.text();
    let start = text[..from]
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let end = text[to..].find(char::is_whitespace).map_or(text.len(), |at| to + at);
    let (before, after) = (&text[start..end], mended(text, file, [fix]));
    let after = after.get(start..after.len() - (text.len() - end))?;
    let fits = |words: &str| !words.contains('\n') && words.chars().count() <= SHOWN;
    (fits(before) && fits(after)).then(|| (before.to_owned(), after.to_owned()))
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
