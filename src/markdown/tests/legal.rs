//! Phần, chương, mục, tiểu mục, điều: every way to type them, and what only looks like them.

use super::*;

/// Asserts the numbers that are out of order, each with the one that was due.
#[track_caller]
fn gaps(text: &str, expected: &[(&str, &str)]) {
    let outcome = body(text);
    let found: Vec<(&str, &str)> = outcome.found.iter().map(gap).collect();
    assert_eq!(found, expected, "{text:?}\n{}", outcome.sketch());
}

const REGULATION: &str = "\
body
  Chương I# QUY ĐỊNH CHUNG
    Mục 1# VĂN BẢN
      Tiểu mục 1# VĂN BẢN ĐI
        Điều 1.# Phạm vi điều chỉnh
          1. Quy chế này quy định:
            a) Việc soạn thảo;
            đ) Việc ký.
  Chương II# TỔ CHỨC THỰC HIỆN
    Điều 2.# Hiệu lực
      Quy chế có hiệu lực từ ngày ký.";

/// The regulation above without its points, which start at `a)` and skip to `đ)` otherwise.
fn regulation(body: &str) -> String {
    body.replace("đ) Việc ký.", "b) Việc ký.")
}

#[test]
fn a_regulation_is_read_however_it_is_typed() {
    let expected = regulation(REGULATION);
    let clauses = "1. Quy chế này quy định:\n\na) Việc soạn thảo;\n\nb) Việc ký.\n\n";
    let end = "Quy chế có hiệu lực từ ngày ký.\n";
    let headings = format!(
        "# Chương I\n## QUY ĐỊNH CHUNG\n## Mục 1. VĂN BẢN\n### Tiểu mục 1: VĂN BẢN ĐI\n\
         #### Điều 1. Phạm vi điều chỉnh\n{clauses}# Chương II - TỔ CHỨC THỰC HIỆN\n\
         ## Điều 2. Hiệu lực\n{end}"
    );
    reads(&headings, &expected);
    reads(
        &headings.replace("####", "#").replace("###", "#").replace("##", "#"),
        &expected,
    );
    let bold = format!(
        "**Chương I**\n\n**QUY ĐỊNH CHUNG**\n\n**Mục 1**\n**VĂN BẢN**\n\n\
         **TIỂU MỤC 1 – VĂN BẢN ĐI**\n\n**Điều 1. Phạm vi điều chỉnh**\n\n{clauses}\
         **CHƯƠNG II\nTỔ CHỨC THỰC HIỆN**\n\n**Điều 2.** **Hiệu lực**\n{end}"
    );
    reads(&bold, &expected);
    let unmarked = format!(
        "CHƯƠNG I\n\nQUY ĐỊNH CHUNG\n\nMục 1\nVĂN BẢN\n\nTIỂU MỤC 1. VĂN BẢN ĐI\n\n\
         Điều 1. Phạm vi điều chỉnh\n\n{clauses}Chương II\n\nTỔ CHỨC THỰC HIỆN\n\n\
         Điều 2. Hiệu lực\n\n{end}"
    );
    reads(&unmarked, &expected);
    reads(&unmarked.replace("\n\n", "\n"), &expected);
    reads(&unmarked.replace("\n\n", "\n").replace('\n', "\r\n"), &expected);
    let decomposed: String =
        unicode_normalization::UnicodeNormalization::nfd(&*unmarked).collect();
    reads(&decomposed, &expected);
}

