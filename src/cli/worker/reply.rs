//! An outcome as it comes back from another process: a line of JSON, then the files one behind
//! the other.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

use super::packed_report::PackedReport;
use crate::Outcome;
use crate::cli::files::asked::AllAsked;

/// The line before the files.
#[derive(Serialize, Deserialize)]
struct Head {
    /// The lengths of the files, where there are any.
    files: Option<Vec<usize>>,
    report: PackedReport,
    /// What the document asked for of its folder.
    asked: AllAsked,
}

/// Writes an outcome, and what the document asked for.
pub(super) fn write(
    outcome: &Outcome<Vec<Vec<u8>>>,
    asked: AllAsked,
    out: &mut impl Write,
) -> io::Result<()> {
    let Outcome { output, report } = outcome;
    let lengths = |files: &Vec<Vec<u8>>| files.iter().map(Vec::len).collect();
    let files = output.as_ref().map(lengths);
    let head = Head { files, report: PackedReport::of(report), asked };
    serde_json::to_writer(&mut *out, &head)?;
    out.write_all(b"\n")?;
    for file in output.iter().flatten() {
        out.write_all(file)?;
    }
    out.flush()
}

/// An outcome, and what the document asked for.
pub(super) type Reply = (Outcome<Vec<Vec<u8>>>, AllAsked);

/// Reads what was written; nothing where it does not come whole.
pub(super) fn read(from: &mut impl BufRead) -> Option<Reply> {
    let mut head = Vec::new();
    from.read_until(b'\n', &mut head).ok()?;
    let head = head.strip_suffix(b"\n")?;
    let Head { files, report, asked } = serde_json::from_slice(head).ok()?;
    let mut output = files.as_ref().map(|_| Vec::new());
    for length in files.into_iter().flatten() {
        let mut file = vec![0; length];
        from.read_exact(&mut file).ok()?;
        output.get_or_insert_default().push(file);
    }
    Some((Outcome { output, report: report.unpack()? }, asked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Sources};
    use crate::{Format, Input, Report, compile};

    #[test]
    fn an_outcome_comes_back_as_it_went() {
        let sound = include_str!("../../../examples/thong-bao-2023-06.md");
        let doubtful = sound.replacen("Lục Bình", "Luc\u{1d00} Bi\u{300}nh  ", 3);
        let fixed =
            sound.replacen("\n\n", "\n\n1. Một\n\n1. Hai;.\n\n![a](b.png)\n\n", 2);
        for text in [sound, &doubtful, &fixed, "", "---\nsố: [\n", "\0"] {
            let outcome = compile(&Input::new("tb.md", text), Format::Png);
            let mut bytes = Vec::new();
            write(&outcome, AllAsked::new(), &mut bytes).unwrap();
            let (back, _) = read(&mut bytes.as_slice()).unwrap();
            assert!(back.output == outcome.output);
            let Report { diagnostics, sources, .. } = &outcome.report;
            assert_eq!(&back.report.diagnostics, diagnostics);
            let texts = |sources: &Sources| -> Vec<_> {
                let one = |source: &Source| {
                    (source.name().to_owned(), source.text().to_owned())
                };
                sources.all().map(one).collect()
            };
            assert_eq!(texts(&back.report.sources), texts(sources));
            for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
                assert!(read(&mut &bytes[..cut]).is_none(), "{cut}");
            }
        }
    }
}
