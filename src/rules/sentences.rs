//! How paragraphs and lists end: with a mark, the last of a list with a full stop, as many items as
//! are announced.

use super::places::line_numbers;
use super::text_lines::{Part, Role, TextLine};
use super::wording::{Word, words};
use super::{Checked, Draft};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::Regime;
use crate::source::{Sources, Span, is_alphabetic};

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

/// Words that announce several items, and one that follows.
fn list_of_one() -> Problem {
    LIST_COUNT.problem(
        both!(
            "câu dẫn nói nhiều nội dung, bên dưới chỉ có 1 mục",
            "the words before the list announce several items, and one follows"
        ),
        both!("câu dẫn này", "these words"),
        both!(
            "viết `nội dung sau:` thay cho `các nội dung sau:`, nối mục đó vào câu, hoặc thêm mục còn \
             thiếu",
            "write `nội dung sau:` for `các nội dung sau:`, join the item to the sentence, or add the \
             item that is missing"
        ),
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
    found.push(paragraph_open(open.len(), &line_numbers(open, sources)), *first);
}

/// Whether a line without a mark reads like a sentence: long, not in capitals or in bold letters,
/// which titles are.
fn is_sentence(line: &TextLine<'_>, sources: &Sources) -> bool {
    let text = line.text();
    let loud = text.chars().all(|c| !c.is_lowercase());
    let written = sources.slice(line.span).trim_start();
    let typed = written.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '+' | ' ')
    });
    let marked =
        typed.starts_with(['*', '#', '_', '[', '<', '|']) || written.ends_with('*');
    let word = text.trim_end().ends_with(is_alphabetic);
    let form = text.contains("....") || text.contains('…') || text.contains('\t');
    !loud && !marked && word && !form && super::words::words(text).len() > 7
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

/// What is counted before a list, and what may stand between that and its colon.
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
const ENDS: [&str; 6] =
    ["", " sau", " nhu sau", " sau day", " chu yeu sau", " trong tam sau"];

/// Whether these words name what a list has and end before it: `nội dung sau`.
fn announces(words: &str) -> bool {
    let ends =
        |noun: &&str| words.strip_prefix(*noun).is_some_and(|end| ENDS.contains(&end));
    NOUNS.iter().any(ends)
}

/// Compares a number before a list, or words that announce several items, with the items.
fn counted(lines: &[&TextLine<'_>], at: usize, found: &mut Diagnostics) {
    let line = lines[at];
    let text = line.text().trim_end();
    if !text.ends_with(':') {
        return;
    }
    let all = words(text);
    let number = all.iter().enumerate().rev().take(8).find_map(|(index, word)| {
        let digits = &text[word.range.clone()];
        let value: usize = digits.parse().ok().filter(|value| (1..30).contains(value))?;
        announces(&folded(&all[index + 1..])).then(|| (value, word.range.clone()))
    });
    let count = items_below(lines, at);
    let Some((said, place)) = number else {
        let several = all.iter().enumerate().rev().take(8).find(|(index, word)| {
            let is_many = matches!(word.folded(), "cac" | "nhung" | "so");
            is_many && announces(&folded(&all[index + 1..]))
        });
        if let Some((_, word)) = several
            && count == 1
        {
            found.push(list_of_one(), line.line.span(word.range.start..text.len()));
        }
        return;
    };
    if count > 0 && count != said {
        found.push(list_count(said, count), line.line.span(place));
    }
}

/// Words without accents, with blanks between them.
fn folded(words: &[Word<'_>]) -> String {
    let words: Vec<&str> = words.iter().map(Word::folded).collect();
    words.join(" ")
}

/// How many items stand below a line that introduces them: those under it, or beside a paragraph the
/// items of one level behind it, as far as nothing introduces others or begins to count anew.
fn items_below(lines: &[&TextLine<'_>], at: usize) -> usize {
    let own = lines[at].item().is_some();
    let parent = if own { Some(at) } else { lines[at].parent };
    let mut first = None;
    let mut count = 0;
    // Lines stand behind that which they belong to: one of an earlier line ends the list.
    let below = lines[at + 1..].iter();
    let below =
        below.take_while(|line| line.part == lines[at].part && line.parent >= parent);
    for line in below {
        if line.parent != parent {
            // A paragraph behind an item stands under it, though it leads to other items.
            if matches!(line.role, Role::Paragraph)
                && line.text().trim_end().ends_with(':')
            {
                break;
            }
            continue;
        }
        let Some(item) = line.item() else { break };
        let number =
            item.number.as_ref().map(|number| (number.rank, number.label.as_str()));
        let (rank, label) = number.unzip();
        let (first_rank, first_label) = *first.get_or_insert((rank, label));
        let anew = count > 0 && label == first_label && label.is_some_and(is_counted);
        if rank != first_rank || anew {
            break;
        }
        count += 1;
    }
    count
}

/// Whether a label counts: `1.`, `a)`; a dash does not.
fn is_counted(label: &str) -> bool {
    label.contains(char::is_alphanumeric)
}
