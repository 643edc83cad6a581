//! The fields of YAML as they are typed, found line by line: a text that is being typed is broken
//! at nearly every moment, and its fields are there all the same.

mod brackets;
#[cfg(test)]
mod tests;

use std::ops::Range;

use brackets::Bracket;

/// A field and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    /// The names of the fields around it, the outermost first.
    pub(super) path: Vec<String>,
    /// Its name as typed.
    pub(super) name: String,
    /// The name.
    pub(super) key: Range<usize>,
    /// What stands behind its colon on the same line, or in the same brackets.
    pub(super) value: Range<usize>,
    /// Which group it belongs to: fields beside each other have the same.
    pub(super) group: Group,
}

/// A group of fields, by where it begins; the whole is 0.
pub(super) type Group = usize;

/// All fields in a piece of a text.
pub(super) fn fields(text: &str, yaml: Range<usize>) -> Vec<Field> {
    let mut scanner = Scanner::new(text);
    for line in lines(text, yaml) {
        scanner.line(line);
    }
    scanner.fields
}

/// The lines of a piece of a text, without their ends.
pub(super) fn lines(
    text: &str,
    piece: Range<usize>,
) -> impl Iterator<Item = Range<usize>> {
    let mut start = piece.start;
    text[piece].split_inclusive('\n').map(move |line| {
        let own = line.trim_end_matches(['\n', '\r']);
        let range = start..start + own.len();
        start += line.len();
        range
    })
}

/// A field or an entry of a list, within which others may stand.
#[derive(Debug, Clone)]
struct Level {
    column: usize,
    /// The name of a field; an entry has none.
    name: Option<String>,
    start: usize,
}

/// How deep fields are read within each other, those in brackets and the others: no document needs
/// more, and what is nested is named with all that is around it.
const DEEPEST: usize = 16;

/// What was read so far.
#[derive(Debug, Clone)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    levels: Vec<Level>,
    brackets: Vec<Bracket>,
    /// How many brackets are open that are nested too deep.
    deeper: usize,
    /// The column of the field whose value is in brackets.
    outside: usize,
    /// The column of the field whose value is a block of prose (`|`, `>`).
    prose: Option<usize>,
    fields: Vec<Field>,
}

