//! The same file gives the same bytes: twice, on another thread, whatever was built before.

use std::thread;

use crate::support::{built, input, notice, read, said};
use vanban::rooms::typeset::NoFiles;
use vanban::{Format, Input, compile};

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
fn a_document_alone_gives_the_same_bytes() {
    let doubtful = read("tests/notices/nguyen-van.md");
    let refused = notice("Căn cứ Kế hoạch số 3-KH/ĐU\u{fffd}.");
    for text in [&read("examples/thong-bao-2023-06.md"), &doubtful, &refused] {
        let [beside, alone] = [false, true].map(|alone| {
            let outcome = compile(&Input { alone, ..input(text, &NoFiles) }, Format::Pdf);
            (outcome.output, said(&outcome.report))
        });
        assert!(beside == alone, "{}\n{}", beside.1, alone.1);
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let text = read("examples/thong-bao-2023-06.md");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert!(built(&text, Format::Pdf) == built(&windows, Format::Pdf));
}
