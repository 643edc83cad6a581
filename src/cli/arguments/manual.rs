//! The manual pages of the program and its commands, out of what `clap` reads. The door to
//! `clap_mangen`.

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use std::path::PathBuf;

use super::Cli;

/// The arguments of `manual`.
#[derive(Args)]
pub(crate) struct ManualArgs {
    /// Thư mục để ghi các trang
    #[arg(value_name = "THƯ-MỤC", help_heading = "Tham số")]
    pub(crate) folder: PathBuf,
}

/// The headings of a page, as `clap_mangen` writes them, and in Vietnamese.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "TÊN"),
    ("SYNOPSIS", "CÁCH DÙNG"),
    ("DESCRIPTION", "MÔ TẢ"),
    ("OPTIONS", "TÙY CHỌN"),
    ("EXTRA", "MÃ THOÁT"),
    ("VERSION", "PHIÊN BẢN"),
];

/// The pages: `vanban.1`, and one for each command, as `vanban-build.1`.
pub(crate) fn manual() -> Vec<(String, String)> {
    let mut program = Cli::command();
    program.build();
    let mut pages = Vec::new();
    add(&program, &mut pages);
    pages
}

/// Adds the page of a command, and those of the ones in it.
fn add(command: &Command, pages: &mut Vec<(String, String)>) {
    let man = Man::new(command.clone()).manual("vanban");
    let mut page = Vec::new();
    // Nothing is lost by what is written to memory.
    if man.render(&mut page).is_ok() {
        let page = String::from_utf8_lossy(&page);
        let lines = page.lines().map(|line| {
            let known = HEADINGS
                .iter()
                .find(|(english, _)| line.strip_prefix(".SH ") == Some(english));
            known.map_or_else(|| line.to_owned(), |(_, vi)| format!(".SH \"{vi}\""))
        });
        let text: String = lines.map(|line| line + "\n").collect();
        pages.push((man.get_filename(), text));
    }
    for inner in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        add(inner, pages);
    }
}
