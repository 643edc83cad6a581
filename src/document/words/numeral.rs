//! Roman numerals, as parts, chapters and headings are numbered.

/// The value of a Roman number up to XCIX, written in the one right way.
#[must_use]
pub fn read_roman(text: &str) -> Option<u32> {
    const LONGEST: usize = "LXXXVIII".len();
    let plausible = (1..=LONGEST).contains(&text.len());
    let roman_digits = || text.bytes().all(|digit| b"IVXLC".contains(&digit));
    let plausible = plausible && roman_digits();
    plausible.then(|| (1..100).find(|value| roman(*value) == text))?
}

/// A value as a Roman number.
#[must_use]
pub fn roman(value: u32) -> String {
    const DIGITS: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = value;
    let mut out = String::new();
    for (worth, digit) in DIGITS {
        while rest >= worth {
            out.push_str(digit);
            rest -= worth;
        }
    }
    out
}
