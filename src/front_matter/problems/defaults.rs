//! The defaults of an office for documents of another layout.

use crate::diagnostic::{
    Bilingual, Example, Family, Problem, Regimes, Rule, Severity, both,
};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&DEFAULTS_LAYOUT];

/// Defaults of another layout than the document's: of them it takes people and place alone.
pub(crate) static DEFAULTS_LAYOUT: Rule = Rule {
    id: "defaults-layout",
    family: Family::Fields,
    severity: Severity::Warning,
    regimes: Regimes::Both,
    clause: None,
    explanation: Bilingual {
        vi: "Tệp mặc định viết cho một thể thức; văn bản theo thể thức kia mà lấy tên cơ \
             quan, chữ ký ở đó thì sai thẩm quyền. Nó chỉ lấy `danh bạ` và `địa danh`.",
        en: "Defaults are written for one layout; a document of the other would take \
             bodies and signatures that are not its own. It takes only the directory and \
             the place.",
    },
    wrong: Example::fields("thể thức: đảng").beside(&[(
        "vanban.yaml",
        "thể thức: nhà nước\ncơ quan ban hành: Ủy ban nhân dân xã Lục Bình\n",
    )]),
    right: Example::fields("thể thức: đảng")
        .beside(&[("vanban.yaml", "thể thức: đảng\n")]),
};

pub(crate) fn defaults_layout(layout: &str, file: &str) -> Problem {
    DEFAULTS_LAYOUT.problem(
        both!("`{file}` viết cho thể thức `{layout}`: văn bản này chỉ lấy `danh bạ` và \
               `địa danh` ở đó", "`{file}` \
                                                                                                          is \
                                                                                                          written \
                                                                                                          for \
                                                                                                          the \
                                                                                                          layout \
                                                                                                          `{layout}`: \
                                                                                                          this \
                                                                                                          document \
                                                                                                          takes \
                                                                                                          `danh \
                                                                                                          bạ` \
                                                                                                          and \
                                                                                                          `địa \
                                                                                                          danh` \
                                                                                                          alone \
                                                                                                          from \
                                                                                                          it"),
        both!("thể thức này khác với tệp mặc định", "this layout is not that of the \
                                                     defaults"),
        both!("ghi trong văn bản này những mục cần dùng; có nhiều văn bản như vậy thì để \
               chúng vào một thư mục riêng, có tệp mặc định riêng; hoặc sửa `thể thức` \
               cho khớp với \
               `{file}`", "write in this document what it needs; put several such documents into a folder with defaults of its own; or make `thể thức` that of `{file}`"),
    )
}
