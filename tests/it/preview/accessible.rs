//! Whether the page can be used by keys alone, in a small window, and be read aloud: in a real
//! browser, where the machine has one, and by axe-core, where `VANBAN_AXE` names its `axe.min.js`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Page;
use super::browser::Browser;
use crate::support::read;

/// A document in a page in a browser.
struct Shown {
    _folder: tempfile::TempDir,
    file: PathBuf,
    text: String,
    page: Option<Page>,
    browser: Browser,
}

impl Shown {
    fn with(more: &[&str]) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tb.md");
        let text = read("examples/thong-bao-2023-06.md").replace("![", "!\\[")        .replace(
            "thể thức: đảng",
            "thể thức: đảng\nkiểm tra: {archive-not-last: tắt, tasks-without-deadline: tắt, wording-ensure: tắt}",
        );
        fs::write(&file, &text).unwrap();
        let page = Page::open(folder.path(), &[&["tb.md"], more].concat());
        let mut browser = Browser::show(&page.address())?;
        browser.until("document.querySelectorAll('#sheets img').length === 4");
        Some(Self { _folder: folder, file, text, page: Some(page), browser })
    }

    /// Saves what the writer has a doubt of, then what is wrong as well.
    fn doubt(&mut self) {
        self.text = self.text.replace("ký hiệu: TB/BCĐ", "ký hiệu: TB-BCĐ");
        fs::write(&self.file, &self.text).unwrap();
        self.browser.until("document.querySelectorAll('details').length > 0");
    }

    fn mistake(&mut self) {
        let date = "ký hiệu: TB-BCĐ\nngày ký: 31/2/2026";
        let text = self.text.replace("ký hiệu: TB-BCĐ", date);
        fs::write(&self.file, format!("{text}\nCâu <b>.\n\nCâu <i>.\n")).unwrap();
        self.browser.until("document.body.classList.contains('broken')");
        self.browser.until("document.querySelectorAll('details').length >= 4");
    }

    fn size(&mut self, width: u32, height: u32) {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.browser.call("Emulation.setDeviceMetricsOverride", &size);
    }
}

/// Windows: of a desk, of a tablet, and that of a desk made four times as large (WCAG 1.4.10).
const WINDOWS: [(u32, u32); 3] = [(1300, 850), (800, 600), (320, 256)];

/// High enough that nothing has to be scrolled, so that axe-core sees every colour.
const HIGHEST: (u32, u32) = (1300, 12_000);

#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests is told what was not")]
fn axe_core_finds_nothing_in_any_state() {
    let Some(axe) = std::env::var_os("VANBAN_AXE") else {
        eprintln!("skipped: VANBAN_AXE names no axe.min.js");
        return;
    };
    let axe = fs::read_to_string(Path::new(&axe)).expect("VANBAN_AXE is a file");
    let Some(mut shown) = Shown::with(&[]) else { return };
    shown.browser.value(&format!("{axe};0"));
    judge(&mut shown, "sound");
    shown.doubt();
    judge(&mut shown, "doubtful");
    shown.mistake();
    judge(&mut shown, "broken");
    shown.page = None;
    shown.browser.until("get('status').textContent.startsWith('Mất')");
    judge(&mut shown, "no longer served");
    let Some(mut shown) = Shown::with(&["--lang", "en"]) else { return };
    shown.browser.value(&format!("{axe};0"));
    shown.doubt();
    shown.mistake();
    judge(&mut shown, "broken, in English");
}

/// No rule of axe-core is broken in any window, at any zoom of the pages.
fn judge(shown: &mut Shown, state: &str) {
    let call = "axe.run().then(({ passes, violations, incomplete }) => ({
        passes: passes.length,
        violations: violations.map(one => `${one.impact} ${one.id}: `
            + one.nodes.map(node => `${node.target} ${node.failureSummary}`)),
        undecided: incomplete.map(one => `${one.id}: ${one.nodes.map(node => node.target)}`),
    }))";
    let zooms = ["SMALLEST", "1", "LARGEST", "null"].map(|zoom| (HIGHEST, zoom));
    let windows = WINDOWS.map(|window| (window, "null"));
    let mut undecided = Value::Null;
    for ((width, height), zoom) in windows.into_iter().chain(zooms) {
        shown.size(width, height);
        shown.browser.value(&format!("setZoom({zoom})"));
        let found = shown.browser.value(call);
        let place = format!("{state}, {width} × {height}, {zoom}");
        assert!(found["passes"].as_u64() > Some(20), "{place}: {found}");
        assert_eq!(found["violations"], json!([]), "{place}");
        undecided = found["undecided"].clone();
    }
    // Where all is seen it is in doubt of buttons alone that show a sign; their labels say what
    // they are.
    let signs =
        ["color-contrast: #smaller", "label-content-name-mismatch: #smaller,#larger"];
    assert_eq!(undecided, json!(signs), "{state}");
}

/// What has the focus: its id, or the name of the element.
const FOCUSED: &str = "(() => { const one = document.activeElement; \
                       return one.id || one.className || one.localName })()";

