//! What checking costs without the pages: reading one notice and looking at it by every drafting
//! rule, and a thousand different notices on two threads. `cargo bench --bench checks`. A notice of
//! four pages takes 34 million instructions, which is some 4 ms.

#![expect(clippy::print_stdout, reason = "that is what it is for")]

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use vanban::{Input, parse};

const EXAMPLE: &str = "examples/thong-bao-2023-06.md";

/// How often one notice is read.
const TURNS: usize = 200;

/// How many different notices are read on two threads.
const NOTICES: usize = 1_000;

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(EXAMPLE);
    let text = fs::read_to_string(path).expect("the example is there");
    // Tables that are made once are made by then.
    look_at(&text);
    if let Some(turns) = turns() {
        return (0..turns).for_each(|_| look_at(&text));
    }
    let begun = Instant::now();
    for _ in 0..TURNS {
        look_at(&text);
    }
    let each = begun.elapsed() / u32::try_from(TURNS).expect("a few");
    println!("one notice of four pages       {:7.2} ms", milliseconds(each));

    let notices: Vec<String> = (0..NOTICES).map(|index| varied(&text, index)).collect();
    let begun = Instant::now();
    let (one, two) = notices.split_at(NOTICES / 2);
    thread::scope(|scope| {
        for half in [one, two] {
            scope.spawn(move || half.iter().for_each(|text| look_at(text)));
        }
    });
    let all = begun.elapsed();
    println!("{NOTICES} notices on two threads  {:7.2} ms", milliseconds(all));
}

/// The number among the arguments: how often the notice is to be read, and nothing else done, so
/// that a profiler can count the instructions of one (`valgrind --tool=callgrind`).
fn turns() -> Option<usize> {
    std::env::args().skip(1).find_map(|argument| argument.parse().ok())
}

#[inline(never)]
fn look_at(text: &str) {
    let outcome = parse(&Input::new("tb.md", text));
    assert!(!outcome.report.diagnostics.has_errors());
}

/// The notice with another number, and each of its paragraphs another one.
fn varied(text: &str, index: usize) -> String {
    let varied = text.replace("số:  ", &format!("số: {}", index + 1));
    varied
        .replace(" trên địa bàn xã", &format!(" trên địa bàn {} thôn của xã", index + 2))
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
