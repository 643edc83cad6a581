//! What is wrong is said at the place where it can be mended.

use proptest::prelude::*;
use vanban::rooms::document::Blank;
use vanban::rooms::document::outline::{BlockKind, Inline, Picture};
use vanban::rooms::source::Source;
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::{Files, NoFiles, Standards};

use super::support::{Author, Outcome, block, body, build, build_with};

#[test]
fn a_missing_glyph_points_at_the_very_character() {
    let mut author = Author::default();
    let mut document = author.document();
    document.superior = Some(author.texts(&["Đảng ủy 漢 xã"]));
    document.signatures.first.name = Blank(Some(author.text("Nguyễn 😀 Văn A")));
    let text = author.inline("Tie\u{302}\u{301}n độ 📌 và 漢 nữa");
    let outline = body(vec![
        block(BlockKind::Paragraph(vec![Inline::Strong(text)])),
        author.paragraph("không thiếu gì: “ấy” – … ½ ễ e\u{302}\u{303}"),
    ]);
    let mut outcome = build(&author, &document, &outline);
    outcome.found.sort_and_dedup();
    let places = outcome.problems();
    let missing = "glyph-missing";
    let expected = ["漢", "😀", "📌", "漢"].map(|c| (missing, c));
    assert_eq!(places, expected);
}

#[test]
fn only_the_part_of_a_cluster_that_is_missing_is_pointed_at() {
    let mut author = Author::default();
    let document = author.document();
    let text = "e\u{20e3} \u{f0b7} \u{7} ❤\u{fe0f} \u{ffff} 👩\u{200d}🌾";
    let outline = body(vec![author.paragraph(text)]);
    let outcome = build(&author, &document, &outline);
    let found: Vec<&str> = outcome.problems().into_iter().map(|(_, text)| text).collect();
    // What is not seen goes with the letter before it.
    let expected =
        ["\u{20e3}", "\u{f0b7}", "\u{7}", "❤\u{fe0f}", "\u{ffff}", "👩\u{200d}", "🌾"];
    assert_eq!(found, expected);
}

#[test]
fn a_capital_that_is_missing_points_at_the_small_letter() {
    let mut author = Author::default();
    let mut document = author.document();
    document.issuer = author.text("Ban \u{282} x").into();
    let outline = body(vec![author.paragraph("a")]);
    let outcome = build(&author, &document, &outline);
    assert_eq!(outcome.problems(), [("glyph-missing", "\u{282}")]);
}

#[test]
fn what_nobody_sees_needs_no_glyph() {
    let mut author = Author::default();
    let document = author.document();
    let seen =
        "a\u{200d}b\u{fe0f}c\u{ad}d\u{a0}e\u{200b}f\u{2060}g\u{feff}h\u{2011}i\u{202f}k";
    let outline = body(vec![author.paragraph(seen), author.paragraph("\u{200b}")]);
    build(&author, &document, &outline).pages();
}

struct Folder;

impl Files for Folder {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        match path {
            "ảnh/hỏng.png" => Some(b"\x89PNG nothing".to_vec()),
            "chữ.txt" => Some(b"abc".to_vec()),
            "tốt.svg" => Some(
                b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>"
                    .to_vec(),
            ),
            _ => None,
        }
    }
}

fn pictures(paths: &[&str]) -> Outcome {
    let mut author = Author::default();
    let document = author.document();
    let mut blocks = vec![author.paragraph("a")];
    for path in paths {
        let picture =
            Picture { path: author.text(path), description: author.text("sơ đồ") };
        blocks.push(block(BlockKind::Picture(picture)));
    }
    let templates = Templates::built_in();
    let mut outcome = build_with(&author, &document, &body(blocks), &templates, &Folder);
    outcome.found.sort_and_dedup();
    outcome
}

#[test]
fn pictures_are_judged_at_their_place() {
    pictures(&["tốt.svg"]).pages();
    let bad = pictures(&["tốt.svg", "ảnh/hỏng.png"]);
    assert_eq!(bad.problems(), [("picture-broken", "ảnh/hỏng.png")]);
    assert_eq!(pictures(&["chữ.txt"]).problems(), [("picture-broken", "chữ.txt")]);
    assert_eq!(pictures(&["không.png"]).problems(), [("picture-missing", "không.png")]);
    assert_eq!(
        pictures(&["./không.png"]).problems(),
        [("picture-missing", "./không.png")]
    );
}

#[test]
fn a_link_that_leads_nowhere_is_the_users() {
    let mut author = Author::default();
    let document = author.document();
    let content = author.inline("ở đây");
    let link = Inline::Link { url: String::new(), content };
    let outline = body(vec![block(BlockKind::Paragraph(vec![link]))]);
    let outcome = build(&author, &document, &outline);
    assert_eq!(outcome.problems(), [("typeset-user", "ở đây")]);
}

/// What becomes of a notice whose template holds this.
fn template(path: &str, text: &str) -> Outcome {
    let mut author = Author::default();
    let document = author.document();
    let outline = body(vec![author.paragraph("a")]);
    let mut templates = Templates::built_in();
    templates.insert(path, Source::new(format!("mẫu/{path}"), text));
    build_with(&author, &document, &outline, &templates, &NoFiles)
}

const MAIN: &str = "thong-bao-ket-luan/main.typ.j2";

