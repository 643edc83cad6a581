//! The name of who signs: nothing before it, capitals only where names have them.

use super::super::Draft;
use super::super::wording::{Word, words};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, both,
};
use crate::document::outline::Line;
use crate::document::{Document, Signature, Text, mark, split_address};
use crate::source::Sources;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&SIGNER_TITLE, &SIGNER_CAPITALS];

/// A degree, a rank or a form of address before the name of who signs.
static SIGNER_TITLE: Rule = Rule {
    id: "signer-title",
    family: Family::Signature,
    clause: Some("HD 05-HD/VPTW, 7.1.3; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7.c"),
    explanation: Bilingual {
        vi: "Trước họ tên người ký không ghi học hàm, học vị, quân hàm, danh hiệu, `đồng chí`, \
             `ông`, `bà`; đơn vị vũ trang, cơ sở giáo dục, y tế, khoa học theo quy định của ngành.",
        en: "No degree, rank, honour or form of address stands before the name of who signs; the \
             armed forces, schools, health and science have rules of their own.",
    },
    wrong: Example::fields("ký: {chức vụ: Bí thư, họ tên: ThS. Hoàng Hữu Khôi}"),
    right: Example::fields("ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}"),
    ..Rule::BINDING
};

fn signer_title(title: &str, name: &str) -> Problem {
    SIGNER_TITLE.problem(
        both!(
            "trước họ tên người ký có `{title}`",
            "`{title}` stands before the name of who signs"
        ),
        both!("không ghi ở chữ ký", "not in a signature"),
        both!("viết `họ tên: {name}`", "write `họ tên: {name}`"),
    )
}

/// A name in capitals or in small letters only.
static SIGNER_CAPITALS: Rule = Rule {
    id: "signer-capitals",
    family: Family::Signature,
    clause: Some("HD 05-HD/VPTW, Phụ lục 2; NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 7b"),
    explanation: Bilingual {
        vi: "Họ tên người ký in chữ thường đậm, mỗi tiếng viết hoa chữ đầu: `Hoàng Hữu Khôi`; in \
             đúng như đã gõ.",
        en: "The name of who signs has small letters in bold, each syllable with a capital: \
             `Hoàng Hữu Khôi`; it is printed as it is typed.",
    },
    wrong: Example::fields("ký: {chức vụ: Bí thư, họ tên: HOÀNG HỮU KHÔI}"),
    right: Example::fields("ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}"),
    ..Rule::WARNING
};

fn signer_capitals(fit: &str) -> Problem {
    SIGNER_CAPITALS.problem(
        both!(
            "họ tên người ký viết toàn chữ hoa hoặc toàn chữ thường",
            "the name of who signs is all in capitals or all in small letters"
        ),
        both!("họ tên này", "this name"),
        both!("viết `họ tên: {fit}`", "write `họ tên: {fit}`"),
    )
}

/// Checks the name of one signature.
pub(super) fn check(draft: &Draft<'_>, signature: &Signature, found: &mut Diagnostics) {
    let Some(name) = &signature.name.0 else { return };
    if !mark::marks(name.as_str()).is_empty() {
        return;
    }
    let line = Line::of_text(name, draft.sources);
    let start = behind_title(&line.text, Banned::of(draft.document)).unwrap_or_default();
    let all = start..line.text.trim_end().len();
    let capitalised = capitalised(&line.text[all.clone()]);
    if start > 0 {
        let title = line.text[..start].trim();
        let fix =
            line.written(0..start).map(|span| Fix::from_iter([(span, String::new())]));
        let name = capitalised.as_deref().unwrap_or(&line.text[all.clone()]);
        let problem = signer_title(title, name);
        found.push_fixed(problem, line.span(0..title.len()), fix);
    }
    if let Some(fit) = capitalised {
        let fix =
            line.written(all.clone()).map(|span| Fix::from_iter([(span, fit.clone())]));
        found.push_fixed(signer_capitals(&fit), line.span(all), fix);
    }
}

