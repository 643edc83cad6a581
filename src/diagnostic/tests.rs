//! Tests of the room: every problem has its words in every language.

use super::*;
use crate::source::{Foreign, Legacy};

/// One problem of every rule, with every kind of every part.
#[expect(clippy::too_many_lines, reason = "one table, a line for each problem")]
fn samples() -> Vec<Problem> {
    let text = || String::from("trích yếu");
    let near = || [None, Some(text())];
    let mut samples = vec![
        Problem::NotUtf8,
        Problem::Utf16,
        Problem::NulByte,
        Problem::FrontMatterMissing,
        Problem::FrontMatterUnclosed,
        Problem::FrontMatterEndsEarly,
        Problem::FrontMatterNotAMap,
        Problem::CutByComment,
        Problem::DuplicateKey { key: text() },
        Problem::WrongChoice { field: text(), value: text(), choices: vec![text()] },
        Problem::EmptyField { field: text() },
        Problem::EmptyField { field: "lạ".into() },
        Problem::TooLong { field: text(), limit: 9 },
        Problem::InvalidValue { field: text() },
        Problem::NoteInField { note: "[^1]".into() },
        Problem::TagInField { tag: "<br>".into() },
        Problem::MarksInField { marks: "**".into() },
        Problem::InvalidValue { field: "lạ".into() },
        Problem::DefaultsLayout { layout: "đảng".into(), file: "vanban.yaml".into() },
        Problem::NoDate,
        Problem::ToFill { date: true },
        Problem::ToFill { date: false },
        Problem::NumberForm { field: text(), value: "x".into(), unit: "" },
        Problem::NumberForm { field: text(), value: "x".into(), unit: "mm" },
        Problem::OutOfRange {
            field: text(),
            range: ("14".into(), "15".into()),
            unit: "pt",
            clause: "HD 05-HD/VPTW, 6.2.2".into(),
        },
        Problem::NotFree { field: text(), clause: String::new() },
        Problem::WordTooWide { field: text(), word: "A".into() },
        Problem::Outside { text: "A".into() },
        Problem::TableTooWide,
        Problem::SymbolForm { layout: "đảng".into(), fit: "TB/BCĐ".into() },
        Problem::NumberNotAlone {
            number: Some("45".into()),
            symbol: Some("TB-UBND".into()),
        },
        Problem::NumberNotAlone { number: Some("45".into()), symbol: None },
        Problem::NumberNotAlone { number: None, symbol: Some("TB-UBND".into()) },
        Problem::SymbolNotAlone {
            number: Some("45".into()),
            symbol: Some("TB-UBND".into()),
        },
        Problem::SymbolNotAlone { number: None, symbol: Some("TB-UBND".into()) },
        Problem::SymbolNotAlone { number: Some("45".into()), symbol: None },
        Problem::SymbolNotAlone { number: None, symbol: None },
        Problem::SymbolLoose { fit: "TB-UBND".into() },
        Problem::SymbolOfAnother {
            code: "TB".into(),
            kind: "Quyết định".into(),
            fit: "QĐ-UBND".into(),
        },
        Problem::SubjectSmall,
        Problem::EndMarkMissing { stop: true },
        Problem::EndMarkOfState { alone: true },
        Problem::EndMarkOfState { alone: false },
        Problem::EndMarkEarly { ended: true },
        Problem::EndMarkEarly { ended: false },
        Problem::EndMarkAlone,
        Problem::EndMarkMissing { stop: false },
        Problem::NothingToPrint,
        Problem::RawHtml,
        Problem::CommentSwallows,
        Problem::StrayMarks { marks: "**".into() },
        Problem::ValueNotPrinted { field: text(), template: text() },
        Problem::NumberGap { found: "3.".into(), expected: "2.".into() },
        Problem::NumberMixture,
        Problem::NestingTooDeep { limit: 9 },
        Problem::FootnoteMissing { name: "1".into() },
        Problem::FootnoteUnused { name: "1".into() },
        Problem::HashWithoutBlank { marks: "##".into() },
        Problem::LineEndDoubtful { splits: true },
        Problem::LineEndDoubtful { splits: false },
        Problem::TableRowTooLong,
        Problem::TableRuleMissing,
        Problem::TableOfTabs { table: "| TT |".into() },
        Problem::CellWithoutNeighbour { mark: "^^".into() },
        Problem::CellsNotRectangular,
        Problem::DefinitionUnused,
        Problem::PictureMissing { path: "a.png".into() },
        Problem::PictureOutside { path: "a.png".into() },
        Problem::PictureBlank { path: "a b.png".into() },
        Problem::PictureWithoutText,
        Problem::PictureBroken { path: "a.png".into() },
        Problem::TemplateCycle,
        Problem::TextNotPrinted { template: text() },
        Problem::MissingBorrowed { field: text(), template: text() },
        Problem::TemplateVersion { template: text(), version: "2".into() },
        Problem::ManifestMissing { path: "giay-moi/template.yaml".into() },
        Problem::TemplateFolder { folder: "giay".into(), expected: "giay-moi".into() },
        Problem::OwnFieldKnown { name: text() },
        Problem::OwnFieldName { name: "a/b".into() },
        Problem::OwnFieldWord { field: text(), keyword: "items".into() },
        Problem::LayoutUnsupported { template: text(), layout: text() },
        Problem::TemplateSyntax { detail: "unexpected token".into() },
        Problem::TemplateUndefined { name: "a_b".into() },
        Problem::TemplateRunaway,
        Problem::TemplateLacks { name: "in_hoa".into() },
        Problem::TemplateFailed { detail: "invalid value".into() },
        Problem::GlyphMissing { character: '漢' },
        Problem::TypesetUser { detail: "expected string, found none".into() },
        Problem::TypesetTemplate { detail: "unknown variable".into() },
        Problem::Internal { detail: "error".into() },
    ];
    for (part, same) in parts().into_iter().zip([true, false].into_iter().cycle()) {
        samples.push(Problem::PastedFrame { part, same });
    }
    samples.extend(Foreign::ALL.map(Problem::ForeignFile));
    for encoding in [Legacy::Tcvn3, Legacy::Vni] {
        samples.push(Problem::LegacyEncoding { encoding, meant: "Đảng".into() });
    }
    for what in sizes() {
        samples.push(Problem::TooLarge { what, limit: 2_000_000 });
    }
    for errors in [false, true] {
        samples.push(Problem::More { count: 3, errors });
    }
    for near in near() {
        let key = "chu de".into();
        samples.push(Problem::MissingField { field: text(), parent: near.clone() });
        samples.push(Problem::UnknownField { key, near: near.clone() });
        samples.push(Problem::PersonUnknown { name: text(), near: near.clone() });
        let (name, known) = (text(), vec![text()]);
        samples.push(Problem::TemplateBlock { name, near: near.clone(), known });
        samples.push(Problem::TemplateUnknown {
            name: text(),
            near,
            known: vec![text()],
        });
    }
    for month_allowed in [false, true] {
        samples.push(Problem::DateForm { value: "x".into(), month_allowed });
    }
    for last_day in [None, Some(28)] {
        samples.push(Problem::DateImpossible { value: "x".into(), last_day });
    }
    samples.extend(syntaxes().map(Problem::Yaml));
    for expected in kinds() {
        for field in ["trích yếu", "lạ"] {
            samples.push(Problem::WrongType { field: field.into(), expected });
        }
    }
    samples
}

