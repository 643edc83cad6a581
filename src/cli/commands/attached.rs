//! What is said of an attachment that is given as a document: whose it is.

use std::path::Path;

use crate::Report;
use crate::cli::files::owner::Owners;
use crate::diagnostic::{Diagnostic, both};

/// The rules that an attachment breaks as a document.
const MISSING: [&str; 2] = ["front-matter-missing", "front-matter-unclosed"];

fn is_missing(found: &Diagnostic) -> bool {
    MISSING.contains(&found.rule().id)
}

/// Gives a file without a front matter, which another document has for its attachment, that way
/// out.
pub(super) fn explain(report: &mut Report, file: &Path, owners: &Owners<'_>) {
    let missing = report.diagnostics.iter().any(is_missing);
    if !missing || file.as_os_str() == "-" {
        return;
    }
    let Some(owner) = owners.of(file) else { return };
    let owner = owner.display();
    let mut all: Vec<_> = report.diagnostics.iter().cloned().collect();
    for found in all.iter_mut().filter(|found| is_missing(found)) {
        found.problem.help = both!(
            "tệp này là phụ lục của `{owner}`, in cùng văn bản đó: chạy lệnh với `{owner}` thay cho \
             tệp này",
            "this file is an attachment of `{owner}` and is printed with it: run the command on \
             `{owner}` instead"
        );
    }
    report.diagnostics = all.into_iter().collect();
}
