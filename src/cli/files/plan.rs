//! Which file a document is written to, in which format.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf, absolute};

use super::folder::is_defaults;
use super::fonts::Fonts;
use super::loaded::Loaded;
use super::output::Target;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::terminal::{Message, misuse};
use crate::other_template;
use crate::source::Foreign;

/// One document to build.
pub(crate) struct Job {
    /// Its source.
    pub(crate) input: PathBuf,
    /// Where it goes.
    pub(crate) target: Target,
    /// The source, where it was read to find out where it goes.
    pub(crate) loaded: Option<Result<Loaded, Message>>,
}

/// The format that was asked for, or the one that the name of the output asks for.
pub(crate) fn format(arguments: &BuildArgs) -> Format {
    let named = arguments.output.as_deref().and_then(named);
    arguments.format.or(named).unwrap_or(Format::Pdf)
}

/// The format that the name of an output asks for.
fn named(output: &Path) -> Option<Format> {
    let ending = output.extension()?;
    [Format::Pdf, Format::Png, Format::Svg, Format::Typ]
        .into_iter()
        .find(|format| ending.eq_ignore_ascii_case(format.extension()))
}

/// An output has the ending of what is written, or none.
fn fits(output: &Path, format: Format) -> Result<(), Message> {
    let asked = named(output);
    if output.extension().is_none() || asked == Some(format) {
        return Ok(());
    }
    let ending = format.extension();
    Err(match asked {
        Some(_) => misuse::other_format(output, ending),
        None => misuse::unknown_format(output, ending),
    })
}

/// Which file becomes which, or what is wrong with the call.
///
/// # Errors
/// Where two results, or a result and a source, would be one file; where the name of the output
/// is that of another kind of file.
pub(crate) fn plan(
    files: &[PathBuf],
    arguments: &BuildArgs,
    format: Format,
    fonts: Fonts,
) -> Result<Vec<Job>, Message> {
    if arguments.output.is_some() && files.len() > 1 {
        return Err(misuse::output_of_many());
    }
    let mut jobs: Vec<Job> = Vec::new();
    for input in files {
        if is_defaults(input) {
            return Err(misuse::defaults_given(input));
        }
        // Which template a document is written for stands in it.
        let asked = &arguments.template;
        let loaded = asked.template.as_ref().map(|_| Loaded::read(input, fonts, asked));
        let paper = loaded.as_ref().and_then(|loaded| paper(loaded.as_ref().ok()?));
        let target = target(input, paper.as_deref(), arguments, format)?;
        if let Target::File(path) = &target {
            if same_file(path, input) && may_be_document(input) {
                return Err(misuse::output_is_input(path));
            }
            fits(path, format)?;
            let clashes =
                |job: &Job| matches!(&job.target, Target::File(p) if same_file(p, path));
            if jobs.iter().any(clashes) {
                return Err(misuse::same_output(path));
            }
        }
        jobs.push(Job { input: input.clone(), target, loaded });
    }
    Ok(jobs)
}

/// The name of another template than its own that a document is set in, as files have it.
fn paper(loaded: &Loaded) -> Option<String> {
    loaded.clone().run(other_template).output
}

/// Where a document goes: beside its source under its name, with that of its `paper` where it is
/// set in another template than its own.
fn target(
    input: &Path,
    paper: Option<&str>,
    arguments: &BuildArgs,
    format: Format,
) -> Result<Target, Message> {
    if arguments.output.is_some() {
        return Ok(Target::of(arguments.output.as_deref()));
    }
    let is_stdin = input.as_os_str() == "-";
    if is_stdin && arguments.out_dir.is_none() {
        if io::stdout().is_terminal() && format != Format::Typ {
            return Err(misuse::no_output());
        }
        return Ok(Target::Stdout);
    }
    let name = if is_stdin { Path::new("van-ban") } else { input };
    let name = match paper {
        Some(paper) => of_paper(name, paper)?,
        None => name.to_owned(),
    };
    let name = name.with_extension(format.extension());
    Ok(Target::File(match &arguments.out_dir {
        Some(folder) => folder.join(name.file_name().unwrap_or_default()),
        None => name,
    }))
}

/// The name of a source with that of a paper behind it, its extension kept.
///
/// # Errors
/// Where there is another source of that name: the result is that one's.
fn of_paper(source: &Path, paper: &str) -> Result<PathBuf, Message> {
    let mut name = source.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{paper}."));
    for ending in ["md", "yaml", "yml"] {
        let mut other = name.clone();
        other.push(ending);
        let other = source.with_file_name(other);
        if other.exists() {
            return Err(misuse::output_of_another(&other));
        }
    }
    name.push("md");
    Ok(source.with_file_name(name))
}

/// Whether a file is there and no other program's: of such ones is told what they are, and
/// nothing is ever written.
fn may_be_document(path: &Path) -> bool {
    fs::read(path).is_ok_and(|bytes| Foreign::of(&bytes).is_none())
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => matches!((absolute(a), absolute(b)), (Ok(a), Ok(b)) if a == b),
    }
}
