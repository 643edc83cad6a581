//! What a run builds: which document goes where, and which go nowhere.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::folder::is_defaults;
use super::guard::Guard;
use super::loaded::Loaded;
use super::output::Target;
use super::place::Place;
use super::read::read;
use super::result_name::{fits, target};
use super::rows::DataRow;
use super::surroundings::Surroundings;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::parallel::in_order;
use crate::cli::terminal::{Message, misuse};
use crate::document::Attached;
use crate::other_template;
use crate::source::Foreign;

/// One document to build.
pub(crate) struct Job {
    /// Its source.
    pub(crate) input: PathBuf,
    /// The row of a table whose values stand over it, where there is one.
    pub(crate) row: Option<DataRow>,
    /// Where it goes, or why it goes nowhere.
    pub(crate) target: Result<Target, Message>,
    /// The source, where it was read to find out where it goes; few have one, of very many.
    pub(crate) loaded: Option<Box<Result<Loaded, Message>>>,
}

/// What is to be built, and what that must leave alone.
pub(crate) struct Plan {
    /// The documents, in their order.
    pub(crate) jobs: Vec<Job>,
    /// What no result may replace.
    pub(crate) guard: Guard,
}

/// Which file becomes which. What is wrong with the output of one document is said in its job.
///
/// # Errors
/// Where one output is named for several documents.
pub(crate) fn plan(
    files: Vec<PathBuf>,
    arguments: &BuildArgs,
    format: Format,
    surroundings: &Surroundings<'_>,
) -> Result<Plan, Message> {
    if arguments.output.is_some() && files.len() > 1 {
        return Err(misuse::output_of_many());
    }
    let mut guard = Guard::of(&files);
    let mut jobs: Vec<Job> = Vec::with_capacity(files.len());
    let look = |input| look(input, arguments, surroundings);
    in_order(files, arguments.batch.threads(), look, |seen| {
        let Seen { input, loaded, paper, pictures } = seen;
        let target = if is_defaults(&input) {
            Err(misuse::defaults_given(&input))
        } else {
            target(&input, paper.as_deref(), arguments, format)
        };
        let target = target.and_then(|target| {
            if let Target::File(path) = &target {
                leaves_sources(path, &input, &mut guard)?;
                fits(path, format)?;
            }
            Ok(target)
        });
        jobs.push(Job { input, row: None, target, loaded });
        guard.keep(pictures);
    });
    refuse_shared(&mut jobs, &mut guard);
    Ok(Plan { jobs, guard })
}

/// What was seen of a document before it is built.
struct Seen {
    input: PathBuf,
    /// The document, where it cannot be read again.
    loaded: Option<Box<Result<Loaded, Message>>>,
    paper: Option<String>,
    pictures: Vec<PathBuf>,
}

/// Looks at a document as far as others depend on it.
fn look(input: PathBuf, arguments: &BuildArgs, surroundings: &Surroundings<'_>) -> Seen {
    // Which template a document is written for stands in it.
    let asked = arguments.result.template.template.as_ref();
    let loaded = asked.map(|_| Loaded::read(&input, surroundings));
    let paper = loaded.as_ref().and_then(|loaded| paper(loaded.as_ref().ok()?));
    let pictures = pictures(&input, surroundings);
    // Of many documents only the last ones are kept in memory.
    let loaded = loaded.filter(|_| !is_file(&input)).map(Box::new);
    Seen { input, loaded, paper, pictures }
}

/// Whether a file can be read again; a stream is gone when it has been read.
fn is_file(input: &Path) -> bool {
    input.as_os_str() != "-" && fs::metadata(input).is_ok_and(|about| about.is_file())
}

/// A result does not take the place of a source. Files of other programs stay, too, but where one
/// is given as a document that is told of it, and not of its output.
fn leaves_sources(path: &Path, input: &Path, guard: &mut Guard) -> Result<(), Message> {
    let own = guard.place(path) == guard.place(input);
    match guard.source_at(path) {
        Some(source) if !own || may_be_document(input) => {
            Err(misuse::output_is_source(path, source))
        }
        Some(_) | None => Ok(()),
    }
}

/// Refuses the documents whose results would have one place: none of them is the right one.
fn refuse_shared(jobs: &mut [Job], guard: &mut Guard) {
    let mut first: HashMap<Place, usize> = HashMap::new();
    let mut refused = Vec::new();
    for (index, job) in jobs.iter().enumerate() {
        let Ok(Target::File(path)) = &job.target else { continue };
        if guard.source_at(path).is_some() {
            continue;
        }
        let other = *first.entry(guard.place(path)).or_insert(index);
        if other != index {
            let (one, two) = (&jobs[other].input, &job.input);
            let messages = if guard.place(one) == guard.place(two) {
                [misuse::given_twice(one, two), misuse::given_twice(two, one)]
            } else {
                [misuse::same_output(one, path, two), misuse::same_output(two, path, one)]
            };
            refused.extend([other, index].into_iter().zip(messages));
        }
    }
    for (index, message) in refused {
        jobs[index].target = Err(message);
    }
}

/// Whether a document may name pictures or files of appendices, which end in `.md` or `.csv`.
pub(super) fn may_name_files(bytes: &[u8]) -> bool {
    let begins_with = |bytes: &[u8], mark: &[u8]| {
        bytes.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
    };
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'!' => bytes[at..].starts_with(b"!["),
        b'.' => {
            let behind = &bytes[at + 1..];
            Attached::ENDINGS.iter().any(|end| begins_with(behind, end.as_bytes()))
        }
        _ => false,
    })
}

/// The files that the text of a document and its appendices name. Most have none, and are not read twice.
fn pictures(input: &Path, surroundings: &Surroundings<'_>) -> Vec<PathBuf> {
    if !is_file(input) || !read(input).is_ok_and(|bytes| may_name_files(&bytes)) {
        return Vec::new();
    }
    Loaded::read(input, surroundings).map_or_else(|_| Vec::new(), Loaded::pictures)
}

/// The name of another template than its own that a document is set in, as files have it.
pub(super) fn paper(loaded: &Loaded) -> Option<String> {
    loaded.clone().run(other_template).output
}

/// Whether a file is there and no other program's: of such ones is told what they are, and
/// nothing is ever written.
fn may_be_document(path: &Path) -> bool {
    read(path).is_ok_and(|bytes| Foreign::of(&bytes).is_none())
}