impl<'a> Scanner<'a> {
    /// Nothing is read yet.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            levels: Vec::new(),
            brackets: Vec::new(),
            deeper: 0,
            outside: 0,
            prose: None,
            fields: Vec::new(),
        }
    }

    /// Reads a line.
    pub(super) fn line(&mut self, line: Range<usize>) {
        let start = line.start + self.indent(&line);
        let content = self.text[start..line.end].trim_end();
        if self.goes_on_in_brackets(start - line.start, content) {
            return self.bracketed(start..line.end);
        }
        if self.is_prose(start - line.start, content) {
            return;
        }
        if content.is_empty() || content.starts_with('#') {
            return;
        }
        let (at, _) = self.dashes(line.start, start..line.end);
        let column = at - line.start;
        match key(self.text, at..line.end) {
            Some((name, behind)) => {
                let value = self.trimmed(behind..line.end);
                self.enter(column, name, value.clone());
                self.value(value, column);
            }
            None => self.value(self.trimmed(at..line.end), column),
        }
    }

    /// How far a line is set in.
    pub(super) fn indent(&self, line: &Range<usize>) -> usize {
        let text = &self.text[line.clone()];
        text.len() - text.trim_start_matches([' ', '\t', '\u{feff}']).len()
    }

    /// Whether a line goes on with what stands in brackets. Where no bracket closes them, the
    /// next field that is set in no further than theirs does, also while its name is typed.
    pub(super) fn goes_on_in_brackets(&mut self, indent: usize, content: &str) -> bool {
        if self.brackets.is_empty() {
            return false;
        }
        let whole = !content.contains([',', ']', '}']);
        let begins = content.starts_with(char::is_alphabetic)
            && (whole || key_end(content).is_some());
        if indent <= self.outside && begins {
            self.brackets.clear();
            self.deeper = 0;
        }
        !self.brackets.is_empty()
    }

    /// Whether a line goes on with a block of prose.
    pub(super) fn is_prose(&mut self, indent: usize, content: &str) -> bool {
        let Some(column) = self.prose else { return false };
        if content.is_empty() || indent > column {
            return true;
        }
        self.prose = None;
        false
    }

    /// Reads the dashes before an entry of a list; where the rest begins, and whether there are
    /// any.
    pub(super) fn dashes(&mut self, line: usize, rest: Range<usize>) -> (usize, bool) {
        let mut at = rest.start;
        let text = &self.text[..rest.end];
        while let Some(behind) = text[at..].strip_prefix('-') {
            if !(behind.is_empty() || behind.starts_with([' ', '\t'])) {
                break;
            }
            self.leave(at - line, true);
            self.push(Level { column: at - line, name: None, start: at });
            at = rest.end - behind.trim_start_matches([' ', '\t']).len();
        }
        (at, at > rest.start)
    }

    /// Leaves the fields and entries that end where something begins in a column.
    pub(super) fn leave(&mut self, column: usize, entry: bool) {
        // The entries of a list may stand right below the name of its field.
        let ends = |level: &Level| {
            level.column > column
                || (level.column == column && (!entry || level.name.is_none()))
        };
        while self.levels.pop_if(|level| ends(level)).is_some() {}
    }

    /// Enters a field whose value begins on the same line.
    pub(super) fn enter(
        &mut self,
        column: usize,
        key: Range<usize>,
        value: Range<usize>,
    ) {
        self.leave(column, false);
        if self.levels.len() == DEEPEST {
            return;
        }
        let name = unquoted(&self.text[key.clone()]).to_owned();
        let field = Field {
            path: self.path(),
            name: name.clone(),
            key: key.clone(),
            value,
            group: self.group(),
        };
        self.fields.push(field);
        self.push(Level { column, name: Some(name), start: key.start });
    }

    fn push(&mut self, level: Level) {
        if self.levels.len() < DEEPEST {
            self.levels.push(level);
        }
    }

    /// Looks at how a value begins.
    pub(super) fn value(&mut self, value: Range<usize>, column: usize) {
        let text = &self.text[value.clone()];
        if text.starts_with(['|', '>']) {
            self.prose = Some(column);
        } else if text.starts_with(['[', '{']) {
            self.outside = column;
            self.bracketed(value);
        }
    }

    /// The names of the fields around what comes next.
    pub(super) fn path(&self) -> Vec<String> {
        let levels = self.levels.iter().filter_map(|level| level.name.clone());
        levels.chain(self.brackets.iter().filter_map(|b| b.name.clone())).collect()
    }

    /// The group to which the next field belongs.
    pub(super) fn group(&self) -> Group {
        let bracket = self.brackets.last().map(|bracket| bracket.start);
        bracket.or(self.levels.last().map(|level| level.start)).unwrap_or_default()
    }

    /// A piece of the text without the blanks about it and a comment at its end.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = &self.text[range.clone()];
        let comment = [" #", "\t#"].iter().filter_map(|mark| text.find(mark)).min();
        let quoted = text.trim_start().starts_with(['"', '\'']);
        let text = match comment {
            Some(comment) if !quoted => &text[..comment],
            Some(_) | None => text,
        };
        let start = range.start + (text.len() - text.trim_start().len());
        start..start + text.trim().len()
    }
}

/// The name of a field at the start of a line, and where what is behind its colon begins.
pub(super) fn key(text: &str, line: Range<usize>) -> Option<(Range<usize>, usize)> {
    let rest = &text[line.clone()];
    let end = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let close = 1 + rest[1..].find(quote)? + 1;
            let blanks = rest[close..].len() - rest[close..].trim_start().len();
            rest[close + blanks..].starts_with(':').then_some(close + blanks)?
        }
        _ => key_end(rest)?,
    };
    let name = rest[..end].trim_end();
    Some((line.start..line.start + name.len(), line.start + end + 1))
}

/// Where the colon behind a name stands that is not quoted.
fn key_end(entry: &str) -> Option<usize> {
    if entry.starts_with(['"', '\'', '[', '{', '#']) {
        return None;
    }
    let ends = |at: &usize| {
        let behind = &entry[at + 1..];
        behind.is_empty() || behind.starts_with([' ', '\t'])
    };
    entry.match_indices(':').map(|(at, _)| at).find(ends)
}

/// A word without its quotation marks.
pub(super) fn unquoted(word: &str) -> &str {
    let word = word.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = word.strip_prefix(quote) {
            return inner.strip_suffix(quote).unwrap_or(inner);
        }
    }
    word
}
