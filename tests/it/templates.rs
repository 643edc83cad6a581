//! Kinds of documents: which one applies, what it adds, and an office's changes to it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::{ends, names, stderr, vanban};
use crate::support::{notice, printed_words, read};
use vanban::rooms::source::Source;
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::NoFiles;
use vanban::rooms::typeset::geometry::TextRun;
use vanban::{Input, Outcome, typeset};

const LETTER: &str = "\
tên: thư mời
phiên bản: 2
tóm tắt: Thư mời họp
thể thức: [nhà nước, đảng]
tên loại: Thư mời
chữ viết tắt: {đảng: TM, nhà nước: null}
bắt buộc: [kính gửi]
các mục:
  nơi họp: {}
  ngày gửi: {format: ngay}
  có ăn: {enum: [có, không]}
  khách: {type: [string, array]}
  xe:
    type: array
    items: {type: object, properties: {biển số: {}, giờ: {}}, required: [biển số]}
";

const MAIN: &str = "\
{% extends 'base.typ.j2' %}
{% block opening %}
{% if not muon %}
{{ mo_dau }}
{%- endif %}
{% endblock %}
{% block body %}
  paragraph({
    \"Mời họp tại \"; {{ noi_hop or '…' }};
{% if ngay_gui %}
    \", gửi \"; {{ ngay_gui|ngay_gon }};
{% endif %}
    {{ ', có ăn' if co_an else '' }};
{% if khach %}
    \"; khách: \"; {{ khach|noi }};
{% endif %}
{% for mot in xe or [] %}
    \"; xe \"; {{ mot.bien_so }}; {{ ' lúc ' ~ mot.gio if mot.gio else '' }};
{% endfor %}
    {{ ' (mượn)' if muon else '' }};
  }),
{% if not muon %}
{{ than_bai }}
{%- endif %}
{% endblock %}
";

