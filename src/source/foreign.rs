//! Files of other programs, known by how they begin and not by their names. A part of `source`.

/// A file of another program, in which a document may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Word since 2007: `.docx`.
    Word,
    /// Word before that: `.doc`.
    OldWord,
    /// Rich text: `.rtf`.
    RichText,
    /// `LibreOffice` Writer: `.odt`.
    OpenText,
    /// A spreadsheet: `.xlsx`, `.xls`, `.ods`.
    Sheet,
    /// Slides: `.pptx`, `.ppt`, `.odp`.
    Slides,
    /// PDF.
    Pdf,
    /// A picture, such as a scan.
    Picture,
    /// Files packed together: `.zip`.
    Archive,
    /// An office file before 2007 that does not say which.
    Office,
}

/// How much of a file is searched for what it holds.
const SAMPLE: usize = 256 * 1024;

impl Foreign {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Word,
        Self::OldWord,
        Self::RichText,
        Self::OpenText,
        Self::Sheet,
        Self::Slides,
        Self::Pdf,
        Self::Picture,
        Self::Archive,
        Self::Office,
    ];

    /// What the bytes of a file are, where they are no text.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = text.trim_ascii_start();
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Some(packed(sample));
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Some(compound(sample));
        }
        if text.starts_with(b"%PDF") {
            return Some(Self::Pdf);
        }
        if text.starts_with(b"{\\rtf") {
            return Some(Self::RichText);
        }
        let pictures: [&[u8]; 4] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0"];
        let is_picture = pictures.iter().any(|start| bytes.starts_with(start));
        is_picture.then_some(Self::Picture)
    }
}

/// What a packed file holds, by the names in it.
fn packed(sample: &[u8]) -> Foreign {
    let names: [(&[u8], Foreign); 6] = [
        (b"opendocument.text", Foreign::OpenText),
        (b"opendocument.spreadsheet", Foreign::Sheet),
        (b"opendocument.presentation", Foreign::Slides),
        (b"word/", Foreign::Word),
        (b"xl/", Foreign::Sheet),
        (b"ppt/", Foreign::Slides),
    ];
    let found = names.iter().find(|(name, _)| holds(sample, name));
    found.map_or(Foreign::Archive, |(_, foreign)| *foreign)
}

/// What an office file before 2007 holds, by the names of its streams, which are UTF-16.
fn compound(sample: &[u8]) -> Foreign {
    let names = [
        ("WordDocument", Foreign::OldWord),
        ("Workbook", Foreign::Sheet),
        ("PowerPoint Document", Foreign::Slides),
    ];
    let found = names.iter().find(|(name, _)| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(sample, &wide)
    });
    found.map_or(Foreign::Office, |(_, foreign)| *foreign)
}

fn holds(sample: &[u8], part: &[u8]) -> bool {
    sample.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_what_they_hold() {
        let wide = |name: &str| {
            let name = name.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(name).collect()
        };
        let of = |bytes: &[u8]| Foreign::of(bytes);
        for (bytes, wanted) in [
            (
                b"PK\x03\x04..[Content_Types].xml..word/document.xml".to_vec(),
                Foreign::Word,
            ),
            (b"PK\x03\x04..xl/workbook.xml".to_vec(), Foreign::Sheet),
            (
                b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text".to_vec(),
                Foreign::OpenText,
            ),
            (b"PK\x03\x04..anh.png".to_vec(), Foreign::Archive),
            (wide("WordDocument"), Foreign::OldWord),
            (wide("Workbook"), Foreign::Sheet),
            (wide(""), Foreign::Office),
            (b"\xef\xbb\xbf%PDF-1.7".to_vec(), Foreign::Pdf),
            (b"{\\rtf1\\ansi".to_vec(), Foreign::RichText),
            (b"\x89PNG\r\n".to_vec(), Foreign::Picture),
        ] {
            assert_eq!(of(&bytes), Some(wanted), "{bytes:?}");
        }
        for text in ["", "---\n", "PK", "{rtf}", "% PDF"] {
            assert_eq!(of(text.as_bytes()), None, "{text}");
        }
    }
}
