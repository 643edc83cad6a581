//! The plan for Windows: the right-click menu of `.md`, "Open with", "Send to", the
//! start menu, and the list of installed programs, all of this user alone.

use std::ffi::OsString;
use std::path::PathBuf;

use super::entries::{ENTRIES, Entry};
use super::shortcut::{Target, shortcut};
use super::{Key, Plan, Value};

/// The verbs of `.md`, whichever program opens such files.
const VERBS: &str = r"Software\Classes\SystemFileAssociations\.md\shell";

/// The program in "Open with".
const APPLICATION: &str = r"Software\Classes\Applications\vanban.exe";

/// The program in the list of those that can be removed.
const UNINSTALL: &str = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\vanban";

/// The program's folder within the user's own data.
const FOLDER: &str = r"Programs\vanban";

/// The name of the program's file.
const PROGRAM: &str = "vanban.exe";

/// The shortcuts below the user's folders of Windows, and what is shown of them: with a file it is
/// built, without one the program greets.
const SHORTCUTS: [(&str, &str); 2] = [
    (r"SendTo\vanban - Xuất PDF.lnk", "Xuất văn bản ra PDF"),
    (r"Start Menu\Programs\vanban.lnk", "Văn bản hành chính từ tệp chữ"),
];

/// What is made for the user whose folders the environment names.
pub(super) fn plan(env: &dyn Fn(&str) -> Option<OsString>) -> Option<Plan> {
    let named = |name| env(name).and_then(|value| value.into_string().ok());
    let (local, roaming) = (named("LOCALAPPDATA")?, named("APPDATA")?);
    let folder = format!(r"{local}\{FOLDER}");
    let program = format!(r"{folder}\{PROGRAM}");
    // Written with the variable: what stands in the user's name is not read in any code page.
    let target = Target {
        path: &program,
        variable: &format!(r"%LOCALAPPDATA%\{FOLDER}\{PROGRAM}"),
        folder: "%USERPROFILE%",
        arguments: "--keep-window",
    };
    let files = SHORTCUTS.map(|(place, description)| {
        let path = format!(r"{roaming}\Microsoft\Windows\{place}");
        (PathBuf::from(path), shortcut(&target, description))
    });
    let mut keys: Vec<Key> =
        ENTRIES.iter().flat_map(|entry| verb(entry, &program)).collect();
    keys.extend(application(&program));
    keys.push(installed(&program));
    Some(Plan {
        guide: PathBuf::from(format!(r"{folder}\huong-dan.html")),
        program: PathBuf::from(program),
        files: files.into(),
        keys,
        shared_keys: vec![
            r"Software\Classes\SystemFileAssociations\.md\shell",
            r"Software\Classes\SystemFileAssociations\.md",
        ],
    })
}

/// An entry of the menu: its label, and what it runs with the file's whole path.
fn verb(entry: &Entry, program: &str) -> [Key; 2] {
    let Entry { id, label, arguments } = entry;
    let command = format!("\"{program}\" {arguments} \"%1\"");
    // A double click goes on opening the file in the user's editor.
    let shown = [("MUIVerb", *label), ("Icon", program), ("NeverDefault", "")];
    [
        key(format!(r"{VERBS}\{id}"), &shown),
        key(format!(r"{VERBS}\{id}\command"), &[("", &command)]),
    ]
}

/// The program for "Open with", which gives the file alone.
fn application(program: &str) -> [Key; 3] {
    let command = format!("\"{program}\" --keep-window \"%1\"");
    [
        key(APPLICATION.into(), &[("FriendlyAppName", "vanban")]),
        key(format!(r"{APPLICATION}\shell\open\command"), &[("", &command)]),
        key(format!(r"{APPLICATION}\SupportedTypes"), &[(".md", "")]),
    ]
}

/// The program among those that the user can remove in Windows' settings.
fn installed(program: &str) -> Key {
    let remove = format!("\"{program}\" uninstall --keep-window");
    let mut key = key(
        UNINSTALL.into(),
        &[
            ("DisplayName", "vanban"),
            ("DisplayVersion", env!("CARGO_PKG_VERSION")),
            ("DisplayIcon", program),
            ("UninstallString", &remove),
        ],
    );
    key.values.extend(["NoModify", "NoRepair"].map(|name| (name, Value::Number(1))));
    key
}

/// A key with texts.
fn key(path: String, values: &[(&'static str, &str)]) -> Key {
    let text =
        |(name, value): &(&'static str, &str)| (*name, Value::Text((*value).to_owned()));
    Key { path, values: values.iter().map(text).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The plan for somebody with such a name.
    fn plan_of(user: &str) -> Plan {
        let env = |name: &str| match name {
            "LOCALAPPDATA" => Some(format!(r"C:\Users\{user}\AppData\Local").into()),
            "APPDATA" => Some(format!(r"C:\Users\{user}\AppData\Roaming").into()),
            _ => None,
        };
        plan(&env).unwrap()
    }

    /// What a key runs.
    fn command<'a>(plan: &'a Plan, path: &str) -> &'a str {
        let key = plan.keys.iter().find(|key| key.path == path).unwrap();
        let [("", Value::Text(command))] = key.values.as_slice() else {
            panic!("{key:?}")
        };
        command
    }

    #[test]
    fn the_menu_of_md_has_the_three_entries() {
        let plan = plan_of("Nguyễn Văn A");
        let program = r"C:\Users\Nguyễn Văn A\AppData\Local\Programs\vanban\vanban.exe";
        assert_eq!(plan.program, PathBuf::from(program));
        for (id, label, arguments) in [
            ("vanban-1-pdf", "Xuất PDF", "build --open --keep-window"),
            ("vanban-2-check", "Kiểm tra", "check --keep-window"),
            ("vanban-3-next", "Văn bản tháng sau", "new --keep-window --from"),
        ] {
            let path = format!(r"{VERBS}\{id}");
            let key = plan.keys.iter().find(|key| key.path == path).unwrap();
            assert!(key.values.contains(&("MUIVerb", Value::Text(label.into()))));
            let wanted = format!("\"{program}\" {arguments} \"%1\"");
            assert_eq!(command(&plan, &format!(r"{path}\command")), wanted);
        }
        let open = command(&plan, &format!(r"{APPLICATION}\shell\open\command"));
        assert_eq!(open, format!("\"{program}\" --keep-window \"%1\""));
    }

    #[test]
    fn nothing_of_others_is_touched() {
        let plan = plan_of("A");
        let own = format!(r"{VERBS}\vanban-");
        for Key { path, .. } in &plan.keys {
            let own = [own.as_str(), APPLICATION, UNINSTALL]
                .iter()
                .any(|own| path.starts_with(own));
            assert!(own, "{path}");
        }
        // What others may have put there as well goes only where it is empty, from the inside.
        assert_eq!(plan.shared_keys[0], VERBS);
        assert!(VERBS.starts_with(plan.shared_keys[1]));
        let places = plan.files.iter().map(|(path, _)| path.to_str().unwrap());
        let windows = r"C:\Users\A\AppData\Roaming\Microsoft\Windows";
        assert_eq!(
            places.collect::<Vec<_>>(),
            [
                format!(r"{windows}\SendTo\vanban - Xuất PDF.lnk"),
                format!(r"{windows}\Start Menu\Programs\vanban.lnk"),
            ]
        );
    }

    #[test]
    fn without_folders_of_the_user_there_is_no_plan() {
        assert_eq!(plan(&|_| None), None);
    }
}