/// A folder with a document, an office's defaults and a template of its own.
fn office(document: &str, defaults: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    for (path, text) in [
        ("tb.md", document),
        ("vanban.yaml", defaults),
        ("mẫu/thu-moi/template.yaml", LETTER),
        ("mẫu/thu-moi/main.typ.j2", MAIN),
    ] {
        write(&folder, path, text);
    }
    folder
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A notice with these fields besides.
fn with(fields: &str) -> String {
    let text = notice("Thân bài.").replacen("---\n", &format!("---\n{fields}"), 1);
    // The symbol has the code of the kind.
    let is_letter =
        ["mẫu: thư mời", "mẫu: 'thư mời", OWN].iter().any(|own| fields.starts_with(own));
    if is_letter { text.replace("TB/BCĐ", "TM/BCĐ") } else { text }
}

/// The words that the program writes of the document, without the joiners that keep some together.
fn typst(folder: &Path, arguments: &[&str]) -> String {
    let fixed = ["build", "tb.md", "-o", "-", "--format", "typ"];
    let output = vanban(folder, &[&fixed, arguments].concat());
    ends(&output, 0);
    String::from_utf8(output.stdout).unwrap().replace(r"\u{2060}", "")
}

fn resolved(folder: &Path, arguments: &[&str]) -> String {
    let output = vanban(folder, &[&["check", "--resolved", "tb.md"], arguments].concat());
    String::from_utf8(output.stdout).unwrap()
}

const OWN: &str = "\
mẫu: Thư mời@2
kính gửi: Các đồng chí
noi_hop: hội trường
ngày gửi: 05/02/2023
có ăn: Có
khách: [A, B, C]
xe: [{biển số: 97A-1}, {biển số: 012, giờ: 7 giờ}]
";

#[test]
fn a_template_adds_fields_of_its_own() {
    let folder = office(&with(OWN), "");
    let text = typst(folder.path(), &[]);
    for part in [
        "\"hội trường\";",
        "\", gửi \"; \"05/02/2023\";",
        "\", có ăn\";",
        r#"("" + "A" + ", " + "B" + " và " + "C")"#,
        "\"; xe \"; \"97A-1\"; \"\";",
        "\"; xe \"; \"012\"; \" lúc 7 giờ\";",
        "\"Thân bài.\"",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("mượn"));
    ends(&vanban(folder.path(), &["check", "tb.md"]), 0);
}

#[test]
fn a_field_that_is_left_open_is_none() {
    let folder = office(&with("mẫu: thư mời\nkính gửi: A\ncó ăn:\n"), "");
    let text = typst(folder.path(), &[]);
    assert!(text.contains("\"Mời họp tại \"; \"…\";"));
    for part in ["gửi \"", "có ăn", "khách", "xe "] {
        assert!(!text.contains(&format!("\"; {part}")), "{part}");
    }
}

#[test]
fn the_template_is_of_command_document_office_or_program() {
    let template = |document: &str, defaults: &str, arguments: &[&str]| {
        let folder = office(&with(document), defaults);
        let shown = resolved(folder.path(), arguments);
        let line = shown.lines().find(|line| line.starts_with("mẫu: ")).unwrap();
        line.to_owned()
    };
    let notice = "mẫu: thông báo kết luận\n";
    let letter = "mẫu: thư mời\n";
    for (document, defaults, arguments, expected) in [
        ("", "", &[][..], "mẫu: thông báo kết luận   (mặc định của chương trình)"),
        ("", letter, &[], "mẫu: thư mời   (vanban.yaml:1)"),
        (notice, letter, &[], "mẫu: thông báo kết luận   (tb.md:2)"),
        ("mẫu:\n", letter, &[], "mẫu: thư mời   (vanban.yaml:1)"),
        (notice, "", &["--template", "Thu-moi"], "mẫu: Thu-moi   ((dòng lệnh):1)"),
    ] {
        assert_eq!(template(document, defaults, arguments), expected);
    }
}

#[test]
fn a_version_that_was_meant_is_checked() {
    for (fields, arguments, code) in [
        ("mẫu: thư mời@2\nkính gửi: A\n", &[][..], 0),
        ("mẫu: 'thư mời@2'\nkính gửi: A\n", &[], 0),
        ("mẫu: thư mời@3\nkính gửi: A\n", &[], 1),
        ("mẫu: thông báo kết luận@1\n", &[], 0),
        ("", &["--template", "thông báo kết luận@1"], 0),
        ("", &["--template", "thông báo kết luận@9"], 1),
    ] {
        let folder = office(&with(fields), "");
        let output = vanban(folder.path(), &[&["check", "tb.md"], arguments].concat());
        ends(&output, code);
        assert_eq!(stderr(&output).contains("template-version"), code == 1, "{fields}");
    }
}

/// Each of the layers says something of its own, and something that those below say as well.
const LAYERS: (&str, &str) = (
    "theo mẫu:
  thông báo kết luận: {liên hệ: 1, độ khẩn: khẩn}
  thư mời: {nơi họp: 1, kính gửi: A, trích yếu: mời họp}
địa danh: tài liệu
phạm vi lưu hành: tài liệu
",
    "địa danh: cơ quan
phạm vi lưu hành: cơ quan
người soạn: cơ quan
liên hệ: cơ quan
số: 7
theo mẫu:
  Thong-bao-ket-luan: {liên hệ: 2, phạm vi lưu hành: 2, người soạn: 2}
  thư mời: {nơi họp: 2, khách: B, phạm vi lưu hành: 2}
",
);

#[test]
fn what_holds_for_one_template_goes_before_what_holds_for_all() {
    let (fields, defaults) = LAYERS;
    let document = with(fields).replace("địa danh: Lục Bình\n", "");
    let folder = office(&document, defaults);
    let shown = resolved(folder.path(), &[]);
    for line in [
        "địa danh: tài liệu   (tb.md:5)",
        "phạm vi lưu hành: tài liệu   (tb.md:6)",
        "người soạn: 2   (vanban.yaml:7)",
        "liên hệ: 1   (tb.md:3)",
        "độ khẩn: khẩn   (tb.md:3)",
        "số: 7   (vanban.yaml:5)",
        "trích yếu: kết luận cuộc họp   (tb.md:11)",
    ] {
        assert!(shown.contains(&format!("{line}\n")), "{line}:\n{shown}");
    }
    assert!(!shown.contains("thư mời") && !shown.contains("nơi họp"), "{shown}");
    let shown = resolved(folder.path(), &["--template", "thư mời"]);
    for line in [
        "địa danh: tài liệu   (tb.md:5)",
        "phạm vi lưu hành: 2   (vanban.yaml:8)",
        "người soạn: cơ quan   (vanban.yaml:3)",
        "liên hệ: cơ quan   (vanban.yaml:4)",
        "nơi họp: 1   (tb.md:4)",
        "khách: B   (vanban.yaml:8)",
        "trích yếu: mời họp   (tb.md:4)",
        "ký hiệu: TM/BCĐ   (tb.md:9)",
        "kính gửi: A   (tb.md:4)",
    ] {
        assert!(shown.contains(&format!("{line}\n")), "{line}:\n{shown}");
    }
    for left in ["số: 7", "độ khẩn", "ngày ký: 6/2023"] {
        assert!(!shown.contains(left), "{left}:\n{shown}");
    }
}

#[test]
fn a_borrowed_document_is_another_paper() {
    let meeting = "cuộc họp: {ngày: 02/6/2023, chủ trì: {họ tên: A, chức vụ: B}}\n";
    let special = "theo mẫu: {thư mời: {kính gửi: A, trích yếu: mời họp}}\n";
    let folder = office(&with(&format!("{meeting}{special}")), "");
    let text = typst(folder.path(), &["--template", "thư mời"]);
    assert!(text.contains("\" (mượn)\"") && !text.contains("Thân bài."));
    assert!(text.contains("symbol: \"TM/BCĐ\""));
    assert!(text.contains("date: (day: none, month: none, year: none)"));
    // The template of the document itself is not borrowed.
    let text = typst(folder.path(), &["--template", "thông báo kết luận"]);
    assert!(text.contains("Thân bài.") && text.contains("symbol: \"TB/BCĐ\""));
    // What the other paper needs must be said for it.
    let folder = office(&with(meeting), "");
    let output = vanban(folder.path(), &["build", "tb.md", "--template", "thư mời"]);
    ends(&output, 1);
    let said = stderr(&output);
    for part in ["thiếu mục `trích yếu` cho mẫu `thư mời`", "`kính gửi`", "`theo mẫu:`"]
    {
        assert!(said.contains(part), "{part}:\n{said}");
    }
    assert!(!said.contains("ký hiệu"), "{said}");
}

#[test]
fn an_own_field_of_a_document_stays_with_its_own_paper() {
    let meeting = "cuộc họp: {ngày: 02/6/2023, chủ trì: {họ tên: A, chức vụ: B}}\n";
    let back = "theo mẫu: {thông báo kết luận: {trích yếu: kết luận}}\n";
    let letter = with(&format!("{OWN}{meeting}{back}"));
    let folder = office(&letter, "");
    let shown = resolved(folder.path(), &["--template", "thông báo kết luận"]);
    for own in ["nơi họp", "khách", "xe ", "kính gửi"] {
        assert!(!shown.contains(own), "{own}:\n{shown}");
    }
    assert!(shown.contains("ký hiệu: TB/BCĐ   (tb.md:"), "{shown}");
    let output =
        vanban(folder.path(), &["check", "tb.md", "--template", "thông báo kết luận"]);
    ends(&output, 0);
}

#[test]
fn folders_of_templates_go_one_before_the_other() {
    let folder = office(&with(""), "");
    let kind = "thong-bao-ket-luan/main.typ.j2";
    let mark = |text: &str| {
        format!(
            "{{% extends 'co-san/{kind}' %}}\n{{% block opening %}}\nparagraph(\"{text}\"),\n\
             {{{{ mo_dau }}}}\n{{% endblock %}}\n"
        )
    };
    write(&folder, &format!("mẫu/{kind}"), &mark("cơ quan"));
    assert!(typst(folder.path(), &[]).contains("paragraph(\"cơ quan\")"));
    write(&folder, &format!("khác/{kind}"), &mark("dòng lệnh"));
    let text = typst(folder.path(), &["--templates", "khác"]);
    assert!(text.contains("paragraph(\"dòng lệnh\")") && !text.contains("cơ quan\")"));
    // File by file: the letter still comes from the office's folder.
    let output = vanban(folder.path(), &["templates", "list", "--templates", "khác"]);
    ends(&output, 0);
    assert!(String::from_utf8(output.stdout).unwrap().contains("thư mời@2"));
    let missing = vanban(folder.path(), &["check", "tb.md", "--templates", "không có"]);
    ends(&missing, 3);
    fs::remove_file(folder.path().join(format!("mẫu/{kind}"))).unwrap();
    assert!(!typst(folder.path(), &[]).contains("cơ quan\")"));
}

#[test]
#[cfg(unix)]
fn a_link_leads_no_template_out_of_its_folder() {
    let folder = office(&with(""), "");
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("lộ.typ"), "#let lộ = 1\n").unwrap();
    let kind = folder.path().join("mẫu/thong-bao-ket-luan");
    fs::create_dir_all(&kind).unwrap();
    std::os::unix::fs::symlink(outside.path().join("lộ.typ"), kind.join("lộ.typ"))
        .unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("mẫu/ngoài")).unwrap();
    for path in ["thong-bao-ket-luan/lộ.typ", "ngoài/lộ.typ", "./ngoài/lộ.typ"] {
        fs::write(kind.join("main.typ.j2"), format!("{{% include '{path}' %}}\n"))
            .unwrap();
        let output = vanban(folder.path(), &["build", "tb.md"]);
        ends(&output, 1);
        assert!(stderr(&output).contains("template-lacks"), "{}", stderr(&output));
    }
}

