//! Makes something of a document while the drafting rules look at it.

use std::panic::resume_unwind;
use std::thread;

use super::input::Input;
use super::parse::Parsed;
use super::run::Run;
use crate::diagnostic::Diagnostics;

/// The stack of the thread of the rules, in bytes: as much as a document made by itself has.
const STACK: usize = 16 << 20;

impl Run {
    /// What `make` makes of a document that was read, and what the drafting rules have against it.
    /// Where these find an error, `make` is told of it and may be called a second time.
    pub(super) fn beside_rules<T>(
        &mut self,
        parsed: &Parsed,
        input: &Input<'_>,
        make: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let doubts = |sources| parsed.doubts(sources, input.for_issue);
        if !(input.alone && parsed.sound) {
            let found = doubts(&self.sources);
            self.diagnostics.extend(found);
            return make(self);
        }
        // As if nothing had been found yet: what it finds comes behind what the rules find.
        let mut ahead = Self { diagnostics: Diagnostics::default(), ..self.clone() };
        let (made, found) = thread::scope(|scope| {
            let (sources, for_issue) = (&self.sources, input.for_issue);
            let rules = thread::Builder::new().stack_size(STACK);
            let rules =
                rules.spawn_scoped(scope, move || parsed.doubts(sources, for_issue));
            match rules {
                Ok(rules) => {
                    let made = make(&mut ahead);
                    let found = rules.join().unwrap_or_else(|fault| resume_unwind(fault));
                    (Some(made), found)
                }
                // The system gives no thread.
                Err(_) => (None, doubts(sources)),
            }
        });
        let stands = !found.has_errors();
        self.diagnostics.extend(found);
        match made.filter(|_| stands) {
            Some(made) => {
                let found = std::mem::take(&mut self.diagnostics);
                let later = std::mem::replace(&mut ahead.diagnostics, found);
                *self = ahead;
                self.diagnostics.extend(later);
                made
            }
            None => make(self),
        }
    }
}
