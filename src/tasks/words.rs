//! The words at which sentences that assign work are cut.

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::phrases::{Phrases, word_starts};
use crate::source::is_alphanumeric;

/// Verbs at which the name of a body ends. Only small letters: names of bodies
/// ("Tổ Kiểm tra", "Phòng Tổ chức") have capitals.
#[rustfmt::skip]
pub(super) const VERBS: &[&str] = &[
    "ban hành", "bàn giao", "bám sát", "báo cáo", "bảo đảm", "bố trí", "bổ sung",
    "chuẩn bị", "chấm dứt", "chỉ đạo", "chịu trách nhiệm", "chủ động", "cung cấp",
    "cân đối", "công bố", "công khai", "cấp", "cập nhật", "cử", "duy trì", "giám sát",
    "giải ngân", "giải quyết", "gửi", "hoàn chỉnh", "hoàn thiện", "hoàn thành",
    "huy động", "hướng dẫn", "in ấn", "khuyến khích", "khảo sát", "khẩn trương",
    "khắc phục", "khởi công", "kiểm tra", "kiện toàn", "ký kết", "kịp thời", "làm rõ",
    "làm việc", "lãnh đạo", "lập", "lồng ghép", "lựa chọn", "mua sắm", "mở",
    "nghiêm túc", "nghiên cứu", "nghiệm thu", "ngăn chặn", "niêm yết", "nâng cao",
    "nắm", "nộp", "phát hiện", "phát động", "phân bổ", "phân công", "phân tích",
    "phê duyệt", "phòng ngừa", "phấn đấu", "phổ biến", "quyết toán", "quán triệt",
    "quản lý", "rà soát", "rút kinh nghiệm", "sắp xếp", "sửa chữa", "tham gia",
    "tham mưu", "thanh toán", "theo dõi", "thi công", "thu hồi", "thu thập",
    "thành lập", "thông báo", "thường xuyên", "thẩm định", "thống kê", "thực hiện",
    "tiến hành", "tiếp nhận", "tiếp thu", "tiếp tục", "triển khai", "trình",
    "tuyên truyền", "tuần tra", "tích cực", "tăng cường", "tạo điều kiện", "tập hợp",
    "tập trung", "tổ chức", "tổng hợp", "vận động", "vệ sinh", "xem xét", "xác định",
    "xây dựng", "xử lý", "điều tra", "đánh giá", "đôn đốc", "đăng ký", "đưa", "đảm bảo",
    "đấu thầu", "đẩy mạnh", "đẩy nhanh", "đề xuất", "đối chiếu", "đổi mới",
];

/// Where a phrase stands in a text as whole words.
pub(super) fn find(text: &str, phrase: &str) -> Option<usize> {
    let bound = |c: Option<char>| !c.is_some_and(is_alphanumeric);
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        bound(text[..*at].chars().next_back())
            && bound(text[at + phrase.len()..].chars().next())
    })
}

/// Where the first verb of a text stands; of two at one place the longer one.
pub(super) fn verb(text: &str) -> Option<Range<usize>> {
    word_starts(text).find_map(|at| {
        let (before, rest) = text.split_at(at);
        let mut verbs = PHRASES.beginning(rest);
        let verb = verbs.find(|verb| {
            let after = &rest[verb.len()..];
            !after.starts_with(is_alphanumeric) && !is_noun(verb, before, after)
        })?;
        Some(at..at + verb.len())
    })
}

/// The verbs, so that those at a place are found at once.
static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(VERBS));

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
        // "các tổ chức hội"; but "Giao Phòng Kinh tế tổ chức họp".
        "tổ chức" => named || many() || kind(),
        // "Các đồng chí lãnh đạo"; but "Đảng ủy lãnh đạo, chỉ đạo".
        "lãnh đạo" => before.is_empty() || many() || before.ends_with("đồng chí"),
        // "Chi cục thống kê", "đội quản lý"; but "Các thôn thống kê".
        "thống kê" | "quản lý" | "kiểm tra" | "xây dựng" => named,
        _ => false,
    }
}
