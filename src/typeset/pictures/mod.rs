//! The pictures of a document: read once, judged before Typst sees them, and handed to it by their
//! bytes, so that none needs a file id of Typst's, which are few and live as long as the process.

mod bytes;
mod fault;
mod problems;
mod raster;
mod svg;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;

use typst::Library;
use typst::foundations::{Bytes, Dict, IntoValue, Value};
use typst::syntax::VirtualPath;
use typst::utils::LazyHash;

use super::engine::{self, Engine};
use super::{Files, layout_errors};
use crate::diagnostic::{Diagnostics, Lang, Problem};
use crate::source::Span;
use crate::source_map::{Content, SourceMap};
use fault::Fault;

pub(super) use problems::RULES;

/// The input of Typst's in which the layout library finds the bytes of the pictures by their
/// paths, and none for one that is left out.
const INPUT: &str = "pictures";

/// Most bytes of memory that the pictures of a document need, decoded.
const MOST_MEMORY: u64 = 500 * MEGABYTE;

/// Most bytes of the files of the pictures of a document.
const MOST_BYTES: u64 = 200 * MEGABYTE;

/// Most elements of all the SVG that a document draws.
const MOST_ELEMENTS: u64 = 100_000;

const MEGABYTE: u64 = 1_000_000;

/// What drawing a picture takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cost {
    /// Bytes of memory, once for each picture.
    memory: u64,
    /// Elements that are drawn each time.
    elements: u64,
}

/// A picture that can be drawn.
#[derive(Debug)]
struct Sound {
    bytes: Bytes,
    cost: Cost,
}

/// The pictures of a document.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    /// Those that can be drawn, by their paths as they are written.
    sound: BTreeMap<String, Sound>,
    /// Where each stands.
    places: Vec<(String, Span)>,
    /// What is wrong with the others.
    found: Vec<(Problem, Span)>,
}

impl Pictures {
    /// Reads the pictures that a text names.
    pub(super) fn read(engine: &Engine, map: &SourceMap, files: &dyn Files) -> Self {
        let mut pictures = Self::default();
        let mut known = BTreeMap::new();
        let mut spent = Spent::default();
        for segment in map.segments() {
            let Content::Picture(path) = &segment.content else { continue };
            pictures.places.push((path.clone(), segment.span));
            if spent.is_over {
                continue;
            }
            let read = || read(engine, path, files, &mut spent);
            let verdict = known.entry(path.clone()).or_insert_with(read);
            let verdict = match verdict {
                Ok(sound) => spent.draw(sound.cost),
                Err(fault) => Err(fault.clone()),
            };
            let problem = verdict.err().map(|fault| fault.problem(path));
            pictures.found.extend(problem.map(|problem| (problem, segment.span)));
        }
        let sound = |(path, verdict): (String, Result<Sound, Fault>)| {
            verdict.ok().map(|sound| (path, sound))
        };
        pictures.sound = known.into_iter().filter_map(sound).collect();
        pictures
    }

    /// What is wrong with the pictures that cannot be drawn, where the user named them.
    pub(super) fn problems(&self) -> Diagnostics {
        let mut found = Diagnostics::default();
        for (problem, span) in &self.found {
            found.push(problem.clone(), *span);
        }
        found
    }

    /// Typst's library with the pictures in it.
    pub(super) fn library<'a>(&self, engine: &'a Engine) -> Cow<'a, LazyHash<Library>> {
        if self.places.is_empty() {
            return Cow::Borrowed(&engine.library);
        }
        let paths = self.places.iter().map(|(path, _)| path.as_str());
        let bytes = |path: &str| self.sound.get(path).map(|sound| &sound.bytes);
        Cow::Owned(library(paths.map(|path| (path, bytes(path)))))
    }

    /// Those that can be drawn, by their paths.
    pub(super) fn sound(&self) -> impl Iterator<Item = (&str, &Bytes)> {
        self.sound.iter().map(|(path, sound)| (path.as_str(), &sound.bytes))
    }

    /// What is said of one that seemed sound and that Typst refuses, where the user named it.
    pub(super) fn damaged(&self, path: &str) -> Diagnostics {
        let mut found = Diagnostics::default();
        let places = self.places.iter().filter(|(written, _)| written == path);
        for (_, span) in places {
            found.push(Fault::Damaged.problem(path), *span);
        }
        found
    }
}

