//! The letters before a body or a post that say by whose authority somebody signs: `T/M`, `KT.`

use std::ops::Range;

use super::super::Draft;
use super::Signer;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, Severity, both,
};
use crate::document::Regime;
use crate::document::outline::Line;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&AUTHORITY_FORM, &AUTHORITY_IN_POST];

/// The letters of an authority in the form of the other regime.
static AUTHORITY_FORM: Rule = Rule {
    id: "authority-form",
    family: Family::Signature,
    clause: Some("HD 05-HD/VPTW, 7.1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7"),
    explanation: Bilingual {
        vi: "Quyền hạn ký của văn bản Đảng ghi `T/M`, `K/T`, `T/L`, `Q.`; của văn bản nhà nước \
             ghi `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.`.",
        en: "The authority to sign is written `T/M`, `K/T`, `T/L`, `Q.` in documents of the \
             Party; `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` in those of the State.",
    },
    wrong: Example::fields(
        "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\n\
         ký: {quyền hạn: TM. Ban Thường vụ, chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}",
    ),
    right: Example::fields(
        "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\n\
         ký: {quyền hạn: T/M Ban Thường vụ, chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}",
    ),
    ..Rule::BINDING
};

/// `typed` stands for what the regime writes as `fit`, if it has that at all.
fn authority_form(typed: &str, regime: Regime, fit: Option<&str>) -> Problem {
    let regime = regime.name();
    let help = match fit {
        Some(fit) => both!(
            "viết `{fit}`; nếu sai ở `thể thức` thì đổi mục đó",
            "write `{fit}`; where `thể thức` is what is wrong, change that"
        ),
        None => both!(
            "văn bản của Đảng không ký thừa uỷ quyền: viết `T/L` nếu ký thừa lệnh, hoặc đổi \
             `thể thức: nhà nước`",
            "in the Party nobody signs by delegated power: write `T/L` for an order, or choose \
             `thể thức: nhà nước`"
        ),
    };
    AUTHORITY_FORM.problem(
        both!(
            "`{typed}` không phải cách ghi của thể thức `{regime}`",
            "`{typed}` is not how the layout `{regime}` writes it"
        ),
        both!("quyền hạn ký", "the authority to sign"),
        help,
    )
}

/// The letters of an authority among the posts.
static AUTHORITY_IN_POST: Rule = Rule {
    id: "authority-in-post",
    family: Family::Signature,
    clause: Some("HD 05-HD/VPTW, 7.1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7"),
    explanation: Bilingual {
        vi: "Ký thay, ký thừa lệnh là `quyền hạn`, in đậm trên một dòng riêng; `chức vụ` là chức \
             vụ của chính người ký, trong văn bản Đảng không in đậm.",
        en: "For whom somebody signs is `quyền hạn`, a line of its own in bold; `chức vụ` is the \
             post of the one who signs, which is not bold with the Party.",
    },
    wrong: Example::fields(
        "thể thức: nhà nước\ncơ quan ban hành: Ủy ban nhân dân xã Lục Bình\n\
         ký hiệu: TB-UBND\ntrích yếu: Kết luận cuộc họp\nnơi nhận: ['Lưu: VT']\n\
         ký: {chức vụ: [KT. Chủ tịch, Phó Chủ tịch], họ tên: Trần Thị Hoa}",
    )
    .with_body("Các thôn báo cáo./."),
    right: Example::fields(
        "thể thức: nhà nước\ncơ quan ban hành: Ủy ban nhân dân xã Lục Bình\n\
         ký hiệu: TB-UBND\ntrích yếu: Kết luận cuộc họp\nnơi nhận: ['Lưu: VT']\n\
         ký: {quyền hạn: KT. Chủ tịch, chức vụ: Phó Chủ tịch, họ tên: Trần Thị Hoa}",
    )
    .with_body("Các thôn báo cáo./."),
    ..Rule::WARNING
};

/// With the State both stand in the same letters, so that the page is the same.
fn authority_in_post(line: &str, regime: Regime) -> Problem {
    let problem = AUTHORITY_IN_POST.problem(
        both!("`chức vụ` ghi cả quyền hạn ký", "`chức vụ` holds the authority to sign"),
        both!("thuộc mục `quyền hạn`", "belongs in `quyền hạn`"),
        both!(
            "tách `{line}` làm hai mục: phần thay mặt, ký thay ai ghi ở `quyền hạn`, chức vụ của \
             người ký ghi ở `chức vụ`",
            "part `{line}`: for whom it is signed goes to `quyền hạn`, the post of the one who \
             signs to `chức vụ`"
        ),
    );
    match regime {
        Regime::Party => problem,
        Regime::State => problem.of_severity(Severity::Note),
    }
}

/// By whose authority somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// In the name of a collective (thay mặt).
    Behalf,
    /// In the place of the head (ký thay).
    Instead,
    /// By order (thừa lệnh).
    Order,
    /// By delegated power (thừa ủy quyền).
    Delegated,
    /// As the acting head (quyền).
    Acting,
}

