//! The kinds of documents that a text cites, each with the codes that it has in a symbol.

/// A kind of document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// Its name in small letters.
    pub(super) name: &'static str,
    /// The codes of it in symbols; none where the symbol has no code of the kind.
    pub(super) codes: &'static [&'static str],
    /// Whether a number without a symbol is enough to know it for a document: `Nghị quyết số 12`,
    /// but not `Dự án số 3`.
    pub(super) is_numbered: bool,
}

const fn kind(name: &'static str, codes: &'static [&'static str]) -> Kind {
    Kind { name, codes, is_numbered: false }
}

const fn numbered(name: &'static str, codes: &'static [&'static str]) -> Kind {
    Kind { name, codes, is_numbered: true }
}

/// The kinds (NĐ 30/2020/NĐ-CP, Phụ lục III; HD 05-HD/VPTW, 3.1.2.a) and those of legal documents.
/// A longer name stands before the one that it ends with.
pub(super) const KINDS: &[Kind] = &[
    numbered("thông tư liên tịch", &["TTLT"]),
    numbered("nghị quyết liên tịch", &["NQLT"]),
    numbered("nghị quyết", &["NQ"]),
    numbered("nghị định", &["NĐ"]),
    numbered("thông tư", &["TT"]),
    numbered("thông tri", &["TT"]),
    numbered("quyết định", &["QĐ"]),
    numbered("quy định", &["QĐ", "QyĐ", "QĐi"]),
    numbered("chỉ thị", &["CT"]),
    numbered("kết luận", &["KL", "TB"]),
    numbered("thông báo", &["TB"]),
    numbered("công văn", &[]),
    numbered("công điện", &["CĐ"]),
    numbered("hướng dẫn", &["HD"]),
    numbered("kế hoạch", &["KH"]),
    numbered("tờ trình", &["TTr"]),
    kind("báo cáo", &["BC"]),
    kind("chương trình", &["CTr", "CTHĐ"]),
    kind("đề án", &["ĐA"]),
    kind("phương án", &["PA"]),
    kind("dự án", &["DA"]),
    kind("biên bản", &["BB"]),
    kind("giấy mời", &["GM"]),
    kind("quy chế", &["QC"]),
    kind("quy hoạch", &["QH"]),
    kind("thông cáo", &["TC"]),
];

/// The kind whose code a group of letters in a symbol is.
pub(super) fn of_code(code: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.codes.first() == Some(&code))
}

/// The words that name each kind.
pub(super) fn words(
    kind: &Kind,
) -> impl DoubleEndedIterator<Item = &'static str> + Clone {
    kind.name.split(' ')
}
