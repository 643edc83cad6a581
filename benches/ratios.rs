//! What the program costs against the stock Typst CLI, and what each stage does: instructions,
//! times in turns, throughput of many documents, memory; it ends with 1 where a limit is passed.
//! `VANBAN_PEER_TYPST=typst cargo bench --bench ratios`, on Linux; with `-- single batch stages
//! memory wrong saved` only these parts.
//!
//! `VANBAN_BENCH_DOCUMENTS` says how many documents the batch has (300 where nothing is said),
//! `VANBAN_BENCH_PROGRAM` which program is measured (the one that Cargo builds, as a rule in the
//! development profile; the table of the README has the one that `packaging/build` makes).
//! Instructions are counted where valgrind is installed. What counts are the ratios.

#![expect(clippy::print_stdout, reason = "that is what it is for")]

#[path = "../tests/it/preview/browser.rs"]
#[allow(clippy::unwrap_used, dead_code, reason = "the tests use all of it")]
mod browser;
#[path = "ratios/limits.rs"]
mod limits;
#[path = "ratios/stages.rs"]
mod stages;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const EXAMPLE: &str = "examples/thong-bao-2023-06.md";

/// How often each of the commands that are measured in turns runs.
const TURNS: usize = 15;

/// How many documents the loop over the stock CLI has at most: it is long.
const MOST_IN_LOOP: usize = 60;

/// The program that is measured.
fn program() -> Command {
    let given = env::var_os("VANBAN_BENCH_PROGRAM");
    Command::new(given.unwrap_or_else(|| env!("CARGO_BIN_EXE_vanban").into()))
}

