//! A new document from a template's skeleton.

use std::fs;

use vanban::rooms::document::Regime;
use vanban::rooms::source::Source;
use vanban::rooms::template::Templates;
use vanban::{NewDocument, new_document};

use crate::cli::{ends, names, stderr, vanban};
use crate::support::{pages, problems};

/// Every built-in kind with each of its regimes.
fn kinds() -> Vec<(String, Regime)> {
    let templates = Templates::built_in();
    let mut kinds = Vec::new();
    for (_, manifest) in templates.manifests() {
        let field = |name: &str| {
            let line =
                manifest.text().lines().find(|line| line.starts_with(name)).unwrap();
            line[name.len()..].trim().to_owned()
        };
        let regimes = field("thể thức:");
        for (regime, name) in Regime::NAMES {
            if regimes.contains(name) {
                kinds.push((field("tên:"), regime));
            }
        }
    }
    kinds
}

#[test]
fn every_kind_and_regime_has_a_skeleton_that_builds_silently() {
    let kinds = kinds();
    assert!(kinds.len() >= 2);
    for (kind, regime) in kinds {
        let wanted = NewDocument {
            template: Some(Source::new("", kind.as_str())),
            regime: Some(regime),
            defaults: None,
            templates: Templates::built_in(),
        };
        let Some(skeleton) = new_document(wanted).output else {
            panic!("{kind} as {regime:?}")
        };
        let text = skeleton.source.text();
        assert_eq!(problems(text), Vec::<String>::new(), "{kind} as {regime:?}");
        pages(text);
        assert!(text.contains(&format!("thể thức: {}", regime.name())), "{kind}");
        assert!(text.contains(&format!("mẫu: {kind}")), "{kind}");
        // Without the word that it is a draft it is refused, each place by itself.
        assert!(text.contains("\ndự thảo: 1 "), "{kind} as {regime:?}");
        let signed: String = text
            .lines()
            .filter(|line| !line.starts_with("dự thảo:"))
            .fold(String::new(), |text, line| text + line + "\n");
        let told = problems(&signed);
        let marks = signed.matches("CẦN ĐIỀN").count();
        assert!(marks > 8, "{kind} as {regime:?}: {marks}");
        assert_eq!(told.len(), marks, "{kind} as {regime:?}: {told:?}");
        assert!(told.iter().all(|told| told.contains("to-fill")), "{told:?}");
        nothing_is_invented(text, &format!("{kind} as {regime:?}"));
    }
}

/// Every value of a field says that it is to be filled in, is left open, or is the same in every
/// document of its kind.
fn nothing_is_invented(text: &str, kind: &str) {
    let same = [
        "mẫu:",
        "thể thức:",
        "dự thảo:",
        "gọi là:",
        "diễn biến: |",
        "- Như Điều 2",
        "- Như thành phần mời",
        "- \"Lưu: VT, Hồ sơ\"",
        "- \"Lưu: VT\"",
        "- Như trên",
        "- Các bên ký",
        "- Theo nhu cầu và khả năng của các bên",
        "nơi nghỉ xác nhận: không",
    ];
    let fields = text.split("\n---\n").next().unwrap();
    for line in fields.lines().skip(1) {
        let value = line.split(" #").next().unwrap().trim();
        let open = value.is_empty() || value.starts_with('#') || value.ends_with(':');
        let filled = value.contains("CẦN ĐIỀN");
        let fixed = same.iter().any(|same| value.starts_with(same));
        assert!(open || filled || fixed, "{kind}: {line}");
    }
}

