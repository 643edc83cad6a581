//! The directory of people (danh bạ) of the defaults: a name brings its posts along.

use super::names::nearest;
use super::tree::{Key, Kind, Node};
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::{DirectoryEntry, Text, fold};

/// The people whom an office knows.
pub(super) struct Directory(pub(super) Vec<DirectoryEntry>);

/// Which of a person's posts a place wants.
#[derive(Clone, Copy)]
enum Posts {
    /// Those named in the text (chức vụ).
    Named,
    /// Those of the signature block (chức vụ ký), else those named in the text.
    Signing,
}

impl Directory {
    /// Gives the people whom `tree` names their posts, where it does not give them itself.
    /// A name that the directory lacks is an error: it may be misspelt.
    pub(super) fn apply(&self, tree: &mut Node, found: &mut Diagnostics) {
        if let Some(meeting) = field(tree, "cuoc_hop") {
            if let Some(chair) = field(meeting, "chu_tri") {
                self.person(chair, Posts::Named, true, found);
            }
            if let Some(Node { kind: Kind::List(people), .. }) = field(meeting, "du_hop")
            {
                for person in people {
                    self.person(person, Posts::Named, false, found);
                }
            }
        }
        if let Some(signature) = field(tree, "ky") {
            self.person(signature, Posts::Signing, true, found);
        }
    }

    /// One person; `must` says that a plain text there can only be a name.
    fn person(&self, node: &mut Node, posts: Posts, must: bool, found: &mut Diagnostics) {
        let (name, fields) = match &node.kind {
            Kind::Scalar(name) if must || looks_like_a_name(name) => {
                (node.clone(), Vec::new())
            }
            Kind::Map(fields) => {
                let named = fields.iter().find(|(key, _)| fold(&key.text) == "ho_ten");
                let Some((_, name)) = named else { return };
                (name.clone(), fields.clone())
            }
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => return,
        };
        let Kind::Scalar(text) = &name.kind else { return };
        let full = fields.iter().any(|(key, _)| fold(&key.text) == "chuc_vu");
        match self.0.iter().find(|entry| fold(&entry.name.value) == fold(text)) {
            Some(entry) if !full => *node = with_posts(node, name, fields, entry, posts),
            Some(_) => {}
            None if full => {}
            None => {
                let names = self.0.iter().map(|entry| entry.name.as_str());
                let near =
                    (!found.is_full()).then(|| nearest(text, names).map(str::to_owned));
                let near = near.flatten();
                found
                    .push(Problem::PersonUnknown { name: text.clone(), near }, name.span);
            }
        }
    }
}

/// The node of a person with the posts of the directory.
fn with_posts(
    node: &Node,
    name: Node,
    mut fields: Vec<(Key, Node)>,
    entry: &DirectoryEntry,
    posts: Posts,
) -> Node {
    let key = |text: &str| Key { text: text.into(), span: node.span };
    if fields.is_empty() {
        fields.push((key("họ tên"), name));
    }
    let posts = match posts {
        Posts::Signing if !entry.signing_posts.is_empty() => &entry.signing_posts,
        Posts::Named | Posts::Signing => &entry.posts,
    };
    let list = posts.iter().map(scalar).collect();
    fields.push((key("chức vụ"), Node { span: entry.name.span, kind: Kind::List(list) }));
    Node { span: node.span, kind: Kind::Map(fields) }
}

fn scalar(text: &Text) -> Node {
    Node { span: text.span, kind: Kind::Scalar(text.value.clone()) }
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

/// The value of a field of a group, by its folded name.
pub(super) fn field<'a>(node: &'a mut Node, name: &str) -> Option<&'a mut Node> {
    match &mut node.kind {
        Kind::Map(fields) => fields
            .iter_mut()
            .find(|(key, _)| fold(&key.text) == name)
            .map(|(_, node)| node),
        Kind::Null | Kind::Scalar(_) | Kind::List(_) => None,
    }
}
