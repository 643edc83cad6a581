//! Arguments in, exit code out.

use std::alloc::System;
use std::process::ExitCode;

use cap::Cap;

/// The system's memory, of which the run of an office's template gets a share.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

fn main() -> ExitCode {
    // A fault of the program is told in the user's language, not in Rust's.
    std::panic::set_hook(Box::new(|_| {}));
    vanban::cli::run(std::env::args_os(), |most| MEMORY.set_limit(most).is_ok())
}
