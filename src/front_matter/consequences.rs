//! Drops the consequences of syntax errors: fields that are missing only because their lines were
//! skipped, or because a `---` ends the front matter before them.

use std::ops::Range;

use super::fields::problems::{lacks_in_document, missing};
use super::recovery::SkippedRegions;
use super::split::Parts;
use super::syntax_errors::key_end;
use super::yaml::problems::{CUT_BY_COMMENT, YAML_SYNTAX};
use crate::diagnostic::{
    Bilingual, Diagnostic, Diagnostics, Example, Family, Problem, Rule, both,
};
use crate::document::fold;
use crate::source::{FileId, Source, Span};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&FRONT_MATTER_ENDS_EARLY];

impl SkippedRegions {
    /// Reports a `---` in the midst of the front matter, which ends it: fields that are missing
    /// stand in the first lines of the body.
    pub(crate) fn ends_early(
        &mut self,
        parts: &Parts,
        source: &Source,
        file: FileId,
        found: &mut Diagnostics,
    ) {
        // Only the first block of lines can be the rest of the front matter:
        // `---`, `ký hiệu: TB/BCĐ`, `---`, then the text.
        let first = source.position(parts.body.start).line;
        let lines =
            (first..=source.line_count()).filter_map(|line| source.line_range(line));
        let text = |range: &Range<usize>| &source.text()[range.clone()];
        let fields = lines
            .skip_while(|range| text(range).trim().is_empty())
            .take_while(|range| !text(range).trim().is_empty())
            .filter_map(|range| {
                Some((fold(&text(&range)[..key_end(text(&range))?]), range))
            });
        let fields: Vec<(String, Range<usize>)> = fields.collect();
        let is_missing = |name: &String| {
            found
                .iter()
                .any(|d| lacks_in_document(&d.problem).is_some_and(|f| fold(f) == *name))
        };
        let outside = fields.iter().find(|(name, _)| is_missing(name));
        if let Some((_, range)) = outside {
            let close = Span::new(file, parts.close.clone());
            let line = Span::new(file, range.clone());
            found.push_related(front_matter_ends_early(), close, line);
            self.keys.extend(fields.into_iter().map(|(name, _)| name));
        }
    }

    /// Drops what only follows from a skipped region: a field that its lines would have given, a
    /// group that seems to be empty without them.
    pub(crate) fn without_consequences(&self, mut found: Diagnostics) -> Diagnostics {
        let slips: Vec<Span> = found
            .iter()
            .filter(|diagnostic| diagnostic.problem.breaks(&YAML_SYNTAX))
            .map(|diagnostic| diagnostic.span)
            .collect();
        let within = |inner: Span, outer: &Span| {
            outer.file == inner.file && outer.range().contains(&inner.start)
        };
        // What is missing may stand in the skipped lines of the office's defaults, or the other
        // way round.
        let elsewhere = |span: Span| self.lines.iter().any(|line| line.file != span.file);
        found.retain(|Diagnostic { problem, span, .. }| {
            let lost = || self.lines.iter().any(|line| within(*span, line));
            let follows = || slips.iter().any(|slip| within(*slip, span));
            if problem.breaks(&YAML_SYNTAX) || problem.breaks(&CUT_BY_COMMENT) {
                return true;
            }
            match missing(problem) {
                Some(field) => !lost() && !self.would_give(field) && !elsewhere(*span),
                None => !lost() && !follows(),
            }
        });
        found
    }
}

/// A `---` in the midst of the front matter, which ends there.
pub(crate) static FRONT_MATTER_ENDS_EARLY: Rule = Rule {
    id: "front-matter-ends-early",
    family: Family::Yaml,
    explanation: Bilingual {
        vi: "Dòng `---` đầu tiên sau dòng mở đóng phần khai báo; các mục đứng sau nó bị \
             coi là nội dung.",
        en: "The first `---` after the opening one closes the front matter; fields \
             behind it count as text.",
    },
    wrong: Example::text(
        "---\nsố: 12\n---\nký hiệu: TB/BCĐ\n---\n\nCác thôn báo cáo tiến độ.\n",
    ),
    right: Example::text(
        "---\nsố: 12\nký hiệu: TB/BCĐ\n---\n\nCác thôn báo cáo tiến độ.\n",
    ),
    ..Rule::ERROR
};

pub(crate) fn front_matter_ends_early() -> Problem {
    let problem = FRONT_MATTER_ENDS_EARLY.problem(
        both!("phần khai báo kết thúc quá sớm", "the front matter ends too early"),
        both!("dòng `---` này đóng phần khai báo", "this `---` closes it"),
        both!(
            "xóa dòng `---` này; chỉ viết `---` ở đầu và ở cuối phần khai báo",
            "remove this line; `---` stands only before and after the front matter"
        ),
    );
    problem.with_related(both!(
        "mục này nằm ngoài phần khai báo",
        "this field stands outside the front matter"
    ))
}
