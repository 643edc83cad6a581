//! The marks and lines of the text.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[
    &NOTHING_TO_PRINT,
    &RAW_HTML,
    &COMMENT_SWALLOWS,
    &STRAY_MARKS,
    &HASH_WITHOUT_BLANK,
    &LINE_END_DOUBTFUL,
    &DEFINITION_UNUSED,
];

/// A document without a body and without conclusions.
pub(crate) static NOTHING_TO_PRINT: Rule = Rule {
    id: "nothing-to-print",
    family: Family::Text,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Văn bản phải có nội dung, viết dưới phần khai báo hoặc thành mục `kết \
             luận`.",
        en: "A document has a text, below the front matter or in `kết luận`.",
    },
    wrong: Example::body(""),
    right: Example::body("Các thôn báo cáo tiến độ."),
};

pub(crate) fn nothing_to_print() -> Problem {
    NOTHING_TO_PRINT.problem(
        both!("văn bản chưa có nội dung", "the document has no text"),
        both!("sau phần khai báo không có gì", "nothing follows the front matter"),
        both!(
            "viết nội dung ở dưới dòng `---`, hoặc khai báo mục `kết luận`",
            "write the text below `---`, or give the field `kết luận`"
        ),
    )
}

/// Raw HTML in the body.
pub(crate) static RAW_HTML: Rule = Rule {
    id: "raw-html",
    family: Family::Text,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Trang in không hiểu HTML: thẻ sẽ mất hoặc in ra thành chữ, nên bị từ chối.",
        en: "The page knows no HTML: a tag would vanish or be printed as text, so it is \
             refused.",
    },
    wrong: Example::body("Các thôn <b>báo cáo</b> tiến độ."),
    right: Example::body("Các thôn **báo cáo** tiến độ."),
};

pub(crate) fn raw_html() -> Problem {
    RAW_HTML.problem(
        both!("không in được thẻ HTML", "HTML tags cannot be printed"),
        both!("thẻ HTML", "HTML tag"),
        both!("xóa thẻ này; muốn xuống dòng thì để dấu `\\` ở cuối dòng, muốn in đúng \
               dấu `<` thì viết \
               `\\<`", "remove the tag; for a line break end the line with `\\`, for a printed `<` write `\\<`"),
    )
}

/// A comment that is never closed, or text behind a comment that would be lost.
pub(crate) static COMMENT_SWALLOWS: Rule = Rule {
    id: "comment-swallows",
    family: Family::Text,
    severity: Severity::Error,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Ghi chú `<!-- … -->` không được in. Ghi chú không đóng bằng `-->` che mất \
             cả phần còn lại; theo Markdown, chữ đứng ngay sau nó cũng mất.",
        en: "A comment `<!-- … -->` is not printed. One that is not closed by `-->` \
             would hide all the rest; in Markdown the words right behind it vanish too.",
    },
    wrong: Example::body("<!-- hỏi lại chị Hoa\n\nCác thôn báo cáo tiến độ."),
    right: Example::body("<!-- hỏi lại chị Hoa -->\n\nCác thôn báo cáo tiến độ."),
};

pub(crate) fn comment_swallows() -> Problem {
    COMMENT_SWALLOWS.problem(
        both!(
            "ghi chú `<!-- … -->` che mất nội dung",
            "a comment `<!-- … -->` hides text"
        ),
        both!("phần này sẽ không được in", "this will not be printed"),
        both!(
            "đóng ghi chú bằng `-->`, để một dòng trống rồi mới viết nội dung",
            "close the comment with `-->` and leave a blank line before the text"
        ),
    )
}

/// Emphasis marks that Markdown does not see as such.
pub(crate) static STRAY_MARKS: Rule = Rule {
    id: "stray-marks",
    family: Family::Text,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Dấu `**` hay `*` chỉ làm đậm, nghiêng khi sát chữ ở bên trong; nếu không \
             thì được in nguyên.",
        en: "`**` and `*` make words bold or italic only where they stand close to them; \
             else they are printed.",
    },
    wrong: Example::body("Các thôn ** báo cáo** tiến độ."),
    right: Example::body("Các thôn **báo cáo** tiến độ."),
};

/// Emphasis `marks` (`**`) that make nothing bold or italic.
pub(crate) fn stray_marks(marks: &str) -> Problem {
    let escaped: String = marks.chars().flat_map(|c| ['\\', c]).collect();
    STRAY_MARKS.problem(
        both!(
            "dấu `{marks}` được in nguyên ra giấy, không làm đậm hay nghiêng chữ",
            "the marks `{marks}` are printed as they are and make nothing bold or italic"
        ),
        both!("dấu này không có tác dụng", "without effect"),
        both!(
            "viết dấu sát chữ ở bên trong, cách chữ ở bên ngoài, ví dụ: `một \
             {marks}hai{marks} ba`; muốn in đúng dấu này thì viết `{escaped}`",
            "write the marks close to the text inside, with a blank outside: `một \
             {marks}hai{marks} ba`; to print the marks write `{escaped}`"
        ),
    )
}

