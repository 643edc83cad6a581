//! The published JSON Schema: valid itself, documented, and one with what the program checks.

use std::collections::BTreeMap;
use std::fs;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::cli::{ends, stderr, vanban};
use crate::support::{misread, path, read};
use vanban::Scope;
use vanban::rooms::document::{Date, Deadline, SigningDate, fold};
use vanban::rooms::template::Templates;

fn schema(scope: Scope) -> Value {
    let Some(text) = vanban::schema(scope, None, &Templates::built_in()).output else {
        panic!("no template is named")
    };
    serde_json::from_str(&text).unwrap()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

/// The front matter of a file as an editor reads it: numbers are numbers.
fn typed(text: &str) -> Value {
    let yaml = text.split("---\n").find(|part| part.contains(": ")).unwrap();
    serde_saphyr::from_str(yaml).unwrap()
}

/// Every property of a schema, with the path to it.
fn properties<'a>(schema: &'a Value, path: &str, found: &mut Vec<(String, &'a Value)>) {
    let Some(map) = schema.as_object() else { return };
    for (keyword, value) in map {
        match keyword.as_str() {
            "properties" | "$defs" => {
                for (name, property) in value.as_object().unwrap() {
                    let path = format!("{path}/{name}");
                    if keyword == "properties" {
                        found.push((path.clone(), property));
                    }
                    properties(property, &path, found);
                }
            }
            "examples" | "default" | "enum" | "if" => {}
            _ => properties(value, path, found),
        }
    }
}

const SCOPES: [Scope; 3] = [Scope::Document, Scope::Partial, Scope::Defaults];

#[test]
fn the_schema_is_valid_against_the_metaschema() {
    for scope in SCOPES {
        let schema = schema(scope);
        let dialect = "https://json-schema.org/draft/2020-12/schema";
        assert_eq!(schema["$schema"], dialect);
        let metaschema = jsonschema::draft202012::meta::validate(&schema);
        metaschema.unwrap_or_else(|error| panic!("{error}"));
        validator(&schema);
    }
}

#[test]
fn every_property_helps_in_vietnamese() {
    for scope in SCOPES {
        let schema = schema(scope);
        let mut all = Vec::new();
        properties(&schema, "", &mut all);
        assert!(all.len() > 30, "the test sees the properties");
        for (path, property) in all {
            let text = |keyword: &str| {
                property[keyword].as_str().unwrap_or_else(|| panic!("{path}: {keyword}"))
            };
            assert!(!text("title").is_empty(), "{path}");
            let description = text("description");
            assert!(!description.is_ascii(), "{path}: {description}");
            assert!(description.ends_with('.'), "{path}: {description}");
            let examples = property["examples"].as_array().unwrap();
            assert!(!examples.is_empty(), "{path}");
            let mut alone = property.clone();
            alone["$defs"] = schema["$defs"].clone();
            let alone = validator(&alone);
            for example in examples.iter().chain(property.get("default")) {
                assert!(alone.is_valid(example), "{path}: {example}");
            }
        }
        let text = schema.to_string();
        for ours in ["\"format\"", "ngay-hoac-thang", "English", "The form of"] {
            assert!(!text.contains(ours), "{ours}");
        }
    }
}

#[test]
fn what_the_regulations_set_names_its_clause() {
    let schema = schema(Scope::Document);
    for field in [
        "cơ quan chủ quản",
        "cơ quan ban hành",
        "số",
        "ký hiệu",
        "địa danh",
        "ngày ký",
        "tên loại",
        "trích yếu",
        "kết luận",
        "nơi nhận",
        "ký",
    ] {
        let description = schema["properties"][field]["description"].as_str().unwrap();
        for source in ["HD 05-HD/VPTW, ", "NĐ 30/2020/NĐ-CP, Phụ lục I, II."] {
            assert!(description.contains(source), "{field}: {description}");
        }
    }
}

#[test]
fn the_examples_are_valid_in_an_editor() {
    let validator = validator(&schema(Scope::Document));
    let mut seen = 0;
    for folder in ["examples", "tests/notices"] {
        for entry in fs::read_dir(path(folder)).unwrap() {
            let file = entry.unwrap().path();
            if file.extension().is_some_and(|e| e == "md" || e == "yaml") {
                seen += 1;
                let value = typed(&fs::read_to_string(&file).unwrap());
                let errors: Vec<_> = validator.iter_errors(&value).collect();
                assert!(errors.is_empty(), "{}: {errors:?}", file.display());
            }
        }
    }
    assert!(seen >= 6);
}

/// The posts of the one who signs.
const POSTS: &str = "ký:\n  chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo]\n";

#[test]
fn editors_and_the_program_refuse_the_same() {
    let schema = validator(&schema(Scope::Document));
    let good = read("examples/thong-bao-2023-06-du-lieu.md");
    for (old, new, fine) in [
        ("số: 12", "số: 012", true),
        ("số: 12", "số:", true),
        ("ngày ký: 05/6/2023", "ngày ký: 6.2023", true),
        ("ngày ký: 05/6/2023", "ngày ký: 2023-06-05", true),
        ("ngày ký: 05/6/2023", "ngày ký: 2023", true),
        ("ngày ký: 05/6/2023", "ngày ký: năm 2023", true),
        ("ngày ký: 05/6/2023", "ngày ký: hôm qua", false),
        ("ngày: 02/6/2023", "ngày: 6/2023", false),
        ("hạn: 08/6/2023", "hạn: 8/6", false),
        ("hạn: 08/6/2023", "hạn: trong tháng 6", true),
        ("thể thức: đảng", "thể thức: đoàn", false),
        ("thể thức: đảng", "thể thức:", true),
        ("địa danh: Lục Bình", "địa danh:", false),
        ("địa danh: Lục Bình", "địa danh: [Lục Bình]", false),
        ("địa danh: Lục Bình", "địa dan: Lục Bình", false),
        ("  họ tên: Hoàng Hữu Khôi\n---", "  họ ten: Hoàng Hữu Khôi\n---", false),
        ("nội dung: Duy trì", "noi dun: Duy trì", false),
        ("nơi nhận:\n", "nơi nhận: |\n  - Thường trực;\n  - Lưu.\nkính gửi:\n", true),
        ("nơi nhận:\n", "nơi nhận: Thường trực\nkính gửi:\n", false),
        ("ký:\n", "ký:\n  quyền hạn: T/M Đảng ủy\n", true),
        (POSTS, "ký:\n  quyền hạn: T/M Đảng ủy\n", false),
        (POSTS, "ký:\n  quyền hạn: t/m Đoàn  chủ tịch\n", true),
        (POSTS, "ký:\n  quyền hạn: [T/M BAN BÍ THƯ]\n", true),
        ("  dự họp:\n", "  dự họp: |\n    Nông Thị Quyên\n    các thôn\n  vắng:\n", true),
    ] {
        let text = good.replacen(old, new, 1);
        assert_ne!(text, good, "{old}");
        // The one spelling that only the program knows.
        let text = text.replace("họ ten:", "họ tê:");
        assert_eq!(misread(&text).is_empty(), fine, "{new}: {:?}", misread(&text));
        assert_eq!(schema.is_valid(&typed(&text)), fine, "{new}");
    }
}

#[test]
fn patterns_take_every_date_that_the_program_takes() {
    let schema = schema(Scope::Document);
    let of = |pointer: &str| validator(schema.pointer(pointer).unwrap());
    let date = of("/$defs/Meeting/properties/ngày");
    let signing = of("/properties/ngày ký");
    let deadline = of("/$defs/ConclusionFields/properties/hạn");
    for day in ["5", "05", "31", "2023", "x"] {
        for month in ["6", "12"] {
            for (first, second) in [("/", "/"), ("-", "."), (" tháng ", " năm ")] {
                for start in ["", "ngày ", "Ngày"] {
                    let text = format!("{start}{day}{first}{month}{second}2023");
                    let value = json!(text);
                    if Date::parse(&text).is_ok() {
                        assert!(date.is_valid(&value), "{text}");
                    }
                    if SigningDate::parse(&text).is_ok() {
                        assert!(signing.is_valid(&value), "{text}");
                    }
                    if !text.is_empty() && Deadline::accepts(&text) {
                        assert!(deadline.is_valid(&value), "{text}");
                    }
                }
            }
        }
    }
    for text in ["2023-06-05", "2023.6", "6/2023", "tháng 6 năm 2023", "tháng 6/2023"]
    {
        assert!(signing.is_valid(&json!(text)), "{text}");
    }
    for text in ["hôm qua", "5/6", "5/6/23"] {
        assert!(!signing.is_valid(&json!(text)) && !date.is_valid(&json!(text)));
    }
}

#[test]
fn the_defaults_demand_nothing_and_know_people() {
    let defaults = validator(&schema(Scope::Defaults));
    let partial = validator(&schema(Scope::Partial));
    for (yaml, in_defaults, in_partial) in [
        ("địa danh: Lục Bình", true, true),
        ("ký: Hoàng Hữu Khôi", true, true),
        ("ký: {quyền hạn: T/M Đảng ủy}", true, true),
        ("cuộc họp: {chủ trì: {chức vụ: Bí thư}}", true, true),
        ("cuộc họp: {dự họp: [{chức vụ: Bí thư}]}", false, false),
        ("kết luận: [{}]", false, false),
        ("danh bạ: [{họ tên: Hoàng Hữu Khôi}]", true, false),
        ("danh bạ: [{chức vụ: Bí thư}]", false, false),
        ("địa dan: Lục Bình", false, false),
        ("ngày ký: hôm qua", false, false),
    ] {
        let value: Value = serde_saphyr::from_str(yaml).unwrap();
        assert_eq!(defaults.is_valid(&value), in_defaults, "{yaml}");
        assert_eq!(partial.is_valid(&value), in_partial, "{yaml}");
    }
}

#[test]
fn names_do_not_collide_when_folded() {
    let schema = schema(Scope::Defaults);
    let mut all = Vec::new();
    properties(&schema, "", &mut all);
    let mut seen = BTreeMap::new();
    for (path, _) in all {
        let name = path.rsplit('/').next().unwrap().to_owned();
        let old = seen.insert(fold(&name), name.clone());
        assert!(old.is_none_or(|old| old == name), "{name}");
    }
}

#[test]
fn the_template_of_the_schema_is_the_default_one() {
    let schema = schema(Scope::Document);
    assert_eq!(schema["properties"]["mẫu"]["default"], vanban::rooms::template::DEFAULT);
}

#[test]
fn the_command_prints_or_writes_and_knows_its_templates() {
    let folder = tempfile::tempdir().unwrap();
    let printed = vanban(folder.path(), &["schema"]);
    ends(&printed, 0);
    let named = vanban(folder.path(), &["luoc-do", "Thong-bao-ket-luan"]);
    ends(&named, 0);
    serde_json::from_slice::<Value>(&printed.stdout).unwrap();
    let named: Value = serde_json::from_slice(&named.stdout).unwrap();
    assert_eq!(
        named["properties"]["mẫu"]["enum"],
        json!(["thông báo kết luận", "thông báo kết luận@1", null])
    );

    let written = vanban(folder.path(), &["schema", "--defaults", "-o", "a.json"]);
    ends(&written, 0);
    assert_eq!(stderr(&written), "đã ghi a.json\n");
    let text = fs::read_to_string(folder.path().join("a.json")).unwrap();
    assert!(text.contains("\"danh bạ\""));

    let unknown = vanban(folder.path(), &["schema", "thông báo kết luậ"]);
    ends(&unknown, 1);
    let said = stderr(&unknown);
    assert!(said.contains("không có mẫu văn bản `thông báo kết luậ`"), "{said}");
    assert!(said.contains("có phải định viết `thông báo kết luận`?"), "{said}");
    ends(&vanban(folder.path(), &["schema", "--defaults", "--partial"]), 2);
    ends(&vanban(folder.path(), &["schema", "-o", "khong/co/a.json"]), 3);
}
