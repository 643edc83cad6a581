//! Letters and blanks as keyboards, converters and web pages make them.

use std::fs;

use unicode_normalization::UnicodeNormalization;

use crate::cli::{ends, vanban};
use crate::support::{FRONT, misread, notice, pages, printed_words};

/// The text with the letters of Iceland in the place of those of Vietnam.
fn icelandic(text: &str) -> String {
    text.replace('Đ', "\u{d0}").replace('đ', "\u{f0}")
}

#[test]
fn eth_is_the_letter_that_it_looks_like() {
    let typed = notice("Đồng chí **Đinh Đức** chủ trì.");
    let typed = typed.replace("địa danh", "độ khẩn: hỏa tốc\nđịa danh");
    let expected = printed_words(&pages(&typed));
    for text in [icelandic(&typed), icelandic(&typed.nfd().collect::<String>())] {
        assert_eq!(misread(&text), [""; 0]);
        assert_eq!(printed_words(&pages(&text)), expected);
    }
    let wrong =
        icelandic(&typed).replace("độ", "\u{f0}ộ").replace("hỏa tốc", "\u{f0}i bộ");
    assert_eq!(misread(&wrong), ["5:10 wrong-choice `\u{f0}i bộ`"]);
    let open = notice("").replace("Thành viên BCĐ xã", "C\u{1ea6}N \u{d0}I\u{1ec0}N");
    assert!(
        misread(&open).contains(&"8:12 to-fill `C\u{1ea6}N \u{d0}I\u{1ec0}N`".into())
    );
}

#[test]
fn a_name_of_the_directory_is_known_with_any_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let office = "danh bạ: [{họ tên: Đinh Văn Đức, chức vụ: Bí thư}]\n";
    let signed = FRONT.split("ký:\n").next().unwrap();
    let text = format!("{signed}ký: Đinh Văn Đức\n---\n\nMột.\n");
    for (office, text) in [
        (office.to_owned(), icelandic(&text)),
        (icelandic(office), text.clone()),
        (icelandic(office).nfd().collect(), text),
    ] {
        fs::write(folder.path().join("vanban.yaml"), office).unwrap();
        fs::write(folder.path().join("tb.md"), text).unwrap();
        ends(&vanban(folder.path(), &["check", "tb.md"]), 0);
    }
}

/// The smallest notice, with lists, groups and a block.
const ODD: &str = "---
cơ quan ban hành: Ban Chỉ đạo
ký hiệu: TB/BCĐ
địa danh: Lục Bình
ngày ký: 05/6/2023
trích yếu: kết luận cuộc họp
nơi nhận:
  - Các thôn
  - \"Lưu VT\"
kính gửi: [Phòng A, Phòng B]
cuộc họp:
  ngày: 02/6/2023
  chủ trì: {họ tên: Vũ Khải, chức vụ: Bí thư}
mở đầu: |
  Dòng một.

  Dòng hai.
ký:
  - chức vụ: Bí thư
    họ tên: Hoàng Hữu Khôi
---

Một.
";

#[test]
fn blanks_of_any_kind_hold_the_front_matter_together() {
    let expected = printed_words(&pages(ODD));
    let odd =
        ["\u{a0}", "\u{202f}", "\u{2007}", "\u{a0}\u{200b}", "\u{feff} ", " \u{2060}"];
    for blank in odd {
        for (old, new) in [
            (": ", format!(":{blank}")),
            (": ", format!(": {blank}")),
            ("- ", format!("-{blank}")),
            ("\n  ", format!("\n{blank}{blank}")),
            ("\n  ", format!("\n {blank}")),
            ("\n    ", format!("\n  {blank} ")),
            ("ngày ký", format!("ngày{blank}ký")),
            ("nơi nhận:", format!("nơi nhận:{blank}")),
            ("\nký", "\n\u{200b}ký".to_owned()),
            ("Bình\n", format!("Bình{blank}\n")),
            ("---\n\nMột", format!("---{blank}\n\nMột")),
            (", ", format!(",{blank}")),
            ("Phòng B]", format!("Phòng B{blank}]")),
        ] {
            // Nothing in the place of a blank is none.
            let front = ODD.split("\n\nMột").next().unwrap();
            let text = front.replace(old, &new) + "\n\nMột.\n";
            for text in [text.clone(), text.nfd().collect(), text.replace('\n', "\r\n")] {
                let mut found = misread(&text);
                found.retain(|found| !found.contains("unseen-character"));
                assert_eq!(found, [""; 0], "{old:?} {new:?}");
                assert_eq!(printed_words(&pages(&text)), expected, "{old:?} {new:?}");
            }
        }
    }
}

#[test]
fn places_behind_odd_blanks_are_those_of_the_file() {
    let text = ODD.replace(": ", ":\u{a0}").replace("\n  ", "\n\u{a0}\u{a0}");
    let text = text.replace("02/6/2023", "32/6/2023").replace("Bí thư\n", "[]\n");
    let found = misread(&text.replace("ký hiệu", "ký hiệuu"));
    assert!(found.contains(&"3:1 unknown-field `ký hiệuu`".into()), "{found:?}");
    assert!(found.contains(&"12:9 date-impossible `32/6/2023`".into()), "{found:?}");
    let broken = ODD.replace("địa danh: Lục", "địa danh:\u{a0}\"Lục");
    assert_eq!(misread(&broken), ["4:11 yaml-syntax `\"Lục Bình`"]);
}

#[test]
fn blanks_inside_a_value_stay() {
    let text =
        ODD.replace("Ban Chỉ đạo", "Ban\u{a0}Chỉ đạo").replace("Phòng A", "Phòng\u{a0}A");
    let text = text
        .replace("Dòng một", "Dòng\u{a0}một")
        .replace("\"Lưu VT\"", "\"Lưu:\u{a0}VT\"");
    assert_eq!(misread(&text), [""; 0]);
    let runs: String = pages(&text).texts().into_iter().map(|run| run.text).collect();
    for part in ["Phòng\u{a0}A", "Dòng\u{a0}một", "Lưu:\u{a0}VT"] {
        assert!(runs.contains(part), "{part}: {runs}");
    }
}
