//! `Nhân dân`, `Nhà nước`, `Đảng`.

use super::super::Draft;
use super::super::words::is_whole;
use super::{CutLine, Wrong, say};
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Regime, capitalised};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CAPITAL_OF_HONOUR];

/// A word that is written with a capital out of respect, in small letters.
static CAPITAL_OF_HONOUR: Rule = Rule {
    id: "capital-of-honour",
    family: Family::Capitals,
    clause: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, V.1 và V.4"),
    explanation: Bilingual {
        vi: "`Nhân dân`, `Nhà nước` viết hoa; `Đảng` viết hoa khi chỉ Đảng Cộng sản Việt Nam. \
             Trong tên cơ quan (`Ủy ban nhân dân`) và khi làm định ngữ (`đảng viên`, `tổ chức \
             đảng`, `quản lý nhà nước`) thì không. Văn bản của Đảng chỉ bị nhắc khi lẫn hai cách.",
        en: "`Nhân dân` and `Nhà nước` have a capital, `Đảng` where the Communist Party of Vietnam \
             is meant; not in names of bodies (`Ủy ban nhân dân`) nor before other words (`đảng \
             viên`, `quản lý nhà nước`). A paper of the Party is reminded where it has both.",
    },
    wrong: Example::body("Thực hiện chủ trương của đảng, chính sách của nhà nước."),
    right: Example::body("Thực hiện chủ trương của Đảng, chính sách của Nhà nước."),
    ..Rule::WARNING
};

fn capital_of_honour(written: &str, right: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    CAPITAL_OF_HONOUR.problem(
        both!(
            "`{written}` ở đây phải viết hoa{vi}",
            "`{written}` needs a capital here{en}"
        ),
        both!("viết thường", "in small letters"),
        both!("viết `{right}`", "write `{right}`"),
    )
}

/// The last syllables of words before `nhân dân` that make a name or a term with it.
const BEFORE_PEOPLE: [&str; 21] = [
    "ban", "đồng", "đội", "an", "án", "sát", "binh", "sĩ", "sỹ", "giáo", "thuốc",
    "tranh", "ninh", "phòng", "thẩm", "trang", "dụng", "tra", "báo", "chủ", "quân",
];

/// What follows `đảng` where it is a part of another word or stands before one.
const BEHIND_PARTY: [&str; 14] = [
    "ủy", "uỷ", "viên", "bộ", "phí", "đoàn", "tịch", "phái", "vụ", "cấp", "cơ", "trực",
    "thuộc", "địa",
];

/// Says which of these words are written small.
pub(super) fn check(lines: &[CutLine<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let (mut people, mut state, mut party) = (Vec::new(), Vec::new(), Vec::new());
    let mut honoured = false;
    for CutLine { line, words, .. } in lines {
        let text = line.text.as_str();
        let at = |index: usize| words.get(index).map_or("", |word| word.text);
        for index in 0..words.len() {
            let before = index.checked_sub(1).map_or("", at);
            // Most words begin none of these.
            if !["Nhân", "nhân", "nhà", "đảng"].contains(&words[index].text) {
                continue;
            }
            let range = words[index].range.start
                ..words.get(index + 1).map_or(text.len(), |word| word.range.end);
            let two = text.get(range.clone()).unwrap_or_default();
            let wrong = |right: String, range| Wrong { line, range, right };
            match two {
                "Nhân dân" => honoured = true,
                "nhân dân"
                    if !BEFORE_PEOPLE.contains(&before.to_lowercase().as_str())
                        && at(index + 2) != "tệ" =>
                {
                    people.push(wrong(capitalised(two), range.clone()));
                }
                "nhà nước" if is_state(text, range.start) => {
                    state.push(wrong(capitalised(two), range.clone()));
                }
                _ => {}
            }
            let own = words[index].range.clone();
            if words[index].text != "đảng" {
                continue;
            }
            let alone = !BEHIND_PARTY.contains(&at(index + 1));
            let meant = before == "của"
                || (at(index + 1) == "ta" || before == "nạp")
                || text[own.end..].starts_with(" và Nhà nước")
                || text[own.end..].starts_with(", Nhà nước")
                || text[own.end..].starts_with(" và nhà nước")
                || text[own.end..].starts_with(", nhà nước");
            if alone && meant && is_whole(text, &own) {
                party.push(wrong("Đảng".to_owned(), own));
            }
        }
    }
    let binding = draft.document.regime.value == Regime::State || honoured;
    if binding {
        let mended = draft.document.regime.value == Regime::State;
        say(&people, draft, mended, capital_of_honour, found);
    }
    say(&state, draft, true, capital_of_honour, found);
    say(&party, draft, true, capital_of_honour, found);
}

/// Whether the State itself is meant: behind the Party, or as who has or does something.
fn is_state(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    ["của", "Đảng,", "Đảng và", "đảng,", "đảng và"]
        .iter()
        .any(|word| before.ends_with(word))
}
