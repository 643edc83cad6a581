//! The template engine as we run it: strict, bounded, and every value through one door.

use std::path::Path;
use std::sync::{Arc, Mutex};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Value, ValueKind};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior,
};

use super::files::Templates;
use super::marks::Marks;
use super::objects::{LinesObject, MarkupObject, TextObject};
use super::trace::Traced;
use super::{filters, lock};

/// The marks of one run, shared with the engine's formatter.
pub(super) type SharedMarks = Arc<Mutex<Marks>>;

/// Work a template may cost; the largest documents need a hundredth of it.
const FUEL: u64 = 2_000_000;

/// How deep templates may include and call each other.
const RECURSION: usize = 100;

/// The filters that would let a text out unescaped.
const UNSAFE_FILTERS: [&str; 3] = ["safe", "escape", "e"];

/// An engine that reads `templates` and writes values into `marks`.
pub(super) fn environment(
    templates: &Templates,
    marks: SharedMarks,
) -> Environment<'static> {
    let mut environment = Environment::new();
    let (templates, seen) = (templates.clone(), Arc::clone(&marks));
    environment.set_loader(move |path| {
        let Some(source) = templates.shared(path) else { return Ok(None) };
        let number = lock(&seen).file(source);
        Ok(Some(traced(path, source.text(), number).text))
    });
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(RECURSION);
    environment.set_debug(false);
    environment.set_syntax(syntax());
    // Only with a custom escaping is what a block or macro has written printed as it is.
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
    for name in UNSAFE_FILTERS {
        environment.remove_filter(name);
    }
    filters::add(&mut environment, &marks);
    environment.set_formatter(move |out, state, value| format(out, state, value, &marks));
    environment
}

/// Lines with nothing but a block tag leave no trace.
fn syntax() -> SyntaxConfig {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
        .expect("the usual delimiters are valid")
}

/// The text of a template as the engine reads it: plain Typst is taken as it is, and
/// escaping cannot be switched.
pub(super) fn traced(path: &str, text: &str, number: usize) -> Traced {
    if is_plain(path) {
        return Traced::verbatim(number, text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("{%") {
        let (before, tag) = rest.split_at(start + 2);
        out.push_str(before);
        let word =
            tag.trim_start_matches(|c: char| c.is_whitespace() || "-+".contains(c));
        out.push_str(&tag[..tag.len() - word.len()]);
        rest = match word.strip_prefix("autoescape") {
            Some(after) => {
                out.push_str("autoescapE"); // no such statement: an error at its place
                after
            }
            None => word,
        };
    }
    Traced::template(number, &(out + rest))
}

/// Whether a file is plain Typst without template syntax.
pub(super) fn is_plain(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "typ")
}

/// The engine's formatter: the only door from a value to the output.
fn format(
    out: &mut Output<'_>,
    _: &mut State<'_, '_>,
    value: &Value,
    marks: &SharedMarks,
) -> Result<(), Error> {
    let mut text = String::new();
    write(&mut text, value, marks)?;
    out.write_str(&text).map_err(|_| Error::from(ErrorKind::WriteFailure))
}

/// Writes a value as Typst code, texts as marks. The marks are locked for one text at a time:
/// a list may have to run filters that write as well.
pub(super) fn write(
    out: &mut String,
    value: &Value,
    marks: &SharedMarks,
) -> Result<(), Error> {
    if let Some(TextObject(text)) = value.downcast_object_ref() {
        lock(marks).text(out, text);
        return Ok(());
    }
    if let Some(LinesObject(text)) = value.downcast_object_ref() {
        lock(marks).lines(out, text);
        return Ok(());
    }
    if let Some(MarkupObject(markup)) = value.downcast_object_ref() {
        out.push_str(markup);
        return Ok(());
    }
    match value.kind() {
        ValueKind::None => out.push_str("none"),
        ValueKind::Bool => out.push_str(if value.is_true() { "true" } else { "false" }),
        ValueKind::Number => out.push_str(&value.to_string()),
        ValueKind::String if value.is_safe() => {
            out.push_str(value.as_str().unwrap_or_default());
        }
        ValueKind::String => lock(marks).plain(out, value.as_str().unwrap_or_default()),
        ValueKind::Seq | ValueKind::Iterable => write_list(out, value, marks)?,
        ValueKind::Map => write_map(out, value, marks)?,
        ValueKind::Undefined => return Err(ErrorKind::UndefinedError.into()),
        other => {
            let detail = format!("a value of type {other} cannot be printed");
            return Err(Error::new(ErrorKind::InvalidOperation, detail));
        }
    }
    Ok(())
}

/// Writes `(a, b,)`.
fn write_list(out: &mut String, list: &Value, marks: &SharedMarks) -> Result<(), Error> {
    out.push('(');
    for item in list.try_iter()?.checked() {
        write(out, &item?, marks)?;
        out.push_str(", ");
    }
    close(out);
    Ok(())
}

/// Writes `("key": a, …)`; without entries `(:)`.
fn write_map(out: &mut String, map: &Value, marks: &SharedMarks) -> Result<(), Error> {
    out.push_str("(:");
    for (index, key) in map.try_iter()?.checked().enumerate() {
        let key = key?;
        if index == 0 {
            out.pop();
        }
        lock(marks).plain(out, &key.to_string());
        out.push_str(": ");
        write(out, &map.get_item(&key)?, marks)?;
        out.push_str(", ");
    }
    close(out);
    Ok(())
}

/// Ends a list: a comma is kept, so that a list of one is none in brackets.
fn close(out: &mut String) {
    if out.ends_with(' ') {
        out.pop();
    }
    out.push(')');
}