fn main() -> ExitCode {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    if stages::is_inside(&arguments) {
        return ExitCode::SUCCESS;
    }
    // What Cargo says.
    arguments.retain(|argument| argument != "--bench");
    let is_wanted =
        |part: &str| arguments.is_empty() || arguments.iter().any(|one| one == part);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let peer = env::var_os("VANBAN_PEER_TYPST").map(PathBuf::from);
    let help = peer
        .as_ref()
        .and_then(|peer| Command::new(peer).args(["compile", "--help"]).output().ok());
    let help = help.map(|help| String::from_utf8_lossy(&help.stdout).into_owned());
    let bench = Bench {
        folder: folder.path().to_owned(),
        peer,
        embeds_fonts: help.is_some_and(|help| help.contains("--ignore-embedded-fonts")),
    };
    if is_wanted("single") {
        bench.write_single();
        bench.instructions();
        bench.single();
    }
    if is_wanted("batch") {
        bench.batch();
    }
    let mut holds = true;
    if is_wanted("stages") {
        holds &= stages::stages(has_valgrind());
    }
    for (part, limit) in [
        ("memory", limits::memory as fn(&Path) -> bool),
        ("wrong", limits::wrong),
        ("saved", limits::saved),
    ] {
        holds &= !is_wanted(part) || limit(folder.path());
    }
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Where the documents are, and the stock Typst CLI.
struct Bench {
    folder: PathBuf,
    peer: Option<PathBuf>,
    /// Whether that CLI has fonts of its own, which are not to be used.
    embeds_fonts: bool,
}

impl Bench {
    fn at(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The example, what it becomes as Typst, and its words as plain paragraphs of Typst.
    fn write_single(&self) {
        let text =
            fs::read_to_string(root().join(EXAMPLE)).expect("the example is there");
        write(&self.at("tb.md"), &text);
        write(&self.at("plain.typ"), &plain(&text));
        run(&mut self.vanban(&["build", "tb.md", "-o", "tb.typ"]));
    }

    fn vanban(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.args(arguments).current_dir(&self.folder);
        command
    }

    /// The stock CLI on a file, with the same fonts and standards.
    fn typst(&self, file: &str, pdf: &str) -> Option<Command> {
        let mut command = Command::new(self.peer.as_ref()?);
        command.args(["compile", "--ignore-system-fonts", "--font-path"]);
        command.arg(root().join("fonts"));
        if self.embeds_fonts {
            command.arg("--ignore-embedded-fonts");
        }
        command
            .args(["--pdf-standard", "a-2a,ua-1", file, pdf])
            .current_dir(&self.folder);
        Some(command)
    }

    /// The commands for one document; ratios are to the first.
    fn commands(&self) -> Vec<(&'static str, Command)> {
        let mut commands = Vec::new();
        let plain =
            self.typst("plain.typ", "plain.pdf").map(|c| ("typst, plain paragraphs", c));
        commands.extend(plain);
        commands.extend(
            self.typst("tb.typ", "b.pdf").map(|c| ("typst, the emitted file", c)),
        );
        commands.push(("vanban build", self.vanban(&["build", "tb.md", "-o", "tb.pdf"])));
        commands.push(("vanban check", self.vanban(&["check", "tb.md"])));
        commands.push(("vanban --version", self.vanban(&["--version"])));
        commands
    }

    fn instructions(&self) {
        if !has_valgrind() {
            println!("(valgrind is not installed: no instructions)\n");
            return;
        }
        let counts =
            self.commands().into_iter().map(|(name, command)| (name, count(&command)));
        let counts: Vec<_> = counts.collect();
        println!("{:32} {:>10}", "instructions", "million");
        for (name, count) in &counts {
            println!("{name:32} {:10.1}   {:5.2}", count / 1e6, count / counts[0].1);
        }
        println!();
    }

    fn single(&self) {
        let mut commands = self.commands();
        let mut times = vec![Vec::new(); commands.len()];
        for _ in 0..TURNS {
            for ((_, command), times) in commands.iter_mut().zip(&mut times) {
                times.push(run(command).0);
            }
        }
        let medians: Vec<f64> = times.into_iter().map(median).collect();
        println!("{:32} {:>10}", "one document, in turns", "ms");
        for ((name, _), time) in commands.iter().zip(&medians) {
            println!("{name:32} {:10.1}   {:5.2}", time * 1e3, time / medians[0]);
        }
        println!();
    }

    /// Many documents that differ in every paragraph.
    fn batch(&self) {
        let count = env::var("VANBAN_BENCH_DOCUMENTS").ok().and_then(|n| n.parse().ok());
        let count: usize = count.unwrap_or(300);
        let text =
            fs::read_to_string(root().join(EXAMPLE)).expect("the example is there");
        for (folder, count) in [("many", count), ("few", count.div_ceil(10))] {
            fs::create_dir(self.at(folder)).expect("the folder can be made");
            for number in 0..count {
                write(
                    &self.at(&format!("{folder}/tb{number:05}.md")),
                    &varied(&text, number),
                );
            }
        }
        println!("{:32} {:>10} {:>8}", "many documents", "ms each", "MB");
        let mut base = None;
        if self.peer.is_some() {
            let looped = count.min(MOST_IN_LOOP);
            for number in 0..looped {
                let (from, to) =
                    (format!("many/tb{number:05}.md"), format!("l{number}.typ"));
                run(&mut self.vanban(&["build", &from, "-o", &to]));
            }
            let start = Instant::now();
            for number in 0..looped {
                let command =
                    self.typst(&format!("l{number}.typ"), &format!("l{number}.pdf"));
                run(&mut command.expect("there is a peer"));
            }
            let each = start.elapsed().as_secs_f64() / as_f64(looped);
            base = Some(each);
            println!(
                "{:32} {:10.1}",
                format!("a loop of typst over {looped}"),
                each * 1e3
            );
        }
        for (name, folder, arguments) in [
            ("build, 1 job", "many", &["build", "--jobs", "1"] as &[&str]),
            ("build, 2 jobs", "many", &["build", "--jobs", "2"]),
            ("build a tenth, 2 jobs", "few", &["build", "--jobs", "2"]),
            ("check, 2 jobs", "many", &["check", "--jobs", "2"]),
            (
                "build --if-changed, first",
                "many",
                &["build", "--jobs", "2", "--if-changed"],
            ),
            (
                "build --if-changed, again",
                "many",
                &["build", "--jobs", "2", "--if-changed"],
            ),
        ] {
            let count = if folder == "many" { count } else { count.div_ceil(10) };
            let (time, memory) = run(self.vanban(arguments).arg(folder));
            let each = time.as_secs_f64() / as_f64(count);
            let mut line = format!(
                "{:32} {:10.1} {memory:8.0}",
                format!("{name} ({count})"),
                each * 1e3
            );
            if let Some(base) = base {
                let _ =
                    write!(line, "   {:5.2} × the throughput of the loop", base / each);
            }
            println!("{line}");
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("the folder takes it");
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("no more than some thousands"))
}

/// The body's words as plain paragraphs, with the page and the text of a notice.
fn plain(text: &str) -> String {
    let mut typst = String::from(
        "#set document(title: \"Thông báo\", date: datetime(year: 2023, month: 6, day: 1))\n\
         #set page(paper: \"a4\", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))\n\
         #set text(font: \"Tinos\", size: 14pt, lang: \"vi\")\n\
         #set par(justify: true, first-line-indent: 10mm, spacing: 6pt)\n\n",
    );
    for line in text.lines().filter(|line| line.len() > 3) {
        let is_head = line.starts_with('#');
        let words: String = line
            .trim_start_matches(['#', ' ', '-'])
            .chars()
            .flat_map(|c| [Some('\\').filter(|_| "*_#@$<>[]~`\\\"".contains(c)), Some(c)])
            .flatten()
            .collect();
        let _ = if is_head {
            writeln!(typst, "#strong[{words}]\n")
        } else {
            writeln!(typst, "{words}\n")
        };
    }
    typst
}

/// The example with other words in each paragraph.
fn varied(text: &str, number: usize) -> String {
    let end = text[4..].find("\n---\n").expect("a front matter") + 9;
    let (front, body) = text.split_at(end);
    let mut out = front.to_owned();
    for (at, line) in body.split_inclusive('\n').enumerate() {
        let words: Vec<&str> = line.split(' ').collect();
        let place = words.len() / 2 + (number + at) % (words.len() / 3).max(1);
        if words.len() > 12 {
            let (before, behind) = words.split_at(place);
            let _ = write!(
                out,
                "{} thôn số {} {}",
                before.join(" "),
                number * 7 + at,
                behind.join(" ")
            );
        } else {
            out.push_str(line);
        }
    }
    out
}

fn has_valgrind() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64()
}

/// How many instructions a command takes.
fn count(command: &Command) -> f64 {
    let mut counted = Command::new("valgrind");
    counted
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(command.get_program())
        .args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        counted.current_dir(folder);
    }
    let output = counted.output().expect("valgrind starts");
    assert!(output.status.success(), "{command:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    let (_, behind) = said.split_once("Collected : ").expect("callgrind counts");
    behind.split_whitespace().next().and_then(|n| n.parse().ok()).expect("a number")
}

/// How long a command takes, and the most memory that it has, in MB, as seen every millisecond.
fn run(command: &mut Command) -> (Duration, f64) {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command starts");
    let status = format!("/proc/{}/status", child.id());
    let mut memory = 0.0_f64;
    loop {
        if let Ok(said) = fs::read_to_string(&status) {
            let most = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let most = most
                .and_then(|most| most.trim().strip_suffix(" kB")?.parse::<f64>().ok());
            memory = memory.max(most.unwrap_or_default() / 1024.0);
        }
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            assert!(status.success(), "{command:?}");
            return (start.elapsed(), memory);
        }
        thread::sleep(Duration::from_millis(1));
    }
}
