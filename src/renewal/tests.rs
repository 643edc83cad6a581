//! Edits of single texts.
