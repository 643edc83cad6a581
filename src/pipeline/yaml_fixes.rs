//! Keeps fixes out of YAML that would make something else of it: a blank behind the colon of
//! `Kính gửi:Đảng ủy` begins a map there, one before `#` a comment.

use crate::diagnostic::{Diagnostics, Edit, Family};
use crate::source::{FileId, Sources, is_unseen};

/// Signs that begin something else than a plain text where a value begins.
const SPECIAL: &str = "-?:,[]{}#&*!|>'\"%@`";

/// Takes away the fixes that would break the YAML of the document, which ends at the byte `yaml`,
/// or of a file that is all YAML; what they mend is told all the same.
pub(super) fn drop_unsound(found: &mut Diagnostics, sources: &Sources, yaml: usize) {
    found.retain_fixes(|rule, fix| {
        !OF_WORDS.contains(&rule.family)
            || fix.iter().all(|edit| is_sound(edit, sources, yaml))
    });
}

/// The families whose repairs know of words alone; those of fields write YAML themselves.
const OF_WORDS: [Family; 6] = [
    Family::Abbreviations,
    Family::Capitals,
    Family::Citations,
    Family::Dates,
    Family::Language,
    Family::Tasks,
];

fn is_sound(edit: &Edit, sources: &Sources, yaml: usize) -> bool {
    let source = sources.get(edit.span.file);
    let is_yaml = match edit.span.file {
        FileId::DOCUMENT => edit.span.start < yaml,
        _ => matches!(source.name().rsplit_once('.'), Some((_, "yaml"))),
    };
    let text = source.text();
    let (Some(before), Some(old), Some(behind)) = (
        text.get(..edit.span.start),
        text.get(edit.span.range()),
        text.get(edit.span.end..),
    ) else {
        return false;
    };
    // What is not seen is nothing that YAML was meant to say.
    if !is_yaml || (edit.text.is_empty() && old.chars().all(is_unseen)) {
        return true;
    }
    let line = |middle: &str| {
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = behind.find('\n').unwrap_or(behind.len());
        format!("{}{middle}{}", &before[start..], &behind[..end])
    };
    let (was, is) = (line(old), line(&edit.text));
    if is.matches('\n').count() > was.matches('\n').count() {
        return false;
    }
    let signs = |line: &str| {
        let colons =
            line.matches(": ").count() + usize::from(line.trim_end().ends_with(':'));
        (colons, line.matches(" #").count() + line.matches("\t#").count())
    };
    if signs(&was) != signs(&is) {
        return false;
    }
    // What now begins the value must not mean something to YAML.
    let begins = before.trim_end_matches(' ').ends_with([':', '-', '[', ',', '{', '\n']);
    let first = |text: &str| text.chars().find(|c| !c.is_whitespace());
    let (was, is) =
        (first(&format!("{old}{behind}")), first(&format!("{}{behind}", edit.text)));
    !begins || was == is || is.is_none_or(|first| !SPECIAL.contains(first))
}
