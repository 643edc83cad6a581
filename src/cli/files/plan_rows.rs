//! Which file each row of the table of `--data` becomes.

use std::path::Path;
use std::sync::Arc;

use super::guard::Guard;
use super::loaded::Loaded;
use super::output::Target;
use super::plan::{Job, Plan, paper};
use super::result_name::named_after;
use super::row_names::RowNames;
use super::rows::Data;
use super::surroundings::Surroundings;
use crate::cli::arguments::build::{BuildArgs, Format};
use crate::cli::terminal::{Message, misuse};

/// Which file each row of the table becomes.
///
/// # Errors
/// Where one output is named for all, or there is another document of the result's name.
pub(crate) fn plan_rows(
    document: &Path,
    data: &Arc<Data>,
    arguments: &BuildArgs,
    format: Format,
    surroundings: &Surroundings<'_>,
) -> Result<Plan, Message> {
    if let Some(output) = &arguments.output {
        return Err(misuse::output_of_rows(document, &data.path, output));
    }
    let guard = Guard::of(&[document.to_owned(), data.path.clone()]);
    let asked = arguments.result.template.template.as_ref();
    let paper = asked.and_then(|_| paper(&Loaded::read(document, surroundings).ok()?));
    let folder = arguments.result.out_dir.as_deref();
    let base = named_after(document, paper.as_deref(), folder, format)?;
    let mut names = RowNames::new(&base, document, data.rows().count());
    let jobs = data.rows().map(|row| {
        let path = names.next(row.result());
        let target = Ok(Target::File(path));
        Job { input: document.to_owned(), row: Some(row), target, loaded: None }
    });
    Ok(Plan { jobs: jobs.collect(), guard })
}
