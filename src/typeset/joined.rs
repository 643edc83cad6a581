//! Several documents in one PDF, one behind the other: each has its own page numbers, its own
//! tags, and a bookmark.

use std::num::NonZeroUsize;

use typst::foundations::{NativeElement, Smart};
use typst::introspection::{Location, Tag, TagFlags};
use typst::layout::{Frame, FrameItem, Point};
use typst::model::{Destination, Document, DocumentInfo, HeadingElem};
use typst::text::TextElem;
use typst::utils::hash128;
use typst_layout::{Page, PagedDocument};

use super::Pages;
use super::standards::Standards;
use crate::source::Sources;

/// The pages of several documents.
#[derive(Debug, Default)]
pub struct Joined {
    pages: Vec<Page>,
    info: DocumentInfo,
    /// What the identifier of the PDF is made of.
    identity: String,
    /// How many documents there are.
    documents: usize,
}

impl Joined {
    /// Most pages that are joined: each is held in memory.
    pub const MOST_PAGES: usize = 5_000;

    /// Adds the pages of a document, which have the bookmark `name`; `sources` are those of its
    /// report. Whether there was room for them.
    #[must_use]
    pub fn add(&mut self, pages: &Pages, name: &str, sources: &Sources) -> bool {
        if self.pages.len() + pages.count() > Self::MOST_PAGES {
            return false;
        }
        if self.pages.is_empty() {
            self.info = pages.document.info().clone();
        }
        self.identity += &pages.identity(sources);
        let moved = Moved { document: self.documents, pages: self.pages.len() };
        self.documents += 1;
        let start = self.pages.len();
        self.pages.extend(pages.document.pages().iter().cloned());
        for page in &mut self.pages[start..] {
            moved.frame(&mut page.frame);
        }
        if let Some(first) = self.pages.get_mut(start) {
            moved.bookmark(&mut first.frame, name);
        }
        true
    }

    /// How many documents there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.documents
    }

    /// All of them as one PDF, tagged; nothing where there are none, or where together they break
    /// the standards, which each of them keeps.
    #[must_use]
    pub fn pdf(self, standards: &Standards) -> Option<Vec<u8>> {
        if self.pages.is_empty() {
            return None;
        }
        let document = PagedDocument::new(self.pages.into(), self.info);
        standards.pdf(&document, Smart::Custom(self.identity)).ok()
    }
}

/// How the places of a document are told from those of the others. What Typst finds elements by is
/// made of their text and of where they stand in their own document: two of them have the same.
struct Moved {
    document: usize,
    /// How many pages stand before it.
    pages: usize,
}

impl Moved {
    fn location(&self, location: Location) -> Location {
        Location::new(hash128(&(self.document, location.hash())))
    }

    fn frame(&self, frame: &mut Frame) {
        frame.retain(|item| {
            match item {
                FrameItem::Group(group) => {
                    if let Some(parent) = &mut group.parent {
                        parent.location = self.location(parent.location);
                    }
                    self.frame(&mut group.frame);
                }
                FrameItem::Tag(Tag::Start(element, _)) => {
                    if let Some(location) = element.location() {
                        element.set_location(self.location(location));
                    }
                }
                FrameItem::Tag(Tag::End(location, _, _))
                | FrameItem::Link(Destination::Location(location), _) => {
                    *location = self.location(*location);
                }
                FrameItem::Link(Destination::Position(position), _) => {
                    let page = position.page.get() + self.pages;
                    position.page = NonZeroUsize::new(page).unwrap_or(position.page);
                }
                FrameItem::Link(Destination::Url(_), _)
                | FrameItem::Text(_)
                | FrameItem::Shape(..)
                | FrameItem::Image(..) => {}
            }
            true
        });
    }

