//! An outline as text, for tests to compare.

use super::*;

/// How many characters of a text are shown.
const SHOWN: usize = 60;

/// The three parts of an outline; those that are empty are left out.
pub(super) fn outline(outline: &Outline) -> String {
    let mut out = Vec::new();
    let parts = [
        ("opening", &outline.opening),
        ("body", &outline.body),
        ("closing", &outline.closing),
    ];
    for (name, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
        out.push(name.to_owned());
        blocks(part, 1, &mut out);
    }
    out.join("\n")
}

/// One line for each block: its number, `#` for a heading, its text.
fn blocks(of: &[Block], depth: usize, out: &mut Vec<String>) {
    for block in of {
        let mut line = |text: &str| out.push("  ".repeat(depth) + text.trim_end());
        match &block.kind {
            BlockKind::Paragraph(text) => line(&short(text)),
            BlockKind::Item(item) => {
                let label = item.number.as_ref().map_or("()", |number| &number.label);
                let heading = if item.heading { "#" } else { "" };
                line(&format!("{label}{heading} {}", short(&item.text)));
            }
            BlockKind::Quotation(_) => line("quotation"),
            BlockKind::Table(table) => {
                for row in table.header.iter().chain(&table.rows) {
                    let cells: Vec<String> = row.iter().map(cell).collect();
                    line(&format!("| {} |", cells.join(" | ")));
                }
            }
            BlockKind::Picture(picture) => line(&format!("picture {}", picture.path)),
            BlockKind::Preformatted(lines) => {
                for text in lines {
                    line(&format!("`{text}`"));
                }
            }
            BlockKind::Aligned(lines) => {
                for aligned in lines {
                    let texts: Vec<String> =
                        aligned.columns().iter().map(|text| short(text)).collect();
                    line(&match aligned {
                        AlignedLine::Center(_) => format!("-> {} <-", texts[0]),
                        AlignedLine::Right(_) => format!("-> {} ->", texts[0]),
                        AlignedLine::Columns(_) => {
                            format!("-> {} <-", texts.join(" <-> "))
                        }
                        AlignedLine::Room => "room".to_owned(),
                    });
                }
            }
            BlockKind::Separator => line("separator"),
        }
        match &block.kind {
            BlockKind::Item(item) => blocks(&item.children, depth + 1, out),
            BlockKind::Quotation(inner) => blocks(inner, depth + 1, out),
            BlockKind::Paragraph(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(_)
            | BlockKind::Preformatted(_)
            | BlockKind::Aligned(_)
            | BlockKind::Separator => {}
        }
    }
}

/// The text of a cell, with the rows and columns of one that is joined.
fn cell(cell: &Cell) -> String {
    match (cell.rows, cell.columns) {
        (0, 0) => "…".to_owned(),
        (1, 1) => short(&cell.text),
        (rows, columns) => format!("{} {rows}×{columns}", short(&cell.text)),
    }
}

/// The text with its marks, cut off after some words.
fn short(text: &[Inline]) -> String {
    let text = marked(text);
    let cut = text.char_indices().nth(SHOWN).map(|(at, _)| at);
    cut.map_or(text.clone(), |at| format!("{}…", text[..at].trim_end()))
}

/// The text with its marks.
pub(super) fn marked(text: &[Inline]) -> String {
    let mark = |inline: &Inline| match inline {
        Inline::Text(text) => text.value.clone(),
        Inline::Strong(inner) => format!("<b>{}</b>", marked(inner)),
        Inline::Emphasis(inner) => format!("<i>{}</i>", marked(inner)),
        Inline::Link { url, content } => format!("<{url}|{}>", marked(content)),
        Inline::Footnote(note) if note.repeated => "<same note>".to_owned(),
        Inline::Footnote(note) => format!("<note>{}</note>", marked(&note.text)),
        Inline::LineBreak => "<br>".to_owned(),
    };
    text.iter().map(mark).collect()
}
