//! `Work`: what can be done with a document that runs its template.

use std::panic::resume_unwind;
use std::thread::{self, ScopedJoinHandle};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::cli::isolation::STACK;
use crate::renewal::Renewal;
use crate::{Format, Input, Outcome, Standards, check, compile, renew, typeset};

/// What is to be done with a document.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) enum Work {
    /// Its files in a format.
    Compile(Format),
    /// All that is wrong with it; no files.
    Check,
    /// What its pages say, errors that show only in them included; no files.
    Typeset,
    /// Its PDF, and behind it each page as SVG.
    Show,
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
            Self::Show => shown(input),
            Self::Renew(day) => {
                let date = day.and_then(NaiveDate::from_num_days_from_ce_opt);
                let file = |renewal| serde_json::to_vec(&renewal).unwrap_or_default();
                renew(input, date).map(|renewal| vec![file(renewal)])
            }
        }
    }
}

/// A document as PDF, and each page as SVG, where nothing is wrong.
fn shown(input: &Input<'_>) -> Outcome<Vec<Vec<u8>>> {
    let Outcome { output, mut report } = typeset(input);
    let files = output.and_then(|pages| {
        let ((pdf, found), svg) = thread::scope(|scope| {
            let builder = thread::Builder::new().stack_size(STACK);
            let svg = builder.spawn_scoped(scope, || pages.svg_for_browser());
            let pdf = pages.pdf(&Standards::default(), &mut report.sources);
            (pdf, svg.map(ScopedJoinHandle::join))
        });
        report.diagnostics.extend(found);
        report.diagnostics.sort_and_dedup();
        let pdf = pdf.filter(|_| !report.diagnostics.has_errors())?;
        // A fault there is one of the whole, and told as such.
        let svg = match svg {
            Ok(drawn) => drawn.unwrap_or_else(|fault| resume_unwind(fault)),
            Err(_) => pages.svg_for_browser(),
        };
        Some([pdf].into_iter().chain(svg.into_iter().map(String::into_bytes)).collect())
    });
    Outcome { output: files, report }
}

/// The document of next month that [`Work::Renew`] made.
pub(crate) fn renewal(files: &[Vec<u8>]) -> Option<Renewal> {
    serde_json::from_slice(files.first()?).ok()
}