/// Whether what has the focus is seen: in the window, with a frame around it.
const SEEN: &str = "(() => {
    const one = document.activeElement, style = getComputedStyle(one);
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2
        && left > -1 && top > -1 && right <= innerWidth && top < innerHeight
        && (at === one || one.contains(at));
})()";

#[test]
fn every_control_is_reached_and_seen_by_keys_alone() {
    let Some(mut shown) = Shown::with(&[]) else { return };
    assert_eq!(shown.browser.value("document.documentElement.lang"), "vi");
    shown.doubt();
    shown.mistake();
    for (width, height) in WINDOWS {
        shown.size(width, height);
        let browser = &mut shown.browser;
        browser.value(
            "document.activeElement.blur(); list.querySelector('summary').focus()",
        );
        let count = browser.value("document.querySelectorAll('summary').length");
        let count = usize::try_from(count.as_u64().unwrap()).unwrap();
        let mut wanted = vec!["summary"; count];
        wanted.extend(["pages", "fit", "full", "larger", "smaller", "skip"]);
        // From the last problem back to the first control: the PDF is not to be had meanwhile.
        for _ in 1..count {
            browser.press("Tab", "");
        }
        let mut met = vec![];
        for _ in 0..wanted.len() {
            met.push(browser.value(FOCUSED));
            assert_eq!(browser.value(SEEN), true, "{} at {width}", met.last().unwrap());
            browser.press_shift("Tab");
        }
        assert_eq!(met, wanted, "{width} × {height}");
    }
    let browser = &mut shown.browser;
    // The first link leads past the pages to the problems.
    browser.value("document.querySelector('.skip').focus()");
    browser.press("Enter", "\r");
    browser.until("document.activeElement.id === 'problems'");
    browser.press("Tab", "");
    assert_eq!(browser.value(FOCUSED), "summary");
    let open = "document.querySelector('details').open";
    assert_eq!(browser.value(open), true);
    browser.press("Enter", "\r");
    browser.until(&format!("!{open}"));
    browser.press("Enter", "\r");
    browser.until(open);
    // Keys of one letter work in the pages and on the buttons alone (WCAG 2.1.4).
    let zoom = "document.getElementById('zoom').textContent";
    let before = browser.value(zoom);
    browser.press("+", "+");
    assert_eq!(browser.value(zoom), before);
    browser.value("pages.focus()");
    browser.press("1", "1");
    browser.until(&format!("{zoom} === '100%'"));
}

/// How a screen reader hears of an element.
fn heard(browser: &mut Browser, selector: &str) -> Value {
    let root = browser.call("DOM.getDocument", &json!({}));
    let find = json!({ "nodeId": root["root"]["nodeId"], "selector": selector });
    let node = browser.call("DOM.querySelector", &find);
    let ask = json!({ "nodeId": node["nodeId"], "fetchRelatives": false });
    browser.call("Accessibility.getPartialAXTree", &ask)["nodes"][0].clone()
}

#[test]
fn what_changes_is_read_out_and_the_focus_stays() {
    let Some(mut shown) = Shown::with(&[]) else { return };
    // The pages have the focus at the start, so that they are scrolled and made larger by keys.
    assert_eq!(shown.browser.value(FOCUSED), "pages");
    let status = heard(&mut shown.browser, "#status");
    assert_eq!(status["role"]["value"], "status", "{status}");
    let live = |property: &Value| {
        property["name"] == "live" && property["value"]["value"] == "polite"
    };
    assert!(status["properties"].as_array().unwrap().iter().any(live), "{status}");
    let said = "document.getElementById('status').textContent";
    let sound = shown.browser.value(said);
    shown.browser.value(
        "window.heard = []; new MutationObserver(() => heard.push(get('status').textContent)) \
            .observe(get('status'), { childList: true }); \
         get('keep').focus()",
    );
    shown.doubt();
    assert_eq!(shown.browser.value(FOCUSED), "keep");
    shown.mistake();
    let heard_all = shown.browser.value("heard");
    let heard_all = heard_all.as_array().unwrap();
    assert!(
        heard_all.iter().all(|one| *one != sound) && heard_all.len() >= 2,
        "{heard_all:?}"
    );
    assert!(shown.browser.value(said).as_str().unwrap().contains("4 lỗi"));
    // The button under the focus is switched off: the next control is reached from there.
    shown.browser.press("Tab", "");
    assert_eq!(shown.browser.value(FOCUSED), "pages");
    // The problem under the focus keeps it when another one comes.
    shown.browser.press("Tab", "");
    let problem = "document.activeElement.closest('details')?.dataset.key";
    let first = shown.browser.value(problem);
    let now = fs::read_to_string(&shown.file).unwrap();
    fs::write(&shown.file, format!("{now}\nCâu <u>.\n")).unwrap();
    shown.browser.until("document.querySelectorAll('details').length >= 5");
    assert_eq!(shown.browser.value(problem), first);
    assert!(
        first.is_string() && shown.browser.faults.is_empty(),
        "{:?}",
        shown.browser.faults
    );
}