#[test]
fn a_template_that_was_copied_out_makes_the_same_document() {
    for ejected in [&["thông báo kết luận"][..], &["--base"]] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("tb.md"), read("examples/thong-bao-2023-06.md"))
            .unwrap();
        let build = |output| {
            ends(&vanban(folder.path(), &["build", "tb.md", "-o", output]), 0);
            fs::read(folder.path().join(output)).unwrap()
        };
        let before = build("a.pdf");
        let arguments = [&["templates", "eject"], ejected].concat();
        let output = vanban(folder.path(), &arguments);
        ends(&output, 0);
        let said = stderr(&output);
        assert!(said.contains("đã ghi mẫu/") && said.contains("dùng trở lại"), "{said}");
        assert_eq!(build("b.pdf"), before);
        // What is there stays.
        let output = vanban(folder.path(), &arguments);
        ends(&output, 1);
        assert!(stderr(&output).contains("không ghi đè"), "{}", stderr(&output));
        let listed = vanban(folder.path(), &["mau", "xem", "thông báo kết luận"]);
        let listed = String::from_utf8(listed.stdout).unwrap();
        assert!(listed.contains("mẫu/"), "{listed}");
    }
}

#[test]
fn templates_are_listed_shown_and_copied_where_one_likes() {
    let folder = office(&with(""), "");
    let output = vanban(folder.path(), &["templates", "list"]);
    ends(&output, 0);
    let listed = String::from_utf8(output.stdout).unwrap();
    let line =
        |name: &str| listed.lines().map(str::trim).find(|l| l.starts_with(name)).unwrap();
    assert!(line("thông báo kết luận@1").ends_with("(có sẵn)"), "{listed}");
    assert!(line("thư mời@2").ends_with("(mẫu/thu-moi/template.yaml)"), "{listed}");
    assert!(line("thư mời@2").contains("nhà nước, đảng"), "{listed}");
    // Group by group, what offices write most first, those that name none last.
    let at = |part: &str| listed.find(part).unwrap_or_else(|| panic!("{part}: {listed}"));
    assert!(at("cuộc họp:\n") < at("  giấy mời@1"), "{listed}");
    assert!(at("văn bản có tên loại:\n") < at("  chỉ thị@1"), "{listed}");
    assert!(listed.starts_with("cuộc họp:\n  thông báo kết luận@1"), "{listed}");
    assert!(at("\nvăn bản có tên loại:\n") < at("\ngiấy, phiếu, thư:\n"), "{listed}");
    assert!(at("\nmẫu khác:\n") > at("\nhợp đồng, thỏa thuận:\n"), "{listed}");
    let output = vanban(folder.path(), &["templates", "show", "thư mời"]);
    ends(&output, 0);
    let shown = String::from_utf8(output.stdout).unwrap();
    for part in [
        "thư mời\n  phiên bản: 2\n",
        "  chữ viết tắt: đảng TM, nhà nước —\n",
        "    có ăn: có | không\n",
        "    xe: [{biển số: …, giờ: …}]\n",
        "    thu-moi/main.typ.j2   (mẫu/thu-moi/main.typ.j2)\n",
        "    base.typ.j2   (có sẵn)\n",
        "  căn cứ của mẫu: theo thông lệ",
    ] {
        assert!(shown.contains(part), "{part}:\n{shown}");
    }
    let output = vanban(folder.path(), &["templates", "show", "thư mơii"]);
    ends(&output, 1);
    assert!(
        stderr(&output).contains("có phải định viết `thư mời`?"),
        "{}",
        stderr(&output)
    );
    let output =
        vanban(folder.path(), &["mau", "chep", "thông báo kết luận", "--to", "bản/sao"]);
    ends(&output, 0);
    assert_eq!(
        names(&folder.path().join("bản/sao/thong-bao-ket-luan")),
        ["main.typ.j2", "skeleton-nha-nuoc.md", "skeleton.md", "template.yaml"]
    );
    ends(&vanban(folder.path(), &["templates", "eject"]), 2);
    ends(&vanban(folder.path(), &["templates"]), 2);
    ends(&vanban(folder.path(), &["templates", "list", "--lang", "en"]), 0);
}

