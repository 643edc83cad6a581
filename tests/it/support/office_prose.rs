//! Office prose made at random: what is typed, and the letters that must be printed of it.
//!
//! Used by the tests of the reading room (to the `Outline`) and of the whole way (to the page).

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Words of office prose, and signs that a reader of Markdown might take for marks, each as it is
/// typed and as it is printed.
static WORDS: [(&str, &str); 62] = [
    ("giao", "giao"),
    ("Phòng", "Phòng"),
    ("Kinh", "Kinh"),
    ("tế", "tế"),
    ("rà", "rà"),
    ("soát", "soát"),
    ("quỹ", "quỹ"),
    ("đất", "đất"),
    ("của", "của"),
    ("Ủy", "Ủy"),
    ("ban", "ban"),
    ("nhân", "nhân"),
    ("dân", "dân"),
    ("xã", "xã"),
    ("trước", "trước"),
    ("ngày", "ngày"),
    ("30/6/2026", "30/6/2026"),
    ("kế", "kế"),
    ("hoạch", "hoạch"),
    ("thực", "thực"),
    ("hiện", "hiện"),
    ("các", "các"),
    ("thôn", "thôn"),
    ("báo", "báo"),
    ("cáo", "cáo"),
    ("tại", "tại"),
    ("điểm", "điểm"),
    ("khoản", "khoản"),
    ("năm", "năm"),
    ("và/hoặc", "và/hoặc"),
    ("10%,", "10%,"),
    ("5*3*2", "5*3*2"),
    ("(2*3)+(4*5)", "(2*3)+(4*5)"),
    ("x_1_y", "x_1_y"),
    ("A*B*C", "A*B*C"),
    ("2_000_000", "2_000_000"),
    ("UBND", "UBND"),
    ("“trích”", "“trích”"),
    ("(kèm", "(kèm"),
    ("theo)", "theo)"),
    ("-5°C", "-5°C"),
    ("+84", "+84"),
    ("2.1", "2.1"),
    ("TB-UBND", "TB-UBND"),
    ("m²", "m²"),
    ("<5%", "<5%"),
    (">", ">"),
    ("&", "&"),
    ("@", "@"),
    ("1.", "1."),
    ("12.", "12."),
    ("1986.", "1986."),
    ("a)", "a)"),
    ("II.", "II."),
    ("\\*", "*"),
    ("#1", "#1"),
    ("3", "3"),
    ("=", "="),
    ("(*)", "(*)"),
    ("–", "–"),
    ("-", "-"),
    ("+", "+"),
];

/// Those of them that are no dashes: `– Thu⏎– Chi` are two entries of a list, however the first ends.
const UNDASHED: usize = 59;

/// A sentence: what is typed word by word, and what is printed.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    typed: Vec<String>,
    printed: String,
}

/// How some words of a sentence are marked.
#[derive(Debug, Clone, Copy)]
enum Marked {
    No,
    Bold,
    Italic,
}

/// A sentence of so many words that starts with a capital and ends as told.
fn sentence(
    words: std::ops::Range<usize>,
    ends: &'static [&'static str],
    pool: &'static [(&'static str, &'static str)],
) -> impl Strategy<Value = Sentence> {
    let marked = prop_oneof![8 => Just(Marked::No), 2 => Just(Marked::Bold), 1 => Just(Marked::Italic)];
    let parts = (
        select(&["Giao", "Đề nghị", "Thống nhất", "Ghi nhận", "Các thôn"][..]),
        proptest::collection::vec(select(pool), words),
        select(ends),
        marked,
        any::<(Index, Index)>(),
    );
    parts.prop_map(|(first, mut words, end, marked, (from, to))| {
        // `1986.⏎– việc`, `khoản 1.⏎2. việc`: behind a full stop these are items.
        for at in 1..words.len() {
            let label = [">", "–", "-", "+", "1.", "12.", "2.1", "II.", "a)"];
            if words[at - 1].0.ends_with('.') && label.contains(&words[at].0) {
                words[at] = ("và", "và");
            }
        }
        let mut typed: Vec<String> = first.split(' ').map(str::to_owned).collect();
        let mut printed: Vec<String> = typed.clone();
        typed.extend(words.iter().map(|(typed, _)| (*typed).to_owned()));
        printed.extend(words.iter().map(|(_, printed)| (*printed).to_owned()));
        // A plain word ends the sentence: `5*3*2.` and `+.` are no sentences of an office.
        typed.push(format!("việc{end}"));
        printed.push(format!("việc{end}"));
        mark(&mut typed, marked, from, to);
        Sentence { typed, printed: printed.concat() }
    })
}