    /// Puts a heading at the head of a page that is a bookmark and nothing else.
    fn bookmark(&self, frame: &mut Frame, name: &str) {
        let heading = HeadingElem::new(TextElem::packed(name))
            .with_level(Smart::Custom(NonZeroUsize::MIN))
            .with_bookmarked(Smart::Custom(true));
        let mut heading = heading.pack();
        let location = Location::new(hash128(&(self.document, "bookmark")));
        heading.set_location(location);
        let flags = TagFlags { introspectable: true, tagged: false };
        let key = hash128(&heading);
        let tags = [Tag::Start(heading, flags), Tag::End(location, key, flags)];
        let tags = tags.map(|tag| (Point::zero(), FrameItem::Tag(tag)));
        frame.prepend_multiple(tags);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use typst::foundations::Content;
    use typst::introspection::Introspector;

    use super::super::{Engine, NoFiles, layout};
    use super::*;
    use crate::source_map::{Segment, SourceMap};

    /// A document with all that has a place: two of them differ in nothing.
    const TYPST: &str = "#set text(font: \"Tinos\", fallback: false)
        #set document(title: \"Một\", date: datetime(year: 2026, month: 6, day: 5))
        #set page(width: 100mm, height: 80mm, numbering: \"1\")
        = Đầu <dau>
        Chữ#footnote[Chú thích.] và @dau, #link((page: 1, x: 0mm, y: 0mm))[trang].
        #figure(table(columns: 2, table.header[a][b], ..range(40).map(n => [#n])), caption: [c])
        + một
        + hai";

    fn pages() -> (Pages, Sources) {
        let mut sources = Sources::default();
        let map = SourceMap::new(Vec::<Segment>::new());
        let typst = TYPST.replace("@dau", "#link(<dau>)[đầu]");
        let laid_out = layout(Engine::shared(), typst, map, &NoFiles, &mut sources);
        (laid_out.0.unwrap(), sources)
    }

    /// The places of the elements that begin in a frame.
    fn places(frame: &Frame, found: &mut Vec<Location>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => places(&group.frame, found),
                FrameItem::Tag(Tag::Start(element, _)) => {
                    found.extend(element.location());
                }
                _ => {}
            }
        }
    }

    fn body(heading: &Content) -> String {
        heading.to_packed::<HeadingElem>().unwrap().body.plain_text().to_string()
    }

    #[test]
    fn no_two_documents_have_a_place_in_common() {
        let (one, sources) = pages();
        let mut joined = Joined::default();
        for name in ["Ông A", "Bà B", "Ông A"] {
            assert!(joined.add(&one, name, &sources));
        }
        let all: Vec<HashSet<Location>> = joined
            .pages
            .chunks(one.count())
            .map(|pages| {
                let mut found = Vec::new();
                for page in pages {
                    places(&page.frame, &mut found);
                }
                found.into_iter().collect()
            })
            .collect();
        assert!(all[0].len() > 50 && all.iter().all(|one| one.len() == all[0].len()));
        assert!(all[0].is_disjoint(&all[1]) && all[1].is_disjoint(&all[2]));
        assert!(all[0].is_disjoint(&all[2]));
        let document =
            PagedDocument::new(joined.pages.clone().into(), joined.info.clone());
        let headings = document.introspector().query(&HeadingElem::ELEM.select());
        let titles: Vec<_> = headings.iter().map(body).collect();
        assert_eq!(titles, ["Ông A", "Đầu", "Bà B", "Đầu", "Ông A", "Đầu"]);
        let starts: Vec<usize> = headings
            .iter()
            .filter_map(|one| document.introspector().position(one.location()?))
            .map(|position| position.page.get() - 1)
            .collect();
        let wanted = [0, 1, 2].map(|nth| [nth * one.count(); 2]).concat();
        assert_eq!(starts, wanted);
        assert!(one.pdf(&Standards::default(), &mut Sources::default()).0.is_some());
        assert!(joined.pdf(&Standards::default()).is_some());
    }

    #[test]
    fn what_has_no_room_is_not_added() {
        let (one, sources) = pages();
        let mut joined = Joined::default();
        let room = Joined::MOST_PAGES / one.count();
        let fits = (0..=room).filter(|_| joined.add(&one, "a", &sources)).count();
        assert_eq!((fits, joined.count()), (room, room));
        assert_eq!(Joined::default().pdf(&Standards::default()), None);
    }
}
