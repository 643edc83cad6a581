//! The same file gives the same bytes: twice, on another thread, whatever was built before.

use std::thread;

use crate::support::{built, notice, read};
use vanban::Format;

#[test]
fn two_builds_give_the_same_bytes() {
    let text = read("examples/thong-bao-2023-06.md");
    for format in [Format::Pdf, Format::Png, Format::Svg, Format::Typst] {
        let first = built(&text, format);
        built(&notice("Khác."), format);
        let others: Vec<_> = (0..2)
            .map(|_| {
                let text = text.clone();
                thread::spawn(move || built(&text, format))
            })
            .collect();
        for other in others {
            assert!(other.join().unwrap() == first, "{format:?}");
        }
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let text = read("examples/thong-bao-2023-06.md");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert!(built(&text, Format::Pdf) == built(&windows, Format::Pdf));
}
