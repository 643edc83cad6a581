//! The arguments of `completions`, and what completes the program's arguments in a shell. The
//! door to `clap_complete`.

use clap::{Args, CommandFactory, ValueEnum};
use clap_complete::Shell;

use super::Cli;

/// The arguments of `completions`.
#[derive(Args)]
pub(crate) struct CompletionsArgs {
    /// Trình lệnh: bash, zsh, fish, powershell
    #[arg(
        value_name = "TRÌNH-LỆNH",
        help_heading = "Tham số",
        hide_possible_values = true
    )]
    pub(crate) shell: Completion,
}

/// The shells whose lines are completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Completion {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

impl Completion {
    /// The script that the shell is to read.
    pub(crate) fn script(self) -> String {
        let shell = match self {
            Self::Bash => Shell::Bash,
            Self::Zsh => Shell::Zsh,
            Self::Fish => Shell::Fish,
            Self::Powershell => Shell::PowerShell,
        };
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Cli::command(), "vanban", &mut script);
        String::from_utf8_lossy(&script).into_owned()
    }
}
