//! The way from a document to its pages, through `template` and `typeset`.

mod faults;
mod injection;
mod literal;
mod nesting;
mod notice;
mod outlines;
mod support;
