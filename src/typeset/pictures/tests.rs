//! Tests of the judge: cut and broken files, and what an SVG may have.

use std::collections::BTreeSet;
use std::io::Write;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use png::{BitDepth, ColorType, Encoder};
use typst::syntax::{RootedPath, VirtualRoot};
use typst::visualize::RasterImage;

use super::super::{Pages, Standards, layout};
use super::fault::Content;
use super::*;
use crate::source::{FileId, Source, Sources};
use crate::source_map::{Content as Map, Segment};

/// A drawing as offices have them: of Inkscape, with what it keeps for itself.
const DRAWING: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY svg "http://www.w3.org/2000/svg">]>
<svg xmlns="&svg;" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="http://ink.org"
    width="40mm" height="30mm" viewBox="0 0 40 30" id="Layer_1">
  <title>Sơ đồ</title><metadata><ink:any/></metadata><ink:namedview id="x"/>
  <style>.st0{fill:url(#sky);clip-path:url(#cut)} text{font-family:Arial}</style>
  <defs>
    <linearGradient id="base"><stop offset="0" stop-color="#fff"/><stop offset="1"/></linearGradient>
    <linearGradient id="sky" xlink:href="#base"/>
    <clipPath id="cut"><circle cx="9" cy="9" r="8"/></clipPath>
    <marker id="tip" orient="auto"><path d="M0 0L3 1L0 2z"/></marker>
    <filter id="unused"><feGaussianBlur stdDeviation="2"/></filter>
    <g id="house"><rect width="4" height="4"/><path d="M0 0l2-2l2 2z"/></g>
  </defs>
  <rect class="st0" width="40" height="30" style="filter:none;opacity:.9"/>
  <use href="#house" x="9" y="9"/><use xlink:href="#house" x="19" y="9"/>
  <path d="M1 1h9l4 5" marker-end="url(#tip)" fill="none" stroke="red" stroke-dasharray="1 2"/>
  <a xlink:href="https://a.vn"><text x="2" y="20">Đường <tspan font-weight="bold">liên xã</tspan></text></a>
  <image width="3" height="3" xlink:href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12P4z8AAAAMBAQAY3Y2wAAAAAElFTkSuQmCC"/>
</svg>"##;

/// Small pictures of each kind that is drawn.
fn sound() -> Vec<(String, Vec<u8>)> {
    let files: [(&str, &[u8]); 8] = [
        ("baseline.jpg", include_bytes!("../../../tests/rasters/baseline.jpg")),
        ("progressive.jpg", include_bytes!("../../../tests/rasters/progressive.jpg")),
        ("gray.jpg", include_bytes!("../../../tests/rasters/gray.jpg")),
        ("still.gif", include_bytes!("../../../tests/rasters/still.gif")),
        ("lossy.webp", include_bytes!("../../../tests/rasters/lossy.webp")),
        ("lossless.webp", include_bytes!("../../../tests/rasters/lossless.webp")),
        ("alpha.webp", include_bytes!("../../../tests/rasters/alpha.webp")),
        ("drawing.svg", DRAWING.as_bytes()),
    ];
    let files = files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    let kinds = [
        (ColorType::Grayscale, BitDepth::One),
        (ColorType::Grayscale, BitDepth::Sixteen),
        (ColorType::GrayscaleAlpha, BitDepth::Eight),
        (ColorType::Rgb, BitDepth::Eight),
        (ColorType::Rgba, BitDepth::Sixteen),
        (ColorType::Indexed, BitDepth::Two),
    ];
    let png = |(kind, depth)| (format!("{kind:?} {depth:?}"), png(kind, depth, 9, 7));
    files.into_iter().chain(kinds.map(png)).collect()
}

fn png(kind: ColorType, depth: BitDepth, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(kind);
    encoder.set_depth(depth);
    if kind == ColorType::Indexed {
        encoder.set_palette(vec![200; 12]);
        encoder.set_trns(vec![0, 90]);
    }
    let mut writer = encoder.write_header().unwrap();
    let bits = kind.samples() * depth as usize * width as usize;
    let rows = bits.div_ceil(8) * height as usize;
    let data: Vec<u8> = (0..=250).cycle().take(rows).collect();
    writer.write_image_data(&data).unwrap();
    drop(writer);
    bytes
}

fn judged(file: Vec<u8>) -> Result<Sound, Fault> {
    judge(Engine::shared(), file, &mut |_| Ok(()))
}

fn svg(inner: &str) -> Result<Sound, Fault> {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9\" height=\"9\">{inner}</svg>"
    );
    judged(svg.into_bytes())
}

#[test]
fn every_kind_of_picture_is_sound() {
    for (name, bytes) in sound() {
        let judged = judged(bytes);
        assert!(judged.is_ok(), "{name}: {judged:?}");
    }
}

/// The pixels of a raster.
fn pixels(file: &[u8]) -> Option<Vec<u8>> {
    let format = raster::format(file)?;
    let image = RasterImage::plain(Bytes::new(file.to_vec()), format).ok()?;
    Some(image.dynamic().as_bytes().to_vec())
}

#[test]
fn a_file_cut_anywhere_is_refused_or_whole() {
    for (name, bytes) in sound() {
        for end in 0..bytes.len() {
            let cut = &bytes[..end];
            if judged(cut.to_vec()).is_ok() {
                let whole = pixels(&bytes);
                assert!(whole.is_some(), "{name} cut at {end}");
                assert_eq!(pixels(cut), whole, "{name} cut at {end}");
            }
        }
    }
}

#[test]
fn a_file_with_broken_bytes_is_refused_or_drawn() {
    let cases = std::env::var("VANBAN_CASES").ok().and_then(|n| n.parse().ok());
    let cases: usize = cases.unwrap_or(60);
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below
    };
    let mut drawn = 0;
    for (_, bytes) in sound() {
        for _ in 0..cases {
            let mut broken = bytes.clone();
            for _ in 0..=random(3) {
                let at = random(broken.len());
                broken[at] = [0, 0xff, broken[at] ^ 1 << random(8)][random(3)];
            }
            if judged(broken.clone()).is_err() {
                continue;
            }
            if let (Some(pages), _) = pages(&["a.png".to_owned()], broken) {
                let (pdf, found) = pages.pdf(&Standards::default(), &mut sources());
                let told = found.iter().any(|d| d.rule().id == "picture-broken");
                assert!(pdf.is_some() != told, "{found:?}");
                drawn += 1;
            }
        }
    }
    assert!(drawn > 0);
}

