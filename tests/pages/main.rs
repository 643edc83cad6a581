//! The way from a document to its pages, through `template` and `typeset`.
#![allow(clippy::unwrap_used, reason = "a test may fail anywhere")]

mod faults;
mod injection;
mod literal;
mod nesting;
mod notice;
mod outlines;
mod support;
