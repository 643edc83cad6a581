//! Whatever a secretary types is printed as typed, in every field and every kind of block.

use vanban::rooms::document::outline::{Alignment, BlockKind, Footnote, Inline, Table};
use vanban::rooms::document::{
    Appendix, Blank, Bodies, CustomEntry, CustomValue, Document, List, Outline,
    RecipientGroup, Recipients, Signature, Signatures, Text, Texts,
};
use vanban::rooms::template::Templates;
use vanban::rooms::typeset::Standards;

use super::support::{Author, block, build, build_with};

/// What means something to Typst, Markdown, the template engine or YAML.
const TYPED: &[&str] = &[
    "**a**; b",
    "`x`.len",
    "**b**(y)",
    "2023.",
    "/",
    "/ a: b",
    "=",
    "= a",
    "-",
    "- a",
    "+",
    "+ a",
    "1.",
    "1. a",
    "// x",
    "/* x */",
    "http://a_b.vn/x~y",
    "<1%",
    "<nhan>",
    "@ai",
    "#read(\"/etc/passwd\")",
    "#include \"x\"",
    "#panic()",
    "\"); #panic(); (\"",
    "]#panic()[",
    "}; panic(); {",
    "$x$",
    "~",
    "a~b",
    "\\",
    "\\u{41}",
    "\\\"",
    "...",
    "---",
    "--",
    "-?",
    "\"a\" 'b'",
    "“a” ‘b’ «c»",
    "a\u{a0}b",
    "{{ 7*7 }}",
    "{% include \"x\" %}",
    "{# a #}",
    "{% endraw %}",
    "a\nb\tc",
    "none",
    "a:b",
    "Số: 12; ký.",
];

/// Numbers the texts, so that each is found again.
struct Tagged<'a> {
    author: &'a mut Author,
    typed: &'a str,
    expected: Vec<String>,
}

impl Tagged<'_> {
    fn text(&mut self) -> Text {
        let count = u8::try_from(self.expected.len()).unwrap();
        let letter = |n| char::from(b'a' + n);
        let tag = format!("z{}{}z", letter(count / 26), letter(count % 26));
        let value = format!("{tag} {} {tag}", self.typed);
        self.expected.push(bare(&value));
        self.author.text(&value)
    }

    fn texts(&mut self) -> Texts {
        Texts(vec![self.text(), self.text()])
    }

    fn inline(&mut self) -> Vec<Inline> {
        vec![Inline::Text(self.text())]
    }
}

/// A text without blanks and capitals: breaks and capitals are the layout's business.
fn bare(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect()
}

fn fill(tagged: &mut Tagged<'_>) -> Document {
    let mut document = tagged.author.document();
    document.superior = Some(tagged.texts());
    document.issuer = Bodies { first: tagged.text(), others: vec![tagged.text()] };
    document.number = Some(tagged.text());
    document.symbol = Some(tagged.text());
    document.place = tagged.text();
    document.kind = Some(tagged.text());
    document.subject = Some(tagged.text());
    document.recipients = Recipients(vec![RecipientGroup {
        name: Some(tagged.text()),
        entries: tagged.texts().0,
    }]);
    document.signatures =
        Signatures { first: signature(tagged), others: vec![signature(tagged)] };
    document.circulation = Some(tagged.text());
    document.addressees = Some(tagged.texts());
    document.bases = Some(tagged.texts());
    document.drafter = Some(tagged.text());
    document.contact = Some(tagged.text());
    document.appendices = List(vec![Appendix {
        title: tagged.text(),
        attachment: Some(tagged.text()),
        ..Appendix::default()
    }]);
    let mut meeting = tagged.author.meeting();
    meeting.body = Some(tagged.text());
    meeting.purpose = Some(tagged.text());
    meeting.venue = Some(tagged.text());
    meeting.chair.name = tagged.text();
    meeting.chair.posts = tagged.texts().0;
    meeting.attendees.0[0].name = tagged.text();
    meeting.attendees.0[0].posts = tagged.texts().0;
    meeting.attendees.0[2].name = tagged.text();
    meeting.grounds = tagged.texts();
    document.meeting = Some(meeting);
    document
}

fn signature(tagged: &mut Tagged<'_>) -> Signature {
    Signature {
        authority: tagged.texts(),
        posts: tagged.texts(),
        office: Some(tagged.texts()),
        name: Blank(Some(tagged.text())),
    }
}

