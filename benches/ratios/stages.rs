//! What each stage costs, in a new process and when one character has changed since the last time, as
//! `watch` and `preview` build a document.

use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use vanban::rooms::document::Regulation;
use vanban::rooms::front_matter::read_regulation;
use vanban::rooms::rules::Draft;
use vanban::rooms::source::Sources;
use vanban::rooms::template::{Job, Rendered, Templates, render};
use vanban::rooms::typeset::{Engine, NoFiles, evict_cache, layout, with_break_marks};
use vanban::{Input, Outcome, Parsed, Report, Standards, parse};

use super::{EXAMPLE, count, median, root};

/// The stages, in their order. The rules of drafting run within the first, and once more by
/// themselves.
const STAGES: [&str; 5] = ["parse", "check", "template", "typeset", "export"];

/// How often the text changes, where times are taken and where instructions are counted.
const CHANGES: usize = 20;
const COUNTED: usize = 4;

/// How many processes are timed.
const PROCESSES: usize = 5;

/// What the program calls itself with, to be measured.
const COUNT: &str = "--so-many-stages";
const TIME: &str = "--time-stages";

/// The most that a change may cost of what a new process does.
const MOST: f64 = 0.4;

/// Does what this program asks of itself, if it does.
pub(super) fn is_inside(arguments: &[String]) -> bool {
    let number = |at: usize| arguments[at].parse().expect("a number");
    match arguments.first().map(String::as_str) {
        Some(COUNT) => {
            let text = Text::read();
            for change in 0..number(2) {
                let _ = text.build(change, number(1));
            }
            true
        }
        Some(TIME) => {
            time();
            true
        }
        Some(_) | None => false,
    }
}

/// A text of which a digit changes.
struct Text {
    text: Vec<u8>,
    /// Where it is.
    at: usize,
}

impl Text {
    fn read() -> Self {
        let text = std::fs::read(root().join(EXAMPLE)).expect("the example is there");
        let word = "đạt 42 triệu".as_bytes();
        let start = text.windows(word.len()).position(|part| part == word);
        let at = start.expect("it is on the second page") + "đạt 4".len();
        let text = Self { text, at };
        let _ = Engine::shared();
        text
    }

    /// Builds the text with another digit, as far as so many stages; how long each took.
    fn build(&self, change: usize, stages: usize) -> Vec<Duration> {
        let mut text = self.text.clone();
        // What was said ten changes ago is remembered nowhere.
        text[self.at] = b"0123456789"[change % 10];
        let input = Input::new("tb.md", text);
        let mut took = Vec::new();
        let mut start = processor_time();
        let mut done = || {
            let now = processor_time();
            took.push(now.saturating_sub(start));
            start = now;
            took.len() >= stages
        };
        if stages == 0 {
            return took;
        }
        let Outcome { output, report: Report { diagnostics, mut sources, .. } } =
            parse(&input);
        let Parsed { document, outline, templates, .. } = output.expect("a document");
        let document = document.expect("its fields are sound");
        assert!(!diagnostics.has_errors());
        if done() {
            return took;
        }
        let tasks = vanban::rooms::tasks::read(&outline, &sources);
        let _ = Draft::new(&document, &outline, &templates, &tasks, &sources).check();
        if done() {
            return took;
        }
        let regulation = regulation();
        let engine = Engine::shared();
        let families = engine.families();
        let job = Job {
            document: &document,
            outline: &outline,
            manifest: templates.chosen().expect("its template is there"),
            regulation: &regulation,
            overridden: false,
            families: &families,
        };
        let rendered = render(&job, &input.templates, &mut sources).0;
        let Rendered { typst, map } = rendered.expect("the template holds");
        if done() {
            return took;
        }
        let (typst, map) = with_break_marks(typst, map);
        evict_cache();
        let pages = layout(engine, typst, map, &NoFiles, &mut sources).0;
        let pages = pages.expect("the pages hold");
        if done() {
            return took;
        }
        let pdf = pages.pdf(&Standards::default(), &mut sources).0;
        assert!(pdf.is_some_and(|pdf| pdf.starts_with(b"%PDF")));
        done();
        took
    }
}