#[test]
fn a_template_that_is_no_unicode_is_refused() {
    for bytes in [&b"Th\xb8ng"[..], b"\xff\xfea\0", b"a\0b"] {
        let folder = office(&with(""), "");
        let path = "mẫu/thong-bao-ket-luan/main.typ.j2";
        write(&folder, path, "");
        fs::write(folder.path().join(path), bytes).unwrap();
        let output = vanban(folder.path(), &["build", "tb.md"]);
        ends(&output, 3);
        let said = stderr(&output);
        assert!(said.contains(path) && said.contains("UTF-8"), "{said}");
    }
}

#[test]
fn a_broken_template_does_not_keep_the_others_from_being_used() {
    let folder = office(&with(""), "");
    write(&folder, "mẫu/thu-moi/template.yaml", "tên: [\n");
    ends(&vanban(folder.path(), &["build", "tb.md"]), 0);
    let output = vanban(folder.path(), &["build", "tb.md", "--template", "thư mời"]);
    ends(&output, 1);
    assert!(
        stderr(&output).contains("mẫu/thu-moi/template.yaml:1"),
        "{}",
        stderr(&output)
    );
    let output = vanban(folder.path(), &["templates", "list"]);
    ends(&output, 1);
    assert!(String::from_utf8(output.stdout).unwrap().contains("thông báo kết luận"));
}

