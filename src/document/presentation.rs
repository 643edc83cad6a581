//! `Presentation`: the choices that the rules leave to the secretary, each with its place.

use schemars::JsonSchema;
use serde::Deserialize;

use super::choice::{Choice, Choices};
use super::fields::Flag;
use super::quantity::{Millimetres, Points};
use crate::source::Span;

/// What the rules leave free on the page (trình bày).
///
/// The ranges stand in the layout library, each with its clause; it refuses what is outside.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(
    title = "Trình bày",
    description = "Những chi tiết trình bày mà quy định để ngỏ."
)]
pub struct Presentation {
    /// In đậm chức vụ người ký; `không` thì in chữ đứng như HD 05-HD/VPTW (Phụ lục 2,
    /// dòng 7). Chỉ cho thể thức Đảng.
    #[serde(rename = "chức vụ in đậm")]
    #[schemars(title = "Chức vụ in đậm")]
    #[schemars(extend("examples" = ["có", "không"], "default" = "có"))]
    pub bold_posts: Option<Flag>,
    /// Cỡ chữ nội dung, tính bằng pt: thể thức Đảng từ 14 đến 15, thể thức nhà nước từ 13 đến
    /// 14 (HD 05-HD/VPTW, 6.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).
    #[serde(rename = "cỡ chữ")]
    #[schemars(title = "Cỡ chữ nội dung", extend("examples" = ["14"]))]
    pub body_size: Option<Points>,
    /// Khoảng cách giữa các dòng nội dung, tính bằng pt: thể thức Đảng từ 18 đến 22, thể thức
    /// nhà nước từ dòng đơn đến 1,5 dòng (HD 05-HD/VPTW, 6.2.2; NĐ 30/2020/NĐ-CP, Phụ lục I,
    /// II.6).
    #[serde(rename = "giãn dòng")]
    #[schemars(title = "Giãn dòng", extend("examples" = ["20"]))]
    pub line_pitch: Option<Points>,
    /// Khoảng cách thêm vào giữa các đoạn, tính bằng pt, từ 6 trở lên (HD 05-HD/VPTW, 6.2.2;
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).
    #[serde(rename = "cách đoạn")]
    #[schemars(title = "Cách đoạn", extend("examples" = ["8"]))]
    pub paragraph_gap: Option<Points>,
    /// Thụt đầu dòng mỗi đoạn, tính bằng mm: khoảng 10 (HD 05-HD/VPTW, 6.2.2), hoặc 10 hay
    /// 12,7 (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).
    #[serde(rename = "thụt đầu dòng")]
    #[schemars(title = "Thụt đầu dòng", extend("examples" = ["12,7"]))]
    pub indent: Option<Millimetres>,
    /// Cỡ chữ tên loại văn bản, tính bằng pt (HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, Phụ lục I,
    /// II.5).
    #[serde(rename = "cỡ tên loại")]
    #[schemars(title = "Cỡ chữ tên loại", extend("examples" = ["15"]))]
    pub kind_size: Option<Points>,
    /// Cỡ chữ trích yếu, tính bằng pt (HD 05-HD/VPTW, 5.2; NĐ 30/2020/NĐ-CP, Phụ lục I, II.5).
    #[serde(rename = "cỡ trích yếu")]
    #[schemars(title = "Cỡ chữ trích yếu", extend("examples" = ["14"]))]
    pub subject_size: Option<Points>,
    /// Bộ cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh và thời gian, dùng nhất quán trong cả văn
    /// bản. Chỉ cho thể thức nhà nước (NĐ 30/2020/NĐ-CP, Phụ lục I, V).
    #[serde(rename = "bộ cỡ chữ")]
    #[schemars(title = "Bộ cỡ chữ", extend("examples" = ["13/14/14", "12/13/13"]))]
    pub sizes: Option<Choice<Sizes>>,
    /// Lề trên, tính bằng mm, từ 20 đến 25. Chỉ cho thể thức nhà nước (NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, I.3).
    #[serde(rename = "lề trên")]
    #[schemars(title = "Lề trên", extend("examples" = ["25"]))]
    pub margin_top: Option<Millimetres>,
    /// Lề dưới, tính bằng mm, từ 20 đến 25. Chỉ cho thể thức nhà nước (NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, I.3).
    #[serde(rename = "lề dưới")]
    #[schemars(title = "Lề dưới", extend("examples" = ["25"]))]
    pub margin_bottom: Option<Millimetres>,
    /// Lề trái, tính bằng mm, từ 30 đến 35. Chỉ cho thể thức nhà nước (NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, I.3).
    #[serde(rename = "lề trái")]
    #[schemars(title = "Lề trái", extend("examples" = ["35"]))]
    pub margin_left: Option<Millimetres>,
    /// Lề phải, tính bằng mm, từ 15 đến 20. Chỉ cho thể thức nhà nước (NĐ 30/2020/NĐ-CP,
    /// Phụ lục I, I.3).
    #[serde(rename = "lề phải")]
    #[schemars(title = "Lề phải", extend("examples" = ["20"]))]
    pub margin_right: Option<Millimetres>,
    /// In hai mặt: mặt sau đổi lề trái và lề phải cho nhau. Chỉ cho thể thức Đảng
    /// (HD 05-HD/VPTW, IV.4.2).
    #[serde(rename = "in hai mặt")]
    #[schemars(title = "In hai mặt")]
    #[schemars(extend("examples" = ["có", "không"], "default" = "không"))]
    pub two_sided: Option<Flag>,
    /// Gạch chân cả dấu hai chấm của `Nơi nhận:`. Chỉ cho thể thức Đảng (HD 05-HD/VPTW,
    /// 9.2.1).
    #[serde(rename = "gạch chân dấu hai chấm")]
    #[schemars(title = "Gạch chân dấu hai chấm")]
    #[schemars(extend("examples" = ["có", "không"], "default" = "có"))]
    pub underline_colon: Option<Flag>,
    /// Cỡ chữ số trang, tính bằng pt, từ 13 đến 14. Chỉ cho thể thức nhà nước
    /// (NĐ 30/2020/NĐ-CP, Phụ lục I, I.7).
    #[serde(rename = "cỡ số trang")]
    #[schemars(title = "Cỡ chữ số trang", extend("examples" = ["13"]))]
    pub page_number_size: Option<Points>,
    /// Cỡ chữ trích yếu của công văn, tính bằng pt, từ 12 đến 13. Chỉ cho thể thức nhà nước
    /// (NĐ 30/2020/NĐ-CP, Phụ lục I, II.5).
    #[serde(rename = "cỡ trích yếu công văn")]
    #[schemars(title = "Cỡ chữ trích yếu công văn", extend("examples" = ["12"]))]
    pub about_size: Option<Points>,
    /// Cỡ chữ dòng liên hệ, tính bằng pt, từ 11 đến 12. Chỉ cho thể thức nhà nước
    /// (NĐ 30/2020/NĐ-CP, Phụ lục I, III.4).
    #[serde(rename = "cỡ liên hệ")]
    #[schemars(title = "Cỡ chữ dòng liên hệ", extend("examples" = ["12"]))]
    pub contact_size: Option<Points>,
    /// Khoảng trống để ký và đóng dấu, tính bằng mm, từ 25 đến 35.
    #[serde(rename = "chỗ ký")]
    #[schemars(title = "Chỗ ký", extend("examples" = ["30"]))]
    pub signature_room: Option<Millimetres>,
}

