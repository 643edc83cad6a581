//! The kinds of documents (tên loại) that no regulation gives a form of their own: a row of
//! `templates/named/kinds.csv` each. A row makes the files that a folder of a kind has, so that
//! all that is done with a kind is done with these: shown, copied out, replaced.
//!
//! Source: NĐ 30/2020/NĐ-CP, Điều 7, Điều 29 and Phụ lục III (mẫu 1.4); HD 05-HD/VPTW, 3.1.2 and
//! Phụ lục 2.

use crate::document::{Manifest, Regime, fold};

/// The group of these kinds where all kinds are listed.
const GROUP: &str = "văn bản có tên loại";

/// What regulations say of their form.
const SOURCE: &str =
    "NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4; HD 05-HD/VPTW, Phụ lục 2 (chung một khung)";

/// A kind of document, as its row has it.
struct NamedKind<'r> {
    name: &'r str,
    /// The codes in symbols (chữ viết tắt), by regime; none where the regime has no such kind.
    codes: [(Regime, Option<&'r str>); 2],
    body: &'r str,
    subject: &'r str,
    summary: &'r str,
}

/// The files of all kinds of the rows, with their paths. `file` gives the text of the rows and of
/// the frames beside them.
pub(super) fn files<'f>(file: impl Fn(&str) -> &'f str) -> Vec<(String, String)> {
    let rows =
        file("named/kinds.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.flat_map(|row| row_files(&NamedKind::of(row), &file)).collect()
}

fn row_files<'f>(
    kind: &NamedKind<'_>,
    file: impl Fn(&str) -> &'f str,
) -> Vec<(String, String)> {
    let folder = Manifest::folder_of(kind.name);
    let mut files = vec![
        (format!("{folder}/template.yaml"), kind.manifest()),
        (format!("{folder}/main.typ.j2"), kind.template()),
    ];
    for (index, (regime, code)) in kind.regimes().enumerate() {
        let regime = fold(regime.name()).replace('_', "-");
        let frame = file(&format!("named/skeleton-{regime}.md"));
        let suffix = if index == 0 { String::new() } else { format!("-{regime}") };
        files.push((format!("{folder}/skeleton{suffix}.md"), kind.skeleton(frame, code)));
    }
    files
}

impl<'r> NamedKind<'r> {
    /// Reads a row; the tests see that each has its six values.
    fn of(row: &'r str) -> Self {
        let mut values = row.split(';').map(str::trim);
        let mut next = || values.next().unwrap_or_default();
        let name = next();
        let codes = [Regime::Party, Regime::State].map(|regime| {
            let code = next();
            (regime, (!code.is_empty()).then_some(code))
        });
        let (body, subject, summary) = (next(), next(), next());
        Self { name, codes, body, subject, summary }
    }

    /// The regimes that have this kind, with its code.
    fn regimes(&self) -> impl Iterator<Item = (Regime, &'r str)> {
        self.codes.iter().filter_map(|(regime, code)| Some((*regime, (*code)?)))
    }

    fn manifest(&self) -> String {
        let Self { name, summary, .. } = self;
        let regimes: Vec<&str> =
            self.regimes().map(|(regime, _)| regime.name()).collect();
        let mut codes = self.regimes().map(|(_, code)| code);
        let first = codes.next().unwrap_or_default();
        let code = match codes.next() {
            Some(other) if other != first => {
                let of =
                    |(regime, code): (Regime, &str)| format!("{}: {code}", regime.name());
                format!("{{{}}}", self.regimes().map(of).collect::<Vec<_>>().join(", "))
            }
            Some(_) | None => first.to_owned(),
        };
        format!(
            "tên: {name}\nphiên bản: 1\nnhóm: {GROUP}\ntóm tắt: {summary}\nthể thức: [{}]\n\
             tên loại: {}\nchữ viết tắt: {code}\ncăn cứ: {SOURCE}\n",
            regimes.join(", "),
            capital(name),
        )
    }

    fn template(&self) -> String {
        let name = capital(self.name);
        format!("{{# {name}. -#}}\n{{% extends \"named/main.typ.j2\" %}}\n")
    }

    /// What a document of this kind begins with.
    fn skeleton(&self, frame: &str, code: &str) -> String {
        frame
            .replace("(tên)", self.name)
            .replace("(mã)", code)
            .replace("(trích yếu)", self.subject)
            .replace("(Trích yếu)", &capital(self.subject))
            .replace("(thân)", self.body())
    }

    /// The text of a document of this kind, to be filled in.
    fn body(&self) -> &'static str {
        match self.body {
            "điều" => {
                "Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng\n\nCẦN ĐIỀN\n\nĐiều 2. \
                 CẦN ĐIỀN\n\nCẦN ĐIỀN\n\nĐiều 3. Tổ chức thực hiện\n\nCẦN ĐIỀN"
            }
            "mục" => {
                "# Mục đích, yêu cầu\n\nCẦN ĐIỀN\n\n# Nội dung\n\nCẦN ĐIỀN\n\n# Tổ chức thực \
                 hiện\n\nCẦN ĐIỀN"
            }
            _ => "CẦN ĐIỀN\n\n1. CẦN ĐIỀN\n\n2. CẦN ĐIỀN",
        }
    }
}

/// The text with a capital at its start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole() {
        let rows = include_str!("../../templates/named/kinds.csv");
        let rows: Vec<&str> =
            rows.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 10);
        for row in &rows[1..] {
            let values: Vec<&str> = row.split(';').collect();
            assert_eq!(values.len(), 6, "{row}");
            assert!(["đoạn", "mục", "điều"].contains(&values[3]), "{row}");
            assert!(NamedKind::of(row).regimes().count() > 0, "{row}");
        }
    }
}
