//! Where lines may end: break marks, which nobody sees, stand in the texts of the generated file
//! while the page is laid out, and are taken out of the pages again, so that nobody copies or
//! hears them.

mod breakable;
mod literals;
mod names;
mod pages;
mod titles;
mod unbreakable;
mod words;

pub(super) use pages::without_marks;

use crate::source_map::SourceMap;

/// What stands between two characters of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Word joiners: no line ends here. What has fewer of them the layout lets go first where a
    /// title finds no room.
    Joiner { count: u8 },
    /// A zero-width space: a line may end here.
    Break,
}

impl Mark {
    const ALL: [Self; 2] = [Self::Joiner { count: 1 }, Self::Break];

    fn character(self) -> char {
        match self {
            Self::Joiner { .. } => '\u{2060}',
            Self::Break => '\u{200b}',
        }
    }

    /// How often it stands there.
    fn count(self) -> usize {
        match self {
            Self::Joiner { count } => count.into(),
            Self::Break => 1,
        }
    }

    /// As the generated file has it, to be seen there; all are equally long.
    fn written(self) -> &'static str {
        match self {
            Self::Joiner { .. } => "\\u{2060}",
            Self::Break => "\\u{200b}",
        }
    }
}

/// How long a mark is in the generated file, in bytes.
const WIDTH: usize = 8;

/// The generated file with a mark wherever no line may end within its texts, and where one may
/// though Unicode knows no reason to: in texts of the user and of the template, in strings and in
/// markup, also where one text begins what the next one ends (`"ngày "; "02"`). The layout
/// library itself is left alone.
#[must_use]
pub fn with_break_marks(typst: String, map: SourceMap) -> (String, SourceMap) {
    let marks = literals::marks(&typst, &map);
    if marks.is_empty() {
        return (typst, map);
    }
    let mut marked = String::with_capacity(typst.len() + marks.len() * WIDTH);
    let mut start = 0;
    for (place, mark) in &marks {
        marked.push_str(&typst[start..*place]);
        marked.push_str(&mark.written().repeat(mark.count()));
        start = *place;
    }
    marked.push_str(&typst[start..]);
    let repeated =
        |(place, mark): &(usize, Mark)| std::iter::repeat_n(*place, mark.count());
    let places: Vec<usize> = marks.iter().flat_map(repeated).collect();
    (marked, map.widened(&places, WIDTH))
}
