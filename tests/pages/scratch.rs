use vanban::document::outline::*;
use crate::support::*;
use vanban::typeset::Standards;
#[test]
fn scratch() {
    for (name, in_header, rows, foot) in [("foot header 1", true, 1, true), ("link header 1", true, 1, false), ("foot cell", false, 1, true), ("link header 60", true, 60, false), ("foot header 60", true, 60, true)] {
        let mut a = Author::default();
        let d = a.document();
        let inner = a.inline("chú");
        let special = vec![if foot { Inline::Footnote(inner) } else { Inline::Link { url: "https://a.vn".into(), content: inner } }];
        let plain = a.inline("ô");
        let t = Table { columns: vec![Alignment::Left], header: vec![if in_header { special.clone() } else { plain.clone() }], rows: (0..rows).map(|_| vec![if in_header { plain.clone() } else { special.clone() }]).collect() };
        let o = body(vec![block(BlockKind::Table(t)), a.paragraph("x")]);
        let mut out = build(&a, &d, &o);
        let f = out.pages.take().map(|p| p.pdf(&Standards::default(), &mut out.sources).1);
        eprintln!("{name}: {:?} {:?}", out.found, f);
    }
}
