//! The names in Typst code.

/// A name in some code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name<'t> {
    /// Of a variable, a function or an argument.
    Own(&'t str),
    /// Of a field: `b` in `a.b`.
    Field(&'t str),
    /// A string that is a name: what `a.at("b")` asks for.
    Quoted(&'t str),
}

/// The names in some code, each with where it begins: not what stands in comments, and of strings
/// only those that are a name.
pub(super) fn names(code: &str) -> impl Iterator<Item = (usize, Name<'_>)> {
    let bytes = code.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(byte) = bytes.get(at) {
            let start = at;
            at += 1;
            match byte {
                b'"' => {
                    at += string_end(&bytes[at..]);
                    let text = &code[start + 1..at];
                    let text = text.strip_suffix('"').unwrap_or(text);
                    if !text.is_empty() && name_end(text) == text.len() {
                        return Some((start, Name::Quoted(text)));
                    }
                }
                b'/' if bytes.get(at) == Some(&b'/') => {
                    let rest = &bytes[at..];
                    at += rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                    at = start + name_end(&code[start..]);
                    let is_field = bytes[..start].ends_with(b".")
                        && !bytes[..start].ends_with(b"..");
                    let name = &code[start..at];
                    let name = if is_field { Name::Field(name) } else { Name::Own(name) };
                    return Some((start, name));
                }
                b'0'..=b'9' => at = start + name_end(&code[start..]),
                _ => {}
            }
        }
        None
    })
}

/// Where the name ends that a text begins with.
pub(super) fn name_end(text: &str) -> usize {
    let other = text.bytes().position(|byte| !IN_NAME[usize::from(byte)]);
    other.unwrap_or(text.len())
}

/// Whether each byte may stand in a name.
const IN_NAME: [bool; 256] = {
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let is_sign = byte == b'-' || byte == b'_';
        all[byte as usize] = byte.is_ascii_alphanumeric() || is_sign;
        byte += 1;
    }
    all
};

/// Where the string ends in whose middle some bytes begin.
pub(super) fn string_end(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_quoted_names_are_told_from_others() {
        use Name::{Field, Own, Quoted};
        let code =
            "f(a.b, ..c, d: \"e \\\" g\", \"h-1\") // k\n2mm + [#i-j.k()] http \"l";
        let expected = [
            Own("f"),
            Own("a"),
            Field("b"),
            Own("c"),
            Own("d"),
            Quoted("h-1"),
            Own("i-j"),
            Field("k"),
            Own("http"),
            Quoted("l"),
        ];
        let found: Vec<_> = names(code).map(|(_, name)| name).collect();
        assert_eq!(found, expected);
    }
}
