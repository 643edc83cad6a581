//! What can be wrong with a picture, in words.

use super::fault::{Content, Fault};
use super::raster::MOST_MEMORY;
use super::{MEGABYTE, MOST_BYTES, MOST_MEMORY as MOST_OF_ALL};
use crate::diagnostic::shared::picture_missing;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(in super::super) const RULES: &[&Rule] = &[
    &PICTURE_BROKEN,
    &PICTURE_FORMAT,
    &PICTURE_TOO_LARGE,
    &PICTURE_CONTENT,
    &PICTURE_LETTERS,
];

impl Fault {
    /// What is said of it where the user named the picture.
    pub(super) fn problem(&self, path: &str) -> Problem {
        match self {
            Self::Missing => picture_missing(path),
            Self::Empty => broken(
                path,
                both!(
                    "tệp trống, không mở được hoặc quá 100 MB",
                    "the file is empty, cannot be opened or has more than 100 MB"
                ),
            ),
            Self::Unknown => {
                broken(path, both!("không phải tệp ảnh", "it is no picture"))
            }
            Self::Incomplete => broken(
                path,
                both!("tệp bị cắt cụt, thiếu phần cuối", "the file is cut off"),
            ),
            Self::Damaged => broken(path, both!("tệp bị lỗi", "the file is damaged")),
            Self::Format(format) => wrong_format(path, format),
            Self::TooLarge { width, height, memory } => {
                too_large(path, *width, *height, *memory)
            }
            Self::Shape => wrong_shape(path),
            Self::TooComplex => too_complex(path),
            Self::AllTooLarge => all_too_large(path),
            Self::Content(content) => unfaithful(path, content),
            Self::Letters(letters) => letters_missing(path, letters),
        }
    }
}

/// A picture that cannot be decoded.
static PICTURE_BROKEN: Rule = Rule {
    id: "picture-broken",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Ảnh phải là tệp PNG, JPEG, GIF, WebP hoặc SVG còn nguyên vẹn, không quá 100 \
             MB. Tệp bị cắt cụt không được in dở dang.",
        en: "A picture is an intact PNG, JPEG, GIF, WebP or SVG file of at most 100 MB. \
             One that is cut off is not printed in part.",
    },
    wrong: Example::body("![sơ đồ](hong.png)").beside(&[("hong.png", "không phải ảnh")]),
    right: Example::body("![sơ đồ](so-do.svg)"),
    ..Rule::ERROR
};

fn broken(path: &str, reason: Bilingual) -> Problem {
    let Bilingual { vi, en } = reason;
    PICTURE_BROKEN.problem(
        both!(
            "không đọc được ảnh `{path}`: {vi}",
            "picture `{path}` cannot be read: {en}"
        ),
        both!("ảnh này", "this picture"),
        both!(
            "chép lại ảnh từ tệp gốc; ảnh mở xem được thì lưu lại thành PNG rồi ghi tên \
             tệp PNG đó vào đây",
            "copy it anew from the original; where a viewer shows it, save it as PNG \
             and name that file here"
        ),
    )
}

/// A picture in a format that is not printed.
static PICTURE_FORMAT: Rule = Rule {
    id: "picture-format",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Ảnh in được là PNG, JPEG, GIF, WebP và SVG; các loại khác, như PDF, HEIC \
             của iPhone hay EMF của Word, phải lưu lại thành một trong các loại đó.",
        en: "PNG, JPEG, GIF, WebP and SVG are printed; others, such as PDF, HEIC of \
             iPhones or EMF of Word, have to be saved as one of these.",
    },
    wrong: Example::body("![sơ đồ](so-do.pdf)").beside(&[("so-do.pdf", "%PDF-1.7\n")]),
    right: Example::body("![sơ đồ](so-do.svg)"),
    ..Rule::ERROR
};

fn wrong_format(path: &str, format: &str) -> Problem {
    PICTURE_FORMAT.problem(
        both!(
            "ảnh `{path}` là tệp {format}, loại này không in được",
            "picture `{path}` is {format}, which is not printed"
        ),
        both!("ảnh này", "this picture"),
        save_as_png(),
    )
}

