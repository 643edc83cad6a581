//! How paragraphs and lists end: with a mark, the last of a list with a full stop, as many items as
//! are announced.

use super::text_lines::{Part, Role, TextLine};
use super::wording::words;
use super::{Checked, Draft};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::Regime;
use crate::source::{Sources, Span};

/// The rules of the ends of paragraphs and lists.
pub(super) const FAMILY: Checked =
    Checked { rules: &[&[&PARAGRAPH_OPEN, &LIST_OPEN, &LIST_COUNT]], check };

/// Paragraphs without a mark at their end, where the others have one.
static PARAGRAPH_OPEN: Rule = Rule {
    id: "paragraph-open",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Mỗi đoạn kết thúc bằng dấu câu: `.`, `;` hoặc `:`. Chỉ nhắc khi phần lớn các đoạn \
             khác của văn bản có dấu, một lần cho cả văn bản.",
        en: "Each paragraph ends with a mark: `.`, `;` or `:`. It is said once of a paper, where \
             most of its other paragraphs have one.",
    },
    wrong: Example::body(
        "Các thôn rà soát hộ nghèo trong tháng sáu.\n\nPhòng Kinh tế tổng hợp kết quả của các \
         thôn\n\nVăn phòng theo dõi, đôn đốc việc thực hiện.\n\nBan Chỉ đạo họp vào tháng sau để \
         đánh giá.",
    ),
    right: Example::body(
        "Các thôn rà soát hộ nghèo trong tháng sáu.\n\nPhòng Kinh tế tổng hợp kết quả của các \
         thôn.\n\nVăn phòng theo dõi, đôn đốc việc thực hiện.\n\nBan Chỉ đạo họp vào tháng sau \
         để đánh giá.",
    ),
    ..Rule::NOTE
};

/// So many paragraphs lack a mark, on these lines of the file.
fn paragraph_open(count: usize, lines: &str) -> Problem {
    PARAGRAPH_OPEN.problem(
        both!(
            "{count} đoạn chưa có dấu kết thúc (dòng {lines})",
            "{count} paragraphs lack a mark at their end (line {lines})"
        ),
        both!("thiếu dấu ở đây", "a mark is missing here"),
        both!(
            "thêm `.` cuối câu, `;` giữa các mục liệt kê, `:` trước phần liệt kê",
            "add `.` at the end of a sentence, `;` between the items of a list, `:` before a list"
        ),
    )
}

/// A list whose last item ends with a semicolon.
static LIST_OPEN: Rule = Rule {
    id: "list-open",
    family: Family::Text,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, II.9.d"),
    explanation: Bilingual {
        vi: "Các mục liệt kê kết thúc bằng `;`, mục cuối cùng bằng dấu chấm.",
        en: "The items of a list end with `;`, the last of them with a full stop.",
    },
    wrong: Example::body("Các thôn:\n\n- rà soát hộ nghèo;\n- báo cáo kết quả;"),
    right: Example::body("Các thôn:\n\n- rà soát hộ nghèo;\n- báo cáo kết quả."),
    ..Rule::NOTE
};

fn list_open() -> Problem {
    LIST_OPEN.problem(
        both!(
            "mục cuối của phần liệt kê kết thúc bằng `;`",
            "the last item of the list ends with `;`"
        ),
        both!("mục cuối", "the last item"),
        both!("viết `.` thay cho `;`", "write `.` for `;`"),
    )
}

/// Another count of items than the words before them say.
static LIST_COUNT: Rule = Rule {
    id: "list-count",
    family: Family::Text,
    explanation: Bilingual {
        vi: "Câu dẫn nói bao nhiêu nội dung thì bên dưới có bấy nhiêu mục; thêm bớt mục thì dễ quên \
             sửa con số.",
        en: "As many items follow as the words before them say; a number is easily forgotten \
             when one is added or taken out.",
    },
    wrong: Example::body(
        "Ban Chỉ đạo thống nhất 03 nội dung sau:\n\n1. Rà soát hộ nghèo.\n\n2. Báo cáo kết quả.",
    ),
    right: Example::body(
        "Ban Chỉ đạo thống nhất 02 nội dung sau:\n\n1. Rà soát hộ nghèo.\n\n2. Báo cáo kết quả.",
    ),
    ..Rule::WARNING
};

fn list_count(said: usize, count: usize) -> Problem {
    LIST_COUNT.problem(
        both!(
            "câu dẫn nói {said}, bên dưới có {count} mục",
            "the words before the list say {said}, and {count} items follow"
        ),
        both!("con số này", "this number"),
        both!("sửa con số hoặc các mục cho khớp", "make the number and the items agree"),
    )
}

