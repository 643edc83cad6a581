//! Columns set by tabs, as a spreadsheet pastes them: found, and shown as the table that is meant.

use super::{delimiter_row, is_text};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::markdown::fragment::Fragment;
use crate::markdown::lines::appearance::Appearance;
use crate::markdown::lines::line::Line;

/// Columns that are set by tabs, as a spreadsheet pastes them.
pub(crate) static TABLE_OF_TABS: Rule = Rule {
    id: "table-of-tabs",
    family: Family::Tables,
    explanation: Bilingual {
        vi: "Bảng dán từ Excel hay Word chia cột bằng Tab, in ra không thành cột.",
        en: "A table pasted from Excel or Word divides columns by tabs, which print as \
             none.",
    },
    wrong: Example::body("Thôn\tSố hộ\nNà Chuông\t12\nNà Pì\t9"),
    right: Example::body(
        "| Thôn | Số hộ |\n|---|---|\n| Nà Chuông | 12 |\n| Nà Pì | 9 |",
    ),
    ..Rule::ERROR
};

/// Lines with tabs, and the `table` that they are meant as.
fn table_of_tabs(table: &str) -> Problem {
    TABLE_OF_TABS.problem(
        both!(
            "các dòng này chia cột bằng phím Tab, in ra sẽ không thành cột",
            "these lines set columns by tabs, which print as no columns"
        ),
        both!("bảng chia bằng Tab", "columns set by tabs"),
        both!(
            "viết thành bảng như sau (`vanban check --fix` viết hộ):\n{table}",
            "write them as a table (`vanban check --fix` does it):\n{table}"
        ),
    )
}

/// The end of the lines from one on that have as many tabs each, if they are several. A tab
/// behind a number or a bullet, `1.⇥Giao`, is a blank.
pub(super) fn end(text: &str, lines: &[Line], at: usize) -> Option<usize> {
    let first = lines.get(at)?;
    let tabs = |line: &Line| text[line.text.clone()].matches('\t').count();
    let count = if is_text(first) { tabs(first) } else { 0 };
    if count == 0 {
        return None;
    }
    let row = |line: &&Line| {
        is_text(line) && line.enclosure == first.enclosure && tabs(line) == count
    };
    let rows = lines[at..].iter().take_while(row).count();
    // One tab in each line may stand behind the labels of a list, then no column is meant.
    let columns = count > 1
        || !lines[at..at + rows].iter().all(|line| has_tab_behind_label(text, line));
    (columns && rows > 1).then_some(at + rows)
}

/// Whether a tab stands between the number or bullet of a line and its words.
fn has_tab_behind_label(text: &str, line: &Line) -> bool {
    let look = Appearance::of_line(text, line);
    let label = look.label(false, false, |_| true);
    label.is_some_and(|label| look.words.text[label.length..label.cut].contains('\t'))
}

/// Reports lines with columns set by tabs, with the table that they are meant as.
pub(super) fn report(
    fragment: &Fragment<'_>,
    lines: &[Line],
    diagnostics: &mut Diagnostics,
) {
    let text = &*fragment.text;
    let row = |line: &Line| {
        let cells = text[line.text.clone()].split('\t');
        let cells: Vec<String> =
            cells.map(|cell| cell.trim().replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut rows: Vec<String> = lines.iter().map(row).collect();
    let columns =
        lines.first().map_or(0, |line| text[line.text.clone()].split('\t').count());
    rows.insert(1, delimiter_row(columns));
    let table = rows.join("\n");
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let span = fragment.span(first.text.start..last.text.end);
    let fix = fragment.is_verbatim(first.text.start..last.text.end).then(|| {
        let prefix =
            format!("\n{}{}", first.enclosure.prefix(), " ".repeat(first.column));
        Fix::from_iter([(span, table.replace('\n', &prefix))])
    });
    diagnostics.push_fixed(table_of_tabs(&table), span, fix);
}