/// How long all threads of this process have run so far: what else the machine does does not count.
fn processor_time() -> Duration {
    // The system counts when it looks for another thread to run.
    std::thread::yield_now();
    let threads = std::fs::read_dir("/proc/self/task").expect("this is Linux").flatten();
    let ran = threads.filter_map(|thread| {
        let said = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        said.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(ran.sum())
}

/// What the Party says of the layout.
fn regulation() -> Regulation {
    // It is read once in the life of the program.
    static READ: OnceLock<Regulation> = OnceLock::new();
    let read = || {
        let mut sources = Sources::default();
        let built_in = Templates::built_in().get("layout/party.yaml").cloned();
        let file = sources.add(built_in.expect("it is built in"));
        read_regulation(file, &sources).0.expect("it holds")
    };
    READ.get_or_init(read).clone()
}

/// Says how long each stage takes the first time, and when a digit changed: a line for each.
fn time() {
    let text = Text::read();
    let took: Vec<_> = (0..=CHANGES).map(|change| text.build(change, 5)).collect();
    for stage in 0..STAGES.len() {
        let again = took[1..].iter().map(|took| took[stage]).collect();
        println!("{} {}", took[0][stage].as_secs_f64(), median(again));
    }
}

/// What something costs: at first, and after a change.
#[derive(Clone, Copy, Default)]
struct Cost {
    first: f64,
    again: f64,
}

/// Prints what each stage costs; whether a change costs little enough of the whole.
pub(super) fn stages(valgrind: bool) -> bool {
    let times = times();
    let instructions = valgrind.then(instructions);
    println!(
        "{:24} {:>9} {:>9} {:>7}",
        "one stage of four pages", "first", "changed", "ratio"
    );
    let mut ratio = print("ms of the processor", 1e3, &times);
    if let Some(instructions) = instructions {
        ratio = print("million instructions", 1e-6, &instructions);
    }
    println!("a change is {ratio:.2} of a new process; {MOST:.2} at most\n");
    ratio <= MOST
}

/// Prints the costs of the stages; the ratio of all of them.
fn print(unit: &str, factor: f64, costs: &[Cost; 5]) -> f64 {
    println!("  {unit}");
    let mut all = Cost::default();
    for (stage, Cost { first, again }) in STAGES.iter().zip(costs) {
        println!(
            "{stage:24} {:9.2} {:9.2} {:7.2}",
            first * factor,
            again * factor,
            again / first
        );
        // The rules run within the first stage already.
        if *stage != "check" {
            all.first += first;
            all.again += again;
        }
    }
    let ratio = all.again / all.first;
    println!(
        "{:24} {:9.2} {:9.2} {ratio:7.2}",
        "all",
        all.first * factor,
        all.again * factor
    );
    ratio
}

/// Seconds, as the median of some processes.
fn times() -> [Cost; 5] {
    let mut all = [const { (Vec::new(), Vec::new()) }; 5];
    for _ in 0..PROCESSES {
        let output = this(&[TIME]).output().expect("this program starts");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        for (line, (first, again)) in said.lines().zip(&mut all) {
            let (one, other) = line.split_once(' ').expect("two numbers");
            let seconds =
                |text: &str| Duration::from_secs_f64(text.parse().expect("a number"));
            first.push(seconds(one));
            again.push(seconds(other));
        }
    }
    all.map(|(first, again)| Cost { first: median(first), again: median(again) })
}

/// Instructions: each stage is what it adds to the stages before it, each change what it adds to
/// the first build.
fn instructions() -> [Cost; 5] {
    let up_to = |stages: usize| {
        let counted = |builds: usize| {
            count(&this(&[COUNT, &stages.to_string(), &builds.to_string()]))
        };
        let (one, more) = (counted(1), counted(1 + COUNTED));
        Cost { first: one, again: (more - one) / super::as_f64(COUNTED) }
    };
    let mut before = up_to(0);
    std::array::from_fn(|stage| {
        let now = up_to(stage + 1);
        let alone =
            Cost { first: now.first - before.first, again: now.again - before.again };
        before = now;
        alone
    })
}

/// This program, to do something itself.
fn this(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("it runs"));
    command.args(arguments);
    command
}