#[test]
fn numbers_beyond_all_measure_do_no_harm() {
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    let starts = DRAWING.match_indices(is_number).map(|(at, _)| at);
    let starts = starts.filter(|at| !DRAWING[..*at].ends_with(is_number));
    for at in starts {
        let rest = DRAWING[at..].trim_start_matches(is_number);
        for number in [
            "0", "-1", "3e4", "-9e5", "1e8", "1e30", "-1e38", "1e-40", "9e999", "NaN", "",
        ] {
            let changed = format!("{}{number}{rest}", &DRAWING[..at]);
            let pages = pages(&["a.svg".to_owned()], changed.into_bytes());
            if let (Some(pages), _) = pages {
                let (pdf, found) = pages.pdf(&Standards::default(), &mut sources());
                assert!(pdf.is_some(), "{number} at {}: {found:?}", &DRAWING[at..at + 9]);
                assert!(!pages.png(20.0).is_empty() && !pages.svg().is_empty());
            }
        }
    }
}

/// A document that shows pictures, each with the same bytes.
fn pages(paths: &[String], file: Vec<u8>) -> (Option<Pages>, Diagnostics) {
    let image = |path| format!("#image(sys.inputs.pictures.at({path:?}), alt: \"a\")\n");
    let images: String = paths.iter().map(image).collect();
    let text = format!(
        "#set document(title: [a], date: datetime(year: 2000, month: 1, day: 1))\n\
         #set page(width: 90pt, height: 90pt)\n#set text(font: \"Tinos\")\n{images}"
    );
    layout(Engine::shared(), text, map(paths), &Same(file), &mut sources())
}

