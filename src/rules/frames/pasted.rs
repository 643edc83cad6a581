//! Nothing stands in the text that the layout prints from the fields.

use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&PASTED_FRAME];

/// A part of the frame that was pasted into the text.
static PASTED_FRAME: Rule = Rule {
    id: "pasted-frame",
    family: Family::Frame,
    explanation: Bilingual {
        vi: "Quốc hiệu, số, tên loại, nơi nhận, chữ ký được in từ phần khai báo. Dán cả \
             văn bản Word vào nội dung thì chúng có hai lần.",
        en: "The national title, number, kind, recipients and signature are printed from \
             the front matter. With a whole Word document pasted into the text they \
             would stand twice.",
    },
    wrong: Example::body(
        "Các thôn báo cáo tiến độ.\n\nNơi nhận:\n\n- Thường trực Đảng ủy;\n- Lưu Văn \
         phòng Đảng ủy.",
    ),
    right: Example::body("Các thôn báo cáo tiến độ."),
    ..Rule::WARNING
};

/// A part of the frame was pasted into the text; `same` where it says what the fields say.
pub(super) fn pasted_frame(part: FramePart, same: bool) -> Problem {
    let (name, fields) = match part {
        FramePart::National => {
            (both!("Quốc hiệu, Tiêu ngữ", "the national title"), "`thể thức`")
        }
        FramePart::Party => {
            (both!("tiêu đề của Đảng", "the title of the Party"), "`thể thức`")
        }
        FramePart::Bodies => (
            both!("tên cơ quan", "names of bodies"),
            "`cơ quan chủ quản`, `cơ quan ban hành`",
        ),
        FramePart::Number => {
            (both!("số, ký hiệu", "the number and symbol"), "`số`, `ký hiệu`")
        }
        FramePart::Place => {
            (both!("địa danh, ngày tháng", "the place and date"), "`địa danh`, `ngày ký`")
        }
        FramePart::Kind => {
            (both!("tên loại", "the kind of document"), "`mẫu`, `tên loại`, `trích yếu`")
        }
        FramePart::Subject => (both!("trích yếu", "the subject"), "`trích yếu`"),
        FramePart::Grounds => (both!("căn cứ", "a ground"), "`căn cứ`"),
        FramePart::Addressees => (both!("kính gửi", "those addressed"), "`kính gửi`"),
        FramePart::Decision => {
            (both!("câu quyết định", "the words of the decision"), "`mẫu`, `thẩm quyền`")
        }
        FramePart::Recipients => (both!("Nơi nhận", "the recipients"), "`nơi nhận`"),
        FramePart::Signature => (both!("khối chữ ký", "the signature"), "`ký`"),
    };
    let Bilingual { vi, en } = name;
    PASTED_FRAME.problem(
        both!(
            "nội dung có {vi}, là phần chương trình đã tự in: trên giấy sẽ có hai lần",
            "the text holds {en}, which is printed by itself: it would stand twice"
        ),
        both!("đã có trong phần khai báo", "the front matter has it"),
        if same {
            both!(
                "xóa phần này khỏi nội dung, chương trình tự in nó theo {fields}; nếu là \
                 phần trích dẫn thì đặt `> ` ở đầu mỗi dòng",
                "delete this part from the text: it is printed from {fields}; where it \
                 is quoted, begin each line with `> `"
            )
        } else {
            both!(
                "đối chiếu với {fields} trong phần khai báo, rồi xóa phần này khỏi nội \
                 dung; nếu là phần trích dẫn thì đặt `> ` ở đầu mỗi dòng",
                "compare it with {fields} in the front matter, then delete it from the \
                 text; where it is quoted, begin each line with `> `"
            )
        },
    )
}

/// A part of the frame of a document: what stands about its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FramePart {
    /// Quốc hiệu and Tiêu ngữ.
    National,
    /// The name of the Party.
    Party,
    /// The names of the bodies.
    Bodies,
    /// The number and the symbol.
    Number,
    /// The place and the date.
    Place,
    /// The kind, with the subject under it.
    Kind,
    /// The subject.
    Subject,
    /// The grounds.
    Grounds,
    /// Those addressed.
    Addressees,
    /// `QUYẾT ĐỊNH:`, and who decides.
    Decision,
    /// The recipients.
    Recipients,
    /// Who signs.
    Signature,
}
