//! The way from a document to its pages, through `template` and `typeset`.

mod notice;
mod support;
