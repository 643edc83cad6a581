//! `--shard`: the part of the documents of a run that one of several machines takes.

use std::path::{Component, Path};

use crate::cli::digest::Digest;
use crate::cli::terminal::{Message, misuse};

/// One part of so many. Which documents are in it depends on their paths alone, so that all
/// machines agree whatever else is there, and none changes its part when a document is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    /// Which part, from 0.
    index: u64,
    count: u64,
}

impl Shard {
    /// Everything.
    const WHOLE: Self = Self { index: 0, count: 1 };

    /// The part that `I/N` names, from `1/N` to `N/N`; everything where none is asked for.
    ///
    /// # Errors
    /// Says which parts there are.
    pub(crate) fn of(written: Option<&str>) -> Result<Self, Message> {
        let Some(written) = written else { return Ok(Self::WHOLE) };
        let (index, count) = written.split_once('/').unwrap_or_default();
        let number = |text: &str| text.trim().parse::<u64>().ok().filter(|n| *n > 0);
        match (number(index), number(count)) {
            (Some(index), Some(count)) if index <= count => {
                Ok(Self { index: index - 1, count })
            }
            _ => Err(misuse::wrong_value("--shard <I/N>", written, "1/4, 2/4, 3/4, 4/4")),
        }
    }

    /// Whether a document is in it.
    pub(crate) fn has(self, document: &Path) -> bool {
        // `./a/b.md` and, on Windows, `a\\b.md` are `a/b.md`.
        let parts = document.components().filter(|part| *part != Component::CurDir);
        let parts = parts.map(|part| part.as_os_str().as_encoded_bytes());
        Digest::of_all(parts).below(self.count) == self.index
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_document_is_in_one_part() {
        let paths: Vec<String> = (0..1000).map(|n| format!("a/tb-{n}.md")).collect();
        for count in [1, 2, 7, 64] {
            let parts = (1..=count).map(|index| format!("{index}/{count}"));
            let parts: Vec<Shard> = parts.map(|p| Shard::of(Some(&p)).unwrap()).collect();
            let sizes = parts.iter().map(|part| {
                paths.iter().filter(|path| part.has(Path::new(path))).count()
            });
            let sizes: Vec<usize> = sizes.collect();
            assert_eq!(sizes.iter().sum::<usize>(), 1000);
            let even = 1000 / count;
            assert!(
                sizes.iter().all(|n| (even / 4..even * 2 + 9).contains(n)),
                "{sizes:?}"
            );
            let first = |path: &str| parts.iter().position(|p| p.has(Path::new(path)));
            assert_eq!(first("a/b.md"), first("./a/./b.md"));
        }
        assert!(Shard::of(None).unwrap().has(Path::new("a.md")));
    }

    #[test]
    fn what_is_no_part_is_refused() {
        for wrong in ["", "1", "0/4", "5/4", "1/0", "-1/4", "a/b", "1/4/2", "1,4"] {
            assert!(Shard::of(Some(wrong)).is_err(), "{wrong}");
        }
    }

    /// Machines with different versions of the program share a run only if this stays.
    #[test]
    fn parts_stay_what_they_are() {
        let part = |path| {
            (1..=8).find(|index| {
                Shard::of(Some(&format!("{index}/8"))).unwrap().has(Path::new(path))
            })
        };
        let parts = ["a.md", "b.md", "thôn/c.md", "../d.yaml"].map(part);
        assert_eq!(parts, [Some(5), Some(3), Some(3), Some(7)]);
    }
}
