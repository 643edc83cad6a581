//! Files that appendices name and that cannot be read so, as problems.

use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&APPENDIX_TEXT, &ATTACHMENT_MISSING, &ATTACHMENT_KIND, &ATTACHMENT_FRONT];

/// An appendix with nothing in it, or with a text and a file.
static APPENDIX_TEXT: Rule = Rule {
    id: "appendix-text",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Mỗi phụ lục có một nội dung: viết ở mục `nội dung`, hoặc để trong một tệp nêu ở \
             mục `tệp`.",
        en: "An appendix has one text: in `nội dung`, or in the file that `tệp` names.",
    },
    wrong: Example::fields("phụ lục: [{tiêu đề: Danh mục công trình}]"),
    right: Example::fields(
        "phụ lục: [{tiêu đề: Danh mục công trình, nội dung: Nhà văn hóa thôn Cao Lộc}]",
    )
    .with_body("Các thôn thực hiện theo Phụ lục kèm theo."),
    ..Rule::ERROR
};

/// An appendix has nothing in it.
pub(super) fn no_text() -> Problem {
    APPENDIX_TEXT.problem(
        both!("phụ lục này chưa có nội dung", "this appendix has no text"),
        both!("phụ lục này", "this appendix"),
        both!(
            "thêm `nội dung:` vào dưới tiêu đề, hoặc `tệp: quy-che.md` nếu nội dung để trong \
             một tệp cùng thư mục",
            "add `nội dung:` below the title, or `tệp: quy-che.md` for a text in a file of the \
             same folder"
        ),
    )
}

/// An appendix has a text and names a file.
pub(super) fn two_texts() -> Problem {
    APPENDIX_TEXT.problem(
        both!(
            "phụ lục này có cả `nội dung` và `tệp`",
            "this appendix has both `nội dung` and `tệp`"
        ),
        both!("tệp này", "this file"),
        both!(
            "bỏ mục `tệp`, hoặc chuyển hết chữ của `nội dung` sang tệp rồi bỏ mục `nội dung`",
            "remove `tệp`, or move the text of `nội dung` into the file and remove `nội dung`"
        ),
    )
}

/// There is nothing in the file at `path`.
pub(super) fn empty(path: &str) -> Problem {
    APPENDIX_TEXT.problem(
        both!(
            "tệp `{path}` không có chữ nào, hoặc không đọc được",
            "there is no text in `{path}`, or it cannot be read"
        ),
        both!("tệp này", "this file"),
        both!(
            "viết nội dung phụ lục vào tệp rồi lưu lại, hoặc thay mục `tệp` bằng `nội dung`",
            "write the text of the appendix into the file, or give `nội dung` in place of `tệp`"
        ),
    )
}

/// An appendix names a file that is not there.
static ATTACHMENT_MISSING: Rule = Rule {
    id: "attachment-missing",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Tệp của phụ lục được lấy từ thư mục của văn bản hoặc thư mục con của nó, đúng tên \
             kể cả chữ hoa, chữ thường; giữa tên thư mục và tên tệp là dấu `/`.",
        en: "The file of an appendix comes from the document's folder or one below it, by its \
             exact name, with `/` behind the name of a folder.",
    },
    wrong: Example::fields("phụ lục: [{tiêu đề: Danh mục công trình, tệp: khong-co.md}]"),
    right: Example::fields("phụ lục: [{tiêu đề: Danh mục công trình, tệp: danh-muc.md}]")
        .with_body("Các thôn thực hiện theo Phụ lục kèm theo.")
        .beside(&[("danh-muc.md", "Nhà văn hóa thôn Cao Lộc.\n")]),
    ..Rule::ERROR
};

/// There is no file at `path`.
pub(super) fn missing(path: &str) -> Problem {
    ATTACHMENT_MISSING.problem(
        both!("không tìm thấy tệp `{path}`", "there is no file `{path}`"),
        both!("tệp này", "this file"),
        both!(
            "đặt tệp vào cùng thư mục với văn bản và viết đúng tên, ví dụ `tệp: quy-che.md`; \
             không dùng `..` và `\\`",
            "put the file into the document's folder and write its name, for example `tệp: \
             quy-che.md`; no `..` and no `\\`"
        ),
    )
}