/// What is drawn of the first example with an office's file in the place of a built-in one.
fn drawn(path: &str, text: &str) -> Vec<TextRun> {
    let mut templates = Templates::built_in();
    templates.insert(path, Source::new(format!("mẫu/{path}"), text));
    let document = ("a.md", read("examples/thong-bao-2023-06.md").into_bytes());
    let Outcome { output: pages, report } = typeset(&Input {
        document,
        defaults: None,
        files: &NoFiles,
        templates,
        template: None,
        fonts: None,
        for_issue: false,
        row: None,
        alone: false,
    });
    assert!(!report.diagnostics.has_errors(), "{:?}", report.diagnostics);
    let pages = pages.unwrap();
    assert!(printed_words(&pages).len() > 100);
    pages.texts()
}

const KIND: &str = "thong-bao-ket-luan/main.typ.j2";

/// An office's template that changes one block.
fn changed(block: &str, content: &str) -> String {
    format!(
        "{{% extends \"co-san/{KIND}\" %}}\n{{% block {block} %}}\n{content}\n{{% endblock %}}\n"
    )
}

/// The place and the look of a run.
fn same(a: &TextRun, b: &TextRun) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 0.01;
    a.page == b.page
        && a.text == b.text
        && near(a.x_mm, b.x_mm)
        && near(a.baseline_mm, b.baseline_mm)
        && near(a.size_pt, b.size_pt)
        && (a.bold, a.italic) == (b.bold, b.italic)
}

#[test]
fn a_block_that_an_office_changes_changes_nothing_else() {
    let before = drawn("x.typ", "");
    let unchanged = drawn(KIND, &format!("{{% extends \"co-san/{KIND}\" %}}\n"));
    assert!(before.iter().zip(&unchanged).all(|(a, b)| same(a, b)));
    assert_eq!(before.len(), unchanged.len());

    // The signature: the runs of the name alone.
    let signature = "  signature: signatures(signature(\n\
                     authority: {{ ky.quyen_han }}, posts: {{ ky.chuc_vu }},\n\
                     name: {{ \"Người ký thay: \" ~ ky.ho_ten }},\n  )),";
    let after = drawn(KIND, &changed("signature", signature));
    let differ: Vec<&TextRun> =
        after.iter().filter(|run| !before.iter().any(|old| same(old, run))).collect();
    let text: String = differ.iter().map(|run| run.text.as_str()).collect();
    assert!(text.contains("Người ký thay"), "{text}");
    assert!(text.len() < 60, "{text}");

    // The title: what stands below may move down, by as much for all of the page.
    let title =
        "#title-block(kind: {{ ten_loai|chu_hoa }}, subject: {{ trich_yeu|chu_hoa }})";
    let after = drawn(KIND, &changed("title", title));
    let above = |runs: &[TextRun]| -> Vec<TextRun> {
        runs.iter().filter(|r| r.page == 1 && r.baseline_mm < 55.0).cloned().collect()
    };
    let (old, new) = (above(&before), above(&after));
    assert!(old.len() > 5 && old.len() == new.len());
    assert!(old.iter().zip(&new).all(|(a, b)| same(a, b)), "the letterhead stays");
    let text =
        |runs: &[TextRun]| runs.iter().map(|r| r.text.to_lowercase()).collect::<String>();
    assert_eq!(text(&before).replace(' ', ""), text(&after).replace(' ', ""));
}
