//! The pages of the examples as they were last looked at: a net below the tests of geometry.
//!
//! `UPDATE_REFS=1` writes the pictures below `tests/pictures`, to be looked at before they are
//! kept.

use std::fs;
use std::io::Cursor;

use crate::support::{pages, path};

/// Pixels to the inch: enough to see where the lines are.
const PPI: f64 = 30.0;

/// How much two pictures of one page may differ: the mean over the pixels, of 255.
const TOLERANCE: f64 = 1.0;

/// How dark each pixel of a picture is.
struct Grey {
    size: (u32, u32),
    pixels: Vec<u8>,
}

fn decode(bytes: &[u8]) -> Grey {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let wide = info.color_type.samples();
    let pixels = pixels[..info.buffer_size()].chunks(wide);
    // Sixteen greys are enough and take less room.
    let pixels = pixels.map(|pixel| pixel[wide.min(3) / 2] / 17 * 17).collect();
    Grey { size: (info.width, info.height), pixels }
}

fn encode(picture: &Grey) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.size.0, picture.size.1);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&picture.pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

fn difference(one: &Grey, other: &Grey) -> f64 {
    let pairs = one.pixels.iter().zip(&other.pixels);
    let sum: u64 = pairs.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    f64::from(u32::try_from(sum).unwrap()) / f64::from(one.size.0 * one.size.1)
}

#[test]
fn the_examples_look_as_they_did() {
    let update = std::env::var_os("UPDATE_REFS").is_some();
    let mut seen = 0;
    let folders = ["examples", "examples/loai", "examples/dai-hoi", "examples/ban-sao"];
    for example in folders.iter().flat_map(|f| fs::read_dir(path(f)).unwrap()) {
        let example = example.unwrap().path();
        if example.extension().is_none_or(|e| e != "md") {
            continue;
        }
        let name = example.file_stem().unwrap().to_str().unwrap();
        let pages = pages(&fs::read_to_string(&example).unwrap());
        for (index, page) in pages.png(PPI).iter().enumerate() {
            let now = decode(page);
            let kept = path(&format!("tests/pictures/{name}-{}.png", index + 1));
            if update {
                fs::write(&kept, encode(&now)).unwrap();
            }
            let bytes =
                fs::read(&kept).unwrap_or_else(|_| panic!("no {}", kept.display()));
            assert!(bytes.len() <= 20 * 1024, "{}: {}", kept.display(), bytes.len());
            let then = decode(&bytes);
            assert_eq!(now.size, then.size, "{}", kept.display());
            let off = difference(&now, &then);
            assert!(off <= TOLERANCE, "{}: {off:.2}", kept.display());
            seen += 1;
        }
    }
    assert!(seen >= 30, "{seen}");
}
