//! `DocumentCopy`: what makes a copy (bản sao) of an issued document.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::symbol;
use super::super::text::{Text, Texts};
use super::super::values::choice::{Choice, Choices};
use super::super::values::date::PlacedDate;
use super::super::values::fields::Flag;
use super::super::values::regime::Regime;
use super::super::{Document, fold};
use super::recipients::Recipients;
use super::signature::Signature;

/// A copy (bản sao) of the document, with who makes it and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Bản sao",
    description = "Bản sao của văn bản đã ban hành: hình thức, số, ngày, người ký, nơi nhận."
)]
pub struct DocumentCopy {
    /// Hình thức sao: `sao y` từ bản gốc, bản chính; `sao lục` từ bản sao y; `trích sao` một phần,
    /// khi đó xóa khỏi tệp những phần không trích, chương trình không tự cắt
    /// (NĐ 30/2020/NĐ-CP, Điều 3 và Điều 25; HD 05-HD/VPTW, Phụ lục 3).
    #[serde(rename = "hình thức")]
    #[schemars(title = "Hình thức sao", extend("examples" = ["sao y"]))]
    pub form: Choice<CopyForms>,
    /// Số bản sao, chỉ ghi số, chung cho các hình thức sao; để trống thì chừa chỗ ghi bằng bút
    /// (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, II.1; HD 05-HD/VPTW, Phụ lục 3).
    #[serde(rename = "số", default)]
    #[schemars(title = "Số bản sao", extend("examples" = ["5"]))]
    pub number: Option<Text>,
    /// Ký hiệu bản sao, chỉ phải ghi khi cơ quan khác sao: thể thức nhà nước mở đầu bằng `SY`,
    /// `SL`, `TrS`, thể thức Đảng bằng `BS` (NĐ 30/2020/NĐ-CP, Phụ lục III; HD 05-HD/VPTW, Phụ lục
    /// 3).
    #[serde(rename = "ký hiệu", default)]
    #[schemars(title = "Ký hiệu bản sao", extend("examples" = ["SY-UBND", "BS/ĐU"]))]
    pub symbol: Option<Text>,
    /// Cơ quan sao văn bản, khi không phải là cơ quan ban hành; khi đó ghi cả `ký hiệu` và `địa
    /// danh` của bản sao.
    #[serde(rename = "cơ quan", default)]
    #[schemars(title = "Cơ quan sao", extend("examples" = ["Ủy ban nhân dân xã Lục Bình"]))]
    pub body: Option<Text>,
    /// Cơ quan chủ quản của cơ quan sao, khi muốn in ở dòng trên; mẫu bản sao không có dòng này
    /// (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 3.1). Chỉ thể thức nhà nước in.
    #[serde(rename = "cơ quan chủ quản", default)]
    #[schemars(title = "Cơ quan chủ quản", extend("examples" = ["UBND tỉnh Thái Nguyên"]))]
    pub superior: Option<Texts>,
    /// Địa danh nơi sao, khi khác với văn bản.
    #[serde(rename = "địa danh", default)]
    #[schemars(title = "Địa danh", extend("examples" = ["Lục Bình"]))]
    pub place: Option<Text>,
    /// Ngày sao; để trống, hoặc chỉ ghi tháng, năm thì chừa chỗ ghi bằng bút.
    #[serde(rename = "ngày", default)]
    #[schemars(title = "Ngày sao", extend("examples" = ["28/11/2026", "11/2026"]))]
    pub date: Option<PlacedDate>,
    /// Giờ, phút, giây ký số bản sao điện tử; múi giờ `+07:00` được tự thêm
    /// (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, I.3).
    #[serde(rename = "giờ", default)]
    #[schemars(title = "Giờ ký", extend("examples" = ["10:15:30"]))]
    pub time: Option<Text>,
    /// Người ký bản sao: quyền hạn, chức vụ, họ tên (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, II.1;
    /// HD 05-HD/VPTW, III.2).
    #[serde(rename = "ký", default)]
    #[schemars(title = "Người ký bản sao", extend("examples" = [{
        "quyền hạn": "TL. Chủ tịch",
        "chức vụ": "Chánh Văn phòng",
        "họ tên": "Phạm Thị Lan",
    }]))]
    pub signature: Option<Signature>,
    /// Nơi nhận bản sao, viết như `nơi nhận` của văn bản.
    #[serde(rename = "nơi nhận", default)]
    #[schemars(title = "Nơi nhận bản sao", extend("examples" = [
        ["Trưởng các thôn", "Lưu: VT"]
    ]))]
    pub recipients: Option<Recipients>,
    /// Bản sao điện tử: chỉ in hình thức sao, cơ quan sao, thời gian ký ở góc trên bên phải trang
    /// đầu, không in khối bản sao (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, I.3; HD 05-HD/VPTW,
    /// III.3).
    #[serde(rename = "điện tử", default)]
    #[schemars(title = "Bản sao điện tử")]
    #[schemars(extend("examples" = ["có", "không"]))]
    pub electronic: Option<Flag>,
    /// In `(Đã ký)` vào chỗ ký của văn bản được sao, vì chữ ký trên bản chính không có trong tệp.
    #[serde(rename = "đã ký", default)]
    #[schemars(title = "Đã ký")]
    #[schemars(extend("examples" = ["có", "không"]))]
    pub signed: Option<Flag>,
}

