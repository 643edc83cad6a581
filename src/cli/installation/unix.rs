//! The plan for Linux and its like: the program where shells look, what completes its arguments,
//! its manual, and an entry among the applications.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{Plan, completion, folder};
use crate::cli::arguments::{Completion, manual};

/// What is made for the user whose folders the environment names.
pub(super) fn plan(env: &dyn Fn(&str) -> Option<OsString>) -> Option<Plan> {
    let home = folder(env, "HOME")?;
    let data = folder(env, "XDG_DATA_HOME").unwrap_or_else(|| home.join(".local/share"));
    let config = folder(env, "XDG_CONFIG_HOME").unwrap_or_else(|| home.join(".config"));
    let program = home.join(".local/bin/vanban");
    let scripts = [
        (data.join("bash-completion/completions/vanban"), Completion::Bash),
        (data.join("zsh/site-functions/_vanban"), Completion::Zsh),
        (config.join("fish/completions/vanban.fish"), Completion::Fish),
    ];
    let mut files: Vec<(PathBuf, Vec<u8>)> =
        scripts.map(|(path, shell)| (path, completion(shell))).into();
    let pages = data.join("man/man1");
    files.extend(
        manual().into_iter().map(|(name, page)| (pages.join(name), page.into_bytes())),
    );
    let entry = data.join("applications/vanban.desktop");
    files.push((entry, desktop_entry(&program).into_bytes()));
    Some(Plan {
        guide: data.join("vanban/huong-dan.html"),
        program,
        files,
        keys: Vec::new(),
        shared_keys: Vec::new(),
    })
}

/// The program among the applications, as the Desktop Entry Specification 1.5 has it: it greets, and
/// builds what is dropped on it. It takes no type of file for its own: with no other program for
/// `.md`, a double click would no longer open the text in an editor.
fn desktop_entry(program: &Path) -> String {
    let program = quoted(&program.display().to_string());
    format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Name=vanban\n\
         Comment=Xuất văn bản hành chính từ tệp chữ (.md)\n\
         Exec={program} --keep-window %F\n\
         Terminal=true\n\
         Categories=Office;\n"
    )
}

/// An argument of `Exec`: in quotation marks, with what means something in these marked, then once
/// more as every text of such a file.
fn quoted(argument: &str) -> String {
    let mut quoted = String::from("\"");
    for c in argument.chars() {
        match c {
            '"' | '`' | '$' => quoted.push_str(r"\\"),
            '\\' => quoted.push_str(r"\\\"),
            '%' => quoted.push('%'),
            _ => {}
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan_at(home: &str, data: Option<&str>) -> Plan {
        let env = |name: &str| match name {
            "HOME" => Some(home.into()),
            "XDG_DATA_HOME" => data.map(Into::into),
            _ => None,
        };
        plan(&env).unwrap()
    }

    #[cfg(unix)]
    #[test]
    fn everything_is_in_the_users_own_folders() {
        let plan = plan_at("/home/a", None);
        assert_eq!(plan.program, Path::new("/home/a/.local/bin/vanban"));
        let all = plan.files.iter().map(|(path, _)| path).chain([&plan.guide]);
        for path in all {
            assert!(path.starts_with("/home/a"), "{}", path.display());
        }
        // A variable that names no whole path is not followed.
        assert_eq!(plan_at("/home/a", Some("du lieu")), plan);
        assert!(plan_at("/home/a", Some("/d")).guide.starts_with("/d/vanban"));
        assert!(super::plan(&|_| None).is_none());
    }

    #[test]
    fn a_desktop_entry_runs_the_program_wherever_it_is() {
        let entry = desktop_entry(Path::new("/home/Văn A/50% $x/vanban"));
        let exec = entry.lines().find(|line| line.starts_with("Exec=")).unwrap();
        let program = r#""/home/Văn A/50%% \\$x/vanban""#;
        assert_eq!(exec, format!("Exec={program} --keep-window %F"));
        assert!(
            !entry.contains("MimeType"),
            "the editor stays the one that opens a text"
        );
    }
}
