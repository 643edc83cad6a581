//! What can be wrong with the YAML itself.

use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::source::Span;

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&FRONT_MATTER_NOT_A_MAP, &YAML_SYNTAX, &CUT_BY_COMMENT];

/// The front matter holds no fields.
pub(crate) static FRONT_MATTER_NOT_A_MAP: Rule = Rule {
    id: "front-matter-not-a-map",
    family: Family::Yaml,
    explanation: Bilingual {
        vi: "Phần khai báo gồm các dòng `tên mục: giá trị`; chữ viết trơn ở đó không \
             thuộc mục nào.",
        en: "The front matter is made of lines `name: value`; bare text in it belongs to \
             no field.",
    },
    wrong: Example::text("---\nThông báo\n---\n\nCác thôn báo cáo tiến độ.\n"),
    right: Example::text("---\ntên loại: Thông báo\n---\n\nCác thôn báo cáo tiến độ.\n"),
    ..Rule::ERROR
};

pub(crate) fn front_matter_not_a_map() -> Problem {
    FRONT_MATTER_NOT_A_MAP.problem(
        both!(
            "phần khai báo không có dòng nào dạng `tên mục: giá trị`",
            "the front matter has no line of the form `name: value`"
        ),
        both!("ở đây", "here"),
        both!(
            "viết mỗi mục một dòng, ví dụ: `địa danh: Lục Bình`",
            "write one field a line, for example: `địa danh: Lục Bình`"
        ),
    )
}

/// The YAML is broken.
pub(crate) static YAML_SYNTAX: Rule = Rule {
    id: "yaml-syntax",
    family: Family::Yaml,
    explanation: Bilingual {
        vi: "Phần khai báo viết theo YAML: dấu hai chấm và một dấu cách sau tên mục, \
             thụt vào bằng dấu cách, giá trị có dấu đặc biệt thì đặt trong dấu nháy.",
        en: "The front matter is YAML: a colon and a blank after the name, blanks to \
             indent, quotes around a value with special characters.",
    },
    wrong: Example::fields("trích yếu: \"kết luận cuộc họp"),
    right: Example::fields("trích yếu: \"kết luận cuộc họp\""),
    ..Rule::ERROR
};

/// What is wrong with the YAML itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// A quotation mark that is never closed.
    UnclosedQuote,
    /// A tab where blanks must indent.
    Tab,
    /// An indentation that fits nothing above.
    Indentation,
    /// `: ` inside a value that is not quoted.
    ColonInValue,
    /// A key without a colon, or a colon without a blank after it.
    MissingColon,
    /// An open `[` or `{`.
    UnclosedBracket,
    /// A character with a meaning of its own at the start of a value (`@`, `` ` ``, `%`, `*`…).
    ReservedStart(char),
    /// A reference to nothing, a reference too many, or too much of something.
    TooComplex,
    /// There are more names and values than so many.
    TooMany(usize),
    /// A tag (`!…`).
    Tag,
    /// A curly quotation mark where a straight one must enclose the value.
    CurlyQuote,
    /// A dash of a list without a blank after it.
    DashWithoutBlank,
    /// Text behind a quotation mark or bracket that ends the value.
    TextAfterEnd,
    /// Anything else.
    Other,
}

/// The place where YAML cannot be read, and why.
#[derive(Debug, Clone)]
pub(crate) struct SyntaxError {
    /// Why.
    pub(crate) syntax: Syntax,
    /// What is to be underlined.
    pub(crate) span: Span,
}

