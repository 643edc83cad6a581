//! `Value`: the values of a document's fields that are printed around its text, each with its
//! field.

use crate::document::field::{self, Field};
use crate::document::outline::Line;
use crate::document::{
    CustomEntry, CustomValue, Document, DocumentCopy, Meeting, Person, Signature, Text,
};
use crate::source::Sources;

/// The field of a text in any field of the kind's own.
pub(super) const OWN: Field =
    Field { name: "mục riêng", key: "muc_rieng", clause: None, example: None };

/// A value of a field, or one line of a list.
#[derive(Debug, Clone)]
pub(super) struct Value<'a> {
    /// The field; of what stands in a group the field within it: `chủ trì`, `họ tên`.
    pub(super) field: Field,
    /// The group that it stands in: `cuộc họp`, `ký`; none of the document itself.
    pub(super) group: Option<Field>,
    /// The value with the way back to its place.
    pub(super) line: Line<'a>,
}

/// The values that are printed, in the order of the fields. Those that only choose (mẫu, thể
/// thức, độ khẩn) and those that are read in the text (mở đầu, kết luận, kết thúc) are not among
/// them.
pub(super) fn values<'a>(document: &'a Document, sources: &'a Sources) -> Vec<Value<'a>> {
    let mut gather = Gather { found: Vec::new(), sources };
    gather.document(document);
    gather.found
}

struct Gather<'a> {
    found: Vec<Value<'a>>,
    sources: &'a Sources,
}

impl<'a> Gather<'a> {
    fn document(&mut self, document: &'a Document) {
        let superior = document.superior.iter().flat_map(|texts| texts.iter());
        self.all(field::SUPERIOR, None, superior);
        self.all(field::ISSUER, None, document.issuer.iter());
        self.all(field::PLACE, None, [&document.place]);
        self.all(field::KIND, None, &document.kind);
        self.all(field::SUBJECT, None, &document.subject);
        self.all(field::AUTHOR, None, &document.author);
        let addressees = document.addressees.iter().flat_map(|texts| texts.iter());
        self.all(field::ADDRESSEES, None, addressees);
        let bases = document.bases.iter().flat_map(|texts| texts.iter());
        self.all(field::GROUNDS, None, bases);
        if let Some(meeting) = &document.meeting {
            self.meeting(meeting);
        }
        self.own(&document.custom);
        for group in &document.recipients.0 {
            self.all(field::RECIPIENTS, None, group.name.iter().chain(&group.entries));
        }
        for signature in document.signatures.iter() {
            self.signature(field::SIGNATURES, signature);
        }
        if let Some(signature) = &document.confirmation {
            self.signature(field::CONFIRMATION, signature);
        }
        if let Some(copy) = &document.copy {
            self.copy(copy);
        }
        for appendix in document.appendices.iter() {
            let group = Some(field::APPENDICES);
            self.all(field::TITLE, group, [&appendix.title]);
            self.all(field::ATTACHMENT, group, &appendix.attachment);
        }
    }

    fn copy(&mut self, copy: &'a DocumentCopy) {
        let group = Some(field::COPY);
        self.all(field::BODY, group, &copy.body);
        let superior = copy.superior.iter().flat_map(|texts| texts.iter());
        self.all(field::SUPERIOR, group, superior);
        self.all(field::PLACE, group, &copy.place);
        for recipients in copy.recipients.iter().flat_map(|groups| &groups.0) {
            let (name, entries) = (&recipients.name, &recipients.entries);
            self.all(field::RECIPIENTS, group, name.iter().chain(entries));
        }
        if let Some(signature) = &copy.signature {
            self.signature(field::COPY, signature);
        }
    }

    fn meeting(&mut self, meeting: &'a Meeting) {
        let group = Some(field::MEETING);
        self.all(field::TIME, group, &meeting.time);
        self.all(field::WORD, group, &meeting.word);
        self.all(field::BODY, group, &meeting.body);
        self.all(field::PURPOSE, group, &meeting.purpose);
        self.all(field::VENUE, group, &meeting.venue);
        self.person(field::CHAIR, &meeting.chair);
        if let Some(person) = &meeting.secretary {
            self.person(field::SECRETARY, person);
        }
        for person in meeting.attendees.iter() {
            self.person(field::ATTENDEES, person);
        }
        for person in meeting.absentees.iter() {
            self.person(field::ABSENTEES, person);
        }
        self.all(field::AGENDA, group, meeting.agenda.iter());
        self.all(field::GROUNDS, group, meeting.grounds.iter());
    }

    /// What is said in the fields of the kind's own.
    fn own(&mut self, entries: &'a [CustomEntry]) {
        for value in entries.iter().filter_map(|entry| entry.value.as_ref()) {
            self.own_value(value);
        }
    }

    fn own_value(&mut self, value: &'a CustomValue) {
        match value {
            CustomValue::Text(text) => self.all(OWN, None, [text]),
            CustomValue::Person(person) => {
                self.all(field::NAME, Some(OWN), [&person.name]);
                self.all(field::POSTS, Some(OWN), &person.posts);
            }
            CustomValue::List(list) => {
                for value in list {
                    self.own_value(value);
                }
            }
            CustomValue::Group(entries) => self.own(entries),
            CustomValue::Date(_) | CustomValue::Flag(_) => {}
        }
    }

    /// A person of the meeting: the name has the field of their part (`chủ trì`).
    fn person(&mut self, part: Field, person: &'a Person) {
        self.all(part, Some(field::MEETING), [&person.name]);
        self.all(field::POSTS, Some(part), &person.posts);
    }

    fn signature(&mut self, group: Field, signature: &'a Signature) {
        let group = Some(group);
        self.all(field::AUTHORITY, group, signature.authority.iter());
        self.all(field::POSTS, group, signature.posts.iter());
        let office = signature.office.iter().flat_map(|texts| texts.iter());
        self.all(field::OFFICE, group, office);
        self.all(field::NAME, group, &signature.name.0);
    }

    /// Adds what is said in a field; what is blank says nothing.
    fn all(
        &mut self,
        field: Field,
        group: Option<Field>,
        texts: impl IntoIterator<Item = &'a Text>,
    ) {
        for text in texts.into_iter().filter(|text| !text.is_blank()) {
            self.found.push(Value {
                field,
                group,
                line: Line::of_text(text, self.sources),
            });
        }
    }
}