/// The way out of most.
fn save_as_png() -> Bilingual {
    both!(
        "mở ảnh bằng chương trình đã làm ra nó hoặc chương trình xem ảnh, lưu hoặc xuất \
         thành PNG, rồi ghi tên tệp PNG đó vào đây",
        "open it in the program that made it or in a viewer, save or export it as PNG \
         and name that file here"
    )
}

/// A picture that needs more memory than there may be.
static PICTURE_TOO_LARGE: Rule = Rule {
    id: "picture-too-large",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Một ảnh khi giải nén không được quá 160 MB, các ảnh của một văn bản không \
             được quá 500 MB (tệp: 200 MB): tệp nhỏ cũng có thể chứa ảnh rất lớn. Trang \
             A4 quét màu ở 600 dpi cần khoảng 105 MB. Ảnh SVG không được quá 50.000 \
             hình, 2.000 lớp, 2 MB đường nét, 20.000 byte chữ.",
        en: "Decoded, a picture takes at most 160 MB, all pictures of a document 500 MB \
             (their files: 200 MB): even a small file can hold a very large one. A page \
             of A4 scanned in colour at 600 dpi takes about 105 MB. An SVG has at most \
             50,000 shapes, 2,000 layers, 2 MB of lines and 20,000 bytes of text.",
    },
    wrong: Example::body("![sơ đồ](lon.svg)").beside(&[(
        "lon.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90000\" height=\"1\"/>",
    )]),
    right: Example::body("![sơ đồ](so-do.svg)"),
    ..Rule::ERROR
};

fn too_large(path: &str, width: u64, height: u64, memory: u64) -> Problem {
    let (memory, most) = (memory.div_ceil(MEGABYTE), MOST_MEMORY / MEGABYTE);
    PICTURE_TOO_LARGE.problem(
        both!(
            "ảnh `{path}` ({width} × {height} điểm) khi giải nén cần {memory} MB, tối đa \
             {most} MB",
            "picture `{path}` ({width} × {height} pixels) takes {memory} MB decoded, at \
             most {most} MB"
        ),
        both!("ảnh này", "this picture"),
        both!(
            "thu nhỏ ảnh: in vừa trang A4 chỉ cần khoảng 2500 × 3500 điểm",
            "make it smaller: 2500 × 3500 pixels are enough for a page of A4"
        ),
    )
}

fn wrong_shape(path: &str) -> Problem {
    PICTURE_TOO_LARGE.problem(
        both!(
            "ảnh `{path}` có khổ quá lớn hoặc quá dẹt",
            "picture `{path}` is much too large or nothing but a line"
        ),
        both!("ảnh này", "this picture"),
        both!(
            "sửa khổ ảnh (width, height) trong chương trình đã vẽ ra nó, hoặc cắt lấy \
             phần cần in rồi lưu thành PNG",
            "correct its size (width, height) in the program that made it, or cut out \
             what is to be printed and save that as PNG"
        ),
    )
}

fn too_complex(path: &str) -> Problem {
    PICTURE_TOO_LARGE.problem(
        both!(
            "ảnh SVG `{path}` có quá nhiều hình, đường nét, chữ hoặc lớp lồng nhau",
            "SVG `{path}` has too many shapes, lines, letters or levels within each other"
        ),
        both!("ảnh này", "this picture"),
        save_as_png(),
    )
}

fn all_too_large(path: &str) -> Problem {
    let (most, files) = (MOST_OF_ALL / MEGABYTE, MOST_BYTES / MEGABYTE);
    PICTURE_TOO_LARGE.problem(
        both!(
            "đến ảnh `{path}` thì các ảnh của văn bản đã quá lớn: tối đa {most} MB khi \
             giải nén, {files} MB tệp",
            "with picture `{path}` those of the document are too large: at most {most} \
             MB decoded, {files} MB of files"
        ),
        both!("ảnh này", "this picture"),
        both!(
            "thu nhỏ các ảnh: in rộng hết trang A4 chỉ cần khoảng 2000 điểm ngang",
            "make the pictures smaller: 2000 pixels are enough across a page of A4"
        ),
    )
}

