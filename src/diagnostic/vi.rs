//! What every problem says in Vietnamese. The only place with such sentences.

use super::problem::{Expected, FramePart, Large, Problem, Syntax};
use super::{Frame, Words, fields};
use crate::source::{Foreign, Legacy};

/// The words around a problem.
pub(super) const FRAME: Frame =
    Frame {
        error: "lỗi", warning: "cảnh báo", help: "cách sửa", clause: "căn cứ"
    };

/// The words for a problem.
pub(super) fn words(problem: &Problem) -> Words {
    let (message, label, help) = sentence(problem);
    let related = match problem {
        Problem::DuplicateKey { .. } => Some("lần đầu ở đây".into()),
        Problem::FrontMatterUnclosed => Some("có lẽ thiếu `---` ở trước dòng này".into()),
        Problem::FrontMatterEndsEarly => Some("mục này nằm ngoài phần khai báo".into()),
        _ => None,
    };
    Words { message, label: label.to_owned(), help, related }
}

/// Message, label and help.
#[expect(clippy::too_many_lines, reason = "one table, a few lines for each problem")]
fn sentence(problem: &Problem) -> (String, &'static str, String) {
    match problem {
        Problem::NotUtf8 => (
            "tệp không được lưu bằng bảng mã Unicode (UTF-8)".into(),
            "từ đây không đọc được",
            "mở tệp bằng trình soạn thảo, chọn Lưu thành (Save as) với bảng mã UTF-8; \
             văn bản gõ bằng TCVN3 hoặc VNI phải chuyển sang Unicode trước"
                .into(),
        ),
        Problem::Utf16 => (
            "tệp được lưu bằng bảng mã UTF-16".into(),
            "cả tệp",
            "mở tệp bằng trình soạn thảo, chọn Lưu thành (Save as) với bảng mã UTF-8".into(),
        ),
        Problem::NulByte => (
            "trong tệp có ký tự rỗng (NUL)".into(),
            "ký tự rỗng",
            "đây có thể không phải tệp văn bản; hãy xóa ký tự này rồi lưu lại".into(),
        ),
        Problem::LegacyEncoding { encoding, meant } => legacy(*encoding, meant),
        Problem::ForeignFile(foreign) => foreign_file(*foreign),
        Problem::TooLarge { what, limit } => too_large(*what, *limit),
        Problem::More { count, .. } => (
            format!("còn {count} chỗ nữa chưa kể ra ở đây"),
            "từ đây trở đi",
            "sửa các chỗ đã nêu rồi chạy lại".into(),
        ),
        Problem::FrontMatterMissing => (
            "thiếu phần khai báo ở đầu tệp".into(),
            "tệp phải bắt đầu bằng dòng `---`",
            "dòng đầu tiên viết `---`, tiếp theo là các dòng `tên mục: giá trị`, rồi một dòng \
             `---` nữa, sau đó mới đến nội dung"
                .into(),
        ),
        Problem::FrontMatterUnclosed => (
            "phần khai báo ở đầu tệp chưa được đóng bằng dòng `---`".into(),
            "phần khai báo mở ở đây",
            "thêm một dòng `---` ngay sau dòng khai báo cuối cùng".into(),
        ),
        Problem::FrontMatterEndsEarly => (
            "phần khai báo kết thúc quá sớm".into(),
            "dòng `---` này đóng phần khai báo",
            "xóa dòng `---` này; chỉ viết `---` ở đầu và ở cuối phần khai báo".into(),
        ),
        Problem::FrontMatterNotAMap => (
            "phần khai báo không có dòng nào dạng `tên mục: giá trị`".into(),
            "ở đây",
            "viết mỗi mục một dòng, ví dụ: `địa danh: Lục Bình`".into(),
        ),
        Problem::Yaml(syntax) => yaml(syntax),
        Problem::CutByComment => (
            "phần sau dấu `#` bị coi là ghi chú riêng, không được in ra".into(),
            "phần này không được in",
            "cần in thì đặt cả giá trị trong dấu nháy kép: `\"… #…\"`; nếu đúng là ghi chú thì \
             để hai dấu cách trước `#` và một dấu cách sau nó"
                .into(),
        ),
        Problem::DuplicateKey { key } => (
            format!("mục `{key}` được khai báo hai lần"),
            "lần thứ hai",
            "xóa bớt một trong hai dòng".into(),
        ),
        Problem::MissingField { field, parent: None } => (
            format!("thiếu mục `{field}`"),
            "trong phần khai báo này",
            format!("thêm một dòng, ví dụ: `{}`", example(field)),
        ),
        Problem::MissingField { field, parent: Some(parent) } => (
            format!("trong mục `{parent}` thiếu `{field}`"),
            "mục này",
            format!("thêm vào trong `{parent}`, ví dụ: `{}`", example(field)),
        ),
        Problem::MissingBorrowed { field, template } => (
            format!("thiếu mục `{field}` cho mẫu `{template}`"),
            "phần khai báo này viết cho mẫu khác",
            format!(
                "khai báo riêng cho mẫu này: `theo mẫu:`, dòng dưới thụt vào `{template}:`, dòng \
                 dưới thụt vào nữa `{}`",
                example(field)
            ),
        ),
        Problem::UnknownField { key, near } => (
            format!("không có mục nào tên là `{key}`"),
            "không rõ là mục gì",
            match near {
                Some(near) => format!("có phải là `{near}`?"),
                None => "xóa mục này, hoặc xem lại tên các mục trong hướng dẫn".into(),
            },
        ),
        Problem::WrongType { field, expected } => wrong_type(field, *expected),
        Problem::WrongChoice { field, value, choices } => (
            format!("mục `{field}` không có lựa chọn `{value}`"),
            "không có lựa chọn này",
            format!("chọn một trong: {}", list(choices)),
        ),
        Problem::EmptyField { field } => (
            format!("mục `{field}` còn để trống"),
            "chưa có nội dung",
            match fields::example(field) {
                Some(example) => format!("điền vào, ví dụ: `{example}`"),
                None => "điền nội dung, hoặc xóa dòng này".into(),
            },
        ),
        Problem::TooLong { field, limit } => (
            format!("mục `{field}` dài quá {limit} ký tự"),
            "quá dài",
            format!("rút gọn còn tối đa {limit} ký tự"),
        ),
        Problem::PersonUnknown { name, near } => (
            format!("danh bạ không có người tên `{name}`"),
            "chưa có tên này",
            match near {
                Some(near) => format!("có phải là `{near}`?"),
                None => format!(
                    "thêm người này vào `danh bạ` trong tệp `vanban.yaml`, hoặc ghi rõ tại đây: \
                     `{{họ tên: {name}, chức vụ: …}}`"
                ),
            },
        ),
        Problem::NoteInField { note } => (
            format!("mục này không nhận chú thích cuối trang `{note}`"),
            "chú thích ở đây",
            format!("xóa `{note}` ở đây; cần chú thích thì đặt `{note}` vào phần nội dung"),
        ),
        Problem::TagInField { tag } => (
            format!("`{tag}` được in nguyên ra giấy, không có tác dụng"),
            "thẻ này",
            "xóa thẻ này; muốn xuống dòng thì viết `|` sau dấu hai chấm rồi viết giá trị ở các dòng \
             dưới, thụt vào"
                .into(),
        ),
        Problem::MarksInField { marks } => (
            format!("dấu `{marks}` được in nguyên ra giấy, không làm đậm hay nghiêng chữ"),
            "mục này chỉ là chữ thường",
            format!("xóa dấu `{marks}` ở hai đầu; mục này được in theo thể thức"),
        ),
        Problem::DefaultsLayout { layout, file } => (
            format!(
                "`{file}` viết cho thể thức `{layout}`: văn bản này chỉ lấy `danh bạ` và \
                 `địa danh` ở đó"
            ),
            "thể thức này khác với tệp mặc định",
            format!(
                "ghi trong văn bản này những mục cần dùng; có nhiều văn bản như vậy thì để chúng \
                 vào một thư mục riêng, có tệp mặc định riêng; hoặc sửa `thể thức` cho khớp với \
                 `{file}`"
            ),
        ),
        Problem::InvalidValue { field } => (
            format!("mục `{field}` viết chưa đúng"),
            "chưa đúng",
            match fields::example(field) {
                Some(example) => format!("viết lại, ví dụ: `{example}`"),
                None => "xem cách viết mục này trong hướng dẫn".into(),
            },
        ),
        Problem::NumberForm { field, value, unit } => (
            format!("`{field}` không nhận giá trị `{value}`"),
            "phải là một số",
            match *unit {
                "" => "viết một số từ 1 đến 99, ví dụ `2`".into(),
                unit => format!("viết một số, tính bằng {unit}, ví dụ `14` hoặc `12,7 {unit}`"),
            },
        ),
        Problem::OutOfRange { field, range: (least, most), unit, .. } => (
            format!("`{field}` nằm ngoài khoảng cho phép"),
            "giá trị này",
            format!("chọn từ {least} đến {most} {unit}"),
        ),
        Problem::NotFree { field, .. } => (
            format!("thể thức này không cho chọn `{field}`"),
            "mục này",
            "bỏ mục này: giá trị đã được ấn định".into(),
        ),
        Problem::WordTooWide { field, word } => (
            format!("`{field}` có chữ `{word}` dài hơn chỗ in"),
            "chữ này không ngắt dòng được",
            "viết rời các tiếng ra, hoặc viết gọn lại".into(),
        ),
        Problem::Outside { text } => (
            format!("`{text}` không vừa trang giấy, tràn ra ngoài lề"),
            "không đủ chỗ in",
            "viết gọn lại; chữ dài thì viết rời các tiếng ra".into(),
        ),
        Problem::TableTooWide => (
            "bảng rộng hơn khổ giấy".into(),
            "bảng này",
            "bớt cột, tách bảng, hoặc đưa bảng vào `phụ lục` với `ngang: có`".into(),
        ),
        Problem::DateForm { value, month_allowed } => (
            format!("`{value}` chưa phải là ngày, tháng, năm viết đúng cách"),
            "không đọc được thành ngày",
            if *month_allowed {
                "viết đủ ngày/tháng/năm, ví dụ `05/6/2023`; chưa biết ngày thì viết `6/2023`, \
                 `2023` hoặc để trống"
                    .into()
            } else {
                "viết đủ ngày/tháng/năm, ví dụ `05/6/2023`".into()
            },
        ),
        Problem::DateImpossible { value, last_day } => (
            format!("ngày `{value}` không có trong lịch"),
            "không có ngày này",
            match last_day {
                Some(day) => format!("tháng này chỉ có {day} ngày; viết lại, ví dụ `05/6/2023`"),
                None => "tháng phải từ 1 đến 12; viết ngày trước, tháng sau, ví dụ `05/6/2023`"
                    .into(),
            },
        ),
        Problem::SymbolForm { layout, fit } => (
            format!("ký hiệu không viết theo thể thức `{layout}`"),
            "ký hiệu này",
            format!("viết `{fit}`, hoặc đổi `thể thức`"),
        ),
        Problem::NumberNotAlone { number, symbol } => (
            match symbol {
                Some(_) => "mục `số` ghi kèm cả ký hiệu".into(),
                None => "mục `số` ghi kèm cả chữ `Số`".into(),
            },
            "ở đây chỉ ghi số",
            match (number, symbol) {
                (Some(number), Some(symbol)) => {
                    format!("viết `số: {number}`, còn ký hiệu viết ở mục riêng: `ký hiệu: {symbol}`")
                }
                (Some(number), None) => format!("viết `số: {number}`; chữ `Số` được tự thêm"),
                (None, _) => "chưa có số thì để trống: `số:`; ký hiệu viết ở mục `ký hiệu`".into(),
            },
        ),
        Problem::SymbolNotAlone { number, symbol } => (
            "mục `ký hiệu` ghi kèm cả số văn bản".into(),
            "ở đây chỉ ghi ký hiệu",
            match (number, symbol) {
                (Some(number), Some(symbol)) => {
                    format!("viết `ký hiệu: {symbol}`, còn số viết ở mục `số`: `số: {number}`")
                }
                (None, Some(symbol)) => format!("viết `ký hiệu: {symbol}`"),
                (Some(number), None) => format!(
                    "chuyển số sang mục `số`: `số: {number}`, ở đây viết ký hiệu, ví dụ `TB-UBND`"
                ),
                (None, None) => "viết ký hiệu, ví dụ `ký hiệu: TB-UBND`".into(),
            },
        ),
        Problem::SymbolLoose { fit } => (
            "`ký hiệu` có dấu cách hoặc dấu gạch dài ở chỗ nối".into(),
            "ký hiệu này",
            format!("viết liền, dùng dấu gạch ngắn: `{fit}`"),
        ),
        Problem::SymbolOfAnother { code, kind, fit } => (
            format!("ký hiệu có `{code}`, không phải chữ viết tắt của `{kind}`"),
            "ký hiệu này",
            format!(
                "viết `{fit}`; nếu đây là loại văn bản khác thì đổi `mẫu` hoặc khai báo `tên loại`"
            ),
        ),
        Problem::SubjectSmall => (
            "trích yếu bắt đầu bằng chữ thường".into(),
            "văn bản của Nhà nước viết hoa chữ đầu",
            "viết hoa chữ cái đầu, ví dụ `Kết luận của …` hoặc `Về việc …`".into(),
        ),
        Problem::EndMarkMissing { stop } => (
            "cuối nội dung chưa có dấu `./.`".into(),
            "văn bản của Nhà nước kết thúc ở đây bằng `./.`",
            if *stop {
                "thêm `/.` sau dấu chấm này".into()
            } else {
                "thêm `./.` vào đây".into()
            },
        ),
        Problem::EndMarkOfState { alone } => (
            "văn bản của Đảng không kết thúc bằng `./.`".into(),
            "dấu này",
            if *alone {
                "xóa dòng này; câu cuối chỉ có dấu chấm `.`".into()
            } else {
                "ở đây chỉ để dấu chấm `.`".into()
            },
        ),
        Problem::EndMarkEarly { ended } => (
            "dấu `./.` đứng trước chỗ kết thúc văn bản".into(),
            "dấu này",
            if *ended {
                "ở đây chỉ để dấu chấm `.`: câu cuối do chương trình viết đã có `./.`".into()
            } else {
                "ở đây chỉ để dấu chấm `.`; `./.` chỉ đứng một lần, ở cuối văn bản".into()
            },
        ),
        Problem::EndMarkAlone => (
            "dấu `./.` không liền với câu cuối".into(),
            "dấu này",
            "xóa dấu này, viết `./.` thay cho dấu chấm ở cuối câu trước, ví dụ `thực hiện./.`".into(),
        ),
        Problem::PastedFrame { part, same } => pasted(*part, *same),
        Problem::ToFill { date } => (
            "còn chỗ chưa điền".into(),
            "cần điền",
            if *date {
                "ghi ngày vào đây, ví dụ `05/6/2023`; bản dự thảo mới biết tháng thì ghi \
                 `CẦN ĐIỀN/6/2023`"
                    .into()
            } else {
                "viết nội dung vào chỗ này; chưa viết được mà cần in bản nháp thì khai báo \
                 `dự thảo: 1`"
                    .into()
            },
        ),
        Problem::NoDate => (
            "văn bản chưa có ngày tháng nào".into(),
            "trong phần khai báo này",
            "thêm dòng `ngày ký: 05/6/2023` (chưa biết ngày thì viết `ngày ký: 6/2023`), hoặc \
             điền `ngày` của `cuộc họp`"
                .into(),
        ),
        Problem::NothingToPrint => (
            "văn bản chưa có nội dung".into(),
            "sau phần khai báo không có gì",
            "viết nội dung ở dưới dòng `---`, hoặc khai báo mục `kết luận`".into(),
        ),
        Problem::RawHtml => (
            "không in được thẻ HTML".into(),
            "thẻ HTML",
            "xóa thẻ này; muốn xuống dòng thì để dấu `\\` ở cuối dòng, muốn in đúng dấu `<` \
             thì viết `\\<`"
                .into(),
        ),
        Problem::CommentSwallows => (
            "ghi chú `<!-- … -->` che mất nội dung".into(),
            "phần này sẽ không được in",
            "đóng ghi chú bằng `-->`, để một dòng trống rồi mới viết nội dung".into(),
        ),
        Problem::StrayMarks { marks } => (
            format!("dấu `{marks}` được in nguyên ra giấy, không làm đậm hay nghiêng chữ"),
            "dấu này không có tác dụng",
            format!(
                "viết dấu sát chữ ở bên trong, cách chữ ở bên ngoài, ví dụ: `một {marks}hai{marks} \
                 ba`; muốn in đúng dấu này thì viết `{}`",
                marks.chars().flat_map(|c| ['\\', c]).collect::<String>()
            ),
        ),
        Problem::NumberGap { found, expected } => (
            format!("số thứ tự `{found}` không nối tiếp mục trước"),
            "số này",
            format!("đúng thứ tự thì phải là `{expected}`"),
        ),
        Problem::NumberMixture => (
            "mục này không có số, trong khi các mục khác có số".into(),
            "mục này",
            "ghi số cho tất cả các mục, hoặc bỏ hết số để máy tự đánh số".into(),
        ),
        Problem::NestingTooDeep { limit } => (
            "các mục lồng nhau quá nhiều cấp".into(),
            "từ đây",
            format!("bỏ bớt cấp: chỉ lồng tối đa {limit} cấp"),
        ),
        Problem::FootnoteMissing { name } => (
            format!("không có chú thích cuối trang `{name}`"),
            "nhắc đến ở đây",
            format!("thêm ở cuối văn bản dòng `[^{name}]: nội dung chú thích`"),
        ),
        Problem::FootnoteUnused { name } => (
            format!("chú thích cuối trang `{name}` không được nhắc đến, nên không in"),
            "chú thích này",
            format!("đặt `[^{name}]` vào chỗ cần chú thích"),
        ),
        Problem::HashWithoutBlank { marks } => (
            format!("dấu `{marks}` được in nguyên ra giấy, dòng này không thành tiêu đề"),
            "thiếu dấu cách sau đây",
            format!(
                "là tiêu đề thì để một dấu cách sau `{marks}`; muốn in đúng dấu này thì viết \
                 `\\{marks}`"
            ),
        ),
        Problem::LineEndDoubtful { splits: true } => (
            "dòng này được in thành đoạn riêng, vì không rõ nó có viết tiếp dòng trên hay không"
                .into(),
            "in thành đoạn riêng",
            "đúng là đoạn riêng thì để một dòng trống ở trên; viết tiếp dòng trên thì nối hai dòng \
             làm một"
                .into(),
        ),
        Problem::LineEndDoubtful { splits: false } => (
            "dòng này được in liền với dòng trên, vì không rõ nó có phải là đoạn riêng hay không"
                .into(),
            "in liền với dòng trên",
            "là đoạn hay mục riêng thì để một dòng trống ở trên; đúng là viết tiếp thì nối hai dòng \
             làm một"
                .into(),
        ),
        Problem::TableRuleMissing => (
            "bảng này thiếu hàng `|---|` dưới hàng đầu; chương trình coi hàng đầu là tiêu đề bảng"
                .into(),
            "hàng đầu của bảng",
            "thêm dưới hàng đầu một dòng `|---|---|`, mỗi cột một `---`; muốn in đúng dấu `|` thì \
             viết `\\|`"
                .into(),
        ),
        Problem::TableOfTabs { table } => (
            "các dòng này chia cột bằng phím Tab, in ra sẽ không thành cột".into(),
            "bảng chia bằng Tab",
            format!("viết thành bảng như sau (`vanban check --fix` viết hộ):\n{table}"),
        ),
        Problem::TableRowTooLong => (
            "hàng này có nhiều ô hơn hàng đầu của bảng".into(),
            "phần này sẽ không được in",
            "thêm ô vào hàng đầu và hàng `|---|`, hoặc bỏ bớt ô; muốn in đúng dấu `|` thì \
             viết `\\|`"
                .into(),
        ),
        Problem::CellWithoutNeighbour { mark } => (
            if mark == "<<" {
                "`<<` gộp ô này với ô bên trái, nhưng bên trái không có ô nào".into()
            } else {
                "`^^` gộp ô này với ô ở trên, nhưng hàng đầu của bảng không gộp theo chiều dọc được"
                    .into()
            },
            "ô này",
            format!("để trống hoặc ghi chữ vào ô này; muốn in đúng `{mark}` thì viết `\\{mark}`"),
        ),
        Problem::CellsNotRectangular => (
            "các ô gộp với nhau không thành hình chữ nhật".into(),
            "gộp đến ô này",
            "ghi `^^` (gộp với ô ở trên) hoặc `<<` (gộp với ô bên trái) vào cả những ô còn thiếu, \
             hoặc bỏ dấu ở ô này: để trống hay ghi chữ"
                .into(),
        ),
        Problem::DefinitionUnused => (
            "dòng này bị hiểu là địa chỉ của một liên kết nên không được in".into(),
            "dòng này",
            "nếu cần in thì viết `\\[` thay cho `[` ở đầu dòng; nếu không thì xóa đi".into(),
        ),
        Problem::PictureMissing { path } => (
            format!("không tìm thấy tệp ảnh `{path}`"),
            "tệp này",
            "đặt tệp ảnh vào cùng thư mục với văn bản và viết đúng tên tệp, ví dụ \
             `![sơ đồ](so-do.png)`"
                .into(),
        ),
        Problem::PictureOutside { path } => (
            format!("ảnh `{path}` nằm ngoài thư mục của văn bản"),
            "ảnh này",
            "chép tệp ảnh vào cùng thư mục với văn bản rồi chỉ viết tên tệp".into(),
        ),
        Problem::PictureBlank { path } => (
            "đường dẫn của ảnh có dấu cách nên ảnh không được in".into(),
            "đường dẫn này",
            format!("đặt đường dẫn trong dấu `<` `>`: `![mô tả](<{path}>)`"),
        ),
        Problem::PictureWithoutText => (
            "ảnh chưa có lời mô tả".into(),
            "ảnh này",
            "viết lời mô tả trong ngoặc vuông: `![sơ đồ tuyến đường](anh.png)`".into(),
        ),
        Problem::PictureBroken { path } => (
            format!("không đọc được ảnh `{path}`"),
            "ảnh này",
            "dùng ảnh PNG, JPEG, GIF, WebP hoặc SVG còn nguyên vẹn, không quá 50 triệu điểm ảnh".into(),
        ),
        Problem::TemplateUnknown { name, near, known } => (
            format!("không có mẫu văn bản `{name}`"),
            "mẫu này",
            match near {
                Some(near) => format!("có phải là `{near}`?"),
                None => format!("các mẫu hiện có: {}", list(known)),
            },
        ),
        Problem::TemplateVersion { template, version } => (
            format!("mẫu `{template}` hiện là phiên bản `{version}`"),
            "không có phiên bản này",
            format!("xem lại văn bản theo mẫu hiện có rồi ghi `@{version}`, hoặc bỏ phần từ dấu `@`"),
        ),
        Problem::ManifestMissing { path } => (
            format!("thư mục mẫu này thiếu tệp `{path}`"),
            "mẫu này",
            "thêm tệp ấy vào thư mục của mẫu (gõ `vanban templates show \"thông báo kết luận\"` \
             để xem một tệp như vậy)"
                .into(),
        ),
        Problem::TemplateFolder { folder, expected } => (
            format!("tên mẫu không khớp với thư mục `{folder}`"),
            "tên này",
            format!("đổi tên thư mục thành `{expected}`, hoặc sửa tên mẫu"),
        ),
        Problem::OwnFieldKnown { name } => (
            format!("mục `{name}` đã có sẵn trong mọi văn bản"),
            "trùng tên",
            "đặt tên khác cho mục riêng của mẫu".into(),
        ),
        Problem::OwnFieldName { name } => (
            format!("không dùng `{name}` làm tên mục được"),
            "tên này",
            "chỉ dùng chữ cái, chữ số và dấu cách; bắt đầu bằng chữ cái".into(),
        ),
        Problem::OwnFieldWord { field, keyword } => (
            format!("mục `{field}` khai báo `{keyword}` không hợp với các phần khác"),
            "mục này",
            "`enum` và `format` chỉ đi với một đoạn chữ, `items` đi với `type: array`, \
             `properties` và `required` đi với `type: object` (phải có)"
                .into(),
        ),
        Problem::LayoutUnsupported { template, layout } => (
            format!("mẫu `{template}` chưa có thể thức `{layout}`"),
            "thể thức này",
            "chọn thể thức khác".into(),
        ),
        Problem::TemplateSyntax { .. } => (
            "mẫu văn bản viết sai cú pháp".into(),
            "sai ở dòng này",
            "sửa dòng này trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có sẵn".into(),
        ),
        Problem::TemplateUndefined { name } => (
            format!("mẫu văn bản dùng tên `{name}` mà văn bản không có"),
            "không có tên này",
            "sửa tên trong mẫu, hoặc khai báo mục đó trong văn bản".into(),
        ),
        Problem::TemplateRunaway => (
            "mẫu văn bản chạy mãi không dừng".into(),
            "đến đây vẫn chưa xong",
            "sửa vòng lặp ở dòng này trong mẫu để nó có chỗ dừng".into(),
        ),
        Problem::TextNotPrinted { template } => (
            format!("mẫu `{template}` không in phần này"),
            "phần này không có trên giấy",
            "bỏ phần này, dùng mẫu khác, hoặc sửa mẫu để in `mo_dau`, `than_bai`, `ket_thuc`, \
             `phu_luc`"
                .into(),
        ),
        Problem::ValueNotPrinted { field, template } => (
            format!("mục `{field}` không in ra trong mẫu `{template}`"),
            "không có trên giấy",
            "bỏ mục này; nếu dành cho mẫu khác thì ghi dưới tên mẫu ấy trong `theo mẫu`".into(),
        ),
        Problem::TemplateCycle => (
            "các tệp mẫu gọi nhau vòng quanh không dứt".into(),
            "gọi vòng ở đây",
            "bỏ một lần gọi; tệp thay cho một tệp có sẵn thì gọi tệp ấy bằng tên có `co-san/` ở \
             trước, ví dụ `{% extends \"co-san/base.typ.j2\" %}`"
                .into(),
        ),
        Problem::TemplateLacks { name } => (
            format!("mẫu văn bản gọi đến `{name}` mà không có gì tên như vậy"),
            "không có tên này",
            "sửa tên ở dòng này trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có sẵn".into(),
        ),
        Problem::TemplateBlock { name, near, known } => (
            format!("mẫu gốc không có khối `{name}` nên phần này không được in"),
            "không có khối này",
            match near {
                Some(near) => format!("có phải là `{near}`?"),
                None => format!("các khối có thể thay: {}", list(known)),
            },
        ),
        Problem::TemplateFailed { .. } => (
            "mẫu văn bản không chạy được".into(),
            "hỏng ở dòng này",
            "sửa dòng này trong mẫu, hoặc bỏ tệp mẫu này đi để dùng lại mẫu có sẵn".into(),
        ),
        Problem::GlyphMissing { character } => (
            format!(
                "phông chữ không có ký tự `{character}` (mã U+{:04X})",
                u32::from(*character)
            ),
            "không in được ký tự này",
            "xóa ký tự này, hoặc thay bằng chữ".into(),
        ),
        Problem::TypesetUser { .. } => (
            "không trình bày được nội dung này trên trang".into(),
            "ở đây",
            "viết lại cho đơn giản hơn".into(),
        ),
        Problem::TypesetTemplate { .. } => (
            "mẫu văn bản có lỗi ở phần trình bày trang".into(),
            "mẫu viết ra dòng này",
            "đây là lỗi của mẫu, không phải của văn bản; hãy báo cho người giữ mẫu (xem cả tệp \
             này bằng `vanban build --format typ`)"
                .into(),
        ),
        Problem::Internal { .. } => (
            "chương trình gặp lỗi bên trong".into(),
            "khi đang xử lý tệp này",
            "văn bản của bạn không mất gì; hãy gửi tệp này cho người phụ trách chương trình"
                .into(),
        ),
    }
}

