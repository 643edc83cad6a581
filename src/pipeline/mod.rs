//! The stages in their order: the one room that knows more than one of them.
//!
//! [`parse()`] reads a document, once; [`compile()`], [`check`], [`typeset`] and [`renew`] go on
//! from what it said. [`new_document()`] starts from a template, [`check_defaults`], [`templates()`]
//! and [`schema()`] look at what documents share.

mod attachment_problems;
mod attachments;
mod beside;
mod compile;
mod decoding;
mod defaults;
mod fitting;
mod input;
mod new_document;
mod outcome;
mod parse;
mod regulations;
mod row;
mod rule_table;
mod run;
mod schema;
mod series;
mod silencers;
mod stopped;
mod table;
mod table_problems;
mod templates;
mod unseen;
mod weighing;
mod weighing_problems;
mod yaml_fixes;

pub use compile::{check, compile, printable, typeset};
pub use defaults::{check_defaults, resolve_defaults};
pub use input::{ARGUMENT, Format, Input, Row};
pub use new_document::{NewDocument, new_document, renew};
pub use outcome::{Outcome, Report};
pub use parse::{Parsed, parse, resolve};
pub use rule_table::all_rules;
pub use schema::schema;
pub use series::{Compared, check_series, compared};
pub use stopped::stopped;
pub use table::{NAME_COLUMN, Table, TableRow, read_table};
pub use templates::{other_template, templates};
