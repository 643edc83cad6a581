//! `Work`: what can be done with a document that runs its template.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::renewal::Renewal;
use crate::{Format, Input, Outcome, check, compile, renew, typeset};

/// What is to be done with a document.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) enum Work {
    /// Its files in a format.
    Compile(Format),
    /// All that is wrong with it; no files.
    Check,
    /// What its pages say, errors that show only in them included; no files.
    Typeset,
    /// The document of the month after it, signed on that day counted from the first of all; one
    /// file, which [`renewal`] reads.
    Renew(Option<i32>),
}

impl Work {
    /// Does it.
    pub(super) fn on(self, input: &Input<'_>) -> Outcome<Vec<Vec<u8>>> {
        match self {
            Self::Compile(format) => compile(input, format),
            Self::Check => check(input).map(|()| Vec::new()),
            Self::Typeset => typeset(input).map(|_| Vec::new()),
            Self::Renew(day) => {
                let date = day.and_then(NaiveDate::from_num_days_from_ce_opt);
                let file = |renewal| serde_json::to_vec(&renewal).unwrap_or_default();
                renew(input, date).map(|renewal| vec![file(renewal)])
            }
        }
    }
}

/// The document of next month that [`Work::Renew`] made.
pub(crate) fn renewal(files: &[Vec<u8>]) -> Option<Renewal> {
    serde_json::from_slice(files.first()?).ok()
}