/// An appendix names a file that is no text and no table.
static ATTACHMENT_KIND: Rule = Rule {
    id: "attachment-kind",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Tệp của phụ lục là tệp chữ `.md`, viết như phần nội dung của văn bản, hoặc bảng \
             `.csv` lưu từ bảng tính. Tệp Word, PDF, Excel không đọc được.",
        en: "The file of an appendix is a text (`.md`), written as that of a document, or a \
             table (`.csv`) saved from a spreadsheet; not a file of Word, PDF or Excel.",
    },
    wrong: Example::fields(
        "phụ lục: [{tiêu đề: Danh mục công trình, tệp: danh-muc.xlsx}]",
    ),
    right: Example::fields(
        "phụ lục: [{tiêu đề: Danh mục công trình, tệp: danh-muc.csv}]",
    )
    .with_body("Các thôn thực hiện theo Phụ lục kèm theo.")
    .beside(&[("danh-muc.csv", "TT;Công trình\n1;Nhà văn hóa thôn Cao Lộc\n")]),
    ..Rule::ERROR
};

/// The file at `path` is neither a text nor a table.
pub(super) fn wrong_kind(path: &str) -> Problem {
    ATTACHMENT_KIND.problem(
        both!("`{path}` không phải tệp `.md` hay `.csv`", "`{path}` is no `.md` and no `.csv`"),
        both!("tệp này", "this file"),
        both!(
            "chép chữ vào một tệp `.md`; bảng tính thì lưu thành tệp `.csv` (CSV UTF-8), rồi \
             viết tên tệp đó vào đây",
            "copy the text into a `.md` file, or save a spreadsheet as `.csv` (CSV UTF-8), and \
             write its name here"
        ),
    )
}

/// The file of an appendix is a document of its own.
static ATTACHMENT_FRONT: Rule = Rule {
    id: "attachment-front-matter",
    family: Family::Fields,
    explanation: Bilingual {
        vi: "Tệp của phụ lục chỉ có nội dung. Tiêu đề, dòng kèm theo và các mục khác khai báo ở \
             `phụ lục` của văn bản; phần khai báo trong tệp sẽ không được in.",
        en: "The file of an appendix has a text only. Its title and whatever else is declared \
             stand in `phụ lục` of the document; a front matter in the file would be lost.",
    },
    wrong: Example::fields("phụ lục: [{tiêu đề: Quy chế làm việc, tệp: quy-che.md}]")
        .beside(&[("quy-che.md", "---\nsố: 12\n---\n\nĐiều 1. Phạm vi điều chỉnh\n")]),
    right: Example::fields("phụ lục: [{tiêu đề: Quy chế làm việc, tệp: quy-che.md}]")
        .with_body("Các thôn thực hiện theo Quy chế kèm theo.")
        .beside(&[("quy-che.md", "Điều 1. Phạm vi điều chỉnh\n")]),
    ..Rule::ERROR
};

/// The file at `path` is the document that names it.
pub(super) fn document_itself(path: &str) -> Problem {
    ATTACHMENT_FRONT.problem(
        both!(
            "`{path}` là chính văn bản này, không thể làm phụ lục của nó",
            "`{path}` is this document, which cannot be an appendix of its own"
        ),
        both!("tệp này", "this file"),
        both!(
            "viết nội dung phụ lục vào một tệp `.md` khác đặt cùng thư mục, rồi viết tên tệp đó \
             vào đây",
            "write the appendix into another `.md` file beside this one, and its name here"
        ),
    )
}

/// The file at `path` has a front matter.
pub(super) fn has_front_matter(path: &str) -> Problem {
    ATTACHMENT_FRONT.problem(
        both!(
            "tệp `{path}` của phụ lục có phần khai báo",
            "the file `{path}` of an appendix has a front matter"
        ),
        both!("phần khai báo bắt đầu ở đây", "it begins here"),
        both!(
            "xóa từ dòng `---` này đến hết dòng `---` tiếp theo, để lại nội dung; hoặc xuất tệp \
             này thành văn bản riêng và bỏ nó khỏi mục `phụ lục`",
            "delete from this line `---` to the next one, and keep the text; or build the file \
             as a document of its own and take it out of `phụ lục`"
        ),
    )
}
