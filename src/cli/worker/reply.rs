//! An outcome as it comes back from another process: a line of JSON, then the files one behind
//! the other.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Bilingual, Diagnostic, FieldPath, Fix, Problem, Rule, Severity};
use crate::source::{Source, Sources, Span};
use crate::{Outcome, Report, all_rules};

/// The line before the files.
#[derive(Serialize, Deserialize)]
struct Head {
    /// The lengths of the files, where there are any.
    files: Option<Vec<usize>>,
    diagnostics: Vec<Said>,
    /// The names and texts of what the diagnostics point into.
    sources: Vec<(String, String)>,
}

/// One diagnostic, its rule by name.
#[derive(Serialize, Deserialize)]
struct Said {
    rule: String,
    severity: Severity,
    message: Bilingual,
    label: Bilingual,
    help: Bilingual,
    related_words: Option<Bilingual>,
    clause: Option<String>,
    detail: Option<String>,
    field: Option<FieldPath>,
    suggestion: Option<String>,
    span: Span,
    related: Option<Span>,
    fix: Option<Fix>,
}

impl From<&Diagnostic> for Said {
    fn from(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { problem, span, related, fix } = diagnostic.clone();
        Self {
            rule: problem.rule.id.to_owned(),
            severity: problem.severity,
            message: problem.message,
            label: problem.label,
            help: problem.help,
            related_words: problem.related,
            clause: problem.clause,
            detail: problem.detail,
            field: problem.field,
            suggestion: problem.suggestion,
            span,
            related,
            fix,
        }
    }
}

impl Said {
    fn diagnostic(self, rules: &[&'static Rule]) -> Option<Diagnostic> {
        let rule = rules.iter().find(|rule| rule.id == self.rule)?;
        let problem = Problem {
            rule,
            severity: self.severity,
            message: self.message,
            label: self.label,
            help: self.help,
            related: self.related_words,
            clause: self.clause,
            detail: self.detail,
            field: self.field,
            suggestion: self.suggestion,
        };
        let Self { span, related, fix, .. } = self;
        Some(Diagnostic { problem, span, related, fix })
    }
}

/// Writes an outcome.
pub(super) fn write(
    outcome: &Outcome<Vec<Vec<u8>>>,
    out: &mut impl Write,
) -> io::Result<()> {
    let Outcome { output, report } = outcome;
    let lengths = |files: &Vec<Vec<u8>>| files.iter().map(Vec::len).collect();
    let text = |source: &Source| (source.name().to_owned(), source.text().to_owned());
    let head = Head {
        files: output.as_ref().map(lengths),
        diagnostics: report.diagnostics.iter().map(Said::from).collect(),
        sources: report.sources.all().map(text).collect(),
    };
    serde_json::to_writer(&mut *out, &head)?;
    out.write_all(b"\n")?;
    for file in output.iter().flatten() {
        out.write_all(file)?;
    }
    out.flush()
}

/// Reads an outcome; nothing where it does not come whole.
pub(super) fn read(from: &mut impl BufRead) -> Option<Outcome<Vec<Vec<u8>>>> {
    let mut head = Vec::new();
    from.read_until(b'\n', &mut head).ok()?;
    let head = head.strip_suffix(b"\n")?;
    let Head { files, diagnostics, sources } = serde_json::from_slice(head).ok()?;
    let mut output = files.as_ref().map(|_| Vec::new());
    for length in files.into_iter().flatten() {
        let mut file = vec![0; length];
        from.read_exact(&mut file).ok()?;
        output.get_or_insert_default().push(file);
    }
    let mut all = Sources::default();
    for (name, text) in sources {
        all.add(Source::new(name, text));
    }
    let rules = all_rules();
    let found = diagnostics.into_iter().map(|said| said.diagnostic(&rules));
    let diagnostics = found.collect::<Option<_>>()?;
    Some(Outcome { output, report: Report { diagnostics, sources: all } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, Input, compile};

    #[test]
    fn an_outcome_comes_back_as_it_went() {
        let sound = include_str!("../../../examples/thong-bao-2023-06.md");
        let doubtful = sound.replacen("Lục Bình", "Luc\u{1d00} Bi\u{300}nh  ", 3);
        let fixed =
            sound.replacen("\n\n", "\n\n1. Một\n\n1. Hai;.\n\n![a](b.png)\n\n", 2);
        for text in [sound, &doubtful, &fixed, "", "---\nsố: [\n", "\0"] {
            let outcome = compile(&Input::new("tb.md", text), Format::Png);
            let mut bytes = Vec::new();
            write(&outcome, &mut bytes).unwrap();
            let back = read(&mut bytes.as_slice()).unwrap();
            assert!(back.output == outcome.output);
            let Report { diagnostics, sources } = &outcome.report;
            assert_eq!(&back.report.diagnostics, diagnostics);
            let texts = |sources: &Sources| -> Vec<_> {
                let one = |source: &Source| {
                    (source.name().to_owned(), source.text().to_owned())
                };
                sources.all().map(one).collect()
            };
            assert_eq!(texts(&back.report.sources), texts(sources));
            for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
                assert!(read(&mut &bytes[..cut]).is_none(), "{cut}");
            }
        }
    }
}
