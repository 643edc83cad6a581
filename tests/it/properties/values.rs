//! Front matters of known fields with values of every shape.

use proptest::prelude::*;
use proptest::sample::select;

#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "mẫu", "thể thức", "cơ quan chủ quản", "cơ quan ban hành", "số", "ký hiệu",
    "địa danh", "ngày ký", "tên loại", "trích yếu", "cuộc họp", "mở đầu", "kết luận",
    "kết thúc", "nơi nhận", "ký", "trình bày", "ngày", "cơ quan", "mục đích", "địa điểm",
    "chủ trì", "dự họp", "căn cứ", "tiêu đề", "nội dung", "giao", "phối hợp", "hạn",
    "mục", "họ tên", "chức vụ", "quyền hạn", "chức vụ in đậm",
    "sao", "hình thức", "điện tử", "giờ", "đã ký",
];

#[rustfmt::skip]
const SCALARS: &[&str] = &[
    "", "~", "null", "\"\"", "a", "Hoàng Hữu Khôi", "đảng", "nhà nước", "Đảng", "có",
    "không", "true", "no", "12", "012", "1.5", "0x1F", "1e3", ".inf", "05/6/2023",
    "2023-06-05", "6/2023", "32/1/2023", "\"**a** b\"", "'x'", "TM.", "\"\\u0000\"",
    "\"\\n\"", "\"\\uD7FF\"", "\"a\\tb\"", "thông báo kết luận", "thường xuyên",
    "\"- a\\n- b\"", "\"|a|\\n|-|\"", "2023-06-05T10:00:00Z",
];

/// A value in YAML's flow style.
fn value() -> impl Strategy<Value = String> {
    let scalar = select(SCALARS).prop_map(str::to_owned);
    scalar.prop_recursive(4, 24, 4, |inner| {
        let entry = (select(FIELDS), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4)
                .prop_map(|list| format!("[{}]", list.join(", "))),
            prop::collection::vec(entry, 0..4).prop_map(|map| {
                let entries: Vec<_> =
                    map.iter().map(|(k, v)| format!("{k}: {v}")).collect();
                format!("{{{}}}", entries.join(", "))
            }),
        ]
    })
}

/// Values that stand in a document without errors.
const VALID: &[(&str, &[&str])] = &[
    ("cơ quan ban hành", &["Ban Chỉ đạo"]),
    ("cơ quan chủ quản", &["Đảng ủy xã", "", "~"]),
    ("số", &["", "1", "012", "15"]),
    ("ký hiệu", &["TB/BCĐ", "12"]),
    ("địa danh", &["Lục Bình", "1.50"]),
    ("ngày ký", &["6/2023", "05/6/2023", "2023-06-05"]),
    ("thể thức", &["đảng", "", "~"]),
    ("trích yếu", &["kết luận", "true"]),
    ("nơi nhận", &["[a, b]", "{a: [b], c: d}", "{a: b}", "[1, true]"]),
    (
        "ký",
        &[
            "{họ tên: a, chức vụ: b}",
            "{họ tên: a, chức vụ: [b, c]}",
            "{họ tên: 1, chức vụ: 2, quyền hạn: TM.}",
        ],
    ),
    (
        "cuộc họp",
        &[
            "",
            "{ngày: 02/6/2023, chủ trì: {họ tên: a, chức vụ: b}}",
            "{ngày: 2/6/2023, chủ trì: {họ tên: a, chức vụ: [b, c]}, dự họp: [d], căn cứ: [e]}",
        ],
    ),
    (
        "kết luận",
        &["", "[]", "[a]", "[{nội dung: a}]", "[{tiêu đề: a, mục: [b, {nội dung: c}]}]"],
    ),
    (
        "sao",
        &[
            "",
            "{hình thức: sao y}",
            "{hình thức: sao lục, số: 5, ký: {họ tên: a, chức vụ: b}, nơi nhận: [a]}",
            "{hình thức: trích sao, điện tử: có, ngày: 6/7/2023, giờ: '1:2:3'}",
            "{hình thức: sao y, cơ quan: a, ký hiệu: b, địa danh: c, đã ký: có}",
        ],
    ),
    ("trình bày", &["", "{}", "{chức vụ in đậm: không}", "{chức vụ in đậm: }"]),
];

/// Fields, most of them as they should be.
pub(super) fn front_matter() -> impl Strategy<Value = String> {
    let valid: Vec<_> = VALID
        .iter()
        .map(|(field, values)| {
            let good = select(*values).prop_map(str::to_owned);
            prop_oneof![60 => good, 1 => value()]
                .prop_map(move |v| format!("{field}: {v}\n"))
        })
        .collect();
    let more = (select(FIELDS), value()).prop_map(|(field, v)| format!("{field}: {v}\n"));
    (valid, prop::collection::vec(more, 0..2)).prop_map(|(mut fields, more)| {
        // A field given anew stands in the place of the first.
        for field in more {
            let key = field.split(':').next().unwrap_or_default().to_owned() + ":";
            match fields.iter_mut().find(|other| other.starts_with(&key)) {
                Some(other) => *other = field,
                None => fields.push(field),
            }
        }
        fields.concat()
    })
}
