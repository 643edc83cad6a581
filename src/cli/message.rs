//! What the program says of files and of the way it was called, in no language yet.

use std::io;
use std::path::{Path, PathBuf};

use super::near::near;
use super::{en, vi};
use crate::diagnostic::Lang;
use crate::renewal::{Change, Note};

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
    /// A file that is not there, and those with nearly its name.
    Missing(PathBuf, Vec<PathBuf>),
    /// A folder without a font that documents are set in.
    NoFonts(PathBuf),
    /// A file cannot be written.
    Unwritable(PathBuf, io::Error),
    /// A new file has the name of one that is there.
    Taken(PathBuf),
    /// What a new document changes of the one that it starts from.
    Renewed(Renewed),
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
    /// `new --from` with a file name that no month can be moved on in.
    NoNextName(PathBuf),
    /// `new --from` with a day of signing before the month of the old document.
    DateBefore(String),
    /// An output whose name ends as that of another kind of file.
    OutputEnding {
        /// The output.
        path: PathBuf,
        /// The ending of what is written.
        format: &'static str,
        /// Whether the kind that the name asks for can be written.
        can: bool,
    },
    /// A new document under the name of another kind of file.
    NewEnding(PathBuf),
    /// A source whose result would have the name of another one's paper.
    OtherPaper(PathBuf),
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

/// What a new document changes of the one that it starts from; each line of it with its name.
#[derive(Debug, Default)]
pub(super) struct Renewed {
    /// The new document, as shown to the user.
    pub(super) name: String,
    /// What was changed, by line.
    pub(super) changes: Vec<(usize, Change)>,
    /// The lines on which something is to be filled in.
    pub(super) open: Vec<usize>,
    /// What was left for somebody to look at, by line.
    pub(super) notes: Vec<(usize, Note)>,
}

impl Message {
    /// A file that is not there.
    pub(super) fn missing(path: &Path) -> Self {
        Self::Missing(path.to_owned(), near(path))
    }

    /// The sentence, without a line end.
    pub(super) fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => vi::message(self),
            Lang::En => en::message(self),
        }
    }
}
