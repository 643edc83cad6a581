//! How long each hostile document keeps the program busy, and the memory it takes: each must
//! end within 2 s and 300 MB. `cargo bench --bench hostile`, on Linux.

#![allow(clippy::print_stdout, reason = "the numbers are the result")]

#[path = "../tests/it/hostile/cases.rs"]
mod cases;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const MOST_TIME: Duration = Duration::from_secs(2);
const MOST_MEMORY: u64 = 300 * 1024;

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("tb.md");
    let mut worst = (Duration::ZERO, 0);
    println!("{:36} {:>6} {:>8} {:>5}  rule", "", "s", "MB", "exit");
    for case in cases::cases() {
        fs::write(&path, &case.bytes).expect("the folder takes it");
        if let Some((file, bytes)) = &case.picture {
            fs::write(folder.path().join(file), bytes).expect("the folder takes it");
        }
        let start = Instant::now();
        let mut child = vanban(folder.path());
        let (code, memory) = watch(&mut child);
        let time = start.elapsed();
        worst = (worst.0.max(time), worst.1.max(memory));
        let over = time > MOST_TIME || memory > MOST_MEMORY;
        println!(
            "{:36} {:6.2} {:8.0} {code:5}  {} {}",
            case.name,
            time.as_secs_f64(),
            memory / 1024,
            case.rule.unwrap_or("(done)"),
            if over { "<<< too much" } else { "" },
        );
    }
    println!("{:36} {:6.2} {:8}", "worst", worst.0.as_secs_f64(), worst.1 / 1024);
    let within = worst.0 <= MOST_TIME && worst.1 <= MOST_MEMORY;
    if within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn vanban(folder: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_vanban"))
        .args(["build", "tb.md"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// How a program ended, and the most memory it had, in KiB, as seen every millisecond.
fn watch(child: &mut Child) -> (i32, u64) {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    loop {
        let seen = fs::read_to_string(&status).unwrap_or_default();
        let peak = seen.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        most = most.max(peak.unwrap_or(0));
        if let Some(status) = child.try_wait().expect("the program is ours") {
            return (status.code().unwrap_or(-1), most);
        }
        thread::sleep(Duration::from_millis(1));
    }
}
