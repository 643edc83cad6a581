//! The guide for authors of templates tells the truth: every example in it is run, every name
//! and function in it is there, and none is left out.

use std::fs;
use std::path::Path;

use crate::cli::{ends, stderr, vanban};
use crate::support::{pdf_text, read};

/// A file that the guide shows, and its text.
fn files(guide: &str) -> Vec<(&str, &str)> {
    let parts = guide.split("\nTệp `").skip(1);
    parts
        .map(|part| {
            let (name, rest) = part.split_once("`:\n\n```").unwrap();
            let (_, rest) = rest.split_once('\n').unwrap();
            let (text, _) = rest.split_once("\n```").unwrap();
            (name, text)
        })
        .collect()
}

/// The code blocks of the guide that have no language.
fn plain_blocks(guide: &str) -> Vec<&str> {
    let blocks = guide.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix('\n')).collect()
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, format!("{text}\n")).unwrap();
}

/// The arguments of a command line, as a shell takes them.
pub(crate) fn arguments(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(index, part)| match index % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.skip(1).collect()
}

#[test]
fn what_the_guide_says_can_be_done_in_an_empty_folder() {
    let guide = read("templates/README.md");
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let notice = read("examples/thong-bao-2023-06-du-lieu.md");
    write(folder, "tb.md", &notice);
    let shown = files(&guide);
    assert_eq!(shown.len(), 4);
    for (name, text) in &shown {
        write(folder, name, text);
    }
    let mut run = 0;
    for line in plain_blocks(&guide).into_iter().flat_map(str::lines) {
        if line.starts_with("vanban ") {
            run += 1;
            let arguments = arguments(line);
            let copies = line.contains("eject \"");
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let output = vanban(folder, &arguments);
            // The template that the guide has just changed is not overwritten.
            ends(&output, i32::from(copies));
        }
    }
    assert_eq!(run, 5);
    ends(&vanban(folder, &["build", "tb.md", "-o", "tb.typ"]), 0);
    let text = fs::read_to_string(folder.join("tb.typ")).unwrap();
    assert!(text.contains("\" đã họp và kết luận:\";"), "the block is the office's");
    ends(&vanban(folder, &["build", "cong-tac.md", "-o", "di.typ"]), 0);
    let text =
        fs::read_to_string(folder.join("di.typ")).unwrap().replace(r"\u{2060}", "");
    for part in [
        r#""Cử "; ("" + "Nông Thị Quyên" + " và " + "Nguyễn Văn Hậu");"#,
        r#""" + "UBND huyện" + " và " + "Huyện ủy""#,
        "\"ngày 06 tháng 6 năm 2023\"",
        "\"Một triệu năm trăm nghìn\"",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let sections = guide.split("```yaml\ntheo mẫu:").nth(1).unwrap();
    let sections = sections.split("\n```").next().unwrap();
    write(folder, "vanban.yaml", &format!("theo mẫu:{sections}"));
    let output = vanban(folder, &["build", "tb.md", "--template", "giấy công tác"]);
    assert_eq!(stderr(&output), "đã xuất tb-giay-cong-tac.pdf\n");
}

#[test]
fn the_signature_block_of_the_guide_stands_on_the_page() {
    let guide = read("templates/README.md");
    let block = guide.split("```jinja\n{% block signature %}").nth(1).unwrap();
    let block = block.split("```").next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, "tb.md", &read("examples/thong-bao-2023-06-du-lieu.md"));
    let base = "{% extends 'co-san/thong-bao-ket-luan/main.typ.j2' %}";
    let main = format!("{base}\n{{% block signature %}}{block}");
    write(folder, "mẫu/thong-bao-ket-luan/main.typ.j2", &main);
    ends(&vanban(folder, &["build", "tb.md"]), 0);
    let page = pdf_text(&fs::read(folder.join("tb.pdf")).unwrap());
    assert!(page.contains("NGƯỜI LẬP BIỂU") && page.contains("Hoàng Hữu Khôi"), "{page}");
}