/// Checks the paragraphs and lists of the main text.
fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let lines: Vec<&TextLine<'_>> = draft.lines().iter().collect();
    let main = |line: &&TextLine<'_>| line.part == Part::Main && !line.quoted;
    let last = lines.iter().rposition(main);
    let is_state = draft.document.regime.value == Regime::State;
    let mut open = Vec::new();
    let mut ended = 0;
    for (at, line) in lines.iter().enumerate() {
        if !main(line) || !line.is_prose() {
            continue;
        }
        counted(&lines, at, found);
        let is_leaf = lines.get(at + 1).is_none_or(|next| next.parent != Some(at));
        let text = line.text().trim_end();
        if text.ends_with(['.', ';', ':', '!', '?', '…', ',']) {
            ended += 1;
            let closed = text.ends_with(';') && is_leaf && line.item().is_some();
            if closed && !goes_on(&lines, at) && !(is_state && Some(at) == last) {
                let place = text.len() - 1..text.len();
                let fix = line.line.written(place.clone());
                let fix = fix.map(|span| Fix::from_iter([(span, ".".to_owned())]));
                found.push_fixed(list_open(), line.line.span(place), fix);
            }
        } else if is_leaf
            && is_sentence(line, draft.sources)
            && !leads(&lines, at)
            && Some(at) != last
        {
            open.push(line.line.span(text.len()..text.len()));
        }
    }
    if ended > 2 && ended > 2 * open.len() {
        say_open(&open, draft.sources, found);
    }
}

/// Says of all paragraphs without a mark at once.
fn say_open(open: &[Span], sources: &Sources, found: &mut Diagnostics) {
    let Some(first) = open.first() else { return };
    let line = |span: &Span| sources.get(span.file).position(span.start).line;
    let mut numbers: Vec<String> =
        open.iter().take(10).map(|span| line(span).to_string()).collect();
    if open.len() > numbers.len() {
        numbers.push("…".to_owned());
    }
    found.push(paragraph_open(open.len(), &numbers.join(", ")), *first);
}

/// Whether a line without a mark reads like a sentence: long, not in capitals or in bold letters,
/// which titles are.
fn is_sentence(line: &TextLine<'_>, sources: &Sources) -> bool {
    let text = line.text();
    let count = words(text).len();
    let loud = text.chars().all(|c| !c.is_lowercase());
    let written = sources.slice(line.span).trim_start();
    let typed = written.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '+' | ' ')
    });
    let marked =
        typed.starts_with(['*', '#', '_', '[', '<', '|']) || written.ends_with('*');
    let word = text.trim_end().ends_with(|c: char| c.is_alphabetic());
    let form = text.contains("....") || text.contains('…') || text.contains('\t');
    count > 7 && !loud && !marked && word && !form
}

/// Whether items of a list follow a line.
fn leads(lines: &[&TextLine<'_>], at: usize) -> bool {
    let next = lines.get(at + 1);
    next.is_some_and(|next| match next.role {
        Role::Item(_) => lines[at].item().is_none(),
        Role::Cell | Role::Form => true,
        Role::Paragraph | Role::Note => false,
    })
}

/// Whether the list of an item goes on behind it.
fn goes_on(lines: &[&TextLine<'_>], at: usize) -> bool {
    let next = lines[at + 1..].iter().find(|line| !matches!(line.role, Role::Note));
    next.is_some_and(|next| {
        let beside = next.part == lines[at].part && next.parent == lines[at].parent;
        beside && next.item().is_some()
    })
}

/// Compares a number before a list with its items.
fn counted(lines: &[&TextLine<'_>], at: usize, found: &mut Diagnostics) {
    const NOUNS: [&str; 8] = [
        "noi dung",
        "nhiem vu",
        "van de",
        "giai phap",
        "cong viec",
        "y kien",
        "kien nghi",
        "muc tieu",
    ];
    let line = lines[at];
    let text = line.text().trim_end();
    if !text.ends_with(':') {
        return;
    }
    let all = words(text);
    let number = all.iter().enumerate().rev().take(8).find_map(|(index, word)| {
        let digits = &text[word.range.clone()];
        let value: usize = digits.parse().ok().filter(|value| (1..30).contains(value))?;
        let rest: Vec<&str> =
            all[index + 1..].iter().map(|word| word.folded.as_str()).collect();
        let rest = rest.join(" ");
        let ends = ["", " sau", " nhu sau", " sau day", " chu yeu sau", " trong tam sau"];
        let fits = NOUNS
            .iter()
            .any(|noun| rest.strip_prefix(noun).is_some_and(|rest| ends.contains(&rest)));
        fits.then(|| (value, word.range.clone()))
    });
    let Some((said, place)) = number else { return };
    let count = items_below(lines, at);
    if count > 0 && count != said {
        found.push(list_count(said, count), line.line.span(place));
    }
}

/// How many items stand below a line that introduces them: those under it, or beside a paragraph the
/// items of one level behind it.
fn items_below(lines: &[&TextLine<'_>], at: usize) -> usize {
    let own = lines[at].item().is_some();
    let parent = if own { Some(at) } else { lines[at].parent };
    let rest = lines[at + 1..].iter().take_while(|line| line.part == lines[at].part);
    let beside = rest.filter(|line| line.parent == parent);
    let ranks = beside.map(|line| line.item()?.number.as_ref().map(|number| number.rank));
    let mut ranks = ranks.take_while(Option::is_some).peekable();
    let first = ranks.peek().copied();
    ranks.take_while(|rank| Some(*rank) == first).count()
}
