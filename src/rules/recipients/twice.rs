//! Nobody stands twice among the recipients of a group: by name, as a part of another entry, or as
//! one of all whom another entry means.

use super::super::Draft;
use super::super::places::place;
use super::super::wording::{begins, words, written_out};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Rule, Severity, both,
};
use crate::document::outline::Line;
use crate::document::{RecipientGroup, Text, mark};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&RECIPIENT_TWICE];

/// A recipient that stands in the list already.
static RECIPIENT_TWICE: Rule = Rule {
    id: "recipient-twice",
    family: Family::Recipients,
    clause: Some("NĐ 30/2020/NĐ-CP, Điều 17"),
    explanation: Bilingual {
        vi: "Mỗi nơi nhận ghi một lần, vì văn bản được phát hành đúng số lượng ghi ở đó; `BCĐ` và \
             `Ban Chỉ đạo` là một. Đã ghi `Các chi bộ` mà còn ghi `Chi bộ thôn Cao Lộc` thì chỉ được \
             lưu ý. Một nơi có ở cả hai nhóm (bản giấy, bản điện tử) thì được.",
        en: "Each recipient is named once, as so many copies are sent out; `BCĐ` and `Ban Chỉ đạo` \
             are one. Where `Các chi bộ` stands, `Chi bộ thôn Cao Lộc` as well gets a note. One may \
             stand in two groups (on paper, by wire).",
    },
    wrong: Example::fields("nơi nhận: [Các chi bộ, Chi bộ, Lưu Văn phòng Đảng ủy]"),
    right: Example::fields("nơi nhận: [Các chi bộ, Lưu Văn phòng Đảng ủy]"),
    ..Rule::WARNING
};

fn recipient_twice() -> Problem {
    let problem = RECIPIENT_TWICE.problem(
        both!("nơi nhận này đã có ở trên", "this recipient stands above already"),
        both!("lần thứ hai", "the second time"),
        both!("bỏ một trong hai chỗ", "leave one of the two out"),
    );
    problem.with_related(both!("lần đầu", "the first time"))
}

/// An entry means one of those whom `all` means.
fn recipient_covered(one: &str, all: &str) -> Problem {
    let problem = RECIPIENT_TWICE.problem(
        both!("`{one}` đã có trong `{all}`", "`{one}` is one of `{all}`"),
        both!("đã có trong nhóm kia", "one of the others"),
        both!(
            "bỏ `{one}`; nếu cần gửi riêng thì cứ để nguyên",
            "leave `{one}` out, or let it stand where it gets a copy of its own"
        ),
    );
    problem
        .with_related(both!("ghi chung ở đây", "all of them"))
        .of_severity(Severity::Note)
}

/// A recipient as it is compared.
struct Recipient {
    key: Vec<String>,
    text: Text,
    /// Whether it is all of an entry.
    whole: bool,
}

/// Says which recipients of a group stand in it twice.
pub(super) fn check(draft: &Draft<'_>, group: &RecipientGroup, found: &mut Diagnostics) {
    let mut seen: Vec<Recipient> = Vec::new();
    let written = |entry: &&Text| mark::marks(entry.as_str()).is_empty();
    for entry in group.entries.iter().filter(written) {
        let line = Line::of_text(entry, draft.sources);
        let whole =
            Recipient { key: key(entry.as_str()), text: entry.clone(), whole: true };
        let all: Vec<Recipient> = std::iter::once(whole).chain(parts(&line)).collect();
        let twice = all.iter().find_map(|one| {
            let same = |other: &&Recipient| {
                other.key == one.key && !one.key.is_empty() && (one.whole || other.whole)
            };
            Some((one, seen.iter().find(same)?))
        });
        if let Some((one, first)) = twice {
            found.push_related(recipient_twice(), one.text.span, first.text.span);
        } else {
            seen.extend(all);
        }
    }
    covered(&seen, found);
}

/// The single recipients that an entry names: `Phòng Kinh tế; Công an xã`. What stands behind a
/// post belongs to all of them: `Thường trực Đảng ủy, HĐND xã`.
fn parts(line: &Line<'_>) -> Vec<Recipient> {
    const SHARED: [&str; 12] = [
        "thuong truc",
        "tt",
        "lanh dao",
        "chu tich",
        "pho chu tich",
        "bi thu",
        "truong",
        "thanh vien",
        "van phong",
        "ban thuong vu",
        "cac",
        "luu",
    ];
    let mut at = 0;
    let mut found = Vec::new();
    for part in line.text.split([';', ',']) {
        let start = at + (part.len() - part.trim_start().len());
        let place = place(line, start..start + part.trim().len());
        let text = Text::new(part.trim(), place);
        at += part.len() + 1;
        found.push(Recipient { key: key(text.as_str()), text, whole: false });
    }
    let single = |one: &Recipient| {
        one.text.as_str().starts_with(char::is_uppercase) && one.key.len() > 1
    };
    let shares = found.first().is_some_and(|first| {
        let first = words(first.text.as_str());
        SHARED.iter().any(|head| begins(&first, head).is_some())
    });
    if found.len() < 2 || shares || !found.iter().all(single) || line.text.contains('(') {
        found.clear();
    }
    found
}

/// Bodies of which there are many: `Các chi bộ` means each of them.
const MANY: [&str; 6] = ["chi bo", "thon", "xom", "to dan pho", "khu pho", "truong"];

/// What may stand behind them, so that all are meant.
const ALL: [&str; 6] =
    ["", "xa", "truc thuoc", "thon", "truc thuoc dang uy xa", "tren dia ban xa"];

/// Says once which entry means one of those whom another entry means.
fn covered(seen: &[Recipient], found: &mut Diagnostics) {
    let wholes = || seen.iter().filter(|one| one.whole);
    let plural = |one: &&Recipient| begins(&words(one.text.as_str()), "cac").is_some();
    for all in wholes().filter(plural) {
        let named = all.key.join(" ");
        let Some((kind, behind)) =
            MANY.iter().find_map(|kind| Some((kind, named.strip_prefix(kind)?)))
        else {
            continue;
        };
        let is_one = |one: &&Recipient| {
            let words = words(one.text.as_str());
            let name = begins(&words, kind).and_then(|count| words.get(count));
            name.is_some() && !plural(one)
        };
        let meant = ALL.contains(&behind.trim());
        if let Some(one) = wholes().find(is_one).filter(|_| meant) {
            let problem =
                recipient_covered(one.text.as_str().trim(), all.text.as_str().trim());
            found.push_related(problem, one.text.span, all.text.span);
        }
    }
}

/// The words that say who receives it, written out: without `các`, `đồng chí`, and what for.
fn key(entry: &str) -> Vec<String> {
    const PURPOSES: [&str; 8] = [
        "b c",
        "bc",
        "de b c",
        "de bao cao",
        "bao cao",
        "de biet",
        "de thuc hien",
        "de phoi hop",
    ];
    let mut all = words(entry);
    if let Some(bracket) = entry.rfind('(') {
        let behind = words(&entry[bracket..]);
        let says = |purpose: &&str| begins(&behind, purpose) == Some(behind.len());
        if PURPOSES.iter().any(says) {
            all.retain(|word| word.range.end <= bracket);
        }
    }
    let mut rest = &all[..];
    for phrase in ["cac", "dong chi"] {
        rest = &rest[begins(rest, phrase).unwrap_or_default()..];
    }
    written_out(rest)
}
