//! Bodies that are charged with a task and do not receive the paper.

use super::OpenTask;
use super::bodies::is_one_body;
use super::spaced::Spaced;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::{Document, fold};
use crate::rules::Draft;

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&ASSIGNEE_NOT_RECIPIENT];

/// A body that leads a task and is not among the recipients.
static ASSIGNEE_NOT_RECIPIENT: Rule = Rule {
    id: "assignee-not-recipient",
    family: Family::Tasks,
    clause: Some("HD 05-HD/VPTW, mục 9; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9.a"),
    explanation: Bilingual {
        vi: "Nơi nhận gồm những cơ quan phải thực hiện; cơ quan được giao việc mà không nhận văn \
             bản thì không biết để làm. Nhóm như `các phòng, ban`, `các thành viên`, `Như trên`, \
             chữ viết tắt (`BCHQS`), cơ quan tham mưu của chính cơ quan ban hành được coi là đã có.",
        en: "Those who have to act receive the paper; a body that is charged and does not get it \
             will not know. Groups such as `các phòng, ban`, `các thành viên`, `Như trên`, \
             abbreviations (`BCHQS`) and the issuer's own advisers count as named.",
    },
    wrong: Example::fields("nơi nhận: [Trạm Y tế xã, Lưu Văn phòng Đảng ủy]")
        .with_body("1. Giao Công an xã kiểm tra các hộ, xong trước ngày 28/6/2023."),
    right: Example::fields("nơi nhận: [Trạm Y tế xã, Công an xã, Lưu Văn phòng Đảng ủy]")
        .with_body("1. Giao Công an xã kiểm tra các hộ, xong trước ngày 28/6/2023."),
    // A group may well mean the body: who reads the names knows it.
    ..Rule::NOTE
};

/// The body `name` has a task and is no recipient.
fn assignee_not_recipient(name: &str) -> Problem {
    ASSIGNEE_NOT_RECIPIENT.problem(
        both!(
            "`{name}` được giao việc nhưng không có ở nơi nhận",
            "`{name}` is charged with a task, but is no recipient"
        ),
        both!("không có ở `nơi nhận`", "not in `nơi nhận`"),
        both!(
            "thêm `{name}` vào `nơi nhận`, hoặc một nhóm có cơ quan này, ví dụ `Các phòng, ban, đơn \
             vị có liên quan`",
            "add `{name}` to `nơi nhận`, or a group that it belongs to, such as `Các phòng, ban, đơn \
             vị có liên quan`"
        ),
    )
}

/// Says which bodies are charged and do not receive the paper, each once.
pub(super) fn check(draft: &Draft<'_>, open: &[OpenTask<'_>], found: &mut Diagnostics) {
    let document = draft.document;
    if document.addressees.is_some() {
        return;
    }
    let recipients: Vec<(&str, Spaced)> = recipients(document);
    let mut said: Vec<&str> = Vec::new();
    for name in open.iter().flat_map(|open| &open.task.assignees) {
        let text = name.as_str();
        if !is_one_body(text) || said.contains(&text) || is_own(document, text) {
            continue;
        }
        if !recipients.iter().any(|entry| covers(entry, text)) {
            said.push(text);
            found.push(assignee_not_recipient(text), name.span);
        }
    }
}

/// The entries of the recipients, with their words.
fn recipients(document: &Document) -> Vec<(&str, Spaced)> {
    let groups = document.recipients.0.iter();
    let entries = groups.flat_map(|group| group.name.iter().chain(&group.entries));
    entries.map(|entry| (entry.as_str(), Spaced::of(entry.as_str()))).collect()
}

/// Words of entries that stand for many: whoever is charged is likely among them.
const GROUPS: [&str; 24] = [
    "các phòng",
    "các ban",
    "ban ngành",
    "các ngành",
    "các cơ quan",
    "cơ quan",
    "các đơn vị",
    "đơn vị",
    "thành viên",
    "như trên",
    "như điều",
    "như thành phần",
    "như kính gửi",
    "các chi bộ",
    "chi bộ",
    "trực thuộc",
    "đảng ủy viên",
    "đảng uỷ viên",
    "dự họp",
    "đại biểu",
    "có liên quan",
    "các đồng chí",
    "các chi",
    "các tổ chức",
];

