//! The modules of the crate, and which module names which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::imports::imports;

/// One source file.
pub(super) struct File {
    /// Where it is, below `src`.
    pub(super) path: PathBuf,
    /// What stands in it.
    pub(super) text: String,
}

/// The modules of the library by their path (`cli::terminal`; the crate itself is empty), and
/// what each names.
pub(super) struct House {
    /// The file of each module.
    pub(super) files: BTreeMap<String, File>,
    /// What each module names: paths within the crate, and those of other crates.
    named: BTreeMap<String, BTreeSet<Named>>,
    /// The path behind each name that a `use` brings into a module.
    bindings: BTreeMap<(String, String), Named>,
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    /// Something in the crate, by its path from the root.
    Inside(String),
    /// Something in another crate.
    Outside(String),
}

impl House {
    /// Reads every file of the library; `main.rs` is a crate of its own.
    pub(super) fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut paths = Vec::new();
        rust_files(&root, &mut paths);
        let file = |path: PathBuf| {
            let text = fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(&root).unwrap().to_owned();
            (module(&path), File { path, text })
        };
        Self::of(paths.into_iter().map(file).filter(|(name, _)| name != "main").collect())
    }

    fn of(files: BTreeMap<String, File>) -> Self {
        let mut house = Self { files, named: BTreeMap::new(), bindings: BTreeMap::new() };
        let mut all = Vec::new();
        for (module, file) in &house.files {
            for import in imports(&file.text) {
                let inside = join(module, &import.inside.join("::"));
                all.push((module.clone(), inside, import));
            }
        }
        for (_, inside, import) in &all {
            if let Some(name) = &import.name {
                let named = house.absolute(inside, &import.path);
                house.bindings.insert((inside.clone(), name.clone()), named);
            }
        }
        for (module, inside, import) in all {
            let named = house.absolute(&inside, &import.path);
            house.named.entry(module).or_default().insert(named);
        }
        house
    }

    /// What a path in a module leads to, by the name it has from outside.
    fn absolute(&self, module: &str, path: &[String]) -> Named {
        let first = path.first().map_or("", String::as_str);
        let behind = || path[1..].join("::");
        if first == "crate" {
            return Named::Inside(behind());
        }
        let (mut from, mut rest) = (module, path);
        while let Some(step @ ("self" | "super")) = rest.first().map(String::as_str) {
            from = if step == "super" { parent(from).unwrap_or_default() } else { from };
            rest = &rest[1..];
        }
        if rest.len() < path.len() {
            return Named::Inside(join(from, &rest.join("::")));
        }
        if self.files.contains_key(&join(module, first)) {
            return Named::Inside(join(module, &path.join("::")));
        }
        match self.bindings.get(&(module.to_owned(), first.to_owned())) {
            Some(Named::Inside(bound)) => Named::Inside(join(bound, &behind())),
            Some(Named::Outside(bound)) => Named::Outside(join(bound, &behind())),
            None => Named::Outside(path.join("::")),
        }
    }

    /// The module in which a thing is written, which others may only hand on.
    fn home(&self, path: &str) -> String {
        let mut path = path.to_owned();
        // Names that lead to each other would have no end.
        for _ in 0..8 {
            let module = self.module_of(&path).to_owned();
            let behind = path[module.len()..].trim_start_matches("::");
            let (name, rest) = behind.split_once("::").unwrap_or((behind, ""));
            match self.bindings.get(&(module.clone(), name.to_owned())) {
                Some(Named::Inside(bound)) => path = join(bound, rest),
                Some(Named::Outside(_)) | None => return module,
            }
        }
        self.module_of(&path).to_owned()
    }

    /// The module in which a path is looked up.
    fn module_of<'a>(&self, path: &'a str) -> &'a str {
        let mut module = path;
        while !self.files.contains_key(module) {
            module = parent(module).unwrap_or_default();
        }
        module
    }

    /// Each module with each path within the crate that it names.
    pub(super) fn inside(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all().filter_map(|(module, named)| match named {
            Named::Inside(path) => Some((module, path.as_str())),
            Named::Outside(_) => None,
        })
    }

    /// Each module with each path of another crate that it names.
    pub(super) fn outside(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all().filter_map(|(module, named)| match named {
            Named::Inside(_) => None,
            Named::Outside(path) => Some((module, path.as_str())),
        })
    }

    fn all(&self) -> impl Iterator<Item = (&str, &Named)> {
        self.named.iter().flat_map(|(module, all)| all.iter().map(|n| (&**module, n)))
    }

    /// The groups of modules with one parent that take something from each other, they or what
    /// is below them, straight or by way of others. What a module takes from its own parents and
    /// children makes no circle.
    pub(super) fn circles(&self) -> Vec<Vec<String>> {
        let mut levels: BTreeMap<String, Edges> = BTreeMap::new();
        for (module, path) in self.inside() {
            let home = self.home(path);
            if let Some((above, from, to)) = siblings(module, &home) {
                levels.entry(above).or_default().entry(from).or_default().insert(to);
            }
        }
        levels.values().flat_map(groups).collect()
    }
}