#[test]
fn labels_are_printed_as_the_rules_have_them() {
    for (text, label, name) in [
        ("# PHẦN I. A", "Phần I", "A"),
        ("Phần thứ nhất: ĐÁNH GIÁ", "Phần thứ nhất", "ĐÁNH GIÁ"),
        ("**PHẦN THỨ NHẤT**\n\n**Đánh giá**", "Phần thứ nhất", "Đánh giá"),
        ("# Phần một\nCHUNG", "Phần một", "CHUNG"),
        ("Phần I – Đánh giá chung", "Phần I", "Đánh giá chung"),
        ("# Chương 1: A", "Chương I", "A"),
        ("**Chương I.** QUY ĐỊNH", "Chương I", "QUY ĐỊNH"),
        ("*Chương I*", "Chương I", ""),
        ("# Mục I. A", "Mục 1", "A"),
        ("Chương\u{a0}I\n\n# Tên", "Chương I", "Tên"),
        ("# Chương I Quy định chung", "Chương I", "Quy định chung"),
        ("Mục 1 QUY ĐỊNH CHUNG", "Mục 1", "QUY ĐỊNH CHUNG"),
        ("# ĐIỀU 1. Tên", "Điều 1.", "Tên"),
        ("# Điều 1: Tên", "Điều 1.", "Tên"),
        ("**Điều 1**. **Tên**", "Điều 1.", "Tên"),
        ("**Điều 1.Tên**", "Điều 1.", "Tên"),
        ("**Điều 1.**", "Điều 1.", ""),
        ("**Điều 1**\n\n**Tên**", "Điều 1.", "Tên"),
        ("# Điều 1\n## Tên", "Điều 1.", "Tên"),
        ("Điều 1. **Tên**", "Điều 1.", "Tên"),
        ("# Điều 1 - Tên", "Điều 1.", "Tên"),
        ("**Điều 1 . Tên**", "Điều 1.", "Tên"),
        ("***Điều 1. Tên***", "Điều 1.", "<i>Tên</i>"),
        ("__Điều 1. Tên__", "Điều 1.", "Tên"),
        ("# Chương thứ nhất", "Chương thứ nhất", ""),
        ("# Mục 01", "Mục 1", ""),
        ("**Phần I:** Tên", "Phần I", "Tên"),
        ("**Chương I:**\n**TÊN**\n**DÀI**", "Chương I", "TÊN DÀI"),
        (
            "Chương I: Tên của chương này\ncòn dài",
            "Chương I",
            "Tên của chương này còn dài",
        ),
        ("\tChương I\n\n\tTÊN", "Chương I", "TÊN"),
    ] {
        let expected = format!("body\n  {label}# {name}");
        reads(text, expected.trim_end());
    }
}

#[test]
fn an_article_has_a_name_or_its_text_goes_on() {
    for text in [
        "Điều 1. Thành lập Tổ công tác gồm các ông, bà có tên sau:",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.",
        "Điều 1. Ban hành Quy chế",
        "Điều 1. Sửa đổi “Điều 5./.”",
    ] {
        reads(text, &format!("body\n  {text}"));
    }
    reads(
        "**Điều 1. Phạm vi.** Chữ đi liền.",
        "body\n  Điều 1. <b>Phạm vi.</b> Chữ đi liền.",
    );
    reads("**Điều 1.** Tổ\n\n1. A.", "body\n  Điều 1. Tổ\n    1. A.");
    reads("**Điều 1**. Ban hành.", "body\n  Điều 1. Ban hành.");
    reads("Điều 1. Tổ\n\n1. A.", "body\n  Điều 1.# Tổ\n    1. A.");
    reads("Điều 1. Tổ:\n\n1. A.", "body\n  Điều 1. Tổ:\n    1. A.");
    reads(
        "# Điều 1. Trách nhiệm thi hành.\nChữ.",
        "body\n  Điều 1.# Trách nhiệm thi hành.\n    Chữ.",
    );
    reads(
        "Điều 1. Phạm vi\nQuy chế này quy định việc ký.\nĐiều 2. Hiệu lực\n1. A.",
        "body\n  Điều 1.# Phạm vi\n    Quy chế này quy định việc ký.\n  Điều 2.# Hiệu lực\n    1. A.",
    );
    reads(
        "Điều 1. Giao Văn phòng Đảng ủy xã\ntham mưu.",
        "body\n  Điều 1. Giao Văn phòng Đảng ủy xã tham mưu.",
    );
}

