//! What templates see of the copy that is made of a document.

use chrono::Datelike;
use minijinja::value::Value;

use super::{group, list, number, option, signature, signing_date, text};
use crate::document::date::{day_number, month_number};
use crate::document::{Document, DocumentCopy, Manifest, field};

/// Everything of it; what it does not say of the body that makes it is the document's own.
pub(super) fn value(
    copy: &DocumentCopy,
    document: &Document,
    manifest: &Manifest,
) -> Value {
    let date = copy.date.map(|date| date.date).unwrap_or_default();
    let body = copy.body.as_ref().filter(|body| !body.is_blank());
    let place = copy.place.as_ref().filter(|place| !place.is_blank());
    let own = manifest.abbreviation.of(document.regime.value);
    let recipients = copy.recipients.iter().flat_map(|groups| &groups.0);
    Value::from_pairs([
        (field::COPY_FORM.key, text(copy.form.text())),
        (field::NUMBER.key, number(copy.number.as_ref())),
        (field::SYMBOL.key, text(&copy.symbol(document, own))),
        (field::BODY.key, text(body.unwrap_or(&document.issuer.first))),
        (field::SUPERIOR.key, list(copy.superior.as_ref())),
        (field::PLACE.key, text(place.unwrap_or(&document.place))),
        (field::DATE.key, signing_date(date)),
        (
            "ngay_gon",
            date.day()
                .map(|day| {
                    let (number, month) = (day_number(day), month_number(day));
                    format!("{number}/{month}/{}", day.year())
                })
                .into(),
        ),
        (field::TIME.key, option(copy.time.as_ref())),
        (field::SIGNATURES.key, copy.signature.as_ref().map(signature).into()),
        (field::RECIPIENTS.key, recipients.map(group).collect()),
        (field::ELECTRONIC.key, copy.is_electronic().into()),
        (field::SIGNED.key, copy.signed.is_some_and(|flag| flag.yes).into()),
    ])
}
