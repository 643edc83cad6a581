//! What an editor offers to do about problems: mend one, mend all, be silent about one.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

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

/// The address of a file, and the version that is open.
type Place = (String, Option<i64>);

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) uri: &'a str,
    pub(super) open: &'a Open,
    pub(super) paper: &'a Paper<'a>,
    /// What is known of it, each with its number there.
    pub(super) reports: &'a [(Arc<Report>, FileId)],
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
    /// The address of a file and the version that is open, where it still has a text.
    pub(super) address: &'a dyn Fn(&Path, &str) -> Option<Place>,
}

/// A problem, with the report in which it is.
type Found<'a> = (&'a Report, &'a Diagnostic);

/// What may be done about the problems at a place.
pub(super) fn actions(asked: &Asked<'_>) -> Value {
    let mut found: Vec<Value> = Vec::new();
    let mut add = |action: Value| {
        if !found.contains(&action) {
            found.push(action);
        }
    };
    // Several documents may say the same of `vanban.yaml`.
    let all =
        asked.reports.iter().map(|(report, file)| (report, own_fixes(report, *file)));
    let all = all.max_by_key(|(_, fixes)| fixes.len());
    let all = all.filter(|(_, fixes)| !fixes.is_empty());
    if asked.wants(QUICK_FIX) {
        let problems: Vec<Found<'_>> = asked.problems().collect();
        let fixes = problems.iter().filter_map(|(report, one)| asked.fix(report, one));
        let fixes: Vec<Value> = fixes.collect();
        let one = !fixes.is_empty();
        fixes.into_iter().for_each(&mut add);
        if let Some((report, all)) = all.as_ref().filter(|(_, all)| one && all.len() > 1)
        {
            asked.fix_all(report, all, QUICK_FIX).into_iter().for_each(&mut add);
        }
        let silent = problems.iter().take(MOST).filter_map(|(_, one)| asked.silence(one));
        silent.for_each(&mut add);
    }
    if let Some((report, all)) = all
        && asked.wants(FIX_ALL)
        && !asked.only.is_empty()
    {
        asked.fix_all(report, &all, FIX_ALL).into_iter().for_each(&mut add);
    }
    found.into()
}

/// The fixes that concern one file alone.
fn own_fixes(report: &Report, file: FileId) -> Vec<&Fix> {
    let fixes = report.diagnostics.iter().filter_map(|one| one.fix.as_ref());
    fixes.filter(|fix| fix.iter().all(|edit| edit.span.file == file)).collect()
}

impl Asked<'_> {
    /// The problems at the place, each with the report in which it is.
    fn problems(&self) -> impl Iterator<Item = Found<'_>> {
        self.reports.iter().flat_map(move |(report, file)| {
            let here = move |one: &&Diagnostic| {
                let Range { start, end } = one.span.range();
                one.span.file == *file
                    && start <= self.range.end
                    && end.max(start) >= self.range.start
            };
            report.diagnostics.iter().filter(here).map(move |one| (&**report, one))
        })
    }

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
        let help = problem.words(self.lang).help.lines().next().unwrap_or_default();
        let title = match self.lang {
            Lang::Vi => format!("Sửa: {help}"),
            Lang::En => format!("Fix: {help}"),
        };
        let edit = self.mended(report, &[fix])?;
        Some(json!({
            "title": shortened(&title),
            "kind": QUICK_FIX,
            "diagnostics": self.shown_of(problem),
            "isPreferred": true,
            "edit": edit,
        }))
    }

    /// Mends all that can be mended.
    fn fix_all(&self, report: &Report, fixes: &[&Fix], kind: &str) -> Option<Value> {
        let title = match self.lang {
            Lang::Vi => "Sửa mọi chỗ sửa được trong văn bản",
            Lang::En => "Fix all that can be fixed in the document",
        };
        let edit = self.mended(report, fixes)?;
        Some(json!({ "title": title, "kind": kind, "edit": edit }))
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

    fn document(&self) -> Place {
        (self.uri.to_owned(), Some(self.open.version))
    }

    /// The edits of some fixes in the files that they concern; nothing where one of these has
    /// changed.
    fn mended(&self, report: &Report, fixes: &[&Fix]) -> Option<Value> {
        let all = fixes.iter().flat_map(|fix| fix.iter());
        let mut files: Vec<FileId> = all.map(|edit| edit.span.file).collect();
        files.sort_unstable();
        files.dedup();
        let changed = files.into_iter().map(|file| {
            let source = report.sources.get(file);
            let (name, text) = (Path::new(source.name()), source.text());
            let place = (self.address)(name, text)?;
            let lines = Lines::new(text, self.encoding);
            let after = mended(text, file, fixes.iter().copied());
            Some((place, edits(text, &after, &lines)))
        });
        let changed: Option<Vec<_>> = changed.collect();
        changed.map(|changed| self.workspace(changed))
    }

    /// Edits of several files.
    fn workspace(&self, files: impl IntoIterator<Item = (Place, Vec<Value>)>) -> Value {
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
