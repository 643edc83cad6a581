//! What an editor offers to do about problems: mend one, mend all, be silent about one.

use std::ops::Range;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::documents::Open;
use super::edits::edits;
use super::lines::{Encoding, Lines};
use super::paper::Paper;
use super::silence::remark;
use crate::Report;
use crate::diagnostic::{Diagnostic, Fix, Lang, Severity, mended};
use crate::source::FileId;

/// The kind of an action that mends one thing.
const QUICK_FIX: &str = "quickfix";

/// The kind of the action that mends all.
pub(super) const FIX_ALL: &str = "source.fixAll.vanban";

/// The kinds of all actions.
pub(super) const KINDS: [&str; 2] = [QUICK_FIX, FIX_ALL];

/// Most problems of one place for which silence is offered: each is tried out.
const MOST: usize = 8;

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) uri: &'a str,
    pub(super) open: &'a Open,
    pub(super) paper: &'a Paper<'a>,
    /// The bytes for which actions are wanted.
    pub(super) range: Range<usize>,
    /// What the editor shows there.
    pub(super) shown: &'a [Value],
    /// The kinds of actions that are wanted; all where there are none.
    pub(super) only: &'a [String],
    pub(super) encoding: Encoding,
    pub(super) lang: Lang,
    /// Whether edits are to say for which version of a file they are.
    pub(super) versioned: bool,
    /// The address of a file, and the version that is open.
    pub(super) address: &'a dyn Fn(&Path) -> (String, Option<i64>),
}

/// What may be done about the problems at a place.
pub(super) fn actions(asked: &Asked<'_>) -> Value {
    let Some(report) = &asked.open.report else { return json!([]) };
    let mut found = Vec::new();
    let here = |one: &&Diagnostic| {
        let Range { start, end } = one.span.range();
        one.span.file == FileId::DOCUMENT
            && start <= asked.range.end
            && end.max(start) >= asked.range.start
    };
    let all = own_fixes(report);
    if asked.wants(QUICK_FIX) {
        let problems: Vec<&Diagnostic> = report.diagnostics.iter().filter(here).collect();
        found.extend(problems.iter().filter_map(|one| asked.fix(report, one)));
        if all.len() > 1 && !found.is_empty() {
            found.push(asked.fix_all(report, &all, QUICK_FIX));
        }
        found.extend(problems.iter().take(MOST).filter_map(|one| asked.silence(one)));
    }
    if asked.wants(FIX_ALL) && !asked.only.is_empty() && !all.is_empty() {
        found.push(asked.fix_all(report, &all, FIX_ALL));
    }
    found.into()
}

/// The fixes that concern the document alone.
fn own_fixes(report: &Report) -> Vec<&Fix> {
    let fixes = report.diagnostics.iter().filter_map(|one| one.fix.as_ref());
    fixes
        .filter(|fix| fix.iter().all(|edit| edit.span.file == FileId::DOCUMENT))
        .collect()
}

impl Asked<'_> {
    fn wants(&self, kind: &str) -> bool {
        let within = |wanted: &String| {
            let rest = kind.strip_prefix(wanted.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.only.is_empty() || self.only.iter().any(within)
    }

    /// Mends one problem.
    fn fix(&self, report: &Report, problem: &Diagnostic) -> Option<Value> {
        let fix = problem.fix.as_ref()?;
        let help = problem.words(self.lang).help;
        let title = match self.lang {
            Lang::Vi => format!("Sửa: {help}"),
            Lang::En => format!("Fix: {help}"),
        };
        let edit = self.mended(report, &[fix]);
        Some(json!({
            "title": shortened(&title),
            "kind": QUICK_FIX,
            "diagnostics": self.shown_of(problem),
            "isPreferred": true,
            "edit": edit,
        }))
    }

    /// Mends all that can be mended.
    fn fix_all(&self, report: &Report, fixes: &[&Fix], kind: &str) -> Value {
        let title = match self.lang {
            Lang::Vi => "Sửa mọi chỗ sửa được trong văn bản",
            Lang::En => "Fix all that can be fixed in the document",
        };
        json!({ "title": title, "kind": kind, "edit": self.mended(report, fixes) })
    }

    /// Silences the rule of a problem at its place.
    fn silence(&self, problem: &Diagnostic) -> Option<Value> {
        if problem.rule().severity == Severity::Error {
            return None;
        }
        let id = problem.rule().id;
        let remark = remark(self.paper, problem.span.start, id)?;
        let title = match self.lang {
            Lang::Vi => format!("Bỏ qua quy tắc `{id}` ở đây"),
            Lang::En => format!("Silence the rule `{id}` here"),
        };
        let lines = Lines::new(&self.open.text, self.encoding);
        let place = lines.range(remark.at..remark.at);
        let edit = json!({ "range": place, "newText": remark.text });
        Some(json!({
            "title": title,
            "kind": QUICK_FIX,
            "diagnostics": self.shown_of(problem),
            "edit": self.workspace([(self.document(), vec![edit])]),
        }))
    }

    /// What the editor shows of a problem.
    fn shown_of(&self, problem: &Diagnostic) -> Vec<&Value> {
        let lines = Lines::new(&self.open.text, self.encoding);
        let range = json!(lines.range(problem.span.range()));
        let same = |shown: &&Value| {
            shown["code"] == problem.rule().id && shown["range"] == range
        };
        self.shown.iter().filter(same).collect()
    }

    fn document(&self) -> (String, Option<i64>) {
        (self.uri.to_owned(), Some(self.open.version))
    }

    /// The edits of some fixes in the files that they concern.
    fn mended(&self, report: &Report, fixes: &[&Fix]) -> Value {
        let all = fixes.iter().flat_map(|fix| fix.iter());
        let mut files: Vec<FileId> = all.map(|edit| edit.span.file).collect();
        files.sort_unstable();
        files.dedup();
        let changed = files.into_iter().filter_map(|file| {
            let source = report.sources.get(file);
            let place = match file {
                FileId::DOCUMENT => self.document(),
                _ => (self.address)(
                    Some(Path::new(source.name())).filter(|p| p.is_absolute())?,
                ),
            };
            let lines = Lines::new(source.text(), self.encoding);
            let after = mended(source.text(), file, fixes.iter().copied());
            Some((place, edits(source.text(), &after, &lines)))
        });
        self.workspace(changed)
    }

    /// Edits of several files.
    fn workspace(
        &self,
        files: impl IntoIterator<Item = ((String, Option<i64>), Vec<Value>)>,
    ) -> Value {
        if self.versioned {
            let file = |((uri, version), edits)| json!({ "textDocument": { "uri": uri, "version": version }, "edits": edits });
            let files: Vec<Value> = files.into_iter().map(file).collect();
            return json!({ "documentChanges": files });
        }
        let files = files.into_iter().map(|((uri, _), edits)| (uri, edits.into()));
        json!({ "changes": files.collect::<Map<String, Value>>() })
    }
}

/// The longest title that fits a menu, in letters.
const TITLE: usize = 120;

fn shortened(title: &str) -> String {
    match title.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", &title[..end]),
        None => title.to_owned(),
    }
}