/// A name as others are compared with it: without what is no part of it, a capital on each
/// syllable.
pub(super) fn bare(name: &Text, sources: &Sources) -> Text {
    let line = Line::of_text(name, sources);
    let start = behind_title(&line.text, Banned::ALL).unwrap_or_default();
    let bare = line.cut(start..line.text.len());
    match capitalised(bare.as_str()) {
        Some(fit) => Text::new(&fit, bare.span),
        None => bare,
    }
}

/// Degrees and honours, folded word by word.
const DEGREES: [&[&str]; 26] = [
    &["gs"],
    &["pgs"],
    &["ts"],
    &["tskh"],
    &["ths"],
    &["bs"],
    &["bsck"],
    &["bscki"],
    &["bsckii"],
    &["cki"],
    &["ckii"],
    &["ks"],
    &["cn"],
    &["kts"],
    &["ds"],
    &["ngut"],
    &["ngnd"],
    &["ttut"],
    &["nsut"],
    &["nsnd"],
    &["giao", "su"],
    &["tien", "si"],
    &["thac", "si"],
    &["bac", "si"],
    &["ky", "su"],
    &["luat", "su"],
];

/// Ranks, folded word by word.
const RANKS: [&[&str]; 15] = [
    &["dai", "ta"],
    &["thuong", "ta"],
    &["trung", "ta"],
    &["thieu", "ta"],
    &["dai", "uy"],
    &["thuong", "uy"],
    &["trung", "uy"],
    &["thieu", "uy"],
    &["dai", "tuong"],
    &["thuong", "tuong"],
    &["trung", "tuong"],
    &["thieu", "tuong"],
    &["chuan", "uy"],
    &["thuong", "si"],
    &["trung", "si"],
];

/// Words in the name of a body that has rules of its own for degrees, and for ranks.
const OF_DEGREES: [&str; 6] =
    ["truong", "benh vien", "y te", "vien", "hoc vien", "trung tam"];
const OF_RANKS: [&str; 4] = ["cong an", "quan su", "quan uy", "bien phong"];

/// What does not stand before a name, besides forms of address.
#[derive(Clone, Copy)]
struct Banned {
    degrees: bool,
    ranks: bool,
}

impl Banned {
    const ALL: Self = Self { degrees: true, ranks: true };

    /// In a document of its issuer.
    fn of(document: &Document) -> Self {
        let has = |phrases: &[&str]| {
            document.issuer.iter().any(|issuer| {
                let issuer = words(issuer.as_str());
                phrases.iter().any(|phrase| super::super::wording::has(&issuer, phrase))
            })
        };
        Self { degrees: !has(&OF_DEGREES), ranks: !has(&OF_RANKS) }
    }
}

/// Where the name itself begins behind degrees, ranks and forms of address.
fn behind_title(name: &str, banned: Banned) -> Option<usize> {
    let Banned { degrees, ranks } = banned;
    let mut start = 0;
    loop {
        let rest = &name[start..];
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let at = name.len() - rest.len();
        let all = words(rest);
        let begins = |titles: &[&[&str]]| {
            let same = |title: &&&[&str]| {
                let folded = all.iter().map(Word::folded);
                all.len() > title.len()
                    && folded.take(title.len()).eq(title.iter().copied())
            };
            titles.iter().find(same).map(|title| all[title.len() - 1].range.end)
        };
        let title = begins(&DEGREES).filter(|end| degrees && is_title(&rest[..*end]));
        let rank = begins(&RANKS).filter(|end| ranks && is_title(&rest[..*end]));
        match title.or(rank).or_else(|| behind_address(rest)) {
            Some(end) => start = at + end,
            None => return (start > 0).then_some(at),
        }
    }
}

/// Whether the words of a degree or a rank are written as such: `Ts`, `Đại tá`; names of people
/// have a capital on each syllable and vowels.
fn is_title(words: &str) -> bool {
    let mut syllables = words.split_whitespace();
    let (_, second) = (syllables.next(), syllables.next());
    second.is_none_or(|second| {
        second.starts_with(char::is_lowercase) || words.chars().all(|c| !c.is_lowercase())
    })
}

