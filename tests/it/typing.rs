//! Letters and blanks as keyboards, converters and web pages make them.

use std::fs;

use unicode_normalization::UnicodeNormalization;

use crate::cli::{ends, vanban};
use crate::support::{FRONT, notice, pages, printed_words, problems};

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
        assert_eq!(problems(&text), [""; 0]);
        assert_eq!(printed_words(&pages(&text)), expected);
    }
    let wrong =
        icelandic(&typed).replace("độ", "\u{f0}ộ").replace("hỏa tốc", "\u{f0}i bộ");
    assert_eq!(problems(&wrong), ["5:10 wrong-choice `\u{f0}i bộ`"]);
    let open = notice("").replace("Thành viên BCĐ xã", "C\u{1ea6}N \u{d0}I\u{1ec0}N");
    assert!(
        problems(&open).contains(&"8:12 to-fill `C\u{1ea6}N \u{d0}I\u{1ec0}N`".into())
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
