//! What messages say of single fields: the clause that asks for one, an example of one.

/// The clause of the regulations that sets a field, Party's first, then State's.
#[must_use]
pub fn clause(field: &str) -> Option<&'static str> {
    Some(match field {
        "cơ quan chủ quản" => {
            "HD 05-HD/VPTW, 2.2.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.2"
        }
        "cơ quan ban hành" => "HD 05-HD/VPTW, mục 2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.2",
        "số" => "HD 05-HD/VPTW, 3.1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3",
        "ký hiệu" => "HD 05-HD/VPTW, 3.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3",
        "địa danh" => "HD 05-HD/VPTW, 4.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4",
        "ngày ký" => "HD 05-HD/VPTW, 4.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4",
        "tên loại" => "HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5",
        "trích yếu" => "HD 05-HD/VPTW, 5.1.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5",
        "nơi nhận" => "HD 05-HD/VPTW, mục 9; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9",
        "ký" | "quyền hạn" => {
            "HD 05-HD/VPTW, 7.1; NĐ 30/2020/NĐ-CP, Phụ lục I, II.7"
        }
        _ => return None,
    })
}

/// A field as one could write it on one line.
#[must_use]
pub fn example(field: &str) -> Option<&'static str> {
    Some(match field {
        "mẫu" => "mẫu: thông báo kết luận",
        "thể thức" => "thể thức: đảng",
        "cơ quan chủ quản" => "cơ quan chủ quản: Đảng ủy xã Lục Bình",
        "cơ quan ban hành" => "cơ quan ban hành: Ban Chỉ đạo phát triển nông thôn",
        "số" => "số: 12",
        "ký hiệu" => "ký hiệu: TB/BCĐ",
        "địa danh" => "địa danh: Lục Bình",
        "ngày ký" => "ngày ký: 05/6/2023",
        "tên loại" => "tên loại: Thông báo",
        "trích yếu" => "trích yếu: kết luận cuộc họp tháng 5 năm 2023",
        "cuộc họp" => "cuộc họp: {ngày: 02/6/2023, chủ trì: Hoàng Hữu Khôi}",
        "ngày" => "ngày: 02/6/2023",
        "chủ trì" => "chủ trì: Hoàng Hữu Khôi",
        "dự họp" => "dự họp: [Nông Thị Quyên, Nguyễn Văn Hậu]",
        "căn cứ" => "căn cứ: [Báo cáo tháng 5 năm 2023]",
        "kết luận" => "kết luận: [{nội dung: Rà soát danh mục công trình}]",
        "nội dung" => "nội dung: Rà soát danh mục công trình",
        "hạn" => "hạn: 08/6/2023",
        "kính gửi" => "kính gửi: [Ban Thường vụ Tỉnh ủy, Văn phòng Tỉnh ủy]",
        "nơi nhận" => "nơi nhận: [Thường trực Đảng ủy, Lưu Văn phòng Đảng ủy]",
        "ký" => "ký: {chức vụ: Bí thư, họ tên: Hoàng Hữu Khôi}",
        "chức vụ" => "chức vụ: Bí thư",
        "họ tên" => "họ tên: Hoàng Hữu Khôi",
        "trình bày" => "trình bày: {chức vụ in đậm: không}",
        "danh bạ" => "danh bạ: [{họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}]",
        _ => return None,
    })
}