/// What the user wrote.
fn sources() -> Sources {
    let mut sources = Sources::default();
    sources.add(Source::new("a.md", "a"));
    sources
}

#[test]
fn drawings_have_nothing_that_would_vanish() {
    let link = |link: &str| Content::Link(link.to_owned());
    let nested = "<image href=\"data:image/svg+xml,%3Csvg/%3E\"/>";
    let cases = [
        ("<g filter=\"url(#a)\"/>", Content::Effect),
        ("<g style=\"filter:blur(9px)\"/>", Content::Effect),
        ("<style>g{filter:url(#a)}</style><g/>", Content::Effect),
        ("<foreignObject/>", Content::Foreign),
        ("<script>alert(1)</script>", Content::Script),
        ("<rect><animate attributeName=\"x\"/></rect>", Content::Animation),
        ("<style>@keyframes a{}</style>", Content::Animation),
        ("<style>@import 'a.css';</style>", link("@import")),
        ("<style>@font-face{src:url(a.woff)}</style>", Content::Font),
        ("<image href=\"a.png\"/>", link("a.png")),
        ("<image xlink:href=\"file:///a.png\"/>", link("file:///a.png")),
        ("<image href=\"https://a.vn/b.png\"/>", link("https://a.vn/b.png")),
        ("<use href=\"a.svg#b\"/>", link("a.svg#b")),
        ("<rect fill=\"url(a.svg#b)\"/>", link("a.svg#b")),
        ("<style>rect{fill:url('a.svg#b')}</style><rect/>", link("a.svg#b")),
        ("<use href=\"#b\"/>", Content::Dangling("b".to_owned())),
        (nested, Content::Nested),
        ("<image href=\"data:image/png;base64,iVBORw0KGgo=\"/>", Content::Embedded),
        ("<image href=\"data:image/gif;base64,iVBORw0KGgo=\"/>", Content::Embedded),
        ("<flowRoot>a</flowRoot>", Content::Element("flowRoot".to_owned())),
        ("<g id=\"a\"><use href=\"#a\"/></g>", Content::Circle),
        ("<g id=\"a\" mask=\"url(#a)\"/>", Content::Circle),
    ];
    for (inner, content) in cases {
        assert_eq!(svg(inner).unwrap_err(), Fault::Content(content), "{inner}");
    }
    let han = svg("<text>漢 a <tspan>字</tspan></text>").unwrap_err();
    assert_eq!(han, Fault::Letters("字漢".to_owned()));
    assert!(svg("<title>漢</title><text>ệ\u{2011}</text>").is_ok());
}

#[test]
fn drawings_do_not_grow_without_end() {
    let levels = |part: &dyn Fn(usize) -> String| (1..9).map(part).collect::<String>();
    let uses = levels(&|n| {
        format!(
            "<g id=\"a{n}\">{}</g>",
            format!("<use href=\"#a{}\"/>", n - 1).repeat(10)
        )
    });
    let fills = |tag: &str, property: &str| {
        levels(&|n| {
            let part = format!("<rect {property}=\"url(#a{})\"/>", n - 1).repeat(10);
            format!("<{tag} id=\"a{n}\">{part}</{tag}>")
        })
    };
    let marked = "<marker id=\"a\">{}</marker><path marker-mid=\"url(#a)\" d=\"M0 0";
    let marked =
        marked.replace("{}", &"<rect/>".repeat(90)) + &"h1".repeat(2_000) + "\"/>";
    let cases = [
        format!("<g id=\"a0\"><rect/></g>{uses}"),
        fills("pattern", "fill") + "<pattern id=\"a0\"><rect/></pattern>",
        fills("mask", "mask") + "<mask id=\"a0\"><rect/></mask>",
        fills("clipPath", "clip-path") + "<clipPath id=\"a0\"><rect/></clipPath>",
        marked,
        "<g>".repeat(2_000) + &"</g>".repeat(2_000),
        "<rect/>".repeat(60_000),
        "<g opacity=\".5\"/>".repeat(2_001),
        format!("<path d=\"M0 0{}\"/>", "h1".repeat(1_000_000)),
        format!("<text>{}</text>", "a".repeat(20_001)),
        format!(
            "<rect {}/>",
            (0..900).map(|n| format!("a{n}=\"\" ")).collect::<String>()
        ),
        format!(
            "<!-- ' --><g {}/>",
            (0..900).map(|n| format!("a{n}='' ")).collect::<String>()
        ),
        format!("<style>{}</style>", "a{x:y}".repeat(9_000)),
    ];
    for case in cases {
        assert_eq!(svg(&case).unwrap_err(), Fault::TooComplex, "{case:.60}");
    }
    let inner = "<!ENTITY b \"&a;&a;&a;\">".to_owned();
    let many = (0..300).map(|n| format!("<!ENTITY b{n} \"\">")).collect();
    for entities in [inner, many] {
        let text = format!(
            "<!DOCTYPE svg [<!ENTITY a \"abc\">{entities}]>\
             <svg xmlns=\"http://www.w3.org/2000/svg\"><text>&b;</text></svg>"
        );
        assert_eq!(judged(text.into_bytes()).unwrap_err(), Fault::TooComplex);
    }
}

