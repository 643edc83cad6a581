//! How the line of the file is written: `Lưu Văn phòng Đảng ủy` with the Party, `Lưu: VT, VP` with
//! the State.

use super::super::Draft;
use super::super::wording::{begins_any, words};
use super::behind_archive;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, Severity, both,
};
use crate::document::outline::Line;
use crate::document::{Regime, Text, mark};
use crate::source::{Sources, Span};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&ARCHIVE_FORM];

/// The line of the file in the form of the other regime.
static ARCHIVE_FORM: Rule = Rule {
    id: "archive-form",
    family: Family::Recipients,
    clause: Some("HD 05-HD/VPTW, Phụ lục 2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9"),
    explanation: Bilingual {
        vi: "Nơi lưu trong văn bản Đảng ghi tên cơ quan, không có dấu hai chấm và `VT`: `Lưu Văn \
             phòng Đảng ủy`; trong văn bản nhà nước ghi `Lưu: VT, <đơn vị soạn thảo>`.",
        en: "Where the paper is kept is the name of an office with the Party, without a colon or \
             `VT`: `Lưu Văn phòng Đảng ủy`; with the State `Lưu: VT, <the drafting unit>`.",
    },
    wrong: Example::fields("nơi nhận: [Các chi bộ, 'Lưu: Văn phòng Đảng ủy']"),
    right: Example::fields("nơi nhận: [Các chi bộ, 'Lưu Văn phòng Đảng ủy']"),
    ..Rule::BINDING
};

/// What is wrong with the line.
#[derive(Debug, Clone, Copy)]
enum Fault {
    /// Nothing stands behind the word.
    Empty,
    /// A colon with the Party.
    Colon,
    /// `VT` with the Party.
    Clerk,
    /// No colon with the State.
    NoColon,
    /// No `VT` with the State.
    NoClerk,
}

fn archive_form(fault: Fault, regime: Regime, fit: &str) -> Problem {
    let message = match fault {
        Fault::Empty => {
            both!("chưa ghi lưu ở đâu", "it is not said where the paper is kept")
        }
        Fault::Colon => both!(
            "văn bản Đảng ghi `Lưu` không có dấu hai chấm",
            "documents of the Party write `Lưu` without a colon"
        ),
        Fault::Clerk => both!(
            "`Lưu: VT` là cách ghi của văn bản nhà nước",
            "`Lưu: VT` is how documents of the State write it"
        ),
        Fault::NoColon => both!(
            "văn bản nhà nước ghi `Lưu:` có dấu hai chấm",
            "documents of the State write `Lưu:` with a colon"
        ),
        Fault::NoClerk => both!(
            "nơi lưu chưa có văn thư (`VT`)",
            "the registry (`VT`) is not among those that keep the paper"
        ),
    };
    let help = match regime {
        Regime::Party => both!("viết `{fit}`", "write `{fit}`"),
        Regime::State => both!(
            "viết `\"{fit}\"`, trong dấu nháy vì có dấu hai chấm",
            "write `\"{fit}\"`, in quotes because of the colon"
        ),
    };
    let problem =
        ARCHIVE_FORM.problem(message, both!("nơi lưu", "where it is kept"), help);
    match fault {
        Fault::NoClerk => problem.of_severity(Severity::Note),
        Fault::Empty | Fault::Colon | Fault::Clerk | Fault::NoColon => problem,
    }
}

/// Checks the line of the file.
pub(super) fn check(draft: &Draft<'_>, entry: &Text, found: &mut Diagnostics) {
    let line = Line::of_text(entry, draft.sources);
    let Some(rest) = behind_archive(&line.text) else { return };
    if !mark::marks(rest).is_empty() {
        return;
    }
    let at = line.text.len() - rest.len();
    let bare = rest.trim_start().trim_start_matches(':').trim_start();
    let colon = rest.trim_start().starts_with(':');
    let clerk = begins_any(&words(bare), &["vt", "van thu"]).is_some();
    let regime = draft.document.regime.value;
    let fault = match regime {
        _ if bare.is_empty() => Fault::Empty,
        Regime::Party if clerk => Fault::Clerk,
        Regime::Party if colon => Fault::Colon,
        Regime::State if !colon => Fault::NoColon,
        Regime::State if !clerk => Fault::NoClerk,
        Regime::Party | Regime::State => return,
    };
    let fit = match fault {
        Fault::Empty | Fault::Clerk => match regime {
            Regime::Party => "Lưu Văn phòng Đảng ủy".to_owned(),
            Regime::State => "Lưu: VT, VP".to_owned(),
        },
        Fault::Colon => format!("Lưu {bare}"),
        Fault::NoColon => format!("Lưu: {bare}"),
        Fault::NoClerk => format!("Lưu: VT, {bare}"),
    };
    let fix = match fault {
        Fault::Colon => {
            let end = line.text.len() - bare.len();
            line.written(at..end).map(|span| Fix::from_iter([(span, " ".to_owned())]))
        }
        Fault::NoColon => line.written(0..line.text.len()).and_then(|_| {
            let place = entry.span;
            let text = with_colon(place, at, draft.sources)?;
            Some(Fix::from_iter([(place, text)]))
        }),
        Fault::Empty | Fault::Clerk | Fault::NoClerk => None,
    };
    found.push_fixed(archive_form(fault, regime, &fit), entry.span, fix);
}

/// The entry as it is written, with a colon behind `Lưu`: in quotes, unless it has some already or
/// is a line of a text (`nơi nhận: |`), where a colon is no mark of YAML.
fn with_colon(place: Span, at: usize, sources: &Sources) -> Option<String> {
    let written = sources.slice(place);
    let all = sources.slice(Span { start: 0, ..place });
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
    let at = at + usize::from(quote.is_some());
    let (word, rest) = written.split_at_checked(at)?;
    let text = format!("{word}:{rest}");
    if quote.is_some() || is_line_of_text(all.get(..place.start)?) {
        return Some(text);
    }
    (!text.contains(['"', '\\', '\n'])).then(|| format!("\"{text}\""))
}

/// Whether a line whose beginning ends a text stands in a block of YAML (`nơi nhận: |`).
fn is_line_of_text(before: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut lines = before.rsplit('\n');
    let Some(own) = lines.next().map(indent) else { return false };
    let head = lines.find(|line| {
        let blank = line.trim().is_empty();
        let list = line.trim_start().starts_with('-');
        !blank && (indent(line) < own || (indent(line) == own && !list && own == 0))
    });
    let head = head.map_or("", |line| line.split(" #").next().unwrap_or(line));
    let head = head.trim_end().trim_end_matches(['-', '+']);
    head.ends_with(['|', '>'])
}