/// A part of the frame that was pasted into the text.
fn pasted(part: FramePart, same: bool) -> (String, &'static str, String) {
    let (name, fields) = match part {
        FramePart::National => ("Quốc hiệu, Tiêu ngữ", "`thể thức`"),
        FramePart::Party => ("tiêu đề của Đảng", "`thể thức`"),
        FramePart::Bodies => ("tên cơ quan", "`cơ quan chủ quản`, `cơ quan ban hành`"),
        FramePart::Number => ("số, ký hiệu", "`số`, `ký hiệu`"),
        FramePart::Place => ("địa danh, ngày tháng", "`địa danh`, `ngày ký`"),
        FramePart::Kind => ("tên loại", "`mẫu`, `tên loại`, `trích yếu`"),
        FramePart::Subject => ("trích yếu", "`trích yếu`"),
        FramePart::Grounds => ("căn cứ", "`căn cứ`"),
        FramePart::Addressees => ("kính gửi", "`kính gửi`"),
        FramePart::Decision => ("câu quyết định", "`mẫu`, `thẩm quyền`"),
        FramePart::Recipients => ("Nơi nhận", "`nơi nhận`"),
        FramePart::Signature => ("khối chữ ký", "`ký`"),
    };
    let way = if same {
        format!("xóa phần này khỏi nội dung, chương trình tự in nó theo {fields}")
    } else {
        format!(
            "đối chiếu với {fields} trong phần khai báo, rồi xóa phần này khỏi nội dung"
        )
    };
    (
        format!(
            "nội dung có {name}, là phần chương trình đã tự in: trên giấy sẽ có hai lần"
        ),
        "đã có trong phần khai báo",
        way + "; nếu là phần trích dẫn thì đặt `> ` ở đầu mỗi dòng",
    )
}