/// The forms of copies (hình thức sao).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyForm {
    /// Sao y: of an original.
    TrueCopy,
    /// Sao lục: of a true copy.
    CopyOfCopy,
    /// Trích sao: of a part.
    Extract,
}

/// What `hình thức` may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyForms;

impl Choices for CopyForms {
    const NAMES: &'static [&'static str] = &["sao y", "sao lục", "trích sao"];
}

impl CopyForm {
    const ALL: [Self; 3] = [Self::TrueCopy, Self::CopyOfCopy, Self::Extract];

    /// The code of its symbol: one for each form with the State (NĐ 30/2020/NĐ-CP, Phụ lục III, I),
    /// one for them all with the Party (HD 05-HD/VPTW, Phụ lục 3, 1.2).
    #[must_use]
    pub fn code(self, regime: Regime) -> &'static str {
        match (regime, self) {
            (Regime::Party, _) => "BS",
            (Regime::State, Self::TrueCopy) => "SY",
            (Regime::State, Self::CopyOfCopy) => "SL",
            (Regime::State, Self::Extract) => "TrS",
        }
    }

    /// Whether this is the code of a copy of some form.
    #[must_use]
    pub fn is_code(text: &str) -> bool {
        let regimes = [Regime::Party, Regime::State];
        regimes.iter().any(|regime| {
            Self::ALL.iter().any(|form| symbol::is_same_code(form.code(*regime), text))
        })
    }
}

impl DocumentCopy {
    /// Its form.
    #[must_use]
    pub fn form(&self) -> CopyForm {
        let names = CopyForms::NAMES.iter().zip(CopyForm::ALL);
        let mut chosen = names.filter(|(name, _)| **name == self.form.name());
        chosen.next().map_or(CopyForm::TrueCopy, |(_, form)| form)
    }

    /// Whether it is an electronic one.
    #[must_use]
    pub fn is_electronic(&self) -> bool {
        self.electronic.is_some_and(|flag| flag.yes)
    }

    /// Who makes it, where that is another body than the one that issued the document.
    #[must_use]
    pub fn other_body(&self, document: &Document) -> Option<&Text> {
        let own = fold(document.issuer.first.as_str());
        self.body.as_ref().filter(|body| !body.is_blank() && fold(body.as_str()) != own)
    }

    /// Its symbol: what it says, else the code of its form with the body's part of the document's
    /// symbol. `own` is the code of the document's kind.
    #[must_use]
    pub fn symbol(&self, document: &Document, own: Option<&Text>) -> Text {
        let written = self.symbol.as_ref().filter(|symbol| !symbol.is_blank());
        if let Some(symbol) = written {
            return symbol.clone();
        }
        let regime = document.regime.value;
        let (code, mark) = (self.form().code(regime), symbol::joint(regime));
        let own = own.map(Text::as_str);
        let symbol = document.symbol.as_ref().map_or("", Text::as_str);
        let body = symbol::body(symbol, regime, own);
        Text::new(&format!("{code}{mark}{body}"), self.form.span())
    }
}

impl Document {
    /// Whether only a part of it is left, for a copy of that part (trích sao).
    #[must_use]
    pub fn is_extract(&self) -> bool {
        self.copy.as_ref().is_some_and(|copy| copy.form() == CopyForm::Extract)
    }
}
