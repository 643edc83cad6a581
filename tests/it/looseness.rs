//! How far blanks of justified text are stretched.

use std::fs;

use crate::support::{pages, path};

/// How wide a blank is by itself, in the size of the font.
const BLANK: f64 = 0.25;

/// So many times as wide is the widest blank of all examples, with a little room. Before the year of
/// a date could go on to the next line it was 2.64.
const LOOSEST: f64 = 1.9;

#[test]
fn no_line_of_the_examples_is_stretched_wide() {
    let mut loosest = (0.0, String::new());
    let mut stretched = 0;
    for folder in ["examples", "examples/loai"] {
        for example in fs::read_dir(path(folder)).unwrap() {
            let example = example.unwrap().path();
            if example.extension().is_none_or(|e| e != "md") {
                continue;
            }
            for line in pages(&fs::read_to_string(&example).unwrap()).lines() {
                let widest = line.runs.iter().map(|run| run.blank_em / BLANK);
                let widest = widest.fold(0.0, f64::max);
                stretched += usize::from(widest > 1.05);
                if widest > loosest.0 {
                    loosest = (widest, format!("{}: {}", example.display(), line.text));
                }
            }
        }
    }
    assert!(stretched > 100, "{stretched}");
    assert!(loosest.0 < LOOSEST, "{:.2} {}", loosest.0, loosest.1);
}
