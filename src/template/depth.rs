//! How deep a template is nested, measured before it is read: the engine's parser bounds brackets
//! and statements, but not the operators, filters, attributes and `elif`s that follow each other,
//! and would leave the stack over some thousands of them.

use std::ops::Range;

use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&TEMPLATE_TOO_DEEP];

/// How many operators, filters and attributes may follow each other in one expression, those
/// around the brackets that enclose it included; how many `elif`s may be open.
const DEEPEST: usize = 500;

/// Words that make an expression deeper.
const OPERATORS: [&str; 7] = ["and", "else", "if", "in", "is", "not", "or"];

/// Where a template goes too deep.
pub(super) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut conditions = Conditions::default();
    let mut at = 0;
    while let Some(open) = text[at..].find('{') {
        at += open;
        let rest = &text[at..];
        let is_statement = rest.starts_with("{%");
        if let Some(comment) = rest.strip_prefix("{#") {
            at = comment.find("#}").map_or(text.len(), |end| at + end + 4);
        } else if is_statement && first_word(&rest[2..]) == "raw" {
            at = raw_end(text, at + 2);
        } else if is_statement || rest.starts_with("{{") {
            if is_statement && conditions.pass(first_word(&rest[2..])) > DEEPEST {
                return Some(at..at + 2);
            }
            let close = if is_statement { "%}" } else { "}}" };
            match tag_end(text, at + 2, close) {
                Ok(end) => at = end,
                Err(deep) => return Some(deep..text.ceil_char_boundary(deep + 1)),
            }
        } else {
            at += 1;
        }
    }
    None
}

/// The conditions that are open, each with how many `elif`s it has so far.
#[derive(Default)]
struct Conditions {
    open: Vec<usize>,
    elifs: usize,
}

impl Conditions {
    /// How many `elif`s are open behind a statement that begins with `word`.
    fn pass(&mut self, word: &str) -> usize {
        match word {
            "if" => self.open.push(0),
            "elif" => {
                if let Some(last) = self.open.last_mut() {
                    *last += 1;
                    self.elifs += 1;
                }
            }
            "endif" => self.elifs -= self.open.pop().unwrap_or_default(),
            _ => {}
        }
        self.elifs
    }
}

/// The first word of a tag, behind its opening.
fn first_word(tag: &str) -> &str {
    let tag = tag.strip_prefix(['-', '+']).unwrap_or(tag).trim_start();
    &tag[..word_length(tag)]
}

fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// Where the part ends that a `raw` tag starts.
fn raw_end(text: &str, start: usize) -> usize {
    let mut ends = text[start..].match_indices("{%").map(|(at, _)| start + at + 2);
    let end = ends.find(|at| first_word(&text[*at..]) == "endraw");
    end.unwrap_or(text.len())
}

/// Where a tag ends, or goes too deep. As in the engine's lexer, nothing within brackets or
/// quotation marks ends it.
fn tag_end(text: &str, start: usize, close: &str) -> Result<usize, usize> {
    let mut at = start;
    // How many operators came before the brackets that are open now, and in the innermost ones.
    let (mut around, mut here) = (Vec::new(), 0);
    let mut depth = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if around.is_empty() && rest.starts_with(close) {
            return Ok(at + close.len());
        }
        let mut length = c.len_utf8();
        let mut deeper = 0;
        match c {
            '"' | '\'' => length = string_length(rest, c),
            '(' | '[' | '{' => {
                around.push(here + 1);
                depth += 1;
                here = 0;
            }
            ')' | ']' | '}' => {
                depth -= here;
                here = around.pop().unwrap_or_default();
            }
            ',' | ':' => {
                depth -= here;
                here = 0;
            }
            c if c.is_alphanumeric() || c == '_' => {
                length = word_length(rest);
                deeper = usize::from(OPERATORS.contains(&&rest[..length]));
            }
            c if c.is_whitespace() => {}
            _ => deeper = 1,
        }
        here += deeper;
        depth += deeper;
        if depth > DEEPEST {
            return Err(at);
        }
        at += length;
    }
    Ok(at)
}

