//! One run on several machines: `--shard`, `--report`, and a run that goes on where another was
//! killed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::cli::{ends, stderr, vanban};
use crate::support::notice;

fn with_documents(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("xa")).unwrap();
    for number in 0..count {
        let name = format!("xa/tb-{number:02}.md");
        fs::write(folder.path().join(name), notice(&format!("Số {number}."))).unwrap();
    }
    folder
}

/// The PDFs in a folder, by their names.
fn results(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(Result::unwrap);
    let pdf = entries.filter(|e| e.path().extension().is_some_and(|e| e == "pdf"));
    pdf.map(|e| {
        (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap_or_default())
    })
    .collect()
}

/// The lines of a report, by their input.
fn report(path: &Path) -> BTreeMap<String, Value> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|line| (line["input"].as_str().unwrap().to_owned(), line)).collect()
}

#[test]
fn parts_make_up_the_whole_byte_for_byte() {
    let folder = with_documents(20);
    let here = folder.path();
    ends(&vanban(here, &["build", "xa", "--out-dir", "ca"]), 0);
    let whole = results(&here.join("ca"));
    assert_eq!(whole.len(), 20);
    let mut seen = BTreeMap::new();
    for part in ["3/3", "1/3", "2/3"] {
        let out = format!("ra-{}", &part[..1]);
        let call = ["build", "./xa", "--shard", part, "--out-dir", &out];
        ends(&vanban(here, &call), 0);
        for (name, bytes) in results(&here.join(&out)) {
            assert!(seen.insert(name, bytes).is_none(), "a document in two parts");
        }
        let checked = vanban(here, &["check", "xa", "--shard", part]);
        ends(&checked, 0);
        let count = results(&here.join(&out)).len();
        assert_eq!(stderr(&checked), format!("đã kiểm tra {count} tệp: không có lỗi\n"));
    }
    assert!(seen == whole);
    for wrong in ["0/3", "4/3", "1"] {
        let output = vanban(here, &["build", "xa", "--shard", wrong]);
        ends(&output, 2);
        assert!(stderr(&output).contains("1/4, 2/4"), "{}", stderr(&output));
    }
}

/// Two documents with one result are told, in whichever parts they are.
#[test]
fn clashes_with_other_parts_are_told() {
    let folder = with_documents(1);
    let here = folder.path();
    for name in ["a.md", "b.md", "c.md", "d.md"] {
        fs::write(here.join(name), notice("Một.")).unwrap();
        let other = Path::new(name).with_extension("yaml");
        fs::write(here.join(other), "trích yếu: a\n").unwrap();
    }
    let mut told = BTreeSet::new();
    for part in ["1/4", "2/4", "3/4", "4/4"] {
        let said = stderr(&vanban(here, &["build", ".", "--shard", part]));
        let lines = said.lines().filter(|line| line.contains("cũng ghi ra"));
        told.extend(lines.map(str::to_owned));
    }
    assert_eq!(told.len(), 8, "{told:?}");
    assert!(!here.join("a.pdf").exists());
}

#[test]
fn a_report_has_a_line_for_each_document() {
    let folder = with_documents(3);
    let here = folder.path();
    fs::write(here.join("xa/sai.md"), notice("Một <b>hai</b>.")).unwrap();
    fs::write(here.join("xa/vang.yaml"), "trích yếu: a\n").unwrap();
    let build = || {
        let output =
            vanban(here, &["build", "xa", "--if-changed", "--report", "bc.jsonl"]);
        ends(&output, 1);
        report(&here.join("bc.jsonl"))
    };
    for ending in ["built", "unchanged"] {
        let lines = build();
        assert_eq!(lines.len(), 5);
        assert_eq!(lines["xa/sai.md"]["result"], "failed");
        assert_eq!(lines["xa/sai.md"]["errors"], 2);
        assert_eq!(lines["xa/sai.md"]["outputs"].as_array().unwrap().len(), 0);
        let line = &lines["xa/tb-01.md"];
        assert_eq!(line["result"], ending);
        let pdf = fs::read(here.join("xa/tb-01.pdf")).unwrap();
        let sum: String =
            Sha256::digest(&pdf).iter().map(|b| format!("{b:02x}")).collect();
        let wanted = serde_json::json!([{ "path": "xa/tb-01.pdf", "sha256": sum }]);
        assert_eq!(line["outputs"], wanted);
        assert!(line["seconds"].as_f64().is_some_and(|s| (0.0..60.0).contains(&s)));
    }
    let checked = vanban(here, &["check", "xa", "--report", "-"]);
    let text = String::from_utf8(checked.stdout).unwrap();
    assert!(text.contains("{\"input\":\"xa/tb-02.md\",\"result\":\"sound\""), "{text}");
    // What is no report is not overwritten.
    let output = vanban(here, &["build", "xa", "--report", "xa/tb-00.md"]);
    ends(&output, 1);
    assert!(stderr(&output).contains("không ghi đè"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(here.join("xa/tb-00.md")).unwrap(), notice("Số 0."));
}

#[test]
fn a_killed_run_goes_on_where_it_was() {
    let folder = with_documents(60);
    let here = folder.path();
    let call = ["build", "xa", "--if-changed", "--report", "bc.jsonl"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_vanban"))
        .current_dir(here)
        .args(call)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while results(&here.join("xa")).len() < 5 {
        sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let done = results(&here.join("xa")).len();
    assert!(done < 60);
    ends(&vanban(here, &call), 0);
    let lines = report(&here.join("bc.jsonl"));
    let unchanged = lines.values().filter(|line| line["result"] == "unchanged").count();
    // What was written last may not have been noted.
    assert!((done - 1..=done).contains(&unchanged), "{done} {unchanged}");
    assert_eq!(results(&here.join("xa")).len(), 60);
}

/// What the guide gives for Slurm, as its tasks run it.
#[cfg(target_os = "linux")]
#[test]
fn the_script_for_slurm_builds_everything() {
    let folder = with_documents(9);
    let here = folder.path();
    let program = Path::new(env!("CARGO_BIN_EXE_vanban")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(program.to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    for task in ["1", "2", "3"] {
        let output = Command::new("bash")
            .arg(crate::support::path("docs/nhieu-may/slurm.sh"))
            .current_dir(here)
            .env("PATH", path.as_ref().unwrap())
            .envs([("VAN_BAN", "xa"), ("KET_QUA", "ra"), ("SLURM_ARRAY_TASK_ID", task)])
            .env("SLURM_ARRAY_TASK_COUNT", "3")
            .output()
            .unwrap();
        ends(&output, 0);
    }
    assert_eq!(results(&here.join("ra")).len(), 9);
    let lines =
        ["1", "2", "3"].map(|n| report(&here.join(format!("ra/bao-cao-{n}.jsonl"))));
    assert_eq!(lines.iter().map(BTreeMap::len).sum::<usize>(), 9);
}
