//! Everything that can be wrong, with the facts that the sentence about it needs.

use super::{Severity, fields};
use crate::source::{EncodingFault, Foreign, Legacy, Source};

/// What can be larger than any document needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Large {
    /// The file; the limit is in bytes.
    File,
    /// The whole text; the limit is in characters, a line, cell or mark counting for some.
    Text,
    /// One paragraph; the limit is in characters.
    Paragraph,
    /// Characters with no blank between them; the limit is in characters.
    Word,
    /// The accents on one letter.
    Accents,
    /// The document; the limit is in pages.
    Pages,
}

/// What a field's value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text on one or more lines.
    Text,
    /// A list of entries.
    List,
    /// A group of named fields.
    Map,
    /// A text or a list of texts.
    TextOrList,
    /// A text or a group of named fields.
    TextOrMap,
    /// A list, or a group of named lists.
    ListOrMap,
    /// A group of named fields, or a list of such groups.
    MapOrList,
}

/// What is wrong with the YAML itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// A quotation mark that is never closed.
    UnclosedQuote,
    /// A tab where blanks must indent.
    Tab,
    /// An indentation that fits nothing above.
    Indentation,
    /// `: ` inside a value that is not quoted.
    ColonInValue,
    /// A key without a colon, or a colon without a blank after it.
    MissingColon,
    /// An open `[` or `{`.
    UnclosedBracket,
    /// A character with a meaning of its own at the start of a value (`@`, `` ` ``, `%`, `*`…).
    ReservedStart(char),
    /// A reference to nothing, a reference too many, or too much of something.
    TooComplex,
    /// A tag (`!…`).
    Tag,
    /// A curly quotation mark where a straight one must enclose the value.
    CurlyQuote,
    /// A dash of a list without a blank after it.
    DashWithoutBlank,
    /// Text behind a quotation mark or bracket that ends the value.
    TextAfterEnd,
    /// Anything else.
    Other,
}

/// A part of the frame of a document: what stands about its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FramePart {
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