#[test]
fn a_decision_is_read() {
    reads(
        "QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Đề án như sau:\n\nI. MỤC TIÊU\n\n1. Chung\n\nII. NHIỆM VỤ\n\n\
         Điều 2. Quyết định có hiệu lực từ ngày ký.\nĐiều 3. Văn phòng thi hành./.",
        "opening\n  QUYẾT ĐỊNH:\nbody\n  Điều 1. Phê duyệt Đề án như sau:\n    I.# MỤC TIÊU\n      1. Chung\n    \
         II.# NHIỆM VỤ\n  Điều 2. Quyết định có hiệu lực từ ngày ký.\n  Điều 3. Văn phòng thi hành./.",
    );
    reads(
        "I. CHUNG\n\nĐiều 1. A.\n\nII. RIÊNG\n\nĐiều 2. B.\n\n1. C",
        "body\n  I.# CHUNG\n    Điều 1. A.\n  II.# RIÊNG\n    Điều 2. B.\n      1. C",
    );
    reads(
        "Phần I\n\nTÌNH HÌNH\n\nI. A\n\n1. B\n\nPhần II\n\nI. C",
        "body\n  Phần I# TÌNH HÌNH\n    I.# A\n      1. B\n  Phần II#\n    I. C",
    );
}

#[test]
fn prose_is_no_division() {
    for text in [
        "Điều 5 Luật Đất đai quy định việc giao đất",
        "Điều 5 - Luật Đất đai quy định việc này",
        "Điều 5, Điều 6 Luật Đất đai",
        "Điều 5.1 của Quy chế",
        "Điều 5.a của Quy chế",
        "Điều 5a Luật Đất đai quy định việc này",
        "Điều 5a, 5b của Quy chế",
        "Điều 5ab. Tên",
        "Điều 5w. Tên",
        "Chương IIIa. Tên",
        "Điều này có hiệu lực.",
        "Điều kiện: có đất",
        "Mục 3 của Thông báo số 12-TB/BCĐ",
        "Mục 3 Thông báo số 12-TB/BCĐ nêu rõ việc này",
        "Mục 1 - Mục 3 của Thông báo",
        "Mục 2.1 của Thông báo",
        "Mục 2-3 của Thông báo",
        "Mục 3: 5 tỷ đồng",
        "Mục tiêu: 5 tỷ đồng",
        "Mục đích, yêu cầu",
        "Mục I, II của Kế hoạch",
        "Phần lớn các hộ đã đồng ý.",
        "Phần I của Đề án",
        "Phần I: Giao Văn phòng thực hiện.",
        "Phần một của Đề án",
        "Phần năm 2025: TĂNG",
        "Phần trăm: 5",
        "Phần mềm I",
        "Chương trình mục tiêu quốc gia",
        "CHƯƠNG TRÌNH MỤC TIÊU",
        "Chương IIII. Tên",
        "Chương I/2025",
        "Tiểu mục 1 và 2",
        "Tại Điều 5. Có nêu",
        "“Điều 5. Tên”",
        "Mục 3 của Thông báo",
    ] {
        reads(text, &format!("opening\n  {text}"));
    }
    reads("**Mục 3 của Thông báo**", "opening\n  <b>Mục 3 của Thông báo</b>");
    reads("Mục 3\ncủa Thông báo", "opening\n  Mục 3 của Thông báo");
    reads("Theo Thông báo tại\nMục 3. Chữ", "opening\n  Theo Thông báo tại Mục 3. Chữ");
    reads("Theo khoản 2\nĐiều 5. Chữ", "opening\n  Theo khoản 2 Điều 5. Chữ");
    reads("# Chương trình\nA", "body\n  I.# Chương trình\n    A");
    reads("# Điều\nA", "body\n  I.# Điều\n    A");
    reads("- Điều 5. A\n- Chương I", "body\n  - Điều 5. A\n  - Chương I");
    reads("1. Điều 5. A\n\n   Mục 1\n2. B", "body\n  1. Điều 5. A\n    Mục 1\n  2. B");
    reads("Chữ[^1]\n\n[^1]: Điều 5. A", "opening\n  Chữ<note>Điều 5. A</note>");
    reads("| Điều 1. |\n|-|\n| Chương I |", "opening\n  | Điều 1. |\n  | Chương I |");
}

