//! Rules as text for a person: the list of all, or one with its reasons and examples.

use std::fmt::Write as _;

use super::{Bilingual, Example, Family, Lang, Rule, Severity};

/// How far an example is set in.
const INDENT: &str = "    ";

/// One line for each rule, below the title of its family: name, severity, first sentence.
#[must_use]
pub fn list(rules: &[&Rule], lang: Lang) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let mut text = String::new();
    for family in Family::ALL {
        let mut own = rules.iter().filter(|rule| rule.family == family).peekable();
        if own.peek().is_none() {
            continue;
        }
        let gap = if text.is_empty() { "" } else { "\n" };
        let _ = writeln!(text, "{gap}{}", family.name().get(lang));
        for rule in own {
            let severity = *severity(rule.severity).get(lang);
            let first = first_sentence(rule.explanation.get(lang));
            let _ = writeln!(text, "  {:width$}  {severity:9}{first}", rule.id);
        }
    }
    text
}

/// Everything about one rule.
#[must_use]
pub fn explain(rule: &Rule, lang: Lang) -> String {
    let label = |words: Bilingual<&'static str>| *words.get(lang);
    let (regimes, clause) = (both("Thể thức", "Layouts"), both("Căn cứ", "Source"));
    let mut text = format!(
        "{} ({}): {}\n",
        rule.id,
        label(severity(rule.severity)),
        label(rule.family.name())
    );
    if rule.binding {
        let binding = both(
            "Khi ban hành (`--for-issue`) là lỗi",
            "An error in a paper that is issued (`--for-issue`)",
        );
        let _ = writeln!(text, "{}", label(binding));
    }
    let _ = writeln!(text, "{}: {}", label(regimes), label(rule.regimes.name()));
    if let Some(source) = rule.clause {
        let _ = writeln!(text, "{}: {source}", label(clause));
    }
    let _ = writeln!(text, "\n{}", rule.explanation.get(lang));
    for (title, example) in
        [(both("Sai", "Wrong"), &rule.wrong), (both("Đúng", "Right"), &rule.right)]
    {
        let _ = writeln!(text, "\n{}:", label(title));
        for line in example.lines(lang) {
            let _ = writeln!(text, "{}", format!("{INDENT}{line}").trim_end());
        }
    }
    text
}

const fn both(vi: &'static str, en: &'static str) -> Bilingual<&'static str> {
    Bilingual { vi, en }
}

/// The word for a severity.
pub(super) const fn severity(severity: Severity) -> Bilingual<&'static str> {
    match severity {
        Severity::Error => both("lỗi", "error"),
        Severity::Warning => both("cảnh báo", "warning"),
        Severity::Note => both("lưu ý", "note"),
    }
}

/// A text up to its first full stop before a blank.
fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

impl Example {
    /// The lines to be shown: the files beside the document under their names, then its own.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        if let Some(described) = self.described {
            return vec![format!("({})", described.get(lang))];
        }
        let own = match self.file {
            Some(bytes) => String::from_utf8_lossy(bytes).replace('\0', "␀"),
            None => format!("{}\n\n{}", self.fields, self.body.unwrap_or_default()),
        };
        let own = own.trim_matches('\n').replace('\t', "⇥");
        let document = *both("văn bản", "the document").get(lang);
        let mut files = self.beside.to_vec();
        files.extend((!own.is_empty()).then_some((document, own.as_str())));
        let mut lines = Vec::new();
        match files.as_slice() {
            [(name, own)] if *name == document => {
                lines.extend(own.lines().map(str::to_owned));
            }
            files => {
                for (name, text) in files {
                    lines.push(format!("{name}:"));
                    lines.extend(text.lines().map(|line| format!("{INDENT}{line}")));
                }
            }
        }
        if let Some(template) = self.template {
            lines.push(format!("vanban build vd.md --template \"{template}\""));
        }
        if self.for_issue {
            lines.push("vanban check vd.md --for-issue".to_owned());
        }
        lines.dedup_by(|next, line| next.is_empty() && line.is_empty());
        lines
    }
}
