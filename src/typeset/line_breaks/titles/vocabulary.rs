//! The words that say of titles and names where a line may end; as `compounds::folded` gives them.

/// Words that never end a line.
#[rustfmt::skip]
pub(super) const LEADING: &[&str] = &[
    "và", "của", "về", "các", "những", "cho", "với", "tại", "từ", "do", "để", "là", "bị", "được",
    "trong", "theo", "trên", "dưới", "ở", "đến", "vào", "bằng", "qua", "giữa", "cùng", "trước",
    "sau", "ngoài", "khi", "nếu", "vì", "bởi", "hoặc", "hay", "như", "mà", "thì", "đã", "đang",
    "sẽ", "không", "chưa", "cần", "phải", "mỗi", "mọi", "từng", "một", "hai", "ba", "việc", "sự",
    "cuộc", "toàn", "số", "ngày", "tháng", "năm", "quý", "tuần", "kỳ", "khóa", "lần", "thứ", "đợt",
    "hạng", "lớp", "bậc", "điều", "khoản", "điểm", "dịp", "tết", "bão", "cấp", "ngành", "ông", "bà",
    "anh", "chị", "xã", "tỉnh", "huyện", "phường", "quận", "thôn", "ấp", "xóm", "bản", "làng",
    "châu", "sông", "núi", "hồ", "cầu", "đèo", "đảo", "chợ", "phố", "đường", "tổ", "sở", "bộ",
    "phòng", "trường", "ban", "phó", "trưởng", "chánh", "lễ", "hội", "đoàn", "luật", "quỹ", "buổi",
    "phiên", "giấy", "thuộc", "gồm", "có", "làm", "tiêm", "thi", "thu", "chi", "nộp", "gọi", "mời",
    "dự", "xin", "cử", "giao", "ký", "lập", "xây", "mua", "bán", "trồng", "treo", "lấy", "tặng",
    "xét", "giữ", "nâng", "mở", "tăng", "giảm", "vùng", "khu", "cụm", "tm.", "kt.", "tl.", "q.",
    "tuq.", "đ/c", "t/m", "k/t", "kiêm",
];

/// What a word may end in that leads to a name, or to what it is of.
pub(super) const PLACES: &[&str] = &[
    "xã",
    "tỉnh",
    "huyện",
    "phường",
    "quận",
    "thôn",
    "ấp",
    "thành phố",
    "thị trấn",
    "khu phố",
    "đối với",
    "liên quan",
    "căn cứ",
    "về việc",
];

/// What says when something is, or for how long.
pub(super) const TIMES: &[&str] =
    &["năm", "quý", "tháng", "tuần", "kỳ", "khóa", "nhiệm", "lần", "đợt", "giai"];

/// So many syllables does the name of a place have at most, with a dash between two of them.
pub(super) const LONGEST_PLACE: usize = 5;

/// Names in which a line ends only where it has to.
pub(super) const PHRASES: &[&str] = &[
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "mặt trận tổ quốc",
    "mục tiêu quốc gia",
    "thủ tục hành chính",
    "quản lý nhà nước",
    "quy phạm pháp luật",
    "trung học cơ sở",
    "trung học phổ thông",
    "nông thôn mới",
];
