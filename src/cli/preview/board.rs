//! `Board`: the view that is shown, and those who wait for the next one.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::view::View;

/// The view that is shown.
pub(crate) struct Board {
    current: Mutex<Arc<View>>,
    changed: Condvar,
}

impl Board {
    /// A board that shows a view.
    pub(crate) fn new(view: View) -> Self {
        Self { current: Mutex::new(Arc::new(view)), changed: Condvar::new() }
    }

    /// What is shown.
    pub(crate) fn current(&self) -> Arc<View> {
        Arc::clone(&self.current.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows another view.
    pub(crate) fn show(&self, view: View) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
        self.changed.notify_all();
    }

    /// The view that comes after one; none where it takes longer than `patience`.
    pub(super) fn after(&self, number: u64, patience: Duration) -> Option<Arc<View>> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let is_old = |view: &mut Arc<View>| view.number() == number;
        let waited = self.changed.wait_timeout_while(current, patience, is_old);
        let (current, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        (!waited.timed_out()).then(|| Arc::clone(&current))
    }
}
