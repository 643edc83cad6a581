//! Work on several threads whose results come in the order of what they were made of, whatever
//! the number of threads.

use std::collections::BTreeMap;
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::isolation::STACK;

/// How many results for each thread may wait for an earlier one: memory stays bounded where the
/// first document takes the longest.
const AHEAD: usize = 4;

/// Does `work` on each item on some threads, and hands each result to `done` on this one, in the
/// order of the items, as soon as it is its turn.
pub(super) fn in_order<I: Send, T: Send>(
    items: Vec<I>,
    threads: usize,
    work: impl Fn(I) -> T + Sync,
    mut done: impl FnMut(T),
) {
    let threads = threads.min(items.len()).max(1);
    let (give, permits) = channel();
    for _ in 0..threads * AHEAD {
        let _ = give.send(());
    }
    let queue = Mutex::new((permits, items.into_iter().enumerate()));
    let next = || {
        let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.0.recv().ok()?;
        queue.1.next()
    };
    let (send, results) = channel();
    thread::scope(|scope| {
        let mut spawned = 0;
        for _ in 0..threads {
            let (next, work, send) = (&next, &work, send.clone());
            let serve = move || {
                while let Some((index, item)) = next()
                    && send.send((index, work(item))).is_ok()
                {}
            };
            let serve = move || match own_pool(threads) {
                Some(pool) => pool.install(serve),
                None => serve(),
            };
            spawned +=
                usize::from(thread::Builder::new().spawn_scoped(scope, serve).is_ok());
        }
        drop(send);
        let mut waiting = BTreeMap::new();
        let mut turn = 0;
        for (index, result) in results {
            waiting.insert(index, result);
            while let Some(result) = waiting.remove(&turn) {
                done(result);
                turn += 1;
                let _ = give.send(());
            }
        }
        // Where the system gives no thread, this one does the work.
        while spawned == 0
            && let Some((_, item)) = next()
        {
            done(work(item));
            let _ = give.send(());
        }
    });
}

/// The pool in which one of several threads does its work, alone: what Typst hands to other threads
/// it does itself then. Threads that are all busy would only wait for each other. One thread alone
/// has the help of those that are idle.
fn own_pool(threads: usize) -> Option<ThreadPool> {
    let pool = || ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build().ok();
    (threads > 1).then(pool).flatten()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_order_and_never_far_ahead() {
        for threads in [1, 2, 7] {
            let (begun, mut handed_on) = (AtomicUsize::new(0), Vec::new());
            let work = |number: usize| {
                let begun = begun.fetch_add(1, Ordering::SeqCst);
                // The first takes the longest.
                thread::sleep(Duration::from_millis(if number == 0 { 30 } else { 0 }));
                (number, begun)
            };
            in_order((0..100).collect(), threads, work, |result| handed_on.push(result));
            let numbers: Vec<_> = handed_on.iter().map(|(number, _)| *number).collect();
            assert_eq!(numbers, (0..100).collect::<Vec<_>>());
            for (number, begun) in handed_on {
                assert!(begun < number + (threads + 1) * AHEAD, "{number}: {begun}");
            }
        }
        in_order(Vec::<()>::new(), 4, |()| (), |()| panic!("there is nothing"));
    }
}
