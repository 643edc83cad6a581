//! The window that the program has to itself where nobody typed a command: a double click, files
//! dropped on it, an entry of the right-click menu. It closes with the program, so what is to be
//! read keeps it open.

use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use super::arguments::Left;

/// What asks for it, and what the entries that `install` makes say.
const OPTIONS: [&str; 2] = ["--keep-window", "--giu-cua-so"];

/// What a shell sets in the environment of each program that it runs: cmd.exe, bash.
const SHELLS: [&str; 2] = ["PROMPT", "SHLVL"];

/// Whether the window closes when the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Window {
    /// It is that of a shell, which stays.
    Shell,
    /// The program has one to itself.
    Own,
}

/// What can be seen of where the program was started.
struct Surroundings {
    windows: bool,
    /// A shell has left its mark.
    shell: bool,
    /// Somebody sits before it: input and messages are the screen's.
    interactive: bool,
}

impl Window {
    /// The window that the program runs in.
    pub(super) fn of(arguments: &[OsString]) -> Self {
        let surroundings = Surroundings {
            windows: cfg!(windows),
            shell: SHELLS.iter().any(|name| std::env::var_os(name).is_some()),
            interactive: io::stdin().is_terminal() && io::stderr().is_terminal(),
        };
        Self::seen(arguments, &surroundings)
    }

    /// Explorer gives no command, and files by their whole paths. Nothing else that can be asked
    /// safely tells it from PowerShell, so one who types such a line there is asked for a key too
    /// many; but no window closes before it was read.
    fn seen(arguments: &[OsString], surroundings: &Surroundings) -> Self {
        let Surroundings { windows, shell, interactive } = *surroundings;
        let mut options = arguments.iter().take_while(|argument| *argument != "--");
        let asked = options.any(|argument| OPTIONS.iter().any(|known| argument == known));
        let mut typed = arguments.iter().skip(1);
        let by_explorer = typed.all(|argument| Path::new(argument).is_absolute());
        if asked || (windows && interactive && !shell && by_explorer) {
            Self::Own
        } else {
            Self::Shell
        }
    }

    /// What stands for a command that was not typed.
    pub(super) fn left(self) -> Left<'static> {
        match self {
            Self::Shell => Left { files: &["build"], nothing: &[] },
            Self::Own => Left { files: &["build", "--open"], nothing: &["start"] },
        }
    }
}

/// The next line that the user types, without blanks around it; nothing where there is no more.
pub(super) fn typed_line() -> Option<String> {
    let mut line = Vec::new();
    let read = io::stdin().lock().read_until(b'\n', &mut line);
    let text = String::from_utf8_lossy(&line).trim().to_owned();
    read.is_ok_and(|bytes| bytes > 0).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_the_programs_own_where_explorer_made_it() {
        let explorer = Surroundings { windows: true, shell: false, interactive: true };
        let root = if cfg!(windows) { r"C:\" } else { "/" };
        let whole = |name: &str| format!("{root}Văn bản/{name}");
        let seen = |arguments: &[&str], surroundings: &Surroundings| {
            let arguments = arguments.iter().map(OsString::from);
            let all: Vec<OsString> =
                std::iter::once("vanban".into()).chain(arguments).collect();
            Window::seen(&all, surroundings)
        };
        let dropped = [whole("tháng 5 & 6 (100%).md"), whole("b.md")];
        let dropped: Vec<&str> = dropped.iter().map(String::as_str).collect();
        assert_eq!(seen(&[], &explorer), Window::Own);
        assert_eq!(seen(&dropped, &explorer), Window::Own);
        for typed in [&["tb.md"][..], &["build", dropped[0]], &["--version"], &["--"]] {
            assert_eq!(seen(typed, &explorer), Window::Shell, "{typed:?}");
        }
        for elsewhere in [
            Surroundings { windows: false, ..explorer },
            Surroundings { shell: true, ..explorer },
            Surroundings { interactive: false, ..explorer },
        ] {
            assert_eq!(seen(&[], &elsewhere), Window::Shell);
            assert_eq!(seen(&dropped, &elsewhere), Window::Shell);
            for option in OPTIONS {
                assert_eq!(seen(&["check", option, "tb.md"], &elsewhere), Window::Own);
            }
            assert_eq!(seen(&["--", OPTIONS[0]], &elsewhere), Window::Shell);
        }
    }
}
