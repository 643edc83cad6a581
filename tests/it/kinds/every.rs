//! Whatever kinds there are: each builds what `new` writes for it and its example.

use vanban::rooms::document::{Regime, fold};
use vanban::rooms::source::Source;
use vanban::rooms::template::Templates;
use vanban::{Format, NewDocument, new_document};

use super::{pages, read};
use crate::support::{built, problems};

/// The folders of the built-in templates, each with its name and its layouts, the first one first.
fn kinds() -> Vec<(String, String, Vec<Regime>)> {
    let templates = Templates::built_in();
    let kinds = templates.manifests().map(|(folder, manifest)| {
        let field = |name: &str| {
            let line = manifest.text().lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_else(|| panic!("{folder}: {name}")).trim().to_owned()
        };
        let layouts = field("thể thức:");
        let layouts = layouts.trim_matches(['[', ']']).split(", ");
        let regime = |name: &str| {
            let known = Regime::NAMES.iter().find(|(_, known)| *known == name);
            known.unwrap_or_else(|| panic!("{folder}: {name}")).0
        };
        (folder.to_owned(), field("tên:"), layouts.map(regime).collect())
    });
    kinds.collect()
}

/// How files call a layout: `dang`, `nha-nuoc`.
fn layout(regime: Regime) -> String {
    fold(regime.name()).replace('_', "-")
}

/// What `new` writes for a kind in a layout.
fn skeleton(name: &str, regime: Regime) -> String {
    let wanted = NewDocument {
        template: Some(Source::new("", name)),
        regime: Some(regime),
        defaults: None,
        templates: Templates::built_in(),
    };
    let written = new_document(wanted).output;
    written.unwrap_or_else(|| panic!("{name} as {regime:?}")).source.text().to_owned()
}

/// All kinds of NĐ 30/2020/NĐ-CP, Điều 7, and those of the Party with its papers (66-QĐ/TW).
#[test]
fn the_kinds_of_both_regulations_are_there() {
    let kinds = kinds();
    let has = |name: &str, regime| {
        kinds.iter().any(|(_, known, layouts)| known == name && layouts.contains(&regime))
    };
    let state = "nghị quyết, quyết định, chỉ thị, quy chế, quy định, thông cáo, thông báo, hướng \
                 dẫn, chương trình, kế hoạch, phương án, đề án, dự án, báo cáo, biên bản, tờ trình, \
                 hợp đồng, công văn, công điện, bản ghi nhớ, bản thỏa thuận, giấy ủy quyền, giấy \
                 mời, giấy giới thiệu, giấy nghỉ phép, phiếu gửi, phiếu chuyển, phiếu báo, thư công";
    let party = "nghị quyết, quyết định, chỉ thị, kết luận, quy chế, quy định, thông tri, hướng \
                 dẫn, thông báo, thông cáo, tuyên bố, lời kêu gọi, báo cáo, kế hoạch, quy hoạch, \
                 chương trình, đề án, phương án, dự án, tờ trình, công văn, biên bản, giấy giới \
                 thiệu, giấy chứng nhận, giấy đi đường, giấy nghỉ phép, phiếu gửi";
    assert_eq!([state, party].map(|names| names.split(", ").count()), [29, 27]);
    for (names, regime) in [(state, Regime::State), (party, Regime::Party)] {
        for name in names.split(", ") {
            assert!(has(name, regime), "{name} as {regime:?}");
        }
    }
}

#[test]
fn every_skeleton_and_example_is_made_without_a_word() {
    let mut seen = 0;
    for (folder, name, layouts) in kinds() {
        for regime in layouts {
            let example = format!("examples/loai/{folder}-{}.md", layout(regime));
            let texts =
                [("skeleton", skeleton(&name, regime)), ("example", read(&example))];
            for (which, text) in texts {
                let what = format!("{which} of {name} as {regime:?}");
                assert_eq!(problems(&text), [""; 0], "{what}");
                // The exporter holds PDF/A-2a and PDF/UA-1.
                let pdf = built(&text, Format::Pdf).remove(0);
                assert!(pdf.starts_with(b"%PDF-"), "{what}");
                // What several sides sign has no room on one.
                let most = if text.contains("\ncác bên:") { 2 } else { 1 };
                assert!(which == "example" || pages(&text).count() <= most, "{what}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 110, "{seen}");
}

#[test]
fn every_template_keeps_its_form() {
    for (_, name, layouts) in kinds() {
        for regime in layouts {
            let text = skeleton(&name, regime);
            let reminder =
                "---\n# Chữ sau dấu # là lời nhắc, không in ra; xóa đi cũng được.\n";
            assert!(text.starts_with(reminder), "{name}: {regime:?}");
            let mut lines = text.lines().skip(2);
            assert!(lines.next().unwrap().starts_with(&format!("mẫu: {name}")), "{name}");
            let second = lines.next().unwrap();
            assert!(
                second.starts_with(&format!("thể thức: {}", regime.name())),
                "{name}"
            );
        }
    }
}