fn legacy(encoding: Legacy, meant: &str) -> (String, &'static str, String) {
    let name = match encoding {
        Legacy::Tcvn3 => "TCVN3 (ABC)",
        Legacy::Vni => "VNI",
    };
    (
        format!("chữ gõ bằng bảng mã {name}, không phải Unicode (chữ đầu là `{meant}`)"),
        "không in được chữ này",
        format!(
            "chuyển sang Unicode rồi lưu lại; với UniKey: bấm Ctrl+Shift+F6, bảng mã nguồn \
             {name}, bảng mã đích Unicode"
        ),
    )
}

/// A file of another program in the place of a text.
fn foreign_file(foreign: Foreign) -> (String, &'static str, String) {
    let (name, program) = match foreign {
        Foreign::Word => ("tệp Word (.docx)", "Word"),
        Foreign::OldWord => ("tệp Word đời cũ (.doc)", "Word"),
        Foreign::RichText => ("tệp RTF (.rtf)", "Word"),
        Foreign::OpenText => ("tệp LibreOffice Writer (.odt)", "Word hoặc LibreOffice"),
        Foreign::Sheet => ("bảng tính (.xlsx, .xls, .ods)", "Excel"),
        Foreign::Slides => ("tệp trình chiếu (.pptx, .ppt, .odp)", "PowerPoint"),
        Foreign::Pdf => ("tệp PDF", "chương trình xem PDF"),
        Foreign::Picture => ("tệp ảnh", ""),
        Foreign::Archive => ("tệp nén (.zip)", ""),
        Foreign::Office => ("tệp Office đời cũ (.doc, .xls, .ppt)", "Word"),
    };
    let paste = "gõ `vanban new` để có một tệp `.md` có sẵn các mục";
    let help = match foreign {
        Foreign::Picture => {
            format!("{paste}, rồi gõ lại chữ trong ảnh vào dưới dòng `---` thứ hai")
        }
        Foreign::Archive => {
            format!("giải nén rồi chọn tệp văn bản; hoặc {paste} rồi viết vào đó")
        }
        Foreign::Word
        | Foreign::OldWord
        | Foreign::RichText
        | Foreign::OpenText
        | Foreign::Sheet
        | Foreign::Slides
        | Foreign::Pdf
        | Foreign::Office => format!(
            "mở tệp này bằng {program}, chọn tất cả chữ rồi sao chép; {paste}, rồi dán phần nội dung \
             vào dưới dòng `---` thứ hai"
        ),
    };
    (format!("đây là {name}; chương trình chỉ đọc tệp chữ, như `.md`"), "cả tệp", help)
}