#[test]
fn a_template_is_blamed_at_its_own_line() {
    let cases = [
        ("a\n{{ khong_co }}\n", "template-undefined", "khong_co"),
        ("a\n{{ cuoc_hop.ngay }}", "template-undefined", "cuoc_hop.ngay"),
        ("a\n{{ ky.tuoi }}", "template-undefined", "ky.tuoi"),
        ("a\n{% for x in noi_nhan %}", "template-syntax", ""),
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}",
            "template-runaway",
            "b",
        ),
        ("{{ trich_yeu|bo_loc }}", "template-lacks", "bo_loc"),
        ("{% include 'khong-co' %}", "template-lacks", "khong-co"),
        (
            "{% extends 'base.typ.j2' %}{% block body %}{{ la }}{% endblock %}",
            "template-undefined",
            "la",
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "template-cycle", ""),
    ];
    for (text, rule, marked) in cases {
        let outcome = template(MAIN, text);
        let (found, place) = outcome.problems()[0];
        assert_eq!(found, rule, "{text}");
        assert!(place.contains(marked), "{text}: {place}");
        assert!(outcome.report().contains(&format!("mẫu/{MAIN}:")), "{text}");
    }
}

#[test]
fn an_undefined_name_is_named() {
    for (text, wanted) in
        [("{{ a_b }}", "a_b"), ("{{ ky.c }}", "ky.c"), ("{{ x.y.z }}", "x.y")]
    {
        let outcome = template(MAIN, text);
        let problem = &outcome.found.iter().next().unwrap().problem;
        assert_eq!(problem.rule.id, "template-undefined");
        assert!(problem.message.vi.contains(&format!("`{wanted}`")), "{text}");
    }
    for (text, wanted) in [
        ("{{ trich_yeu|bo_loc }}", "bo_loc"),
        ("{{ trich_yeu|default(la()) }}{{ la() }}", "la"),
        ("{% include 'a/b.typ' %}", "a/b.typ"),
        ("{% if ky is vui %}{% endif %}", "vui"),
    ] {
        let outcome = template(MAIN, text);
        let problem = &outcome.found.iter().next().unwrap().problem;
        assert_eq!(problem.rule.id, "template-lacks");
        assert!(problem.message.vi.contains(&format!("`{wanted}`")), "{text}");
    }
}

#[test]
fn typst_of_a_template_is_blamed_in_the_template() {
    let outcome = template(MAIN, "a\n#khong-co()\n");
    assert_eq!(outcome.problems(), [("typeset-template", "khong-co")]);
    assert!(
        outcome.report().contains(&format!("mẫu/{MAIN}:2:2")),
        "{}",
        outcome.report()
    );
    for (text, marked) in [
        ("#set text(font: \"Arial\")\n{{ trich_yeu }}", "\"Arial\""),
        ("#datetime.today()", "datetime.today()"),
        // Behind a value nobody knows the column.
        (
            "{{ trich_yeu }}\n  #text({{ ky.ho_ten }}, khong-co)\n",
            "#text({{ ky.ho_ten }}, khong-co)",
        ),
        ("{% macro m() %}\n  #khong-co\n{% endmacro %}\na\n{{ m() }}", "khong-co"),
    ] {
        let outcome = template(MAIN, text);
        assert_eq!(outcome.problems()[0], ("typeset-template", marked), "{text}");
    }
    for (text, marked) in [
        ("#import \"@preview/a:0.1.0\": *", "\"@preview/a:0.1.0\""),
        ("#read(\"/etc/passwd\")", "\"/etc/passwd\""),
    ] {
        let outcome = template(MAIN, text);
        assert_eq!(outcome.problems()[0], ("template-file", marked), "{text}");
    }
}

#[test]
fn an_argument_that_nothing_takes_is_blamed_where_it_stands() {
    for (block, code, marked) in [
        ("about", "abuot: \"x\"", "abuot: \"x\""),
        ("about", "mark: \"x\"", "mark: \"x\""),
        ("about", "\"x\"", "\"x\""),
        ("recipients", "about: \"x\"", "about: \"x\""),
        ("signature", "signature: signature(tuoi: 3)", "tuoi: 3"),
        ("signature", "signature: signature(3)", "3"),
    ] {
        let text = format!(
            "{{% extends 'base.typ.j2' %}}{{% block {block} %}}\n  {code},\n{{% endblock %}}"
        );
        let outcome = template(MAIN, &text);
        let problems = outcome.problems();
        assert!(problems.contains(&("typeset-template", marked)), "{text}: {problems:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is typed is either exported or refused at a place of the user's.
    #[test]
    fn no_text_fails_without_a_place(
        text in "\\PC{0,20}|[ -~À-ỹ\u{300}-\u{36f}]{0,20}|\\p{any}{0,4}|[\u{0}-\u{1f}\u{7f}-\u{ad}\u{200b}-\u{206f}\u{fe00}-\u{fe0f}\u{feff}\u{fff0}-\u{ffff}a]{0,9}",
    ) {
        let mut author = Author::default();
        let mut document = author.document();
        document.subject = Some(author.text(&format!("a{text}")));
        document.issuer = author.text(&format!("b{text}")).into();
        let outline = body(vec![author.paragraph(&text), author.paragraph("a")]);
        let mut outcome = build(&author, &document, &outline);
        if outcome.found.is_empty() {
            let pages = outcome.pages.take().unwrap();
            let (_, found) = pages.pdf(&Standards::default(), &mut outcome.sources);
            outcome.found = found;
        }
        for found in &outcome.found {
            prop_assert_eq!(found.span.file.number(), 0, "{:?}", found);
            prop_assert!(!outcome.sources.slice(found.span).is_empty(), "{:?}", found);
        }
    }
}