fn syntaxes() -> impl Iterator<Item = Syntax> {
    [
        Syntax::UnclosedQuote,
        Syntax::Tab,
        Syntax::Indentation,
        Syntax::ColonInValue,
        Syntax::MissingColon,
        Syntax::UnclosedBracket,
        Syntax::ReservedStart('@'),
        Syntax::TooComplex,
        Syntax::Tag,
        Syntax::CurlyQuote,
        Syntax::DashWithoutBlank,
        Syntax::TextAfterEnd,
        Syntax::Other,
    ]
    .into_iter()
}

fn parts() -> [FramePart; 12] {
    use FramePart as Part;
    [
        Part::National,
        Part::Party,
        Part::Bodies,
        Part::Number,
        Part::Place,
        Part::Kind,
        Part::Subject,
        Part::Grounds,
        Part::Addressees,
        Part::Decision,
        Part::Recipients,
        Part::Signature,
    ]
}

fn sizes() -> [Large; 6] {
    use Large::{Accents, File, Pages, Paragraph, Text, Word};
    [File, Text, Paragraph, Word, Accents, Pages]
}

fn kinds() -> [Expected; 7] {
    use Expected::{List, ListOrMap, Map, MapOrList, Text, TextOrList, TextOrMap};
    [Text, List, Map, TextOrList, TextOrMap, ListOrMap, MapOrList]
}

