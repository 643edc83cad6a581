//! The kinds of documents (tên loại) that share a form with others: a row of `kinds.csv` each, in
//! the folder of the form. A row makes the files that a folder of a kind has, so that all that is
//! done with a kind is done with these: shown, copied out, replaced.
//!
//! Source: NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III (mẫu 1.4); HD 05-HD/VPTW, 3.1.2 and Phụ lục 2.

use crate::document::{Manifest, Regime, capitalised, fold};

/// A kind of document, as its row has it.
#[derive(Clone, Copy)]
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

/// A file of a kind of the rows.
pub(super) struct NamedFile<'r> {
    /// The folder of the form.
    form: &'static str,
    kind: NamedKind<'r>,
    part: Part<'r>,
}

/// What the folder of a kind has.
enum Part<'r> {
    Manifest,
    Template,
    /// What a document begins with in a regime, where the kind has that code; the first one has no
    /// regime in its name.
    Skeleton {
        regime: Regime,
        code: &'r str,
        is_first: bool,
    },
}

/// The files of all kinds of the rows, with their paths. `file` gives the text of the rows.
pub(super) fn files<'f>(file: impl Fn(&str) -> &'f str) -> Vec<(String, NamedFile<'f>)> {
    let of_form = |form| {
        let rows = file(&format!("{form}/kinds.csv")).lines();
        let rows = rows.filter(|line| !line.starts_with('#')).skip(1);
        rows.flat_map(move |row| NamedKind::of(row).files(form))
    };
    FORMS.into_iter().flat_map(of_form).collect()
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

    /// Its files, with their paths.
    fn files(self, form: &'static str) -> Vec<(String, NamedFile<'r>)> {
        let folder = Manifest::folder_of(self.name);
        let skeletons = self.regimes().enumerate().map(|(index, (regime, code))| {
            Part::Skeleton { regime, code, is_first: index == 0 }
        });
        let parts = [Part::Manifest, Part::Template].into_iter().chain(skeletons);
        let with_path =
            |part: Part<'r>| (part.path(&folder), NamedFile { form, kind: self, part });
        parts.map(with_path).collect()
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

impl Part<'_> {
    /// Its path, where that is the folder of the kind.
    fn path(&self, folder: &str) -> String {
        match self {
            Self::Manifest => format!("{folder}/template.yaml"),
            Self::Template => format!("{folder}/main.typ.j2"),
            Self::Skeleton { is_first: true, .. } => format!("{folder}/skeleton.md"),
            Self::Skeleton { regime, .. } => {
                format!("{folder}/skeleton-{}.md", word_of(*regime))
            }
        }
    }
}

impl NamedFile<'_> {
    /// What stands in it; `file` gives the text of what is filled in with the row.
    pub(super) fn text<'f>(&self, file: impl Fn(&str) -> &'f str) -> String {
        let within = |name: &str| file(&format!("{}/{name}", self.form));
        match self.part {
            Part::Manifest => self.kind.manifest(within("manifest.yaml")),
            Part::Template => {
                let (title, form) = (capitalised(self.kind.name), self.form);
                format!("{{# {title}. -#}}\n{{% extends \"{form}/main.typ.j2\" %}}\n")
            }
            Part::Skeleton { regime, code, .. } => {
                let body = Manifest::folder_of(self.kind.body);
                let body = within(&format!("body-{body}.md")).trim_end();
                let frame = within(&format!("skeleton-{}.md", word_of(regime)));
                self.kind.skeleton(frame, code, body)
            }
        }
    }
}

/// A regime as the names of files have it.
fn word_of(regime: Regime) -> String {
    fold(regime.name()).replace('_', "-")
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
