//! Lists every file under `templates/`, so that a kind of document is added by adding files:
//! the program embeds the list with their texts, in the order of their paths. Gives what the
//! program is built of a number, by which results of another program are told; and the program
//! for Windows its icon and what that system reads of it.

use std::error::Error;
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let house = env::var("CARGO_MANIFEST_DIR")?;
    number(Path::new(&house))?;
    resources(Path::new(&house))?;
    let root = Path::new(&house).join("templates");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut paths = Vec::new();
    collect(&root, "", &mut paths)?;
    paths.sort();
    let mut list = String::from("&[\n");
    for path in paths {
        let file = root.join(&path).display().to_string();
        writeln!(list, "    ({path:?}, include_str!({file:?})),")?;
    }
    list.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("templates.rs"), list)?;
    Ok(())
}

/// What the program is built of.
const PARTS: [&str; 5] = ["Cargo.lock", "build.rs", "fonts", "src", "templates"];

/// Gives the program the number of its sources as `VANBAN_SOURCES`.
fn number(house: &Path) -> Result<(), Box<dyn Error>> {
    let mut hasher = DefaultHasher::new();
    for part in PARTS {
        let path = house.join(part);
        println!("cargo::rerun-if-changed={}", path.display());
        if path.is_dir() {
            let mut paths = Vec::new();
            collect(&path, "", &mut paths)?;
            paths.sort();
            for inner in paths {
                (&inner, fs::read(path.join(&inner))?).hash(&mut hasher);
            }
        } else if path.is_file() {
            (part, fs::read(path)?).hash(&mut hasher);
        }
    }
    println!("cargo::rustc-env=VANBAN_SOURCES={:016x}", hasher.finish());
    Ok(())
}

/// Links what Windows reads of a program into it. Without the compiler of resources, which comes
/// with the linker of MinGW, the program works as well, but has no icon and no long paths.
fn resources(house: &Path) -> Result<(), Box<dyn Error>> {
    if env::var("CARGO_CFG_WINDOWS").is_err() {
        return Ok(());
    }
    let folder = house.join("packaging/windows");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = env::var("OUT_DIR")?;
    let version = env::var("CARGO_PKG_VERSION")?;
    let numbers = version.split(['.', '-', '+']).take(3).collect::<Vec<_>>().join(",");
    let header = format!(
        "#define VERSION_NUMBERS {numbers},0\n#define VERSION_TEXT \"{version}\"\n"
    );
    fs::write(Path::new(&out).join("version.h"), header)?;
    let object = Path::new(&out).join("windows.o");
    let made = ["x86_64-w64-mingw32-windres", "windres"].into_iter().any(|windres| {
        let mut command = Command::new(windres);
        command.args(["--codepage=65001", "--output-format=coff", "--include-dir"]);
        command.arg(&out).arg("--include-dir").arg(&folder);
        command.arg(folder.join("vanban.rc")).arg(&object);
        command.status().is_ok_and(|status| status.success())
    });
    if made && env::var("CARGO_CFG_TARGET_ENV")? == "gnu" {
        println!("cargo::rustc-link-arg-bins={}", object.display());
    } else {
        println!("cargo::warning=no windres: the program has no icon and no manifest");
    }
    Ok(())
}

/// Whether a file is made of another one.
fn is_made(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "json")
}

/// The paths of the files below `folder`, but for what only people read, and what is made of
/// others: `layout/party.json` of `layout/party.yaml`.
fn collect(
    folder: &Path,
    below: &str,
    paths: &mut Vec<String>,
) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|_| "a path is no Unicode")?;
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{below}{name}/"), paths)?;
        } else if name != "README.md" && !is_made(&name) && !name.starts_with('.') {
            paths.push(format!("{below}{name}"));
        }
    }
    Ok(())
}
