//! `Problem`: one breach of a rule, with what is said of it in both languages.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Lang, Rule, Severity, Words};

/// A breach of a rule, wherever it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The rule.
    pub rule: &'static Rule,
    /// How grave it is, which is what the rule says unless the breach is of another weight.
    pub severity: Severity,
    /// The sentence that names it.
    pub message: Bilingual,
    /// A few words under the offending text.
    pub label: Bilingual,
    /// The way out.
    pub help: Bilingual,
    /// A few words under the related place, where there is one.
    pub related: Option<Bilingual>,
    /// The clause of the regulation, where one sets the rule.
    pub clause: Option<String>,
    /// What the engine behind a stage says, in its own words: for those who mend templates.
    pub detail: Option<String>,
    /// The field it is about, where the rule is about fields.
    pub field: Option<FieldPath>,
    /// What was probably meant, where something is nearly that.
    pub suggestion: Option<String>,
}

/// A field of a group of the front matter, by their Vietnamese names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldPath {
    /// The field.
    pub field: String,
    /// The group it belongs to; none for the document itself.
    pub parent: Option<String>,
}

impl Rule {
    /// A breach of the rule: the sentence that names it, a few words under the offending text,
    /// the way out.
    #[must_use]
    pub fn problem(
        &'static self,
        message: Bilingual,
        label: Bilingual,
        help: Bilingual,
    ) -> Problem {
        Problem {
            rule: self,
            severity: self.severity,
            message,
            label,
            help,
            related: None,
            clause: self.clause.map(str::to_owned),
            detail: None,
            field: None,
            suggestion: None,
        }
    }
}

impl Problem {
    /// The same, of another weight.
    #[must_use]
    pub fn of_severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// The same with words for the related place.
    #[must_use]
    pub fn with_related(self, related: Bilingual) -> Self {
        Self { related: Some(related), ..self }
    }

    /// The same with the clause that holds for this breach; an empty one is none.
    #[must_use]
    pub fn with_clause(self, clause: impl Into<String>) -> Self {
        Self { clause: Some(clause.into()).filter(|clause| !clause.is_empty()), ..self }
    }

    /// The same with what an engine says.
    #[must_use]
    pub fn with_detail(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    /// The same about a field.
    #[must_use]
    pub fn of_field(self, field: &str, parent: Option<&str>) -> Self {
        let (field, parent) = (field.to_owned(), parent.map(str::to_owned));
        Self { field: Some(FieldPath { field, parent }), ..self }
    }

    /// The same with what was probably meant.
    #[must_use]
    pub fn suggesting(self, suggestion: Option<&str>) -> Self {
        Self { suggestion: suggestion.map(str::to_owned), ..self }
    }

    /// Whether it breaks a rule.
    #[must_use]
    pub fn breaks(&self, rule: &Rule) -> bool {
        self.rule == rule
    }

    /// What it says in one language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Words<'_> {
        Words {
            message: self.message.get(lang),
            label: self.label.get(lang),
            help: self.help.get(lang),
            related: self.related.as_ref().map(|related| related.get(lang).as_str()),
        }
    }
}
