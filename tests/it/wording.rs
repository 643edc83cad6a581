//! What the rules of the words of a paper share in their tests: a paper of either regime with some
//! text, what is said of it, and the same after the fixes.

use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;
use vanban::rooms::diagnostic::mended;
use vanban::rooms::source::FileId;
use vanban::rooms::typeset::NoFiles;
use vanban::{Report, check};

use crate::support::input;

/// The regimes.
pub(crate) const PARTY: &str = "đảng";
pub(crate) const STATE: &str = "nhà nước";

/// A paper with this text.
pub(crate) fn paper(regime: &str, body: &str) -> String {
    paper_with(regime, "", body)
}

/// A paper with these fields more and this text.
pub(crate) fn paper_with(regime: &str, fields: &str, body: &str) -> String {
    let (symbol, subject) = match regime {
        PARTY => ("TB/ĐU", "kết luận cuộc họp"),
        _ => ("TB-UBND", "Kết luận cuộc họp"),
    };
    let recipients = match regime {
        PARTY => "[Các thôn, Lưu Văn phòng Đảng ủy]",
        _ => "[Các thôn, 'Lưu: VT']",
    };
    let mut front = format!(
        "thể thức: {regime}\ncơ quan ban hành: Đảng ủy xã Lục Bình\nsố: 12\nký hiệu: {symbol}\n\
         địa danh: Lục Bình\nngày ký: 05/6/2026\ntrích yếu: {subject}\n"
    );
    if !fields.contains("nơi nhận:") {
        let _ = writeln!(front, "nơi nhận: {recipients}");
    }
    format!(
        "---\n{front}ký: {{chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}}\n{fields}---\n\n{body}\n"
    )
}

fn report(text: &str) -> Report {
    check(&input(text, &NoFiles)).report
}

/// What rules that begin with one of these names say of a text: rule and the text underlined.
pub(crate) fn said(text: &str, rules: &[&str]) -> Vec<String> {
    let Report { diagnostics, sources, .. } = report(text);
    let own =
        diagnostics.iter().filter(|d| rules.iter().any(|r| d.rule().id.starts_with(r)));
    own.map(|d| {
        let under: String = sources.slice(d.span).nfc().collect();
        format!("{} `{under}`", d.rule().id)
    })
    .collect()
}

/// The messages of these rules in Vietnamese.
pub(crate) fn messages(text: &str, rules: &[&str]) -> Vec<String> {
    let report = report(text);
    let own = report.diagnostics.iter();
    let own = own.filter(|d| rules.iter().any(|r| d.rule().id.starts_with(r)));
    own.map(|d| d.problem.message.vi.clone()).collect()
}

/// A text after the fixes of these rules.
pub(crate) fn fixed(text: &str, rules: &[&str]) -> String {
    let found = report(text).diagnostics;
    let own = found.iter().filter(|d| rules.iter().any(|r| d.rule().id.starts_with(r)));
    mended(text, FileId::DOCUMENT, own.filter_map(|d| d.fix.as_ref()))
}

/// Each body is said to break these rules at these places, in both normal forms and with both line
/// ends, and what can be mended is: then nothing of it is said again.
#[track_caller]
pub(crate) fn each(regime: &str, rules: &[&str], cases: &[(&str, &[&str], &str)]) {
    for (body, expected, right) in cases {
        let text = paper(regime, body);
        let forms = [text.clone(), text.nfd().collect(), text.replace('\n', "\r\n")];
        for text in forms {
            assert_eq!(said(&text, rules), *expected, "{body}");
            let after = fixed(&text, rules);
            let same: String = after.replace('\r', "").nfc().collect();
            assert_eq!(same, paper(regime, right), "{body}");
            if body != right {
                assert_eq!(fixed(&after, rules), after, "{body}: mended twice");
            }
        }
    }
}

/// Nothing is said of these bodies.
#[track_caller]
pub(crate) fn silent(regime: &str, rules: &[&str], bodies: &[&str]) {
    for body in bodies {
        let none: [&str; 0] = [];
        assert_eq!(said(&paper(regime, body), rules), none, "{body}");
    }
}
