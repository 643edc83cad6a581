//! Parses the text of a front matter into a tree in which every key and value knows its place;
//! explains syntax errors and recovers from them. Knows no field by name but
//! those that are lists.

pub(super) mod blanks;
pub(super) mod duplicates;
pub(super) mod list_lines;
pub(super) mod node;
pub(super) mod problems;
pub(super) mod recovery;
pub(super) mod split;
pub(super) mod syntax_errors;
pub(super) mod tree;
