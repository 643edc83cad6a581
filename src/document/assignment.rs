//! `Assignment`: a task as it was found in a text, with its place.

use super::groups::task::Deadline;
use super::text::Text;
use crate::source::Span;

/// How the heading starts under which the tasks of the last meeting are followed up: what
/// stands there was assigned before.
pub const FOLLOW_UP: &str = "Về thực hiện kết luận";

/// A task: who must do what by when, and where that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The number of its item with those above it: `II.2.4`, `2.a`; may be empty.
    pub item: String,
    /// Where it is said.
    pub span: Span,
    /// What it is about, where the text says so before a colon.
    pub topic: Option<String>,
    /// What is to be done: the sentence without the words that assign it.
    pub work: String,
    /// Who leads; empty where nobody is named.
    pub assignees: Vec<Text>,
    /// Who takes part.
    pub coordinators: Vec<Text>,
    /// Until when, where that is said.
    pub deadline: Option<Deadline>,
    /// Whether it is done.
    pub done: bool,
}
