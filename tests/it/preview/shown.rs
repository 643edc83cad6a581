//! What a real browser shows of a document, where the machine has one.

use std::fs;

use super::Page;
use super::browser::Browser;
use crate::support::read;

#[test]
fn a_browser_shows_each_save_where_the_reader_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    let long = read("examples/thong-bao-2023-06.md").replace("![", "!\\[").replace(
        "thể thức: đảng",
        "thể thức: đảng\nkiểm tra: {archive-not-last: tắt, tasks-without-deadline: tắt, wording-ensure: tắt}",
    );
    fs::write(&file, &long).unwrap();
    let page = Page::open(folder.path(), &["tb.md"]);
    let Some(mut browser) = Browser::show(&page.address()) else { return };
    browser.until("document.querySelectorAll('#sheets img').length === 4");
    browser.until("[...document.images].every(image => image.naturalWidth > 0)");
    browser.value("pages.scrollTop = 1500; window.first = document.images[0]");
    let last = "document.images[3].dataset.id";
    let before = browser.value(last);
    fs::write(&file, format!("{}\n\nCâu cuối.\n", long.trim_end())).unwrap();
    browser.until(&format!("{last} !== {before}"));
    assert_eq!(browser.value("pages.scrollTop"), 1500);
    assert_eq!(browser.value("document.images[0] === window.first"), true);
    assert_eq!(browser.value("document.images[3].alt"), "Trang 4 trên 4");
    // What is broken is told beside the pages, which stay.
    fs::write(&file, format!("{}\n\nCâu <b>.\n", long.trim_end())).unwrap();
    browser.until("document.body.classList.contains('broken')");
    browser.until("document.querySelectorAll('details[open] mark').length === 1");
    assert_eq!(browser.value("document.querySelector('mark').textContent"), "<b>");
    assert_eq!(browser.value("document.images.length"), 4);
    assert_eq!(browser.value("pages.scrollTop"), 1500);
    assert_eq!(browser.value("document.getElementById('keep').disabled"), true);
    let status = browser.value("document.getElementById('status').textContent");
    assert!(status.as_str().unwrap().contains("chưa xuất được"), "{status}");
    // By keys alone.
    browser.value("document.querySelector('summary').focus()");
    browser.press("Enter", "\r");
    browser.until("!document.querySelector('details').open");
    browser.value("pages.focus()");
    browser.press("1", "1");
    browser.until("document.getElementById('zoom').textContent === '100%'");
    browser.press("+", "+");
    browser.until("document.getElementById('zoom').textContent === '120%'");
    fs::write(&file, &long).unwrap();
    browser.until("!document.body.classList.contains('broken')");
    browser.until("!document.getElementById('sound').hidden");
    assert!(browser.faults.is_empty(), "{:?}", browser.faults);
}
