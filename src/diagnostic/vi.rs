//! What every problem says in Vietnamese. The only place with such sentences.

use super::Words;
use super::problem::{Expected, Large, Problem, Syntax};
use crate::source::Legacy;

/// The words for a problem.
pub(super) fn words(problem: &Problem) -> Words {
    let (message, label, help) = sentence(problem);
    let related = match problem {
        Problem::DuplicateKey { .. } => Some("lần đầu ở đây".into()),
        _ => None,
    };
    let help = (!help.is_empty()).then_some(help);
    Words { message, label: label.to_owned(), help, related }
}

/// Message, label and help; the help is empty where there is none.
#[expect(clippy::too_many_lines, reason = "one table, a few lines for each problem")]
fn sentence(problem: &Problem) -> (String, &'static str, String) {
    match problem {
        Problem::NotUtf8 => (
            "tệp không phải là văn bản UTF-8".into(),
            "từ đây không đọc được",
            "mở tệp bằng trình soạn thảo, chọn Lưu thành (Save as) với bảng mã UTF-8; \
             văn bản gõ bằng TCVN3 hoặc VNI phải chuyển sang Unicode trước"
                .into(),
        ),
        Problem::Utf16 => (
            "tệp được lưu bằng bảng mã UTF-16".into(),
            "",
            "mở tệp bằng trình soạn thảo, chọn Lưu thành (Save as) với bảng mã UTF-8".into(),
        ),
        Problem::NulByte => (
            "trong tệp có ký tự rỗng (NUL)".into(),
            "ký tự rỗng",
            "đây có thể không phải tệp văn bản; hãy xóa ký tự này rồi lưu lại".into(),
        ),
        Problem::LegacyEncoding { encoding, meant } => legacy(*encoding, meant),
        Problem::TooLarge { what, limit } => too_large(*what, *limit),
        Problem::More { count, .. } => (
            format!("còn {count} chỗ nữa chưa kể ra ở đây"),
            "từ đây trở đi",
            "sửa các chỗ đã nêu rồi chạy lại".into(),
        ),
        Problem::FrontMatterMissing => (
            "thiếu phần khai báo ở đầu tệp".into(),
            "tệp phải bắt đầu bằng dòng `---`",
            "dòng đầu tiên viết `---`, tiếp theo là các mục khai báo, rồi một dòng `---` nữa"
                .into(),
        ),
        Problem::FrontMatterUnclosed => (
            "phần khai báo ở đầu tệp chưa được đóng".into(),
            "phần khai báo mở ở đây",
            "thêm một dòng `---` sau mục khai báo cuối cùng".into(),
        ),
        Problem::FrontMatterNotAMap => (
            "phần khai báo không có mục nào".into(),
            "phải là các dòng `tên mục: giá trị`",
            "ví dụ: `trích yếu: kết luận cuộc họp …`".into(),
        ),
        Problem::Yaml(syntax) => yaml(syntax),
        Problem::CutByComment => (
            "phần sau dấu `#` bị coi là chú thích, không được in".into(),
            "phần này không được in",
            "nếu cần in thì đặt cả giá trị trong dấu nháy kép; nếu là chú thích thì để hai dấu \
             cách trước `#` và một dấu cách sau nó"
                .into(),
        ),
        Problem::DuplicateKey { key } => (
            format!("mục `{key}` được khai báo hai lần"),
            "khai báo lại ở đây",
            "chỉ giữ lại một".into(),
        ),
        Problem::MissingField { field, parent: None } => (
            format!("thiếu mục `{field}`"),
            "phần khai báo này",
            format!("thêm dòng `{field}: …`"),
        ),
        Problem::MissingField { field, parent: Some(parent) } => (
            format!("mục `{parent}` thiếu `{field}`"),
            "ở đây",
            format!("thêm dòng `{field}: …` vào trong `{parent}`"),
        ),
        Problem::UnknownField { key, near } => (
            format!("không có mục nào tên là `{key}`"),
            "không rõ mục này",
            match near {
                Some(near) => format!("có phải là `{near}`?"),
                None => "xóa dòng này hoặc xem tên các mục trong hướng dẫn".into(),
            },
        ),
        Problem::WrongType { field, expected } => wrong_type(field, *expected),
        Problem::WrongChoice { field, value, choices } => (
            format!("`{field}` không nhận giá trị `{value}`"),
            "giá trị này không có trong danh mục",
            format!("chọn một trong: {}", list(choices)),
        ),
        Problem::EmptyField { field } => (
            format!("mục `{field}` còn để trống"),
            "chưa có nội dung",
            format!("điền nội dung cho `{field}`"),
        ),
        Problem::TooLong { field, limit } => (
            format!("mục `{field}` quá dài"),
            "quá dài",
            format!("rút gọn, tối đa {limit} ký tự"),
        ),
        Problem::PersonUnknown { name, near } => (
            format!("danh bạ không có người tên `{name}`"),
            "tên này",
            match near {
                Some(near) => format!("có phải là `{near}`?"),
                None => "thêm người này vào `danh bạ`, hoặc ghi cả `họ tên` và `chức vụ`".into(),
            },
        ),
        Problem::InvalidValue { field } => (
            format!("giá trị của `{field}` không hợp lệ"),
            "không hợp lệ",
            "xem cách viết mục này trong hướng dẫn".into(),
        ),
        Problem::DateForm { value, month_allowed } => (
            format!("`{value}` không viết đúng kiểu ngày tháng"),
            "không đọc được thành ngày",
            if *month_allowed {
                "viết ngày/tháng/năm, ví dụ `05/6/2023`; chưa biết ngày thì viết `6/2023` \
                 hoặc để trống"
                    .into()
            } else {
                "viết ngày/tháng/năm, ví dụ `05/6/2023`".into()
            },
        ),
        Problem::DateImpossible { value, last_day } => (
            format!("ngày `{value}` không có trong lịch"),
            "ngày này không tồn tại",
            match last_day {
                Some(day) => format!("tháng này chỉ có {day} ngày"),
                None => "tháng phải từ 1 đến 12".into(),
            },
        ),
        Problem::NoDate => (
            "văn bản chưa có ngày tháng nào".into(),
            "phần khai báo này",
            "điền `ngày ký` (chưa biết ngày thì viết tháng, ví dụ `6/2023`) hoặc `ngày` của \
             `cuộc họp`"
                .into(),
        ),
        Problem::NothingToPrint => (
            "văn bản chưa có nội dung".into(),
            "sau phần khai báo không có gì",
            "viết nội dung dưới dòng `---`, hoặc khai báo `kết luận`".into(),
        ),
        Problem::RawHtml => (
            "không in được thẻ HTML".into(),
            "thẻ HTML",
            "xóa thẻ này; muốn xuống dòng thì để dấu `\\` ở cuối dòng, muốn in đúng dấu `<` \
             thì viết `\\<`"
                .into(),
        ),
        Problem::CommentSwallows => (
            "chú thích `<!-- … -->` che mất nội dung".into(),
            "phần này sẽ không được in",
            "đóng chú thích bằng `-->` và để nội dung ở dòng riêng, sau một dòng trống".into(),
        ),
        Problem::StrayMarks { marks } => (
            format!("dấu `{marks}` được in nguyên ra giấy, không làm đậm hay nghiêng chữ"),
            "dấu này không có tác dụng",
            format!(
                "chừa một dấu cách giữa `{marks}` và chữ bên ngoài; muốn in đúng dấu này thì \
                 viết `{}`",
                marks.chars().flat_map(|c| ['\\', c]).collect::<String>()
            ),
        ),
        Problem::NumberGap { found, expected } => (
            format!("số thứ tự `{found}` không liền mạch"),
            "số này",
            format!("theo thứ tự phải là `{expected}`"),
        ),
        Problem::NumberMixture => (
            "chỗ đánh số bằng tay, chỗ để máy đánh số".into(),
            "mục này không có số",
            "viết số cho tất cả các mục, hoặc bỏ hết số để máy tự đánh".into(),
        ),
        Problem::NestingTooDeep { limit } => (
            "các mục lồng nhau quá nhiều cấp".into(),
            "từ đây",
            format!("chỉ lồng tối đa {limit} cấp"),
        ),
        Problem::FootnoteMissing { name } => (
            format!("không có chú thích cuối trang `{name}`"),
            "nhắc đến ở đây",
            format!("thêm dòng `[^{name}]: nội dung chú thích`"),
        ),
        Problem::FootnoteUnused { name } => (
            format!("chú thích cuối trang `{name}` không được nhắc đến, nên không in"),
            "chú thích này",
            format!("đặt `[^{name}]` vào chỗ cần chú thích"),
        ),
        Problem::TableRowTooLong => (
            "hàng này có nhiều ô hơn hàng đầu của bảng".into(),
            "phần này sẽ không được in",
            "thêm ô vào hàng đầu và hàng `|---|`, hoặc bỏ bớt ô; muốn in đúng dấu `|` thì \
             viết `\\|`"
                .into(),
        ),
        Problem::DefinitionUnused => (
            "dòng này bị hiểu là địa chỉ của một liên kết nên không được in".into(),
            "dòng này",
            "nếu cần in thì viết `\\[` thay cho `[` ở đầu dòng; nếu không thì xóa đi".into(),
        ),
        Problem::PictureMissing { path } => (
            format!("không tìm thấy ảnh `{path}`"),
            "ảnh này",
            "đặt tệp ảnh vào cùng thư mục với văn bản và viết đúng tên tệp".into(),
        ),
        Problem::PictureOutside { path } => (
            format!("ảnh `{path}` nằm ngoài thư mục của văn bản"),
            "ảnh này",
            "chép ảnh vào cùng thư mục với văn bản".into(),
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
        Problem::LayoutUnsupported { template, layout } => (
            format!("mẫu `{template}` chưa có thể thức `{layout}`"),
            "thể thức này",
            "chọn thể thức khác".into(),
        ),
        Problem::TemplateSyntax { .. } => (
            "mẫu văn bản viết sai cú pháp".into(),
            "sai ở dòng này",
            "sửa mẫu, hoặc bỏ tệp này đi để dùng lại mẫu có sẵn".into(),
        ),
        Problem::TemplateUndefined { name } => (
            format!("mẫu văn bản dùng tên `{name}` mà văn bản không có"),
            "tên này chưa có giá trị",
            "sửa tên trong mẫu, hoặc khai báo mục đó trong văn bản".into(),
        ),
        Problem::TemplateRunaway => (
            "mẫu văn bản chạy mãi không dừng".into(),
            "vòng lặp này",
            "sửa vòng lặp trong mẫu".into(),
        ),
        Problem::TemplateFailed { .. } => (
            "mẫu văn bản không chạy được".into(),
            "lỗi ở dòng này",
            "sửa mẫu, hoặc bỏ tệp này đi để dùng lại mẫu có sẵn".into(),
        ),
        Problem::GlyphMissing { character } => (
            format!("phông chữ không có ký tự `{character}` (U+{:04X})", u32::from(*character)),
            "không in được ký tự này",
            "xóa hoặc thay bằng chữ thường dùng".into(),
        ),
        Problem::TypesetUser { .. } => (
            "không dàn trang được nội dung này".into(),
            "ở đây",
            "viết lại cho đơn giản hơn".into(),
        ),
        Problem::TypesetTemplate { .. } => (
            "mẫu văn bản có lỗi dàn trang".into(),
            "mẫu viết ra dòng này",
            "đây là lỗi của mẫu, không phải của văn bản; hãy báo cho người giữ mẫu".into(),
        ),
        Problem::Internal { .. } => (
            "chương trình gặp lỗi bên trong".into(),
            "",
            "văn bản của bạn không mất gì; hãy gửi tệp này cho người phụ trách chương trình"
                .into(),
        ),
    }
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

fn too_large(what: Large, limit: usize) -> (String, &'static str, String) {
    match what {
        Large::File => (
            format!("tệp quá lớn: một văn bản có tối đa {} MB", limit / 1024 / 1024),
            "",
            "kiểm tra xem có nhầm tệp không; văn bản dài thì chia thành nhiều tệp".into(),
        ),
        Large::Text => (
            "văn bản quá dài".into(),
            "đến đây đã quá dài",
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
            "",
            "chia thành nhiều văn bản".into(),
        ),
    }
}

fn yaml(syntax: &Syntax) -> (String, &'static str, String) {
    let (message, label, help) = match syntax {
        Syntax::UnclosedQuote => (
            "dấu nháy mở ra mà không đóng lại",
            "mở ở đây",
            "thêm dấu nháy đóng ở cuối giá trị".into(),
        ),
        Syntax::Tab => (
            "thụt đầu dòng bằng phím Tab",
            "dấu Tab",
            "thay mỗi dấu Tab bằng hai dấu cách".into(),
        ),
        Syntax::Indentation => (
            "thụt đầu dòng không khớp với các dòng trên",
            "dòng này",
            "các mục cùng cấp phải thụt vào bằng nhau".into(),
        ),
        Syntax::ColonInValue => (
            "trong giá trị có dấu hai chấm",
            "dấu hai chấm này làm hỏng dòng khai báo",
            "đặt cả giá trị trong dấu nháy kép: `mục: \"… : …\"`".into(),
        ),
        Syntax::MissingColon => (
            "dòng này không có dạng `tên mục: giá trị`",
            "dòng này",
            "sau tên mục phải có dấu hai chấm và một dấu cách".into(),
        ),
        Syntax::UnclosedBracket => (
            "dấu ngoặc mở ra mà không đóng lại",
            "ở đây",
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
            "dấu nháy cong không bao được giá trị",
            "dấu nháy cong",
            "dùng dấu nháy thẳng: `\"…\"`".into(),
        ),
        Syntax::DashWithoutBlank => (
            "thiếu dấu cách sau dấu gạch đầu dòng",
            "dấu gạch này",
            "viết `- ` rồi mới đến chữ".into(),
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
        Expected::Text => {
            ("một đoạn chữ", format!("viết `{field}: nội dung` trên một dòng"))
        }
        Expected::List => (
            "một danh sách",
            "mỗi phần tử một dòng, bắt đầu bằng `- `, hoặc `[một, hai]`".into(),
        ),
        Expected::Map => (
            "một nhóm các mục con",
            format!(
                "dưới `{field}:` viết các mục con, mỗi mục một dòng, thụt vào hai dấu cách"
            ),
        ),
        Expected::TextOrList => (
            "một đoạn chữ hoặc một danh sách",
            "viết chữ trên cùng dòng, hoặc `[một, hai]`".into(),
        ),
        Expected::TextOrMap => (
            "một đoạn chữ hoặc một nhóm các mục con",
            "viết chữ trên cùng dòng, hoặc `{mục con: …}`".into(),
        ),
        Expected::ListOrMap => (
            "một danh sách, hoặc các nhóm có tên",
            "mỗi phần tử một dòng, bắt đầu bằng `- `; hoặc `tên nhóm: [một, hai]`".into(),
        ),
    };
    (format!("`{field}` phải là {kind}"), "giá trị này", help)
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
