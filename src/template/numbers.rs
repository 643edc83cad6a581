//! The numbers of a regime as one Typst dictionary, with what a document chooses.

use super::literal::{literal, one_line};
use super::marks::Marks;
use crate::document::{Entry, Number, Presentation, Regulation, SettingValue};
use crate::source::Span;

/// Writes the dictionary; clauses stand as comments behind what they say.
pub(super) fn code(
    regulation: &Regulation,
    presentation: Option<&Presentation>,
    marks: &mut Marks,
) -> String {
    let chosen = presentation.iter().flat_map(|made| &made.0).filter_map(|setting| {
        let path = regulation.setting(setting.field)?.at.as_deref()?;
        let code = match &setting.value {
            SettingValue::Points(points) => points.code(),
            SettingValue::Millimetres(millimetres) => millimetres.code(),
            SettingValue::Flag(flag) => flag.yes.to_string(),
            SettingValue::Sizes(_) => return None, // the names of the sizes stand for them
        };
        Some((path, code, setting.value.span()))
    });
    let mut writer = Writer {
        out: String::new(),
        marks,
        sizes: regulation.sizes(presentation),
        chosen: chosen.collect(),
        path: String::new(),
        indent: 0,
    };
    writer.group(&regulation.numbers);
    writer.out
}

struct Writer<'a> {
    out: String,
    marks: &'a mut Marks,
    sizes: &'a [(String, String)],
    /// What the document chooses: where it goes, its code, and where it was written.
    chosen: Vec<(&'a str, String, Span)>,
    /// Where the current entry stands: `body.size`.
    path: String,
    indent: usize,
}

impl Writer<'_> {
    /// Writes entries, each on a line of its own where one of them has a clause.
    fn group(&mut self, entries: &[Entry]) {
        if entries.is_empty() {
            self.out.push_str("(:)");
            return;
        }
        let lines = entries.iter().any(has_clause);
        self.out.push('(');
        self.indent += 1;
        for (index, entry) in entries.iter().enumerate() {
            if lines {
                self.start_line();
            } else if index > 0 {
                self.out.push_str(", ");
            }
            self.entry(entry);
            if lines {
                self.out.push(',');
                self.clause(entry);
            }
        }
        self.indent -= 1;
        if lines {
            self.start_line();
        }
        self.out.push(')');
    }

    fn entry(&mut self, entry: &Entry) {
        let outer = self.path.len();
        if outer > 0 {
            self.path.push('.');
        }
        self.path.push_str(&entry.name);
        let chosen = self.chosen.iter().find(|(path, ..)| *path == self.path);
        let chosen = chosen.map(|(_, code, span)| (code.clone(), *span));
        self.name(&entry.name);
        self.out.push_str(": ");
        if let Some((code, span)) = chosen {
            self.marks.open(&mut self.out, span);
            self.out.push_str(&code);
            Marks::close(&mut self.out);
        } else {
            self.number(&entry.number);
        }
        self.path.truncate(outer);
    }

    fn number(&mut self, number: &Number) {
        match number {
            Number::Scalar(text) => {
                let size = self.sizes.iter().find(|(name, _)| name == text);
                let text = size.map_or(text, |(_, length)| length);
                if is_code(text) {
                    self.out.push_str(text);
                } else {
                    self.out.push_str(&literal(&one_line(text)));
                }
            }
            Number::List(list) => {
                self.out.push('(');
                for (index, number) in list.iter().enumerate() {
                    if index > 0 {
                        self.out.push_str(", ");
                    }
                    self.number(number);
                }
                // One in brackets alone would be no list.
                self.out.push_str(if list.len() == 1 { ",)" } else { ")" });
            }
            Number::Group(entries) => self.group(entries),
        }
    }

    fn name(&mut self, name: &str) {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(fits) {
            self.out.push_str(name);
        } else {
            self.out.push_str(&literal(&one_line(name)));
        }
    }

    fn clause(&mut self, entry: &Entry) {
        if let Some(clause) = &entry.clause {
            self.out.push_str(" // ");
            self.out.push_str(&one_line(clause));
        }
    }

    fn start_line(&mut self) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", self.indent));
    }
}

/// Whether an entry or one within it has a clause.
fn has_clause(entry: &Entry) -> bool {
    entry.clause.is_some() || within(&entry.number)
}

fn within(number: &Number) -> bool {
    match number {
        Number::Scalar(_) => false,
        Number::List(list) => list.iter().any(within),
        Number::Group(entries) => entries.iter().any(has_clause),
    }
}

/// Whether a scalar is a word or a number of Typst's: `true`, `none`, `2`, `12.7mm`, `400%`.
fn is_code(text: &str) -> bool {
    let number = text.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '%');
    let unit = &text[number.len()..];
    let is_number =
        number.parse::<f64>().is_ok() && number.starts_with(|c: char| c != '.');
    matches!(text, "true" | "false" | "none")
        || (is_number && matches!(unit, "" | "pt" | "mm" | "cm" | "em" | "%"))
}
