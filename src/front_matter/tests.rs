//! What secretaries write in a front matter, and what they are told.

use serde::Deserialize;

use super::*;
use crate::diagnostic::{HumanOptions, render_human};
use crate::document::{Document, NamedTemplates, Presentation, field, fold};
use crate::source::Source;

const GOOD: &str = "\
---
thể thức: đảng
Cơ quan chủ quản: Đảng ủy xã Lục Bình
co_quan_ban_hanh: Ban Chỉ đạo \"A\"
số: 012
tên loại: ~
ký hiệu: TB/BCĐ
địa danh: Lục Bình
ngày ký: 6/2023
trích yếu: >
  kết luận cuộc họp
  tháng 5
cuộc họp:
  ngày: 02/6/2023
  chủ trì: {họ tên: Hoàng Hữu Khôi, chức vụ: [Huyện ủy viên, Bí thư]}
  dự họp:
    - Nông Thị Quyên
    - {họ tên: 1.10, chức vụ: có}
kết luận:
  - tiêu đề: Một
    mục:
      - nội dung: rà soát
        giao: công chức
        hạn: 08/6/2023
      - chỉ có chữ
nơi nhận:
  Gửi bản giấy: [Thành viên BCĐ xã (Bí thư chi bộ), Lưu Đảng ủy xã]
  Mục: 0912
ký: {chức vụ: [Bí thư, kiêm], họ tên: Hoàng Hữu Khôi}
---
Thân.
";

/// A kind without fields of its own.
fn named() -> NamedTemplates {
    let mut sources = Sources::default();
    let manifest = "tên: mẫu\nphiên bản: 1\ntóm tắt: x\nthể thức: [đảng]\ntên loại: x\n";
    let file = sources.add(Source::new("template.yaml", manifest));
    let (declared, found) = read_manifest("mau", file, &sources);
    assert!(found.is_empty(), "{found:?}");
    NamedTemplates { declared, ..NamedTemplates::default() }
}

fn run(text: &str) -> (FrontMatter, Diagnostics, Sources) {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.md", text));
    let (front, mut found) = parse(file, None, None, &sources).read(&named(), &sources);
    found.sort_and_dedup();
    (front, found, sources)
}

fn shown(text: &str) -> String {
    let (_, found, sources) = run(text);
    found
        .iter()
        .map(|d| {
            let at = sources.get(d.span.file).position(d.span.start);
            let slice = sources.slice(d.span);
            format!("{}:{} {} `{slice}`\n", at.line, at.column, d.rule().id)
        })
        .collect()
}

#[test]
fn a_good_front_matter_becomes_a_document() {
    for text in [GOOD.to_owned(), format!("\u{feff}{}", GOOD.replace('\n', "\r\n"))] {
        let (front, found, sources) = run(&text);
        assert!(
            found.is_empty(),
            "{}",
            render_human(&found, &sources, HumanOptions::default())
        );
        let body = front.body().unwrap();
        let document = front.document.unwrap();
        assert_eq!(sources.slice(body).trim(), "Thân.");
        assert_eq!(document.number.as_ref().unwrap().value, "012");
        assert_eq!(sources.slice(document.number.as_ref().unwrap().span), "012");
        assert_eq!(document.kind.as_ref().unwrap().value, "~");
        assert_eq!(document.issuer.first.value, "Ban Chỉ đạo \"A\"");
        assert_eq!(document.subject.unwrap().value.trim(), "kết luận cuộc họp tháng 5");
        let meeting = document.meeting.unwrap();
        assert_eq!(meeting.chair.posts.len(), 2);
        assert_eq!(meeting.attendees[1].name.value, "1.10");
        assert_eq!(meeting.attendees[1].posts[0].value, "có");
        assert_eq!(sources.slice(meeting.attendees[0].name.span), "Nông Thị Quyên");
        assert_eq!(document.conclusions[0].items[0].assignees[0].value, "công chức");
        assert_eq!(
            document.conclusions[0].items[1].text.as_ref().unwrap().value,
            "chỉ có chữ"
        );
        let groups = &document.recipients.0;
        assert_eq!(groups[0].name.as_ref().unwrap().value, "Gửi bản giấy");
        assert_eq!(groups[1].name.as_ref().unwrap().value, "Mục");
        assert_eq!(groups[1].entries[0].value, "0912");
    }
}