/// Where the name begins behind a form of address. `Ông` is a family name as well: `Ông Văn Tân`.
fn behind_address(name: &str) -> Option<usize> {
    let (form, rest) = split_address(name)?;
    let syllables = rest.split_whitespace().count();
    let surname = form.to_lowercase() == "ông" && syllables < 3;
    (!surname).then_some(name.len() - rest.len())
}

/// A name with a capital on each syllable, where it has none or nothing else.
fn capitalised(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphabetic()).collect();
    let syllables: Vec<&str> = name.split_whitespace().collect();
    let loud = letters.iter().all(|c| c.is_uppercase());
    let quiet = letters.iter().all(|c| c.is_lowercase());
    let real = syllables.len() > 1
        && syllables.iter().filter(|one| one.chars().nth(1).is_some()).count() > 1
        && name.chars().all(|c| c.is_alphabetic() || c == ' ');
    (real && (loud || quiet)).then(|| {
        let one = |syllable: &str| {
            let mut chars = syllable.chars();
            let first = chars.next().into_iter().flat_map(char::to_uppercase);
            first.chain(chars.flat_map(char::to_lowercase)).collect::<String>()
        };
        name.split(' ').map(one).collect::<Vec<_>>().join(" ")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn of(issuer: &str) -> Document {
        let first = Text::new(issuer, Span::default());
        Document { issuer: first.into(), ..Document::default() }
    }

    #[test]
    fn what_stands_before_a_name_is_found() {
        let people = Banned::of(&of("Ủy ban nhân dân xã"));
        for (typed, name) in [
            ("ThS. Lý Văn A", Some("Lý Văn A")),
            ("PGS.TS. Lý Văn A", Some("Lý Văn A")),
            ("TS Lý Văn A", Some("Lý Văn A")),
            ("Ts.Lý Văn A", Some("Lý Văn A")),
            ("Thạc sĩ Lý Văn A", Some("Lý Văn A")),
            ("Đại tá Lý Văn A", Some("Lý Văn A")),
            ("ĐẠI TÁ LÝ VĂN A", Some("LÝ VĂN A")),
            ("Đ/c Lý Văn A", Some("Lý Văn A")),
            ("Đồng chí ThS. Lý Văn A", Some("Lý Văn A")),
            ("Ông Lý Văn A", Some("Lý Văn A")),
            ("Bà Lý A", Some("Lý A")),
            ("Ông Văn Tân", None),
            ("Kỳ Sư Tử", None),
            ("Đại Tá", None),
            ("Lý Văn Ts", None),
            ("Hoàng Hữu Khôi", None),
            ("", None),
        ] {
            let found = behind_title(typed, people).map(|at| &typed[at..]);
            assert_eq!(found, name, "{typed}");
        }
        for (typed, issuer) in [
            ("Đại tá Lý Văn A", "Ban Chỉ huy Quân sự xã"),
            ("Thiếu tá Lý Văn A", "Công an xã"),
            ("ThS. Lý Văn A", "Trường Trung học cơ sở Tây Sơn"),
            ("BS. Lý Văn A", "Trạm Y tế xã"),
        ] {
            let banned = Banned::of(&of(issuer));
            assert_eq!(behind_title(typed, banned), None, "{issuer}");
        }
    }

    #[test]
    fn names_get_a_capital_on_each_syllable() {
        assert_eq!(capitalised("HOÀNG HỮU KHÔI").unwrap(), "Hoàng Hữu Khôi");
        assert_eq!(capitalised("đinh văn  a").unwrap(), "Đinh Văn  A");
        for name in ["Hoàng Hữu Khôi", "Y Thanh Niê", "A B", "CẦN", "H'HEN NIÊ", ""]
        {
            assert_eq!(capitalised(name), None, "{name}");
        }
    }
}
