//! The rules that several stages check.

use super::{Bilingual, Example, Family, Problem, Rule, Severity, both};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&MORE, &TOO_LARGE, &INTERNAL, &PLACEHOLDER, &PICTURE_MISSING, &CSV_QUOTE];

/// More problems than help anybody.
pub static MORE: Rule = Rule {
    id: "more",
    family: Family::Program,
    explanation: Bilingual {
        vi: "Một lần chạy chỉ liệt kê 300 chỗ đầu tiên: nhiều hơn thì không ai đọc hết.",
        en: "One run shows the first 300 problems: nobody reads more.",
    },
    wrong: Example::described(
        "một văn bản có hơn 300 chỗ sai",
        "a document with more than 300 problems",
    ),
    right: Example::described(
        "sửa các chỗ đã liệt kê rồi chạy lại",
        "mend what is shown and run again",
    ),
    ..Rule::ERROR
};

/// `count` problems were left out, with `errors` among them.
pub fn more(count: usize, errors: bool) -> Problem {
    let problem = MORE.problem(
        both!("còn {count} chỗ nữa chưa liệt kê ở đây", "{count} more are left out here"),
        both!("từ đây trở đi", "from here on"),
        both!("sửa các chỗ đã nêu rồi chạy lại", "mend what is shown and run again"),
    );
    problem.of_severity(if errors { Severity::Error } else { Severity::Warning })
}

/// Something larger than any document needs.
pub static TOO_LARGE: Rule = Rule {
    id: "too-large",
    family: Family::File,
    explanation: Bilingual {
        vi: "Giới hạn này rộng hơn mọi văn bản thật; vượt quá thì thường là nhầm tệp \
             hoặc dán nhầm, và sẽ làm máy treo.",
        en: "The limits are wider than any real document; what exceeds them is a wrong \
             file or a slip in pasting, and would hang the machine.",
    },
    wrong: Example::described(
        "một đoạn văn dài hơn 100.000 ký tự, một từ dài hơn 2.000 ký tự, một văn bản dài \
         hơn 1.000 trang",
        "a paragraph of more than 100,000 characters, a word of more than 2,000, a \
         document of more than 1,000 pages",
    ),
    right: Example::described(
        "văn bản dài bình thường, chia đoạn bằng dòng trống",
        "a document of common length, its paragraphs divided by blank lines",
    ),
    ..Rule::ERROR
};

/// What can be larger than any document needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Large {
    /// The file; the limit is in bytes.
    File,
    /// The whole text; the limit is in characters, a line, cell or mark counting for some.
    Text,
    /// One paragraph; the limit is in characters.
    Paragraph,
    /// Characters with no blank between them; the limit is in characters.
    Word,
    /// The accents on one letter.
    Accents,
    /// The appendices.
    Appendices,
    /// The document; the limit is in pages.
    Pages,
}

/// Something exceeds its limit.
#[must_use]
pub fn too_large(what: Large, limit: usize) -> Problem {
    let (megabytes, thousands) = (limit / 1024 / 1024, limit / 1000);
    let (message, label, help) = match what {
        Large::File => (
            both!(
                "tệp quá lớn: một văn bản có tối đa {megabytes} MB",
                "the file is larger than {megabytes} MB"
            ),
            both!("cả tệp", "the whole file"),
            both!(
                "kiểm tra xem có nhầm tệp không; văn bản dài thì chia thành nhiều tệp",
                "see whether it is the right file; divide a long document into several"
            ),
        ),
        Large::Text => (
            both!("văn bản quá dài", "the text is too long"),
            both!("đến đây là quá dài", "too long up to here"),
            both!(
                "chia thành nhiều văn bản; mỗi văn bản tối đa khoảng {thousands} nghìn \
                 chữ cái",
                "divide it into documents of some {thousands} thousand letters at most"
            ),
        ),
        Large::Paragraph => (
            both!("đoạn văn này quá dài", "this paragraph is too long"),
            both!("đoạn này", "this paragraph"),
            both!(
                "chia đoạn bằng dòng trống; mỗi đoạn tối đa khoảng {thousands} nghìn chữ \
                 cái",
                "divide it by blank lines; {thousands} thousand letters at most"
            ),
        ),
        Large::Word => (
            both!(
                "có chuỗi ký tự viết liền quá dài",
                "too many characters without a blank"
            ),
            both!("từ đây", "from here on"),
            both!(
                "thêm dấu cách; tối đa {limit} ký tự viết liền",
                "add blanks; {limit} characters in one piece at most"
            ),
        ),
        Large::Accents => (
            both!("có chữ mang quá nhiều dấu", "too many accents on one letter"),
            both!("chữ này", "this letter"),
            both!(
                "xóa các dấu thừa; mỗi chữ tối đa {limit} dấu",
                "remove some; {limit} on a letter at most"
            ),
        ),
        Large::Appendices => (
            both!(
                "văn bản có hơn {limit} phụ lục",
                "the document has more than {limit} appendices"
            ),
            both!("đến đây là quá nhiều", "too many up to here"),
            both!(
                "gộp các phụ lục nhỏ lại, hoặc chia thành nhiều văn bản",
                "put small ones together, or divide it into several documents"
            ),
        ),
        Large::Pages => (
            both!(
                "văn bản dài hơn {limit} trang",
                "the document has more than {limit} pages"
            ),
            both!("cả tệp", "the whole file"),
            both!("chia thành nhiều văn bản", "divide it into several documents"),
        ),
    };
    TOO_LARGE.problem(message, label, help)
}

