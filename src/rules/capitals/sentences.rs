//! A sentence begins with a capital; what follows a semicolon does not.

use super::super::Draft;
use super::super::text_lines::{Role, TextLine};
use super::super::words::Word;
use super::{CutLine, Wrong, say};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::outline::{Line, Rank};
use crate::document::{capitalised, uncapitalised};
use crate::source::is_alphabetic;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SENTENCE_SMALL, &CAPITAL_AFTER_SEMICOLON];

/// A sentence that begins with a small letter.
static SENTENCE_SMALL: Rule = Rule {
    id: "sentence-small",
    family: Family::Capitals,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, I"),
    explanation: Bilingual {
        vi: "Chữ cái đầu câu viết hoa: sau dấu chấm, dấu chấm hỏi, dấu chấm than.",
        en: "A sentence begins with a capital, behind a full stop, a question mark, an \
             exclamation mark.",
    },
    wrong: Example::body("Các thôn rà soát tiêu chí. văn phòng tổng hợp."),
    right: Example::body("Các thôn rà soát tiêu chí. Văn phòng tổng hợp."),
    ..Rule::WARNING
};

fn sentence_small(written: &str, right: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    SENTENCE_SMALL.problem(
        both!(
            "câu bắt đầu bằng chữ thường: `{written}`{vi}",
            "a sentence begins with a small letter: `{written}`{en}"
        ),
        both!("đầu câu", "the beginning of a sentence"),
        both!("viết `{right}`", "write `{right}`"),
    )
}

/// A verb with a capital behind a semicolon.
static CAPITAL_AFTER_SEMICOLON: Rule = Rule {
    id: "capital-after-semicolon",
    family: Family::Capitals,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, I"),
    explanation: Bilingual {
        vi: "Chỉ viết hoa sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng; sau dấu chấm phẩy, \
             dấu phẩy câu chưa hết nên viết thường, trừ tên riêng.",
        en: "A capital stands behind a full stop, a question mark, an exclamation mark and on a \
             new line; behind a semicolon or a comma the sentence goes on.",
    },
    wrong: Example::body("Các thôn rà soát tiêu chí; Triển khai dự án chăn nuôi."),
    right: Example::body("Các thôn rà soát tiêu chí; triển khai dự án chăn nuôi."),
    ..Rule::WARNING
};

fn capital_after_semicolon(written: &str, right: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    CAPITAL_AFTER_SEMICOLON.problem(
        both!(
            "`{written}` viết hoa mà câu chưa hết{vi}",
            "`{written}` has a capital though the sentence goes on{en}"
        ),
        both!("giữa câu", "within a sentence"),
        both!(
            "viết `{right}`, hoặc đổi dấu phía trước thành dấu chấm",
            "write `{right}`, or make the sign before a full stop"
        ),
    )
}

/// Verbs that begin a task: none is a name.
const VERBS: [&str; 34] = [
    "Triển khai",
    "Tổ chức",
    "Tăng cường",
    "Thực hiện",
    "Rà soát",
    "Phối hợp",
    "Tiếp tục",
    "Đẩy mạnh",
    "Yêu cầu",
    "Đề nghị",
    "Chủ động",
    "Xây dựng",
    "Tuyên truyền",
    "Vận động",
    "Duy trì",
    "Hoàn thành",
    "Hoàn thiện",
    "Tham mưu",
    "Đôn đốc",
    "Bố trí",
    "Bổ sung",
    "Nâng cao",
    "Tập trung",
    "Bảo đảm",
    "Đảm bảo",
    "Khuyến khích",
    "Phân công",
    "Chuẩn bị",
    "Khắc phục",
    "Chấp hành",
    "Giải quyết",
    "Kiện toàn",
    "Theo dõi",
    "Phát huy",
];

/// Says where capitals at the beginning and within sentences are wrong, in running text.
pub(super) fn check(lines: &[CutLine<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let (mut small, mut large) = (Vec::new(), Vec::new());
    let all = draft.lines();
    for CutLine { at, words, .. } in lines {
        let Some(at) = *at else { continue };
        let text = &all[at];
        if !text.is_prose() {
            continue;
        }
        let before = at.checked_sub(1).map(|before| all[before].text());
        if before.is_some_and(|before| before.trim_end().ends_with('.')) {
            small.extend(small_line(text, words));
        }
        small.extend(small_starts(&text.line, words));
        large.extend(large_within(&text.line, words));
    }
    say(&small, draft, true, sentence_small, found);
    say(&large, draft, true, capital_after_semicolon, found);
}

/// The first word of a paragraph or a numbered item that begins with a small letter, though the line
/// before it ended a sentence and it ends one. A dash goes on with what announced it.
fn small_line<'d>(text: &'d TextLine<'_>, words: &[Word<'_>]) -> Option<Wrong<'d>> {
    let line = &text.line;
    let numbered = match text.item() {
        Some(item) => {
            let number = item.number.as_ref().map(|number| number.rank);
            number.is_some_and(|rank| !matches!(rank, Rank::Dash(_)))
        }
        None => matches!(text.role, Role::Paragraph),
    };
    let first = words.first().filter(|word| word.range.start == 0 && word.is_small())?;
    let whole = first.text.chars().count() > 1 && first.text.chars().all(is_alphabetic);
    let spaced = line.text[first.range.end..].starts_with(' ');
    let ends = line.text.trim_end().ends_with('.');
    let right = capitalised(first.text);
    (numbered && whole && spaced && ends).then(|| Wrong {
        line,
        range: first.range.clone(),
        right,
    })
}

/// The words with a small letter behind the end of a sentence. The stop of an abbreviation ends
/// none: what stands before it has to be a whole word in small letters.
fn small_starts<'d>(line: &'d Line<'d>, words: &[Word<'_>]) -> Vec<Wrong<'d>> {
    let text = line.text.as_str();
    let pairs = words.windows(2);
    let starts = pairs.filter(|pair| {
        let between = &text[pair[0].range.end..pair[1].range.start];
        if !matches!(between, ". " | "? " | "! " | ".  ") {
            return false;
        }
        let last = pair[0].text;
        let year = last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit());
        let word = last.chars().count() > 1 && last.chars().all(char::is_lowercase);
        let whole = word || year;
        let joined = text[..pair[0].range.start].ends_with(['.', '/', '@', '-']);
        whole && !joined && !SHORT.contains(&last) && pair[1].is_small()
    });
    let wrong = starts.map(|pair| Wrong {
        line,
        range: pair[1].range.clone(),
        right: capitalised(pair[1].text),
    });
    wrong.collect()
}

/// Small abbreviations with a stop.
const SHORT: [&str; 12] =
    ["tr", "tp", "tx", "vv", "đc", "gs", "ts", "ths", "bs", "ks", "tt", "sn"];

/// The verbs with a capital behind a semicolon or a comma.
fn large_within<'d>(line: &'d Line<'d>, words: &[Word<'_>]) -> Vec<Wrong<'d>> {
    let text = line.text.as_str();
    let verbs = words.windows(2).filter(|pair| {
        let range = pair[0].range.start..pair[1].range.end;
        let before = &text[..range.start];
        let within = before.ends_with("; ") || before.ends_with(", ");
        within && VERBS.contains(&&text[range])
    });
    let wrong = verbs.map(|pair| {
        let range = pair[0].range.start..pair[1].range.end;
        Wrong { line, right: uncapitalised(&text[range.clone()]), range }
    });
    wrong.collect()
}
