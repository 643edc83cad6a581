//! An office's defaults, documents of YAML alone, and what both come to.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{ends, names, stderr, vanban};

const OFFICE: &str = "\
cơ quan ban hành: Ban Chỉ đạo
địa danh: Lục Bình
ký hiệu: TB/BCĐ
nơi nhận: [Thường trực Đảng ủy, Lưu Văn phòng]
ký: Hoàng Hữu Khôi
danh bạ:
  - họ tên: Hoàng Hữu Khôi
    chức vụ: [Bí thư Đảng ủy]
    chức vụ ký: [Bí thư, kiêm, Trưởng Ban]
  - {họ tên: Nông Thị Quyên, chức vụ: Phó Bí thư}
";

const NOTICE: &str = "\
# yaml-language-server: $schema=van-ban.schema.json
trích yếu: kết luận cuộc họp
số:
cuộc họp:
  ngày: 02/6/2023
  chủ trì: Nông Thị Quyên
nơi nhận: [Các thôn, Lưu Văn phòng]
kết luận: [Rà soát danh mục]
";

/// A repository with an office's defaults and one document in it.
fn office(defaults: &str, notice: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::create_dir_all(folder.path().join("2023/06")).unwrap();
    write(&folder, "vanban.yaml", defaults);
    write(&folder, "2023/06/tb.yaml", notice);
    folder
}

fn write(folder: &TempDir, name: &str, text: &str) {
    fs::write(folder.path().join(name), text).unwrap();
}

/// What `check` says of the document: exit code and, for each problem, file, line and rule.
fn checked(folder: &Path, arguments: &[&str]) -> (i32, Vec<String>) {
    let arguments = [&["check", "--format", "json"], arguments].concat();
    let output = vanban(folder, &arguments);
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let line = |one: &Value| {
        let (file, rule) = (one["file"].as_str().unwrap(), one["rule"].as_str().unwrap());
        format!("{file}:{} {rule}", one["range"]["start"]["line"])
    };
    (output.status.code().unwrap(), found.iter().map(line).collect())
}

