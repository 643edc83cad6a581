//! Whole numbers in Vietnamese words.

const DIGITS: [&str; 10] =
    ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A thousand millions, with which counting begins again.
const BILLION: u64 = 1_000_000_000;

/// A number in words: 21 is "hai mươi mốt", 105 "một trăm linh năm".
pub(super) fn in_words(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let mut words = Vec::new();
    count(number, false, &mut words);
    words.join(" ")
}

/// The words of a number; after a larger part its hundreds are said even where there are none.
fn count(number: u64, follows: bool, words: &mut Vec<&'static str>) {
    let mut follows = follows;
    if number >= BILLION {
        count(number / BILLION, follows, words);
        words.push("tỷ");
        follows = true;
    }
    let rest = number % BILLION;
    for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = rest / size % 1_000;
        if group == 0 {
            continue;
        }
        hundreds(group, follows, words);
        if !name.is_empty() {
            words.push(name);
        }
        follows = true;
    }
}

fn hundreds(group: u64, follows: bool, words: &mut Vec<&'static str>) {
    let digit = |place: u64| usize::try_from(group / place % 10).unwrap_or_default();
    let (hundreds, tens, ones) = (digit(100), digit(10), digit(1));
    let said = hundreds > 0 || follows;
    if said {
        words.extend([DIGITS[hundreds], "trăm"]);
    }
    match tens {
        0 if ones > 0 && said => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([DIGITS[tens], "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(DIGITS[ones]),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_one_says_them() {
        for (number, words) in [
            (0, "không"),
            (10, "mười"),
            (15, "mười lăm"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (35, "ba mươi lăm"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (1_000, "một nghìn"),
            (1_005, "một nghìn không trăm linh năm"),
            (2_023, "hai nghìn không trăm hai mươi ba"),
            (1_000_000, "một triệu"),
            (1_000_000_000, "một tỷ"),
            (12_000_000_015, "mười hai tỷ không trăm mười lăm"),
            (1_500_000_000_000, "một nghìn năm trăm tỷ"),
        ] {
            assert_eq!(in_words(number), words);
        }
    }

    /// Reads words back, by a rule of its own: a unit multiplies what was said since the last
    /// larger one.
    fn read(words: &str) -> u64 {
        let (mut billions, mut millions, mut thousands, mut group) = (0, 0, 0, 0);
        for word in words.split(' ') {
            match word {
                "mươi" => group = group / 10 * 10 + group % 10 * 10,
                "mười" => group += 10,
                "trăm" => group *= 100,
                "linh" => {}
                "nghìn" => thousands = std::mem::take(&mut group) * 1_000,
                "triệu" => millions = std::mem::take(&mut group) * 1_000_000,
                "tỷ" => {
                    billions = (millions + thousands + group) * BILLION;
                    (millions, thousands, group) = (0, 0, 0);
                }
                word => {
                    let digit = match word {
                        "mốt" => 1,
                        "tư" => 4,
                        "lăm" => 5,
                        word => DIGITS.iter().position(|d| *d == word).unwrap(),
                    };
                    group += u64::try_from(digit).unwrap();
                }
            }
        }
        billions + millions + thousands + group
    }

    proptest! {
        #[test]
        fn words_say_the_number(size in 0_u32..16, part in 0_u64..1_000_000_000_000_000) {
            let number = part % 10_u64.pow(size);
            prop_assert_eq!(read(&in_words(number)), number);
        }

        #[test]
        fn every_number_has_words(number: u64) {
            prop_assert!(!in_words(number).contains("  "));
        }
    }
}