#[test]
fn packed_drawings_are_unpacked_within_limits() {
    let pack = |bytes: &[u8]| {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    };
    let small = pack(DRAWING.as_bytes());
    assert_eq!(judged(small.clone()).unwrap().bytes.as_slice(), DRAWING.as_bytes());
    assert_eq!(judged(small[..99].to_vec()).unwrap_err(), Fault::Incomplete);
    let large = pack(&vec![b' '; 50_000_000]);
    assert_eq!(judged(large).unwrap_err(), Fault::TooComplex);
}

#[test]
fn rasters_are_judged_by_what_they_take_decoded() {
    let too_large = |file: Vec<u8>| matches!(judged(file), Err(Fault::TooLarge { .. }));
    assert!(!too_large(png(ColorType::Grayscale, BitDepth::One, 10_000, 6_000)));
    assert!(too_large(png(ColorType::Grayscale, BitDepth::One, 16_000, 16_000)));
    assert!(too_large(resized(ColorType::Rgba, BitDepth::Sixteen, 9_000)));
    let files: [(&[u8], Content); 3] = [
        (include_bytes!("../../../tests/rasters/cmyk.jpg"), Content::Ink),
        (include_bytes!("../../../tests/rasters/animated.gif"), Content::Animation),
        (include_bytes!("../../../tests/rasters/animated.webp"), Content::Animation),
    ];
    for (file, content) in files {
        assert_eq!(judged(file.to_vec()).unwrap_err(), Fault::Content(content));
    }
    let line = png(ColorType::Grayscale, BitDepth::One, 30_000, 1);
    assert_eq!(judged(line).unwrap_err(), Fault::Shape);
    let mut profile = ZlibEncoder::new(b"a\0\0".to_vec(), Compression::best());
    profile.write_all(&vec![0; 5_000_000]).unwrap();
    let small = png(ColorType::Rgb, BitDepth::Eight, 9, 7);
    let bomb = with_chunk(&small, *b"iCCP", &profile.finish().unwrap());
    assert_eq!(judged(bomb).unwrap_err(), Fault::Content(Content::Profile));
    let film = with_chunk(&small, *b"acTL", &[0, 0, 0, 9, 0, 0, 0, 0]);
    assert_eq!(judged(film).unwrap_err(), Fault::Content(Content::Animation));
}

/// A PNG that says that it is larger than it is.
fn resized(kind: ColorType, depth: BitDepth, side: u32) -> Vec<u8> {
    let mut bytes = png(kind, depth, 9, 7);
    for at in [16, 20] {
        bytes[at..at + 4].copy_from_slice(&side.to_be_bytes());
    }
    bytes
}

/// A PNG with one more chunk behind its head; what looks at chunks first passes over their sums.
fn with_chunk(png: &[u8], name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&png[..33], &length, &name, data, &[0; 4], &png[33..]].concat()
}

