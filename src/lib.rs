//! Turns a text file into a Vietnamese official document (văn bản hành chính), ready to sign.
//!
//! A document is one text: YAML front matter with its metadata, then Markdown. [`compile`] makes
//! it a PDF, or says at which place of the text something is wrong:
//!
//! ```
//! use vanban::{Format, Input, compile};
//!
//! let text = std::fs::read("examples/thong-bao-2023-06.md")?;
//! let outcome = compile(&Input::new("thong-bao.md", text), Format::Pdf);
//! let pdf = &outcome.output.expect("nothing is wrong with the document")[0];
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! Every entry point gives an [`Outcome`]: a value, where there is one, beside a [`Report`] of
//! all that was found on the way. Each [`Diagnostic`] carries its [`Rule`], its place, its words
//! in Vietnamese and English and, where that is certain, what mends it; [`render_human`],
//! [`render_json`] and [`render_sarif`] show a report.
//!
//! # What to start from
//!
//! - [`parse`] reads a document once into [`Parsed`]: metadata ([`Document`]), text
//!   ([`Outline`]), templates, and what they come to value by value and task by task. An editor
//!   or another writer starts here.
//! - [`compile`] goes on to the bytes of a [`Format`], [`check`] drops them, [`typeset()`] stops
//!   at the [`Pages`].
//! - [`read_table`] reads a table of which each row makes a document ([`Input::row`]);
//!   [`printable`] and [`Joined`] put the documents of all rows into one PDF.
//! - [`new_document`] and [`renew`] write what a new document starts as: a template's skeleton,
//!   or last month's document with its months moved on.
//! - [`check_defaults`], [`templates`], [`schema`] and [`all_rules`] tell what documents share.
//!
//! The library touches no files, arguments, environment or clock: [`Input`] brings what a
//! document may draw on. The program around it is the feature `cli`, which is on by default.

mod calendar;
#[cfg(feature = "cli")]
pub mod cli;
mod diagnostic;
mod document;
mod front_matter;
mod language;
mod markdown;
mod pipeline;
mod renewal;
#[doc(hidden)]
pub mod rooms;
mod rules;
mod source;
mod source_map;
mod tasks;
mod template;
mod typeset;

pub use diagnostic::{
    Bilingual, Diagnostic, Diagnostics, Edit, Example, Family, FieldPath, Fix,
    HumanOptions, Lang, Problem, Regimes, Rule, Severity, Words, explain, list_rules,
    mended, render_human, render_json, render_sarif,
};
pub use document::{Assignment, Document, Manifest, NamedTemplates, Outline, Regime};
pub use front_matter::{Resolved, Scope, Step};
pub use pipeline::{
    ARGUMENT, Compared, Format, Input, NAME_COLUMN, NewDocument, Outcome, Parsed, Report,
    Row, Table, TableRow, all_rules, check, check_defaults, check_series, compared,
    compile, new_document, other_template, parse, printable, read_table, renew, resolve,
    resolve_defaults, schema, stopped, templates, typeset,
};
pub use renewal::{Change, Note, Renewal};
pub use source::{FileId, Position, Source, Sources, Span};
pub use template::{Skeleton, Stop, Templates};
pub use typeset::{Engine, Files, Joined, NoFiles, Pages, Standards, evict_cache};
