//! What every problem says in English. The only place with such sentences.

use super::problem::{Expected, FramePart, Large, Problem, Syntax};
use super::{Frame, Words, fields};
use crate::source::{Foreign, Legacy};

/// The words around a problem.
pub(super) const FRAME: Frame =
    Frame { error: "error", warning: "warning", help: "help", clause: "source" };

/// The words for a problem.
pub(super) fn words(problem: &Problem) -> Words {
    let (message, label, help) = sentence(problem);
    let related = match problem {
        Problem::DuplicateKey { .. } => Some("first given here".into()),
        Problem::FrontMatterUnclosed => Some("`---` is probably missing above".into()),
        Problem::FrontMatterEndsEarly => {
            Some("this field stands outside the front matter".into())
        }
        _ => None,
    };
    Words { message, label: label.to_owned(), help, related }
}

/// Message, label and help.
#[expect(clippy::too_many_lines, reason = "one table, a few lines for each problem")]
fn sentence(problem: &Problem) -> (String, &'static str, String) {
    match problem {
        Problem::NotUtf8 => (
            "the file is not UTF-8 text".into(),
            "cannot be read from here on",
            "save the file as UTF-8; a text typed in TCVN3 or VNI must be converted to \
             Unicode first"
                .into(),
        ),
        Problem::Utf16 => (
            "the file is saved as UTF-16".into(),
            "the whole file",
            "save the file as UTF-8".into(),
        ),
        Problem::NulByte => (
            "there is a NUL character in the file".into(),
            "NUL character",
            "this may be no text file; remove the character and save again".into(),
        ),
        Problem::LegacyEncoding { encoding, meant } => legacy(*encoding, meant),
        Problem::ForeignFile(foreign) => foreign_file(*foreign),
        Problem::TooLarge { what, limit } => too_large(*what, *limit),
        Problem::More { count, .. } => (
            format!("{count} more are left out here"),
            "from here on",
            "mend what is shown and run again".into(),
        ),
        Problem::FrontMatterMissing => (
            "the file has no front matter".into(),
            "the file must start with a line `---`",
            "write `---` on the first line, then the fields, one `name: value` a line, then \
             another `---`, and the text below it"
                .into(),
        ),
        Problem::FrontMatterUnclosed => (
            "the front matter is never closed by a line `---`".into(),
            "opened here",
            "add a line `---` right after the last field".into(),
        ),
        Problem::FrontMatterEndsEarly => (
            "the front matter ends too early".into(),
            "this `---` closes it",
            "remove this line; `---` stands only before and after the front matter".into(),
        ),
        Problem::FrontMatterNotAMap => (
            "the front matter has no line of the form `name: value`".into(),
            "here",
            "write one field a line, for example: `địa danh: Lục Bình`".into(),
        ),
        Problem::Yaml(syntax) => yaml(syntax),
        Problem::CutByComment => (
            "what follows `#` counts as a comment and is not printed".into(),
            "not printed",
            "to print it, put the whole value in double quotes: `\"… #…\"`; for a comment put \
             two blanks before `#` and one after it"
                .into(),
        ),
        Problem::DuplicateKey { key } => (
            format!("field `{key}` is given twice"),
            "second time",
            "remove one of the two lines".into(),
        ),
        Problem::MissingField { field, parent: None } => (
            format!("field `{field}` is missing"),
            "in this front matter",
            format!("add a line, for example: `{}`", example(field)),
        ),
        Problem::MissingField { field, parent: Some(parent) } => (
            format!("`{field}` is missing in `{parent}`"),
            "in this field",
            format!("add it to `{parent}`, for example: `{}`", example(field)),
        ),
        Problem::MissingBorrowed { field, template } => (
            format!("field `{field}` is missing for template `{template}`"),
            "this front matter was written for another template",
            format!(
                "give it for this template alone: below `theo mẫu:` indent `{template}:`, below \
                 that `{}`",
                example(field)
            ),
        ),
        Problem::UnknownField { key, near } => (
            format!("there is no field `{key}`"),
            "unknown field",
            match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "remove it, or look its name up in the manual".into(),
            },
        ),
        Problem::WrongType { field, expected } => wrong_type(field, *expected),
        Problem::WrongChoice { field, value, choices } => (
            format!("`{value}` is no choice for `{field}`"),
            "no such choice",
            format!("choose one of {}", list(choices)),
        ),
        Problem::EmptyField { field } => (
            format!("field `{field}` is empty"),
            "nothing here",
            match fields::example(field) {
                Some(example) => format!("fill it in, for example: `{example}`"),
                None => "fill it in, or remove the line".into(),
            },
        ),
        Problem::TooLong { field, limit } => (
            format!("field `{field}` is longer than {limit} characters"),
            "too long",
            format!("shorten it to {limit} characters at most"),
        ),
        Problem::PersonUnknown { name, near } => (
            format!("the directory (danh bạ) has nobody called `{name}`"),
            "unknown name",
            match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "add the person to `danh bạ` in `vanban.yaml`, or write here: \
                     `{{họ tên: {name}, chức vụ: …}}`"
                ),
            },
        ),
        Problem::NoteInField { note } => (
            format!("this field takes no footnote `{note}`"),
            "a note here",
            format!("remove `{note}` here; put it into the text where a note is needed"),
        ),
        Problem::TagInField { tag } => (
            format!("`{tag}` is printed as it is and does nothing"),
            "this tag",
            "remove it; for a line break write `|` behind the colon and the value on indented lines \
             below"
                .into(),
        ),
        Problem::MarksInField { marks } => (
            format!("`{marks}` is printed as it is and makes nothing bold or italic"),
            "this field is plain text",
            format!("remove `{marks}` at both ends; the layout sets this field"),
        ),
        Problem::DefaultsLayout { layout, file } => (
            format!(
                "`{file}` is written for the layout `{layout}`: this document takes `danh bạ` and \
                 `địa danh` alone from it"
            ),
            "this layout is not that of the defaults",
            format!(
                "write in this document what it needs; put several such documents into a folder \
                 with defaults of its own; or make `thể thức` that of `{file}`"
            ),
        ),
        Problem::InvalidValue { field } => (
            format!("the value of `{field}` is not valid"),
            "not valid",
            match fields::example(field) {
                Some(example) => format!("write it like this: `{example}`"),
                None => "look the field up in the manual".into(),
            },
        ),
        Problem::NumberForm { field, value, unit } => (
            format!("field `{field}` does not take `{value}`"),
            "must be a number",
            match *unit {
                "" => "write a number from 1 to 99, for example `2`".into(),
                unit => format!("write a number of {unit}, for example `14` or `12,7 {unit}`"),
            },
        ),
        Problem::OutOfRange { field, range: (least, most), unit, .. } => (
            format!("`{field}` is outside of what the rules leave free"),
            "this value",
            format!("choose from {least} to {most} {unit}"),
        ),
        Problem::NotFree { field, .. } => (
            format!("the rules of this layout do not leave `{field}` free"),
            "this choice",
            "take the field out: its value is fixed".into(),
        ),
        Problem::WordTooWide { field, word } => (
            format!("`{field}` has a word longer than its place, `{word}`"),
            "no line end may cut this word",
            "write its syllables apart, or shorten it".into(),
        ),
        Problem::Outside { text } => (
            format!("`{text}` does not fit on the page: it leaves the margins"),
            "no room for this",
            "make it shorter; write the parts of a long word apart".into(),
        ),
        Problem::TableTooWide => (
            "the table is wider than the page".into(),
            "this table",
            "take out columns, divide the table, or put it into `phụ lục` with `ngang: có`".into(),
        ),
        Problem::SymbolForm { layout, fit } => (
            format!("the symbol is not written as the layout `{layout}` has it"),
            "this symbol",
            format!("write `{fit}`, or choose another `thể thức`"),
        ),
        Problem::NumberNotAlone { number, symbol } => (
            match symbol {
                Some(_) => "`số` holds the symbol as well".into(),
                None => "`số` holds the word `Số` as well".into(),
            },
            "only the number stands here",
            match (number, symbol) {
                (Some(number), Some(symbol)) => format!(
                    "write `số: {number}`, and the symbol in its own field: `ký hiệu: {symbol}`"
                ),
                (Some(number), None) => {
                    format!("write `số: {number}`; the word `Số` is added")
                }
                (None, _) => {
                    "leave it open where there is no number yet: `số:`; the symbol goes to `ký hiệu`"
                        .into()
                }
            },
        ),
        Problem::SymbolNotAlone { number, symbol } => (
            "`ký hiệu` holds the number as well".into(),
            "only the symbol stands here",
            match (number, symbol) {
                (Some(number), Some(symbol)) => format!(
                    "write `ký hiệu: {symbol}`, and the number in its own field: `số: {number}`"
                ),
                (None, Some(symbol)) => format!("write `ký hiệu: {symbol}`"),
                (Some(number), None) => format!(
                    "move the number to its field, `số: {number}`, and write the symbol here, for \
                     example `TB-UBND`"
                ),
                (None, None) => "write the symbol, for example `ký hiệu: TB-UBND`".into(),
            },
        ),
        Problem::SymbolLoose { fit } => (
            "`ký hiệu` has blanks or a long dash where its parts join".into(),
            "this symbol",
            format!("write it as one word with a hyphen: `{fit}`"),
        ),
        Problem::SymbolOfAnother { code, kind, fit } => (
            format!("the symbol has `{code}`, which is not the code of `{kind}`"),
            "this symbol",
            format!(
                "write `{fit}`; if this is another kind of document, change `mẫu` or give `tên loại`"
            ),
        ),
        Problem::SubjectSmall => (
            "the subject starts with a small letter".into(),
            "documents of the State start with a capital",
            "write the first letter as a capital, for example `Kết luận của …`".into(),
        ),
        Problem::EndMarkMissing { stop } => (
            "the text does not end with `./.`".into(),
            "documents of the State end with `./.` here",
            if *stop { "add `/.` behind this full stop" } else { "add `./.` here" }.into(),
        ),
        Problem::DateForm { value, month_allowed } => (
            format!("`{value}` is not written as a date"),
            "cannot be read as a date",
            if *month_allowed {
                "write day/month/year, for example `05/6/2023`; where the day is not known, \
                 `6/2023`, `2023` or nothing"
                    .into()
            } else {
                "write day/month/year, for example `05/6/2023`".into()
            },
        ),
        Problem::DateImpossible { value, last_day } => (
            format!("the calendar has no day `{value}`"),
            "no such day",
            match last_day {
                Some(day) => format!("this month has {day} days only"),
                None => "the month must be from 1 to 12; the day comes first: `05/6/2023`".into(),
            },
        ),
        Problem::EndMarkOfState { alone } => (
            "a text of the Party does not end with `./.`".into(),
            "this mark",
            if *alone {
                "remove this line; the last sentence ends with a full stop".into()
            } else {
                "leave only the full stop here".into()
            },
        ),
        Problem::EndMarkEarly { ended } => (
            "`./.` stands before the end of the text".into(),
            "this mark",
            if *ended {
                "leave only the full stop: the last sentence, which is made, has `./.`".into()
            } else {
                "leave only the full stop here; `./.` stands once, at the end of the text".into()
            },
        ),
        Problem::EndMarkAlone => (
            "`./.` does not join the last sentence".into(),
            "this mark",
            "remove it and write `./.` for the full stop of the sentence before, for example \
             `thực hiện./.`"
                .into(),
        ),
        Problem::PastedFrame { part, same } => pasted(*part, *same),
        Problem::ToFill { date } => (
            "something is still to be filled in".into(),
            "to be filled in",
            if *date {
                "write the date here, such as `05/6/2023`; in a draft of which only the \
                 month is known, `CẦN ĐIỀN/6/2023`"
                    .into()
            } else {
                "write the text here; to print a draft before that, add `dự thảo: 1`".into()
            },
        ),
        Problem::NoDate => (
            "the document has no date at all".into(),
            "in this front matter",
            "add `ngày ký: 05/6/2023` (`6/2023` where the day is not known), or the `ngày` of \
             `cuộc họp`"
                .into(),
        ),
        Problem::NothingToPrint => (
            "the document has no text".into(),
            "nothing follows the front matter",
            "write the text below `---`, or give the field `kết luận`".into(),
        ),
        Problem::RawHtml => (
            "HTML tags cannot be printed".into(),
            "HTML tag",
            "remove the tag; for a line break end the line with `\\`, for a printed `<` write \
             `\\<`"
                .into(),
        ),
        Problem::CommentSwallows => (
            "a comment `<!-- … -->` hides text".into(),
            "this will not be printed",
            "close the comment with `-->` and leave a blank line before the text".into(),
        ),
        Problem::StrayMarks { marks } => (
            format!("the marks `{marks}` are printed as they are and make nothing bold or italic"),
            "without effect",
            format!(
                "write the marks close to the text inside, with a blank outside: `một \
                 {marks}hai{marks} ba`; to print the marks write `{}`",
                marks.chars().flat_map(|c| ['\\', c]).collect::<String>()
            ),
        ),
        Problem::NumberGap { found, expected } => (
            format!("number `{found}` does not follow the one before"),
            "this number",
            format!("`{expected}` would be next"),
        ),
        Problem::NumberMixture => (
            "this item has no number while others have one".into(),
            "this item",
            "number all items, or none, so that all are numbered for you".into(),
        ),
        Problem::NestingTooDeep { limit } => (
            "too many levels in each other".into(),
            "from here on",
            format!("use at most {limit} levels"),
        ),
        Problem::FootnoteMissing { name } => (
            format!("there is no footnote `{name}`"),
            "referred to here",
            format!("add a line `[^{name}]: text of the note` at the end"),
        ),
        Problem::FootnoteUnused { name } => (
            format!("nothing refers to footnote `{name}`, so it is not printed"),
            "this footnote",
            format!("put `[^{name}]` where the note belongs"),
        ),
        Problem::HashWithoutBlank { marks } => (
            format!("`{marks}` is printed as it is and makes no heading of this line"),
            "a blank is missing behind these",
            format!(
                "put a blank behind `{marks}` if this is a heading; write `\\{marks}` to print it"
            ),
        ),
        Problem::LineEndDoubtful { splits: true } => (
            "this line is printed as a paragraph of its own: it is not clear whether it goes on \
             with the line above"
                .into(),
            "printed as a paragraph of its own",
            "leave a blank line above it if it is one; if it goes on, write both lines as one"
                .into(),
        ),
        Problem::LineEndDoubtful { splits: false } => (
            "this line is printed behind the line above: it is not clear whether it is a paragraph \
             of its own"
                .into(),
            "printed behind the line above",
            "leave a blank line above it if it is a paragraph or an item of its own; if it goes \
             on, write both lines as one"
                .into(),
        ),
        Problem::TableRuleMissing => (
            "this table lacks the line `|---|` below its first row, which is taken for its head"
                .into(),
            "the first row",
            "add a line `|---|---|` below it, one `---` for each column; write `\\|` to print a \
             bar"
                .into(),
        ),
        Problem::TableOfTabs { table } => (
            "these lines set columns by tabs, which print as no columns".into(),
            "columns set by tabs",
            format!("write them as a table (`vanban check --fix` does it):\n{table}"),
        ),
        Problem::TableRowTooLong => (
            "this row has more cells than the head of the table".into(),
            "this part is not printed",
            "add cells to the head and to the row `|---|`, or remove cells; to print `|` write \
             `\\|`"
                .into(),
        ),
        Problem::CellWithoutNeighbour { mark } => (
            if mark == "<<" {
                "`<<` joins this cell with the one at its left, but there is none".into()
            } else {
                "`^^` joins this cell with the one above, but the head of a table is not joined \
                 up or down"
                    .into()
            },
            "this cell",
            format!("leave the cell empty or write into it; to print `{mark}` write `\\{mark}`"),
        ),
        Problem::CellsNotRectangular => (
            "the cells that are joined make no rectangle".into(),
            "joined up to this one",
            "put `^^` (joined with the cell above) or `<<` (joined with the cell at the left) \
             into the cells that are missing too, or take the mark out of this one"
                .into(),
        ),
        Problem::DefinitionUnused => (
            "this line is taken for the address of a link and is not printed".into(),
            "this line",
            "to print it, write `\\[` for `[` at its start; otherwise remove it".into(),
        ),
        Problem::PictureMissing { path } => (
            format!("picture `{path}` is not there"),
            "this file",
            "put the file into the document's folder and write its name, for example \
             `![plan](plan.png)`"
                .into(),
        ),
        Problem::PictureOutside { path } => (
            format!("picture `{path}` lies outside the document's folder"),
            "this picture",
            "copy the file into the document's folder and write its name only".into(),
        ),
        Problem::PictureBlank { path } => (
            "a blank in the path keeps this from being a picture".into(),
            "this path",
            format!("put the path between `<` and `>`: `![description](<{path}>)`"),
        ),
        Problem::PictureWithoutText => (
            "the picture has no description".into(),
            "this picture",
            "describe it in the brackets: `![plan of the road](plan.png)`".into(),
        ),
        Problem::PictureBroken { path } => (
            format!("picture `{path}` cannot be read"),
            "this picture",
            "use an intact PNG, JPEG, GIF, WebP or SVG file of at most 50 million pixels".into(),
        ),
        Problem::TemplateUnknown { name, near, known } => (
            format!("there is no template `{name}`"),
            "unknown template",
            match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the templates are {}", list(known)),
            },
        ),
        Problem::TemplateVersion { template, version } => (
            format!("template `{template}` has version `{version}` now"),
            "no such version",
            format!("look the document over and write `@{version}`, or drop the part from `@`"),
        ),
        Problem::ManifestMissing { path } => (
            format!("the folder of this template lacks `{path}`"),
            "this template",
            "add that file (`vanban templates show` prints one)".into(),
        ),
        Problem::TemplateFolder { folder, expected } => (
            format!("the template's name does not fit its folder `{folder}`"),
            "this name",
            format!("call the folder `{expected}`, or change the name"),
        ),
        Problem::OwnFieldKnown { name } => (
            format!("every document has a field `{name}` already"),
            "taken",
            "call the template's own field otherwise".into(),
        ),
        Problem::OwnFieldName { name } => (
            format!("`{name}` cannot be the name of a field"),
            "this name",
            "use letters, digits and blanks only, a letter first".into(),
        ),
        Problem::OwnFieldWord { field, keyword } => (
            format!("in field `{field}`, `{keyword}` does not go with the rest"),
            "this field",
            "`enum` and `format` go with a text, `items` with `type: array`, `properties` and \
             `required` with `type: object` (which needs them)"
                .into(),
        ),
        Problem::LayoutUnsupported { template, layout } => (
            format!("template `{template}` has no layout `{layout}` yet"),
            "this layout",
            "choose another layout".into(),
        ),
        Problem::TemplateSyntax { detail } => (
            format!("the template is malformed: {detail}"),
            "in this line",
            "mend the template, or remove the file to get the built-in one back".into(),
        ),
        Problem::TemplateUndefined { name } => (
            format!("the template uses `{name}`, which the document does not have"),
            "undefined",
            "mend the name in the template, or give the field in the document".into(),
        ),
        Problem::TemplateRunaway => (
            "the template does not come to an end".into(),
            "still running here",
            "mend the loop in the template".into(),
        ),
        Problem::TextNotPrinted { template } => (
            format!("template `{template}` does not print this"),
            "not on the paper",
            "remove it, take another template, or make the template print `mo_dau`, `than_bai`, \
             `ket_thuc`, `phu_luc`"
                .into(),
        ),
        Problem::ValueNotPrinted { field, template } => (
            format!("the template `{template}` does not print this `{field}`"),
            "not on the paper",
            "leave it out; what is for another template goes below its name in `theo mẫu`".into(),
        ),
        Problem::TemplateCycle => (
            "the templates call each other without end".into(),
            "round again here",
            "drop one of the calls; a file in the place of a built-in one calls that with \
             `co-san/` before its name, as in `{% extends \"co-san/base.typ.j2\" %}`"
                .into(),
        ),
        Problem::TemplateLacks { name } => (
            format!("the template calls for `{name}`, and there is nothing of that name"),
            "no such name",
            "mend the name in the template, or remove the file to get the built-in one back".into(),
        ),
        Problem::TemplateBlock { name, near, known } => (
            format!("the template extended has no block `{name}`, so this is not printed"),
            "no such block",
            match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the blocks are {}", list(known)),
            },
        ),
        Problem::TemplateFailed { detail } => (
            format!("the template fails: {detail}"),
            "in this line",
            "mend the template, or remove the file to get the built-in one back".into(),
        ),
        Problem::GlyphMissing { character } => (
            format!("the font has no character `{character}` (U+{:04X})", u32::from(*character)),
            "cannot be printed",
            "remove the character, or replace it by words".into(),
        ),
        Problem::TypesetUser { detail } => (
            format!("this cannot be set on the page: {detail}"),
            "here",
            "write it in a simpler way".into(),
        ),
        Problem::TypesetTemplate { detail } => (
            format!("the template cannot be set on the page: {detail}"),
            "the template writes this line",
            "the fault is the template's, not the document's; tell who keeps the template (`vanban \
             build --format typ` shows the whole file)"
                .into(),
        ),
        Problem::Internal { detail } => (
            format!("the program has failed: {detail}"),
            "while working on this file",
            "nothing of the document is lost; please send the file to who keeps the program"
                .into(),
        ),
    }
}

