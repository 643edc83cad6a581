//! Images in a paragraph: their descriptions are gathered, then they become pictures.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::InlineBuilder;
use crate::markdown::lines::marker;
use crate::markdown::pieces::picture;
use crate::markdown::pieces::reader::Reader;

/// An image whose description is being gathered.
pub(super) struct Image {
    /// The file, as the user wrote it.
    pub(super) destination: String,
    /// What came of its description so far.
    pub(super) description: String,
    /// How many images are open within its description.
    pub(super) nested: usize,
}

impl InlineBuilder {
    /// Takes in an event within an image.
    pub(super) fn take_description(
        &mut self,
        event: &Event<'_>,
        range: &Range<usize>,
        reader: &mut Reader<'_>,
    ) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) => {
                image
                    .description
                    .extend(text.chars().filter(|c| !marker::ALL.contains(c)));
            }
            Event::SoftBreak | Event::HardBreak => image.description.push(' '),
            // `![a ![b](b.png)](a.png)`: the inner one is part of the description.
            Event::Start(Tag::Image { .. }) => image.nested += 1,
            Event::End(TagEnd::Image) if image.nested > 0 => image.nested -= 1,
            Event::End(TagEnd::Image) => {
                let Image { destination, description, .. } = image;
                let (fragment, diagnostics) = (reader.fragment, &mut reader.diagnostics);
                let picture = picture::picture(
                    fragment,
                    range.clone(),
                    destination,
                    description,
                    diagnostics,
                );
                let place = fragment.span(range.clone());
                self.pictures.extend(picture.map(|picture| (place, picture)));
                self.image = None;
            }
            _ => {}
        }
    }
}