/// A problem, with what its sentence needs. Names of fields are the canonical Vietnamese ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file is no UTF-8 text.
    NotUtf8,
    /// The file is UTF-16.
    Utf16,
    /// A zero byte in the text.
    NulByte,
    /// Letters of an encoding from before Unicode.
    LegacyEncoding {
        /// The encoding.
        encoding: Legacy,
        /// What the first word was to be.
        meant: String,
    },
    /// A file of another program in the place of a text.
    ForeignFile(Foreign),
    /// Something larger than any document needs.
    TooLarge {
        /// What is too large.
        what: Large,
        /// How large it may be.
        limit: usize,
    },
    /// More problems than help anybody.
    More {
        /// How many were left out.
        count: usize,
        /// Whether there are errors among them.
        errors: bool,
    },
    /// The file does not start with a front matter.
    FrontMatterMissing,
    /// The front matter is never closed.
    FrontMatterUnclosed,
    /// A `---` in the midst of the front matter, which ends there.
    FrontMatterEndsEarly,
    /// The front matter holds no fields.
    FrontMatterNotAMap,
    /// The YAML is broken.
    Yaml(Syntax),
    /// A value that ends at ` #`: the rest counts as a comment.
    CutByComment,
    /// A key stands twice in one group.
    DuplicateKey {
        /// The key as written.
        key: String,
    },
    /// A field that must be there is not.
    MissingField {
        /// The field.
        field: String,
        /// The group it belongs to; `None` for the document itself.
        parent: Option<String>,
    },
    /// A field that must be there where a document is set in another template than its own.
    MissingBorrowed {
        /// The field.
        field: String,
        /// The template.
        template: String,
    },
    /// A field that nobody knows.
    UnknownField {
        /// The key as written.
        key: String,
        /// A known field with nearly that name.
        near: Option<String>,
    },
    /// A value of the wrong kind.
    WrongType {
        /// The field.
        field: String,
        /// What it takes.
        expected: Expected,
    },
    /// A value that is not among those allowed.
    WrongChoice {
        /// The field.
        field: String,
        /// The value as written.
        value: String,
        /// What is allowed.
        choices: Vec<String>,
    },
    /// A field that must be filled is empty.
    EmptyField {
        /// The field.
        field: String,
    },
    /// A text longer than the field takes.
    TooLong {
        /// The field.
        field: String,
        /// The limit, in characters.
        limit: u64,
    },
    /// A person whom the directory of the defaults does not have.
    PersonUnknown {
        /// The name as written.
        name: String,
        /// A known name that is nearly the same.
        near: Option<String>,
    },
    /// A reference to a note in a value that is plain text.
    NoteInField {
        /// The reference: `[^1]`.
        note: String,
    },
    /// A tag of HTML in a value that is plain text.
    TagInField {
        /// The tag.
        tag: String,
    },
    /// Marks of emphasis about words of a value that is plain text.
    MarksInField {
        /// The marks.
        marks: String,
    },
    /// Defaults of another layout than the document's: of them it takes people and place alone.
    DefaultsLayout {
        /// The layout of the defaults.
        layout: String,
        /// Their file.
        file: String,
    },
    /// A value that breaks a rule of the schema that has no sentence of its own.
    InvalidValue {
        /// The field.
        field: String,
    },
    /// A quantity that is not written as a number.
    NumberForm {
        /// The field.
        field: String,
        /// The value as written.
        value: String,
        /// The unit; empty for a count.
        unit: &'static str,
    },
    /// A choice of the secretary's outside of what the rules leave free.
    OutOfRange {
        /// The field.
        field: String,
        /// The least and the most, in `unit`.
        range: (String, String),
        /// The unit.
        unit: &'static str,
        /// The clause that sets the range; empty for a range of the house.
        clause: String,
    },
    /// A choice that the rules of the layout do not leave to the secretary.
    NotFree {
        /// The field.
        field: String,
        /// The clause that sets it; may be empty.
        clause: String,
    },
    /// A name with a word that is longer than its place on the page.
    WordTooWide {
        /// The field.
        field: String,
        /// The word.
        word: String,
    },
    /// A text that leaves the margins of the page: a word too long, a block too high.
    Outside {
        /// The text, or the line of it.
        text: String,
    },
    /// A table with words that the page is not wide enough for.
    TableTooWide,
    /// A date that is not written as a date.
    DateForm {
        /// The value as written.
        value: String,
        /// Whether the day may be left out (`6/2023`).
        month_allowed: bool,
    },
    /// A date that the calendar does not have.
    DateImpossible {
        /// The value as written.
        value: String,
        /// The last day of that month, where the month exists.
        last_day: Option<u32>,
    },
    /// A symbol in the form of the other layout.
    SymbolForm {
        /// The document's layout.
        layout: String,
        /// The symbol as that layout has it.
        fit: String,
    },
    /// A number that is written with the word `Số` or with the symbol.
    NumberNotAlone {
        /// The number in it, where there is one.
        number: Option<String>,
        /// The symbol in it, where there is one.
        symbol: Option<String>,
    },
    /// A symbol that is written with the number.
    SymbolNotAlone {
        /// The number in it, where there is one.
        number: Option<String>,
        /// The symbol in it, where there is one.
        symbol: Option<String>,
    },
    /// A symbol with blanks about what joins its parts, or with a dash for a hyphen.
    SymbolLoose {
        /// The symbol without them.
        fit: String,
    },
    /// A symbol with the code of another kind of documents.
    SymbolOfAnother {
        /// The code.
        code: String,
        /// What the document is.
        kind: String,
        /// The symbol as this kind has it.
        fit: String,
    },
    /// A subject of the State's layout that starts with a small letter.
    SubjectSmall,
    /// A text of the State's layout that does not end with `./.`.
    EndMarkMissing {
        /// Whether it ends with a full stop.
        stop: bool,
    },
    /// A text of the Party's layout that ends with `./.`.
    EndMarkOfState {
        /// Whether nothing else stands on the line.
        alone: bool,
    },
    /// `./.` before the end of a text of the State's layout.
    EndMarkEarly {
        /// Whether the template has it in its own last sentence.
        ended: bool,
    },
    /// `./.` on a line of its own, or behind a full stop.
    EndMarkAlone,
    /// A part of the frame that was pasted into the text.
    PastedFrame {
        /// Which one.
        part: FramePart,
        /// Whether it says what the fields say.
        same: bool,
    },
    /// `CẦN ĐIỀN` in what would be printed.
    ToFill {
        /// Whether it stands for a whole date.
        date: bool,
    },
    /// Neither the signing date nor the meeting's date gives the document a date.
    NoDate,
    /// A document without a body and without conclusions.
    NothingToPrint,
    /// Raw HTML in the body.
    RawHtml,
    /// A comment that is never closed, or text behind a comment that would be lost.
    CommentSwallows,
    /// Emphasis marks that Markdown does not see as such.
    StrayMarks {
        /// The marks, e.g. `**`.
        marks: String,
    },
    /// Typed numbers that skip or repeat.
    NumberGap {
        /// The number as written.
        found: String,
        /// The number that was due.
        expected: String,
    },
    /// Typed numbers and headings without numbers in one document.
    NumberMixture,
    /// More nesting than the page can show.
    NestingTooDeep {
        /// The limit, in levels.
        limit: usize,
    },
    /// A footnote that is referred to but not written.
    FootnoteMissing {
        /// Its name.
        name: String,
    },
    /// A footnote that nothing refers to.
    FootnoteUnused {
        /// Its name.
        name: String,
    },
    /// `#` right before a word, which makes no heading.
    HashWithoutBlank {
        /// The marks, e.g. `##`.
        marks: String,
    },
    /// A line end of which it is in doubt whether it ends a paragraph.
    LineEndDoubtful {
        /// Whether it is read as the end of one.
        splits: bool,
    },
    /// A row of a table with more cells than the header has.
    TableRowTooLong,
    /// A table without the line `|---|` below its first row.
    TableRuleMissing,
    /// Columns that are set by tabs, as a spreadsheet pastes them.
    TableOfTabs {
        /// The table that is meant.
        table: String,
    },
    /// A cell that is to be joined where there is no cell to join it with.
    CellWithoutNeighbour {
        /// What stands in it: `^^`, `<<`.
        mark: String,
    },
    /// Joined cells that are no rectangle together.
    CellsNotRectangular,
    /// A definition of an address (`[name]: address`) that nothing refers to: it is not printed.
    DefinitionUnused,
    /// A reference to a picture that is not there.
    PictureMissing {
        /// The path as written.
        path: String,
    },
    /// A picture outside the document's folder, or on the network.
    PictureOutside {
        /// The path as written.
        path: String,
    },
    /// A blank in the path of a picture, which keeps it from being one.
    PictureBlank {
        /// The path as written.
        path: String,
    },
    /// A picture without a description for those who cannot see it.
    PictureWithoutText,
    /// A picture that cannot be decoded.
    PictureBroken {
        /// The path as written.
        path: String,
    },
    /// A template that does not exist.
    TemplateUnknown {
        /// The name as written.
        name: String,
        /// A template with nearly that name.
        near: Option<String>,
        /// The templates there are.
        known: Vec<String>,
    },
    /// A template whose version is another one than the document asks for.
    TemplateVersion {
        /// The template.
        template: String,
        /// Its version.
        version: String,
    },
    /// A folder of a template without a manifest.
    ManifestMissing {
        /// The manifest's path below the folder of templates.
        path: String,
    },
    /// A manifest whose template is called otherwise than its folder.
    TemplateFolder {
        /// The folder.
        folder: String,
        /// The folder that belongs to the name.
        expected: String,
    },
    /// A field of a kind's own that every document has, or that means something else in
    /// templates.
    OwnFieldKnown {
        /// Its name.
        name: String,
    },
    /// A field of a kind's own with a name that no template can use.
    OwnFieldName {
        /// Its name.
        name: String,
    },
    /// A word in the definition of a field that does not go with the others.
    OwnFieldWord {
        /// The field.
        field: String,
        /// The word.
        keyword: String,
    },
    /// A template that has no such layout.
    LayoutUnsupported {
        /// The template.
        template: String,
        /// The layout as written.
        layout: String,
    },
    /// A template that cannot be read.
    TemplateSyntax {
        /// What the template engine says of it.
        detail: String,
    },
    /// A template uses a name that the document does not have.
    TemplateUndefined {
        /// The name.
        name: String,
    },
    /// A template that does not come to an end.
    TemplateRunaway,
    /// A part of the text that the template does not print.
    TextNotPrinted {
        /// The template.
        template: String,
    },
    /// A value that the template does not print.
    ValueNotPrinted {
        /// The field.
        field: String,
        /// The template.
        template: String,
    },
    /// Templates that extend or include each other without end.
    TemplateCycle,
    /// A template calls for a filter, a function or a file that there is not.
    TemplateLacks {
        /// The name.
        name: String,
    },
    /// A template fills a block that the template which it extends does not have.
    TemplateBlock {
        /// The name of the block.
        name: String,
        /// A block with nearly that name.
        near: Option<String>,
        /// The blocks that there are.
        known: Vec<String>,
    },
    /// A template that fails in another way.
    TemplateFailed {
        /// What the template engine says of it.
        detail: String,
    },
    /// A character that no font has.
    GlyphMissing {
        /// The character.
        character: char,
    },
    /// Typst refuses something that stands in the user's text.
    TypesetUser {
        /// What Typst says of it.
        detail: String,
    },
    /// Typst refuses something that the template wrote.
    TypesetTemplate {
        /// What Typst says of it.
        detail: String,
    },
    /// A fault of the program itself.
    Internal {
        /// What is known of it.
        detail: String,
    },
}

