//! One document for each row of a table (`--data`): what the rows say is printed, what is wrong
//! with one is told at its cell and keeps no other from being made.

use std::fs;
use std::path::Path;
use std::process::Output;

use proptest::prelude::*;
use vanban::{Format, Input, Outcome, Row, compile, read_table};

use crate::cli::{ends, names, stderr, vanban};
use crate::support::{path, pdf_text, read, said, words};

/// A folder with the invitation, and a table of guests.
fn office(table: impl AsRef<[u8]>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(path("tests/merge/giay-moi.md"), folder.path().join("giay-moi.md")).unwrap();
    fs::write(folder.path().join("khach.csv"), table).unwrap();
    folder
}

/// Merges the table into the invitation, and whatever else is asked for.
fn build(folder: &Path, more: &[&str]) -> Output {
    let command = ["build", "giay-moi.md", "--data", "khach.csv", "--out-dir", "ra"];
    vanban(folder, &[&command, more].concat())
}

/// The words of a result.
fn printed(folder: &Path, name: &str) -> String {
    let text = pdf_text(&fs::read(folder.join(name)).unwrap());
    words(&text).join(" ")
}

#[test]
fn each_row_is_a_document_and_a_mistake_keeps_no_other_from_it() {
    let folder = office(read("tests/merge/khach.csv"));
    let here = folder.path();
    let output = build(here, &["--report", "r.jsonl"]);
    ends(&output, 1);
    let said = stderr(&output);
    for part in [
        "lỗi[missing-field]: thiếu `họ tên`: ô này còn để trống\n --> khach.csv:5:7\n",
        "(dòng 5, cột `dự họp.họ tên`)",
        "lỗi[glyph-missing]: phông chữ không có ký tự `漢`",
        "\n --> khach.csv:6:12\n",
        "\n5 văn bản, 2 có lỗi (dòng 5-6 của khach.csv)\n",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let built = ["Bà Lan.pdf", "ba lan.pdf", "giay-moi-1.pdf"];
    assert_eq!(names(&here.join("ra")), built);
    let first = printed(here, "ra/giay-moi-1.pdf");
    assert!(
        first.contains("kính mời: ông Trần Văn Hùng, Chủ tịch Hội Nông dân xã."),
        "{first}"
    );
    assert!(first.contains("Người được mời giữ {chỗ} của mình./."), "{first}");
    assert!(!first.contains("0209"), "{first}");
    let second = printed(here, "ra/Bà Lan.pdf");
    assert!(
        second.contains("Giám đốc Hợp tác xã \"Ruộng Xanh\", xã Lục Bình."),
        "{second}"
    );
    // Machines are told the place in the file.
    let check = ["check", "giay-moi.md", "--data", "khach.csv", "--format", "json"];
    let found: Vec<serde_json::Value> =
        serde_json::from_slice(&vanban(here, &check).stdout).unwrap();
    let table = read("tests/merge/khach.csv");
    let glyph = found.iter().find(|one| one["rule"] == "glyph-missing").unwrap();
    let offset = glyph["range"]["start"]["offset"].as_u64().unwrap();
    assert_eq!(offset, table.find('漢').unwrap() as u64, "{glyph}");
    let lines: Vec<serde_json::Value> = fs::read_to_string(here.join("r.jsonl"))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let rows: Vec<_> = lines.iter().map(|line| line["row"].as_u64().unwrap()).collect();
    assert_eq!(rows, [2, 3, 5, 6, 8]);
    let one = &lines[0];
    assert_eq!(
        (&one["input"], &one["data"]),
        (&"giay-moi.md".into(), &"khach.csv".into())
    );
    assert_eq!(
        (&one["result"], &lines[2]["result"]),
        (&"built".into(), &"failed".into())
    );
}

#[test]
fn a_mistake_of_the_document_or_a_column_is_told_once() {
    let folder = office("dự họp.họ tên;chức danh\nÔng A;x\nÔng B;y\nÔng C;z\n");
    let here = folder.path();
    let text = read("tests/merge/giay-moi.md").replace("10/6/2026", "31/6/2026");
    fs::write(here.join("giay-moi.md"), text).unwrap();
    for command in ["build", "check"] {
        let output = vanban(here, &[command, "giay-moi.md", "--data", "khach.csv"]);
        ends(&output, 1);
        let said = stderr(&output);
        assert_eq!(said.matches("lỗi[date-impossible]").count(), 1, "{said}");
        assert_eq!(said.matches("lỗi[unknown-column]").count(), 1, "{said}");
        assert!(said.contains(" --> khach.csv:1:15\n"), "{said}");
    }
    let output = build(here, &[]);
    assert!(stderr(&output).ends_with("3 văn bản, 3 có lỗi (dòng 2-4 của khach.csv)\n"));
    let output = vanban(here, &["check", "giay-moi.md", "--data", "khach.csv"]);
    let last = "đã kiểm tra 3 dòng: 2 lỗi trong 3 dòng\n";
    assert!(stderr(&output).ends_with(last), "{}", stderr(&output));
    let name = vanban(
        here,
        &["check", "giay-moi.md", "--du-lieu", "khach.csv", "--cot-ten", "chức danh"],
    );
    assert!(!stderr(&name).contains("unknown-column"), "{}", stderr(&name));
}

#[test]
fn tables_of_every_office_program_are_read_alike() {
    let table =
        read("tests/merge/khach.csv").replace("漢", "Páo").replace("3;ông;;", "3;ông;A;");
    let crlf = table.replace('\n', "\r\n");
    let utf16 = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let other = |separator: &str| table.replace(';', separator);
    let tables = [
        table.clone().into_bytes(),
        format!("\u{feff}{crlf}\r\n;;;;;\r\n").into_bytes(),
        utf16(&table.replace(';', "\t")),
        other(",").into_bytes(),
        format!("sep=;\r\n{crlf}").into_bytes(),
    ];
    let mut first = None;
    for table in tables {
        let folder = office(table);
        let output = build(folder.path(), &[]);
        ends(&output, 0);
        let built = names(&folder.path().join("ra"));
        assert_eq!(built.len(), 5, "{built:?}");
        let all = |name: &String| printed(folder.path(), &format!("ra/{name}"));
        let said: Vec<String> = built.iter().map(all).collect();
        assert_eq!(*first.get_or_insert_with(|| said.clone()), said);
    }
}

#[test]
fn what_is_no_table_is_told_with_the_way_out_of_excel() {
    for (bytes, rule) in [
        (&b"t\xean;k\xednh g\xeed\n"[..], "table-encoding"),
        (b"PK\x03\x04xl/workbook.xml", "table-encoding"),
        (
            "dự họp.họ tên\nNguy?n V?n An\nTr?n Th? Lan\nLê Hoa\n".as_bytes(),
            "table-encoding",
        ),
        ("kính gửi;địa danh\n;;\n".as_bytes(), "table-empty"),
        (b"", "table-empty"),
    ] {
        let folder = office(bytes);
        let output = build(folder.path(), &[]);
        ends(&output, 1);
        let said = stderr(&output);
        assert!(said.contains(&format!("lỗi[{rule}]")), "{said}");
        assert!(rule != "table-encoding" || said.contains("“CSV UTF-8 "), "{said}");
    }
    // One name that was copied from elsewhere is a mistake of its row alone.
    let folder = office("dự họp.họ tên\nÔng A\nNguy?n V?n An\nÔng B\nÔng C\n");
    let output = build(folder.path(), &[]);
    ends(&output, 1);
    let said = stderr(&output);
    assert!(
        said.contains("lỗi[letters-lost]") && said.contains(" --> khach.csv:3:1\n"),
        "{said}"
    );
    assert_eq!(names(&folder.path().join("ra")).len(), 3);
    // What stands before a quotation that does not end is made.
    let folder = office("dự họp.họ tên\nÔng A\n\"Ông B\nÔng C\n");
    let output = build(folder.path(), &[]);
    ends(&output, 1);
    assert!(stderr(&output).contains(" --> khach.csv:3:1\n"), "{}", stderr(&output));
    assert_eq!(names(&folder.path().join("ra")), ["giay-moi-1.pdf"]);
}

#[test]
fn a_call_that_cannot_be_meant_is_refused() {
    let folder = office("dự họp.họ tên\nÔng A\n");
    let here = folder.path();
    fs::write(here.join("b.md"), read("tests/merge/giay-moi.md")).unwrap();
    for (arguments, part) in [
        (&["giay-moi.md", "b.md", "--data", "khach.csv"][..], "một văn bản"),
        (&[".", "--data", "khach.csv"], "một văn bản"),
        (&["-", "--data", "khach.csv"], "đầu vào chuẩn"),
        (&["giay-moi.md", "--data", "-"], "đầu vào chuẩn"),
        (
            &["giay-moi.md", "--data", "khach.csv", "-o", "gm.pdf"],
            "`vanban build giay-moi.md --data khach.csv --merge -o gm.pdf`",
        ),
        (&["giay-moi.md", "--name-column", "a"], "--data"),
    ] {
        let output = vanban(here, &[&["build"], arguments].concat());
        ends(&output, 2);
        assert!(stderr(&output).contains(part), "{}", stderr(&output));
    }
    ends(&vanban(here, &["build", "giay-moi.md", "--data", "khong-co.csv"]), 3);
    let fix = ["check", "giay-moi.md", "--data", "khach.csv", "--fix"];
    ends(&vanban(here, &fix), 2);
    assert_eq!(names(here), ["b.md", "giay-moi.md", "khach.csv"]);
}

#[test]
fn a_result_takes_no_place_of_another_file() {
    let folder =
        office("dự họp.họ tên;tên tệp\nÔng A;tb\nÔng B;của tôi\nÔng C;giay-moi\n");
    let here = folder.path();
    fs::write(here.join("tb.md"), "của một văn bản khác").unwrap();
    fs::write(here.join("của tôi.pdf"), "chữ").unwrap();
    let output = vanban(here, &["build", "giay-moi.md", "--data", "khach.csv"]);
    ends(&output, 1);
    assert_eq!(fs::read_to_string(here.join("của tôi.pdf")).unwrap(), "chữ");
    for name in ["tb-2.pdf", "giay-moi-2.pdf"] {
        assert!(here.join(name).exists(), "{name}: {}", stderr(&output));
    }
    assert!(!here.join("tb.pdf").exists());
}

#[test]
fn only_rows_that_changed_are_made_again() {
    let table = "dự họp.họ tên\nÔng A\nÔng B\nÔng C\n";
    let folder = office(table);
    let here = folder.path();
    ends(&build(here, &["--if-changed"]), 0);
    let again = stderr(&build(here, &["--if-changed"]));
    assert_eq!(again.matches("không đổi").count(), 4, "{again}");
    fs::write(here.join("khach.csv"), table.replace("Ông B", "Bà B")).unwrap();
    let changed = stderr(&build(here, &["--if-changed"]));
    assert_eq!(changed.matches("đã xuất").count(), 1, "{changed}");
    assert!(changed.contains("đã xuất ra/giay-moi-2.pdf"), "{changed}");
    let check = ["check", "giay-moi.md", "--data", "khach.csv", "--if-changed"];
    ends(&vanban(here, &check), 0);
    let again = stderr(&vanban(here, &check));
    assert!(again.contains("3 dòng không đổi"), "{again}");
}

#[test]
fn shards_and_jobs_change_nothing_of_the_rows() {
    let rows: String = (1..=9).map(|n| format!("Ông {n}\n")).collect();
    let folder = office(format!("dự họp.họ tên\n{rows}"));
    let here = folder.path();
    ends(&build(here, &["--jobs", "1"]), 0);
    let bytes = |name: &String| fs::read(here.join("ra").join(name)).unwrap();
    let whole: Vec<_> = names(&here.join("ra")).iter().map(bytes).collect();
    fs::remove_dir_all(here.join("ra")).unwrap();
    for part in ["1/2", "2/2"] {
        ends(&build(here, &["--shard", part, "--jobs", "3"]), 0);
    }
    let parts: Vec<_> = names(&here.join("ra")).iter().map(bytes).collect();
    assert!(whole == parts && parts.len() == 9);
}

#[test]
fn all_rows_are_one_pdf_where_that_is_asked_for() {
    let folder = office(read("tests/merge/khach.csv"));
    let here = folder.path();
    ends(&build(here, &[]), 1);
    let merge = |more: &[&str]| {
        let command = ["build", "giay-moi.md", "--data", "khach.csv", "--merge"];
        vanban(here, &[&command, more].concat())
    };
    let output = merge(&["--report", "r.jsonl"]);
    ends(&output, 1);
    let said = stderr(&output);
    assert!(said.contains(" --> khach.csv:6:12\n"), "{said}");
    let last = "đã xuất giay-moi.pdf\n5 văn bản, 2 có lỗi (dòng 5-6 của khach.csv)\n";
    assert!(said.ends_with(last), "{said}");
    let parts = ["ra/giay-moi-1.pdf", "ra/Bà Lan.pdf", "ra/ba lan.pdf"];
    let parts: Vec<String> = parts.iter().map(|part| printed(here, part)).collect();
    assert_eq!(printed(here, "giay-moi.pdf"), parts.join(" "));
    let report = fs::read_to_string(here.join("r.jsonl")).unwrap();
    assert_eq!(report.matches("\"path\":\"giay-moi.pdf\"").count(), 3, "{report}");
    assert_eq!(report.matches("\"result\":\"failed\"").count(), 2, "{report}");

    let first = fs::read(here.join("giay-moi.pdf")).unwrap();
    ends(&merge(&["--jobs", "1", "-o", "gop.pdf"]), 1);
    assert!(fs::read(here.join("gop.pdf")).unwrap() == first);
    for (arguments, part) in [
        (&["-o", "khach.csv"][..], "khach.csv"),
        (&["-o", "gop.png"], "png"),
        (&["--if-changed"], "--if-changed"),
        (&["--shard", "1/2"], "--shard"),
    ] {
        let output = merge(arguments);
        ends(&output, 2);
        assert!(stderr(&output).contains(part), "{}", stderr(&output));
    }
    fs::create_dir_all(here.join("mẫu/giay-moi")).unwrap();
    let own = "{% extends \"co-san/giay-moi/main.typ.j2\" %}\n";
    fs::write(here.join("mẫu/giay-moi/main.typ.j2"), own).unwrap();
    ends(&merge(&[]), 2);
    ends(&build(here, &[]), 1);
    assert_eq!(
        fs::read_to_string(here.join("khach.csv")).unwrap(),
        read("tests/merge/khach.csv")
    );
}

/// What a row says of the invitation, and its text.
fn with_row(document: &str, table: &str) -> (Option<String>, String) {
    let row = Row { table: ("khach.csv", table.into()), name_column: None };
    let input = Input { row: Some(row), ..Input::new("gm.md", document) };
    let Outcome { output, report } = compile(&input, Format::Pdf);
    (output.map(|files| words(&pdf_text(&files[0])).join(" ")), said(&report))
}

#[test]
fn cells_are_texts_and_stand_over_all_that_a_file_says() {
    let document = read("tests/merge/giay-moi.md");
    let document = document.replace(
        "nơi nhận:",
        "theo mẫu:\n  giấy mời:\n    trích yếu: Của mẫu\nkính gửi: Của tệp\nnơi nhận:",
    );
    for (table, printed) in [
        ("trích yếu\na: [b\n", "a: [b"),
        ("trích yếu\n\"- {x} # y & 'z'\"\n", "- {x} # y & 'z'"),
        ("Kinh_Gui\nÔng A\n", "Kính gửi: Ông A"),
        ("kính gửi\n\n", "Kính gửi: Của tệp"),
        ("kính gửi;số\n;7\n", "Kính gửi: Của tệp"),
        ("kính gửi\n\"Ông A\nBà B\"\n", "- Ông A; - Bà B."),
        ("cuộc họp / giờ\n8 giờ 15\n", "8 giờ 15, thứ Tư"),
        ("cuộc họp.ngày\n11/6/2026\n", "thứ Năm, ngày 11 tháng 6"),
        ("giờ,địa điểm\n8 giờ 15,Sân đình\n", "Địa điểm: Sân đình."),
        ("nơi nhận\nLưu: VT\n", "- Lưu: VT."),
        ("ký.họ tên;ký.chức vụ\nNông Thị Quyên;Phó Chủ tịch\n", "Nông Thị Quyên"),
    ] {
        let (text, said) = with_row(&document, table);
        let text = text.unwrap_or_else(|| panic!("{table}: {said}"));
        assert!(text.contains(printed), "{table}: {text}\n{said}");
    }
}

#[test]
fn a_line_that_is_too_long_is_told_at_its_cell() {
    let word = "a".repeat(400);
    let (text, said) = with_row(
        &read("tests/merge/giay-moi.md"),
        &format!("số;ký.họ tên;ký.chức vụ\n5;{word};Chủ tịch\n"),
    );
    assert_eq!(text, None, "{said}");
    assert!(said.contains("--> khach.csv:2:3\n"), "{said}");
}

/// Names of columns, known and unknown ones.
const HEADS: &[&str] = &[
    "kính gửi",
    "dự họp.họ tên",
    "dự họp.xưng hô",
    "dự họp",
    "cuộc họp.ngày",
    "cuộc họp",
    "ký",
    "ký.họ tên",
    "nơi nhận",
    "nơi nhận.Gửi",
    "trích yếu",
    "mẫu",
    "thể thức",
    "theo mẫu.giấy mời.số",
    "trình bày.cỡ chữ",
    "kết luận",
    "phụ lục.tiêu đề",
    "kiểm tra",
    "danh bạ",
    "STT",
    "#x",
    "tên tệp",
    "họ tên",
    "Ông/Bà",
    "..",
    "/",
    "a.b.c.d",
    "",
    "\"\"",
    "\u{feff}",
    "vắng.chức vụ",
    "dự thảo",
];

/// Values of cells.
const CELLS: &[&str] = &[
    "",
    "A",
    "31/6/2026",
    "10/6/2026",
    "a: [b",
    "\"a\n\nb\"",
    "\"- a;\r\n- b.\"",
    "[^1]",
    "<br>",
    "**a**",
    "漢",
    "\u{202e}x",
    "CẦN ĐIỀN",
    "N?m",
    "đảng",
    "công văn",
    "C¸c th«n b¸o c¸o",
    "\u{0}",
    "\"\"\"\"",
    "*x",
    "a\u{301}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_table_makes_the_program_fail(
        columns in prop::collection::vec(
            (prop::sample::select(HEADS), prop::sample::select(CELLS)), 0..7
        ),
        noise in "[\"\\PC;\n]{0,6}",
    ) {
        let line = |part: fn(&(&'static str, &'static str)) -> &'static str| {
            columns.iter().map(part).collect::<Vec<_>>().join(";")
        };
        let table = format!("{}\n{}{noise}\n", line(|one| one.0), line(|one| one.1));
        let row = Row { table: ("khach.csv", table.clone().into()), name_column: None };
        let document = read("tests/merge/giay-moi.md");
        let input = Input { row: Some(row), ..Input::new("gm.md", document) };
        let report = vanban::parse(&input).report;
        let shown = said(&report);
        prop_assert!(!shown.contains("[internal]"), "{table}\n{shown}");
        for one in &report.diagnostics {
            let text = report.sources.get(one.span.file).text();
            prop_assert!(text.get(one.span.range()).is_some(), "{table}\n{one:?}");
        }
    }
}