/// A part of the frame that was pasted into the text.
fn pasted(part: FramePart, same: bool) -> (String, &'static str, String) {
    let (name, fields) = match part {
        FramePart::National => ("the national title", "`thể thức`"),
        FramePart::Party => ("the title of the Party", "`thể thức`"),
        FramePart::Bodies => {
            ("names of bodies", "`cơ quan chủ quản`, `cơ quan ban hành`")
        }
        FramePart::Number => ("the number and symbol", "`số`, `ký hiệu`"),
        FramePart::Place => ("the place and date", "`địa danh`, `ngày ký`"),
        FramePart::Kind => ("the kind of document", "`mẫu`, `tên loại`, `trích yếu`"),
        FramePart::Subject => ("the subject", "`trích yếu`"),
        FramePart::Grounds => ("a ground", "`căn cứ`"),
        FramePart::Addressees => ("those addressed", "`kính gửi`"),
        FramePart::Decision => ("the words of the decision", "`mẫu`, `thẩm quyền`"),
        FramePart::Recipients => ("the recipients", "`nơi nhận`"),
        FramePart::Signature => ("the signature", "`ký`"),
    };
    let way = if same {
        format!("delete this part from the text: it is printed from {fields}")
    } else {
        format!(
            "compare it with {fields} in the front matter, then delete it from the text"
        )
    };
    (
        format!(
            "the text holds {name}, which is printed by itself: it would stand twice"
        ),
        "the front matter has it",
        way + "; where it is quoted, begin each line with `> `",
    )
}

