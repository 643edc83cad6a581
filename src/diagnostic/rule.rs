//! `Rule`: what a document must keep to, with all that is to be known of it in one value.

use super::{Bilingual, Example, Severity};

/// One rule (quy tắc). A stage declares it where it checks it; the table of all rules is
/// [`crate::all_rules`].
#[derive(Debug)]
pub struct Rule {
    /// Its stable, language-free name in kebab-case: `number-gap`.
    pub id: &'static str,
    /// What it is about.
    pub family: Family,
    /// How grave it is to break it while the paper is drafted.
    pub severity: Severity,
    /// Whether a paper that breaks it must not be issued: `--for-issue` makes its warnings errors.
    pub binding: bool,
    /// Whether it tells what the program did to the pages, which is told wherever they are made;
    /// any other note is advice, which `check` gives.
    pub reports: bool,
    /// Whose documents it holds for.
    pub regimes: Regimes,
    /// The clause of the regulation that sets it; a single problem may have a narrower one.
    pub clause: Option<&'static str>,
    /// Why it is there and what keeps to it, in one to three sentences.
    pub explanation: Bilingual<&'static str>,
    /// What breaks it.
    pub wrong: Example,
    /// The same as it should be.
    pub right: Example,
}

impl Rule {
    /// What most rules that stop a document have in common, to be completed.
    pub const ERROR: Self = Self {
        id: "",
        family: Family::Program,
        severity: Severity::Error,
        binding: false,
        reports: false,
        regimes: Regimes::Both,
        clause: None,
        explanation: Bilingual { vi: "", en: "" },
        wrong: Example::described("", ""),
        right: Example::described("", ""),
    };
    /// The same of rules that only say a doubt.
    pub const WARNING: Self = Self { severity: Severity::Warning, ..Self::ERROR };
    /// The same of rules that break a clause of a regulation: a doubt in a draft, an error in a
    /// paper that is to be issued.
    pub const BINDING: Self = Self { binding: true, ..Self::WARNING };
    /// The same of advice: what may well be meant so.
    pub const NOTE: Self = Self { severity: Severity::Note, ..Self::ERROR };
    /// The same of what the program did to the pages.
    pub const REPORT: Self = Self { reports: true, ..Self::NOTE };
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// Whose documents a rule holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regimes {
    /// The Party's and the State's.
    Both,
    /// The Party's (Hướng dẫn 05-HD/VPTW).
    Party,
    /// The State's (Nghị định 30/2020/NĐ-CP).
    State,
}

impl Regimes {
    /// The words for whose documents these are.
    #[must_use]
    pub fn name(self) -> Bilingual<&'static str> {
        match self {
            Self::Both => Bilingual { vi: "đảng, nhà nước", en: "Party, State" },
            Self::Party => Bilingual { vi: "đảng", en: "Party" },
            Self::State => Bilingual { vi: "nhà nước", en: "State" },
        }
    }
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// The file as a whole: its encoding, its size.
    File,
    /// The YAML at its head.
    Yaml,
    /// Which fields there are and what they take.
    Fields,
    /// The number and the symbol (số, ký hiệu).
    Number,
    /// Dates.
    Dates,
    /// The subject (trích yếu).
    Subject,
    /// Who receives the document (nơi nhận).
    Recipients,
    /// Who signs, with which words above the name (chữ ký).
    Signature,
    /// The copy that is made of a document (bản sao).
    Copies,
    /// The end of the text: `./.`.
    Endings,
    /// What the layout prints by itself and was pasted into the text.
    Frame,
    /// The numbers of headings and paragraphs.
    Numbering,
    /// Who must do what by when (nhiệm vụ).
    Tasks,
    /// Other documents that the text names (viện dẫn).
    Citations,
    /// Abbreviations (chữ viết tắt).
    Abbreviations,
    /// Capitals (viết hoa).
    Capitals,
    /// Spelling, letters and marks (chính tả, dấu câu).
    Language,
    /// The levels of government and the two regimes (cấp chính quyền).
    Government,
    /// The marks and lines of the text.
    Text,
    /// Footnotes.
    Notes,
    /// Tables.
    Tables,
    /// Pictures.
    Pictures,
    /// The office's templates.
    Templates,
    /// The laid-out page.
    Page,
    /// The program itself.
    Program,
}

impl Family {
    /// All families in the order in which they are listed.
    pub const ALL: [Self; 25] = [
        Self::File,
        Self::Yaml,
        Self::Fields,
        Self::Number,
        Self::Dates,
        Self::Subject,
        Self::Recipients,
        Self::Signature,
        Self::Copies,
        Self::Endings,
        Self::Frame,
        Self::Numbering,
        Self::Tasks,
        Self::Citations,
        Self::Abbreviations,
        Self::Capitals,
        Self::Language,
        Self::Government,
        Self::Text,
        Self::Notes,
        Self::Tables,
        Self::Pictures,
        Self::Templates,
        Self::Page,
        Self::Program,
    ];

    /// The title over its rules.
    #[must_use]
    pub fn name(self) -> Bilingual<&'static str> {
        let (vi, en) = match self {
            Self::File => ("Tệp văn bản", "The file"),
            Self::Yaml => ("Cách viết phần khai báo", "The writing of the front matter"),
            Self::Fields => ("Các mục khai báo", "The fields"),
            Self::Number => ("Số, ký hiệu", "Number and symbol"),
            Self::Dates => ("Ngày tháng", "Dates"),
            Self::Subject => ("Trích yếu", "Subject"),
            Self::Recipients => ("Nơi nhận", "Recipients"),
            Self::Signature => ("Chữ ký", "Signature"),
            Self::Copies => ("Bản sao", "Copies"),
            Self::Endings => ("Kết thúc văn bản", "The end of the text"),
            Self::Frame => ("Phần in sẵn theo thể thức", "What the layout prints"),
            Self::Numbering => ("Đánh số", "Numbering"),
            Self::Tasks => ("Nhiệm vụ", "Tasks"),
            Self::Citations => ("Viện dẫn văn bản", "Citations"),
            Self::Abbreviations => ("Chữ viết tắt", "Abbreviations"),
            Self::Capitals => ("Viết hoa", "Capitals"),
            Self::Language => ("Chính tả, dấu câu", "Spelling and marks"),
            Self::Government => ("Cấp chính quyền, thể thức", "Levels of government"),
            Self::Text => ("Nội dung", "The text"),
            Self::Notes => ("Chú thích cuối trang", "Footnotes"),
            Self::Tables => ("Bảng", "Tables"),
            Self::Pictures => ("Ảnh", "Pictures"),
            Self::Templates => ("Mẫu văn bản", "Templates"),
            Self::Page => ("Trang giấy", "The page"),
            Self::Program => ("Chương trình", "The program"),
        };
        Bilingual { vi, en }
    }
}
