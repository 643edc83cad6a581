//! What a Rust file names by a path: its `use` declarations, nested ones taken apart, and the
//! paths in its code.

use super::tokens::{is_of_word, tokens};

/// One path as it is typed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Import {
    /// The modules within the file in which it stands, outermost first.
    pub(super) inside: Vec<String>,
    /// Its segments; a glob ends in `*`.
    pub(super) path: Vec<String>,
    /// The name that a `use` gives it; nothing for a path in code.
    pub(super) name: Option<String>,
}

/// Every path that a file names.
pub(super) fn imports(text: &str) -> Vec<Import> {
    let tokens = tokens(text);
    let mut reader =
        Reader { tokens: &tokens, at: 0, inside: Vec::new(), found: Vec::new() };
    reader.read();
    reader.found
}

struct Reader<'a> {
    tokens: &'a [&'a str],
    at: usize,
    /// The modules within the file, each with the number of braces that are open in it.
    inside: Vec<(String, usize)>,
    found: Vec<Import>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some(token) = self.token(0) {
            match token {
                "mod" if self.token(2) == Some("{") => {
                    let name = self.token(1).unwrap_or_default().to_owned();
                    self.inside.push((name, 1));
                    self.at += 3;
                }
                "{" => self.brace(1),
                "}" => self.brace(-1),
                // `impl Trait + use<'a>` imports nothing.
                "use" if self.token(1) != Some("<") => {
                    self.at += 1;
                    self.tree(&[]);
                }
                word if word.starts_with(is_of_word) && self.token(1) == Some("::") => {
                    self.path();
                }
                _ => self.at += 1,
            }
        }
    }

    fn token(&self, ahead: usize) -> Option<&str> {
        self.tokens.get(self.at + ahead).copied()
    }

    fn brace(&mut self, step: isize) {
        self.at += 1;
        if let Some((_, open)) = self.inside.last_mut() {
            *open = open.saturating_add_signed(step);
            if *open == 0 {
                self.inside.pop();
            }
        }
    }

    /// A path in code: `a::b::c`, as far as it has names only.
    fn path(&mut self) {
        let mut path = Vec::new();
        while let Some(word) = self.token(0).filter(|token| token.starts_with(is_of_word))
        {
            path.push(word.to_owned());
            self.at += 1;
            if self.token(0) != Some("::") {
                break;
            }
            self.at += 1;
        }
        self.add(path, None);
    }

    /// A `use` declaration behind `prefix`: `a::{b, c::*, self as d}`.
    fn tree(&mut self, prefix: &[String]) {
        let mut path = prefix.to_vec();
        while let Some(token) = self.token(0) {
            match token {
                "::" => self.at += 1,
                "{" => {
                    self.at += 1;
                    while self.token(0).is_some_and(|token| token != "}") {
                        self.tree(&path);
                        if self.token(0) == Some(",") {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                "," | "}" | ";" => break,
                "as" => {
                    let name = self.token(1).map(str::to_owned);
                    self.at += 2;
                    self.add(path, name);
                    return;
                }
                // `a::{self}` is `a`.
                "self" if !path.is_empty() => self.at += 1,
                segment => {
                    path.push(segment.to_owned());
                    self.at += 1;
                }
            }
        }
        let name = path.last().cloned();
        self.add(path, name);
    }

    fn add(&mut self, path: Vec<String>, name: Option<String>) {
        let inside = self.inside.iter().map(|(name, _)| name.clone()).collect();
        self.found.push(Import { inside, path, name });
    }
}

#[test]
fn every_form_of_import_is_read() {
    let read = |text: &str| {
        let shown = |import: Import| {
            let inside: String =
                import.inside.iter().map(|name| format!("{name}: ")).collect();
            let name = import.name.map(|name| format!(" as {name}")).unwrap_or_default();
            format!("{inside}{}{name}", import.path.join("::"))
        };
        imports(text).into_iter().map(shown).collect::<Vec<_>>()
    };
    for (text, wanted) in [
        ("use crate::a;", vec!["crate::a as a"]),
        ("use crate::{a, b};", vec!["crate::a as a", "crate::b as b"]),
        (
            "use crate::{a::{b, c::{D, E as F}}, g::*};",
            vec![
                "crate::a::b as b",
                "crate::a::c::D as D",
                "crate::a::c::E as F",
                "crate::g::* as *",
            ],
        ),
        ("pub(super) use a::{self, B};", vec!["a as a", "a::B as B"]),
        ("use super::super::a::B;", vec!["super::super::a::B as B"]),
        ("let a = f(crate::b::C, d);", vec!["crate::b::C"]),
        (
            "fn a(b: &super::super::c::D) -> typst::E<f::G> {}",
            vec!["super::super::c::D", "typst::E", "f::G"],
        ),
        ("use ::std::{env, io};", vec!["std::env as env", "std::io as io"]),
        ("macro_rules! a { () => { $crate::b::C } }", vec!["crate::b::C"]),
        (
            "mod a { use super::*; fn b() { c::d(); } } use e::F;",
            vec!["a: super::* as *", "a: c::d", "e::F as F"],
        ),
        ("fn a() -> impl B + use<'_> { \"crate::c\" } // crate::d", vec![]),
    ] {
        assert_eq!(read(text), wanted, "{text}");
    }
}