/// A table as it is written: each value in quotes.
fn written(rows: &[Vec<String>], separator: char, end: &str) -> String {
    let value = |value: &String| format!("\"{}\"", value.replace('"', "\"\""));
    let row = |row: &Vec<String>| {
        let values: Vec<String> = row.iter().map(value).collect();
        values.join(&separator.to_string()) + end
    };
    rows.iter().map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_a_table_or_told(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "[\\PC\"\";,\t\r\n]{0,200}".prop_map(String::into_bytes),
            "(STT|tên tệp|#|kính gửi)?[;,\"\n a]{0,60}".prop_map(String::into_bytes),
        ]
    ) {
        let Outcome { output, report } = read_table("a.csv", bytes, None);
        let table = output.unwrap_or_default();
        prop_assert!(!table.rows().is_empty() || report.diagnostics.has_errors());
        for row in table.rows() {
            let only = read_table("a.csv", table.only(row), None).output.unwrap();
            prop_assert_eq!(only.rows().len(), 1);
            prop_assert_eq!((only.rows()[0].line, &only.rows()[0].result), (row.line, &row.result));
        }
    }

    #[test]
    fn a_table_is_read_as_it_was_written(
        rows in prop::collection::vec(prop::collection::vec("[a-zê;,\t\"\n]{1,9}x", 3), 1..6),
        separator in prop::sample::select(vec![';', ',', '\t']),
        end in prop::sample::select(vec!["\n", "\r\n", "\n\n", "\r\n;;\r\n"]),
    ) {
        let end = end.replace(';', &separator.to_string());
        let mut all = vec![vec!["a".into(), "tên tệp".into(), "c".into()]];
        all.extend(rows.iter().cloned());
        let table = read_table("a.csv", written(&all, separator, &end).into(), None);
        let table = table.output.unwrap();
        let read: Vec<_> = table.rows().iter().map(|row| row.result.clone().unwrap()).collect();
        let wanted: Vec<_> = rows.iter().map(|row| row[1].trim().to_owned()).collect();
        prop_assert_eq!(read, wanted);
    }
}