/// Most characters that are shown of a text.
const SHOWN: usize = 60;

impl Problem {
    /// The stable, language-free name of the rule.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::Utf16 => "utf16",
            Self::NulByte => "nul-byte",
            Self::LegacyEncoding { .. } => "legacy-encoding",
            Self::ForeignFile(_) => "foreign-file",
            Self::TooLarge { .. } => "too-large",
            Self::More { .. } => "more",
            Self::FrontMatterMissing => "front-matter-missing",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::FrontMatterEndsEarly => "front-matter-ends-early",
            Self::FrontMatterNotAMap => "front-matter-not-a-map",
            Self::Yaml(_) => "yaml-syntax",
            Self::CutByComment => "cut-by-comment",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::MissingField { .. } => "missing-field",
            Self::MissingBorrowed { .. } => "missing-borrowed",
            Self::UnknownField { .. } => "unknown-field",
            Self::WrongType { .. } => "wrong-type",
            Self::WrongChoice { .. } => "wrong-choice",
            Self::EmptyField { .. } => "empty-field",
            Self::TooLong { .. } => "too-long",
            Self::PersonUnknown { .. } => "person-unknown",
            Self::NoteInField { .. } => "note-in-field",
            Self::TagInField { .. } => "tag-in-field",
            Self::MarksInField { .. } => "marks-in-field",
            Self::DefaultsLayout { .. } => "defaults-layout",
            Self::InvalidValue { .. } => "invalid-value",
            Self::NumberForm { .. } => "number-form",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NotFree { .. } => "not-free",
            Self::WordTooWide { .. } => "word-too-wide",
            Self::Outside { .. } => "outside-margins",
            Self::TableTooWide => "table-too-wide",
            Self::DateForm { .. } => "date-form",
            Self::DateImpossible { .. } => "date-impossible",
            Self::SymbolForm { .. } => "symbol-form",
            Self::NumberNotAlone { .. } => "number-not-alone",
            Self::SymbolNotAlone { .. } => "symbol-not-alone",
            Self::SymbolLoose { .. } => "symbol-loose",
            Self::SymbolOfAnother { .. } => "symbol-of-another",
            Self::SubjectSmall => "subject-small",
            Self::EndMarkMissing { .. } => "end-mark-missing",
            Self::EndMarkOfState { .. } => "end-mark-of-state",
            Self::EndMarkEarly { .. } => "end-mark-early",
            Self::EndMarkAlone => "end-mark-alone",
            Self::PastedFrame { .. } => "pasted-frame",
            Self::ToFill { .. } => "to-fill",
            Self::NoDate => "no-date",
            Self::NothingToPrint => "nothing-to-print",
            Self::RawHtml => "raw-html",
            Self::CommentSwallows => "comment-swallows",
            Self::StrayMarks { .. } => "stray-marks",
            Self::NumberGap { .. } => "number-gap",
            Self::NumberMixture => "number-mixture",
            Self::NestingTooDeep { .. } => "nesting-too-deep",
            Self::FootnoteMissing { .. } => "footnote-missing",
            Self::FootnoteUnused { .. } => "footnote-unused",
            Self::HashWithoutBlank { .. } => "hash-without-blank",
            Self::LineEndDoubtful { .. } => "line-end-doubtful",
            Self::TableRowTooLong => "table-row-too-long",
            Self::TableRuleMissing => "table-rule-missing",
            Self::TableOfTabs { .. } => "table-of-tabs",
            Self::CellWithoutNeighbour { .. } => "cell-without-neighbour",
            Self::CellsNotRectangular => "cells-not-rectangular",
            Self::DefinitionUnused => "definition-unused",
            Self::PictureMissing { .. } => "picture-missing",
            Self::PictureOutside { .. } => "picture-outside",
            Self::PictureBlank { .. } => "picture-blank",
            Self::PictureWithoutText => "picture-without-text",
            Self::PictureBroken { .. } => "picture-broken",
            Self::TemplateUnknown { .. } => "template-unknown",
            Self::TemplateVersion { .. } => "template-version",
            Self::ManifestMissing { .. } => "manifest-missing",
            Self::TemplateFolder { .. } => "template-folder",
            Self::OwnFieldKnown { .. } => "own-field-known",
            Self::OwnFieldName { .. } => "own-field-name",
            Self::OwnFieldWord { .. } => "own-field-word",
            Self::LayoutUnsupported { .. } => "layout-unsupported",
            Self::TemplateSyntax { .. } => "template-syntax",
            Self::TemplateUndefined { .. } => "template-undefined",
            Self::TemplateRunaway => "template-runaway",
            Self::TextNotPrinted { .. } => "text-not-printed",
            Self::ValueNotPrinted { .. } => "value-not-printed",
            Self::TemplateCycle => "template-cycle",
            Self::TemplateLacks { .. } => "template-lacks",
            Self::TemplateBlock { .. } => "template-block",
            Self::TemplateFailed { .. } => "template-failed",
            Self::GlyphMissing { .. } => "glyph-missing",
            Self::TypesetUser { .. } => "typeset-user",
            Self::TypesetTemplate { .. } => "typeset-template",
            Self::Internal { .. } => "internal",
        }
    }

    /// Whether the problem stops the document.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::More { errors: false, .. }
            | Self::CutByComment
            | Self::DefaultsLayout { .. }
            | Self::SymbolForm { .. }
            | Self::SubjectSmall
            | Self::EndMarkMissing { .. }
            | Self::EndMarkOfState { .. }
            | Self::EndMarkEarly { .. }
            | Self::EndMarkAlone
            | Self::TagInField { .. }
            | Self::MarksInField { .. }
            | Self::PastedFrame { .. }
            | Self::StrayMarks { .. }
            | Self::NumberGap { .. }
            | Self::NumberMixture
            | Self::ValueNotPrinted { .. }
            | Self::DefinitionUnused
            | Self::HashWithoutBlank { .. }
            | Self::LineEndDoubtful { .. }
            | Self::TableRuleMissing
            | Self::FootnoteUnused { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// A text that leaves the margins, or as much of it as helps to find it.
    #[must_use]
    pub fn outside(text: &str) -> Self {
        let mut shown: String = text.chars().take(SHOWN).collect();
        if shown.len() < text.len() {
            shown.push('…');
        }
        Self::Outside { text: shown }
    }

    /// The clause of a regulation that sets the rule, where one does.
    #[must_use]
    pub fn clause(&self) -> Option<&str> {
        match self {
            Self::OutOfRange { clause, .. } | Self::NotFree { clause, .. } => {
                Some(clause.as_str()).filter(|clause| !clause.is_empty())
            }
            Self::DateForm { .. } | Self::DateImpossible { .. } => {
                Some("HD 05-HD/VPTW, 4.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4")
            }
            Self::SymbolForm { .. }
            | Self::NumberNotAlone { .. }
            | Self::SymbolNotAlone { .. }
            | Self::SymbolLoose { .. } => {
                Some("HD 05-HD/VPTW, 3.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c")
            }
            Self::SymbolOfAnother { .. } => fields::clause("ký hiệu"),
            Self::SubjectSmall => Some("NĐ 30/2020/NĐ-CP, Phụ lục I, V, dòng 5a"),
            Self::EndMarkOfState { .. } => Some("HD 05-HD/VPTW, 6.2.2"),
            Self::EndMarkMissing { .. }
            | Self::EndMarkEarly { .. }
            | Self::EndMarkAlone => Some("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4"),
            Self::NoDate => {
                Some("HD 05-HD/VPTW, 4.1.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.4")
            }
            Self::NumberGap { .. } | Self::NumberMixture => {
                Some("HD 05-HD/VPTW, 6.2.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.d")
            }
            Self::MissingField { field, .. }
            | Self::EmptyField { field }
            | Self::WrongType { field, .. }
            | Self::WrongChoice { field, .. }
            | Self::TooLong { field, .. }
            | Self::InvalidValue { field } => fields::clause(field),
            _ => None,
        }
    }

    /// What the engine behind a stage says, in its own words: for those who mend templates.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::TemplateSyntax { detail }
            | Self::TemplateFailed { detail }
            | Self::TypesetUser { detail }
            | Self::TypesetTemplate { detail }
            | Self::Internal { detail } => Some(detail),
            _ => None,
        }
    }
}

impl From<EncodingFault> for Problem {
    fn from(fault: EncodingFault) -> Self {
        match fault {
            EncodingFault::TooLarge => {
                Self::TooLarge { what: Large::File, limit: Source::LIMIT }
            }
            EncodingFault::Foreign(foreign) => Self::ForeignFile(foreign),
            EncodingFault::Utf16 => Self::Utf16,
            EncodingFault::Nul { .. } => Self::NulByte,
            EncodingFault::NotUtf8 { .. } => Self::NotUtf8,
            EncodingFault::Legacy { encoding, meant, .. } => {
                Self::LegacyEncoding { encoding, meant }
            }
        }
    }
}
