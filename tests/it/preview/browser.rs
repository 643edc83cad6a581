//! The page in a real browser, where the machine has one.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{PATIENCE, Page};
use crate::support::read;

/// A browser that is told what to do (by the protocol of its tools, through pipes).
struct Browser {
    child: Child,
    tell: ChildStdin,
    said: Receiver<Value>,
    session: Option<String>,
    count: u64,
    /// What went wrong in the page.
    faults: Vec<Value>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts the browser of the machine, if there is one.
    fn start() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let path = std::env::var_os("PATH").unwrap_or_default();
        let all = names.iter().flat_map(|name| {
            std::env::split_paths(&path).map(move |folder| folder.join(name))
        });
        let program: PathBuf = all.into_iter().find(|program| program.is_file())?;
        let profile = tempfile::tempdir().unwrap();
        // The protocol goes through the third and the fourth file.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1"])
            .arg(program)
            .args(["--headless=new", "--no-sandbox", "--disable-gpu"])
            .args(["--remote-debugging-pipe", "--window-size=1300,850"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (tell, stdout) = (child.stdin.take()?, child.stdout.take()?);
        let (say, said) = channel();
        thread::spawn(move || {
            for message in BufReader::new(stdout).split(0).map_while(Result::ok) {
                let _ = say.send(serde_json::from_slice(&message).unwrap());
            }
        });
        let (session, count, faults) = (None, 0, Vec::new());
        let mut browser =
            Self { child, tell, said, session, count, faults, _profile: profile };
        let targets = browser.call("Target.getTargets", &json!({}));
        let targets = targets["targetInfos"].as_array().unwrap();
        let page = targets.iter().find(|target| target["type"] == "page").unwrap();
        let attach = json!({ "targetId": page["targetId"], "flatten": true });
        let attached = browser.call("Target.attachToTarget", &attach);
        browser.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        Some(browser)
    }

    fn call(&mut self, method: &str, parameters: &Value) -> Value {
        self.count += 1;
        let mut message =
            json!({ "id": self.count, "method": method, "params": parameters });
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        self.tell.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let said = self.said.recv_timeout(PATIENCE).expect("the browser answers");
            if said["id"] == self.count {
                return said["result"].clone();
            }
            let fault = ["Runtime.exceptionThrown", "Log.entryAdded"];
            if fault.iter().any(|method| said["method"] == *method) {
                self.faults.push(said);
            }
        }
    }

    /// What a script comes to in the page.
    fn value(&mut self, script: &str) -> Value {
        let call = json!({ "expression": script, "returnByValue": true });
        self.call("Runtime.evaluate", &call)["result"]["value"].clone()
    }

    /// Waits until a script says yes.
    #[track_caller]
    fn until(&mut self, script: &str) {
        let end = Instant::now() + PATIENCE;
        while self.value(script) != true {
            assert!(Instant::now() < end, "{script}: {:?}", self.faults);
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn press(&mut self, key: &str, text: &str) {
        let key_code = if key == "Enter" { 13 } else { 0 };
        let mut call = json!({
            "type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": key_code,
        });
        self.call("Input.dispatchKeyEvent", &call);
        call["type"] = "keyUp".into();
        self.call("Input.dispatchKeyEvent", &call);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
#[expect(
    clippy::print_stderr,
    reason = "whoever runs the tests is told what was not run"
)]
fn a_browser_shows_each_save_where_the_reader_is() {
    let Some(mut browser) = Browser::start() else {
        eprintln!("skipped: this machine has no Chromium");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    let long = read("examples/thong-bao-2023-06.md").replace("![", "!\\[");
    fs::write(&file, &long).unwrap();
    let page = Page::open(folder.path(), &["tb.md"]);
    let address = format!("http://{}{}", page.host, page.root);
    browser.call("Page.navigate", &json!({ "url": address }));
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
    assert!(status.as_str().unwrap().contains("chưa lập được"), "{status}");
    // By keys alone.
    browser.value("document.querySelector('summary').focus()");
    browser.press("Enter", "\r");
    browser.until("!document.querySelector('details').open");
    browser.press("1", "1");
    browser.until("document.getElementById('zoom').textContent === '100%'");
    browser.press("+", "+");
    browser.until("document.getElementById('zoom').textContent === '120%'");
    fs::write(&file, &long).unwrap();
    browser.until("!document.body.classList.contains('broken')");
    browser.until("!document.getElementById('sound').hidden");
    assert!(browser.faults.is_empty(), "{:?}", browser.faults);
}