#[test]
fn every_mistake_is_found_in_one_run_at_its_place() {
    let text = "---\nco quan ban hanh: A\nký hiệu:\nđịa danh: [a]\nngày ký: 31/02/2023\n\
                trich yeus: b\nthể thức: đoàn\ncuộc họp:\n  ngày: hôm qua\n  chủ trì: {ten: x}\n\
                nơi nhận: một\nký:\n  - a\nlạ: 1\nnoi_nhan: []\n---\n";
    assert_eq!(
        shown(text),
        "3:1 empty-field `ký hiệu`\n\
         4:1 wrong-type `địa danh`\n\
         5:10 date-impossible `31/02/2023`\n\
         6:1 unknown-field `trich yeus`\n\
         7:11 wrong-choice `đoàn`\n\
         9:9 date-form `hôm qua`\n\
         10:13 unknown-field `ten`\n\
         11:11 wrong-type `một`\n\
         13:5 wrong-type `a`\n\
         14:1 unknown-field `lạ`\n\
         15:1 duplicate-key `noi_nhan`\n"
    );
}

#[test]
fn yaml_slips_are_named_where_they_were_made() {
    let with = |line: &str| {
        shown(&format!("---\nký hiệu: TB\n{line}\nđịa danh: x\n---\n"))
            .lines()
            .filter(|line| !line.contains("missing-field"))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    assert_eq!(with("trích yếu: Kết luận: họp"), "3:20 yaml-syntax `:`\n");
    assert_eq!(with("ký:\n\thọ tên: a"), "4:1 yaml-syntax `\t`\n");
    assert_eq!(with("trích yếu: \"abc"), "3:12 yaml-syntax `\"abc`\n");
    assert_eq!(with("trích yếu:abc"), "3:10 yaml-syntax `:`\n");
    assert_eq!(with("nơi nhận: [a, b"), "3:11 yaml-syntax `[a, b`\n");
    assert_eq!(with("trích yếu: @abc"), "3:12 yaml-syntax `@`\n");
    assert_eq!(with("trích yếu: !abc x"), "3:12 yaml-syntax `!`\n");
    assert_eq!(with("trích yếu: “Kết luận: họp”"), "3:12 yaml-syntax `“`\n");
    assert_eq!(with(" trích yếu: a"), "3:2 yaml-syntax `trích yếu: a`\n");
    assert_eq!(with("ký:\n  họ tên: a\n   chức vụ: b"), "5:4 yaml-syntax `chức vụ: b`\n");
    assert_eq!(with("ký:\n   họ tên: a\n  chức vụ: b"), "5:3 yaml-syntax `chức vụ: b`\n");
}

#[test]
fn slips_that_yaml_swallows_are_named_too() {
    let all = |line: &str| {
        shown(&format!("---\n{line}\n---\n"))
            .lines()
            .filter(|line| line.contains("yaml") || line.contains("comment"))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    assert_eq!(all("nơi nhận:\n-A\n-B"), "3:1 yaml-syntax `-`\n4:1 yaml-syntax `-`\n");
    assert_eq!(
        all("nơi nhận:\n  -A\n  -B"),
        "3:3 yaml-syntax `-`\n4:3 yaml-syntax `-`\n"
    );
    assert_eq!(all("nơi nhận:\n  - A\n  -B"), "4:3 yaml-syntax `-`\n");
    assert_eq!(all("trích yếu: họp tổ #3"), "2:19 cut-by-comment `#3`\n");
    assert_eq!(all("trích yếu: họp  # chú thích"), "");
    assert_eq!(all("số:  # để trống"), "");
    assert_eq!(all("mở đầu: |-\n  -A\n  b #c"), "");
}

#[test]
fn a_file_without_front_matter_is_told_so() {
    assert_eq!(shown("Chào"), "1:1 front-matter-missing `Chào`\n");
    assert_eq!(shown(""), "1:1 front-matter-missing ``\n");
    assert_eq!(shown("---\na: b\n"), "1:1 front-matter-unclosed `---`\n");
    assert_eq!(shown("---\n---\n"), "1:1 front-matter-not-a-map `---`\n");
}

/// The names of all fields that a definition knows.
fn names_in(schema: &serde_json::Value, names: &mut BTreeSet<String>) {
    if let Some(properties) = schema.get("properties").and_then(|p| p.as_object()) {
        names.extend(properties.keys().cloned());
    }
    match schema {
        serde_json::Value::Object(map) => map.values().for_each(|v| names_in(v, names)),
        serde_json::Value::Array(list) => list.iter().for_each(|v| names_in(v, names)),
        _ => {}
    }
}

#[test]
fn names_of_fields_do_not_collide_when_folded() {
    let mut names = BTreeSet::new();
    names_in(&definition::of(Scope::Defaults), &mut names);
    let folded: BTreeSet<String> = names.iter().map(|name| fold(name)).collect();
    assert_eq!(folded.len(), names.len());
}

#[test]
fn the_named_fields_are_those_of_the_schema() {
    let (mut names, mut settings) = (BTreeSet::new(), BTreeSet::new());
    names_in(&definition::of(Scope::Defaults), &mut names);
    names_in(&schemars::schema_for!(Presentation).to_value(), &mut settings);
    let named = field::ALL.iter().map(|field| field.name.to_owned());
    let named: BTreeSet<String> = named.chain(settings).collect();
    assert_eq!(named, names);
}

#[test]
fn defaults_fill_what_the_document_leaves_open() {
    let own = "---\nký hiệu: TB/BCĐ\nngày ký:\ntrích yếu: a\ncuộc họp:\n  ngày: 02/6/2023\n  \
               chủ trì: Hoàng Hữu Khôi\n  dự họp: [Nông Thị Quyên, các thành viên]\n  \
               thư ký: Nông Thị Quyên\n  vắng: [Hoàng Hữu Khôi, hai người]\n\
               nơi nhận: [A]\nký: Hoàng Hữu Khôi\n---\n";
    let office = "co quan ban hanh: Ban\nđịa danh: Lục Bình\nnơi nhận: [B, C]\ndanh bạ:\n\
                  - {họ tên: Hoàng Hữu Khôi, chức vụ: [Bí thư], chức vụ ký: [Bí thư, kiêm, Trưởng]}\n\
                  - {họ tên: Nông Thị Quyên, chức vụ: Phó Bí thư}\n";
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.md", own));
    let defaults = sources.add(Source::new("vanban.yaml", office));
    let (front, found) =
        parse(file, Some(defaults), None, &sources).read(&named(), &sources);
    assert!(
        found.is_empty(),
        "{}",
        render_human(&found, &sources, HumanOptions::default())
    );
    let document = front.document.unwrap();
    assert_eq!(document.recipients.0[0].entries[0].value, "A");
    assert_eq!(document.recipients.0[0].entries.len(), 1);
    assert_eq!(document.place.span.file, defaults);
    let meeting = document.meeting.unwrap();
    assert_eq!(meeting.chair.posts[0].value, "Bí thư");
    assert_eq!(meeting.attendees[0].posts[0].value, "Phó Bí thư");
    assert!(meeting.attendees[1].posts.is_empty());
    assert_eq!(meeting.secretary.unwrap().posts[0].value, "Phó Bí thư");
    assert_eq!(meeting.absentees[0].posts[0].value, "Bí thư");
    assert!(meeting.absentees[1].posts.is_empty());
    assert_eq!(document.signatures.first.posts.len(), 3);

    let own = own.replacen("Nông Thị Quyên", "Nông Thị Quyền Anh", 1);
    let office = office.replace("địa danh: Lục Bình", "địa danh: [x]");
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.md", own));
    let defaults = sources.add(Source::new("vanban.yaml", office));
    let (_, mut found) =
        parse(file, Some(defaults), None, &sources).read(&named(), &sources);
    found.sort_and_dedup();
    let rules: Vec<_> =
        found.iter().map(|d| (d.rule().id, d.span.file, sources.slice(d.span))).collect();
    assert_eq!(
        rules,
        [
            ("person-unknown", file, "Nông Thị Quyền Anh"),
            ("wrong-type", defaults, "địa danh"),
        ]
    );
}

#[test]
fn the_types_take_exactly_what_the_schema_takes() {
    let yaml = GOOD.split("---\n").nth(1).unwrap();
    let lines: Vec<&str> = yaml.lines().collect();
    let values = [
        "",
        "x",
        "\"\"",
        "[]",
        "{}",
        "[a]",
        "[[a]]",
        "{a: b}",
        "31/2/2023",
        "1/1/2023",
        "co",
        "6/2023",
    ];
    let long = "x".repeat(20_001);
    let mut both = [0, 0];
    for at in 0..lines.len() {
        let key = lines[at].split_once(':').map_or(lines[at], |(key, _)| key);
        let variants = values.iter().copied().chain([long.as_str()]);
        let changed = variants.map(|value| Some(format!("{key}: {value}"))).chain([None]);
        for line in changed {
            let mut text: Vec<&str> = lines.clone();
            match &line {
                Some(line) => text[at] = line,
                None => drop(text.remove(at)),
            }
            let text = text.join("\n") + "\ntrình bày: {chức vụ in đậm: Có}\n";
            let source = Source::new("a", text.as_str());
            let span = Span::new(FileId::DOCUMENT, 0..text.len());
            let Ok(tree) = tree::parse(span, &source) else { continue };
            let mut repeated = Diagnostics::default();
            duplicates::report(&tree, &mut repeated);
            if repeated.has_errors() {
                continue;
            }
            let schema = &*DOCUMENT;
            let reader = decode::Reader { node: &tree, names: schema.names() };
            let decodes = Document::deserialize(reader);
            let fits = schema.check(&tree, span).is_empty();
            // What single kinds do without is asked for once the kind is known.
            let whole = decodes.as_ref().is_ok_and(|document| {
                document.symbol.is_some() && document.subject.is_some()
            });
            assert_eq!(whole, fits, "{line:?} for {}: {decodes:?}", lines[at]);
            both[usize::from(fits)] += 1;
        }
    }
    assert!(both[0] > 50 && both[1] > 50, "{both:?}");
}

/// Fields of every form.
const FORMS: &str = "\
tên: mẫu
phiên bản: 1
tóm tắt: x
thể thức: [đảng]
tên loại: x
bắt buộc: [hai, bốn, kính gửi]
các mục:
  một: {}
  hai: {enum: [Ban Thường vụ, Thường trực]}
  ba: {format: ngay}
  bốn: {enum: [có, không]}
  năm: {type: [string, array]}
  sáu: {type: array}
  bảy: {type: array, items: {type: object, properties: {tên: {}, lần: {format: ngay}}, required: [tên]}}
  tám: {type: object, properties: {a: {type: array}, b: {type: [string, array]}, c: {enum: [x]}}, required: [c]}
  chín: {format: người}
  mười: {type: array, items: {type: object, properties: {ai: {format: nguoi}}}}
";

#[test]
fn fields_of_a_kind_take_exactly_what_their_schema_takes() {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("template.yaml", FORMS));
    let (kind, found) = read_manifest("mau", file, &sources);
    assert!(found.is_empty(), "{found:?}");
    let kind = kind.unwrap();
    let joined = Schema::of_kind(Scope::Document, &kind);
    let long = "x".repeat(10_001);
    let values = [
        "",
        "x",
        "\"\"",
        "[]",
        "{}",
        "[a]",
        "[[a]]",
        "[a, ]",
        "[a, {b: c}]",
        "[\"\"]",
        "~",
        "null",
        "Ban thuong vu",
        "có",
        "Không",
        "true",
        "5/6/2023",
        "31/6/2023",
        "[{tên: a}]",
        "[{Ten: a, lần: 1/1/2023}]",
        "[{tên: }]",
        "[{lần: 1/1/2023}]",
        "[{tên: a, lần: x}]",
        "[{tên: a, khác: b}]",
        "{c: x}",
        "{c: X, a: [y], b: z}",
        "{c: x, a: z}",
        "{c: x, a: []}",
        "{c: x, b: [[y]]}",
        "{c: y}",
        "{a: [x]}",
        "{c: x, a: , b: }",
        "{tên: a}",
        "{họ tên: a}",
        "{họ tên: a, chức vụ: [b, c], xưng hô: bà}",
        "{họ tên: }",
        "{chức vụ: b}",
        "[{ai: x}]",
        "[{ai: {họ tên: a}}, {}]",
        "[{ai: {họ tên: a, tên: b}}]",
        "[{ai: }]",
        long.as_str(),
    ];
    let yaml = GOOD.split("---\n").nth(1).unwrap();
    let base = "hai: Thường trực\nbốn: có\nkính gửi: A\n";
    let mut both = [0, 0];
    let names = [
        "một",
        "hai",
        "ba",
        "bốn",
        "năm",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "kính gửi",
    ];
    for (name, value) in names.iter().flat_map(|name| values.map(|value| (name, value))) {
        let rest = base.lines().filter(|line| !line.starts_with(&format!("{name}:")));
        let rest: String = rest.map(|line| format!("{line}\n")).collect();
        let text = format!("{yaml}{rest}{name}: {value}\n");
        let source = Source::new("a", text.as_str());
        let span = Span::new(FileId::DOCUMENT, 0..text.len());
        let Ok(mut tree) = tree::parse(span, &source) else { continue };
        let fits = joined.check(&tree, span).is_empty();
        let mut found = Diagnostics::default();
        let document = decoded::decode(&mut tree, span, &kind, &mut found);
        assert_eq!(document.is_some(), fits, "{name}: {value}");
        assert_eq!(found.is_empty(), fits, "{name}: {value}: {found:?}");
        if let Some(document) = document {
            assert_eq!(document.custom.len(), 10);
        }
        both[usize::from(fits)] += 1;
    }
    assert!(both[0] > 100 && both[1] > 50, "{both:?}");
}

#[test]
fn an_alias_is_found_behind_a_carriage_return() {
    let good = "cơ quan ban hành: Đảng ủy xã Lục Bình\nký hiệu: TB/ĐU\nđịa danh: *x\n\
                trích yếu: chứng nhận những thứ đã thử\n";
    let mut told = 0;
    for (place, _) in good.char_indices() {
        let (before, after) = good.split_at(place);
        let text = format!("---\n{before}\r}}{after}---\n\nThân.\n");
        let (_, found, sources) = run(&text);
        assert!(!found.is_empty(), "{text:?}");
        for diagnostic in &found {
            let slice = sources.slice(diagnostic.span);
            if diagnostic.problem.label.en == "this character" {
                assert!(slice.starts_with('*'), "{slice:?} in {text:?}");
                told += 1;
            }
        }
    }
    assert!(told > 10, "{told} places are told");
}

#[test]
fn odd_blanks_about_a_slip_end_well() {
    let slips = [
        "-x", "\tx: y", "abc", "x: \"y", "x: [a", "x: y: z", "x: 'a' b", "x: ? $x$", "@x",
    ];
    for (slip, blank) in slips
        .iter()
        .flat_map(|slip| ["\u{a0}", "\u{202f}", "\u{200b}"].map(|blank| (slip, blank)))
    {
        for line in [
            format!("{slip}{blank}"),
            format!("{blank}{slip}"),
            format!("{slip}\n{blank}"),
            slip.replace(' ', blank),
        ] {
            let text = GOOD.replace("số: 012\n", &format!("số: 012\n{line}\n"));
            let (_, found, sources) = run(&text);
            for diagnostic in &found {
                let text = sources.get(diagnostic.span.file).text();
                assert!(text.get(diagnostic.span.range()).is_some(), "{line:?}");
            }
        }
    }
}

#[test]
fn an_office_gives_its_days_off_to_each_document() {
    use crate::calendar::Calendar;
    use chrono::NaiveDate;
    let calendar = |defaults: &str| {
        let mut sources = Sources::default();
        let file = sources.add(Source::new("a.md", GOOD));
        let office = sources.add(Source::new("vanban.yaml", defaults));
        let (front, found) =
            parse(file, Some(office), None, &sources).read(&named(), &sources);
        assert!(!found.has_errors(), "{found:?}");
        front.document.unwrap().calendar
    };
    let day = |day, month| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    for defaults in [
        "ngày nghỉ: [20/11/2026, 2026-11-30]\nngay_lam_bu: [28/11/2026]\n",
        "Ngày nghỉ: |\n  - 20/11/2026;\n  - 30/11/2026.\nngày làm bù:\n- 28/11/2026\n",
        // Bodies and symbols differ with the regime, days do not.
        "thể thức: nhà nước\nký hiệu: TB-UBND\nngày nghỉ: [20/11/2026, 30/11/2026]\n\
         ngày làm bù: [28/11/2026]\n",
    ] {
        let said = calendar(defaults);
        assert_eq!(said.off, [day(20, 11), day(30, 11)], "{defaults}");
        assert_eq!(said.worked, [day(28, 11)], "{defaults}");
    }
    assert_eq!(calendar("ngày nghỉ:\nngày làm bù: []\n"), Calendar::default());
}

#[test]
fn what_only_defaults_hold_is_sent_there() {
    for field in [
        "ngày nghỉ: [20/11/2026]",
        "ngày làm bù: []",
        "danh bạ: []",
        "dấu thanh: kiểu cũ",
    ] {
        let (_, found, _) = run(&GOOD.replace("số: 012", field));
        let said: Vec<_> =
            found.iter().map(|d| (d.rule().id, &d.problem.help.vi)).collect();
        let help = "chuyển mục này sang tệp mặc định `vanban.yaml` của cơ quan";
        assert_eq!(said, [("unknown-field", &help.to_owned())], "{field}");
    }
}
