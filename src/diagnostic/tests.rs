//! Tests of the list of diagnostics.

use super::*;

/// A list of problems at `places`, each of its own.
fn list(places: std::ops::Range<usize>) -> Diagnostics {
    let file = FileId::DOCUMENT;
    places.map(|at| (shared::placeholder(false), Span::new(file, at..at + 1))).collect()
}

/// What is said last.
fn last(found: &Diagnostics) -> &str {
    found.iter().last().map_or("", |diagnostic| &diagnostic.problem.message.en)
}

#[test]
fn what_is_too_much_is_counted_once() {
    let mut found = list(0..400);
    found.sort_and_dedup();
    assert_eq!(found.iter().count(), MOST + 1);
    assert_eq!(last(&found), "100 more are left out here");
    let sorted = found.clone();
    found.sort_and_dedup();
    assert_eq!(found, sorted);
    found.extend(list(1_000..1_010));
    found.sort_and_dedup();
    assert_eq!(found.iter().count(), MOST + 1);
    assert_eq!(last(&found), "110 more are left out here");
}

#[test]
fn what_is_said_twice_is_shown_once() {
    let mut found = list(0..3);
    found.extend(list(1..4));
    found.sort_and_dedup();
    let starts: Vec<usize> = found.iter().map(|d| d.span.start).collect();
    assert_eq!(starts, [0, 1, 2, 3]);
}