/// A picture with something that would not be printed as it is meant.
static PICTURE_CONTENT: Rule = Rule {
    id: "picture-content",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Ảnh được in đúng như đã vẽ hoặc không in: phần nào không in đúng được (hiệu \
             ứng, ảnh động, màu CMYK, phần nằm ở tệp khác…) thì báo ra chứ không lặng lẽ \
             bỏ đi.",
        en: "A picture is printed as it was drawn or not at all: what cannot be (effects, \
             animations, CMYK colours, parts in other files…) is told, not left out in \
             silence.",
    },
    wrong: Example::body("![biểu trưng](bong.svg)").beside(&[(
        "bong.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\
         <rect width=\"9\" height=\"9\" style=\"filter:url(#bong)\"/></svg>",
    )]),
    right: Example::body("![biểu trưng](so-do.svg)"),
    ..Rule::ERROR
};

fn unfaithful(path: &str, content: &Content) -> Problem {
    let Bilingual { vi, en } = match content {
        Content::Animation => both!("nhiều hình chuyển động", "an animation"),
        Content::Ink => both!("màu CMYK", "CMYK colours"),
        Content::Profile => {
            both!("hồ sơ màu ICC quá 4 MB", "an ICC colour profile of more than 4 MB")
        }
        Content::Effect => both!("hiệu ứng (filter)", "an effect (filter)"),
        Content::Foreign => {
            both!("hộp chữ HTML (foreignObject)", "a text box of HTML (foreignObject)")
        }
        Content::Script => both!("mã lệnh (script)", "a script"),
        Content::Link(link) => {
            both!(
                "phần nằm ở nơi khác: `{link}`",
                "a part that stands elsewhere: `{link}`"
            )
        }
        Content::Font => {
            both!("phông chữ riêng (@font-face)", "a font of its own (@font-face)")
        }
        Content::Nested => both!("ảnh SVG nằm trong ảnh SVG", "an SVG within the SVG"),
        Content::Embedded => {
            both!("ảnh nhúng không đọc được", "an embedded picture that cannot be read")
        }
        Content::Circle => {
            both!("hình tự trỏ vòng vào chính nó", "a shape within itself")
        }
        Content::Dangling(id) => {
            both!(
                "chỗ trỏ tới phần không có: `{id}`",
                "a reference to a part that is not there: `{id}`"
            )
        }
        Content::Element(name) => {
            both!("phần tử lạ `<{name}>`", "an unknown element `<{name}>`")
        }
    };
    PICTURE_CONTENT.problem(
        both!(
            "ảnh `{path}` có {vi}, không in đúng được",
            "picture `{path}` has {en}, which cannot be printed as it is"
        ),
        both!("ảnh này", "this picture"),
        save_as_png(),
    )
}

/// An SVG with letters that no font has.
static PICTURE_LETTERS: Rule = Rule {
    id: "picture-letters",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Chữ trong ảnh SVG in bằng phông của văn bản. Chữ mà phông không có sẽ mất \
             hoặc thành ô vuông.",
        en: "The text of an SVG is printed in the fonts of the document. Letters that \
             they lack would vanish or become boxes.",
    },
    wrong: Example::body("![sơ đồ](han.svg)").beside(&[(
        "han.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\
         <text y=\"9\">漢</text></svg>",
    )]),
    right: Example::body("![sơ đồ](so-do.svg)"),
    ..Rule::ERROR
};

fn letters_missing(path: &str, letters: &str) -> Problem {
    PICTURE_LETTERS.problem(
        both!(
            "chữ trong ảnh `{path}` không có trong phông: `{letters}`",
            "letters of picture `{path}` are in no font: `{letters}`"
        ),
        both!("ảnh này", "this picture"),
        both!(
            "trong chương trình vẽ, chuyển chữ thành nét (Inkscape: `Path > Object to \
             Path`) rồi lưu lại, hoặc xuất thành PNG rồi ghi tên tệp PNG đó vào đây",
            "turn the text into paths in the drawing program (Inkscape: `Path > Object \
             to Path`) and save it, or export it as PNG and name that file here"
        ),
    )
}