impl Means {
    /// All of them with their letters and how the Party and the State write them.
    const ALL: [(Self, &'static str, Option<&'static str>, &'static str); 5] = [
        (Self::Behalf, "tm", Some("T/M"), "TM."),
        (Self::Instead, "kt", Some("K/T"), "KT."),
        (Self::Order, "tl", Some("T/L"), "TL."),
        (Self::Delegated, "tuq", None, "TUQ."),
        (Self::Acting, "q", Some("Q."), "Q."),
    ];

    /// How a regime writes it.
    fn written(self, regime: Regime) -> Option<&'static str> {
        let (.., party, state) = *Self::ALL.iter().find(|(means, ..)| *means == self)?;
        match regime {
            Regime::Party => party,
            Regime::State => Some(state),
        }
    }
}

/// The letters at the beginning of a line.
#[derive(Debug)]
pub(super) struct Prefix {
    /// What they say.
    pub(super) means: Means,
    /// Where they stand, with the blanks behind them.
    pub(super) range: Range<usize>,
}

impl Prefix {
    /// The letters with which a line begins; `marked` where they must have a stop or a slash, as
    /// a post may begin with letters like them: `KT trưởng`.
    pub(super) fn of(line: &str, marked: bool) -> Option<Self> {
        let start = line.len() - line.trim_start().len();
        let found = Means::ALL.iter().find_map(|(means, letters, ..)| {
            let (length, marks) = read(&line[start..], letters)?;
            let rest = &line[start + length..];
            let apart = rest.starts_with(char::is_whitespace);
            let alone = *means == Means::Acting || marked;
            let stands = if marks == 0 { apart && !alone } else { !rest.is_empty() };
            let blanks = rest.len() - rest.trim_start().len();
            stands.then_some((*means, start..start + length + blanks))
        });
        found.map(|(means, range)| Self { means, range })
    }
}

/// How long some letters with stops and slashes about them are at the beginning of a text, and
/// how many of these marks there are.
fn read(text: &str, letters: &str) -> Option<(usize, usize)> {
    let is_mark = |c: &char| matches!(c, '.' | '/');
    let mut chars = text.chars().peekable();
    let (mut length, mut marks) = (0, 0);
    for letter in letters.chars() {
        let c = chars.next()?;
        if !c.to_lowercase().eq([letter]) {
            return None;
        }
        length += c.len_utf8();
        if chars.next_if(is_mark).is_some() {
            (length, marks) = (length + 1, marks + 1);
        }
    }
    while chars.next_if(is_mark).is_some() {
        (length, marks) = (length + 1, marks + 1);
    }
    Some((length, marks))
}

/// Checks the letters of one signature, in its authority and in its posts.
pub(super) fn check(draft: &Draft<'_>, signer: &Signer, found: &mut Diagnostics) {
    let regime = draft.document.regime.value;
    for text in &signer.authority {
        let line = Line::of_text(text, draft.sources);
        let Some(Prefix { means, range }) = Prefix::of(&line.text, false) else {
            continue;
        };
        let typed = &line.text[range.clone()];
        let fit = means.written(regime);
        let letters = typed.trim_end();
        if fit.is_some_and(|fit| {
            letters.to_uppercase() == fit && letters.len() < typed.len()
        }) {
            continue;
        }
        let fix = fit.and_then(|fit| {
            Some(Fix::from_iter([(line.written(range.clone())?, format!("{fit} "))]))
        });
        let place = line.span(range.start..range.start + letters.len());
        found.push_fixed(authority_form(letters, regime, fit), place, fix);
    }
    for text in &signer.posts {
        let line = Line::of_text(text, draft.sources);
        let prefix = Prefix::of(&line.text, true);
        if let Some(prefix) = prefix.filter(|prefix| prefix.means != Means::Acting) {
            let letters = line.text[prefix.range.clone()].trim_end().len();
            let place = line.span(prefix.range.start..prefix.range.start + letters);
            found.push(authority_in_post(line.text.trim(), regime), place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_from_words() {
        for (line, marked, said) in [
            ("T/M Đảng ủy", false, Some("T/M ")),
            ("TM.Ủy ban", false, Some("TM.")),
            (" t.m. Ủy ban", false, Some("t.m. ")),
            ("TM ỦY BAN", false, Some("TM ")),
            ("TUQ. Chủ tịch", false, Some("TUQ. ")),
            ("Q. Trưởng ban", false, Some("Q. ")),
            ("KT trưởng", true, None),
            ("KT. Chủ tịch", true, Some("KT. ")),
            ("Q Trưởng ban", false, None),
            ("Tổ trưởng", false, None),
            ("TMĐT", false, None),
            ("xã Yên Thủy", false, None),
            ("T/M", false, None),
            ("", false, None),
        ] {
            let prefix = Prefix::of(line, marked);
            assert_eq!(prefix.map(|one| &line[one.range]), said, "{line}");
        }
    }
}