fn outline(tagged: &mut Tagged<'_>) -> Outline {
    let mut blocks = Vec::new();
    blocks.push(block(BlockKind::Paragraph(tagged.inline())));
    let note = |text| Inline::Footnote(Footnote { text, ..Footnote::default() });
    for wrap in [Inline::Strong, Inline::Emphasis, note] {
        let inner = wrap(tagged.inline());
        blocks.push(block(BlockKind::Paragraph(vec![inner, Inline::Strong(vec![])])));
    }
    let link = Inline::Link { url: "https://a.vn/\"#x".into(), content: tagged.inline() };
    let parts = [tagged.inline(), vec![Inline::LineBreak], tagged.inline(), vec![link]];
    blocks.push(block(BlockKind::Paragraph(parts.concat())));
    let quoted = block(BlockKind::Paragraph(tagged.inline()));
    blocks.push(block(BlockKind::Quotation(vec![quoted])));
    blocks.push(block(BlockKind::Preformatted(tagged.texts().0)));
    blocks.push(block(BlockKind::Separator));
    blocks.push(block(BlockKind::Table(Table {
        columns: vec![Alignment::Left, Alignment::Right],
        header: vec![vec![tagged.inline().into(), tagged.inline().into()]],
        rows: vec![
            vec![tagged.inline().into(), tagged.inline().into()],
            vec![vec![].into(), vec![].into()],
        ],
    })));
    let (number, text) = (tagged.text(), tagged.text());
    let items =
        [tagged.author.heading("I.", "", vec![]), tagged.author.item("1.", "", vec![])];
    for mut item in items {
        let BlockKind::Item(content) = &mut item.kind else { unreachable!() };
        content.text = vec![Inline::Text(text.clone())];
        if let Some(label) = &mut content.number {
            label.label.clone_from(&number.value);
        }
        blocks.push(item);
    }
    Outline { body: blocks, ..Outline::default() }
}

#[test]
fn what_is_typed_is_what_is_printed() {
    for typed in TYPED {
        let mut author = Author::default();
        let mut tagged = Tagged { author: &mut author, typed, expected: Vec::new() };
        let document = fill(&mut tagged);
        let outline = outline(&mut tagged);
        let expected = tagged.expected;
        let mut outcome = build(&author, &document, &outline);
        let printed = outcome.pages().texts();
        let printed = bare(&printed.iter().map(|run| &*run.text).collect::<String>());
        for expected in expected {
            assert!(printed.contains(&expected), "{typed}: {expected}\n{printed}");
        }
        let pages = outcome.pages.take().unwrap();
        let (pdf, found) = pages.pdf(&Standards::default(), &mut outcome.sources);
        assert!(pdf.is_some(), "{typed}: {found:?}");
    }
}

/// Ways in which a template may handle a text before it prints it.
const HANDLED: &[&str] = &[
    "{{ trich_yeu }}",
    "{{ trich_yeu|upper }}",
    "{{ trich_yeu|string }}",
    "{{ trich_yeu ~ '' }}",
    "{{ [trich_yeu, trich_yeu]|join('; ') }}",
    "{{ trich_yeu|replace('\"', '') }}",
    "{{ trich_yeu|replace('z', trich_yeu) }}",
    "{{ trich_yeu|list }}",
    "{{ trich_yeu|split }}",
    "{{ {'a': trich_yeu, trich_yeu|string: 1} }}",
    "{{ trich_yeu|viet_hoa }}",
    "{{ 'a%s'|format(trich_yeu) }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x|replace('\"', '') }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x|upper }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x[1:] }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x * 2 }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x|split('1')|join(' ') }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x|replace('1', trich_yeu) }}",
    "{% set x %}a%s{% endset %}{{ x|format(trich_yeu) }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x|indent }}{{ x ~ trich_yeu }}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ trich_yeu }}{% endcall %}",
    "{% filter upper %}{{ trich_yeu }}{% endfilter %}",
    "{% filter replace('\"', '') %}{{ trich_yeu }}{% endfilter %}",
    "{% filter trim %}{{ than_bai }}{% endfilter %}",
    "{{ trich_yeu|chu_hoa }}{{ trich_yeu|chu_thuong|viet_hoa }}",
    "{{ [trich_yeu, trich_yeu|string, 'a']|noi }}",
    "{{ [trich_yeu, trich_yeu]|noi(trich_yeu|string, trich_yeu|string) }}",
    "{{ (trich_yeu|string)[1:] }}{{ (trich_yeu|string)[::-1] }}",
    "{{ trich_yeu|string|first }}{{ trich_yeu|string|last }}{{ trich_yeu|reverse }}",
    "{{ trich_yeu|title }}{{ trich_yeu|capitalize }}{{ trich_yeu|lower|trim }}",
    "{{ trich_yeu|string|lines }}{{ trich_yeu|string|batch(2)|list }}",
    "{{ [trich_yeu]|map('upper')|list }}{{ [trich_yeu]|map('string')|join }}",
    "{{ none|default(trich_yeu) }}{{ (none or trich_yeu)|string ~ 1 }}",
    "{% for c in trich_yeu|string %}{{ c }};{% endfor %}",
    "{% for k, v in {trich_yeu|string: trich_yeu}|items %}{{ k }};{{ v }};{% endfor %}",
    "{{ {trich_yeu|string: 1}|dictsort }}{{ {trich_yeu|string: trich_yeu} }}",
    "{{ {trich_yeu|string: 1}[trich_yeu|string] }}{{ {'a': trich_yeu}['a'] }}",
    "{% macro m(v, k='x') %}{{ v }};{{ k }}{% endmacro %}{{ m(trich_yeu, k=trich_yeu) }}",
    "{% macro m(v) %}{{ v }}{% endmacro %}{{ m(trich_yeu)|string }}{{ [m(trich_yeu)]|noi }}",
    "{% set ns = namespace(x=trich_yeu) %}{% set ns.x = ns.x ~ ns.x %}{{ ns.x }}",
    "{% set x %}{{ trich_yeu }}{% endset %}{{ x|chu_hoa }}{{ x|noi if false }}",
    "{% set x %}a{% endset %}{{ [x, trich_yeu|string]|join }}{{ x ~ (trich_yeu|string) }}",
    "{% set x %}a{% endset %}{{ x|replace('a', trich_yeu|string) }}",
    "{% set x %}{}{% endset %}{{ [x, x]|join(trich_yeu|string) }}",
    "{% set x %}a%s{% endset %}{{ x|format(trich_yeu|string) }}",
    "{{ y_kien }}{{ y_kien|string }}{{ nhom.ten }}{{ nhom.cac|noi('; ') }}{{ nhom }}",
    "{% for n in nhom.cac %}{{ n|viet_hoa }};{{ n ~ n }};{% endfor %}",
];