#[expect(clippy::too_many_lines, reason = "a table of words, no logic")]
pub(crate) fn yaml_syntax(syntax: &Syntax) -> Problem {
    let (message, label, help) = match syntax {
        Syntax::UnclosedQuote => (
            both!("dấu nháy mở ra mà không đóng lại", "a quotation mark is never closed"),
            both!("mở ở đây", "opened here"),
            both!(
                "thêm một dấu nháy như vậy ở cuối giá trị",
                "add the same mark at the end of the value"
            ),
        ),
        Syntax::Tab => (
            both!("thụt đầu dòng bằng phím Tab", "a tab indents this line"),
            both!("dấu Tab", "tab"),
            both!("thay mỗi dấu Tab bằng hai dấu cách", "replace each tab by two blanks"),
        ),
        Syntax::Indentation => (
            both!(
                "dòng này thụt vào không khớp với các dòng ở trên",
                "the indentation of this line fits none above"
            ),
            both!("thụt vào chưa đúng", "wrong indentation"),
            both!(
                "mục chính viết sát lề trái; các mục con cùng cấp thụt vào bằng nhau",
                "start the fields of the document at the margin; indent fields of one \
                 group equally"
            ),
        ),
        Syntax::ColonInValue => (
            both!(
                "trong giá trị có dấu hai chấm nên máy không hiểu được dòng này",
                "a colon in the value makes the line unreadable"
            ),
            both!("dấu hai chấm này", "this colon"),
            both!(
                "đặt cả giá trị trong dấu nháy kép, ví dụ: `trích yếu: \"Kết luận: \
                 họp\"`",
                "put the whole value in double quotes: `trích yếu: \"Kết luận: họp\"`"
            ),
        ),
        Syntax::MissingColon => (
            both!(
                "dòng này không có dạng `tên mục: giá trị`",
                "this line has not the form `name: value`"
            ),
            both!("chỗ này", "here"),
            both!(
                "sau tên mục viết dấu hai chấm rồi một dấu cách, ví dụ: `địa danh: Lục \
                 Bình`; nếu là phần tiếp theo của dòng trên thì thụt vào hai dấu cách",
                "write a colon and a blank after the name: `địa danh: Lục Bình`; indent \
                 a line that goes on from the one above by two blanks"
            ),
        ),
        Syntax::UnclosedBracket => (
            both!("dấu ngoặc mở ra mà không đóng lại", "a bracket is never closed"),
            both!("mở ở đây", "opened here"),
            both!(
                "thêm dấu ngoặc đóng `]` hoặc `}}`",
                "add the closing bracket `]` or `}}`"
            ),
        ),
        Syntax::ReservedStart(c) => (
            both!(
                "giá trị bắt đầu bằng một ký tự đặc biệt",
                "the value starts with a character that has a meaning of its own"
            ),
            both!("ký tự này", "this character"),
            both!(
                "đặt cả giá trị trong dấu nháy kép: `\"{c}…\"`",
                "put the whole value in double quotes: `\"{c}…\"`"
            ),
        ),
        Syntax::TooComplex => (
            both!(
                "phần khai báo lồng nhau hoặc nhắc lại quá nhiều",
                "the front matter is nested too deep or refers to itself too often"
            ),
            both!("ở đây", "here"),
            both!("viết lại cho đơn giản hơn", "write it in a simpler way"),
        ),
        Syntax::TooMany(limit) => (
            both!(
                "phần khai báo có quá nhiều mục: tối đa {limit} tên mục và giá trị",
                "the front matter has too many entries: {limit} names and values at most"
            ),
            both!("đến đây là quá nhiều", "too many up to here"),
            both!(
                "chia thành nhiều văn bản, hoặc viết phần dài vào nội dung ở dưới `---`",
                "divide it into several documents, or write what is long below the `---`"
            ),
        ),
        Syntax::Tag => (
            both!(
                "giá trị bắt đầu bằng dấu chấm than",
                "the value starts with an exclamation mark"
            ),
            both!(
                "dấu này có nghĩa riêng trong phần khai báo",
                "this mark has a meaning of its own"
            ),
            both!(
                "đặt cả giá trị trong dấu nháy kép: `\"!…\"`",
                "put the whole value in double quotes: `\"!…\"`"
            ),
        ),
        Syntax::CurlyQuote => (
            both!(
                "dấu nháy cong không dùng để bao giá trị được",
                "curly quotation marks cannot enclose a value"
            ),
            both!("dấu nháy cong", "curly mark"),
            both!(
                "bao bằng dấu nháy thẳng: `\"…\"`; dấu nháy cong vẫn viết được ở bên \
                 trong",
                "enclose it in straight ones: `\"…\"`; curly ones may stand inside"
            ),
        ),
        Syntax::DashWithoutBlank => (
            both!(
                "thiếu dấu cách sau dấu gạch đầu dòng",
                "there is no blank after the dash of a list"
            ),
            both!("dấu gạch này", "this dash"),
            both!(
                "viết gạch đầu dòng, một dấu cách, rồi mới đến chữ: `- Thành viên`",
                "write a dash, a blank, then the text: `- Thành viên`"
            ),
        ),
        Syntax::TextAfterEnd => (
            both!(
                "sau dấu nháy hoặc dấu ngoặc đóng vẫn còn chữ",
                "text follows the quotation mark or bracket that ends the value"
            ),
            both!("phần thừa này", "this part"),
            both!(
                "đưa phần này vào trong dấu ngoặc; giá trị có dấu nháy kép thì bao cả \
                 trong dấu nháy đơn, ví dụ: `trích yếu: '\"Ba sạch\" ở xã'`",
                "move it into the bracket; put a value with double quotes in single \
                 ones: `trích yếu: '\"Ba sạch\" ở xã'`"
            ),
        ),
        Syntax::Other => (
            both!("phần khai báo viết sai cú pháp", "the front matter is malformed"),
            both!("từ đây không đọc tiếp được", "cannot be read from here on"),
            both!(
                "kiểm tra dấu hai chấm, dấu nháy và thụt đầu dòng quanh chỗ này; nếu \
                 cần, đặt giá trị trong dấu nháy kép",
                "check colons, quotation marks and indentation around here; put the \
                 value in double quotes if need be"
            ),
        ),
    };
    YAML_SYNTAX.problem(message, label, help)
}

/// A value that ends at ` #`: the rest counts as a comment.
pub(crate) static CUT_BY_COMMENT: Rule = Rule {
    id: "cut-by-comment",
    family: Family::Yaml,
    explanation: Bilingual {
        vi: "Trong YAML, ` #` mở một ghi chú: phần sau nó không được in. Chương trình \
             báo để không mất chữ.",
        en: "In YAML, ` #` opens a comment: what follows is not printed. This is told so \
             that no words are lost.",
    },
    wrong: Example::fields("trích yếu: kết luận cuộc họp lần #5"),
    right: Example::fields("trích yếu: \"kết luận cuộc họp lần #5\""),
    ..Rule::WARNING
};

pub(crate) fn cut_by_comment() -> Problem {
    CUT_BY_COMMENT.problem(
        both!(
            "phần sau dấu `#` bị coi là ghi chú riêng, không được in ra",
            "what follows `#` counts as a comment and is not printed"
        ),
        both!("phần này không được in", "not printed"),
        both!(
            "cần in thì đặt cả giá trị trong dấu nháy kép: `\"… #…\"`; nếu đúng là ghi \
             chú thì để hai dấu cách trước `#` và một dấu cách sau nó",
            "to print it, put the whole value in double quotes: `\"… #…\"`; for a \
             comment put two blanks before `#` and one after it"
        ),
    )
}