#[test]
fn a_fault_of_a_template_gives_its_reason_and_a_near_name() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, "tb.md", &read("examples/thong-bao-2023-06-du-lieu.md"));
    let cases = [
        ("{{ cuoc_hop.ngya }}", "có phải định viết `cuoc_hop.ngay`?"),
        ("{% for x in noi_nhan %}{{ x.tenn }}{% endfor %}", "có phải định viết `x.ten`?"),
        ("{{ trich_yeu|viet_hoaa }}", "có phải định viết `viet_hoa`?"),
        ("{{ trich_yeu is mo_bangg('a') }}", "có phải định viết `mo_bang`?"),
        ("{% include 'layout/clsing.typ' %}", "có phải định viết `layout/closing.typ`?"),
        ("{{ 1 / 0 }}", "= lý do: invalid operation: unable to calculate 1 / 0"),
        ("{% if %}", "= lý do: syntax error: unexpected end of block"),
        ("khong()", "= lý do: unknown variable: khong"),
    ];
    for (fault, reason) in cases {
        let main = format!(
            "{{% extends 'base.typ.j2' %}}\n{{% block opening %}}\n{fault},\n{{% endblock %}}"
        );
        write(folder, "mẫu/thong-bao-ket-luan/main.typ.j2", &main);
        let output = vanban(folder, &["build", "tb.md"]);
        ends(&output, 1);
        let said = stderr(&output);
        assert!(said.contains(reason), "{fault}: {said}");
        assert!(said.contains("main.typ.j2:3:"), "{fault}: {said}");
    }
}

#[test]
fn every_filter_of_the_guide_writes_what_it_says() {
    let guide = read("templates/README.md");
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, "tb.md", &read("examples/thong-bao-2023-06-du-lieu.md"));
    let examples: Vec<(&str, &str)> = plain_blocks(&guide)
        .into_iter()
        .flat_map(str::lines)
        .filter_map(|line| line.split_once(" → "))
        .collect();
    assert!(examples.len() > 10);
    let lines: String =
        examples.iter().map(|(written, _)| format!("// {written}\n")).collect();
    let main =
        "{% extends 'co-san/thong-bao-ket-luan/main.typ.j2' %}\n{% block head %}\n";
    let main = format!("{main}{{{{ super() }}}}\n{lines}{{% endblock %}}");
    write(folder, "mẫu/thong-bao-ket-luan/main.typ.j2", &main);
    ends(&vanban(folder, &["build", "tb.md", "-o", "tb.typ"]), 0);
    let text = fs::read_to_string(folder.join("tb.typ")).unwrap();
    for (written, expected) in examples {
        assert!(text.contains(&format!("\n// {expected}\n")), "{written}:\n{text}");
    }
    let filters = read("src/template/filters.rs");
    for name in filters.split("add_filter(\"").skip(1).map(|rest| rest.split('"').next())
    {
        assert!(guide.contains(&format!("|{}", name.unwrap())), "{name:?}");
    }
}

#[test]
fn the_guide_names_every_name_block_and_function() {
    let guide = read("templates/README.md");
    let context = read("src/template/context.rs");
    let names =
        context.split("        (\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let fields = read("src/document/field.rs");
    let key = |rest: &str| {
        let field = format!(" {} = ", rest.split('.').next().unwrap());
        fields.split(&field).nth(1).unwrap().split('"').nth(3).unwrap().to_owned()
    };
    let of_fields = context.split("        (field::").skip(1).map(key);
    let base = read("templates/base.typ.j2");
    let blocks =
        base.split("{% block ").skip(1).map(|rest| rest.split(' ').next().unwrap());
    let mut seen = 0;
    for name in names.chain(blocks).map(str::to_owned).chain(of_fields) {
        seen += 1;
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
    assert!(seen > 45, "{seen}");
    let library = read("templates/layout/blocks.typ");
    let functions = guide.split("| hàm | in ra |").nth(1).unwrap();
    let functions = functions.split("\n\n").next().unwrap();
    for line in functions.lines().skip(2) {
        let name = line.split(['`', '(']).nth(1).unwrap();
        assert!(library.contains(&format!("#let {name}(")), "{name}");
    }
}
