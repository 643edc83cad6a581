//! What a result is called, and in which format it is written.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::output::Target;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::terminal::{Message, misuse};

/// The format that was asked for, or the one that the name of the output asks for.
pub(crate) fn format(arguments: &BuildArgs) -> Format {
    let named = arguments.output.as_deref().and_then(named);
    arguments.result.format.or(named).unwrap_or(Format::Pdf)
}

/// The format that the name of an output asks for.
fn named(output: &Path) -> Option<Format> {
    let ending = output.extension()?;
    [Format::Pdf, Format::Png, Format::Svg, Format::Typ]
        .into_iter()
        .find(|format| ending.eq_ignore_ascii_case(format.extension()))
}

/// An output has the ending of what is written, or none.
pub(super) fn fits(output: &Path, format: Format) -> Result<(), Message> {
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

/// Where a document goes: beside its source under its name, with that of its `paper` where it is
/// set in another template than its own.
pub(super) fn target(
    input: &Path,
    paper: Option<&str>,
    arguments: &BuildArgs,
    format: Format,
) -> Result<Target, Message> {
    if arguments.output.is_some() {
        return Ok(Target::of(arguments.output.as_deref()));
    }
    let is_stdin = input.as_os_str() == "-";
    let folder = arguments.result.out_dir.as_deref();
    if is_stdin && folder.is_none() {
        if io::stdout().is_terminal() && format != Format::Typ {
            return Err(misuse::no_output());
        }
        return Ok(Target::Stdout);
    }
    let name = if is_stdin { Path::new("van-ban") } else { input };
    named_after(name, paper, folder, format).map(Target::File)
}

/// The name that a result has from its source and from its `paper`, where it is set in another
/// template than its own: in a folder, or beside the source.
///
/// # Errors
/// Where there is another source of that name: the result is that one's.
pub(super) fn named_after(
    source: &Path,
    paper: Option<&str>,
    folder: Option<&Path>,
    format: Format,
) -> Result<PathBuf, Message> {
    let name = match paper {
        Some(paper) => of_paper(source, paper)?,
        None => source.to_owned(),
    };
    let name = name.with_extension(format.extension());
    Ok(match folder {
        Some(folder) => folder.join(name.file_name().unwrap_or_default()),
        None => name,
    })
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