/// Whether an entry names a body, in whatever words.
fn covers((entry, entry_words): &(&str, Spaced), name: &str) -> bool {
    if entry_words.has_any(&GROUPS) {
        return true;
    }
    let name_words = Spaced::of(name);
    let name_words = name_words.text();
    let of_masses = ["hội ", "đoàn ", "mặt trận ", "ủy ban mặt", "ủy ban mttq"];
    let is_mass = of_masses.iter().any(|kind| name_words.trim_start().starts_with(kind));
    if is_mass && entry_words.has_any(&["đoàn thể", "mttq"]) {
        return true;
    }
    let first: Vec<&str> = name_words.split_whitespace().take(2).collect();
    let starts = entry_words.has(&first.join(" "));
    // "Phòng Kinh tế" and "Ban Chỉ huy Quân sự" are told from others by what is behind.
    let kind_alone = ["ban", "phòng", "hội", "đoàn", "trường", "đội"]
        .iter()
        .any(|kind| first.first() == Some(kind));
    if starts && !kind_alone {
        return true;
    }
    let second: Vec<&str> = name_words.split_whitespace().take(3).collect();
    entry_words.has(&second.join(" ")) || is_abbreviated(entry, name)
}

/// Whether an entry has the initials of a name, or a part of them: `BCHQS`, `BQLDA`, `VP`.
fn is_abbreviated(entry: &str, name: &str) -> bool {
    let initials: String = name
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| fold(word).chars().next())
        .collect();
    let short = |word: &str| {
        word.chars().count() > 1
            && word.chars().all(char::is_uppercase)
            && (initials.contains(&fold(word)) || name.contains(word))
    };
    entry.split(|c: char| !c.is_alphanumeric()).any(short)
}

/// Whether a body is the issuer, one above it, or one of its own.
fn is_own(document: &Document, name: &str) -> bool {
    let name = Spaced::of(name);
    let name = name.text();
    let above = document.superior.iter().flat_map(|texts| texts.iter());
    let bodies = document.issuer.iter().chain(above);
    let bodies: Vec<Spaced> = bodies.map(|body| Spaced::of(&body.value)).collect();
    let same = |body: &Spaced| {
        body.text().contains(name.trim()) || name.contains(body.text().trim())
    };
    let of_party = bodies.iter().any(|body| body.has_any(&["đảng ủy", "đảng uỷ"]));
    let adviser =
        [" đảng ", " đảng ủy ", " đảng uỷ ", "ban tuyên giáo", "ban tổ chức", "kiểm tra"];
    bodies.iter().any(same)
        || name.starts_with(" văn phòng ")
        || (of_party && adviser.iter().any(|word| name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_found_in_many_words() {
        for (entry, name) in [
            ("Công an xã", "Công an xã Lục Bình"),
            ("Các phòng, ban, đơn vị dự họp", "Phòng Kinh tế"),
            ("Các đồng chí thành viên Ban Chỉ đạo", "Hội Liên hiệp Phụ nữ xã"),
            ("Ủy ban MTTQ và các đoàn thể xã", "Hội Nông dân xã"),
            ("Công an, BCHQS hai xã", "Ban Chỉ huy Quân sự xã"),
            ("Phòng Kinh tế, BQLDA xã", "Ban Quản lý dự án xã"),
            ("Lưu: VT, KT", "Phòng Kinh tế"),
            ("CT, các PCT UBND xã", "UBND xã"),
            ("Như trên", "Trạm Y tế xã"),
        ] {
            assert!(covers(&(entry, Spaced::of(entry)), name), "{entry}: {name}");
        }
        for (entry, name) in [
            ("Thường trực Đảng ủy (để báo cáo)", "Công an xã"),
            ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
            ("Ban Xây dựng Đảng", "Ban Chỉ huy Quân sự xã"),
            ("Lưu Văn phòng Đảng ủy", "Trạm Y tế xã"),
            ("Chủ tịch, các Phó Chủ tịch UBND xã", "Công an xã"),
            ("Trưởng các thôn", "Phòng Kinh tế"),
        ] {
            assert!(!covers(&(entry, Spaced::of(entry)), name), "{entry}: {name}");
        }
    }
}
