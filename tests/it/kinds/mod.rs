//! Every kind of document in both layouts: its skeletons and examples, what is particular to
//! its pages, the sentences it writes.

mod address;
mod borrowed;
mod confirmed;
mod congress;
mod conserved;
mod decision;
mod every;
mod letter;
mod meeting;
mod papers;
mod signers;
mod values;

use vanban::rooms::typeset::Pages;
use vanban::rooms::typeset::geometry::Line;

use crate::support::{lines_of, pages, path, printed_words, read};

/// The example of a kind: its folder and its layout, as in `giay-moi`, `dang`.
fn example(kind: &str, layout: &str) -> String {
    read(&format!("examples/loai/{kind}-{layout}.md"))
}

/// The words on the pages, with single blanks.
fn words(pages: &Pages) -> String {
    printed_words(pages).join(" ")
}

/// The lines of all pages.
fn all_lines(pages: &Pages) -> Vec<Line> {
    (1..=pages.count()).flat_map(|page| lines_of(pages, page)).collect()
}

fn centre(line: &Line) -> f64 {
    f64::midpoint(line.x_mm, line.end_mm())
}

#[track_caller]
fn near(what: &str, found: f64, wanted: f64, tolerance: f64) {
    let off = (found - wanted).abs();
    assert!(off <= tolerance, "{what}: {found:.3}, wanted {wanted:.3}");
}

/// Asserts that the text of the pages has these parts, in this order.
#[track_caller]
fn has_in_order(pages: &Pages, parts: &[&str]) {
    let text = words(pages);
    let mut rest = text.as_str();
    for part in parts {
        let Some(at) = rest.find(part) else { panic!("no `{part}` in `{rest}`") };
        rest = &rest[at + part.len()..];
    }
}
