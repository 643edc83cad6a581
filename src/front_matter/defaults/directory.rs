//! The directory of people (danh bạ) of the defaults: a name brings its posts along.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::decode::Reader;
use super::names::Names;
use super::node::{Key, Kind, Node};
use super::recovery::SkippedRegions;
use crate::diagnostic::phrases::did_you_mean;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{
    DirectoryEntry, Form, Manifest, Takes, Text, field, fold, is_collective, nearest,
    split_address,
};
use crate::front_matter::yaml::duplicates::duplicate_key;
use crate::source::{FileId, Span};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&PERSON_UNKNOWN];

/// The people whom an office knows, by their names.
pub(crate) struct Directory {
    people: BTreeMap<String, DirectoryEntry>,
    /// Whether all of its entries could be read: else a missing name says nothing.
    whole: bool,
}

/// Which of a person's posts a place wants.
#[derive(Clone, Copy)]
enum Posts {
    /// Those named in the text (chức vụ).
    Named,
    /// Those of the signature block (chức vụ ký), else those named in the text.
    Signing,
}

/// For so many names at most a near one is looked for.
const SUGGESTIONS: usize = 20;

impl Directory {
    /// The people in the list `node`. The schema has said what is wrong with an entry, but for
    /// a name that stands there twice: which posts it brings would be a guess.
    pub(crate) fn of(node: &Node, names: &Names, found: &mut Diagnostics) -> Self {
        let mut directory = Self { people: BTreeMap::new(), whole: true };
        let Kind::List(entries) = &node.kind else {
            return Self { whole: false, ..directory };
        };
        for node in entries {
            let Ok(entry) = DirectoryEntry::deserialize(Reader { node, names }) else {
                directory.whole = false;
                continue;
            };
            let name = spelling(entry.name.as_str());
            if let Some(first) = directory.people.get(&name) {
                let problem = duplicate_key(&name);
                found.push_related(problem, entry.name.span, first.name.span);
            } else {
                directory.people.insert(name, entry);
            }
        }
        directory
    }

    /// The directory, which may lack people where lines of its `file` are lost.
    pub(crate) fn after(self, skipped: &SkippedRegions, file: FileId) -> Self {
        Self { whole: self.whole && !skipped.is_in(file), ..self }
    }

    /// Gives the people whom `tree` names their posts, where it does not give them itself.
    /// A name that the directory lacks is an error: it may be misspelt.
    pub(crate) fn apply(
        &self,
        tree: &mut Node,
        kind: Option<&Manifest>,
        found: &mut Diagnostics,
    ) {
        let mut search = Search { directory: self, found, suggestions: SUGGESTIONS };
        if let Some(meeting) = tree.get_mut(field::MEETING.key) {
            for one in [field::CHAIR.key, field::SECRETARY.key] {
                if let Some(person) = meeting.get_mut(one) {
                    search.person(person, Posts::Named, true);
                }
            }
            for several in [field::ATTENDEES.key, field::ABSENTEES.key] {
                let people = meeting.get_mut(several);
                let Some(Node { kind: Kind::List(people), .. }) = people else {
                    continue;
                };
                for person in people {
                    search.person(person, Posts::Named, false);
                }
            }
        }
        let own = kind.into_iter().flat_map(|kind| &kind.fields.0);
        for (name, form) in own {
            let Some(node) = tree.get_mut(&fold(name.as_str())) else { continue };
            let of_entries = form.items.as_deref().map(Form::takes);
            if form.takes() == Takes::Person {
                search.person(node, Posts::Named, false);
            } else if let (Some(Takes::Person), Kind::List(people)) =
                (of_entries, &mut node.kind)
            {
                for person in people {
                    search.person(person, Posts::Named, false);
                }
            }
        }
        match tree.get_mut(field::SIGNATURES.key) {
            Some(Node { kind: Kind::List(people), .. }) => {
                for signature in people {
                    search.person(signature, Posts::Signing, true);
                }
            }
            Some(signature) => search.person(signature, Posts::Signing, true),
            None => {}
        }
        if let Some(confirmation) = tree.get_mut(field::CONFIRMATION.key) {
            search.person(confirmation, Posts::Signing, false);
        }
        let copy = tree.get_mut(field::COPY.key);
        if let Some(signer) = copy.and_then(|copy| copy.get_mut(field::SIGNATURES.key)) {
            search.person(signer, Posts::Signing, false);
        }
    }

    /// The names of its people.
    pub(crate) fn names(&self) -> Vec<Text> {
        self.people.values().map(|entry| entry.name.clone()).collect()
    }

    /// The person with a name, a form of address before it apart.
    fn find(&self, name: &str) -> Option<&DirectoryEntry> {
        let bare = || split_address(name).map(|(_, name)| name);
        let whole = self.people.get(&spelling(name));
        whole.or_else(|| self.people.get(&spelling(bare()?)))
    }

    /// The name that a name was meant to be.
    fn near(&self, name: &str) -> Option<String> {
        nearest(name, self.people.keys().map(String::as_str)).map(str::to_owned)
    }
}

/// People being looked up.
struct Search<'a> {
    directory: &'a Directory,
    found: &'a mut Diagnostics,
    /// How many near names may still be looked for.
    suggestions: usize,
}

