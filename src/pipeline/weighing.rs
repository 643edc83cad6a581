//! `Weighing`: how grave what was found is in this paper: by `kiểm tra`, by remarks that silence a
//! rule at one place, and by whether the paper is to be issued.

use super::all_rules;
use super::silencers::{Silencer, silencers};
use super::weighing_problems::{Idle, check_not_free, check_unknown, silencer_idle};
use crate::diagnostic::{Diagnostics, Rule, Severity};
use crate::document::{Choice, Level, Levels, Text, fold};
use crate::rules::is_of_series;
use crate::source::{FileId, Sources, Span};

/// How grave what is found is to be.
#[derive(Debug, Clone, Default)]
pub(super) struct Weighing {
    /// Rules that weigh differently here.
    levels: Vec<(&'static Rule, Level)>,
    /// Whether the paper is to be issued: what breaks a binding rule is an error.
    for_issue: bool,
    /// Where the YAML of the document ends, in bytes.
    yaml: usize,
    /// The remarks that silenced something in an earlier part of the run.
    silenced: Vec<Span>,
    /// Whether all was checked that can be, so that an idle remark is known to be idle.
    whole: bool,
}

impl Weighing {
    /// The same for a document whose front matter ends at a byte.
    pub(super) fn of_document(&mut self, for_issue: bool, yaml: usize) {
        self.for_issue = for_issue;
        self.yaml = yaml;
    }

    /// Where the YAML of the document ends, in bytes.
    pub(super) fn yaml(&self) -> usize {
        self.yaml
    }

    /// Takes over what a document, or its office, says in `kiểm tra`.
    /// A level that is none is said where the fields are read; the rule is looked up all the same.
    pub(super) fn take<'a>(
        &mut self,
        checks: impl IntoIterator<Item = (&'a Text, Option<&'a Choice<Levels>>)>,
    ) -> Diagnostics {
        let mut found = Diagnostics::default();
        let rules = all_rules();
        for (name, choice) in checks {
            let Some(rule) = called(&rules, &name.value) else {
                let known = rules.iter().map(|rule| rule.id);
                found.push(check_unknown(&name.value, known), name.span);
                continue;
            };
            let Some(choice) = choice else { continue };
            let level = choice.level();
            if rule.severity == Severity::Error && level != Level::Error {
                found.push(check_not_free(rule.id), choice.span());
            } else {
                self.levels.push((rule, level));
            }
        }
        found
    }

    /// The remarks that have silenced something are known already.
    pub(super) fn silenced(&mut self, silenced: Vec<Span>) {
        self.silenced = silenced;
    }

    /// All was checked that can be.
    pub(super) fn is_whole(&mut self) {
        self.whole = true;
    }

    /// Weighs what was found; the remarks that silenced something.
    pub(super) fn weigh(self, found: &mut Diagnostics, sources: &Sources) -> Vec<Span> {
        let remarks = self.remarks(sources);
        let mut used = self.silenced.clone();
        found.retain(|one| {
            if one.rule().severity == Severity::Error {
                return true;
            }
            let silent = |remark: &&Silencer| {
                remark.span.file == one.span.file
                    && fold(&remark.rule) == fold(one.rule().id)
                    && remark.range.contains(&one.span.start)
            };
            let by: Vec<Span> =
                remarks.iter().filter(silent).map(|remark| remark.span).collect();
            used.extend(&by);
            by.is_empty() && self.level(one.rule()) != Some(Level::Off)
        });
        found.weigh(|rule, severity| self.severity(rule, severity));
        if self.whole && !found.has_errors() {
            idle(&remarks, &used, found);
        }
        used
    }

    fn level(&self, rule: &Rule) -> Option<Level> {
        self.levels.iter().find(|(one, _)| *one == rule).map(|(_, level)| *level)
    }

    /// How grave a breach of a rule is that would be of a severity by itself.
    fn severity(&self, rule: &Rule, severity: Severity) -> Severity {
        match self.level(rule) {
            _ if severity == Severity::Error => severity,
            Some(Level::Error) => Severity::Error,
            Some(Level::Warning) => Severity::Warning,
            Some(Level::Note | Level::Off) => Severity::Note,
            None if self.for_issue && rule.binding => Severity::Error,
            None => severity,
        }
    }

    /// The remarks in the files that the user writes.
    fn remarks(&self, sources: &Sources) -> Vec<Silencer> {
        let files = sources.all().enumerate().filter_map(|(number, source)| {
            let file = FileId::from_number(u16::try_from(number).ok()?);
            let yaml = match source.name().rsplit_once('.') {
                _ if file == FileId::DOCUMENT => self.yaml,
                Some((_, "yaml")) => source.text().len(),
                Some((_, "md")) => 0,
                Some(_) | None => return None,
            };
            Some(silencers(file, source, yaml))
        });
        files.flatten().collect()
    }
}

/// The rule that a name means.
fn called(rules: &[&'static Rule], name: &str) -> Option<&'static Rule> {
    rules.iter().find(|rule| fold(rule.id) == fold(name)).copied()
}

/// Says which remarks have silenced nothing.
fn idle(remarks: &[Silencer], used: &[Span], found: &mut Diagnostics) {
    let rules = all_rules();
    for remark in remarks.iter().filter(|remark| !used.contains(&remark.span)) {
        let name = remark.rule.as_str();
        let idle = match called(&rules, name) {
            _ if name.is_empty() => Idle::Nameless,
            None => Idle::Unknown(name),
            Some(rule) if rule.severity == Severity::Error => Idle::Error(name),
            // What an office silences for all of its documents is not in each of them.
            Some(_) if remark.span.file != FileId::DOCUMENT => continue,
            // What holds for several documents is not seen in one.
            Some(rule) if is_of_series(rule) => continue,
            Some(_) => Idle::Nothing(name),
        };
        let known = rules.iter().map(|rule| rule.id);
        found.push(silencer_idle(&idle, known), remark.span);
    }
}
