//! `Appendix`: what is attached to a document, on pages of its own.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::fold;
use super::super::text::{Prose, Text};
use super::super::values::choice::{Choice, Choices};
use super::super::values::fields::Flag;

/// An appendix (phụ lục).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "Phụ lục",
    description = "Một phụ lục, in trên trang riêng và đánh số trang riêng; hoặc một quy chế, \
                   quy định, điều lệ ban hành kèm theo văn bản."
)]
pub struct Appendix {
    /// Chữ đứng trên tiêu đề: `Phụ lục` (khi bỏ mục này), `Biểu`, `Mẫu số`, hay `không` in gì.
    /// Mỗi loại đếm riêng; chỉ có một thì `Phụ lục`, `Biểu` không có số (HD 05-HD/VPTW, II.1;
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, III.1).
    #[serde(rename = "nhãn", default)]
    #[schemars(title = "Nhãn", extend("examples" = ["Biểu", "Mẫu số", "không"]))]
    pub labelled: Option<Choice<LabelNames>>,
    /// Tiêu đề phụ lục, in hoa dưới chữ `Phụ lục`. Quy chế, quy định, điều lệ ban hành kèm theo
    /// quyết định: dòng đầu là tên loại (`QUY CHẾ`), các dòng sau là tên gọi (`Làm việc của
    /// …`); khi đó không in chữ `Phụ lục` (HD 05-HD/VPTW, II.1; NĐ 30/2020/NĐ-CP, Phụ lục I,
    /// III.1 và Phụ lục III).
    #[serde(rename = "tiêu đề")]
    #[schemars(title = "Tiêu đề", extend("examples" = [
        "Danh mục công trình năm 2026",
        "QUY CHẾ\nLàm việc của Ủy ban nhân dân xã",
    ]))]
    pub title: Text,
    /// Dòng cho biết kèm theo văn bản nào, có ngoặc hay không đều được in trong ngoặc; bỏ mục
    /// này thì được viết từ số, ký hiệu, ngày và cơ quan ban hành; `không` thì không in
    /// (HD 05-HD/VPTW, II.1; NĐ 30/2020/NĐ-CP, Phụ lục I, III.1).
    #[serde(rename = "kèm theo", default)]
    #[schemars(title = "Kèm theo", extend("examples" = [
        "(Kèm theo Quyết định số 15/QĐ-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã)",
        "không",
    ]))]
    pub attachment: Option<Text>,
    /// In trên trang giấy nằm ngang, cho bảng rộng (HD 05-HD/VPTW, IV.3).
    #[serde(rename = "ngang", default)]
    #[schemars(title = "Nằm ngang")]
    #[schemars(extend("examples" = ["có", "không"], "default" = "không"))]
    pub landscape: Option<Flag>,
    /// Nội dung phụ lục, viết như phần nội dung của văn bản: đoạn, mục, bảng, chương, điều, dài
    /// bao nhiêu cũng được; sau dấu `|` thì xuống dòng và thụt vào.
    #[serde(rename = "nội dung", default, deserialize_with = "Prose::optional")]
    #[schemars(with = "Option<Prose>", title = "Nội dung", extend("examples" = [
        "| TT | Công trình |\n|---|---|\n| 1 | Nhà văn hóa thôn Cao Lộc |"
    ]))]
    pub text: Option<Text>,
    /// Tệp có nội dung phụ lục, thay cho `nội dung`: tệp `.md` trong thư mục của văn bản, không
    /// có phần khai báo; tệp `.csv` thành một bảng.
    #[serde(rename = "tệp", default)]
    #[schemars(title = "Tệp", extend("examples" = ["quy-che.md", "danh-sach.csv"]))]
    pub file: Option<Text>,
}

/// The words above the title of an appendix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AppendixLabel {
    /// Phụ lục.
    Appendix,
    /// Biểu.
    Sheet,
    /// Mẫu số, which always has a number.
    Form,
}

/// What `nhãn` may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelNames;

impl Choices for LabelNames {
    const NAMES: &'static [&'static str] = &["Phụ lục", "Biểu", "Mẫu số", NOTHING];
}

/// What is written where nothing is to be printed.
const NOTHING: &str = "không";

/// What regulates for itself, issued with a document: it has its own name for a title
/// (NĐ 30/2020/NĐ-CP, Phụ lục III).
const REGULATIONS: [&str; 6] =
    ["quy chế", "quy định", "điều lệ", "nội quy", "quy trình", "quy ước"];