/// `#` right before a word, which makes no heading.
pub(crate) static HASH_WITHOUT_BLANK: Rule = Rule {
    id: "hash-without-blank",
    family: Family::Text,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Tiêu đề có một dấu cách sau `#`; thiếu nó, dòng này là một đoạn văn và dấu \
             `#` được in.",
        en: "A heading has a blank behind `#`; without it the line is a paragraph and \
             `#` is printed.",
    },
    wrong: Example::body("##Đánh giá chung\n\nCác thôn báo cáo tiến độ."),
    right: Example::body("## Đánh giá chung\n\nCác thôn báo cáo tiến độ."),
};

pub(crate) fn hash_without_blank(marks: &str) -> Problem {
    HASH_WITHOUT_BLANK.problem(
        both!("dấu `{marks}` được in nguyên ra giấy, dòng này không thành tiêu \
               đề", "`{marks}` is printed as it is and makes no heading of this line"),
        both!("thiếu dấu cách sau đây", "a blank is missing behind these"),
        both!("là tiêu đề thì để một dấu cách sau `{marks}`; muốn in đúng dấu này thì \
               viết \
               `\\{marks}`", "put a blank behind `{marks}` if this is a heading; write `\\{marks}` to print it"),
    )
}

/// A line end of which it is in doubt whether it ends a paragraph.
pub(crate) static LINE_END_DOUBTFUL: Rule = Rule {
    id: "line-end-doubtful",
    family: Family::Text,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Chữ dán từ nơi khác có khi ngắt dòng giữa câu, có khi mỗi dòng là một đoạn. \
             Chỗ nào không rõ thì chương trình nói nó đã hiểu thế nào.",
        en: "Pasted text breaks lines within sentences, or has a paragraph on each. \
             Where that is not clear, the program says how it has read a line.",
    },
    wrong: Example::body(
        "Đánh giá chung\nCác thôn đã báo cáo đầy đủ tiến độ thực hiện các tiêu \
         chí;\nviệc rà soát danh mục công trình còn chậm.\nGiao",
    ),
    right: Example::body(
        "Các thôn đã báo cáo đầy đủ tiến độ.\n\nViệc rà soát danh mục công trình còn \
         chậm.",
    ),
};

/// A line end of which it is in doubt whether it ends a paragraph; it `splits` where it is read as
/// the end of one.
pub(crate) fn line_end_doubtful(splits: bool) -> Problem {
    let (message, label, help) = if splits {
        (
            both!(
                "dòng này được in thành đoạn riêng, vì không rõ nó có viết tiếp dòng \
                 trên hay không",
                "this line is printed as a paragraph of its own: it is not clear whether \
                 it goes on with the line above"
            ),
            both!("in thành đoạn riêng", "printed as a paragraph of its own"),
            both!(
                "đúng là đoạn riêng thì để một dòng trống ở trên; viết tiếp dòng trên \
                 thì nối hai dòng làm một",
                "leave a blank line above it if it is one; if it goes on, write both \
                 lines as one"
            ),
        )
    } else {
        (
            both!(
                "dòng này được in liền với dòng trên, vì không rõ nó có phải là đoạn \
                 riêng hay không",
                "this line is printed behind the line above: it is not clear whether it \
                 is a paragraph of its own"
            ),
            both!("in liền với dòng trên", "printed behind the line above"),
            both!(
                "là đoạn hay mục riêng thì để một dòng trống ở trên; đúng là viết tiếp \
                 thì nối hai dòng làm một",
                "leave a blank line above it if it is a paragraph or an item of its own; \
                 if it goes on, write both lines as one"
            ),
        )
    };
    LINE_END_DOUBTFUL.problem(message, label, help)
}

/// A definition of an address (`[name]: address`) that nothing refers to: it is not printed.
pub(crate) static DEFINITION_UNUSED: Rule = Rule {
    id: "definition-unused",
    family: Family::Text,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Trong Markdown, dòng `[tên]: địa chỉ` khai báo một liên kết và không được \
             in.",
        en: "In Markdown a line `[name]: address` defines a link and is not printed.",
    },
    wrong: Example::body("Các thôn báo cáo tiến độ.\n\n[mẫu]: bieu.md"),
    right: Example::body("Các thôn báo cáo tiến độ.\n\n\\[mẫu]: bieu.md"),
};

pub(crate) fn definition_unused() -> Problem {
    DEFINITION_UNUSED.problem(
        both!(
            "dòng này bị hiểu là địa chỉ của một liên kết nên không được in",
            "this line is taken for the address of a link and is not printed"
        ),
        both!("dòng này", "this line"),
        both!(
            "nếu cần in thì viết `\\[` thay cho `[` ở đầu dòng; nếu không thì xóa đi",
            "to print it, write `\\[` for `[` at its start; otherwise remove it"
        ),
    )
}