/// Which module takes something from which others.
type Edges = BTreeMap<String, BTreeSet<String>>;

/// The module in which two modules stand, and what they stand in, or are, there; nothing where
/// one stands in the other.
fn siblings(a: &str, b: &str) -> Option<(String, String, String)> {
    let (mut above, mut rest) = (String::new(), (a, b));
    loop {
        let (first, second) = (room(rest.0), room(rest.1));
        if first.is_empty() || second.is_empty() {
            return None;
        }
        if first != second {
            let (a, b) = (join(&above, first), join(&above, second));
            return Some((above, a, b));
        }
        above = join(&above, first);
        let below = |path| str::split_once(path, "::").map_or("", |(_, rest)| rest);
        rest = (below(rest.0), below(rest.1));
    }
}

/// `cli/terminal/mod.rs` → `cli::terminal`.
fn module(path: &Path) -> String {
    let path = path.with_extension("");
    let names: Vec<_> = path.iter().map(|name| name.to_str().unwrap()).collect();
    match names.as_slice() {
        ["lib"] => String::new(),
        [folder @ .., "mod"] => folder.join("::"),
        all => all.join("::"),
    }
}

/// The room of a module or path: its first name.
pub(super) fn room(path: &str) -> &str {
    path.split("::").next().unwrap_or_default()
}

/// Whether a path is another one or goes on from it.
pub(super) fn is_within(path: &str, other: &str) -> bool {
    let rest = path.strip_prefix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn parent(module: &str) -> Option<&str> {
    (!module.is_empty()).then(|| module.rsplit_once("::").map_or("", |(above, _)| above))
}

fn join(a: &str, b: &str) -> String {
    if a.is_empty() || b.is_empty() { format!("{a}{b}") } else { format!("{a}::{b}") }
}

/// Every Rust file below a folder.
pub(super) fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The groups of modules that reach each other.
fn groups(edges: &Edges) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    for from in edges.keys() {
        let reached = reached(edges, from);
        if reached.contains(from) && !groups.iter().flatten().any(|module| module == from)
        {
            let back = |to: &&String| self::reached(edges, to).contains(from);
            groups.push(reached.iter().filter(back).cloned().collect());
        }
    }
    groups
}

/// The modules that one takes something from, straight or by way of others.
fn reached(edges: &Edges, from: &str) -> BTreeSet<String> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(module) = next.pop() {
        for to in edges.get(module).into_iter().flatten() {
            if seen.insert(to.clone()) {
                next.push(to);
            }
        }
    }
    seen
}

#[test]
fn things_are_followed_to_where_they_are_written() {
    let house = |files: &[(&str, &str)]| {
        let file = |(path, text): &(&str, &str)| {
            let path = PathBuf::from(path);
            (module(&path), File { path, text: (*text).to_owned() })
        };
        House::of(files.iter().map(file).collect())
    };
    let circular = house(&[
        ("lib.rs", "mod a; mod b;"),
        ("a/mod.rs", "mod c; mod d; pub use d::D; use c::C;"),
        ("a/c.rs", "use super::D; fn f() -> C {}"),
        ("a/d.rs", "fn f() -> super::super::b::B {}"),
        ("b.rs", "use crate::{e::E, a::{c::{self, C}}}; fn f() { c::g() }"),
        ("e.rs", "use std::{io as i}; fn f() { i::stdin() }"),
    ]);
    assert_eq!(circular.circles(), [["a", "b"]]);
    assert!(circular.outside().any(|named| named == ("e", "std::io::stdin")));
    let handed_on = house(&[
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod c; mod d; pub use d::D; use c::C;"),
        ("a/c.rs", "use super::D;"),
        ("a/d.rs", "fn f() -> super::C {}"),
    ]);
    assert_eq!(handed_on.circles(), [["a::c", "a::d"]]);
    let straight = house(&[
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod c; pub struct D; use c::C;"),
        ("a/c.rs", "use super::D; mod tests { use super::C; }"),
    ]);
    assert!(straight.circles().is_empty());
}