/// The length of a string, its quotation marks included.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = text[1..].find(|c| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |end| end + 2)
}

/// A template that is nested deeper than the engine can follow.
pub(crate) static TEMPLATE_TOO_DEEP: Rule = Rule {
    id: "template-too-deep",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Trong một biểu thức của mẫu, các phép tính, bộ lọc và dấu chấm nối nhau không quá 500 \
             lần; `elif` cũng vậy. Không mẫu thật nào cần đến thế, và nhiều hơn nữa thì làm hỏng \
             chương trình.",
        en: "In one expression of a template at most 500 operators, filters and attributes follow \
             each other, as do `elif`s. No real template needs that many, and more would break the \
             program.",
    },
    wrong: Example::described(
        "mẫu có `{{ a ~ a ~ a … }}` với hơn 500 dấu `~`",
        "a template with `{{ a ~ a ~ a … }}` of more than 500 `~`",
    ),
    right: Example::described(
        "mẫu nối một danh sách bằng bộ lọc `noi`",
        "a template that joins a list by the filter `noi`",
    ),
    ..Rule::ERROR
};

/// What is said where a template goes too deep.
pub(super) fn template_too_deep() -> Problem {
    TEMPLATE_TOO_DEEP.problem(
        both!("mẫu văn bản lồng nhau quá sâu", "the template is nested too deep"),
        both!("đến đây là quá sâu", "too deep here"),
        both!(
            "chia biểu thức này ra bằng `{{% set … %}}`, hoặc bỏ tệp mẫu này đi để dùng lại mẫu \
             có sẵn",
            "divide the expression by `{{% set … %}}`, or remove the file to get the built-in one \
             back"
        ),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::template::Templates;

    #[test]
    fn only_what_lies_in_each_other_counts() {
        let long = |link: &str, times| format!("{{{{ a{} }}}}", link.repeat(times));
        for link in ["~a", "|b", ".c", "(d)", " and e", "[f]"] {
            assert_eq!(too_deep(&long(link, 100)), None, "{link}");
            assert!(too_deep(&long(link, 501)).is_some(), "{link}");
        }
        for link in [", 1 + 1", ", [1, 2]", ", 'a' ~ \"~~'~\"", ", b: {'c': -1}"] {
            assert_eq!(too_deep(&long(link, 5_000)), None, "{link}");
        }
        assert_eq!(too_deep(&"{{ a ~ b }}{{ c }} ~ ".repeat(5_000)), None);
        assert_eq!(
            too_deep(&format!("{{% raw %}}{}{{% endraw %}}", long("~a", 900))),
            None
        );
        assert_eq!(too_deep(&format!("{{# {} #}}", long("~a", 900))), None);
    }

    #[test]
    fn no_file_that_is_built_in_goes_too_deep() {
        for (path, source) in Templates::built_in().files_in("") {
            assert_eq!(too_deep(source.text()), None, "{path}");
        }
    }

    #[test]
    fn a_tag_ends_where_the_engine_ends_it() {
        let deep = "~a".repeat(600);
        for before in ["{'}}': {1: '%}'}}", "'\\'}}'", "\"'}}\"", "[{}]", "b -}} {{- c"] {
            let text = format!("ố {{{{ {before}{deep} }}}}");
            let place = too_deep(&text).unwrap();
            assert_eq!(&text[place], "~", "{before}");
        }
    }

    proptest! {
        #[test]
        fn every_text_is_passed(text in "(\\{[{%#]|[}%#]\\}|raw|endraw|elif|if|['\"\\\\(\\[{})\\],:~.aố -]){0,60}") {
            let place = too_deep(&text);
            prop_assert_eq!(place, None);
        }
    }
}
