//! Documents to try the way from the model to the pages with.

use vanban::rooms::diagnostic::{Diagnostics, HumanOptions, render_human};
use vanban::rooms::document::outline::{
    Block, BlockKind, Inline, Item, ItemNumber, Rank,
};
use vanban::rooms::document::{
    Blank, Date, Document, List, Manifest, Meeting, Outline, Person, RecipientGroup,
    Recipients, Regime, Regulation, Signature, SigningDate, Text, Texts,
};
use vanban::rooms::front_matter;
use vanban::rooms::source::{FileId, Source, Sources, Span};
use vanban::rooms::template::{self, Job, Rendered, Templates};
use vanban::rooms::typeset::{self, Engine, Files, NoFiles, Pages};

/// Writes texts into a file and remembers where.
#[derive(Default)]
pub(crate) struct Author {
    written: String,
}

impl Author {
    /// A text on a line of its own of the file.
    pub(crate) fn text(&mut self, value: &str) -> Text {
        self.written.push_str("- ");
        let start = self.written.len();
        self.written.push_str(value);
        let span = Span::new(FileId::DOCUMENT, start..self.written.len());
        self.written.push('\n');
        Text::new(value, span)
    }

    pub(crate) fn inline(&mut self, value: &str) -> Vec<Inline> {
        vec![Inline::Text(self.text(value))]
    }

    pub(crate) fn paragraph(&mut self, value: &str) -> Block {
        let text = self.inline(value);
        block(BlockKind::Paragraph(text))
    }

    pub(crate) fn item(
        &mut self,
        number: &str,
        value: &str,
        children: Vec<Block>,
    ) -> Block {
        self.numbered(number, value, false, children)
    }

    pub(crate) fn heading(
        &mut self,
        number: &str,
        value: &str,
        children: Vec<Block>,
    ) -> Block {
        self.numbered(number, value, true, children)
    }

    fn numbered(
        &mut self,
        number: &str,
        value: &str,
        heading: bool,
        children: Vec<Block>,
    ) -> Block {
        let label = self.text(number);
        let number = ItemNumber {
            label: label.value,
            rank: Rank::Roman,
            typed: true,
            bold: false,
            span: label.span,
        };
        let text = self.inline(value);
        let number = Some(number);
        block(BlockKind::Item(Item { number, heading, text, task: None, children }))
    }

    pub(crate) fn texts(&mut self, values: &[&str]) -> Texts {
        Texts(values.iter().map(|value| self.text(value)).collect())
    }

    pub(crate) fn person(&mut self, name: &str, posts: &[&str]) -> Person {
        Person { name: self.text(name), posts: self.texts(posts).0, address: None }
    }

    /// A notice like that of the seed.
    pub(crate) fn document(&mut self) -> Document {
        Document {
            superior: Some(self.texts(&["Đảng ủy xã Lục Bình"])),
            issuer: self
                .text("Ban Chỉ đạo thực hiện các Chương trình Mục tiêu quốc gia")
                .into(),
            symbol: Some(self.text("TB/BCĐ")),
            place: self.text("Lục Bình"),
            signing_date: SigningDate::parse("05/6/2023").unwrap(),
            subject: Some(self.text("kết luận cuộc họp Ban Chỉ đạo tháng 5 năm 2023")),
            recipients: Recipients(vec![
                RecipientGroup {
                    name: Some(self.text("Gửi bản giấy")),
                    entries: self.texts(&["Thành viên BCĐ xã", "Lưu Đảng ủy xã"]).0,
                },
                RecipientGroup {
                    name: Some(self.text("Gửi bản điện tử")),
                    entries: self.texts(&["Thường trực Đảng ủy"]).0,
                },
            ]),
            signatures: Signature {
                authority: Texts::default(),
                posts: self.texts(&["Bí thư", "kiêm", "Trưởng Ban Chỉ đạo"]),
                office: None,
                name: Blank(Some(self.text("Hoàng Hữu Khôi"))),
            }
            .into(),
            ..Document::default()
        }
    }