/// Marks some words that consist of letters at both ends.
fn mark(typed: &mut [String], marked: Marked, from: Index, to: Index) {
    let plain = |word: &String| word.chars().all(char::is_alphabetic);
    let fit: Vec<usize> = (0..typed.len()).filter(|at| plain(&typed[*at])).collect();
    if fit.is_empty() {
        return;
    }
    let (a, b) = (fit[from.index(fit.len())], fit[to.index(fit.len())]);
    let (a, b) = (a.min(b), a.max(b));
    let sign = match marked {
        Marked::No => return,
        Marked::Bold => "**",
        Marked::Italic => "*",
    };
    typed[a].insert_str(0, sign);
    typed[b].push_str(sign);
}

/// A block of the text.
#[derive(Debug, Clone)]
enum Block {
    /// Paragraphs, with a blank line between them or none.
    Paragraphs(Vec<Sentence>, bool),
    /// Items of one style, with a blank line between them or none.
    Items(usize, Vec<Sentence>, bool),
    /// Bullets; the sign, and what stands behind it.
    Bullets(&'static str, Vec<Sentence>),
    /// A heading with a typed number, and how it is marked.
    Heading(&'static str, Sentence, usize),
    /// A heading without a number.
    Unnumbered(Sentence),
    /// A line in bold letters or capitals, and the line under it.
    Apart(bool, Sentence, Sentence),
    /// A table.
    Table(Vec<[Sentence; 2]>),
    /// A quotation.
    Quotation(Sentence),
    /// A gap to fill in by hand.
    Gap,
    /// Lines between arrows: how each is set, and its texts.
    Arrows(Vec<(usize, [Sentence; 2])>),
    /// A sentence with a note.
    Note(Sentence, Sentence),
}

/// The numbers of each style of items.
const STYLES: [[&str; 4]; 8] = [
    ["1.", "2.", "3.", "4."],
    ["a)", "b)", "c)", "d)"],
    ["1)", "2)", "3)", "4)"],
    ["(i)", "(ii)", "(iii)", "(iv)"],
    ["1.1.", "1.2.", "1.3.", "1.4."],
    ["I.", "II.", "III.", "IV."],
    ["A.", "B.", "C.", "D."],
    ["1.\t", "2.\t", "3.\t", "4.\t"],
];

const BULLETS: [&str; 9] = ["- ", "* ", "+ ", "•\t", "– ", "· ", "\u{f0b7}\t", "-", "•"];

const STOPS: &[&str] = &[".", ";", "./.", ":"];

fn block() -> impl Strategy<Value = Block> {
    let text = || sentence(3..30, STOPS, &WORDS);
    let title = || sentence(1..6, &[""], &WORDS);
    let entries =
        proptest::collection::vec(sentence(3..30, STOPS, &WORDS[..UNDASHED]), 1..4);
    let some = |most| proptest::collection::vec(sentence(3..30, STOPS, &WORDS), 1..most);
    let cells = (sentence(0..3, &[""], &WORDS), sentence(0..3, &[""], &WORDS))
        .prop_map(<[Sentence; 2]>::from);
    let pair = (sentence(0..9, &[""], &WORDS), sentence(0..9, &[""], &WORDS))
        .prop_map(<[Sentence; 2]>::from);
    prop_oneof![
        4 => (some(4), any::<bool>()).prop_map(|(all, apart)| Block::Paragraphs(all, apart)),
        // One `1.` beside another is a list that leaves counting to the program.
        4 => (0..STYLES.len(), proptest::collection::vec(sentence(3..30, STOPS, &WORDS), 2..5), any::<bool>())
            .prop_map(|(style, all, apart)| Block::Items(style, all, apart)),
        2 => (select(&BULLETS[..]), entries).prop_map(|(sign, all)| Block::Bullets(sign, all)),
        2 => (select(&["I.", "II.", "1.", "A.", "2.1."][..]), title(), 0..4_usize)
            .prop_map(|(number, title, mark)| Block::Heading(number, title, mark)),
        1 => title().prop_map(Block::Unnumbered),
        1 => (any::<bool>(), title(), text())
            .prop_map(|(bold, title, text)| Block::Apart(bold, title, text)),
        1 => proptest::collection::vec(cells, 2..4).prop_map(Block::Table),
        1 => text().prop_map(Block::Quotation),
        1 => Just(Block::Gap),
        1 => proptest::collection::vec((0..4_usize, pair), 1..4).prop_map(Block::Arrows),
        1 => (text(), text()).prop_map(|(text, note)| Block::Note(text, note)),
    ]
}

/// A text as it is typed, and the letters that are printed of it, without blanks; a note where its
/// mark stands.
#[derive(Debug, Clone)]
pub(crate) struct Prose {
    /// As it is typed.
    pub(crate) typed: String,
    /// What is printed.
    #[allow(dead_code, reason = "two tests share this file")]
    pub(crate) printed: String,
    /// What is printed but for the notes, and the notes.
    #[allow(dead_code, reason = "two tests share this file")]
    pub(crate) apart: (String, Vec<String>),
    /// Whether the program makes numbers for headings.
    #[allow(dead_code, reason = "two tests share this file")]
    pub(crate) has_made_numbers: bool,
}

/// Texts of some blocks, with hard wraps or without.
pub(crate) fn prose(most: usize) -> impl Strategy<Value = Prose> {
    let width = proptest::option::of(60..=120_usize);
    (proptest::collection::vec(block(), 1..most), width)
        .prop_map(|(blocks, width)| written(&blocks, width.unwrap_or(usize::MAX)))
}

#[allow(dead_code, reason = "two tests share this file")]
/// The same text twice: not wrapped, and wrapped; of what is printed nothing is said.
pub(crate) fn wrapped(most: usize) -> impl Strategy<Value = (Prose, Prose)> {
    (proptest::collection::vec(block(), 4..most), 70..=120_usize).prop_map(
        |(mut blocks, width)| {
            for block in &mut blocks {
                // A paragraph that ends at the width goes on where no blank line is below it.
                if let Block::Paragraphs(_, apart) | Block::Items(_, _, apart) = block {
                    *apart = true;
                }
            }
            (written(&blocks, usize::MAX), written(&blocks, width))
        },
    )
}

fn written(blocks: &[Block], width: usize) -> Prose {
    let mut writer = Writer::default();
    for block in blocks {
        writer.block(block, width);
    }
    writer.finish(blocks.iter().any(|block| matches!(block, Block::Unnumbered(_))))
}

#[derive(Default)]
struct Writer {
    typed: String,
    printed: String,
    body: String,
    notes: Vec<String>,
    definitions: String,
}

impl Writer {
    fn block(&mut self, block: &Block, width: usize) {
        match block {
            Block::Paragraphs(all, apart) => self.lines(all, *apart, width, |_| ("", "")),
            Block::Items(style, all, apart) => {
                let label =
                    |at: usize| (STYLES[*style][at], STYLES[*style][at].trim_end());
                self.lines(all, *apart, width, label);
            }
            Block::Bullets(sign, all) => {
                let printed = if *sign == "+ " { "+" } else { "-" };
                self.lines(all, false, width, |_| (sign, printed));
            }
            Block::Heading(number, title, mark) => self.heading(number, title, *mark),
            Block::Unnumbered(title) => {
                self.put("# ", "");
                self.put(&title.typed.join(" "), &title.printed);
            }
            Block::Apart(bold, title, text) => {
                let plain = title.printed_words();
                if *bold {
                    self.put(&format!("**{plain}**"), &plain);
                } else {
                    self.put(&plain.to_uppercase(), &plain.to_uppercase());
                }
                self.typed.push('\n');
                self.sentence(text, "", width);
            }
            Block::Table(rows) => self.table(rows),
            Block::Quotation(text) => {
                self.put("> ", "");
                self.put(&text.typed.join(" "), &text.printed);
            }
            Block::Gap => self.put("Họ tên:\n\n________", "Họtên:________"),
            Block::Arrows(lines) => self.arrows(lines),
            Block::Note(text, note) => self.note(text, note),
        }
        self.typed.push_str("\n\n");
    }

    /// Sentences on lines of their own, each behind a label as it is typed and printed.
    fn lines<'a>(
        &mut self,
        all: &[Sentence],
        apart: bool,
        width: usize,
        label: impl Fn(usize) -> (&'a str, &'a str),
    ) {
        for (at, sentence) in all.iter().enumerate() {
            if at > 0 {
                self.typed.push_str(if apart { "\n\n" } else { "\n" });
            }
            let (typed, printed) = label(at);
            self.put("", printed);
            self.sentence(sentence, typed, width);
        }
    }

    /// A sentence behind a label, wrapped at a width.
    fn sentence(&mut self, sentence: &Sentence, label: &str, width: usize) {
        let blank = if label.is_empty() || label.ends_with(['\t', ' ', '-', '•']) {
            ""
        } else {
            " "
        };
        let mut line = format!("{label}{blank}{}", sentence.typed[0]);
        for word in &sentence.typed[1..] {
            if line.chars().count() + 1 + word.chars().count() > width {
                self.typed.push_str(&line);
                self.typed.push('\n');
                line.clear();
            } else {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.put(&line, &sentence.printed);
    }

    fn heading(&mut self, number: &str, title: &Sentence, mark: usize) {
        let plain = title.printed_words();
        let typed = match mark {
            0 => format!("# {number} {plain}"),
            1 => format!("**{number} {plain}**"),
            2 => format!("##{number} {plain}"),
            _ => format!("{number} {}", plain.to_uppercase()),
        };
        let printed = if mark > 2 { plain.to_uppercase() } else { plain };
        self.put(&typed, &format!("{number}{printed}"));
    }

    fn table(&mut self, rows: &[[Sentence; 2]]) {
        for (at, row) in rows.iter().enumerate() {
            let [one, two] = row.each_ref().map(|cell| cell.typed.join(" "));
            let _ = writeln!(self.typed, "| {one} | {two} |");
            self.put("", &row[0].printed);
            self.put("", &row[1].printed);
            if at == 0 {
                self.typed.push_str("|---|:-:|\n");
            }
        }
    }

    fn arrows(&mut self, lines: &[(usize, [Sentence; 2])]) {
        for (set, [one, two]) in lines {
            let [left, right] = [one, two].map(|text| text.typed.join(" "));
            let both = format!("{}{}", one.printed, two.printed);
            match set {
                0 => self.put(&format!("-> {left} <-\n"), &one.printed),
                1 => self.put(&format!("-> {left} ->\n"), &one.printed),
                2 => self.put(&format!("-> {left} <-> {right} <-\n"), &both),
                _ => self.put("-> <-\n", ""),
            }
        }
    }

    fn note(&mut self, text: &Sentence, note: &Sentence) {
        let name = self.notes.len() + 1;
        self.put(&format!("{}[^{name}]", text.typed.join(" ")), &text.printed);
        self.printed.push_str(&note.printed);
        self.notes.push(note.printed.clone());
        let _ = write!(self.definitions, "[^{name}]: {}\n\n", note.typed.join(" "));
    }

    fn put(&mut self, typed: &str, printed: &str) {
        self.typed.push_str(typed);
        self.printed.push_str(&printed.replace(' ', ""));
        self.body.push_str(&printed.replace(' ', ""));
    }

    fn finish(self, has_made_numbers: bool) -> Prose {
        let typed = self.typed + &self.definitions;
        let apart = (self.body, self.notes);
        Prose { typed, printed: self.printed, apart, has_made_numbers }
    }
}

impl Sentence {
    /// Its words as they are printed, for a title, which has no marks within; only letters.
    fn printed_words(&self) -> String {
        let plain =
            |word: &&String| word.chars().all(|c| c.is_alphanumeric() || c == '*');
        let words: Vec<String> =
            self.typed.iter().filter(plain).map(|word| word.replace('*', "")).collect();
        words.join(" ")
    }
}