#[test]
fn numbers_run_as_the_rules_have_them() {
    reads(
        "# Phần I\n# Chương I\n# Điều 1. A\n# Chương II\n# Điều 2. B\n# Phần II\n# Chương I\n# Điều 3. C\n\
         # Phần III\n# Chương II\n# Mục 1\n# Mục 2\n# Chương III\n# Mục 1\n# Điều 4. D",
        "body\n  Phần I#\n    Chương I#\n      Điều 1.# A\n    Chương II#\n      Điều 2.# B\n  Phần II#\n    \
         Chương I#\n      Điều 3.# C\n  Phần III#\n    Chương II#\n      Mục 1#\n      Mục 2#\n    \
         Chương III#\n      Mục 1#\n        Điều 4.# D",
    );
    gaps("# Điều 1. A\n# Điều 3. B", &[("Điều 3", "Điều 2.")]);
    gaps("# Chương I\n# Điều 1. A\n# Chương II\n# Điều 1. B", &[("Điều 1", "Điều 2.")]);
    gaps("# Chương II\n# Mục 2", &[("Chương II", "Chương I"), ("Mục 2", "Mục 1")]);
    gaps(
        "# PHẦN THỨ HAI\n# Phần thứ tư",
        &[("PHẦN THỨ HAI", "Phần thứ nhất"), ("Phần thứ tư", "Phần thứ ba")],
    );
    gaps("# Phần I\n# Chương I\n# Phần II\n# Chương III", &[("Chương III", "Chương II")]);
    gaps("Điều 1. A.\n\n1. B\n\n3. C\n\nĐiều 2. D.\n\n1. E", &[("3.", "2.")]);
    gaps("Điều 1. A.\n\n1. B:\n\nd) C\n\nđ) D", &[("d)", "a)")]);
    gaps("# Điều 1. A\n# Điều 1a. B\n# Điều 1b. C\n# Điều 1c. D\n# Điều 2. E", &[]);
    gaps("# Điều 1. A\n# Điều 1b. B", &[("Điều 1b", "Điều 1a.")]);
    gaps("# Điều 1. A\n# Điều 2a. B", &[("Điều 2a", "Điều 2.")]);
    gaps("# Điều 1. A\n# Điều 1a. B\n# Điều 3. C", &[("Điều 3", "Điều 2.")]);
    gaps("# Điều 1. A\n# Điều 1đ. B", &[("Điều 1đ", "Điều 1a.")]);
}

#[test]
fn what_is_set_in_by_hand_or_quoted_is_read() {
    reads(
        "\tChương I\n\n\tTÊN\n\n\tĐiều 1. Phạm vi\n\n\t1. A;\n\n\t2. B.\n\n\tĐiều 2. Hiệu lực\n\n\tC.",
        "body\n  Chương I# TÊN\n    Điều 1.# Phạm vi\n      1. A;\n      2. B.\n    Điều 2.# Hiệu lực\n      C.",
    );
    reads(
        "   Điều 1. Phạm vi\n   1. A;\n   2. B.\n   Điều 2. Hiệu lực\n   1. C.",
        "body\n  Điều 1.# Phạm vi\n    1. A;\n    2. B.\n  Điều 2.# Hiệu lực\n    1. C.",
    );
    let quoted = body("> Điều 7. Tên mới\n>\n> 1. A.");
    assert_eq!(
        (quoted.sketch(), quoted.problems()),
        ("opening\n  quotation\n    Điều 7.# Tên mới\n      1. A.".into(), vec![])
    );
}

#[test]
fn articles_that_were_put_in_have_letters() {
    reads(
        "# Điều 1. Phạm vi\n\n1. A.\n\n# Điều 1a. Đối tượng\n\n1. B.\n\nĐiều 1b. Giao Văn phòng.",
        "body\n  Điều 1.# Phạm vi\n    1. A.\n  Điều 1a.# Đối tượng\n    1. B.\n  Điều 1b. Giao Văn phòng.",
    );
}

#[test]
fn chapters_go_on_beyond_thirty_nine() {
    let text: String = (1..=99)
        .map(|value| {
            format!(
                "# Chương {}. TÊN {value}\n\n",
                crate::document::numeral::roman(value)
            )
        })
        .collect();
    let outcome = body(&text);
    assert_eq!(outcome.problems().len(), 0);
    let sketch = outcome.sketch();
    for label in ["Chương XL# TÊN 40", "Chương L# TÊN 50", "Chương XCIX# TÊN 99"]
    {
        assert!(sketch.contains(label), "{sketch}");
    }
    for lettered in ["Mục C. Tên", "Phần C. Tên", "Phần L. Tên", "Chương C. Tên"]
    {
        assert_eq!(body(lettered).sketch(), format!("opening\n  {lettered}"));
    }
}
