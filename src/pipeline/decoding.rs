//! Files that are no text in Unicode, as problems.

use crate::diagnostic::shared::{Large, too_large};
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};
use crate::source::{EncodingFault, Foreign, Legacy, Source};

/// The problem that a fault of a file is.
pub(super) fn problem(fault: &EncodingFault) -> Problem {
    match fault {
        EncodingFault::TooLarge => too_large(Large::File, Source::LIMIT),
        EncodingFault::Foreign(foreign) => foreign_file(*foreign),
        EncodingFault::Utf16 => utf16(),
        EncodingFault::Nul { .. } => nul_byte(),
        EncodingFault::NotUtf8 { .. } => not_utf8(),
        EncodingFault::Legacy { encoding, meant, .. } => {
            legacy_encoding(*encoding, meant)
        }
    }
}

/// The rules of this file.
pub(crate) const RULES: &[&Rule] =
    &[&NOT_UTF8, &UTF16, &NUL_BYTE, &LEGACY_ENCODING, &FOREIGN_FILE];

/// The file is no UTF-8 text.
static NOT_UTF8: Rule = Rule {
    id: "not-utf8",
    family: Family::File,
    explanation: Bilingual {
        vi: "Tệp phải là chữ Unicode lưu bằng bảng mã UTF-8. Bảng mã khác làm sai lạc \
             chữ tiếng Việt, nên chương trình không đoán.",
        en: "The file must be Unicode text saved as UTF-8. Another encoding would garble \
             Vietnamese letters, so none is guessed.",
    },
    wrong: Example::file(b"k\xeat lu\xean"),
    right: Example::described(
        "tệp chữ lưu bằng bảng mã UTF-8, như tệp `.md` do `vanban new` tạo",
        "a text file saved as UTF-8, such as the `.md` file that `vanban new` writes",
    ),
    ..Rule::ERROR
};

fn not_utf8() -> Problem {
    NOT_UTF8.problem(
        both!("tệp không được lưu bằng bảng mã Unicode \
               (UTF-8)", "the file is not UTF-8 text"),
        both!("từ đây không đọc được", "cannot be read from here on"),
        both!("mở tệp bằng trình soạn thảo, chọn Lưu thành (Save as) với bảng mã UTF-8; \
               văn bản gõ bằng TCVN3 hoặc VNI phải chuyển sang Unicode \
               trước", "save the file as UTF-8; a text typed in TCVN3 or VNI must be converted to Unicode first"),
    )
}

/// The file is UTF-16.
static UTF16: Rule = Rule {
    id: "utf16",
    family: Family::File,
    explanation: Bilingual {
        vi: "Sổ tay (Notepad) đời cũ lưu chữ Việt bằng UTF-16 khi chọn “Unicode”. Chương \
             trình chỉ đọc UTF-8.",
        en: "Old editors save Vietnamese as UTF-16 under the name of “Unicode”. Only \
             UTF-8 is read.",
    },
    wrong: Example::file(b"\xff\xfe-\0-\0-\0"),
    right: Example::described(
        "tệp chữ lưu bằng bảng mã UTF-8, như tệp `.md` do `vanban new` tạo",
        "a text file saved as UTF-8, such as the `.md` file that `vanban new` writes",
    ),
    ..Rule::ERROR
};

fn utf16() -> Problem {
    UTF16.problem(
        both!("tệp được lưu bằng bảng mã UTF-16", "the file is saved as UTF-16"),
        both!("cả tệp", "the whole file"),
        both!(
            "mở tệp bằng trình soạn thảo, chọn Lưu thành (Save as) với bảng mã UTF-8",
            "save the file as UTF-8"
        ),
    )
}

/// A zero byte in the text.
static NUL_BYTE: Rule = Rule {
    id: "nul-byte",
    family: Family::File,
    explanation: Bilingual {
        vi: "Ký tự rỗng không có trong tệp chữ; có nó thì tệp hoặc là của chương trình \
             khác, hoặc tệp bị lỗi.",
        en: "A text has no NUL characters; a file with one belongs to another program or \
             is damaged.",
    },
    wrong: Example::text("---\nsố: 12\0\n---\n"),
    right: Example::described(
        "tệp chữ lưu bằng bảng mã UTF-8, như tệp `.md` do `vanban new` tạo",
        "a text file saved as UTF-8, such as the `.md` file that `vanban new` writes",
    ),
    ..Rule::ERROR
};

fn nul_byte() -> Problem {
    NUL_BYTE.problem(
        both!("trong tệp có ký tự rỗng (NUL)", "there is a NUL character in the file"),
        both!("ký tự rỗng", "NUL character"),
        both!(
            "đây có thể không phải tệp văn bản; hãy xóa ký tự này rồi lưu lại",
            "this may be no text file; remove the character and save again"
        ),
    )
}