fn too_large(what: Large, limit: usize) -> (String, &'static str, String) {
    match what {
        Large::File => (
            format!("tệp quá lớn: một văn bản có tối đa {} MB", limit / 1024 / 1024),
            "cả tệp",
            "kiểm tra xem có nhầm tệp không; văn bản dài thì chia thành nhiều tệp".into(),
        ),
        Large::Text => (
            "văn bản quá dài".into(),
            "đến đây là quá dài",
            format!(
                "chia thành nhiều văn bản; mỗi văn bản tối đa khoảng {} nghìn chữ cái",
                limit / 1000
            ),
        ),
        Large::Paragraph => (
            "đoạn văn này quá dài".into(),
            "đoạn này",
            format!(
                "chia đoạn bằng dòng trống; mỗi đoạn tối đa khoảng {} nghìn chữ cái",
                limit / 1000
            ),
        ),
        Large::Word => (
            "có chuỗi ký tự viết liền quá dài".into(),
            "từ đây",
            format!("thêm dấu cách; tối đa {limit} ký tự viết liền"),
        ),
        Large::Accents => (
            "có chữ mang quá nhiều dấu".into(),
            "chữ này",
            format!("xóa các dấu thừa; mỗi chữ tối đa {limit} dấu"),
        ),
        Large::Pages => (
            format!("văn bản dài hơn {limit} trang"),
            "cả tệp",
            "chia thành nhiều văn bản".into(),
        ),
    }
}

