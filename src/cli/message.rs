//! What the program says of files and of the way it was called, in no language yet.

use std::io;
use std::path::PathBuf;

use super::{en, vi};
use crate::diagnostic::Lang;

/// One thing to say.
#[derive(Debug)]
pub(super) enum Message {
    /// A file was written.
    Built(PathBuf),
    /// A document was not built, for reasons said before.
    NotBuilt(PathBuf),
    /// Something else was written.
    Written(PathBuf),
    /// A template was copied into a folder, to be changed.
    Ejected(PathBuf),
    /// A file that would have been overwritten.
    Exists(PathBuf),
    /// Something in a file was mended.
    Fixed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What was wrong.
        what: String,
    },
    /// So many problems could be mended.
    Fixable(usize),
    /// A file is no more what was read.
    Changed(PathBuf),
    /// A file or folder cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A folder without a font that documents are set in.
    NoFonts(PathBuf),
    /// A file cannot be written.
    Unwritable(PathBuf, io::Error),
    /// A folder cannot be made.
    NoFolder(PathBuf, io::Error),
    /// How much is wrong in how many files.
    Count {
        /// The errors.
        errors: usize,
        /// The warnings.
        warnings: usize,
        /// The files.
        files: usize,
    },
    /// The program was called in a wrong way.
    Misuse(Misuse),
}

/// A wrong way to call the program. Names of arguments are as they are typed.
#[derive(Debug)]
pub(super) enum Misuse {
    /// An office's defaults as a document.
    DefaultsGiven(PathBuf),
    /// `--fix` of standard input.
    FixOfStdin,
    /// `--resolved` as SARIF.
    ResolvedAsSarif,
    /// `-o` with several documents.
    OutputOfMany,
    /// The output is the input.
    OutputIsInput(PathBuf),
    /// Two documents with one output.
    SameOutput(PathBuf),
    /// Standard input to a terminal.
    NoOutput,
    /// Several pages to standard output.
    ManyPages,
    /// An argument without its value.
    NoValue(String),
    /// A value that an argument does not take.
    WrongValue {
        /// The argument.
        argument: String,
        /// The value.
        value: String,
        /// The values that it takes.
        valid: String,
    },
    /// An option that there is not, and one with nearly that name or nothing.
    UnknownOption(String, String),
    /// A command that there is not, and one with nearly that name or nothing.
    UnknownCommand(String, String),
    /// Two arguments that exclude each other.
    Conflict(String, String),
    /// An argument given twice.
    Twice(String),
    /// Arguments that must be there.
    Missing(String),
    /// No command.
    NoCommand,
    /// An argument that is no Unicode.
    NotUnicode,
    /// Anything else, and where.
    Other(String),
}

impl Message {
    /// The sentence, without a line end.
    pub(super) fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => vi::message(self),
            Lang::En => en::message(self),
        }
    }
}