impl AppendixLabel {
    /// The words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Appendix => "Phụ lục",
            Self::Sheet => "Biểu",
            Self::Form => "Mẫu số",
        }
    }
}

impl Appendix {
    /// Most appendices of a document: each has pages of its own, of which a thousand take half a
    /// gigabyte.
    pub const MOST: usize = 300;

    /// What stands above its title; nothing where its title says what it is.
    #[must_use]
    pub fn label(&self) -> Option<AppendixLabel> {
        let Some(label) = &self.labelled else {
            return (!self.is_titled_regulation()).then_some(AppendixLabel::Appendix);
        };
        let labels = [AppendixLabel::Appendix, AppendixLabel::Sheet, AppendixLabel::Form];
        labels.into_iter().find(|one| one.name() == label.name())
    }

    /// Whether a regulation is issued with the document.
    #[must_use]
    pub fn is_regulation(&self) -> bool {
        self.label().is_none() && self.regulation().is_some()
    }

    /// The kind of a regulation with which its title begins, where it is printed below a label
    /// all the same and nobody asked for that.
    #[must_use]
    pub fn labelled_regulation(&self) -> Option<&'static str> {
        let printed = self.labelled.is_none() && self.label().is_some();
        self.regulation().filter(|_| printed).map(|(kind, _)| kind)
    }

    /// The kind of a regulation with which the title begins, and whether it is the whole line.
    fn regulation(&self) -> Option<(&'static str, bool)> {
        let first = fold(self.title.value.trim().lines().next().unwrap_or_default());
        REGULATIONS.into_iter().find_map(|kind| {
            let rest = first.strip_prefix(&fold(kind))?;
            (rest.is_empty() || rest.starts_with('_')).then_some((kind, rest.is_empty()))
        })
    }

    /// Whether the first line of the title is the kind of a regulation, the others its name.
    fn is_titled_regulation(&self) -> bool {
        self.title.value.trim().lines().count() > 1
            && self.regulation().is_some_and(|(_, whole)| whole)
    }

    /// Whether nothing is said of the document that it comes with.
    #[must_use]
    pub fn comes_alone(&self) -> bool {
        self.attachment.as_ref().is_some_and(|line| fold(&line.value) == fold(NOTHING))
    }

    /// The numbers of some appendices, each counted among those of its label; none for the only
    /// one, unless its label calls for a number.
    #[must_use]
    pub fn numbers(appendices: &[Self]) -> Vec<Option<usize>> {
        let mut counts: BTreeMap<AppendixLabel, usize> = BTreeMap::new();
        let counted = appendices.iter().map(|one| {
            let count = counts.entry(one.label()?).or_default();
            *count += 1;
            Some(*count)
        });
        let counted: Vec<_> = counted.collect();
        let several = |label| label == AppendixLabel::Form || counts[&label] > 1;
        let labels = appendices.iter().map(Self::label);
        let wanted = labels.map(|label| label.is_some_and(several));
        counted.into_iter().zip(wanted).map(|(n, wanted)| n.filter(|_| wanted)).collect()
    }

    /// Which of the brackets around a whole line are missing: the first, the last.
    #[must_use]
    pub fn missing_brackets(line: &str) -> [bool; 2] {
        let line = line.trim();
        let mut open = Vec::new();
        let mut pairs = Vec::new();
        for (at, c) in line.char_indices() {
            match c {
                '(' => open.push(at),
                ')' => pairs.push((open.pop(), at)),
                _ => {}
            }
        }
        let last = line.len().saturating_sub(1);
        if pairs.contains(&(Some(0), last)) {
            return [false, false];
        }
        [!open.contains(&0), !pairs.contains(&(None, last))]
    }
}

#[cfg(test)]
mod tests {
    use super::Appendix;

    #[test]
    fn brackets_around_a_line_are_made_whole() {
        for (line, missing) in [
            ("Kèm theo Quyết định số 5", [true, true]),
            ("(Kèm theo Quyết định số 5)", [false, false]),
            ("(Kèm theo Quyết định (bản chính) số 5) ", [false, false]),
            ("Kèm theo Quyết định (bản chính)", [true, true]),
            ("(Bản chính) kèm theo Quyết định (bản sao)", [true, true]),
            ("(Kèm theo Quyết định số 5", [false, true]),
            ("(Kèm theo Quyết định (bản chính)", [false, true]),
            ("Kèm theo Quyết định số 5)", [true, false]),
            ("", [true, true]),
            (")(", [true, true]),
        ] {
            assert_eq!(Appendix::missing_brackets(line), missing, "{line}");
        }
    }
}
