//! Typed and generated numbers: levels, order, gaps, and where an item starts.

use super::*;

/// Asserts the numbers that are out of order, each with the one that was due.
#[track_caller]
fn gaps(text: &str, expected: &[(&str, &str)]) {
    let outcome = body(text);
    let found: Vec<(&str, &str)> = outcome
        .found
        .iter()
        .map(|diagnostic| {
            let (found, expected) = gap(diagnostic);
            assert_eq!(found, outcome.sources.slice(diagnostic.span));
            (found, expected)
        })
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

const TREE: &str = "\
body
  I.# Đã đạt
    1.# Duy trì
      1.1. Giao A
      1.2. Giao B
    2.# Bổ sung
  II.# Chưa đạt
    1.# Văn hóa";

#[test]
fn the_number_decides_the_level_and_not_the_heading() {
    reads(
        "**I. Đã đạt**\n\n#### 1. Duy trì\n\n1.1. Giao A\n\n1.2. Giao B\n\n\
         **2.** **Bổ sung**\n\n### **II. Chưa đạt**\n\n# 1. Văn hóa\n",
        TREE,
    );
}

#[test]
fn numbers_left_out_are_given() {
    let lists = "# Đã đạt\n## Duy trì\n1. Giao A\n1. Giao B\n\n## Bổ sung\n# Chưa đạt\n## Văn hóa";
    reads(lists, TREE);
    reads(&lists.replace('#', "###").replace("######", "####"), TREE);
    let deep = "# A\n## B\n### C\n#### D\n##### E\n###### F";
    reads(
        deep,
        "body\n  I.# A\n    1.# B\n      1.1.# C\n        a)# D\n          -# E\n            +# F",
    );
    reads("1. a\n2. b\n   1. c", "body\n  1. a\n  2. b\n    1. c");
    reads(
        "# A\n1. a\n2. b\n\nChữ\n\n3. c",
        "body\n  I.# A\n    1. a\n    2. b\n      Chữ\n    3. c",
    );
}

#[test]
fn bullets_are_dashes() {
    reads(
        "Chữ:\n\n* a\n  * b\n    * c\n\nChữ tiếp",
        "opening\n  Chữ:\nbody\n  - a\n    - b\n      - c\n  Chữ tiếp",
    );
    reads("- a\n+ b\n+ c\n- d", "body\n  - a\n    + b\n    + c\n  - d");
    reads("# A\n- a\n  1. x\n  2. y", "body\n  I.# A\n    - a\n      1. x\n      2. y");
    reads("Dự họp:\n- A\n\n1. Giao", "opening\n  Dự họp:\n  - A\nbody\n  1. Giao");
}

#[test]
fn every_form_of_number_is_recognised() {
    for (text, label) in [
        ("I. x", "I."),
        ("II- x", "II-"),
        ("XXXIX - x", "XXXIX -"),
        ("12\\. x", "12."),
        ("1) x", "1)"),
        ("2.1. x", "2.1."),
        ("1.2.3. x", "1.2.3."),
        ("3.3 Xã", "3.3"),
        ("a) x", "a)"),
        ("đ) x", "đ)"),
        ("k) x", "k)"),
        ("v) x", "v)"),
        ("y) x", "y)"),
        ("(iv) x", "(iv)"),
        ("– x", "-"),
        ("-x", "-"),
        ("•\tx", "-"),
        ("\u{f0b7} x", "-"),
        ("o\tx", "-"),
        ("1.Giao", "1."),
        ("A. x", "A."),
        ("**a)** x", "a)"),
        ("*2.1.* x", "2.1."),
        ("I.\u{a0}x", "I."),
        ("**I.**", "I."),
    ] {
        let outcome = body(text);
        let number = outcome.item().number.as_ref().expect(text);
        assert_eq!((number.label.as_str(), number.typed), (label, true), "{text}");
    }
}

#[test]
fn what_only_looks_like_a_number_stays_text() {
    for text in [
        "IIII. x",
        "V. I. Lê-nin nói",
        "L. x",
        "IL. x",
        "2.1 lần",
        "f) x",
        "A) x",
        "C. Mác và Ăng-ghen",
        "-5°C",
        "+84 912",
        "V.I.Lê-nin",
        "(x y) z",
        "1.000 đồng",
        "10.6.2023 là hạn",
        "100.1. x",
        "I.x",
        "a)x",
        "2023. Giao",
        "2023\\. Giao",
    ] {
        let text_printed = text.replace('\\', "");
        reads(text, &format!("opening\n  {text_printed}"));
    }
    reads("**Chữ đậm**", "opening\n  <b>Chữ đậm</b>");
}

#[test]
fn items_on_consecutive_lines_are_divided() {
    reads(
        "a) Giao A;\nb) Giao B\nvà C;\nc) Giao D",
        "body\n  a) Giao A;\n  b) Giao B và C;\n  c) Giao D",
    );
    reads("2.1. A\n2.2. B", "body\n  2.1. A\n  2.2. B");
    reads(
        "**I. A**\n**1. B**\n1.1. C:\na) d  \nb) e",
        "body\n  I.# A\n    1.# B\n      1.1. C:\n        a) d\n        b) e",
    );
    reads("a) A:\n1) x\n2) y\nb) B", "body\n  a) A:\n    1) x\n    2) y\n  b) B");
    reads("1. Giao:\n   a) x;\n   b) y", "body\n  1. Giao:\n    a) x;\n    b) y");
    reads("1. H\na) i\nb) k\n2. L", "body\n  1. H\n    a) i\n    b) k\n  2. L");
    reads("- Giao:\na) x;\nb) y", "body\n  - Giao:\n    a) x;\n    b) y");
    reads("Gồm:\n– x\n– y", "opening\n  Gồm:\nbody\n  - x\n  - y");
}

#[test]
fn an_item_goes_on_after_a_list_without_a_blank_line() {
    reads(
        "a) A:\n- x\n- y\nb) B:\n- z\nvà t\nc) C",
        "body\n  a) A:\n    - x\n    - y\n  b) B:\n    - z và t\n  c) C",
    );
    reads(
        "1. A:\n   a) B:\n   - x\n     + u\n   b) C\n2. D",
        "body\n  1. A:\n    a) B:\n      - x\n        + u\n    b) C\n  2. D",
    );
    reads(
        "**I. A**\n- x\n**II. B**\n1. C\n1.1. D\n1.2. E\n2. F",
        "body\n  I.# A\n    - x\n  II.# B\n    1. C\n      1.1. D\n      1.2. E\n    2. F",
    );
    reads("a) A.\n\nChữ.\nb) B", "body\n  a) A.\n    Chữ.\n  b) B");
    reads("a) A.\n\nChữ theo điểm\nb) B", "body\n  a) A.\n    Chữ theo điểm\n  b) B");
}

#[test]
fn wrapped_lines_stay_together() {
    for second in ["/", "và các thôn", "5 tỷ đồng"] {
        reads(
            &format!("Giao Văn phòng\n{second}"),
            &format!("opening\n  Giao Văn phòng {second}"),
        );
    }
    reads("Giao *A\nvà B*", "opening\n  Giao <i>A và B</i>");
    reads("Giao *A.\nB*", "opening\n  Giao <i>A.</i>\n  <i>B</i>");
}

#[test]
fn a_title_above_typed_numbers_has_none() {
    let outcome = body("# KẾT LUẬN\n\nI. A\n\n1. x\n\nII. B");
    let expected = "body\n  ()# KẾT LUẬN\n    I.# A\n      1. x\n    II.# B";
    assert_eq!(outcome.sketch(), expected);
    assert_eq!(outcome.problems(), [("number-mixture", "# KẾT LUẬN")]);
}

#[test]
fn numbers_that_skip_or_repeat_are_pointed_at() {
    gaps("**I. A**\n\n**III. B**", &[("III.", "II.")]);
    gaps("**II- A**", &[("II-", "I-")]);
    gaps("**1. A**\n\n**1. B**\n\n**2. C**", &[("1.", "2.")]);
    gaps("d) x\n\nđ) y\n\ne) z\n\nh) t", &[("d)", "a)"), ("h)", "g)")]);
    gaps("(i) x\n\n(iii) y", &[("(iii)", "(ii)")]);
    gaps("**2. A**\n\n2.1. x\n\n3.2. y", &[("2.", "1."), ("3.2.", "2.2.")]);
    gaps("1.1. x\n\n1.2. y\n\n2.1. z\n\n2.3. t", &[("2.3.", "2.2.")]);
    gaps("# I. A\n\n1. x\n2. y\n4. z", &[("4.", "3.")]);
    gaps("# I. A\n\n1. x\n1. y\n2. z", &[("1.", "2.")]);
    gaps("# A\n\n# B\n\nd) x", &[("d)", "a)")]);
}

#[test]
fn headings_without_numbers_among_numbered_ones() {
    let outcome = body("# I. A\n# B\nchữ\n# II. C\n## D\n");
    assert_eq!(outcome.sketch(), "body\n  I.# A\n  ()# B\n    chữ\n  II.# C\n    ()# D");
    assert_eq!(outcome.problems(), [("number-mixture", "# B")]);
    let outcome = body("# Việc một\n## I. A\n## II. B\n# Việc hai\n## I. C");
    assert_eq!(
        outcome.sketch(),
        "body\n  ()# Việc một\n    I.# A\n    II.# B\n  ()# Việc hai\n    I.# C"
    );
}

#[test]
fn a_list_that_skips_keeps_its_numbers_and_is_told() {
    let skips = "1. Giao A\n3. Giao B\n4. Giao C";
    assert_eq!(body(skips).sketch(), "body\n  1. Giao A\n  3. Giao B\n  4. Giao C");
    gaps(skips, &[("3.", "2.")]);
    let under = "# Đã đạt\n\n1. Giao A\n1. Giao B\n3. Giao C";
    gaps(under, &[("1.", "2."), ("3.", "2.")]);
}
