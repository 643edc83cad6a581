//! A real browser, told what to do by the protocol of its tools.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser that is told what to do, through pipes.
pub(super) struct Browser {
    child: Child,
    tell: ChildStdin,
    said: Receiver<Value>,
    session: Option<String>,
    count: u64,
    /// What went wrong in the page.
    pub(super) faults: Vec<Value>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts the browser of the machine and shows a page in it, if there is one.
    #[expect(
        clippy::print_stderr,
        reason = "whoever runs the tests is told what was not run"
    )]
    pub(super) fn show(address: &str) -> Option<Self> {
        let Some(mut browser) = Self::start() else {
            eprintln!("skipped: this machine has no Chromium");
            return None;
        };
        browser.call("Page.navigate", &json!({ "url": address }));
        Some(browser)
    }

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

    pub(super) fn call(&mut self, method: &str, parameters: &Value) -> Value {
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
    pub(super) fn value(&mut self, script: &str) -> Value {
        let call =
            json!({ "expression": script, "returnByValue": true, "awaitPromise": true });
        self.call("Runtime.evaluate", &call)["result"]["value"].clone()
    }

    /// Waits until a script says yes.
    #[track_caller]
    pub(super) fn until(&mut self, script: &str) {
        let end = Instant::now() + PATIENCE;
        while self.value(script) != true {
            assert!(Instant::now() < end, "{script}: {:?}", self.faults);
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Presses a key: by its name, and by the letter that it types if it does.
    pub(super) fn press(&mut self, key: &str, text: &str) {
        self.press_with(key, text, 0);
    }

    /// The same with Shift held down.
    pub(super) fn press_shift(&mut self, key: &str) {
        self.press_with(key, "", 8);
    }

    fn press_with(&mut self, key: &str, text: &str, modifiers: u8) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            _ => 0,
        };
        let mut call = json!({
            "type": "keyDown",
            "key": key,
            "code": key,
            "text": text,
            "modifiers": modifiers,
            "windowsVirtualKeyCode": code,
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
