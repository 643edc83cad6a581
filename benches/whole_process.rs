//! The whole program against the stock Typst CLI, in turns, in one run: `cargo bench`.
//!
//! `VANBAN_PEER_TYPST` names the Typst CLI (0.15.1); without it only the shares of the program
//! itself are measured. What counts are the ratios; times differ from machine to machine.

#![expect(clippy::print_stdout, reason = "that is what it is for")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 40;
const EXAMPLE: &str = "examples/thong-bao-2023-06.md";

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let typ = folder.path().join("a.typ");
    let pdf = folder.path().join("a.pdf");
    let ours = |output: &PathBuf| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
        command.arg("build").arg(root.join(EXAMPLE)).arg("-o").arg(output);
        command
    };
    run(&mut ours(&typ));

    let mut commands = vec![
        ("vanban build (PDF)", ours(&pdf)),
        ("vanban build --format typ", ours(&typ)),
        ("vanban --version", {
            let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
            command.arg("--version");
            command
        }),
    ];
    if let Some(typst) = std::env::var_os("VANBAN_PEER_TYPST") {
        let mut peer = Command::new(typst);
        peer.args(["compile", "--ignore-system-fonts", "--ignore-embedded-fonts"])
            .args(["--pdf-standard", "a-2a,ua-1", "--font-path"])
            .arg(root.join("fonts"))
            .arg(&typ)
            .arg(folder.path().join("b.pdf"));
        commands.push(("typst compile (PDF)", peer));
    }
    let medians = medians(&mut commands);
    let base = medians[0];
    for ((name, _), median) in commands.iter().zip(&medians) {
        let ratio = median.as_secs_f64() / base.as_secs_f64();
        println!(
            "{name:28} {:7.2} ms   {ratio:5.2} × vanban",
            median.as_secs_f64() * 1e3
        );
    }
}

/// The median time of each command, run in turns so that all meet the same machine.
fn medians(commands: &mut [(&str, Command)]) -> Vec<Duration> {
    let mut times = vec![Vec::new(); commands.len()];
    for _ in 0..RUNS {
        for ((_, command), times) in commands.iter_mut().zip(&mut times) {
            times.push(run(command));
        }
    }
    times
        .into_iter()
        .map(|mut times| {
            times.sort();
            times[RUNS / 2]
        })
        .collect()
}

fn run(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.expect("the command starts").success(), "{command:?}");
    start.elapsed()
}
