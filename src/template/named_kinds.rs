//! The kinds of documents (tên loại) that share a form with others: a row of `kinds.csv` each, in
//! the folder of the form. A row makes the files that a folder of a kind has, so that all that is
//! done with a kind is done with these: shown, copied out, replaced.
//!
//! Source: NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III (mẫu 1.4); HD 05-HD/VPTW, 3.1.2 and Phụ lục 2.

use crate::document::{Manifest, Regime, capitalised, fold};

/// A kind of document, as its row has it.
struct NamedKind<'r> {
    name: &'r str,
    /// The codes in symbols (chữ viết tắt), by regime; none where the regime has no such kind.
    codes: [(Regime, Option<&'r str>); 2],
    body: &'r str,
    subject: &'r str,
    summary: &'r str,
}

/// The folders of the forms: of a paper with a name (văn bản có tên loại), of one that passes a
/// thing on or tells what came of it (phiếu), of one that two or more sides sign (hợp đồng).
const FORMS: [&str; 3] = ["named", "slips", "parties"];

/// The files of all kinds of the rows, with their paths. `file` gives the text of the rows and of
/// what is filled in with them.
pub(super) fn files<'f>(file: impl Fn(&str) -> &'f str) -> Vec<(String, String)> {
    let of_form = |form| {
        let within = |name: &str| file(&format!("{form}/{name}"));
        let rows = within("kinds.csv").lines().filter(|line| !line.starts_with('#'));
        rows.skip(1).flat_map(|row| NamedKind::of(row).files(form, within)).collect()
    };
    FORMS.into_iter().flat_map::<Vec<_>, _>(of_form).collect()
}

/// Whether a file is what the kinds of a form share.
#[must_use]
pub fn is_shared(path: &str) -> bool {
    let folder = path.strip_suffix("/main.typ.j2");
    folder.is_some_and(|folder| FORMS.contains(&folder))
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

    /// Its files; `file` gives the text of one in the folder of its form.
    fn files<'f>(
        &self,
        form: &str,
        file: impl Fn(&str) -> &'f str,
    ) -> Vec<(String, String)> {
        let folder = Manifest::folder_of(self.name);
        let title = capitalised(self.name);
        let template =
            format!("{{# {title}. -#}}\n{{% extends \"{form}/main.typ.j2\" %}}\n");
        let mut files = vec![
            (format!("{folder}/template.yaml"), self.manifest(file("manifest.yaml"))),
            (format!("{folder}/main.typ.j2"), template),
        ];
        let body =
            file(&format!("body-{}.md", Manifest::folder_of(self.body))).trim_end();
        for (index, (regime, code)) in self.regimes().enumerate() {
            let regime = fold(regime.name()).replace('_', "-");
            let frame = file(&format!("skeleton-{regime}.md"));
            let suffix = if index == 0 { String::new() } else { format!("-{regime}") };
            let text = self.skeleton(frame, code, body);
            files.push((format!("{folder}/skeleton{suffix}.md"), text));
        }
        files
    }

    fn manifest(&self, frame: &str) -> String {
        let regimes: Vec<&str> =
            self.regimes().map(|(regime, _)| regime.name()).collect();
        let codes: Vec<&str> = self.regimes().map(|(_, code)| code).collect();
        let code = match codes.as_slice() {
            [party, state] if party != state => {
                format!("{{{}: {party}, {}: {state}}}", regimes[0], regimes[1])
            }
            several => several.first().copied().unwrap_or_default().to_owned(),
        };
        frame
            .replace("(tên)", self.name)
            .replace("(Tên)", &capitalised(self.name))
            .replace("(tóm tắt)", self.summary)
            .replace("(thể thức)", &format!("[{}]", regimes.join(", ")))
            .replace("(chữ viết tắt)", &code)
    }

    /// What a document of this kind begins with.
    fn skeleton(&self, frame: &str, code: &str, body: &str) -> String {
        frame
            .replace("(tên)", self.name)
            .replace("(mã)", code)
            .replace("(trích yếu)", self.subject)
            .replace("(Trích yếu)", &capitalised(self.subject))
            .replace("(thân)", body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole() {
        let mut seen = 0;
        for rows in [
            include_str!("../../templates/named/kinds.csv"),
            include_str!("../../templates/slips/kinds.csv"),
            include_str!("../../templates/parties/kinds.csv"),
        ] {
            for row in rows.lines().filter(|line| !line.starts_with('#')).skip(1) {
                assert_eq!(row.split(';').count(), 6, "{row}");
                assert!(NamedKind::of(row).regimes().count() > 0, "{row}");
                seen += 1;
            }
        }
        assert!(seen > 15, "{seen}");
    }
}
