//! Values as Typst code: the only door from a value to the output of a template.

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

use super::bounds;
use super::marks::{SharedMarks, lock};
use super::objects::{LinesObject, MarkupObject, TextObject};

/// Writes a value as Typst code, texts as marks. The marks are locked for one text at a time:
/// a list may have to run filters that write as well.
pub(super) fn write(
    out: &mut String,
    value: &Value,
    marks: &SharedMarks,
) -> Result<(), Error> {
    write_within(out, value, marks, 0)
}

/// The same, so deep in lists.
fn write_within(
    out: &mut String,
    value: &Value,
    marks: &SharedMarks,
    depth: usize,
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
        ValueKind::Seq | ValueKind::Iterable => write_list(out, value, marks, depth + 1)?,
        ValueKind::Map => write_map(out, value, marks, depth + 1)?,
        ValueKind::Undefined => return Err(ErrorKind::UndefinedError.into()),
        other => {
            let detail = format!("a value of type {other} cannot be printed");
            return Err(Error::new(ErrorKind::InvalidOperation, detail));
        }
    }
    Ok(())
}

/// Writes `(a, b,)`.
fn write_list(
    out: &mut String,
    list: &Value,
    marks: &SharedMarks,
    depth: usize,
) -> Result<(), Error> {
    let start = out.len();
    out.push('(');
    for item in list.try_iter()?.checked() {
        bounds::check(&out[start..], depth)?;
        write_within(out, &item?, marks, depth)?;
        out.push_str(", ");
    }
    close(out);
    Ok(())
}

/// Writes `("key": a, …)`; without entries `(:)`.
fn write_map(
    out: &mut String,
    map: &Value,
    marks: &SharedMarks,
    depth: usize,
) -> Result<(), Error> {
    let start = out.len();
    out.push_str("(:");
    for (index, key) in map.try_iter()?.checked().enumerate() {
        let key = key?;
        if index == 0 {
            out.pop();
        }
        bounds::check(&out[start..], depth)?;
        lock(marks).plain(out, &bounds::text(&key)?);
        out.push_str(": ");
        write_within(out, &map.get_item(&key)?, marks, depth)?;
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
