//! `Signs`: which marks stand in a line and what they stand beside, told in one pass over its bytes.
//! Most lines have few of them, and what looks for the others need not read these. A part of
//! `language`.

/// What a line may have, each one bit. Where one is not there, the functions that it names find
/// nothing; where it is, they may.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs(u8);

impl Signs {
    /// Double quotation marks: `cited`, `quotes`, `lone_quotes`.
    pub const QUOTES: Self = Self(1);
    /// Round or square brackets: `lone_brackets`.
    pub const BRACKETS: Self = Self(1 << 1);
    /// A dash behind a blank: `dashes`.
    pub const DASHES: Self = Self(1 << 2);
    /// A mark behind a blank: `before_marks`.
    pub const BEFORE_MARKS: Self = Self(1 << 3);
    /// A letter or a digit behind a mark: `behind_marks`.
    pub const BEHIND_MARKS: Self = Self(1 << 4);
    /// A digit behind a comma or a stop: `english_numbers`.
    pub const NUMBERS: Self = Self(1 << 5);

    /// Those of a line.
    #[must_use]
    pub fn of(line: &str) -> Self {
        let mut found = 0;
        let mut before = ANYWHERE;
        for byte in line.bytes() {
            let (here, behind) = TABLE[usize::from(byte)];
            found |= before & here;
            before = behind;
        }
        Self(found)
    }

    /// Whether one of them is there.
    #[must_use]
    pub fn have(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }
}

/// What a byte needs nothing before it for.
const ANYWHERE: u8 = Signs::QUOTES.0 | Signs::BRACKETS.0;

/// Of every byte: which signs it is the last one of, and which it lets the next one be.
static TABLE: [(u8, u8); 256] = {
    let mut table = [(0, ANYWHERE); 256];
    let mut byte = u8::MIN;
    loop {
        let here = match byte {
            b'"' => Signs::QUOTES.0,
            b'(' | b'[' | b']' => Signs::BRACKETS.0,
            b')' => Signs::BRACKETS.0 | Signs::BEFORE_MARKS.0,
            b'-' => Signs::DASHES.0,
            b',' | b'.' | b';' | b':' | b'%' => Signs::BEFORE_MARKS.0,
            b'0'..=b'9' => Signs::BEHIND_MARKS.0 | Signs::NUMBERS.0,
            // `“`, `”` and `–` begin with it.
            0xe2 => Signs::QUOTES.0 | Signs::DASHES.0 | Signs::BEHIND_MARKS.0,
            b'A'..=b'Z' | b'a'..=b'z' | 0x80.. => Signs::BEHIND_MARKS.0,
            _ => 0,
        };
        let behind = match byte {
            // The last byte of a blank that does not break, and of letters.
            b' ' | 0xa0 => Signs::DASHES.0 | Signs::BEFORE_MARKS.0,
            b'\t' => Signs::BEFORE_MARKS.0,
            b',' | b'.' => Signs::BEHIND_MARKS.0 | Signs::NUMBERS.0,
            b';' | b':' => Signs::BEHIND_MARKS.0,
            _ => 0,
        };
        table[byte as usize] = (here, ANYWHERE | behind);
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::super::{
        before_marks, behind_marks, cited, dashes, english_numbers, lone_brackets,
        lone_quotes, quotes,
    };
    use super::*;

    #[test]
    fn what_is_found_has_its_sign() {
        let bits =
            ["a", "1", " ", "\u{a0}", "\t", ",", ".", ":", ";", "%", "-", "–", "(", "]"]
                .into_iter()
                .chain([")", "\"", "“", "”", "Đ", "ạ", "à"]);
        let bits: Vec<&str> = bits.collect();
        let mut lines = vec![String::new()];
        for _ in 0..3 {
            let longer = lines
                .iter()
                .flat_map(|line| bits.iter().map(move |bit| format!("{line}{bit}")));
            lines = longer.collect();
        }
        let around = ["ab ", "", "12", "xong"];
        for line in
            lines.iter().flat_map(|line| around.map(|one| format!("{one}{line}{one}")))
        {
            let signs = Signs::of(&line);
            for (found, sign) in [
                (!cited(&line).is_empty(), Signs::QUOTES),
                (!quotes(&line).is_empty(), Signs::QUOTES),
                (!lone_quotes([&*line]).is_empty(), Signs::QUOTES),
                (!lone_brackets(&line).is_empty(), Signs::BRACKETS),
                (!dashes(&line).is_empty(), Signs::DASHES),
                (!before_marks(&line).is_empty(), Signs::BEFORE_MARKS),
                (!behind_marks(&line).is_empty(), Signs::BEHIND_MARKS),
                (!english_numbers(&line).is_empty(), Signs::NUMBERS),
            ] {
                assert!(!found || signs.have(sign), "{line:?}");
            }
        }
        assert_eq!(Signs::of("Kính gửi các thôn, xã; đơn vị."), Signs::default());
    }
}