/// The sizes of Quốc hiệu, Tiêu ngữ and date that agree (NĐ 30/2020/NĐ-CP, Phụ lục I, V).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes;

impl Choices for Sizes {
    const NAMES: &'static [&'static str] = &["13/14/14", "12/13/13"];
}

/// One choice, as the layout library takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the layout library.
    pub key: &'static str,
    /// Its value.
    pub value: SettingValue,
    /// Where it was written.
    pub span: Span,
}

/// The value of a [`Setting`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// A length with its unit: `14.5pt`.
    Length(String),
    /// Yes or no.
    Flag(bool),
    /// One of several names.
    Name(String),
}

/// The names of the settings: in the layout library, and the field's.
const NAMES: [(&str, &str); 18] = [
    ("bold-posts", "chức vụ in đậm"),
    ("body-size", "cỡ chữ"),
    ("line-pitch", "giãn dòng"),
    ("paragraph-gap", "cách đoạn"),
    ("indent", "thụt đầu dòng"),
    ("kind-size", "cỡ tên loại"),
    ("subject-size", "cỡ trích yếu"),
    ("sizes", "bộ cỡ chữ"),
    ("margin-top", "lề trên"),
    ("margin-bottom", "lề dưới"),
    ("margin-left", "lề trái"),
    ("margin-right", "lề phải"),
    ("two-sided", "in hai mặt"),
    ("underline-colon", "gạch chân dấu hai chấm"),
    ("page-number-size", "cỡ số trang"),
    ("about-size", "cỡ trích yếu công văn"),
    ("contact-size", "cỡ liên hệ"),
    ("signature-room", "chỗ ký"),
];

/// The field that makes a setting of the layout library.
#[must_use]
pub fn setting_field(key: &str) -> Option<&'static str> {
    NAMES.iter().find(|(name, _)| *name == key).map(|(_, field)| *field)
}

impl Presentation {
    /// The choices that were made.
    #[must_use]
    pub fn settings(&self) -> Vec<Setting> {
        let points = |key, length: &Option<Points>| {
            length.as_ref().map(|l| (key, SettingValue::Length(l.code()), l.span))
        };
        let millimetres = |key, length: &Option<Millimetres>| {
            length.as_ref().map(|l| (key, SettingValue::Length(l.code()), l.span))
        };
        let flag = |key, flag: &Option<Flag>| {
            flag.as_ref().map(|flag| (key, SettingValue::Flag(flag.yes), flag.span))
        };
        let sizes = self.sizes.as_ref();
        let all = [
            flag("bold-posts", &self.bold_posts),
            points("body-size", &self.body_size),
            points("line-pitch", &self.line_pitch),
            points("paragraph-gap", &self.paragraph_gap),
            millimetres("indent", &self.indent),
            points("kind-size", &self.kind_size),
            points("subject-size", &self.subject_size),
            sizes.map(|s| ("sizes", SettingValue::Name(s.name().to_owned()), s.span())),
            millimetres("margin-top", &self.margin_top),
            millimetres("margin-bottom", &self.margin_bottom),
            millimetres("margin-left", &self.margin_left),
            millimetres("margin-right", &self.margin_right),
            flag("two-sided", &self.two_sided),
            flag("underline-colon", &self.underline_colon),
            points("page-number-size", &self.page_number_size),
            points("about-size", &self.about_size),
            points("contact-size", &self.contact_size),
            millimetres("signature-room", &self.signature_room),
        ];
        let made = all.into_iter().flatten();
        made.map(|(key, value, span)| Setting { key, value, span }).collect()
    }
}
