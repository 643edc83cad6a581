//! A shortcut of Windows (`.lnk`), as [MS-SHLLINK] describes its bytes: the crates for it build on
//! Windows alone, or write no path with a variable.

/// The size of the header, and the class of shortcuts (section 2.1).
const HEADER: [u8; 20] =
    [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

/// `HasLinkInfo`, `HasName`, `HasWorkingDir`, `HasArguments`, `HasIconLocation`, `IsUnicode`,
/// `HasExpString` (section 2.1.1).
const FLAGS: u32 = 0x2 | 0x4 | 0x10 | 0x20 | 0x40 | 0x80 | 0x200;

/// The block that holds the target with its variables (section 2.5.4): its size, its mark, and
/// how many letters it has room for.
const VARIABLES: (u32, u32, usize) = (0x314, 0xa000_0001, 260);

/// What a shortcut leads to.
pub(super) struct Target<'a> {
    /// The program's path, as it is for this user.
    pub(super) path: &'a str,
    /// The same with a variable, in the letters of ASCII: `%LOCALAPPDATA%\a.exe`. It goes first.
    pub(super) variable: &'a str,
    /// The folder in which it runs.
    pub(super) folder: &'a str,
    /// The arguments before what is dropped on it.
    pub(super) arguments: &'a str,
}

/// The bytes of a shortcut; the description is shown where the pointer rests on it.
pub(super) fn shortcut(target: &Target<'_>, description: &str) -> Vec<u8> {
    let mut link = HEADER.to_vec();
    link.extend(FLAGS.to_le_bytes());
    // The file's attributes, three times, its size and the number of its icon: none known.
    link.extend([0; 4 + 3 * 8 + 4 + 4]);
    // A plain window, no key, nothing in the places that are reserved.
    link.extend(1_u32.to_le_bytes());
    link.extend([0; 2 + 2 + 4 + 4]);
    link.extend(link_info(target.path));
    for text in [description, target.folder, target.arguments, target.variable] {
        let units = utf16(text);
        let count = u16::try_from(units.len() / 2).unwrap_or_default();
        link.extend(count.to_le_bytes());
        link.extend(&units[..usize::from(count) * 2]);
    }
    let (size, mark, room) = VARIABLES;
    link.extend(size.to_le_bytes());
    link.extend(mark.to_le_bytes());
    let padded = |mut bytes: Vec<u8>, room: usize| {
        bytes.resize(room, 0);
        bytes
    };
    link.extend(padded(target.variable.into(), room));
    link.extend(padded(utf16(target.variable), 2 * room));
    // The end of the blocks.
    link.extend([0; 4]);
    link
}

/// Where the target is (section 2.3): on a disk, by its path in both alphabets.
fn link_info(path: &str) -> Vec<u8> {
    /// The head with the places of the paths in Unicode.
    const HEAD: usize = 0x24;
    // A disk that stays, without a number and a name (section 2.3.1).
    let mut volume = Vec::new();
    for number in [0x11_u32, 3, 0, 0x10] {
        volume.extend(number.to_le_bytes());
    }
    volume.push(0);
    // What is not in ASCII is read from the other one.
    let plain = |c: char| u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(b'?');
    let mut ansi: Vec<u8> = path.chars().map(plain).collect();
    ansi.push(0);
    let mut unicode = utf16(path);
    unicode.extend([0; 2]);
    // Behind each path stands a suffix without letters.
    let ansi_at = HEAD + volume.len();
    let ansi_suffix_at = ansi_at + ansi.len();
    let unicode_at = ansi_suffix_at + 1;
    let unicode_suffix_at = unicode_at + unicode.len();
    let places = [
        unicode_suffix_at + 2,
        HEAD,
        // `VolumeIDAndLocalBasePath`.
        1,
        HEAD,
        ansi_at,
        // No network.
        0,
        ansi_suffix_at,
        unicode_at,
        unicode_suffix_at,
    ];
    let mut info = Vec::new();
    for place in places {
        info.extend(u32::try_from(place).unwrap_or_default().to_le_bytes());
    }
    for part in [&volume[..], &ansi, &[0], &unicode, &[0, 0]] {
        info.extend(part);
    }
    info
}

/// A text in the letters of Windows.
fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number at a place.
    fn number(bytes: &[u8], at: usize) -> usize {
        u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()).try_into().unwrap()
    }

    /// The text of so many bytes.
    fn text(bytes: &[u8]) -> String {
        let units = bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
        String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn the_bytes_are_those_of_the_specification() {
        let path = r"C:\Users\Nguyễn\AppData\Local\vanban.exe";
        let variable = r"%LOCALAPPDATA%\vanban.exe";
        let (folder, arguments) = ("%USERPROFILE%", "--keep-window");
        let target = Target { path, variable, folder, arguments };
        let link = shortcut(&target, "Xuất");
        assert_eq!(number(&link, 0), 0x4c);
        assert_eq!(number(&link, 60), 1, "ShowCommand");
        let info = &link[76..];
        let info = &info[..number(info, 0)];
        let ansi = &info[number(info, 16)..number(info, 24)];
        assert_eq!(ansi, b"C:\\Users\\Nguy?n\\AppData\\Local\\vanban.exe\0");
        let unicode = &info[number(info, 28)..number(info, 32)];
        assert_eq!(text(unicode), format!("{path}\0"));
        assert_eq!(info.len(), number(info, 32) + 2);
        let mut at = 76 + info.len();
        for wanted in ["Xuất", folder, arguments, variable] {
            let count = usize::from(u16::from_le_bytes([link[at], link[at + 1]]));
            at += 2 + 2 * count;
            assert_eq!(text(&link[at - 2 * count..at]), wanted);
        }
        assert_eq!((number(&link, at), number(&link, at + 4)), (0x314, 0xa000_0001));
        assert_eq!(link.len(), at + 0x314 + 4);
        assert!(link[at + 8..].starts_with(variable.as_bytes()));
    }
}
