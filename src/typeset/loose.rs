//! Lines whose blanks are stretched so wide that the eye falls into them: where a long word went
//! whole to the next line.

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(super) const RULES: &[&Rule] = &[&LOOSE_LINE];

/// A line with blanks that are stretched too wide.
static LOOSE_LINE: Rule = Rule {
    id: "loose-line",
    family: Family::Page,
    explanation: Bilingual {
        vi: "Khi một chữ dài không ngắt được (số hiệu, tên viết liền) phải xuống dòng cả cụm thì các \
             chữ của dòng trên bị giãn thưa. Không sai quy định, nhưng nên viết lại câu cho dòng đều.",
        en: "Where a long word that cannot be broken (a code, a name written together) goes whole to \
             the next line, the words of the line above are spread wide. No rule is broken, but the \
             sentence is better written another way.",
    },
    wrong: Example::body(
        "Các thôn báo cáo tiến độ thực hiện THAINGUYENNONGTHONMOIBAOCAOTIENDOTHANGNAM và gửi cho \
         Văn phòng Đảng ủy xã theo quy định.",
    ),
    right: Example::body(
        "Các thôn báo cáo tiến độ thực hiện trên Cổng thông tin điện tử của tỉnh.",
    ),
    ..Rule::NOTE
};

/// The words of such a line, as many as are shown.
pub(super) fn loose_line(words: &str) -> Problem {
    LOOSE_LINE.problem(
        both!("dòng `{words}` bị giãn thưa", "the line `{words}` is spread wide"),
        both!("các chữ cách nhau quá xa", "the words stand too far apart"),
        both!(
            "đổi thứ tự, thêm hay bớt vài chữ trong câu; để vậy cũng được",
            "change the order of the words, add or drop some; it may also stay so"
        ),
    )
}

/// How wide a blank of the font is by itself, in its size.
const BLANK: f64 = 0.25;

/// So many times as wide may a blank be: beyond that a reader sees holes. The widest in all
/// examples is 1.84.
const LOOSEST: f64 = 2.6;

/// Fewest letters by which a line is found again in the text.
const FEWEST: usize = 8;

/// The texts of the lines that are spread wide.
pub(super) fn lines(document: &PagedDocument) -> Vec<String> {
    let mut found = Vec::new();
    for page in document.pages() {
        frame(&page.frame, &mut found);
    }
    found
}

fn frame(frame: &Frame, found: &mut Vec<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => self::frame(&group.frame, found),
            FrameItem::Text(text) if is_loose(text) => {
                let words = text.text.trim();
                if words.chars().count() >= FEWEST {
                    found.push(words.to_owned());
                }
            }
            FrameItem::Text(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
    }
}

/// Whether a blank of a run is wider than one may be.
fn is_loose(text: &TextItem) -> bool {
    text.glyphs.iter().any(|glyph| {
        let written = || text.text.get(glyph.range()).unwrap_or_default();
        glyph.x_advance.get() > BLANK * LOOSEST && matches!(written(), " " | "\u{a0}")
    })
}
