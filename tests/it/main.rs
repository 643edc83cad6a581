//! One binary for all tests from outside, so that Typst is linked once.

#![allow(clippy::unwrap_used, reason = "a test may fail anywhere")]

mod architecture;
mod batches;
mod cli;
mod commonmark;
mod conservation;
mod defaults;
mod determinism;
mod ending;
mod fields;
mod files;
mod fix;
mod fonts;
mod forms;
mod frames;
mod geometry;
mod guests;
mod guide;
mod hostile;
mod kept;
mod kinds;
mod layouts;
mod legal;
mod lines;
mod literal;
mod margins;
mod mistakes;
mod new;
mod notices;
mod number;
mod pages;
mod peer;
mod pictures;
mod properties;
mod prose;
mod readings;
mod regulation;
mod rules;
mod schema;
mod state;
mod support;
mod sweep;
mod templates;
mod typing;
mod unseen;
