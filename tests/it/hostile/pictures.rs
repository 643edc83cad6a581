//! Pictures that nobody means well with.

use std::io::Write;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use png::{BitDepth, ColorType, Encoder};

use super::{Case, case, document};

/// All of them.
pub(super) fn pictures() -> Vec<Case> {
    let mut all = drawings();
    all.extend(rasters());
    all
}

/// A document that shows a picture.
fn picture(
    name: &'static str,
    rule: impl Into<Option<&'static str>>,
    file: &'static str,
    bytes: impl Into<Vec<u8>>,
) -> Case {
    let text = document("", &format!("Một.\n\n![sơ đồ]({file})\n\nHai."));
    Case { picture: Some((file, bytes.into())), ..case(name, rule, text) }
}

fn drawings() -> Vec<Case> {
    let svg = |name, rule: Option<&'static str>, inner: String| {
        let open =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99\" height=\"99\">";
        picture(name, rule, "a.svg", format!("{open}{inner}</svg>"))
    };
    let (content, large) = (Some("picture-content"), Some("picture-too-large"));
    let uses = (1..10).map(|n| {
        let inner = format!("<use href=\"#a{}\"/>", n - 1).repeat(10);
        format!("<g id=\"a{n}\">{inner}</g>")
    });
    let region = "<filter id=\"f\" width=\"200000%\" height=\"200000%\">\
                  <feTurbulence numOctaves=\"1000000000\"/></filter>\
                  <rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>";
    let line = |steps: usize| {
        let steps = "h9v9h-9v-9".repeat(steps);
        format!("<path stroke=\"red\" stroke-linejoin=\"round\" d=\"M0 0{steps}\"/>")
    };
    let text = |length: usize| format!("<text y=\"9\">{}</text>", "a b ".repeat(length));
    vec![
        svg("svg: filter", content, region.into()),
        svg(
            "svg: use",
            large,
            format!("<g id=\"a0\"><rect/></g>{}", uses.collect::<String>()),
        ),
        svg(
            "svg: <g> 100,000 times",
            large,
            "<g>".repeat(100_000) + &"</g>".repeat(100_000),
        ),
        svg("svg: 200,000 attributes", large, {
            let many: String = (0..200_000).map(|n| format!("a{n}='' ")).collect();
            format!("<g {many}/>")
        }),
        svg(
            "svg: 49,000 shapes",
            None,
            "<circle r=\"9\" stroke=\"red\"/>".repeat(49_000),
        ),
        svg("svg: a line of 2 MB", None, line(190_000)),
        svg("svg: a line of 20 MB", large, line(1_900_000)),
        svg("svg: 20,000 letters", None, text(4_990)),
        svg("svg: 2,000,000 letters", large, text(500_000)),
        svg("svg: 20,000 rules", large, {
            format!("<style>{}</style>", ".a>.b{fill:red}".repeat(20_000))
        }),
        svg("svg: far away", large, "<rect width=\"1e30\" height=\"1e30\"/>".into()),
        picture("svg: packed zeros", large, "a.svgz", {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(&vec![b' '; 100_000_000]).expect("memory takes it");
            packed.finish().expect("memory takes it")
        }),
    ]
}

fn rasters() -> Vec<Case> {
    let large = Some("picture-too-large");
    vec![
        picture(
            "png: 60 million pixels",
            None,
            "a.png",
            png(ColorType::Grayscale, 10_000),
        ),
        picture("png: A4 at 600 dpi", None, "a.png", png(ColorType::Rgb, 7_000)),
        picture(
            "png: 400 million pixels",
            large,
            "a.png",
            png(ColorType::Grayscale, 45_000),
        ),
        picture("png: profile of 100 MB", Some("picture-content"), "a.png", profile()),
    ]
}

/// A PNG of one colour and so many rows, of which each is 6,000 pixels long.
fn png(kind: ColorType, rows: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 6_000, rows);
    encoder.set_color(kind);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().expect("memory takes it");
    let mut stream = writer.stream_writer().expect("memory takes it");
    let row = vec![90; 6_000 * kind.samples()];
    for _ in 0..rows {
        stream.write_all(&row).expect("memory takes it");
    }
    stream.finish().expect("memory takes it");
    drop(writer);
    bytes
}

/// A small PNG with a large colour profile.
fn profile() -> Vec<u8> {
    let mut data = ZlibEncoder::new(b"a\0\0".to_vec(), Compression::best());
    data.write_all(&vec![0; 100_000_000]).expect("memory takes it");
    let data = data.finish().expect("memory takes it");
    let length = u32::try_from(data.len()).expect("memory takes it").to_be_bytes();
    let small = png(ColorType::Rgb, 1);
    [&small[..33], &length, b"iCCP", &data, &[0; 4], &small[33..]].concat()
}
