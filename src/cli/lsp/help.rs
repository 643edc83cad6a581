//! Help as Markdown: of a field, a person, a rule.

use std::fmt::Write as _;

use serde_json::Value;

use super::forms::{choices, text};
use crate::diagnostic::{Lang, Rule, explain};

/// What a field is for, with the clause that sets it, its choices and an example.
pub(super) fn of_field(name: &str, forms: &[&Value]) -> String {
    let mut help = text(forms, "description").unwrap_or_default().to_owned();
    let choices = choices(forms);
    if !choices.is_empty() {
        let choices: Vec<String> = choices.iter().map(|one| format!("`{one}`")).collect();
        let _ = write!(help, "\n\n{}", choices.join(", "));
    }
    let example = forms.iter().find_map(|form| form.get("examples")?.get(0));
    if let Some(example) = example {
        let _ = write!(help, "\n\n```yaml\n{name}: {}\n```", plain(example));
    }
    help.trim_start().to_owned()
}

/// A value as it is typed on one line.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => {
            let list: Vec<String> = list.iter().map(plain).collect();
            format!("[{}]", list.join(", "))
        }
        Value::Object(fields) => {
            let field =
                |(name, value): (&String, &Value)| format!("{name}: {}", plain(value));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// Who a person of the office is.
pub(super) fn of_person(name: &str, posts: &[&str]) -> String {
    if posts.is_empty() {
        return format!("**{name}**");
    }
    format!("**{name}**\n\n{}", posts.join(", "))
}

/// What a rule wants, as `vanban check --explain` says it.
pub(super) fn of_rule(rule: &Rule, lang: Lang) -> String {
    let mut help = String::new();
    let mut example = false;
    for line in explain(rule, lang).lines() {
        let set_in = line.strip_prefix("    ");
        if set_in.is_some() != example && !(example && line.is_empty()) {
            help += if example { "```\n" } else { "```text\n" };
            example = !example;
        }
        match set_in {
            Some(line) => help.extend([line, "\n"]),
            None if example || line.is_empty() => help.push('\n'),
            None => help.extend([line, "  \n"]),
        }
    }
    if example {
        help += "```\n";
    }
    help
}

/// A text up to its first full stop before a blank.
pub(super) fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}
