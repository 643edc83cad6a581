//! Line ends of which it is in doubt whether they end a paragraph.

use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// A line end of which it is in doubt whether it ends a paragraph.
pub(crate) static LINE_END_DOUBTFUL: Rule = Rule {
    id: "line-end-doubtful",
    family: Family::Text,
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
    ..Rule::WARNING
};

/// A line end of which it is in doubt whether it ends a paragraph; it `splits` where it is read as
/// the end of one.
pub(super) fn line_end_doubtful(splits: bool) -> Problem {
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
