//! Bounds on what our own filters and our writing of values make: the engine counts its own work
//! as fuel, but knows nothing of ours. A list may hold itself many times over, and have more
//! entries than there are atoms.

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

use super::objects::DateObject;

/// Most entries of a list that a filter reads.
const ENTRIES: usize = 100_000;

/// Most bytes that one printed list becomes.
const LIST: usize = 1_000_000;

/// How deep lists that are printed may lie in each other.
const DEEPEST: usize = 50;

/// Most bytes that a template writes; the largest documents need a tenth of it.
pub(super) const OUTPUT: usize = 4_000_000;

/// The entries of a list.
pub(super) fn entries(list: &Value) -> Result<Vec<Value>, Error> {
    let entries: Vec<Value> = list.try_iter()?.take(ENTRIES + 1).collect();
    if entries.len() > ENTRIES { Err(ErrorKind::OutOfFuel.into()) } else { Ok(entries) }
}

/// Says whether a list that became `written` so far may go on, so deep in others.
pub(super) fn check(written: &str, depth: usize) -> Result<(), Error> {
    let fits = written.len() <= LIST && depth <= DEEPEST;
    if fits { Ok(()) } else { Err(ErrorKind::OutOfFuel.into()) }
}

/// A value as a text; lists and groups are none.
pub(super) fn text(value: &Value) -> Result<String, Error> {
    let is_group = match value.kind() {
        ValueKind::Seq | ValueKind::Iterable => true,
        ValueKind::Map => value.downcast_object_ref::<DateObject>().is_none(),
        _ => false,
    };
    if is_group {
        return Err(Error::new(ErrorKind::InvalidOperation, "not a text"));
    }
    Ok(value.to_string())
}