/// What the pictures of a document took so far.
#[derive(Debug, Default)]
struct Spent {
    bytes: u64,
    memory: u64,
    elements: u64,
    /// Whether it was too much: nothing more is read.
    is_over: bool,
}

impl Spent {
    fn check(&mut self) -> Result<(), Fault> {
        let most = self.memory > MOST_MEMORY || self.elements > MOST_ELEMENTS;
        self.is_over = most || self.bytes > MOST_BYTES;
        if self.is_over { Err(Fault::AllTooLarge) } else { Ok(()) }
    }

    /// Takes in that a file was read.
    fn file(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.bytes += bytes.len() as u64;
        self.check()
    }

    /// Takes in that a picture is decoded.
    fn decode(&mut self, cost: Cost) -> Result<(), Fault> {
        self.memory += cost.memory;
        self.check()
    }

    /// Takes in that a picture is drawn.
    fn draw(&mut self, cost: Cost) -> Result<(), Fault> {
        self.elements += cost.elements;
        self.check()
    }
}

/// The picture at a path.
fn read(
    engine: &Engine,
    path: &str,
    files: &dyn Files,
    spent: &mut Spent,
) -> Result<Sound, Fault> {
    let inside = VirtualPath::new(path).ok();
    let bytes = inside.and_then(|inside| files.read(inside.get_without_slash()));
    let bytes = bytes.ok_or(Fault::Missing)?;
    spent.file(&bytes)?;
    judge(engine, bytes, &mut |cost| spent.decode(cost))
}

/// A picture that Typst can draw without harm, from the bytes of its file; `spend` takes in what
/// it costs before it is decoded.
fn judge(
    engine: &Engine,
    file: Vec<u8>,
    spend: &mut dyn FnMut(Cost) -> Result<(), Fault>,
) -> Result<Sound, Fault> {
    if let Some(format) = raster::format(&file) {
        let memory = raster::memory(&file, format)?;
        let cost = Cost { memory, elements: 0 };
        spend(cost)?;
        let bytes = Bytes::new(file);
        raster::decode(&bytes, format)?;
        return Ok(Sound { bytes, cost });
    }
    let text = svg::text(file)?;
    let svg = svg::Svg::parse(&text)?;
    let cost = svg.cost(engine)?;
    spend(cost)?;
    svg.decode()?;
    let bytes = Bytes::new(text.into_bytes());
    svg::size(&bytes)?;
    Ok(Sound { bytes, cost })
}

/// Whether a file is a picture of pixels, by its first bytes.
pub(super) fn is_raster(file: &[u8]) -> bool {
    raster::format(file).is_some()
}

/// The bytes of a picture that a template names by itself.
///
/// # Errors
/// What is wrong with it, in words.
pub(super) fn of_template(
    engine: &Engine,
    path: &str,
    file: Vec<u8>,
) -> Result<Bytes, String> {
    let sound = judge(engine, file, &mut |_| Ok(()));
    sound
        .map(|sound| sound.bytes)
        .map_err(|fault| fault.problem(path).words(Lang::En).message.to_owned())
}

/// Typst's library with pictures in it by their paths; those without bytes are left out of the page.
pub(super) fn library<'a>(
    files: impl Iterator<Item = (&'a str, Option<&'a Bytes>)>,
) -> LazyHash<Library> {
    let files: Dict =
        files.map(|(path, bytes)| (path.into(), bytes.cloned().into_value())).collect();
    engine::library([
        (layout_errors::INPUT, true.into_value()),
        (INPUT, Value::Dict(files)),
    ])
}