/// Ways in which a template could ask for the text as code.
const REFUSED: &[&str] = &[
    "{{ trich_yeu|safe }}",
    "{{ trich_yeu|escape }}",
    "{{ trich_yeu|e }}",
    "{% autoescape false %}{{ trich_yeu }}{% endautoescape %}",
    "{%- autoescape 'html' %}{{ trich_yeu }}{% endautoescape %}",
    "{% \n autoescape 'none' %}{{ trich_yeu }}{% endautoescape %}",
];

fn with_template(code: &str) -> super::support::Outcome {
    let mut author = Author::default();
    let mut document = author.document();
    let evil = "z\"; } ) ] #panic(\"lọt\") \\";
    document.subject = Some(author.text(evil));
    let text = |author: &mut Author| Some(CustomValue::Text(author.text(evil)));
    let own = |name: &str, value| CustomEntry { name: name.into(), value };
    let ten = own("tên", text(&mut author));
    let cac = CustomValue::List((0..3).filter_map(|_| text(&mut author)).collect());
    let group = CustomValue::Group(vec![ten, own("các", Some(cac))]);
    document.custom = vec![own("ý kiến", text(&mut author)), own("nhóm", Some(group))];
    let outline = super::support::body(vec![author.paragraph(evil)]);
    let mut templates = Templates::built_in();
    let main = format!("#let data(..x) = none\n#data({code}\n)\n");
    let source = vanban::rooms::source::Source::new("mẫu/main.typ.j2", main);
    templates.insert("thong-bao-ket-luan/main.typ.j2", source);
    build_with(&author, &document, &outline, &templates, &vanban::rooms::typeset::NoFiles)
}

#[test]
fn no_template_lets_a_text_act_as_code() {
    for code in HANDLED {
        let outcome = with_template(code);
        let faults = format!("{:?}", outcome.found);
        assert!(!faults.contains("lọt"), "{code}: {}\n{faults}", outcome.typst);
        let panics =
            outcome.typst.lines().filter(|line| bare_code(line).contains("#panic"));
        assert_eq!(panics.count(), 0, "{code}: {}", outcome.typst);
        let unread =
            faults.contains("TemplateSyntax") || faults.contains("TemplateLacks");
        assert!(!unread, "{code}: {faults}");
    }
    for code in REFUSED {
        let outcome = with_template(code);
        let (rule, _) = outcome.problems()[0];
        assert!(rule.starts_with("template-"), "{code}: {}", outcome.report());
        assert!(outcome.pages.is_none());
    }
}

/// A line of Typst without its string literals.
fn bare_code(line: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    let mut characters = line.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' if inside => drop(characters.next()),
            '"' => inside = !inside,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}
