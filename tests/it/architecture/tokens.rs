//! Rust text as words and signs, without comments and literals.

/// The words and signs of a text in their order; `::` is one sign. Comments, strings, characters
/// and lifetimes are left out.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            '\'' => character(rest),
            'r' | 'b' | 'c' if raw_string(rest).is_some() => {
                raw_string(rest).unwrap_or(1)
            }
            c if is_of_word(c) => {
                let length = word(rest);
                found.push(&rest[..length]);
                length
            }
            ':' if rest.starts_with("::") => {
                found.push("::");
                2
            }
            c if c.is_whitespace() => c.len_utf8(),
            c => {
                found.push(&rest[..c.len_utf8()]);
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    found
}

/// Whether a character may stand in a name.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word(text: &str) -> usize {
    text.find(|c| !is_of_word(c)).unwrap_or(text.len())
}

/// `/* a /* b */ c */`: block comments nest.
fn block_comment(text: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// `"a\"b"`.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// `r"a"`, `br#"a"#`: the length, where a raw string begins here.
fn raw_string(text: &str) -> Option<usize> {
    let inner = text.trim_start_matches(['b', 'c']).strip_prefix('r')?;
    let quoted = inner.trim_start_matches('#');
    let hashes = &inner[..inner.len() - quoted.len()];
    let body = quoted.strip_prefix('"')?;
    let end = format!("\"{hashes}");
    let length = body.find(&end).map_or(body.len(), |at| at + end.len());
    Some(text.len() - body.len() + length)
}

/// `'a'`, `'\''`, or the lifetime `'a`.
fn character(text: &str) -> usize {
    let inner = &text[1..];
    if let Some(escaped) = inner.strip_prefix('\\') {
        let kind = escaped.chars().next().map_or(0, char::len_utf8);
        let end = escaped[kind..].find('\'').unwrap_or_default();
        return 2 + kind + end + 1;
    }
    let one = inner.chars().next().map_or(0, char::len_utf8);
    if inner[one..].starts_with('\'') { one + 2 } else { 1 + word(inner) }
}

#[test]
fn comments_and_literals_are_no_tokens() {
    for (text, wanted) in [
        ("a::b // c::d\ne", vec!["a", "::", "b", "e"]),
        ("a /* b /* c */ d */ e", vec!["a", "e"]),
        (r#"f("a\"b::c", d)"#, vec!["f", "(", ",", "d", ")"]),
        (r##"r#"a"b"# br"c" d"##, vec!["d"]),
        (r"'a' '\'' '\u{1f}' b'c' 'd e", vec!["b", "e"]),
        ("radio::br", vec!["radio", "::", "br"]),
    ] {
        assert_eq!(tokens(text), wanted, "{text}");
    }
}
