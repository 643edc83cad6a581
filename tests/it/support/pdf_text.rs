//! The text of a PDF as a reader copies it: by the file's own maps from glyphs to characters.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

/// The text of all pages in the order of drawing. A line of the page is a line; a glyph without
/// a character is U+FFFD.
pub(crate) fn pdf_text(pdf: &[u8]) -> String {
    let pdf = Pdf::new(pdf.to_vec()).expect("a PDF");
    let cache = InterpreterCache::new();
    let mut text = Text::default();
    for page in pdf.pages().iter() {
        let settings = InterpreterSettings::default();
        let whole = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context =
            Context::new(Affine::IDENTITY, whole, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut text);
        text.baseline = None;
    }
    text.text
}

/// Takes the characters of the glyphs drawn on it, and nothing else.
#[derive(Default)]
struct Text {
    text: String,
    /// The height of the last glyph on the page, in pt.
    baseline: Option<f64>,
}

impl Device<'_> for Text {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let baseline = (transform * glyph_transform * Point::ORIGIN).y;
        if self.baseline.is_none_or(|last| (last - baseline).abs() > 1.0) {
            self.text.push('\n');
        }
        self.baseline = Some(baseline);
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) => self.text.push(letter),
            Some(BfString::String(letters)) => self.text.push_str(&letters),
            None => self.text.push(char::REPLACEMENT_CHARACTER),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {
    }
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