#[test]
fn files_that_are_no_pictures_have_names() {
    let cases: [(&[u8], Fault); 6] = [
        (b"", Fault::Empty),
        (b"abc", Fault::Unknown),
        (b"<html><body>404</body></html>", Fault::Unknown),
        (b"%PDF-1.7", Fault::Format("PDF")),
        (b"\0\0\0\x18ftypheic", Fault::Format("HEIC")),
        (b"II*\0", Fault::Format("TIFF")),
    ];
    for (file, fault) in cases {
        assert_eq!(judged(file.to_vec()).unwrap_err(), fault);
    }
}

/// A folder that has one picture under every name.
struct Same(Vec<u8>);

impl Files for Same {
    fn read(&self, _: &str) -> Option<Vec<u8>> {
        Some(self.0.clone())
    }
}

/// Pictures that a text names one after the other.
fn map(paths: &[String]) -> SourceMap {
    let segment = |(at, path): (usize, &String)| Segment {
        range: at..at + 1,
        span: Span::new(FileId::DOCUMENT, at..at + 1),
        content: Map::Picture(path.clone()),
    };
    SourceMap::new(paths.iter().enumerate().map(segment).collect())
}

#[test]
fn the_pictures_of_a_document_are_bounded_together() {
    let read = |file: Vec<u8>, count: usize| {
        let paths: Vec<String> = (0..count).map(|n| format!("{n}.png")).collect();
        Pictures::read(Engine::shared(), &map(&paths), &Same(file)).found
    };
    let large = png(ColorType::Grayscale, BitDepth::One, 10_000, 6_000);
    let found = read(large, 12);
    assert_eq!(found.len(), 1, "told once");
    assert_eq!(found[0].1.start, 8, "500 MB hold eight of 60");
    let shapes = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{}</svg>",
        "<g/>".repeat(40_000)
    );
    let once = vec!["a.svg".to_owned(); 4];
    let found = Pictures::read(Engine::shared(), &map(&once), &Same(shapes.into())).found;
    assert_eq!(found[0].1.start, 2, "each time that it is drawn counts");
}

#[test]
fn names_of_pictures_take_no_ids_of_typst() {
    let next = |name: &str| {
        let path = VirtualPath::new(name).unwrap();
        RootedPath::new(VirtualRoot::Project, path).intern().into_raw().get()
    };
    let file = png(ColorType::Rgb, BitDepth::Eight, 2, 2);
    let before = next("before");
    for number in 0..300 {
        let (pages, found) = pages(&[format!("{number}.png")], file.clone());
        assert!(pages.is_some(), "{found:?}");
    }
    // Other tests may take some at the same time.
    assert!(next("after") - before < 50);
}

#[test]
fn each_document_shows_its_own_picture_under_the_same_name() {
    let path = ["a.png".to_owned()];
    for colour in [[250, 0, 0], [0, 0, 250], [250, 0, 0]] {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 9, 9);
        encoder.set_color(ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&colour.repeat(81)).unwrap();
        drop(writer);
        let (pages, found) = pages(&path, file);
        let page = pages.unwrap_or_else(|| panic!("{found:?}")).png(72.0).remove(0);
        let drawn = pixels(&page).unwrap();
        let colours: BTreeSet<&[u8]> = drawn.chunks(4).map(|pixel| &pixel[..3]).collect();
        let other = [colour[2], 0, colour[0]];
        assert!(colours.contains(&colour[..]) && !colours.contains(&other[..]));
    }
}

#[test]
fn pictures_of_templates_are_judged_too() {
    let draw = |file: &[u8]| {
        let text = "#set text(font: \"Tinos\")\n#image(\"logo.png\")".to_owned();
        let files = Same(file.to_vec());
        layout(Engine::shared(), text, map(&[]), &files, &mut sources())
    };
    assert!(draw(&png(ColorType::Rgb, BitDepth::Eight, 9, 7)).0.is_some());
    let (pages, found) = draw(&resized(ColorType::Rgb, BitDepth::Eight, 20_000));
    assert!(pages.is_none());
    let rules: Vec<&str> = found.iter().map(|d| d.rule().id).collect();
    assert_eq!(rules, ["typeset-template"], "{found:?}");
}