fn yaml(syntax: &Syntax) -> (String, &'static str, String) {
    let (message, label, help) = match syntax {
        Syntax::UnclosedQuote => (
            "dấu nháy mở ra mà không đóng lại",
            "mở ở đây",
            "thêm một dấu nháy như vậy ở cuối giá trị".into(),
        ),
        Syntax::Tab => (
            "thụt đầu dòng bằng phím Tab",
            "dấu Tab",
            "thay mỗi dấu Tab bằng hai dấu cách".into(),
        ),
        Syntax::Indentation => (
            "dòng này thụt vào không khớp với các dòng ở trên",
            "thụt vào chưa đúng",
            "mục chính viết sát lề trái; các mục con cùng cấp thụt vào bằng nhau".into(),
        ),
        Syntax::ColonInValue => (
            "trong giá trị có dấu hai chấm nên máy không hiểu được dòng này",
            "dấu hai chấm này",
            "đặt cả giá trị trong dấu nháy kép, ví dụ: `trích yếu: \"Kết luận: họp\"`".into(),
        ),
        Syntax::MissingColon => (
            "dòng này không có dạng `tên mục: giá trị`",
            "chỗ này",
            "sau tên mục viết dấu hai chấm rồi một dấu cách, ví dụ: `địa danh: Lục Bình`; nếu là \
             phần tiếp theo của dòng trên thì thụt vào hai dấu cách"
                .into(),
        ),
        Syntax::UnclosedBracket => (
            "dấu ngoặc mở ra mà không đóng lại",
            "mở ở đây",
            "thêm dấu ngoặc đóng `]` hoặc `}`".into(),
        ),
        Syntax::ReservedStart(c) => (
            "giá trị bắt đầu bằng một ký tự đặc biệt",
            "ký tự này",
            format!("đặt cả giá trị trong dấu nháy kép: `\"{c}…\"`"),
        ),
        Syntax::TooComplex => (
            "phần khai báo lồng nhau hoặc nhắc lại quá nhiều",
            "ở đây",
            "viết lại cho đơn giản hơn".into(),
        ),
        Syntax::Tag => (
            "giá trị bắt đầu bằng dấu chấm than",
            "dấu này có nghĩa riêng trong phần khai báo",
            "đặt cả giá trị trong dấu nháy kép: `\"!…\"`".into(),
        ),
        Syntax::CurlyQuote => (
            "dấu nháy cong không dùng để bao giá trị được",
            "dấu nháy cong",
            "bao bằng dấu nháy thẳng: `\"…\"`; dấu nháy cong vẫn viết được ở bên trong".into(),
        ),
        Syntax::DashWithoutBlank => (
            "thiếu dấu cách sau dấu gạch đầu dòng",
            "dấu gạch này",
            "viết gạch đầu dòng, một dấu cách, rồi mới đến chữ: `- Thành viên`".into(),
        ),
        Syntax::TextAfterEnd => (
            "sau dấu nháy hoặc dấu ngoặc đóng vẫn còn chữ",
            "phần thừa này",
            "đưa phần này vào trong dấu ngoặc; giá trị có dấu nháy kép thì bao cả trong dấu nháy \
             đơn, ví dụ: `trích yếu: '\"Ba sạch\" ở xã'`"
                .into(),
        ),
        Syntax::Other => (
            "phần khai báo viết sai cú pháp",
            "từ đây không đọc tiếp được",
            "kiểm tra dấu hai chấm, dấu nháy và thụt đầu dòng quanh chỗ này; nếu cần, đặt giá \
             trị trong dấu nháy kép"
                .into(),
        ),
    };
    (message.into(), label, help)
}

