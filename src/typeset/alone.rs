//! Pictures that Typst refuses by themselves, though they seemed sound.

use std::borrow::Cow;

use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;

use super::NoFiles;
use super::engine::Engine;
use super::generated::Generated;
use super::pictures::{self, Pictures};
use super::standards::Standards;
use super::world::Sandbox;
use crate::diagnostic::Diagnostics;

/// What is said of the pictures that Typst refuses, or that break the standards of a PDF. It names
/// no picture where it refuses a document, so each is tried alone.
pub(super) fn refused(
    pictures: &Pictures,
    engine: &Engine,
    standards: Option<&Standards>,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    for (path, bytes) in pictures.sound() {
        if !draws(engine, bytes, standards) {
            found.extend(pictures.damaged(path));
        }
    }
    found
}

/// A document with one picture.
const ALONE: &str =
    "#set document(title: [a], date: datetime(year: 2000, month: 1, day: 1))
#set text(lang: \"vi\", font: \"Tinos\", fallback: false)
#image(sys.inputs.pictures.a, alt: \"a\", width: 10mm)";

/// Whether Typst draws a picture that stands alone.
fn draws(engine: &Engine, bytes: &Bytes, standards: Option<&Standards>) -> bool {
    let generated = Generated::whole(ALONE.to_owned());
    let library = pictures::library(std::iter::once(("a", Some(bytes))));
    let world = Sandbox::new(engine, Cow::Owned(library), &generated, &NoFiles);
    let compiled = typst::compile::<PagedDocument>(&world);
    let keeps = |document: &PagedDocument, standards: &Standards| {
        standards.pdf(document, Smart::Auto).is_ok()
    };
    compiled.output.is_ok_and(|document| standards.is_none_or(|s| keeps(&document, s)))
}
