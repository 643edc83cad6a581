//! Lists every file under `templates/`, so that a kind of document is added by adding files:
//! the program embeds the list with their texts, in the order of their paths.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("templates");
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

/// The paths of the files below `folder`, but for what only people read.
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
        } else if name != "README.md" && !name.starts_with('.') {
            paths.push(format!("{below}{name}"));
        }
    }
    Ok(())
}