fn wrong_type(field: &str, expected: Expected) -> (String, &'static str, String) {
    let (kind, help) = match expected {
        Expected::Text => ("một đoạn chữ", "viết chữ trên cùng dòng với tên mục"),
        Expected::List => (
            "một danh sách",
            "viết mỗi phần tử một dòng, bắt đầu bằng `- `, hoặc viết `[một, hai]`",
        ),
        Expected::Map => (
            "một nhóm các mục con",
            "viết mỗi mục con một dòng ở bên dưới, thụt vào hai dấu cách",
        ),
        Expected::TextOrList => (
            "một đoạn chữ hoặc một danh sách",
            "viết chữ trên cùng dòng với tên mục, hoặc viết `[một, hai]`",
        ),
        Expected::TextOrMap => (
            "một đoạn chữ hoặc một nhóm các mục con",
            "viết chữ trên cùng dòng với tên mục, hoặc viết `{tên mục con: …}`",
        ),
        Expected::MapOrList => (
            "một nhóm các mục con, hoặc một danh sách các nhóm",
            "viết mỗi mục con một dòng ở bên dưới, thụt vào hai dấu cách",
        ),
        Expected::ListOrMap => (
            "một danh sách, hoặc các nhóm có tên",
            "viết mỗi phần tử một dòng, bắt đầu bằng `- `; hoặc `tên nhóm: [một, hai]`",
        ),
    };
    let help = match fields::example(field) {
        Some(example) => format!("{help}; ví dụ: `{example}`"),
        None => help.to_owned(),
    };
    (format!("mục `{field}` phải là {kind}"), "chưa đúng", help)
}

/// How a field could be written.
fn example(field: &str) -> String {
    fields::example(field).map_or_else(|| format!("{field}: …"), str::to_owned)
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