fn legacy(encoding: Legacy, meant: &str) -> (String, &'static str, String) {
    let name = match encoding {
        Legacy::Tcvn3 => "TCVN3 (ABC)",
        Legacy::Vni => "VNI",
    };
    (
        format!("text typed in {name}, not Unicode (the first word is `{meant}`)"),
        "cannot be printed",
        format!(
            "convert it to Unicode and save; in UniKey: Ctrl+Shift+F6, from {name} to Unicode"
        ),
    )
}

/// A file of another program in the place of a text.
fn foreign_file(foreign: Foreign) -> (String, &'static str, String) {
    let (name, way) = match foreign {
        Foreign::Word => ("a Word file (.docx)", "open it in Word"),
        Foreign::OldWord => ("an old Word file (.doc)", "open it in Word"),
        Foreign::RichText => ("an RTF file (.rtf)", "open it in Word"),
        Foreign::OpenText => ("a Writer file (.odt)", "open it in Word or LibreOffice"),
        Foreign::Sheet => ("a spreadsheet (.xlsx, .xls, .ods)", "open it in Excel"),
        Foreign::Slides => ("slides (.pptx, .ppt, .odp)", "open it in PowerPoint"),
        Foreign::Pdf => ("a PDF file", "open it in a viewer"),
        Foreign::Picture => ("a picture", "read it"),
        Foreign::Archive => ("an archive (.zip)", "unpack it"),
        Foreign::Office => ("an old Office file (.doc, .xls, .ppt)", "open it in Word"),
    };
    (
        format!("this is {name}; only text files such as `.md` are read"),
        "the whole file",
        format!(
            "{way} and copy the text; `vanban new` writes a `.md` file with all fields: paste the \
             text below its second `---`"
        ),
    )
}

