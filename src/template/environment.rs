//! The template engine as we run it: strict, bounded, and every value through one door.

use std::sync::{Arc, Mutex, PoisonError};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior,
};

use super::depth::too_deep;
use super::files::{Templates, built_in_number, is_plain};
use super::filters;
use super::marks::{SharedMarks, lock};
use super::trace::Traced;
use super::write::write;

/// Work a template may cost; the largest documents need a fifth of it.
const FUEL: u64 = 1_000_000;

/// How deep templates may include and call each other.
const RECURSION: usize = 100;

/// The filters that would let a text out unescaped.
const UNSAFE_FILTERS: [&str; 3] = ["safe", "escape", "e"];

/// An engine in which templates that are built in are read already: to read them costs as much as
/// to run them.
static READ: Mutex<Option<Environment<'static>>> = Mutex::new(None);

/// An engine that reads `templates` and writes values into `marks`.
pub(super) fn environment(
    templates: &Templates,
    marks: SharedMarks,
) -> Environment<'static> {
    let read = || READ.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let read = templates.are_built_in().then(read).flatten();
    let mut environment = read.unwrap_or_else(engine);
    let (templates, seen) = (templates.clone(), Arc::clone(&marks));
    environment.set_loader(move |path| {
        let Some(source) = templates.shared(path) else { return Ok(None) };
        if is_plain(path) {
            return Ok(Some(lock(&seen).whole_file(source)));
        }
        // A test has looked at those that are built in.
        let is_built_in = built_in_number(source).is_some();
        if !is_built_in && let Some(place) = too_deep(source.text()) {
            lock(&seen).refuse(source, place);
            return Err(ErrorKind::SyntaxError.into());
        }
        let number = lock(&seen).file(source);
        Ok(Some(traced(source.text(), number).text))
    });
    filters::add_with(&mut environment, &marks);
    environment.set_formatter(move |out, state, value| format(out, state, value, &marks));
    environment
}

/// Keeps what an engine has read of `templates` for the next document, where all of them are built
/// in; of this one nothing.
pub(super) fn keep(mut environment: Environment<'static>, templates: &Templates) {
    if !templates.are_built_in() {
        return;
    }
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let count = |environment: &Environment<'_>| environment.templates().count();
    if read.as_ref().map_or(0, count) < count(&environment) {
        let marks = SharedMarks::default();
        environment.set_loader(|_| Ok(None::<String>));
        filters::add_with(&mut environment, &marks);
        environment
            .set_formatter(move |out, state, value| format(out, state, value, &marks));
        *read = Some(environment);
    }
}

/// An engine without templates, strict and bounded.
fn engine() -> Environment<'static> {
    let mut environment = Environment::new();
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
    filters::add(&mut environment);
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

/// The text of a template as the engine reads it: escaping cannot be switched.
pub(super) fn traced(text: &str, number: usize) -> Traced {
    if text.contains(AUTOESCAPE) {
        Traced::of(number, &without_autoescape(text))
    } else {
        Traced::of(number, text)
    }
}

/// The statement that switches escaping.
const AUTOESCAPE: &str = "autoescape";

/// A template in which no statement switches escaping.
fn without_autoescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("{%") {
        let (before, tag) = rest.split_at(start + 2);
        out.push_str(before);
        let word =
            tag.trim_start_matches(|c: char| c.is_whitespace() || "-+".contains(c));
        out.push_str(&tag[..tag.len() - word.len()]);
        rest = match word.strip_prefix(AUTOESCAPE) {
            Some(after) => {
                out.push_str("autoescapE"); // no such statement: an error at its place
                after
            }
            None => word,
        };
    }
    out + rest
}

/// The engine's formatter.
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
