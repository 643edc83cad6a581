//! Text of a document that its template does not print: nobody would notice before the paper
//! is signed.

use std::collections::BTreeSet;

use super::blocks::chain;
use super::{Job, Templates};
use crate::diagnostic::{Diagnostics, Problem};
use crate::source::Span;
use crate::source_map::SourceMap;

/// The frame of every document, which prints all of its text.
const BASE: &str = "base.typ.j2";

/// Every block of the text that is not among what was written. A borrowed text was written for
/// another paper, and a template without the frame answers for itself.
pub(super) fn check(
    job: &Job<'_>,
    main: &str,
    templates: &Templates,
    map: &SourceMap,
) -> Diagnostics {
    let framed = |(path, _): &(String, _)| path.ends_with(BASE);
    if job.borrowed || !chain(main, templates).last().is_some_and(framed) {
        return Diagnostics::default();
    }
    let written: BTreeSet<Span> = map.segments().iter().map(|s| s.span).collect();
    let outline = job.outline;
    let own = [&outline.opening, &outline.body, &outline.closing];
    let blocks = own.into_iter().chain(&outline.appendices).flatten();
    let lost = blocks.filter(|block| !written.contains(&block.span));
    let template = || job.manifest.name.value.clone();
    lost.map(|b| (Problem::TextNotPrinted { template: template() }, b.span)).collect()
}