/// Letters of an encoding from before Unicode.
static LEGACY_ENCODING: Rule = Rule {
    id: "legacy-encoding",
    family: Family::File,
    explanation: Bilingual {
        vi: "Chữ gõ bằng TCVN3 (ABC) hoặc VNI chỉ đọc được với phông chữ riêng của nó. \
             Văn bản hành chính dùng Unicode (TCVN 6909:2001).",
        en: "Letters typed in TCVN3 (ABC) or VNI can only be read in fonts of their own. \
             Office documents are written in Unicode (TCVN 6909:2001).",
    },
    wrong: Example::body("C¸c th«n b¸o c¸o tiÕn ®é thùc hiÖn."),
    right: Example::body("Các thôn báo cáo tiến độ thực hiện."),
    ..Rule::ERROR
};

fn legacy_encoding(encoding: Legacy, meant: &str) -> Problem {
    let name = match encoding {
        Legacy::Tcvn3 => "TCVN3 (ABC)",
        Legacy::Vni => "VNI",
    };
    LEGACY_ENCODING.problem(
        both!(
            "chữ gõ bằng bảng mã {name}, không phải Unicode (chữ đầu là `{meant}`)",
            "text typed in {name}, not Unicode (the first word is `{meant}`)"
        ),
        both!("không in được chữ này", "cannot be printed"),
        both!(
            "chuyển sang Unicode rồi lưu lại; với UniKey: bấm Ctrl+Shift+F6, bảng mã \
             nguồn {name}, bảng mã đích Unicode",
            "convert it to Unicode and save; in UniKey: Ctrl+Shift+F6, from {name} to \
             Unicode"
        ),
    )
}

/// A file of another program in the place of a text.
static FOREIGN_FILE: Rule = Rule {
    id: "foreign-file",
    family: Family::File,
    explanation: Bilingual {
        vi: "Chương trình đọc tệp chữ, không đọc tệp Word, PDF hay ảnh. Chữ trong các \
             tệp đó phải được chép sang một tệp `.md`.",
        en: "Text files are read, not Word files, PDFs or pictures. Their text must be \
             copied into a `.md` file.",
    },
    wrong: Example::text("%PDF-1.7\n"),
    right: Example::described(
        "tệp chữ lưu bằng bảng mã UTF-8, như tệp `.md` do `vanban new` tạo",
        "a text file saved as UTF-8, such as the `.md` file that `vanban new` writes",
    ),
    ..Rule::ERROR
};

fn foreign_file(foreign: Foreign) -> Problem {
    let name = match foreign {
        Foreign::Word => both!("tệp Word (.docx)", "a Word file (.docx)"),
        Foreign::OldWord => both!("tệp Word đời cũ (.doc)", "an old Word file (.doc)"),
        Foreign::RichText => both!("tệp RTF (.rtf)", "an RTF file (.rtf)"),
        Foreign::OpenText => {
            both!("tệp LibreOffice Writer (.odt)", "a Writer file (.odt)")
        }
        Foreign::Sheet => {
            both!("bảng tính (.xlsx, .xls, .ods)", "a spreadsheet (.xlsx, .xls, .ods)")
        }
        Foreign::Slides => {
            both!("tệp trình chiếu (.pptx, .ppt, .odp)", "slides (.pptx, .ppt, .odp)")
        }
        Foreign::Pdf => both!("tệp PDF", "a PDF file"),
        Foreign::Picture => both!("tệp ảnh", "a picture"),
        Foreign::Archive => both!("tệp nén (.zip)", "an archive (.zip)"),
        Foreign::Office => both!(
            "tệp Office đời cũ (.doc, .xls, .ppt)",
            "an old Office file (.doc, .xls, .ppt)"
        ),
    };
    let paste = "gõ `vanban new` để có một tệp `.md` có sẵn các mục";
    let copy = |program: &str| {
        format!(
            "mở tệp này bằng {program}, chọn tất cả chữ rồi sao chép; {paste}, rồi dán \
             phần nội dung vào dưới dòng `---` thứ hai"
        )
    };
    let (vi, way) = match foreign {
        Foreign::Word | Foreign::OldWord | Foreign::RichText | Foreign::Office => {
            (copy("Word"), "open it in Word")
        }
        Foreign::OpenText => {
            (copy("Word hoặc LibreOffice"), "open it in Word or LibreOffice")
        }
        Foreign::Sheet => (copy("Excel"), "open it in Excel"),
        Foreign::Slides => (copy("PowerPoint"), "open it in PowerPoint"),
        Foreign::Pdf => (copy("chương trình xem PDF"), "open it in a viewer"),
        Foreign::Picture => (
            format!("{paste}, rồi gõ lại chữ trong ảnh vào dưới dòng `---` thứ hai"),
            "read it",
        ),
        Foreign::Archive => (
            format!("giải nén rồi chọn tệp văn bản; hoặc {paste} rồi viết vào đó"),
            "unpack it",
        ),
    };
    let en = format!(
        "{way} and copy the text; `vanban new` writes a `.md` file with all fields: \
         paste the text below its second `---`"
    );
    let Bilingual { vi: name_vi, en: name_en } = name;
    FOREIGN_FILE.problem(
        both!(
            "đây là {name_vi}; chương trình chỉ đọc tệp chữ, như `.md`",
            "this is {name_en}; only text files such as `.md` are read"
        ),
        both!("cả tệp", "the whole file"),
        Bilingual { vi, en },
    )
}