/// The names of the variants of an enum of `problem.rs`.
fn variants(name: &str) -> Vec<&'static str> {
    let text = include_str!("problem.rs");
    let (_, body) = text.split_once(&format!("enum {name} {{\n")).unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    body.lines()
        .filter(|line| {
            line.starts_with("    ") && line.as_bytes()[4].is_ascii_uppercase()
        })
        .map(|line| line.trim().split([',', '(', ' ']).next().unwrap())
        .collect()
}

#[test]
fn the_samples_are_all_there_is() {
    let shown: Vec<String> = samples().iter().map(|p| format!("{p:?}")).collect();
    let names = |prefix: &str| -> Vec<String> {
        let start = |text: &String| {
            let rest = text.strip_prefix(prefix).unwrap_or_default();
            rest.split([' ', '(', ')', ',']).next().unwrap().to_owned()
        };
        shown.iter().map(start).collect()
    };
    for (name, prefix) in [("Problem", ""), ("Syntax", "Yaml(")] {
        let (all, seen) = (variants(name), names(prefix));
        assert!(all.len() > 10, "the test reads `{name}`");
        for variant in all {
            assert!(seen.iter().any(|s| s == variant), "{name}::{variant} has no sample");
        }
    }
    assert_eq!(variants("Expected").len(), kinds().len());
    assert_eq!(variants("Large").len(), sizes().len());
}

#[test]
fn every_problem_has_words_in_every_language() {
    for problem in samples() {
        let mut spoken = Vec::new();
        for lang in [Lang::Vi, Lang::En] {
            let diagnostic = Diagnostic {
                problem: problem.clone(),
                span: Span::default(),
                related: None,
                fix: None,
            };
            let Words { message, label, help, related } = diagnostic.words(lang);
            for text in [Some(&message), Some(&label), Some(&help), related.as_ref()] {
                let text = text.map_or("-", |text| text);
                assert!(!text.trim().is_empty(), "{problem:?}");
                assert_eq!(text, text.trim(), "{problem:?}");
                assert!(!text.ends_with('.') && !text.contains("  "), "{text}");
            }
            spoken.push((message, help));
        }
        assert_ne!(spoken[0], spoken[1], "{problem:?}");
    }
}

/// Words of the crates behind the stages, and of English at large.
const ENGLISH: &[&str] = &[
    "a",
    "alias",
    "anchor",
    "array",
    "at",
    "body",
    "boolean",
    "cannot",
    "column",
    "comment",
    "duplicate",
    "error",
    "expected",
    "fatal",
    "field",
    "file",
    "found",
    "front",
    "indentation",
    "integer",
    "invalid",
    "is",
    "key",
    "line",
    "list",
    "map",
    "mapping",
    "markdown",
    "matter",
    "minijinja",
    "missing",
    "not",
    "null",
    "number",
    "object",
    "of",
    "panic",
    "parse",
    "pattern",
    "property",
    "required",
    "scalar",
    "schema",
    "sequence",
    "serde",
    "string",
    "syntax",
    "template",
    "the",
    "token",
    "type",
    "typst",
    "undefined",
    "unexpected",
    "unknown",
    "value",
    "variable",
    "yaml",
];

#[test]
fn no_english_slips_into_vietnamese() {
    for problem in samples() {
        let words = vi::words(&problem);
        let texts = [words.message, words.label, words.help];
        for text in texts.into_iter().chain(words.related) {
            // What stands in backquotes is to be typed, or was.
            let prose: String = text.split('`').step_by(2).collect();
            for word in prose.split(|c: char| !c.is_alphanumeric()) {
                let word = word.to_lowercase();
                assert!(!ENGLISH.contains(&word.as_str()), "{word:?} in {text:?}");
            }
        }
    }
}

#[test]
fn english_is_english() {
    for problem in samples() {
        let words = en::words(&problem);
        for text in
            [words.message, words.label, words.help].into_iter().chain(words.related)
        {
            let prose: String = text.split('`').step_by(2).collect();
            let prose = prose.replace("danh bạ", "").replace('漢', "");
            assert!(prose.is_ascii() || prose.contains('…'), "{text}");
        }
    }
}