    pub(crate) fn meeting(&mut self) -> Meeting {
        let date = self.text("02/6/2023");
        Meeting {
            date: Date {
                day: Date::parse(&date.value).unwrap(),
                open: false,
                span: date.span,
            },
            time: None,
            word: None,
            body: Some(self.text("Ban Chỉ đạo các Chương trình MTQG xã")),
            purpose: Some(
                self.text("đánh giá tình hình triển khai thực hiện Chương trình"),
            ),
            venue: None,
            chair: self.person(
                "Hoàng Hữu Khôi",
                &["Huyện ủy viên", "Bí thư Đảng ủy", "Trưởng Ban Chỉ đạo"],
            ),
            secretary: None,
            absentees: List::default(),
            agenda: Texts::default(),
            attendees: List(vec![
                self.person("Nông Thị Quyên", &["Phó Bí thư Thường trực Đảng ủy"]),
                self.person(
                    "Nguyễn Văn Hậu",
                    &["Phó Bí thư Đảng ủy", "Chủ tịch UBND xã"],
                ),
                self.person("các đồng chí thành viên Ban Chỉ đạo", &[]),
            ]),
            grounds: self.texts(&["Thông báo số 857-TB/HU của Huyện ủy Bạch Thông"]),
            proceedings: None,
            end: None,
        }
    }

    /// The file with everything that was written.
    pub(crate) fn sources(&self) -> Sources {
        let mut sources = Sources::default();
        sources.add(Source::new("thong-bao.md", self.written.clone()));
        sources
    }
}

pub(crate) fn block(kind: BlockKind) -> Block {
    Block { span: Span::default(), kind }
}

/// An outline with nothing but these blocks in its body.
pub(crate) fn body(blocks: Vec<Block>) -> Outline {
    Outline { body: blocks, ..Outline::default() }
}

/// What became of a document, with its sources.
pub(crate) struct Outcome {
    pub(crate) typst: String,
    pub(crate) pages: Option<Pages>,
    pub(crate) found: Diagnostics,
    pub(crate) sources: Sources,
}

impl Outcome {
    /// What is wrong, as a person reads it.
    pub(crate) fn report(&self) -> String {
        render_human(&self.found, &self.sources, HumanOptions::default())
    }

    /// The pages of a document without fault.
    #[track_caller]
    pub(crate) fn pages(&self) -> &Pages {
        assert!(self.found.is_empty(), "{}\n{}", self.report(), self.typst);
        self.pages.as_ref().unwrap()
    }

    /// Rule and marked text of each problem.
    pub(crate) fn problems(&self) -> Vec<(&'static str, &str)> {
        self.found.iter().map(|d| (d.rule().id, self.sources.slice(d.span))).collect()
    }
}

pub(crate) fn render(
    document: &Document,
    outline: &Outline,
    templates: &Templates,
    sources: &mut Sources,
) -> (Option<Rendered>, Diagnostics) {
    let manifest = manifest();
    let families = Engine::shared().families();
    let (manifest, families, regulation) = (&manifest, &families, &regulation(document));
    let job =
        Job { document, outline, manifest, regulation, families, overridden: false };
    template::render(&job, templates, sources)
}

pub(crate) fn build(author: &Author, document: &Document, outline: &Outline) -> Outcome {
    build_with(author, document, outline, &Templates::built_in(), &NoFiles)
}

pub(crate) fn build_with(
    author: &Author,
    document: &Document,
    outline: &Outline,
    templates: &Templates,
    files: &dyn Files,
) -> Outcome {
    let mut sources = author.sources();
    let (rendered, mut found) = render(document, outline, templates, &mut sources);
    let Some(Rendered { typst, map }) = rendered else {
        return Outcome { typst: String::new(), pages: None, found, sources };
    };
    let (pages, faults) =
        typeset::layout(Engine::shared(), typst.clone(), map, files, &mut sources);
    found.extend(faults);
    Outcome { typst, pages, found, sources }
}

/// What the regime of a document says of the layout.
fn regulation(document: &Document) -> Regulation {
    let mut sources = Sources::default();
    let path = match document.regime.value {
        Regime::Party => "layout/party.yaml",
        Regime::State => "layout/state.yaml",
    };
    let source = Templates::built_in().get(path).unwrap().clone();
    let file = sources.add(source);
    let (regulation, found) = front_matter::read_regulation(file, &sources);
    assert!(found.is_empty(), "{found:?}");
    regulation.unwrap()
}

/// What the template of notices says of itself.
pub(crate) fn manifest() -> Manifest {
    let folder = "thong-bao-ket-luan";
    let templates = Templates::built_in();
    let mut sources = Sources::default();
    let source = templates.get(&format!("{folder}/template.yaml")).unwrap();
    let file = sources.add(source.clone());
    front_matter::read_manifest(folder, file, &sources).0.unwrap()
}
