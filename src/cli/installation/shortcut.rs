//! A shortcut of Windows (`.lnk`), as [MS-SHLLINK] describes its bytes: the crates for it build on
//! Windows alone, or write no path with a variable.

/// The size of the header, and the class of shortcuts (section 2.1).
const HEADER: [u8; 20] =
    [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

/// `HasName`, `HasArguments`, `HasIconLocation`, `IsUnicode`, `HasExpString` (section 2.1.1).
const FLAGS: u32 = 0x4 | 0x20 | 0x40 | 0x80 | 0x200;

/// The block that holds the target with its variables (section 2.5.4): its size, its mark, and
/// how many letters it has room for.
const VARIABLES: (u32, u32, usize) = (0x314, 0xa000_0001, 260);

/// A shortcut to a program, whose path may name variables: `%LOCALAPPDATA%\a.exe`. The path has
/// the letters of ASCII alone; what stands in the variables may have all.
pub(super) fn shortcut(target: &str, arguments: &str, description: &str) -> Vec<u8> {
    let mut link = HEADER.to_vec();
    link.extend(FLAGS.to_le_bytes());
    // The file's attributes, three times, its size and the number of its icon: none known.
    link.extend([0; 4 + 3 * 8 + 4 + 4]);
    // A plain window, no key, nothing in the places that are reserved.
    link.extend(1_u32.to_le_bytes());
    link.extend([0; 2 + 2 + 4 + 4]);
    for text in [description, arguments, target] {
        let units: Vec<u16> = text.encode_utf16().collect();
        let count = u16::try_from(units.len()).unwrap_or_default();
        link.extend(count.to_le_bytes());
        link.extend(units.iter().take(count.into()).flat_map(|unit| unit.to_le_bytes()));
    }
    let (size, mark, room) = VARIABLES;
    link.extend(size.to_le_bytes());
    link.extend(mark.to_le_bytes());
    let mut ansi = target.as_bytes().to_vec();
    ansi.resize(room, 0);
    link.extend(ansi);
    let mut units: Vec<u16> = target.encode_utf16().collect();
    units.resize(room, 0);
    link.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    // The end of the blocks.
    link.extend([0; 4]);
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_are_those_of_the_specification() {
        let target = r"%LOCALAPPDATA%\Programs\vanban\vanban.exe";
        let link = shortcut(target, "--keep-window", "Xuất");
        assert_eq!(link[..4], [0x4c, 0, 0, 0]);
        assert_eq!(link[60..64], [1, 0, 0, 0], "ShowCommand");
        let mut at = 76;
        for wanted in ["Xuất", "--keep-window", target] {
            let count = usize::from(u16::from_le_bytes([link[at], link[at + 1]]));
            let bytes = &link[at + 2..at + 2 + 2 * count];
            let units =
                bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
            assert_eq!(String::from_utf16(&units.collect::<Vec<_>>()).unwrap(), wanted);
            at += 2 + 2 * count;
        }
        assert_eq!(link[at..at + 8], [0x14, 0x03, 0, 0, 0x01, 0, 0, 0xa0]);
        assert_eq!(link.len(), at + 0x314 + 4);
        assert!(link[at + 8..].starts_with(target.as_bytes()));
    }
}
