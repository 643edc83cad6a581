//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    // A fault of the program is told in the user's language, not in Rust's.
    std::panic::set_hook(Box::new(|_| {}));
    vanban::cli::run(std::env::args_os())
}
