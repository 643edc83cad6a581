//! `vanban build`: from source files to documents.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread;

use super::folder::Folder;
use super::output::{Target, make_folder};
use super::terminal::{Terminal, explain};
use super::{BuildArgs, Exit, Format, usage};
use crate::diagnostic::{Diagnostics, Problem, whole_file};
use crate::source::{FileId, Source, Sources};
use crate::{Compilation, compile};

/// Deep enough for the deepest document that the stages let through.
const STACK: usize = 16 * 1024 * 1024;

/// One document to build.
struct Job {
    input: PathBuf,
    target: Target,
}

/// Builds every document; one with problems does not keep the others from being built.
pub(super) fn run(arguments: &BuildArgs, terminal: &Terminal) -> Exit {
    let format = format(arguments);
    let jobs = match plan(arguments, format) {
        Ok(jobs) => jobs,
        Err(sentence) => {
            usage::say(&sentence);
            return Exit::Usage;
        }
    };
    if let Some(folder) = &arguments.out_dir
        && let Err(error) = make_folder(folder)
    {
        terminal.say(format!("lỗi: không tạo được {}: {}", folder.display(), explain(&error)));
        return Exit::Environment;
    }
    let many = jobs.len() > 1;
    jobs.iter().map(|job| build(job, format, many, terminal)).max().unwrap_or(Exit::Done)
}

/// The format that was asked for, or the one that the name of the output asks for.
fn format(arguments: &BuildArgs) -> Format {
    let named = arguments.output.as_deref().and_then(Path::extension).and_then(|extension| {
        [Format::Pdf, Format::Png, Format::Svg, Format::Typ]
            .into_iter()
            .find(|format| extension.eq_ignore_ascii_case(format.extension()))
    });
    arguments.format.or(named).unwrap_or(Format::Pdf)
}

/// Which file becomes which, or what is wrong with the call.
fn plan(arguments: &BuildArgs, format: Format) -> Result<Vec<Job>, String> {
    if arguments.output.is_some() && arguments.files.len() > 1 {
        return Err("`-o` chỉ dùng khi lập một văn bản; nhiều văn bản thì dùng `--out-dir`".into());
    }
    let mut jobs: Vec<Job> = Vec::new();
    for input in &arguments.files {
        let target = target(input, arguments, format)?;
        if let Target::File(path) = &target {
            if same_file(path, input) {
                return Err(format!("tệp ra {} trùng với tệp vào", path.display()));
            }
            if jobs.iter().any(|job| job.target == target) {
                return Err(format!("hai văn bản cùng ghi ra {}", path.display()));
            }
        }
        jobs.push(Job { input: input.clone(), target });
    }
    Ok(jobs)
}

fn target(input: &Path, arguments: &BuildArgs, format: Format) -> Result<Target, String> {
    if let Some(output) = &arguments.output {
        let stdout = output.as_os_str() == "-";
        return Ok(if stdout { Target::Stdout } else { Target::File(output.clone()) });
    }
    let is_stdin = input.as_os_str() == "-";
    if is_stdin && arguments.out_dir.is_none() {
        if io::stdout().is_terminal() && format != Format::Typ {
            return Err("đọc từ đầu vào chuẩn thì phải cho biết tệp ra bằng `-o`".into());
        }
        return Ok(Target::Stdout);
    }
    let name = if is_stdin { Path::new("van-ban") } else { input };
    let name = name.with_extension(format.extension());
    Ok(Target::File(match &arguments.out_dir {
        Some(folder) => folder.join(name.file_name().unwrap_or_default()),
        None => name,
    }))
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

/// Builds one document and says what came of it.
fn build(job: &Job, format: Format, many: bool, terminal: &Terminal) -> Exit {
    let name = job.input.display().to_string();
    let bytes = match read(&job.input) {
        Ok(bytes) => bytes,
        Err(error) => {
            terminal.say(format!("lỗi: không đọc được {name}: {}", explain(&error)));
            return Exit::Environment;
        }
    };
    let compilation = compile_apart(&name, bytes, format, &Folder::of(&job.input));
    terminal.show(&compilation.found, &compilation.sources);
    let Some(parts) = compilation.parts else {
        if many {
            terminal.say(format!("{name}: chưa lập được"));
        }
        return Exit::Problems;
    };
    if job.target == Target::Stdout && parts.len() > 1 {
        usage::say("văn bản có nhiều trang, không in ra đầu ra chuẩn được; hãy dùng `-o`");
        return Exit::Usage;
    }
    match job.target.write(&parts) {
        Ok(paths) => {
            for path in paths {
                terminal.say(format!("đã lập {}", path.display()));
            }
            Exit::Done
        }
        Err((path, error)) => {
            terminal.say(format!("lỗi: không ghi được {}: {}", path.display(), explain(&error)));
            Exit::Environment
        }
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    fs::read(path)
}

/// Compiles on a thread with a deep stack; a fault of the program ends this document only.
fn compile_apart(name: &str, bytes: Vec<u8>, format: Format, folder: &Folder) -> Compilation {
    let name = if name == "-" { "(đầu vào chuẩn)" } else { name };
    thread::scope(|scope| {
        let work = || {
            catch_unwind(AssertUnwindSafe(|| {
                compile(name, bytes, format.library(), folder)
            }))
        };
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        let outcome = thread.ok().and_then(|thread| thread.join().ok());
        outcome.and_then(Result::ok).unwrap_or_else(|| fault(name))
    })
}

/// What is left to say when the program itself failed.
fn fault(name: &str) -> Compilation {
    let mut sources = Sources::default();
    let file: FileId = sources.add(Source::new(name, ""));
    let problem = Problem::Internal { detail: "panic".into() };
    let found: Diagnostics = [(problem, whole_file(file))].into_iter().collect();
    Compilation { sources, found, parts: None }
}
