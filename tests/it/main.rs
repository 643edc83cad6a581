//! One binary for all tests from outside, so that Typst is linked once.

mod architecture;
mod cli;
mod commonmark;
mod defaults;
mod determinism;
mod geometry;
mod literal;
mod notices;
mod peer;
mod schema;
mod support;
mod sweep;