impl Search<'_> {
    /// One person; `must` says that a plain text there can only be a name.
    fn person(&mut self, node: &mut Node, posts: Posts, must: bool) {
        let Some(person) = named(node, must) else { return };
        let Some(name) = person.get(field::NAME.key) else { return };
        let Some(text) = name.as_text() else { return };
        let entry = self.directory.find(text);
        let has_posts = person.get_filled(field::POSTS.key).is_some();
        if let Some(entry) = entry {
            let mut person = person;
            if matches!(posts, Posts::Named) {
                address(&mut person, entry);
            }
            if has_posts {
                *node = person;
                return;
            }
            let posts = posts.of(entry).iter();
            let posts = posts.map(|post| Node::text(&post.value, post.span)).collect();
            *node = with_posts(person, posts, entry.name.span);
            return;
        }
        if has_posts || (must && is_collective(text)) {
            if !has_posts {
                let span = name.span;
                *node = with_posts(person, Vec::new(), span);
            }
            return;
        }
        let span = name.span;
        if self.directory.whole {
            self.unknown(text, span);
        }
        if must {
            // Said once: nobody needs to hear that the posts are missing, too.
            *node = with_posts(person, Vec::new(), span);
        }
    }

    fn unknown(&mut self, name: &str, span: Span) {
        let left = self.suggestions.checked_sub(1);
        self.suggestions = left.unwrap_or_default();
        let near = left.and_then(|_| self.directory.near(name));
        self.found.push(person_unknown(name, near.as_deref()), span);
    }
}

impl Posts {
    fn of(self, entry: &DirectoryEntry) -> &[Text] {
        match self {
            Self::Signing if !entry.signing_posts.is_empty() => &entry.signing_posts,
            Self::Named | Self::Signing => &entry.posts,
        }
    }
}

/// The fields of a person, where the name is among them or is all that is written.
fn named(node: &Node, must: bool) -> Option<Node> {
    match &node.kind {
        Kind::Scalar(name) if must || looks_like_a_name(name) => {
            let name = (Key::new(field::NAME.name, node.span), node.clone());
            Some(Node { span: node.span, kind: Kind::Map(vec![name]) })
        }
        Kind::Map(_) => Some(node.clone()),
        Kind::Null | Kind::Scalar(_) | Kind::List(_) => None,
    }
}

/// A person with these posts, which stand in one place.
fn with_posts(mut person: Node, posts: Vec<Node>, place: Span) -> Node {
    let posts = Node { span: place, kind: Kind::List(posts) };
    person.set(Key::new(field::POSTS.name, place), posts);
    person
}

/// Gives a person the form of address that the directory has, where none is typed.
fn address(person: &mut Node, entry: &DirectoryEntry) {
    let typed =
        person.get(field::NAME.key).and_then(Node::as_text).and_then(split_address);
    let given = person.get_filled(field::ADDRESS.key).is_some();
    if let Some(form) = entry.address.as_ref().filter(|_| typed.is_none() && !given) {
        let key = Key::new(field::ADDRESS.name, form.span);
        person.set(key, Node::text(&form.value, form.span));
    }
}

/// A name as it is compared: composed letters, single blanks. A tone makes another name.
pub(crate) fn spelling(name: &str) -> String {
    let composed = Text::new(name, Span::default()).value;
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Two to five words, each with a capital: `Nông Thị Quyên`, not `các đồng chí thành viên`.
fn looks_like_a_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().skip(1).all(char::is_lowercase)
        })
}

/// A person whom the directory of the defaults does not have.
pub(crate) static PERSON_UNKNOWN: Rule = Rule {
    id: "person-unknown",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Người chỉ ghi tên thì chức vụ được lấy từ `danh bạ` của cơ quan; tên không \
             có ở đó thì không biết chức vụ nào.",
        en: "The post of a person given by name alone comes from the directory of the \
             office (`danh bạ`); a name that it does not have brings none.",
    },
    wrong: Example::fields("ký: Hoàng Văn Khôi").beside(&[(
        "vanban.yaml",
        "danh bạ:\n  - {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}\n",
    )]),
    right: Example::fields("ký: Hoàng Hữu Khôi").beside(&[(
        "vanban.yaml",
        "danh bạ:\n  - {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}\n",
    )]),
    ..Rule::ERROR
};

/// The directory has nobody called `name`; `near` is a known name that is nearly the same.
pub(crate) fn person_unknown(name: &str, near: Option<&str>) -> Problem {
    let help = near.map_or_else(
        || {
            both!(
                "thêm người này vào `danh bạ` trong tệp `vanban.yaml`, hoặc ghi rõ tại \
                 đây: `{{họ tên: {name}, chức vụ: …}}`",
                "add the person to `danh bạ` in `vanban.yaml`, or write here: `{{họ \
                 tên: {name}, chức vụ: …}}`"
            )
        },
        did_you_mean,
    );
    let problem = PERSON_UNKNOWN.problem(
        both!(
            "danh bạ không có người tên `{name}`",
            "the directory (danh bạ) has nobody called `{name}`"
        ),
        both!("chưa có tên này", "unknown name"),
        help,
    );
    problem.suggesting(near)
}
