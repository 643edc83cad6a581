//! What a paper says of others that may lie in its folder: their number, day and body.

use chrono::NaiveDate;

use super::super::Draft;
use super::super::places::place;
use super::gather;
use super::symbol::Symbol;
use crate::source::Span;

/// A dated citation of another paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) struct Reference {
    /// Its number and symbol, as [`key`] writes them.
    pub(in crate::rules) key: String,
    /// Kind, number and symbol, as they are written: `Thông báo số 05-TB/BCĐ`.
    pub(in crate::rules) name: String,
    /// When it was issued, by what is said here.
    pub(in crate::rules) day: NaiveDate,
    /// Who issued it, where that is said.
    pub(in crate::rules) body: Option<String>,
    /// Where the day stands.
    pub(in crate::rules) place: Span,
}

/// The citations of a paper that say number, symbol and day of what they cite.
pub(in crate::rules) fn references(draft: &Draft<'_>) -> Vec<Reference> {
    let all = gather(draft).into_iter().filter_map(|cited| {
        let citation = &cited.citation;
        let date = citation.date.as_ref()?;
        let known = citation.symbol.has_letters() && !citation.symbol.is_open();
        Some(Reference {
            key: citation.symbol.key(),
            name: cited.name().to_owned(),
            day: date.day.filter(|_| known)?,
            body: citation.body.as_ref().map(|body| cited.text(body).to_owned()),
            place: place(cited.line, date.range.clone()),
        })
    });
    all.collect()
}

/// A number and a symbol as they are compared, whichever regime writes them: that of `05` and
/// `TB/BCĐ` is that of `5-TB/BCĐ`.
pub(in crate::rules) fn key(number: &str, symbol: &str) -> Option<String> {
    let written = format!("{}/{}", number.trim(), symbol.trim());
    let symbol = Symbol::at(&written, 0)?;
    let whole = symbol.range == (0..written.len());
    (whole && symbol.has_letters() && !symbol.is_open()).then(|| symbol.key())
}
