//! The files of a document's folder that it asked for: what became of each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cli::digest::Digest;

/// What became of a file that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Asked {
    /// It was not there.
    Missing,
    /// It was read.
    Read,
    /// It was read, and this stood in it.
    Held(Digest),
    /// It changed while the document was made.
    Changed,
}

impl Asked {
    /// What became of a file that was asked for again.
    pub(super) fn again(self, now: Self) -> Self {
        if self == now { self } else { Self::Changed }
    }

    /// Whether it was there.
    pub(super) fn is_there(self) -> bool {
        self != Self::Missing
    }
}

/// The files that a document asked for, by their paths below its folder.
pub(crate) type AllAsked = BTreeMap<String, Asked>;