fn too_large(what: Large, limit: usize) -> (String, &'static str, String) {
    match what {
        Large::File => (
            format!("the file is larger than {} MB", limit / 1024 / 1024),
            "the whole file",
            "see whether it is the right file; divide a long document into several"
                .into(),
        ),
        Large::Text => (
            "the text is too long".into(),
            "too long up to here",
            format!(
                "divide it into documents of some {} thousand letters at most",
                limit / 1000
            ),
        ),
        Large::Paragraph => (
            "this paragraph is too long".into(),
            "this paragraph",
            format!(
                "divide it by blank lines; {} thousand letters at most",
                limit / 1000
            ),
        ),
        Large::Word => (
            "too many characters without a blank".into(),
            "from here on",
            format!("add blanks; {limit} characters in one piece at most"),
        ),
        Large::Accents => (
            "too many accents on one letter".into(),
            "this letter",
            format!("remove some; {limit} on a letter at most"),
        ),
        Large::Pages => (
            format!("the document has more than {limit} pages"),
            "the whole file",
            "divide it into several documents".into(),
        ),
    }
}

fn yaml(syntax: &Syntax) -> (String, &'static str, String) {
    let (message, label, help) = match syntax {
        Syntax::UnclosedQuote => (
            "a quotation mark is never closed",
            "opened here",
            "add the same mark at the end of the value".into(),
        ),
        Syntax::Tab => (
            "a tab indents this line",
            "tab",
            "replace each tab by two blanks".into(),
        ),
        Syntax::Indentation => (
            "the indentation of this line fits none above",
            "wrong indentation",
            "start the fields of the document at the margin; indent fields of one group equally"
                .into(),
        ),
        Syntax::ColonInValue => (
            "a colon in the value makes the line unreadable",
            "this colon",
            "put the whole value in double quotes: `trích yếu: \"Kết luận: họp\"`".into(),
        ),
        Syntax::MissingColon => (
            "this line has not the form `name: value`",
            "here",
            "write a colon and a blank after the name: `địa danh: Lục Bình`; indent a line that \
             goes on from the one above by two blanks"
                .into(),
        ),
        Syntax::UnclosedBracket => (
            "a bracket is never closed",
            "opened here",
            "add the closing bracket `]` or `}`".into(),
        ),
        Syntax::ReservedStart(c) => (
            "the value starts with a character that has a meaning of its own",
            "this character",
            format!("put the whole value in double quotes: `\"{c}…\"`"),
        ),
        Syntax::TooComplex => (
            "the front matter is nested too deep or refers to itself too often",
            "here",
            "write it in a simpler way".into(),
        ),
        Syntax::Tag => (
            "the value starts with an exclamation mark",
            "this mark has a meaning of its own",
            "put the whole value in double quotes: `\"!…\"`".into(),
        ),
        Syntax::CurlyQuote => (
            "curly quotation marks cannot enclose a value",
            "curly mark",
            "enclose it in straight ones: `\"…\"`; curly ones may stand inside".into(),
        ),
        Syntax::DashWithoutBlank => (
            "there is no blank after the dash of a list",
            "this dash",
            "write a dash, a blank, then the text: `- Thành viên`".into(),
        ),
        Syntax::TextAfterEnd => (
            "text follows the quotation mark or bracket that ends the value",
            "this part",
            "move it into the bracket; put a value with double quotes in single ones: `trích yếu: \
             '\"Ba sạch\" ở xã'`"
                .into(),
        ),
        Syntax::Other => (
            "the front matter is malformed",
            "cannot be read from here on",
            "check colons, quotation marks and indentation around here; put the value in double \
             quotes if need be"
                .into(),
        ),
    };
    (message.into(), label, help)
}

fn wrong_type(field: &str, expected: Expected) -> (String, &'static str, String) {
    let kind = match expected {
        Expected::Text => "a text",
        Expected::List => "a list",
        Expected::Map => "a group of fields",
        Expected::TextOrList => "a text or a list",
        Expected::TextOrMap => "a text or a group of fields",
        Expected::MapOrList => "a group of fields, or a list of such groups",
        Expected::ListOrMap => "a list, or groups with names",
    };
    let help = match fields::example(field) {
        Some(example) => format!("write it like this: `{example}`"),
        None => format!("write {kind}"),
    };
    (format!("field `{field}` must be {kind}"), "not of this kind", help)
}

/// How a field could be written.
fn example(field: &str) -> String {
    fields::example(field).map_or_else(|| format!("{field}: …"), str::to_owned)
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
