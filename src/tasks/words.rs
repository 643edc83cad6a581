//! The words by which sentences that assign work are taken apart.

use std::ops::Range;

/// Verbs at which the name of a body ends. Only small letters: names of bodies
/// ("Tổ Kiểm tra", "Phòng Tổ chức") have capitals.
pub(super) const VERBS: &[&str] = &[
    "ban hành",
    "báo cáo",
    "bảo đảm",
    "bố trí",
    "bổ sung",
    "cân đối",
    "cập nhật",
    "chấm dứt",
    "chỉ đạo",
    "chịu trách nhiệm",
    "chuẩn bị",
    "chủ động",
    "công bố",
    "công khai",
    "cung cấp",
    "duy trì",
    "đăng ký",
    "đánh giá",
    "đẩy mạnh",
    "đẩy nhanh",
    "đề xuất",
    "điều tra",
    "đôn đốc",
    "gửi",
    "giải quyết",
    "giám sát",
    "hoàn chỉnh",
    "hoàn thành",
    "hoàn thiện",
    "huy động",
    "hướng dẫn",
    "kiểm tra",
    "kiện toàn",
    "khảo sát",
    "khẩn trương",
    "khắc phục",
    "khuyến khích",
    "làm việc",
    "lập",
    "lồng ghép",
    "mở",
    "mua sắm",
    "nâng cao",
    "niêm yết",
    "nộp",
    "nghiêm túc",
    "nghiên cứu",
    "phân công",
    "phân tích",
    "phát động",
    "phê duyệt",
    "phổ biến",
    "quán triệt",
    "quản lý",
    "rà soát",
    "sửa chữa",
    "tập trung",
    "tập hợp",
    "tăng cường",
    "tham gia",
    "tham mưu",
    "theo dõi",
    "thẩm định",
    "thành lập",
    "thống kê",
    "thông báo",
    "thu thập",
    "thực hiện",
    "tích cực",
    "tiếp nhận",
    "tiếp tục",
    "tổ chức",
    "tổng hợp",
    "tuyên truyền",
    "triển khai",
    "trình",
    "vận động",
    "xác định",
    "xây dựng",
    "xem xét",
    "xử lý",
];

/// Where a phrase stands in a text as whole words.
pub(super) fn find(text: &str, phrase: &str) -> Option<usize> {
    let bound = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        bound(text[..*at].chars().next_back())
            && bound(text[at + phrase.len()..].chars().next())
    })
}

/// Where the first verb of a text stands.
pub(super) fn verb(text: &str) -> Option<Range<usize>> {
    let found = VERBS.iter().filter_map(|verb| {
        let mut from = 0;
        loop {
            let at = from + find(&text[from..], verb)?;
            if !is_noun(verb, &text[..at], &text[at + verb.len()..]) {
                return Some(at..at + verb.len());
            }
            from = at + verb.len();
        }
    });
    found.min_by_key(|range| (range.start, usize::MAX - range.end))
}

/// Whether a verb between these texts is a part of a name: "các tổ chức hội", "tổ chức đoàn
/// thể", "chi cục thống kê".
fn is_noun(verb: &str, before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let bodies = ["cục", "sở", "ngành", "chức", "tổ", "đội"];
    let named = bodies.iter().any(|body| before.ends_with(body));
    let many = || ["các", "những", "và", ","].iter().any(|word| before.ends_with(word));
    let kinds = ["đoàn thể", "hội", "Hội", "chính trị", "Đảng", "đảng", "cơ sở"];
    let kind = || kinds.iter().any(|word| after.trim_start().starts_with(word));
    match verb {
        "tổ chức" => named || many() || kind(),
        "thống kê" | "quản lý" | "kiểm tra" | "xây dựng" => named,
        _ => false,
    }
}