fn resolved(folder: &Path, file: &str) -> String {
    let output = vanban(folder, &["check", "--resolved", file]);
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_document_may_be_yaml_alone() {
    let folder = office(OFFICE, NOTICE);
    for text in [
        NOTICE.to_owned(),
        format!("---\n{NOTICE}"),
        format!("---\n{NOTICE}---\n"),
        format!("---\n{NOTICE}...\n"),
        format!("\u{feff}{}", NOTICE.replace('\n', "\r\n")),
        format!("{NOTICE}---\n\n# Thêm một mục\n\nNội dung.\n"),
    ] {
        write(&folder, "2023/06/tb.yaml", &text);
        let output = vanban(folder.path(), &["build", "2023/06/tb.yaml"]);
        ends(&output, 0);
        assert_eq!(stderr(&output), "đã xuất 2023/06/tb.pdf\n");
    }
    write(&folder, "2023/06/tb.yaml", "trích yếu: a\nđịa dan: b\n");
    let (code, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!((code, found), (1, vec!["2023/06/tb.yaml:2 unknown-field".to_owned()]));
    write(&folder, "2023/06/tb.yaml", "# chú thích\nký hiệu: b\nngày ký: 6/2023\n");
    let (_, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!(found, ["2023/06/tb.yaml:2 missing-field"]);
    write(&folder, "2023/06/tb.yaml", "");
    let (_, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!(found, ["2023/06/tb.yaml:1 front-matter-not-a-map"]);
}

#[test]
fn a_folder_is_searched_for_documents_of_both_kinds() {
    let folder = office(OFFICE, NOTICE);
    let front = format!("---\n{NOTICE}---\n");
    for (name, text) in [
        ("a.md", front.as_str()),
        ("ghi-chu.md", "Không phải văn bản."),
        ("b.yml", "Trích yếu: b\nngày ký: 6/2023\nmở đầu: Một.\n"),
        ("khac.yaml", "services:\n  trích yếu: trong\n"),
        ("template.yaml", "tên: mẫu\n"),
        (".an.yaml", NOTICE),
    ] {
        write(&folder, name, text);
    }
    ends(&vanban(folder.path(), &["build", "."]), 0);
    assert_eq!(
        names(folder.path()),
        [
            ".an.yaml",
            ".git",
            "2023",
            "a.md",
            "a.pdf",
            "b.pdf",
            "b.yml",
            "ghi-chu.md",
            "khac.yaml",
            "template.yaml",
            "vanban.yaml"
        ]
    );
    assert_eq!(names(&folder.path().join("2023/06")), ["tb.pdf", "tb.yaml"]);
}

#[test]
fn every_value_is_shown_with_its_origin() {
    let folder = office(OFFICE, NOTICE);
    assert_eq!(
        resolved(folder.path(), "2023/06/tb.yaml"),
        "\
trích yếu: kết luận cuộc họp   (2023/06/tb.yaml:2)
số: (để trống)   (2023/06/tb.yaml:3)
cuộc họp › ngày: 02/6/2023   (2023/06/tb.yaml:5)
cuộc họp › chủ trì › họ tên: Nông Thị Quyên   (2023/06/tb.yaml:6)
cuộc họp › chủ trì › chức vụ › 1: Phó Bí thư   (vanban.yaml:10)
nơi nhận › 1: Các thôn   (2023/06/tb.yaml:7)
nơi nhận › 2: Lưu Văn phòng   (2023/06/tb.yaml:7)
kết luận › 1: Rà soát danh mục   (2023/06/tb.yaml:8)
cơ quan ban hành: Ban Chỉ đạo   (vanban.yaml:1)
địa danh: Lục Bình   (vanban.yaml:2)
ký hiệu: TB/BCĐ   (vanban.yaml:3)
ký › họ tên: Hoàng Hữu Khôi   (vanban.yaml:5)
ký › chức vụ › 1: Bí thư   (vanban.yaml:9)
ký › chức vụ › 2: kiêm   (vanban.yaml:9)
ký › chức vụ › 3: Trưởng Ban   (vanban.yaml:9)
mẫu: thông báo kết luận   (mặc định của chương trình)
thể thức: đảng   (mặc định của chương trình)
trình bày › chức vụ in đậm: có   (mặc định của chương trình)
trình bày › in hai mặt: không   (mặc định của chương trình)
trình bày › gạch chân dấu hai chấm: có   (mặc định của chương trình)
"
    );
    let arguments = ["check", "--resolved", "--format", "json", "2023/06/tb.yaml"];
    let output = vanban(folder.path(), &arguments);
    ends(&output, 0);
    let values: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(values.len(), 20);
    assert_eq!(
        values[4]["path"],
        serde_json::json!(["cuộc họp", "chủ trì", "chức vụ", 0])
    );
    assert_eq!(values[4]["value"], "Phó Bí thư");
    assert_eq!(values[4]["file"], "vanban.yaml");
    assert_eq!(values[4]["range"]["start"]["line"], 10);
    assert_eq!(values[16]["file"], Value::Null);
    let sarif = ["check", "--resolved", "--format", "sarif", "2023/06/tb.yaml"];
    ends(&vanban(folder.path(), &sarif), 2);
}

#[test]
fn what_is_resolved_is_shown_beside_the_problems() {
    let folder = office(OFFICE, &NOTICE.replace("02/6/2023", "hôm qua"));
    let output = vanban(folder.path(), &["check", "--resolved", "2023/06/tb.yaml"]);
    ends(&output, 1);
    assert!(stderr(&output).contains("date-form"), "{}", stderr(&output));
    let values = String::from_utf8(output.stdout).unwrap();
    assert!(values.contains("cuộc họp › ngày: hôm qua   (2023/06/tb.yaml:5)"));
}

#[test]
fn groups_merge_and_lists_replace() {
    let defaults = "ngày ký: 6/2023\nnơi nhận:\n  Mục: [A, B]\n  Gửi bản giấy: [C]\n\
                    cuộc họp: {địa điểm: trụ sở, dự họp: [x]}\nđịa danh: [x]\n";
    let notice = "trích yếu: a\nnoi_nhan:\n  mục: [D]\nngày ký:\n\
                  cuộc họp: {dự họp: [y]}\nđịa danh:\n";
    let folder = office(defaults, notice);
    let shown = resolved(folder.path(), "2023/06/tb.yaml");
    for line in [
        "nơi nhận › mục › 1: D   (2023/06/tb.yaml:3)",
        "nơi nhận › Gửi bản giấy › 1: C   (vanban.yaml:4)",
        "ngày ký: 6/2023   (vanban.yaml:1)",
        "cuộc họp › dự họp › 1: y   (2023/06/tb.yaml:5)",
        "cuộc họp › địa điểm: trụ sở   (vanban.yaml:5)",
    ] {
        assert!(shown.contains(&format!("{line}\n")), "{line}:\n{shown}");
    }
    assert!(!shown.contains(": B ") && !shown.contains(": x   (vanban.yaml:5)"));
    let (_, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    let ours: Vec<_> = found.iter().filter(|line| line.contains("wrong-type")).collect();
    assert_eq!(
        ours,
        ["vanban.yaml:6 wrong-type"],
        "where it is wrong, not where it is empty"
    );
}

#[test]
fn posts_go_with_their_person() {
    let defaults = "ký: {quyền hạn: T/M Ban, chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}\n";
    for (own, kept) in [
        ("ký: {họ tên: Hoàng Hữu Khôi}", true),
        ("ký: Hoàng  Hữu Khôi", true),
        ("ký: {quyền hạn: K/T}", true),
        ("ký: {họ tên: Nông Thị Quyên}", false),
        ("ký: Nông Thị Quyên", false),
    ] {
        let folder = office(defaults, &format!("{NOTICE}{own}\n"));
        let shown = resolved(folder.path(), "2023/06/tb.yaml");
        assert_eq!(shown.contains("ký › chức vụ: Bí thư"), kept, "{own}:\n{shown}");
        let (_, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
        let missing = found.contains(&"2023/06/tb.yaml:9 missing-field".to_owned());
        assert_eq!(missing, !kept, "{own}: {found:?}");
    }
}

#[test]
fn a_name_not_in_the_directory_is_said_once_with_a_near_one() {
    for (old, new, line) in [
        ("chủ trì: Nông Thị Quyên", "chủ trì: Nông Thị Quyền", 6),
        ("chủ trì: Nông Thị Quyên", "chủ trì: {họ tên: Nông Thi Quyên, chức vụ: }", 6),
        ("kết luận:", "ký: Hoàng Hữu Khoi\nkết luận:", 8),
        ("kết luận:", "ký: {quyền hạn: T/M, họ tên: Hoàng Khôi Hữu}\nkết luận:", 8),
    ] {
        let folder = office(OFFICE, &NOTICE.replace(old, new));
        let (code, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
        assert_eq!(code, 1);
        assert_eq!(found, [format!("2023/06/tb.yaml:{line} person-unknown")], "{new}");
        let said = stderr(&vanban(folder.path(), &["check", "2023/06/tb.yaml"]));
        assert!(said.contains("có phải định viết `"), "{said}");
    }
    let posts = "chủ trì: {họ tên: Lê Thị Lan, chức vụ: Phó Chủ tịch}";
    let notice = NOTICE.replace("chủ trì: Nông Thị Quyên", posts);
    let folder = office(OFFICE, &notice);
    assert_eq!(checked(folder.path(), &["2023/06/tb.yaml"]), (0, Vec::new()));
}

#[test]
fn mistakes_in_defaults_are_said_even_where_overridden() {
    let defaults =
        format!("{OFFICE}ngày ký: 31/6/2023\nđịa dan: x\ncuộc họp: {{ngày: x}}\n");
    let folder = office(&defaults, &format!("{NOTICE}ngày ký: 6/2023\n"));
    let (code, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!(code, 1);
    assert_eq!(
        found,
        [
            "vanban.yaml:11 date-impossible",
            "vanban.yaml:12 unknown-field",
            "vanban.yaml:13 date-form"
        ]
    );
    assert_eq!(checked(folder.path(), &["vanban.yaml"]), (1, found));

    // Once for all documents, and each of them fails.
    write(&folder, "2023/b.yaml", NOTICE);
    assert_eq!(checked(folder.path(), &["."]).1.len(), 3);
    let output = vanban(folder.path(), &["build", "."]);
    ends(&output, 1);
    let said = stderr(&output);
    assert_eq!(said.matches("date-impossible").count(), 1, "{said}");
    assert!(said.contains("lỗi đã nêu ở trên"), "{said}");
    assert!(said.contains("3 lỗi trong 2 tệp"), "{said}");
}

#[test]
fn a_document_is_judged_as_far_as_broken_defaults_allow() {
    let folder = office("địa danh: Kết luận: x\n", "trích yếu: a\nđịa dan: b\n");
    let (_, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!(found, ["2023/06/tb.yaml:2 unknown-field", "vanban.yaml:1 yaml-syntax"]);

    // An entry of the directory that cannot be read makes nobody else unknown.
    let broken = OFFICE.replace("{họ tên: Nông Thị Quyên", "{ho ten la: Nông Thị Quyên");
    let folder = office(&broken, NOTICE);
    let (_, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!(found, ["vanban.yaml:10 unknown-field"]);

    let twice = format!("{OFFICE}  - {{họ tên: Nông Thị Quyên, chức vụ: x}}\n");
    let folder = office(&twice, NOTICE);
    let (_, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!(found, ["vanban.yaml:11 duplicate-key"]);
}

#[test]
fn empty_defaults_are_none() {
    for text in ["", "# chưa có gì\n", "---\n---\n", "danh bạ:\n"] {
        let folder = office(text, NOTICE);
        let (_, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
        let other: Vec<_> =
            found.iter().filter(|line| !line.contains("missing-field")).collect();
        assert!(other.is_empty(), "{text}: {other:?}");
        assert_eq!(checked(folder.path(), &["vanban.yaml"]), (0, Vec::new()), "{text}");
    }
}

#[test]
fn the_search_ends_at_the_root_of_a_repository() {
    let folder = office(OFFICE, NOTICE);
    ends(&vanban(&folder.path().join("2023/06"), &["check", "tb.yaml"]), 0);
    fs::create_dir(folder.path().join("2023/.git")).unwrap();
    let (code, found) = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!(code, 1);
    assert!(found.iter().all(|line| line.contains("missing-field")), "{found:?}");
    // The nearest one counts, alone.
    write(&folder, "2023/vanban.yaml", OFFICE);
    ends(&vanban(folder.path(), &["check", "2023/06/tb.yaml"]), 0);
}

#[test]
fn defaults_that_cannot_be_read_are_no_silence() {
    let folder = office(OFFICE, NOTICE);
    let path = folder.path().join("2023/06/vanban.yaml");
    fs::create_dir(&path).unwrap();
    let output = vanban(folder.path(), &["check", "2023/06/tb.yaml"]);
    ends(&output, 3);
    assert!(stderr(&output).contains("2023/06/vanban.yaml"), "{}", stderr(&output));
    #[cfg(unix)]
    {
        fs::remove_dir(&path).unwrap();
        std::os::unix::fs::symlink("vanban.yaml", &path).unwrap();
        ends(&vanban(folder.path(), &["check", "2023/06/tb.yaml"]), 3);
    }
    ends(&vanban(folder.path(), &["build", "vanban.yaml"]), 2);
}

/// A document of the State's that says everything but its place and the post of who signs.
const STATE: &str = "\
thể thức: nhà nước
cơ quan ban hành: Ban Chỉ đạo xã Lục Bình
ký hiệu: TB-BCĐ
ngày ký: 05/6/2026
trích yếu: Kết luận cuộc họp
nơi nhận: ['Lưu: VT']
ký: Nông Thị Quyên
kết thúc: Các thôn thực hiện./.
kết luận: [Rà soát danh mục]
";

#[test]
fn another_layout_takes_only_people_and_place_of_defaults() {
    let superior = "cơ quan chủ quản: Đảng ủy xã\nliên hệ: Văn phòng\n";
    for layout in ["thể thức: đảng\n", "thể thức: \"ĐẢNG\"\n"] {
        let folder = office(&format!("{layout}{superior}{OFFICE}"), STATE);
        let told = checked(folder.path(), &["2023/06/tb.yaml"]);
        assert_eq!(told, (0, vec!["2023/06/tb.yaml:1 defaults-layout".to_owned()]));
        let shown = resolved(folder.path(), "2023/06/tb.yaml");
        for part in ["địa danh: Lục Bình   (vanban.yaml:", "Phó Bí thư   (vanban.yaml:"]
        {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        for gone in ["Đảng ủy xã", "Văn phòng", "TB/BCĐ", "Trưởng Ban"] {
            assert!(!shown.contains(gone), "{gone}: {shown}");
        }
        let output = vanban(folder.path(), &["build", "2023/06/tb.yaml"]);
        ends(&output, 0);
        let said = stderr(&output);
        assert!(said.contains("`vanban.yaml` viết cho thể thức `đảng`"), "{said}");
    }
    // The reverse.
    let state = "thể thức: nhà nước\ncơ quan chủ quản: UBND tỉnh\nký hiệu: TB-UBND\nđịa danh: Lục \
                 Bình\ndanh bạ:\n  - {họ tên: Nông Thị Quyên, chức vụ: Phó Bí thư}\n";
    let party = STATE
        .replace("nhà nước", "đảng")
        .replace("TB-BCĐ", "TB/BCĐ")
        .replace("'Lưu: VT'", "Lưu Văn phòng Đảng ủy")
        .replace("./.", ".")
        .replace("Kết luận", "kết luận");
    let folder = office(state, &party);
    let told = checked(folder.path(), &["2023/06/tb.yaml"]);
    assert_eq!(told, (0, vec!["2023/06/tb.yaml:1 defaults-layout".to_owned()]));
    assert!(!resolved(folder.path(), "2023/06/tb.yaml").contains("UBND tỉnh"));
}

#[test]
fn layouts_that_agree_or_leave_nothing_out_are_not_mentioned() {
    let people = &OFFICE[OFFICE.find("danh bạ").unwrap()..];
    for office_text in [
        format!("thể thức: đảng\nđịa danh: Lục Bình\n{people}"),
        format!("địa danh: Lục Bình\ncơ quan chủ quản: UBND tỉnh\n{people}"),
        format!("thể thức: Nha_nuoc\nđịa danh: Lục Bình\nký hiệu: TB-HĐND\n{people}"),
    ] {
        let folder = office(&office_text, STATE);
        let told = checked(folder.path(), &["2023/06/tb.yaml"]);
        assert_eq!(told, (0, Vec::new()), "{office_text}");
    }
    // What a new document does not get from the defaults is not left out of it.
    let folder = office(&format!("thể thức: đảng\n{OFFICE}"), STATE);
    let output = vanban(folder.path(), &["new", "--layout", "nhà nước", "-o", "-"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for kept in
        ["thể thức: nhà nước", "cơ quan ban hành:", "ký hiệu: TB-", "nơi nhận:", "ký:"]
    {
        assert!(text.contains(&format!("\n{kept}")), "{kept}: {text}");
    }
    assert!(!text.contains("\nđịa danh:"), "{text}");
}
