//! Work on a thread of its own, so that neither a deep text nor a fault of the program ends
//! the others.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// Deep enough for the deepest document that the stages let through.
pub(crate) const STACK: usize = 16 * 1024 * 1024;

/// Runs `work` on a thread with a deep stack; nothing comes of it where it panics. The threads of
/// `parallel` are deep.
pub(crate) fn isolated<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    let work = || catch_unwind(AssertUnwindSafe(work)).ok();
    if rayon::current_thread_index().is_some() {
        return work();
    }
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        thread.ok().and_then(|thread| thread.join().ok()).flatten()
    })
}