/// A fault of the program itself.
pub static INTERNAL: Rule = Rule {
    id: "internal",
    family: Family::Program,
    explanation: Bilingual {
        vi: "Lỗi này là của chương trình, không phải của văn bản. Không tệp nào bị mất \
             hay ghi dở.",
        en: "The fault is the program's, not the document's. No file is lost or half \
             written.",
    },
    wrong: Example::described(
        "chương trình tự dừng vì một lỗi của chính nó",
        "the program stops for a fault of its own",
    ),
    right: Example::described(
        "gửi tệp cho người phụ trách chương trình",
        "send the file to who keeps the program",
    ),
    ..Rule::ERROR
};

/// The program has failed; `detail` is what is known of it.
#[must_use]
pub fn internal(detail: &str) -> Problem {
    let problem = INTERNAL.problem(
        both!("chương trình gặp lỗi bên trong", "the program has failed: {detail}"),
        both!("khi đang xử lý tệp này", "while working on this file"),
        both!(
            "văn bản của bạn không mất gì; hãy gửi tệp này cho người phụ trách chương \
             trình",
            "nothing of the document is lost; please send the file to who keeps the \
             program"
        ),
    );
    problem.with_detail(detail)
}

/// `CẦN ĐIỀN` in what would be printed.
pub static PLACEHOLDER: Rule = Rule {
    id: "to-fill",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "`CẦN ĐIỀN` đánh dấu chỗ chưa viết trong tệp mới tạo. Văn bản để ký không \
             được còn chỗ như vậy; bản in thử thì khai báo `dự thảo: 1`.",
        en: "`CẦN ĐIỀN` marks what is still to be written in a new file. A document to \
             be signed has none; for a trial print give `dự thảo: 1`.",
    },
    wrong: Example::fields("địa danh: CẦN ĐIỀN"),
    right: Example::fields("địa danh: Lục Bình"),
    ..Rule::ERROR
};

/// `CẦN ĐIỀN` in what would be printed, where it stands for a whole `date` or for words.
#[must_use]
pub fn placeholder(date: bool) -> Problem {
    let help = if date {
        both!(
            "ghi ngày vào đây, ví dụ `05/6/2023`; bản dự thảo mới biết tháng thì ghi \
             `CẦN ĐIỀN/6/2023`",
            "write the date here, such as `05/6/2023`; in a draft of which only the \
             month is known, `CẦN ĐIỀN/6/2023`"
        )
    } else {
        both!(
            "viết nội dung vào chỗ này; chưa viết được mà cần in bản nháp thì khai báo \
             `dự thảo: 1`",
            "write the text here; to print a draft before that, add `dự thảo: 1`"
        )
    };
    PLACEHOLDER.problem(
        both!("còn chỗ chưa điền", "something is still to be filled in"),
        both!("cần điền", "to be filled in"),
        help,
    )
}

/// A reference to a picture that is not there.
pub static PICTURE_MISSING: Rule = Rule {
    id: "picture-missing",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Ảnh được lấy từ thư mục của văn bản, đúng tên tệp kể cả chữ hoa, chữ \
             thường.",
        en: "Pictures come from the folder of the document, by their exact names.",
    },
    wrong: Example::body("Sơ đồ tuyến đường:\n\n![sơ đồ](khong-co.png)"),
    right: Example::body("Sơ đồ tuyến đường:\n\n![sơ đồ](so-do.svg)"),
    ..Rule::ERROR
};

/// There is no picture at `path`.
#[must_use]
pub fn picture_missing(path: &str) -> Problem {
    PICTURE_MISSING.problem(
        both!("không tìm thấy tệp ảnh `{path}`", "picture `{path}` is not there"),
        both!("tệp này", "this file"),
        both!("đặt tệp ảnh vào cùng thư mục với văn bản và viết đúng tên tệp, ví dụ \
               `![sơ đồ](so-do.png)`", "put \
                                                                                                             the \
                                                                                                             file \
                                                                                                             into \
                                                                                                             the \
                                                                                                             document's \
                                                                                                             folder \
                                                                                                             and \
                                                                                                             write \
                                                                                                             its \
                                                                                                             name, \
                                                                                                             for \
                                                                                                             example \
                                                                                                             `![plan](plan.png)`"),
    )
}

/// A quotation in a CSV file that does not end.
pub static CSV_QUOTE: Rule = Rule {
    id: "csv-quote",
    family: Family::Tables,
    explanation: Bilingual {
        vi: "Trong tệp CSV, ô bắt đầu bằng dấu `\"` thì kéo dài đến dấu `\"` tiếp theo; thiếu dấu \
             đó thì cả phần còn lại của tệp thành một ô.",
        en: "In a CSV file a value that begins with `\"` goes on to the next `\"`; without that \
             one, the rest of the file is one value.",
    },
    wrong: Example::fields(
        "phụ lục: [{tiêu đề: Danh mục công trình, tệp: danh-muc.csv}]",
    )
    .beside(&[("danh-muc.csv", "TT;Công trình\n1;\"Nhà văn hóa\n")]),
    right: Example::fields(
        "phụ lục: [{tiêu đề: Danh mục công trình, tệp: danh-muc.csv}]",
    )
    .with_body("Các thôn thực hiện theo Phụ lục kèm theo.")
    .beside(&[("danh-muc.csv", "TT;Công trình\n1;\"Nhà văn hóa\"\n")]),
    ..Rule::ERROR
};

/// A value begins with a quotation mark and does not end.
#[must_use]
pub fn csv_quote() -> Problem {
    CSV_QUOTE.problem(
        both!("ô này mở dấu `\"` mà không đóng", "this value begins with `\"` and does not end"),
        both!("dấu mở", "begins here"),
        both!(
            "thêm dấu `\"` vào cuối ô; muốn in đúng dấu `\"` ở đầu ô thì viết `\"\"\"`",
            "add `\"` at the end of the value; to print a `\"` in front of it write `\"\"\"`"
        ),
    )
}