#[test]
fn a_new_document_is_written_beside_the_others_and_over_none() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str], code| {
        let output = vanban(folder.path(), arguments);
        ends(&output, code);
        output
    };
    let said = stderr(&run(&["new"], 0));
    assert_eq!(said, "đã ghi thong-bao-ket-luan.md\n");
    let path = folder.path().join("thong-bao-ket-luan.md");
    let written = fs::read_to_string(&path).unwrap();
    run(&["build", "thong-bao-ket-luan.md"], 0);
    let draft = "dự thảo: 1";
    fs::write(&path, written.replace(draft, &format!("# {draft}"))).unwrap();
    let said = stderr(&run(&["build", "thong-bao-ket-luan.md"], 1));
    assert!(said.contains("còn chỗ chưa điền"), "{said}");
    fs::write(&path, &written).unwrap();
    let said = stderr(&run(&["moi", "Thông báo kết luận"], 3));
    assert!(said.contains("đã có tệp thong-bao-ket-luan.md, không ghi đè"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
    let output = run(&["new", "thong-bao-ket-luan", "-o", "-"], 0);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), written);
    let output = run(&["new", "--layout", "nha-nuoc", "-o", "-"], 0);
    assert!(String::from_utf8(output.stdout).unwrap().contains("thể thức: nhà nước"));
    let said = stderr(&run(&["new", "thông báo kết loạn"], 1));
    assert!(said.contains("có phải định viết `thông báo kết luận`?"), "{said}");
    let said = stderr(&run(&["new", "--layout", "doanh nghiệp"], 2));
    assert!(said.contains("đảng, nhà nước"), "{said}");
    run(&["new", "-o", "khong/co/a.md"], 3);
    assert_eq!(names(folder.path()), ["thong-bao-ket-luan.md", "thong-bao-ket-luan.pdf"]);
}

const OFFICE: &str = "\
thể thức: nhà nước
cơ quan chủ quản: Ủy ban nhân dân tỉnh Thái Nguyên
cơ quan ban hành: Ủy ban nhân dân xã Lục Bình
địa danh: Lục Bình
cuộc họp:
  địa điểm: hội trường Ủy ban nhân dân xã
  chủ trì: Lê Văn Minh
nơi nhận: [Lãnh đạo UBND xã, \"Lưu: VT\"]
ký: Lê Văn Minh
danh bạ:
  - {họ tên: Lê Văn Minh, chức vụ: Chủ tịch}
";

#[test]
fn what_the_office_says_once_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("vanban.yaml"), OFFICE).unwrap();
    ends(&vanban(folder.path(), &["new", "-o", "tb.md"]), 0);
    let text = fs::read_to_string(folder.path().join("tb.md")).unwrap();
    for gone in
        ["thể thức:", "cơ quan", "địa danh", "địa điểm", "chủ trì:", "nơi nhận", "ký:"]
    {
        let line = text.lines().find(|line| line.trim_start().starts_with(gone));
        assert!(line.is_none(), "{gone}:\n{text}");
    }
    for kept in
        ["mẫu:", "số:", "ký hiệu: TB-CẦN ĐIỀN", "cuộc họp:", "  ngày: ", "trích yếu:"]
    {
        assert!(text.lines().any(|line| line.starts_with(kept)), "{kept}:\n{text}");
    }
    assert!(text.contains("# Những mục đã ghi trong vanban.yaml được bỏ ra khỏi đây.\n"));
    let output = vanban(folder.path(), &["build", "tb.md", "--deny-warnings"]);
    ends(&output, 0);

    // The symbol of another kind is not this one's.
    let office = format!("{OFFICE}ký hiệu: TB-UBND\n");
    fs::write(folder.path().join("vanban.yaml"), office).unwrap();
    for (kind, kept) in [("thông báo kết luận", false), ("giấy mời", true)] {
        let output = vanban(folder.path(), &["new", kind, "-o", "-"]);
        ends(&output, 0);
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text.contains("\nký hiệu: "), kept, "{kind}:\n{text}");
    }

    let broken = OFFICE.replace("địa danh", "địa dan");
    fs::write(folder.path().join("vanban.yaml"), broken).unwrap();
    let output = vanban(folder.path(), &["new", "-o", "khac.md"]);
    ends(&output, 1);
    assert!(stderr(&output).contains("unknown-field"), "{}", stderr(&output));
    assert_eq!(names(folder.path()), ["tb.md", "tb.pdf", "vanban.yaml"]);
}

#[test]
fn an_office_has_skeletons_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("mẫu/thong-bao-ket-luan");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("skeleton.md"), "---\nmẫu: thông báo kết luận\n---\nCủa tôi.\n")
        .unwrap();
    let output = vanban(folder.path(), &["new", "-o", "-"]);
    ends(&output, 0);
    assert!(String::from_utf8(output.stdout).unwrap().ends_with("Của tôi.\n"));
}
