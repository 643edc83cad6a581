//! What holds for very many documents, and for a save while the preview is open.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::browser::Browser;
use super::{EXAMPLE, as_f64, median, program, root, run, varied};

/// A notice of one page.
const SHORT: &str = "examples/loai/thong-bao-ket-luan-dang.md";

/// Documents that are built in one run, and the most memory of the many: in MB, and in times that of
/// the few.
const FEW: usize = 100;
const MANY: usize = 10_000;
const MOST_MEMORY: f64 = 120.0;
const MOST_GROWTH: f64 = 1.2;

/// Documents that are all wrong, and how long they may take, in seconds.
const WRONG: usize = 20_000;
const MOST_TIME: f64 = 20.0;

/// How often a text is saved, and how long it may be until it is seen, in seconds.
const SAVES: usize = 25;
const MOST_WAIT: f64 = 0.1;

/// The memory that many documents take; whether that is little enough.
pub(super) fn memory(folder: &Path) -> bool {
    let text = fs::read_to_string(root().join(SHORT)).expect("it is there");
    let mut peaks = Vec::new();
    for count in [FEW, MANY] {
        let documents = folder.join(format!("so-{count}"));
        fill(&documents, count, |number| varied(&text, number));
        let (time, memory) =
            run(program().args(["build", "--jobs", "2"]).arg(&documents));
        let each = time.as_secs_f64() / as_f64(count) * 1e3;
        println!(
            "{:32} {each:10.1} ms each {memory:8.0} MB",
            format!("build {count} of a page")
        );
        let _ = fs::remove_dir_all(&documents);
        peaks.push(memory);
    }
    let growth = peaks[1] / peaks[0];
    println!(
        "{growth:.2} times the memory; {MOST_GROWTH} times and {MOST_MEMORY} MB at most\n"
    );
    growth <= MOST_GROWTH && peaks[1] <= MOST_MEMORY
}

/// How long documents take that are all wrong; whether that is short enough.
pub(super) fn wrong(folder: &Path) -> bool {
    let mut least = f64::MAX;
    for (name, example) in [("a page", SHORT), ("four pages", EXAMPLE)] {
        let text = fs::read_to_string(root().join(example)).expect("it is there");
        let documents = folder.join(format!("sai-{name}"));
        fill(&documents, WRONG, |number| match number % 2 {
            0 => format!("{}\nCâu <b> số {number}.\n", text.trim_end()),
            _ => text.replacen("\nngày ký:", "\nngày kí: 31/2/2026\nngày ký:", 1),
        });
        let start = Instant::now();
        let call = program().args(["build", "--jobs", "2"]).arg(&documents).output();
        let code = call.expect("the program starts").status.code();
        let seconds = start.elapsed().as_secs_f64();
        assert_eq!(code, Some(1), "all are wrong");
        println!("{:32} {seconds:10.1} s", format!("{WRONG} wrong ones of {name}"));
        let _ = fs::remove_dir_all(&documents);
        least = least.min(seconds);
    }
    println!("{MOST_TIME} s at most for notices of a page\n");
    least <= MOST_TIME
}

/// How long it takes from a save to the page in a browser; whether that is short enough.
pub(super) fn saved(folder: &Path) -> bool {
    let file = folder.join("xem.md");
    let text = fs::read_to_string(root().join(EXAMPLE)).expect("the example is there");
    fs::write(&file, &text).expect("the folder takes it");
    let mut preview = program();
    let mut program = Running(
        preview
            .arg("preview")
            .arg(&file)
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts"),
    );
    let mut line = String::new();
    let stderr = program.0.stderr.take().expect("it is piped");
    BufReader::new(stderr).read_line(&mut line).expect("it says where the page is");
    let address = line.trim_end().split_once(" http://").expect("the address").1;
    let Some(mut browser) = Browser::show(&format!("http://{address}")) else {
        return true;
    };
    browser.until("document.querySelectorAll('#sheets img').length === 4");
    browser.value(
        "window.seen = 0; new MutationObserver(() => requestAnimationFrame(() => seen = Date.now())) \
         .observe(document.getElementById('sheets'), { childList: true })",
    );
    let mut took = Vec::new();
    for number in 0..SAVES {
        // Later than the last page was drawn.
        thread::sleep(Duration::from_millis(150));
        browser.value("window.seen = 0");
        let changed =
            text.replacen("đạt 42 triệu", &format!("đạt {} triệu", 50 + number), 1);
        fs::write(&file, changed).expect("the folder takes it");
        let saved =
            SystemTime::now().duration_since(UNIX_EPOCH).expect("it is past 1970");
        browser.until("seen > 0");
        let seen = browser.value("seen").as_u64().expect("a time");
        took.push(Duration::from_millis(seen).saturating_sub(saved));
    }
    let worst = took.iter().max().map_or(0.0, Duration::as_secs_f64);
    let median = median(took);
    println!(
        "from a save to the page in Chromium: median {:.0} ms, worst {:.0} ms; {:.0} ms at most",
        median * 1e3,
        worst * 1e3,
        MOST_WAIT * 1e3
    );
    median <= MOST_WAIT
}

/// A program that is ended when it is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn fill(folder: &Path, count: usize, text: impl Fn(usize) -> String) {
    fs::create_dir(folder).expect("the folder can be made");
    for number in 0..count {
        let file = folder.join(format!("tb{number:05}.md"));
        fs::write(file, text(number)).expect("the folder takes it");
    }
}
