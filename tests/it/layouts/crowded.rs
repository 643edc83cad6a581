//! Whatever a field holds: it is printed inside of the text and over nothing else, or refused at
//! the field.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;
use vanban::rooms::diagnostic::Severity;
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::NoFiles;
use vanban::{Input, Outcome, typeset};

use super::cases::Case;
use super::pages::is_tidy;
use crate::support::problems;
use vanban::rooms::document::Regime;

/// What each field holds before.
const FIELDS: [(&str, &str); 20] = [
    ("cơ quan chủ quản", "Đảng A"),
    ("cơ quan ban hành", "Ban B"),
    ("số", "12"),
    ("ký hiệu", "TB/C"),
    ("địa danh", "Xã D"),
    ("tên loại", "Thông báo"),
    ("trích yếu", "Kết luận E"),
    ("phạm vi lưu hành", "Nội bộ"),
    ("chữ ký số", "Chữ F"),
    ("kính gửi", "Bộ G"),
    ("nơi nhận", "Sở H"),
    ("nhóm", "Nhóm I"),
    ("người soạn", "K.(2)"),
    ("liên hệ", "Đường L"),
    ("quyền hạn", "KT. M"),
    ("chức vụ", "Chức N"),
    ("chức vụ khác", "Chức O"),
    ("họ tên", "Trần P"),
    ("tiêu đề", "Bảng Q"),
    ("kèm theo", "Kèm R"),
];

/// A document with everything, one of its fields with this value.
fn document(regime: Regime, signers: usize, field: &str, value: &str) -> String {
    let of = |name: &str| {
        let held = FIELDS.iter().find(|(known, _)| *known == name).unwrap().1;
        let held = if name == field { value } else { held };
        serde_json::Value::from(held).to_string()
    };
    let state = regime == Regime::State;
    let symbol =
        if state && field != "ký hiệu" { "TB-C".into() } else { of("ký hiệu") };
    let signer = format!(
        "- {{quyền hạn: {}, chức vụ: {}, chức vụ khác: {}, họ tên: {}}}\n",
        of("quyền hạn"),
        of("chức vụ"),
        of("chức vụ khác"),
        of("họ tên"),
    );
    let mut text = format!("---\nthể thức: {}\n", regime.name());
    for name in [
        "cơ quan chủ quản",
        "cơ quan ban hành",
        "số",
        "địa danh",
        "tên loại",
        "trích yếu",
        "phạm vi lưu hành",
        "chữ ký số",
        "kính gửi",
        "người soạn",
        "liên hệ",
    ] {
        let _ = writeln!(text, "{name}: {}", of(name));
    }
    text + &format!(
        "ký hiệu: {symbol}\nngày ký: 05/6/2026\nnơi nhận: {{{}: [{}, Lưu]}}\nký:\n{}phụ lục:\n\
         - {{tiêu đề: {}, kèm theo: {}, nội dung: Một.}}\n---\n\nMột.\n\nHai./.\n",
        of("nhóm"),
        of("nơi nhận"),
        signer.repeat(signers),
        of("tiêu đề"),
        of("kèm theo"),
    )
}

/// Holds a field filled with `value` in every layout; says whether it was refused.
fn judge(regime: Regime, signers: usize, field: &str, value: &str) -> bool {
    let text = document(regime, signers, field, value);
    let input = Input {
        document: ("a.md", text.into_bytes()),
        defaults: None,
        files: &NoFiles,
        templates: Templates::built_in(),
        template: None,
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    };
    let Outcome { output: pages, report } = typeset(&input);
    let what = format!("{regime:?} {field}: {value}");
    if field == "nhóm" && value.len() > 1000 {
        // No key of YAML is so long.
        return true;
    }
    if report.diagnostics.has_errors() {
        let errors =
            report.diagnostics.iter().filter(|d| d.severity() == Severity::Error);
        for diagnostic in errors {
            let rule = diagnostic.rule().id;
            let parts = ["number-not-alone", "symbol-not-alone", "symbol-loose"];
            let fits = ["word-too-wide", "outside-margins"].contains(&rule)
                || (["số", "ký hiệu"].contains(&field) && parts.contains(&rule));
            assert!(fits, "{rule}: {what}");
            let at = report.sources.slice(diagnostic.span);
            assert!(value.contains(at.trim_matches('"')), "{what}: {at}");
        }
        return true;
    }
    is_tidy(&what, &pages.unwrap());
    false
}

#[test]
fn a_word_longer_than_its_place_is_an_error_at_its_field() {
    let word = "Nghiêngngả".repeat(16);
    for regime in [Regime::Party, Regime::State] {
        for signers in [1, 2, 3] {
            for (field, _) in FIELDS {
                assert!(judge(regime, signers, field, &word), "{regime:?} {field}");
                let within = format!("Ban {word} và khác");
                assert!(judge(regime, signers, field, &within), "{regime:?} {field}");
            }
        }
    }
}

#[test]
fn a_short_word_is_printed_everywhere() {
    for regime in [Regime::Party, Regime::State] {
        for (field, _) in FIELDS {
            assert!(!judge(regime, 1, field, "Nghiêng"), "{regime:?} {field}");
        }
    }
}

#[test]
fn what_is_higher_than_a_page_is_refused() {
    let many = "Nghiêng ".repeat(900);
    for regime in [Regime::Party, Regime::State] {
        for field in ["chức vụ", "cơ quan ban hành", "kèm theo", "liên hệ", "chữ ký số"]
        {
            assert!(judge(regime, 1, field, &many), "{regime:?} {field}");
        }
        assert!(!judge(regime, 1, "nơi nhận", &many), "{regime:?}: it goes on");
    }
}

#[test]
fn long_words_of_several_fields_are_told_in_one_run() {
    let word = "Nghiêngngả".repeat(16);
    let text = Case::new(Regime::State)
        .text()
        .replace("UBND tỉnh Lào Cai", &word)
        .replace("địa danh: Lào Cai", &format!("địa danh: {word}"))
        .replace("Các đơn vị, ", &format!("{word}, "))
        .replace("Nguyễn Văn A", &word);
    let found = problems(&text);
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(found.iter().all(|p| p.contains("word-too-wide")), "{found:#?}");
}

#[test]
fn a_long_word_of_the_body_is_underlined() {
    let word = "Nghiêngngả".repeat(16);
    for body in [
        "Từ WORD ở đây.",
        "# WORD",
        "> Trích WORD",
        "- WORD",
        "    WORD",
        "Chú[^a].\n\n[^a]: Là WORD.",
        "**WORD**",
    ] {
        let text = Case::new(Regime::Party).text();
        let body = body.replace("WORD", &word);
        let text =
            text.replace("Trên đây là kết luận cuộc họp.", &format!("{body}\n\nHết."));
        let mut found = problems(&text);
        // What the drafting rules say of a paper so crowded is not looked at.
        found.retain(|one| one.contains("outside-margins"));
        let wanted = format!(" outside-margins `{word}`");
        assert!(found.len() == 1 && found[0].ends_with(&wanted), "{body}: {found:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_a_field_holds_it_is_printed_well_or_refused(
        state in any::<bool>(),
        signers in 1_usize..4,
        (field, _) in select(FIELDS.to_vec()),
        words in prop::collection::vec(
            prop_oneof![
                "[A-ZĐƯa-zđ]{1,12}",
                "[A-ZĐƯa-zđ]{1,60}",
                "[A-Z0-9]{1,9}[-/–][A-Z0-9-]{1,30}",
                Just("Ủy ban nhân dân Mặt trận Tổ quốc Việt Nam".to_owned()),
            ],
            1..60,
        ),
    ) {
        let regime = if state { Regime::State } else { Regime::Party };
        judge(regime, signers, field, &words.join(" "));
    }
}
